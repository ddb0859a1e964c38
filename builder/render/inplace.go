package render

import (
	"html/template"
	"strings"

	"golang.org/x/net/html"
)

// deepestHeading is the lowest level of a heading in HTML.
const deepestHeading = '6'

// inPlace makes parts of one page fit into a document that holds many pages: ids
// get the prefix, and so does what refers to them, and headings move down so many
// levels. What refers to ids of other pages is left as it is.
func inPlace(prefix string, down int, parts ...template.HTML) []template.HTML {
	p := &placer{prefix: prefix, down: byte(down), own: map[string]bool{}}
	for _, part := range parts {
		eachTag(string(part), func(t html.Token, _ []byte) {
			for _, a := range t.Attr {
				if a.Key == "id" {
					p.own[a.Val] = true
				}
			}
		})
	}
	out := make([]template.HTML, len(parts))
	for i, part := range parts {
		var b strings.Builder
		b.Grow(len(part) + len(part)/8)
		eachTag(string(part), func(t html.Token, raw []byte) {
			if p.changes(&t) {
				writeTag(&b, t)
			} else {
				b.Write(raw)
			}
		})
		out[i] = template.HTML(b.String())
	}
	return out
}

// placer changes the tags of one page.
type placer struct {
	prefix string
	down   byte
	own    map[string]bool // the page's ids
}

// eachTag visits the tags of HTML and the text between them, as read and as
// written; text has no name.
func eachTag(text string, visit func(t html.Token, raw []byte)) {
	z := html.NewTokenizer(strings.NewReader(text))
	for {
		kind := z.Next()
		if kind == html.ErrorToken { // the end: reading a string does not fail
			return
		}
		raw := append([]byte(nil), z.Raw()...)
		t := html.Token{Type: kind}
		if kind == html.StartTagToken || kind == html.EndTagToken || kind == html.SelfClosingTagToken {
			t = z.Token()
		}
		visit(t, raw)
	}
}

// changes changes a tag, and tells whether there was anything to change.
func (p *placer) changes(t *html.Token) bool {
	changed := false
	if h := t.Data; len(h) == 2 && h[0] == 'h' && h[1] >= '1' && h[1] <= deepestHeading {
		t.Data = "h" + string(min(h[1]+p.down, deepestHeading))
		changed = true
	}
	for i := range t.Attr {
		a := &t.Attr[i]
		if value := p.value(t.Data, a.Key, a.Val); value != a.Val {
			a.Val, changed = value, true
		}
	}
	return changed
}

// value returns what becomes of an attribute.
func (p *placer) value(tag, name, value string) string {
	switch name {
	case "href":
		if id, ok := strings.CutPrefix(value, "#"); ok && p.own[id] {
			return "#" + p.prefix + id
		}
	case "name": // of the answers that exclude each other
		if tag == "input" {
			return p.prefix + value
		}
	case "id", "for", "headers", "aria-labelledby", "aria-describedby", "aria-controls":
		ids := strings.Fields(value)
		for i, id := range ids {
			if p.own[id] {
				ids[i] = p.prefix + id
			}
		}
		return strings.Join(ids, " ")
	}
	return value
}

// writeTag writes a tag that was changed.
func writeTag(b *strings.Builder, t html.Token) {
	b.WriteByte('<')
	if t.Type == html.EndTagToken {
		b.WriteByte('/')
	}
	b.WriteString(t.Data)
	for _, a := range t.Attr {
		b.WriteString(" " + a.Key)
		if a.Val != "" || a.Key == "alt" { // as templates write them
			b.WriteString(`="` + html.EscapeString(a.Val) + `"`)
		}
	}
	if t.Type == html.SelfClosingTagToken {
		b.WriteByte('/')
	}
	b.WriteByte('>')
}
