package editor

import (
	"errors"
	"os"
	"slices"
	"strings"
	"testing"

	"vaandel/builder/diag"
)

// copied returns an editor of a copy of the starter handbook.
func copied(t *testing.T) (*Editor, string) {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS("../../content")); err != nil {
		t.Fatal(err)
	}
	e, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { e.Close() })
	return e, dir
}

// modelOf reads the handbook in a folder.
func modelOf(t *testing.T, dir string) *model {
	t.Helper()
	all := files(t, dir)
	var paths []string
	for file := range all {
		paths = append(paths, file)
	}
	slices.Sort(paths)
	m, err := readModel(paths, func(file string) ([]byte, error) { return []byte(all[file]), nil })
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// faults returns what is wrong, without places.
func faults(ds []diag.Diagnostic) []string {
	var all []string
	for _, d := range ds {
		all = append(all, d.Rule+" "+d.Message.EN)
	}
	slices.Sort(all)
	return all
}

func TestRenameStarter(t *testing.T) {
	for _, c := range []struct {
		from, to string
		moved    map[string]string
	}{
		{"beleid/welzijn.md", "beleid/gezond-blijven.md", nil},
		{"beleid/welzijn.md", "programma/welzijn.md", nil},
		{"beleid/werktijd-en-afspraken.md", "beleid/tijd/werktijd.md", map[string]string{"beleid/werktijd-en-afspraken.en.md": "beleid/tijd/werktijd.en.md"}},
		{"beleid/uitgangspunten.en.md", "beleid/basis.en.md", map[string]string{"beleid/uitgangspunten.md": "beleid/basis.md"}},
		{"checklists/voor-je-plaatst.md", "checklists/eerst-kijken.md", map[string]string{"checklists/voor-je-plaatst.en.md": "checklists/eerst-kijken.en.md"}},
		{"checklists/voor-je-plaatst.md", "toolkit/Voor je plaatst.md", map[string]string{"checklists/voor-je-plaatst.en.md": "toolkit/Voor je plaatst.en.md"}},
		{"ambassadeurs/aylin-modelman.md", "ambassadeurs/team/aylin.md", nil},
		{"training/basis/lengte.md", "training/basis/hoe-lang.md", map[string]string{"training/basis/lengte.en.md": "training/basis/hoe-lang.en.md"}},
		{"training/profiel/index.md", "training/je-profiel/index.md", nil},
		{"toolkit/beelden/index.md", "toolkit/fotos/index.md", nil},
		{"programma/cijfers.md", "cijfers.md", nil},
		{"contenttypen/informeel.md", "contenttypen/INFORMEEL.md", map[string]string{"contenttypen/informeel.en.md": "contenttypen/INFORMEEL.en.md"}},
	} {
		t.Run(c.to, func(t *testing.T) {
			e, dir := copied(t)
			before, old := modelOf(t, dir), files(t, dir)
			changes, err := e.Rename(c.from, c.to)
			if err != nil {
				t.Fatal(err)
			}
			moves := map[string]string{c.from: c.to}
			for from, to := range c.moved {
				moves[from] = to
			}
			after, now := modelOf(t, dir), files(t, dir)
			if a, b := faults(before.diags), faults(after.diags); !slices.Equal(a, b) {
				t.Errorf("wrong before:\n%s\nafter:\n%s", strings.Join(a, "\n"), strings.Join(b, "\n"))
			}
			if len(now) != len(old) {
				t.Errorf("%d files, not %d", len(now), len(old))
			}
			changed := map[string]bool{}
			for _, ch := range changes {
				if (ch.From != ch.To) != (moves[ch.From] == ch.To) {
					t.Errorf("%s became %s", ch.From, ch.To)
				}
				changed[ch.From] = true
				onlyTargets(t, ch.To, old[ch.From], now[ch.To], ch.From != ch.To)
			}
			for file, data := range old {
				if to, ok := moves[file]; ok {
					redirects(t, after, before.book.Page(file).Address, to)
					if _, there := now[file]; there && file != to {
						t.Errorf("%s is still there", file)
					}
				} else if !changed[file] && now[file] != data {
					t.Errorf("%s changed", file)
				}
			}
			back(t, e, dir, c.to, c.from, old)
		})
	}
}

// onlyTargets holds that lines differ in words with a path alone, save for
// fields that are added.
func onlyTargets(t *testing.T, file, was, now string, moved bool) {
	t.Helper()
	a, b := strings.Split(was, "\n"), strings.Split(now, "\n")
	if moved {
		b = slices.DeleteFunc(b, func(l string) bool {
			return l == "aliases:" || strings.HasPrefix(l, "  - /") || strings.HasPrefix(l, "kind: ") && !slices.Contains(a, l)
		})
	}
	if len(a) != len(b) {
		t.Errorf("%s: %d lines, not %d", file, len(b), len(a))
		return
	}
	for i := range a {
		if a[i] != b[i] && !strings.Contains(a[i], ".md") && !strings.Contains(a[i], ".svg") && !strings.Contains(a[i], ".jpg") && !strings.Contains(a[i], ".csv") && !strings.Contains(a[i], ".rtf") && !strings.Contains(a[i], "[[") && !strings.HasPrefix(a[i], "aliases:") {
			t.Errorf("%s: %q became %q", file, a[i], b[i])
		}
	}
}

// redirects holds that an old address leads to the page.
func redirects(t *testing.T, after *model, address, to string) {
	t.Helper()
	page := after.book.Page(to)
	if page == nil {
		t.Errorf("%s is no page", to)
		return
	}
	if page.Address == address {
		return
	}
	for _, r := range after.book.Redirects {
		if r.Address == address && r.Page == page {
			return
		}
	}
	if !page.Index {
		t.Errorf("%s does not lead to %s: %v", address, to, page.Common.Aliases)
	}
}

// back moves the page back: all is as it was, but for the moved pages, which
// know an old address more.
func back(t *testing.T, e *Editor, dir, from, to string, old map[string]string) {
	t.Helper()
	changes, err := e.Rename(from, to)
	if err != nil {
		t.Fatal("back:", err)
	}
	now := files(t, dir)
	moved := map[string]bool{}
	for _, c := range changes {
		moved[c.To] = moved[c.To] || c.From != c.To
	}
	for file, data := range old {
		if now[file] != data && !moved[file] {
			t.Errorf("%s is %q", file, now[file])
		}
	}
	if len(now) != len(old) {
		t.Errorf("%d files, not %d", len(now), len(old))
	}
}

// small is a handbook with links of all sorts.
var small = map[string]string{
	"handbook.yaml": "languages: [nl, en]\nraw_html: true\n",
	"index.md":      "# Thuis\n",
	"a/oud.md": "---\ntitle: De pagina # zo\naliases: [/heel-oud.html]\n---\n\n[zelf](oud.md#kop) [naast](naast.md) ![x](foto%201.png \"t\") [weg](weg.md)\n\n" +
		"## Kop\n\n<img src='foto%201.png' alt='y'>\n\n[boven](/index.md) [b]\n\n[b]: <../b/x.md>\n",
	"a/oud.en.md": "# The page\n\n[nl](oud.md) [self](oud.en.md)\n",
	"a/naast.md":  "\uFEFF# Naast\r\n\r\n[een](oud.md)\r\n[twee](./oud.md#kop \"titel\")\n[drie](<oud.md>) [vier][v] [vijf](oud) [zes](oud.html?x=1#kop)\r\n\r\n[v]: oud.md 'titel'\r\n",
	"b/x.md": "# X\n\n[[oud]] [[oud|zo]] [[oud#Kop]] [[De pagina]] ![[oud]] `[x](../a/oud.md)` \\[[x](../a/oud.md)\\]\n\n" +
		"```\n[x](../a/oud.md)\n[[oud]]\n```\n\n<a href=\"../a/oud.md#kop\">html</a> <!-- [x](../a/oud.md) -->\n\n" +
		"| a |\n|---|\n| [[oud]] [[oud\\|cel]] [x](../a/oud.md) |\n\n- [ ] taak [x](../a/oud.md \"t\")\n\n> [x](/a/oud.md)\n\n[é (x)](../a/%6Fud.md)\n",
	"b/type.md":      "---\nkind: content-type\ntype: informal\nchecklist: '../a/oud.md' # die\n---\n\n# T\n",
	"a/foto 1.png":   "x",
	"concept.md":     "---\ndraft: true\n---\n# C\n\n[x](a/oud.md)\n",
	"b/ongelezen.md": "# O\n\n[x](../a/naast.md)\n\ncaf\xe9\n",
}

func TestRenameAllSortsOfLinks(t *testing.T) {
	e, dir := folder(t, small)
	if _, err := e.Rename("a/oud.md", "c/d/nieuw (2).md"); err != nil {
		t.Fatal(err)
	}
	want := map[string]string{}
	for file, data := range small {
		want[file] = data
	}
	delete(want, "a/oud.md")
	delete(want, "a/oud.en.md")
	want["c/d/nieuw (2).md"] = "---\ntitle: De pagina # zo\naliases: [/heel-oud.html, /a/oud.html]\n---\n\n[zelf](nieuw%20%282%29.md#kop) [naast](../../a/naast.md) ![x](../../a/foto%201.png \"t\") [weg](weg.md)\n\n" +
		"## Kop\n\n<img src='../../a/foto%201.png' alt='y'>\n\n[boven](/index.md) [b]\n\n[b]: <../../b/x.md>\n"
	want["c/d/nieuw (2).en.md"] = "---\naliases:\n  - /en/a/oud.html\n---\n\n# The page\n\n[nl](nieuw%20%282%29.md) [self](nieuw%20%282%29.en.md)\n"
	want["a/naast.md"] = "\uFEFF# Naast\r\n\r\n[een](../c/d/nieuw%20%282%29.md)\r\n[twee](../c/d/nieuw%20%282%29.md#kop \"titel\")\n[drie](<../c/d/nieuw%20%282%29.md>) [vier][v] [vijf](../c/d/nieuw%20%282%29) [zes](../c/d/nieuw%20%282%29.html?x=1#kop)\r\n\r\n[v]: ../c/d/nieuw%20%282%29.md 'titel'\r\n"
	want["b/x.md"] = "# X\n\n[[nieuw (2)|oud]] [[nieuw (2)|zo]] [[nieuw (2)#Kop|oud]] [[De pagina]] ![[nieuw (2)|oud]] `[x](../a/oud.md)` \\[[x](../c/d/nieuw%20%282%29.md)\\]\n\n" +
		"```\n[x](../a/oud.md)\n[[oud]]\n```\n\n<a href=\"../c/d/nieuw%20%282%29.md#kop\">html</a> <!-- [x](../c/d/nieuw%20%282%29.md) -->\n\n" +
		"| a |\n|---|\n| [[nieuw (2)\\|oud]] [[nieuw (2)\\|cel]] [x](../c/d/nieuw%20%282%29.md) |\n\n- [ ] taak [x](../c/d/nieuw%20%282%29.md \"t\")\n\n> [x](/c/d/nieuw%20%282%29.md)\n\n[é (x)](../c/d/nieuw%20%282%29.md)\n"
	want["b/type.md"] = "---\nkind: content-type\ntype: informal\nchecklist: '../c/d/nieuw (2).md' # die\n---\n\n# T\n"
	want["concept.md"] = "---\ndraft: true\n---\n# C\n\n[x](c/d/nieuw%20%282%29.md)\n"
	same(t, dir, want)
}

func TestRenameRefuses(t *testing.T) {
	e, dir := folder(t, small)
	before := files(t, dir)
	for _, c := range []struct {
		from, to string
		check    func(err error)
	}{
		{"a/oud.md", "../x.md", func(err error) { told[*PathError](t, err) }},
		{"a/oud.md", "a/x.txt", func(err error) { told[*PathError](t, err) }},
		{"handbook.yaml", "a/x.md", func(err error) { told[*GoneError](t, err) }},
		{"weg.md", "a/x.md", func(err error) { told[*GoneError](t, err) }},
		{"a/oud.md", "a/naast.md", func(err error) { told[*ExistsError](t, err) }},
		{"a/oud.md", "b/X.md", func(err error) { told[*ExistsError](t, err) }},
		{"index.md", "a/thuis.md", func(err error) { told[*RenameError](t, err) }},
		{"a/oud.md", "a/nieuw.en.md", func(err error) { told[*RenameError](t, err) }},
		{"a/oud.en.md", "a/nieuw.md", func(err error) { told[*RenameError](t, err) }},
		{"a/oud.md", "a/Naast!.md", func(err error) { told[*RenameError](t, err) }}, // the same address
		{"a/naast.md", "a/nieuw.md", func(err error) { told[*TextError](t, err) }},  // a link in a page that can't be saved
	} {
		_, err := e.Rename(c.from, c.to)
		c.check(err)
	}
	if changes, err := e.Rename("a/oud.md", "a/oud.md"); err != nil || len(changes) > 0 {
		t.Error(changes, err)
	}
	same(t, dir, before)
}

// TestApplyAllOrNothing lets the last of several changes fail.
func TestApplyAllOrNothing(t *testing.T) {
	all := map[string]string{"a.md": "a", "b.md": "b", "c.md": "c"}
	e, dir := folder(t, all)
	change := func(from, to, data string) Change { return Change{from, to, version([]byte(all[from])), []byte(data)} }
	fail := func(changes ...Change) {
		t.Helper()
		if err := e.apply(changes); err == nil {
			t.Error("it worked")
		}
		same(t, dir, all)
	}
	fail(change("a.md", "a.md", "A"), Change{"b.md", "b.md", "other", []byte("B")})
	fail(change("a.md", "m/a.md", "A"), change("b.md", "b.md", "B"), change("weg.md", "weg.md", "W"))
	// Both are fine when they are looked at; then one takes the other's place.
	fail(change("a.md", "m/x.md", "A"), change("c.md", "c.md", "C"), change("b.md", "m/x.md", "B"))
	fail(change("c.md", "c.md", "C"), change("a.md", "A.md", "A"), change("c.md", "c.md", "C2"))
	fail(change("a.md", "n/a.md", "A"), change("c.md", "c.md", "C"), change("a.md", "n/b.md", "A"))
}

// TestRenameOfOthersChange lets a page change between the plan and its
// application.
func TestRenameOfOthersChange(t *testing.T) {
	e, dir := folder(t, small)
	m := modelOf(t, dir)
	changes, err := PlanRename(m.files, e.raw, "a/oud.md", "a/nieuw.md")
	if err != nil {
		t.Fatal(err)
	}
	put(t, dir, "b/x.md", "theirs")
	before := files(t, dir)
	err = e.apply(changes)
	told[*ConflictError](t, err)
	same(t, dir, before)
}

// FuzzRename moves a page that any page may link to: it is refused, or links
// lead where they led.
func FuzzRename(f *testing.F) {
	for _, text := range small {
		f.Add(text)
	}
	f.Add("[a](b/oud.md)[c](b/oud.md \"(\")\n[a]: b/oud.md\n")
	f.Fuzz(func(t *testing.T, text string) {
		all := map[string]string{"index.md": "# I\n", "x.md": text, "b/oud.md": "# Oud\n\n[x](../x.md) [i](/index.md)\n"}
		read := func(file string) ([]byte, error) { return []byte(all[file]), nil }
		changes, err := PlanRename([]string{"b/oud.md", "index.md", "x.md"}, read, "b/oud.md", "c/d/nieuw.md")
		if err != nil {
			var one *RenameError
			var two *TextError
			if !errors.As(err, &one) && !errors.As(err, &two) {
				t.Error(err)
			}
			return
		}
		for _, c := range changes {
			if c.From == "x.md" && len(cut(string(c.Data))) != len(cut(text)) {
				t.Errorf("%q became %q", text, c.Data)
			}
		}
	})
}
