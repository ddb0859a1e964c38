package render

import (
	"bytes"
	"cmp"
	"encoding/xml"
	"slices"

	"vaandel/builder/handbook"
	"vaandel/builder/memo"
	"vaandel/builder/publish"
)

// mostFeedEntries is how many changes the feed holds.
const mostFeedEntries = 30

// feedAddress returns the path of the feed of a language.
func feedAddress(lang string, languages []string) string {
	if lang == languages[0] {
		return "feed.xml"
	}
	return lang + "/feed.xml"
}

// feeds makes the Atom feed of changed policies for each language, the calendars
// and, where the site's address is known, the sitemap.
func (s *site) feeds() []publish.File {
	var out []publish.File
	for _, lang := range s.h.Config.Languages {
		if s.h.Roots[lang] != nil {
			out = append(out, s.feed(lang))
		}
	}
	out = append(out, s.calendars()...)
	if s.h.Config.URL != "" {
		out = append(out, s.sitemap())
	}
	return out
}

// The elements of Atom (RFC 4287) that the feed has.
type atomFeed struct {
	XMLName xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	Lang    string      `xml:"http://www.w3.org/XML/1998/namespace lang,attr"`
	ID      string      `xml:"id"`
	Title   string      `xml:"title"`
	Updated string      `xml:"updated"`
	Author  atomAuthor  `xml:"author"`
	Links   []atomLink  `xml:"link"`
	Entries []atomEntry `xml:"entry"`
}

type atomAuthor struct {
	Name string `xml:"name"`
}

type atomLink struct {
	Rel  string `xml:"rel,attr,omitempty"`
	Href string `xml:"href,attr"`
}

type atomEntry struct {
	ID      string   `xml:"id"`
	Title   string   `xml:"title"`
	Updated string   `xml:"updated"`
	Link    atomLink `xml:"link"`
	Summary string   `xml:"summary"`
}

// unknownDate is what a feed without any date says it was updated on: Atom asks
// for a date, and the clock would make every build another.
const unknownDate = "1970-01-01"

// feed makes the feed of a language. Without a known address of the site its
// ids are made of the handbook's title and its links are relative, which Atom
// allows.
func (s *site) feed(lang string) publish.File {
	address := feedAddress(lang, s.h.Config.Languages)
	title := s.h.Config.Title.In(lang, s.h.Config.Languages)
	f := atomFeed{
		Lang: lang, Title: s.Theme.Message(lang, "feed.title", title), ID: s.feedID(address),
		Author: atomAuthor{cmp.Or(s.h.Config.Organisation, title)},
		Links: []atomLink{
			{Rel: "self", Href: s.feedHref(address, address)},
			{Href: s.feedHref(address, s.h.Roots[lang].Address)},
		},
	}
	f.Entries = s.feedEntries(lang, address)
	updated := unknownDate
	for _, e := range f.Entries {
		updated = max(updated, e.Updated[:len(unknownDate)])
	}
	f.Updated = midnight(updated)
	return xmlFile(address, f)
}

// feedEntries lists the changes of the policies of a language, newest first.
func (s *site) feedEntries(lang, from string) []atomEntry {
	var out []atomEntry
	for _, p := range s.h.Pages {
		policy, ok := p.Spec.(*handbook.Policy)
		if !ok || p.Lang != lang {
			continue
		}
		for _, c := range policy.Changes {
			if len(c.Date) < len(unknownDate) {
				continue
			}
			out = append(out, atomEntry{
				ID:    s.feedID(p.Address) + "#" + c.Date[:10] + escapePath(c.Version),
				Title: p.Title(), Updated: midnight(c.Date[:10]),
				Link: atomLink{Href: s.feedHref(from, p.Address)}, Summary: c.Text,
			})
		}
	}
	slices.SortStableFunc(out, func(a, b atomEntry) int {
		return cmp.Or(cmp.Compare(b.Updated, a.Updated), cmp.Compare(a.Title, b.Title))
	})
	return out[:min(len(out), mostFeedEntries)]
}

func midnight(date string) string { return date + "T00:00:00Z" }

// feedID names a file of the site for ever: by its full address, else by a hash
// of the handbook's title and the file's path.
func (s *site) feedID(address string) string {
	if s.h.Config.URL != "" {
		return s.absolute(address)
	}
	title := s.h.Config.Title.In(s.h.Config.Languages[0], s.h.Config.Languages)
	return "urn:vaandel:" + short(memo.KeyOf([]byte(title), []byte(address)))
}

func (s *site) feedHref(from, to string) string {
	if s.h.Config.URL != "" {
		return s.absolute(to)
	}
	return s.href(from, to)
}

// The elements of a sitemap (sitemaps.org, protocol 0.9).
type sitemap struct {
	XMLName xml.Name     `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 urlset"`
	URLs    []sitemapURL `xml:"url"`
}

type sitemapURL struct {
	Loc     string `xml:"loc"`
	LastMod string `xml:"lastmod,omitempty"`
}

// sitemap lists all pages with their full address.
func (s *site) sitemap() publish.File {
	m := sitemap{URLs: make([]sitemapURL, 0, len(s.h.Pages))}
	for _, p := range s.h.Pages {
		m.URLs = append(m.URLs, sitemapURL{Loc: s.absolute(p.Address), LastMod: p.Updated})
	}
	return xmlFile("sitemap.xml", m)
}

// xmlFile is a file of XML. All in it is text, so it can always be written.
func xmlFile(path string, v any) publish.File {
	var b bytes.Buffer
	b.WriteString(xml.Header)
	e := xml.NewEncoder(&b)
	if err := e.Encode(v); err != nil {
		return publish.File{Path: path, Content: func() ([]byte, error) { return nil, err }}
	}
	b.WriteByte('\n')
	return fixed(path, b.Bytes())
}
