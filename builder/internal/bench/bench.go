package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"vaandel/builder/internal/binary"
	"vaandel/builder/internal/generate"
	"vaandel/builder/internal/measure"
)

// seed picks the text of the generated pages.
const seed = 1

// bench is one measurement of everything.
type bench struct {
	settings
	ctx     context.Context
	scratch string
	out     io.Writer

	vaandel string // the program
	hugo    string // the program, "" where there is none
	site    string // Hugo's folder
	content string // ours
	changed string // the page that is changed before a warm build

	cold, large []measure.Sample // ours
	same, one   []measure.Sample // ours, warm: nothing changed, one page changed
	plain, mini []measure.Sample // Hugo's, and Hugo's with --minify
	said        [3]measure.Said  // of our last build: cold, nothing changed, one page changed
}

// prepare builds the program and writes the folders.
func prepare(ctx context.Context, s settings, scratch string, out io.Writer) (*bench, error) {
	b := &bench{settings: s, ctx: ctx, scratch: scratch, out: out}
	fmt.Fprintln(out, measure.Machine())
	var err error
	if b.vaandel, err = binary.Build(ctx, scratch); err != nil {
		return nil, err
	}
	b.content = filepath.Join(scratch, "content")
	stats, page, err := fill(b.content, generate.Options{Pages: s.pages, Seed: seed, Config: true})
	if err != nil {
		return nil, err
	}
	b.changed = page
	fmt.Fprintf(out, "%d pages, %d words, %.1f MB\n", stats.Pages, stats.Words, float64(stats.Bytes)/1e6)
	if s.peers {
		return b, b.prepareHugo()
	}
	return b, nil
}

// fill writes a folder of pages and returns the file of the page in its middle.
func fill(dir string, o generate.Options) (generate.Stats, string, error) {
	book, err := generate.New(o)
	if err != nil {
		return generate.Stats{}, "", err
	}
	stats, err := book.Write(dir)
	return stats, filepath.Join(dir, filepath.FromSlash(book.Path(book.Len()/2))), err
}

// measure takes all samples: in each round the cold builds, taking turns, and
// the warm ones in the folder that ours left; last the large folder. So all that
// is compared was measured within the same minute.
func (b *bench) measure() error {
	for round := range b.runs {
		turns := []func(round int) error{b.buildCold}
		if b.hugo != "" {
			turns = append(turns, b.hugoPlain, b.hugoMinify)
		}
		// Every other round goes the other way, so that none always follows
		// the one that leaves most behind.
		if round%2 == 1 {
			slices.Reverse(turns)
		}
		turns = append(turns, b.buildSame, b.buildChanged)
		if err := inTurn(round, turns); err != nil {
			return err
		}
	}
	return b.measureLarge()
}

// inTurn calls each of the functions.
func inTurn(round int, turns []func(round int) error) error {
	for _, turn := range turns {
		if err := turn(round); err != nil {
			return err
		}
	}
	return nil
}

// buildCold builds with an empty cache into a new folder.
func (b *bench) buildCold(round int) error {
	s, said, err := b.build(b.content, "small", round)
	b.cold, b.said[0] = append(b.cold, s), said
	return err
}

// buildSame builds once more what was built in the same round; it must say that
// nothing was left to do by being quick.
func (b *bench) buildSame(round int) error {
	s, said, err := b.build(b.content, "small", round)
	b.same, b.said[1] = append(b.same, s), said
	return err
}

// buildChanged builds again after one page was changed. It is the same page in
// every round, so that each round's folder and cache are one change behind.
func (b *bench) buildChanged(round int) error {
	text, err := os.ReadFile(b.changed)
	if err != nil {
		return err
	}
	text = fmt.Appendf(text, "\nRonde %d van de meting.\n", round)
	if err := os.WriteFile(b.changed, text, 0o644); err != nil {
		return err
	}
	s, said, err := b.build(b.content, "small", round)
	b.one, b.said[2] = append(b.one, s), said
	return err
}

// measureLarge builds the large folder.
func (b *bench) measureLarge() error {
	if b.settings.large == 0 {
		return nil
	}
	content := filepath.Join(b.scratch, "large")
	if _, _, err := fill(content, generate.Options{Pages: b.settings.large, Seed: seed, Config: true}); err != nil {
		return err
	}
	for round := range b.largeRuns {
		s, _, err := b.build(content, "large", round)
		if err != nil {
			return err
		}
		b.large = append(b.large, s)
	}
	return nil
}

// build runs our program once; the name and round pick output and cache.
func (b *bench) build(content, name string, round int) (measure.Sample, measure.Said, error) {
	place := filepath.Join(b.scratch, fmt.Sprintf("vaandel-%s-%d", name, round))
	s, out, err := measure.Take(b.ctx, []string{"XDG_CACHE_HOME=" + filepath.Join(place, "cache")},
		b.vaandel, "build", content, "--out", filepath.Join(place, "public"), "--json")
	if err != nil {
		return s, measure.Said{}, err
	}
	words, err := measure.Listen(out)
	return s, words, err
}
