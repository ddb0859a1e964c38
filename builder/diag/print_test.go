package diag

import (
	"bytes"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// sample is a content folder with what an author can put into a file.
func sample(t *testing.T) fs.FS {
	t.Helper()
	dir := t.TempDir()
	write := func(name, text string) {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("plain.md", "---\nowner: hrr\n---\n\n# Title\n")
	write("windows.md", "\ufeffone\r\n\ttwo\tthree\r\n")
	write("wide.md", "日本語 [x](y) e\u0301e\u0301n 👋 hier\n")
	write("long.md", strings.Repeat("voor ", 60)+"HIER"+strings.Repeat(" na", 60)+"\n")
	write("escape.md", "rood: \x1b[31mrood\x07 en \u202eandersom\n")
	write("latin.md", "caf\xe9 en priv\xe9\n")
	write("a\x1b]0;b\x07.md", "tekst\n")
	return os.DirFS(dir)
}

// diagnostics are places in sample where terminals get it wrong.
func diagnostics() []Diagnostic {
	contact := Rule{ID: "contact-unknown", Severity: Error,
		Message: Text{
			NL: "In handbook.yaml staat geen contact met de id %[1]q",
			EN: "handbook.yaml has no contact with the id %[1]q"},
		Hint: Text{NL: "Bedoel je %[2]q?", EN: "Do you mean %[2]q?"}}
	odd := Rule{ID: "odd", Severity: Warning,
		Message: Text{NL: "Hier is iets vreemds: %[1]s", EN: "Something is odd here: %[1]s"},
		Hint: Text{
			NL: "Lees de regel nog eens rustig door. Staat er wat je bedoelt? Dan kun je deze waarschuwing laten voor wat ze is.",
			EN: "Take your time to read the line again. Does it say what you mean? Then you may leave this warning as it is."}}
	bare := Rule{ID: "bare", Severity: Warning, Message: Text{NL: "Geen tip", EN: "No hint"}}
	at := func(file string, line, column int) Position {
		return Position{File: file, Line: line, Column: column}
	}
	return []Diagnostic{
		contact.At(at("plain.md", 2, 8), "hrr", "hr"),
		odd.At(at("plain.md", 5, 0), "a line as a whole"),
		odd.At(at("plain.md", 1, 0), "a line of dashes"),
		odd.At(at("plain.md", 4, 1), "an empty line"),
		odd.At(at("plain.md", 0, 0), "a file as a whole"),
		odd.At(at("plain.md", 99, 1), "a line that is gone"),
		odd.At(at("windows.md", 2, 6), "tabs and a carriage return"),
		odd.At(at("windows.md", 1, 1), "a byte order mark"),
		odd.At(at("wide.md", 1, 5), "wide letters before the place"),
		odd.At(at("wide.md", 1, 20), "accents and a picture before the place"),
		odd.At(at("wide.md", 1, 400), "behind the end of the line"),
		odd.At(at("long.md", 1, 301), "in the middle of a long line"),
		odd.At(at("long.md", 1, 1), "at the beginning of a long line"),
		odd.At(at("long.md", 1, 484), "at the end of a long line"),
		odd.At(at("escape.md", 1, 7), "\x1b[2Jcleared\nnext"),
		odd.At(at("latin.md", 1, 12), "bytes that are no UTF-8"),
		odd.At(at("a\x1b]0;b\x07.md", 1, 1), "a name that would set the window's title"),
		bare.At(at("gone.md", 1, 1)),
		bare.At(at("../outside.md", 1, 1)),
	}
}

func TestPrintGolden(t *testing.T) {
	files := sample(t)
	for name, p := range map[string]Printer{
		"terminal-nl": {Lang: "nl", Width: 72, Files: files, Folder: "content/"},
		"terminal-en": {Lang: "en", Width: 72, Files: files, Folder: "content/"},
		"log":         {Lang: "en", Files: files},
		"bare":        {Lang: "nl"},
		"colour":      {Lang: "nl", Width: 72, Files: files, Colour: true},
	} {
		t.Run(name, func(t *testing.T) {
			var b bytes.Buffer
			hidden, err := p.Print(&b, diagnostics())
			if err != nil || hidden != 0 {
				t.Fatalf("%d hidden, %v", hidden, err)
			}
			golden := filepath.Join("testdata", name+".golden")
			if *update {
				if err := os.WriteFile(golden, b.Bytes(), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(b.Bytes(), want) {
				t.Errorf("not as in %s (go test -update rewrites it):\n%s", golden, b.Bytes())
			}
		})
	}
}

// What an author or a file's name contains never steers the terminal.
func TestPrintIsHarmless(t *testing.T) {
	var b bytes.Buffer
	if _, err := (Printer{Width: 72, Files: sample(t)}).Print(&b, diagnostics()); err != nil {
		t.Fatal(err)
	}
	for i, line := range strings.Split(b.String(), "\n") {
		for _, r := range line {
			if r < 0x20 && r != '\t' || r >= 0x7f && r < 0xa0 || r == '\u202e' {
				t.Errorf("line %d has %U: %q", i+1, r, line)
			}
		}
	}
}

// The mark must stand below its letter whatever is before it: the two lines
// take equally many columns up to there, and have their tabs in the same places.
func TestMarkStandsBelowItsLetter(t *testing.T) {
	long := strings.Repeat("\tx日e\u0301", 200) + "@" + strings.Repeat("日\tx", 200)
	for _, line := range []string{"@", "x@", "\t@", "a\tb\t@c", "日本@語", "e\u0301e\u0301@", "👋 @", long} {
		column := 1 + len([]rune(line[:strings.Index(line, "@")]))
		for _, room := range []int{20, 33, 80, 10_000} {
			text, under := excerpt(line, column, room)
			before, _, found := strings.Cut(text, "@")
			if !found {
				t.Errorf("%.20q in %d: the place is cut away: %q", line, room, text)
				continue
			}
			if columns(before) != columns(under) || strings.Count(before, "\t") != strings.Count(under, "\t") {
				t.Errorf("%.20q in %d: %q is not below %q", line, room, under, before)
			}
			if columns(text) > room {
				t.Errorf("%.20q takes %d of %d columns", line, columns(text), room)
			}
		}
	}
}

func TestPrintHidesWarningsOnly(t *testing.T) {
	var ds []Diagnostic
	for i := range 100 {
		r := Rule{ID: "r", Severity: Warning, Message: Text{EN: "odd"}}
		if i%2 == 1 {
			r = Rule{ID: "r", Severity: Error, Message: Text{EN: "wrong"}}
		}
		ds = append(ds, r.At(Position{File: fmt.Sprintf("%03d.md", i)}))
	}
	var b bytes.Buffer
	hidden, err := Printer{Warnings: 30}.Print(&b, ds)
	if err != nil {
		t.Fatal(err)
	}
	errors, warnings := strings.Count(b.String(), "  error\n"), strings.Count(b.String(), "  warning\n")
	if hidden != 20 || errors != 50 || warnings != 30 {
		t.Errorf("%d errors, %d warnings, %d hidden", errors, warnings, hidden)
	}
	if first, last := strings.Index(b.String(), "000.md"), strings.Index(b.String(), "099.md"); first > last {
		t.Error("the order changed")
	}
}

// A disk that is full, or a pager that was closed, is told.
func TestPrintReturnsTheWritersError(t *testing.T) {
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	r.Close()
	defer w.Close()
	if _, err := (Printer{}).Print(w, diagnostics()); err == nil {
		t.Error("no error")
	}
}
