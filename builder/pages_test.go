package builder_test

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"strings"
	"testing"
)

// has holds that a file of the site has all the texts, in this order.
func has(t *testing.T, files map[string][]byte, name string, texts ...string) {
	t.Helper()
	rest, ok := files[name]
	if !ok {
		t.Errorf("there is no %s", name)
		return
	}
	for _, text := range texts {
		_, after, found := bytes.Cut(rest, []byte(text))
		if !found {
			t.Errorf("%s lacks %s, or has it elsewhere", name, text)
			return
		}
		rest = after
	}
}

// languages is a handbook of which half is translated.
var languageFiles = map[string]string{
	"handbook.yaml": "title: {nl: Boek, en: Book}\nlanguages: [nl, en]\nurl: https://boek.voorbeeld.example/x/\n" +
		"sections:\n  - {folder: beleid, title: {nl: Beleid, en: Policy}, kind: policy}\n",
	"index.md":    "# Welkom\n",
	"index.en.md": "# Welcome\n\n[hours](beleid/werktijd.md) and [rest](beleid/rust.md) and [the Dutch one](beleid/werktijd.nl.md)\n",
	"beleid/werktijd.nl.md": "---\nowner: hr\nversion: \"2\"\nreviewed: 2026-05-01\nreview_by: 2027-05-01\naliases: [/oud/werk.html, /weg/]\n" +
		"changes:\n  - {date: 2026-04-01, version: \"2\", text: Twee uur wordt drie & meer}\n---\n# Werktijd\n",
	"beleid/werktijd.en.md": "---\nowner: hr\nversion: \"2\"\nreviewed: 2026-05-01\nreview_by: 2027-05-01\n---\n# Working hours\n",
	"beleid/rust.md":        "---\nowner: hr\nversion: \"1\"\nreviewed: 2025-01-01\nreview_by: 2026-03-01\ntags: [Rust]\n---\n# Rust\n",
	"alleen/nl.md":          "# Alleen Nederlands\n",
}

// TestLanguages holds that a page without translation is there all the same,
// and says that it is in another language.
func TestLanguages(t *testing.T) {
	s := newSite(t, languageFiles)
	s.build(s.options())
	files := contents(t, s.out)
	has(t, files, "index.html", `<html lang="nl"`, `hreflang="en"`)
	has(t, files, "en/index.html", `<html lang="en"`,
		`href="beleid/werktijd.html"`, `href="../beleid/rust.html" hreflang="nl"`, `href="../beleid/werktijd.html" hreflang="nl"`)
	has(t, files, "en/beleid/index.html", "Policy", "Rust", "Dutch")
	has(t, files, "en/a-z.html", "Alleen Nederlands", "Working hours")
	has(t, files, "zoeken.html", "Zoek in het handboek", `href="a-z.html"`, `href="tags/index.html"`)
	has(t, files, "en/search.html", "Search the handbook", `href="a-z.html"`)
	has(t, files, "en/beleid/index.html", `href="../search.html"`)
	if _, ok := files["en/alleen/index.html"]; ok {
		t.Error("a section without a page in English has an English list")
	}
	if bytes.Contains(files["en/a-z.html"], []byte("Werktijd")) {
		t.Error("the English list has the Dutch version of a page that is translated")
	}
}

// TestOldAddresses holds that aliases lead on, without script.
func TestOldAddresses(t *testing.T) {
	s := newSite(t, languageFiles)
	s.build(s.options())
	files := contents(t, s.out)
	has(t, files, "oud/werk.html", `http-equiv="refresh"`, `../beleid/werktijd.html`)
	has(t, files, "weg/index.html", `../beleid/werktijd.html`)
}

// TestReviewPast holds that a page shows that its review is past only where
// another date in the sources proves it: the output knows no clock.
func TestReviewPast(t *testing.T) {
	s := newSite(t, languageFiles)
	s.build(s.options())
	visible := func(name string) bool {
		_, after, ok := bytes.Cut(contents(t, s.out)[name], []byte("vaandel-after"))
		tag, _, _ := bytes.Cut(after, []byte(">"))
		return ok && !bytes.Contains(tag, []byte("hidden"))
	}
	page := contents(t, s.out)["beleid/rust.html"]
	if !bytes.Contains(page, []byte("2026-03-01")) {
		t.Error("the review date is not on the page")
	}
	if visible("beleid/werktijd.html") {
		t.Error("a page that is not due says that it is")
	}
	r := s.build(s.options())
	found := false
	for _, d := range r.Diagnostics {
		found = found || d.Rule == "review-past" && d.File == "beleid/rust.md"
	}
	if !found {
		t.Error("no warning of a review that is past")
	}
}

// TestFeeds reads the feed and the sitemap as XML.
func TestFeeds(t *testing.T) {
	s := newSite(t, languageFiles)
	s.build(s.options())
	files := contents(t, s.out)
	var feed struct {
		Updated string `xml:"updated"`
		Entry   []struct {
			Summary string `xml:"summary"`
			Link    struct {
				Href string `xml:"href,attr"`
			} `xml:"link"`
		} `xml:"entry"`
	}
	if err := xml.Unmarshal(files["feed.xml"], &feed); err != nil {
		t.Fatal(err)
	}
	if len(feed.Entry) != 1 || feed.Updated != "2026-04-01T00:00:00Z" {
		t.Fatalf("feed %+v", feed)
	}
	if e := feed.Entry[0]; e.Summary != "Twee uur wordt drie & meer" || e.Link.Href != "https://boek.voorbeeld.example/x/beleid/werktijd.html" {
		t.Errorf("entry %+v", e)
	}
	var sitemap struct {
		URL []struct {
			Loc string `xml:"loc"`
		} `xml:"url"`
	}
	if err := xml.Unmarshal(files["sitemap.xml"], &sitemap); err != nil {
		t.Fatal(err)
	}
	if len(sitemap.URL) != 6 || !strings.HasPrefix(sitemap.URL[0].Loc, "https://boek.voorbeeld.example/x/") {
		t.Errorf("sitemap %+v", sitemap)
	}
}

