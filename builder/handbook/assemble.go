package handbook

import (
	"cmp"
	"context"
	"path"
	"slices"
	"strings"

	"vaandel/builder/diag"
	"vaandel/builder/markdown"
	"vaandel/builder/parallel"
	"vaandel/builder/source"
)

// Input is what a handbook is assembled from.
type Input struct {
	Tree   *source.Tree
	Config *Config
	// Documents are the parsed pages by source path.
	Documents map[string]*markdown.Document
	// Settled, if set, tells of a source that its links and rules need not be
	// looked at. Such a page is incomplete until [Handbook.Resolve].
	Settled func(source string) bool
	// Last is a handbook of which all is the same that pages may know of each other:
	// files, outlines, configuration, dates, drafts. Nil where there is none.
	Last *Handbook
	// Drafts tells to take in pages that are drafts.
	Drafts bool
	// Changed is the date of the last change of sources, by path, from git.
	Changed map[string]string
	// Today is the date (2026-01-31) that review and expiry dates are held
	// against. It decides on warnings only, never on what a page shows.
	Today string
}

// Assemble makes the handbook of parsed documents. It reports what is wrong
// with pages and between them; what a document has against itself is left to
// the caller.
func Assemble(in Input) (*Handbook, []diag.Diagnostic) {
	if in.Settled == nil {
		in.Settled = func(string) bool { return false }
	}
	a := &assembly{Input: in, drafts: map[string]bool{}}
	if in.Last != nil {
		a.h = in.Last.again(in.Documents)
		a.drafts, a.diags = in.Last.targets.drafts, slices.Clone(in.Last.told)
	} else {
		a.whole()
	}
	a.links()
	a.rules()
	return a.h, a.diags
}

// whole makes all but what depends on the text of pages.
func (a *assembly) whole() {
	n := len(a.Documents)
	a.h = &Handbook{
		Config: a.Config,
		Pages:  make([]*Page, 0, n),
		Tags:   map[string][]*Tag{},
		index:  &index{make(map[string]int, n), make(map[string][]int, n), make(map[string][]int, 2*n)},
	}
	a.pages()
	if len(a.h.Pages) == 0 {
		a.report(&handbookEmpty, diag.Position{File: "."})
	}
	a.names()
	buildSections(a.h)
	a.tags()
	a.redirects()
	a.newest()
	a.h.told = slices.Clone(a.diags)
}

// assembly is a handbook on its way.
type assembly struct {
	Input
	h      *Handbook
	drafts map[string]bool
	diags  []diag.Diagnostic
}

func (a *assembly) report(r *diag.Rule, at diag.Position, args ...any) {
	a.diags = append(a.diags, r.At(at, args...))
}

// pages makes the pages and sees to it that no two share an address.
func (a *assembly) pages() {
	kinds := map[string]Kind{}
	for _, s := range a.Config.Sections {
		kinds[s.Folder] = s.Kind
	}
	made := make([]*made, len(a.Tree.Files))
	a.each(len(made), func(i int) {
		file := a.Tree.Files[i].Path
		if doc := a.Documents[file]; doc != nil {
			made[i] = a.page(file, doc, kinds)
		}
	})
	taken := make(map[string]string, len(made))
	unknown := map[string][]diag.Diagnostic{}
	for _, m := range made {
		switch {
		case m == nil:
			continue
		case m.Common.Draft && !a.Drafts:
			a.drafts[m.Source] = true
			continue
		}
		a.diags = append(a.diags, m.front.Diagnostics...)
		if len(m.front.Unknown) > 0 {
			folder := folderOf(m.Source)
			unknown[folder] = append(unknown[folder], m.front.Unknown...)
		}
		if other := taken[m.Address]; other != "" {
			a.report(&addressTaken, diag.Position{File: m.Source}, other, m.Address)
			continue
		}
		taken[m.Address] = m.Source
		a.add(m.Page)
	}
	a.unknownFields(unknown)
}

// made is a page with what its front matter holds.
type made struct {
	*Page
	front Front
}

