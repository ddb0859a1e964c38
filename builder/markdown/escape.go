package markdown

import (
	"bytes"
	"strconv"
	"unicode/utf8"

	"github.com/yuin/goldmark/util"
)

// special marks the bytes of a text that can't be copied into HTML as they are.
var special = [256]bool{'&': true, '<': true, '>': true, '"': true, '\\': true}

// appendText adds a text of markdown to HTML: its backslashes and entities are
// read, its other characters escaped.
func appendText(dst, text []byte) []byte {
	from := 0
	for i := 0; i < len(text); i++ {
		c := text[i]
		if !special[c] {
			continue
		}
		switch c {
		case '\\':
			if i+1 == len(text) || !util.IsPunct(text[i+1]) {
				continue
			}
			dst = append(dst, text[from:i]...)
			dst = appendByte(dst, text[i+1])
			i++
		case '&':
			dst = append(dst, text[from:i]...)
			r, size := entity(text[i:])
			if size == 0 {
				dst = append(dst, "&amp;"...)
				break
			}
			dst = appendRaw(dst, r)
			i += size - 1
		default:
			dst = append(dst, text[from:i]...)
			dst = appendByte(dst, c)
		}
		from = i + 1
	}
	return append(dst, text[from:]...)
}

// appendRaw adds a text as it is to HTML, escaped.
func appendRaw[T string | []byte](dst []byte, text T) []byte {
	from := 0
	for i := 0; i < len(text); i++ {
		if c := text[i]; special[c] && c != '\\' {
			dst = append(dst, text[from:i]...)
			dst = appendByte(dst, c)
			from = i + 1
		}
	}
	return append(dst, text[from:]...)
}

// appendByte adds one character to HTML, escaped.
func appendByte(dst []byte, c byte) []byte {
	switch c {
	case '&':
		return append(dst, "&amp;"...)
	case '<':
		return append(dst, "&lt;"...)
	case '>':
		return append(dst, "&gt;"...)
	case '"':
		return append(dst, "&quot;"...)
	}
	return append(dst, c)
}

// appendPlain adds a text of markdown to plain text: its backslashes and
// entities are read.
func appendPlain(dst, text []byte) []byte {
	for len(text) > 0 {
		n := bytes.IndexAny(text, `\&`)
		if n < 0 {
			return append(dst, text...)
		}
		dst = append(dst, text[:n]...)
		text = text[n:]
		size := 1
		if text[0] == '&' {
			var r []byte
			if r, size = entity(text); size > 0 {
				dst, text = append(dst, r...), text[size:]
				continue
			}
			size = 1
		} else if len(text) > 1 && util.IsPunct(text[1]) {
			text = text[1:]
		}
		dst, text = append(dst, text[:size]...), text[size:]
	}
	return dst
}

// maxEntity is the longest entity: the longest name in HTML has 31 letters.
const maxEntity = 34

// entity reads the entity at the start of text and returns its characters and
// its size; 0 where it is none.
func entity(text []byte) ([]byte, int) {
	window := text[:min(len(text), maxEntity)]
	end := bytes.IndexByte(window, ';')
	if end < 2 {
		return nil, 0
	}
	name := string(window[1:end])
	if name[0] != '#' {
		if e, ok := util.LookUpHTML5EntityByName(name); ok {
			return e.Characters, end + 1
		}
		return nil, 0
	}
	digits, base := name[1:], 10
	if len(digits) > 1 && (digits[0] == 'x' || digits[0] == 'X') {
		digits, base = digits[1:], 16
	}
	if len(digits) > 7 {
		return nil, 0
	}
	n, err := strconv.ParseUint(digits, base, 32)
	if err != nil {
		return nil, 0
	}
	r := rune(n)
	if n < ' ' && n != '\t' && n != '\n' || n >= 0x7f && n < 0xa0 || !utf8.ValidRune(r) {
		r = utf8.RuneError
	}
	return utf8.AppendRune(nil, r), end + 1
}

// countWords returns how many words a text has. Letters of any script, digits
// and apostrophes make words.
func countWords(text []byte) int {
	n, inside := 0, false
	for _, c := range text {
		word := c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c >= 0x80 || c == '\''
		if word && !inside {
			n++
		}
		inside = word
	}
	return n
}
