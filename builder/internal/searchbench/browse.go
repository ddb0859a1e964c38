package main

import (
	"fmt"
	"path/filepath"
	"slices"

	"vaandel/builder/internal/browser"
)

// times are in milliseconds.
type times []took

// of returns one value of each, the shortest first.
func (t times) of(value func(took) float64) []float64 {
	out := make([]float64, len(t))
	for i, each := range t {
		out[i] = value(each)
	}
	slices.Sort(out)
	return out
}

// browse measures in Chromium what people see.
func (b *bench) browse(place, dir, page string, queries []string, f *found) error {
	s := serve(dir)
	defer s.Close()
	x := ours(s, page)
	for i, query := range queries {
		if err := b.ctx.Err(); err != nil {
			return err
		}
		if err := b.visit(x, query, queries[(i+1)%len(queries)], &f.vaandel); err != nil {
			return err
		}
		if err := b.typeOut(x, query, queries[(i+1)%len(queries)], &f.vaandel); err != nil {
			return err
		}
	}
	if b.pagefind == "" {
		return nil
	}
	return b.browsePeers(filepath.Join(place, "peers"), queries, f)
}

// visit asks a query on a page that has loaded nothing, and one more.
func (b *bench) visit(x box, query, next string, p *peer) error {
	tab, err := x.open(b.chromium)
	if err != nil {
		return err
	}
	defer tab.Close()
	t, first, err := x.paste(tab, query)
	if err != nil {
		return err
	}
	_, further, err := x.paste(tab, next)
	p.cold, p.first, p.further = append(p.cold, t), append(p.first, first), append(p.further, further)
	b.tell("first %q: %s, %v", query, t, first)
	b.tell("then %q: %v", next, further)
	return err
}

// typeOut types a query key by key, each when the results of those before are
// there, and then all of it again, when all is loaded. The first query of the
// page is another.
func (b *bench) typeOut(x box, query, first string, p *peer) error {
	tab, err := x.open(b.chromium)
	if err != nil {
		return err
	}
	defer tab.Close()
	if _, _, err := x.paste(tab, first); err != nil {
		return err
	}
	var all traffic
	for range 2 {
		if _, err := browser.Eval[bool](tab, "watched.clear()"); err != nil {
			return err
		}
		for i, r := range query {
			typed := query[:i] + string(r)
			t, loaded, err := x.press(tab, typed, string(r))
			if err != nil {
				return err
			}
			b.tell("key %q: %s, %v", typed, t, loaded)
			all = append(all, loaded...)
			if len(loaded) > 0 {
				p.fetched = append(p.fetched, t)
			} else {
				p.loaded = append(p.loaded, t)
			}
		}
	}
	p.typed = append(p.typed, all)
	return nil
}

// tell says something in detail, if that is wanted.
func (b *bench) tell(format string, values ...any) {
	if b.detail {
		fmt.Fprintf(b.out, format+"\n", values...)
	}
}

// String is one line.
func (t took) String() string {
	return fmt.Sprintf("%.1f ms (there %.1f, busy %.1f)", t.Drawn, t.Changed, t.Busy)
}
