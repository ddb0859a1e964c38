package main

import (
	"context"
	"fmt"
	"net"
	"os"
	"path"
	"path/filepath"
	"strings"

	"vaandel/builder/internal/generate"
	"vaandel/builder/internal/hugo"
)

// side is one of the two programs, with pages of its own, and what was found out
// about it.
type side struct {
	name    string
	file    string // the page that is edited
	source  string // what it says without an edit
	address string // of the page, below that of the server
	edits   int
	caches  bool // it starts quicker with what it learnt before
	serve   func(ctx context.Context, round int) (*server, error)

	server *server
	screen *screen

	cold, warm []float64            // until the first page, in milliseconds
	shown      map[string][]float64 // until an edit is on screen, by the way of saving
	unseen     int                  // edits that never were
	memory     int64                // bytes, at the highest
}

// token is the word by which the last edit is known.
func (s *side) token() string { return fmt.Sprintf("bewerking%05d", s.edits) }

// text is the page with the last edit: its first paragraph is another.
func (s *side) text() []byte {
	return []byte(strings.Replace(s.source, "\n---\n\n", "\n---\n\nHier staat "+s.token()+" van de proef.\n\n", 1))
}

// sides writes the pages of both.
func (b *bench) sides(place string, pages int) ([]*side, error) {
	book, err := generate.New(generate.Options{Pages: pages, Seed: seed, Config: true})
	if err != nil {
		return nil, err
	}
	stats, err := book.Write(filepath.Join(place, "content"))
	if err != nil {
		return nil, err
	}
	fmt.Fprintf(b.out, "%d pages, %d words\n", stats.Pages, stats.Words)
	page := middle(book)
	ours, err := b.ours(place, page)
	if err != nil || b.hugo == "" {
		return []*side{ours}, err
	}
	content, err := hugo.Write(filepath.Join(place, "hugo"), pages, seed)
	if err != nil {
		return nil, err
	}
	theirs, err := b.theirs(place, content, page)
	return []*side{ours, theirs}, err
}

// ours is the preview of the pages in a folder.
func (b *bench) ours(place, page string) (*side, error) {
	content := filepath.Join(place, "content")
	s, err := newSide("vaandel", content, page)
	if err != nil {
		return nil, err
	}
	s.caches = true
	s.serve = func(ctx context.Context, round int) (*server, error) {
		cache := filepath.Join(place, fmt.Sprint("cache-", round))
		return launch(ctx, []string{"XDG_CACHE_HOME=" + cache},
			b.vaandel, "serve", content, "--addr", "127.0.0.1:0", "--open=false")
	}
	return s, nil
}

// theirs is Hugo's, as it does it without being asked for anything: it keeps the site
// in memory, makes anew what was looked at, and loads the page again.
func (b *bench) theirs(place, content, page string) (*side, error) {
	s, err := newSide("hugo", content, page)
	if err != nil {
		return nil, err
	}
	s.serve = func(ctx context.Context, round int) (*server, error) {
		port, err := freePort()
		if err != nil {
			return nil, err
		}
		return launch(ctx, nil, b.hugo, "server", "--source", filepath.Dir(content),
			"--cacheDir", filepath.Join(place, fmt.Sprint("hugo-cache-", round)),
			"--baseURL", "http://127.0.0.1", "--port", fmt.Sprint(port))
	}
	return s, nil
}

// newSide makes the page that will be edited into one that was.
func newSide(name, content, page string) (*side, error) {
	s := &side{
		name: name, file: filepath.Join(content, filepath.FromSlash(page)),
		address: strings.TrimSuffix(page, ".md") + ".html", shown: map[string][]float64{},
	}
	data, err := os.ReadFile(s.file)
	if err != nil {
		return nil, err
	}
	s.source = string(data)
	return s, os.WriteFile(s.file, s.text(), 0o644)
}

// middle returns the path of a page in the middle that is no folder's own.
func middle(book *generate.Handbook) string {
	i := book.Len() / 2
	for path.Base(book.Path(i)) == "index.md" {
		i++
	}
	return book.Path(i)
}

// freePort returns a port that nobody has at the moment.
func freePort() (int, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return 0, err
	}
	return l.Addr().(*net.TCPAddr).Port, l.Close()
}
