package main

import (
	"context"
	_ "embed"
	"fmt"
	"strings"
	"time"

	"vaandel/builder/internal/browser"
)

//go:embed screen.js
var watch string

// patience is how long an edit is waited for.
const patience = 30 * time.Second

// screen is a page in Chromium. Its times are those at which we hear that a frame
// with the edit was drawn, so a little late, and never early.
type screen struct {
	tab  *browser.Tab
	seen chan sighting
}

// sighting is an edit that came on screen.
type sighting struct {
	token string
	at    time.Time
}

// open opens a page in a tab of its own, and waits until it shows the first edit.
func open(ctx context.Context, b *browser.Browser, url, token string) (*screen, error) {
	tab, err := b.NewTab()
	if err != nil {
		return nil, err
	}
	s := &screen{tab: tab, seen: make(chan sighting, 100)}
	for _, step := range []func() error{
		func() error {
			return tab.Watch(watch, "onScreen", func(token string) {
				select {
				case s.seen <- sighting{token, time.Now()}:
				default: // nobody waits for one of so many
				}
			})
		},
		func() error { return tab.Screen(1280, 900, false) },
		func() error { return tab.Open(url) },
		func() error {
			_, seen, err := s.wait(ctx, token, patience)
			if err == nil && !seen {
				err = fmt.Errorf("%s does not show %s", url, token)
			}
			return err
		},
	} {
		if err := step(); err != nil {
			err = fmt.Errorf("%w\n%s", err, strings.Join(tab.Faults(), "\n"))
			tab.Close()
			return nil, err
		}
	}
	return s, nil
}

// wait waits so long until an edit is on screen, and tells when that was.
func (s *screen) wait(ctx context.Context, token string, most time.Duration) (at time.Time, seen bool, err error) {
	limit := time.After(most)
	for {
		select {
		case now := <-s.seen:
			if now.token == token {
				return now.at, true, nil
			}
		case <-limit:
			return time.Time{}, false, nil
		case <-ctx.Done():
			return time.Time{}, false, ctx.Err()
		}
	}
}

// close closes the tab.
func (s *screen) close() { s.tab.Close() }
