// Command bench measures how fast and with how much memory handbooks are built,
// beside Hugo with a theme that shows the same (../hugo/site).
//
//	go run ./builder/internal/bench [-pages 10000] [-runs 5] [-peers=false]
//
// All programs get the same folder of generated pages. The cold builds of all
// programs take turns, so that a machine that slows down slows all of them.
// Every build writes into a new folder, and nothing is removed before the end:
// on ext4, builders are up to five times slower for minutes after many files
// were removed.
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"

	"vaandel/builder/internal/measure"
)

// settings are the flags.
type settings struct {
	pages, runs int
	large       int // pages of the large folder; 0 for none
	largeRuns   int
	peers       bool
	dir         string // where the scratch folder is made
	keep        bool
}

func main() {
	var s settings
	flag.IntVar(&s.pages, "pages", 10_000, "pages of the folder")
	flag.IntVar(&s.runs, "runs", 5, "builds of each sort")
	flag.IntVar(&s.large, "large", -1, "pages of the large folder; 0 for none (default ten times -pages)")
	flag.IntVar(&s.largeRuns, "large-runs", 2, "builds of the large folder")
	flag.BoolVar(&s.peers, "peers", true, "measure Hugo too")
	flag.StringVar(&s.dir, "dir", "", "where to put the scratch folder (default the system's)")
	flag.BoolVar(&s.keep, "keep", false, "keep the scratch folder")
	flag.Parse()
	if s.large < 0 {
		s.large = 10 * s.pages
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, s, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

// run measures everything in a scratch folder and prints what it found.
func run(ctx context.Context, s settings, out io.Writer) error {
	scratch, remove, err := measure.Scratch(s.dir, "vaandel-bench", s.keep, out)
	if err != nil {
		return err
	}
	defer remove()
	b, err := prepare(ctx, s, scratch, out)
	if err != nil {
		return err
	}
	if err := b.measure(); err != nil {
		return err
	}
	b.report()
	return nil
}
