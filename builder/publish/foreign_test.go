package publish

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"sync/atomic"
	"testing"
)

// Files and folders of others survive, unchanged, and are named.
func TestForeign(t *testing.T) {
	both(t, func(t *testing.T, o Options) {
		dir := target(t)
		publish(t, dir, small, o)
		foreign := []string{
			".gitignore", "*\n",
			".gitkeep", "",
			".htaccess", "Deny",
			"beleid/notitie.txt", "mine",
			"beleid/a/.gitkeep", "",
			"assets/own.css", "p{}",
			"uploads/a.pdf", "pdf",
			"uploads/deep/b.pdf", "pdf",
			"uploads/deep/.DS_Store", "",
		}
		for i := 0; i < len(foreign); i += 2 {
			write(t, dir, foreign[i], foreign[i+1])
		}
		empty := []string{"leeg", "uploads/leeg", "beleid/leeg"}
		for _, e := range empty {
			if err := os.MkdirAll(filepath.Join(dir, e), 0o750); err != nil {
				t.Fatal(err)
			}
			foreign = append(foreign, e+"/", "")
		}
		past := age(t, dir)
		if err := os.Chtimes(filepath.Join(dir, "uploads", "deep"), past, past); err != nil {
			t.Fatal(err)
		}
		before := stat(t, dir, "uploads/deep/b.pdf")
		names := []string{".htaccess", "assets/own.css", "beleid/leeg/", "beleid/notitie.txt", "leeg/", "uploads/"}
		for _, s := range []set{
			small,
			small.with("index.html", "changed"),
			small.with("beleid/index.html", "", "beleid/werktijd.html", "", "beleid/a/diep.html", "", "assets/style.1111.css", ""),
			small.with("index.html", "once more", "uploads/ours.html", "x"),
		} {
			stats, _ := publish(t, dir, s, o)
			if s["uploads/ours.html"] != "" {
				names = append(names[:len(names)-1], "uploads/a.pdf", "uploads/deep/", "uploads/leeg/")
			}
			if !slices.Equal(stats.Foreign, names) && s["assets/style.1111.css"] != "" && s["beleid/index.html"] != "" {
				t.Errorf("foreign %q, want %q", stats.Foreign, names)
			}
			extra := foreign
			if s["assets/style.1111.css"] == "" {
				extra = append(slices.Clone(foreign), "assets/style.1111.css", "body{}")
			}
			want(t, dir, s, extra...)
		}
		after := stat(t, dir, "uploads/deep/b.pdf")
		if !after.ModTime().Equal(past) || !os.SameFile(before, after) {
			t.Error("a foreign file is another one now")
		}
		if !stat(t, dir, "uploads/deep").ModTime().Equal(past) {
			t.Error("a foreign folder lost its time")
		}
		if mode := stat(t, dir, "uploads/leeg").Mode().Perm(); runtime.GOOS != "windows" && mode != 0o750 {
			t.Errorf("a foreign folder has mode %v", mode)
		}
	})
}

// Links of others are kept as links, and never followed.
func TestForeignLinks(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("links need a right of their own there")
	}
	both(t, func(t *testing.T, o Options) {
		dir := target(t)
		outside := t.TempDir()
		write(t, outside, "precious.html", "precious")
		publish(t, dir, small.with("weg/precious.html", "ours"), o)
		for name, to := range map[string]string{"file": "index.html", "dangling": "nowhere", "folder": outside, "beleid/up": ".."} {
			if err := os.Symlink(to, filepath.Join(dir, name)); err != nil {
				t.Fatal(err)
			}
		}
		// A folder of ours was replaced by a link to a folder with such a file.
		if err := os.RemoveAll(filepath.Join(dir, "weg")); err != nil {
			t.Fatal(err)
		}
		if err := os.Symlink(outside, filepath.Join(dir, "weg")); err != nil {
			t.Fatal(err)
		}
		stats, _ := publish(t, dir, small, o)
		if w := []string{"beleid/up", "dangling", "file", "folder", "weg"}; !slices.Equal(stats.Foreign, w) {
			t.Errorf("foreign %q, want %q", stats.Foreign, w)
		}
		for name, to := range map[string]string{"file": "index.html", "dangling": "nowhere", "folder": outside, "beleid/up": "..", "weg": outside} {
			if got, err := os.Readlink(filepath.Join(dir, name)); err != nil || got != to {
				t.Errorf("%s leads to %q (%v), want %q", name, got, err, to)
			}
		}
		if read(t, outside, "precious.html") != "precious" {
			t.Error("a file outside was touched")
		}
	})
}

