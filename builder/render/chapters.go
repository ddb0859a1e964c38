package render

import (
	"strconv"

	"vaandel/builder/handbook"
)

// chapter is a page, or a folder without one, as a part of a booklet.
type chapter struct {
	address string
	title   string
	summary string
	number  string // "2.1", or "" for what stands before the first number
	level   int    // of its heading
	part    bool   // it begins on a new sheet
	page    *handbook.Page
}

// outline is the chapters of a booklet: in a row, and as a table of contents.
type outline struct {
	s        *site
	b        *booklet
	chapters []chapter
}

// outlineOf lays out a booklet. It fills b.holds, which links ask.
func (s *site) outlineOf(b *booklet) (o *outline, contents []BookletEntry, err error) {
	o = &outline{s: s, b: b}
	if own := b.section.Page; own != nil {
		blank, err := s.blank(own)
		if err != nil {
			return nil, nil, err
		}
		if !blank {
			contents = append(contents, o.add(o.opening(own)))
		}
	}
	contents = append(contents, o.below(b.section, 2, "")...)
	b.holds = make(map[string]bool, len(o.chapters))
	for _, c := range o.chapters {
		b.holds[c.address] = true
	}
	return o, contents, nil
}

// blank tells whether a page has nothing to show but its title and summary, as
// many a folder's own page.
func (s *site) blank(p *handbook.Page) (bool, error) {
	err := s.Complete(p)
	return p.Kind == handbook.KindPage && p.Doc.Words == 0 && !ShowsFiles(p), err
}

// opening is the chapter of the page whose title and summary are on the cover.
func (o *outline) opening(p *handbook.Page) chapter {
	c := chapter{address: p.Address, title: p.Title(), level: 2, part: true, page: p}
	if c.title == o.b.section.Title() {
		c.title = o.s.Theme.Message(o.b.lang, "booklet.opening")
	}
	if p.Common.Summary != o.b.section.Summary() {
		c.summary = p.Common.Summary
	}
	return c
}

// below adds what is in a section, in the booklet's language.
func (o *outline) below(sec *handbook.Section, level int, number string) []BookletEntry {
	var out []BookletEntry
	n := 0
	for _, e := range sec.Entries {
		if e.Lang() != o.b.lang {
			continue
		}
		n++
		c := chapter{
			address: e.Address(), title: e.Title(), level: level, page: e.Page,
			number: number + strconv.Itoa(n),
		}
		if e.Section == nil {
			c.summary = e.Page.Common.Summary
			c.part = level == 2 && o.b.section.Folder == "" || len(o.chapters) == 0
			out = append(out, o.add(c))
			continue
		}
		c.page, c.summary = e.Section.Page, e.Section.Summary()
		c.part = level == 2
		entry := o.add(c)
		entry.Entries = o.below(e.Section, level+1, c.number+".")
		out = append(out, entry)
	}
	return out
}

// add puts a chapter at the end, and returns its line of the contents.
func (o *outline) add(c chapter) BookletEntry {
	o.chapters = append(o.chapters, c)
	return BookletEntry{Number: c.number, Title: c.title, ID: chapterID(c.address)}
}
