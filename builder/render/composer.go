package render

import (
	"cmp"
	"strings"

	"vaandel/builder/handbook"
	"vaandel/builder/publish"
)

// composes tells whether the handbook has what a message can be held against.
func (s *site) composes() bool { return len(s.h.Config.Networks) > 0 || len(s.types) > 0 }

// composerFiles makes the pages that check a message, one for each language. They
// show the text of other pages, so they are worked out in each build.
func (s *site) composerFiles() ([]publish.File, error) {
	if !s.composes() {
		return nil, nil
	}
	var files []publish.File
	for _, lang := range s.h.Config.Languages {
		root := s.h.Roots[lang]
		if root == nil {
			continue
		}
		page, err := s.composerPage(lang, root)
		if err != nil {
			return nil, err
		}
		file, err := s.plain(page)
		if err != nil {
			return nil, err
		}
		files = append(files, file)
	}
	return files, nil
}

func (s *site) composerPage(lang string, root *handbook.Section) (generated, error) {
	address := s.h.Config.ComposerAddress(lang)
	v := s.page(layoutComposer, lang, address, s.Theme.Message(lang, "composer.title"))
	v.Summary = s.Theme.Message(lang, "composer.summary")
	v.Trail = []Ref{{Title: root.Title(), Href: s.href(address, root.Address)}}
	s.addScripts(&v, "composer")
	c := &ComposerView{Networks: s.h.Config.Networks}
	for _, p := range s.types[lang] {
		c.Which = s.href(address, p.Section.Address)
	}
	for _, secret := range s.h.Config.Secrets {
		c.Secrets = append(c.Secrets, SecretView{
			Name: secret.Name.In(lang, s.h.Config.Languages), Words: secret.Words, Looks: secret.Looks,
		})
	}
	var err error
	if c.Types, err = s.messageTypes(address, lang); err != nil {
		return generated{}, err
	}
	if c.Words, err = s.wordChoices(lang); err != nil {
		return generated{}, err
	}
	v.Composer = c
	return generated{address: address, view: v}, nil
}

// messageTypes are the content types with the lists of what to do and not to do.
func (s *site) messageTypes(from, lang string) ([]MessageType, error) {
	var out []MessageType
	for _, card := range s.typeCards(from, lang) {
		p := cmp.Or(s.types[lang][card.Spec.Type], s.types[s.h.Config.Languages[0]][card.Spec.Type])
		if err := s.Complete(p); err != nil {
			return nil, err
		}
		m := MessageType{TypeCard: card}
		for _, c := range p.Doc.Callouts {
			switch c.Type {
			case "do":
				m.Do = append(m.Do, c.Items...)
			case "dont":
				m.Dont = append(m.Dont, c.Items...)
			}
		}
		out = append(out, m)
	}
	return out, nil
}

// wordChoices are the rows of the word lists of the toolkit: what we say, what
// rather not, and why.
func (s *site) wordChoices(lang string) ([]WordChoice, error) {
	var out []WordChoice
	for _, p := range s.h.Pages {
		if p.Lang != lang || !p.IsWordList() {
			continue
		}
		if err := s.Complete(p); err != nil {
			return nil, err
		}
		for _, row := range p.WordRows() {
			w := WordChoice{Say: row[0]}
			for _, word := range strings.FieldsFunc(row[1], func(r rune) bool { return r == ',' || r == ';' }) {
				if word = strings.TrimSpace(word); word != "" {
					w.Not = append(w.Not, word)
				}
			}
			if len(row) > 2 {
				w.Why = row[2]
			}
			if len(w.Not) > 0 {
				out = append(out, w)
			}
		}
	}
	return out, nil
}
