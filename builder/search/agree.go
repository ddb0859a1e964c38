package search

import "strings"

// Words returns the words of a text, folded, each with its term in lang behind a
// slash; a whole stands in brackets before its parts. Tests hold the browser's
// reader against it.
func Words(text, lang string) string {
	var out []string
	eachWord(text, func(w word) {
		s := string(w.text) + "/" + Stem(string(w.text), lang)
		if w.whole {
			s = "(" + s + ")"
		}
		out = append(out, s)
	})
	return strings.Join(out, " ")
}
