package editor

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

func TestSaveKeepsBytes(t *testing.T) {
	for _, c := range []struct{ name, was, text, want string }{
		{"windows", "a\r\nb\r\n", "a\nnew\nb\n", "a\r\nnew\r\nb\r\n"},
		{"mark", "\uFEFFa\r\n", "a\nb\n", "\uFEFFa\r\nb\r\n"},
		{"mixed", "a\r\nb\nc\r\nd\n", "a\nb\nX\nc\nd\n", "a\r\nb\nX\nc\r\nd\n"},
		{"most", "a\r\nb\r\nc\n", "a\nb\nc\nd\n", "a\r\nb\r\nc\nd\r\n"},
		{"old mac", "a\rb\r", "a\nc\nb\n", "a\rc\rb\r"},
		{"an empty line behind a lone CR", "a\rb\nc\n", "a\n\nb\nc\n", "a\r\rb\nc\n"},
		{"no end stays", "a\r\nb", "a\nB", "a\r\nB"},
		{"end added", "a\r\nb", "a\nb\n", "a\r\nb\r\n"},
		{"end removed", "a\nb\n", "a\nb", "a\nb"},
		{"two edits", "1\r\n2\n3\r\n4\n5\r\n", "1\nx\n3\ny\n5\n", "1\r\nx\n3\r\ny\n5\r\n"},
		{"edited and added", "1\r\n2\n3\r\n", "1\nx\ny\n3\n", "1\r\nx\r\ny\r\n3\r\n"},
		{"moved", "1\r\n2\n3\r\n", "3\n1\n2\n", "3\r\n1\r\n2\n"},
		{"emptied", "a\r\nb\r\n", "", ""},
		{"filled", "", "a\nb\n", "a\nb\n"},
		{"mark in text", "a\n", "\uFEFFb\n", "b\n"},
		{"browser", "a\n", "b\r\nc\r\n", "b\nc\n"},
		{"front matter", "---\r\ntitle:   'x'  # c\r\n---\nText\n", "---\ntitle:   'x'  # c\n---\nOther\n", "---\r\ntitle:   'x'  # c\r\n---\nOther\n"},
	} {
		e, dir := folder(t, map[string]string{"a.md": c.was})
		was, err := e.Read("a.md")
		if err != nil {
			t.Fatal(c.name, err)
		}
		now, err := e.Save("a.md", was.Version, c.text)
		if err != nil {
			t.Fatal(c.name, err)
		}
		if got := get(t, dir, "a.md"); got != c.want || now.Version != version([]byte(got)) || now.Text != plain(c.text) {
			t.Errorf("%s: %q, not %q", c.name, got, c.want)
		}
		same(t, dir, map[string]string{"a.md": c.want})
	}
}

func TestSaveTheSameWritesNothing(t *testing.T) {
	e, dir := folder(t, map[string]string{"a.md": "\uFEFFa\r\nb\nc"})
	before, err := os.Stat(filepath.Join(dir, "a.md"))
	if err != nil {
		t.Fatal(err)
	}
	for _, v := range []string{version([]byte("\uFEFFa\r\nb\nc")), "old"} {
		if _, err := e.Save("a.md", v, "a\nb\nc"); err != nil {
			t.Fatal(err)
		}
	}
	after, err := os.Stat(filepath.Join(dir, "a.md"))
	if err != nil || !os.SameFile(before, after) || !after.ModTime().Equal(before.ModTime()) {
		t.Error("the file was written", err)
	}
}

// TestSaveAtRandom edits texts of all sorts of lines and holds that each line
// that was left alone keeps its bytes.
func TestSaveAtRandom(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 3000 {
		// Each line is another, so there is no doubt which are left alone.
		var lines []string
		for i := range r.IntN(30) {
			lines = append(lines, fmt.Sprintf("%d %s%s", i, []string{"é", "x\u2028y", "", "\t"}[r.IntN(4)], []string{"\n", "\r\n", "\r"}[r.IntN(3)]))
		}
		if len(lines) > 0 && r.IntN(2) == 0 {
			lines[len(lines)-1] = "end"
		}
		was := []string{"", byteOrderMark}[r.IntN(2)] + strings.Join(lines, "")
		at, n := r.IntN(len(lines)+1), 0
		if at < len(lines) {
			n = r.IntN(len(lines) - at)
		}
		added := strings.Repeat("new\n", r.IntN(4))
		text := plain(strings.Join(lines[:at], "")) + added + plain(strings.Join(lines[at+n:], ""))
		got := string(encode([]byte(was), text))
		start := was[:len(was)-len(strings.Join(lines[at:], ""))]
		end := strings.Join(lines[at+n:], "")
		if !strings.HasPrefix(got, start) || !strings.HasSuffix(got, end) || plain(got) != text {
			t.Fatalf("%q edited to %q became %q", was, text, got)
		}
	}
}

