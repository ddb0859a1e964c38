package render

import (
	"fmt"
	"html/template"
	"strings"
	"unicode/utf8"

	"vaandel/builder/handbook"
	"vaandel/builder/markdown"
)

// piece is what fills one hole of a page's text: HTML that is ready, a message
// of the theme, or a component with its view.
type piece struct {
	_ struct{} `cbor:",toarray"`

	HTML      string
	Message   string
	Component string
	View      any
}

// body finds what fills the holes of a page.
type body struct {
	site *site
	page *handbook.Page
	doc  *markdown.Document // the page's, or one that differs in its HTML alone
	// components are those that the text uses, for their scripts.
	components []string
	pictures   int
	embedded   bool // this is the inside of an embedded page
	at         viewpoint
	// In a booklet: how many questions there are up to here, and those of the
	// page.
	asked     int
	questions []Question
}

// pieces returns what fills the holes of the page's text, in their order.
func (b *body) pieces() []piece {
	out := make([]piece, len(b.doc.Holes))
	for i, h := range b.doc.Holes {
		out[i] = b.piece(h)
	}
	return out
}

func (b *body) piece(h markdown.Hole) piece {
	doc := b.doc
	switch h.Kind {
	case markdown.HoleLink:
		return piece{HTML: b.link(doc.Links[h.Index], b.page.Links[h.Index])}
	case markdown.HolePicture:
		return b.picture(doc.Pictures[h.Index], b.page.Pictures[h.Index])
	case markdown.HoleEmbed:
		return b.embed(doc.Embeds[h.Index], b.page.Embeds[h.Index])
	case markdown.HoleChecklist:
		return b.component("checklist", b.checklist(doc.Checklists[h.Index]))
	case markdown.HoleQuiz:
		return b.question(doc.Quizzes[h.Index])
	case markdown.HolePost:
		return b.component("post", b.post(doc.Posts[h.Index]))
	}
	if h.Key == footnotes && b.at.booklet != nil {
		// A booklet has those of many pages: each list needs a name of its own.
		name := b.site.Theme.Message(b.at.lang, "booklet.footnotes", b.page.Title())
		return piece{HTML: template.HTMLEscapeString(name)}
	}
	return piece{Message: h.Key}
}

// footnotes is the message that names the list of notes of a page.
const footnotes = "footnotes"

func (b *body) component(name string, view any) piece {
	b.components = append(b.components, name)
	return piece{Component: name, View: view}
}

// link returns the attributes of a link. One that leads nowhere has none: the
// reader sees its text.
func (b *body) link(l markdown.Link, t handbook.Target) string {
	href := b.site.leads(b.at, t)
	if href == "" {
		return ""
	}
	attributes := ` href="` + template.HTMLEscapeString(href) + `"`
	if t.Page != nil && t.Page.Lang != b.at.lang {
		attributes += ` hreflang="` + t.Page.Lang + `"`
	}
	return attributes
}

func (b *body) picture(pic markdown.Picture, t handbook.Target) piece {
	if t.File == "" {
		return piece{HTML: template.HTMLEscapeString(pic.Alt)}
	}
	image, _, err := b.site.assets.image(t.File, b.at.address, at(b.page, pic.Link))
	if err != nil {
		return piece{HTML: template.HTMLEscapeString(pic.Alt)}
	}
	image.Alt, image.Class, image.ID = pic.Alt, pic.Class, pic.ID
	image.Caption = template.HTML(template.HTMLEscapeString(pic.Title))
	image.Figure = pic.Alone
	image.Lazy = b.pictures > 0 && b.at.booklet == nil
	b.pictures++
	return piece{Component: "picture", View: image}
}

// embed puts the component of another page here: its checklist, else a card.
func (b *body) embed(l markdown.Link, t handbook.Target) piece {
	if t.Page == nil {
		return piece{HTML: b.link(l, t) + template.HTMLEscapeString(l.Text)}
	}
	ref := b.site.refAt(b.at, t.Page)
	if !b.embedded && t.Page != b.page && t.Page.Kind == handbook.KindChecklist && len(t.Page.Doc.Checklists) > 0 {
		inner := &body{site: b.site, page: t.Page, doc: t.Page.Doc, embedded: true, at: b.at}
		view := inner.checklist(t.Page.Doc.Checklists[0])
		view.Link = &ref
		view.Title = t.Page.Title()
		return b.component("checklist", view)
	}
	view := EmbedView{Lang: b.at.lang, Page: ref, Spec: t.Page.Spec}
	view.File = b.site.firstFile(t.Page, b.at)
	return b.component("embed", view)
}

