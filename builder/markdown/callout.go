package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"vaandel/builder/diag"
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

// callout writes a callout and records it.
func (w *writer) callout(n *callout) {
	kind, known := n.kind()
	if !known {
		kind = "note"
		w.unknownCallout(n)
	}
	tag, title := "div", "p"
	if n.folded {
		tag, title = "details", "summary"
	}
	record := len(w.doc.Callouts)
	w.doc.Callouts = append(w.doc.Callouts, Callout{Type: kind, Line: w.lines.line(n.Pos())})
	w.open(tag, n, "callout callout-"+kind, "")
	if tag == "div" {
		w.str(` role="note"`)
	} else if n.open {
		w.str(" open")
	}
	w.str(">\n<" + title + ` class="callout-title">`)
	first := n.FirstChild()
	heading, titled := first.(*calloutTitle)
	switch {
	case titled:
		if known { // a reader sees the type by its colour, a screen reader must hear it
			w.str(`<span class="visually-hidden">`)
			w.hole(HoleMessage, 0, "callout."+kind)
			w.str(":</span> ")
		}
		w.inlines(heading)
		first = first.NextSibling()
	case known:
		w.hole(HoleMessage, 0, "callout."+kind)
	default:
		w.text(n.name)
	}
	w.str("</" + title + ">\n")
	w.scoped(func() { w.blocks(first) })
	w.str("</" + tag + ">\n")
	w.doc.Callouts[record].Items = w.listItems(first)
}

// unknownCallout reports a name that is no callout's, once a page. Those of
// MkDocs are no mistake of anybody who writes for us.
func (w *writer) unknownCallout(n *callout) {
	if n.mkdocs || w.unknown[n.name] {
		return
	}
	if w.unknown == nil {
		w.unknown = map[string]bool{}
	}
	w.unknown[n.name] = true
	if near, ok := diag.Nearest(n.name, calloutTypes); ok {
		w.report(&calloutNear, n.Pos(), n.name, strings.ToUpper(near))
		return
	}
	w.report(&calloutUnknown, n.Pos(), n.name)
}

// listItems returns the text of the items of all lists among n and what follows
// it.
func (w *writer) listItems(n ast.Node) []string {
	var items []string
	for ; n != nil; n = n.NextSibling() {
		if n.Kind() != ast.KindList {
			continue
		}
		for item := n.FirstChild(); item != nil; item = item.NextSibling() {
			if first := item.FirstChild(); first != nil {
				items = append(items, w.plain(first))
			}
		}
	}
	return items
}
