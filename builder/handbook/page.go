// Package handbook is the model: pages of a kind, in sections and languages,
// with the links between them. [Assemble] makes it from parsed documents; what
// is wrong with the whole is told as diagnostics.
package handbook

import (
	"path"
	"strings"

	"vaandel/builder/diag"
	"vaandel/builder/markdown"
)

// Handbook is all pages with their places and links. It is never changed once
// assembled, save that Resolve completes a page.
type Handbook struct {
	Config *Config
	// Pages are the authors' pages in the order of their sources.
	Pages []*Page
	// Roots are the home sections, one for each language of the handbook.
	Roots map[string]*Section
	// Redirects are the old addresses.
	Redirects []Redirect
	// Tags are the tags of each language, by name.
	Tags map[string][]*Tag
	// Newest is the latest date (2026-01-31) that the sources know of: nothing
	// in the handbook can have been built before it.
	Newest string
	// Hurried is true where there were too many broken links to look for the
	// nearest name of each.
	Hurried bool

	*index
	targets  *targets
	sections map[string]map[string]*Section // language → folded folder → section
	told     []diag.Diagnostic              // what is wrong with all this, but for links and rules
}

// index finds pages, by their place in Pages.
type index struct {
	bySource map[string]int
	byKey    map[string][]int // key → its page in each language
	byName   map[string][]int // title or file name, folded → pages
}

// Page is one page of an author.
type Page struct {
	// Source is the path of its file below the content folder.
	Source string
	// Key is what the translations of a page share: the path without language
	// and ending; of a folder's page, the folder ("" is the home page).
	Key   string
	Index bool // the page of its folder
	Lang  string
	// Address is the path of its file in the output.
	Address string
	// Kind is KindPage for a page that names none; then Kindless is true.
	Kind     Kind
	Kindless bool
	Common   Common
	Spec     Spec
	Doc      *markdown.Document
	// Section is where the page lies: its own, for the page of a folder.
	Section *Section
	// Links, Embeds and Pictures tell where those of Doc lead, by index.
	Links    []Target
	Embeds   []Target
	Pictures []Target
	// Fields are where the files lead that the front matter names, by path.
	Fields map[string]Target
	// Updated is the date of the last change, from git; "" where unknown.
	Updated string
	Tags    []*Tag

	title   string
	sortKey string
	at      int // its place in Pages
}

// Title returns the page's title: of the front matter, the first heading, or the
// name of the file.
func (p *Page) Title() string { return p.title }

// SortKey returns what the page is ordered by among others: see [SortKey].
func (p *Page) SortKey() string { return p.sortKey }

// name sets the title.
func (p *Page) name() {
	switch {
	case p.Common.Title != "":
		p.title = p.Common.Title
	case p.Doc.Title != "":
		p.title = p.Doc.Title
	case p.Key == "":
		p.title = nameOf(strings.TrimSuffix(path.Base(p.Source), path.Ext(p.Source)))
	default:
		p.title = nameOf(path.Base(p.Key))
	}
	p.sortKey = SortKey(p.title)
}

// Folder returns the key of the folder that the page lies in.
func (p *Page) Folder() string {
	if p.Index {
		return p.Key
	}
	return folderOf(p.Key)
}

// Page returns the page of the source path, or nil.
func (h *Handbook) Page(source string) *Page {
	if i, ok := h.bySource[source]; ok {
		return h.Pages[i]
	}
	return nil
}

// Section returns the section of a folder in a language, or nil.
func (h *Handbook) Section(lang, folder string) *Section {
	return h.sections[lang][fold(folder)]
}

// Resolve finds what the links of a page lead to that was taken for settled.
// What is wrong with them was said before.
func (h *Handbook) Resolve(p *Page) { (&resolver{targets: h.targets, p: p}).page() }

// Version returns the page of key in lang, else in the first of the handbook's
// languages that has it, or nil.
func (h *Handbook) Version(key, lang string) *Page {
	if p := h.in(key, lang); p != nil {
		return p
	}
	for _, l := range h.Config.Languages {
		if p := h.in(key, l); p != nil {
			return p
		}
	}
	return nil
}

// in returns the page of key in lang, or nil.
func (h *Handbook) in(key, lang string) *Page {
	for _, i := range h.byKey[key] {
		if p := h.Pages[i]; p.Lang == lang {
			return p
		}
	}
	return nil
}

// Translations returns the versions of p in other languages, in the handbook's
// order of languages.
func (h *Handbook) Translations(p *Page) []*Page {
	var out []*Page
	for _, l := range h.Config.Languages {
		if t := h.in(p.Key, l); t != nil && t != p {
			out = append(out, t)
		}
	}
	return out
}

// Redirect is an old address that leads to a page.
type Redirect struct {
	Address string
	Page    *Page
}

// Tag is a subject with its pages.
type Tag struct {
	Name    string
	Lang    string
	Address string
	Pages   []*Page
}

// Target is where a link, picture or embed leads.
type Target struct {
	// Page is the page, of a link to one, and ID the heading's id there ("" for
	// the page as a whole).
	Page *Page
	ID   string
	// Section is set for a link to a folder without a page of its own.
	Section *Section
	// File is the path of a picture or download in the content folder.
	File string
	// URL is the address of a link to another site, as written.
	URL string
}

// Broken tells whether the target leads nowhere.
func (t Target) Broken() bool { return t == Target{} }
