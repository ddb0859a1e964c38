package builder_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"vaandel/builder"
)

const policyFront = "---\nkind: policy\nowner: hr\nversion: \"1.2\"\nreviewed: 2026-05-01\nreview_by: 2027-05-01\n"

// bookletFiles is a handbook whose pages have ids in common, and refer to each
// other, to what lies in another section and to what only one language has.
var bookletFiles = map[string]string{
	"handbook.yaml": "title: {nl: Boek, en: Book}\norganisation: Voorbeeld BV\nsummary: {nl: Over ons., en: About us.}\n" +
		"languages: [nl, en]\nurl: https://boek.voorbeeld.example/\n" +
		"contacts:\n  - {id: hr, name: Team HR}\n" +
		"sections:\n  - {folder: beleid, title: {nl: Beleid, en: Policy}}\n  - {folder: les, title: {nl: Leren, en: Learning}, kind: training}\n",
	"index.md":              "# Welkom\n\nZie [afspraken](beleid/werktijd.md#afspraken), [meer](beleid/diep/index.md) en [in het Engels](index.en.md).\n",
	"index.en.md":           "# Welcome\n\n[hours](beleid/werktijd.md), [rest](beleid/rust.md)\n",
	"beleid/index.md":       "# Beleid\n\nTekst vooraf.\n",
	"beleid/werktijd.md":    policyFront + "in_short: [Twee uur.]\norder: 1\n---\n# Werktijd\n\n## Afspraken\n\nTekst.[^1] [rust](rust.md#afspraken) [les](../les/een.md) [elders](https://elders.example/)\n\n[^1]: Een noot.\n",
	"beleid/rust.md":        "---\norder: 2\n---\n# Rust\n\n## Afspraken\n\nTekst.[^1]\n\n![](../lijst.md)\n\n[^1]: Nog een noot.\n",
	"beleid/diep/index.md":  "---\norder: 3\n---\n# Diep\n\n## Kop\n\n### Lager\n",
	"beleid/diep/meer.md":   "# Meer\n\n## Kop\n\n### Lager\n\n#### Laagst\n",
	"beleid/werktijd.en.md": policyFront + "in_short: [Two hours.]\n---\n# Hours\n",
	"les/index.md":          "# Leren\n",
	"les/een.md":            "# Les een\n\n## Wat klopt?\n\n- [x] Dit wel\n- [ ] Dit niet\n\n> Daarom.\n\n## Wat nog meer?\n\n- [ ] Nee\n- [x] Ja\n",
	"lijst.md":              "---\nkind: checklist\n---\n# Lijst\n\n- [ ] Een\n- [ ] Twee\n",
}

// TestBooklet holds what stands in the document of the whole handbook, and in
// which order.
func TestBooklet(t *testing.T) {
	s := newSite(t, bookletFiles)
	s.build(s.options())
	files := contents(t, s.out)
	has(t, files, "alles.html", "<title>Boek, compleet", `name="robots" content="noindex`,
		"<h1>Boek</h1>", "Over ons.", "Voorbeeld BV", "1\u00a0mei 2026", `href="https://boek.voorbeeld.example/"`, "<vaandel-print", "hidden",
		`href="#ch-index"`, `href="#ch-beleid--index"`, "1</span> Beleid", "1.1</span> Werktijd", "1.3.1</span> Meer", "2.1</span> Les een", `href="#v-answers"`,
		`id="ch-index"`, "Welkom</h2>", `href="#in-beleid--werktijd--h-afspraken"`, `href="#ch-beleid--diep--index"`, `href="en/index.html" hreflang="en"`,
		`chapter-part" id="ch-beleid--index"`, "Beleid</h2>", "Tekst vooraf.",
		`id="ch-beleid--werktijd"`, "Werktijd</h3>", "Twee uur.", `<h4 id="in-beleid--werktijd--h-afspraken">`, `href="#in-beleid--rust--h-afspraken"`, `href="#ch-les--een"`,
		"Noten bij Werktijd", "Versie 1.2", "Team HR", "1\u00a0mei 2027",
		"Rust</h3>", `type="checkbox"`, "Noten bij Rust",
		"Diep</h3>", "Kop</h4>", "Lager</h5>", "Meer</h4>", "Kop</h5>", "Lager</h6>", "Laagst</h6>",
		"Leren</h2>", "Vraag 1", "Dit niet", "Vraag 2", "achterin",
		`id="v-answers"`, "Vraag 1", "Dit wel", "Daarom.", "Vraag 2", "<li>Ja</li>")
	if bytes.Contains(files["alles.html"], []byte("<details><summary>Bekijk")) {
		t.Error("the answer stands at the question")
	}
	has(t, files, "beleid/alles.html", "Boek", "<h1>Beleid</h1>", "1</span> Werktijd", "Om te beginnen</h2>", "Werktijd</h2>", `href="../les/een.html"`, "Meer</h3>")
	has(t, files, "en/alles.html", `lang="en"`, "Book", "Hours", `href="../beleid/rust.html" hreflang="nl"`)
	has(t, files, "index.html", `href="alles.html">Alles op papier`)
	has(t, files, "beleid/rust.html", `href="../alles.html">Alles op papier`)
	has(t, files, "beleid/index.html", `href="alles.html">Dit onderdeel afdrukken`)
	has(t, files, "en/index.html", `href="alles.html">All of it on paper`)
	has(t, files, "404.html", `href="/alles.html">Alles op papier`)
	for name, data := range files {
		if strings.HasSuffix(name, "alles.html") {
			sound(t, name, data)
		}
	}
	for _, none := range []string{"en/beleid/alles.html", "beleid/diep/alles.html"} {
		if _, ok := files[none]; ok {
			t.Errorf("there is %s, of one page or inside another section", none)
		}
	}
	if bytes.Contains(files["beleid/diep/index.html"], []byte("Dit onderdeel afdrukken")) {
		t.Error("a folder inside a section leads to a document of its own")
	}
}