// TestEncodeLarge goes past the bound of the table.
func TestEncodeLarge(t *testing.T) {
	var was, text strings.Builder
	for i := range 6000 {
		fmt.Fprintf(&was, "line %d%s", i, []string{"\n", "\r\n"}[i%2])
		if i%1000 != 0 {
			fmt.Fprintf(&text, "line %d\n", i)
		} else {
			text.WriteString("other\n")
		}
	}
	text.WriteString("more\n")
	got := string(encode([]byte(was.String()), text.String()))
	if plain(got) != text.String() || strings.Count(got, "\r\n") != 3000 {
		t.Errorf("%d lines end as in Windows", strings.Count(got, "\r\n"))
	}
}

func FuzzEncode(f *testing.F) {
	f.Add([]byte("a\r\nb\nc"), "a\nx\nc\n")
	f.Add([]byte("\uFEFF\r\r\n\n"), "\n\n")
	f.Fuzz(func(t *testing.T, was []byte, text string) {
		before, err := decode("a.md", was)
		if err != nil {
			return
		}
		if got := encode(was, before); !bytes.Equal(got, was) {
			t.Errorf("%q unchanged became %q", was, got)
		}
		text = plain(text)
		got := encode(was, text)
		// A text that begins with the mark twice keeps one.
		if plain(string(got)) != text && !strings.HasPrefix(text, byteOrderMark) {
			t.Errorf("%q with %q became %q", was, text, got)
		}
		if bytes.HasPrefix(was, []byte(byteOrderMark)) != bytes.HasPrefix(got, []byte(byteOrderMark)) && !strings.HasPrefix(text, byteOrderMark) {
			t.Errorf("the mark of %q is that of %q", was, got)
		}
	})
}

func TestSaveConflict(t *testing.T) {
	e, dir := folder(t, map[string]string{"a.md": "one\n", "b.md": "one\n"})
	was, err := e.Read("a.md")
	if err != nil {
		t.Fatal(err)
	}
	put(t, dir, "a.md", "two\r\n")
	_, err = e.Save("a.md", was.Version, "three\n")
	if c := told[*ConflictError](t, err); c.Now == nil || c.Now.Text != "two\n" || c.Now.Version != version([]byte("two\r\n")) {
		t.Errorf("%+v", c.Now)
	}
	put(t, dir, "a.md", "latin \xe9")
	_, err = e.Save("a.md", was.Version, "three\n")
	told[*TextError](t, err)
	same(t, dir, map[string]string{"a.md": "latin \xe9", "b.md": "one\n"})
	if err := os.Remove(filepath.Join(dir, "a.md")); err != nil {
		t.Fatal(err)
	}
	_, err = e.Save("a.md", was.Version, "three\n")
	if c := told[*ConflictError](t, err); c.Now != nil {
		t.Errorf("%+v", c.Now)
	}
	same(t, dir, map[string]string{"b.md": "one\n"})
}

