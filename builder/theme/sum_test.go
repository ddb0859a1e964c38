package theme

import (
	"io/fs"
	"testing"
	"testing/fstest"
)

// TestSum holds that the sum tells themes apart by all that they are made of.
func TestSum(t *testing.T) {
	sum := func(o Options, files map[string]string) [32]byte {
		t.Helper()
		layer := fstest.MapFS{}
		for name, data := range files {
			layer[name] = &fstest.MapFile{Data: []byte(data)}
		}
		s, err := Sum([]fs.FS{layer}, o)
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	files := map[string]string{"layouts/page.html": "a", "tokens.css": ":root {}"}
	first := sum(Options{Accent: "#123456"}, files)
	if sum(Options{Accent: "#123456"}, files) != first {
		t.Error("the same theme has another sum")
	}
	for what, other := range map[string][32]byte{
		"the accent":    sum(Options{Accent: "#123457"}, files),
		"the languages": sum(Options{Accent: "#123456", Languages: []string{"en"}}, files),
		"a file's text": sum(Options{Accent: "#123456"}, map[string]string{"layouts/page.html": "b", "tokens.css": ":root {}"}),
		"a file's name": sum(Options{Accent: "#123456"}, map[string]string{"layouts/post.html": "a", "tokens.css": ":root {}"}),
		"a file more":   sum(Options{Accent: "#123456"}, map[string]string{"layouts/page.html": "a", "tokens.css": ":root {}", "components/x/x.css": ""}),
	} {
		if other == first {
			t.Errorf("with another of %s the sum is the same", what)
		}
	}
}
