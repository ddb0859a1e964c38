package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"time"
)

// sample is what one run of a program took.
type sample struct {
	wall, cpu time.Duration // cpu is the time of all cores, system's included
	memory    int64         // bytes, at the highest; 0 where unknown
}

// take runs a program and measures it. It returns what the program printed.
func take(ctx context.Context, env []string, name string, args ...string) (sample, string, error) {
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
		return sample{}, "", fmt.Errorf("%s: %w\n%s%s", cmd, err, &out, &errors)
	}
	state := cmd.ProcessState
	return sample{wall, state.UserTime() + state.SystemTime(), peak(state)}, out.String(), nil
}

// median returns the sample in the middle by time, with the medians of the
// other values; of an even number, the upper one of the two in the middle.
func median(samples []sample) sample {
	return sample{
		wall:   middle(samples, func(s sample) time.Duration { return s.wall }),
		cpu:    middle(samples, func(s sample) time.Duration { return s.cpu }),
		memory: middle(samples, func(s sample) int64 { return s.memory }),
	}
}

// middle returns the median of one value of the samples.
func middle[T int64 | time.Duration](samples []sample, value func(sample) T) T {
	values := sorted(samples, value)
	return values[len(values)/2]
}

// sorted returns one value of each sample, the smallest first.
func sorted[T int64 | time.Duration](samples []sample, value func(sample) T) []T {
	values := make([]T, len(samples))
	for i, s := range samples {
		values[i] = value(s)
	}
	slices.Sort(values)
	return values
}
