package main

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"vaandel/builder/internal/browser"
)

// TestMeasure measures a small handbook, so that the benchmark keeps up with the
// preview: a page that does not change by itself would be measured as one that never
// does.
func TestMeasure(t *testing.T) {
	const edits = 3
	var out bytes.Buffer
	b := &bench{settings: settings{edits: edits, starts: 1}, ctx: t.Context(), scratch: t.TempDir(), out: &out}
	defer b.close()
	if err := b.prepare(); errors.Is(err, exec.ErrNotFound) {
		browser.Missing(t, "Chromium", "apt-get install chromium")
	} else if err != nil {
		t.Fatal(err)
	}
	sides, err := b.measure(30)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range sides {
		for _, w := range ways {
			if times := s.shown[w.name]; len(times) != edits || slices.Min(times) <= 0 {
				t.Errorf("%s, %s: %v, and %d unseen", s.name, w.name, times, s.unseen)
			}
		}
		if len(s.cold) != 1 || s.caches != (len(s.warm) == 1) {
			t.Errorf("%s: first pages %v, and %v with a cache", s.name, s.cold, s.warm)
		}
		if text, err := os.ReadFile(s.file); err != nil || strings.Count(string(text), s.token()) != 1 || s.edits != edits*len(ways) {
			t.Errorf("%s: after %d edits the page is (%v)\n%s", s.name, s.edits, err, text)
		}
	}
	b.report(30, sides)
	if strings.Contains(out.String(), "NaN") || !strings.Contains(out.String(), "on screen, saved by renaming") {
		t.Errorf("no table:\n%s", &out)
	}
}

func TestLaunchTellsWhatWentWrong(t *testing.T) {
	_, err := launch(t.Context(), nil, "go", "no-such-command")
	if err == nil || !strings.Contains(err.Error(), "unknown command") {
		t.Errorf("a program that ends gave %v", err)
	}
}

func TestSave(t *testing.T) {
	for _, w := range ways {
		dir := t.TempDir()
		name := filepath.Join(dir, "page.md")
		for _, text := range []string{"a longer text", "short"} {
			if err := w.save(name, []byte(text)); err != nil {
				t.Fatal(err)
			}
			if got, err := os.ReadFile(name); err != nil || string(got) != text {
				t.Errorf("%s: %q (%v)", w.name, got, err)
			}
		}
		if files, err := os.ReadDir(dir); err != nil || len(files) != 1 {
			t.Errorf("%s leaves %v (%v)", w.name, files, err)
		}
	}
}

func TestRow(t *testing.T) {
	edits := func(values ...float64) row { return row{"x", "ms", values, []float64{400}, 0, goalsShown[1000]} }
	for _, c := range []struct {
		row  row
		want string
	}{
		{edits(20), "x\t20.0 ms\t\t\t\t400.0 ms\t\t\t1/20\t30 ms, p95 60 ms, 1/10\tmet\t"},
		{edits(20, 20, 90), "x\t20.0 ms\t20.0 ms\t\t90.0 ms\t400.0 ms\t\t\t1/20\t30 ms, p95 60 ms, 1/10\tMISSED\t"},
		{edits(31), "x\t31.0 ms\t\t\t\t400.0 ms\t\t\t1/12.9\t30 ms, p95 60 ms, 1/10\tMISSED\t"},
		{row{"x", "ms", []float64{20}, nil, 0, goalsShown[1000]}, "x\t20.0 ms\t\t\t\t\t\t\t\t30 ms, p95 60 ms, 1/10\tmet\t"},
		{row{"x", "ms", []float64{20}, nil, 1, goalsShown[1000]}, "x\t20.0 ms\t\t\t\t\t\t\t\t30 ms, p95 60 ms, 1/10\tMISSED\t"},
		{row{"x", "ms", []float64{60}, []float64{100}, 0, goalFirst}, "x\t60.0 ms\t\t\t\t100.0 ms\t\t\t1/1.67\t1/2\tMISSED\t"},
		{row{"x", "MB", []float64{30}, []float64{20}, 0, goal{}}, "x\t30.0 MB\t\t\t\t20.0 MB\t\t\t1.50\t\t\t"},
	} {
		if got := c.row.String(); got != c.want {
			t.Errorf("%q, not %q", got, c.want)
		}
	}
}
