package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// calloutTypes are the types of callouts. The first five are GitHub's.
var calloutTypes = []string{"note", "tip", "important", "warning", "caution", "do", "dont"}

// otherCallouts are the types of MkDocs Material and Obsidian, with the type of
// ours that says the same. They are no mistake in a page from elsewhere.
var otherCallouts = map[string]string{
	"abstract": "note", "summary": "note", "tldr": "note", "info": "note", "todo": "note",
	"example": "note", "quote": "note", "cite": "note", "question": "note", "help": "note", "faq": "note",
	"hint": "tip", "success": "tip", "check": "tip", "done": "tip",
	"attention": "warning", "failure": "caution", "fail": "caution", "missing": "caution",
	"danger": "caution", "error": "caution", "bug": "caution",
	"do-not": "dont", "don't": "dont", "donts": "dont", "dos": "do",
}

// maxCalloutName is the longest name of a callout, with its brackets.
const maxCalloutName = 30

// callout is a block that stands out: a quote with a marker or a block of
// MkDocs. Its first child may be a calloutTitle.
type callout struct {
	ast.BaseBlock
	name   string // as written
	mkdocs bool   // a block of MkDocs, whose types each site chooses
	folded bool   // the reader opens it
	open   bool   // it is open at first
}

var kindCallout = ast.NewNodeKind("Callout")

// Kind implements ast.Node.
func (*callout) Kind() ast.NodeKind { return kindCallout }

// Dump implements ast.Node.
func (n *callout) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// calloutTitle is the title that an author gave a callout.
type calloutTitle struct{ ast.BaseBlock }

var kindCalloutTitle = ast.NewNodeKind("CalloutTitle")

// Kind implements ast.Node.
func (*calloutTitle) Kind() ast.NodeKind { return kindCalloutTitle }

// Dump implements ast.Node.
func (n *calloutTitle) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// title gives the callout the title that stands at an offset.
func (n *callout) title(source []byte, start, stop int) {
	segment := text.NewSegment(start, stop)
	segment = segment.TrimLeftSpace(source)
	segment = segment.TrimRightSpace(source)
	if segment.Len() == 0 {
		return
	}
	t := &calloutTitle{}
	t.Lines().Append(segment)
	t.SetPos(segment.Start)
	n.AppendChild(n, t)
}

// kind returns the type of ours that the callout has; false where its name is
// none that we know.
func (n *callout) kind() (string, bool) {
	name := strings.ToLower(n.name)
	for _, known := range calloutTypes {
		if name == known {
			return name, true
		}
	}
	known, ok := otherCallouts[name]
	return known, ok
}

// quotes opens a callout where a quote starts with a marker: > [!NOTE].
type quotes struct{ parser.BlockParser }

// Open implements parser.BlockParser.
func (q quotes) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	node, state := q.BlockParser.Open(parent, reader, pc)
	if node == nil {
		return nil, state
	}
	line, segment := reader.PeekLine()
	_, at := util.IndentWidth(line, 0)
	if segment.Padding > 0 || !bytes.HasPrefix(line[min(at, len(line)):], []byte("[!")) {
		return node, state
	}
	end := bytes.IndexByte(line[:min(len(line), at+maxCalloutName)], ']')
	if end < 0 || !isName(line[at+2:end]) {
		return node, state
	}
	n := &callout{name: string(line[at+2 : end])}
	end++
	if end < len(line) && (line[end] == '-' || line[end] == '+') { // Obsidian
		n.folded, n.open = true, line[end] == '+'
		end++
	}
	n.title(reader.Source(), segment.Start+end, segment.Stop)
	reader.AdvanceToEOL()
	return n, parser.HasChildren
}

// isName tells whether b can be the name of a callout.
func isName(b []byte) bool {
	for _, c := range b {
		if !util.IsAlphaNumeric(c) && c != '-' && c != '_' && c != '\'' {
			return false
		}
	}
	return len(b) > 0 && len(b) <= maxCalloutName
}
