package markdown

import (
	"strings"

	"github.com/yuin/goldmark/ast"
)

// markdownLink writes [text](address).
func (w *writer) markdownLink(n *ast.Link) {
	dest := string(appendPlain(nil, n.Destination))
	a := w.address(n, dest)
	if a == nil || w.linked {
		w.inlines(n)
		return
	}
	a.Text = w.plain(n)
	if a.Text == "" && !hasPicture(n) {
		w.report(&linkText, position(n), dest)
		a.Text = dest
		w.link(n, *a, string(appendPlain(nil, n.Title)), func() { w.text(dest) })
		return
	}
	w.link(n, *a, string(appendPlain(nil, n.Title)), func() { w.inlines(n) })
}

// address takes a destination apart and reports what is wrong with it; nil
// where it can't be linked to.
func (w *writer) address(n ast.Node, dest string) *Link {
	a := parseAddress(dest)
	if a.rule != nil {
		w.report(a.rule, position(n), a.args...)
		if !a.mended {
			return nil
		}
	}
	return &a.Link
}

// link writes a link and records it.
func (w *writer) link(n ast.Node, l Link, title string, label func()) {
	w.deeper(n)
	l.Line, l.Column = w.lines.place(position(n))
	w.str("<a")
	w.hole(HoleLink, len(w.doc.Links), "")
	w.doc.Links = append(w.doc.Links, l)
	web := l.External && strings.HasPrefix(l.Target, "http")
	if web {
		w.attrs(n, "external", "")
		w.str(` rel="noopener"`)
	} else {
		w.attrs(n, "", "")
	}
	if title != "" && w.attributes[n].get("title") == "" {
		w.attr("title", title)
	}
	w.str(">")
	w.linked = true
	label()
	w.linked = false
	w.str("</a>")
	w.depth--
}

// autoLink writes an address that stands in the text.
func (w *writer) autoLink(n *ast.AutoLink) {
	label := string(n.Label(w.source))
	dest := label
	switch {
	case n.AutoLinkType == ast.AutoLinkEmail && !strings.HasPrefix(strings.ToLower(dest), "mailto:"):
		dest = "mailto:" + dest
	case len(n.Protocol) > 0:
		dest = string(n.Protocol) + "://" + dest
	}
	if w.linked {
		w.text(label)
		return
	}
	l := w.address(n, dest)
	if l == nil {
		w.text(label)
		return
	}
	l.Text = label
	w.link(n, *l, "", func() { w.text(label) })
}

// wiki writes a [[link]] in the text.
func (w *writer) wiki(n *wikiLink) {
	if p := w.pictureOf(n); p != nil {
		w.inPlace(p)
		return
	}
	if w.linked {
		w.text(n.label)
		return
	}
	l := Link{Target: n.target, Fragment: n.fragment, Text: n.label, Wiki: true}
	w.link(n, l, "", func() { w.text(n.label) })
}
