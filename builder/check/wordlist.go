package check

import (
	"embed"
	"strings"
	"sync"
)

// A list of words has sections (verbs, nouns, adjectives, phrases), which say how its
// words are inflected, and lines: the hard word, other forms of it in brackets where
// the rule doesn't give them, and what to say:
//
//	[verbs]
//	aanvangen (vangt aan) = beginnen
//
//go:embed words/*.txt
var lists embed.FS

// choice is a word or phrase and what is better.
type choice struct {
	word, plain, why string
}

// choices finds words and phrases in a text, by their first word.
type choices map[string][]candidate

type candidate struct {
	rest []string // the words behind the first
	choice
}

// add adds a form of a word.
func (c choices) add(form string, to choice) {
	words := strings.Fields(form)
	if len(words) == 0 {
		return
	}
	c[words[0]] = append(c[words[0]], candidate{words[1:], to})
	if plain := plainLetters(form); plain != form {
		c.add(plain, to)
	}
}

// at returns what is known of the words from i to last, the longest first, and how
// many words that are; 0 where nothing is.
func (c choices) at(words []string, i, last int) (to choice, length int) {
	for _, candidate := range c[words[i]] {
		n := 1 + len(candidate.rest)
		if n <= length || i+n > last {
			continue
		}
		same := true
		for j, word := range candidate.rest {
			same = same && words[i+1+j] == word
		}
		if same {
			to, length = candidate.choice, n
		}
	}
	return to, length
}

// hardWords are the lists of our own, by language.
var hardWords = map[string]func() choices{
	"nl": sync.OnceValue(func() choices { return readList("nl") }),
	"en": sync.OnceValue(func() choices { return readList("en") }),
}

// list returns the text of a list.
func list(name string) string {
	text, err := lists.ReadFile("words/" + name + ".txt")
	if err != nil {
		panic(err) // it is embedded
	}
	return string(text)
}

// entry is one line of a list.
type entry struct {
	section, word string
	forms         []string
	plain         string
}

// entries reads a list.
func entries(lang string) []entry {
	var out []entry
	section := ""
	for line := range strings.Lines(list("hard." + lang)) {
		line = strings.TrimSpace(line)
		if name, ok := strings.CutPrefix(line, "["); ok {
			section = strings.TrimSuffix(name, "]")
			continue
		}
		word, plain, ok := strings.Cut(line, " = ")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		e := entry{section: section, word: word, plain: plain}
		if before, more, ok := strings.Cut(word, " ("); ok {
			e.word = before
			for form := range strings.SplitSeq(strings.TrimSuffix(more, ")"), ", ") {
				e.forms = append(e.forms, form)
			}
		}
		out = append(out, e)
	}
	return out
}

// readList makes a list of all forms.
func readList(lang string) choices {
	out := choices{}
	all := entries(lang)
	for _, e := range all { // first, as it is the form of others, too
		out.add(e.word, choice{word: e.word, plain: e.plain})
	}
	for _, e := range all {
		for _, form := range append(e.inflected(lang), e.forms...) {
			if form != e.word {
				out.add(form, choice{word: e.word, plain: e.plain})
			}
		}
	}
	return out
}

// inflected returns the forms of a word that the rules give.
func (e *entry) inflected(lang string) []string {
	switch {
	case e.section == "phrases":
		return []string{e.word}
	case lang == "en" && e.section != "adjectives":
		return englishForms(e.word)
	case lang == "en":
		return []string{e.word}
	case e.section == "verbs":
		return dutchVerb(e.word)
	case e.section == "nouns":
		return dutchNoun(e.word)
	}
	return dutchAdjective(e.word)
}
