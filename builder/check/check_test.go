package check

import (
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"vaandel/builder/diag"
	"vaandel/builder/markdown"
	"vaandel/builder/meta"
)

// TestEveryRuleIsWhole holds that each rule tells authors all they want to know, in both
// languages, and that it is found in one way.
func TestEveryRuleIsWhole(t *testing.T) {
	form := regexp.MustCompile(`^[a-z]+(-[a-z]+)+$`)
	seen := map[string]bool{}
	for _, r := range Rules {
		if !form.MatchString(r.ID) || seen[r.ID] || slices.Contains(built, r.ID) {
			t.Errorf("the ID %q won't do", r.ID)
		}
		seen[r.ID] = true
		texts := map[string]diag.Text{
			"name": r.Name, "finds": r.Finds, "why": r.Why, "bad": r.Bad, "good": r.Good, "message": r.Message, "hint": r.Hint,
		}
		for _, l := range r.Limits {
			texts["limit "+l.Name] = l.Means
		}
		for name, text := range texts {
			if text.NL == "" || text.EN == "" {
				t.Errorf("%s has no %s: %+v", r.ID, name, text)
			}
		}
		ways := 0
		for _, set := range []bool{r.Page != nil, r.Whole != nil, r.Site != nil} {
			if set {
				ways++
			}
		}
		if ways != 1 && r.Family != Ignores {
			t.Errorf("%s looks for what it finds in %d ways", r.ID, ways)
		}
	}
}

// TestBuiltHasAll holds the list of the build's rules against the code that finds them.
func TestBuiltHasAll(t *testing.T) {
	rule := regexp.MustCompile(`diag\.Rule\{\s*ID:\s*"([^"]+)"`)
	var ids []string
	files, err := filepath.Glob("../*/*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if strings.HasSuffix(f, "_test.go") {
			continue
		}
		text, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range rule.FindAllStringSubmatch(string(text), -1) {
			ids = append(ids, m[1])
		}
	}
	slices.Sort(ids)
	if ids = slices.Compact(ids); !slices.Equal(ids, built) {
		t.Errorf("built.go should list\n%s", strings.Join(ids, " "))
	}
}

// TestReadSettings reads what handbook.yaml may say.
func TestReadSettings(t *testing.T) {
	for _, c := range []struct {
		src  string
		want Settings
		ids  string
	}{
		{"", Settings{}, ""},
		{"care-empty: off\ncare-title: error\n", Settings{
			"care-empty": {severity: Off, set: true}, "care-title": {severity: diag.Error, set: true}}, ""},
		{"care-double: { severity: advice, words: 40 }\n", Settings{
			"care-double": {severity: diag.Advice, set: true, limits: map[string]int{"words": 40}}}, ""},
		{"care-double: { words: 40 }\n", Settings{"care-double": {limits: map[string]int{"words": 40}}}, ""},
		{"care-double:\n", Settings{}, ""},
		{"- care-double\n", Settings{}, "check-shape"},
		{"care-double: [off]\n", Settings{"care-double": {}}, "check-shape"},
		{"care-doubel: off\n", Settings{}, "check-rule"},
		{"link-broken: off\n", Settings{}, "check-rule"},
		{"care-double: of\n", Settings{"care-double": {}}, "check-level"},
		{"care-double: 3\n", Settings{"care-double": {}}, "check-level"},
		{"care-double: { word: 3 }\n", Settings{"care-double": {}}, "check-setting"},
		{"care-empty: { hocuspocus: 3 }\n", Settings{"care-empty": {}}, "check-setting"},
		{"care-double: { words: veel }\n", Settings{"care-double": {}}, "check-number"},
		{"care-double: { words: -1 }\n", Settings{"care-double": {}}, "check-number"},
	} {
		root, _ := meta.ParseYAML("a.yaml", []byte("check:\n  "+strings.ReplaceAll(c.src, "\n", "\n  ")))
		got, ds := ReadSettings("a.yaml", root.Get("check"))
		var ids []string
		for _, d := range ds {
			ids = append(ids, d.Rule)
		}
		if !reflect.DeepEqual(got, c.want) || strings.Join(ids, " ") != c.ids {
			t.Errorf("%q: %+v %v, want %+v %s", c.src, got, ids, c.want, c.ids)
		}
	}
}

