package handbook

import (
	"cmp"
	"path"
	"slices"
)

// Section is a folder in one language.
type Section struct {
	Folder string // "" is the home section
	Lang   string
	// Page is the folder's own page in this language, or nil: then the section
	// shows a list made by Vaandel.
	Page   *Page
	Parent *Section
	// Entries are the pages and sections below, in reading order. What has no
	// version in this language is there in another.
	Entries []Entry
	Address string
	// Apart tells that the menu sets the section apart from those for everybody.
	Apart bool

	title, summary string
	order          int
}

// Entry is a page or a section in a section: one of the two is set.
type Entry struct {
	Page    *Page
	Section *Section
}

// Title returns the section's title: of its page, the configuration, or the
// folder's name.
func (s *Section) Title() string { return s.title }

// Summary returns what the section is about, or "".
func (s *Section) Summary() string { return s.summary }

// Top returns the top-level section that s is in, or s itself for the home
// section.
func (s *Section) Top() *Section {
	for s.Parent != nil && s.Parent.Parent != nil {
		s = s.Parent
	}
	return s
}

// Trail returns the sections from home to s, without s.
func (s *Section) Trail() []*Section {
	var trail []*Section
	for p := s.Parent; p != nil; p = p.Parent {
		trail = append(trail, p)
	}
	slices.Reverse(trail)
	return trail
}

// Title returns the title of the page or section.
func (e Entry) Title() string {
	if e.Section != nil {
		return e.Section.title
	}
	return e.Page.Title()
}

// Lang returns the language of the page or section.
func (e Entry) Lang() string {
	if e.Section != nil {
		return e.Section.Lang
	}
	return e.Page.Lang
}

// Address returns the path of the page or section in the output.
func (e Entry) Address() string {
	if e.Section != nil {
		return e.Section.Address
	}
	return e.Page.Address
}

func (e Entry) sortKey() string {
	if e.Section != nil {
		return SortKey(e.Section.title)
	}
	return e.Page.sortKey
}

func (e Entry) order() int {
	if e.Section != nil {
		return e.Section.order
	}
	return e.Page.Common.Order
}

// sections builds the tree of each language.
type sections struct {
	h        *Handbook
	keys     map[string][]string        // folder → keys of its pages, in order
	folders  map[string][]string        // folder → folders in it, in order
	has      map[string]map[string]bool // language → folders with a page of it below
	built    map[string]map[string]*Section
	position map[string]int // folder → place among the configuration's sections
}

// buildSections fills h.Roots and every page's Section.
func buildSections(h *Handbook) {
	b := &sections{
		h: h, keys: map[string][]string{}, folders: map[string][]string{},
		has: map[string]map[string]bool{}, built: map[string]map[string]*Section{},
		position: map[string]int{},
	}
	for i, s := range h.Config.Sections {
		b.position[s.Folder] = i + 1
	}
	b.collect()
	h.Roots = map[string]*Section{}
	for _, lang := range h.Config.Languages {
		if b.has[lang][""] {
			h.Roots[lang] = b.section("", lang, nil)
		}
	}
	h.sections = map[string]map[string]*Section{}
	for lang, built := range b.built {
		h.sections[lang] = make(map[string]*Section, len(built))
		for folder, s := range built {
			h.sections[lang][fold(folder)] = s
		}
	}
	for _, p := range h.Pages {
		p.Section = b.built[p.Lang][p.Folder()]
	}
}

// collect notes which folders, keys and languages there are.
func (b *sections) collect() {
	seenKey, seenFolder := map[string]bool{}, map[string]bool{}
	for _, p := range b.h.Pages {
		folder := p.Folder()
		if !p.Index && !seenKey[p.Key] {
			seenKey[p.Key] = true
			b.keys[folder] = append(b.keys[folder], p.Key)
		}
		if b.has[p.Lang] == nil {
			b.has[p.Lang] = map[string]bool{}
			b.built[p.Lang] = map[string]*Section{}
		}
		for f := folder; ; f = folderOf(f) {
			b.has[p.Lang][f] = true
			if f == "" || seenFolder[f] && b.has[p.Lang][folderOf(f)] {
				break
			}
			if !seenFolder[f] {
				seenFolder[f] = true
				b.folders[folderOf(f)] = append(b.folders[folderOf(f)], f)
			}
		}
	}
}

