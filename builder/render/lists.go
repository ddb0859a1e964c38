package render

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strings"
	"unicode"

	"vaandel/builder/handbook"
)

// The layouts of pages that Vaandel makes by itself.
const (
	layoutSection  = "section"
	layoutTags     = "tags"
	layoutTag      = "tag"
	layoutIndex    = "index"
	layoutSearch   = "search"
	layoutComposer = "composer"
	layoutMine     = "mine"
	layoutNotFound = "notfound"
	layoutRedirect = "redirect"
	layoutBooklet  = "booklet"
)

// mostEntries is how many entries the A to Z page shows; a larger handbook has a
// page for each letter.
const mostEntries = 500

// generated is a page that nobody wrote.
type generated struct {
	address string
	section *handbook.Section // where it lies, or nil
	base    string            // what its addresses begin with, or ""
	view    View
}

// generated lists the pages that Vaandel makes by itself.
func (s *site) generated() []generated {
	var out []generated
	for _, lang := range s.h.Config.Languages {
		root := s.h.Roots[lang]
		if root == nil {
			continue
		}
		out = append(out, s.sectionPages(root)...)
		out = append(out, s.tagPages(lang)...)
		out = append(out, s.indexPages(lang, root)...)
		out = append(out, s.searchPage(lang, root), s.minePage(lang, root))
		out = append(out, s.calendarPages(lang, root)...)
	}
	for _, r := range s.h.Redirects {
		out = append(out, s.redirect(r))
	}
	return append(out, s.notFound())
}

func (s *site) page(layout, lang, address, title string) View {
	return s.pageUnder(layout, lang, address, title, "")
}

// pageUnder makes the view of a page whose addresses begin with base.
func (s *site) pageUnder(layout, lang, address, title, base string) View {
	v := s.base(lang, address, base)
	v.Layout, v.Title = layout, title
	s.addScripts(v)
	return *v
}

// sectionPages makes the lists of folders without a page of their own.
func (s *site) sectionPages(sec *handbook.Section) []generated {
	var out []generated
	if sec.Page == nil {
		v := s.page(layoutSection, sec.Lang, sec.Address, sec.Title())
		v.Summary = sec.Summary()
		v.Home = sec.Folder == ""
		v.Whole = s.whole(sec, sec.Address)
		v.Trail = s.trail(sec, sec.Address, false)
		v.Children, v.Sharing = s.entries(sec, sec.Address), shares(sec)
		if holdsTypes(sec) {
			v.Types = s.typeCards(sec.Address, sec.Lang)
		}
		v.People = s.people(sec, sec.Address)
		s.addScripts(&v)
		out = append(out, generated{address: sec.Address, section: sec, view: v})
	}
	for _, e := range sec.Entries {
		if e.Section != nil && e.Section.Lang == sec.Lang {
			out = append(out, s.sectionPages(e.Section)...)
		}
	}
	return out
}

// tagPages makes a page for each tag of a language, and one for all.
func (s *site) tagPages(lang string) []generated {
	tags := s.h.Tags[lang]
	if len(tags) == 0 {
		return nil
	}
	all := s.h.Config.TagsAddress(lang)
	list := s.page(layoutTags, lang, all, s.Theme.Message(lang, "tags.title"))
	out := make([]generated, 1, len(tags)+1)
	for _, t := range tags {
		list.Children = append(list.Children, Ref{Title: t.Name, Href: s.href(all, t.Address), Order: len(t.Pages)})
		v := s.page(layoutTag, lang, t.Address, t.Name)
		v.Trail = []Ref{
			{Title: s.h.Config.Title.In(lang, s.h.Config.Languages), Href: s.href(t.Address, s.h.Roots[lang].Address)},
			{Title: list.Title, Href: s.href(t.Address, all)},
		}
		for _, p := range t.Pages {
			v.Children = append(v.Children, s.ref(t.Address, p, lang))
		}
		out = append(out, generated{address: t.Address, view: v})
	}
	out[0] = generated{address: all, view: list}
	return out
}

// letter is the pages whose titles begin with the same letter.
type letter struct {
	name  string
	pages []*handbook.Page
}

// indexPages makes the list of all pages from A to Z.
func (s *site) indexPages(lang string, root *handbook.Section) []generated {
	address := s.h.Config.IndexAddress(lang)
	letters, total := s.letters(lang)
	v := s.page(layoutIndex, lang, address, s.Theme.Message(lang, "index.title"))
	v.Trail = []Ref{{Title: root.Title(), Href: s.href(address, root.Address)}}
	if total <= mostEntries {
		for _, l := range letters {
			v.Groups = append(v.Groups, s.group(l, address, lang))
		}
		return []generated{{address: address, view: v}}
	}
	out := make([]generated, 1, len(letters)+1)
	for _, l := range letters {
		a := path.Join(strings.TrimSuffix(address, ".html"), groupID(l.name)+".html")
		own := s.page(layoutIndex, lang, a, fmt.Sprintf("%s: %s", v.Title, l.name))
		own.Trail = []Ref{
			{Title: root.Title(), Href: s.href(a, root.Address)},
			{Title: v.Title, Href: s.href(a, address)},
		}
		own.Groups = []Group{s.group(l, a, lang)}
		out = append(out, generated{address: a, view: own})
		v.Children = append(v.Children, Ref{Title: l.name, Href: s.href(address, a), Order: len(l.pages)})
	}
	out[0] = generated{address: address, view: v}
	return out
}

