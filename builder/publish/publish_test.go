package publish

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
)

func TestFirstPublish(t *testing.T) {
	both(t, func(t *testing.T, o Options) {
		dir := target(t)
		stats, calls := publish(t, dir, small, o)
		want(t, dir, small)
		if stats.Written != len(small) || stats.Unchanged != 0 || calls != int64(len(small)) {
			t.Errorf("%+v with %d calls", stats, calls)
		}
		var size int64
		for _, text := range small {
			size += int64(len(text))
		}
		if stats.Bytes != size {
			t.Errorf("%d bytes, want %d", stats.Bytes, size)
		}
	})
}

// The parents of the output folder are made, and go again where publishing fails.
func TestMissingParents(t *testing.T) {
	both(t, func(t *testing.T, o Options) {
		top := t.TempDir()
		dir := filepath.Join(top, "a", "b", "public")
		bad := []File{{Path: "x", Content: func() ([]byte, error) { return nil, errors.New("no") }}}
		if _, err := Folder(context.Background(), dir, bad, o); err == nil {
			t.Fatal("no error")
		}
		if entries, _ := os.ReadDir(top); len(entries) > 0 {
			t.Errorf("%v was left behind", entries)
		}
		publish(t, dir, small, o)
		want(t, dir, small)
	})
}

// The second build writes nothing, calls nothing and touches nothing.
func TestNothingChanged(t *testing.T) {
	both(t, func(t *testing.T, o Options) {
		dir := target(t)
		o.State = filepath.Join(t.TempDir(), "cache", "state")
		publish(t, dir, small, o)
		age(t, filepath.Dir(o.State))
		before, beforeDir, beforeState := stat(t, dir, "index.html"), stat(t, dir, "."), stat(t, o.State, "")
		stats, calls := publish(t, dir, small, o)
		if stats.Written != 0 || stats.Unchanged != len(small) || stats.Removed != 0 || calls != 0 {
			t.Errorf("%+v with %d calls", stats, calls)
		}
		after, afterDir, afterState := stat(t, dir, "index.html"), stat(t, dir, "."), stat(t, o.State, "")
		if !os.SameFile(before, after) || !os.SameFile(beforeDir, afterDir) ||
			!before.ModTime().Equal(after.ModTime()) || !beforeDir.ModTime().Equal(afterDir.ModTime()) ||
			!beforeState.ModTime().Equal(afterState.ModTime()) {
			t.Error("something was touched")
		}
	})
}

// Without the state, files are made to compare them, and then left alone too.
func TestNothingChangedWithoutState(t *testing.T) {
	both(t, func(t *testing.T, o Options) {
		dir := target(t)
		publish(t, dir, small, o)
		before := stat(t, dir, ".")
		for _, state := range []string{"", "damaged", string(state{site: "/elsewhere"}.encode())} {
			if o.State = filepath.Join(t.TempDir(), "state"); state != "" {
				write(t, filepath.Dir(o.State), "state", state)
			}
			stats, calls := publish(t, dir, small, o)
			if stats.Written != 0 || stats.Unchanged != len(small) || calls != int64(len(small)) {
				t.Errorf("%+v with %d calls", stats, calls)
			}
			if after := stat(t, dir, "."); !os.SameFile(before, after) || !before.ModTime().Equal(after.ModTime()) {
				t.Error("the folder was touched")
			}
			if _, calls := publish(t, dir, small, o); calls != 0 {
				t.Errorf("%d calls with the new state", calls)
			}
		}
	})
}

// Another maker makes the bytes again, as its own may differ under the same key.
func TestAnotherMaker(t *testing.T) {
	dir := target(t)
	o := Options{State: filepath.Join(t.TempDir(), "state")}
	publish(t, dir, small, o)
	o.Maker[0]++
	for _, want := range []int64{int64(len(small)), 0} {
		if _, calls := publish(t, dir, small, o); calls != want {
			t.Errorf("%d calls, not %d", calls, want)
		}
	}
}

// A new key for the same bytes makes them once and changes no file.
func TestNewKeySameBytes(t *testing.T) {
	dir := target(t)
	o := Options{State: filepath.Join(t.TempDir(), "state")}
	publish(t, dir, small, o)
	past := age(t, dir)
	for range 2 {
		var calls atomic.Int64
		files := small.files(&calls)
		for i := range files {
			files[i].Key[0]++
		}
		stats, err := Folder(context.Background(), dir, files, o)
		if err != nil || stats.Written != 0 || !stat(t, dir, "index.html").ModTime().Equal(past) {
			t.Errorf("%+v %v", stats, err)
		}
	}
}

