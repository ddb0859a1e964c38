package markdown

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"

	"vaandel/builder/diag"
)

// writer turns the tree of one page into a [Document]. goldmark's own renderer
// knows no holes, and its tables and checkboxes are not what we need.
type writer struct {
	*context
	doc     *Document
	options Options
	file    string
	kind    string    // of the page
	lines   lineIndex // of the text
	whole   lineIndex // of the file, front matter included
	ids     ids

	// out and holes are those of the page or of the piece being written.
	out   []byte
	holes []Hole

	depth   int  // of emphasis and links in each other
	linked  bool // inside a link
	inTable bool // in a table's cell, where \| is a bar
	shift   int  // 1 below a further heading of level 1
	// titled is true once a heading has been seen: a heading of level 1 that
	// comes later is one of many.
	titled  bool
	above   string          // the text of the last heading at the top level
	unknown map[string]bool // callouts that have been reported
	html    htmlState
	code    int // bytes of code that have been highlighted
}

// str adds HTML as it is.
func (w *writer) str(html string) { w.out = append(w.out, html...) }

// text adds a plain text, escaped.
func (w *writer) text(text string) {
	w.doc.Words += countWords([]byte(text))
	w.out = appendRaw(w.out, text)
}

// attr adds an attribute, escaped.
func (w *writer) attr(name, value string) {
	w.str(" " + name + `="`)
	w.out = appendRaw(w.out, value)
	w.str(`"`)
}

// hole leaves a place open.
func (w *writer) hole(kind HoleKind, index int, key string) {
	w.holes = append(w.holes, Hole{Kind: kind, Offset: len(w.out), Index: index, Key: key})
}

// piece writes something apart from the page, with its own holes.
func (w *writer) piece(write func()) HTML {
	out, holes := w.out, w.holes
	w.out, w.holes = nil, nil
	write()
	piece := HTML{Body: w.out, Holes: w.holes}
	w.out, w.holes = out, holes
	return piece
}

// report notes what is odd at an offset of the text.
func (w *writer) report(rule *diag.Rule, offset int, args ...any) {
	at := diag.Position{File: w.file}
	if offset >= 0 {
		at.Line, at.Column = w.lines.place(offset)
	}
	for i, arg := range args {
		if s, ok := arg.(string); ok {
			args[i] = brief(s)
		}
	}
	w.doc.Diagnostics = append(w.doc.Diagnostics, rule.At(at, args...))
}

// brief cuts what a diagnostic quotes: an address can be a whole picture.
func brief(s string) string {
	const most = 80
	if len(s) <= most {
		return s
	}
	for cut := most; ; cut-- {
		if utf8.RuneStart(s[cut]) {
			return s[:cut] + "…"
		}
	}
}

// open adds the beginning of a start tag, without the closing bracket.
func (w *writer) open(tag string, n ast.Node, class, id string) {
	w.str("<" + tag)
	w.attrs(n, class, id)
}

// attrs adds a class and an id, and what the author gave the node. An id of our
// own gives way to the author's.
func (w *writer) attrs(n ast.Node, class, id string) {
	w.lineOf(n)
	a := w.attributes[n]
	if a != nil {
		class = joined(class, a.classes)
		if own := w.chosenID(n, a); own != "" {
			id = own
			w.doc.Anchors = append(w.doc.Anchors, own)
		}
	}
	if class != "" {
		w.attr("class", class)
	}
	if id != "" {
		w.attr("id", id)
	}
	if a == nil {
		return
	}
	for _, name := range []string{"lang", "dir", "title", "aria-label"} {
		if value := a.get(name); value != "" {
			w.attr(name, value)
		}
	}
}

// lineOf adds the line on which a block begins, where that is asked for.
func (w *writer) lineOf(n ast.Node) {
	if w.options.Lines && n.Type() == ast.TypeBlock {
		w.attr("data-line", number(w.lines.line(position(n))))
	}
}

// joined returns the classes of an element.
func joined(class string, more []string) string {
	return strings.TrimSpace(class + " " + strings.Join(more, " "))
}

// chosenID returns the id that the author chose for a node, or "".
func (w *writer) chosenID(n ast.Node, a *attributes) string {
	if a == nil || a.id == "" {
		return ""
	}
	id := Anchor(a.id)
	if id == "" {
		return ""
	}
	given, ok := w.ids.chosen(id)
	if !ok {
		w.report(&idDouble, position(n), a.id)
	}
	return given
}

// position returns the offset of a node, or of the first node in it that has one.
func position(n ast.Node) int {
	for ; n != nil; n = n.FirstChild() {
		if at := n.Pos(); at >= 0 {
			return at
		}
	}
	return 0
}

// blocks writes n and the blocks that follow it.
func (w *writer) blocks(n ast.Node) {
	for n != nil {
		n = w.block(n).NextSibling()
	}
}

// children writes what a block holds.
func (w *writer) children(n ast.Node) { w.blocks(n.FirstChild()) }

// number is a decimal number.
func number(n int) string { return strconv.Itoa(n) }
