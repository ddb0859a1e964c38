package search

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"
)

// inWords writes the words of a text: a whole in brackets before its parts.
func inWords(text string) string {
	var out []string
	eachWord(text, func(w word) {
		if w.whole {
			out = append(out, fmt.Sprintf("(%s)", w.text))
		} else {
			out = append(out, string(w.text))
		}
	})
	return strings.Join(out, " ")
}

func TestWords(t *testing.T) {
	for text, want := range map[string]string{
		"Hoe laat, en waar?":             "hoe laat en waar",
		"de HR-afdeling":                 "de (hrafdeling) hr afdeling",
		"een e-learningmodule":           "een (elearningmodule) learningmodule",
		"hr@voorbeeld.example":           "(hrvoorbeeldexample) hr voorbeeld example",
		"foto's, foto’s en Anna's":       "foto foto en anna",
		"sms'en, A4'tje":                 "smsen a4tje",
		"'s ochtends":                    "s ochtends",
		"#TrotsOpMijnWerk":               "(trotsopmijnwerk) trots op mijn werk",
		"TrotsOpMijnWerk":                "trotsopmijnwerk",
		"3.000 tekens om 8:30":           "(3000) 3 000 tekens om (830) 8 30",
		"AVG, R&D en X":                  "avg (rd) en x",
		"privé, reünie en a\u0301":       "prive reunie en a",
		"over\u00adeenkomst":             "overeenkomst",
		"ĳs en ﬁets, CO₂, Straße, ÆØ":    "ijs en fiets co2 strasse aeo",
		"een zin.Nog een, zonder spatie": "een (zinnog) zin nog een zonder spatie",
		"-- . ' @":                       "",
	} {
		if got := inWords(text); got != want {
			t.Errorf("%q has the words %q, not %q", text, got, want)
		}
	}
}

func TestWordsCount(t *testing.T) {
	var places []int
	eachWord("de HR-afdeling belt", func(w word) { places = append(places, w.at) })
	if got := fmt.Sprint(places); got != "[0 1 1 2 3]" {
		t.Errorf("the places are %s", got)
	}
}

func FuzzWords(f *testing.F) {
	for _, s := range []string{"de HR-afdeling's foto’s", "#TrotsOp\xff", "a\u0301-\u00ad'S", "3.000,5:1"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		eachWord(text, func(w word) {
			s := string(w.text)
			if s == "" || !utf8.ValidString(s) {
				t.Fatalf("%q has the word %q", text, s)
			}
			if again := fold(s); again != s {
				t.Fatalf("%q is %q when it is folded again", s, again)
			}
			for _, lang := range []string{"nl", "en", "de"} {
				if Stem(s, lang) == "" {
					t.Fatalf("%q has no stem in %s", s, lang)
				}
			}
		})
	})
}