// A change writes what changed, keeps the time of all else, and removes what is
// gone with the folders that it empties.
func TestChange(t *testing.T) {
	both(t, func(t *testing.T, o Options) {
		dir := target(t)
		o.State = filepath.Join(t.TempDir(), "state")
		publish(t, dir, small, o)
		past := age(t, dir)
		publish(t, dir, small, o) // learns the times
		folder := stat(t, dir, ".")

		next := small.with("index.html", "<h1>Thuis</h1>", "beleid/a/diep.html", "", "nieuw/x.html", "new")
		stats, calls := publish(t, dir, next, o)
		want(t, dir, next)
		if stats.Written != 2 || stats.Removed != 1 || stats.Unchanged != len(small)-2 || calls != 2 {
			t.Errorf("%+v with %d calls", stats, calls)
		}
		if !stat(t, dir, "beleid/index.html").ModTime().Equal(past) {
			t.Error("an unchanged file lost its time")
		}
		if stat(t, dir, "index.html").ModTime().Equal(past) {
			t.Error("a changed file kept its time")
		}
		if same := os.SameFile(folder, stat(t, dir, ".")); same != o.InPlace {
			t.Errorf("is the folder the same: %v, in place: %v", same, o.InPlace)
		}
	})
}

// What somebody edited, removed or emptied by hand is put right again.
func TestEditedByHand(t *testing.T) {
	both(t, func(t *testing.T, o Options) {
		for _, state := range []string{"", filepath.Join(t.TempDir(), "state")} {
			dir := target(t)
			o.State = state
			publish(t, dir, small, o)
			write(t, dir, "index.html", "<h1>Hack</h1>") // of the same length
			write(t, dir, "beleid/index.html", "longer than it was before")
			write(t, dir, "beleid/werktijd.html", "")
			if err := os.RemoveAll(filepath.Join(dir, "beleid", "a")); err != nil {
				t.Fatal(err)
			}
			stats, _ := publish(t, dir, small, o)
			want(t, dir, small)
			if stats.Written != 4 || len(stats.Foreign) != 0 {
				t.Errorf("%+v", stats)
			}
		}
	})
}

// A file becomes a folder, and a folder a file.
func TestFilesAndFoldersSwap(t *testing.T) {
	both(t, func(t *testing.T, o Options) {
		dir := target(t)
		first := set{"a": "file", "b/c/d": "deep", "b/c/e": "deep", "B/x": "case", "q.html": "case"}
		second := set{"a/x": "deep", "b": "file", "Q.html": "case"}
		for range 2 {
			publish(t, dir, first, o)
			want(t, dir, first)
			publish(t, dir, second, o)
			want(t, dir, second)
		}
	})
}

// The assets of the previous site stay until the site changes once more.
func TestKeptAssets(t *testing.T) {
	both(t, func(t *testing.T, o Options) {
		dir := target(t)
		o.State = filepath.Join(t.TempDir(), "state")
		publish(t, dir, small, o)
		second := small.with("assets/style.1111.css", "", "assets/style.2222.css", "body{color:red}")
		kept := []string{"assets/style.1111.css", "body{}"}
		stats, _ := publish(t, dir, second, o)
		want(t, dir, second, kept...)
		if stats.Kept != 1 || stats.Removed != 0 {
			t.Errorf("%+v", stats)
		}
		// The same site again is no new site.
		folder := stat(t, dir, ".")
		publish(t, dir, second, o)
		want(t, dir, second, kept...)
		if now := stat(t, dir, "."); !folder.ModTime().Equal(now.ModTime()) {
			t.Error("the folder was touched")
		}
		third := second.with("index.html", "<h1>Derde</h1>")
		stats, _ = publish(t, dir, third, o)
		want(t, dir, third)
		if stats.Kept != 0 || stats.Removed != 1 {
			t.Errorf("%+v", stats)
		}
	})
}

// An asset that comes back while it is kept is not written again; one that was
// edited by hand is not kept; one that would be in the way goes.
func TestKeptAssetsEdges(t *testing.T) {
	both(t, func(t *testing.T, o Options) {
		dir := target(t)
		publish(t, dir, small, o)
		without := small.with("assets/style.1111.css", "")
		publish(t, dir, without, o)
		stats, _ := publish(t, dir, small, o)
		want(t, dir, small)
		if stats.Written != 0 {
			t.Errorf("%+v", stats)
		}
		write(t, dir, "assets/style.1111.css", "hacked")
		publish(t, dir, without, o)
		want(t, dir, without)
		publish(t, dir, without.with("assets/script.1111.js", "", "assets/script.1111.js/deep", "x"), o)
		want(t, dir, without.with("assets/script.1111.js", "", "assets/script.1111.js/deep", "x"))
	})
}

// The same files give the same bytes in every folder, manifest included, in any
// order and with any number of goroutines.
func TestDeterministic(t *testing.T) {
	both(t, func(t *testing.T, o Options) {
		var first string
		for n := range 20 {
			dir := target(t)
			o.Workers = 1 + n%8
			publish(t, dir, small, o)
			text := read(t, dir, manifestName)
			if n == 0 {
				first = text
			} else if text != first {
				t.Fatalf("manifest %d differs", n)
			}
		}
		if lines := strings.Split(strings.TrimSuffix(first, "\n"), "\n"); !slices.IsSortedFunc(lines[1:], func(a, b string) int {
			return strings.Compare(a[66:], b[66:])
		}) || len(lines) != 1+len(small) {
			t.Errorf("the manifest is not sorted: %s", first)
		}
	})
}

