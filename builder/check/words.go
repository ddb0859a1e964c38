package check

import (
	"unicode"
	"unicode/utf8"

	"vaandel/builder/markdown"
)

// Word is one word of a block, in bytes of its text.
type Word struct {
	Text        string
	Start, Stop int
}

// Words returns the words of a block: letters, digits, and the apostrophes and hyphens
// between them. Code and addresses have none.
func Words(b *markdown.Block) []Word {
	words := make([]Word, 0, len(b.Text)/usualWord)
	start := -1
	end := func(at int) {
		if start >= 0 {
			words = append(words, Word{b.Text[start:at], start, at})
		}
		start = -1
	}
	skip := 0
	for i, r := range b.Text {
		for skip < len(b.Spans) && (b.Spans[skip].Stop <= i || !wordless(b.Spans[skip].Kind)) {
			skip++
		}
		inside := skip < len(b.Spans) && b.Spans[skip].Start <= i
		switch {
		case inside:
			end(i)
		case ofWord(r):
			if start < 0 {
				start = i
			}
		case joins(r) && start >= 0 && letterAt(b.Text, i+utf8.RuneLen(r)):
		default:
			end(i)
		}
	}
	end(len(b.Text))
	return words
}

// usualWord is how many bytes a word takes at least, on average, with what follows it.
const usualWord = 5

// ofWord tells whether r is a letter, a digit or an accent.
func ofWord(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r|0x20 && r|0x20 <= 'z' || '0' <= r && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r)
}

// wordless tells whether a span is no text in a language.
func wordless(k markdown.SpanKind) bool {
	return k == markdown.SpanCode || k == markdown.SpanAddress
}

// joins tells whether r may stand in the middle of a word.
func joins(r rune) bool { return r == '\'' || r == '’' || r == '-' }

func letterAt(s string, i int) bool {
	r, _ := utf8.DecodeRuneInString(s[i:])
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

// Prose tells whether a block is text that its author wrote for readers: no code,
// no field such as an id or a date, no template that readers finish.
func Prose(b *markdown.Block) bool {
	switch b.Kind {
	case markdown.ProseCode, markdown.ProsePost:
		return false
	case markdown.ProseField:
		return sentences[b.Name]
	}
	return true
}

// sentences are the fields of front matter that hold text for readers.
var sentences = map[string]bool{
	"title": true, "summary": true, "in_short": true, "changes.text": true, "share": true, "own_words": true,
	"answers": true, "answers_within": true, "approves": true, "ask": true, "goals": true, "openers": true,
	"pictures.title": true, "pictures.alt": true, "downloads.title": true, "downloads.alt": true, "alt": true,
	"materials.name": true, "materials.for": true, "materials.where": true, "figures.label": true,
}
