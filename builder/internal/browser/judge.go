package browser

import (
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"
)

// notFoundPage is what a server shows for an address that it doesn't have.
const notFoundPage = "404.html"

// site is a crawled site under examination.
type site struct {
	dir, root string
	visits    map[string]Visit
	faults    []string
}

func newSite(dir, root string, visits []Visit) *site {
	s := &site{dir: dir, root: root, visits: map[string]Visit{}}
	for _, v := range visits {
		s.visits[v.Path] = v
	}
	return s
}

func (s *site) fault(page, text string) { s.faults = append(s.faults, page+": "+text) }

// check follows one address that a page refers to.
func (s *site) check(page, address string) {
	if s.foreign(address) {
		return
	}
	path, inside := file(s.root, address)
	if !inside {
		s.fault(page, "leads out of the site: "+address)
		return
	}
	info, err := os.Stat(filepath.Join(s.dir, filepath.FromSlash(path)))
	switch {
	case err != nil:
		s.fault(page, "leads to nothing: "+address)
		return
	case info.IsDir():
		s.fault(page, "leads to a folder, which shows a list of files: "+address)
		return
	}
	_, fragment, _ := strings.Cut(address, "#")
	if target, isPage := s.visits[path]; isPage && !target.Redirects() && !target.has(fragment) {
		s.fault(page, fmt.Sprintf("leads to no place on %s: #%s", path, fragment))
	}
}

// foreign tells whether an address is another site's, a mail address or a
// telephone number. Another path of our own server is not.
func (s *site) foreign(address string) bool {
	own, err := url.Parse(s.root)
	if err != nil {
		return false
	}
	u, err := url.Parse(address)
	return err == nil && (u.Scheme != own.Scheme || u.Host != own.Host)
}

// unreached finds the pages that nobody gets to who begins at home. Pages that
// only lead on, for old addresses, and the page for what is not found have no
// links to them.
func (s *site) unreached(home string) {
	reached, queue := map[string]bool{home: true}, []string{home}
	for len(queue) > 0 {
		page := queue[0]
		queue = queue[1:]
		for _, link := range s.visits[page].Links {
			path, inside := file(s.root, link)
			if _, isPage := s.visits[path]; inside && isPage && !reached[path] {
				reached[path] = true
				queue = append(queue, path)
			}
		}
	}
	for _, path := range sortedPaths(s.visits) {
		if v := s.visits[path]; !reached[path] && !v.Redirects() && path != notFoundPage {
			s.fault(path, "no link leads here")
		}
	}
}

// sortedPaths returns the paths of all pages in order.
func sortedPaths(visits map[string]Visit) []string {
	paths := make([]string, 0, len(visits))
	for path := range visits {
		paths = append(paths, path)
	}
	return unique(paths)
}
