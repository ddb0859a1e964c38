package parallel

import (
	"context"
	"errors"
	"sync/atomic"
	"testing"
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
