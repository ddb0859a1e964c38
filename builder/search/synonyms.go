package search

import (
	"slices"
	"strings"
)

// Alternatives returns the group of words and phrases that an author wrote, one by
// one or several of them parted by a comma or a slash, as in the cells of a table.
// What is longer than two words is no word but a remark.
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
// its terms with spaces between them. A group of one is none, and one of which the
// handbook has nothing leads nowhere.
func synonyms(groups [][]string, lang string, has func(term string) bool) [][]string {
	var out [][]string
	for _, g := range groups {
		var phrases []string
		for _, phrase := range g {
			if p := phraseOf(phrase, lang); p != "" && !slices.Contains(phrases, p) {
				phrases = append(phrases, p)
			}
		}
		leads := slices.ContainsFunc(phrases, func(p string) bool {
			return !slices.ContainsFunc(strings.Fields(p), func(term string) bool { return !has(term) })
		})
		if len(phrases) > 1 && leads {
			out = append(out, phrases)
		}
	}
	return out
}

// phraseOf returns the terms of a phrase: of what has joiners, such as e-mail, the
// whole; without words that the text of a page is not indexed by.
func phraseOf(phrase, lang string) string {
	var terms []string
	fields := strings.Fields(phrase)
	for _, field := range fields {
		var first string
		eachWord(field, func(w word) {
			if first == "" && (len(fields) == 1 || !stops[lang][string(w.text)]) {
				first = Stem(string(w.text), lang)
			}
		})
		if first != "" {
			terms = append(terms, first)
		}
	}
	return strings.Join(terms, " ")
}
