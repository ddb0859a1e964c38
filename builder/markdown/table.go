package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// tables is goldmark's reader of tables. It makes every row as long as the
// first, however short it is written, so columns and cells are counted first.
type tables struct{ parser.ParagraphTransformer }

// Transform implements parser.ParagraphTransformer.
func (t tables) Transform(node *ast.Paragraph, reader text.Reader, pc parser.Context) {
	lines, c := node.Lines(), pc.(*context)
	at := delimiterRow(lines, c.source)
	if at < 0 {
		return
	}
	line := lines.At(at)
	columns := columnsOf(c.source[line.Start:line.Stop])
	if columns > MaxColumns {
		panic(&exceeded{rule: &tableWide, offset: line.Start, args: []any{columns}})
	}
	cells := columns * (lines.Len() - at)
	if cells > MaxCells {
		panic(&exceeded{rule: &tableLong, offset: line.Start, args: []any{cells}})
	}
	c.budget.spend(cells * workCell)
	rows := append([]text.Segment(nil), lines.Sliced(at+1, lines.Len())...)
	parent, before := node.Parent(), node.PreviousSibling()
	t.ParagraphTransformer.Transform(node, reader, pc)
	table := parent.FirstChild()
	if before != nil {
		table = before.NextSibling()
	}
	if table == node {
		table = node.NextSibling()
	}
	if table == nil || table.Kind() != extast.KindTable {
		return
	}
	if a := c.attributes[node]; a != nil {
		delete(c.attributes, node)
		c.annotate(table, a)
	}
	for _, row := range rows {
		if n := cellsOf(c.source[row.Start:row.Stop]); n > columns {
			c.note(&tableRow, row.Start, n, columns)
		}
	}
}

// cellsOf returns how many cells a row has. goldmark leaves out those that the
// head has no column for.
func cellsOf(row []byte) int {
	row = bytes.TrimSpace(row)
	row = bytes.TrimPrefix(row, []byte("|"))
	cells := 1
	for i, c := range row {
		if c == '|' && (i == 0 || row[i-1] != '\\') && i+1 < len(row) {
			cells++
		}
	}
	return cells
}

// delimiterRow returns the first line, from the second, that separates a
// table's head from its rows; -1 where there is none.
func delimiterRow(lines *text.Segments, source []byte) int {
	for i := 1; i < lines.Len(); i++ {
		line := lines.At(i)
		if isDelimiterRow(source[line.Start:line.Stop]) {
			return i
		}
	}
	return -1
}

// isDelimiterRow tells whether a line has only what a separator may have.
func isDelimiterRow(line []byte) bool {
	dash := false
	for _, c := range line {
		switch c {
		case '-':
			dash = true
		case '|', ':', ' ', '\t', '\n':
		default:
			return false
		}
	}
	return dash
}

// columnsOf returns how many columns a separator has.
func columnsOf(line []byte) int {
	columns, inside := 0, false
	for _, c := range line {
		switch c {
		case '|':
			inside = false
		case '-', ':':
			if !inside {
				columns++
			}
			inside = true
		}
	}
	return columns
}