// sound holds that ids are unique, that what refers to one finds it, and that
// headings leave out no level.
func sound(t *testing.T, name string, data []byte) {
	t.Helper()
	root, err := html.Parse(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	ids, wanted, level := map[string]bool{}, []string{}, 0
	for n := range root.Descendants() {
		for _, a := range n.Attr {
			switch a.Key {
			case "id":
				if ids[a.Val] {
					t.Errorf("%s: the id %s is there twice", name, a.Val)
				}
				ids[a.Val] = true
			case "for", "aria-labelledby", "aria-describedby":
				wanted = append(wanted, strings.Fields(a.Val)...)
			case "href":
				if id, ok := strings.CutPrefix(a.Val, "#"); ok {
					wanted = append(wanted, id)
				}
			}
		}
		if h := n.Data; n.Type == html.ElementNode && len(h) == 2 && h[0] == 'h' && h[1] >= '1' && h[1] <= '6' {
			if next := int(h[1] - '0'); next > level+1 || next == 1 && level > 0 {
				t.Errorf("%s: h%d follows h%d", name, next, level)
			} else {
				level = next
			}
		}
	}
	for _, id := range wanted {
		if !ids[id] {
			t.Errorf("%s: nothing has the id %s", name, id)
		}
	}
}

// TestBookletsOfLastTime holds that a booklet follows its pages and what they
// embed, and is not made again for others; and that one which the output lost is
// made again of pages that were not looked at, all at the same time.
func TestBookletsOfLastTime(t *testing.T) {
	s := newSite(t, bookletFiles)
	s.build(s.options())
	for _, edit := range []struct {
		name     string
		act      func()
		rendered int
	}{
		{"nothing", func() {}, 0},
		{"a page of one section", func() { s.write("les/een.md", bookletFiles["les/een.md"]+"\nTot slot.\n") }, 3},
		{"a checklist that another section embeds", func() { s.write("lijst.md", bookletFiles["lijst.md"]+"- [ ] Drie\n") }, 4},
		{"a page in English", func() { s.write("index.en.md", "# Welcome\n\nHello.\n") }, 2},
		{"a booklet was lost", func() { s.remove("beleid/alles.html") }, 1},
		{"all was lost", func() { s.remove("") }, -1},
	} {
		edit.act()
		r := s.build(s.options())
		if edit.rendered >= 0 && r.Stats.Rendered != edit.rendered {
			t.Errorf("%s: rendered %d pages, want %d", edit.name, r.Stats.Rendered, edit.rendered)
		}
		s.sameAsCold(r)
	}
}

// remove takes a file or folder of the output away.
func (s *site) remove(name string) {
	s.t.Helper()
	if err := os.RemoveAll(filepath.Join(s.out, filepath.FromSlash(name))); err != nil {
		s.t.Fatal(err)
	}
}

// TestBookletBounds holds that what nobody prints has no booklet, and no link to
// one.
func TestBookletBounds(t *testing.T) {
	for _, c := range []struct {
		folders, pages int // and a page of each folder, and the home page
		want           []string
	}{
		{1, 298, []string{"alles.html", "deel-0/alles.html"}},
		{1, 299, []string{"deel-0/alles.html"}},
		{1, 300, nil},
		{2, 299, []string{"deel-0/alles.html", "deel-1/alles.html"}},
		{100, 29, nil}, // 3,001 in all
	} {
		files := map[string]string{"index.md": "# Begin\n"}
		for i := range c.folders {
			files[fmt.Sprintf("deel-%d/index.md", i)] = "# Deel\n"
			for j := range c.pages {
				files[fmt.Sprintf("deel-%d/p%d.md", i, j)] = "# Pagina\n"
			}
		}
		s := newSite(t, files)
		engine, err := builder.New(builder.Options{Content: s.content, NoCache: true, Now: today})
		if err != nil {
			t.Fatal(err)
		}
		r, err := engine.Build(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, f := range r.Output.Files {
			if strings.HasSuffix(f.Path, "alles.html") {
				got = append(got, f.Path)
			}
			if f.Path != "index.html" && f.Path != "deel-0/index.html" {
				continue
			}
			f, err := f.Ready()
			if err != nil {
				t.Fatal(err)
			}
			page, err := f.Content()
			if err != nil {
				t.Fatal(err)
			}
			own := filepath.ToSlash(filepath.Join(filepath.Dir(f.Path), "alles.html"))
			if linked := bytes.Contains(page, []byte(`href="alles.html"`)); linked != slices.Contains(c.want, own) {
				t.Errorf("%d folders of %d: %s has a link to its document: %v", c.folders, c.pages, f.Path, linked)
			}
		}
		engine.Close()
		if slices.Sort(got); !slices.Equal(got, c.want) {
			t.Errorf("%d folders of %d pages have %v, not %v", c.folders, c.pages, got, c.want)
		}
	}
}

// TestBookletAddress holds that a page, or an old address, at the address of a
// booklet is told with the page's file.
func TestBookletAddress(t *testing.T) {
	for file, text := range map[string]string{
		"beleid/alles.md": "# Alles\n",
		"beleid/rust.md":  "---\naliases: [/alles.html]\n---\n# Rust\n",
	} {
		s := newSite(t, bookletFiles)
		s.write(file, text)
		r := s.build(s.options())
		found := false
		for _, d := range r.Diagnostics {
			found = found || d.Rule == "address-kept" && d.File == file
		}
		if !found || r.Published {
			t.Errorf("%s: %v", file, r.Diagnostics)
		}
	}
}
