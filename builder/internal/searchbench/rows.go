package main

import "vaandel/builder/internal/measure"

// row is one line of the table: what was measured of each, and the goal.
type row struct {
	name, unit                            string
	vaandel, pagefind, pagefindBox, minis float64 // NaN where it was not
	goal                                  float64 // the most that ours may be; 0 without
}

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
		kb := func(p *peer) float64 { return measure.Quantile(sizes(of(p)), at) }
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
		ms := func(p *peer) float64 { return measure.Quantile(of(p).of(value), at) }
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
	cold := func(value func(measure.Sample) float64) float64 {
		return middle(b.with.cold, value) - middle(b.without.cold, value)
	}
	edited := func(value func(measure.Sample) float64) float64 {
		return middle(b.with.edited, value) - middle(b.without.edited, value)
	}
	goalTime, goalMemory := 0.0, 0.0
	if f.pages == 10_000 {
		goalTime, goalMemory = 2, 300
	}
	return []row{
		{"index, on top of the build", "s", cold(wall), middle(b.pagefind, wall), none, middle(b.minisearch, wall), goalTime},
		{"index, processor", "s", cold(cpu), middle(b.pagefind, cpu), none, middle(b.minisearch, cpu), 0},
		{"index, memory on top of the build", "MB", cold(memory), middle(b.pagefind, memory), none, middle(b.minisearch, memory), goalMemory},
		{"the stage \"search\"", "s", measure.Quantile(b.with.stage, 0.5), none, none, none, 0},
		{"whole build without search", "s", middle(b.without.cold, wall), none, none, none, 0},
		{"whole build without search, processor", "s", middle(b.without.cold, cpu), none, none, none, 0},
		{"whole build without search, memory", "MB", middle(b.without.cold, memory), none, none, none, 0},
		{"one page edited, on top", "s", edited(wall), middle(b.pagefind, wall), none, middle(b.minisearch, wall), 0},
		{"one page edited, processor on top", "s", edited(cpu), middle(b.pagefind, cpu), none, middle(b.minisearch, cpu), 0},
		{"one page edited, the stage \"search\"", "s", measure.Quantile(b.with.changed, 0.5), none, none, none, 0},
		{"one page edited, files written on top", "", measure.Quantile(b.with.written, 0.5) - measure.Quantile(b.without.written, 0.5), none, none, none, 0},
	}
}
