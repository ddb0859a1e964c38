package handbook

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestSplit(t *testing.T) {
	languages := []string{"nl", "en"}
	for _, c := range []struct {
		source, key, lang string
		index             bool
	}{
		{"index.md", "", "", true},
		{"README.md", "", "", true},
		{"index.en.md", "", "en", true},
		{"beleid/werktijd.md", "beleid/werktijd", "", false},
		{"beleid/werktijd.EN.md", "beleid/werktijd", "en", false},
		{"beleid/versie.2.md", "beleid/versie.2", "", false},
		{"beleid/readme.nl.md", "beleid", "nl", true},
		{"beleid/werktijd.fr.md", "beleid/werktijd.fr", "", false},
	} {
		key, lang, index := split(c.source, languages)
		if key != c.key || lang != c.lang || index != c.index {
			t.Errorf("split(%q) = %q, %q, %v", c.source, key, lang, index)
		}
	}
}

func TestAddressOf(t *testing.T) {
	languages := []string{"nl", "en"}
	for _, c := range []struct {
		key, lang string
		index     bool
		want      string
	}{
		{"", "nl", true, "index.html"},
		{"", "en", true, "en/index.html"},
		{"Beleid/Werk Tijd & Rust", "nl", false, "beleid/werk-tijd-rust.html"},
		{"beleid", "en", true, "en/beleid/index.html"},
		{"privé/café", "nl", false, "prive/cafe.html"},
		{"prive\u0301/cafe\u0301", "nl", false, "prive/cafe.html"}, // as macOS spells it
		{"con/aux.txt", "nl", false, "con-/aux-.txt.html"},
		{"com1", "nl", true, "com1-/index.html"},
		{"einde.", "nl", false, "einde.html"},
		{"???", "nl", false, "pagina.html"},
		{"ЖЖ", "nl", false, "жж.html"},
	} {
		if got := addressOf(c.key, c.lang, c.index, languages); got != c.want {
			t.Errorf("addressOf(%q, %s) = %q, want %q", c.key, c.lang, got, c.want)
		}
	}
}

func TestRelative(t *testing.T) {
	for _, c := range [][3]string{
		{"index.html", "beleid/a.html", "beleid/a.html"},
		{"beleid/a.html", "index.html", "../index.html"},
		{"beleid/a.html", "beleid/b.html", "b.html"},
		{"beleid/diep/a.html", "beleid/b.html", "../b.html"},
		{"en/a/b.html", "c/d/e.html", "../../c/d/e.html"},
		{"a/b.html", "a/b.html", "b.html"},
	} {
		if got := Relative(c[0], c[1]); got != c[2] {
			t.Errorf("from %s to %s: %q, want %q", c[0], c[1], got, c[2])
		}
	}
}

func TestSortKey(t *testing.T) {
	titles := []string{"Les 10", "les 2", "Élan", "Eland", "Éen", "12 tips", "Zo", "9 tips", "Ijs", "ĳs"}
	slices.SortFunc(titles, func(a, b string) int { return strings.Compare(SortKey(a), SortKey(b)) })
	want := []string{"9 tips", "12 tips", "Éen", "Élan", "Eland", "Ijs", "ĳs", "les 2", "Les 10", "Zo"}
	if !slices.Equal(titles, want) {
		t.Errorf("sorted %q, want %q", titles, want)
	}
}

func TestIndexKey(t *testing.T) {
	for _, c := range [][3]string{
		{"nl", "De kalender", "kalender"},
		{"nl", "het Écht goede idee", "echt goede idee"},
		{"nl", "Een verkeerd bericht", "verkeerd bericht"},
		{"nl", "‘Ik heb geen tijd’", "ik heb geen tijd’"},
		{"nl", "“De soep van donderdag”", "soep van donderdag”"},
		{"nl", "’t Vaandel", "vaandel"},
		{"nl", "Één ding tegelijk", "een ding tegelijk"},
		{"nl", "Delen", "delen"},
		{"nl", "T-shirts", "t-shirts"},
		{"nl", "The office", "the office"},
		{"nl", "De", "de"},
		{"nl", "De …", "de ..."},
		{"nl", "…", "..."},
		{"en", "The calendar", "calendar"},
		{"en", "A \"good\" post", "good\" post"},
		{"en", "An answer", "answer"},
		{"en", "De facto", "de facto"},
		{"fr", "The end", "the end"},
	} {
		if got := IndexKey(c[1], c[0]); got != c[2] {
			t.Errorf("%s: %q is looked up as %q, want %q", c[0], c[1], got, c[2])
		}
	}
}

func TestNameOf(t *testing.T) {
	for file, want := range map[string]string{
		"01-werk_tijd": "Werk tijd", "2026": "2026", "élan": "Élan", "-": "-", "": "",
	} {
		if got := nameOf(file); got != want {
			t.Errorf("nameOf(%q) = %q, want %q", file, got, want)
		}
	}
}

func TestAliasAddress(t *testing.T) {
	for alias, want := range map[string]string{
		"/oud/pad.html": "oud/pad.html", "/oud/": "oud/index.html", "oud": "oud/index.html",
		"/Oud/Pad Hier.html": "oud/pad-hier.html",
		"":                   "", "/": "", "/../x": "", "https://elders.example/": "", "/a//b": "", "/a?b": "",
	} {
		if got, _ := aliasAddress(alias); got != want {
			t.Errorf("aliasAddress(%q) = %q, want %q", alias, got, want)
		}
	}
}

// FuzzSlug holds that an address's part is safe on every disk and server.
func FuzzSlug(f *testing.F) {
	for _, s := range []string{"Werk tijd", "con", "..", "é", "e\u0301", "\x00", "a/b", "Ⅻ", "ﬁ", "İ", "aux.html"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, name string) {
		s := Slug(name)
		switch {
		case s == "" || !utf8.ValidString(s):
			t.Errorf("%q gives %q", name, s)
		case strings.ContainsAny(s, "/\\:*?\"<>|%# \x00") || strings.HasPrefix(s, ".") || strings.HasSuffix(s, "."):
			t.Errorf("%q gives %q", name, s)
		case strings.ToLower(s) != s || fold(s) != s || reserved(s):
			t.Errorf("%q gives %q", name, s)
		case Slug(s) != s:
			t.Errorf("%q gives %q, and that gives %q", name, s, Slug(s))
		}
	})
}
