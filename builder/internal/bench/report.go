package main

import (
	"fmt"
	"text/tabwriter"
	"time"

	"vaandel/builder/internal/measure"
)

// The goals: parts of the time of hugo --minify, bytes, and how much longer
// ten times the pages may take.
const (
	goalCold   = 1.0 / 3
	goalOne    = 1.0 / 20
	goalMemory = 400e6
	goalLarge  = 11.0
)

// report prints the table and how the goals were met.
func (b *bench) report() {
	large := fmt.Sprintf("vaandel, cold, %d pages", b.settings.large)
	w := tabwriter.NewWriter(b.out, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(w, "\tmedian\tfastest\tslowest\tprocessor\tmemory\tto hugo --minify\t")
	for _, row := range []struct {
		name    string
		samples []measure.Sample
	}{
		{"vaandel, cold", b.cold},
		{"vaandel, nothing changed", b.same},
		{"vaandel, one page changed", b.one},
		{"hugo", b.plain},
		{"hugo --minify", b.mini},
	} {
		if len(row.samples) > 0 {
			fmt.Fprintln(w, line(row.name, row.samples, b.mini))
		}
	}
	if len(b.large) > 0 {
		fmt.Fprintln(w, line(large, b.large, nil))
	}
	w.Flush()
	b.goals()
	fmt.Fprintln(b.out, "\nvaandel of its own last builds:")
	for i, name := range []string{"cold", "nothing changed", "one page changed"} {
		fmt.Fprintf(b.out, "%s: %s\n", name, b.said[i])
	}
}

// line is one row of the table.
func line(name string, samples, base []measure.Sample) string {
	m := measure.Median(samples)
	walls := measure.Sorted(samples, func(s measure.Sample) time.Duration { return s.Wall })
	ratio := ""
	if len(base) > 0 {
		ratio = fmt.Sprintf("%.3f", part(samples, base))
	}
	return fmt.Sprintf("%s\t%s\t%s\t%s\t%s\t%.0f MB\t%s\t", name, seconds(m.Wall),
		seconds(walls[0]), seconds(walls[len(walls)-1]), seconds(m.CPU), float64(m.Memory)/1e6, ratio)
}

// goals says of each goal that could be measured whether it was met.
func (b *bench) goals() {
	if len(b.mini) > 0 {
		b.goal("cold build, to hugo --minify", part(b.cold, b.mini), goalCold)
		b.goal("one page changed, to hugo --minify", part(b.one, b.mini), goalOne)
	}
	b.goal("memory of a cold build, MB", float64(measure.Median(b.cold).Memory)/1e6, goalMemory/1e6)
	if len(b.large) > 0 && b.settings.large == 10*b.pages {
		b.goal("ten times the pages, to once", part(b.large, b.cold), goalLarge)
	}
}

func (b *bench) goal(name string, got, most float64) {
	verdict := "met"
	if got > most {
		verdict = "MISSED"
	}
	fmt.Fprintf(b.out, "%s: %.3f, goal %.3f: %s\n", name, got, most, verdict)
}

// part is how the median time of a relates to that of b.
func part(a, b []measure.Sample) float64 {
	return measure.Median(a).Wall.Seconds() / measure.Median(b).Wall.Seconds()
}

func seconds(d time.Duration) string { return fmt.Sprintf("%.2f s", d.Seconds()) }
