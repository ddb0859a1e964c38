package handbook

import (
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"vaandel/builder/diag"
)

func TestReadConfig(t *testing.T) {
	c, ds := ReadConfig(ConfigFile, []byte(`
title: { nl: Handboek, en: Handbook }
organisation: Voorbeeld BV
languages: [nl, en]
url: https://handboek.voorbeeld.example/
base_path: /handboek/
brand: { accent: "#1f6f78", logo: logo.svg }
sections:
  - folder: beleid/
    title: Beleid
    kind: policy
    apart: true
networks:
  - { id: linkedin, limit: 3000, checked: 2026-11-01, width: 1200, height: 627 }
contacts:
  - { id: hr, name: Team HR, email: hr@voorbeeld.example, phone: +31 20 123 45 67 }
raw_html: true
`))
	if len(ds) > 0 {
		t.Fatal(short(ds))
	}
	want := &Config{
		Title:        Words{"nl": "Handboek", "en": "Handbook"},
		Organisation: "Voorbeeld BV",
		Languages:    []string{"nl", "en"},
		URL:          "https://handboek.voorbeeld.example/",
		BasePath:     "/handboek/",
		Theme:        "default",
		Brand:        Brand{Accent: "#1f6f78", Logo: "logo.svg", AccentAt: diag.Position{File: ConfigFile, Line: 7, Column: 18}},
		Sections:     []SectionConfig{{Folder: "beleid", Title: Words{"": "Beleid"}, Kind: KindPolicy, Apart: true}},
		Networks:     []Network{{ID: "linkedin", Name: "linkedin", Limit: 3000, Checked: "2026-11-01", Width: 1200, Height: 627}},
		Contacts:     []Contact{{ID: "hr", Name: "Team HR", Email: "hr@voorbeeld.example", Phone: "+31 20 123 45 67"}},
		RawHTML:      true,
	}
	if !reflect.DeepEqual(c, want) {
		t.Errorf("got  %+v\nwant %+v", c, want)
	}
}

// TestReadConfigFallback holds that what can't be used is as without it.
func TestReadConfigFallback(t *testing.T) {
	for _, src := range []string{
		"", "languages: []", "languages: [Engels]", "languages: {nl: x}", "base_path: handboek", "url: handboek",
		"brand: {accent: petrol}", "brand: rood", "- a", "title: [", "theme:", "caf\xe9",
	} {
		c, ds := ReadConfig(ConfigFile, []byte(src))
		if want := DefaultConfig("nl"); !reflect.DeepEqual(c, want) {
			t.Errorf("%q: %+v", src, c)
		}
		if len(ds) == 0 && src != "" && src != "theme:" {
			t.Errorf("%q: not a word", src)
		}
	}
}

// TestReadConfigEntries holds that a bad entry keeps what is good of it.
func TestReadConfigEntries(t *testing.T) {
	c, ds := ReadConfig(ConfigFile, []byte(`
networks:
  - { id: x, limit: -1, checked: gisteren, width: 99999, height: 1 }
contacts:
  - { id: hr, name: Team HR, email: hr@, phone: bel ons }
sections:
  - { folder: toolkit, kind: gedicht, apart: misschien }
`))
	if want := "3:21 error number-low\n3:34 error date-form\n3:51 error config-network-size\n" +
		"5:37 error config-contact-email\n5:49 error config-contact-phone\n7:30 error kind-unknown\n7:46 error field-yes-no"; short(ds) != want {
		t.Errorf("found %s", short(ds))
	}
	if n := c.Networks[0]; n != (Network{ID: "x", Name: "x"}) {
		t.Errorf("network %+v", n)
	}
	if h := c.Contacts[0]; h.Email != "" || h.Phone != "" || h.Name != "Team HR" {
		t.Errorf("contact %+v", h)
	}
	if s := c.Sections[0]; s.Kind != "" || s.Folder != "toolkit" {
		t.Errorf("section %+v", s)
	}
}

// TestStarterConfig reads the handbook.yaml that comes with Vaandel.
func TestStarterConfig(t *testing.T) {
	src, err := os.ReadFile(filepath.Join("..", "..", "content", ConfigFile))
	if err != nil {
		t.Fatal(err)
	}
	c, ds := ReadConfig(ConfigFile, src)
	if len(ds) > 0 || len(c.Sections) == 0 || len(c.Contacts) == 0 || len(c.Networks) == 0 {
		t.Errorf("%s\n%+v", short(ds), c)
	}
}

func TestLanguageCode(t *testing.T) {
	for name, want := range map[string]string{"Engels": "en", "English": "en", "Nederlands": "nl", "Dutch": "nl", "Frans": "fr", "zz": "nl"} {
		if got := languageCode(name); got != want {
			t.Errorf("%s: %s", name, got)
		}
	}
	for code, want := range map[string]bool{"nl": true, "en": true, "fy": true, "NL": false, "nld": false, "zz": false, "": false, "nl-BE": false} {
		if knownLanguage(code) != want {
			t.Errorf("%q is %v", code, !want)
		}
	}
}

func TestWords(t *testing.T) {
	w := Words{"nl": "Handboek", "en": "Handbook"}
	languages := []string{"nl", "en"}
	for lang, want := range map[string]string{"nl": "Handboek", "en": "Handbook", "fr": "Handboek"} {
		if got := w.In(lang, languages); got != want {
			t.Errorf("%s: %s", lang, got)
		}
	}
	if got := (Words{"": "Handboek"}).In("en", languages); got != "Handboek" {
		t.Errorf("plain: %s", got)
	}
}

// FuzzReadConfig holds that any handbook.yaml gives a configuration that pages
// can be built with.
func FuzzReadConfig(f *testing.F) {
	src, err := os.ReadFile(filepath.Join("..", "..", "content", ConfigFile))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(string(src))
	for _, s := range []string{
		"networks: [{width: 1}, x, 1, {id: [a]}]", "contacts: {id: hr}", "sections: [{folder: ..}, {folder: /}]", "languages: nl",
		"title: {nl: [a]}", "brand: {accent: }", "sections:\n- folder: a\n  kind: b\n- folder: a",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, src string) {
		if len(src) > 4000 {
			t.Skip()
		}
		c, ds := ReadConfig(ConfigFile, []byte(src))
		if len(c.Languages) == 0 || !ValidBasePath(c.BasePath) {
			t.Errorf("%+v", c)
		}
		for _, s := range c.Sections {
			if s.Kind != "" && specOf(s.Kind) == nil {
				t.Errorf("section %+v", s)
			}
		}
		for _, n := range c.Networks {
			if n.Width < 0 || n.Height < 0 || n.Limit < 0 || (n.Width == 0) != (n.Height == 0) || n.Width > 10_000 || n.Height > 10_000 {
				t.Errorf("network %+v", n)
			}
		}
		for _, d := range ds {
			if d.Message.NL == "" || d.Hint.EN == "" || misprint.MatchString(d.Message.NL+d.Hint.NL+d.Message.EN+d.Hint.EN) {
				t.Errorf("%+v", d)
			}
		}
	})
}
