package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/evanw/esbuild/pkg/api"

	"vaandel/builder/internal/browser"
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
		f.builds.index = append(f.builds.index, s)
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
	f.builds.packed = s
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

// browsePeers measures the peers as [bench.browse] measures ours: what their
// scripts load and take, and Pagefind's own box.
func (b *bench) browsePeers(dir string, queries []string, f *found) error {
	s := serve(dir)
	defer s.Close()
	for i, query := range queries {
		next := queries[(i+1)%len(queries)]
		if err := b.ask(s, "pagefind.html", query, next, &f.pagefind); err != nil {
			return err
		}
		// Its index is loaded whole, so a few will do.
		if i < 8 {
			if err := b.ask(s, "minisearch.html", query, next, &f.minisearch); err != nil {
				return err
			}
		}
		if err := b.typePagefind(s, query, next, &f.pagefindBox); err != nil {
			return err
		}
	}
	return nil
}

// ask asks a query of a script alone, without a box: on a page that has loaded
// nothing, then another, then that once more.
func (b *bench) ask(s *site, page, query, next string, p *peer) error {
	x := box{site: s, page: page, field: "input", host: "main", shown: "() => true"}
	tab, err := x.open(b.chromium)
	if err != nil {
		return err
	}
	defer tab.Close()
	var loads []traffic
	for i, each := range []string{query, next, next} {
		t, loaded, err := x.time(tab, each, func() (took, error) {
			return browser.Eval[took](tab, fmt.Sprintf("ask(%s)", literal(each)))
		})
		if err != nil {
			return err
		}
		loads = append(loads, loaded)
		b.tell("%s %q: %s, %v", page, each, t, loaded)
		switch i {
		case 0:
			p.cold = append(p.cold, t)
		case 1:
			p.fetched = append(p.fetched, t)
		case 2:
			p.loaded = append(p.loaded, t)
		}
	}
	p.first, p.further = append(p.first, loads[0]), append(p.further, loads[1])
	return nil
}

// typePagefind types into Pagefind's box. It waits for 300 ms without a key
// before it searches, so keys are not measured one by one: from the last one on.
func (b *bench) typePagefind(s *site, query, first string, p *peer) error {
	x := box{site: s, page: "box.html", field: ".pagefind-ui__search-input", host: ".pagefind-ui", shown: `(host, query) => {
		const said = host.querySelector(".pagefind-ui__message")?.textContent ?? "";
		const links = host.querySelectorAll(".pagefind-ui__result-link").length;
		return said.endsWith("gevonden voor " + query) && (said.startsWith("0 ") || (links > 0 && !host.querySelector(".pagefind-ui__loading")));
	}`}
	tab, err := x.open(b.chromium)
	if err != nil {
		return err
	}
	defer tab.Close()
	t, _, err := x.paste(tab, first)
	if err != nil {
		return err
	}
	p.cold = append(p.cold, t)
	for i := range 2 {
		if _, err := browser.Eval[bool](tab, "watched.clear()"); err != nil {
			return err
		}
		t, loaded, err := x.press(tab, query, query)
		if err != nil {
			return err
		}
		b.tell("Pagefind's box %q: %s, %v", query, t, loaded)
		if i == 0 {
			p.fetched, p.typed = append(p.fetched, t), append(p.typed, loaded)
		} else {
			p.loaded = append(p.loaded, t)
		}
	}
	return nil
}
