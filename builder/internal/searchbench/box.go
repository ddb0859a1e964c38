package main

import (
	_ "embed"
	"encoding/json"
	"fmt"

	"vaandel/builder/internal/browser"
)

//go:embed box.js
var watch string

// box is a box to search in, as a page shows it.
type box struct {
	site *site
	page string
	// field is where one types and host where results come, as CSS selectors;
	// shown is a JavaScript function that tells whether host shows those of a
	// query.
	field, host, shown string
}

// ours is the box in the header of our pages.
func ours(s *site, page string) box {
	return box{site: s, page: page, field: "#v-search", host: "vaandel-search", shown: `(host, query) => {
		const all = host.querySelector("[role=listbox] .search-all");
		if (all) return new URL(all.href).searchParams.get("q") === query.trim();
		return host.querySelector("[data-state=none]:not([hidden])") !== null;
	}`}
}

// took is how many milliseconds it took from a key until the results were there,
// until the browser began a frame with them, and until that was drawn; and how
// long the processor was at work for the page meanwhile.
type took struct{ Changed, Frame, Drawn, Busy float64 }

// open opens the page of a box in a tab of its own, where nothing is loaded.
func (x box) open(b *browser.Browser) (*browser.Tab, error) {
	tab, err := b.NewTab(x.site.URL)
	if err != nil {
		return nil, err
	}
	for _, step := range []func() error{
		tab.Uncached,
		tab.Clock,
		func() error { return tab.Screen(1280, 900, false) },
		func() error { return tab.Open(x.site.URL + "/" + x.page) },
		func() error {
			_, err := browser.Eval[bool](tab, fmt.Sprintf("(%s)(%q, %q, %s)", watch, x.field, x.host, x.shown))
			return err
		},
	} {
		if err := step(); err != nil {
			tab.Close()
			return nil, err
		}
	}
	_, err = x.site.taken() // the page itself
	return tab, err
}

// paste puts a query into the field at once.
func (x box) paste(tab *browser.Tab, query string) (took, traffic, error) {
	return x.time(tab, query, func() (took, error) {
		return browser.Eval[took](tab, fmt.Sprintf("watched.paste(%s)", literal(query)))
	})
}

// press presses the keys that make the field's text into query, and waits for its
// results.
func (x box) press(tab *browser.Tab, query, keys string) (took, traffic, error) {
	if _, err := browser.Eval[bool](tab, fmt.Sprintf("(watched.expect(%s), true)", literal(query))); err != nil {
		return took{}, nil, err
	}
	return x.time(tab, query, func() (took, error) {
		for _, key := range keys {
			if err := tab.Press(string(key)); err != nil {
				return took{}, err
			}
		}
		return browser.Eval[took](tab, "watched.found()")
	})
}

// time does what ends with results.
func (x box) time(tab *browser.Tab, query string, do func() (took, error)) (took, traffic, error) {
	before, err := tab.Busy()
	if err != nil {
		return took{}, nil, err
	}
	t, err := do()
	if err != nil {
		return t, nil, fmt.Errorf("%q: %w", query, err)
	}
	after, err := tab.Busy()
	if err != nil {
		return t, nil, err
	}
	t.Busy = float64((after - before).Microseconds()) / 1000
	x.site.settle()
	loaded, err := x.site.taken()
	return t, loaded, err
}

// literal writes a text as JavaScript does.
func literal(text string) string {
	raw, err := json.Marshal(text)
	if err != nil {
		return `""` // no text is like that
	}
	return string(raw)
}
