package check

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Forms of words, made of the one that a list has. They are made by rule: some are
// words that nobody writes, and do no harm.

// vowels are those that make a syllable long or short.
const vowels = "aeiou"

func isVowel(s string, i int) bool {
	return i >= 0 && i < len(s) && strings.IndexByte(vowels, s[i]) >= 0
}

// longer returns a Dutch word with an ending that begins with a vowel behind it, in
// each spelling that may be right: orgaan, organen; stuk, stukken; brief, brieven.
func longer(word, ending string) []string {
	out := []string{word + ending}
	n := len(word)
	if n < 3 || isVowel(word, n-1) {
		return out
	}
	last := word[n-1:]
	soft := map[string]string{"f": "v", "s": "z"}[last]
	switch {
	case isVowel(word, n-2) && isVowel(word, n-3):
		if word[n-2] == word[n-3] {
			short := word[:n-2]
			out = append(out, short+last+ending)
			if soft != "" {
				out = append(out, short+soft+ending)
			}
		}
		if soft != "" {
			out = append(out, word[:n-1]+soft+ending)
		}
	case isVowel(word, n-2):
		out = append(out, word+last+ending)
	}
	return out
}

// dutchNoun returns the forms of a noun.
func dutchNoun(word string) []string {
	out := []string{word, word + "s", word + "'s", word + "n"}
	if !strings.HasSuffix(word, "en") { // indien, bovendien
		out = append(out, longer(word, "en")...)
	}
	if root, ok := strings.CutSuffix(word, "heid"); ok {
		out = append(out, root+"heden")
	}
	return out
}

// dutchAdjective returns the forms of an adjective.
func dutchAdjective(word string) []string { return append(longer(word, "e"), word) }

// dutchVerb returns the forms of a weak verb. Those of others stand in the list.
func dutchVerb(infinitive string) []string {
	root, ok := strings.CutSuffix(infinitive, "en")
	if !ok || len(root) < 3 {
		return []string{infinitive}
	}
	stem := dutchStem(root)
	ending := "d"
	if strings.ContainsAny(root[len(root)-1:], "tkfsp") || strings.HasSuffix(root, "ch") {
		ending = "t"
	}
	past := stem + ending
	participle := past
	if strings.HasSuffix(stem, ending) { // stoten: gestoot, stootte
		participle = stem
	}
	out := []string{infinitive, stem, stem + "t", past + "e", past + "en", infinitive + "d", infinitive + "de"}
	for _, prefix := range []string{"be", "ge", "ver", "ont", "her", "er"} {
		if strings.HasPrefix(infinitive, prefix) {
			return append(out, participle, participle+"e")
		}
	}
	for _, apart := range []string{"aan", "af", "bij", "door", "in", "mee", "na", "om", "op", "over", "toe", "uit", "voor", "terug", "vast"} {
		if rest, ok := strings.CutPrefix(participle, apart); ok && len(rest) > 3 {
			out = append(out, apart+"ge"+rest, apart+"ge"+rest+"e", apart+"te"+infinitive[len(apart):])
		}
	}
	out = append(out, "ge"+participle, "ge"+participle+"e")
	if dots, ok := map[byte]string{'e': "ë", 'i': "ï", 'u': "ü"}[participle[0]]; ok {
		out = append(out, "ge"+dots+participle[1:], "ge"+dots+participle[1:]+"e")
	}
	return out
}

// dutchStem returns the first person of a verb without its -en: optimaliser becomes
// optimaliseer, zett zet, streev streef.
func dutchStem(root string) string {
	n := len(root)
	switch {
	case strings.HasSuffix(root, "er"):
		return root[:n-2] + "eer"
	case strings.HasSuffix(root, "ër"):
		return strings.TrimSuffix(root, "ër") + "eer"
	case root[n-1] == root[n-2] && !isVowel(root, n-1):
		return root[:n-1]
	case isVowel(root, n-2) && !isVowel(root, n-3) && !isVowel(root, n-1) && !(root[n-2] == 'e' && unstressed(root)):
		root = root[:n-1] + root[n-2:n-1] + root[n-1:]
	}
	n = len(root)
	switch root[n-1] {
	case 'v':
		return root[:n-1] + "f"
	case 'z':
		return root[:n-1] + "s"
	}
	return root
}

// unstressed tells whether the last e of a root is the dull one of handelen; that of
// -eren is not.
func unstressed(root string) bool {
	return strings.HasSuffix(root, "el") || strings.HasSuffix(root, "en")
}

// englishForms returns the forms of an English noun or verb.
func englishForms(word string) []string {
	out := []string{word, word + "s", word + "ed", word + "ing", word + "es"}
	n := len(word)
	switch {
	case strings.HasSuffix(word, "e"):
		out = append(out, word+"d", word[:n-1]+"ing")
	case strings.HasSuffix(word, "y") && n > 2 && !isVowel(word, n-2):
		out = append(out, word[:n-1]+"ies", word[:n-1]+"ied")
	}
	return out
}

// anyForms returns the forms of a word or a phrase of which the class is not known.
func anyForms(lang, word string) []string {
	switch {
	case strings.Contains(word, " "):
		return []string{word}
	case lang == "nl":
		return append(append(dutchNoun(word), dutchAdjective(word)...), dutchVerb(word)...)
	case lang == "en":
		return englishForms(word)
	}
	return []string{word}
}

// plainLetters returns a text without accents, as people often type it.
func plainLetters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFD.String(s))
}
