package render

import (
	"encoding/hex"
	"fmt"
	"html/template"
	"path"
	"slices"
	"strings"

	"vaandel/builder/handbook"
	"vaandel/builder/markdown"
	"vaandel/builder/memo"
	"vaandel/builder/publish"
)

// wordsPerMinute is the pace of reading: adults read 238 words of English
// non-fiction a minute in silence (Brysbaert, 2019, doi:10.1016/j.jml.2019.104047);
// rounded down for reading with care on a screen.
const wordsPerMinute = 200

// authored makes the file of a page that somebody wrote. The view is made when
// the file is published, unless it puts more files into the output.
func (s *site) authored(p *handbook.Page, key *memo.Key) (publish.File, error) {
	worked := func() (publish.File, error) {
		file, err := s.worked(p)
		*key = file.Key
		return file, err
	}
	if k, ok := s.Made(p); ok {
		*key = k
		return known(p.Address, k, worked), nil
	}
	if ShowsFiles(p) {
		return worked()
	}
	return publish.File{Path: p.Address, Late: worked}, nil
}

// known is a file whose key is known. It is worked out should its bytes be asked
// for.
func known(path string, key memo.Key, worked func() (publish.File, error)) publish.File {
	return publish.File{Path: path, Key: key, Content: func() ([]byte, error) {
		file, err := worked()
		if err != nil {
			return nil, err
		}
		return file.Content()
	}}
}

// ShowsFiles tells whether a page puts more into the output than its own file,
// or may be shown on other pages.
func ShowsFiles(p *handbook.Page) bool {
	if len(p.Pictures) > 0 || len(p.Embeds) > 0 || len(p.Doc.Checklists) > 0 || p.Kind == handbook.KindContentType {
		return true
	}
	for _, t := range p.Links {
		if t.File != "" {
			return true
		}
	}
	for _, t := range p.Fields {
		if t.File != "" {
			return true
		}
	}
	return false
}

// worked makes the file of a page by working out its view.
func (s *site) worked(p *handbook.Page) (publish.File, error) {
	if err := s.ready(p, deepest); err != nil {
		return publish.File{}, err
	}
	return s.of(p, p.Doc, func() ([]byte, error) { return s.Body(p) })
}

// with makes the page of another document, which differs in its HTML alone.
func (s *site) with(p *handbook.Page, doc *markdown.Document) ([]byte, error) {
	if err := s.ready(p, deepest); err != nil {
		return nil, err
	}
	file, err := s.of(p, doc, func() ([]byte, error) { return doc.Body, nil })
	if err != nil {
		return nil, err
	}
	return file.Content()
}

// of makes the file of a page that is ready of a document and its HTML.
func (s *site) of(p *handbook.Page, doc *markdown.Document, text func() ([]byte, error)) (publish.File, error) {
	v := s.view(p)
	shared := s.parts.of(p.Lang, p.Address, p.Section, "")
	b := &body{site: s, page: p, doc: doc, at: onPage(p)}
	pieces := b.pieces()
	if p.Doc.Choosers > 0 {
		b.components = append(b.components, "chooser")
	}
	v.Files = s.files(p, b.at)
	s.addScripts(v, append(b.components, kindComponent(p.Kind))...)
	var err error
	if v.Pack, err = s.pack(p, v.Files); err != nil {
		return publish.File{}, err
	}
	source := s.Text(p)
	key, err := s.key(v, shared, source[:], pieces)
	if err != nil {
		return publish.File{}, fmt.Errorf("%s: %w", p.Source, err)
	}
	return publish.File{Path: p.Address, Key: key, Content: func() ([]byte, error) {
		html, err := text()
		if err != nil {
			return nil, err
		}
		filled, err := s.fill(p, html, doc.Holes, pieces)
		if err != nil {
			return nil, err
		}
		return s.render(v, shared, p.Address, filled)
	}}, nil
}

// deepest is how deep pages are shown in each other: a page shows the checklist
// of another, and in that a third as a card.
const deepest = 2

// ready completes a page and those that it shows.
func (s *site) ready(p *handbook.Page, depth int) error {
	if err := s.Complete(p); err != nil || depth == 0 {
		return err
	}
	for _, t := range p.Embeds {
		if t.Page == nil {
			continue
		}
		if err := s.ready(t.Page, depth-1); err != nil {
			return err
		}
	}
	return nil
}

