package markdown

import (
	"bytes"
	"slices"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/util"
)

// proseReader turns the tree of a page into its [Prose].
type proseReader struct {
	*writer
	prose *Prose
	index *lineIndex // of what is being read: the text, or the file
	front int        // how many blocks the front matter has

	around  Block    // what blocks that are read now have of those around them
	item    ast.Node // the item of a list that is being read, or nil
	tables  int
	reading ast.Node // the block whose text is being read
	tagged  ast.Node // the text that the last tag stands in
	parts   int      // how many texts have tags
	text    []byte
	places  []textPlace
	spans   []Span
	// later are the blocks of pictures in the text that is being read.
	later []Block
	// waiting are the comments whose block has not come yet.
	waiting []int
}

// write adds a block with what add adds to its text; none without words.
func (r *proseReader) write(b Block, add func()) {
	text, places, spans := r.text, r.places, r.spans
	r.text, r.places, r.spans = nil, nil, nil
	add()
	b.Text, b.places, b.Spans = string(bytes.TrimRight(r.text, " \t\n")), r.places, r.spans
	r.text, r.places, r.spans = text, places, spans
	b.Spans = slices.DeleteFunc(b.Spans, func(s Span) bool { return s.Start >= len(b.Text) })
	for i := range b.Spans {
		b.Spans[i].Stop = min(b.Spans[i].Stop, len(b.Text))
	}
	if b.Lang == "" {
		b.Lang = r.around.Lang
	}
	if b.Text != "" {
		b.Line, _ = b.At(0)
		b.End, _ = b.At(len(b.Text) - 1)
	}
	switch {
	case len(bytes.TrimSpace([]byte(b.Text))) == 0:
	case b.Kind == ProseAlt || b.Kind == ProseCaption:
		r.later = append(r.later, b)
		return
	default:
		r.prose.Blocks = append(r.prose.Blocks, b)
	}
	r.prose.Blocks = append(r.prose.Blocks, r.later...)
	r.later = nil
}

// verbatim adds a part of the source as it is.
func (r *proseReader) verbatim(start, stop int) {
	for start < stop {
		end := min(start+longestRun, stop)
		for end < stop && !utf8.RuneStart(r.index.text[end]) {
			end--
		}
		r.place(start, false)
		r.text = append(r.text, r.index.text[start:end]...)
		start = end
	}
}

// standing adds a text for what is written at an offset of the source.
func (r *proseReader) standing(text string, at int) {
	r.place(at, true)
	r.text = append(r.text, text...)
}

func (r *proseReader) place(at int, stands bool) {
	line, column := r.index.place(at)
	r.places = append(r.places, textPlace{len(r.text), int32(line), int32(column), stands})
}

// plainText adds a text of markdown: its backslashes and entities are read, as
// appendPlain does.
func (r *proseReader) plainText(start, stop int) {
	text := r.index.text
	from := start
	for i := start; i < stop; i++ {
		switch {
		case text[i] == '\\' && i+1 < stop && util.IsPunct(text[i+1]):
			r.verbatim(from, i)
			from = i + 1
			i++
		case text[i] == '&':
			value, size := entity(text[i:stop])
			if size == 0 {
				continue
			}
			r.verbatim(from, i)
			r.standing(string(value), i)
			from = i + size
			i = from - 1
		}
	}
	r.verbatim(from, stop)
}

// span adds a part that is more than words.
func (r *proseReader) span(kind SpanKind, target string, add func()) {
	start, at := len(r.text), len(r.spans)
	r.spans = append(r.spans, Span{Kind: kind, Target: target})
	add()
	if len(r.text) == start {
		r.spans = append(r.spans[:at], r.spans[at+1:]...)
		return
	}
	r.spans[at].Start, r.spans[at].Stop = start, len(r.text)
}

// inside adds the text that a block or inline node holds.
func (r *proseReader) inside(n ast.Node) {
	r.deeper(n)
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		r.piece(c)
	}
	r.depth--
}

