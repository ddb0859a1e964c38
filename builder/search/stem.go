package search

import (
	"regexp"
	"strings"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/dutch"
	"github.com/blevesearch/snowballstem/english"
)

// Stem returns what the forms of a word have in common, of a folded word in the
// given language: "nl" and "en" have stemmers, of other languages words stay as
// they are. The reader in the browser (stem.ts, dutch.ts, english.ts) does the
// same.
//
// The stemmers are those of Snowball (https://snowballstem.org/algorithms/).
// Dutch is mended before and after it: see [dutchBefore] and [dutchAfter].
func Stem(word, lang string) string {
	if len(word) < 3 || len(word) > longestWord || !plainLetters(word) {
		return word
	}
	switch lang {
	case "nl":
		return stemDutch(word)
	case "en":
		env := snowballstem.NewEnv(word)
		english.Stem(env)
		return env.Current()
	}
	return word
}

// plainLetters tells whether a word is letters a to z only.
func plainLetters(word string) bool {
	for i := range len(word) {
		if word[i] < 'a' || word[i] > 'z' {
			return false
		}
	}
	return true
}

func stemDutch(word string) string {
	word, done := dutchBefore(word)
	if !done {
		env := snowballstem.NewEnv(word)
		dutch.Stem(env)
		word = env.Current()
	}
	return dutchAfter(word)
}

// adjective finds words on -lijk with their endings. Snowball takes -lijk off,
// but persoonlijk is not persoon.
var adjective = regexp.MustCompile(`^(..+lijk)(?:e|er|ere|ers|st|ste|s|heid|heden)?$`)

// singular finds words on -s that are no plural.
var singular = regexp.MustCompile(`(?:aats|oets|iets|arts|schets|nieuws)$`)

// dutchBefore takes off what Snowball leaves: diminutives. It tells where that
// has nothing more to do.
func dutchBefore(word string) (string, bool) {
	if m := adjective.FindStringSubmatch(word); m != nil {
		return m[1], true
	}
	word = diminutive(word)
	return word, singular.MatchString(word)
}

// diminutive returns the word that a diminutive was made of: filmpje, bloemetje,
// verhaaltjes. A word that only ends like one loses its ending too, in all its
// forms alike.
func diminutive(word string) string {
	small := strings.TrimSuffix(word, "s")
	base, ok := strings.CutSuffix(small, "je")
	if !ok || len(base) < 3 {
		return word
	}
	before := func(n int) byte { return base[len(base)-n] }
	switch {
	case strings.HasSuffix(base, "ink"):
		return base[:len(base)-1] + "g" // koninkje
	case strings.HasSuffix(base, "mp"):
		return base[:len(base)-1] // filmpje
	case before(1) != 't':
		return base // boekje
	case before(2) == 'e' && len(base) > 4 && strings.IndexByte("bglmnr", before(3)) >= 0:
		return base[:len(base)-2] // bloemetje
	case strings.HasSuffix(base, "oot") && len(base) > 5:
		return base[:len(base)-2] // fotootje
	case before(2) == 'l' || before(2) == 'w' || before(2) == 'j':
		return base[:len(base)-1] // verhaaltje
	case before(2) == 'n' || before(2) == 'r':
		if len(base) > 3 && isVowel(before(3)) && isVowel(before(4)) && !strings.HasSuffix(base, "aart") {
			return base[:len(base)-1] // schoentje, papiertje
		}
	}
	return base // praatje, kaartje, klantje
}

func isVowel(c byte) bool { return strings.IndexByte("aeiouy", c) >= 0 }

// dutchAfter brings together what Snowball leaves apart: bedrijv and bedrijf,
// organisaties and organisatie, geeft and gev, mens and men.
func dutchAfter(w string) string {
	w = dutchPlural(w)
	w = dutchVerb(w)
	if n := len(w); n > 3 && w[n-1] == w[n-2] && !isVowel(w[n-1]) {
		w = w[:n-1]
	}
	switch n := len(w); w[n-1] {
	case 'v':
		w = w[:n-1] + "f"
	case 'z':
		w = w[:n-1] + "s"
	}
	if n := len(w); n > 3 && w[n-1] == 's' && !isVowel(w[n-2]) && w[n-2] != 'j' && !singular.MatchString(w) {
		w = w[:n-1]
	}
	return singleVowel(w)
}

// dutchPlural takes off the s behind a vowel: organisaties, bureaus, gemeentes,
// and fotos, as people type it.
func dutchPlural(w string) string {
	n := len(w)
	switch {
	case n > 4 && (strings.HasSuffix(w, "ies") || strings.HasSuffix(w, "aus")):
		return w[:n-1]
	case n > 4 && (strings.HasSuffix(w, "as") || strings.HasSuffix(w, "os")) && !isVowel(w[n-3]):
		return w[:n-1]
	case n > 5 && strings.HasSuffix(w, "es") && strings.IndexByte("dgkmnt", w[n-3]) >= 0:
		return w[:n-2]
	}
	return w
}

// dutchVerb takes off the ending of a verb where hardly a noun has it: werkt,
// deelt, plaatst, reageert, reageerd.
func dutchVerb(w string) string {
	n := len(w)
	if n < 4 {
		return w
	}
	switch {
	case strings.HasSuffix(w, "eert") || strings.HasSuffix(w, "eerd"):
		return w[:n-1]
	case w[n-1] != 't':
		return w
	case strings.HasSuffix(w, "tst"), strings.IndexByte("dfgklmp", w[n-2]) >= 0:
		return w[:n-1]
	}
	return w
}

// singleVowel is the last step of Snowball once more: geef and gev are gef.
func singleVowel(w string) string {
	n := len(w)
	if n < 4 || isVowel(w[n-1]) || w[n-2] != w[n-3] || isVowel(w[n-4]) {
		return w
	}
	if strings.IndexByte("aeou", w[n-2]) < 0 {
		return w
	}
	return w[:n-2] + w[n-1:]
}
