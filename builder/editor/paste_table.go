package editor

import (
	"strconv"

	"golang.org/x/net/html"

	"vaandel/builder/markdown"
)

// table reads a table. One that only lays things out becomes what is in it.
func (r *pasteReader) table(n *html.Node, l look, depth int) {
	rows := rowsOf(n)
	if attr(n, "role") == "presentation" || lays(n) {
		r.flush()
		for _, row := range rows {
			for _, cell := range row {
				r.children(cell, l, depth+1)
				r.flush()
			}
		}
		return
	}
	var cells [][][]run
	for _, row := range rows {
		cells = append(cells, readRow(row, l, depth))
	}
	cells = filled(cells)
	switch {
	case len(cells) == 0:
	case len(cells) == 1 || len(cells[0]) == 1 || len(cells[0]) > markdown.MaxColumns || len(cells)*len(cells[0]) > markdown.MaxCells:
		// No table of our pages: a line for each row.
		for _, row := range cells {
			var runs []run
			for _, cell := range row {
				runs = append(append(runs, cell...), run{text: " "})
			}
			r.add(pasted{runs: tidy(runs)})
		}
	default:
		for i := range cells[0] {
			for j := range cells[0][i] { // headings are bold by themselves
				cells[0][i][j].look.bold = false
			}
		}
		r.add(pasted{kind: grid, rows: cells})
	}
}

// rowsOf returns the cells of a table by row, without those of tables in it.
func rowsOf(table *html.Node) [][]*html.Node {
	var rows [][]*html.Node
	var walk func(n *html.Node, depth int)
	walk = func(n *html.Node, depth int) {
		for c := n.FirstChild; c != nil && depth < 5; c = c.NextSibling {
			switch c.Data {
			case "tr":
				rows = append(rows, nil)
				walk(c, depth+1)
			case "td", "th":
				if len(rows) > 0 {
					rows[len(rows)-1] = append(rows[len(rows)-1], c)
				}
			case "thead", "tbody", "tfoot":
				walk(c, depth+1)
			}
		}
	}
	walk(table, 0)
	return rows
}

// lays tells whether a table holds other tables: it is there for the layout.
func lays(table *html.Node) bool {
	for n := range table.Descendants() {
		if n.Type == html.ElementNode && n.Data == "table" {
			return true
		}
	}
	return false
}

// readRow returns the text of cells, each on one line. A cell that spans
// columns is followed by empty ones.
func readRow(row []*html.Node, l look, depth int) [][]run {
	var cells [][]run
	for _, n := range row {
		inner := pasteReader{}
		inner.children(n, l.with(n, styleOf(n)), depth+1)
		inner.flush()
		cells = append(cells, oneLine(inner.blocks))
		span, _ := strconv.Atoi(attr(n, "colspan"))
		for range min(span-1, markdown.MaxColumns) {
			cells = append(cells, nil)
		}
	}
	return cells
}

// oneLine returns the text of blocks on one line.
func oneLine(blocks []pasted) []run {
	var runs []run
	for _, b := range blocks {
		if len(runs) > 0 {
			runs = append(runs, run{text: " "})
		}
		runs = append(runs, b.runs...)
		runs = append(runs, run{text: b.text})
		runs = append(runs, oneLine(b.blocks)...)
	}
	for i := range runs {
		runs[i].look.heading = false
		if runs[i].brk {
			runs[i] = run{text: " "}
		}
	}
	return tidy(runs)
}

// filled returns rows of one length, without those and the columns at the end
// that are empty.
func filled(rows [][][]run) [][][]run {
	width := 0
	var out [][][]run
	for _, row := range rows {
		full := 0
		for i, cell := range row {
			if len(cell) > 0 {
				full = i + 1
			}
		}
		if full > 0 {
			out = append(out, row[:full:full])
			width = max(width, full)
		}
	}
	if width > markdown.MaxColumns || width*len(out) > markdown.MaxCells {
		return out
	}
	for i, row := range out {
		out[i] = append(row, make([][]run, width-len(row))...)
	}
	return out
}
