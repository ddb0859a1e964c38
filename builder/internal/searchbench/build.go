package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"vaandel/builder/internal/binary"
	"vaandel/builder/internal/measure"
)

// builds are what the indexes took to build.
type builds struct {
	with, without runs // ours, with the search and without it

	pagefind, minisearch []measure.Sample
	indexed              string // what Pagefind says of its last run
}

// runs are builds of one of our programs: cold, and after one page was edited.
type runs struct {
	cold, edited   []measure.Sample
	stage, changed []float64 // seconds of the stage "search"
	written        []float64 // files, after the edit

	// Of the index, after a cold build: after an edit the files of the index
	// before are still there.
	disk  int64
	files int
}

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
		turns := []turn{{b.with, fmt.Sprint("with-", round), &all.with}, {b.without, fmt.Sprint("without-", round), &all.without}}
		if round%2 == 1 {
			slices.Reverse(turns)
		}
		for _, t := range turns {
			if err := b.take(t, filepath.Join(place, t.name), content, edited); err != nil {
				return err
			}
		}
	}
	return os.Rename(filepath.Join(place, fmt.Sprint("with-", b.runs-1), "site"), filepath.Join(place, "site"))
}

// turn is one round of one program.
type turn struct {
	program, name string
	runs          *runs
}

// take builds cold, and again after one page was edited.
func (b *bench) take(t turn, dir, content, edited string) error {
	cold, said, err := b.vaandel(t.program, content, dir)
	if err != nil {
		return err
	}
	r := t.runs
	r.cold, r.stage = append(r.cold, cold), append(r.stage, said.Seconds("search"))
	if r.disk, r.files, err = weigh(filepath.Join(dir, "site", "assets", "search")); err != nil {
		return err
	}
	undo, err := edit(edited, fmt.Sprintf("\nNog iets: %s.\n", t.name))
	if err != nil {
		return err
	}
	warm, said, err := b.vaandel(t.program, content, dir)
	r.edited, r.changed = append(r.edited, warm), append(r.changed, said.Seconds("search"))
	r.written = append(r.written, float64(said.Stats.Written))
	return errors.Join(err, undo())
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
