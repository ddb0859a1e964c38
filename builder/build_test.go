package builder_test

import (
	"bytes"
	"context"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"vaandel/builder"
)

// site is a content folder with an output folder and a cache of its own.
type site struct {
	t                   *testing.T
	content, out, cache string
}

func newSite(t *testing.T, files map[string]string) *site {
	t.Helper()
	dir := t.TempDir()
	s := &site{t, filepath.Join(dir, "content"), filepath.Join(dir, "public"), filepath.Join(dir, "cache")}
	for name, text := range files {
		s.write(name, text)
	}
	return s
}

func (s *site) write(name, text string) {
	s.t.Helper()
	p := filepath.Join(s.content, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(p), 0o755); err != nil {
		s.t.Fatal(err)
	}
	if err := os.WriteFile(p, []byte(text), 0o644); err != nil {
		s.t.Fatal(err)
	}
}

func (s *site) options() builder.Options {
	return builder.Options{Content: s.content, Out: s.out, Cache: s.cache, Now: today}
}

// build builds as a new process would.
func (s *site) build(o builder.Options) *builder.Result {
	s.t.Helper()
	engine, err := builder.New(o)
	if err != nil {
		s.t.Fatal(err)
	}
	defer engine.Close()
	result, err := engine.Build(context.Background())
	if err != nil {
		s.t.Fatal(err)
	}
	return result
}

