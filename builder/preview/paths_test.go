package preview

import (
	"encoding/json"
	"io/fs"
	"maps"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// tree is all that lies in a folder: the bytes of files, and where links lead.
func tree(t testing.TB, dir string) map[string]string {
	t.Helper()
	all := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			all[path] = ""
			return err
		}
		if d.Type()&fs.ModeSymlink != 0 {
			all[path], err = os.Readlink(path)
			return err
		}
		data, err := os.ReadFile(path)
		all[path] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// same reports what is not as it was in a folder.
func same(t testing.TB, dir string, before map[string]string) {
	t.Helper()
	now := tree(t, dir)
	for _, path := range slices.Sorted(maps.Keys(now)) {
		if was, there := before[path]; !there || was != now[path] {
			t.Errorf("%s has been written", path)
		}
	}
	for path := range before {
		if _, there := now[path]; !there {
			t.Errorf("%s is gone", path)
		}
	}
}

// guarded writes a handbook with files around and in it that are nobody's business,
// and links that lead to them. It returns a look at those.
func guarded(t testing.TB) (dir string, around func(testing.TB) map[string]string) {
	t.Helper()
	dir = smallHandbook(t)
	above := filepath.Dir(dir)
	write(t, filepath.Join(above, "outside.md"), "# geheim\n")
	write(t, filepath.Join(above, "other", "a.md"), "# geheim\n")
	write(t, filepath.Join(above, "content-2", "a.md"), "# geheim\n")
	write(t, filepath.Join(dir, ".git", "config"), "geheim\n")
	write(t, filepath.Join(dir, ".git", "b.md"), "# Verborgen\n")
	write(t, filepath.Join(dir, "notes.txt"), "geheim\n")
	for name, to := range map[string]string{"out.md": "../outside.md", "map": "../other", "up": "..", "abs": above, "self": "self", "hidden": ".git"} {
		if err := os.Symlink(to, filepath.Join(dir, name)); err != nil {
			t.Skip("no links here: ", err)
		}
	}
	return dir, func(t testing.TB) map[string]string {
		all := tree(t, above)
		maps.DeleteFunc(all, func(path, _ string) bool {
			below, err := filepath.Rel(dir, path)
			return err == nil && filepath.IsLocal(below) && !strings.HasPrefix(below, ".")
		})
		return all
	}
}

// TestPaths holds that no path leads out of the handbook, or to what is no page of it.
func TestPaths(t *testing.T) {
	dir, around := guarded(t)
	before := around(t)
	s := running(t, dir, false)
	above := filepath.ToSlash(filepath.Dir(dir))
	evil := []string{
		"../outside.md", "./../outside.md", "beleid/../../outside.md", "../content-2/a.md", "beleid/../index.md", "./index.md", "beleid//tijd.md", "..", ".", "/", "beleid/..",
		"..\\outside.md", "beleid\\tijd.md", "..%2foutside.md", "%2e%2e/outside.md", "%2e%2e%2foutside.md", "%252e%252e%252foutside.md", "..%c0%afoutside.md", "..%5coutside.md",
		above + "/outside.md", "/" + above + "/outside.md", "file://" + above + "/outside.md", "C:\\outside.md", "C:/outside.md", "C:outside.md",
		"\\\\host\\share\\a.md", "//host/share/a.md", "\\\\?\\C:\\a.md", "\\\\.\\CON", "index.md:stream.md", "index.md::$DATA",
		"out.md", "map/a.md", "up/outside.md", "abs/outside.md", "self/a.md", "self", "hidden/a.md", "hidden/b.md", "up/content/index.md",
		".git/a.md", ".git/b.md", ".git/config", ".GIT/a.md", "beleid/.a.md", "beleid/.vaandel-X.tmp", "notes.txt", "index.md/a.md",
		"a\x00.md", "index.md\x00.txt", "../outside.md\x00", "a\n.md", "a\r.md", "\xff\xfe.md", "\u202ea.md\u0000",
		"CON.md", "con", "NUL.md", "beleid/COM1.md", "LPT¹.md", "aux.en.md", "PRN .md", "a.md.", "a.md ", " a.md", "beleid./a.md", "beleid /a.md",
		strings.Repeat("a/", 3000) + "a.md", strings.Repeat("a", 300) + ".md", strings.Repeat("../", 500) + "etc/passwd", "/etc/passwd", "~/a.md", "$HOME/a.md",
	}
	to := func(method, target string, in any) answered {
		t.Helper()
		body := ""
		if in != nil {
			data, err := json.Marshal(in)
			if err != nil {
				t.Fatal(err)
			}
			body = string(data)
		}
		got := ask(t, s, method, target, body, nil)
		if strings.Contains(got.body, "geheim") || got.status >= 500 {
			t.Errorf("%s %.100q %.200q gets status %d: %.200s", method, target, body, got.status, got.body)
		}
		return got
	}
	pixel := "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f\x15\xc4\x89\x00\x00\x00\rIDATx\x9cc\xf8\xff\xff\xff\x7f\x00\t\xfb\x03\xfd\x05CE\xca\x00\x00\x00\x00IEND\xaeB`\x82"
	api := func(name string) string { return apiFolder + name }
	for _, path := range evil {
		query := url.QueryEscape(path)
		never := map[string]answered{
			"read":   to("GET", api("text?file="+query), nil),
			"find":   to("GET", api("text?page="+query), nil),
			"save":   to("POST", api("save"), map[string]string{"file": path, "version": "", "text": "# X\n"}),
			"rename": to("POST", api("rename"), map[string]string{"file": path, "to": "x.md"}),
			"open":   to("POST", openAddress, map[string]string{"file": path}),
			"lines":  to("GET", linesFolder+url.PathEscape(path), nil),
			"page":   to("GET", "/"+url.PathEscape(path), nil),
		}
		for what, got := range never {
			if got.status == http.StatusOK && got.body != "null" { // which is nothing
				t.Errorf("%s %.100q gets status %d: %.200s", what, path, got.status, got.body)
			}
		}
		to("POST", api("front"), map[string]string{"file": path, "text": "---\nkind: policy\n---\n"})
		to("POST", api("field"), map[string]string{"file": path, "text": "---\nkind: policy\n---\n", "key": "owner", "value": path})
		to("POST", api("new"), map[string]string{"kind": "page", "title": "A", "folder": path, "lang": "nl"})
		to("POST", api("new"), map[string]string{"kind": "page", "title": path, "folder": "beleid", "lang": path})
		to("GET", changedFolder+url.PathEscape(path), nil)
		ask(t, s, "POST", api("picture?near="+query+"&name=a.png"), pixel, nil)
		ask(t, s, "POST", api("picture?near=index.md&name="+query), pixel, nil)
		if got := to("POST", api("rename"), map[string]string{"file": "beleid/tijd.md", "to": path}); got.status == http.StatusOK {
			to("POST", api("rename"), map[string]string{"file": path, "to": "beleid/tijd.md"})
		}
		channel, err := dial(s, channelAddress+"?file="+query+"&page="+query)
		if err != nil {
			t.Fatal(err)
		}
		if m, err := hear(channel); err != nil || m.Version != "" {
			t.Errorf("the channel of %.100q: %q, %v", path, m.Version, err)
		}
		channel.CloseNow()
	}
	for path, was := range around(t) {
		if before[path] != was {
			t.Errorf("%s has been written", path)
		}
	}
	if len(around(t)) != len(before) {
		t.Errorf("there are %d files around the handbook, not %d", len(around(t)), len(before))
	}
	comes(t, s, dir, "after all")
}

// TestAddresses holds that no address of the site leads out of it.
func TestAddresses(t *testing.T) {
	dir, _ := guarded(t)
	s := running(t, dir, false)
	for _, target := range []string{
		"/../outside.md", "/..%2foutside.md", "/%2e%2e/outside.md", "/..\\outside.md", "/..%5coutside.md", "/C:/outside.md", "/%2fetc/passwd", "/\\\\host\\share",
		"/index.md", "/handbook.yaml", "/notes.txt", "/.git/config", "/map/a.md", "/up/outside.md", "/beleid/%00", "/beleid/../../outside.md",
		ownFolder + "..%2findex.md", ownFolder + "browser/live.ts", ownFolder, ownFolder + "api",
	} {
		if got := ask(t, s, "GET", target, "", nil); got.status < 300 || got.status >= 500 || strings.Contains(got.body, "geheim") {
			t.Errorf("%s gets status %d", target, got.status)
		} else if to := got.header.Get("Location"); strings.HasPrefix(to, "//") || strings.HasPrefix(to, "/\\") || strings.Contains(to, "://") {
			t.Errorf("%s leads to %s", target, to)
		}
	}
	for _, target := range []string{"/%2fevil.example/", "/%5cevil.example/..", "/beleid/..//evil.example", "/x/..%2f%2fevil.example", "/" + ownFolder + "/evil.example"} {
		if to := ask(t, s, "GET", target, "", nil).header.Get("Location"); strings.HasPrefix(to, "//") || strings.HasPrefix(to, "/\\") || strings.Contains(to, "://") {
			t.Errorf("%s leads to %s", target, to)
		}
	}
}
