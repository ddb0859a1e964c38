package main

import (
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"time"

	"vaandel/builder/internal/binary"
	"vaandel/builder/internal/browser"
	"vaandel/builder/internal/hugo"
)

// seed picks the text of the pages.
const seed = 1

// bench is one measurement of everything.
type bench struct {
	settings
	ctx     context.Context
	scratch string
	out     io.Writer

	chromium *browser.Browser
	vaandel  string // the program
	hugo     string // the program; "" without peers
}

// prepare starts Chromium, which close ends, and builds the program.
func (b *bench) prepare() (err error) {
	if b.chromium, err = browser.Launch(); err != nil {
		return err
	}
	if b.vaandel, err = binary.Build(b.ctx, b.scratch); err != nil {
		return err
	}
	if b.peers {
		b.hugo, err = hugo.Find(b.ctx, b.out)
	}
	return err
}

// close ends Chromium.
func (b *bench) close() {
	if b.chromium != nil {
		b.chromium.Close()
	}
}

// measure finds out about a handbook of so many pages: first the starts, each in its
// turn, then the edits.
func (b *bench) measure(pages int) ([]*side, error) {
	sides, err := b.sides(filepath.Join(b.scratch, fmt.Sprint(pages)), pages)
	if err != nil {
		return nil, err
	}
	for round := range b.starts {
		for _, s := range inTurn(sides, round) {
			if err := b.start(s, round); err != nil {
				return nil, err
			}
		}
	}
	return sides, b.edit(sides)
}

// inTurn is the sides in the order of a round: every other one goes the other way, so
// that none always follows the one that leaves most behind.
func inTurn(sides []*side, round int) []*side {
	sides = slices.Clone(sides)
	if round%2 == 1 {
		slices.Reverse(sides)
	}
	return sides
}

// start measures how soon there is a page: with an empty cache, and again with the
// one that is left, where the program has one.
func (b *bench) start(s *side, round int) error {
	firsts := []*[]float64{&s.cold}
	if s.caches {
		firsts = append(firsts, &s.warm)
	}
	for _, times := range firsts {
		server, err := s.serve(b.ctx, round)
		if err != nil {
			return err
		}
		*times = append(*times, ms(server.first))
		b.tell("%s: first page in %.0f ms", s.name, ms(server.first))
		if _, err := server.stop(); err != nil {
			return err
		}
	}
	return nil
}

// edit measures how soon edits are on screen, and with how much memory.
func (b *bench) edit(sides []*side) error {
	for _, s := range sides {
		server, err := s.serve(b.ctx, max(0, b.starts-1))
		if err != nil {
			return err
		}
		defer server.stop()
		s.server = server
		if s.screen, err = open(b.ctx, b.chromium, server.url+s.address, s.token()); err != nil {
			return fmt.Errorf("%s: %w", s.name, err)
		}
		defer s.screen.close()
	}
	for _, w := range ways {
		for round := range b.edits {
			for _, s := range inTurn(sides, round) {
				if err := b.save(s, w); err != nil {
					return err
				}
			}
		}
	}
	for _, s := range sides {
		var err error
		if s.memory, err = s.server.stop(); err != nil {
			return err
		}
	}
	return nil
}

// save makes one edit and waits until it is on screen. What a program still does
// after the edit before is over by then: servers hold back what follows quickly.
func (b *bench) save(s *side, w way) error {
	pause := 300*time.Millisecond + rand.N(500*time.Millisecond)
	select {
	case <-b.ctx.Done():
		return b.ctx.Err()
	case <-time.After(pause):
	}
	s.edits++
	text := s.text()
	began := time.Now()
	if err := w.save(s.file, text); err != nil {
		return err
	}
	at, seen, err := s.screen.wait(b.ctx, s.token(), patience)
	if err != nil {
		return err
	}
	if !seen {
		s.unseen++
		b.tell("%s, %s: not seen; it says %s", s.name, w.name, s.server.said.last())
		// Nothing else is measured while it is at work on this still.
		_, _, err := s.screen.wait(b.ctx, s.token(), 4*patience)
		return err
	}
	s.shown[w.name] = append(s.shown[w.name], ms(at.Sub(began)))
	b.tell("%s, %s: %.1f ms; it says %s", s.name, w.name, ms(at.Sub(began)), s.server.said.last())
	return nil
}

// tell says something in detail, if that is wanted.
func (b *bench) tell(format string, values ...any) {
	if b.detail {
		fmt.Fprintf(b.out, format+"\n", values...)
	}
}

// ms is a time in milliseconds.
func ms(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }
