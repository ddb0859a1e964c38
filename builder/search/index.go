package search

import (
	"cmp"
	"context"
	"runtime"
	"slices"

	"vaandel/builder/parallel"
)

// entry is one word of a page under one term.
type entry struct {
	term, page uint32
	passage    uint16
	at         uint8 // place among the words of the passage, modulo 256
	flags      uint8 // field, and whether the term is only part of the word
}

const flagPart = 1 << 2

// index is all entries, by term and then as they stand in the pages.
type index struct {
	terms   []string // sorted
	first   []int    // of each term in entries; one more at the end
	entries []entry
	lengths [][]lengths // page → passage
	found   []int       // how many pages have each term
}

// analysed is one page of the index.
type analysed struct {
	lang     string
	analysis analysis
}

// vocabulary is the distinct words of the handbook, by language.
type vocabulary struct {
	ids   map[string]uint32 // language, a space, the word → its place
	words []known
}

// known is one word of the vocabulary.
type known struct {
	lang, text string
	pages      int
	terms      []termOf
}

// termOf is a term under which a word is found.
type termOf struct {
	term uint32
	part bool
}

// gather finds the distinct words of all pages. The ids are, for each page, those
// of its words, in order.
func gather(pages []analysed) (v *vocabulary, ids [][]uint32) {
	v = &vocabulary{ids: make(map[string]uint32, 1<<14)}
	ids = make([][]uint32, len(pages))
	var key []byte
	for i, p := range pages {
		ids[i] = make([]uint32, len(p.analysis.Words))
		for j, w := range p.analysis.Words {
			key = append(append(append(key[:0], p.lang...), ' '), w...)
			id, ok := v.ids[string(key)]
			if !ok {
				id = uint32(len(v.words))
				v.ids[string(key)] = id
				v.words = append(v.words, known{lang: p.lang, text: w})
			}
			v.words[id].pages++
			ids[i][j] = id
		}
	}
	return v, ids
}

// build makes the index of pages.
func build(ctx context.Context, pages []analysed) (*index, *vocabulary, error) {
	v, ids := gather(pages)
	x := &index{lengths: make([][]lengths, len(pages))}
	var err error
	if x.terms, err = v.name(ctx); err != nil {
		return nil, nil, err
	}
	// Each worker takes a run of pages, so that the entries are in order of
	// their pages.
	runs := min(runtime.GOMAXPROCS(0), max(1, len(pages)/64))
	found := make([][]entry, runs)
	err = parallel.Each(ctx, runs, func(r int) {
		from, to := r*len(pages)/runs, (r+1)*len(pages)/runs
		n := 0
		for i := from; i < to; i++ {
			n += v.entries(pages[i].analysis.Tokens, ids[i])
		}
		found[r] = make([]entry, 0, n)
		for i := from; i < to; i++ {
			found[r] = x.page(found[r], uint32(i), v, pages[i].analysis.Tokens, ids[i])
		}
	})
	x.sort(found)
	return x, v, err
}

// entries returns how many entries a page has at most.
func (v *vocabulary) entries(encoded []byte, ids []uint32) int {
	n := 0
	for in := (tokens{encoded}); len(in.rest) > 0; {
		count, _ := in.next()
		for range count {
			token, ok := in.next()
			if id := token >> 1; ok && id > 0 && int(id) <= len(ids) {
				n += len(v.words[ids[id-1]].terms)
			}
		}
	}
	return n
}