// TestLevels holds that the words stand in the order of the severities.
func TestLevels(t *testing.T) {
	for i, word := range levels[1:] {
		if got := diag.Severity(i + 1).String(); got != word {
			t.Errorf("severity %d is %s, not %s", i+1, got, word)
		}
	}
}

// TestOnlyAndSkip narrows what is looked for, by rule and family; what the build found
// is narrowed too.
func TestOnlyAndSkip(t *testing.T) {
	in := assembled(t, map[string]string{"a.md": "# Leeg\n", "b.md": "# Leeg\n", "c.md": "# C\n\n[weg](weg.md)\n"})
	for _, c := range []struct {
		only, skip []string
		want       string
	}{
		{nil, nil, "care-empty care-empty care-title link-broken"},
		{[]string{"care"}, nil, "care-empty care-empty care-title"},
		{[]string{"care"}, []string{"care-empty"}, "care-title"},
		{nil, []string{"care"}, "link-broken"},
		{[]string{"link-broken", "care-title"}, nil, "care-title link-broken"},
		{[]string{"links"}, nil, ""},
	} {
		found, err := Run(t.Context(), in, Options{Only: c.only, Skip: c.skip})
		if err != nil {
			t.Fatal(err)
		}
		var ids []string
		for _, d := range found {
			ids = append(ids, d.Rule)
		}
		slices.Sort(ids)
		if got := strings.Join(ids, " "); got != c.want {
			t.Errorf("only %v, skip %v: %s, want %s", c.only, c.skip, got, c.want)
		}
	}
}

// TestIgnoring reads comments as people write them.
func TestIgnoring(t *testing.T) {
	for _, c := range []struct{ text, names, reason string }{
		{"vaandel-ignore care-empty: komt nog", "care-empty", "komt nog"},
		{"vaandel-ignore care-empty, care-title: komt: nog", "care-empty, care-title", "komt: nog"},
		{"vaandel-ignore care-empty", "care-empty", ""},
		{"vaandel-ignore\n  care-empty:\n  komt\n  nog", "care-empty", "komt\n  nog"},
		{"vaandel-ignore", "", ""},
		{"vaandel-ignored: x", "-", "-"},
		{"let op", "-", "-"},
	} {
		names, reason := "-", "-"
		if m := ignoring.FindStringSubmatch(c.text); m != nil {
			names, reason = m[1], m[2]
		}
		if names != c.names || reason != c.reason {
			t.Errorf("%q: %q, %q", c.text, names, reason)
		}
	}
}

// TestWords finds the words of a block at their places.
func TestWords(t *testing.T) {
	p := markdown.ReadProse("a.md", []byte("Zo'n `code` één-op-één, collega’s: www.a.example 3 ‘x’ en-\n"), markdown.Options{})
	var got []string
	for _, w := range Words(&p.Blocks[0]) {
		if p.Blocks[0].Text[w.Start:w.Stop] != w.Text {
			t.Errorf("%q is not at its place", w.Text)
		}
		got = append(got, w.Text)
	}
	if want := "Zo'n één-op-één collega’s 3 x en"; strings.Join(got, " ") != want {
		t.Errorf("%v, want %s", got, want)
	}
}

// TestTelltale holds that no word tells of both languages, and that words which both have
// tell of neither.
func TestTelltale(t *testing.T) {
	for word := range telltale["nl"] {
		if telltale["en"][word] {
			t.Errorf("%q is Dutch and English", word)
		}
	}
	for _, word := range strings.Fields("is in was of over want we me had door") {
		if telltale["nl"][word] || telltale["en"][word] {
			t.Errorf("%q is a word of both", word)
		}
	}
}

// TestProse holds which blocks are text for readers.
func TestProse(t *testing.T) {
	p := markdown.ReadProse("a.md", []byte("---\nsummary: Kort\nowner: hr\n---\n# Kop\n\nTekst.\n\n```\ncode\n```\n\n```post {network=x}\nBericht\n```\n"), markdown.Options{})
	var got []string
	for i := range p.Blocks {
		if Prose(&p.Blocks[i]) {
			got = append(got, p.Blocks[i].Text)
		}
	}
	if want := "Kort|Kop|Tekst."; strings.Join(got, "|") != want {
		t.Errorf("%v, want %s", got, want)
	}
}
