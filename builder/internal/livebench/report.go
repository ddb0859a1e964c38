package main

import (
	"fmt"
	"math"
	"strings"
	"text/tabwriter"

	"vaandel/builder/internal/measure"
)

// goal is the most that ours may be: in milliseconds, and as a part of Hugo's median.
// Zero is no goal.
type goal struct{ median, p95, part float64 }

// The goals of an edit, by the number of pages, and that of a start.
var (
	goalsShown = map[int]goal{1000: {30, 60, 1.0 / 10}, 10_000: {60, 120, 1.0 / 20}}
	goalFirst  = goal{part: 1.0 / 2}
)

// row is one line of the table.
type row struct {
	name, unit string
	ours, hugo []float64
	unseen     int // edits of ours that never were on screen
	goal       goal
}

// rows are the lines of a handbook's table.
func rows(pages int, sides []*side) []row {
	ours, hugo := sides[0], &side{}
	if len(sides) > 1 {
		hugo = sides[1]
	}
	var list []row
	for _, w := range ways {
		list = append(list, row{"on screen, " + w.name, "ms", ours.shown[w.name], hugo.shown[w.name], ours.unseen, goalsShown[pages]})
	}
	return append(list,
		row{"first page, nothing cached", "ms", ours.cold, hugo.cold, 0, goalFirst},
		row{"first page, cached", "ms", ours.warm, hugo.cold, 0, goalFirst},
		row{"memory", "MB", mega(ours.memory), mega(hugo.memory), 0, goal{}},
	)
}

// report prints the table of a handbook.
func (b *bench) report(pages int, sides []*side) {
	w := tabwriter.NewWriter(b.out, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(w, "\tvaandel\tfastest\tp95\tslowest\thugo server\tfastest\tp95\tto hugo\tgoal\t\t")
	for _, r := range rows(pages, sides) {
		fmt.Fprintln(w, r)
	}
	w.Flush()
	for _, s := range sides {
		if s.unseen > 0 {
			fmt.Fprintf(b.out, "%s: %d of %d edits were not on screen within %s\n", s.name, s.unseen, s.edits, patience)
		}
	}
	fmt.Fprintln(b.out)
}

// notes say what the numbers do not.
const notes = `Without a name a time is the median. "On screen" is from just before the save until
Chromium tells that it drew the frame, sixty of which come in a second: what is ready
waits up to 17 ms for the next one. The first page is from the start of the program
until it answers; Hugo keeps no cache. Memory is the most that the server had after
all edits.
`

// few values have no p95 worth the name.
const few = 10

// String is the line of a row.
func (r row) String() string {
	cells := []string{r.name,
		r.cell(r.ours, 0.5), r.cell(r.ours, 0), r.cell(r.ours, 0.95), r.cell(r.ours, 1),
		r.cell(r.hugo, 0.5), r.cell(r.hugo, 0), r.cell(r.hugo, 0.95), part(r.part()), r.goal.String(), r.verdict()}
	return strings.Join(cells, "\t") + "\t"
}

// cell is a quantile, where there are values enough to have it.
func (r row) cell(values []float64, share float64) string {
	if n := len(values); n == 0 || n == 1 && share != 0.5 || n < few && share == 0.95 {
		return ""
	}
	return fmt.Sprintf("%.1f %s", measure.Quantile(values, share), r.unit)
}

// part is our median as a part of Hugo's; NaN without Hugo.
func (r row) part() float64 {
	return measure.Quantile(r.ours, 0.5) / measure.Quantile(r.hugo, 0.5)
}

// verdict tells whether the goal was met, as far as it was measured.
func (r row) verdict() string {
	over := func(got, most float64) bool { return most > 0 && got > most }
	switch {
	case r.goal == goal{}:
		return ""
	case r.unseen > 0, over(measure.Quantile(r.ours, 0.5), r.goal.median),
		over(measure.Quantile(r.ours, 0.95), r.goal.p95), over(r.part(), r.goal.part):
		return "MISSED"
	}
	return "met"
}

func (g goal) String() string {
	var list []string
	if g.median > 0 {
		list = append(list, fmt.Sprintf("%.0f ms, p95 %.0f ms", g.median, g.p95))
	}
	if g.part > 0 {
		list = append(list, part(g.part))
	}
	return strings.Join(list, ", ")
}

// part writes a part: "1/10", and "1.25" of what is more than the whole.
func part(share float64) string {
	switch {
	case math.IsNaN(share):
		return ""
	case share > 1:
		return fmt.Sprintf("%.2f", share)
	}
	return fmt.Sprintf("1/%.3g", 1/share)
}

// mega is a number of bytes in MB; none where it is unknown.
func mega(bytes int64) []float64 {
	if bytes == 0 {
		return nil
	}
	return []float64{float64(bytes) / 1e6}
}