// page makes the page of one document.
func (a *assembly) page(file string, doc *markdown.Document, kinds map[string]Kind) *made {
	p := &Page{Source: file, Doc: doc, Updated: a.Changed[file]}
	p.Key, p.Lang, p.Index = split(file, a.Config.Languages)
	p.Lang = cmp.Or(p.Lang, a.Config.Languages[0])
	if p.Index && a.hidden(file, p) {
		// index.md is the folder's page; a README.md beside it is one more.
		p.Index = false
		p.Key = path.Join(p.Key, "readme")
	}
	top, _, _ := strings.Cut(p.Key, "/")
	front := ReadFront(file, doc, kinds[top])
	p.Common, p.Spec, p.Kind, p.Kindless = front.Common, front.Spec, front.Kind, front.Kindless
	p.name()
	p.Address = addressOf(p.Key, p.Lang, p.Index, a.Config.Languages)
	return &made{p, front}
}

// add puts a page into the handbook.
func (a *assembly) add(p *Page) {
	p.at = len(a.h.Pages)
	a.h.Pages = append(a.h.Pages, p)
	a.h.bySource[p.Source] = p.at
	a.h.byKey[p.Key] = append(a.h.byKey[p.Key], p.at)
}

// hidden tells whether the README file is not the page of its folder because
// there is an index file for the same language.
func (a *assembly) hidden(file string, p *Page) bool {
	if !strings.HasPrefix(strings.ToLower(path.Base(file)), "readme") {
		return false
	}
	for _, name := range []string{"index", "Index", "INDEX"} {
		for _, ending := range []string{".md", "." + p.Lang + ".md", ".markdown"} {
			if ending == ".md" && p.Lang != a.Config.Languages[0] {
				continue
			}
			if a.Documents[path.Join(path.Dir(file), name+ending)] != nil {
				return true
			}
		}
	}
	return false
}

// unknownFields makes one warning a folder of the fields that pages without a
// kind have and Vaandel does not know: another tool knew them.
func (a *assembly) unknownFields(unknown map[string][]diag.Diagnostic) {
	for _, ds := range unknown {
		ds = diag.Sort(ds)
		first := ds[0]
		if len(ds) == 1 {
			a.diags = append(a.diags, first)
			continue
		}
		a.report(&unknownFields, first.Position, len(ds))
	}
}

// names fills byName: pages can be called by title and by file name.
func (a *assembly) names() {
	for _, p := range a.h.Pages {
		title := fold(p.Title())
		a.h.byName[title] = append(a.h.byName[title], p.at)
		if base := fold(path.Base(p.Key)); base != title && base != "." {
			a.h.byName[base] = append(a.h.byName[base], p.at)
		}
	}
}

// tags gathers pages by tag, for each language.
func (a *assembly) tags() {
	type written struct{ lang, name string }
	known := map[written]*Tag{}
	byAddress := map[string]*Tag{}
	for _, p := range a.h.Pages {
		for _, name := range p.Common.Tags {
			t := known[written{p.Lang, name}]
			if t == nil {
				address := tagAddress(name, p.Lang, a.Config.Languages)
				if t = byAddress[address]; t == nil {
					t = &Tag{Name: name, Lang: p.Lang, Address: address}
					byAddress[address] = t
					a.h.Tags[p.Lang] = append(a.h.Tags[p.Lang], t)
				}
				known[written{p.Lang, name}] = t
			}
			if n := len(t.Pages); n == 0 || t.Pages[n-1] != p {
				t.Pages = append(t.Pages, p)
				p.Tags = append(p.Tags, t)
			}
		}
	}
	for _, tags := range a.h.Tags {
		slices.SortFunc(tags, func(x, y *Tag) int {
			return cmp.Or(cmp.Compare(SortKey(x.Name), SortKey(y.Name)), cmp.Compare(x.Name, y.Name))
		})
		for _, t := range tags {
			slices.SortStableFunc(t.Pages, func(x, y *Page) int {
				return cmp.Compare(x.sortKey, y.sortKey)
			})
		}
	}
}

// TagsAddress returns the path of the page that lists the tags of a language.
func (c *Config) TagsAddress(lang string) string {
	return addressOf("tags", lang, true, c.Languages)
}

// IndexAddress returns the path of the A to Z page of a language.
func (c *Config) IndexAddress(lang string) string {
	return addressOf("a-z", lang, false, c.Languages)
}

// SearchAddress returns the path of the page that shows what a search found in a
// language. People see its name in the address of what they share.
func (c *Config) SearchAddress(lang string) string { return c.named(lang, "zoeken", "search") }

// ComposerAddress returns the path of the page that checks a message.
func (c *Config) ComposerAddress(lang string) string {
	return c.named(lang, "check-je-bericht", "check-your-post")
}

// MineAddress returns the path of the page that shows what the browser keeps.
func (c *Config) MineAddress(lang string) string { return c.named(lang, "mijn-gegevens", "my-data") }

