package theme

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"vaandel/themes"
)

// standardWords are the messages of the default theme.
func standardWords(t *testing.T) words {
	t.Helper()
	layer, _ := themes.Named(themes.Default)
	all, _, err := overlay([]fs.FS{layer}, nil)
	if err != nil {
		t.Fatal(err)
	}
	w, ds := readWords(all, []string{"nl", "en"})
	if len(ds) > 0 {
		t.Fatal(ds)
	}
	return w
}

func TestMessages(t *testing.T) {
	layer := fstest.MapFS{"messages/nl.yaml": {Data: []byte(`
plain: Hallo
deep: { er: { still: Diep } }
list: [een, twee]
args: "{1} van {0}, {9} en {x}"
forms: { one: "{0} pagina", other: "{0} pagina’s" }
number: { group: ".", decimal: "," }
yes: 12
empty:
`)}}
	all, _, err := overlay([]fs.FS{layer}, nil)
	if err != nil {
		t.Fatal(err)
	}
	w, ds := readWords(all, []string{"nl"})
	if len(ds) > 0 {
		t.Fatal(ds)
	}
	for _, c := range []struct {
		key  string
		args []any
		want string
	}{
		{"plain", nil, "Hallo"},
		{"plain", []any{1}, "Hallo"},
		{"deep.er.still", nil, "Diep"},
		{"list.2", nil, "twee"},
		{"args", []any{"a", 1}, "1 van a,  en {x}"},
		{"forms", []any{1}, "1 pagina"},
		{"forms", []any{0}, "0 pagina’s"},
		{"forms", []any{12345}, "12.345 pagina’s"},
		{"forms", []any{int64(1)}, "1 pagina"},
		{"yes", nil, "12"},
		{"empty", nil, ""},
		{"nowhere", nil, "nowhere"},
	} {
		if got := w.message("nl", c.key, c.args...); got != c.want {
			t.Errorf("%s %v: got %q, want %q", c.key, c.args, got, c.want)
		}
	}
}

func TestFormats(t *testing.T) {
	w := standardWords(t)
	for _, c := range []struct{ got, want string }{
		{w.date("nl", "2026-03-12"), "12\u00a0maart 2026"},
		{w.date("en", "2026-03-12"), "12\u00a0March 2026"},
		{w.date("nl", "2026-12-01 09:05"), "1\u00a0december 2026"},
		{w.date("nl", "binnenkort"), "binnenkort"},
		{w.date("nl", ""), ""},
		{w.period("nl", "2026-09-14 10:00", "2026-09-14 12:30"), "maandag 14\u00a0september 2026, 10.00 tot 12.30 uur"},
		{w.period("en", "2026-09-14 10:00", "2026-09-14 12:30"), "Monday 14\u00a0September 2026, 10:00 to 12:30"},
		{w.period("nl", "2026-09-14 10:00", ""), "maandag 14\u00a0september 2026, 10.00 uur"},
		{w.period("nl", "2026-09-14", "2026-09-15"), "maandag 14\u00a0september 2026 tot en met dinsdag 15\u00a0september 2026"},
		{w.period("nl", "2026-09-20", ""), "zondag 20\u00a0september 2026"},
		{w.period("nl", "2026-09-14T10:00", "2026-09-15T17:00"), "maandag 14\u00a0september 2026, 10.00 uur tot en met dinsdag 15\u00a0september 2026, 17.00 uur"},
		{w.period("nl", "morgen", "x"), "morgen"},
		{w.number("nl", 999), "999"},
		{w.number("nl", 2026), "2026"},
		{w.number("nl", 14300000), "14.300.000"},
		{w.number("en", -12345), "-12,345"},
		{w.size("nl", 1), "1 byte"},
		{w.size("nl", 840), "840 bytes"},
		{w.size("nl", 3400), "3,4\u00a0kB"},
		{w.size("nl", 3000), "3\u00a0kB"},
		{w.size("en", 12345678), "12\u00a0MB"},
		{w.size("en", 9960), "10\u00a0kB"},
		{w.size("nl", 999_999), "1\u00a0MB"},
		{w.size("nl", 5_000_000_000_000), "5000\u00a0GB"},
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
}

func TestFunctions(t *testing.T) {
	w := standardWords(t)
	for _, c := range []struct{ got, want string }{
		{string(telephone("+31 (0)20 - 123 45 67")), "tel:+31201234567"},
		{string(telephone("javascript:alert(1)")), "tel:1"},
		{host("https://www.voorbeeld.example/a?b"), "voorbeeld.example"},
		{host("pagina.html"), ""},
		{host("mailto:x@y.example"), ""},
		{host("://"), ""},
		{languageName(w, "nl", "en"), "Engels"},
		{languageName(w, "nl", "fy"), "fy"},
		{autonym(w, "en"), "English"},
		{title("Werktijd", "Handboek"), "Werktijd · Handboek"},
		{title("Handboek", "Handboek"), "Handboek"},
		{title("Werktijd", ""), "Werktijd"},
		{title(strings.Repeat("é", 60), "Handboek"), strings.Repeat("é", 60)},
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
}

func TestEnough(t *testing.T) {
	type entry struct{ Entries []entry }
	one := entry{}
	two := entry{Entries: []entry{one}}
	for want, contents := range map[bool][][]entry{
		true:  {{one, one, one}, {two, one}, {{Entries: []entry{one, one}}}},
		false: {nil, {one}, {one, one}, {two}},
	} {
		for _, c := range contents {
			if enough(c) != want {
				t.Errorf("%v: not %v", c, want)
			}
		}
	}
}

// TestMixed holds that answers to be put in order don't come in that order, and
// always come in the same other one.
func TestMixed(t *testing.T) {
	for _, list := range [][]string{{"a", "b"}, {"b", "a"}, {"een", "twee", "drie", "vier"}, {"w", "x", "y", "z"}} {
		got, err := mixed(list)
		if err != nil {
			t.Fatal(err)
		}
		again, _ := mixed(list)
		same, seen := true, map[any]bool{}
		for i := range got {
			same = same && got[i] == list[i]
			seen[got[i]] = true
			if got[i] != again[i] {
				t.Errorf("%v: another order the second time", list)
			}
		}
		if same || len(seen) != len(list) {
			t.Errorf("%v became %v", list, got)
		}
	}
	if _, err := mixed("abc"); err == nil {
		t.Error("a string passes for a list")
	}
	if got, err := mixed([]string{}); err != nil || len(got) != 0 {
		t.Errorf("an empty list: %v, %v", got, err)
	}
}
