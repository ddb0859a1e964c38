package main

import (
	"fmt"
	"math"
	"strings"
	"text/tabwriter"

	"vaandel/builder/internal/measure"
)

// report prints the table of a handbook.
func (b *bench) report(f *found) {
	fmt.Fprintf(b.out, "\n%d pages, %d queries", f.pages, len(f.vaandel.first))
	if f.builds.indexed != "" {
		fmt.Fprintf(b.out, " (Pagefind: %s)", f.builds.indexed)
	}
	fmt.Fprintln(b.out)
	w := tabwriter.NewWriter(b.out, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(w, "\tvaandel\tPagefind\tits box\tMiniSearch\tgoal\t\t")
	for _, r := range f.rows() {
		fmt.Fprintln(w, r)
	}
	w.Flush()
	fmt.Fprintf(b.out, "Our first query loads on average: %s\n", sum(f.vaandel.first))
	fmt.Fprintf(b.out, "A further one: %s\n", sum(f.vaandel.further))
	fmt.Fprintf(b.out, "One that is typed: %s\n\n", sum(f.vaandel.typed))
}

// notes say what the numbers do not.
const notes = `KB and MB are 1000 bytes and 1000 KB. "Processor" is the time at work: of a page's
own thread, so without Pagefind's worker. Pagefind's box waits for 300 ms after the
last key; MiniSearch and Pagefind without its box show nothing. Frames came as fast
as they could: on a screen, what is ready waits up to 16 ms more for the next one.
`

// none is the value of what was not measured.
var none = math.NaN()

func mega(bytes int64) float64 {
	if bytes == 0 {
		return none
	}
	return float64(bytes) / 1e6
}

func count(n int) float64 {
	if n == 0 {
		return none
	}
	return float64(n)
}

// String is the line of a row.
func (r row) String() string {
	cells := []string{r.name}
	for _, value := range []float64{r.vaandel, r.pagefind, r.pagefindBox, r.minis} {
		cells = append(cells, r.cell(value))
	}
	goal, verdict := "", ""
	if r.goal > 0 && !math.IsNaN(r.goal) && !math.IsNaN(r.vaandel) {
		goal, verdict = r.cell(r.goal), "met"
		if r.vaandel > r.goal {
			verdict = "MISSED"
		}
	}
	return strings.Join(append(cells, goal, verdict), "\t") + "\t"
}

func (r row) cell(value float64) string {
	switch {
	case math.IsNaN(value):
		return ""
	case r.unit == "":
		return fmt.Sprintf("%.0f", value)
	case r.unit == "s":
		return fmt.Sprintf("%.2f s", value)
	}
	return fmt.Sprintf("%.1f %s", value, r.unit)
}

// middle returns the median of a value of samples.
func middle(samples []measure.Sample, value func(measure.Sample) float64) float64 {
	values := make([]float64, len(samples))
	for i, s := range samples {
		values[i] = value(s)
	}
	return measure.Quantile(values, 0.5)
}

// sizes are those of traffic, in KB.
func sizes(list []traffic) []float64 {
	out := make([]float64, len(list))
	for i, each := range list {
		out[i] = float64(each.bytes()) / 1000
	}
	return out
}

// sum tells of each sort of file how much one query loads of it on average.
func sum(list []traffic) string {
	var all traffic
	for _, each := range list {
		all = append(all, each...)
	}
	return all.per(len(list))
}
