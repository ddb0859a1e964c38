// Package parallel does the same for many things on all cores. It is the one
// place where a build starts goroutines for its stages.
package parallel

import (
	"context"
	"runtime"
	"sync"
	"sync/atomic"
)

// Each calls do for 0 to n-1, on as many goroutines as there are cores, and
// returns when all are done. Where do puts its result at place i of a slice,
// the result is the same with any number of cores. Once ctx ends no further
// call begins, and Each returns the error of ctx.
func Each(ctx context.Context, n int, do func(i int)) error {
	var next atomic.Int64
	var wg sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), n) {
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
