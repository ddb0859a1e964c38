package meta

import (
	"bytes"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"vaandel/builder/diag"
)

// seeds are front matter as authors write it, rightly and wrongly.
var seeds = []string{
	"---\ntitle: Let op: dit gaat mis\norder: 2\ntags: [a\nx: @piet\n---\ntekst",
	"---\ntitle: [Concept] Beleid\n\torder: 2\nfoo\n---\n",
	"---\ntitle: *ster\nb: &amp; x\nc: !belangrijk ja\n---\n",
	"---\ntitle: \"open\norder: 2\nx: 'a' b\ny: \"\\q\"\n---\n",
	"---\na:\n  b:\n    c: d\n   e: f\n---\n",
	"---\ntitle: Hallo\norder: 2\n\n# Kop\n\nTekst\n\n---\n\nMeer\n",
	"---\nmore: |\n  een\n  ---\n  twee\nb: >-\n  c\n---\nx\n",
	"---\na: &x [1, {b: c}]\nb: *x\nc: {<<: {d: 1}, e: 2}\n? f\n: g\n---\n",
	"---\nq:\n  - Let op: dit: x\n  - ok\n  - a: b: c\n  -\n---\n",
	"---\n---\nx", "---\n\ntekst\n---\n", "---\ntitle: a\n", "\xef\xbb\xbf---\r\na: b\r\n---\r\nx",
	"+++\ntitle = \"A\"\ntags = [\"a\", {b = 1}]\nd = 2026-01-31\n[x]\ny = 1\n[[c]]\nz = 1\n[[c]]\nz = A\n+++\nx",
	"{\n \"a\": 1,\n \"b\": [true, null, {\"é\": \"x\"}], \"a\": 2\n}\n\nx",
	"---json\n{\"a\": [1\n---\nx", ";;;\n[1]\n;;;\nx", "---toml\na.b = 1\n---\nx",
}

// FuzzSplit holds what is true of any file: nothing is lost, every place is in
// the file, and a field stands where it is said to stand.
func FuzzSplit(f *testing.F) {
	for _, s := range seeds {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		var front Front
		inTime(t, src, func() { front = Split("x.md", src) })
		if front.Body < bom(src) || front.Body > len(src) {
			t.Fatalf("the text starts at %d of %d", front.Body, len(src))
		}
		if line := 1 + bytes.Count(src[:front.Body], newline); front.Line != line {
			t.Fatalf("the text starts on line %d, not %d", line, front.Line)
		}
		if front.Node.Type == Broken && len(front.Diagnostics) == 0 {
			t.Fatal("broken without a word")
		}
		lines := strings.Split(string(src[bom(src):]), "\n")
		for _, d := range front.Diagnostics {
			checkPlace(t, lines, d.Position)
		}
		checkFields(t, lines, front.Node, 0)
	})
}

// inTime fails where f takes more than two seconds. The fuzzing engine itself
// doesn't notice a hang before its own time is up.
func inTime(t *testing.T, src []byte, f func()) {
	t.Helper()
	done := make(chan struct{})
	go func() {
		defer close(done)
		f()
	}()
	select {
	case <-done:
	case <-time.After(2 * time.Second):
		t.Fatalf("%q takes too long", src)
	}
}

// checkPlace fails where a place is not in the file.
func checkPlace(t *testing.T, lines []string, p diag.Position) {
	t.Helper()
	if p.Line < 1 || p.Line > len(lines) {
		t.Fatalf("%v is not in the file", p)
	}
	if p.Column < 0 || p.Column > utf8.RuneCountInString(lines[p.Line-1])+1 {
		t.Fatalf("%v is not in the line %q", p, lines[p.Line-1])
	}
}

// checkFields fails where a value is nested too deep or stands outside the
// file.
func checkFields(t *testing.T, lines []string, n Node, depth int) {
	t.Helper()
	if depth > 2*MaxDepth {
		t.Fatal("too deep")
	}
	if n.Type != Null && n.Type != Broken {
		checkPlace(t, lines, diag.Position{Line: n.Line, Column: n.Column})
	}
	for _, x := range n.Items {
		checkFields(t, lines, x, depth+1)
	}
	for _, x := range n.Fields {
		checkPlace(t, lines, diag.Position{Line: x.Line, Column: x.Column})
		checkFields(t, lines, x.Value, depth+1)
	}
}

