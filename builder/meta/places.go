package meta

import (
	"bytes"
	"sort"
	"unicode/utf8"
)

// places turns offsets in a block into lines and columns.
type places struct {
	src    []byte
	first  int   // number of the block's first line
	starts []int // offset of each line
}

func newPlaces(src []byte, first int) *places {
	p := &places{src: src, first: first, starts: []int{0}}
	for at := 0; ; {
		end := bytes.IndexByte(src[at:], '\n')
		if end < 0 {
			return p
		}
		at += end + 1
		p.starts = append(p.starts, at)
	}
}

// at returns the line of an offset and its column in characters, from 1.
func (p *places) at(offset int) (line, column int) {
	offset = min(max(0, offset), len(p.src))
	i := sort.SearchInts(p.starts, offset+1) - 1
	return p.first + i, 1 + utf8.RuneCount(p.src[p.starts[i]:offset])
}
