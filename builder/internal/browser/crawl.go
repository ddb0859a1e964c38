package browser

import (
	_ "embed"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
)

//go:embed collect.js
var collect string

// Visit is what the browser found on one page.
type Visit struct {
	// Path is the page's file below the site's root, with slashes.
	Path string
	// Final is the file that the reader ends on; another than Path where the
	// page leads on by itself.
	Final string
	// Links are the addresses that a reader can follow, Files those that the
	// page shows or loads; all absolute.
	Links, Files []string
	// IDs are the ids of all elements.
	IDs []string
	// Faults are what went wrong while it loaded.
	Faults []string
}

// Pages returns the paths of all HTML files below dir, with slashes.
func Pages(dir string) ([]string, error) {
	var pages []string
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(name) != ".html" {
			return err
		}
		rel, err := filepath.Rel(dir, name)
		pages = append(pages, filepath.ToSlash(rel))
		return err
	})
	return pages, err
}

// Crawl opens each page below root (an address that ends in a slash) in one of
// a few tabs that may ask for nothing outside of root.
func (b *Browser) Crawl(t testing.TB, root string, pages []string) []Visit {
	t.Helper()
	visits := make([]Visit, len(pages))
	b.Each(t, pages, []string{root}, func(tab *Tab, i int) error {
		v, err := visit(tab, root, pages[i])
		visits[i] = v
		return err
	})
	return visits
}

// Each calls do for each page, in tabs side by side. An error is the test's
// failure, and ends the tab it came from.
func (b *Browser) Each(t testing.TB, pages, allowed []string, do func(tab *Tab, i int) error) {
	t.Helper()
	const tabs = 3
	next := make(chan int)
	var work sync.WaitGroup
	for range tabs {
		tab := b.Tab(t, allowed...)
		work.Go(func() {
			for i := range next {
				if err := do(tab, i); err != nil {
					t.Errorf("%s: %v", pages[i], err)
				}
			}
		})
	}
	for i := range pages {
		next <- i
	}
	close(next)
	work.Wait()
}

// visit opens one page and looks at it.
func visit(tab *Tab, root, path string) (Visit, error) {
	address := root + (&url.URL{Path: path}).EscapedPath()
	if err := tab.Open(address); err != nil {
		return Visit{}, err
	}
	type page struct {
		Links, Files, IDs []string
		Refresh           bool
	}
	found, err := Eval[page](tab, collect)
	if err != nil {
		// It led on just now, so the page that it leads to answers.
		if err := tab.settle(); err != nil {
			return Visit{}, err
		}
		found, err = Eval[page](tab, collect)
	}
	here, err2 := tab.Location()
	if err := errors.Join(err, err2); err != nil {
		return Visit{}, err
	}
	if found.Refresh && here == address {
		if err := tab.Wait(fmt.Sprintf("location.href !== %q && document.readyState === 'complete'", address)); err != nil {
			return Visit{}, err
		}
		here, err = tab.Location()
	}
	final, _ := file(root, here)
	return Visit{path, final, found.Links, found.Files, found.IDs, tab.Faults()}, err
}

// file returns the path of the file behind an address below root; a folder is
// its index.html where a server says so. ok is false outside of root.
func file(root, address string) (path string, ok bool) {
	rest, ok := strings.CutPrefix(address, root)
	if !ok {
		return "", false
	}
	rest, _, _ = strings.Cut(rest, "#")
	rest, _, _ = strings.Cut(rest, "?")
	rest, err := url.PathUnescape(rest)
	if err != nil {
		return "", false
	}
	if (rest == "" || strings.HasSuffix(rest, "/")) && !strings.HasPrefix(root, "file:") {
		rest += "index.html"
	}
	return rest, true
}

// Judge returns all that is wrong with a crawled site: what its pages ran into,
// links and files that are not there, and pages that no link leads to. The
// site's files stand in dir; the crawl began at home ("index.html").
func Judge(dir, root, home string, visits []Visit) []string {
	s := newSite(dir, root, visits)
	for _, v := range visits {
		for _, fault := range v.Faults {
			s.fault(v.Path, fault)
		}
		for _, link := range unique(v.Links) {
			s.check(v.Path, link)
		}
		for _, name := range unique(v.Files) {
			s.check(v.Path, name)
		}
	}
	s.unreached(home)
	return s.faults
}

// Redirects tells whether the page leads on to another by itself.
func (v Visit) Redirects() bool { return v.Path != v.Final }

// has tells whether the page has an element with the id that a fragment names. One
// with a value hands that over to a script.
func (v Visit) has(fragment string) bool {
	id, err := url.PathUnescape(fragment)
	return err == nil && (id == "" || strings.Contains(id, "=") || slices.Contains(v.IDs, id))
}
