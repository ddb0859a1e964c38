package markdown

import (
	"bytes"
	"regexp"
	"slices"
	"sync"

	"github.com/microcosm-cc/bluemonday"
	"golang.org/x/net/html"
)

// phrasing are the elements that may stand in a line of text. A film or sound
// becomes a link.
var phrasing = words(`a abbr b bdi bdo br cite code del dfn em i img ins kbd mark q s samp small span strong sub sup
	time u var wbr video audio source`)

// allowedBlocks are the others that get through.
var allowedBlocks = words(`p div section blockquote pre hr h2 h3 h4 h5 h6 ul ol li dl dt dd details summary figure
	figcaption table caption colgroup col thead tbody tfoot tr th td`)

// policy is what handbook.yaml's raw_html lets through: text and tables. Nothing
// in it runs a script, changes the page's style or asks another site for
// something. Addresses don't get through: those of links and pictures are read
// as in markdown. It is made when a page first needs it and is never changed.
var policy = sync.OnceValue(func() *bluemonday.Policy {
	p := bluemonday.NewPolicy()
	for _, set := range []map[string]bool{phrasing, allowedBlocks} {
		for name := range set {
			p.AllowElements(name)
			p.AllowNoAttrs().OnElements(name)
		}
	}
	p.AllowAttrs("class").Matching(regexp.MustCompile(`^[a-zA-Z0-9_\- ]+$`)).Globally()
	p.AllowAttrs("id", "lang", "title", "aria-label").Globally()
	p.AllowAttrs("dir").Matching(bluemonday.Direction).Globally()
	p.AllowAttrs("name").OnElements("a")
	p.AllowAttrs("open").OnElements("details")
	p.AllowAttrs("datetime").OnElements("time", "del", "ins")
	p.AllowAttrs("start").Matching(bluemonday.Integer).OnElements("ol")
	p.AllowAttrs("reversed").OnElements("ol")
	p.AllowAttrs("value").Matching(bluemonday.Integer).OnElements("li")
	p.AllowAttrs("colspan", "rowspan").Matching(bluemonday.Integer).OnElements("td", "th")
	p.AllowAttrs("span").Matching(bluemonday.Integer).OnElements("col", "colgroup")
	p.AllowAttrs("scope").Matching(regexp.MustCompile(`^(row|col|rowgroup|colgroup)$`)).OnElements("th")
	return p
})

// maxOpen is how many of an author's elements may be open at once; the tags of
// deeper ones are left out. A table in a table in a table takes twelve.
const maxOpen = 100

// allowed writes the tags that the policy lets through, so that every element
// that is opened is closed where it belongs.
type allowed struct {
	writer *writer
	block  bool
}

func (a *allowed) text(text string) { a.writer.text(text) }

func (a *allowed) start(t html.Token, raw []byte, at int) {
	w := a.writer
	clean, ok := sanitized(t, raw)
	if !ok || !a.block && !phrasing[clean.Data] || clean.Data == "a" && w.linked || len(w.html.open) >= maxOpen {
		w.drop(at)
		return
	}
	switch clean.Data {
	case "img":
		a.picture(t, clean, at)
		return
	case "video", "audio", "source":
		a.media(t, at)
		return
	case "p", "li", "dt", "dd", "tr", "td", "th", "option":
		a.impliedEnd(clean.Data)
	}
	if !phrasing[clean.Data] {
		a.impliedEnd("p")
	}
	w.str("<" + clean.Data)
	if clean.Data == "a" {
		a.href(t, at)
		w.linked = true
	}
	a.attributes(clean)
	w.str(">")
	if !voidElements[clean.Data] {
		w.html.open = append(w.html.open, clean.Data)
		if t.Type == html.SelfClosingTagToken {
			w.closeTags(len(w.html.open) - 1)
		}
	}
}

// sanitized returns a start tag as the policy leaves it.
func sanitized(t html.Token, raw []byte) (html.Token, bool) {
	if len(t.Attr) == 0 {
		return t, phrasing[t.Data] || allowedBlocks[t.Data]
	}
	z := html.NewTokenizer(bytes.NewReader(policy().SanitizeBytes(raw)))
	kind := z.Next()
	return z.Token(), kind == html.StartTagToken || kind == html.SelfClosingTagToken
}

