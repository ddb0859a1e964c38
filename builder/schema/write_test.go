package schema

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// opened is an empty folder, and what may be done in it.
func opened(t *testing.T) (*os.Root, string) {
	t.Helper()
	dir := t.TempDir()
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { root.Close() })
	return root, dir
}

var two = []File{{Folder + "/a.json", []byte("{}\n")}, {Folder + "/b.json", []byte("[]\n")}}

// TestWrite holds that only what differs is written.
func TestWrite(t *testing.T) {
	root, _ := opened(t)
	write := func(want ...string) {
		t.Helper()
		if got, err := Write(root, two); err != nil || !slices.Equal(got, want) {
			t.Errorf("wrote %v, %v", got, err)
		}
	}
	if Present(root, two[0].Name) {
		t.Error("it is there before it was written")
	}
	write(two[0].Name, two[1].Name)
	write()
	if err := root.WriteFile(two[1].Name, []byte("[1]"), 0o600); err != nil {
		t.Fatal(err)
	}
	// What is left of a run that was stopped is in nobody's way.
	if err := root.WriteFile(two[1].Name+".new", nil, 0o600); err != nil {
		t.Fatal(err)
	}
	write(two[1].Name)
	for _, f := range two {
		if data, err := root.ReadFile(f.Name); string(data) != string(f.Data) || !Present(root, f.Name) {
			t.Errorf("%s: %q, %v", f.Name, data, err)
		}
	}
	if found, err := os.ReadDir(filepath.Join(root.Name(), Folder)); len(found) != 2 {
		t.Errorf("%v, %v", found, err)
	}
}

// TestWriteStaysInside holds that nothing is written where a link leads.
func TestWriteStaysInside(t *testing.T) {
	elsewhere := t.TempDir()
	root, dir := opened(t)
	if err := os.Symlink(elsewhere, filepath.Join(dir, Folder)); err != nil {
		t.Skip(err)
	}
	if _, err := Write(root, two); err == nil {
		t.Error("a folder elsewhere was taken")
	}
	if found, err := os.ReadDir(elsewhere); len(found) > 0 || err != nil {
		t.Errorf("%v, %v", found, err)
	}
}

// TestWriteExchangesLinks holds that a page behind a link stays as it is.
func TestWriteExchangesLinks(t *testing.T) {
	root, dir := opened(t)
	page := filepath.Join(dir, "page.md")
	if err := os.WriteFile(page, []byte("{}\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(filepath.Join(dir, Folder), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("../page.md", filepath.Join(dir, Folder, "b.json")); err != nil {
		t.Skip(err)
	}
	if written, err := Write(root, two); err != nil || len(written) != 2 {
		t.Errorf("%v, %v", written, err)
	}
	if data, err := os.ReadFile(page); string(data) != "{}\n" || err != nil {
		t.Errorf("%q, %v", data, err)
	}
}
