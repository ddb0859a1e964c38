package main

import (
	"runtime/debug"
	"sync"

	"vaandel/builder"
)

// A build makes much garbage in a short life. It may grow to twice what is in
// use before it is collected; up to manyPages only as far as the program stays
// below memoryLimit, which keeps 10,000 pages below 400 MB. A larger handbook
// needs more than the limit to live in; held to it, the collector would never
// rest.
const (
	memoryLimit = 300 << 20
	manyPages   = 15_000
	percent     = 200
)

// easeCollector lets garbage wait during a build. It returns a wrapper for what
// is told of the build's progress, which says how many pages there are, and a
// function that sets the collector back.
func easeCollector(told func(builder.Stage, int, int)) (func(builder.Stage, int, int), func()) {
	before, limit := debug.SetGCPercent(percent), debug.SetMemoryLimit(memoryLimit)
	lift := sync.OnceFunc(func() { debug.SetMemoryLimit(limit) })
	return func(stage builder.Stage, done, total int) {
		if total > manyPages {
			lift()
		}
		told(stage, done, total)
	}, func() { lift(); debug.SetGCPercent(before) }
}
