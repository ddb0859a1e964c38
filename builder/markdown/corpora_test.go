package markdown

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestCorpora reads real handbooks that nobody here wrote: each file is read,
// well-formed, and shows something or says why not.
func TestCorpora(t *testing.T) {
	root := filepath.Join("..", "..", "..", "shared", "corpora")
	if _, err := os.Stat(root); err != nil {
		t.Skip("there are no corpora beside the repository")
	}
	files := 0
	err := filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.EqualFold(filepath.Ext(name), ".md") {
			return err
		}
		src, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		files++
		for _, raw := range []bool{false, true} {
			doc := Parse(filepath.ToSlash(name), src, Options{RawHTML: raw})
			check(t, name, doc)
			if doc.Refused {
				t.Errorf("%s: refused: %s", name, doc.Diagnostics[len(doc.Diagnostics)-1].Message.EN)
			}
			text := strings.TrimSpace(belowLine(string(src), doc.MetaEnd))
			if text != "" && len(doc.Body) == 0 && doc.Title == "" && len(doc.Diagnostics) == 0 {
				t.Errorf("%s: shows nothing, and says nothing", name)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if files < 100 {
		t.Errorf("only %d files found", files)
	}
}

// TestStarter reads the starter handbook: no page is refused, and nothing in the
// text is odd.
func TestStarter(t *testing.T) {
	root := filepath.Join("..", "..", "content")
	err := filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(name) != ".md" {
			return err
		}
		src, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		kind := ""
		if strings.Contains(filepath.ToSlash(name), "/training/") {
			kind = "training"
		}
		doc := Parse(filepath.ToSlash(name), src, Options{Kind: kind})
		check(t, name, doc)
		for _, d := range doc.Diagnostics {
			t.Errorf("%s: %s: %s", d.Position, d.Rule, d.Message.EN)
		}
		if doc.Title == "" {
			t.Errorf("%s: no title", name)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// belowLine returns what stands below a line.
func belowLine(text string, line int) string {
	for range line {
		_, text, _ = strings.Cut(text, "\n")
	}
	return text
}
