package check

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"
)

// slips finds for unknown words a known one that is one slip of the finger away. The
// known ones come by once, as there are many: they aren't kept. A slip leaves the first
// three letters of a word as they are, or the last three.
type slips struct {
	// byStart and byEnd are the unknown words by those letters.
	byStart, byEnd map[string][]string
	// nearStart and nearEnd are the first known ones that are like them.
	nearStart, nearEnd map[string]string
	// parts are what an unknown word may be made of, and whether that is known.
	parts map[string]bool
}

// newSlips returns a search for what unknown words are like.
func newSlips(unknown []string) *slips {
	s := &slips{map[string][]string{}, map[string][]string{}, map[string]string{}, map[string]string{}, map[string]bool{}}
	for _, word := range unknown {
		word = strings.ToLower(word)
		formedOf(word, func(parts ...string) bool {
			for _, part := range parts {
				s.parts[part] = false
			}
			return false
		})
		if start, end, ok := ends(word); ok && utf8.RuneCountInString(word) >= shortest {
			s.byStart[start] = append(s.byStart[start], word)
			s.byEnd[end] = append(s.byEnd[end], word)
		}
	}
	return s
}

// shortest is how many letters a word must have: shorter ones are all like each other.
const shortest = 6

// add tells of a known word.
func (s *slips) add(word string) {
	word = strings.ToLower(word)
	if _, wanted := s.parts[word]; wanted {
		s.parts[word] = true
	}
	if start, end, ok := ends(word); ok {
		like(word, s.byStart[start], s.nearStart)
		like(word, s.byEnd[end], s.nearEnd)
	}
}

// matters tells whether a known word has to be told of; quickly, as hardly any has.
func (s *slips) matters(word []byte) bool {
	for _, c := range word {
		if c < 'a' || c > 'z' {
			return true // more than that takes longer to see
		}
	}
	if _, wanted := s.parts[string(word)]; wanted {
		return true
	}
	n := len(word)
	return n >= shortest-1 && (s.byStart[string(word[:3])] != nil || s.byEnd[string(word[n-3:])] != nil)
}

// like notes a known word for the unknown ones that it is the first to be like.
func like(word string, unknown []string, near map[string]string) {
	for _, u := range unknown {
		if near[u] == "" && slip(u, word) {
			near[u] = word
		}
	}
}

// ends are the first and last three letters of a word that is long enough.
func ends(word string) (start, end string, ok bool) {
	if utf8.RuneCountInString(word) < shortest-1 {
		return "", "", false
	}
	first, last := 0, len(word)
	for range 3 {
		_, size := utf8.DecodeRuneInString(word[first:])
		first += size
		_, size = utf8.DecodeLastRuneInString(word[:last])
		last -= size
	}
	return word[:first], word[last:], true
}

// near returns the first known word that is one slip from an unknown one, or "".
func (s *slips) near(word string) string {
	word = strings.ToLower(word)
	return cmp.Or(s.nearStart[word], s.nearEnd[word])
}

// formed tells whether a word is made of known ones, as people make new words: from two,
// or with an ending for who does it. Dictionaries lack many of these.
func (s *slips) formed(word string) bool {
	return formedOf(strings.ToLower(word), func(parts ...string) bool {
		return !slices.ContainsFunc(parts, func(part string) bool { return !s.parts[part] })
	})
}

// formedOf tells whether some way to take a word apart will do.
func formedOf(word string, do func(parts ...string) bool) bool {
	for _, ending := range []string{"r", "rs", "er", "ers", "able"} {
		if stem, ok := strings.CutSuffix(word, ending); ok && do(stem) {
			return true
		}
	}
	for i := 3; i+3 <= len(word); i++ {
		if do(word[:i], word[i:]) {
			return true
		}
	}
	return false
}

// alike are letters that are written for each other by ear; others hardly ever are, and
// a word with another letter is mostly another word.
var alike = []string{"dt", "ck", "sz", "fv"}

// slip tells whether two words are one slip of the finger apart: a letter too many, one
// too few, one that sounds alike, or two that changed places. What begins or ends in
// another way, or has a hyphen, is another form of the word.
func slip(one, other string) bool {
	one, other, start, end := difference(one, other)
	if len(one) > 2*utf8.UTFMax || len(other) > 2*utf8.UTFMax {
		return false
	}
	a, b := []rune(one), []rune(other)
	switch {
	case len(a) == 2 && len(b) == 2:
		return a[0] == b[1] && a[1] == b[0]
	case len(a) == 1 && len(b) == 1:
		return slices.ContainsFunc(alike, func(pair string) bool {
			return strings.ContainsRune(pair, a[0]) && strings.ContainsRune(pair, b[0])
		})
	case len(a)+len(b) == 1:
		return start && end && !strings.ContainsAny(string(a)+string(b), "-'")
	}
	return false
}

// difference returns what is between the letters with which two words begin and end alike,
// and whether there are such.
func difference(one, other string) (a, b string, start, end bool) {
	n := 0
	for n < len(one) && n < len(other) && one[n] == other[n] {
		n++
	}
	for n > 0 && (n < len(one) && !utf8.RuneStart(one[n]) || n < len(other) && !utf8.RuneStart(other[n])) {
		n-- // it is in the middle of a letter
	}
	a, b, start = one[n:], other[n:], n > 0
	n = 0
	for n < len(a) && n < len(b) && a[len(a)-1-n] == b[len(b)-1-n] {
		n++
	}
	for n > 0 && !utf8.RuneStart(a[len(a)-n]) {
		n--
	}
	return a[:len(a)-n], b[:len(b)-n], start, n > 0
}
