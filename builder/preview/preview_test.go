package preview

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/coder/websocket"

	"vaandel/builder"
)

// patience is how long a change may take to be served: long, as the machine may do
// other work, and only a change that is lost takes so much.
const patience = 20 * time.Second

// running starts a preview of a folder and stops it with the test.
func running(t *testing.T, content string, poll bool) *Server {
	t.Helper()
	s, err := New(Options{
		Build: builder.Options{Content: content, NoCache: true, Now: time.Date(2026, 11, 1, 0, 0, 0, 0, time.UTC)},
		Addr:  "127.0.0.1:0", Poll: poll, Lang: "nl",
	})
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	ready, done := make(chan struct{}), make(chan error, 1)
	go func() { done <- s.Run(ctx, func() { close(ready) }) }()
	<-ready
	t.Cleanup(func() {
		stop()
		select {
		case err := <-done:
			if err != nil {
				t.Error(err)
			}
		case <-time.After(patience):
			t.Error("it does not end")
		}
	})
	return s
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// get asks for a file; header is for one that names another host, say.
func get(t *testing.T, s *Server, name string) (int, []byte) {
	t.Helper()
	r, err := http.Get(s.URL() + name)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	data, err := io.ReadAll(r.Body)
	if err != nil {
		t.Fatal(err)
	}
	return r.StatusCode, data
}

// cold builds the folder anew and returns all files as the preview must have them.
func cold(t *testing.T, content string) map[string][]byte {
	t.Helper()
	engine, err := builder.New(builder.Options{Content: content, NoCache: true, Now: time.Date(2026, 11, 1, 0, 0, 0, 0, time.UTC)})
	if err != nil {
		t.Fatal(err)
	}
	defer engine.Close()
	result, err := engine.Build(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	files := map[string][]byte{}
	for _, f := range result.Output.Files {
		f, err := f.Ready()
		if err != nil {
			t.Fatal(err)
		}
		data, err := f.Content()
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasSuffix(f.Path, ".html") {
			data = live(data)
		}
		files[f.Path] = data
	}
	return files
}

// served tells how what is served differs from a cold build, or nothing.
func served(t *testing.T, s *Server, content string) string {
	t.Helper()
	want := cold(t, content)
	for name, data := range want {
		status, got := get(t, s, name)
		if status != http.StatusOK || !bytes.Equal(got, data) {
			return fmt.Sprintf("%s is served with status %d and %d bytes, not %d", name, status, len(got), len(data))
		}
	}
	for name := range s.site.Load().files {
		if _, ok := want[name]; !ok {
			return name + " is served, and nobody builds it"
		}
	}
	return ""
}

// comes waits until what is served is what a cold build makes.
func comes(t *testing.T, s *Server, content, what string) {
	t.Helper()
	began := time.Now()
	for {
		difference := served(t, s, content)
		if difference == "" {
			return
		}
		if time.Since(began) > patience {
			t.Fatalf("%s: %s", what, difference)
		}
		time.Sleep(20 * time.Millisecond)
	}
}

// smallHandbook writes a handbook of two pages.
func smallHandbook(t *testing.T) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "content")
	write(t, filepath.Join(dir, "handbook.yaml"), "title: Proef\nlanguages: [nl]\n")
	write(t, filepath.Join(dir, "index.md"), "# Welkom\n\nLees [de afspraken](beleid/tijd.md).\n")
	write(t, filepath.Join(dir, "beleid", "tijd.md"), "# Werktijd\n\nTwee uur per week.\n")
	return dir
}

