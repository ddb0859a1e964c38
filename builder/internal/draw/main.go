// Draw draws the photographs of the starter handbook: go run
// ./builder/internal/draw DIR [NAME]... writes them into DIR, which must exist;
// with names only those.
//
// A handbook that anybody may put a name on needs pictures without claims, so
// these are made here, from nothing but numbers: four are traced (light is
// followed from the lens back to sun and window), two are painted. The same
// program draws the same pictures, whatever the number of cores; on a processor
// that rounds otherwise a pixel may differ by a shade. All six take about ten
// minutes of one core.
package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
)

// picture is one photograph: how to take it and how to develop it.
type picture struct {
	name                            string
	take                            func() *film
	glow, exposure, vignette, grain float64
}

// most is how large a file may be, in bytes.
const most = 200_000

// paths is how many paths of light are followed for each pixel.
const paths = 24

func main() {
	if len(os.Args) < 2 {
		fmt.Fprintln(os.Stderr, "usage: draw DIR [NAME]...")
		os.Exit(2)
	}
	if err := draw(os.Args[1], os.Args[2:]); err != nil {
		fmt.Fprintln(os.Stderr, "draw:", err)
		os.Exit(1)
	}
}

// draw writes the pictures with these names into a folder; no names are all.
func draw(dir string, names []string) error {
	traced := func(s *scene) func() *film {
		return func() *film { return s.photograph(width, height, paths) }
	}
	for _, p := range []picture{
		{"bureau-in-ochtendlicht", traced(desk()), 0.15, 1.05, 0.3, 0.005},
		{"koffie-met-stroopwafels", traced(coffee()), 0.12, 1.1, 0.35, 0.005},
		{"zonlicht-op-de-muur", traced(sill()), 0.15, 1.05, 0.3, 0.005},
		{"vlaggetjes-in-de-lucht", traced(flags()), 0.1, 1, 0.15, 0.003},
		{"stad-in-de-avond", evening, 0.35, 1, 0.35, 0.006},
		{"polder-in-de-ochtend", polder, 0.25, 1, 0.25, 0.004},
	} {
		if len(names) > 0 && !slices.Contains(names, p.name) {
			continue
		}
		f := p.take()
		f.glow(width/80, p.glow)
		data, err := jpegWithin(f.develop(p.exposure, p.vignette, p.grain), most)
		if err != nil {
			return fmt.Errorf("%s: %w", p.name, err)
		}
		if err := os.WriteFile(filepath.Join(dir, p.name+".jpg"), data, 0o644); err != nil {
			return err
		}
	}
	return nil
}
