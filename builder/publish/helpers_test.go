package publish

import (
	"context"
	"crypto/sha256"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

// set is an output set to be: path to bytes.
type set map[string]string

// files returns the set as files, half of them late, counting the calls of
// Content in calls.
func (s set) files(calls *atomic.Int64) []File {
	var list []File
	for p, text := range s {
		f := File{Path: p, Key: sumOf(text), Content: func() ([]byte, error) {
			calls.Add(1)
			return []byte(text), nil
		}}
		if len(list)%2 == 1 {
			ready := f
			f = File{Path: p, Late: func() (File, error) { return ready, nil }}
		}
		list = append(list, f)
	}
	return list
}

// with returns s with the given paths set or, where the text is "", removed.
func (s set) with(pairs ...string) set {
	t := set{}
	for p, text := range s {
		t[p] = text
	}
	for i := 0; i < len(pairs); i += 2 {
		if t[pairs[i]] = pairs[i+1]; pairs[i+1] == "" {
			delete(t, pairs[i])
		}
	}
	return t
}

// small is a site with everything in it that publishing treats on its own.
var small = set{
	"index.html":             "<h1>Home</h1>",
	"beleid/index.html":      "<h1>Beleid</h1>",
	"beleid/werktijd.html":   "<h1>Werktijd</h1>",
	"beleid/a/diep.html":     "<h1>Diep</h1>",
	"assets/style.1111.css":  "body{}",
	"assets/script.1111.js":  "let a",
	"downloads/map & é.html": "<p>",
	"leeg.txt":               "",
}

// both runs a test with exchanged folders and in place.
func both(t *testing.T, test func(t *testing.T, o Options)) {
	t.Run("exchange", func(t *testing.T) {
		if runtime.GOOS != "linux" && runtime.GOOS != "darwin" {
			t.Skip("this system can't exchange folders")
		}
		test(t, Options{})
	})
	t.Run("in place", func(t *testing.T) { test(t, Options{InPlace: true}) })
}

// target returns an output folder to be, alone in its parent.
func target(t testing.TB) string {
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	return filepath.Join(dir, "public")
}

// publish publishes s and returns what it did and how often it made bytes.
func publish(t testing.TB, dir string, s set, o Options) (Stats, int64) {
	t.Helper()
	var calls atomic.Int64
	stats, err := Folder(context.Background(), dir, s.files(&calls), o)
	if err != nil {
		t.Fatal(err)
	}
	if stats.StateErr != nil {
		t.Fatal(stats.StateErr)
	}
	alone(t, dir)
	return stats, calls.Load()
}

// want fails unless dir holds exactly the files of s, the extra ones (path, text,
// …; a folder ends in a slash), and a manifest that fits.
func want(t testing.TB, dir string, s set, extra ...string) {
	t.Helper()
	holdsExactly(t, dir, s, extra...)
	if err := verify(dir); err != nil {
		t.Error(err)
	}
}

// holdsExactly is want without a look at what the manifest says.
func holdsExactly(t testing.TB, dir string, s set, extra ...string) {
	t.Helper()
	all := s.with(extra...)
	for i := 0; i < len(extra); i += 2 {
		all[extra[i]] = extra[i+1]
	}
	all[manifestName] = read(t, dir, manifestName)
	var got []string
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, _ := filepath.Rel(dir, name)
		rel = filepath.ToSlash(rel)
		if d.IsDir() {
			if entries, err := os.ReadDir(name); err == nil && len(entries) == 0 {
				got = append(got, rel+"/")
			}
			return nil
		}
		got = append(got, rel)
		if text, ok := all[rel]; ok && read(t, dir, rel) != text {
			t.Errorf("%s holds %q, want %q", rel, read(t, dir, rel), text)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	var expected []string
	for p := range all {
		expected = append(expected, p)
	}
	slices.Sort(got)
	slices.Sort(expected)
	if !slices.Equal(got, expected) {
		t.Errorf("the folder holds\n%q, want\n%q", got, expected)
	}
}

// verify compares a folder with its manifest.
func verify(dir string) error {
	m, err := readManifest(filepath.Join(dir, manifestName))
	if err != nil {
		return err
	}
	for p, s := range m.owned() {
		got, err := hashFile(filepath.Join(dir, filepath.FromSlash(p)))
		if err != nil {
			return err
		}
		if got != s {
			return fmt.Errorf("%s is not what the manifest says", p)
		}
	}
	return nil
}

// alone fails unless dir is alone in its parent, without anything of a running
// publish in it.
func alone(t testing.TB, dir string) {
	t.Helper()
	entries, err := os.ReadDir(filepath.Dir(dir))
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if e.Name() != filepath.Base(dir) {
			t.Errorf("%s was left behind", e.Name())
		}
	}
	entries, _ = os.ReadDir(dir)
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), manifestName) && e.Name() != manifestName {
			t.Errorf("%s was left behind in the folder", e.Name())
		}
	}
}

func read(t testing.TB, dir, p string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(p)))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// write writes a file that is not ours.
func write(t testing.TB, dir, p, text string) {
	t.Helper()
	name := filepath.Join(dir, filepath.FromSlash(p))
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func stat(t testing.TB, dir, p string) fs.FileInfo {
	t.Helper()
	info, err := os.Lstat(filepath.Join(dir, filepath.FromSlash(p)))
	if err != nil {
		t.Fatal(err)
	}
	return info
}

// age sets the times of all files in dir to an hour ago, as if they had been
// published then.
func age(t testing.TB, dir string) time.Time {
	t.Helper()
	past := time.Now().Add(-time.Hour).Truncate(time.Second)
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err == nil && d.Type().IsRegular() {
			err = os.Chtimes(name, past, past)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return past
}

func sumOf(text string) sum { return sha256.Sum256([]byte(text)) }