// section returns the section of folder in lang, building it once.
func (b *sections) section(folder, lang string, parent *Section) *Section {
	if s := b.built[lang][folder]; s != nil {
		return s
	}
	s := &Section{
		Folder: folder, Lang: lang, Parent: parent,
		Address: addressOf(folder, lang, true, b.h.Config.Languages),
	}
	b.built[lang][folder] = s
	if p := b.h.in(folder, lang); p != nil && p.Index {
		s.Page = p
		s.Address = p.Address
	}
	b.describe(s)
	for _, key := range b.keys[folder] {
		if p := b.h.Version(key, lang); p != nil {
			s.Entries = append(s.Entries, Entry{Page: p})
		}
	}
	for _, f := range b.folders[folder] {
		s.Entries = append(s.Entries, Entry{Section: b.version(f, lang, s)})
	}
	sortEntries(s.Entries)
	return s
}

// version returns the section of folder in lang, or where no page below it is in
// lang, in the first language that has one.
func (b *sections) version(folder, lang string, parent *Section) *Section {
	if b.has[lang][folder] {
		return b.section(folder, lang, parent)
	}
	for _, l := range b.h.Config.Languages {
		if !b.has[l][folder] {
			continue
		}
		var up *Section
		if parent.Parent == nil {
			up = b.section("", l, nil)
		} else {
			up = b.version(parent.Folder, l, parent.Parent)
		}
		return b.section(folder, l, up)
	}
	return nil // collect saw a page below every folder
}

// describe gives s its title, summary and order.
func (b *sections) describe(s *Section) {
	languages := b.h.Config.Languages
	own := s.Page
	if own == nil {
		if p := b.h.Version(s.Folder, s.Lang); p != nil && p.Index {
			own = p
		}
	}
	if i := b.position[s.Folder]; i > 0 {
		c := b.h.Config.Sections[i-1]
		s.title, s.summary = c.Title.In(s.Lang, languages), c.Summary.In(s.Lang, languages)
		s.order, s.Apart = i, c.Apart
	}
	if s.Folder == "" {
		s.title, s.summary = b.h.Config.Title.In(s.Lang, languages), b.h.Config.Summary.In(s.Lang, languages)
	}
	if own != nil {
		s.title = cmp.Or(s.title, own.Title())
		s.summary = cmp.Or(s.summary, own.Common.Summary)
		s.order = cmp.Or(s.order, own.Common.Order)
	}
	s.title = cmp.Or(s.title, nameOf(path.Base(s.Folder)))
}

// sortEntries puts entries in reading order: by order, those without one last,
// then by title.
func sortEntries(entries []Entry) {
	type keyed struct {
		Entry
		order int
		title string
	}
	ks := make([]keyed, len(entries))
	for i, e := range entries {
		ks[i] = keyed{e, e.order(), e.sortKey()}
		if ks[i].order == 0 {
			ks[i].order = int(^uint(0) >> 1)
		}
	}
	slices.SortStableFunc(ks, func(a, b keyed) int {
		return cmp.Or(cmp.Compare(a.order, b.order), cmp.Compare(a.title, b.title))
	})
	for i := range ks {
		entries[i] = ks[i].Entry
	}
}

// Reading returns the pages of lang in the section and below it, in reading
// order, the section's own first.
func (s *Section) Reading(lang string) []*Page {
	var out []*Page
	if s.Lang != lang {
		return nil
	}
	if s.Page != nil {
		out = append(out, s.Page)
	}
	for _, e := range s.Entries {
		switch {
		case e.Section != nil:
			out = append(out, e.Section.Reading(lang)...)
		case e.Page.Lang == lang:
			out = append(out, e.Page)
		}
	}
	return out
}
