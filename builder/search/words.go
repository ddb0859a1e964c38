package search

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// The words of a text are found in the same way by the reader in the browser
// (themes/default/components/reader/words.ts). Tests hold the two against each
// other: who changes one, changes the other.
//
// A chunk is letters and digits, with joiners between them: a hyphen, an
// apostrophe, the marks of an address. Its parts are words, and where there are
// several, so is the whole without joiners: HR-afdeling is hr, afdeling and
// hrafdeling. What is joined by an apostrophe is one part (sms’en), but for the
// s of a plural or possessive, which goes (foto’s). A subject, #TrotsOpOns, is
// also split where a capital begins.

// word is one word of a text, folded: see [fold].
type word struct {
	text []byte // valid until the next word
	// at counts the words of the text from 0. A whole has the place of its first
	// part, which follows it.
	at    int
	whole bool
}

// eachWord calls visit for the words of a text, in order.
func eachWord(text string, visit func(word)) {
	var s splitter
	s.split(text, visit)
}

// splitter finds words; its buffers serve for text after text.
type splitter struct {
	parts  [][]byte
	folded []byte // all parts, one behind the other
	at     int
}

// split goes through one text. Words are counted on from text to text.
func (s *splitter) split(text string, visit func(word)) {
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if !isLetter(r) {
			i += size
			continue
		}
		end := chunkEnd(text, i)
		s.chunk(text[i:end], i > 0 && text[i-1] == '#')
		s.tell(visit)
		i = end
	}
}

// tell tells of the words of the last chunk.
func (s *splitter) tell(visit func(word)) {
	if len(s.parts) > 1 {
		visit(word{text: s.folded, at: s.at, whole: true})
	}
	for _, part := range s.parts {
		// A letter by itself is of use only where it stands alone.
		if len(s.parts) > 1 && single(part) {
			continue
		}
		visit(word{text: part, at: s.at})
		s.at++
	}
}

// single tells whether a part is one letter; a digit is none.
func single(part []byte) bool {
	r, size := utf8.DecodeRune(part)
	return size == len(part) && !unicode.IsDigit(r)
}

// isLetter tells what chunks are made of: letters, digits and the marks on them.
func isLetter(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r) || hidden(r)
}

// hidden tells whether nobody sees a character: a soft hyphen, a joiner.
func hidden(r rune) bool {
	return r == 0xad || r == 0x200c || r == 0x200d || r == 0x2060
}

// The joiners. Those of numbers stand between digits only.
func isApostrophe(r rune) bool { return r == '\'' || r == '’' || r == 'ʼ' }

func isJoiner(r rune) bool {
	switch r {
	case '-', '‐', '‑', '@', '.', '_', '&':
		return true
	}
	return isApostrophe(r)
}

func isNumberJoiner(r rune) bool { return r == ',' || r == ':' }

// chunkEnd returns where the chunk ends that begins at i.
func chunkEnd(text string, i int) int {
	var last rune
	for i < len(text) {
		r, size := utf8.DecodeRuneInString(text[i:])
		if isLetter(r) {
			last, i = r, i+size
			continue
		}
		next, _ := utf8.DecodeRuneInString(text[i+size:])
		joins := isJoiner(r) && isLetter(next) ||
			isNumberJoiner(r) && isDigit(last) && isDigit(next)
		if !joins {
			return i
		}
		last, i = r, i+size
	}
	return i
}

func isDigit(r rune) bool { return '0' <= r && r <= '9' }

// chunk splits a chunk into its parts.
func (s *splitter) chunk(text string, subject bool) {
	s.parts, s.folded = s.parts[:0], s.folded[:0]
	start := 0 // of the part, in folded
	end := func() {
		if len(s.folded) > start {
			s.parts = append(s.parts, s.folded[start:len(s.folded):len(s.folded)])
			start = len(s.folded)
		}
	}
	lower := false // the last letter was one
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case isApostrophe(r) && possessive(text[i+size:]):
			i += size + 1
			continue
		case isApostrophe(r):
			lower = false
		case !isLetter(r):
			end()
		case r < utf8.RuneSelf:
			upper := 'A' <= r && r <= 'Z'
			if subject && upper && lower {
				end()
			}
			lower = 'a' <= r && r <= 'z'
			if upper {
				r += 'a' - 'A'
			}
			s.folded = append(s.folded, byte(r))
		default:
			if subject && unicode.IsUpper(r) && lower {
				end()
			}
			lower = unicode.IsLower(r) || lower && unicode.IsMark(r)
			// With what follows: a letter and its accent may stand apart.
			for i+size < len(text) {
				next, n := utf8.DecodeRuneInString(text[i+size:])
				if next < utf8.RuneSelf || !unicode.IsMark(next) {
					break
				}
				size += n
			}
			s.folded = appendFolded(s.folded, text[i:i+size])
		}
		i += size
	}
	end()
	s.join()
}

// join points the parts into folded once that has stopped growing.
func (s *splitter) join() {
	at := 0
	for i, part := range s.parts {
		s.parts[i] = s.folded[at : at+len(part)]
		at += len(part)
	}
}

// possessive tells whether what follows an apostrophe is the s of a plural.
func possessive(rest string) bool {
	if rest == "" || rest[0] != 's' && rest[0] != 'S' {
		return false
	}
	next, _ := utf8.DecodeRuneInString(rest[1:])
	return len(rest) == 1 || !isLetter(next)
}

// fold returns text as words are compared: decomposed (NFKD), without accents,
// in lower case, and without anything but letters and digits.
func fold(text string) string {
	out := make([]byte, 0, len(text))
	for i := range len(text) {
		if text[i] >= utf8.RuneSelf {
			return string(appendFolded(out, text))
		}
	}
	for i := range len(text) {
		c := text[i]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		if isLetter(rune(c)) {
			out = append(out, c)
		}
	}
	return string(out)
}

// appendFolded appends the folded text to b.
func appendFolded(b []byte, text string) []byte {
	for _, r := range norm.NFKD.String(text) {
		r = unicode.ToLower(r)
		if to, ok := letters[r]; ok {
			b = append(b, to...)
		} else if unicode.IsLetter(r) || unicode.IsNumber(r) {
			b = utf8.AppendRune(b, r)
		}
	}
	return b
}

// letters are those that Unicode takes for letters of their own and Dutch and
// English readers for others.
var letters = map[rune]string{
	'ß': "ss", 'æ': "ae", 'œ': "oe", 'ø': "o", 'đ': "d", 'ð': "d", 'ł': "l",
	'þ': "th", 'ħ': "h", 'ı': "i", 'ĸ': "k", 'ŋ': "n", 'ŧ': "t", 'ς': "σ",
}
