package markdown

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"vaandel/builder/meta"
)

// fields adds the texts of the front matter. name is the field that n is.
func (r *proseReader) fields(name string, n *meta.Node) {
	switch n.Type {
	case meta.String:
		r.write(Block{Kind: ProseField, Name: name}, func() { r.field(n) })
	case meta.List:
		for i := range n.Items {
			r.fields(name, &n.Items[i])
		}
	case meta.Map:
		for i := range n.Fields {
			f := &n.Fields[i]
			r.fields(strings.TrimPrefix(name+"."+f.Key, "."), &f.Value)
		}
	}
}

// field adds one text. It is looked for word by word where it begins, so that a
// text in quotes or on several lines has its places too. From a word that is
// written otherwise (\u00e9, it”s) all is at the beginning of the text.
func (r *proseReader) field(n *meta.Node) {
	start := r.index.offset(n.Line, n.Column)
	at := r.fieldBegin(start)
	rest := n.Value
	for rest != "" {
		word := strings.TrimLeft(rest, " \t\n")
		if space := rest[:len(rest)-len(word)]; space != "" {
			r.standing(space, at)
		}
		if i := strings.IndexAny(word, " \t\n"); i >= 0 {
			word = word[:i]
		}
		at += len(r.index.text[at:]) - len(bytes.TrimLeft(r.index.text[at:], " \t\n"))
		if !bytes.HasPrefix(r.index.text[at:], []byte(word)) {
			r.standing(strings.TrimLeft(rest, " \t\n"), start)
			return
		}
		r.verbatim(at, at+len(word))
		at += len(word)
		rest = strings.TrimLeft(rest, " \t\n")[len(word):]
	}
}

// fieldBegin returns where the words of a value begin: behind quotes, or below the
// line of a block of text.
func (r *proseReader) fieldBegin(at int) int {
	text := r.index.text
	if at >= len(text) {
		return len(text)
	}
	switch text[at] {
	case '"', '\'':
		quotes := string(text[at])
		for bytes.HasPrefix(text[at:], []byte(quotes)) {
			at++
		}
	case '|', '>':
		if end := bytes.IndexByte(text[at:], '\n'); end >= 0 {
			at += end + 1
		}
	}
	return at
}

// offset is the inverse of place.
func (x *lineIndex) offset(line, column int) int {
	x.line(0) // finds the lines
	i := line - x.first
	if i < 0 || i >= len(x.heads) {
		return len(x.text)
	}
	at := x.heads[i]
	for ; column > 1 && at < len(x.text); column-- {
		_, size := utf8.DecodeRune(x.text[at:])
		at += size
	}
	return at
}