func (b *body) checklist(c markdown.Checklist) ChecklistView {
	v := ChecklistView{
		Lang: b.page.Lang, ID: c.ID, Title: c.Title, Key: b.page.Address + "#" + c.ID,
		Items: b.tasks(c.Items),
	}
	if spec, ok := b.page.Spec.(*handbook.Checklist); ok {
		if lists := b.page.Doc.Checklists; c.ID == lists[len(lists)-1].ID {
			v.Done = spec.Done
		}
		v.Contact = b.site.contact(spec.Contact, b.page.Lang)
	}
	return v
}

func (b *body) tasks(items []markdown.Task) []TaskView {
	var out []TaskView
	for _, t := range items {
		out = append(out, TaskView{
			ID: t.ID, Label: b.inner(t.Label), More: b.inner(t.More),
			Checked: t.Checked, Items: b.tasks(t.Items),
		})
	}
	return out
}

// question is a quiz with its answer to open, or in a booklet with the answer
// at the end of that.
func (b *body) question(q markdown.Quiz) piece {
	if b.at.booklet == nil {
		return b.component("quiz", b.quiz(q))
	}
	b.asked++
	question := Question{QuizView: b.quiz(q), Number: b.asked}
	b.questions = append(b.questions, question)
	return b.component("question", question)
}

func (b *body) quiz(q markdown.Quiz) QuizView {
	v := QuizView{Lang: b.page.Lang, Key: b.page.Address + "#" + q.ID, ID: q.ID, Question: q.Question, Ordered: q.Ordered, Explain: b.inner(q.Explain)}
	right := 0
	for i, a := range q.Answers {
		v.Answers = append(v.Answers, AnswerView{ID: a.ID, Label: b.inner(a.Label), Right: a.Right, Place: i + 1})
		if a.Right {
			right++
		}
	}
	v.Multiple = right > 1
	return v
}

func (b *body) post(p markdown.Post) PostView {
	v := PostView{
		Lang: b.page.Lang, ID: p.ID, Title: p.Title, Type: p.Type, Network: p.Network, NetworkID: p.Network,
		Text: p.Text, Characters: utf8.RuneCountInString(p.Text),
	}
	if b.site.composes() && b.at.booklet == nil {
		v.Composer = b.site.href(b.at.address, b.site.h.Config.ComposerAddress(b.page.Lang))
	}
	if t := b.site.types[b.page.Lang][p.Type]; t != nil {
		v.TypeName = t.Title()
	}
	for _, n := range b.site.h.Config.Networks {
		if n.ID == p.Network {
			v.Network, v.Limit = n.Name, n.Limit
		}
	}
	return v
}

// inner fills the holes of a piece of a page, such as a task's text.
func (b *body) inner(h markdown.HTML) template.HTML {
	var out strings.Builder
	last := 0
	for _, hole := range h.Holes {
		out.Write(h.Body[last:hole.Offset])
		last = hole.Offset
		html, err := b.site.piece(b.page.Lang, b.piece(hole))
		if err != nil {
			continue // a broken template: the page itself tells
		}
		out.WriteString(string(html))
	}
	out.Write(h.Body[last:])
	return template.HTML(out.String())
}

// fill puts the pieces into the holes of a page's HTML.
func (s *site) fill(p *handbook.Page, html []byte, holes []markdown.Hole, pieces []piece) (template.HTML, error) {
	var out strings.Builder
	out.Grow(len(html) + 256*len(pieces))
	last := 0
	for i, hole := range holes {
		out.Write(html[last:hole.Offset])
		last = hole.Offset
		filled, err := s.piece(p.Lang, pieces[i])
		if err != nil {
			return "", fmt.Errorf("%s: %w", p.Source, err)
		}
		out.WriteString(string(filled))
	}
	out.Write(html[last:])
	return template.HTML(out.String()), nil
}

// piece returns the HTML of a piece.
func (s *site) piece(lang string, p piece) (template.HTML, error) {
	switch {
	case p.Component != "":
		return s.Theme.Part(lang, p.Component, p.View)
	case p.Message != "":
		return template.HTML(template.HTMLEscapeString(s.Theme.Message(lang, p.Message))), nil
	}
	return template.HTML(p.HTML), nil
}
