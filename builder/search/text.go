package search

import (
	"bytes"
	"html"
	"slices"
	"strings"

	"vaandel/builder/handbook"
	"vaandel/builder/markdown"
	"vaandel/builder/meta"
)

// section is the text below one heading; the first of a page stands below none.
type section struct {
	heading, id string
	text        string // blocks end with a newline
}

// sectionsOf returns the text of a page as a reader sees it, by heading. Body is
// the HTML of its document.
func sectionsOf(p *handbook.Page, body []byte) []section {
	doc := p.Doc
	t := texter{doc: doc, headings: make(map[string]string, len(doc.Headings))}
	for _, h := range doc.Headings {
		t.headings[h.ID] = h.Text
	}
	t.out = append(t.out, section{})
	for _, text := range frontTexts(&doc.Meta, nil) {
		t.write(text + "\n")
	}
	t.html(body, doc.Holes)
	t.end()
	return t.out
}

// unread are the fields of front matter that no reader looks for: names of
// files, dates, numbers, and what is shown elsewhere.
var unread = []string{
	"title", "summary", "kind", "order", "owner", "reviewed", "review_by", "audience", "tags", "draft",
	"aliases", "type", "file", "photo", "expires", "until", "version", "contact", "contacts", "checklist",
	"data", "licence", "consent", "people", "min", "max", "required", "network", "lang", "date", "from", "year",
}

// frontTexts appends what front matter tells the reader, in the order of the file.
func frontTexts(n *meta.Node, out []string) []string {
	switch n.Type {
	case meta.String:
		if strings.TrimSpace(n.Value) != "" {
			out = append(out, strings.Join(strings.Fields(n.Value), " "))
		}
	case meta.List:
		for i := range n.Items {
			out = frontTexts(&n.Items[i], out)
		}
	case meta.Map:
		for i := range n.Fields {
			if !slices.Contains(unread, n.Fields[i].Key) {
				out = frontTexts(&n.Fields[i].Value, out)
			}
		}
	}
	return out
}

// texter takes the text out of HTML that package markdown wrote.
type texter struct {
	doc      *markdown.Document
	headings map[string]string // by id
	out      []section
	text     []byte // of the last section
	hidden   int    // how deep inside what nobody reads
}

func (t *texter) write(s string) { t.text = append(t.text, s...) }

// space parts two words, once.
func (t *texter) space() {
	if n := len(t.text); n > 0 && t.text[n-1] != ' ' && t.text[n-1] != '\n' {
		t.text = append(t.text, ' ')
	}
}

// cell parts a cell of a table from the one before it.
func (t *texter) cell() {
	if n := len(t.text); n > 0 && t.text[n-1] != '\n' {
		t.space()
		t.write("· ")
	}
}

// end gives the last section its text.
func (t *texter) end() {
	t.out[len(t.out)-1].text = string(t.text)
	t.text = t.text[:0]
}

// html reads HTML and fills its holes.
func (t *texter) html(body []byte, holes []markdown.Hole) {
	at := 0
	for _, h := range holes {
		if h.Offset < at || h.Offset > len(body) || inTag(body, at, h.Offset) {
			continue // an attribute
		}
		t.piece(body[at:h.Offset])
		at = h.Offset
		t.hole(h)
	}
	t.piece(body[at:])
}

// inTag tells whether an offset lies inside a tag that begins at or behind from.
func inTag(body []byte, from, offset int) bool {
	open := bytes.LastIndexByte(body[from:offset], '<')
	return open >= 0 && bytes.IndexByte(body[from+open:offset], '>') < 0
}

// piece reads whole tags and the text between them.
func (t *texter) piece(b []byte) {
	for len(b) > 0 {
		open := bytes.IndexByte(b, '<')
		if open < 0 {
			open = len(b)
		}
		if t.hidden == 0 {
			t.text = appendText(t.text, b[:open])
		}
		b = b[open:]
		end := bytes.IndexByte(b, '>')
		if end < 0 {
			return
		}
		t.tag(b[:end+1])
		b = b[end+1:]
	}
}

