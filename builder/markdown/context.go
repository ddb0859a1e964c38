package markdown

import (
	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"

	"vaandel/builder/diag"
)

// context is goldmark's own, with what our parsers know about the page: the
// work that is left, what authors put in braces, and what is odd.
type context struct {
	parser.Context
	budget budget
	source []byte
	// delimiters is how many marks of emphasis are open in the current block.
	delimiters int
	// block is the block whose text is being read, brackets its open "[".
	block    ast.Node
	brackets []bracket
	// footnotes are the notes in the order in which they end.
	footnotes []*extast.Footnote
	// attributes are those in braces, by the node they belong to.
	attributes map[ast.Node]*attributes
	odd        []oddity
}

// bracket is an open "[" with the number of nodes and the last mark of emphasis
// before it.
type bracket struct {
	offset, children int
	delimiter        *parser.Delimiter
}

// oddity is what will be a diagnostic once lines are counted.
type oddity struct {
	rule   *diag.Rule
	offset int
	args   []any
}

func newContext(source []byte) *context {
	return &context{
		Context: parser.NewContext(),
		budget:  budget(workPerPage + workPerByte*len(source)),
		source:  source,
	}
}

// note keeps what is odd at an offset.
func (c *context) note(rule *diag.Rule, offset int, args ...any) {
	c.odd = append(c.odd, oddity{rule, offset, args})
}

// annotate gives a node what its author put in braces.
func (c *context) annotate(n ast.Node, a *attributes) {
	if c.attributes == nil {
		c.attributes = map[ast.Node]*attributes{}
	}
	if had := c.attributes[n]; had != nil {
		a = had.merged(a)
	}
	c.attributes[n] = a
}

// PushDelimiter counts: at the end of a block goldmark compares each mark that
// may close with all that may have opened it.
func (c *context) PushDelimiter(d *parser.Delimiter) {
	if c.FirstDelimiter() == nil {
		c.delimiters = 0
	}
	c.delimiters++
	c.budget.spend(workInline + 2*c.delimiters)
	c.Context.PushDelimiter(d)
}

// RemoveDelimiter is told of each mark that has found its other half.
func (c *context) RemoveDelimiter(d *parser.Delimiter) {
	c.delimiters--
	c.Context.RemoveDelimiter(d)
}

// enter starts a new count of brackets where the text of another block begins.
func (c *context) enter(block ast.Node) {
	if c.block != block {
		c.block, c.brackets = block, c.brackets[:0]
	}
}
