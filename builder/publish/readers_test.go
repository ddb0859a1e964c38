package publish

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// numbered is generation n of a site in which every file says which it is of.
func numbered(n int) set {
	s := set{}
	for i := range 40 {
		s[fmt.Sprintf("sectie-%d/page-%d.html", i%4, i)] = fmt.Sprintf("%d\n%s\n%d", n, strings.Repeat("tekst ", 300), n)
	}
	s["index.html"] = fmt.Sprintf("%d\n\n%d", n, n)
	return s
}

// numberOf returns the generation that text is of; it fails where text is not
// whole.
func numberOf(text []byte) (int, error) {
	var first, last int
	head, rest, _ := bytes.Cut(text, []byte("\n"))
	_, tail, _ := bytes.Cut(rest, []byte("\n"))
	_, err1 := fmt.Sscan(string(head), &first)
	_, err2 := fmt.Sscan(string(tail), &last)
	if err1 != nil || err2 != nil || first != last {
		return 0, fmt.Errorf("not whole: %d bytes, %q … %q", len(text), head, tail)
	}
	return first, nil
}

// reading runs four readers during 50 publishes; read is called over and over.
func reading(t *testing.T, o Options, read func(dir string) error) {
	t.Helper()
	dir := target(t)
	publish(t, dir, numbered(0), o)
	stop := make(chan struct{})
	var readers sync.WaitGroup
	var reads atomic.Int64
	for range 4 {
		readers.Go(func() {
			for {
				select {
				case <-stop:
					return
				default:
				}
				if err := read(dir); err != nil {
					t.Error(err)
					return
				}
				reads.Add(1)
				time.Sleep(time.Millisecond) // let the others, and the publish, have a turn
			}
		})
	}
	for n := 1; n <= 50; n++ {
		publish(t, dir, numbered(n), o)
	}
	close(stop)
	readers.Wait()
	t.Logf("%d reads", reads.Load())
	if reads.Load() < 50 {
		t.Error("hardly anything was read")
	}
}

// Who opens the folder and reads its files sees one generation, and what its
// manifest says; once it is the old one, files may be gone, but none is of
// another generation.
func TestReadersOfOneFolder(t *testing.T) {
	if runtime.GOOS != "linux" && runtime.GOOS != "darwin" {
		t.Skip("this system can't exchange folders")
	}
	reading(t, Options{}, func(dir string) error {
		root, err := os.OpenRoot(dir)
		if err != nil {
			return err
		}
		defer root.Close()
		seen := -1
		text, err := root.ReadFile(manifestName)
		if errors.Is(err, fs.ErrNotExist) {
			return nil // removed already
		} else if err != nil {
			return err
		}
		m, err := parseManifest(text)
		if err != nil {
			return err
		}
		for p, s := range m.owned() {
			text, err := root.ReadFile(filepath.FromSlash(p))
			if errors.Is(err, fs.ErrNotExist) {
				continue
			} else if err != nil {
				return err
			}
			n, err := numberOf(text)
			if err != nil {
				return err
			}
			if seen >= 0 && n != seen {
				return fmt.Errorf("%s is of generation %d, others of %d", p, n, seen)
			}
			if seen = n; sumOf(string(text)) != s {
				return fmt.Errorf("%s is not what the manifest of its folder says", p)
			}
		}
		return nil
	})
}

// Who opens each file by its full path, as web servers do, always finds it,
// whole, and never an older one than before.
func TestReadersByPath(t *testing.T) {
	both(t, func(t *testing.T, o Options) {
		reading(t, o, func(dir string) error {
			last := -1
			for p := range numbered(0) {
				text, err := readSoon(filepath.Join(dir, filepath.FromSlash(p)))
				if err != nil {
					return err
				}
				n, err := numberOf(text)
				if err != nil {
					return fmt.Errorf("%s: %w", p, err)
				}
				if n < last && !o.InPlace {
					return fmt.Errorf("%s is of generation %d, after %d", p, n, last)
				}
				last = n
			}
			return nil
		})
	})
}

// readSoon reads a file. The system looks a path up name by name: whoever found
// the folder just before an exchange, and looks for the file in it only after it
// was removed, finds nothing. A second look finds the new one.
func readSoon(name string) ([]byte, error) {
	for range 3 {
		text, err := os.ReadFile(name)
		if !errors.Is(err, fs.ErrNotExist) {
			return text, err
		}
	}
	return os.ReadFile(name)
}

// A publish that fails while readers read changes nothing for them.
func TestReadersDuringFailure(t *testing.T) {
	both(t, func(t *testing.T, o Options) {
		dir := target(t)
		publish(t, dir, numbered(1), o)
		for range 10 {
			files := numbered(2).files(new(atomic.Int64))
			files = append(files, File{Path: "zzz", Content: func() ([]byte, error) {
				for p := range numbered(1) {
					text, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(p)))
					if n, err2 := numberOf(text); err != nil || err2 != nil || n != 1 {
						t.Errorf("%s: %d %v %v", p, n, err, err2)
					}
				}
				return nil, errors.New("no")
			}})
			if _, err := Folder(context.Background(), dir, files, o); err == nil {
				t.Error("no error")
			}
		}
	})
}
