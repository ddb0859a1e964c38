package blank

import (
	"errors"
	"os"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"vaandel/builder/handbook"
	"vaandel/builder/markdown"
)

func TestFileName(t *testing.T) {
	long := fileName(strings.Repeat("een heel lange titel ", 50))
	if utf8.RuneCountInString(long) > 80 || strings.HasSuffix(long, "-") || len(long) < 40 {
		t.Errorf("a long title became %q", long)
	}
	endless := fileName(strings.Repeat("日", 500))
	if n := len(endless); n > 250 {
		t.Errorf("%d bytes", n)
	}
	for title, want := range map[string]string{
		"Werktijd":     "werktijd",
		"Één & ander":  "een-ander",
		"Wat is C#?":   "wat-is-c",
		"versie 2.en":  "versie-2-en",
		"README":       "readme-pagina",
		"../../etc/pw": "etc-pw",
	} {
		if got := fileName(title); got != want {
			t.Errorf("%q: %q, not %q", title, got, want)
		}
	}
}

func TestHeading(t *testing.T) {
	for title, want := range map[string]string{
		"Werktijd":        "Werktijd",
		"Wat is C#":       `Wat is C\#`,
		"*Ster* <b> {#x}": `\*Ster\* \<b\> \{\#x\}`,
		"a\x1bb":          "ab",
	} {
		if got := heading(title); got != want {
			t.Errorf("%q: %q, not %q", title, got, want)
		}
	}
}

// house is the folder of a handbook.
func house(t *testing.T, config string) *os.Root {
	t.Helper()
	root, err := os.OpenRoot(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { root.Close() })
	if config != "" {
		if err := root.WriteFile(handbook.ConfigFile, []byte(config), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return root
}

const twoLanguages = "languages: [nl, fr]\nsections: [{folder: beleid, kind: policy}, {folder: a, kind: page}, {folder: b, kind: page}]\n"

func TestPlan(t *testing.T) {
	for _, c := range []struct {
		name, config string
		options      Options
		file, lang   string
		second       bool
	}{
		{"without configuration", "", Options{Kind: handbook.KindPolicy, Title: "Thuis"}, "thuis.md", "nl", false},
		{"in the language asked for", "", Options{Kind: handbook.KindPage, Title: "Home", Lang: "en"}, "home.md", "en", false},
		{"in the section of its kind", twoLanguages, Options{Kind: handbook.KindPolicy, Title: " Thuis\n werken "}, "beleid/thuis-werken.md", "nl", false},
		{"with two sections of its kind", twoLanguages, Options{Kind: handbook.KindPage, Title: "Thuis"}, "thuis.md", "nl", false},
		{"in a second language", twoLanguages, Options{Kind: handbook.KindPolicy, Title: "Maison", Lang: "fr"}, "beleid/maison.fr.md", "fr", true},
		{"in a folder of its own", twoLanguages, Options{Kind: handbook.KindPolicy, Title: "Thuis", Folder: "c/./d/"}, "c/d/thuis.md", "nl", false},
		{"in the handbook's own folder", twoLanguages, Options{Kind: handbook.KindPolicy, Title: "Thuis", Folder: "."}, "thuis.md", "nl", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			p, err := Plan(house(t, c.config), c.options)
			if err != nil || p.File != c.file || p.Lang != c.lang || p.Second != c.second || p.Kind != c.options.Kind {
				t.Errorf("%+v, %v", p, err)
			}
		})
	}
}

func TestPlanRefuses(t *testing.T) {
	root := house(t, twoLanguages)
	plan := func(kind handbook.Kind, title, lang, folder string) error {
		p, err := Plan(root, Options{kind, title, lang, folder})
		if p != nil {
			t.Errorf("%+v", p)
		}
		return err
	}
	if err := plan("page", " \t\n", "", ""); err != ErrNoTitle {
		t.Error(err)
	}
	if e := (*KindError)(nil); !errors.As(plan("gedicht", "x", "", ""), &e) || e.Kind != "gedicht" {
		t.Error(e)
	}
	if e := (*LanguageError)(nil); !errors.As(plan("page", "x", "en", ""), &e) || e.Lang != "en" || !slices.Equal(e.Have, []string{"nl", "fr"}) {
		t.Error(e)
	}
	for folder, hidden := range map[string]bool{
		"..": false, "a/../..": false, "/a": false, `a\b`: false, "a\nb": false, "a\x00b": false,
		".git": true, "a/.vaandel": true, "./.git": true,
	} {
		var e *FolderError
		if !errors.As(plan("page", "x", "", folder), &e) || e.Folder != folder || e.Hidden != hidden {
			t.Errorf("%q: %+v", folder, e)
		}
	}
}

// TestText holds that each page, whatever its title, is read as one of its kind
// with that title.
func TestText(t *testing.T) {
	day := time.Date(2026, 1, 31, 0, 0, 0, 0, time.UTC)
	for _, config := range []string{"languages: [nl, en, fr]", "languages: [en, nl, fr]\ncontacts: [{id: pz, name: PZ}]\nnetworks: [{id: mastodon}]"} {
		root := house(t, config)
		for _, kind := range handbook.Kinds {
			for _, lang := range []string{"nl", "en", "fr"} {
				p, err := Plan(root, Options{Kind: kind, Title: "{{contact}} & *Ster* # 1", Lang: lang})
				if err != nil {
					t.Fatal(err)
				}
				data, err := p.Text(root, day)
				if err != nil {
					t.Fatal(err)
				}
				doc := markdown.Parse(p.File, data, markdown.Options{Kind: string(kind)})
				front := handbook.ReadFront(p.File, doc, "")
				if front.Kind != kind || len(front.Diagnostics) > 0 {
					t.Errorf("%s, %s: %s, %v", kind, lang, front.Kind, front.Diagnostics)
				}
				if doc.Title != "{{contact}} & *Ster* # 1" {
					t.Errorf("%s, %s: the title is %q", kind, lang, doc.Title)
				}
				if dutch := strings.Contains(string(data), "Regels die met #"); dutch != (lang == "nl") {
					t.Errorf("%s, %s: in Dutch is %v", kind, lang, dutch)
				}
			}
		}
	}
}

func TestWriteNeverOverwrites(t *testing.T) {
	root := house(t, "")
	p, err := Plan(root, Options{Kind: handbook.KindPage, Title: "Thuis", Folder: "a/b"})
	if err != nil {
		t.Fatal(err)
	}
	if err := p.Write(root, []byte("mine")); err != nil {
		t.Fatal(err)
	}
	var exists *ExistsError
	if err := p.Write(root, []byte("theirs")); !errors.As(err, &exists) || exists.File != "a/b/thuis.md" {
		t.Error(err)
	}
	if data, err := root.ReadFile("a/b/thuis.md"); string(data) != "mine" {
		t.Errorf("%q, %v", data, err)
	}
}

// TestWriteStaysInside holds that no link leads a page out of the handbook.
func TestWriteStaysInside(t *testing.T) {
	elsewhere := t.TempDir()
	root := house(t, "")
	if err := root.Symlink(elsewhere, "weg"); err != nil {
		t.Skip(err)
	}
	p, err := Plan(root, Options{Kind: handbook.KindPage, Title: "Uit", Folder: "weg"})
	if err != nil {
		t.Fatal(err)
	}
	if err := p.Write(root, nil); err == nil {
		t.Error("it was written")
	}
	if found, err := os.ReadDir(elsewhere); len(found) > 0 || err != nil {
		t.Errorf("%v, %v", found, err)
	}
}
