package generate

import (
	"math/rand/v2"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// writer makes sentences from patterns.
type writer struct {
	*words
	rng *rand.Rand
	// link returns a markdown link to another page; titles have none.
	link func() string
}

// pick returns an element of list; those at the front come more often, as the
// words of a language do.
func pick[T any](w *writer, list []T) T {
	return list[min(w.rng.IntN(len(list)), w.rng.IntN(len(list)))]
}

// sentence fills a pattern.
func (w *writer) sentence() string { return w.fill(w.patterns[w.rng.IntN(len(w.patterns))]) }

// title fills the pattern of a title.
func (w *writer) title() string { return w.fill(w.titles[w.rng.IntN(len(w.titles))]) }

// fill puts words into the slots of a pattern and gives it a capital.
func (w *writer) fill(pattern string) string {
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(pattern, "{")
		b.WriteString(before)
		if !found {
			return capital(b.String())
		}
		slot, after, _ := strings.Cut(rest, "}")
		b.WriteString(w.slot(slot))
		pattern = after
	}
}

// slot returns the words for one slot; words/patterns.txt explains the names.
// A name that is none of these comes out with braces, which a test sees.
func (w *writer) slot(name string) string {
	switch name {
	case "de", "Bde", "een", "mv", "Bmv", "z", "Z", "s", "S":
		return w.nounPhrase(name)
	case "t":
		return pick(w, w.verbs).third
	case "en":
		return pick(w, w.verbs).infinitive
	case "vd":
		return pick(w, w.verbs).participle
	case "b":
		return pick(w, w.adjectives).plain
	case "bw":
		return pick(w, w.adverbs)
	case "n":
		return strconv.Itoa(2 + w.rng.IntN(58))
	case "jaar":
		return strconv.Itoa(1998 + w.rng.IntN(27))
	case "dag":
		return w.day()
	case "naam":
		return pick(w, w.names) + " " + pick(w, w.families)
	case "plaats":
		return pick(w, w.places)
	case "link":
		return w.link()
	}
	return "{" + name + "}"
}

// nounPhrase returns a noun with what its slot asks for.
func (w *writer) nounPhrase(slot string) string {
	n := pick(w, w.nouns)
	switch slot {
	case "de":
		return n.article + " " + n.one
	case "Bde":
		return n.article + " " + pick(w, w.adjectives).inflected + " " + n.one
	case "een":
		a := pick(w, w.adjectives)
		if n.article == "het" {
			return "een " + a.plain + " " + n.one
		}
		return "een " + a.inflected + " " + n.one
	case "mv":
		return n.many
	case "Bmv":
		return pick(w, w.adjectives).inflected + " " + n.many
	case "s":
		return n.article + " " + compound(pick(w, w.nouns), n)
	case "S":
		return capital(compound(pick(w, w.nouns), n))
	case "Z":
		return capital(n.one)
	}
	return n.one
}

// compound joins two nouns, with a hyphen where the vowels would run together.
func compound(a, b noun) string {
	last, first := a.first[len(a.first)-1:], b.one[:1]
	switch last + first {
	case "aa", "ai", "au", "ee", "ei", "eu", "ie", "oe", "oo", "ou", "ui", "uu":
		return a.first + "-" + b.one
	}
	return a.first + b.one
}

// day returns a date as people write it.
func (w *writer) day() string {
	months := []string{"januari", "februari", "maart", "april", "mei", "juni", "juli",
		"augustus", "september", "oktober", "november", "december"}
	return strconv.Itoa(1+w.rng.IntN(28)) + " " + months[w.rng.IntN(12)] + " " + strconv.Itoa(2015+w.rng.IntN(11))
}

// capital makes the first letter of s upper case.
func capital(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[size:]
}
