package main

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"text/tabwriter"

	"vaandel/builder/internal/measure"
)

// row is one line of the table: what was measured of each, and the goal.
type row struct {
	name, unit                            string
	vaandel, pagefind, pagefindBox, minis float64 // NaN where it was not
	goal                                  float64 // the most that ours may be; 0 without
}

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

// rows are the lines of a handbook's table.
func (f *found) rows() []row {
	list := append(f.bytesRows(), f.timeRows()...)
	list = append(list, f.buildRows()...)
	return append(list, row{"index on disk", "MB", float64(f.vaandel.disk) / 1e6, mega(f.pagefind.disk), none, mega(f.minisearch.disk), mega(f.pagefind.disk) / 2},
		row{"files of the index", "", float64(f.vaandel.files), count(f.pagefind.files), none, count(f.minisearch.files), 0})
}

// The goals of the first query, by the number of pages.
var goalsFirst = map[int]float64{1000: 33, 10_000: 60}

func (f *found) bytesRows() []row {
	all := func(name string, goal float64, at float64, of func(p *peer) []traffic) row {
		kb := func(p *peer) float64 { return quantile(sizes(of(p)), at) }
		return row{name, "KB", kb(&f.vaandel), kb(&f.pagefind), kb(&f.pagefindBox), kb(&f.minisearch), goal}
	}
	first := func(p *peer) []traffic { return p.first }
	further := func(p *peer) []traffic { return p.further }
	typed := func(p *peer) []traffic { return p.typed }
	return []row{
		all("first query, median", goalsFirst[f.pages], 0.5, first),
		all("first query, most", 0, 1, first),
		all("further query, median", 12, 0.5, further),
		all("further query, most", 0, 1, further),
		all("further query typed key by key, median", 0, 0.5, typed),
	}
}

func (f *found) timeRows() []row {
	all := func(name string, goal, at float64, of func(p *peer) times, value func(took) float64) row {
		ms := func(p *peer) float64 { return quantile(of(p).of(value), at) }
		return row{name, "ms", ms(&f.vaandel), ms(&f.pagefind), ms(&f.pagefindBox), ms(&f.minisearch), goal}
	}
	loaded := func(p *peer) times { return p.loaded }
	fetched := func(p *peer) times { return p.fetched }
	cold := func(p *peer) times { return p.cold }
	frame := func(t took) float64 { return t.Frame }
	busy := func(t took) float64 { return t.Busy }
	var rows []row
	for _, sort := range []struct {
		name string
		goal float64
		of   func(p *peer) times
	}{{"key to results, loaded", 16, loaded}, {"key to results, fetched", 50, fetched}, {"focus to first results, cold", 80, cold}} {
		rows = append(rows,
			all(sort.name+", fastest", 0, 0, sort.of, frame),
			all(sort.name+", median", 0, 0.5, sort.of, frame),
			all(sort.name+", p95", sort.goal, 0.95, sort.of, frame),
			all(sort.name+", processor, median", 0, 0.5, sort.of, busy),
			all(sort.name+", processor, p95", 0, 0.95, sort.of, busy))
	}
	return rows
}

func (f *found) buildRows() []row {
	b := &f.builds
	wall := func(s measure.Sample) float64 { return s.Wall.Seconds() }
	cpu := func(s measure.Sample) float64 { return s.CPU.Seconds() }
	memory := func(s measure.Sample) float64 { return float64(s.Memory) / 1e6 }
	ours := func(p pair, value func(measure.Sample) float64) float64 {
		return middle(p.with, value) - middle(p.without, value)
	}
	packed := []measure.Sample{b.packed}
	if b.packed.Wall == 0 {
		packed = nil
	}
	goalTime, goalMemory := 0.0, 0.0
	if f.pages == 10_000 {
		goalTime, goalMemory = 2, 300
	}
	return []row{
		{"index, on top of the build", "s", ours(b.cold, wall), middle(b.index, wall), none, middle(packed, wall), goalTime},
		{"index, processor", "s", ours(b.cold, cpu), middle(b.index, cpu), none, middle(packed, cpu), 0},
		{"index, memory on top of the build", "MB", ours(b.cold, memory), middle(b.index, memory), none, middle(packed, memory), goalMemory},
		{"the stage \"search\"", "s", quantile(b.stage, 0.5), none, none, none, 0},
		{"whole build without search", "s", middle(b.cold.without, wall), none, none, none, 0},
		{"whole build without search, processor", "s", middle(b.cold.without, cpu), none, none, none, 0},
		{"whole build without search, memory", "MB", middle(b.cold.without, memory), none, none, none, 0},
		{"one page edited, on top", "s", ours(b.edited, wall), middle(b.index, wall), none, middle(packed, wall), 0},
		{"one page edited, processor on top", "s", ours(b.edited, cpu), middle(b.index, cpu), none, middle(packed, cpu), 0},
		{"one page edited, the stage \"search\"", "s", quantile(b.changed, 0.5), none, none, none, 0},
	}
}

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

// quantile returns the value below which a share of them lie; that of 1 is the
// greatest.
func quantile(values []float64, share float64) float64 {
	if len(values) == 0 {
		return none
	}
	values = slices.Sorted(slices.Values(values))
	return values[min(len(values)-1, int(share*float64(len(values))))]
}

// middle returns the median of a value of samples.
func middle(samples []measure.Sample, value func(measure.Sample) float64) float64 {
	values := make([]float64, len(samples))
	for i, s := range samples {
		values[i] = value(s)
	}
	return quantile(values, 0.5)
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
