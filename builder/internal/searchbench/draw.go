package main

import (
	"cmp"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"

	"vaandel/builder/internal/generate"
)

// Queries are drawn from what the pages say, so that readers of such pages could
// ask them: words that are common, in between and rare, compounds, and words of
// titles, alone and two together.

// vocabulary is the words of the pages.
type vocabulary struct {
	common, middling, rare, compounds []string
	titles                            [][]string
}

const (
	shortest = 4
	long     = 14 // letters of a compound
)

var (
	letters = regexp.MustCompile(`\pL+`)
	targets = regexp.MustCompile(`\]\([^)]*\)`)
	titleOf = regexp.MustCompile(`(?m)^title: (.*)$`)
)

// draw draws n queries.
func draw(book *generate.Handbook, n int) []string {
	v := wordsOf(book)
	rng := rand.New(rand.NewPCG(seed, uint64(book.Len())))
	one := func(list []string) string { return list[rng.IntN(len(list))] }
	title := func() []string { return v.titles[rng.IntN(len(v.titles))] }
	sorts := []func() string{
		func() string { return one(v.common) },
		func() string { return one(title()) },
		func() string { return one(v.compounds) },
		func() string { return one(v.middling) + " " + one(v.rare) },
		func() string { return one(v.rare) },
		func() string { return one(v.common) + " " + one(v.middling) },
		func() string { return one(v.middling) },
		func() string { words := title(); return strings.Join(words[max(0, len(words)-2):], " ") },
	}
	var out []string
	for i := 0; len(out) < n; i++ {
		if query := sorts[i%len(sorts)](); !slices.Contains(out, query) || i > 10*n {
			out = append(out, query)
		}
	}
	return out
}

// wordsOf sorts the words of the pages by how many pages have them.
func wordsOf(book *generate.Handbook) vocabulary {
	var v vocabulary
	pages := map[string]int{}
	for i := range book.Len() {
		source := targets.ReplaceAllString(string(book.Page(i).Source), "]")
		title := wordsIn(titleOf.FindString(source))[1:]
		if len(title) > 0 {
			v.titles = append(v.titles, title)
		}
		words := wordsIn(source)
		slices.Sort(words)
		for _, word := range slices.Compact(words) {
			pages[word]++
		}
	}
	for word, n := range pages {
		share := float64(n) / float64(book.Len())
		switch {
		case len(word) >= long:
			v.compounds = append(v.compounds, word)
		case n <= 3:
			v.rare = append(v.rare, word)
		case share >= 0.15 && share < 0.6:
			v.common = append(v.common, word)
		case share >= 0.01 && share < 0.1:
			v.middling = append(v.middling, word)
		}
	}
	for _, list := range [][]string{v.common, v.middling, v.rare, v.compounds} {
		slices.SortFunc(list, cmp.Compare)
	}
	return v
}

// wordsIn returns the words of a text that somebody could look for.
func wordsIn(text string) []string {
	words := letters.FindAllString(strings.ToLower(text), -1)
	return slices.DeleteFunc(words, func(w string) bool { return len(w) < shortest })
}