// impliedEnd closes an element of the same name that is still open: a browser
// would, and our count must agree with its.
func (a *allowed) impliedEnd(name string) {
	if open := a.writer.html.open; len(open) > a.writer.html.floor && open[len(open)-1] == name {
		a.writer.closeTags(len(open) - 1)
	}
}

// href leaves the place of a link open; a place that links lead to has none.
func (a *allowed) href(t html.Token, at int) {
	w := a.writer
	dest, ok := attribute(t, "href")
	if !ok {
		return
	}
	parsed := parseAddress(dest)
	if parsed.rule != nil {
		w.report(parsed.rule, at, parsed.args...)
		if !parsed.mended {
			return
		}
	}
	a.hole(parsed.Link, at)
}

// attributes writes what the policy left, ids with their prefix.
func (a *allowed) attributes(t html.Token) {
	w, named := a.writer, false
	for _, at := range t.Attr {
		switch at.Key {
		case "id", "name":
			if id := Anchor(at.Val); id != "" && !named {
				named = true
				id, _ = w.ids.chosen(id)
				w.doc.Anchors = append(w.doc.Anchors, id)
				w.attr("id", id)
			}
		default:
			w.attr(at.Key, at.Val)
		}
	}
}

// picture leaves the place of a picture open.
func (a *allowed) picture(t, clean html.Token, at int) {
	w := a.writer
	src, _ := attribute(t, "src")
	alt, _ := attribute(t, "alt")
	parsed := parseAddress(src)
	l := parsed.Link
	l.Text = alt
	l.Line, l.Column = w.lines.place(at)
	if parsed.rule != nil || l.External {
		if l.External {
			w.report(&pictureOutside, at, l.Target)
		} else {
			w.refusedPicture(parsed, src, at)
		}
		w.text(alt)
		return
	}
	pic := Picture{Link: l, Alt: alt}
	pic.Class, _ = attribute(clean, "class")
	pic.Title, _ = attribute(clean, "title")
	w.hole(HolePicture, len(w.doc.Pictures), "")
	w.doc.Pictures = append(w.doc.Pictures, pic)
}

// media writes a link to a film or sound in its place.
func (a *allowed) media(t html.Token, at int) {
	w := a.writer
	src, ok := attribute(t, "src")
	if !ok || w.linked {
		return
	}
	parsed := parseAddress(src)
	if parsed.rule != nil {
		w.report(parsed.rule, at, parsed.args...)
		if !parsed.mended {
			return
		}
	}
	l := parsed.Link
	if l.Text, ok = attribute(t, "title"); !ok {
		l.Text = src
	}
	w.str("<a")
	a.hole(l, at)
	w.str(">")
	w.text(l.Text)
	w.str("</a>\n")
}

// hole records a link and leaves its place open.
func (a *allowed) hole(l Link, at int) {
	w := a.writer
	l.Line, l.Column = w.lines.place(at)
	w.hole(HoleLink, len(w.doc.Links), "")
	w.doc.Links = append(w.doc.Links, l)
	if l.External {
		w.str(` rel="noopener"`)
	}
}

func (a *allowed) end(name string) {
	w := a.writer
	for i := len(w.html.open) - 1; i >= w.html.floor; i-- {
		if w.html.open[i] == name {
			w.closeTags(i)
			return
		}
	}
}

// attribute returns the value of an attribute.
func attribute(t html.Token, key string) (string, bool) {
	i := slices.IndexFunc(t.Attr, func(a html.Attribute) bool { return a.Key == key })
	if i < 0 {
		return "", false
	}
	return t.Attr[i].Val, true
}

// closeTags closes the author's elements down to the first mark of them.
func (w *writer) closeTags(mark int) {
	for i := len(w.html.open) - 1; i >= mark; i-- {
		w.str("</" + w.html.open[i] + ">")
		if w.html.open[i] == "a" {
			w.linked = false
		}
	}
	w.html.open = w.html.open[:mark]
}

// scoped writes something in which the author's HTML can't close what was
// opened outside, and leaves nothing open itself.
func (w *writer) scoped(write func()) {
	floor := w.html.floor
	w.html.floor = len(w.html.open)
	write()
	w.closeTags(w.html.floor)
	w.html.floor = floor
}
