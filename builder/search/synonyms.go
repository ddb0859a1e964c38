package search

import "strings"

// Alternatives returns the group of words and phrases that stand in cells of a
// table, several of them parted by a comma or a slash. What is longer than two
// words is no word but a remark.
func Alternatives(cells ...string) []string {
	var out []string
	for _, cell := range cells {
		for _, phrase := range strings.FieldsFunc(cell, func(r rune) bool { return r == ',' || r == '/' || r == ';' }) {
			if n := len(strings.Fields(phrase)); n == 1 || n == 2 {
				out = append(out, strings.TrimSpace(phrase))
			}
		}
	}
	return out
}

// synonyms returns groups of phrases as the reader compares them: each phrase is
// its terms with spaces between them. A group of one is none.
func synonyms(groups [][]string, lang string) [][]string {
	var out [][]string
	for _, g := range groups {
		var phrases []string
		seen := map[string]bool{}
		for _, phrase := range g {
			var terms []string
			whole := ""
			eachWord(phrase, func(w word) {
				if w.whole {
					whole = Stem(string(w.text), lang)
				} else {
					terms = append(terms, Stem(string(w.text), lang))
				}
			})
			key := strings.Join(terms, " ")
			if whole != "" {
				key = whole
			}
			if key != "" && !seen[key] {
				seen[key] = true
				phrases = append(phrases, key)
			}
		}
		if len(phrases) > 1 {
			out = append(out, phrases)
		}
	}
	return out
}