// plain makes the file of a page that Vaandel makes by itself.
func (s *site) plain(g generated) (publish.File, error) {
	shared := s.parts.of(g.view.Lang, g.address, g.section, g.base)
	key, err := s.key(&g.view, shared, nil, nil)
	if err != nil {
		return publish.File{}, fmt.Errorf("%s: %w", g.address, err)
	}
	return publish.File{Path: g.address, Key: key, Content: func() ([]byte, error) {
		return s.render(&g.view, shared, g.address, "")
	}}, nil
}

// key is the hash of all that a page's bytes follow from.
func (s *site) key(v *View, shared *sharedPart, text []byte, pieces []piece) (memo.Key, error) {
	return memo.Sum(s.Theme.Hash(), v, text, pieces, shared.key)
}

// render makes the HTML of a view.
func (s *site) render(v *View, shared *sharedPart, address string, text template.HTML) ([]byte, error) {
	s.Rendered()
	full := *v
	full.Body = text
	if v.Home {
		full.Intro, full.Blocks = split(text, v.Contents)
	}
	if v.Layout != layoutRedirect {
		html, err := shared.html()
		if err != nil {
			return nil, err
		}
		full.Header, full.Footer = html.header, html.footer
		full.Navigation = markCurrent(html.navigation, path.Base(address))
	}
	return s.Theme.Page(v.Lang, v.Layout, &full)
}

// markCurrent tells in the navigation which entry is the page itself. The
// navigation is the same for all pages of a folder but for this.
func markCurrent(navigation template.HTML, file string) template.HTML {
	link := `href="` + template.HTMLEscapeString(file) + `"`
	return template.HTML(strings.Replace(string(navigation), link, link+` aria-current="page"`, 1))
}

// view makes the view of a page, without its text.
func (s *site) view(p *handbook.Page) *View {
	v := s.base(p.Lang, p.Address, "")
	v.Layout = string(p.Kind)
	v.Title, v.Summary, v.Kind = p.Title(), p.Common.Summary, p.Kind
	v.Home = p.Index && p.Key == ""
	v.Trail = s.trail(p.Section, p.Address, !p.Index)
	v.Previous, v.Next = s.neighbours(p)
	for _, t := range s.h.Translations(p) {
		v.Translations = append(v.Translations, s.ref(p.Address, t, p.Lang))
	}
	if p.Index {
		v.Children = s.entries(p.Section, p.Address)
		v.Whole = s.whole(p.Section, p.Address)
		v.People = s.people(p.Section, p.Address)
		v.Sharing = shares(p.Section)
	}
	if v.Home {
		s.home(p, v)
	} else if p.Index && holdsTypes(p.Section) {
		v.Types = s.typeCards(p.Address, p.Lang)
	}
	v.Contents = contents(p.Doc.Headings)
	for _, t := range p.Tags {
		v.Tags = append(v.Tags, Ref{Title: t.Name, Href: s.href(p.Address, t.Address)})
	}
	v.Words = p.Doc.Words
	v.Minutes = max(1, (p.Doc.Words+wordsPerMinute/2)/wordsPerMinute)
	v.Audience, v.Reviewed, v.ReviewBy = p.Common.Audience, p.Common.Reviewed, p.Common.ReviewBy
	v.ReviewPast = v.ReviewBy != "" && v.ReviewBy < s.h.Newest
	v.Updated = p.Updated
	v.Owner = s.contact(p.Common.Owner, p.Lang)
	v.Spec = p.Spec
	s.special(p, v, onPage(p))
	return v
}

// special fills what only some kinds have.
func (s *site) special(p *handbook.Page, v *View, at viewpoint) {
	switch spec := p.Spec.(type) {
	case *handbook.ContentType:
		if t := p.Fields[spec.Checklist]; t.Page != nil {
			r := s.refAt(at, t.Page)
			v.Checklist = &r
		}
	case *handbook.Policy:
		if spec.Confirm {
			v.TextHash = s.textHash(p)
		}
	case *handbook.Checklist:
		v.Contact = s.contact(spec.Contact, p.Lang)
		v.Phases = phases(p)
	case *handbook.Survey:
		v.Contact = s.contact(spec.SendTo, p.Lang)
	case *handbook.Event:
		v.Contact = s.contact(spec.Signup, p.Lang)
		if dateOf(p) != "" {
			v.ICS = s.href(at.address, eventFile(p))
		}
	case *handbook.Figures:
		v.Data = s.assets.table(p, spec.Data)
		v.Chart = s.chart(p, spec, v.Data)
	case *handbook.Training:
		v.Part, v.Parts = s.lesson(p)
	}
	v.Links = s.fieldLinks(p, at)
}

