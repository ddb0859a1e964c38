package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"vaandel/builder/internal/hugo"
	"vaandel/builder/internal/measure"
)

// TestHugoShowsWhatWeShow holds Hugo's site to what it must do to be a fair
// comparison.
func TestHugoShowsWhatWeShow(t *testing.T) {
	program, err := exec.LookPath("hugo")
	if err != nil {
		t.Skip("hugo is not installed")
	}
	dir := t.TempDir()
	if _, err := hugo.Write(filepath.Join(dir, "site"), 100, seed); err != nil {
		t.Fatal(err)
	}
	b := &bench{ctx: t.Context(), scratch: dir, site: filepath.Join(dir, "site"), hugo: program}
	if err := b.hugoMinify(0); err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(dir, "hugo-minify-0", "public")
	page := read(t, filepath.Join(out, deepest(t, filepath.Join(b.site, "content"))))
	for _, want := range []string{
		"Kruimelpad", "Op deze pagina", "In dit onderdeel", "Onderdelen", "Vorige en volgende", `class=tags`,
		"aria-current", "minuten lezen", "#samengevat", "script-src",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("a page of Hugo has no %s", want)
		}
	}
	if strings.Contains(page, ".md") {
		t.Errorf("a page of Hugo links to a source:\n%s", page)
	}
	for _, name := range []string{"sitemap.xml", "index.xml", "404.html", "tags.html", "a-z.html"} {
		if read(t, filepath.Join(out, name)) == "" {
			t.Errorf("%s is empty", name)
		}
	}
	if n := strings.Count(read(t, filepath.Join(out, "a-z.html")), "<li>"); n < 100 {
		t.Errorf("the list of all pages has %d pages", n)
	}
	if m := b.mini[0]; m.Wall <= 0 || m.CPU <= 0 {
		t.Errorf("nothing was measured: %+v", m)
	}
}

// deepest returns the output file of the source whose path is longest, which
// is no folder's own page.
func deepest(t *testing.T, content string) string {
	t.Helper()
	longest := ""
	files, err := filepath.Glob(filepath.Join(content, "*", "*.md"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		if filepath.Base(name) != "_index.md" && len(name) > len(longest) {
			longest = name
		}
	}
	rel, err := filepath.Rel(content, longest)
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSuffix(rel, ".md") + ".html"
}

func read(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestMedianAndGoals(t *testing.T) {
	samples := func(seconds ...float64) []measure.Sample {
		var list []measure.Sample
		for _, s := range seconds {
			d := time.Duration(s * float64(time.Second))
			list = append(list, measure.Sample{Wall: d, CPU: 2 * d, Memory: int64(s * 1e8)})
		}
		return list
	}
	if m := measure.Median(samples(3, 1, 9)); m.Wall != 3*time.Second || m.CPU != 6*time.Second || m.Memory != 3e8 {
		t.Errorf("the median of 3, 1 and 9 is %+v", m)
	}
	var out bytes.Buffer
	b := &bench{out: &out, settings: settings{pages: 100, large: 1000}, cold: samples(3), one: samples(1), mini: samples(10), large: samples(30)}
	b.report()
	for _, want := range []string{
		"cold build, to hugo --minify: 0.300, goal 0.333: met",
		"one page changed, to hugo --minify: 0.100, goal 0.050: MISSED",
		"memory of a cold build, MB: 300.000, goal 400.000: met",
		"ten times the pages, to once: 10.000, goal 11.000: met",
	} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("the report has no %q:\n%s", want, &out)
		}
	}
}

func TestAFailedRunIsNoSample(t *testing.T) {
	if _, _, err := measure.Take(t.Context(), nil, "go", "no-such-command"); err == nil || !strings.Contains(err.Error(), "no-such-command") {
		t.Errorf("a program that fails gave %v", err)
	}
}
