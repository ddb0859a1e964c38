package markdown

import (
	"bytes"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	"golang.org/x/net/html"
)

// markup is HTML of one block or tag with the places of its lines in the source.
type markup struct {
	raw    []byte
	lines  []span
	starts []int // of the lines, in raw
}

func (r *proseReader) markup(lines []span) markup {
	m := markup{lines: lines, starts: make([]int, len(lines))}
	for i, line := range lines {
		m.starts[i] = len(m.raw)
		m.raw = append(m.raw, r.source[line.start:line.stop]...)
	}
	return m
}

// at returns the offset in the source of one in raw.
func (m *markup) at(offset int) int {
	line, found := slices.BinarySearch(m.starts, offset)
	if !found {
		line--
	}
	return m.lines[line].start + offset - m.starts[line]
}

// htmlText reads the texts and comments of a block of HTML.
func (r *proseReader) htmlText(n *ast.HTMLBlock) {
	lines := segments(n)
	if n.HasClosure() {
		lines = append(lines, span{n.ClosureLine.Start, n.ClosureLine.Stop})
	}
	if len(lines) == 0 {
		return
	}
	m := r.markup(lines)
	above := r.waiting
	r.waiting = nil
	b := r.around
	b.Kind = ProseParagraph
	before, top := len(r.prose.Blocks), len(r.prose.Blocks) == r.front && n.Parent().Kind() == ast.KindDocument
	t := htmlReader{proseReader: r, markup: &m, tokens: html.NewTokenizer(bytes.NewReader(m.raw))}
	for more := true; more; {
		r.write(b, func() { more = t.paragraph() })
	}
	said := len(r.prose.Blocks) > before
	r.waiting = append(above, r.waiting...)
	if said || t.tags {
		r.settle(lines[0].start, lines[len(lines)-1].stop-1)
	} else if top {
		for _, i := range r.waiting {
			r.prose.Comments[i].Top = true
		}
	}
}

// htmlReader reads HTML paragraph by paragraph.
type htmlReader struct {
	*proseReader
	*markup
	tokens *html.Tokenizer
	offset int
	hidden string // the element whose text nobody reads
	tags   bool   // there is more than comments
}

// paragraph adds the text up to the next element that ends a paragraph. It is
// false at the end.
func (t *htmlReader) paragraph() (more bool) {
	for {
		kind := t.tokens.Next()
		if kind == html.ErrorToken {
			return false
		}
		from := t.offset
		t.offset += len(t.tokens.Raw())
		switch kind {
		case html.TextToken:
			if t.hidden == "" {
				t.htmlRun(from, t.offset)
			}
		case html.CommentToken:
			t.comment(t.raw[from:t.offset], t.at(from))
		case html.StartTagToken, html.EndTagToken, html.SelfClosingTagToken:
			t.tags = true
			tag := t.tokens.Token()
			if t.hidden == "" && t.isPlaceholder(t.raw[from:t.offset], tag) {
				t.htmlRun(from, t.offset)
			} else if t.element(tag, t.at(from)) {
				return true
			}
		}
	}
}

// element looks at one tag, and tells whether it ends a paragraph.
func (t *htmlReader) element(tag html.Token, at int) bool {
	name := tag.Data
	if t.hidden != "" {
		if tag.Type == html.EndTagToken && name == t.hidden {
			t.addTag(tag, 0, at)
			t.hidden = ""
		}
		return false
	}
	t.addTag(tag, 0, at)
	switch {
	case name == "br":
		t.standing("\n", at)
	case name == "img":
		t.htmlAlt(tag, at)
	case tag.Type == html.StartTagToken && hiddenElements[name] && !voidElements[name]:
		t.hidden = name
	}
	return blockElements[name] || name == "td" || name == "th"
}

