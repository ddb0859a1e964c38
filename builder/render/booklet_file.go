package render

import (
	"fmt"
	"html/template"

	"vaandel/builder/memo"
	"vaandel/builder/publish"
)

// madeChapter is a chapter with all that its HTML follows from.
type madeChapter struct {
	chapter
	view      *View
	pieces    []piece
	questions []Question
}

// workedBooklet makes the file of a booklet by working out its chapters.
func (s *site) workedBooklet(b *booklet) (publish.File, error) {
	o, contents, err := s.outlineOf(b)
	if err != nil {
		return publish.File{}, err
	}
	chapters, err := s.workedChapters(b, o.chapters)
	if err != nil {
		return publish.File{}, fmt.Errorf("%s: %w", b.address, err)
	}
	v := s.bookletView(b, contents)
	shared := s.parts.of(b.lang, b.address, b.section, "")
	key, err := s.bookletKey(v, shared, chapters)
	return publish.File{Path: b.address, Key: key, Content: func() ([]byte, error) {
		full := *v.Booklet
		for _, m := range chapters {
			if err := s.addChapter(&full, b, m); err != nil {
				return nil, fmt.Errorf("%s: %w", b.address, err)
			}
		}
		whole := *v
		whole.Booklet = &full
		return s.render(&whole, shared, b.address, "")
	}}, err
}

// bookletKey is the hash of all that a booklet's bytes follow from.
func (s *site) bookletKey(v *View, shared *sharedPart, chapters []madeChapter) (memo.Key, error) {
	sum := []any{s.Theme.Hash(), v, shared.key}
	for _, m := range chapters {
		sum = append(sum, m.view, m.number, m.level, m.part, m.pieces)
		if m.page != nil {
			sum = append(sum, s.Text(m.page))
		}
	}
	return memo.Sum(sum...)
}

// bookletView makes the view of a booklet, without its chapters.
func (s *site) bookletView(b *booklet, contents []BookletEntry) *View {
	title := b.section.Title()
	v := s.page(layoutBooklet, b.lang, b.address, s.Theme.Message(b.lang, "booklet.title", title))
	v.Summary = b.section.Summary()
	v.Trail = s.trail(b.section, b.address, true)
	s.addScripts(&v, "booklet")
	v.Booklet = &Booklet{Title: title, Section: b.section.Folder != "", Newest: s.h.Newest, Contents: contents}
	if s.h.Config.URL != "" {
		v.Booklet.Online = s.absolute(b.section.Address)
	}
	return &v
}

// workedChapters works out the chapters in their order, as questions are numbered
// through all of them.
func (s *site) workedChapters(b *booklet, list []chapter) ([]madeChapter, error) {
	out := make([]madeChapter, len(list))
	asked := 0
	for i, c := range list {
		var err error
		if out[i], err = s.workedChapter(b, c, asked); err != nil {
			return nil, err
		}
		asked += len(out[i].questions)
	}
	return out, nil
}

// workedChapter works out a chapter. Of the booklet's questions so many were asked
// before it.
func (s *site) workedChapter(b *booklet, c chapter, asked int) (madeChapter, error) {
	v := &View{Lang: b.lang, Site: s.parts.site(b.lang, b.address, ""), Title: c.title, Summary: c.summary}
	m := madeChapter{chapter: c, view: v}
	p := c.page
	if p == nil {
		return m, nil
	}
	if err := s.ready(p, deepest); err != nil {
		return m, err
	}
	at := viewpoint{address: b.address, lang: b.lang, booklet: b}
	v.Layout, v.Kind, v.Spec = string(p.Kind), p.Kind, p.Spec
	v.Audience, v.Reviewed, v.ReviewBy = p.Common.Audience, p.Common.Reviewed, p.Common.ReviewBy
	v.ReviewPast = v.ReviewBy != "" && v.ReviewBy < s.h.Newest
	v.Owner = s.contact(p.Common.Owner, p.Lang)
	s.special(p, v, at)
	v.Files = s.files(p, at)
	text := &body{site: s, page: p, doc: p.Doc, at: at, asked: asked}
	m.pieces = text.pieces()
	m.questions = text.questions
	return m, nil
}

// addChapter renders a chapter and the answers to its questions.
func (s *site) addChapter(full *Booklet, b *booklet, m madeChapter) error {
	v := *m.view
	if m.page != nil {
		html, err := s.Body(m.page)
		if err != nil {
			return err
		}
		if v.Body, err = s.fill(m.page, html, m.page.Doc.Holes, m.pieces); err != nil {
			return err
		}
	}
	text, err := s.Theme.Part(b.lang, "chapter", Chapter{View: &v, Number: m.number})
	if err != nil {
		return err
	}
	var answers template.HTML
	if len(m.questions) > 0 {
		if answers, err = s.Theme.Part(b.lang, "answers", m.questions); err != nil {
			return err
		}
	}
	placed := inPlace(insidePrefix(m.address), m.level-1, text, answers)
	full.Chapters = append(full.Chapters, BookletChapter{
		ID: chapterID(m.address), Part: m.part, HTML: placed[0],
	})
	full.Answers += placed[1]
	return nil
}