// TestSaves saves as editors do; what is served is then what a cold build makes.
func TestSaves(t *testing.T) {
	for _, poll := range []bool{false, true} {
		t.Run(fmt.Sprintf("poll %v", poll), func(t *testing.T) {
			dir := smallHandbook(t)
			s := running(t, dir, poll)
			page := filepath.Join(dir, "beleid", "tijd.md")
			rename := func(from, to string) {
				t.Helper()
				if err := os.Rename(from, to); err != nil {
					t.Fatal(err)
				}
			}
			remove := func(path string) {
				t.Helper()
				if err := os.RemoveAll(path); err != nil {
					t.Fatal(err)
				}
			}
			for _, step := range []struct {
				name string
				do   func()
			}{
				{"as it was", func() {}},
				{"in place", func() { write(t, page, "# Werktijd\n\nDrie uur per week.\n") }},
				{"renamed over", func() { write(t, page+".tmp", "# Werktijd\n\nVier uur.\n"); rename(page+".tmp", page) }},
				{"backup and rename", func() { rename(page, page+"~"); write(t, page, "# Werktijd\n\nVijf uur.\n"); remove(page + "~") }},
				{"a lock file", func() {
					write(t, filepath.Join(dir, "beleid", "~$tijd.md"), "x")
					remove(filepath.Join(dir, "beleid", "~$tijd.md"))
				}},
				{"another title", func() { write(t, page, "# Tijd\n\nZes uur.\n") }},
				{"a new folder", func() { write(t, filepath.Join(dir, "nieuw", "diep", "a.md"), "# A\n") }},
				{"a page in it", func() { write(t, filepath.Join(dir, "nieuw", "diep", "b.md"), "# B\n") }},
				{"the folder renamed", func() { rename(filepath.Join(dir, "nieuw"), filepath.Join(dir, "anders")) }},
				{"a page there", func() { write(t, filepath.Join(dir, "anders", "diep", "c.md"), "# C\n") }},
				{"another case", func() {
					rename(filepath.Join(dir, "anders", "diep", "c.md"), filepath.Join(dir, "anders", "diep", "C.md"))
				}},
				{"the folder gone", func() { remove(filepath.Join(dir, "anders")) }},
				{"the configuration", func() {
					write(t, filepath.Join(dir, "handbook.yaml"), "title: Proef twee\nlanguages: [nl]\nbrand: {accent: \"#8a2a6b\"}\n")
				}},
				{"many at once", func() {
					for i := range 300 {
						write(t, filepath.Join(dir, "veel", fmt.Sprintf("p%d.md", i)), fmt.Sprintf("# Pagina %d\n\nTekst.\n", i))
					}
				}},
				{"and away", func() { remove(filepath.Join(dir, "veel")) }},
			} {
				step.do()
				comes(t, s, dir, step.name)
			}
		})
	}
}

// TestRandomEdits makes 2,000 edits of all sorts as fast as it can.
func TestRandomEdits(t *testing.T) {
	dir := smallHandbook(t)
	s := running(t, dir, false)
	random := rand.New(rand.NewPCG(7, 8))
	name := func() string {
		return filepath.Join(dir, fmt.Sprintf("m%d", random.IntN(4)), fmt.Sprintf("p%d.md", random.IntN(12)))
	}
	for i := range 2000 {
		path := name()
		switch random.IntN(6) {
		case 0:
			os.Remove(path)
		case 1:
			os.Rename(path, name())
		case 2:
			write(t, path+".tmp", fmt.Sprintf("# Over %d\n", i))
			os.Rename(path+".tmp", path)
		case 3:
			os.RemoveAll(filepath.Dir(path))
		default:
			write(t, path, fmt.Sprintf("# Titel %d\n\nTekst [link](../index.md) %d.\n", random.IntN(5), i))
		}
	}
	comes(t, s, dir, "after all")
}

// TestErrors keeps the last good site, and tells what is wrong.
func TestErrors(t *testing.T) {
	dir := smallHandbook(t)
	s := running(t, dir, false)
	c, _, err := websocket.Dial(context.Background(), "ws"+strings.TrimPrefix(s.URL(), "http")+strings.TrimPrefix(channelAddress, "/"), nil)
	if err != nil {
		t.Fatal(err)
	}
	defer c.CloseNow()
	hear := func() (m wire) {
		t.Helper()
		ctx, cancel := context.WithTimeout(context.Background(), patience)
		defer cancel()
		_, data, err := c.Read(ctx)
		if err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(data, &m); err != nil {
			t.Fatal(err)
		}
		return m
	}
	if m := hear(); len(m.Faults) != 0 || m.Base != "/" {
		t.Errorf("at first: %+v", m)
	}
	page := filepath.Join(dir, "beleid", "plan.md")
	write(t, page, "---\nkind: share\ntype: vacancy\n---\n\n# Plan\n")
	m := hear()
	for len(m.Faults) == 0 {
		m = hear()
	}
	if f := m.Faults[0]; f.Severity != "error" || f.File != "beleid/plan.md" || f.Line == 0 || f.Hint == "" || f.Message == "" {
		t.Errorf("the fault is %+v", f)
	}
	if status, _ := get(t, s, "beleid/tijd.html"); status != http.StatusOK {
		t.Errorf("another page has status %d", status)
	}
	os.Remove(page)
	for m = hear(); len(m.Faults) > 0; {
		m = hear()
	}
}

