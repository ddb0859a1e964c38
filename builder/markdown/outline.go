package markdown

import (
	"encoding/binary"

	"vaandel/builder/meta"
)

// Outline is what the rest of a handbook may know of a page: other pages' links
// and lists depend on this and on nothing else of its text, but for the
// checklists that they embed.
type Outline struct {
	// Meta is the front matter: a map, or Null where there is none.
	Meta meta.Node
	// Title is the text of the first heading of level 1, which is left out of
	// Body; "" where there is none. TitleID is what links call it. Where another
	// heading stands above it, it stays in Body as a heading of level 2, and
	// TitleID is "".
	Title, TitleID string
	// Headings are the headings of level 2 and deeper, and a further level 1,
	// but for those inside quotes and lists and those of questions.
	Headings []Heading
	// Anchors are all other ids that links may lead to: {#id} of the author,
	// headings inside quotes and lists, questions.
	Anchors []string
	// Words is the number of words of the text. No other page may show it.
	Words int
}

// Every build reads all outlines, so they have a form of their own on disk: the
// values one behind the other, numbers and lengths as varints.

// Shared appends the bytes of what other pages may show to b: equal bytes, equal
// outlines but for Words.
func (o *Outline) Shared(b []byte) []byte {
	b = appendNode(b, &o.Meta)
	b = appendString(appendString(b, o.Title), o.TitleID)
	b = appendNumber(b, len(o.Headings))
	for _, h := range o.Headings {
		b = appendString(appendString(appendNumber(b, h.Level), h.ID), h.Text)
	}
	b = appendNumber(b, len(o.Anchors))
	for _, a := range o.Anchors {
		b = appendString(b, a)
	}
	return b
}

// Append appends the bytes of the whole outline to b.
func (o *Outline) Append(b []byte) []byte { return appendNumber(o.Shared(b), o.Words) }

// ReadOutline is the inverse of [Outline.Append]; ok is false for other bytes.
func ReadOutline(b []byte) (o Outline, ok bool) {
	r := outlineReader{rest: string(b)} // all texts are parts of this one
	o.Meta = r.node()
	o.Title, o.TitleID = r.text(), r.text()
	if n := r.count(); n > 0 {
		o.Headings = make([]Heading, n)
		for i := range o.Headings {
			o.Headings[i] = Heading{Level: r.number(), ID: r.text(), Text: r.text()}
		}
	}
	if n := r.count(); n > 0 {
		o.Anchors = make([]string, n)
		for i := range o.Anchors {
			o.Anchors[i] = r.text()
		}
	}
	o.Words = r.number()
	return o, !r.failed && r.rest == ""
}

func appendNumber(b []byte, n int) []byte { return binary.AppendUvarint(b, uint64(n)) }

func appendString(b []byte, s string) []byte { return append(appendNumber(b, len(s)), s...) }

func appendNode(b []byte, n *meta.Node) []byte {
	b = appendString(append(b, byte(n.Type)), n.Value)
	b = appendNumber(appendNumber(b, n.Line), n.Column)
	b = appendNumber(b, len(n.Items))
	for i := range n.Items {
		b = appendNode(b, &n.Items[i])
	}
	b = appendNumber(b, len(n.Fields))
	for i := range n.Fields {
		f := &n.Fields[i]
		b = appendNumber(appendNumber(appendString(b, f.Key), f.Line), f.Column)
		b = appendNode(b, &f.Value)
	}
	return b
}

// outlineReader takes values off the front of rest. Once one is not there it has
// failed, and all further values are zero.
type outlineReader struct {
	rest   string
	failed bool
}

func (r *outlineReader) fail() { r.rest, r.failed = "", true }

func (r *outlineReader) number() int {
	n, shift := uint64(0), 0
	for i := range len(r.rest) {
		c := r.rest[i]
		n |= uint64(c&0x7f) << shift
		if c < 0x80 {
			r.rest = r.rest[i+1:]
			return int(n)
		}
		if shift += 7; shift > 56 {
			break
		}
	}
	r.fail()
	return 0
}

// count is a number of things that take at least a byte each.
func (r *outlineReader) count() int {
	n := r.number()
	if n < 0 || n > len(r.rest) {
		r.fail()
		return 0
	}
	return n
}

func (r *outlineReader) text() string {
	n := r.count()
	s := r.rest[:n]
	r.rest = r.rest[n:]
	return s
}

func (r *outlineReader) node() (n meta.Node) {
	if r.rest == "" {
		r.fail()
		return n
	}
	n.Type = meta.Type(r.rest[0])
	r.rest = r.rest[1:]
	n.Value, n.Line, n.Column = r.text(), r.number(), r.number()
	if c := r.count(); c > 0 {
		n.Items = make([]meta.Node, c)
		for i := range n.Items {
			n.Items[i] = r.node()
		}
	}
	if c := r.count(); c > 0 {
		n.Fields = make([]meta.Field, c)
		for i := range n.Fields {
			n.Fields[i] = meta.Field{Key: r.text(), Line: r.number(), Column: r.number(), Value: r.node()}
		}
	}
	return n
}
