// Package reproducible holds the builder to its word that the same content
// gives the same bytes: on every machine, in every folder, time zone and
// language, on any number of cores.
package reproducible

import (
	"bytes"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"vaandel/builder/internal/binary"
	"vaandel/builder/internal/generate"
)

// builds is how often the generated handbook is built, and fewer the starter
// handbook, most of whose time goes into its photographs. The first ten places
// have every folder, zone, locale and number of cores between them.
const builds, fewer = 20, 10

// place is one way of building: what may differ between two people's machines.
type place struct {
	folder string // name of the content folder and those above it
	zone   string // TZ
	locale string // LC_ALL and LANG
	cores  int    // GOMAXPROCS
	warm   bool   // build twice, so that the second finds a cache
}

// places returns one place for each build; no two are the same.
func places() []place {
	folders := []string{"a", "b/content", "een map met spaties", "Éé & ñ", "diep/er/en/dieper/content"}
	zones := []string{"UTC", "Europe/Amsterdam", "Pacific/Kiritimati", "America/Los_Angeles"}
	locales := []string{"C", "nl_NL.UTF-8", "tr_TR.UTF-8", "en_US.ISO-8859-1", "POSIX"}
	var list []place
	for i := range builds {
		list = append(list, place{
			folder: fmt.Sprintf("%s-%d", folders[i%len(folders)], i),
			zone:   zones[i%len(zones)],
			locale: locales[(i/2)%len(locales)],
			cores:  1 + i%7,
			warm:   i%3 == 2,
		})
	}
	return list
}

// TestTwentyBuilds builds the starter handbook and a generated one, each with
// a history in git as that gives pages their dates.
func TestTwentyBuilds(t *testing.T) {
	scratch := t.TempDir()
	program, err := binary.Build(t.Context(), scratch)
	if err != nil {
		t.Fatal(err)
	}
	for name, book := range map[string]struct {
		content string
		places  []place
	}{
		"starter":   {starter(t), places()[:fewer]},
		"generated": {generated(t, filepath.Join(scratch, "generated")), places()},
	} {
		t.Run(name, func(t *testing.T) {
			var want map[string][]byte
			for i, p := range book.places {
				got := build(t, program, book.content, t.TempDir(), p, uint64(i))
				if want == nil {
					want = got
				}
				if t.Failed() {
					return
				}
				compare(t, want, got, p)
			}
			if len(want) < 20 {
				t.Errorf("only %d files were built", len(want))
			}
		})
	}
}

// TestCompareSees shows that the comparison finds a difference of one byte.
func TestCompareSees(t *testing.T) {
	a, b := map[string][]byte{"x": []byte("abc"), "y": nil}, map[string][]byte{"x": []byte("abd"), "y": nil}
	if difference(a, a) != "" || difference(a, b) == "" || difference(a, map[string][]byte{"x": a["x"]}) == "" {
		t.Error("difference does not see what it should")
	}
}

// starter returns the folder of the starter handbook.
func starter(t *testing.T) string {
	t.Helper()
	root, err := binary.Root()
	if err != nil {
		t.Fatal(err)
	}
	return filepath.Join(root, "content")
}

// generated writes a handbook of fifty pages.
func generated(t *testing.T, dir string) string {
	t.Helper()
	book, err := generate.New(generate.Options{Pages: 50, Seed: 1, Config: true})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := book.Write(dir); err != nil {
		t.Fatal(err)
	}
	return dir
}

// build copies the content to its place, builds it there in a process of its
// own, and returns all files of the site.
func build(t *testing.T, program, content, dir string, p place, seed uint64) map[string][]byte {
	t.Helper()
	source := filepath.Join(dir, filepath.FromSlash(p.folder))
	scatter(t, content, source, seed)
	commit(t, source)
	out := filepath.Join(dir, "out", "site")
	env := append(os.Environ(),
		"TZ="+p.zone, "LC_ALL="+p.locale, "LANG="+p.locale,
		fmt.Sprintf("GOMAXPROCS=%d", p.cores),
		"XDG_CACHE_HOME="+filepath.Join(dir, "cache"),
	)
	times := 1
	if p.warm {
		times = 2
	}
	for range times {
		cmd := exec.CommandContext(t.Context(), program, "build", source, "--out", out)
		cmd.Env = env
		if err := binary.Run(cmd); err != nil {
			t.Fatal(err)
		}
	}
	files, err := read(out)
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// scatter copies a folder's files in a random order, so that the new folder
// lists them otherwise and they have other times.
func scatter(t *testing.T, from, to string, seed uint64) {
	t.Helper()
	files, err := read(from)
	if err != nil {
		t.Fatal(err)
	}
	paths := slices.Sorted(maps.Keys(files))
	rand.New(rand.NewPCG(seed, 0)).Shuffle(len(paths), func(i, j int) { paths[i], paths[j] = paths[j], paths[i] })
	for _, path := range paths {
		name := filepath.Join(to, path)
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, files[path], 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// commit gives the folder a history of one commit, at the same time everywhere.
func commit(t *testing.T, dir string) {
	t.Helper()
	const when = "2026-03-04T05:06:07+01:00"
	for _, args := range [][]string{
		{"init", "-q"},
		{"add", "-A", "-f"},
		{"-c", "user.name=Proef", "-c", "user.email=proef@example.org", "-c", "commit.gpgsign=false", "commit", "-q", "-m", "Begin"},
	} {
		cmd := exec.CommandContext(t.Context(), "git", args...)
		cmd.Dir = dir
		cmd.Env = append(os.Environ(), "GIT_AUTHOR_DATE="+when, "GIT_COMMITTER_DATE="+when, "GIT_CONFIG_GLOBAL=", "GIT_CONFIG_NOSYSTEM=1")
		if err := binary.Run(cmd); err != nil {
			t.Fatal(err)
		}
	}
}

// read returns all files below dir by path, without a history in .git.
func read(dir string) (map[string][]byte, error) {
	files := map[string][]byte{}
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && d.Name() == ".git":
			return filepath.SkipDir
		case d.IsDir():
			return nil
		}
		rel, err := filepath.Rel(dir, name)
		if err != nil {
			return err
		}
		files[rel], err = os.ReadFile(name)
		return err
	})
	return files, err
}

// compare reports how a site differs from the first one.
func compare(t *testing.T, want, got map[string][]byte, p place) {
	t.Helper()
	if d := difference(want, got); d != "" {
		t.Errorf("built at %+v, the site differs from the first: %s", p, d)
	}
}

// difference describes the first difference between two sites, or is "".
func difference(a, b map[string][]byte) string {
	paths := maps.Clone(a)
	maps.Copy(paths, b)
	for _, path := range slices.Sorted(maps.Keys(paths)) {
		x, inA := a[path]
		y, inB := b[path]
		switch {
		case !inA:
			return path + " is new"
		case !inB:
			return path + " is missing"
		case !bytes.Equal(x, y):
			return fmt.Sprintf("%s: %s", path, firstByte(x, y))
		}
	}
	return ""
}

// firstByte shows two texts around the first byte in which they differ.
func firstByte(x, y []byte) string {
	at := 0
	for at < min(len(x), len(y)) && x[at] == y[at] {
		at++
	}
	around := func(s []byte) string {
		return strings.ToValidUTF8(string(s[max(0, at-60):min(len(s), at+60)]), "?")
	}
	return fmt.Sprintf("byte %d: %q and %q", at, around(x), around(y))
}
