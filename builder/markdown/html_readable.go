package markdown

import (
	"bytes"

	"golang.org/x/net/html"
)

// readable keeps the text of HTML and drops its tags, but for line breaks: there
// is no other way to write one in a table.
type readable struct {
	writer  *writer
	block   bool
	pending []byte // the text of a paragraph, as HTML
}

func (r *readable) text(text string) {
	if !r.block {
		r.writer.text(text)
		return
	}
	r.writer.doc.Words += countWords([]byte(text))
	r.pending = appendRaw(r.pending, text)
}

func (r *readable) start(t html.Token, _ []byte, at int) {
	w := r.writer
	if t.Data == "br" {
		r.raw("<br>")
		return
	}
	w.drop(at)
	for _, a := range t.Attr {
		switch {
		case t.Data == "img" && a.Key == "alt":
			r.text(a.Val)
		case t.Data == "a" && (a.Key == "id" || a.Key == "name"):
			r.anchor(a.Val)
		}
	}
	r.gap(t.Data)
}

func (r *readable) end(name string) { r.gap(name) }

// gap keeps apart what the tag kept apart.
func (r *readable) gap(name string) {
	switch {
	case !r.block:
	case blockElements[name]:
		r.flush()
	case name == "td" || name == "th":
		r.pending = append(r.pending, ' ')
	}
}

// anchor keeps a place that links lead to.
func (r *readable) anchor(name string) {
	id := Anchor(name)
	if id == "" || r.writer.ids.taken[id] {
		return
	}
	id, _ = r.writer.ids.chosen(id)
	r.writer.doc.Anchors = append(r.writer.doc.Anchors, id)
	r.raw(`<span id="` + id + `"></span>`)
}

// raw adds HTML of our own.
func (r *readable) raw(html string) {
	if r.block {
		r.pending = append(r.pending, html...)
	} else {
		r.writer.str(html)
	}
}

// flush ends a paragraph.
func (r *readable) flush() {
	text := bytes.TrimSpace(r.pending)
	r.pending = r.pending[:0]
	if len(text) > 0 {
		r.writer.str("<p>" + string(text) + "</p>\n")
	}
}
