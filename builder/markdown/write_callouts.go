package markdown

import (
	"strings"

	"github.com/yuin/goldmark/ast"

	"vaandel/builder/diag"
)

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
