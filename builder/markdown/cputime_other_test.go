//go:build !unix

package markdown

import "time"

// started is where the clock stands in for the time computed.
var started = time.Now()

func cpuTime() time.Duration { return time.Since(started) }
