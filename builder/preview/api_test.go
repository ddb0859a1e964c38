package preview

import (
	"bytes"
	"io"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// FuzzAPI asks anything, with the right token: nothing panics, nothing takes long,
// nothing is our fault, and nothing outside of the handbook changes.
func FuzzAPI(f *testing.F) {
	nested := func(open, close string, n int) string { return strings.Repeat(open, n) + strings.Repeat(close, n) }
	text := func(text string) string { return strings.ReplaceAll(text, "\n", `\n`) }
	for _, q := range requests {
		f.Add(q.method, q.target, []byte(q.body))
		if q.method != "POST" {
			continue
		}
		for _, body := range []string{
			"", "{", "null", "[]", `""`, "1e999", "{}", "{}{}", `{"file":null,"text":null}`, `{"file":1}`, `{"file":["a"],"text":{}}`, `{"line":1e400}`,
			`{"file":"index.md","line":99999999999999999999,"column":-1}`, `{"text":"\ud800"}`, "{\"text\":\"\xff\xfe\"}", "\xef\xbb\xbf{}", `{"file":"index.md","text":"\u0000"}`,
			`{"value":` + nested("[", "]", 20_000) + `}`, `{"value":` + nested(`{"a":`, "1", 9_000) + `}`, nested("[", "]", 5_000),
			`{"file":"index.md","key":"owner","value":{"a":1},"text":""}`, `{"file":"index.md","key":"tags","value":[1,null,[],{}],"text":"# A"}`,
			`{"file":"index.md","key":"","value":1e308}`, `{"html":"` + nested("<div>", "</div>", 3000) + `"}`, `{"html":"` + nested("<ul><li>", "", 3000) + `"}`, `{"html":"` + nested("<table><td>", "", 300) + `"}`,
			`{"file":"a.md","key":"title","value":"x","text":"` + text("---\na: "+nested("[", "]", 20_000)+"\n---\n") + `"}`,
			`{"file":"a.md","key":"title","value":"x","text":"` + text("---\na: &a ["+strings.Repeat("*a,", 1000)+"]\n---\n") + `"}`,
			`{"file":"a.md","key":"title","value":"x","text":"` + text("---\n"+nested("a:\n ", "", 3000)+"\n---\n") + `"}`,
			`{"kind":"page","title":"` + strings.Repeat("é", 5000) + `","folder":"","lang":"xx"}`, `{"kind":"geen","title":"","folder":"x","lang":""}`, `{"kind":"checklist","title":"\u0000/..","folder":"beleid/../..","lang":"nl"}`,
			`{"file":"beleid/tijd.md","to":"beleid/tijd.md"}`, `{"file":"handbook.yaml","to":"index.md"}`, `{"file":"index.md","to":"a/b/c.md"}`,
		} {
			f.Add(q.method, q.target, []byte(body))
		}
	}
	for _, target := range []string{"/%", "/%00", "//", "/?%zz", "/_vaandel", "/_vaandel/lines/", "/_vaandel/lines/%2e%2e", "/_vaandel/changed/%ff", "/_vaandel/api/text?file=%ff&page=%00", "/_vaandel/api/text?page=index.html", "/_vaandel/api/text?page=" + strings.Repeat("a", 10_000), "/assets/search/start.js"} {
		f.Add("GET", target, []byte(nil))
	}
	dir, around := guarded(f)
	before := around(f)
	s := running(f, dir, false)
	handler := s.handler()
	first := tree(f, dir)
	f.Fuzz(func(t *testing.T, method, target string, body []byte) {
		address, err := url.ParseRequestURI(target)
		if err != nil || address.Host != "" || strings.HasPrefix(address.Path, openAddress) {
			t.Skip()
		}
		r := &http.Request{
			Method: method, URL: address, Host: s.listener.Addr().String(), Header: http.Header{tokenHeader: {s.settings.Token}},
			Body: io.NopCloser(bytes.NewReader(body)), Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1, RequestURI: target,
		}
		w := httptest.NewRecorder()
		began := time.Now()
		handler.ServeHTTP(w, r.WithContext(t.Context()))
		if w.Code >= 500 {
			t.Errorf("%s %.200q gets status %d: %.200s", method, target, w.Code, w.Body)
		}
		if took := time.Since(began); took > patience {
			t.Errorf("%s %.200q takes %v", method, target, took)
		}
		if strings.Contains(w.Body.String(), "geheim") {
			t.Errorf("%s %.200q tells a secret", method, target)
		}
		if now := around(t); len(now) != len(before) {
			t.Errorf("%s %.200q %.200q: there are %d files around the handbook", method, target, body, len(now))
		} else {
			for path, was := range before {
				if now[path] != was {
					t.Errorf("%s %.200q %.200q writes %s", method, target, body, path)
				}
			}
		}
		if many(dir) {
			again(t, dir, first)
		}
	})
}

// many tells whether a folder has become so full that builds of it take long.
func many(dir string) bool {
	n := 0
	filepath.WalkDir(dir, func(string, fs.DirEntry, error) error {
		n++
		return nil
	})
	return n > 60
}

// again makes a folder what it was.
func again(t *testing.T, dir string, first map[string]string) {
	t.Helper()
	for path := range tree(t, dir) {
		if _, there := first[path]; !there {
			if err := os.RemoveAll(path); err != nil {
				t.Fatal(err)
			}
		}
	}
	for _, name := range []string{"index.md", "handbook.yaml", filepath.Join("beleid", "tijd.md")} {
		write(t, filepath.Join(dir, name), first[filepath.Join(dir, name)])
	}
}

// TestSourceChanges asks for what is made of sources while these change.
func TestSourceChanges(t *testing.T) {
	dir := smallHandbook(t)
	s := running(t, dir, true) // it looks every now and then, so a request comes first
	for i := range 20 {
		write(t, filepath.Join(dir, "index.md"), "# Welkom\n\n"+strings.Repeat("woord ", i)+"\n")
		if got := ask(t, s, "GET", linesFolder+"index.html", "", nil); got.status != http.StatusOK {
			t.Fatalf("lines get status %d: %s", got.status, got.body)
		}
	}
	if err := os.Remove(filepath.Join(dir, "index.md")); err != nil {
		t.Fatal(err)
	}
	if got := ask(t, s, "GET", linesFolder+"index.html", "", nil); got.body != "null" {
		t.Errorf("lines of a page that is gone get status %d: %s", got.status, got.body)
	}
}
