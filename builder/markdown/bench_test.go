package markdown

import (
	"io"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"

	"vaandel/builder/internal/generate"
)

// pages returns handbook pages of about 4.3 KB, as many as a benchmark needs to
// see more than one.
func pages(tb testing.TB) [][]byte {
	h, err := generate.New(generate.Options{Pages: 200, Seed: 1})
	if err != nil {
		tb.Fatal(err)
	}
	out := make([][]byte, h.Len())
	for i := range out {
		out[i] = []byte(h.Page(i).Source)
	}
	return out
}

// BenchmarkParse reads pages of a handbook. BenchmarkGoldmark, beside it, turns
// the same into HTML with goldmark and its GFM extension and nothing of ours:
// no positions, links, ids, tables' texts or bounds.
func BenchmarkParse(b *testing.B) {
	all := pages(b)
	b.ReportAllocs()
	i, size := 0, 0
	for b.Loop() {
		src := all[i%len(all)]
		if d := Parse("page.md", src, Options{}); d.Refused {
			b.Fatal("refused")
		}
		size += len(src)
		i++
	}
	b.SetBytes(int64(size / i))
}

func BenchmarkGoldmark(b *testing.B) {
	all := pages(b)
	md := goldmark.New(goldmark.WithExtensions(extension.GFM))
	b.ReportAllocs()
	i, size := 0, 0
	for b.Loop() {
		src := all[i%len(all)]
		if err := md.Convert(src, io.Discard); err != nil {
			b.Fatal(err)
		}
		size += len(src)
		i++
	}
	b.SetBytes(int64(size / i))
}
