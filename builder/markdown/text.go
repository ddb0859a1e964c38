package markdown

import (
	"bytes"
	"encoding/binary"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// Text returns the text of a file that people made: UTF-8 with or without byte
// order mark, UTF-16 with one, or Windows-1252, as old editors and Excel save
// it. Lines end with "\n"; characters that nobody sees become a space, and a
// NUL U+FFFD. Lines and columns are as the author's editor shows them.
func Text(data []byte) string {
	text, _ := decode(data)
	return string(text)
}

// flaws is what had to be mended in a file, with the offset in the mended text
// of the first; -1 for none.
type flaws struct {
	encoding int
	control  int
}

// decode returns the text of data. It is data itself where nothing is to be
// mended.
func decode(data []byte) ([]byte, flaws) {
	f := flaws{encoding: -1, control: -1}
	switch {
	case bytes.HasPrefix(data, []byte("\xef\xbb\xbf")):
		data = data[3:]
	case bytes.HasPrefix(data, []byte("\xff\xfe")):
		data, f.encoding = fromUTF16(data[2:], binary.LittleEndian), 0
	case bytes.HasPrefix(data, []byte("\xfe\xff")):
		data, f.encoding = fromUTF16(data[2:], binary.BigEndian), 0
	}
	if !utf8.Valid(data) {
		data, f.encoding = fromWindows(data)
	}
	if plain(data) {
		return data, f
	}
	data, f.control = clean(data)
	return data, f
}

// fromUTF16 decodes UTF-16 without its mark; a byte too many is left out.
func fromUTF16(data []byte, order binary.ByteOrder) []byte {
	units := make([]uint16, len(data)/2)
	for i := range units {
		units[i] = order.Uint16(data[2*i:])
	}
	return []byte(string(utf16.Decode(units)))
}

// fromWindows reads each byte that is no UTF-8 as Windows-1252: also a file in
// which two editors have each left their own is then read as meant.
func fromWindows(data []byte) (text []byte, first int) {
	text, first = make([]byte, 0, len(data)+len(data)/8), -1
	for len(data) > 0 {
		r, size := utf8.DecodeRune(data)
		if r == utf8.RuneError && size == 1 {
			if first < 0 {
				first = len(text)
			}
			r = charmap.Windows1252.DecodeByte(data[0])
		}
		text = utf8.AppendRune(text, r)
		data = data[size:]
	}
	return text, first
}

// plain tells whether a text has nothing to mend: no control characters but tab
// and newline. Those of Latin-1 (C1) are two bytes, the first of them 0xC2.
func plain(text []byte) bool {
	for i, c := range text {
		if c < ' ' && c != '\n' && c != '\t' || c == 0x7f {
			return false
		}
		if c == 0xc2 && text[i+1] < 0xa0 {
			return false
		}
	}
	return true
}

// clean makes every line end with "\n" and replaces control characters.
func clean(text []byte) (out []byte, first int) {
	out, first = make([]byte, 0, len(text)), -1
	for i := 0; i < len(text); i++ {
		c := text[i]
		switch {
		case c == '\n' || c == '\t' || c >= ' ' && c != 0x7f && c != 0xc2:
			out = append(out, c)
			continue
		case c == '\r':
			if i+1 == len(text) || text[i+1] != '\n' {
				out = append(out, '\n')
			}
			continue
		case c == 0xc2 && text[i+1] >= 0xa0:
			out = append(out, c)
			continue
		case c == 0xc2:
			i++
		}
		if first < 0 {
			first = len(out)
		}
		if c == 0 {
			out = utf8.AppendRune(out, utf8.RuneError)
		} else {
			out = append(out, ' ')
		}
	}
	return out, first
}

// lineIndex finds the line and column of an offset in the text of a file.
type lineIndex struct {
	text  []byte
	first int   // the line that the text starts on
	heads []int // offsets of the lines' first bytes; made when first asked for
	// near is the last offset that a column was asked for, and its column:
	// the next is likely to follow it, perhaps on a very long line.
	near struct{ offset, column int }
}

// line returns the line of an offset, from 1.
func (x *lineIndex) line(offset int) int {
	if x.heads == nil {
		x.heads = append(make([]int, 0, 16+len(x.text)/32), 0)
		for at := 0; ; {
			n := bytes.IndexByte(x.text[at:], '\n')
			if n < 0 {
				break
			}
			at += n + 1
			x.heads = append(x.heads, at)
		}
	}
	low, high := 0, len(x.heads)
	for low+1 < high {
		if middle := (low + high) / 2; x.heads[middle] <= offset {
			low = middle
		} else {
			high = middle
		}
	}
	return x.first + low
}

// place returns the line and the column, in characters, of an offset.
func (x *lineIndex) place(offset int) (line, column int) {
	offset = max(0, min(offset, len(x.text)))
	line = x.line(offset)
	from, column := x.heads[line-x.first], 1
	if near := x.near; near.offset > from && near.offset <= offset {
		from, column = near.offset, near.column
	}
	column += utf8.RuneCount(x.text[from:offset])
	x.near.offset, x.near.column = offset, column
	return line, column
}
