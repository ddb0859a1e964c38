package render

import (
	"html/template"
	"path"
	"slices"
	"strings"
	"sync"

	"vaandel/builder/handbook"
	"vaandel/builder/memo"
)

// mostSiblings is how many entries of one folder the navigation shows. Larger
// folders show their folders and a link to the list of all: nobody reads 500
// entries, and they would be in each of 500 pages.
const mostSiblings = 40

// sharedParts makes the parts that pages have in common, once for each distinct
// value: the pages of one folder share theirs.
type sharedParts struct {
	s  *site
	mu sync.Mutex
	// parts by language, folder of the output and section, each made once.
	parts map[sharedKey]func() *sharedPart
	order map[*handbook.Section]*order
	sites map[siteKey]*Site
}

type siteKey struct{ lang, folder, base string }

type sharedKey struct {
	lang, folder string
	section      *handbook.Section
	base         string
}

// sharedPart is the header, navigation and footer of a folder's pages.
type sharedPart struct {
	view Shared
	key  memo.Key
	html func() (sharedHTML, error)
}

type sharedHTML struct{ header, navigation, footer template.HTML }

// order is the reading order of a top-level section.
type order struct {
	pages []*handbook.Page
	at    map[*handbook.Page]int
}

func newSharedParts(s *site) *sharedParts {
	return &sharedParts{s: s, parts: map[sharedKey]func() *sharedPart{}, order: map[*handbook.Section]*order{}, sites: map[siteKey]*Site{}}
}

// of returns the shared parts of a page at address in section sec (nil for pages
// that are in none). With a base all addresses begin with it; it is "" save for
// pages that are shown at other addresses than their own.
func (sp *sharedParts) of(lang, address string, sec *handbook.Section, base string) *sharedPart {
	k := sharedKey{lang, path.Dir(address), sec, base}
	sp.mu.Lock()
	part := sp.parts[k]
	if part == nil {
		part = sync.OnceValue(func() *sharedPart {
			// Any name will do for the page: the parts are those of its folder.
			return sp.make(lang, path.Join(k.folder, "-"), sec, base)
		})
		sp.parts[k] = part
	}
	sp.mu.Unlock()
	return part()
}

func (sp *sharedParts) make(lang, from string, sec *handbook.Section, base string) *sharedPart {
	v := Shared{Lang: lang, Site: sp.site(lang, from, base)}
	root := sp.s.h.Roots[lang]
	if root == nil {
		root = sp.s.h.Roots[sp.s.h.Config.Languages[0]]
	}
	var top *handbook.Section
	if sec != nil && sec.Folder != "" {
		top = sec.Top()
	}
	if root != nil {
		for _, e := range root.Entries {
			if e.Section == nil {
				continue
			}
			r := sp.s.sectionRef(from, e.Section, lang)
			r.Href, r.Current = base+r.Href, e.Section == top
			if e.Section.Apart {
				v.Apart = append(v.Apart, r)
			} else {
				v.Sections = append(v.Sections, r)
			}
		}
	}
	if top != nil {
		v.Pages, v.All = sp.branches(top, from, sec)
		own := Branch{Ref: sp.s.sectionRef(from, top, lang), Open: true}
		v.Pages = append([]Branch{own}, v.Pages...)
	}
	part := &sharedPart{view: v}
	var err error
	part.key, err = memo.Sum(v)
	part.html = sync.OnceValues(func() (sharedHTML, error) {
		if err != nil {
			return sharedHTML{}, err
		}
		return sp.render(lang, &part.view)
	})
	return part
}

// render makes the HTML of the parts.
func (sp *sharedParts) render(lang string, v *Shared) (html sharedHTML, err error) {
	if html.header, err = sp.s.Theme.Part(lang, "header", v); err != nil {
		return html, err
	}
	if html.navigation, err = sp.s.Theme.Part(lang, "navigation", v); err != nil {
		return html, err
	}
	html.footer, err = sp.s.Theme.Part(lang, "footer", v)
	return html, err
}

// branches returns the navigation below sec: open where the way to current
// leads, and cut short where a folder is large. all then leads to the full list.
func (sp *sharedParts) branches(sec *handbook.Section, from string, current *handbook.Section) (out []Branch, all *Ref) {
	large := len(sec.Entries) > mostSiblings
	for _, e := range sec.Entries {
		switch {
		case e.Section != nil:
			b := Branch{Ref: sp.s.sectionRef(from, e.Section, sec.Lang)}
			if e.Section == current || slices.Contains(current.Trail(), e.Section) {
				b.Open = true
				b.Children, all = sp.branches(e.Section, from, current)
			}
			out = append(out, b)
		case !large:
			out = append(out, Branch{Ref: sp.s.ref(from, e.Page, sec.Lang)})
		}
		if large && len(out) >= mostSiblings {
			break
		}
	}
	if large && sec == current {
		r := sp.s.sectionRef(from, sec, sec.Lang)
		r.Order = len(sec.Entries)
		all = &r
	}
	return out, all
}

