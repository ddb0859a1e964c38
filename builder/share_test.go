package builder_test

import (
	"bytes"
	"strings"
	"testing"
)

// TestShare holds that lists show what can be shared by the newest date of the
// sources, that pages stay, and that an empty list says so.
func TestShare(t *testing.T) {
	item := func(title, from, until string) string {
		return "---\nkind: share\ntype: vacancy\nfrom: " + from + "\nuntil: " + until + "\nopeners: [Zeg eens]\n---\n# " + title + "\n"
	}
	s := newSite(t, map[string]string{
		"handbook.yaml":    "title: Boek\nsections:\n  - {folder: delen, title: Delen, kind: share}\n",
		"index.md":         "---\nreviewed: 2026-05-01\n---\n# Begin\n",
		"delen/index.md":   "---\nkind: page\n---\n# Delen\n\nTekst.\n",
		"delen/nu.md":      item("Nu", "2026-04-20", "2027-01-01"),
		"delen/vandaag.md": item("Vandaag", "2026-05-01", "2026-05-01"),
		"delen/weg.md":     item("Weg", "2026-04-01", "2026-04-30"),
		"delen/straks.md":  item("Straks", "2026-06-01", "2027-01-01"),
	})
	r := s.build(s.options())
	files := contents(t, s.out)
	cards := section(t, files["delen/index.html"], `<ul class="cards">`, "</ul>")
	for text, want := range map[string]bool{
		`<vaandel-now data-from="2026-04-20" data-until="2027-01-01"></vaandel-now>`: true,
		`href="nu.html"`: true, `href="vandaag.html"`: true, `href="weg.html"`: false,
		`<li class="card" hidden><vaandel-now data-from="2026-06-01"`: true,
	} {
		if strings.Contains(strings.ReplaceAll(cards, "\n", ""), text) != want {
			t.Errorf("%s is there: %v\n%s", text, !want, cards)
		}
	}
	if strings.Count(cards, " hidden>") != 1 {
		t.Errorf("not one is hidden:\n%s", cards)
	}
	news := section(t, files["index.html"], `<ol class="news">`, "</ol>")
	if !strings.Contains(news, `data-until="2027-01-01"`) || strings.Contains(news, "straks") || strings.Contains(news, "weg") {
		t.Errorf("the news is\n%s", news)
	}
	has(t, files, "delen/weg.html", `data-after="2026-04-30"`)
	has(t, files, "delen/index.html", "Er is nu niets om te delen")
	s.sameAsCold(r)

	// A newer date in another page is all it takes.
	s.write("index.md", "---\nreviewed: 2027-02-01\n---\n# Begin\n")
	r = s.build(s.options())
	page := contents(t, s.out)["delen/index.html"]
	if bytes.Contains(page, []byte(`class="cards"`)) || !bytes.Contains(page, []byte("Er is nu niets om te delen")) {
		t.Error("what is over is still there, or nothing is said")
	}
	s.sameAsCold(r)
}

// section returns the part of a page from one text to the next other.
func section(t *testing.T, page []byte, from, to string) string {
	t.Helper()
	_, rest, ok := strings.Cut(string(page), from)
	part, _, closed := strings.Cut(rest, to)
	if !ok || !closed {
		t.Fatalf("the page lacks %s", from)
	}
	return part
}
