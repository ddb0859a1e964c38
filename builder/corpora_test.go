package builder_test

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"vaandel/builder"
	"vaandel/builder/diag"
)

// TestCorpora builds handbooks that nobody here wrote, where they are: every
// markdown file becomes a page, fields of other tools are one warning a folder
// at most, and nothing is worse than an error.
func TestCorpora(t *testing.T) {
	root := filepath.Join("..", "..", "shared", "corpora")
	entries, err := os.ReadDir(root)
	if err != nil {
		t.Skip("no corpora beside this repository")
	}
	for _, e := range entries {
		if !e.IsDir() {
			continue
		}
		t.Run(e.Name(), func(t *testing.T) {
			t.Parallel()
			content := filepath.Join(root, e.Name())
			engine, err := builder.New(builder.Options{
				Content: content, Out: filepath.Join(t.TempDir(), "public"), NoCache: true, KeepGoing: true, Now: today,
			})
			if err != nil {
				t.Fatal(err)
			}
			defer engine.Close()
			r, err := engine.Build(context.Background())
			if err != nil {
				t.Fatal(err)
			}
			if !r.Published {
				t.Error("not published")
			}
			if want := countPages(t, content); len(r.Handbook.Pages) != want {
				t.Errorf("%d pages of %d files", len(r.Handbook.Pages), want)
			}
			unknown := map[string]int{}
			for _, d := range r.Diagnostics {
				if d.Severity == diag.Error {
					t.Errorf("an error in foreign markdown: %s %s", d.Position, d.Message.EN)
				}
				if d.Rule == "front-foreign" || d.Rule == "field-unknown" || d.Rule == "field-misspelt" {
					folder := filepath.Dir(d.File)
					if unknown[folder]++; unknown[folder] == 2 {
						t.Errorf("%s: two warnings of foreign fields", folder)
					}
				}
			}
		})
	}
}

func countPages(t *testing.T, dir string) (n int) {
	t.Helper()
	err := filepath.WalkDir(dir, func(p string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() && strings.HasSuffix(p, ".md") {
			n++
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return n
}
