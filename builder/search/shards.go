package search

import (
	"encoding/binary"
	"slices"
)

// A range of terms is about so many bytes before it is packed.
const (
	termsSize   = 9_000
	endingsSize = 12_000
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

// ranges cuts the terms of an index into ranges.
func (x *index) ranges() []span {
	return cut(len(x.terms), termsSize, func(i int) int {
		return 4 + len(x.terms[i])/2 + 5*(x.first[i+1]-x.first[i])/2 + x.found[i]
	})
}

// A passage in a range of terms is a byte: its field in bits 0 and 1, whether the
// word has the term as a part only (2), whether it is the page's last (3), how
// many places are told less one (4, 5), and the class of its length, or of that of
// the heading where that is the field (6, 7).
const (
	markPart   = 1 << 2
	markLast   = 1 << 3
	mostPlaces = 4
)

// terms lays out a range of terms: how many, then each as what it shares with the
// last one and the rest; then, in columns of their own so that they pack well,
// how many pages each has; the pages, as differences; the passages' bytes; their
// numbers, as differences; the places.
func (x *index) layTerms(s span) []byte {
	out := binary.AppendUvarint(nil, uint64(s.to-s.from))
	out = appendSorted(out, x.terms[s.from:s.to])
	var pages, marks, passages, places []byte
	for t := s.from; t < s.to; t++ {
		out = binary.AppendUvarint(out, uint64(x.found[t]))
		entries := x.entries[x.first[t]:x.first[t+1]]
		last := uint32(0)
		for len(entries) > 0 {
			page := entries[0].page
			n := 1
			for n < len(entries) && entries[n].page == page {
				n++
			}
			pages = binary.AppendUvarint(pages, uint64(page-last))
			last = page
			marks, passages, places = x.layPage(entries[:n], marks, passages, places)
			entries = entries[n:]
		}
	}
	for _, column := range [][]byte{pages, marks, passages, places} {
		out = binary.AppendUvarint(out, uint64(len(column)))
	}
	return slices.Concat(out, pages, marks, passages, places)
}

// layPage lays out the entries of one term on one page.
func (x *index) layPage(entries []entry, marks, passages, places []byte) (_, _, _ []byte) {
	before := uint16(0)
	for len(entries) > 0 {
		passage := entries[0].passage
		n, field, whole := 0, uint8(fields), false
		for n < len(entries) && entries[n].passage == passage {
			field = min(field, entries[n].flags&3)
			whole = whole || entries[n].flags&flagPart == 0
			n++
		}
		told := min(n, mostPlaces)
		length := x.lengths[entries[0].page][passage]
		mark := field | uint8(told-1)<<4
		if field == fieldHeading {
			mark |= length.heading << 6
		} else {
			mark |= length.whole << 6
		}
		if !whole {
			mark |= markPart
		}
		if n == len(entries) {
			mark |= markLast
		}
		marks = append(marks, mark)
		passages = binary.AppendUvarint(passages, uint64(passage-before))
		before = passage
		for _, e := range entries[:told] {
			places = append(places, e.at)
		}
		entries = entries[n:]
	}
	return marks, passages, places
}

// appendSorted appends sorted words: for each, how many bytes it shares with the
// one before, how many more it has, and these.
func appendSorted(out []byte, words []string) []byte {
	before := ""
	for _, w := range words {
		shared := 0
		for shared < min(len(w), len(before)) && w[shared] == before[shared] {
			shared++
		}
		out = append(out, byte(shared), byte(len(w)-shared))
		out = append(out, w[shared:]...)
		before = w
	}
	return out
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
