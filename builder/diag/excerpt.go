package diag

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/width"
)

// excerpt returns the part of line around the rune that column counts (from 1;
// 0 means the beginning) that fits in room columns, with an ellipsis where it is
// cut, and what to put on the next line to get below that rune. Tabs stay tabs
// in both, so that it fits whatever width the terminal gives them.
func excerpt(line string, column, room int) (text, under string) {
	before, after := halves(line, column)
	// A place at the end of a long line leaves room before it, and the other way.
	left := fitEnd(before, max(room/2, room-columns(cut(after, room))))
	right := cut(after, room-columns(left))
	if len(left) < len(before) {
		_, size := utf8.DecodeRuneInString(left)
		left = "…" + left[size:]
	}
	if len(right) < len(after) {
		_, size := utf8.DecodeLastRuneInString(right)
		right = right[:len(right)-size] + "…"
	}
	return Harmless(left + right), blank(left)
}

// halves splits line before the rune that column counts.
func halves(line string, column int) (before, after string) {
	at := 0
	for range column - 1 {
		if at == len(line) {
			break
		}
		_, size := utf8.DecodeRuneInString(line[at:])
		at += size
	}
	return line[:at], line[at:]
}

// cut returns as much of the beginning of s as fits in room columns.
func cut(s string, room int) string {
	for i, r := range s {
		if room -= wide(r); room < 0 {
			return s[:i]
		}
	}
	return s
}

// fitEnd returns as much of the end of s as fits in room columns.
func fitEnd(s string, room int) string {
	end := len(s)
	for end > 0 {
		r, size := utf8.DecodeLastRuneInString(s[:end])
		if room -= wide(r); room < 0 {
			break
		}
		end -= size
	}
	return s[end:]
}

// blank returns as much white space as s takes.
func blank(s string) string {
	var b strings.Builder
	for _, r := range s {
		if r == '\t' {
			b.WriteByte('\t')
			continue
		}
		for range wide(r) {
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// columns is how many columns of a terminal s takes.
func columns(s string) int {
	n := 0
	for _, r := range s {
		n += wide(r)
	}
	return n
}

// wide is how many columns of a terminal r takes: two for what Unicode Standard
// Annex #11 calls wide (Chinese, most emoji), none for accents that stand on the
// letter before. A tab counts as the most it can take.
func wide(r rune) int {
	switch {
	case r == '\t':
		return 8
	case unicode.In(r, unicode.Mn, unicode.Me) || r == '\u200b' || r == '\u200d' || r == '\ufeff':
		return 0
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 2
	}
	return 1
}

// Harmless replaces what would steer a terminal rather than be shown by it:
// control characters get the picture that Unicode has for them (␛), what turns
// the direction of writing and bytes that are no text a question mark (�).
func Harmless(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t':
			return r
		case r < 0x20:
			return '␀' + r
		case r == 0x7f:
			return '␡'
		case r < 0xa0 && r > 0x7f, r == '\u2028', r == '\u2029',
			r >= '\u202a' && r <= '\u202e', r >= '\u2066' && r <= '\u2069':
			return utf8.RuneError
		}
		return r
	}, s)
}
