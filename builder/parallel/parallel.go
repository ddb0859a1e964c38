// Package parallel does the same for many things on all cores. It is the one
// place where a build starts goroutines for its stages.
package parallel

import (
	"context"
	"runtime"
	"sync"
	"sync/atomic"
)

// Behind returns a context for work that nobody waits for: Each leaves a core free.
func Behind(ctx context.Context) context.Context { return context.WithValue(ctx, behind{}, true) }

type behind struct{}

// cores is how many goroutines work at once.
func cores(ctx context.Context) int {
	n := runtime.GOMAXPROCS(0)
	if ctx.Value(behind{}) != nil {
		n = max(1, n-1)
	}
	return n
}

// Each calls do for 0 to n-1, on as many goroutines as there are cores, and
// returns when all are done. Where do puts its result at place i of a slice,
// the result is the same with any number of cores. Once ctx ends no further
// call begins, and Each returns the error of ctx.
func Each(ctx context.Context, n int, do func(i int)) error {
	var next atomic.Int64
	var wg sync.WaitGroup
	for range min(cores(ctx), n) {
		wg.Go(func() {
			for ctx.Err() == nil {
				i := int(next.Add(1)) - 1
				if i >= n {
					return
				}
				do(i)
			}
		})
	}
	wg.Wait()
	return ctx.Err()
}