// TestLargeSections holds that lists are cut where they would be in every page,
// and split where one page would hold them all.
func TestLargeSections(t *testing.T) {
	files := map[string]string{"groot/index.md": "# Groot\n"}
	for i := range 600 {
		files[fmt.Sprintf("groot/p%03d.md", i)] = fmt.Sprintf("# %c Pagina %d\n", 'A'+i%26, i)
	}
	s := newSite(t, files)
	s.build(s.options())
	site := contents(t, s.out)
	page := site["groot/p000.html"]
	if n := bytes.Count(page, []byte("<a ")); n > 60 {
		t.Errorf("a page of a large section has %d links", n)
	}
	has(t, site, "groot/p000.html", "600", "A Pagina 0")
	has(t, site, "groot/index.html", "A Pagina 0", "Z Pagina 597")
	has(t, site, "a-z.html", `href="a-z/letter-a.html"`, `href="a-z/letter-z.html"`)
	has(t, site, "a-z/letter-b.html", "B Pagina 1", "B Pagina 27")
	if bytes.Contains(site["a-z.html"], []byte("B Pagina 1")) {
		t.Error("the list of letters holds pages too")
	}
}

// TestIndexOrder holds that the list from A to Z has titles where people look them
// up, and shows them whole.
func TestIndexOrder(t *testing.T) {
	s := newSite(t, map[string]string{
		"a.md": "# De kalender\n", "b.md": "# Kaarten\n", "c.md": "# ‘Ik durf niet’\n", "d.md": "# Ijs\n",
	})
	s.build(s.options())
	index := string(contents(t, s.out)["a-z.html"])
	at := -1
	for _, text := range []string{`id="letter-i"`, ">Ijs<", ">‘Ik durf niet’<", `id="letter-k"`, ">Kaarten<", ">De kalender<"} {
		next := strings.Index(index, text)
		if next <= at {
			t.Errorf("%s is not there, or too early", text)
		}
		at = next
	}
	if strings.Contains(index, `id="letter-d"`) {
		t.Error("an article has a letter of its own")
	}
}

// TestMenu holds that a section that is not for everybody stands behind the others.
func TestMenu(t *testing.T) {
	s := newSite(t, map[string]string{
		"handbook.yaml": "sections:\n- { folder: a, apart: true }\n- { folder: b }\n",
		"a/index.md":    "# Achteraan\n", "b/index.md": "# Vooraan\n", "c/index.md": "# Midden\n",
	})
	s.build(s.options())
	page := string(contents(t, s.out)["c/index.html"])
	menu, _, _ := strings.Cut(page[strings.Index(page, `class="sections"`):], "</nav>")
	at := -1
	for _, text := range []string{">Vooraan<", `aria-current="true">Midden<`, `<li class="sections-apart"><a href="../a/index.html">Achteraan<`} {
		next := strings.Index(menu, text)
		if next <= at {
			t.Errorf("%s is not there, or too early, in %s", text, menu)
		}
		at = next
	}
}

// TestBasePath holds that only the page for what is not found knows where the
// site stands.
func TestBasePath(t *testing.T) {
	s := newSite(t, languageFiles)
	o := s.options()
	o.BasePath = "/handboek/"
	s.build(o)
	files := contents(t, s.out)
	has(t, files, "404.html", `href="/handboek/assets/`, `href="/handboek/index.html"`)
	for name, data := range files {
		if name != "404.html" && bytes.Contains(data, []byte(`"/handboek`)) {
			t.Errorf("%s knows the base path", name)
		}
	}
}

// TestSectionWithoutPage holds that a folder without a page of its own has the
// scripts of what it shows: the questions that lead to a type of message, and the
// choice of people.
func TestSectionWithoutPage(t *testing.T) {
	files := map[string]string{
		"index.md": "# Begin\n", "lijst.md": "---\nkind: checklist\n---\n# Lijst\n\n- [ ] a\n",
		"mensen/jo.md": "---\nkind: person\nrole: Lasser\ndepartment: Hal\n---\n# Jo\n",
	}
	for _, kind := range []string{"informal", "commercial"} {
		files["soorten/"+kind+".md"] = "---\nkind: content-type\ntype: " + kind + "\nask: Is het dit?\nshare: Ja\nown_words: Ja\nanswers: Wij\n" +
			"answers_within: Snel\napproves: Niemand\nchecklist: ../lijst.md\n---\n# " + kind + "\n\n> [!DO]\n> - a\n\n> [!DONT]\n> - b\n"
	}
	s := newSite(t, files)
	if r := s.build(s.options()); len(r.Diagnostics) > 0 {
		t.Fatal(r.Diagnostics)
	}
	got := contents(t, s.out)
	has(t, got, "soorten/index.html", "assets/chooser-", "<vaandel-chooser")
	has(t, got, "mensen/index.html", "assets/filter-", "<vaandel-filter", "Hal", "Jo")
}
