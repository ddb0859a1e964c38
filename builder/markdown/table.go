package markdown

import (
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
	parent, before := node.Parent(), node.PreviousSibling()
	t.ParagraphTransformer.Transform(node, reader, pc)
	table := parent.FirstChild()
	if before != nil {
		table = before.NextSibling()
	}
	if table == node {
		table = node.NextSibling()
	}
	if a := c.attributes[node]; a != nil && table != nil && table.Kind() == extast.KindTable {
		delete(c.attributes, node)
		c.annotate(table, a)
	}
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
