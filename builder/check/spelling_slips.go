package check

import (
	"slices"
	"strings"
)

// slips finds words that are one slip of the finger from another. A slip leaves the
// first three letters of a word as they are, or the last three.
type slips struct {
	byStart, byEnd map[string][]string
	known          map[string]bool
}

func newSlips() *slips {
	return &slips{map[string][]string{}, map[string][]string{}, map[string]bool{}}
}

// shortest is how many letters a word must have: shorter ones are all like each other.
const shortest = 6

func (s *slips) add(word string) {
	word = strings.ToLower(word)
	s.known[word] = true
	if start, end, ok := ends(word); ok {
		s.byStart[start] = append(s.byStart[start], word)
		s.byEnd[end] = append(s.byEnd[end], word)
	}
}

// ends are the first and last three letters of a word that is long enough.
func ends(word string) (start, end string, ok bool) {
	letters := []rune(word)
	if len(letters) < shortest-1 {
		return "", "", false
	}
	return string(letters[:3]), string(letters[len(letters)-3:]), true
}

// near returns the first word that is one slip from this one, or "".
func (s *slips) near(word string) string {
	word = strings.ToLower(word)
	start, end, ok := ends(word)
	if !ok || len([]rune(word)) < shortest {
		return ""
	}
	for _, candidates := range [][]string{s.byStart[start], s.byEnd[end]} {
		if i := slices.IndexFunc(candidates, func(c string) bool { return slip(word, c) }); i >= 0 {
			return candidates[i]
		}
	}
	return ""
}

// formed tells whether a word is made of known ones, as people make new words: from two,
// or with an ending for who does it. Dictionaries lack many of these.
func (s *slips) formed(word string) bool {
	word = strings.ToLower(word)
	for _, ending := range []string{"r", "rs", "er", "ers", "able"} {
		if stem, ok := strings.CutSuffix(word, ending); ok && s.known[stem] {
			return true
		}
	}
	for i := 3; i+3 <= len(word); i++ {
		if s.known[word[:i]] && s.known[word[i:]] {
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
	if d := len(one) - len(other); d > 4 || d < -4 { // bytes of a letter
		return false
	}
	a, b := []rune(one), []rune(other)
	start, end := 0, 0
	for len(a) > 0 && len(b) > 0 && a[0] == b[0] {
		a, b, start = a[1:], b[1:], start+1
	}
	for len(a) > 0 && len(b) > 0 && a[len(a)-1] == b[len(b)-1] {
		a, b, end = a[:len(a)-1], b[:len(b)-1], end+1
	}
	switch {
	case len(a) == 2 && len(b) == 2:
		return a[0] == b[1] && a[1] == b[0]
	case len(a) == 1 && len(b) == 1:
		return slices.ContainsFunc(alike, func(pair string) bool {
			return strings.ContainsRune(pair, a[0]) && strings.ContainsRune(pair, b[0])
		})
	case len(a)+len(b) == 1:
		return start > 0 && end > 0 && !strings.ContainsAny(string(a)+string(b), "-'")
	}
	return false
}
