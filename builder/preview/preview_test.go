package preview

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/coder/websocket"

	"vaandel/builder"
)

// patience is how long a change may take to be served: long, as the machine may do
// other work, and only a change that is lost takes so much.
const patience = 20 * time.Second

// running starts a preview of a folder and stops it with the test.
func running(t testing.TB, content string, poll bool) *Server {
	t.Helper()
	s, _ := started(t, Options{Build: builder.Options{Content: content}, Poll: poll})
	return s
}

// today is the day on which the handbooks of tests are built.
var today = time.Date(2026, 11, 1, 0, 0, 0, 0, time.UTC)

// started starts a preview, on any port of this computer where none is named.
func started(t testing.TB, o Options) (s *Server, stop func()) {
	t.Helper()
	o.Build.NoCache, o.Build.Now, o.Lang = true, today, "nl"
	o.Addr = cmp.Or(o.Addr, "127.0.0.1:0")
	s, err := New(o)
	if err != nil {
		t.Fatal(err)
	}
	return s, run(t, s)
}

// run runs a preview, which ends with the test, or when it is told to.
func run(t testing.TB, s *Server) (stop func()) {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	ready, done := make(chan struct{}), make(chan error, 1)
	go func() { done <- s.Run(ctx, func() { close(ready) }) }()
	<-ready
	stop = sync.OnceFunc(func() {
		cancel()
		select {
		case err := <-done:
			if err != nil {
				t.Error(err)
			}
		case <-time.After(patience):
			t.Error("it does not end")
		}
	})
	t.Cleanup(stop)
	return stop
}

// dial opens a websocket of the preview as its own pages do.
func dial(s *Server, path string) (*websocket.Conn, error) {
	address := s.listener.Addr().String()
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	c, _, err := websocket.Dial(ctx, "ws://"+address+path, &websocket.DialOptions{HTTPHeader: http.Header{"Origin": {"http://" + address}}})
	if err != nil {
		return nil, err
	}
	c.SetReadLimit(-1) // browsers have none
	return c, nil
}

// hear is the next that a channel is told.
func hear(c *websocket.Conn) (m wire, err error) {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	_, data, err := c.Read(ctx)
	if err != nil {
		return m, err
	}
	return m, json.Unmarshal(data, &m)
}

func write(t testing.TB, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// get asks for a file.
func get(t testing.TB, s *Server, name string) (int, []byte) {
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
func cold(t testing.TB, content string) map[string][]byte {
	t.Helper()
	engine, err := builder.New(builder.Options{Content: content, NoCache: true, Now: today})
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
func served(t testing.TB, s *Server, content string) string {
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
func comes(t testing.TB, s *Server, content, what string) {
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
func smallHandbook(t testing.TB) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "content")
	write(t, filepath.Join(dir, "handbook.yaml"), "title: Proef\nlanguages: [nl]\n")
	write(t, filepath.Join(dir, "index.md"), "# Welkom\n\nLees [de afspraken](beleid/tijd.md).\n")
	write(t, filepath.Join(dir, "beleid", "tijd.md"), "# Werktijd\n\nTwee uur per week.\n")
	return dir
}

// TestErrors keeps the last good site, and tells what is wrong.
func TestErrors(t *testing.T) {
	dir := smallHandbook(t)
	s := running(t, dir, false)
	c, err := dial(s, channelAddress)
	if err != nil {
		t.Fatal(err)
	}
	defer c.CloseNow()
	hear := func() wire {
		t.Helper()
		m, err := hear(c)
		if err != nil {
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