// piece adds one inline node.
func (r *proseReader) piece(n ast.Node) {
	switch n := n.(type) {
	case *ast.Text:
		r.plainText(n.Segment.Start, n.Segment.Stop)
		switch {
		case n.HardLineBreak():
			r.standing("\n", n.Segment.Stop)
		case n.SoftLineBreak():
			r.standing(" ", n.Segment.Stop)
		}
	case *ast.CodeSpan:
		r.span(SpanCode, "", func() { r.codeSpan(n) })
	case *ast.Emphasis:
		kind := SpanEmphasis
		if n.Level == 2 {
			kind = SpanStrong
		}
		r.span(kind, "", func() { r.inside(n) })
	case *extast.Strikethrough:
		r.span(SpanStruck, "", func() { r.inside(n) })
	case *ast.Link:
		r.span(SpanLink, string(appendPlain(nil, n.Destination)), func() { r.inside(n) })
	case *ast.AutoLink:
		label := n.Label(r.source)
		r.span(SpanAddress, string(label), func() { r.found(label, position(n)) })
	case *wikiLink:
		r.wikiLink(n)
	case *ast.Image:
		r.image(n)
	case *ast.RawHTML:
		r.tag(n)
	case *extast.FootnoteLink, *extast.FootnoteBacklink:
	default:
		r.inside(n)
	}
}

// codeSpan adds the inside of `code`, in which a line break is a space.
func (r *proseReader) codeSpan(n *ast.CodeSpan) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		t, ok := c.(*ast.Text)
		if !ok {
			continue
		}
		from := t.Segment.Start
		for i := from; i < t.Segment.Stop; i++ {
			switch {
			case r.source[i] == '\n':
				r.verbatim(from, i)
				r.standing(" ", i)
				from = i + 1
			case r.inTable && r.source[i] == '\\' && i+1 < t.Segment.Stop && r.source[i+1] == '|':
				r.verbatim(from, i)
				from = i + 1
			}
		}
		r.verbatim(from, t.Segment.Stop)
	}
}

// found adds a text that stands in the source somewhere behind an offset.
func (r *proseReader) found(text []byte, at int) {
	if i := bytes.Index(r.source[at:min(len(r.source), at+len(text)+maxWiki)], text); i >= 0 {
		r.verbatim(at+i, at+i+len(text))
		return
	}
	r.standing(string(text), at)
}

// wikiLink adds the text of a [[link]]; of an embed, that of the picture.
func (r *proseReader) wikiLink(n *wikiLink) {
	at := position(n)
	label := func() {
		end := bytes.Index(r.source[at:], []byte("]]"))
		if i := bytes.LastIndex(r.source[at:at+max(end, 0)], []byte(n.label)); i >= 0 {
			at += i
		}
		r.found([]byte(n.label), at)
	}
	switch {
	case !n.embed:
		r.span(SpanLink, n.target, label)
	case hasPictureEnding(n.target) && n.label != n.target:
		r.write(Block{Kind: ProseAlt, Name: n.target}, label)
	}
}

// image adds what a picture shows, and its caption, as blocks of their own.
func (r *proseReader) image(n *ast.Image) {
	name := string(appendPlain(nil, n.Destination))
	r.write(Block{Kind: ProseAlt, Name: name}, func() { r.inside(n) })
	if len(n.Title) > 0 {
		r.write(Block{Kind: ProseCaption, Name: name}, func() { r.caption(n) })
	}
}

// caption adds the title of a picture, which stands behind its address, or where
// its address is defined.
func (r *proseReader) caption(n *ast.Image) {
	at := position(n)
	line := r.source[at:min(len(r.source), at+len(n.Title)+len(n.Destination)+longestRun)]
	i := bytes.Index(line, n.Title)
	if behind := bytes.Index(line, n.Destination); behind >= 0 && n.Reference == nil {
		if j := bytes.Index(line[behind+len(n.Destination):], n.Title); j >= 0 {
			i = behind + len(n.Destination) + j
		}
	}
	if i < 0 || n.Reference != nil {
		r.standing(string(appendPlain(nil, n.Title)), at)
		return
	}
	r.plainText(at+i, at+i+len(n.Title))
}
