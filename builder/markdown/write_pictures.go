package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
)

// picture is a node of the text that stands for a picture or for another page.
type picture struct {
	node  ast.Node
	link  *Link // nil where it can't be shown
	alt   string
	title string
}

// page tells whether it stands for another page.
func (p *picture) page() bool {
	return p.link != nil && !p.link.External && (p.link.Wiki && !hasPictureEnding(p.link.Target) || isPage(p.link.Target))
}

// shown tells whether it is a picture of the handbook.
func (p *picture) shown() bool { return p.link != nil && !p.link.External && !p.page() }

// hasPictureEnding tells whether ![[name]] is a picture rather than a page.
func hasPictureEnding(name string) bool {
	name = strings.ToLower(name)
	for _, ending := range []string{".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".avif"} {
		if strings.HasSuffix(name, ending) {
			return true
		}
	}
	return false
}

// pictureOf returns the picture or embed that n is, or nil.
func (w *writer) pictureOf(n ast.Node) *picture {
	switch n := n.(type) {
	case *ast.Image:
		p := &picture{node: n, alt: w.plain(n), title: string(appendPlain(nil, n.Title))}
		dest := string(appendPlain(nil, n.Destination))
		a := parseAddress(dest)
		if a.rule == nil || a.mended {
			p.link = &a.Link
		}
		return p
	case *wikiLink:
		if n.embed {
			l := &Link{Target: n.target, Fragment: n.fragment, Text: n.label, Wiki: true}
			if hasPictureEnding(n.target) {
				l.Wiki = false
			}
			return &picture{node: n, link: l, alt: n.label}
		}
	}
	return nil
}

// figures writes a block that holds nothing but one picture, or embeds and
// pictures, as blocks of their own.
func (w *writer) figures(n ast.Node) bool {
	var found []*picture
	embeds := 0
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if t, ok := c.(*ast.Text); ok {
			if len(bytes.TrimSpace(w.source[t.Segment.Start:t.Segment.Stop])) > 0 {
				return false
			}
			continue
		}
		if c.Kind() != ast.KindImage && c.Kind() != kindWikiLink {
			return false
		}
		p := w.pictureOf(c)
		if p == nil {
			return false
		}
		if p.page() {
			embeds++
		}
		found = append(found, p)
	}
	if embeds == 0 && (len(found) != 1 || !found[0].shown()) {
		return false
	}
	if a := w.attributes[n]; a != nil {
		w.annotate(found[0].node, a)
	}
	for _, p := range found {
		w.figure(p)
	}
	return true
}

// figure writes a picture or embed that is a block of its own.
func (w *writer) figure(p *picture) {
	switch {
	case p.page():
		l := *p.link
		l.Text = p.alt
		l.Line, l.Column = w.lines.place(position(p.node))
		w.hole(HoleEmbed, len(w.doc.Embeds), "")
		w.doc.Embeds = append(w.doc.Embeds, l)
	case p.shown():
		w.show(p, true)
	default:
		w.str("<p>")
		w.inPlace(p)
		w.str("</p>")
	}
	w.str("\n")
}

// show leaves the place of a picture open.
func (w *writer) show(p *picture, alone bool) {
	l := *p.link
	l.Text = p.alt
	l.Line, l.Column = w.lines.place(position(p.node))
	a := w.attributes[p.node]
	pic := Picture{Link: l, Alt: p.alt, Title: p.title, Alone: alone}
	if a != nil {
		pic.Class, pic.ID = joined("", a.classes), w.chosenID(p.node, a)
		if pic.ID != "" {
			w.doc.Anchors = append(w.doc.Anchors, pic.ID)
		}
	}
	w.hole(HolePicture, len(w.doc.Pictures), "")
	w.doc.Pictures = append(w.doc.Pictures, pic)
}

// inPlace writes a picture or embed in the middle of a text. Another page, and
// a picture of another site, become a link: the first is a block, the second
// would be a request that tells that site who reads.
func (w *writer) inPlace(p *picture) {
	if p.shown() {
		w.show(p, false)
		return
	}
	label := p.alt
	if p.link == nil {
		w.refused(p)
		w.text(label)
		return
	}
	if label == "" {
		label = p.link.Target
	}
	if p.link.External {
		w.report(&pictureOutside, position(p.node), p.link.Target)
	}
	if w.linked {
		w.text(label)
		return
	}
	l := *p.link
	l.Text = label
	w.link(p.node, l, p.title, func() { w.text(label) })
}

// refused reports a picture whose address can't be used.
func (w *writer) refused(p *picture) {
	if n, ok := p.node.(*ast.Image); ok {
		dest := string(appendPlain(nil, n.Destination))
		w.refusedPicture(parseAddress(dest), dest, position(n))
	}
}

// refusedPicture reports what is wrong with the address of a picture.
func (w *writer) refusedPicture(a address, dest string, at int) {
	if a.rule == &linkScheme || a.rule == &linkSchemeNear {
		w.report(&pictureScheme, at, dest)
		return
	}
	w.report(a.rule, at, a.args...)
}
