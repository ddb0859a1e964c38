package publish

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"testing"
)

func TestRefusals(t *testing.T) {
	for name, c := range map[string]struct {
		prepare func(t *testing.T, top string)
		dir     string // below top
		reason  Reason // 0: none
		other   string // below top, or a name
	}{
		"new":       {dir: "public"},
		"new, deep": {dir: "a/b/public"},
		"empty":     {dir: "public", prepare: func(t *testing.T, top string) { folder(t, top, "public") }},
		"git files": {dir: "public", prepare: func(t *testing.T, top string) {
			write(t, top, "public/.gitignore", "*")
			write(t, top, "public/.git/HEAD", "x")
		}},
		"ours": {dir: "x/public", prepare: func(t *testing.T, top string) {
			publish(t, filepath.Join(top, "x", "public"), small, Options{InPlace: true})
		}},
		"beside the content":      {dir: "content-public"},
		"not ours":                {dir: "public", reason: NotOurs, other: "a.txt", prepare: func(t *testing.T, top string) { write(t, top, "public/a.txt", "x") }},
		"not ours, hidden":        {dir: "public", reason: NotOurs, other: ".env", prepare: func(t *testing.T, top string) { write(t, top, "public/.env", "x") }},
		"the content":             {dir: "content", reason: HoldsProtected, other: "content"},
		"holds the content":       {dir: ".", reason: HoldsProtected, other: "content"},
		"in the content":          {dir: "content/public", reason: InProtected, other: "content"},
		"deep in the content":     {dir: "content/a/b/public", reason: InProtected, other: "content"},
		"the home folder":         {dir: "home/me", reason: HoldsHome, other: "home/me"},
		"holds the home folder":   {dir: "home", reason: HoldsHome, other: "home/me"},
		"in the home folder":      {dir: "home/me/public"},
		"a file":                  {dir: "file", reason: NotFolder, prepare: func(t *testing.T, top string) { write(t, top, "file", "x") }},
		"below a file":            {dir: "file/a/public", reason: NotFolder, other: "file", prepare: func(t *testing.T, top string) { write(t, top, "file", "x") }},
		"link to the content":     {dir: "link", reason: HoldsProtected, other: "content", prepare: func(t *testing.T, top string) { link(t, top, "link", "content") }},
		"link into the content":   {dir: "link/public", reason: InProtected, other: "content", prepare: func(t *testing.T, top string) { link(t, top, "link", "content") }},
		"link to nothing":         {dir: "link", reason: LeadsNowhere, prepare: func(t *testing.T, top string) { link(t, top, "link", "nowhere") }},
		"below a link to nothing": {dir: "link/public", reason: LeadsNowhere, prepare: func(t *testing.T, top string) { link(t, top, "link", "nowhere") }},
		"damaged":                 {dir: "public", reason: Damaged, other: manifestName, prepare: func(t *testing.T, top string) { write(t, top, "public/.vaandel", "hello") }},
		"empty manifest":          {dir: "public", reason: Damaged, other: manifestName, prepare: func(t *testing.T, top string) { write(t, top, "public/.vaandel", "") }},
		"a folder as manifest":    {dir: "public", reason: Damaged, other: manifestName, prepare: func(t *testing.T, top string) { folder(t, top, "public/.vaandel") }},
	} {
		t.Run(name, func(t *testing.T) {
			top, err := filepath.EvalSymlinks(t.TempDir())
			if err != nil {
				t.Fatal(err)
			}
			folder(t, top, "content")
			folder(t, top, "home/me")
			t.Setenv("HOME", filepath.Join(top, "home", "me"))
			t.Setenv("USERPROFILE", filepath.Join(top, "home", "me"))
			if c.prepare != nil {
				c.prepare(t, top)
			}
			dir, protect := filepath.Join(top, filepath.FromSlash(c.dir)), []string{filepath.Join(top, "content")}
			err = Check(dir, protect)
			if c.reason == 0 {
				if err != nil {
					t.Fatal(err)
				}
				if _, err := Folder(context.Background(), dir, nil, Options{Protect: protect}); err != nil {
					t.Fatal(err)
				}
				return
			}
			var refusal *Refusal
			if !errors.As(err, &refusal) || refusal.Reason != c.reason {
				t.Fatalf("error %v, want %v", err, c.reason)
			}
			if c.other != "" && refusal.Other != c.other && refusal.Other != filepath.Join(top, filepath.FromSlash(c.other)) {
				t.Errorf("it names %q, want %q", refusal.Other, c.other)
			}
			if _, err2 := Folder(context.Background(), dir, nil, Options{Protect: protect}); err2 == nil || err2.Error() != err.Error() {
				t.Errorf("Folder says %v, Check %v", err2, err)
			}
		})
	}
}

func folder(t *testing.T, dir, p string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Join(dir, filepath.FromSlash(p)), 0o755); err != nil {
		t.Fatal(err)
	}
}

func link(t *testing.T, dir, p, to string) {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("links need a right of their own there")
	}
	if err := os.Symlink(to, filepath.Join(dir, p)); err != nil {
		t.Fatal(err)
	}
}

func TestRefusesRoot(t *testing.T) {
	root := filepath.VolumeName(t.TempDir()) + string(filepath.Separator)
	var refusal *Refusal
	if err := Check(root, nil); !errors.As(err, &refusal) || refusal.Reason != IsRoot {
		t.Errorf("error %v", err)
	}
}

// A manifest that was damaged behind its first line is found out under the lock.
func TestDamagedManifest(t *testing.T) {
	dir := target(t)
	publish(t, dir, small, Options{})
	text := read(t, dir, manifestName)
	for _, damaged := range []string{text[:len(text)-1], text + "x", text + text, text[:100] + "\x00" + text[101:]} {
		write(t, dir, manifestName, damaged)
		_, err := Folder(context.Background(), dir, nil, Options{})
		var refusal *Refusal
		if !errors.As(err, &refusal) || refusal.Reason != Damaged {
			t.Errorf("error %v", err)
		}
	}
	write(t, dir, manifestName, text)
	want(t, dir, small)
}

// A link to the folder is followed, and stays.
func TestLinkToFolder(t *testing.T) {
	both(t, func(t *testing.T, o Options) {
		top, dir := t.TempDir(), target(t)
		folder(t, dir, "")
		link(t, top, "public", dir)
		name := filepath.Join(top, "public")
		for _, text := range []string{"one", "two"} {
			publish(t, name, small.with("index.html", text), o)
			want(t, dir, small.with("index.html", text))
			alone(t, dir)
		}
		if to, err := os.Readlink(name); err != nil || to != dir {
			t.Errorf("the link leads to %q (%v)", to, err)
		}
	})
}

// A folder that git has as a working copy is not exchanged: git keeps files open
// in it.
func TestRepository(t *testing.T) {
	dir := target(t)
	publish(t, dir, small, Options{})
	write(t, dir, ".git/HEAD", "ref: refs/heads/main")
	before, git := stat(t, dir, "."), stat(t, dir, ".git")
	stats, _ := publish(t, dir, small.with("index.html", "next"), Options{})
	if !os.SameFile(before, stat(t, dir, ".")) || !os.SameFile(git, stat(t, dir, ".git")) || len(stats.Foreign) != 0 {
		t.Errorf("%+v, or the folder was exchanged", stats)
	}
	want(t, dir, small.with("index.html", "next"), ".git/HEAD", "ref: refs/heads/main")
}
