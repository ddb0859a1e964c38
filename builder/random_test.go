package builder_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"vaandel/builder"
)

// parts are what random pages are put together from: each depends in its own way
// on other pages and files, or is wrong in its own way.
var parts = []string{
	"Gewone tekst.",
	"## Afspraken",
	"## Over %[1]s",
	"Zie [%[1]s](%[1]s.md).",
	"Zie [afspraken](%[1]s.md#afspraken).",
	"Zie [[%[1]s]] en [[Titel %[1]s]].",
	"Zie [het blad](../los/blad-%[2]d.svg).",
	"![Een blad](../los/blad-%[2]d.svg)",
	"![](%[1]s.md)",
	"- [ ] Eerst %[1]s\n- [ ] Dan [verder](%[1]s.md)",
	"| a | b |\n|---|---|\n| %[1]s | %[2]d |",
	"> [!TIP]\n> Kijk bij %[1]s.",
	"[buiten](https://voorbeeld.example/%[1]s) en [weg](nergens-%[2]d.md)",
}

// fronts are front matter of random pages.
var fronts = []string{
	"", "", "", "",
	"---\ntitle: Titel %[1]s\ntags: [een, twee]\n---\n",
	"---\ndraft: true\n---\n",
	"---\nkind: checklist\ntitle: Lijst\n---\n",
	"---\norder: %[2]d\nreview_by: 2020-01-0%[2]d\n---\n",
	"---\naliases: [/oud-%[2]d]\nsummary: Over %[1]s\n---\n",
	"---\nkind: policy\n---\n",
	"---\nonbekend: %[1]s\n---\n",
}

// randomBook edits a folder at random.
type randomBook struct {
	*site
	*rand.Rand
}

func (b randomBook) pick(list []string) string {
	return fmt.Sprintf(list[b.IntN(len(list))]+"%[3]s", b.name(), 1+b.IntN(3), "")
}

// name is one of twelve pages.
func (b randomBook) name() string { return fmt.Sprintf("p%d", b.IntN(12)) }

// edit changes one thing.
func (b randomBook) edit() {
	page := fmt.Sprintf("%s/%s.md", []string{"een", "twee"}[b.IntN(2)], b.name())
	switch b.IntN(10) {
	case 0:
		os.Remove(filepath.Join(b.content, page)) // it may not be there
	case 1:
		b.write(fmt.Sprintf("los/blad-%d.svg", 1+b.IntN(3)),
			fmt.Sprintf(`<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="10"><path d="M0 0h20v10z"/></svg>`, 20+b.IntN(3)))
	case 2:
		b.write("handbook.yaml", fmt.Sprintf("title: Boek %d\nlanguages: [nl, en]\n", b.IntN(2)))
	case 3:
		b.write(strings.Replace(page, ".md", ".en.md", 1), "# In English\n\n"+b.pick(parts)+"\n")
	case 4, 5, 6: // more text and nothing else
		name := filepath.Join(b.content, page)
		if text, err := os.ReadFile(name); err == nil {
			b.write(page, string(text)+"\nNog een zin.\n")
		}
	default:
		text := b.pick(fronts)
		for range b.IntN(4) {
			text += "\n" + b.pick(parts) + "\n"
		}
		b.write(page, text)
	}
}

// TestRandomEdits holds that, whatever is done to a handbook, a warm build makes
// the site and tells the mistakes of a cold one. One engine stays open, and every
// third build is another process's.
func TestRandomEdits(t *testing.T) {
	const rounds = 40
	s := newSite(t, map[string]string{"index.md": "# Begin\n"})
	b := randomBook{s, rand.New(rand.NewPCG(7, 11))}
	for range 15 {
		b.edit()
	}
	o := s.options()
	o.KeepGoing = true
	engine, err := builder.New(o)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { engine.Close() }()
	var few int
	for round := range rounds {
		if round%3 == 2 {
			engine.Close()
			if engine, err = builder.New(o); err != nil {
				t.Fatal(err)
			}
		}
		for range 1 + b.IntN(2) {
			b.edit()
		}
		r, err := engine.Build(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if r.Stats.Rendered <= 4 { // a page or two, with the booklets that hold them
			few++
		}
		s.sameAsCold(r)
		if t.Failed() {
			t.Fatalf("in round %d", round)
		}
	}
	if few < rounds/5 {
		t.Errorf("only %d of %d builds rendered few pages", few, rounds)
	}
}