// site returns what all pages in the folder of the page at address share.
func (sp *sharedParts) site(lang, address, base string) *Site {
	sp.mu.Lock()
	defer sp.mu.Unlock()
	k := siteKey{lang, path.Dir(address), base}
	v := sp.sites[k]
	if v == nil {
		v = sp.siteView(lang, address)
		if base != "" {
			v = v.under(base)
		}
		sp.sites[k] = v
	}
	return v
}

func (sp *sharedParts) siteView(lang, address string) *Site {
	h, c := sp.s.h, sp.s.h.Config
	v := &Site{
		Title:        c.Title.In(lang, c.Languages),
		Organisation: c.Organisation,
		Summary:      c.Summary.In(lang, c.Languages),
		Root:         rootOf(address),
		Index:        Ref{Href: sp.s.href(address, c.IndexAddress(lang))},
		Search:       Ref{Href: sp.s.href(address, c.SearchAddress(lang))},
		Mine:         Ref{Href: sp.s.href(address, c.MineAddress(lang))},
		Feed:         sp.s.href(address, feedAddress(lang, c.Languages)),
		Calendar:     sp.s.calendarHref(lang, address),
		Whole:        sp.s.wholeHandbook(lang, address),
		Accent:       c.Brand.Accent,
		Networks:     c.Networks,
		Contact:      sp.s.helper(lang),
		Kinds:        handbook.Kinds,
	}
	if sp.s.composes() {
		v.Composer.Href = sp.s.href(address, c.ComposerAddress(lang))
	}
	if c.URL != "" {
		v.Card = strings.TrimSuffix(c.URL, "/") + "/" + sp.s.Theme.Card()
	}
	if !c.Index {
		v.Robots = "noindex, nofollow"
	}
	v.Home = Ref{Title: v.Title, Href: sp.s.href(address, sp.home(lang))}
	for _, l := range c.Languages {
		if root := h.Roots[l]; root != nil && len(h.Roots) > 1 {
			v.Languages = append(v.Languages, Ref{Title: l, Lang: l, Href: sp.s.href(address, root.Address), Current: l == lang})
		}
	}
	if c.Brand.Logo != "" {
		v.Logo = sp.s.assets.logo(c.Brand.Logo, v.Root)
	}
	return v
}

// under returns the site's view for a page in the root that is shown elsewhere:
// its addresses begin with base.
func (s *Site) under(base string) *Site {
	v := *s
	v.Root = base
	v.Home.Href, v.Index.Href, v.Feed = base+v.Home.Href, base+v.Index.Href, base+v.Feed
	v.Search.Href, v.Mine.Href = base+v.Search.Href, base+v.Mine.Href
	if v.Composer.Href != "" {
		v.Composer.Href = base + v.Composer.Href
	}
	if v.Whole != "" {
		v.Whole = base + v.Whole
	}
	if v.Calendar != "" {
		v.Calendar = base + v.Calendar
	}
	v.Languages = slices.Clone(v.Languages)
	for i := range v.Languages {
		v.Languages[i].Href = base + v.Languages[i].Href
	}
	if v.Logo != nil {
		logo := *v.Logo
		logo.Src = base + logo.Src
		v.Logo = &logo
	}
	return &v
}

// home returns the address of the first page in lang.
func (sp *sharedParts) home(lang string) string {
	if root := sp.s.h.Roots[lang]; root != nil {
		return root.Address
	}
	return "index.html"
}

// reading returns the reading order of a top-level section and where p is in it,
// -1 if it is not.
func (sp *sharedParts) reading(top *handbook.Section, p *handbook.Page) ([]*handbook.Page, int) {
	sp.mu.Lock()
	defer sp.mu.Unlock()
	o := sp.order[top]
	if o == nil {
		o = &order{pages: top.Reading(p.Lang), at: map[*handbook.Page]int{}}
		for i, q := range o.pages {
			o.at[q] = i
		}
		sp.order[top] = o
	}
	if i, ok := o.at[p]; ok {
		return o.pages, i
	}
	return o.pages, -1
}
