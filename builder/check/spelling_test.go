package check

import (
	"context"
	"fmt"
	"os/exec"
	"reflect"
	"slices"
	"strings"
	"testing"

	"vaandel/builder/diag"
	"vaandel/builder/markdown"
)

// ownDictionaries are two small ones.
var ownDictionaries = []string{"testdata/dictionaries"}

// spellWith checks the spelling of pages with dictionaries, and returns each finding as
// place, word and what it is like, and the notes.
func spellWith(t *testing.T, folders []string, only string, files map[string]string) (found, notes []string) {
	t.Helper()
	ds, err := Run(t.Context(), assembled(t, files), Options{
		Only: []string{only}, Dictionaries: folders,
		Note: func(n diag.Text) { notes = append(notes, n.NL) },
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range ds {
		if !strings.HasPrefix(d.Rule, "spelling-") {
			continue // what the build found
		}
		found = append(found, fmt.Sprintf("%s %s %s", d.Position, d.Severity, strings.Split(d.Message.NL, "\"")[1]))
		if _, meant, ok := strings.Cut(d.Hint.EN, "Did you mean "); ok {
			found[len(found)-1] += " → " + meant[:strings.IndexByte(meant, '?')]
		}
	}
	return found, notes
}

// needsProgram skips a test where the program is not installed.
func needsProgram(t *testing.T) {
	t.Helper()
	if _, err := exec.LookPath("hunspell"); err != nil {
		t.Skip("hunspell is not installed")
	}
}

// TestSpelling finds typos and leaves alone what is none: names, words of the handbook's
// own, code, addresses, compounds, stress, the other language.
func TestSpelling(t *testing.T) {
	needsProgram(t)
	found, notes := spellWith(t, ownDictionaries, "spelling-word", map[string]string{
		"handbook.yaml": "languages: [nl, en]\ncontacts:\n  - { id: hr, name: Team Voorbeeldtijdd }\ncheck:\n  spelling:\n    words: [organizatie]\n",
		"a.md": "# Werkafsprak\n\nVertel over je **organsatie**, en over de orgnaisatie. Ook de organsatie van `organsatie` en organsatie@a.example.\n\n" +
			"Werktijdafspraak, werkdag, zo’n dag, dát is vóór de collega’s, {organsatie}, organsatie.md, #organsatie, Voorbeeldtijdd, organizatie.\n\n" +
			"Je mag Organsatie lezen, en werkafsprak ook, en ORGANSATIE, en talk about your organisation.\n",
		"b.md":    "# Een\n\nDe organistatie is vrij.\n",
		"c.en.md": "# The\n\nTalk about your organistion.\n",
	})
	want := []string{
		"a.md:3:18 advice organsatie → organisatie", "a.md:3:43 advice orgnaisatie → organisatie",
		"b.md:3:4 advice organistatie → organisatie", "c.en.md:3:17 advice organistion → organisation",
	}
	if !slices.Equal(found, want) || len(notes) > 0 {
		t.Errorf("got %q %q,\nwant %q", found, notes, want)
	}
}

// TestSpellingUnknown finds what is like no known word, where that is asked for, but not
// what stands on many pages or in a paragraph of another language.
func TestSpellingUnknown(t *testing.T) {
	needsProgram(t)
	config := "languages: [nl, en]\ncheck:\n  spelling-unknown: advice\n"
	found, _ := spellWith(t, ownDictionaries, "spelling-unknown", map[string]string{
		"handbook.yaml": config,
		"a.md":          "# Werk\n\nOver de blorbuk en de organsatie. Het werk is voor de collega en je werk is voor de zwietje.\n",
		"b.md":          "# Tijd\n\nHet is zwietje.\n",
		"c.md":          "# Dag\n\nHet is zwietje.\n\nQué significa todo esto para de collega?\n",
	})
	if want := []string{"a.md:3:9 advice blorbuk"}; !slices.Equal(found, want) {
		t.Errorf("got %q, want %q", found, want)
	}
}

// TestSpellingWithout says once that there is no dictionary, and finds nothing.
func TestSpellingWithout(t *testing.T) {
	found, notes := spellWith(t, []string{t.TempDir()}, "spelling", map[string]string{
		"handbook.yaml": "languages: [nl, en]\n", "a.md": "# Werk\n\nOver de organsatie.\n", "b.en.md": "# Work\n\nAbout it.\n",
	})
	if len(found) > 0 || len(notes) != 1 || !strings.Contains(notes[0], "Engels en Nederlands") {
		t.Errorf("%q %q", found, notes)
	}
	if _, notes := spellWith(t, []string{t.TempDir()}, "care", map[string]string{"a.md": "# Werk\n"}); len(notes) > 0 {
		t.Errorf("nobody asked: %q", notes)
	}
}

// TestAnswers asks a dictionary once for each word: with a context that is done, no
// program runs.
func TestAnswers(t *testing.T) {
	needsProgram(t)
	s := spellersOf("nl", ownDictionaries)[0]
	var answers Answers
	words := []string{"organisatie", "organsatie"}
	first, err := answers.of(t.Context(), s, words)
	if want := map[string]bool{"organsatie": true}; err != nil || !reflect.DeepEqual(first, want) {
		t.Fatal(first, err)
	}
	done, stop := context.WithCancel(t.Context())
	stop()
	if again, err := answers.of(done, s, words); err != nil || !reflect.DeepEqual(again, first) {
		t.Error(again, err)
	}
	if got, err := answers.of(done, s, []string{"organisatie", "dag"}); err == nil {
		t.Error("it is not asked for a new word:", got)
	}
}

// TestSpellingForReal reads real text with real dictionaries.
func TestSpellingForReal(t *testing.T) {
	if needsProgram(t); len(spellersOf("nl", dictionaryFolders())) == 0 {
		t.Skip("no Dutch dictionary is installed")
	}
	found, notes := spellWith(t, nil, "spelling-word", map[string]string{
		"a.md": "# Welkom\n\nWerktijdafspraken maak je met je leidinggevende. Zo’n ambassadeursprogramma begint met één bericht, zei mevrouw Jansen-de Wit.\n\n" +
			"Zet de organsatie op een rij. Het gebeurd niet gauw, en met electriciteit ook niet.\n",
	})
	if want := []string{"a.md:5:8 advice organsatie → organisatie", "a.md:5:61 advice electriciteit → elektriciteit"}; !slices.Equal(found, want) {
		t.Errorf("got %q %q, want %q", found, notes, want)
	}
}

// TestSlip tells slips of the finger from other words.
func TestSlip(t *testing.T) {
	for _, c := range []struct {
		one, other string
		want       bool
	}{
		{"organsatie", "organisatie", true}, {"organiisatie", "organisatie", true}, {"orgnaisatie", "organisatie", true},
		{"electriciteit", "elektriciteit", true}, {"gebeurdt", "gebeurd", false}, {"backdoors", "backdoor", false},
		{"meetbias", "meet-bias", false}, {"muziek", "fuziek", false}, {"organisatie", "organisatie", false},
		{"categoriën", "categorieën", true}, {"", "", false}, {"a", "b", false},
	} {
		if got := slip(c.one, c.other); got != c.want {
			t.Errorf("%s, %s: %v", c.one, c.other, got)
		}
	}
}

// TestFormed tells new words from typos.
func TestFormed(t *testing.T) {
	words := map[string]bool{"skillset": true, "approvers": true, "Approver": true, "aproved": false, "": false}
	s := newSlips(sortedKeys(words))
	for _, word := range []string{"skill", "set", "approve", "approved"} {
		s.add(word)
	}
	for word, want := range words {
		if got := s.formed(word); got != want {
			t.Errorf("%s: %v", word, got)
		}
	}
	if got := s.near("aproved"); got != "approved" {
		t.Errorf("aproved is like %q", got)
	}
	for word, want := range map[string]bool{"set": true, "apartheid": false, "approximate": true, "verde": false, "Skill": true, "élan": true} {
		if got := s.matters([]byte(word)); got != want {
			t.Errorf("whether %s matters: %v", word, got)
		}
	}
}

// TestPlainWords leaves out what no dictionary has.
func TestPlainWords(t *testing.T) {
	for text, want := range map[string]string{
		"Bijv. een koffie- en theehuis o.a. met Jan, 3 dagen/weken.": "een en theehuis met Jan dagen weken",
		"collega(’s) van https://a.example/x en C:\\map\\x":          "van en",
		"[het boek](https://a.example) en [de pagina](a.md)":         "en de pagina",
		"{naam van je collega} zei: :smile: #trots @jan 2e A4":       "zei",
		"’s ochtends": "ochtends",
	} {
		p := markdown.ReadProse("a.md", []byte(text), markdown.Options{})
		var got []string
		for _, w := range plainWords(&p.Blocks[0]) {
			got = append(got, w.Text)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q: %q", text, got)
		}
	}
}

// TestOwnWords reads words of the handbook's own from handbook.yaml.
func TestOwnWords(t *testing.T) {
	for text, want := range map[string]string{
		"spelling: { words: [a, b] }": "[a b] []",
		"spelling:":                   "[] []",
		"spelling: off":               "[] [check-words]",
		"spelling: { word: [a] }":     "[] [check-words]",
		"spelling: { words: a }":      "[] [check-words]",
	} {
		in := assembled(t, map[string]string{"handbook.yaml": "check:\n  " + text + "\n"})
		settings, ds := ReadSettings("handbook.yaml", &in.Handbook.Config.Check.Node)
		ids := []string{}
		for _, d := range ds {
			ids = append(ids, d.Rule)
		}
		if got := fmt.Sprint(settings[ownWords].words, ids); got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
	if got := ownForm("Buurtkracht’s"); !reflect.DeepEqual(got, "buurtkracht") {
		t.Error(got)
	}
}
