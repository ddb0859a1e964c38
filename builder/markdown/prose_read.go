package markdown

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
)

// read parses the text and reads its blocks. What exceeds a bound leaves the front
// matter alone.
func (r *proseReader) read() {
	defer func() {
		if recover() != nil {
			r.prose = &Prose{Blocks: r.prose.Blocks[:r.front:r.front], Refused: true}
		}
	}()
	r.blocksOf(r.tree())
}

// blocksOf reads the blocks that a node holds.
func (r *proseReader) blocksOf(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		r.blockWith(c)
	}
	// A comment at the end of what it stands in has nothing below it there.
	if len(r.waiting) > 0 && n.Parent() != nil {
		first, last := extent(n)
		r.settle(first, last)
	}
}

// blockWith reads a block, and tells the comments above it what they stand with.
func (r *proseReader) blockWith(n ast.Node) {
	if html, ok := n.(*ast.HTMLBlock); ok {
		r.htmlText(html)
		return
	}
	if len(r.waiting) > 0 {
		first, last := extent(n)
		r.settle(first, last)
	}
	before := r.around
	if lang := r.attributes[n].get("lang"); lang != "" {
		r.around.Lang = lang
	}
	r.reading = n
	r.oneBlock(n)
	r.around = before
}

// oneBlock reads one block.
func (r *proseReader) oneBlock(n ast.Node) {
	switch n := n.(type) {
	case *ast.Paragraph, *ast.TextBlock:
		r.paragraphText(n)
	case *ast.Heading:
		b := r.around
		b.Kind, b.Level = ProseHeading, n.Level
		r.write(b, func() { r.inside(n) })
	case *ast.ListItem:
		before := r.item
		r.item = n
		r.around.Task = box(n) != nil
		r.blocksOf(n)
		r.item = before
	case *ast.Blockquote:
		r.around.Quoted = true
		r.blocksOf(n)
	case *callout:
		r.around.Callout, _ = n.kind()
		if r.around.Callout == "" {
			r.around.Callout = "note"
		}
		r.blocksOf(n)
	case *calloutTitle:
		b := r.around
		b.Kind = ProseCalloutTitle
		r.write(b, func() { r.inside(n) })
	case *ast.CodeBlock:
		r.rawLines(n, Block{Kind: ProseCode})
	case *ast.FencedCodeBlock:
		r.fenced(n)
	case *extast.Table:
		r.tableText(n)
	case *extast.DefinitionTerm:
		b := r.around
		b.Kind = ProseTerm
		r.write(b, func() { r.inside(n) })
	default: // lists, notes, definitions: what holds blocks
		if n.Type() == ast.TypeBlock {
			r.blocksOf(n)
		}
	}
}

// paragraphText reads a block of text for what it stands in.
func (r *proseReader) paragraphText(n ast.Node) {
	b := r.around
	b.Kind = ProseParagraph
	switch {
	case b.Quoted:
		b.Kind = ProseQuote
	case r.item != nil:
		b.Kind = ProseItem
	case n.Parent().Kind() == extast.KindFootnote:
		b.Kind = ProseNote
	case n.Parent().Kind() == extast.KindDefinitionDescription:
		b.Kind = ProseDefinition
	}
	r.write(b, func() { r.inside(n) })
}

// fenced reads a fenced block: code, or a template for a message.
func (r *proseReader) fenced(n *ast.FencedCodeBlock) {
	language, a, _ := r.info(n)
	b := Block{Kind: ProseCode}
	if strings.EqualFold(language, "post") {
		b = Block{Kind: ProsePost, Name: a.get("network"), Lang: a.get("lang")}
	}
	r.rawLines(n, b)
}

// rawLines reads a block of lines as they are.
func (r *proseReader) rawLines(n ast.Node, b Block) {
	r.write(b, func() {
		for _, line := range segments(n) {
			r.verbatim(line.start, line.stop)
		}
	})
}

// tableText reads the cells of a table, row by row.
func (r *proseReader) tableText(n *extast.Table) {
	r.tables++
	r.inTable = true
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		b := r.around
		b.Kind, b.Table = ProseCell, r.tables
		if row.Kind() == extast.KindTableHeader {
			b.Kind = ProseHeadCell
		}
		for cell := row.FirstChild(); cell != nil; cell = cell.NextSibling() {
			r.write(b, func() { r.inside(cell) })
			b.Column++
		}
	}
	r.inTable = false
}

// extent returns the offsets of the first and last byte of a block.
func extent(n ast.Node) (first, last int) {
	first = position(n)
	last = first
	if n.Type() == ast.TypeBlock {
		if lines := n.Lines(); lines.Len() > 0 {
			last = max(last, lines.At(lines.Len()-1).Stop-1)
		}
	}
	// A block that holds text has no blocks in it.
	for c := n.FirstChild(); c != nil && c.Type() == ast.TypeBlock; c = c.NextSibling() {
		_, end := extent(c)
		last = max(last, end)
	}
	return first, last
}