// searchPage makes the page that shows what a search found. Its Children are the
// other ways to find a page.
func (s *site) searchPage(lang string, root *handbook.Section) generated {
	address := s.h.Config.SearchAddress(lang)
	v := s.page(layoutSearch, lang, address, s.Theme.Message(lang, "search.title"))
	v.Trail = []Ref{{Title: root.Title(), Href: s.href(address, root.Address)}}
	v.Children = []Ref{{Title: s.Theme.Message(lang, "index.title"), Href: v.Site.Index.Href}}
	if len(s.h.Tags[lang]) > 0 {
		all := s.h.Config.TagsAddress(lang)
		v.Children = append(v.Children, Ref{Title: s.Theme.Message(lang, "tags.title"), Href: s.href(address, all)})
	}
	s.addScripts(&v, "results")
	return generated{address: address, view: v}
}

// minePage makes the page that shows what the browser keeps.
func (s *site) minePage(lang string, root *handbook.Section) generated {
	address := s.h.Config.MineAddress(lang)
	v := s.page(layoutMine, lang, address, s.Theme.Message(lang, "mine.title"))
	v.Summary = s.Theme.Message(lang, "mine.summary")
	v.Trail = []Ref{{Title: root.Title(), Href: s.href(address, root.Address)}}
	s.addScripts(&v, "mine")
	return generated{address: address, view: v}
}

func (s *site) group(l letter, from, lang string) Group {
	g := Group{Title: l.name, ID: groupID(l.name)}
	for _, p := range l.pages {
		g.Refs = append(g.Refs, s.ref(from, p, lang))
	}
	return g
}

// groupID is the id of a letter's group.
func groupID(name string) string {
	if name == "#" {
		return "letter-0-9"
	}
	return "letter-" + handbook.Slug(name)
}

// letters gathers the pages that a reader of lang can open, by first letter.
// What does not begin with a letter comes first, under "#".
func (s *site) letters(lang string) (letters []letter, total int) {
	type entry struct {
		page *handbook.Page
		key  string
	}
	var entries []entry
	for _, p := range s.h.Pages {
		if s.h.Version(p.Key, lang) == p {
			entries = append(entries, entry{p, handbook.IndexKey(p.Title(), p.Lang)})
		}
	}
	slices.SortStableFunc(entries, func(a, b entry) int {
		return cmp.Or(cmp.Compare(initial(a.key), initial(b.key)), cmp.Compare(a.key, b.key), cmp.Compare(a.page.SortKey(), b.page.SortKey()))
	})
	for _, e := range entries {
		name := initial(e.key)
		if len(letters) == 0 || letters[len(letters)-1].name != name {
			letters = append(letters, letter{name: name})
		}
		last := &letters[len(letters)-1]
		last.pages = append(last.pages, e.page)
	}
	return letters, len(entries)
}

func initial(key string) string {
	for _, r := range key {
		if unicode.IsLetter(r) {
			return string(unicode.ToUpper(r))
		}
		if unicode.IsDigit(r) {
			return "#"
		}
	}
	return "#"
}

// redirect makes the page at an old address.
func (s *site) redirect(r handbook.Redirect) generated {
	v := View{
		Layout: layoutRedirect, Lang: r.Page.Lang, Title: r.Page.Title(),
		Site:   s.parts.site(r.Page.Lang, r.Address, ""),
		Target: s.href(r.Address, r.Page.Address),
	}
	v.Canonical = v.Target
	if s.h.Config.URL != "" {
		v.Canonical = s.absolute(r.Page.Address)
	}
	return generated{address: r.Address, view: v}
}

// notFound makes the page that a web server shows for an address that is not
// there. It is shown at any depth, so its own addresses begin at the base path.
func (s *site) notFound() generated {
	lang := s.h.Config.Languages[0]
	v := s.pageUnder(layoutNotFound, lang, "404.html", s.Theme.Message(lang, "notfound.title"), s.BasePath)
	if root := s.h.Roots[lang]; root != nil {
		v.Children = s.entries(root, "404.html")
		for i := range v.Children {
			v.Children[i].Href = s.BasePath + v.Children[i].Href
		}
	}
	v.Canonical = ""
	return generated{address: "404.html", base: s.BasePath, view: v}
}