// pieces are what FuzzPlain makes lines of: all that plain YAML has, and what
// comes near it.
var pieces = []string{
	"a", "b", "title", "order", ": ", ":", "\n", "\n", "\n  ", "\n- ", "\n  - ", "\n    ", " ", "  ",
	"Mijn pagina", "één", "12", "007", "0", "1.5", "2026-01-31", "2026-13-31", "10:30", "https://x.nl/#a", "x:y",
	"[", "]", ", ", ",", "\"", "'", "\"in quotes\"", "'it is'", "\"\"", "#", " # c", "\n# c", "true", "no", "null", "~",
	"-", "- ", "--", "&x", "*x", "!", "?", "|", ">", "@", "%", "`", "{", "}", "\\", "\t", "\u00a0", "\u2028", "\u0085", "\ufeff", "👍", "\xff",
}

// FuzzPlain holds that the reader of plain YAML and the library agree. The
// input picks from pieces, a byte each.
func FuzzPlain(f *testing.F) {
	index := map[string]byte{}
	for i, p := range pieces {
		index[p] = byte(i)
	}
	for _, seed := range [][]string{
		{"title", ": ", "Mijn pagina", "\n", "order", ": ", "12"},
		{"a", ":", "\n  - ", "x:y", "\n  - ", "b", ": ", "2026-01-31", "\n    ", "a", ": ", "'it is'", "\n", "b", ":"},
		{"a", ": ", "[", "een", ", ", "\"in quotes\"", "]", "\n# c", "\n", "b", ": ", "https://x.nl/#a"},
		{"a", ": ", "b", "\n  ", "b"},
		{"a", ":", "\n- ", "b", "\n", "b", ": ", "true"},
	} {
		var data []byte
		for _, s := range seed {
			data = append(data, index[s])
		}
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var b strings.Builder
		for _, c := range data[:min(len(data), 100)] {
			b.WriteString(pieces[int(c)%len(pieces)])
		}
		agree(t, []byte(b.String()))
	})
}

// agree fails where the reader of plain YAML takes a block that the library
// reads otherwise.
func agree(t *testing.T, block []byte) {
	t.Helper()
	text := lineEnds(block)
	plain, ok := readPlain(text, 2)
	if !ok {
		return
	}
	library, ds := readAny("x.md", text, 2)
	if len(ds) > 0 {
		t.Fatalf("%q is not plain: %v", text, ds)
	}
	if !reflect.DeepEqual(plain, library) {
		t.Fatalf("%q\nplain   %s\nlibrary %s", text, dump(plain), dump(library))
	}
}

// FuzzParseYAML holds that no handbook.yaml is lost without a word.
func FuzzParseYAML(f *testing.F) {
	for _, s := range seeds {
		f.Add([]byte(strings.Trim(s, "-\n")))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		var n Node
		var ds []diag.Diagnostic
		inTime(t, src, func() { n, ds = ParseYAML("handbook.yaml", src) })
		if n.Type != Map && n.Type != Null && len(ds) == 0 {
			t.Fatalf("%s without a word", dump(n))
		}
		lines := strings.Split(string(src[bom(src):]), "\n")
		for _, d := range ds {
			checkPlace(t, lines, d.Position)
		}
		checkFields(t, lines, n, 0)
	})
}

// TestCorpora reads the front matter of real handbooks.
func TestCorpora(t *testing.T) {
	root := filepath.Join("..", "..", "..", "shared", "corpora")
	if _, err := os.Stat(root); err != nil {
		t.Skip("no corpora here")
	}
	pages, fronts, found := 0, 0, map[string]int{}
	err := filepath.WalkDir(root, func(path string, d os.DirEntry, err error) error {
		if err != nil || filepath.Ext(path) != ".md" {
			return err
		}
		src, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		pages++
		front := Split(path, src)
		if front.Node.Type == Map {
			fronts++
			block := src[:front.Body]
			if open := bytes.Index(block, []byte("---\n")); open >= 0 {
				agree(t, bytes.TrimSuffix(block[open+4:], []byte("---\n")))
			}
		}
		for _, d := range front.Diagnostics {
			t.Logf("%s %s: %s", d.Position, d.Rule, d.Message.EN)
			found[d.Rule]++
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%d pages, %d with front matter, %v", pages, fronts, found)
	if fronts*2 < pages {
		t.Errorf("only %d of %d pages have front matter", fronts, pages)
	}
}