// htmlAlt adds what a picture in HTML shows.
func (r *proseReader) htmlAlt(tag html.Token, at int) {
	for _, a := range tag.Attr {
		if a.Key == "alt" {
			r.write(Block{Kind: ProseAlt}, func() { r.standing(a.Val, at) })
		}
	}
}

// htmlRun adds a text of HTML, in which lines and entities are read.
func (t *htmlReader) htmlRun(from, to int) {
	for from < to {
		i := bytes.IndexAny(t.raw[from:to], "&\n")
		if i < 0 {
			t.verbatim(t.at(from), t.at(to-1)+1)
			return
		}
		if i > 0 {
			t.verbatim(t.at(from), t.at(from+i-1)+1)
			from += i
		}
		at, size := t.at(from), 1
		if t.raw[from] == '\n' {
			if len(t.text) > 0 {
				t.standing(" ", at)
			}
		} else if value, n := entity(t.raw[from:to]); n > 0 {
			t.standing(string(value), at)
			size = n
		} else {
			t.verbatim(at, at+1)
		}
		from += size
	}
}

// tag reads a tag or comment in the middle of a text.
func (r *proseReader) tag(n *ast.RawHTML) {
	var lines []span
	for i := range n.Segments.Len() {
		s := n.Segments.At(i)
		lines = append(lines, span{s.Start, s.Stop})
	}
	if len(lines) == 0 {
		return
	}
	m := r.markup(lines)
	if bytes.HasPrefix(m.raw, []byte("<!--")) {
		r.comment(m.raw, lines[0].start)
		if r.reading != nil {
			first, last := extent(r.reading)
			r.settle(first, last)
		}
		return
	}
	t, ok := bareTag(m.raw)
	if !ok {
		tokens := html.NewTokenizer(bytes.NewReader(m.raw))
		tokens.Next()
		t = tokens.Token()
	}
	if ok && r.isPlaceholder(m.raw, t) {
		for _, line := range lines {
			r.verbatim(line.start, line.stop)
		}
		return
	}
	switch {
	case t.Data == "br":
		r.standing("\n", lines[0].start)
	case t.Data == "img":
		r.htmlAlt(t, lines[0].start)
	}
	r.addTag(t, r.part(n), lines[0].start)
}

// part numbers the text that a tag stands in.
func (r *proseReader) part(n ast.Node) int {
	for n.Type() == ast.TypeInline && n.Parent() != nil {
		n = n.Parent()
	}
	if n != r.tagged {
		r.tagged = n
		r.parts++
	}
	return r.parts
}

// addTag keeps a tag.
func (r *proseReader) addTag(t html.Token, part, at int) {
	tag := Tag{Name: t.Data, Part: part}
	switch t.Type {
	case html.EndTagToken:
		tag.Ends = true
	case html.SelfClosingTagToken:
		tag.Alone = true
	case html.StartTagToken:
		tag.Alone = voidElements[t.Data]
	default:
		return // a declaration
	}
	tag.Line, tag.Column = r.index.place(at)
	r.prose.Tags = append(r.prose.Tags, tag)
}

// comment keeps a comment until it is known what it stands with.
func (r *proseReader) comment(raw []byte, at int) {
	text := strings.TrimSpace(strings.TrimSuffix(strings.TrimPrefix(string(raw), "<!--"), "-->"))
	c := Comment{Text: text}
	c.Line, c.Column = r.index.place(at)
	c.From, c.To = c.Line, c.Line+strings.Count(string(raw), "\n")
	r.waiting = append(r.waiting, len(r.prose.Comments))
	r.prose.Comments = append(r.prose.Comments, c)
}

// settle tells the comments that wait what they stand with.
func (r *proseReader) settle(first, last int) {
	if len(r.waiting) == 0 {
		return
	}
	from, to := r.index.line(min(first, len(r.source))), r.index.line(min(last, len(r.source)))
	for _, i := range r.waiting {
		c := &r.prose.Comments[i]
		c.From, c.To = min(c.From, from), max(c.To, to)
	}
	r.waiting = nil
}
