// Package measure runs programs and tells what they took, for the benchmarks.
package measure

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"time"
)

// Sample is what one run of a program took.
type Sample struct {
	Wall, CPU time.Duration // CPU is the time of all cores, system's included
	Memory    int64         // bytes, at the highest; 0 where unknown
}

// Take runs a program and measures it. It returns what the program printed.
func Take(ctx context.Context, env []string, name string, args ...string) (Sample, string, error) {
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Env = append(os.Environ(), env...)
	var out, errors bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errors
	// What others wrote must not wait in memory to be written in our time.
	flush()
	start := time.Now()
	err := cmd.Run()
	wall := time.Since(start)
	if err != nil {
		return Sample{}, "", fmt.Errorf("%s: %w\n%s%s", cmd, err, &out, &errors)
	}
	state := cmd.ProcessState
	return Sample{wall, state.UserTime() + state.SystemTime(), Peak(state)}, out.String(), nil
}

// Median returns the sample in the middle by time, with the medians of the
// other values; of an even number, the upper one of the two in the middle.
func Median(samples []Sample) Sample {
	return Sample{
		Wall:   middle(samples, func(s Sample) time.Duration { return s.Wall }),
		CPU:    middle(samples, func(s Sample) time.Duration { return s.CPU }),
		Memory: middle(samples, func(s Sample) int64 { return s.Memory }),
	}
}

// middle returns the median of one value of the samples.
func middle[T int64 | time.Duration](samples []Sample, value func(Sample) T) T {
	values := Sorted(samples, value)
	return values[len(values)/2]
}

// Sorted returns one value of each sample, the smallest first.
func Sorted[T int64 | time.Duration](samples []Sample, value func(Sample) T) []T {
	values := make([]T, len(samples))
	for i, s := range samples {
		values[i] = value(s)
	}
	slices.Sort(values)
	return values
}
