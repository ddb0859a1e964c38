package render

import (
	"encoding/csv"
	"html/template"
	"strings"

	"vaandel/builder/chart"
	"vaandel/builder/diag"
	"vaandel/builder/handbook"
	"vaandel/builder/markdown"
)

// chart draws the table of a page of figures, or returns nil where there is
// nothing to draw. What can't be drawn is told at its place in the table's file.
func (s *site) chart(p *handbook.Page, f *handbook.Figures, rows [][]string) *Chart {
	if f.Chart == string(chart.None) || len(rows) == 0 {
		return nil
	}
	table, faults := chart.Read(rows, p.Lang)
	s.assets.reportChart(p.Fields[f.Data].File, faults, len(table.Series))
	kind := chart.Choose(table, chart.Kind(f.Chart))
	if kind == chart.None {
		return nil
	}
	if most := chart.MostRows(kind); len(table.Labels) > most {
		at := place{Position: diag.Position{File: p.Fields[f.Data].File, Line: 1}}
		s.assets.report(&figuresRows, at, len(table.Labels), most)
		return nil
	}
	style := chart.Style{
		Decimal: s.Theme.Message(p.Lang, "number.decimal"),
		Group:   s.Theme.Message(p.Lang, "number.group"),
		Unit:    strings.TrimSpace(f.Unit),
	}
	drawing := chart.Draw(table, chart.Options{
		Kind: kind, Style: style, ID: "v-chart",
		Title:       s.chartTitle(p.Lang, kind, table),
		Description: s.chartWords(p.Lang, table, style),
	})
	return &Chart{Kind: string(kind), Wide: template.HTML(drawing.Wide), Narrow: template.HTML(drawing.Narrow)}
}

// chartTitle tells what a chart is of.
func (s *site) chartTitle(lang string, kind chart.Kind, t chart.Table) string {
	var names []string
	for _, series := range t.Series[:min(len(t.Series), chart.MostSeries)] {
		names = append(names, series.Name)
	}
	return s.Theme.Message(lang, "chart."+string(kind), strings.Join(names, ", "))
}

// chartWords tells what is seen in a chart.
func (s *site) chartWords(lang string, t chart.Table, style chart.Style) string {
	row := func(label string) string {
		const year = 4
		if len(label) < year && strings.Trim(label, "0123456789") == "" { // "6" says little, "Week 6" does
			return strings.TrimSpace(t.Title + " " + label)
		}
		return label
	}
	var out []string
	for _, f := range t.Facts(style) {
		if len(t.Labels) == 1 {
			out = append(out, s.Theme.Message(lang, "chart.one", f.Name, f.Last.Value, row(f.Last.Label)))
			continue
		}
		out = append(out, s.Theme.Message(lang, "chart.fact", f.Name,
			f.High.Value, row(f.High.Label), f.Low.Value, row(f.Low.Label),
			f.First.Value, row(f.First.Label), f.Last.Value, row(f.Last.Label)))
	}
	return strings.Join(out, " ")
}

// reportChart tells which cells of a table can't be drawn, and that it has more
// series than a chart shows.
func (a *assets) reportChart(source string, faults []chart.Fault, series int) {
	if series > chart.MostSeries {
		a.report(&figuresSeries, place{Position: diag.Position{File: source, Line: 1}}, series, chart.MostSeries)
	}
	if len(faults) == 0 {
		return
	}
	at := a.cells(source)
	for _, f := range faults {
		rule := &figuresNumber
		if f.Row == 0 {
			rule = &figuresColumn
		}
		a.report(rule, place{Position: at(f.Row, f.Column)}, f.Text)
	}
}

// cells returns a function that tells where a cell stands in the file of a table
// that can be read.
func (a *assets) cells(source string) func(row, column int) diag.Position {
	whole := diag.Position{File: source}
	data, err := a.tree.File(source).Bytes()
	if err != nil {
		return func(int, int) diag.Position { return whole }
	}
	text := markdown.Text(data)
	lines := strings.Split(text, "\n")
	var places [][]diag.Position
	r := csv.NewReader(strings.NewReader(text))
	r.Comma = separator(text)
	for row, err := r.Read(); err == nil; row, err = r.Read() {
		cells := make([]diag.Position, len(row))
		for i := range row {
			line, column := r.FieldPos(i)
			// The reader counts bytes, an author signs.
			before := lines[line-1][:column-1]
			cells[i] = diag.Position{File: source, Line: line, Column: len([]rune(before)) + 1}
		}
		places = append(places, cells)
	}
	return func(row, column int) diag.Position {
		if row < len(places) && column < len(places[row]) {
			return places[row][column]
		}
		return whole
	}
}
