package markdown

import (
	"bytes"
	"os"
	"path/filepath"
	"reflect"
	"testing"
)

func TestOutlineComesBack(t *testing.T) {
	files, err := filepath.Glob("testdata/pages/*.md")
	if err != nil || len(files) < 10 {
		t.Fatal(files, err)
	}
	for _, file := range files {
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		want := Parse(file, src, Options{}).Outline
		raw := want.Append(nil)
		got, ok := ReadOutline(raw)
		if !ok || !bytes.Equal(got.Append(nil), raw) {
			t.Errorf("%s: another outline came back (%v)", file, ok)
		}
		if !reflect.DeepEqual(got.Headings, want.Headings) || got.Title != want.Title || got.Words != want.Words {
			t.Errorf("%s: %+v, not %+v", file, got, want)
		}
		for n := range raw {
			if _, ok := ReadOutline(raw[:n]); ok {
				t.Errorf("%s: %d of %d bytes are an outline", file, n, len(raw))
			}
		}
	}
}

// FuzzReadOutline holds that no bytes break the reader, and that what it reads
// is written the same again.
func FuzzReadOutline(f *testing.F) {
	doc := Parse("a.md", []byte("---\ntitle: Een\ntags: [a, b]\n---\n# Een\n\n## Twee {#drie}\n\n> ## Vier\n"), Options{})
	f.Add(doc.Append(nil))
	f.Add([]byte{0, 0, 0x80})
	f.Fuzz(func(t *testing.T, raw []byte) {
		o, ok := ReadOutline(raw)
		if !ok {
			return
		}
		again, ok := ReadOutline(o.Append(nil))
		if !ok || !reflect.DeepEqual(again, o) {
			t.Errorf("%+v became %+v", o, again)
		}
	})
}
