package editor

import (
	"strconv"

	"golang.org/x/net/html"
)

// clean adds blocks to a parent as HTML that says what they are and no more.
func clean(parent *html.Node, blocks []pasted) {
	var lists []*html.Node // that are open, each in an item of the one before
	for _, b := range blocks {
		depth := min(b.depth, len(lists))
		if b.kind == item {
			depth = min(b.depth, len(lists)+1)
		}
		lists = lists[:min(len(lists), depth)]
		if b.kind != item {
			into := parent
			if depth > 0 {
				into = lists[depth-1].LastChild
			}
			into.AppendChild(cleanBlock(b))
			continue
		}
		name := "ul"
		if b.ordered {
			name = "ol"
		}
		if len(lists) == depth && lists[depth-1].Data != name {
			lists = lists[:depth-1]
		}
		if len(lists) < depth {
			into := parent
			if depth > 1 {
				into = lists[depth-2].LastChild
			}
			list := element(name)
			if b.ordered && b.number > 1 {
				list.Attr = []html.Attribute{{Key: "start", Val: strconv.Itoa(b.number)}}
			}
			into.AppendChild(list)
			lists = append(lists, list)
		}
		lists[depth-1].AppendChild(inline("li", b.runs))
	}
}

func cleanBlock(b pasted) *html.Node {
	switch b.kind {
	case heading:
		return inline("h"+strconv.Itoa(b.level), b.runs)
	case code:
		pre := element("pre")
		inner := element("code")
		inner.AppendChild(text(b.text))
		pre.AppendChild(inner)
		return pre
	case rule:
		return element("hr")
	case quote:
		q := element("blockquote")
		clean(q, b.blocks)
		return q
	case grid:
		t := element("table")
		for i, row := range b.rows {
			tr := element("tr")
			t.AppendChild(tr)
			for _, cell := range row {
				name := "td"
				if i == 0 {
					name = "th"
				}
				tr.AppendChild(inline(name, cell))
			}
		}
		return t
	}
	return inline("p", b.runs)
}

// inline returns an element with the given text.
func inline(name string, runs []run) *html.Node {
	n := element(name)
	for _, r := range runs {
		if r.brk {
			n.AppendChild(element("br"))
			continue
		}
		into := n
		for _, wrap := range []struct {
			name string
			on   bool
		}{{"a", r.look.href != ""}, {"strong", r.look.bold}, {"em", r.look.italic}, {"del", r.look.strike}, {"code", r.look.code}} {
			if !wrap.on {
				continue
			}
			// Neighbours in one link stay in one link.
			inner := element(wrap.name)
			if wrap.name == "a" {
				inner.Attr = []html.Attribute{{Key: "href", Val: r.look.href}}
			}
			if last := into.LastChild; last != nil && last.Data == inner.Data && wrap.name == "a" && attr(last, "href") == r.look.href {
				into = last
				continue
			}
			into.AppendChild(inner)
			into = inner
		}
		if r.look.code {
			into.AppendChild(text(r.text))
		} else {
			into.AppendChild(text(guard(r.text)))
		}
	}
	return n
}

func element(name string) *html.Node { return &html.Node{Type: html.ElementNode, Data: name} }

func text(data string) *html.Node { return &html.Node{Type: html.TextNode, Data: data} }
