package source

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"syscall"
	"testing"
	"time"

	"vaandel/builder/diag"
)

// write makes files below a new folder and returns it.
func write(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		p := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(p), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(p, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func read(t *testing.T, dir string, seen *Seen) (*Tree, []diag.Diagnostic) {
	t.Helper()
	tree, diags, err := load(context.Background(), dir, seen)
	if err != nil {
		t.Fatal(err)
	}
	return tree, diags
}

// load lists and loads a folder.
func load(ctx context.Context, dir string, seen *Seen) (*Tree, []diag.Diagnostic, error) {
	tree, diags, err := List(ctx, dir)
	if err != nil {
		return nil, nil, err
	}
	return tree, diags, tree.Load(ctx, seen, func(int) error { return nil })
}

func paths(t *Tree) []string {
	var out []string
	for _, f := range t.Files {
		out = append(out, f.Path)
	}
	return out
}

func rules(ds []diag.Diagnostic) []string {
	var out []string
	for _, d := range ds {
		out = append(out, d.Rule+" "+d.File)
	}
	slices.Sort(out)
	return out
}

func TestReadOrdersAndLeavesOut(t *testing.T) {
	dir := write(t, map[string]string{
		"b.md": "b", "a/c & d.md": "c", "a/é.md": "e", "Thumbs.db": "x", ".git/config": "x",
		"a/.verborgen.md": "x", "~$brief.docx": "x", "b.md~": "x", "#b.md#": "x", "node_modules/x/README.md": "x",
		"leeg.md": "",
	})
	tree, diags := read(t, dir, nil)
	want := []string{"a/c & d.md", "a/é.md", "b.md", "leeg.md"}
	if got := paths(tree); !slices.Equal(got, want) {
		t.Errorf("read %q, want %q", got, want)
	}
	if len(diags) > 0 {
		t.Errorf("diagnostics: %v", diags)
	}
	if data, err := tree.File("leeg.md").Bytes(); err != nil || len(data) != 0 {
		t.Errorf("an empty file gives %q, %v", data, err)
	}
}

func TestLinks(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("links need a privilege on Windows")
	}
	outside := write(t, map[string]string{"geheim.md": "x"})
	dir := write(t, map[string]string{"map/a.md": "a"})
	link := func(to, name string) {
		if err := os.Symlink(to, filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
	link("map/a.md", "goed.md")
	link("map", "ook")
	link(filepath.Join(outside, "geheim.md"), "buiten.md")
	link("weg.md", "stuk.md")
	link("..", "map/lus")
	if err := syscall.Mkfifo(filepath.Join(dir, "pijp.md"), 0o600); err != nil {
		t.Fatal(err)
	}
	tree, diags := read(t, dir, nil)
	if got, want := paths(tree), []string{"goed.md", "map/a.md", "ook/a.md"}; !slices.Equal(got, want) {
		t.Errorf("read %q, want %q", got, want)
	}
	want := []string{
		"source-link-broken stuk.md", "source-link-loop map/lus", "source-link-loop ook/lus",
		"source-link-outside buiten.md", "source-not-a-file pijp.md",
	}
	if got := rules(diags); !slices.Equal(got, want) {
		t.Errorf("reported %q, want %q", got, want)
	}
}

func TestLinkedRoot(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("links need a privilege on Windows")
	}
	dir := write(t, map[string]string{"a.md": "a"})
	root := filepath.Join(t.TempDir(), "inhoud")
	if err := os.Symlink(dir, root); err != nil {
		t.Fatal(err)
	}
	tree, _ := read(t, root, nil)
	if got := paths(tree); !slices.Equal(got, []string{"a.md"}) {
		t.Errorf("read %q", got)
	}
}

// TestSeen holds that what was seen spares reading, and never hides a change.
func TestSeen(t *testing.T) {
	if runtime.GOOS != "linux" && runtime.GOOS != "darwin" {
		t.Skip("files are read again on this system")
	}
	dir := write(t, map[string]string{"a.md": "een", "b.md": "twee"})
	first, _ := read(t, dir, nil)

	// Looked at long after the change: trusted, so the hash is taken as it is.
	seen := first.Seen(time.Now().Add(time.Hour))
	fake := Hash{1}
	copy(seen.Hashes, fake[:])
	if tree, _ := read(t, dir, &seen); tree.File("a.md").Hash != fake {
		t.Error("a file that did not change was read again")
	}

	// Looked at right after the change: it may have changed within one tick.
	fresh := first.Seen(time.Now())
	copy(fresh.Hashes[len(fake):], fake[:])
	if tree, _ := read(t, dir, &fresh); tree.File("b.md").Hash == fake {
		t.Error("a file that had just changed was not read")
	}

	// Same size, and the time of change set back: the status change tells.
	info, err := os.Stat(filepath.Join(dir, "a.md"))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "a.md"), []byte("EEN"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Chtimes(filepath.Join(dir, "a.md"), info.ModTime(), info.ModTime()); err != nil {
		t.Fatal(err)
	}
	if tree, _ := read(t, dir, &seen); tree.File("a.md").Hash == fake {
		t.Error("a change with its time set back was missed")
	}
}

// TestBytesOfTheSnapshot changes a file once it was loaded: whoever it is handed
// to still gets the bytes that were read, and nobody gets others later.
// So it is with a file that was empty: somebody was about to save it.
func TestBytesOfTheSnapshot(t *testing.T) {
	for _, was := range []string{"plaatje", ""} {
		bytesOfTheSnapshot(t, was)
	}
}

func bytesOfTheSnapshot(t *testing.T, was string) {
	t.Helper()
	dir := write(t, map[string]string{"foto.png": was})
	tree, _, err := List(t.Context(), dir)
	if err != nil {
		t.Fatal(err)
	}
	foto := tree.File("foto.png")
	err = tree.Load(t.Context(), nil, func(int) error {
		if err := os.WriteFile(filepath.Join(dir, "foto.png"), []byte("anders!"), 0o644); err != nil {
			return err
		}
		if data, err := foto.Bytes(); err != nil || string(data) != was {
			t.Errorf("got %q, %v, not %q", data, err, was)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	var changed *ChangedError
	if _, err := foto.Bytes(); !errors.As(err, &changed) || changed.Path != "foto.png" {
		t.Errorf("a picture that was %q and changed gives %v", was, err)
	}
}

func TestUnreadable(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("root reads everything; the command's tests do this as another user")
	}
	dir := write(t, map[string]string{"a.md": "a", "b.md": "b"})
	for _, name := range []string{"a.md", "b.md"} {
		if err := os.Chmod(filepath.Join(dir, name), 0); err != nil {
			t.Fatal(err)
		}
	}
	_, _, err := load(context.Background(), dir, nil)
	if err == nil || !errors.Is(err, os.ErrPermission) {
		t.Fatalf("got %v", err)
	}
	for _, name := range []string{"a.md", "b.md"} {
		if !bytes.Contains([]byte(err.Error()), []byte(name)) {
			t.Errorf("the error does not name %s: %v", name, err)
		}
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, _, err := load(ctx, write(t, map[string]string{"a.md": "a"}), nil); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}
