package content

import (
	"io/fs"
	"os"
	"path"
	"slices"
	"testing"
)

// A new folder of pages that nobody adds to the embed line would be missing
// from the binary without anyone noticing.
func TestFilesHoldsTheWholeFolder(t *testing.T) {
	var want []string
	err := fs.WalkDir(os.DirFS("."), ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && d.IsDir() && name == ".vaandel" {
			return fs.SkipDir // for text editors; init makes it
		}
		if err == nil && !d.IsDir() && path.Ext(name) != ".go" {
			want = append(want, name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	err = fs.WalkDir(Files(), ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			got = append(got, name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Contains(got, "handbook.yaml") {
		t.Error("handbook.yaml is not embedded")
	}
	for _, name := range want {
		if !slices.Contains(got, name) {
			t.Errorf("%s is not embedded", name)
		}
	}
}
