package publish

import (
	"context"
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"testing"
)

// many returns 10,000 pages of about 10 KB in 20 sections with 5 folders each;
// those whose number is below changed say version.
func many(changed, version int) []File {
	const pages = 10_000
	filler := make([]byte, 10_000)
	for i := range filler {
		filler[i] = "abcdefgh ijklmnop qrstuv wxyz\n"[i%30]
	}
	files := make([]File, pages)
	for i := range files {
		v := 0
		if i < changed {
			v = version
		}
		head := fmt.Sprintf("page %d, version %d\n", i, v)
		files[i] = File{
			Path:    fmt.Sprintf("sectie-%02d/onderwerp-%d/pagina-%05d.html", i%20, i/20%5, i),
			Key:     sha256.Sum256([]byte(head)),
			Content: func() ([]byte, error) { return append([]byte(head), filler...), nil },
		}
	}
	return files
}

// BenchmarkPublish measures a site of 10,000 pages: into a new folder, with
// nothing changed, and with one or all pages changed.
func BenchmarkPublish(b *testing.B) {
	folder := func(b *testing.B, dir string, files []File, o Options) Stats {
		stats, err := Folder(context.Background(), dir, files, o)
		if err != nil {
			b.Fatal(err)
		}
		return stats
	}
	b.Run("cold", func(b *testing.B) {
		top := b.TempDir()
		n := 0
		for b.Loop() {
			n++
			name := filepath.Join(top, strconv.Itoa(n))
			folder(b, filepath.Join(name, "public"), many(0, 0), Options{State: filepath.Join(name, "state")})
			b.StopTimer()
			if err := os.RemoveAll(name); err != nil {
				b.Fatal(err)
			}
			b.StartTimer()
		}
	})
	for _, c := range []struct {
		name    string
		changed int
		state   bool
		inPlace bool
	}{
		{"unchanged", 0, true, false},
		{"unchanged without state", 0, false, false},
		{"one changed", 1, true, false},
		{"one changed in place", 1, true, true},
		{"all changed", 10_000, true, false},
	} {
		b.Run(c.name, func(b *testing.B) {
			top := b.TempDir()
			dir, o := filepath.Join(top, "public"), Options{State: filepath.Join(top, "cache", "state"), InPlace: c.inPlace}
			folder(b, dir, many(0, 0), o)
			if !c.state {
				o.State = ""
			}
			version := 0
			for b.Loop() {
				version++
				if s := folder(b, dir, many(c.changed, version), o); s.Written != c.changed {
					b.Fatalf("%+v", s)
				}
			}
		})
	}
}

// BenchmarkWriteOnly is the bound for a cold publish: the same files, written
// one after the other without any care.
func BenchmarkWriteOnly(b *testing.B) {
	top := b.TempDir()
	n := 0
	for b.Loop() {
		n++
		dir := filepath.Join(top, strconv.Itoa(n))
		for _, f := range many(0, 0) {
			name := filepath.Join(dir, filepath.FromSlash(f.Path))
			data, _ := f.Content()
			if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
				b.Fatal(err)
			}
			if err := os.WriteFile(name, data, 0o644); err != nil {
				b.Fatal(err)
			}
		}
		b.StopTimer()
		if err := os.RemoveAll(dir); err != nil {
			b.Fatal(err)
		}
		b.StartTimer()
	}
}