// A failure leaves the old site, nothing beside it, and names the file.
func TestContentFails(t *testing.T) {
	both(t, func(t *testing.T, o Options) {
		dir := target(t)
		publish(t, dir, small, o)
		boom := errors.New("boom")
		var calls atomic.Int64
		files := small.with("index.html", "new", "beleid/index.html", "new").files(&calls)
		files = append(files, File{Path: "zzz.html", Content: func() ([]byte, error) { return nil, boom }})
		_, err := Folder(context.Background(), dir, files, o)
		var which *FileError
		if !errors.Is(err, boom) || !errors.As(err, &which) || which.Path != "zzz.html" {
			t.Errorf("error %v", err)
		}
		alone(t, dir)
		want(t, dir, small)
	})
}

// So does the end of the context, before and while files are made.
func TestCancelled(t *testing.T) {
	both(t, func(t *testing.T, o Options) {
		dir := target(t)
		publish(t, dir, small, o)
		for at := range len(small) + 1 {
			ctx, cancel := context.WithCancel(context.Background())
			next := set{}
			for p := range small {
				next[p] = "new"
			}
			o.Workers = 1
			o.Progress = func(done, _ int) {
				if done == at {
					cancel()
				}
			}
			if at == 0 {
				cancel()
			}
			var calls atomic.Int64
			_, err := Folder(ctx, dir, next.files(&calls), o)
			if !errors.Is(err, context.Canceled) {
				t.Fatalf("error %v", err)
			}
			cancel()
			alone(t, dir)
			want(t, dir, small)
		}
	})
}

// Progress counts each file once, one at a time, and memory holds no more files
// than there are workers.
func TestProgressAndWorkers(t *testing.T) {
	dir := target(t)
	var running, most atomic.Int64
	var files []File
	for i := range 500 {
		files = append(files, File{Path: "f" + strings.Repeat("x", i%7) + "/" + string(rune('a'+i%26)) + strings.Repeat("y", i/26), Content: func() ([]byte, error) {
			n := running.Add(1)
			defer running.Add(-1)
			for m := most.Load(); n > m && !most.CompareAndSwap(m, n); m = most.Load() {
			}
			runtime.Gosched()
			return bytes.Repeat([]byte("x"), 1000), nil
		}})
	}
	last := 0
	_, err := Folder(context.Background(), dir, files, Options{Workers: 3, Progress: func(done, total int) {
		if done != last+1 || total != len(files) {
			t.Errorf("%d of %d after %d", done, total, last)
		}
		last = done
	}})
	if err != nil || last != len(files) || most.Load() > 3 {
		t.Errorf("%v, %d files, %d at once", err, last, most.Load())
	}
}

// The state is a cache: where it can't be kept, the site is published anyway.
func TestStateCannotBeWritten(t *testing.T) {
	both(t, func(t *testing.T, o Options) {
		dir := target(t)
		o.State = filepath.Join(t.TempDir(), "file", "state")
		write(t, filepath.Dir(filepath.Dir(o.State)), "file", "in the way")
		var calls atomic.Int64
		stats, err := Folder(context.Background(), dir, small.files(&calls), o)
		if err != nil || stats.StateErr == nil {
			t.Errorf("%v, %v", err, stats.StateErr)
		}
		want(t, dir, small)
	})
}

// A state that another manifest contradicts does not win over what is there.
func TestStateOfAnotherMoment(t *testing.T) {
	both(t, func(t *testing.T, o Options) {
		dir := target(t)
		mine, theirs := o, o
		mine.State, theirs.State = filepath.Join(t.TempDir(), "state"), filepath.Join(t.TempDir(), "state")
		next := small.with("index.html", "<h1>Hole</h1>")
		publish(t, dir, small, mine)
		publish(t, dir, next, theirs)
		publish(t, dir, small, mine)
		want(t, dir, small)
		publish(t, dir, next, theirs)
		want(t, dir, next)
	})
}

func TestBadPaths(t *testing.T) {
	for _, bad := range []string{
		"", ".", "..", "../x", "/x", "a/../b", "a//b", "a/", "./a", `a\b`, "a\nb", "a\x00b", "\xff",
		".vaandel", ".vaandel.new/x", ".vaandel.unpublished",
	} {
		dir := target(t)
		_, err := Folder(context.Background(), dir, []File{{Path: bad}}, Options{})
		var which *FileError
		if !errors.As(err, &which) || which.Path != bad {
			t.Errorf("%q: error %v", bad, err)
		}
		if exists(dir) {
			t.Errorf("%q: the folder was made", bad)
		}
	}
	for _, twice := range [][]File{{{Path: "a"}, {Path: "a"}}, {{Path: "a/b/c"}, {Path: "a"}}} {
		if _, err := Folder(context.Background(), target(t), twice, Options{}); err == nil {
			t.Errorf("%v: no error", twice)
		}
	}
}

// An empty output set is a site too.
func TestEmptySet(t *testing.T) {
	both(t, func(t *testing.T, o Options) {
		dir := target(t)
		publish(t, dir, set{}, o)
		want(t, dir, set{})
		publish(t, dir, small, o)
		publish(t, dir, set{}, o)
		publish(t, dir, set{"a": "a"}, o)
		want(t, dir, set{"a": "a"})
	})
}