// What is not ours and in the way stops the publish, before anything is made.
func TestCollision(t *testing.T) {
	for name, c := range map[string]struct {
		foreign string // a file; a folder with a slash
		link    bool
		next    string
		paths   []string
	}{
		"file":             {foreign: "x.html", next: "x.html", paths: []string{"x.html"}},
		"folder":           {foreign: "x.html/", next: "x.html", paths: []string{"x.html"}},
		"file in a folder": {foreign: "x/y", next: "x", paths: []string{"x"}},
		"file as folder":   {foreign: "x", next: "x/y/z.html", paths: []string{"x"}},
		"link as folder":   {foreign: "x", link: true, next: "x/y/z.html", paths: []string{"x"}},
		"link":             {foreign: "x", link: true, next: "x", paths: []string{"x"}},
		"in a folder gone": {foreign: "beleid/x", next: "beleid", paths: []string{"beleid/x"}},
		"ours as link":     {foreign: "index.html", link: true, next: "index.html", paths: []string{"index.html"}},
	} {
		t.Run(name, func(t *testing.T) {
			if c.link && runtime.GOOS == "windows" {
				t.Skip("links need a right of their own there")
			}
			both(t, func(t *testing.T, o Options) {
				dir := target(t)
				publish(t, dir, small, o)
				file := filepath.Join(dir, filepath.FromSlash(c.foreign))
				switch {
				case c.link:
					os.Remove(file)
					if err := os.Symlink("beleid", file); err != nil {
						t.Fatal(err)
					}
				case c.foreign[len(c.foreign)-1] == '/':
					os.Mkdir(file, 0o755)
				default:
					write(t, dir, c.foreign, "theirs")
				}
				next := small.with(c.next, "ours", "beleid/extra.html", "x")
				if c.next == "beleid" {
					next = set{"beleid": "ours"}
				}
				var calls atomic.Int64
				_, err := Folder(context.Background(), dir, next.files(&calls), o)
				var collision *CollisionError
				if !errors.As(err, &collision) || !slices.Equal(collision.Paths, c.paths) {
					t.Fatalf("error %v", err)
				}
				if calls.Load() != 0 || exists(filepath.Join(dir, "beleid", "extra.html")) {
					t.Error("something was done")
				}
				alone(t, dir)
				if !c.link && c.foreign[len(c.foreign)-1] != '/' && read(t, dir, c.foreign) != "theirs" {
					t.Error("a foreign file was overwritten")
				}
			})
		})
	}
}

// during publishes next over small while do runs, after the folder was looked at
// and before the new site is in place.
func during(t *testing.T, o Options, dir string, next set, do func()) (Stats, error) {
	t.Helper()
	done := false
	o.Workers = 1
	o.Progress = func(int, int) {
		if !done {
			done = true
			do()
		}
	}
	var calls atomic.Int64
	return Folder(context.Background(), dir, next.files(&calls), o)
}

// What others make, replace or change while a publish runs is not lost.
func TestForeignDuringPublish(t *testing.T) {
	both(t, func(t *testing.T, o Options) {
		dir := target(t)
		publish(t, dir, small, o)
		write(t, dir, "uploads/old.pdf", "old")
		write(t, dir, "uploads/edited.txt", "before")
		write(t, dir, "replaced.txt", "before")
		next := small.with("index.html", "next", "beleid/a/diep.html", "")
		stats, err := during(t, o, dir, next, func() {
			write(t, dir, "new.txt", "new")
			write(t, dir, "uploads/new.pdf", "new")
			write(t, dir, "uploads/folder/new.pdf", "new")
			write(t, dir, "beleid/a/new.txt", "new")
			write(t, dir, "uploads/edited.txt", "after")
			write(t, dir, "whole/folder.txt", "new")
		})
		if err != nil {
			t.Fatal(err)
		}
		want(t, dir, next, "new.txt", "new", "uploads/old.pdf", "old", "uploads/new.pdf", "new",
			"uploads/folder/new.pdf", "new", "beleid/a/new.txt", "new", "uploads/edited.txt", "after",
			"whole/folder.txt", "new", "replaced.txt", "before")
		if w := []string{"beleid/a/", "new.txt", "replaced.txt", "uploads/", "whole/"}; !o.InPlace && !slices.Equal(stats.Foreign, w) {
			t.Errorf("foreign %q, want %q", stats.Foreign, w)
		}
		alone(t, dir)
	})
}
