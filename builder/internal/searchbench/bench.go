package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"vaandel/builder/internal/binary"
	"vaandel/builder/internal/browser"
	"vaandel/builder/internal/generate"
)

// seed picks the text of the pages and the queries.
const seed = 1

// bench is one measurement of everything.
type bench struct {
	settings
	ctx     context.Context
	scratch string
	out     io.Writer

	chromium      *browser.Browser
	testdata      string // of this package
	with, without string // the program, and one that makes no index
	pagefind      string // the program; "" without peers
}

// found is what was found out about a handbook.
type found struct {
	pages  int
	builds builds

	// Pagefind is measured by its script alone, and as the box that comes with it.
	vaandel, pagefind, pagefindBox, minisearch peer
}

// peer is one search. What is not measured of it stays empty.
type peer struct {
	first, further, typed []traffic
	// Times in milliseconds: of the first query on a page, and from a key to the
	// results with what they need loaded before, and with it still to load.
	cold, loaded, fetched times

	disk  int64 // bytes of the index
	files int
}

// prepare starts Chromium, which close ends, and builds the programs.
func (b *bench) prepare() error {
	root, err := binary.Root()
	if err != nil {
		return err
	}
	// Frames as fast as they come: on a screen, what is ready waits up to 16 ms
	// for the next one, whatever made it.
	if b.chromium, err = browser.Launch("disable-frame-rate-limit", "disable-gpu-vsync"); err != nil {
		return err
	}
	b.testdata = filepath.Join(root, "builder", "internal", "searchbench", "testdata")
	if b.with, err = binary.Build(b.ctx, filepath.Join(b.scratch, "with")); err != nil {
		return err
	}
	if b.without, err = b.buildWithout(root); err != nil {
		return err
	}
	if b.peers {
		b.findPeers()
	}
	return nil
}

// close ends Chromium.
func (b *bench) close() {
	if b.chromium != nil {
		b.chromium.Close()
	}
}

// measure finds out about a handbook of so many pages. The builds come first: a
// program's peak of memory is never less than this one's.
func (b *bench) measure(pages int) (*found, error) {
	f := &found{pages: pages}
	place := filepath.Join(b.scratch, fmt.Sprint(pages))
	content := filepath.Join(place, "content")
	book, err := generate.New(generate.Options{Pages: pages, Seed: seed, Config: true})
	if err != nil {
		return nil, err
	}
	stats, err := book.Write(content)
	if err != nil {
		return nil, err
	}
	fmt.Fprintf(b.out, "%d pages, %d words\n", stats.Pages, stats.Words)
	edited := filepath.Join(content, filepath.FromSlash(book.Path(book.Len()/2)))
	if err := b.build(place, content, edited, &f.builds); err != nil {
		return nil, err
	}
	site := filepath.Join(place, "site")
	f.vaandel.disk, f.vaandel.files = f.builds.with.disk, f.builds.with.files
	if b.pagefind != "" {
		if err := b.indexPeers(place, site, content, f); err != nil {
			return nil, err
		}
	}
	queries := draw(book, b.queries)
	return f, b.browse(place, site, pageOf(book), queries, f)
}

// pageOf returns the address of the page on which is searched.
func pageOf(book *generate.Handbook) string {
	path := book.Path(book.Len() / 3)
	return path[:len(path)-len(filepath.Ext(path))] + ".html"
}

// weigh returns the bytes and number of the files in folders. One that is not
// there has none.
func weigh(dirs ...string) (bytes int64, files int, err error) {
	for _, dir := range dirs {
		err := filepath.WalkDir(dir, func(_ string, d os.DirEntry, err error) error {
			if errors.Is(err, os.ErrNotExist) {
				return nil
			}
			if err != nil || d.IsDir() {
				return err
			}
			info, err := d.Info()
			if err == nil {
				bytes += info.Size()
				files++
			}
			return err
		})
		if err != nil {
			return 0, 0, err
		}
	}
	return bytes, files, nil
}
