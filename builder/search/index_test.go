package search

import (
	"bytes"
	"compress/flate"
	"context"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"testing"

	"vaandel/builder/handbook"
	"vaandel/builder/markdown"
)

// page is a page with the given markdown.
func page(text string) (*handbook.Page, []byte) {
	doc := markdown.Parse("pagina.md", []byte(text), markdown.Options{})
	return &handbook.Page{Source: "pagina.md", Lang: "nl", Kind: handbook.KindPage, Doc: doc}, doc.Body
}

func TestSections(t *testing.T) {
	p, body := page(`---
summary: Niet hier.
own_words: In je eigen woorden
order: 3
---
# Titel

Een *zin* met een [link](x.md), a < b &amp; ![een foto](f.png)

- punt een
- punt twee

## Kop &amp; staart

| Wie | Wat |
|---|---|
| ik | schrijf |

- [ ] Klopt het?
`)
	var got []string
	for _, s := range sectionsOf(p, body) {
		got = append(got, fmt.Sprintf("%s|%s|%s", s.heading, s.id, s.text))
	}
	want := []string{
		"||In je eigen woorden\nEen zin met een link, a < b & een foto\npunt een\npunt twee\n",
		"Kop & staart|h-kop-staart|Wie · Wat\nik · schrijf\nKlopt het?\n",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, not %q", got, want)
	}
}

// TestLongSections holds that a long section is cut, and nothing lost of it.
func TestLongSections(t *testing.T) {
	line := strings.Repeat("woord ", 60) + "\n"
	for _, text := range []string{strings.Repeat(line, 20), strings.Repeat("woord ", 3000)} {
		var all string
		pieces := 0
		for rest := text; rest != ""; pieces++ {
			var piece string
			piece, rest = cutPassage(rest)
			if n := len(strings.Fields(piece)); n > 2*passageWords+1 {
				t.Errorf("a passage of %d words", n)
			}
			all += piece
		}
		if all != text || pieces < 2 {
			t.Errorf("%d pieces of %d bytes, not of %d", pieces, len(all), len(text))
		}
	}
}

// indexOf makes the index of texts in Dutch.
func indexOf(t *testing.T, texts ...string) *index {
	t.Helper()
	var pages []analysed
	for _, text := range texts {
		p, body := page(text)
		_, a := read(p, body, "")
		pages = append(pages, analysed{"nl", a})
	}
	x, _, err := build(context.Background(), pages)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// TestTerms looks up which pages have a term.
func TestTerms(t *testing.T) {
	x := indexOf(t,
		"## Werktijdafspraken\n\nTekst.", "## Afspraken over werktijd\n", "## Iets\n\nJe hebt gepost.", "## Een post\n",
		"## Meldingen\n\nZet ze uit. Of laat ze uitzetten.", "## De groepen\n\nEen groepenkast met een kast.")
	for term, want := range map[string]string{
		"afsprak": "[0 1]", "werktijd": "[0 1]", "werktijdafsprak": "[0]", "post": "[2 3]", "zet": "[4]",
		"groep": "[5]", "kast": "[5]", "de": "[5]", "hebt": "", "nergens": "",
	} {
		i, ok := slices.BinarySearch(x.terms, term)
		got := ""
		if ok {
			var pages []int
			for _, e := range x.entries[x.first[i]:x.first[i+1]] {
				if n := len(pages); n == 0 || pages[n-1] != int(e.page) {
					pages = append(pages, int(e.page))
				}
			}
			got = fmt.Sprint(pages)
			if len(pages) != x.found[i] {
				t.Errorf("%s is on %v, counted as %d", term, pages, x.found[i])
			}
		}
		if got != want {
			t.Errorf("%s is on pages %s, not %s", term, got, want)
		}
	}
}

func TestPack(t *testing.T) {
	dictionary := []byte("woordenboek van het handboek ")
	p := newPacker(dictionary)
	for _, primed := range []bool{true, false, true} {
		text := strings.Repeat("het woordenboek van het handboek\x00\n\r\"\\ ", 40)
		packed, err := p.pack([]byte(text), primed)
		if err != nil {
			t.Fatal(err)
		}
		if !primed {
			dictionary = nil
		} else {
			dictionary = p.dictionary
		}
		got, err := io.ReadAll(flate.NewReaderDict(bytes.NewReader(unpacked(t, packed)), dictionary))
		if err != nil || string(got) != text {
			t.Errorf("primed %v: %v, %d bytes, not %d", primed, err, len(got), len(text))
		}
	}
}

// unpacked undoes the string of a script.
func unpacked(t *testing.T, packed []byte) []byte {
	t.Helper()
	text, err := strconv.Unquote(`"` + string(packed) + `"`)
	if err != nil {
		t.Fatal(err)
	}
	var out []byte
	bits, n := uint(0), 0
	for i := range len(text) {
		bits |= uint(text[i]) << n
		if n += 7; n >= 8 {
			out = append(out, byte(bits))
			bits >>= 8
			n -= 8
		}
	}
	return out
}

func TestSynonyms(t *testing.T) {
	got := synonyms([][]string{
		append(Alternatives("klant, klanten", "cliënt"), "klant"), Alternatives("wij / ons", "een zin die te lang is"),
		{"alleen"}, {"e-mail", "social media"}, {"nergens", "niet"},
	}, "nl", func(term string) bool { return term != "niet" && term != "nergen" })
	if want := "[[klant client] [wij ons] [email social media]]"; fmt.Sprint(got) != want {
		t.Errorf("got %v, not %s", got, want)
	}
}

func TestBetween(t *testing.T) {
	for _, c := range [][3]string{{"werk", "werktijd", "werkt"}, {"foto", "video", "v"}, {"één", "éénmaal", "éénm"}, {"ae", "aé", "aé"}} {
		if got := between(c[0], c[1]); got != c[2] || got <= c[0] || got > c[1] {
			t.Errorf("between %s and %s is %s, not %s", c[0], c[1], got, c[2])
		}
	}
}
