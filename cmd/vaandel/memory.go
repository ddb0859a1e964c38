package main

import (
	"runtime/debug"
	"sync"

	"vaandel/builder"
)

// A build makes much garbage in a short life. Up to manyPages the collector
// waits until the program comes near memoryLimit: that saves time and keeps
// 10,000 pages below 400 MB. A larger handbook needs more than the limit to live
// in; held to it, the collector would never rest.
const (
	memoryLimit = 300 << 20
	manyPages   = 15_000
	// largePercent lets garbage grow to twice what is in use before it is
	// collected.
	largePercent = 200
)

// easeCollector lets garbage wait during a build. It returns a wrapper for what
// is told of the build's progress, which says how many pages there are, and a
// function that sets the collector back.
func easeCollector(told func(builder.Stage, int, int)) (func(builder.Stage, int, int), func()) {
	percent, limit := debug.SetGCPercent(-1), debug.SetMemoryLimit(memoryLimit)
	back := sync.OnceFunc(func() {
		debug.SetMemoryLimit(limit)
		debug.SetGCPercent(percent)
	})
	large := sync.OnceFunc(func() {
		debug.SetMemoryLimit(limit)
		debug.SetGCPercent(largePercent)
	})
	return func(stage builder.Stage, done, total int) {
		if total > manyPages {
			large()
		}
		told(stage, done, total)
	}, back
}
