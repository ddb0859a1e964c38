package render

import (
	"net/url"
	"strings"

	"vaandel/builder/handbook"
	"vaandel/builder/markdown"
)

// escapePath escapes a path for use as an address.
func escapePath(p string) string {
	for i := range len(p) {
		c := p[i]
		if (c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-' && c != '/' && c != '.' && c != '_' {
			return (&url.URL{Path: p}).EscapedPath()
		}
	}
	return p // as nearly all are
}

// href returns the address of a file of the site as seen from the page at from.
// Pages' addresses hold no colon, so none reads as a scheme; the name of a
// download may.
func (s *site) href(from, to string) string {
	rel := escapePath(handbook.Relative(from, to))
	if first, _, _ := strings.Cut(rel, "/"); strings.Contains(first, ":") {
		return "./" + rel
	}
	return rel
}

// ref returns a link to page to from the page at from, which is in lang.
func (s *site) ref(from string, to *handbook.Page, lang string) Ref {
	r := Ref{
		Title: to.Title(), Href: s.href(from, to.Address), Kind: to.Kind,
		Summary: to.Common.Summary, Order: to.Common.Order, Current: from == to.Address,
	}
	if to.Lang != lang {
		r.Lang = to.Lang
	}
	switch spec := to.Spec.(type) {
	case *handbook.Person:
		r.Example = spec.Example
	case *handbook.Training:
		r.Minutes = spec.Minutes
	case *handbook.Share:
		s.sharing(&r, spec)
	}
	return r
}

// refAt returns a link to page to as it is read at a viewpoint.
func (s *site) refAt(at viewpoint, to *handbook.Page) Ref {
	r := s.ref(at.address, to, at.lang)
	if inside := at.booklet.anchor(to.Address, ""); inside != "" {
		r.Href = inside
	}
	return r
}

// sectionRef returns a link to a section.
func (s *site) sectionRef(from string, to *handbook.Section, lang string) Ref {
	r := Ref{
		Title: to.Title(), Href: s.href(from, to.Address), Summary: to.Summary(),
		Current: from == to.Address,
	}
	if to.Page != nil {
		r.Kind = to.Page.Kind
	}
	if to.Lang != lang {
		r.Lang = to.Lang
	}
	return r
}

// entries returns links to what is in a section, but for what there was to share.
func (s *site) entries(sec *handbook.Section, from string) []Ref {
	refs := make([]Ref, 0, len(sec.Entries))
	for _, e := range sec.Entries {
		if e.Section != nil {
			refs = append(refs, s.sectionRef(from, e.Section, sec.Lang))
		} else if !s.over(e.Page) {
			refs = append(refs, s.ref(from, e.Page, sec.Lang))
		}
	}
	return refs
}

// trail returns the links from home to sec; with own it ends with sec itself.
func (s *site) trail(sec *handbook.Section, from string, own bool) []Ref {
	up := sec.Trail()
	if own {
		up = append(up, sec)
	}
	refs := make([]Ref, 0, len(up))
	for _, t := range up {
		refs = append(refs, s.sectionRef(from, t, sec.Lang))
	}
	return refs
}

// neighbours returns the pages before and after p in its top-level section.
func (s *site) neighbours(p *handbook.Page) (previous, next *Ref) {
	top := p.Section.Top()
	if top.Folder == "" {
		return nil, nil
	}
	pages, at := s.parts.reading(top, p)
	if at < 0 {
		return nil, nil
	}
	if at > 0 {
		r := s.ref(p.Address, pages[at-1], p.Lang)
		previous = &r
	}
	if at+1 < len(pages) {
		r := s.ref(p.Address, pages[at+1], p.Lang)
		next = &r
	}
	return previous, next
}

// viewpoint is where a text is read: on its own page, or in a booklet, which
// holds many.
type viewpoint struct {
	address, lang string
	booklet       *booklet // nil on a page
}

// onPage is the viewpoint of the page itself.
func onPage(p *handbook.Page) viewpoint { return viewpoint{address: p.Address, lang: p.Lang} }

// leads returns where a link leads for who reads at a viewpoint, or "" for a
// broken one: in a booklet to its own chapter, where there is one.
func (s *site) leads(at viewpoint, t handbook.Target) string {
	inside := ""
	switch {
	case t.Page != nil:
		inside = at.booklet.anchor(t.Page.Address, t.ID)
	case t.Section != nil:
		inside = at.booklet.anchor(t.Section.Address, "")
	}
	if inside != "" {
		return inside
	}
	return s.targetHref(at.address, t)
}

// targetHref returns the address of a link's target, or "" for a broken one.
func (s *site) targetHref(from string, t handbook.Target) string {
	switch {
	case t.URL != "":
		return t.URL
	case t.Page != nil && t.ID != "":
		if t.Page.Address == from {
			return "#" + t.ID
		}
		return s.href(from, t.Page.Address) + "#" + t.ID
	case t.Page != nil:
		return s.href(from, t.Page.Address)
	case t.Section != nil:
		return s.href(from, t.Section.Address)
	case t.File != "":
		return s.href(from, s.assets.download(t.File))
	}
	return ""
}

// contents makes the table of contents of headings of level 2 and 3.
func contents(headings []markdown.Heading) []Entry {
	var out []Entry
	for _, h := range headings {
		e := Entry{ID: h.ID, Text: h.Text}
		switch {
		case h.Level == 2 || h.Level == 3 && len(out) == 0:
			out = append(out, e)
		case h.Level == 3:
			last := &out[len(out)-1]
			last.Entries = append(last.Entries, e)
		}
	}
	return out
}
