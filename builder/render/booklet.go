package render

import (
	"slices"
	"strings"

	"vaandel/builder/handbook"
	"vaandel/builder/memo"
	"vaandel/builder/publish"
)

// A booklet is a whole section, or the whole handbook, as one document to print.
//
// Its text is that of pages which all have a file of their own, so a booklet costs
// as much as its pages once more, and after an edit of any of them. That is why
// there are bounds: nobody prints a thousand pages.

const (
	// fewestPages and mostPages are how many pages a booklet has: a single page
	// is one already.
	fewestPages, mostPages = 2, 300
	// largeHandbook is the number of pages from which a handbook has no booklets
	// at all, also not of small sections: together these would be as many pages
	// again.
	largeHandbook = 3000
)

// booklet is one of them.
type booklet struct {
	lang, address string
	section       *handbook.Section // the home section is the whole handbook
	pages         []*handbook.Page  // in reading order
	holds         map[string]bool   // addresses of what is a chapter
}

// MadeBooklet is what is known of the file of a booklet: as long as its documents,
// and what all pages may know of each other, are the same, so is its key.
type MadeBooklet struct {
	_ struct{} `cbor:",toarray"`

	Path      string
	Documents memo.Key
	Key       memo.Key
}

// planBooklets finds which booklets there are.
func (s *site) planBooklets() {
	s.bookletOf = map[*handbook.Section]*booklet{}
	if len(s.h.Pages) >= largeHandbook {
		return
	}
	for _, lang := range s.h.Config.Languages {
		root := s.h.Roots[lang]
		if root == nil {
			continue
		}
		s.planBooklet(root)
		for _, e := range root.Entries {
			if e.Section != nil && e.Section.Lang == lang {
				s.planBooklet(e.Section)
			}
		}
	}
}

func (s *site) planBooklet(sec *handbook.Section) {
	pages := sec.Reading(sec.Lang)
	if len(pages) < fewestPages || len(pages) > mostPages {
		return
	}
	b := &booklet{
		lang: sec.Lang, section: sec, pages: pages,
		address: s.h.Config.BookletAddress(sec.Folder, sec.Lang),
	}
	// Folders whose names differ in signs alone would meet.
	same := func(other *booklet) bool { return other.address == b.address }
	if !slices.ContainsFunc(s.booklets, same) {
		s.booklets = append(s.booklets, b)
		s.bookletOf[sec] = b
	}
}

// whole returns the address of a section's booklet as seen from the page at from.
func (s *site) whole(sec *handbook.Section, from string) string {
	if b := s.bookletOf[sec]; b != nil && sec.Folder != "" {
		return s.href(from, b.address)
	}
	return ""
}

// wholeHandbook is the same for the booklet of all pages in a language.
func (s *site) wholeHandbook(lang, from string) string {
	if b := s.bookletOf[s.h.Roots[lang]]; b != nil {
		return s.href(from, b.address)
	}
	return ""
}

// bookletFiles makes the files of all booklets. Each is worked out when its turn
// comes to be published, and where its documents changed: views of all its pages
// are in memory no longer than that.
func (s *site) bookletFiles() ([]publish.File, error) {
	files := make([]publish.File, len(s.booklets))
	s.madeBooklets = make([]MadeBooklet, len(s.booklets))
	for i, b := range s.booklets {
		documents, err := s.documents(b)
		if err != nil {
			return nil, err
		}
		made := &s.madeBooklets[i]
		*made = MadeBooklet{Path: b.address, Documents: documents}
		worked := func() (publish.File, error) {
			file, err := s.workedBooklet(b)
			made.Key = file.Key
			return file, err
		}
		if k := s.knownBooklet(b.address, documents); k != (memo.Key{}) {
			made.Key = k
			files[i] = known(b.address, k, worked)
		} else {
			files[i] = publish.File{Path: b.address, Late: worked}
		}
	}
	return files, nil
}

// documents is the hash of all documents that a booklet may show parts of: its
// pages, and the checklists of the handbook, which any page may embed.
func (s *site) documents(b *booklet) (memo.Key, error) {
	var keys []any
	for _, p := range b.pages {
		keys = append(keys, s.Text(p))
	}
	for _, p := range s.h.Pages {
		if p.Kind == handbook.KindChecklist {
			keys = append(keys, s.Text(p))
		}
	}
	return memo.Sum(keys...)
}

// knownBooklet returns the key of the file of last time, where that holds.
func (s *site) knownBooklet(address string, documents memo.Key) memo.Key {
	for _, m := range s.Booklets {
		if m.Path == address && m.Documents == documents {
			return m.Key
		}
	}
	return memo.Key{}
}

// The ids of a booklet: of a chapter, and of what has an id in its page. A page's
// own ids have neither prefix, and no two hyphens in a row.
const (
	prefixChapter = "ch-"
	prefixInside  = "in-"
	between       = "--"
)

// chapterName is what the ids of a chapter have in common: its address.
func chapterName(address string) string {
	return strings.ReplaceAll(strings.TrimSuffix(address, ".html"), "/", between)
}

func chapterID(address string) string { return prefixChapter + chapterName(address) }

// insidePrefix stands before the ids of a chapter's page.
func insidePrefix(address string) string { return prefixInside + chapterName(address) + between }

// anchor returns the link to a page, or to an id in it, where that is a chapter;
// "" where it is not, or there is no booklet.
func (b *booklet) anchor(address, id string) string {
	switch {
	case b == nil || !b.holds[address]:
		return ""
	case id == "":
		return "#" + chapterID(address)
	}
	return "#" + insidePrefix(address) + id
}
