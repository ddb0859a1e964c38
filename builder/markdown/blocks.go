package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// newParser puts goldmark together: its own parsers, each kept within bounds,
// and ours. It serves any number of pages at once.
func newParser() parser.Parser {
	block := util.Prioritized
	return parser.NewParser(
		parser.WithBlockParsers(
			block(heading{parser.NewSetextHeadingParser()}, 100),
			block(container{extension.NewDefinitionListParser()}, 101),
			block(container{extension.NewDefinitionDescriptionParser()}, 102),
			block(parser.NewThematicBreakParser(), 200),
			block(container{parser.NewListParser()}, 300),
			block(container{parser.NewListItemParser()}, 400),
			block(parser.NewCodeBlockParser(), 500),
			block(heading{parser.NewATXHeadingParser()}, 600),
			block(parser.NewFencedCodeBlockParser(), 700),
			block(container{admonitions{}}, 750),
			block(container{quotes{parser.NewBlockquoteParser()}}, 800),
			block(parser.NewHTMLBlockParser(), 900),
			block(container{footnotes{extension.NewFootnoteBlockParser()}}, 999),
			block(parser.NewParagraphParser(), 1000),
		),
		parser.WithInlineParsers(
			block(checkboxes{}, 0),
			block(codeSpans{parser.NewCodeSpanParser()}, 100),
			block(noteLinks{extension.NewFootnoteParser()}, 101),
			block(wikiLinks{}, 150),
			block(links{parser.NewLinkParser()}, 200),
			block(parser.NewAutoLinkParser(), 300),
			block(rawHTML{parser.NewRawHTMLParser()}, 400),
			block(parser.NewEmphasisParser(), 500),
			block(strikes{extension.NewStrikethroughParser()}, 500),
			block(addresses{}, 999),
		),
		parser.WithParagraphTransformers(
			block(references{parser.LinkReferenceParagraphTransformer}, 100),
			block(braces{}, 150),
			block(tables{extension.NewTableParagraphTransformer()}, 200),
		),
		parser.WithASTTransformers(
			block(unusedNotes{}, 998),
			block(extension.NewFootnoteASTTransformer(), 999),
		),
	)
}

// container keeps what a block parser opens from nesting too deep: goldmark
// looks at every open block for every line.
type container struct{ parser.BlockParser }

// Open implements parser.BlockParser.
func (b container) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	_, before := reader.Position()
	offset := before.Start + max(pc.BlockOffset(), 0)
	node, state := b.BlockParser.Open(parent, reader, pc)
	if node == nil || !level(node) {
		return node, state
	}
	depth := 1
	for _, open := range pc.OpenedBlocks() {
		if level(open.Node) {
			depth++
		}
	}
	if depth > MaxNesting {
		panic(&exceeded{rule: &pageDeep, offset: offset})
	}
	return node, state
}

// level tells whether a block is one step deeper to a reader.
func level(n ast.Node) bool {
	switch n.(type) {
	case *ast.Blockquote, *ast.ListItem, *callout, *extast.Footnote, *extast.DefinitionDescription:
		return true
	}
	return false
}

// Continue implements parser.BlockParser.
func (b container) Continue(node ast.Node, reader text.Reader, pc parser.Context) parser.State {
	pc.(*context).budget.spend(workBlock)
	return b.BlockParser.Continue(node, reader, pc)
}

// heading reads what stands in braces behind a heading. goldmark's own way
// loses numbers, and takes minutes over braces in braces.
type heading struct{ parser.BlockParser }

// Open implements parser.BlockParser, for headings with #.
func (b heading) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	node, state := b.BlockParser.Open(parent, reader, pc)
	if node != nil && state&parser.RequireParagraph == 0 {
		lastBraces(node, pc.(*context))
	}
	return node, state
}

// Close implements parser.BlockParser, for underlined headings.
func (b heading) Close(node ast.Node, reader text.Reader, pc parser.Context) {
	b.BlockParser.Close(node, reader, pc)
	if node.Parent() != nil && pc.(*context).attributes[node] == nil {
		lastBraces(node, pc.(*context))
	}
}

// lastBraces takes the braces from the end of a heading's last line.
func lastBraces(node ast.Node, c *context) {
	last := node.Lines().Len() - 1
	if last < 0 {
		return
	}
	line := node.Lines().At(last)
	value := c.source[line.Start:line.Stop]
	end := bytes.TrimRight(value, " \t\n")
	open := bytes.LastIndexByte(end, '{')
	if open < 0 || end[len(end)-1] != '}' || open > 0 && end[open-1] == '\\' {
		return
	}
	a, size := parseAttributes(end[open:])
	if size != len(end)-open {
		return
	}
	c.annotate(node, a)
	line.Stop = line.Start + len(bytes.TrimRight(value[:open], " \t"))
	node.Lines().Set(last, line)
}

// references keeps the definitions of links ([name]: address) within bounds:
// goldmark moves all lines below each that it takes out.
type references struct{ parser.ParagraphTransformer }

// Transform implements parser.ParagraphTransformer.
func (t references) Transform(node *ast.Paragraph, reader text.Reader, pc parser.Context) {
	first := node.Lines().At(0)
	source := reader.Source()[first.Start:first.Stop]
	if source = bytes.TrimLeft(source, " \t"); len(source) == 0 || source[0] != '[' {
		return
	}
	lines := node.Lines().Len()
	pc.(*context).budget.spend(2 * lines * lines)
	t.ParagraphTransformer.Transform(node, reader, pc)
}
