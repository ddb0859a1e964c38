package publish

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"testing"
)

// generations makes the old and the new site as they are after an exchange, with
// the foreign file notes/a.txt in both.
func generations(t *testing.T) (old, site string, m manifest) {
	t.Helper()
	site = target(t)
	old = besideName(site)
	s := set{"index.html": "old", "beleid/x.html": "old"}
	publish(t, site, s, Options{InPlace: true})
	if err := os.Rename(site, old); err != nil {
		t.Fatal(err)
	}
	elsewhere := target(t)
	publish(t, elsewhere, s.with("index.html", "new"), Options{InPlace: true})
	if err := os.Rename(elsewhere, site); err != nil {
		t.Fatal(err)
	}
	write(t, old, "notes/a.txt", "before")
	if err := os.Mkdir(filepath.Join(site, "notes"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.Link(filepath.Join(old, "notes", "a.txt"), filepath.Join(site, "notes", "a.txt")); err != nil {
		t.Fatal(err)
	}
	m, err := readManifest(filepath.Join(old, manifestName))
	if err != nil {
		t.Fatal(err)
	}
	return old, site, m
}

// replace puts another file in the place of one, as editors do.
func replace(t *testing.T, dir, p, text string) {
	t.Helper()
	write(t, dir, p+".tmp", text)
	if err := os.Rename(filepath.Join(dir, p+".tmp"), filepath.Join(dir, p)); err != nil {
		t.Fatal(err)
	}
}

func TestRetire(t *testing.T) {
	base := set{"index.html": "new", "beleid/x.html": "old"}
	for name, c := range map[string]struct {
		do    func(t *testing.T, old, site string)
		lost  bool // it is not known what was carried: an earlier build was killed
		moved []string
		extra []string // the foreign files, then
		gone  string   // a file that the new site has no more
	}{
		"nothing": {
			extra: []string{"notes/a.txt", "before"},
		},
		"replaced in the old one": {
			do:    func(t *testing.T, old, _ string) { replace(t, old, "notes/a.txt", "after") },
			moved: []string{"notes/a.txt"},
			extra: []string{"notes/a.txt", "after"},
		},
		"replaced in the new one": {
			do:    func(t *testing.T, _, site string) { replace(t, site, "notes/a.txt", "after") },
			moved: []string{"notes/a.txt.saved-1"},
			extra: []string{"notes/a.txt", "after", "notes/a.txt.saved-1", "before"},
		},
		"replaced in both": {
			do: func(t *testing.T, old, site string) {
				replace(t, old, "notes/a.txt", "after")
				replace(t, site, "notes/a.txt", "later")
			},
			moved: []string{"notes/a.txt.saved-1"},
			extra: []string{"notes/a.txt", "later", "notes/a.txt.saved-1", "after"},
		},
		"replaced, not known when": {
			do:    func(t *testing.T, old, _ string) { replace(t, old, "notes/a.txt", "after") },
			lost:  true,
			moved: []string{"notes/a.txt.saved-1"},
			extra: []string{"notes/a.txt", "before", "notes/a.txt.saved-1", "after"},
		},
		"new in the place of a file of the new site": {
			do: func(t *testing.T, old, site string) {
				write(t, old, "extra.html", "theirs")
				write(t, site, "extra.html", "ours")
				write(t, site, "extra.html.saved-1", "taken")
			},
			moved: []string{"extra.html.saved-2"},
			extra: []string{"notes/a.txt", "before", "extra.html", "ours", "extra.html.saved-1", "taken", "extra.html.saved-2", "theirs"},
		},
		"new below a file of the new site": {
			do: func(t *testing.T, old, site string) {
				write(t, old, "beleid/y/z", "theirs")
				write(t, site, "beleid/y", "ours")
			},
			moved: []string{"beleid/y.saved-1"},
			extra: []string{"notes/a.txt", "before", "beleid/y", "ours", "beleid/y.saved-1/z", "theirs"},
		},
		"new in a folder of ours that is gone": {
			do: func(t *testing.T, old, site string) {
				write(t, old, "beleid/own.txt", "theirs")
				if err := os.RemoveAll(filepath.Join(site, "beleid")); err != nil {
					t.Fatal(err)
				}
				write(t, site, "beleid", "a file")
			},
			moved: []string{"beleid.saved/own.txt"},
			extra: []string{"notes/a.txt", "before", "beleid", "a file", "beleid.saved/own.txt", "theirs"},
			gone:  "beleid/x.html",
		},
		"an empty folder": {
			do:    func(t *testing.T, old, _ string) { os.Mkdir(filepath.Join(old, "leeg"), 0o755) },
			moved: []string{"leeg"},
			extra: []string{"notes/a.txt", "before", "leeg/", ""},
		},
	} {
		t.Run(name, func(t *testing.T) {
			old, site, m := generations(t)
			carried := map[string]fs.FileInfo{"notes": stat(t, old, "notes"), "notes/a.txt": stat(t, old, "notes/a.txt")}
			if c.lost {
				carried = nil
			}
			if c.do != nil {
				c.do(t, old, site)
			}
			moved, err := retire(old, site, m.owned(), carried, 2)
			if err != nil || !slices.Equal(moved, c.moved) {
				t.Errorf("moved %q (%v), want %q", moved, err, c.moved)
			}
			alone(t, site)
			holdsExactly(t, site, base.with(c.gone, ""), c.extra...)
		})
	}
}

// In place, a file that came where one of ours must go stops the publish.
func TestCollisionDuringPublish(t *testing.T) {
	dir := target(t)
	publish(t, dir, small, Options{})
	next := small.with("index.html", "next", "extra.html", "ours")
	_, err := during(t, Options{InPlace: true}, dir, next, func() { write(t, dir, "extra.html", "theirs") })
	var collision *CollisionError
	if !errors.As(err, &collision) || !slices.Equal(collision.Paths, []string{"extra.html"}) {
		t.Fatalf("error %v", err)
	}
	alone(t, dir)
	want(t, dir, small, "extra.html", "theirs")
	if runtime.GOOS == "windows" {
		return
	}
	// With an exchange the new site is there, and their file beside it.
	if err := os.Remove(filepath.Join(dir, "extra.html")); err != nil {
		t.Fatal(err)
	}
	stats, err := during(t, Options{}, dir, next, func() { write(t, dir, "extra.html", "theirs") })
	if err != nil || !slices.Equal(stats.Foreign, []string{"extra.html.saved-1"}) {
		t.Errorf("%+v %v", stats, err)
	}
	alone(t, dir)
	want(t, dir, next, "extra.html.saved-1", "theirs")
}
