package search

import (
	"cmp"
	"math/bits"
	"slices"
)

// mostDictionary is the most bytes of the dictionary, which the browser loads
// with the directory.
const mostDictionary = 5000

// dictionary returns the commonest words of the handbook: texts are packed as if
// these stood before them, the commonest nearest. A page of 600 words packs to
// two thirds of what it would be without.
//
// It should be the same after most edits, as all texts are packed anew with
// another one. So a word counts by how often its number of pages can be halved.
func dictionary(v *vocabulary) []byte {
	type entry struct {
		text   string
		common int
	}
	var entries []entry
	for _, w := range v.words {
		if len(w.text) >= 4 && w.pages >= 2 {
			entries = append(entries, entry{w.text, bits.Len(uint(w.pages * w.pages * (len(w.text) - 2)))})
		}
	}
	slices.SortFunc(entries, func(a, b entry) int {
		return cmp.Or(cmp.Compare(b.common, a.common), cmp.Compare(a.text, b.text))
	})
	size := 0
	for i, e := range entries {
		if size += len(e.text) + 1; size > mostDictionary {
			entries = entries[:i]
			break
		}
	}
	slices.Reverse(entries)
	var out []byte
	for _, e := range entries {
		out = append(append(out, e.text...), ' ')
	}
	for _, lang := range []string{"en", "nl"} {
		for _, w := range stopWords[lang] {
			if len(w) >= 4 && v.has(lang) {
				out = append(append(out, w...), ' ')
			}
		}
	}
	return out
}

// has tells whether the handbook has words of a language.
func (v *vocabulary) has(lang string) bool {
	return slices.ContainsFunc(v.words, func(w known) bool { return w.lang == lang })
}
