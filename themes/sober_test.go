package themes_test

import (
	"bytes"
	"io/fs"
	"slices"
	"testing"

	"vaandel/builder/theme"
	"vaandel/themes"
)

// layers are a theme as builds use it: laid over the default one.
func layers(t *testing.T, name string) []fs.FS {
	t.Helper()
	own, ok := themes.Named(name)
	base, ok2 := themes.Named(themes.Default)
	if !ok || !ok2 {
		t.Fatal("a theme is missing")
	}
	return []fs.FS{own, base}
}

func TestNames(t *testing.T) {
	if got := themes.Names(); !slices.Equal(got, []string{"default", "sober"}) {
		t.Errorf("the themes are %q", got)
	}
}

// TestSoberIsSmall holds what the theme is there for: to show how little it
// takes to change the look.
func TestSoberIsSmall(t *testing.T) {
	lines, files := 0, 0
	sober := layers(t, "sober")[0]
	err := fs.WalkDir(sober, ".", func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(sober, p)
		files, lines = files+1, lines+bytes.Count(data, []byte("\n"))
		return err
	})
	if err != nil || lines >= 100 || files < 5 {
		t.Errorf("%d lines in %d files, %v", lines, files, err)
	}
}

// TestSoberIsWhole renders all layouts in it. Accents of all kinds can be read.
func TestSoberIsWhole(t *testing.T) {
	for _, accent := range []string{"", "#fff", "#000", "#ff0", "#808080", "#e2001a", "#1f6f78", "#00f"} {
		_, ds, err := theme.Compile(layers(t, "sober"), theme.Options{Accent: accent})
		if err != nil || len(ds) > 0 {
			t.Errorf("accent %q: %v, %v", accent, ds, err)
		}
	}
	th, _, err := theme.Compile(layers(t, "sober"), theme.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for name, view := range views() {
		page, err := th.Page("nl", view.Layout, view)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		d := read(t, name, string(page))
		d.wellFormed()
		d.accessible()
		d.page()
	}
	for _, name := range []string{"footer", "footer bare"} {
		out, err := th.Part("nl", "footer", parts()[name].view)
		if err != nil {
			t.Fatal(err)
		}
		d := read(t, name, "<!DOCTYPE html><html><head></head><body>"+string(out)+"</body></html>")
		d.wellFormed()
		d.accessible()
	}
	if got := th.Message("en", "footer.private"); got != "We don't follow you. What you fill in or tick here stays with you." {
		t.Errorf("its own message is %q", got)
	}
}