// TestReplaceLooksAgain changes the file between the look at it and the step
// that replaces it.
func TestReplaceLooksAgain(t *testing.T) {
	e, dir := folder(t, map[string]string{"a.md": "one\n"})
	next, err := e.stage("a.md", []byte("two\n"), 0o644)
	if err != nil {
		t.Fatal(err)
	}
	put(t, dir, "a.md", "theirs\n")
	told[*ConflictError](t, e.conflict("a.md", next.replace(version([]byte("one\n")))))
	same(t, dir, map[string]string{"a.md": "theirs\n"})

	if next, err = e.stage("a.md", []byte("two\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(filepath.Join(dir, "a.md")); err != nil {
		t.Fatal(err)
	}
	told[*ConflictError](t, e.conflict("a.md", next.replace(version([]byte("theirs\n")))))
	same(t, dir, map[string]string{})
}

func TestSaveKeepsPermission(t *testing.T) {
	e, dir := folder(t, map[string]string{"a.md": "one\n"})
	name := filepath.Join(dir, "a.md")
	for _, mode := range []os.FileMode{0o600, 0o664} {
		if err := os.Chmod(name, mode); err != nil {
			t.Fatal(err)
		}
		want, err := os.Stat(name)
		if err != nil {
			t.Fatal(err)
		}
		was, err := e.Read("a.md")
		if err != nil {
			t.Fatal(err)
		}
		if _, err := e.Save("a.md", was.Version, was.Text+"more\n"); err != nil {
			t.Fatal(err)
		}
		if got, err := os.Stat(name); err != nil || got.Mode() != want.Mode() {
			t.Errorf("%v became %v (%v)", want.Mode(), got.Mode(), err)
		}
	}
	if err := os.Chmod(name, 0o444); err != nil {
		t.Fatal(err)
	}
	was, err := e.Read("a.md")
	if err != nil {
		t.Fatal(err)
	}
	_, err = e.Save("a.md", was.Version, "changed")
	told[*ReadOnlyError](t, err)
	same(t, dir, map[string]string{"a.md": was.Text})
}

func TestReadOnlyFolder(t *testing.T) {
	if os.Getuid() <= 0 {
		t.Skip("the administrator may write anywhere")
	}
	e, dir := folder(t, map[string]string{"m/a.md": "one\n"})
	was, err := e.Read("m/a.md")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(filepath.Join(dir, "m"), 0o555); err != nil {
		t.Fatal(err)
	}
	defer os.Chmod(filepath.Join(dir, "m"), 0o755)
	_, err = e.Save("m/a.md", was.Version, "two\n")
	if Explain(err) != notAllowed {
		t.Error(err)
	}
	same(t, dir, map[string]string{"m/a.md": "one\n"})
}

func TestCreate(t *testing.T) {
	e, dir := folder(t, map[string]string{"beleid/welzijn.md": "a", "bestand": "b"})
	made, err := e.Create("nieuw/in/map.md", "\uFEFFa\r\nb")
	if err != nil || made.Text != "a\nb" || made.File != "nieuw/in/map.md" || made.Version != version([]byte("a\nb")) {
		t.Fatal(made, err)
	}
	for _, file := range []string{"beleid/welzijn.md", "beleid/WELZIJN.md", "bestand/x.md", "nieuw/in/map.md", "Beleid/nieuw.md"} {
		_, err := e.Create(file, "x")
		told[*ExistsError](t, err)
	}
	same(t, dir, map[string]string{"beleid/welzijn.md": "a", "bestand": "b", "nieuw/in/map.md": "a\nb"})

	// Somebody else may be quicker.
	next, err := e.stage("snel.md", []byte("mine"), 0)
	if err != nil {
		t.Fatal(err)
	}
	put(t, dir, "snel.md", "theirs")
	if err := next.create(); err == nil || get(t, dir, "snel.md") != "theirs" {
		t.Error("overwritten", err)
	}
	if next, err = e.stage("claim.md", []byte("mine"), 0); err != nil {
		t.Fatal(err)
	}
	if err := next.claim(); err != nil || get(t, dir, "claim.md") != "mine" {
		t.Error(err)
	}
}

func TestCreateAtOnce(t *testing.T) {
	_, dir := folder(t, nil)
	var wg sync.WaitGroup
	made := make([]error, 8)
	for i := range made {
		wg.Go(func() {
			e, err := Open(dir) // as another program would
			if err != nil {
				made[i] = err
				return
			}
			defer e.Close()
			_, made[i] = e.Create("a.md", strings.Repeat(fmt.Sprint(i), 1000))
		})
	}
	wg.Wait()
	count := 0
	for i, err := range made {
		if err == nil {
			count++
			same(t, dir, map[string]string{"a.md": strings.Repeat(fmt.Sprint(i), 1000)})
			continue
		}
		told[*ExistsError](t, err)
	}
	if count != 1 {
		t.Errorf("%d made the file", count)
	}
}

// TestReadersSeeWholeFiles reads while somebody saves.
func TestReadersSeeWholeFiles(t *testing.T) {
	texts := []string{strings.Repeat("a", 900_000), strings.Repeat("b", 500_000)}
	e, dir := folder(t, map[string]string{"a.md": texts[0]})
	done := make(chan error)
	go func() {
		was, err := e.Read("a.md")
		for i := 1; i < 60 && err == nil; i++ {
			was, err = e.Save("a.md", was.Version, texts[i%2])
		}
		done <- err
	}()
	for {
		select {
		case err := <-done:
			if err != nil {
				t.Fatal(err)
			}
			return
		default:
			if got := get(t, dir, "a.md"); got != texts[0] && got != texts[1] {
				t.Fatalf("%d bytes of half a file", len(got))
			}
		}
	}
}

func TestSaversTakeTurns(t *testing.T) {
	e, dir := folder(t, map[string]string{"a.md": "0\n"})
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Go(func() {
			for {
				was, err := e.Read("a.md")
				if err != nil {
					t.Error(err)
					return
				}
				if _, err = e.Save("a.md", was.Version, was.Text+fmt.Sprint(i)+"\n"); err == nil {
					return
				}
				told[*ConflictError](t, err)
			}
		})
	}
	wg.Wait()
	if got := strings.Count(get(t, dir, "a.md"), "\n"); got != 9 {
		t.Errorf("%d lines: somebody's were lost", got)
	}
}
