package check

import (
	"slices"
	"strings"
	"testing"

	"vaandel/builder/handbook"
	"vaandel/builder/markdown"
)

// textOf returns the passages of a text in a language.
func textOf(lang, text string) *Page {
	return &Page{
		Page:  &handbook.Page{Source: "a.md", Lang: lang},
		Prose: markdown.ReadProse("a.md", []byte(text), markdown.Options{}),
	}
}

// TestSentences splits texts where a reader takes a breath.
func TestSentences(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Kom mee. Het is mooi! Echt? Ja…", "Kom mee.|Het is mooi!|Echt?|Ja…"},
		{"Zie bijv. Amsterdam, of o.a. Utrecht. Daar dus.", "Zie bijv. Amsterdam, of o.a. Utrecht.|Daar dus."},
		{"Het kost 3.50 euro. 12 mensen gingen mee.", "Het kost 3.50 euro.|12 mensen gingen mee."},
		{"Van J. Jansen. Van generatie Z. Voor ons wel.", "Van J. Jansen.|Van generatie Z.|Voor ons wel."},
		{"De BIO2.0. Omdat het kan.", "De BIO2.0.|Omdat het kan."},
		{"‘Kom je?’ vroeg ze. “Ja.” Hij kwam.", "‘Kom je?’ vroeg ze.|“Ja.”|Hij kwam."},
		{"Een regel\\\nnog een regel", "Een regel|nog een regel"},
		{"Zo… en dan verder", "Zo… en dan verder"},
		{"`code`", ""},
	} {
		var got []string
		for _, p := range textOf("nl", c.text).passages() {
			for _, s := range p.sentences {
				got = append(got, p.text(s))
			}
		}
		if strings.Join(got, "|") != c.want {
			t.Errorf("%q: %q", c.text, got)
		}
	}
}

// TestMention tells words that are spoken of from words that are used: the word x.
func TestMention(t *testing.T) {
	for text, want := range map[string]bool{
		"gewoon x hier":                 false,
		"**gewoon x** hier":             false,
		"‘met x’ hier":                  true,
		"‘zonder’ x ‘daarna’":           false,
		"“met x” hier":                  true,
		"zo’n x hier, collega’s":        false,
		"foto's van x en auto's":        false,
		"\"met x\"":                     true,
		"een *x* hier":                  true,
		"een ~~x~~ hier":                true,
		"een [x](https://a.example)":    true,
		"> een x":                       true,
		"> [!DONT]\n> - een x":          true,
		"> [!DO]\n> - een x":            false,
		"’s ochtends x, ’s avonds niet": false,
	} {
		for _, p := range textOf("nl", text).passages() {
			if at := strings.Index(p.Text, "x"); at >= 0 && p.mention(at, at+1) != want {
				t.Errorf("%q: %v", text, !want)
			}
		}
	}
}

// TestForms makes the forms of Dutch words.
func TestForms(t *testing.T) {
	for _, c := range []struct {
		forms []string
		want  string
	}{
		{dutchVerb("faciliteren"), "faciliteren faciliteer faciliteert faciliteerde gefaciliteerd gefaciliteerde faciliterend"},
		{dutchVerb("evalueren"), "evalueer geëvalueerd"},
		{dutchVerb("differentiëren"), "differentieer differentieert gedifferentieerd"},
		{dutchVerb("verstrekken"), "verstrek verstrekt verstrekte verstrekten"},
		{dutchVerb("aanwenden"), "aanwend aangewend aangewende"},
		{dutchVerb("achterhalen"), "achterhaal achterhaalt achterhaalde"},
		{dutchVerb("streven"), "streef streeft"},
		{dutchNoun("orgaan"), "orgaan organen"},
		{dutchNoun("stuk"), "stuk stukken"},
		{dutchNoun("brief"), "brief brieven"},
		{dutchNoun("bekwaamheid"), "bekwaamheid bekwaamheden"},
		{dutchNoun("pilot"), "pilot pilots"},
		{dutchAdjective("incompleet"), "incompleet incomplete"},
		{englishForms("utilise"), "utilise utilises utilised utilising"},
		{englishForms("ratify"), "ratifies ratified ratifying"},
	} {
		for form := range strings.FieldsSeq(c.want) {
			if !slices.Contains(c.forms, form) {
				t.Errorf("%q is not in %v", form, c.forms)
			}
		}
	}
	if slices.Contains(anyForms("nl", "indien"), "indienen") {
		t.Error("indienen is no form of indien")
	}
}

// TestHardWords holds the lists: long enough, each word once and found, and no plain word
// that is hard itself.
func TestHardWords(t *testing.T) {
	for lang, fewest := range map[string]int{"nl": 300, "en": 100} {
		list, all := hardWords[lang](), entries(lang)
		if len(all) < fewest {
			t.Errorf("%s has %d words", lang, len(all))
		}
		seen := map[string]bool{}
		for _, e := range all {
			if seen[e.word] {
				t.Errorf("%s has %q twice", lang, e.word)
			}
			seen[e.word] = true
			words := strings.Fields(e.word)
			if c, n := list.at(words, 0, len(words)); n != len(words) || c.plain != e.plain {
				t.Errorf("%q is found as %q", e.word, c.word)
			}
			for plain := range strings.SplitSeq(e.plain, ", ") {
				words := strings.Fields(plain)
				for i := range words {
					if c, n := list.at(words, i, len(words)); n > 0 {
						t.Errorf("instead of %q we say %q, and %q is hard", e.word, plain, c.word)
					}
				}
			}
		}
		for form := range list {
			if telltale[lang][form] && len(list[form][0].rest) == 0 {
				t.Errorf("%q is a hard word", form)
			}
		}
	}
}

// TestSyllables counts as one speaks, or nearly so.
func TestSyllables(t *testing.T) {
	for _, c := range []struct {
		lang, words string
		want        int
	}{
		{"nl", "ja nieuw leest vrouw ijs schreeuwt", 1},
		{"nl", "idee mooie zeeën bureau water zijden", 2},
		{"nl", "beïnvloed ideeën theater collega's", 3},
		{"nl", "leidinggevende organisatie", 5},
		{"en", "the made asked tree through", 1},
		{"en", "table people agree wanted", 2},
		{"nl", "2026 b2b", 0},
	} {
		for word := range strings.FieldsSeq(c.words) {
			if got := syllables(c.lang, word); got != c.want {
				t.Errorf("%s has %d syllables, not %d", word, got, c.want)
			}
		}
	}
}

// TestEase holds the formulas against numbers reckoned by hand.
func TestEase(t *testing.T) {
	for _, c := range []struct {
		lang, text string
		want       float64
	}{
		{"nl", "Ik lees een boek. Het is mooi.", 206.84 - 0.93*3.5 - 77},
		{"nl", "Ik waardeer organisaties.", 206.84 - 0.93*3 - 77*8.0/3},
		{"en", "We read a book. It is good.", 206.835 - 1.015*3.5 - 84.6},
	} {
		if got := score(textOf(c.lang, c.text)); got.ease() < c.want-0.001 || got.ease() > c.want+0.001 {
			t.Errorf("%q: %.2f, not %.2f: %+v", c.text, got.ease(), c.want, got)
		}
	}
	if got := score(textOf("nl", "Ik lees.\n\nI read a book and then another.\n{lang=en}")); got.words != 2 {
		t.Errorf("words in another language count: %+v", got)
	}
}
