package meta

import (
	"bytes"
	"regexp"
)

// What lines look like decides whether a line of dashes at the top of a page
// opens front matter, and where front matter ends that was never closed.

// indented tells whether a line starts with a space or tab.
func indented(line []byte) bool {
	return len(line) > 0 && (line[0] == ' ' || line[0] == '\t')
}

// lineAt returns the line at an offset, with its newline, and the offset of
// the next line.
func lineAt(src []byte, at int) ([]byte, int) {
	end := bytes.IndexByte(src[at:], '\n')
	if end < 0 {
		return src[at:], len(src)
	}
	return src[at : at+end+1], at + end + 1
}

// paragraph returns the lines of src up to the first blank one.
func paragraph(src []byte) []byte {
	for at := 0; at < len(src); {
		line, next := lineAt(src, at)
		if len(bytes.TrimSpace(line)) == 0 {
			return src[:at]
		}
		at = next
	}
	return src
}

var (
	// field is a line that starts with one word and a colon (YAML), an equals
	// sign or a table's bracket (TOML), or a name in quotes; JSON may have a
	// brace in front.
	field = regexp.MustCompile(`^(?:[\p{L}_][\p{L}\d_.-]*|\{?\s*"[^"]*"|'[^']*')\s*(?::(?:\s|$)|=)|^\[\[?[\w."-]+\]`)
	// item is a line of a list, a comment, a closing bracket, or is indented.
	item = regexp.MustCompile(`^(?:- |-\s*$|#|[\]\[{},"'&*!|>?]|\s)`)
)

// fieldsAhead tells whether the first paragraph of src, blank lines at its
// start aside, has a line that looks like a field. Without one, a line of
// dashes at the top of a page is a thematic break and what follows is text.
func fieldsAhead(src []byte) bool {
	started := false
	for at := 0; at < len(src); {
		line, next := lineAt(src, at)
		text := bytes.TrimRight(line, " \t\r\n")
		switch {
		case field.Match(bytes.TrimLeft(text, " \t")):
			return true
		case len(text) == 0 && started:
			return false
		case len(text) > 0 && text[0] != '#':
			started = true
		}
		at = next
	}
	return false
}

// prose tells whether src has a line at the left margin that is neither a
// field nor part of a list: plain text.
func prose(src []byte) bool {
	for at := 0; at < len(src); {
		line, next := lineAt(src, at)
		text := bytes.TrimRight(line, " \t\r\n")
		if len(text) > 0 && !field.Match(text) && !item.Match(text) {
			return true
		}
		at = next
	}
	return false
}
