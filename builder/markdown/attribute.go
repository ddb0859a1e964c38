package markdown

import (
	"bytes"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// attributes are what an author put in braces: {#id .class key="value"}.
type attributes struct {
	id      string
	classes []string
	pairs   []pair
}

type pair struct{ key, value string }

// maxBraces is the longest text in braces that is looked at, in bytes.
const maxBraces = 1000

// get returns the value of a key, or "".
func (a *attributes) get(key string) string {
	if a != nil {
		for _, p := range a.pairs {
			if p.key == key {
				return p.value
			}
		}
	}
	return ""
}

// maxAttributes is how many classes, and how many others, a block can gather.
const maxAttributes = 50

// merged returns a with what b adds; b wins.
func (a *attributes) merged(b *attributes) *attributes {
	if len(a.classes) > maxAttributes || len(a.pairs) > maxAttributes {
		return a
	}
	m := &attributes{id: a.id, classes: slices.Concat(a.classes, b.classes), pairs: slices.Concat(b.pairs, a.pairs)}
	if b.id != "" {
		m.id = b.id
	}
	return m
}

// parseAttributes reads braces at the start of src and returns how many bytes
// they take; 0 where they are something else. A colon behind the opening brace
// is that of kramdown and MkDocs.
func parseAttributes(src []byte) (*attributes, int) {
	if len(src) < 3 || src[0] != '{' {
		return nil, 0
	}
	src = src[:min(len(src), maxBraces)]
	a, i := &attributes{}, 1
	if src[i] == ':' {
		i++
	}
	for any := false; ; any = true {
		for i < len(src) && (src[i] == ' ' || src[i] == '\t' || src[i] == ',') {
			i++
		}
		if i >= len(src) {
			return nil, 0
		}
		if src[i] == '}' {
			if !any {
				return nil, 0
			}
			return a, i + 1
		}
		n := a.one(src[i:])
		if n == 0 {
			return nil, 0
		}
		i += n
	}
}

// one reads one #id, .class or key=value and returns its size in bytes.
func (a *attributes) one(src []byte) int {
	if src[0] == '#' || src[0] == '.' {
		n := wordEnd(src, 1)
		if n == 1 {
			return 0
		}
		if src[0] == '#' {
			a.id = string(src[1:n])
		} else {
			a.classes = append(a.classes, string(src[1:n]))
		}
		return n
	}
	n := wordEnd(src, 0)
	if n == 0 || n >= len(src) {
		return 0
	}
	key := strings.ToLower(string(src[:n]))
	if src[n] != '=' {
		if strings.HasPrefix(key, "data-") { // MkDocs has such without a value
			return n
		}
		return 0 // {name} is a text to fill in, or another tool's
	}
	value, size := attributeValue(src[n+1:])
	if size == 0 {
		return 0
	}
	a.set(key, value)
	return n + 1 + size
}

func (a *attributes) set(key, value string) {
	switch key {
	case "id":
		a.id = value
	case "class":
		a.classes = append(a.classes, strings.Fields(value)...)
	default:
		a.pairs = append(a.pairs, pair{key, value})
	}
}

// attributeValue reads a value, in quotes or up to a space or the closing
// brace, and returns its size with the quotes. Numbers are text like any other.
func attributeValue(src []byte) (string, int) {
	if len(src) == 0 {
		return "", 0
	}
	if quote := src[0]; quote == '"' || quote == '\'' {
		var value []byte
		for i := 1; i < len(src) && src[i] != '\n'; i++ {
			switch {
			case src[i] == quote:
				return string(value), i + 1
			case src[i] == '\\' && i+1 < len(src) && (src[i+1] == quote || src[i+1] == '\\'):
				i++
			}
			value = append(value, src[i])
		}
		return "", 0
	}
	n := bytes.IndexAny(src, " \t\n},\"'{")
	if n <= 0 {
		return "", 0
	}
	return string(src[:n]), n
}

// wordEnd returns where the name that starts at i ends: letters of any script,
// digits and -_:.
func wordEnd(src []byte, i int) int {
	for i < len(src) {
		c := src[i]
		letter := c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c >= 0x80
		if !letter && (i == 0 || c != '-' && c != '_' && c != ':') && c != '_' && c != '-' {
			break
		}
		i++
	}
	return i
}

// braces reads a line with nothing but braces. As the last line of a paragraph
// or table it belongs to that, alone to the block above it.
type braces struct{}

// Transform implements parser.ParagraphTransformer.
func (braces) Transform(node *ast.Paragraph, reader text.Reader, pc parser.Context) {
	lines, source := node.Lines(), reader.Source()
	if lines.Len() == 0 {
		return
	}
	last := lines.At(lines.Len() - 1)
	value := bytes.TrimSpace(source[last.Start:last.Stop])
	if len(value) == 0 || value[0] != '{' || value[len(value)-1] != '}' {
		return
	}
	a, size := parseAttributes(value)
	if size != len(value) {
		return
	}
	c := pc.(*context)
	if lines.Len() > 1 {
		lines.SetSliced(0, lines.Len()-1)
		if parent := node.Parent(); parent.FirstChild() == node && parent.Kind() == ast.KindListItem {
			c.annotate(parent, a) // the paragraph itself may not outlive its list
			return
		}
		c.annotate(node, a)
		return
	}
	if above := node.PreviousSibling(); above != nil && above.Kind() != ast.KindLinkReferenceDefinition && above.Kind() != extast.KindFootnoteList {
		c.annotate(above, a)
		node.Parent().RemoveChild(node.Parent(), node)
	}
}