// textHash tells the text of a page from any other; "" where it can't be read, which
// the page itself will tell.
func (s *site) textHash(p *handbook.Page) string {
	text, err := s.Body(p)
	if err != nil {
		return ""
	}
	hash := memo.KeyOf(text)
	return hex.EncodeToString(hash[:6])
}

// phases are the lists of a checklist that has more than one.
func phases(p *handbook.Page) []Phase {
	var out []Phase
	for _, c := range p.Doc.Checklists {
		out = append(out, Phase{Title: c.Title, ID: c.ID, Tasks: countTasks(c.Items)})
	}
	if len(out) < 2 {
		return nil
	}
	return out
}

func countTasks(tasks []markdown.Task) int {
	n := len(tasks)
	for _, t := range tasks {
		n += countTasks(t.Items)
	}
	return n
}

// holdsTypes tells whether the pages of a section are content types.
func holdsTypes(sec *handbook.Section) bool {
	return slices.ContainsFunc(sec.Entries, func(e handbook.Entry) bool {
		return e.Page != nil && e.Page.Kind == handbook.KindContentType
	})
}

// lesson tells which of how many lessons of its module a page is; 0 and 0 for a
// module's own page.
func (s *site) lesson(p *handbook.Page) (part, parts int) {
	if p.Index {
		return 0, 0
	}
	for _, e := range p.Section.Entries {
		if e.Page == nil || e.Page.Kind != handbook.KindTraining {
			continue
		}
		parts++
		if e.Page == p {
			part = parts
		}
	}
	return part, parts
}

// fieldLinks resolves the links of the front matter: what an author wrote, and
// where that is for who reads at a viewpoint.
func (s *site) fieldLinks(p *handbook.Page, at viewpoint) map[string]string {
	links := map[string]string{}
	for written, t := range p.Fields {
		if href := s.leads(at, t); href != "" {
			links[written] = href
		}
	}
	if len(links) == 0 {
		return nil
	}
	return links
}

// base is what all views have.
func (s *site) base(lang, address, base string) *View {
	v := &View{Lang: lang, Address: address, Site: s.parts.site(lang, address, base)}
	if s.h.Config.URL != "" {
		v.Canonical = s.absolute(address)
	}
	v.Style = v.Site.Root + s.Theme.Style()
	return v
}

// absolute returns the full address of a file of the site.
func (s *site) absolute(address string) string {
	return strings.TrimSuffix(s.h.Config.URL, "/") + "/" + escapePath(strings.TrimSuffix(address, "index.html"))
}

func (s *site) contact(id, lang string) *Contact {
	if id == "" {
		return nil
	}
	for _, c := range s.h.Config.Contacts {
		if c.ID == id {
			return &Contact{Name: c.Name, Role: c.Role.In(lang, s.h.Config.Languages), Email: c.Email, Phone: c.Phone}
		}
	}
	return &Contact{Name: id}
}

// helper is the first contact that can be written to, or nil.
func (s *site) helper(lang string) *Contact {
	for _, c := range s.h.Config.Contacts {
		if c.Email != "" {
			return s.contact(c.ID, lang)
		}
	}
	return nil
}

// addScripts adds the scripts that a page needs, each once: of components, and of
// what its view shows.
func (s *site) addScripts(v *View, components ...string) {
	for _, c := range append(append([]string{"site"}, components...), v.components()...) {
		address := s.Theme.Script(c)
		if address = v.Site.Root + address; address != v.Site.Root && !slices.Contains(v.Scripts, address) {
			v.Scripts = append(v.Scripts, address)
		}
	}
}

// components are those that the layouts show of a view and that have a script.
func (v *View) components() []string {
	var out []string
	for _, c := range []struct {
		shown     bool
		component string
	}{
		{len(v.Types) > 0 && !v.Home, "chooser"},
		{len(v.People) > 0, "filter"},
		{len(v.News) > 0, "news"},
		{v.TextHash != "", "read"},
		{len(v.Files) > 0 && v.Kind == handbook.KindToolkit, "share"}, // it copies
	} {
		if c.shown {
			out = append(out, c.component)
		}
	}
	return out
}

// kindComponent is the component whose script a page of a kind needs.
func kindComponent(k handbook.Kind) string {
	if k == handbook.KindAgreement || k == handbook.KindSurvey {
		return "questions"
	}
	return string(k)
}

// rootOf leads from the page at address to the site's root.
func rootOf(address string) string { return strings.Repeat("../", strings.Count(address, "/")) }
