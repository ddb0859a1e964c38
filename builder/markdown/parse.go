package markdown

import (
	"sync"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"vaandel/builder/diag"
	"vaandel/builder/meta"
)

// Options say how a page is read. Together with its path and its bytes they
// decide what its [Document] is.
type Options struct {
	// Kind is the kind of the page where its front matter names none. In a
	// "training" lists of tasks are questions.
	Kind string
	// RawHTML lets tags through that do no harm. Without it they are left out
	// and their text stays.
	RawHTML bool
	// Lines gives each block the line of the file on which it begins, as an
	// attribute data-line. All else is as without.
	Lines bool
}

// goldmarkParser is made when the first page is read. It holds nothing of a
// page and serves any number of them at once.
var goldmarkParser = sync.OnceValue(newParser)

// Parse reads one file of markdown. The path, below the content folder, is only
// for the positions of diagnostics. A page past a bound is refused: its text is
// left out, its front matter is not.
func Parse(path string, src []byte, o Options) *Document {
	w := begin(path, src, o)
	if !w.doc.Refused {
		w.read()
		w.doc.Diagnostics = diag.Sort(w.doc.Diagnostics)
	}
	return w.doc
}

// begin reads all but the text of a file: what is needed to read that.
func begin(path string, src []byte, o Options) *writer {
	doc := &Document{}
	if len(src) > MaxPage {
		doc.refuse(pageLarge.At(diag.Position{File: path}, float64(len(src))/(1<<20)))
		return &writer{doc: doc}
	}
	source, flaws := decode(src)
	front := meta.Split(path, source)
	doc.Meta, doc.MetaEnd, doc.Diagnostics = front.Node, front.End, front.Diagnostics
	w := &writer{
		context: newContext(source[front.Body:]),
		doc:     doc,
		options: o,
		file:    path,
		kind:    o.Kind,
		lines:   lineIndex{text: source[front.Body:], first: front.Line},
		whole:   lineIndex{text: source, first: 1},
		ids:     newIDs(),
	}
	if kind := doc.Meta.Get("kind"); kind != nil && kind.Value != "" {
		w.kind = kind.Value
	}
	doc.flaws(path, flaws, &w.whole)
	return w
}

// flaws reports what had to be mended in the file.
func (d *Document) flaws(path string, f flaws, lines *lineIndex) {
	at := func(offset int) diag.Position {
		line, column := lines.place(offset)
		return diag.Position{File: path, Line: line, Column: column}
	}
	if f.encoding >= 0 {
		d.Diagnostics = append(d.Diagnostics, encoding.At(at(f.encoding)))
	}
	if f.control >= 0 {
		d.Diagnostics = append(d.Diagnostics, control.At(at(f.control)))
	}
}

// refuse leaves out the text of a page.
func (d *Document) refuse(why diag.Diagnostic) {
	*d = Document{Outline: Outline{Meta: d.Meta}, MetaEnd: d.MetaEnd, Refused: true, Diagnostics: append(d.Diagnostics, why)}
}

// read parses the text and writes the document. What exceeds a bound, and any
// fault in a library, refuses this page and no other.
func (w *writer) read() {
	kept := w.doc.Diagnostics
	defer func() {
		if cause := recover(); cause != nil {
			w.doc.Diagnostics = kept
			w.stop(cause)
		}
	}()
	root := w.tree()
	for _, a := range w.attributes {
		w.ids.reserve(Anchor(a.id))
	}
	w.out = make([]byte, 0, len(w.source)+len(w.source)/4)
	w.scoped(func() { w.children(root) })
	w.doc.Body, w.doc.Holes = w.out, w.holes
	w.finish()
}

// tree parses the text.
func (w *writer) tree() ast.Node {
	return goldmarkParser().Parse(text.NewReader(w.source), parser.WithContext(w.context))
}

// finish reports what was noticed on the way.
func (w *writer) finish() {
	for _, o := range w.odd {
		w.report(o.rule, o.offset, o.args...)
	}
	switch {
	case w.html.dropped == 0:
	case w.options.RawHTML:
		w.report(&htmlNotAllowed, w.html.first, w.html.dropped)
	default:
		w.report(&htmlOff, w.html.first, w.html.dropped)
	}
}

// stop refuses the page for what stopped it.
func (w *writer) stop(cause any) {
	at := diag.Position{File: w.file}
	e, ok := cause.(*exceeded)
	if !ok {
		w.doc.refuse(pageUnreadable.At(at))
		return
	}
	if e.offset >= 0 {
		at.Line, at.Column = w.lines.place(e.offset)
	}
	w.doc.refuse(e.rule.At(at, e.args...))
}
