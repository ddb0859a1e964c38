package main

import (
	"fmt"

	"vaandel/builder/internal/browser"
)

// browsePeers measures the peers as [bench.browse] measures ours: what their
// scripts load and take, and Pagefind's own box.
func (b *bench) browsePeers(dir string, queries []string, f *found) error {
	s := serve(dir)
	defer s.Close()
	for i, query := range queries {
		next := queries[(i+1)%len(queries)]
		if err := b.ctx.Err(); err != nil {
			return err
		}
		if err := b.ask(s, "pagefind.html", query, next, &f.pagefind); err != nil {
			return err
		}
		// Its index is loaded whole, so a few will do.
		if i < 8 {
			if err := b.ask(s, "minisearch.html", query, next, &f.minisearch); err != nil {
				return err
			}
		}
		if err := b.typePagefind(s, query, next, &f.pagefindBox); err != nil {
			return err
		}
	}
	return nil
}

// ask asks a query of a script alone, without a box: on a page that has loaded
// nothing, then another, then that once more.
func (b *bench) ask(s *site, page, query, next string, p *peer) error {
	x := box{site: s, page: page, field: "input", host: "main", shown: "() => true"}
	tab, err := x.open(b.chromium)
	if err != nil {
		return err
	}
	defer tab.Close()
	var loads []traffic
	for i, each := range []string{query, next, next} {
		t, loaded, err := x.time(tab, each, func() (took, error) {
			return browser.Eval[took](tab, fmt.Sprintf("ask(%s)", literal(each)))
		})
		if err != nil {
			return err
		}
		loads = append(loads, loaded)
		b.tell("%s %q: %s, %v", page, each, t, loaded)
		switch i {
		case 0:
			p.cold = append(p.cold, t)
		case 1:
			p.fetched = append(p.fetched, t)
		case 2:
			p.loaded = append(p.loaded, t)
		}
	}
	p.first, p.further = append(p.first, loads[0]), append(p.further, loads[1])
	return nil
}

// typePagefind types into Pagefind's box. It waits for 300 ms without a key
// before it searches, so keys are not measured one by one: from the last one on.
func (b *bench) typePagefind(s *site, query, first string, p *peer) error {
	x := box{site: s, page: "box.html", field: ".pagefind-ui__search-input", host: ".pagefind-ui", shown: `(host, query) => {
		const said = host.querySelector(".pagefind-ui__message")?.textContent ?? "";
		const links = host.querySelectorAll(".pagefind-ui__result-link").length;
		return said.endsWith("gevonden voor " + query) && (said.startsWith("0 ") || (links > 0 && !host.querySelector(".pagefind-ui__loading")));
	}`}
	tab, err := x.open(b.chromium)
	if err != nil {
		return err
	}
	defer tab.Close()
	t, _, err := x.paste(tab, first)
	if err != nil {
		return err
	}
	p.cold = append(p.cold, t)
	for i := range 2 {
		if _, err := browser.Eval[bool](tab, "watched.clear()"); err != nil {
			return err
		}
		t, loaded, err := x.press(tab, query, query)
		if err != nil {
			return err
		}
		b.tell("Pagefind's box %q: %s, %v", query, t, loaded)
		if i == 0 {
			p.fetched, p.typed = append(p.fetched, t), append(p.typed, loaded)
		} else {
			p.loaded = append(p.loaded, t)
		}
	}
	return nil
}
