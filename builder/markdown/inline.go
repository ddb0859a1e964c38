package markdown

import (
	"bytes"
	"regexp"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// links is goldmark's parser of links and pictures, with the work it does
// counted and what stands in braces behind them read.
type links struct{ parser.InlineParser }

// Parse implements parser.InlineParser.
func (l links) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	c := pc.(*context)
	c.enter(parent)
	line, segment := block.PeekLine()
	if line[0] == ']' {
		c.closing(parent, line, segment)
	}
	c.budget.spend(workInline)
	node := l.InlineParser.Parse(parent, block, pc)
	if node == nil {
		return nil
	}
	if line[0] != ']' {
		c.brackets = append(c.brackets, bracket{segment.Start, parent.ChildCount(), c.LastDelimiter()})
		return node
	}
	switch n := node.(type) {
	case *ast.Image:
		c.referred(n.Reference, len(n.Destination)+len(n.Title))
	case *ast.Link:
		c.referred(n.Reference, len(n.Destination)+len(n.Title))
	}
	if rest, _ := block.PeekLine(); len(rest) > 0 && rest[0] == '{' {
		if a, size := parseAttributes(rest); size > 0 {
			c.annotate(node, a)
			block.Advance(size)
		}
	}
	return node
}

// CloseBlock implements parser.CloseBlocker.
func (l links) CloseBlock(parent ast.Node, block text.Reader, pc parser.Context) {
	l.InlineParser.(parser.CloseBlocker).CloseBlock(parent, block, pc)
}

// closing counts what goldmark does for a closing bracket: it copies the label,
// looks for links in it and for the end of the address, and searches the lines
// of the block from the last one back.
func (c *context) closing(parent ast.Node, line []byte, segment text.Segment) {
	work := parent.Lines().Len()
	if n := len(c.brackets); n > 0 {
		open := c.brackets[n-1]
		c.brackets = c.brackets[:n-1]
		work += 5*min(segment.Start-open.offset, 1000) + 10*(parent.ChildCount()-open.children)
		if c.LastDelimiter() != open.delimiter {
			work += 60 * parent.ChildCount() // emphasis is looked for up to the last mark before it
		}
	}
	if len(line) > 1 && line[1] == '(' {
		work += 5 * addressEnd(line[2:])
	}
	c.budget.spend(work)
}

// addressEnd returns how far goldmark looks for the end of an address.
func addressEnd(line []byte) int {
	line = bytes.TrimLeft(line, " \t\n")
	end := []byte(" ")
	if len(line) > 0 && line[0] == '<' {
		end[0] = '>'
	}
	if n := bytes.Index(line, end); n >= 0 {
		return n
	}
	return len(line)
}

// referred counts an address that stands elsewhere: a long one can be named
// many times.
func (c *context) referred(reference *ast.ReferenceLink, size int) {
	if reference != nil {
		c.budget.spend(20 * size)
	}
}

// codeSpans is goldmark's parser of `code`. Where nothing closes it, it has
// looked through the rest of the block.
type codeSpans struct{ parser.InlineParser }

// Parse implements parser.InlineParser.
func (s codeSpans) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	_, segment := block.PeekLine()
	node := s.InlineParser.Parse(parent, block, pc)
	work := workInline
	if node.Kind() == ast.KindText {
		lines := parent.Lines()
		work += 2*(lines.At(lines.Len()-1).Stop-segment.Start) + 50*lines.Len()
	}
	pc.(*context).budget.spend(work)
	return node
}

// strikes is goldmark's parser of ~~strikethrough~~. It takes one or two tildes
// and nothing of a longer run, yet measures that anew at each.
type strikes struct{ parser.InlineParser }

// Parse implements parser.InlineParser.
func (s strikes) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	if block.PrecendingCharacter() == '~' {
		return nil
	}
	return s.InlineParser.Parse(parent, block, pc)
}

// rawHTML is goldmark's parser of tags, with each character counted that it
// tries against its regular expressions.
type rawHTML struct{ parser.InlineParser }

// Parse implements parser.InlineParser.
func (r rawHTML) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	c := pc.(*context)
	c.budget.spend(workInline)
	return r.InlineParser.Parse(parent, &counted{block, &c.budget}, pc)
}

// counted is a reader that counts what a regular expression reads.
type counted struct {
	text.Reader
	budget *budget
}

// ReadRune implements io.RuneReader.
func (r *counted) ReadRune() (rune, int, error) {
	r.budget.spend(workRune)
	return r.Reader.ReadRune()
}

// Match implements text.Reader.
func (r *counted) Match(expression *regexp.Regexp) bool {
	line, position := r.Position()
	found := expression.FindReaderIndex(r)
	r.SetPosition(line, position)
	if found == nil {
		return false
	}
	r.Advance(found[1] - found[0])
	return true
}

// footnotes is goldmark's parser of the notes themselves.
type footnotes struct{ parser.BlockParser }

// Close implements parser.BlockParser.
func (f footnotes) Close(node ast.Node, reader text.Reader, pc parser.Context) {
	c := pc.(*context)
	c.footnotes = append(c.footnotes, node.(*extast.Footnote))
	c.budget.spend(10 * len(c.footnotes)) // they are put in order one by one
	f.BlockParser.Close(node, reader, pc)
}

// noteLinks is goldmark's parser of [^notes], which looks for each among all.
type noteLinks struct{ parser.InlineParser }

// CloseBlock implements parser.CloseBlocker.
func (noteLinks) CloseBlock(ast.Node, text.Reader, parser.Context) {}

// Parse implements parser.InlineParser.
func (f noteLinks) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	c := pc.(*context)
	line, segment := block.PeekLine()
	if !bytes.HasPrefix(line, []byte("[^")) {
		return nil // goldmark's own takes ![^1] for a note too
	}
	line = line[:min(len(line), 1000)] // the longest name of a note
	c.budget.spend(len(line) + 10*len(c.footnotes))
	node := f.InlineParser.Parse(parent, block, pc)
	if end := bytes.IndexByte(line, ']'); node == nil && end > 2 && len(c.footnotes) > 0 {
		c.note(&footnoteMissing, segment.Start, string(line[2:end]))
	}
	return node
}

// unusedNotes reports the notes that the text does not refer to, before
// goldmark leaves them out.
type unusedNotes struct{}

// Transform implements parser.ASTTransformer.
func (unusedNotes) Transform(_ *ast.Document, _ text.Reader, pc parser.Context) {
	c := pc.(*context)
	for _, n := range c.footnotes {
		if n.Index < 0 {
			c.note(&footnoteUnused, n.Pos(), string(n.Ref))
		}
	}
}
