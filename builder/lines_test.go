package builder_test

import (
	"bytes"
	"context"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"vaandel/builder"
	"vaandel/builder/publish"
)

// TestLines holds that a page with lines is the page itself but for the lines: all
// of the starter handbook, and a page with one of each block, of which the lines are
// those of the words in it.
func TestLines(t *testing.T) {
	line := regexp.MustCompile(` data-line="\d+"`)
	for _, o := range []builder.Options{
		{Content: "../content", NoCache: true, Now: today, Live: true},
		{Content: written(t, map[string]string{"index.md": everyBlock, "ander.md": "---\nkind: checklist\n---\n# Ander\n\n- [ ] Taak\n"}), NoCache: true, Now: today, Live: true},
	} {
		engine, err := builder.New(o)
		if err != nil {
			t.Fatal(err)
		}
		defer engine.Close()
		result, err := engine.Build(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		pages := map[string]publish.File{}
		for _, f := range result.Output.Files {
			pages[f.Path] = f
		}
		for _, p := range result.Handbook.Pages {
			lined, err := result.Lines(p.Address)
			if err != nil {
				t.Fatal(err)
			}
			want, err := pages[p.Address].Content()
			if err != nil {
				t.Fatal(err)
			}
			if got := line.ReplaceAll(lined.HTML, nil); !bytes.Equal(got, want) {
				t.Errorf("%s is another page with lines", p.Source)
			}
			if lined.Source != p.Source {
				t.Errorf("%s is said to be %s", p.Source, lined.Source)
			}
		}
		if lined, err := result.Lines("search.html"); lined != nil || err != nil {
			t.Errorf("a page that nobody wrote has lines: %v, %v", lined, err)
		}
	}
}

// everyBlock has in each block the number of its line.
const everyBlock = `---
title: Blokken
---

## Kop 5

Alinea 7
en verder.

- Punt 10
- Punt 11

  Alinea 13

1. Punt 15

> Citaat 17

> [!NOTE]
> In een kader 20

| Cel 22 | B |
|---|---|
| Cel 24 | B |

` + "```" + `
Code 26
` + "```" + `

Term 30
: Uitleg 31

- [ ] Taak 33
- [ ] Taak 34

` + "```post network=linkedin\nBericht 37\n```\n"

func TestLinesAreRight(t *testing.T) {
	s := newSite(t, map[string]string{"index.md": everyBlock})
	o := s.options()
	o.Out, o.Live = "", true
	lined, err := s.build(o).Lines("index.html")
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	for _, m := range regexp.MustCompile(`(?s)<(?:p|li|h2|td|tr|dt|dd|th|pre)[^>]* data-line="(\d+)"[^>]*>(?:<[^>]*>|\s)*[^<\d]*(\d+)`).FindAllSubmatch(lined.HTML, -1) {
		found++
		// A fence begins on the line above its text.
		if string(m[1]) != string(m[2]) && !strings.Contains(string(m[0]), "<pre") {
			t.Errorf("line %s is told for what stands on %s", m[1], m[2])
		}
	}
	if found < 12 {
		t.Errorf("only %d blocks have a line\n%s", found, lined.HTML)
	}
	byLine := map[int]bool{}
	for _, n := range lined.IDs {
		byLine[n] = true
	}
	for _, n := range []int{33, 34, 36} {
		if !byLine[n] {
			t.Errorf("nothing has line %d: %v", n, lined.IDs)
		}
	}
	if lined.First != 4 {
		t.Errorf("the text begins on line %d", lined.First)
	}
}

// TestUnsaved holds that a text that has not been saved is built as if it were, and
// that nothing of it stays.
func TestUnsaved(t *testing.T) {
	s := newSite(t, map[string]string{"index.md": "# Begin\n", "a.md": "# Een\n\nOud.\n"})
	texts := map[string][]byte{}
	o := s.options()
	o.Out, o.Live, o.Unsaved = "", true, func() map[string][]byte { return texts }
	engine, err := builder.New(o)
	if err != nil {
		t.Fatal(err)
	}
	defer engine.Close()
	for i, c := range []struct {
		unsaved map[string][]byte
		has     string
	}{
		{nil, "Oud."},
		{map[string][]byte{"a.md": []byte("# Een\n\nNieuw.\n"), "weg.md": []byte("# Weg\n")}, "Nieuw."},
		{map[string][]byte{"a.md": {}}, "</html>"},
		{nil, "Oud."},
	} {
		texts = c.unsaved
		result, err := engine.Build(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		if n := len(result.Handbook.Pages); n != 2 {
			t.Errorf("build %d has %d pages", i, n)
		}
		page := ""
		for _, f := range result.Output.Files {
			if f.Path == "a.html" {
				data, err := f.Content()
				if err != nil {
					t.Fatal(err)
				}
				page = string(data)
			}
		}
		if !strings.Contains(page, c.has) || c.unsaved != nil && strings.Contains(page, "Oud.") {
			t.Errorf("build %d: the page is\n%s", i, page)
		}
		if edited := fmt.Sprint(result.Edited); i > 0 && edited != "[a.html]" {
			t.Errorf("build %d: edited is %s", i, edited)
		}
	}
}

// written is a content folder with these files.
func written(t *testing.T, files map[string]string) string {
	return newSite(t, files).content
}
