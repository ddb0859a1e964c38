package preview

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// TestLook changes files in ways that a drive with coarse times tells nobody of.
func TestLook(t *testing.T) {
	dir := t.TempDir()
	then := time.Now().Add(-time.Hour)
	path := func(i int) string { return filepath.Join(dir, fmt.Sprintf("p%d.md", i)) }
	put := func(i int, text string, at time.Time) {
		t.Helper()
		write(t, path(i), text)
		if err := os.Chtimes(path(i), at, at); err != nil {
			t.Fatal(err)
		}
	}
	for i := range 100 {
		put(i, "een", then)
	}
	now := time.Now()
	l := newLooker([]string{dir}, true)
	quiet := func(what string) {
		t.Helper()
		for range 2 * turns {
			if l.look(now) {
				t.Fatalf("%s: it sees what is not there", what)
			}
		}
	}
	sees := func(what string, within int) {
		t.Helper()
		for range within {
			if l.look(now) {
				return
			}
		}
		t.Errorf("%s: it is not seen in %d looks", what, within)
	}
	quiet("at rest")

	put(7, "twee", then)
	sees("another size", 1)
	put(7, "drie", then.Add(time.Second))
	sees("another time", 1)
	quiet("after a change")
	put(7, "vier", then.Add(time.Second))
	sees("other bytes of the same size and time", turns)
	quiet("after those")

	just := now.Add(-time.Second)
	put(9, "een", just)
	sees("saved a second ago", 1)
	put(9, "nee", just)
	sees("and once more within the tick", 1)

	if err := os.Remove(path(3)); err != nil {
		t.Fatal(err)
	}
	sees("a file that is gone", 1)
	quiet("in the end")
}
