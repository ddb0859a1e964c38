// Command livebench measures the preview: how long it is from saving a page until
// its new text is on screen in Chromium, how soon the first page is there, and with
// how much memory, beside hugo server with a theme that shows the same (../hugo/site).
//
//	go run ./builder/internal/livebench [-pages 1000,10000] [-edits 30] [-starts 3] [-peers=false]
//
// Both get the same generated pages and the same edits, saved in both ways that
// editors have. They run at the same time and take turns edit by edit, so that a
// machine that slows down slows both; the one that waits is idle. Times hold for the
// machine they were taken on.
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
	pages  measure.Pages // of each handbook
	edits  int           // of each program, saved in each way
	starts int           // of each program
	peers  bool
	detail bool   // tell of each start and edit
	dir    string // where the scratch folder is made
	keep   bool
}

func main() {
	s := settings{pages: measure.Pages{1000, 10_000}}
	flag.Var(&s.pages, "pages", "pages of the handbooks")
	flag.IntVar(&s.edits, "edits", 30, "edits, saved in each way")
	flag.IntVar(&s.starts, "starts", 3, "starts of each sort")
	flag.BoolVar(&s.peers, "peers", true, "measure Hugo too")
	flag.BoolVar(&s.detail, "detail", false, "tell what each start and edit took")
	flag.StringVar(&s.dir, "dir", "", "where to put the scratch folder (default the system's)")
	flag.BoolVar(&s.keep, "keep", false, "keep the scratch folder")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := run(ctx, s, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "livebench:", err)
		os.Exit(1)
	}
}

// run measures everything in a scratch folder and prints what it found.
func run(ctx context.Context, s settings, out io.Writer) error {
	scratch, remove, err := measure.Scratch(s.dir, "vaandel-livebench", s.keep, out)
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
		sides, err := b.measure(pages)
		if err != nil {
			return fmt.Errorf("%d pages: %w", pages, err)
		}
		b.report(pages, sides)
	}
	_, err = fmt.Fprint(out, notes)
	return err
}
