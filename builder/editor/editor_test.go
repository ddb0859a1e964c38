package editor

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// folder returns an editor of a new folder with the given files.
func folder(t *testing.T, files map[string]string) (*Editor, string) {
	t.Helper()
	dir := t.TempDir()
	for name, data := range files {
		put(t, dir, name, data)
	}
	e, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { e.Close() })
	return e, dir
}

func put(t *testing.T, dir, name, data string) {
	t.Helper()
	full := filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(full), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(full, []byte(data), 0o644); err != nil {
		t.Fatal(err)
	}
}

func get(t *testing.T, dir, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// files returns all files below dir with their content.
func files(t *testing.T, dir string) map[string]string {
	t.Helper()
	all := map[string]string{}
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		rel, err := filepath.Rel(dir, name)
		if err == nil && d.Type().IsRegular() {
			all[filepath.ToSlash(rel)] = get(t, dir, rel)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// same fails where the files below dir are not those that are wanted.
func same(t *testing.T, dir string, want map[string]string) {
	t.Helper()
	got := files(t, dir)
	for name, data := range want {
		if got[name] != data {
			t.Errorf("%s is %q, not %q", name, got[name], data)
		}
	}
	for name := range got {
		if _, ok := want[name]; !ok {
			t.Errorf("there is a file %s", name)
		}
	}
}

// told fails where err is not of type E, or can't be told in both languages.
func told[E error](t *testing.T, err error) E {
	t.Helper()
	var as E
	if !errors.As(err, &as) {
		t.Fatalf("%T %v, not %T", err, err, as)
	}
	words := Explain(err)
	for _, text := range []string{words.What.NL, words.What.EN, words.Hint.NL, words.Hint.EN} {
		if text == "" || strings.Contains(text, "%!") || strings.Contains(text, "%[") {
			t.Errorf("%T is told as %q", err, text)
		}
	}
	return as
}

func TestPaths(t *testing.T) {
	e, dir := folder(t, map[string]string{
		"index.md": "a", "beleid/Werk en tijd.markdown": "b", "handbook.yaml": "title: c\n",
		".git/config.md": "secret", "foto.jpg": "d", "beleid/handbook.yaml": "e",
	})
	for _, file := range []string{"index.md", "beleid/Werk en tijd.markdown", "handbook.yaml"} {
		if _, err := e.Read(file); err != nil {
			t.Error(file, err)
		}
	}
	for _, file := range []string{
		"", ".", "..", "/", "/etc/passwd.md", "../x.md", "beleid/../../x.md", "beleid/../index.md", "./index.md",
		"beleid//x.md", "index.md/", `beleid\x.md`, `\\server\share\x.md`, "//server/share/x.md", "C:/x.md", "c:x.md",
		"index.md:stream", "a\x00.md", "a\n.md", "a\x7f.md", "a\u0085.md", "a\xff.md", ".git/config.md", "a/.b.md",
		"con.md", "CON", "nul.en.md", "aux/x.md", "com1.md", "LPT9.x.md", "COM¹.md", "con .md", "conin$.md",
		"x.md.", "x.md ", " x.md", "beleid./x.md", "beleid /x.md",
		strings.Repeat("a", 300) + ".md", strings.Repeat("a/", 600) + "x.md",
		"foto.jpg", "beleid", "beleid/handbook.yaml", "Handbook.yaml", "index", "index.md.bak",
	} {
		_, err := e.Read(file)
		told[*PathError](t, err)
		_, err = e.Save(file, "", "x")
		told[*PathError](t, err)
		_, err = e.Create(file, "x")
		told[*PathError](t, err)
	}
	for _, file := range []string{"wat?.md", "a*b.md", `"a".md`, "node_modules/a.md", "~$a.md"} {
		_, err := e.Create(file, "x")
		told[*PathError](t, err)
	}
	_, err := e.Read("weg.md")
	told[*GoneError](t, err)
	_, err = e.Read("index.md/x.md")
	told[*GoneError](t, err)
	if err := os.Mkdir(filepath.Join(dir, "map.md"), 0o755); err != nil {
		t.Fatal(err)
	}
	_, err = e.Read("map.md")
	told[*PathError](t, err)
}

func FuzzPath(f *testing.F) {
	for _, s := range []string{"a.md", "../a.md", "a/b.md", "con.md", "a:b.md", "handbook.yaml", "A.MD"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, file string) {
		if checkText(file) != nil {
			return
		}
		if !fs.ValidPath(file) || !filepath.IsLocal(filepath.FromSlash(file)) || strings.ContainsAny(file, ":\\\x00") {
			t.Errorf("%q passed", file)
		}
	})
}

func TestLinks(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("to make links takes rights there")
	}
	e, dir := folder(t, map[string]string{"echt/pagina.md": "oud\n", ".verborgen/x.md": "x", "foto.jpg": "y"})
	outside := t.TempDir()
	put(t, outside, "buiten.md", "buiten")
	link := func(to, name string) {
		if err := os.Symlink(to, filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
	link("echt/pagina.md", "relatief.md")
	link(filepath.Join(dir, "echt/pagina.md"), "absoluut.md")
	link(filepath.Join(dir, "echt"), "map")
	link("relatief.md", "keten.md")
	for i, file := range []string{"relatief.md", "absoluut.md", "keten.md", "map/pagina.md"} {
		was, err := e.Read(file)
		if err != nil {
			t.Fatal(file, err)
		}
		want := fmt.Sprintf("nieuw %d\n", i)
		if _, err := e.Save(file, was.Version, want); err != nil {
			t.Fatal(file, err)
		}
		if got := get(t, dir, "echt/pagina.md"); got != want {
			t.Errorf("through %s: %q", file, got)
		}
		if file == "map/pagina.md" {
			continue
		}
		if info, err := os.Lstat(filepath.Join(dir, file)); err != nil || info.Mode()&fs.ModeSymlink == 0 {
			t.Errorf("%s is no link any more", file)
		}
	}
	if _, err := e.Create("map/nieuw.md", "n"); err != nil || get(t, dir, "echt/nieuw.md") != "n" {
		t.Error(err)
	}
	link(filepath.Join(outside, "buiten.md"), "buiten.md")
	link("../../../../../../../../../../etc/hostname", "omhoog.md")
	link(outside, "uit")
	link("rond.md", "rond.md")
	link(".verborgen/x.md", "verborgen.md")
	link("foto.jpg", "foto.md")
	for _, file := range []string{"buiten.md", "omhoog.md", "uit/buiten.md", "rond.md", "verborgen.md", "foto.md"} {
		_, err := e.Read(file)
		told[*PathError](t, err)
		if _, err = e.Save(file, version([]byte("buiten")), "x"); err == nil {
			t.Error("saved", file)
		}
	}
	if _, err := e.Create("uit/nieuw.md", "x"); err == nil {
		t.Error("created a file outside")
	}
	same(t, outside, map[string]string{"buiten.md": "buiten"})
}

func TestTexts(t *testing.T) {
	e, dir := folder(t, map[string]string{
		"utf16.md": "\xff\xfeH\x00o\x00i\x00", "latin.md": "caf\xe9", "nultekens.md": "a\x00b",
		"groot.md": strings.Repeat("a", maxText+1), "precies.md": strings.Repeat("a", maxText),
		"mac.md": "\uFEFFa\r\nb\rc\n", "leeg.md": "",
	})
	for _, file := range []string{"utf16.md", "latin.md", "nultekens.md", "groot.md"} {
		_, err := e.Read(file)
		told[*TextError](t, err)
		before := get(t, dir, file)
		_, err = e.Save(file, version([]byte(before)), "weg")
		told[*TextError](t, err)
		if get(t, dir, file) != before {
			t.Error(file, "changed")
		}
	}
	for file, want := range map[string]string{"mac.md": "a\nb\nc\n", "leeg.md": "", "precies.md": strings.Repeat("a", maxText)} {
		got, err := e.Read(file)
		if err != nil || got.Text != want {
			t.Errorf("%s: %v", file, err)
		}
	}
	was, err := e.Read("leeg.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{"a\x00", "\xff", strings.Repeat("a", maxText+1)} {
		_, err := e.Save("leeg.md", was.Version, text)
		told[*TextError](t, err)
		_, err = e.Create("nieuw.md", text)
		told[*TextError](t, err)
	}
}
