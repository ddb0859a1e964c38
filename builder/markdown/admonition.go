package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// admonitions reads the blocks of MkDocs: !!! note "Title", with the text below
// it indented, and ??? note, which the reader opens.
type admonitions struct{}

// Trigger implements parser.BlockParser.
func (admonitions) Trigger() []byte { return []byte{'!', '?'} }

// CanInterruptParagraph implements parser.BlockParser.
func (admonitions) CanInterruptParagraph() bool { return true }

// CanAcceptIndentedLine implements parser.BlockParser.
func (admonitions) CanAcceptIndentedLine() bool { return false }

// Close implements parser.BlockParser.
func (admonitions) Close(ast.Node, text.Reader, parser.Context) {}

// Open implements parser.BlockParser.
func (admonitions) Open(_ ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, segment := reader.PeekLine()
	at := pc.BlockOffset()
	if at < 0 || segment.Padding > 0 {
		return nil, parser.NoChildren
	}
	n := &callout{mkdocs: true}
	switch rest := line[at:]; {
	case bytes.HasPrefix(rest, []byte("!!! ")):
		at += 4
	case bytes.HasPrefix(rest, []byte("??? ")):
		n.folded = true
		at += 4
	case bytes.HasPrefix(rest, []byte("???+ ")):
		n.folded, n.open = true, true
		at += 5
	default:
		return nil, parser.NoChildren
	}
	words, quoted := line[at:], len(line)
	if q := bytes.IndexByte(words, '"'); q >= 0 {
		words, quoted = words[:q], at+q
	}
	names := bytes.Fields(words)
	if len(names) == 0 || !isName(names[0]) || !titled(line[quoted:]) || quoted == len(line) && !placed(names[1:]) {
		return nil, parser.NoChildren
	}
	n.name = string(names[0])
	if title := bytes.TrimRight(line[quoted:], " \t\n"); len(title) > 1 {
		n.title(reader.Source(), segment.Start+quoted+1, segment.Start+quoted+len(title)-1)
	}
	reader.AdvanceToEOL()
	return n, parser.HasChildren
}

// placed tells whether the words behind a name are those that MkDocs knows for
// its place. Where there is a title they are whatever a site has made of them.
func placed(words [][]byte) bool {
	for _, w := range words {
		if string(w) != "inline" && string(w) != "end" {
			return false
		}
	}
	return true
}

// titled tells whether the end of an admonition's first line is a title in
// quotes, or nothing.
func titled(end []byte) bool {
	end = bytes.TrimRight(end, " \t\n")
	return len(end) == 0 || len(end) > 1 && end[len(end)-1] == '"'
}

// Continue implements parser.BlockParser: what is indented belongs to it.
func (admonitions) Continue(_ ast.Node, reader text.Reader, _ parser.Context) parser.State {
	line, _ := reader.PeekLine()
	if util.IsBlank(line) {
		return parser.Continue | parser.HasChildren
	}
	at, padding := util.IndentPosition(line, reader.LineOffset(), 4)
	if at < 0 {
		return parser.Close
	}
	reader.AdvanceAndSetPadding(at, padding)
	return parser.Continue | parser.HasChildren
}
