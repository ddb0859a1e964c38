package markdown

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
)

// maxLead is the longest lead in characters.
const maxLead = 300

// block writes one block and returns the last that it has used: a quiz takes
// several.
func (w *writer) block(n ast.Node) ast.Node {
	switch n := n.(type) {
	case *ast.Paragraph:
		w.paragraph(n)
	case *ast.TextBlock:
		if !w.figures(n) {
			w.inlines(n)
		}
		if n.NextSibling() != nil {
			w.str("\n")
		}
	case *ast.Heading:
		return w.heading(n)
	case *ast.List:
		return w.list(n)
	case *ast.Blockquote:
		w.element("blockquote", n)
	case *callout:
		w.callout(n)
	case *ast.ThematicBreak:
		w.open("hr", n, "", "")
		w.str(">\n")
	case *ast.CodeBlock:
		w.codeBlock(n, "")
	case *ast.FencedCodeBlock:
		w.fence(n)
	case *ast.HTMLBlock:
		w.htmlBlock(n)
	case *extast.Table:
		w.table(n)
	case *extast.DefinitionList:
		w.element("dl", n)
	case *extast.DefinitionTerm:
		w.open("dt", n, "", "")
		w.str(">")
		w.inlines(n)
		w.str("</dt>\n")
	case *extast.DefinitionDescription:
		w.element("dd", n)
	case *extast.FootnoteList:
		w.footnotes(n)
	}
	return n
}

// element writes a block that holds blocks.
func (w *writer) element(tag string, n ast.Node) {
	w.open(tag, n, "", "")
	w.str(">\n")
	w.scoped(func() { w.children(n) })
	w.str("</" + tag + ">\n")
}

// paragraph writes a paragraph. One with nothing but pictures or embeds is
// none: those are blocks of their own.
func (w *writer) paragraph(n *ast.Paragraph) {
	if w.figures(n) {
		return
	}
	if w.doc.Lead == "" && n.Parent().Kind() == ast.KindDocument {
		w.doc.Lead = shortened(w.plain(n))
	}
	start := len(w.out)
	w.open("p", n, "", "")
	w.str(">")
	inner := len(w.out)
	w.inlines(n)
	if len(bytes.TrimSpace(w.out[inner:])) == 0 && !w.holeSince(inner) {
		w.out = w.out[:start] // only a comment, or tags that were left out
		return
	}
	w.str("</p>\n")
}

// holeSince tells whether a place was left open at or behind an offset.
func (w *writer) holeSince(offset int) bool {
	return len(w.holes) > 0 && w.holes[len(w.holes)-1].Offset >= offset
}

// shortened cuts a text at a word to the length of a lead.
func shortened(s string) string {
	if utf8.RuneCountInString(s) <= maxLead {
		return s
	}
	cut := 0
	for range maxLead - 1 {
		_, size := utf8.DecodeRuneInString(s[cut:])
		cut += size
	}
	if space := strings.LastIndexByte(s[:cut], ' '); space > 0 {
		cut = space
	}
	return strings.TrimRight(s[:cut], " ,;:.–-") + "…"
}

// heading writes a heading. The first of level 1 is the page's title and stands
// outside the text; a later one, and all below it, move down a level.
func (w *writer) heading(n *ast.Heading) ast.Node {
	text := w.plain(n)
	if text == "" && !hasPicture(n) {
		w.report(&headingEmpty, position(n))
		return n
	}
	top := n.Parent().Kind() == ast.KindDocument
	first := !w.titled && top
	if top {
		w.titled, w.above = true, text
	}
	if n.Level == 1 && w.doc.Title == "" && top && text != "" {
		w.doc.Title, w.doc.TitleLine = text, w.lines.line(position(n))
		if first {
			w.doc.TitleID = w.headingID(n, text)
			return n
		}
	}
	if n.Level == 1 {
		w.shift = 1
	}
	level := min(max(2, n.Level+w.shift), 6)
	id := w.headingID(n, text)
	if top {
		if last := w.quizBelow(n, text, id); last != nil {
			return last
		}
		w.doc.Headings = append(w.doc.Headings, Heading{Level: level, ID: id, Text: text})
		w.doc.HeadingLines = append(w.doc.HeadingLines, w.lines.line(position(n)))
	} else {
		w.doc.Anchors = append(w.doc.Anchors, id)
	}
	w.headingTag(n, level, id)
	return n
}

// headingTag writes the heading itself.
func (w *writer) headingTag(n *ast.Heading, level int, id string) {
	tag := "h" + number(level)
	w.str("<" + tag)
	class := ""
	if a := w.attributes[n]; a != nil {
		class = joined("", a.classes)
	}
	w.attr("id", id)
	w.lineOf(n)
	if class != "" {
		w.attr("class", class)
	}
	w.str(">")
	w.inlines(n)
	w.str("</" + tag + ">\n")
}

// headingID returns the id of a heading: the author's own, or that of its text.
func (w *writer) headingID(n *ast.Heading, text string) string {
	if id := w.chosenID(n, w.attributes[n]); id != "" {
		return id
	}
	id := Anchor(text)
	if id == "" {
		id = prefixHeading + "section"
	}
	return w.ids.unique(id)
}

// hasPicture tells whether a heading without words still shows something.
func hasPicture(n ast.Node) bool {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if c.Kind() == ast.KindImage || hasPicture(c) {
			return true
		}
	}
	return false
}

// footnotes writes the notes at the end of the page.
func (w *writer) footnotes(n *extast.FootnoteList) {
	w.str(`<section class="footnotes" role="doc-endnotes" aria-label="`)
	w.hole(HoleMessage, 0, "footnotes")
	w.str("\">\n<ol>\n")
	for note := n.FirstChild(); note != nil; note = note.NextSibling() {
		w.str(`<li id="` + prefixNote + number(note.(*extast.Footnote).Index) + "\">\n")
		w.scoped(func() { w.children(note) })
		w.backlinks(note)
		w.str("</li>\n")
	}
	w.str("</ol>\n</section>\n")
}

// backlinks writes the links back for a note that does not end in a paragraph,
// which would hold them.
func (w *writer) backlinks(note ast.Node) {
	if _, ok := note.LastChild().(*extast.FootnoteBacklink); !ok {
		return
	}
	w.str("<p>")
	for c := note.FirstChild(); c != nil; c = c.NextSibling() {
		if c.Kind() == extast.KindFootnoteBacklink {
			w.inline(c)
		}
	}
	w.str("</p>\n")
}
