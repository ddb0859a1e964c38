package builder_test

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"vaandel/builder"
)

// TestWritesAllDay builds after every edit, as a preview does: what is left of texts
// that are gone must not add up, in memory or on disk.
func TestWritesAllDay(t *testing.T) {
	for _, cached := range []bool{false, true} {
		t.Run(fmt.Sprintf("cache=%v", cached), func(t *testing.T) {
			dir, cache := t.TempDir(), t.TempDir()
			page := filepath.Join(dir, "lang.md")
			for _, name := range []string{"index.md", "lang.md"} {
				write(t, filepath.Join(dir, name), "# Een pagina\n")
			}
			o := builder.Options{Content: dir, NoCache: !cached, Live: true}
			if cached {
				o.Cache = cache
			}
			engine, err := builder.New(o)
			if err != nil {
				t.Fatal(err)
			}
			defer engine.Close()
			if _, err := engine.Build(t.Context()); err != nil {
				t.Fatal(err)
			}
			edit := func(from int) {
				for i := range 400 {
					write(t, page, "# Een pagina\n\n"+strings.Repeat(fmt.Sprintf("Dit is zin %d. ", from+i), 2000)+"\n")
					if _, err := engine.Rebuild(t.Context(), []string{"lang.md"}); err != nil {
						t.Fatal(err)
					}
				}
			}
			edit(0)
			memory, disk := inUse(), onDisk(t, cache)
			edit(1000) // adds 25 MB, and as much again for what else is kept of it
			if now := inUse(); now > memory+10<<20 {
				t.Errorf("it holds %d bytes in memory, and held %d", now, memory)
			}
			if now := onDisk(t, cache); now > disk+10<<20 {
				t.Errorf("it holds %d bytes on disk, and held %d", now, disk)
			}
		})
	}
}

// inUse is how many bytes of memory are in use.
func inUse() int64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}

// onDisk is how many bytes the files of a folder have.
func onDisk(t *testing.T, dir string) (n int64) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if info, err := e.Info(); err == nil {
			n += info.Size()
		}
	}
	return n
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}
