// Command searchbench measures the search: what it loads, how quickly it shows
// results in Chromium, and what its index costs to build and to keep, beside
// Pagefind and MiniSearch.
//
//	go run ./builder/internal/searchbench [-pages 1000,10000] [-runs 3] [-peers=false]
//
// All get the same generated pages and the same queries. Sizes are those of
// files as a server sends them, with gzip -9; what is packed so already counts
// as it is. Times hold for the machine they were taken on: a table that is to be
// compared has all its columns from one run.
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"vaandel/builder/internal/measure"
)

// settings are the flags.
type settings struct {
	pages   measure.Pages // of each handbook
	runs    int           // builds of each sort
	queries int
	peers   bool
	detail  bool   // name what is loaded
	dir     string // where the scratch folder is made
	keep    bool
}

func main() {
	s := settings{pages: measure.Pages{1000, 10_000}}
	flag.Var(&s.pages, "pages", "pages of the handbooks")
	flag.IntVar(&s.runs, "runs", 3, "builds of each sort")
	flag.IntVar(&s.queries, "queries", 40, "queries")
	flag.BoolVar(&s.peers, "peers", true, "measure Pagefind and MiniSearch too")
	flag.BoolVar(&s.detail, "detail", false, "tell what each query loads and takes")
	flag.StringVar(&s.dir, "dir", "", "where to put the scratch folder (default the system's)")
	flag.BoolVar(&s.keep, "keep", false, "keep the scratch folder")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := run(ctx, s, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "searchbench:", err)
		os.Exit(1)
	}
}

// run measures everything in a scratch folder and prints what it found.
func run(ctx context.Context, s settings, out io.Writer) error {
	scratch, remove, err := measure.Scratch(s.dir, "vaandel-searchbench", s.keep, out)
	if err != nil {
		return err
	}
	defer remove()
	fmt.Fprintln(out, measure.Machine())
	b := &bench{settings: s, ctx: ctx, scratch: scratch, out: out}
	defer b.close()
	if err := b.prepare(); err != nil {
		return err
	}
	for _, pages := range s.pages {
		f, err := b.measure(pages)
		if err != nil {
			return fmt.Errorf("%d pages: %w", pages, err)
		}
		b.report(f)
	}
	_, err = fmt.Fprint(out, notes)
	return err
}
