package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/evanw/esbuild/pkg/api"

	"vaandel/builder/internal/measure"
)

// Pagefind indexes the HTML of our site as it stands, without booklets: these
// hold the text of their pages once more, and no site would have them found.
// MiniSearch gets the sections of the pages, and the settings that VitePress
// gives it (testdata/minisearch.mjs).

// findPeers looks for the programs, or says what is missing.
func (b *bench) findPeers() {
	found, err := filepath.Glob(filepath.Join(b.testdata, "node_modules", "@pagefind", "*", "bin", "pagefind_extended*"))
	found = onlyPrograms(found)
	if err != nil || len(found) == 0 {
		fmt.Fprintln(b.out, "Pagefind and MiniSearch: skipped, they are not installed (make bench-search)")
		return
	}
	b.pagefind = found[0]
}

// onlyPrograms leaves out the check sums beside a program.
func onlyPrograms(names []string) (out []string) {
	for _, name := range names {
		if ext := filepath.Ext(name); ext == "" || ext == ".exe" {
			out = append(out, name)
		}
	}
	return out
}

// indexPeers makes the folder "peers" with both indexes and a page for each.
func (b *bench) indexPeers(place, dir, content string, f *found) error {
	peers := filepath.Join(place, "peers")
	if err := linkPages(dir, peers); err != nil {
		return err
	}
	for range b.runs {
		s, said, err := measure.Take(b.ctx, nil, b.pagefind, "--site", peers)
		if err != nil {
			return err
		}
		f.builds.pagefind = append(f.builds.pagefind, s)
		f.builds.indexed = lineWith(said, "Indexed", "pages")
	}
	// The index, without what shows it.
	made := filepath.Join(peers, "pagefind")
	var err error
	if f.pagefind.disk, f.pagefind.files, err = weigh(filepath.Join(made, "index"), filepath.Join(made, "fragment")); err != nil {
		return err
	}
	metas, err := filepath.Glob(filepath.Join(made, "*.pf_meta"))
	if err != nil {
		return err
	}
	for _, name := range metas {
		info, err := os.Stat(name)
		if err != nil {
			return err
		}
		f.pagefind.disk += info.Size()
		f.pagefind.files++
	}
	return b.indexMiniSearch(peers, content, f)
}

// indexMiniSearch makes the index of MiniSearch, and its script as a page loads
// it.
func (b *bench) indexMiniSearch(peers, content string, f *found) error {
	index := filepath.Join(peers, "minisearch.json")
	s, _, err := measure.Take(b.ctx, nil, "node", filepath.Join(b.testdata, "minisearch.mjs"), content, index)
	if err != nil {
		return err
	}
	f.builds.minisearch = append(f.builds.minisearch, s)
	script, err := os.ReadFile(filepath.Join(b.testdata, "node_modules", "minisearch", "dist", "es", "index.js"))
	if err != nil {
		return err
	}
	small := api.Transform(string(script), api.TransformOptions{MinifyWhitespace: true, MinifyIdentifiers: true, MinifySyntax: true})
	if len(small.Errors) > 0 {
		return fmt.Errorf("minisearch: %s", small.Errors[0].Text)
	}
	if err := os.WriteFile(filepath.Join(peers, "minisearch.js"), small.Code, 0o644); err != nil {
		return err
	}
	for _, page := range []string{"pagefind.html", "minisearch.html", "box.html"} {
		html, err := os.ReadFile(filepath.Join(b.testdata, page))
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(peers, page), html, 0o644); err != nil {
			return err
		}
	}
	info, err := os.Stat(index)
	if err == nil {
		f.minisearch.disk, f.minisearch.files = info.Size(), 1
	}
	return err
}

// linkPages puts all pages of a site into another folder, without booklets.
func linkPages(from, to string) error {
	return filepath.WalkDir(from, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(name) != ".html" || d.Name() == "alles.html" {
			return err
		}
		rel, err := filepath.Rel(from, name)
		if err != nil {
			return err
		}
		other := filepath.Join(to, rel)
		if err := os.MkdirAll(filepath.Dir(other), 0o755); err != nil {
			return err
		}
		return os.Link(name, other)
	})
}

// lineWith returns the first line of a text that has both words.
func lineWith(text string, words ...string) string {
	for line := range strings.Lines(text) {
		if strings.Contains(line, words[0]) && strings.Contains(line, words[1]) {
			return strings.TrimSpace(line)
		}
	}
	return ""
}
