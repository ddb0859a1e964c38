package meta

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Nearly all front matter is a few lines "name: text" and a list or two. The
// library takes 60 µs and 500 allocations for such a block, twice as long as
// goldmark for a page's text. So what is so plain that YAML leaves no doubt
// about it is read here, line by line, and everything else is left to the
// library; a fuzz test holds that both read it alike.

// plainReader reads a block of plain YAML.
type plainReader struct {
	rest string // from the start of the current line
	line int    // its number
}

// readPlain returns the Node of a block, or false where it is not plain.
func readPlain(block []byte, first int) (Node, bool) {
	r := plainReader{rest: string(block), line: first}
	n, ok := r.fields(0)
	return n, ok && r.rest == "" && len(n.Fields) > 0
}

// next returns the current line without its indentation, that indentation, and
// false at the end of the block or where the line is not plain. Blank lines and
// comments at the margin are passed over.
func (r *plainReader) next() (text string, indent int, ok bool) {
	for r.rest != "" {
		text, _, _ = strings.Cut(r.rest, "\n")
		bare := strings.TrimLeft(text, " ")
		if text != "" && text[0] != '#' {
			return bare, len(text) - len(bare), bare != ""
		}
		if !printable(text) {
			return "", 0, false
		}
		r.skip()
	}
	return "", 0, false
}

// skip goes to the next line.
func (r *plainReader) skip() {
	_, r.rest, _ = strings.Cut(r.rest, "\n")
	r.line++
}

// fields reads the lines "name: value" that have an indentation.
func (r *plainReader) fields(indent int) (Node, bool) {
	n := Node{Type: Map}
	for {
		text, at, ok := r.next()
		if !ok || at != indent || text[0] == '-' {
			return n, ok || r.rest == ""
		}
		if ok := r.field(&n, text, indent, indent == 0); !ok {
			return n, false
		}
	}
}

// field reads the field that text, the rest of the current line from an
// indentation on, holds. Only with lists may its value be one on lines below.
func (r *plainReader) field(n *Node, text string, indent int, lists bool) bool {
	end := strings.IndexByte(text, ':')
	if end < 0 || !plainName(text[:end]) || n.Get(text[:end]) != nil {
		return false
	}
	f := Field{Key: text[:end], Line: r.line, Column: indent + 1}
	if len(n.Fields) == 0 {
		n.Line, n.Column = f.Line, f.Column
	}
	rest := text[end+1:]
	value := strings.TrimLeft(rest, " ")
	column := indent + end + 2 + len(rest) - len(value)
	var ok bool
	switch {
	case rest == "":
		f.Value, ok = r.below(column, lists)
	case value == rest:
		return false
	case value != "" && value[0] == '[':
		f.Value, ok = flow(value, r.line, column)
		r.skip()
	default:
		f.Value, ok = scalar(value, r.line, column, false)
		r.skip()
	}
	n.Fields = append(n.Fields, f)
	return ok
}

// below reads the list below a field without a value on its line; without
// list, the value is Null.
func (r *plainReader) below(column int, lists bool) (Node, bool) {
	n := Node{Line: r.line, Column: column}
	r.skip()
	text, indent, ok := r.next()
	if !ok || text[0] != '-' {
		return n, (ok || r.rest == "") && indent == 0
	}
	n = Node{Type: List, Line: r.line, Column: indent + 1}
	for ok && strings.HasPrefix(text, "- ") && indent == n.Column-1 {
		item, good := r.item(text[2:], indent+2)
		if !good || !lists {
			return n, false
		}
		n.Items = append(n.Items, item)
		text, indent, ok = r.next()
	}
	return n, r.rest == "" || ok && indent == 0 && text[0] != '-'
}

// item reads a member of a list: a value, or fields on this line and those
// below it.
func (r *plainReader) item(text string, indent int) (Node, bool) {
	if end := strings.IndexByte(text, ':'); end < 0 || !plainName(text[:end]) {
		n, ok := scalar(text, r.line, indent+1, false)
		r.skip()
		return n, ok
	}
	n := Node{Type: Map}
	for {
		if !r.field(&n, text, indent, false) {
			return n, false
		}
		var at int
		var ok bool
		if text, at, ok = r.next(); !ok || at != indent {
			return n, ok && at < indent || r.rest == ""
		}
	}
}

// flow reads a list of plain values in brackets, on one line.
func flow(text string, line, column int) (Node, bool) {
	n := Node{Type: List, Line: line, Column: column}
	inside, ok := strings.CutSuffix(text[1:], "]")
	if !ok {
		return n, false
	}
	column++
	for part := range strings.SplitSeq(inside, ",") {
		value := strings.TrimLeft(part, " ")
		item, ok := scalar(value, line, column+len(part)-len(value), true)
		if !ok {
			return n, false
		}
		n.Items = append(n.Items, item)
		column += utf8.RuneCountInString(part) + 1
	}
	return n, true
}

// scalar reads a single value. In brackets, fewer characters are plain.
func scalar(text string, line, column int, brackets bool) (Node, bool) {
	n := Node{Type: String, Value: text, Line: line, Column: column}
	if text == "" || !printable(text) || text[len(text)-1] == ' ' {
		return n, false
	}
	switch first := text[0]; {
	case first == '"' || first == '\'':
		if len(text) < 2 {
			return n, false
		}
		n.Value = text[1 : len(text)-1]
		return n, text[len(text)-1] == first && n.Value != "" && !strings.ContainsAny(n.Value, `"'\`)
	case first >= '0' && first <= '9':
		if Date(text) {
			return n, true
		}
		n.Type = Number
		return n, len(text) < 10 && (first != '0' || len(text) == 1) && strings.Trim(text, "0123456789") == ""
	case first < utf8.RuneSelf && !letter(first):
		return n, false
	case text == "true" || text == "false":
		n.Type = Bool
		return n, true
	}
	if brackets && strings.ContainsAny(text, ":#[]{}\"'") ||
		strings.Contains(text, ": ") || strings.Contains(text, " #") || strings.HasSuffix(text, ":") {
		return n, false
	}
	return n, !keyword(text)
}

// keyword tells whether YAML, or an older version of it, takes a word for more
// than a text.
func keyword(text string) bool {
	switch strings.ToLower(text) {
	case "true", "false", "null", "nan", "inf", "yes", "no", "on", "off", "y", "n":
		return true
	}
	return false
}

// plainName tells whether the name of a field is one word of ASCII letters,
// digits and underscores.
func plainName(s string) bool {
	if s == "" || !letter(s[0]) || keyword(s) {
		return false
	}
	for i := range len(s) {
		if c := s[i]; !letter(c) && c != '_' && (c < '0' || c > '9') {
			return false
		}
	}
	return true
}

func letter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// printable tells whether s is UTF-8 without control characters, tabs and
// special spaces.
func printable(s string) bool {
	for _, c := range s {
		if c < ' ' || c > '~' && (c == utf8.RuneError || !unicode.IsPrint(c)) {
			return false
		}
	}
	return true
}
