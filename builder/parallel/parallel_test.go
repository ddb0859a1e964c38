package parallel

import (
	"context"
	"errors"
	"runtime"
	"sync/atomic"
	"testing"
	"time"
)

func TestEach(t *testing.T) {
	out := make([]int, 1000)
	if err := Each(context.Background(), len(out), func(i int) { out[i] += i + 1 }); err != nil {
		t.Fatal(err)
	}
	for i, v := range out {
		if v != i+1 {
			t.Fatalf("place %d has %d", i, v)
		}
	}
	if err := Each(context.Background(), 0, func(int) { t.Error("called for nothing") }); err != nil {
		t.Error(err)
	}
}

func TestEachStops(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	var calls atomic.Int64
	err := Each(ctx, 1_000_000, func(int) {
		if calls.Add(1) == 10 {
			cancel()
		}
	})
	if !errors.Is(err, context.Canceled) || calls.Load() > 1000 {
		t.Errorf("%v after %d calls", err, calls.Load())
	}
}

// TestBehind counts how many work at once where nobody waits for it.
func TestBehind(t *testing.T) {
	var now, most atomic.Int64
	err := Each(Behind(context.Background()), 100, func(int) {
		n := now.Add(1)
		for {
			m := most.Load()
			if n <= m || most.CompareAndSwap(m, n) {
				break
			}
		}
		time.Sleep(time.Millisecond)
		now.Add(-1)
	})
	if limit := max(1, int64(runtime.GOMAXPROCS(0))-1); err != nil || most.Load() != limit {
		t.Errorf("%d of %d cores work, %v", most.Load(), runtime.GOMAXPROCS(0), err)
	}
}
