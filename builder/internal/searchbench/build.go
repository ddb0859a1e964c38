package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"vaandel/builder/internal/binary"
	"vaandel/builder/internal/measure"
)

// builds are what our builds took, with the search and without it.
type builds struct {
	cold, edited   pair
	stage, changed []float64 // seconds of the stage "search", cold and after an edit
	index          []measure.Sample
	packed         measure.Sample // MiniSearch's index
	indexed        string         // what Pagefind says of its last run
}

// pair is the builds of both programs.
type pair struct{ with, without []measure.Sample }

// buildWithout builds the program that makes no index: there is no flag for
// that, so it is our program with one file replaced as it is compiled. All else
// is the same, and the difference of two builds is what the search costs.
func (b *bench) buildWithout(root string) (string, error) {
	overlay, err := json.Marshal(map[string]map[string]string{"Replace": {
		filepath.Join(root, "builder", "search.go"): filepath.Join(b.testdata, "without", "search.go"),
	}})
	if err != nil {
		return "", err
	}
	name := filepath.Join(b.scratch, "overlay.json")
	if err := os.WriteFile(name, overlay, 0o644); err != nil {
		return "", err
	}
	return binary.Build(b.ctx, filepath.Join(b.scratch, "without"), "-overlay", name)
}

// build takes the builds, both programs in turn. The last site with a search
// ends up in the folder "site".
func (b *bench) build(place, content, edited string, all *builds) error {
	for round := range b.runs {
		turns := []func() error{
			func() error { return b.buildBoth(place, content, edited, round, true, all) },
			func() error { return b.buildBoth(place, content, edited, round, false, all) },
		}
		if round%2 == 1 {
			slices.Reverse(turns)
		}
		for _, turn := range turns {
			if err := turn(); err != nil {
				return err
			}
		}
	}
	return os.Rename(filepath.Join(place, fmt.Sprint("with-", b.runs-1), "site"), filepath.Join(place, "site"))
}

// buildBoth builds cold, and again after one page was edited.
func (b *bench) buildBoth(place, content, edited string, round int, with bool, all *builds) error {
	program, name := b.without, "without"
	if with {
		program, name = b.with, "with"
	}
	dir := filepath.Join(place, fmt.Sprint(name, "-", round))
	cold, said, err := b.vaandel(program, content, dir)
	if err != nil {
		return err
	}
	undo, err := edit(edited, fmt.Sprintf("\nRonde %d van de meting.\n", round))
	if err != nil {
		return err
	}
	warm, again, err := b.vaandel(program, content, dir)
	if err != nil {
		return err
	}
	if err := undo(); err != nil {
		return err
	}
	if !with {
		all.cold.without, all.edited.without = append(all.cold.without, cold), append(all.edited.without, warm)
		return nil
	}
	all.cold.with, all.edited.with = append(all.cold.with, cold), append(all.edited.with, warm)
	all.stage, all.changed = append(all.stage, said.Seconds("search")), append(all.changed, again.Seconds("search"))
	return nil
}

// vaandel runs one of the programs.
func (b *bench) vaandel(program, content, dir string) (measure.Sample, measure.Said, error) {
	s, out, err := measure.Take(b.ctx, []string{"XDG_CACHE_HOME=" + filepath.Join(dir, "cache")},
		program, "build", content, "--out", filepath.Join(dir, "site"), "--json")
	if err != nil {
		return s, measure.Said{}, err
	}
	said, err := measure.Listen(out)
	return s, said, err
}

// edit adds a text to a file; undo takes it away.
func edit(name, text string) (undo func() error, err error) {
	before, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	undo = func() error { return os.WriteFile(name, before, 0o644) }
	return undo, os.WriteFile(name, append(slices.Clone(before), text...), 0o644)
}