// named returns the path of a page whose name readers see.
func (c *Config) named(lang, dutch, english string) string {
	name := english
	if lang == "nl" || strings.HasPrefix(lang, "nl-") {
		name = dutch
	}
	return addressOf(name, lang, false, c.Languages)
}

// BookletAddress returns the path of the document that holds all pages of a
// folder in a language; the folder "" is the whole handbook.
func (c *Config) BookletAddress(folder, lang string) string {
	return addressOf(path.Join(folder, "alles"), lang, false, c.Languages)
}

func tagAddress(name, lang string, languages []string) string {
	return addressOf("tags/"+strings.ReplaceAll(name, "/", "-"), lang, false, languages)
}

// redirects makes the old addresses, where no page has them.
func (a *assembly) redirects() {
	taken := make(map[string]string, len(a.h.Pages))
	for _, p := range a.h.Pages {
		taken[p.Address] = p.Source
	}
	for _, p := range a.h.Pages {
		for i, alias := range p.Common.Aliases {
			at := position(p, "aliases", i)
			address, ok := aliasAddress(alias)
			if !ok {
				a.alias(p, aliasForm.At(at, alias))
				continue
			}
			if other := taken[address]; other != "" {
				a.alias(p, aliasTaken.At(at, alias, other))
				continue
			}
			taken[address] = p.Source
			a.h.Redirects = append(a.h.Redirects, Redirect{Address: address, Page: p})
		}
	}
}

// alias reports an old address of p that can't be served.
func (a *assembly) alias(p *Page, d diag.Diagnostic) {
	if p.Kindless {
		d = d.Soft()
	}
	a.diags = append(a.diags, d)
}

// aliasAddress returns the path in the output of an old address, which is
// written from the root: /oud/pad.html, /oud/ or /oud.
func aliasAddress(alias string) (string, bool) {
	clean := strings.TrimPrefix(alias, "/")
	if clean == "" || strings.ContainsAny(clean, "?#\\:") || path.Clean(clean) != strings.TrimSuffix(clean, "/") ||
		strings.HasPrefix(clean, "..") {
		return "", false
	}
	parts := strings.Split(strings.TrimSuffix(clean, "/"), "/")
	last := parts[len(parts)-1]
	html := strings.HasSuffix(last, ".html")
	parts[len(parts)-1] = strings.TrimSuffix(last, ".html")
	for i := range parts {
		parts[i] = Slug(parts[i])
	}
	address := path.Join(parts...)
	if html {
		return address + ".html", true
	}
	return address + "/index.html", true
}

// links resolves all that pages refer to.
func (a *assembly) links() {
	targets := newTargets(a.h, a.Tree, a.drafts, a.Last)
	a.h.targets = targets
	resolvers := make([]resolver, len(a.h.Pages))
	a.each(len(resolvers), func(i int) {
		if p := a.h.Pages[i]; !a.Settled(p.Source) {
			resolvers[i] = resolver{targets: targets, p: p}
			resolvers[i].page()
		}
	})
	searches := nearestSearches
	for i := range resolvers {
		a.diags = append(a.diags, resolvers[i].diags...)
		for _, l := range resolvers[i].lost {
			a.diags = append(a.diags, targets.broken(l, &searches))
		}
	}
	a.h.Hurried = searches < 0
}

// newest finds the latest date that the sources know.
func (a *assembly) newest() {
	later := func(date string) {
		if len(date) >= 10 && date[:10] > a.h.Newest {
			a.h.Newest = date[:10]
		}
	}
	for _, p := range a.h.Pages {
		later(p.Updated)
		later(p.Common.Reviewed)
		if policy, ok := p.Spec.(*Policy); ok {
			for _, c := range policy.Changes {
				later(c.Date)
			}
		}
	}
}

// rules holds every page against the rules of its kind.
func (a *assembly) rules() {
	found := make([][]diag.Diagnostic, len(a.h.Pages))
	a.each(len(found), func(i int) {
		if p := a.h.Pages[i]; !a.Settled(p.Source) {
			found[i] = CheckPage(p, a.Config, a.Today)
		}
	})
	for _, ds := range found {
		a.diags = append(a.diags, ds...)
	}
}

// each calls do for 0 to n-1, on all cores.
func (a *assembly) each(n int, do func(i int)) {
	// An assembly is short: it is not worth stopping half way.
	_ = parallel.Each(context.Background(), n, do)
}
