// Command cmd writes a folder of generated Dutch pages.
//
//	go run ./builder/internal/generate/cmd -pages 1000 /tmp/proef
package main

import (
	"flag"
	"fmt"
	"os"

	"vaandel/builder/internal/generate"
)

func main() {
	pages := flag.Int("pages", 1000, "number of pages")
	seed := flag.Uint64("seed", 1, "seed of the text")
	flag.Parse()
	if flag.NArg() != 1 {
		fmt.Fprintln(os.Stderr, "usage: generate [-pages n] [-seed n] folder")
		os.Exit(2)
	}
	if err := run(flag.Arg(0), *pages, *seed); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// run writes the folder and tells how large it became.
func run(dir string, pages int, seed uint64) error {
	h, err := generate.New(generate.Options{Pages: pages, Seed: seed, Config: true})
	if err != nil {
		return err
	}
	s, err := h.Write(dir)
	if err != nil {
		return err
	}
	fmt.Printf("%d pages, %d words, %.1f MB in %s\n", s.Pages, s.Words, float64(s.Bytes)/1e6, dir)
	return nil
}
