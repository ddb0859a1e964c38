package search

import (
	"cmp"
	"encoding/binary"
	"slices"
	"unicode/utf16"
	"unicode/utf8"
)

// A range of terms is about so many bytes before it is packed.
const (
	termsSize   = 4_000
	endingsSize = 5_000
)

// span is a range of terms: from, and up to but not with, a place in order.
type span struct{ from, to int }

// cut cuts n things into ranges of about the given size.
func cut(n, size int, sizeOf func(i int) int) []span {
	var out []span
	from, sum := 0, 0
	for i := range n {
		s := sizeOf(i)
		if sum > 0 && sum+s > size {
			out = append(out, span{from, i})
			from, sum = i, 0
		}
		sum += s
	}
	if from < n {
		out = append(out, span{from, n})
	}
	return out
}

// mostPages is how many pages are told of a term. One that more pages have says
// little; of those, its best are told.
const mostPages = 400

// beginning returns where a range of sorted words begins, in few letters.
func beginning(words []string, from int) string {
	if from == 0 {
		return words[0]
	}
	return between(words[from-1], words[from])
}

// between returns the shortest word that is behind a and not behind b: it tells the
// two apart with the fewest letters.
func between(a, b string) string {
	for n := range len(b) {
		if n >= len(a) || a[n] != b[n] {
			_, size := utf8.DecodeRuneInString(b[n:])
			return b[:n+size]
		}
	}
	return b
}

// ranges cuts the terms of an index into ranges.
func (x *index) ranges() []span {
	return cut(len(x.terms), termsSize, func(i int) int {
		told := min(x.found[i], mostPages)
		entries := (x.first[i+1] - x.first[i]) * told / max(1, x.found[i])
		return 4 + len(x.terms[i])/2 + 5*entries/2 + told
	})
}

// A passage in a range of terms is a byte: its field in bits 0 and 1, whether the
// word has the term as a part only (2), whether it is the page's last (3), how
// often the term is there less one (4, 5), and the class of the passage's length,
// or of that of the heading where that is the field (6, 7).
const (
	markPart  = 1 << 2
	markLast  = 1 << 3
	mostTimes = 4
)

// Of each passage so many places are told, of a part none, modulo placeSize.
const (
	mostPlaces = 2
	placeSize  = 64
)

// layTerms lays out a range of terms: how many, then each as what it shares with
// the last one and the rest; then, in columns of their own so that they pack well,
// how many pages have each; the pages told, as differences; the passages' bytes;
// their numbers, as differences; the places.
func (x *index) layTerms(s span) []byte {
	out := binary.AppendUvarint(nil, uint64(s.to-s.from))
	out = appendSorted(out, x.terms[s.from:s.to])
	var c columns
	for t := s.from; t < s.to; t++ {
		out = binary.AppendUvarint(out, uint64(x.found[t]))
		last := uint32(0)
		for _, entries := range x.best(t) {
			page := entries[0].page
			c.pages = binary.AppendUvarint(c.pages, uint64(page-last))
			last = page
			c.page(entries, x.lengths[page])
		}
	}
	for _, column := range [][]byte{c.pages, c.marks, c.passages, c.places} {
		out = binary.AppendUvarint(out, uint64(len(column)))
	}
	return slices.Concat(out, c.pages, c.marks, c.passages, c.places)
}

// best returns the entries of a term for each page that is told, in order.
func (x *index) best(t int) [][]entry {
	pages := make([][]entry, 0, x.found[t])
	for rest := x.entries[x.first[t]:x.first[t+1]]; len(rest) > 0; {
		n := 1
		for n < len(rest) && rest[n].page == rest[0].page {
			n++
		}
		pages = append(pages, rest[:n])
		rest = rest[n:]
	}
	if len(pages) <= mostPages {
		return pages
	}
	slices.SortStableFunc(pages, func(a, b []entry) int { return cmp.Compare(worth(b), worth(a)) })
	pages = pages[:mostPages]
	slices.SortFunc(pages, func(a, b []entry) int { return cmp.Compare(a[0].page, b[0].page) })
	return pages
}

// worth tells how much a page has of a term: most where it is in the title.
func worth(entries []entry) int {
	sum := min(len(entries), 20)
	for _, e := range entries {
		if e.flags == fieldHeading && e.passage == 0 {
			return sum + 60
		}
		if e.flags < fieldBody {
			sum = max(sum, 40)
		}
	}
	return sum
}

// columns are those of a range.
type columns struct{ pages, marks, passages, places []byte }

// page lays out the entries of one term on one page, whose passages have lengths.
func (c *columns) page(entries []entry, l []lengths) {
	before := uint16(0)
	for len(entries) > 0 {
		passage := entries[0].passage
		n, field, part := 0, uint8(fields), true
		for n < len(entries) && entries[n].passage == passage {
			field = min(field, entries[n].flags&3)
			part = part && entries[n].flags&flagPart != 0
			n++
		}
		mark := field | uint8(min(n, mostTimes)-1)<<4
		if field == fieldHeading {
			mark |= l[passage].heading << 6
		} else {
			mark |= l[passage].whole << 6
		}
		if part {
			mark |= markPart
		} else {
			for _, e := range entries[:min(n, mostPlaces)] {
				c.places = append(c.places, e.at%placeSize)
			}
		}
		if n == len(entries) {
			mark |= markLast
		}
		c.marks = append(c.marks, mark)
		c.passages = binary.AppendUvarint(c.passages, uint64(passage-before))
		before = passage
		entries = entries[n:]
	}
}

// appendSorted appends sorted words: for each, how many letters it shares with the
// one before and how many more it has, as UTF-16 counts them; then how many bytes
// these letters of all are, and they themselves.
func appendSorted(out []byte, words []string) []byte {
	var letters []byte
	before := ""
	for _, w := range words {
		shared := sharedBeginning(before, w)
		out = append(out, byte(lengthUTF16(w[:shared])), byte(lengthUTF16(w[shared:])))
		letters = append(letters, w[shared:]...)
		before = w
	}
	return append(binary.AppendUvarint(out, uint64(len(letters))), letters...)
}

// sharedBeginning returns how many bytes two words begin alike, in whole letters.
func sharedBeginning(a, b string) int {
	n := 0
	for n < min(len(a), len(b)) && a[n] == b[n] {
		n++
	}
	for n > 0 && n < len(b) && !utf8.RuneStart(b[n]) {
		n--
	}
	return n
}

func lengthUTF16(s string) int {
	n := 0
	for _, r := range s {
		n += utf16.RuneLen(r)
	}
	return n
}

// reversed returns the terms that begin with a letter, from back to front and in
// order, with how many pages each has.
func (x *index) reversed() (words []string, found []int) {
	type ending struct {
		text  string
		found int
	}
	var all []ending
	for i, t := range x.terms {
		if plainLetters(t) && len(t) >= 3 {
			b := []byte(t)
			slices.Reverse(b)
			all = append(all, ending{string(b), x.found[i]})
		}
	}
	slices.SortFunc(all, func(a, b ending) int {
		if a.text < b.text {
			return -1
		}
		return 1
	})
	for _, e := range all {
		words, found = append(words, e.text), append(found, e.found)
	}
	return words, found
}

// layEndings lays out a range of reversed terms: how many, the terms, and for
// each how many pages have it.
func layEndings(words []string, found []int) []byte {
	out := binary.AppendUvarint(nil, uint64(len(words)))
	out = appendSorted(out, words)
	for _, n := range found {
		out = binary.AppendUvarint(out, uint64(n))
	}
	return out
}
