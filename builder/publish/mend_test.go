package publish

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"sync/atomic"
	"testing"
)

// A build that was killed after the exchange is finished: the old site goes,
// what others put into it comes along.
func TestMendExchanged(t *testing.T) {
	dir := target(t)
	old := small.with("index.html", "old", "weg/x.html", "old")
	publish(t, dir, old, Options{InPlace: true})
	write(t, dir, "uploads/late.pdf", "theirs")
	write(t, dir, "weg/late.txt", "theirs")
	if err := os.Rename(dir, besideName(dir)); err != nil {
		t.Fatal(err)
	}
	elsewhere := target(t)
	publish(t, elsewhere, small, Options{InPlace: true})
	if err := os.Rename(elsewhere, dir); err != nil {
		t.Fatal(err)
	}
	write(t, dir, markerName, "")
	stats, _ := publish(t, dir, small, Options{})
	want(t, dir, small, "uploads/late.pdf", "theirs", "weg/late.txt", "theirs")
	if w := []string{"uploads/", "weg/"}; stats.Written != 0 || !slices.Equal(stats.Foreign, w) {
		t.Errorf("%+v", stats)
	}
	// The same halfway through the removal, without the manifest.
	write(t, besideName(dir), "uploads/later.pdf", "theirs")
	publish(t, dir, small, Options{})
	want(t, dir, small, "uploads/late.pdf", "theirs", "uploads/later.pdf", "theirs", "weg/late.txt", "theirs")
}

// What a build that was killed before the exchange left is dropped, with its
// second names of files that their owner has removed since.
func TestMendStage(t *testing.T) {
	both(t, func(t *testing.T, o Options) {
		dir := target(t)
		publish(t, dir, small, o)
		for _, stage := range []string{besideName(dir), filepath.Join(dir, insideName)} {
			write(t, stage, markerName, "")
			write(t, stage, "index.html", "half")
			write(t, stage, "removed.txt", "theirs")
			publish(t, dir, small, o)
			want(t, dir, small)
		}
		// Killed while the stage was opened.
		folder(t, besideName(dir), "")
		folder(t, dir, insideName)
		publish(t, dir, small, o)
		want(t, dir, small)
	})
}

// A build that was killed while its files moved into place: those that did are
// ours, and are put right or removed; what others have at such a path is not.
func TestMendInPlace(t *testing.T) {
	both(t, func(t *testing.T, o Options) {
		for _, first := range []bool{false, true} {
			dir := target(t)
			journal := small.with("index.html", "next", "new/moved.html", "moved", "new/waiting.html", "waiting", "new/theirs.html", "ours")
			if !first {
				publish(t, dir, small, o)
			}
			elsewhere := target(t)
			publish(t, elsewhere, journal, o)
			folder(t, dir, insideName)
			if err := os.Rename(filepath.Join(elsewhere, manifestName), filepath.Join(dir, insideName, manifestName)); err != nil {
				t.Fatal(err)
			}
			write(t, dir, insideName+"/new/waiting.html", "waiting")
			write(t, dir, insideName+"/"+manifestName+".part", "half")
			write(t, dir, "index.html", "next")
			write(t, dir, "new/moved.html", "moved")
			write(t, dir, "new/theirs.html", "theirs")

			if err := Check(dir, nil); err != nil {
				t.Error(err)
			}
			var collision *CollisionError
			if _, err := Folder(context.Background(), dir, journal.files(new(atomic.Int64)), o); !errors.As(err, &collision) || !slices.Equal(collision.Paths, []string{"new/theirs.html"}) {
				t.Fatalf("error %v", err)
			}
			stats, _ := publish(t, dir, small, o)
			want(t, dir, small, "new/theirs.html", "theirs")
			if stats.Removed != 1 || !slices.Equal(stats.Foreign, []string{"new/theirs.html"}) {
				t.Errorf("%+v", stats)
			}
		}
	})
}

// The manifest is a list that sha256sum checks.
func TestManifestIsSHA256SUMS(t *testing.T) {
	tool, err := exec.LookPath("sha256sum")
	if err != nil {
		t.Skip("sha256sum is not installed")
	}
	dir := target(t)
	publish(t, dir, small, Options{})
	publish(t, dir, small.with("assets/style.1111.css", "", "index.html", "next"), Options{})
	check := func() ([]byte, error) {
		c := exec.Command(tool, "--check", "--strict", "--quiet", manifestName)
		c.Dir = dir
		return c.CombinedOutput()
	}
	if out, err := check(); err != nil || len(out) > 0 {
		t.Errorf("%v: %s", err, out)
	}
	write(t, dir, "index.html", "edit")
	if _, err := check(); err == nil {
		t.Error("it does not see an edited file")
	}
}