// page appends the entries of a page.
func (x *index) page(out []entry, page uint32, v *vocabulary, encoded []byte, ids []uint32) []entry {
	in := tokens{encoded}
	passage := 0
	for len(in.rest) > 0 {
		var counts [fields]int
		for field := range uint8(fields) {
			count, _ := in.next()
			at := 0
			for range count {
				n, ok := in.next()
				if !ok {
					break
				}
				if id := n >> 1; id > 0 && int(id) <= len(ids) {
					for _, t := range v.words[ids[id-1]].terms {
						e := entry{term: t.term, page: page, passage: uint16(passage), at: uint8(at), flags: field}
						if t.part {
							e.flags |= flagPart
						}
						out = append(out, e)
					}
				}
				if n&1 == 0 {
					at++
				}
			}
			counts[field] = at
		}
		x.lengths[page] = append(x.lengths[page], lengths{
			heading: class(counts[fieldHeading], 3, 5, 8),
			whole:   class(counts[fieldHeading]+counts[fieldSummary]+counts[fieldBody], 30, 80, 160),
		})
		if passage++; passage > 1<<16-1 {
			break
		}
	}
	return out
}

// lengths are the classes, from 0 to 3, of the number of words of a passage and of
// its heading. The reader takes a word of a short one for more than one of a long
// one.
type lengths struct{ heading, whole uint8 }

// class is how many of the bounds a number reaches.
func class(n int, bounds ...int) uint8 {
	c := uint8(0)
	for _, b := range bounds {
		if n >= b {
			c++
		}
	}
	return c
}

// has tells whether a page has a term.
func (x *index) has(term string) bool {
	_, found := slices.BinarySearch(x.terms, term)
	return found
}

// sort brings the entries in order of their terms, counting.
func (x *index) sort(runs [][]entry) {
	x.first = make([]int, len(x.terms)+1)
	total := 0
	for _, run := range runs {
		total += len(run)
		for i := range run {
			x.first[run[i].term+1]++
		}
	}
	for i := range x.terms {
		x.first[i+1] += x.first[i]
	}
	next := slices.Clone(x.first)
	x.entries = make([]entry, total)
	for _, run := range runs {
		for _, e := range run {
			x.entries[next[e.term]] = e
			next[e.term]++
		}
	}
	x.found = make([]int, len(x.terms))
	for t := range x.terms {
		last := int64(-1)
		for _, e := range x.entries[x.first[t]:x.first[t+1]] {
			if int64(e.page) != last {
				x.found[t]++
				last = int64(e.page)
			}
		}
	}
}

// name gives every word its terms, and returns the terms in order.
func (v *vocabulary) name(ctx context.Context) ([]string, error) {
	all := map[string]uint32{}
	var terms []string
	number := func(term string) uint32 {
		n, ok := all[term]
		if !ok {
			n = uint32(len(terms))
			all[term] = n
			terms = append(terms, term)
		}
		return n
	}
	stems, parts := make([]string, len(v.words)), make([][]string, len(v.words))
	if err := parallel.Each(ctx, len(v.words), func(i int) {
		stems[i] = Stem(v.words[i].text, v.words[i].lang)
	}); err != nil {
		return nil, err
	}
	d := newDivider(v, stems)
	if err := parallel.Each(ctx, len(v.words), func(i int) {
		parts[i] = d.parts(&v.words[i], stems[i])
	}); err != nil {
		return nil, err
	}
	for i := range v.words {
		w := &v.words[i]
		w.terms = []termOf{{term: number(stems[i])}}
		for _, part := range parts[i] {
			w.terms = append(w.terms, termOf{term: number(part), part: true})
		}
	}
	return v.order(terms), nil
}

// order sorts the terms and numbers those of the words anew.
func (v *vocabulary) order(terms []string) []string {
	places := make([]uint32, len(terms))
	for i := range places {
		places[i] = uint32(i)
	}
	slices.SortFunc(places, func(a, b uint32) int { return cmp.Compare(terms[a], terms[b]) })
	sorted := make([]string, len(terms))
	renamed := make([]uint32, len(terms))
	for to, from := range places {
		sorted[to], renamed[from] = terms[from], uint32(to)
	}
	for i := range v.words {
		for j := range v.words[i].terms {
			t := &v.words[i].terms[j]
			t.term = renamed[t.term]
		}
	}
	return sorted
}