// TestAttacks holds that only this computer is answered, by its name, and that no
// path leads out of the site.
func TestAttacks(t *testing.T) {
	dir := smallHandbook(t)
	write(t, filepath.Join(filepath.Dir(dir), "secret.txt"), "geheim")
	s := running(t, dir, false)
	address := strings.TrimSuffix(strings.TrimPrefix(s.URL(), "http://"), "/")
	ask := func(method, host, path, origin string) (int, string) {
		t.Helper()
		r, err := http.NewRequest(method, "http://"+address+"/", nil)
		if err != nil {
			t.Fatal(err)
		}
		r.URL.Opaque = path
		r.Host = host
		if origin != "" {
			r.Header.Set("Origin", origin)
			r.Header.Set("Connection", "Upgrade")
			r.Header.Set("Upgrade", "websocket")
			r.Header.Set("Sec-WebSocket-Version", "13")
			r.Header.Set("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==")
		}
		client := http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
		got, err := client.Do(r)
		if err != nil {
			return 0, ""
		}
		defer got.Body.Close()
		body, _ := io.ReadAll(io.LimitReader(got.Body, 1000))
		if got.Header.Get("Access-Control-Allow-Origin") != "" {
			t.Errorf("%s %s allows other origins", method, path)
		}
		return got.StatusCode, string(body)
	}
	port := address[strings.LastIndex(address, ":"):]
	for _, host := range []string{"evil.example" + port, "evil.example", "127.0.0.1.nip.io" + port, "127.0.0.1:1", "[::ffff:127.0.0.1]" + port, "localhost.evil.example" + port} {
		if status, _ := ask("GET", host, "/", ""); status != http.StatusForbidden && status != http.StatusBadRequest {
			t.Errorf("the host %q gets status %d", host, status)
		}
	}
	if status, _ := ask("GET", "localhost"+port, "/", ""); status != http.StatusOK {
		t.Errorf("localhost gets status %d", status)
	}
	for _, method := range []string{"POST", "PUT", "DELETE", "OPTIONS", "TRACE"} {
		if status, _ := ask(method, address, "/", ""); status != http.StatusMethodNotAllowed {
			t.Errorf("%s gets status %d", method, status)
		}
	}
	for _, path := range []string{"/../secret.txt", "/..%2fsecret.txt", "/%2e%2e/secret.txt", "/..\\secret.txt", "/C:/secret.txt", "//secret.txt", "/\\\\host\\share", "/index.md", "/handbook.yaml", "/beleid/%00", "/beleid/../../secret.txt"} {
		if status, body := ask("GET", address, path, ""); status == http.StatusOK || strings.Contains(body, "geheim") {
			t.Errorf("%s gets status %d", path, status)
		}
	}
	if status, _ := ask("GET", address, channelAddress, "http://evil.example"); status != http.StatusForbidden {
		t.Errorf("a channel for another site gets status %d", status)
	}
}

// TestManyBrowsers comes and goes by the hundred, and leaves nothing behind.
func TestManyBrowsers(t *testing.T) {
	dir := smallHandbook(t)
	s := running(t, dir, false)
	before := runtime.NumGoroutine()
	for round := range 5 {
		var all []*websocket.Conn
		for range 50 {
			c, _, err := websocket.Dial(context.Background(), "ws"+strings.TrimPrefix(s.URL(), "http")+strings.TrimPrefix(channelAddress, "/"), nil)
			if err != nil {
				t.Fatal(err)
			}
			all = append(all, c)
		}
		write(t, filepath.Join(dir, "index.md"), fmt.Sprintf("# Welkom %d\n", round))
		for _, c := range all {
			c.CloseNow()
		}
	}
	http.DefaultClient.CloseIdleConnections()
	for began := time.Now(); runtime.NumGoroutine() > before+10; time.Sleep(20 * time.Millisecond) {
		if time.Since(began) > patience {
			t.Fatalf("%d goroutines are left, of %d before", runtime.NumGoroutine(), before)
		}
	}
}

// TestPortTaken takes the next one.
func TestPortTaken(t *testing.T) {
	first, err := listen("127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer first.Close()
	second, err := listen(first.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	defer second.Close()
	if first.Addr().String() == second.Addr().String() {
		t.Errorf("both have %s", first.Addr())
	}
}