// appendText appends text with its entities read and its space made single.
func appendText(out, b []byte) []byte {
	text := string(b)
	if bytes.IndexByte(b, '&') >= 0 {
		text = html.UnescapeString(text)
	}
	for _, r := range text {
		if r == '\n' || r == '\t' {
			r = ' '
		}
		if r == ' ' && (len(out) == 0 || out[len(out)-1] == ' ' || out[len(out)-1] == '\n') {
			continue
		}
		out = append(out, string(r)...)
	}
	return out
}

// tag acts on one tag.
func (t *texter) tag(tag []byte) {
	name, closing := tagName(tag)
	switch {
	case len(name) == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6':
		t.heading(tag, closing)
	case name == "sup" || name == "script" || name == "style":
		t.hide(closing)
	case name == "br":
		t.space()
	case name == "td" || name == "th":
		if !closing {
			t.cell()
		}
	case !inline(name):
		t.newline()
	}
}

// heading begins a section where it is the heading of one; its text is known.
func (t *texter) heading(tag []byte, closing bool) {
	if closing {
		if t.hidden > 0 {
			t.hidden = 0
		} else {
			t.newline()
		}
		return
	}
	t.newline()
	_, rest, _ := bytes.Cut(tag, []byte(`id="`))
	id, _, _ := bytes.Cut(rest, []byte(`"`))
	if text, ok := t.headings[string(id)]; ok {
		t.end()
		t.out = append(t.out, section{heading: text, id: string(id)})
		t.hidden = 1
	}
}

func (t *texter) hide(closing bool) {
	if !closing {
		t.hidden++
	} else if t.hidden > 0 {
		t.hidden--
	}
}

func (t *texter) newline() {
	if n := len(t.text); n > 0 && t.text[n-1] == ' ' {
		t.text = t.text[:n-1]
	}
	if n := len(t.text); n > 0 && t.text[n-1] != '\n' {
		t.text = append(t.text, '\n')
	}
}

// tagName returns the name of a tag.
func tagName(tag []byte) (name string, closing bool) {
	tag = tag[1:]
	if closing = tag[0] == '/'; closing {
		tag = tag[1:]
	}
	end := bytes.IndexAny(tag, " \n\t/>")
	return string(tag[:max(0, end)]), closing
}

// inline tells whether an element stands inside a line of text.
func inline(name string) bool {
	switch name {
	case "a", "abbr", "b", "cite", "code", "del", "em", "i", "img", "ins", "kbd", "mark", "q", "s", "samp",
		"small", "span", "strong", "sub", "time", "u", "var":
		return true
	}
	return false
}

// hole writes the text of what fills a hole.
func (t *texter) hole(h markdown.Hole) {
	switch h.Kind {
	case markdown.HolePicture:
		p := t.doc.Pictures[h.Index]
		t.space()
		t.write(p.Alt)
		t.space()
	case markdown.HoleChecklist:
		t.tasks(t.doc.Checklists[h.Index].Items)
	case markdown.HoleQuiz:
		q := t.doc.Quizzes[h.Index]
		t.line(q.Question)
		for _, a := range q.Answers {
			t.line(a.Text)
		}
		t.html(q.Explain.Body, q.Explain.Holes)
		t.newline()
	case markdown.HolePost:
		p := t.doc.Posts[h.Index]
		t.line(p.Title)
		t.line(strings.Join(strings.Fields(p.Text), " "))
	}
}

func (t *texter) line(text string) {
	t.newline()
	t.write(text)
	t.newline()
}

func (t *texter) tasks(tasks []markdown.Task) {
	for _, task := range tasks {
		t.line(task.Text)
		t.html(task.More.Body, task.More.Holes)
		t.newline()
		t.tasks(task.Items)
	}
}
