package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
)

// inlines writes the text that a block or an inline node holds.
func (w *writer) inlines(n ast.Node) {
	floor := w.html.floor
	w.html.floor = len(w.html.open)
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		w.inline(c)
	}
	w.closeTags(w.html.floor)
	w.html.floor = floor
}

// inline writes one piece of text.
func (w *writer) inline(n ast.Node) {
	switch n := n.(type) {
	case *ast.Text:
		w.textNode(n)
	case *ast.CodeSpan:
		w.open("code", n, "", "")
		w.str(">")
		w.codeSpan(n)
		w.str("</code>")
	case *ast.Emphasis:
		if n.Level == 2 {
			w.wrapped("strong", n)
		} else {
			w.wrapped("em", n)
		}
	case *extast.Strikethrough:
		w.wrapped("del", n)
	case *ast.Link:
		w.markdownLink(n)
	case *ast.AutoLink:
		w.autoLink(n)
	case *wikiLink:
		w.wiki(n)
	case *ast.Image:
		w.inPlace(w.pictureOf(n))
	case *ast.RawHTML:
		w.inlineHTML(n)
	case *extast.FootnoteLink:
		w.noteLink(n)
	case *extast.FootnoteBacklink:
		w.backlink(n)
	}
}

// textNode writes plain text.
func (w *writer) textNode(n *ast.Text) {
	text := w.source[n.Segment.Start:n.Segment.Stop]
	w.doc.Words += countWords(text)
	w.out = appendText(w.out, text)
	switch {
	case n.HardLineBreak():
		w.str("<br>\n")
	case n.SoftLineBreak():
		w.str("\n")
	}
}

// wrapped writes an element around what n holds.
func (w *writer) wrapped(tag string, n ast.Node) {
	w.deeper(n)
	w.str("<" + tag + ">")
	w.inlines(n)
	w.str("</" + tag + ">")
	w.depth--
}

// deeper counts how deep emphasis and links are nested. The caller takes it
// back.
func (w *writer) deeper(n ast.Node) {
	if w.depth++; w.depth > MaxNesting {
		panic(&exceeded{rule: &pageDeep, offset: position(n)})
	}
}

// codeSpan writes the inside of `code`, without reading backslashes or
// entities. A line break in it is a space.
func (w *writer) codeSpan(n *ast.CodeSpan) {
	text := w.codeText(n)
	w.doc.Words += countWords(text)
	w.out = appendRaw(w.out, text)
}

func (w *writer) codeText(n *ast.CodeSpan) []byte {
	var text []byte
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if t, ok := c.(*ast.Text); ok {
			text = append(text, t.Segment.Value(w.source)...)
		}
	}
	text = bytes.ReplaceAll(text, []byte("\n"), []byte(" "))
	if w.inTable {
		text = bytes.ReplaceAll(text, []byte(`\|`), []byte("|"))
	}
	return text
}

// plain returns the text that a reader sees of a block or inline node, on one
// line.
func (w *writer) plain(n ast.Node) string {
	text := w.appendPlain(nil, n)
	if !bytes.ContainsAny(text, "\n\t") && !bytes.Contains(text, []byte("  ")) {
		return string(bytes.TrimSpace(text))
	}
	return strings.Join(strings.Fields(string(text)), " ")
}

func (w *writer) appendPlain(dst []byte, n ast.Node) []byte {
	w.deeper(n)
	defer func() { w.depth-- }()
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Text:
			dst = appendPlain(dst, w.source[c.Segment.Start:c.Segment.Stop])
			if c.SoftLineBreak() || c.HardLineBreak() {
				dst = append(dst, ' ')
			}
		case *ast.CodeSpan:
			dst = append(dst, w.codeText(c)...)
		case *ast.AutoLink:
			dst = append(dst, c.Label(w.source)...)
		case *wikiLink:
			dst = append(dst, c.label...)
		case *ast.RawHTML:
			dst = append(dst, w.plainTag(c)...)
		default:
			dst = w.appendPlain(dst, c)
			if c.Type() == ast.TypeBlock {
				dst = append(dst, ' ')
			}
		}
	}
	return dst
}

// noteLink writes the number that leads to a note.
func (w *writer) noteLink(n *extast.FootnoteLink) {
	if w.linked {
		w.str("<sup>" + number(n.Index) + "</sup>")
		return
	}
	id := number(n.Index)
	if n.RefIndex > 0 {
		id += "-" + number(n.RefIndex+1)
	}
	w.str(`<sup><a class="footnote" role="doc-noteref" id="` + prefixNoteLink + id +
		`" href="#` + prefixNote + number(n.Index) + `">` + number(n.Index) + "</a></sup>")
}

// backlink writes the arrow that leads from a note to the text.
func (w *writer) backlink(n *extast.FootnoteBacklink) {
	if w.linked {
		return
	}
	id := number(n.Index)
	if n.RefIndex > 0 {
		id += "-" + number(n.RefIndex+1)
	}
	w.str(` <a class="footnote-back" role="doc-backlink" href="#` + prefixNoteLink + id + `" aria-label="`)
	w.hole(HoleMessage, 0, "footnote_back")
	w.str(`">↩</a>`)
}