// contents reads all files of a folder.
func contents(t *testing.T, dir string) map[string][]byte {
	t.Helper()
	files := map[string][]byte{}
	err := filepath.WalkDir(dir, func(p string, e os.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := os.ReadFile(p)
		rel, _ := filepath.Rel(dir, p)
		files[filepath.ToSlash(rel)] = data
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// sameAsCold holds that the site in the output folder is what a build without
// any memory makes, byte for byte, and that r, the result of the warm one, tells
// the same mistakes.
func (s *site) sameAsCold(r *builder.Result) {
	s.t.Helper()
	cold := filepath.Join(s.t.TempDir(), "cold")
	o := s.options()
	o.Out, o.Cache, o.NoCache, o.KeepGoing = cold, "", true, true
	if fresh := s.build(o); !slices.Equal(r.Diagnostics, fresh.Diagnostics) {
		s.t.Errorf("%d mistakes, a cold build tells %d:\n%v\n%v",
			len(r.Diagnostics), len(fresh.Diagnostics), r.Diagnostics, fresh.Diagnostics)
	}
	want, got := contents(s.t, cold), contents(s.t, s.out)
	for _, name := range slices.Sorted(maps.Keys(want)) {
		if !bytes.Equal(got[name], want[name]) && name != ".vaandel" {
			s.t.Errorf("%s differs from a cold build", name)
		}
	}
	for name := range got {
		if _, ok := want[name]; !ok && !strings.HasPrefix(name, "assets/") {
			s.t.Errorf("%s is not in a cold build", name)
		}
	}
}

// handbook is a small one in which pages depend on each other in many ways.
var handbookFiles = map[string]string{
	"handbook.yaml":        "title: Proef\nlanguages: [nl, en]\nsections:\n  - folder: beleid\n    title: Beleid\n",
	"index.md":             "# Welkom\n\nZie [werktijd](beleid/werktijd.md).\n",
	"index.en.md":          "# Welcome\n",
	"beleid/werktijd.md":   "---\ntags: [tijd]\n---\n# Werktijd\n\n## Afspraken\n\nTekst.\n",
	"beleid/rust.md":       "# Rust\n\nZie [[Werktijd]] en [afspraken](werktijd.md#afspraken).\n",
	"beleid/eigen.md":      "# Eigen\n\n![](../lijst.md)\n",
	"lijst.md":             "---\nkind: checklist\n---\n# Lijst\n\n- [ ] Een\n- [ ] Twee\n",
	"los/stuk.md":          "# Stuk\n\n![Een blad](blad.svg)\n",
	"los/blad.svg":         `<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"><path d="M0 0h20v10z"/></svg>`,
	"los/niet-genoemd.txt": "blijft thuis",
}

// TestEdits changes a handbook in many ways. After every edit the site is that
// of a cold build, and no more pages are rendered than show the change.
func TestEdits(t *testing.T) {
	s := newSite(t, handbookFiles)
	first := s.build(s.options())
	if first.Stats.Parsed != 7 || first.Stats.Rendered != first.Stats.Pages {
		t.Errorf("the first build parsed %d and rendered %d of %d pages", first.Stats.Parsed, first.Stats.Rendered, first.Stats.Pages)
	}
	s.sameAsCold(first)
	for _, edit := range []struct {
		name             string
		act              func()
		parsed, rendered int
	}{
		{"nothing", func() {}, 0, 0},
		// A page stands in its own file, the booklet of its section and that of
		// the whole handbook.
		{"text of one page", func() { s.write("beleid/rust.md", "# Rust\n\nAnders.\n") }, 1, 3},
		{"back again", func() { s.write("beleid/rust.md", handbookFiles["beleid/rust.md"]) }, 0, 3},
		{"an item of an embedded checklist", func() { s.write("lijst.md", handbookFiles["lijst.md"]+"- [ ] Drie\n") }, 1, 4},
		{"a picture", func() { s.write("los/blad.svg", strings.Replace(handbookFiles["los/blad.svg"], "20\" h", "40\" h", 1)) }, 0, 2},
		{"a heading that is linked to", func() {
			s.write("beleid/werktijd.md", strings.Replace(handbookFiles["beleid/werktijd.md"], "## Afspraken", "## Regels", 1))
		}, 1, 4},
		{"a file that nothing refers to", func() { s.write("los/niet-genoemd.txt", "nog steeds") }, 0, 0},
		{"a page goes", func() {
			if err := os.Remove(filepath.Join(s.content, "los", "stuk.md")); err != nil {
				t.Fatal(err)
			}
		}, 0, -1},
		{"a new page", func() { s.write("beleid/nieuw.md", "# Nieuw\n") }, 1, -1},
		{"a title", func() { s.write("beleid/nieuw.md", "# Heel anders\n") }, 1, -1},
		{"a translation", func() { s.write("beleid/rust.en.md", "# Rest\n") }, 1, -1},
		{"the title of the handbook", func() {
			s.write("handbook.yaml", strings.Replace(handbookFiles["handbook.yaml"], "Proef", "Boek", 1))
		}, 0, -1},
	} {
		edit.act()
		r := s.build(s.options())
		if r.Stats.Parsed != edit.parsed {
			t.Errorf("%s: parsed %d pages, want %d", edit.name, r.Stats.Parsed, edit.parsed)
		}
		if edit.rendered >= 0 && r.Stats.Rendered != edit.rendered {
			t.Errorf("%s: rendered %d pages, want %d", edit.name, r.Stats.Rendered, edit.rendered)
		}
		if edit.name == "nothing" && r.Stats.Written != 0 {
			t.Errorf("wrote %d files for nothing", r.Stats.Written)
		}
		s.sameAsCold(r)
	}
}

// TestOneEngine holds that one engine that builds again does what new ones do.
func TestOneEngine(t *testing.T) {
	s := newSite(t, handbookFiles)
	engine, err := builder.New(s.options())
	if err != nil {
		t.Fatal(err)
	}
	defer engine.Close()
	for i, text := range []string{"Een.", "Twee.", "Drie."} {
		s.write("beleid/rust.md", "# Rust\n\n"+text+"\n")
		r, err := engine.Build(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		if i > 0 && r.Stats.Rendered != 3 { // the page, and two booklets that hold it
			t.Errorf("build %d rendered %d pages", i, r.Stats.Rendered)
		}
		s.sameAsCold(r)
	}
}

// TestOnlyWhatIsLinked holds that a file nobody refers to is not published.
func TestOnlyWhatIsLinked(t *testing.T) {
	s := newSite(t, handbookFiles)
	s.build(s.options())
	for name, data := range contents(t, s.out) {
		if bytes.Contains(data, []byte("blijft thuis")) {
			t.Errorf("published in %s", name)
		}
	}
}

// TestErrorsKeepTheLastSite holds that a mistake leaves the last good site, that
// KeepGoing publishes all the same, and what Strict minds.
func TestErrorsKeepTheLastSite(t *testing.T) {
	s := newSite(t, handbookFiles)
	s.build(s.options())
	before := contents(t, s.out)
	s.write("beleid/rust.md", "---\nkind: policy\n---\n# Rust\n") // without owner, version, dates
	r := s.build(s.options())
	if r.Published || !maps.EqualFunc(before, contents(t, s.out), bytes.Equal) {
		t.Error("a handbook with errors was published")
	}
	o := s.options()
	o.KeepGoing = true
	if r = s.build(o); !r.Published {
		t.Error("KeepGoing did not publish")
	}
	s.write("beleid/rust.md", "# Rust\n\n[weg](weg.md)\n") // a warning
	o = s.options()
	o.Strict = true
	if r = s.build(o); r.Published || len(r.Diagnostics) != 1 {
		t.Errorf("Strict published %v with %v", r.Published, r.Diagnostics)
	}
	if r = s.build(s.options()); !r.Published {
		t.Error("a warning kept the site back")
	}
}

func TestDrafts(t *testing.T) {
	s := newSite(t, handbookFiles)
	s.write("beleid/later.md", "---\ndraft: true\n---\n# Later\n")
	s.build(s.options())
	if _, ok := contents(t, s.out)["beleid/later.html"]; ok {
		t.Error("a draft was published")
	}
	o := s.options()
	o.Drafts = true
	s.build(o)
	if _, ok := contents(t, s.out)["beleid/later.html"]; !ok {
		t.Error("Drafts left a draft out")
	}
}
