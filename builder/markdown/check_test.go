package markdown

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/net/html"

	"vaandel/builder/diag"
)

// misprint is what package fmt writes where a format and its arguments don't
// match. An author's own text may hold "%!" too.
var misprint = regexp.MustCompile(`%!(\w\((MISSING|[a-z]+=)|\((EXTRA|BADINDEX|NOVERB))`)

// check holds what is true of every document: holes in order and within the
// HTML, indexes that exist, HTML that is well-formed and valid UTF-8, ids that
// are unique and safe, positions in the file, sorted diagnostics.
func check(t testing.TB, name string, d *Document) {
	t.Helper()
	c := &checker{T: t, name: name, doc: d, ids: map[string]bool{}}
	c.html("body", HTML{Body: d.Body, Holes: d.Holes})
	for _, list := range d.Checklists {
		c.id(list.ID)
		c.tasks(list.Items)
	}
	for _, q := range d.Quizzes {
		c.id(q.ID)
		c.html("explanation", q.Explain)
		for _, a := range q.Answers {
			c.id(a.ID)
			c.html("answer", a.Label)
		}
	}
	for _, p := range d.Posts {
		c.id(p.ID)
	}
	for i, h := range d.Headings {
		if h.Text == "" && !bytes.Contains(d.Body, []byte(`id="`+h.ID+`"`)) || h.Level < 2 || h.Level > 6 || d.HeadingLines[i] < 1 {
			c.Errorf("%s: heading %+v", name, h)
		}
	}
	for _, l := range slices.Concat(d.Links, d.Embeds) {
		if l.Line < 1 || l.Column < 1 || l.External && !SafeURL(l.Target) || !utf8.ValidString(l.Target+l.Fragment+l.Text) {
			c.Errorf("%s: link %+v", name, l)
		}
	}
	if !slices.IsSortedFunc(d.Diagnostics, func(a, b diag.Diagnostic) int { return a.Line - b.Line }) {
		c.Errorf("%s: diagnostics are not sorted", name)
	}
	for _, x := range d.Diagnostics {
		if x.Rule == pageUnreadable.ID {
			c.Errorf("%s: a fault of ours", name)
		}
		for _, s := range []string{x.Message.NL, x.Message.EN, x.Hint.NL, x.Hint.EN} {
			if s == "" || misprint.MatchString(s) || !utf8.ValidString(s) {
				c.Errorf("%s: %s says %q", name, x.Rule, s)
			}
		}
	}
	if d.Refused && (len(d.Body) > 0 || len(d.Diagnostics) == 0) {
		c.Errorf("%s: refused, yet with text or without a reason", name)
	}
}

type checker struct {
	testing.TB
	T    testing.TB
	name string
	doc  *Document
	ids  map[string]bool
}

func (c *checker) Errorf(format string, args ...any) { c.T.Helper(); c.T.Errorf(format, args...) }

func (c *checker) tasks(tasks []Task) {
	for _, t := range tasks {
		c.id(t.ID)
		c.html("task", t.Label)
		c.html("task", t.More)
		c.tasks(t.Items)
	}
}

// id holds that an id is unique and has a hyphen, which no script property has.
func (c *checker) id(id string) {
	if c.ids[id] {
		c.Errorf("%s: the id %q is there twice", c.name, id)
	}
	if !strings.Contains(id, "-") || strings.ContainsAny(id, " \"'<>&") {
		c.Errorf("%s: the id %q is not safe", c.name, id)
	}
	c.ids[id] = true
}

// html holds that a piece is sound.
func (c *checker) html(what string, h HTML) {
	last := 0
	var whole bytes.Buffer
	for _, hole := range h.Holes {
		if hole.Offset < last || hole.Offset > len(h.Body) {
			c.Errorf("%s: %s: a hole at %d, behind %d of %d", c.name, what, hole.Offset, last, len(h.Body))
			return
		}
		whole.Write(h.Body[last:hole.Offset])
		last = hole.Offset
		if n := c.count(hole.Kind); hole.Kind != HoleMessage && (hole.Index < 0 || hole.Index >= n) {
			c.Errorf("%s: %s: hole %+v of %d", c.name, what, hole, n)
		}
		switch hole.Kind {
		case HoleLink:
			if !bytes.HasSuffix(whole.Bytes(), []byte("<a")) {
				c.Errorf("%s: %s: the hole of a link does not stand behind <a", c.name, what)
			}
			whole.WriteString(` href="x"`)
		case HoleMessage:
			whole.WriteString("message")
		}
	}
	whole.Write(h.Body[last:])
	if !utf8.Valid(h.Body) {
		c.Errorf("%s: %s: not valid UTF-8", c.name, what)
	}
	c.balanced(what, whole.Bytes())
}

func (c *checker) count(kind HoleKind) int {
	return map[HoleKind]int{
		HoleLink: len(c.doc.Links), HolePicture: len(c.doc.Pictures), HoleEmbed: len(c.doc.Embeds),
		HoleChecklist: len(c.doc.Checklists), HoleQuiz: len(c.doc.Quizzes), HolePost: len(c.doc.Posts),
	}[kind]
}

// balanced holds that each element is closed in its turn, that no link stands
// in a link, and that nothing can run or fetch.
func (c *checker) balanced(what string, src []byte) {
	var open []string
	z := html.NewTokenizer(bytes.NewReader(src))
	for {
		switch z.Next() {
		case html.ErrorToken:
			if len(open) > 0 {
				c.Errorf("%s: %s: %v are not closed in %s", c.name, what, open, src)
			}
			return
		case html.CommentToken, html.DoctypeToken:
			c.Errorf("%s: %s: a comment in %s", c.name, what, src)
		case html.StartTagToken, html.SelfClosingTagToken:
			t := z.Token()
			c.element(what, t, open)
			if !voidElements[t.Data] {
				open = append(open, t.Data)
			}
		case html.EndTagToken:
			t := z.Token()
			if len(open) == 0 || open[len(open)-1] != t.Data {
				c.Errorf("%s: %s: </%s> while %v are open in %s", c.name, what, t.Data, open, src)
				return
			}
			open = open[:len(open)-1]
		}
	}
}

func (c *checker) element(what string, t html.Token, open []string) {
	if !allowedBlocks[t.Data] && !phrasing[t.Data] && t.Data != "vaandel-chooser" || t.Data == "img" {
		c.Errorf("%s: %s: <%s>", c.name, what, t.Data)
	}
	if t.Data == "a" && slices.Contains(open, "a") {
		c.Errorf("%s: %s: a link in a link", c.name, what)
	}
	names := map[string]bool{}
	for _, a := range t.Attr {
		if names[a.Key] {
			c.Errorf("%s: %s: <%s> has %s twice", c.name, what, t.Data, a.Key)
		}
		names[a.Key] = true
		switch a.Key {
		case "id":
			c.id(a.Val)
		case "href":
			if a.Val != "x" && !strings.HasPrefix(a.Val, "#fn") {
				c.Errorf("%s: %s: an address of its own: %s", c.name, what, a.Val)
			}
		case "class", "title", "lang", "dir", "aria-label", "role", "rel", "scope", "start", "open", "reversed",
			"colspan", "rowspan", "span", "datetime", "value", "data-again", "data-back", "data-chosen":
		default:
			c.Errorf("%s: %s: <%s> has %s", c.name, what, t.Data, a.Key)
		}
	}
}
