package generate

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// fifty is the hash of the folder of fifty pages with seed 1. Who changes the
// words or the patterns makes other numbers in the benchmarks, and must say so
// by changing this.
const fifty = "268226c888a305f0edab9303a10ebdc9bdcba612affa9b8df3ab0c7ded9d10d4"

func TestSameBytesEverywhere(t *testing.T) {
	dir := t.TempDir()
	h := book(t, Options{Pages: 50, Seed: 1, Config: true})
	if _, err := h.Write(dir); err != nil {
		t.Fatal(err)
	}
	if got := hash(t, dir); got != fifty {
		t.Errorf("the folder of fifty pages has hash %s, not %s", got, fifty)
	}
}

func TestAPageNeedsNoOther(t *testing.T) {
	a, b := book(t, Options{Pages: 100}), book(t, Options{Pages: 100})
	for i := range 50 {
		b.Page(i)
	}
	if !bytes.Equal(a.Page(77).Source, b.Page(77).Source) {
		t.Error("page 77 depends on which pages were made before it")
	}
}

func TestOtherSeedOtherText(t *testing.T) {
	a, b := book(t, Options{Pages: 100, Seed: 1}), book(t, Options{Pages: 100, Seed: 2})
	if bytes.Equal(a.Page(50).Source, b.Page(50).Source) {
		t.Error("two seeds gave the same page")
	}
}

// TestShape holds the figures that the benchmarks name: 20 sections, 600 words
// and 4.3 KB a page on average, no folder that is too full.
func TestShape(t *testing.T) {
	const pages = 2000
	h := book(t, Options{Pages: pages})
	words, size := 0, 0
	top, full := map[string]bool{}, map[string]int{}
	for i := range h.Len() {
		p := h.Page(i)
		words, size = words+p.Words, size+len(p.Source)
		if section, _, found := strings.Cut(h.Path(i), "/"); found {
			top[section] = true
		}
		full[path.Dir(h.Path(i))]++
	}
	if h.Len() != pages || len(top) != sections {
		t.Errorf("%d pages in %d sections, not %d in %d", h.Len(), len(top), pages, sections)
	}
	if mean := words / pages; mean < 570 || mean > 630 {
		t.Errorf("%d words a page, not about 600", mean)
	}
	if mean := size / pages; mean < 4000 || mean > 4600 {
		t.Errorf("%d bytes a page, not about 4,300", mean)
	}
	for folder, n := range full {
		if n > perFolder {
			t.Errorf("folder %s has %d pages", folder, n)
		}
	}
}

func TestLinksLeadSomewhere(t *testing.T) {
	link := regexp.MustCompile(`\]\(([^)#]*)(#[^)]*)?\)`)
	for _, index := range []string{"index.md", "_index.md"} {
		h := book(t, Options{Pages: 300, Index: index})
		pages := map[string]bool{}
		for i := range h.Len() {
			if pages[h.Path(i)] {
				t.Errorf("two pages are called %s", h.Path(i))
			}
			pages[h.Path(i)] = true
		}
		for i := range h.Len() {
			source := string(h.Page(i).Source)
			for _, m := range link.FindAllStringSubmatch(source, -1) {
				if target := path.Join(path.Dir(h.Path(i)), m[1]); !pages[target] {
					t.Fatalf("%s links to %s, which is no page", h.Path(i), m[1])
				}
			}
			if strings.ContainsAny(source, "{}") {
				t.Fatalf("%s has a slot that no word fills:\n%s", h.Path(i), source)
			}
		}
	}
}

func TestTooFewPages(t *testing.T) {
	if _, err := New(Options{Pages: fewest - 1}); err == nil {
		t.Error("twenty sections do not fit in 21 pages")
	}
	if h := book(t, Options{Pages: fewest}); h.Len() != fewest {
		t.Errorf("%d pages, not %d", h.Len(), fewest)
	}
}

// book lays out a handbook.
func book(t *testing.T, o Options) *Handbook {
	t.Helper()
	h, err := New(o)
	if err != nil {
		t.Fatal(err)
	}
	return h
}

// hash returns the hash of all paths and bytes below dir.
func hash(t *testing.T, dir string) string {
	t.Helper()
	sum := sha256.New()
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(name)
		rel, _ := filepath.Rel(dir, name)
		sum.Write([]byte(filepath.ToSlash(rel) + "\x00"))
		sum.Write(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return hex.EncodeToString(sum.Sum(nil))
}
