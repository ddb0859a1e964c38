//go:build race

package markdown

// raceEnabled tells that the race detector slows everything down.
const raceEnabled = true
