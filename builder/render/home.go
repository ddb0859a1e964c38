package render

import (
	"cmp"
	"html"
	"html/template"
	"slices"
	"strings"

	"vaandel/builder/handbook"
)

// The first page of a handbook begins with what people come for. Its author
// writes that as plain markdown: a heading for each intent with a list of links.
// What the handbook knows by itself (types, news, people) comes from its pages.

// Block is a part of the first page's text: a heading of level 2 with what
// stands below it.
type Block struct {
	ID    string
	Title string
	Class string // what its author wrote behind the heading: {.warning}
	Body  template.HTML
	Links bool // the body is a list and nothing else
}

// TypeCard is one of the four content types with its answers.
type TypeCard struct {
	_ struct{} `cbor:",toarray"` // hashed without the names of the fields

	Ref
	Spec      *handbook.ContentType
	Checklist *Ref
}

// News is something that is new or was changed.
type News struct {
	_ struct{} `cbor:",toarray"` // hashed without the names of the fields

	Ref
	Date string
	Text string // what changed
}

// Face is a person on a list.
type Face struct {
	_ struct{} `cbor:",toarray"` // hashed without the names of the fields

	Ref
	Role, Department    string
	Expertise, Networks []string
	Image               *Image // nil without a photo
}

// Most entries of the lists of the first page.
const (
	mostNews  = 4
	mostFaces = 6
)

// home fills what only the first page shows.
func (s *site) home(p *handbook.Page, v *View) {
	v.Types = s.typeCards(p.Address, p.Lang)
	v.News = s.news(p.Address, p.Lang)
	v.Faces = s.faces(p)
}

// typeCards lists the content types in their usual order, as seen from a page.
// One that is not in lang is there in the handbook's first language.
func (s *site) typeCards(from, lang string) []TypeCard {
	var cards []TypeCard
	for _, t := range handbook.ContentTypes {
		p := cmp.Or(s.types[lang][t], s.types[s.h.Config.Languages[0]][t])
		if p == nil {
			continue
		}
		card := TypeCard{Ref: s.ref(from, p, lang), Spec: p.Spec.(*handbook.ContentType)}
		if list := p.Fields[card.Spec.Checklist].Page; list != nil {
			r := s.ref(from, list, lang)
			card.Checklist = &r
		}
		cards = append(cards, card)
	}
	return cards
}

// news lists the latest changes of policies and what was offered to share,
// newest first.
func (s *site) news(from, lang string) []News {
	var all []News
	for _, p := range s.h.Pages {
		if p.Lang != lang {
			continue
		}
		switch spec := p.Spec.(type) {
		case *handbook.Policy:
			for _, c := range spec.Changes {
				if len(c.Date) >= len("2026-01-31") {
					all = append(all, News{Ref: s.ref(from, p, lang), Date: c.Date, Text: c.Text})
					break // the newest comes first
				}
			}
		case *handbook.Share:
			if spec.From != "" && spec.From <= s.h.Newest && !s.over(p) {
				all = append(all, News{Ref: s.ref(from, p, lang), Date: spec.From, Text: p.Common.Summary})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b News) int {
		return cmp.Or(cmp.Compare(b.Date, a.Date), cmp.Compare(a.Title, b.Title))
	})
	return all[:min(len(all), mostNews)]
}

// faces lists people, in the order of their sources.
func (s *site) faces(home *handbook.Page) []Face {
	var faces []Face
	for _, p := range s.h.Pages {
		if s.h.Version(p.Key, home.Lang) == p && len(faces) < mostFaces {
			faces = s.appendFace(faces, p, home.Address, home.Lang)
		}
	}
	return faces
}

// people lists the people of a section by department, where all its pages are
// people.
func (s *site) people(sec *handbook.Section, from string) []Face {
	var faces []Face
	for _, e := range sec.Entries {
		if e.Page != nil {
			faces = s.appendFace(faces, e.Page, from, sec.Lang)
		}
	}
	if len(faces) < len(sec.Entries) {
		return nil
	}
	slices.SortStableFunc(faces, func(a, b Face) int { return cmp.Compare(a.Department, b.Department) })
	return faces
}

// appendFace appends what a list of people shows of a page, if that is a person's.
func (s *site) appendFace(faces []Face, p *handbook.Page, from, lang string) []Face {
	person, ok := p.Spec.(*handbook.Person)
	if !ok {
		return faces
	}
	f := Face{Ref: s.ref(from, p, lang), Role: person.Role, Department: person.Department, Expertise: person.Expertise}
	for _, profile := range person.Networks {
		name := profile.Network
		for _, n := range s.h.Config.Networks {
			if n.ID == name {
				name = n.Name
			}
		}
		f.Networks = append(f.Networks, name)
	}
	if file := s.firstFile(p, viewpoint{address: from, lang: lang}); file != nil {
		f.Image = file.Image
	}
	return append(faces, f)
}

// split parts the text of a first page at its headings of level 2. What stands
// above the first of them is the intro.
func split(text template.HTML, headings []Entry) (intro template.HTML, blocks []Block) {
	rest := string(text)
	for i := len(headings) - 1; i >= 0; i-- {
		h := headings[i]
		at := strings.Index(rest, `<h2 id="`+template.HTMLEscapeString(h.ID)+`"`)
		if at < 0 {
			continue
		}
		heading, body, _ := strings.Cut(rest[at:], "</h2>")
		body = strings.TrimSpace(body)
		blocks = append(blocks, Block{
			ID: h.ID, Title: h.Text, Class: classOf(heading), Body: template.HTML(body), Links: isList(body),
		})
		rest = rest[:at]
	}
	slices.Reverse(blocks)
	return template.HTML(rest), blocks
}

// classOf returns the class of the element that HTML begins with, or "".
func classOf(element string) string {
	tag, _, _ := strings.Cut(element, ">")
	_, class, _ := strings.Cut(tag, ` class="`)
	class, _, _ = strings.Cut(class, `"`)
	return html.UnescapeString(class)
}

// isList tells whether HTML is one list and nothing else.
func isList(text string) bool {
	return strings.HasPrefix(text, "<ul") && strings.HasSuffix(text, "</ul>") && strings.Count(text, "<ul") == 1
}
