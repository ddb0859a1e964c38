package main

import (
	"bytes"
	"compress/gzip"
	"errors"
	"os/exec"
	"slices"
	"strings"
	"testing"

	"vaandel/builder/internal/browser"
	"vaandel/builder/internal/generate"
)

// TestMeasure measures a small handbook, so that the benchmark keeps up with the
// search: with a class, file or stage of another name it would measure nothing.
func TestMeasure(t *testing.T) {
	var out bytes.Buffer
	b := &bench{settings: settings{runs: 1, queries: 2}, ctx: t.Context(), scratch: t.TempDir(), out: &out}
	defer b.close()
	if err := b.prepare(); errors.Is(err, exec.ErrNotFound) {
		browser.Missing(t, "Chromium", "apt-get install chromium")
	} else if err != nil {
		t.Fatal(err)
	}
	f, err := b.measure(62)
	if err != nil {
		t.Fatal(err)
	}
	first, p := sum(f.vaandel.first), &f.vaandel
	for _, sort := range []string{"reader", "panel", "start", "directory", "terms", "texts"} {
		if !strings.Contains(first, " "+sort+" ") {
			t.Errorf("the first query loads no %s: %s", sort, first)
		}
	}
	if len(p.cold) != 2 || len(p.loaded) < 10 || len(p.fetched) < 2 {
		t.Errorf("%d times of first queries, %d and %d of keys", len(p.cold), len(p.loaded), len(p.fetched))
	}
	for _, each := range slices.Concat(p.cold, p.loaded, p.fetched) {
		if each.Changed <= 0 || each.Frame < each.Changed || each.Drawn < each.Frame || each.Busy <= 0 {
			t.Errorf("no times of a query: %+v", each)
		}
	}
	if f.builds.with.stage[0] <= 0 || p.disk == 0 || p.files < 62 {
		t.Errorf("the index took %v s, and has %d bytes in %d files", f.builds.with.stage, p.disk, p.files)
	}
	if f.builds.without.files > 0 {
		t.Errorf("the program without the search makes an index of %d files", f.builds.without.files)
	}
	b.report(f)
	if strings.Contains(out.String(), "NaN") || !strings.Contains(out.String(), "further query, median") {
		t.Errorf("no table:\n%s", &out)
	}
}

func TestDraw(t *testing.T) {
	book, err := generate.New(generate.Options{Pages: 100, Seed: seed})
	if err != nil {
		t.Fatal(err)
	}
	first := draw(book, 16)
	if again := draw(book, 16); !slices.Equal(first, again) {
		t.Errorf("%q is drawn, then %q", first, again)
	}
	pairs := 0
	for _, query := range first {
		words := strings.Fields(query)
		if pairs += len(words) - 1; len(words) < 1 || len(words) > 2 {
			t.Errorf("%q is drawn", query)
		}
	}
	slices.Sort(first)
	if len(slices.Compact(first)) != 16 || pairs < 4 {
		t.Errorf("too much alike: %q", first)
	}
}

func TestPacked(t *testing.T) {
	plain := []byte(strings.Repeat("een twee ", 100))
	once, err := packed(plain)
	if err != nil || once >= len(plain)/10 {
		t.Fatalf("%d bytes of %d (%v)", once, len(plain), err)
	}
	var zip bytes.Buffer
	w := gzip.NewWriter(&zip)
	_, err = w.Write(plain)
	if err = errors.Join(err, w.Close()); err != nil {
		t.Fatal(err)
	}
	if twice, err := packed(zip.Bytes()); err != nil || twice != zip.Len() {
		t.Errorf("%d bytes of gzip count as %d (%v)", zip.Len(), twice, err)
	}
}

func TestGoals(t *testing.T) {
	for _, c := range []struct {
		row  row
		want string
	}{
		{row{"x", "KB", 12, 20, none, none, 12}, "x\t12.0 KB\t20.0 KB\t\t\t12.0 KB\tmet\t"},
		{row{"x", "ms", 12.1, none, none, none, 12}, "x\t12.1 ms\t\t\t\t12.0 ms\tMISSED\t"},
		{row{"x", "", 3, none, none, 1, 0}, "x\t3\t\t\t1\t\t\t"},
	} {
		if got := c.row.String(); got != c.want {
			t.Errorf("%q, not %q", got, c.want)
		}
	}
}
