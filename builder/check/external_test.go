package check

import (
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"vaandel/builder/diag"
	"vaandel/builder/handbook"
	"vaandel/builder/markdown"
	"vaandel/builder/source"
)

// site is a real server on this computer that counts what it is asked.
type site struct {
	*httptest.Server
	mu    sync.Mutex
	asked map[string]int // by method and path
	busy  atomic.Int32   // requests at the same time
	most  atomic.Int32
}

func newSite(t *testing.T) *site {
	s := &site{asked: map[string]int{}}
	s.Server = httptest.NewServer(http.HandlerFunc(s.answer))
	t.Cleanup(s.Close)
	return s
}

func (s *site) answer(w http.ResponseWriter, r *http.Request) {
	n := s.busy.Add(1)
	defer s.busy.Add(-1)
	if n > s.most.Load() {
		s.most.Store(n)
	}
	s.mu.Lock()
	s.asked[r.Method+" "+r.URL.Path]++
	times := s.asked[r.Method+" "+r.URL.Path]
	s.mu.Unlock()
	switch r.URL.Path {
	case "/gone":
		http.NotFound(w, r)
	case "/login":
		http.Error(w, "who are you?", http.StatusForbidden)
	case "/nohead":
		if r.Method == http.MethodHead {
			http.Error(w, "no", http.StatusMethodNotAllowed)
		}
	case "/moved":
		http.Redirect(w, r, "/new", http.StatusMovedPermanently)
	case "/today":
		http.Redirect(w, r, "/new", http.StatusFound)
	case "/circle":
		http.Redirect(w, r, "/circle", http.StatusFound)
	case "/down":
		http.Error(w, "later", http.StatusServiceUnavailable)
	case "/shaky": // the second time is well
		if times == 1 {
			http.Error(w, "later", http.StatusTooManyRequests)
		}
	}
}

func (s *site) count(request string) int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.asked[request]
}

// quick is an asker that does not wait.
func quick(folder string) *asker {
	a := newAsker(folder, 7)
	a.pause, a.wait = time.Millisecond, time.Millisecond
	return a
}

// TestExternalAnswers asks a real server for what pages of other sites may answer.
func TestExternalAnswers(t *testing.T) {
	s := newSite(t)
	dead := httptest.NewServer(http.NotFoundHandler())
	dead.Close()
	secure := httptest.NewTLSServer(http.NotFoundHandler()) // its certificate is nobody's
	defer secure.Close()
	for _, c := range []struct {
		address string
		want    outcome
		to      string
	}{
		{s.URL + "/fine", fine, ""},
		{s.URL + "/gone", gone, ""},
		{s.URL + "/login", fine, ""},
		{s.URL + "/nohead", fine, ""},
		{s.URL + "/moved", moved, s.URL + "/new"},
		{s.URL + "/today", fine, ""},
		{s.URL + "/circle", silent, ""},
		{s.URL + "/down", silent, ""},
		{s.URL + "/shaky", fine, ""},
		{dead.URL, silent, ""},
		{secure.URL, unsafe, ""},
	} {
		got := quick("").all(t.Context(), []string{c.address}, nil)[0]
		if got.Outcome != c.want || got.To != c.to {
			t.Errorf("%s is %s %s, want %s %s", c.address, got.Outcome, got.To, c.want, c.to)
		}
	}
	if n := s.count("GET /down"); n != tries {
		t.Errorf("a site that is down was asked %d times, want %d", n, tries)
	}
	if n := s.count("GET /fine"); n != 0 {
		t.Error("a page was fetched whose head had told enough")
	}
}

// TestExternalIsPolite holds that a site gets one question at a time, with a pause.
func TestExternalIsPolite(t *testing.T) {
	s := newSite(t)
	a := quick("")
	a.pause = 20 * time.Millisecond
	began := time.Now()
	a.all(t.Context(), []string{s.URL + "/1", s.URL + "/2", s.URL + "/3", s.URL + "/4", s.URL + "/5"}, nil)
	if took := time.Since(began); took < 4*a.pause {
		t.Errorf("five questions took %v", took)
	}
	if s.most.Load() > 1 {
		t.Errorf("%d questions at the same time", s.most.Load())
	}
}

// TestExternalRemembers keeps what works for days, and what does not for an hour.
func TestExternalRemembers(t *testing.T) {
	s, folder := newSite(t), t.TempDir()
	ask := func() { quick(folder).all(t.Context(), []string{s.URL + "/fine", s.URL + "/gone"}, nil) }
	ask()
	ask()
	if s.count("HEAD /fine") != 1 || s.count("HEAD /gone") != 1 {
		t.Errorf("asked again at once: %v", s.asked)
	}
	file := filepath.Join(folder, "links.json")
	age := func(by time.Duration) {
		t.Helper()
		known := map[string]answer{}
		data, err := os.ReadFile(file)
		if err != nil || json.Unmarshal(data, &known) != nil {
			t.Fatalf("%s: %v", data, err)
		}
		for address, got := range known {
			got.At = got.At.Add(-by)
			known[address] = got
		}
		data, _ = json.Marshal(known)
		if err := os.WriteFile(file, data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	age(2 * time.Hour)
	ask()
	if s.count("HEAD /fine") != 1 || s.count("HEAD /gone") != 2 {
		t.Errorf("after two hours: %v", s.asked)
	}
	age(8 * 24 * time.Hour)
	ask()
	if s.count("HEAD /fine") != 2 {
		t.Errorf("after eight days: %v", s.asked)
	}
	for _, damaged := range []string{"", "{", "null", `{"a":1}`, "\xff"} {
		if err := os.WriteFile(file, []byte(damaged), 0o644); err != nil {
			t.Fatal(err)
		}
		ask() // neither panics nor stops
	}
}

// TestExternalStops asks no more once it is told to stop.
func TestExternalStops(t *testing.T) {
	s := newSite(t)
	ctx, cancel := context.WithCancel(t.Context())
	a := quick(t.TempDir())
	a.pause = time.Hour
	done := make(chan struct{})
	go func() {
		defer close(done)
		a.all(ctx, []string{s.URL + "/1", s.URL + "/2"}, func(int, int) {})
	}()
	for s.count("HEAD /1") == 0 {
		time.Sleep(time.Millisecond)
	}
	cancel()
	select {
	case <-done:
	case <-time.After(10 * time.Second):
		t.Fatal("it went on")
	}
	if s.count("HEAD /2") != 0 {
		t.Error("the second page was asked for")
	}
}

// TestExternalRule finds links in text and front matter, each at its place, and nothing
// where it is not asked for.
func TestExternalRule(t *testing.T) {
	s := newSite(t)
	text := "---\nkind: figures\nfigures:\n  - { value: 1, label: a, source: b, year: 2026, link: \"" + s.URL + "/gone\" }\n---\n# Kop\n\n" +
		"Lees [dit](" + s.URL + "/moved#deel), [dat](" + s.URL + "/fine) en [zo](https://voorbeeld.example/weg).\n"
	in := assembled(t, map[string]string{"a.md": text})
	found, err := Run(t.Context(), in, Options{Only: []string{"link-external"}})
	if err != nil || len(found) != 0 {
		t.Errorf("without being asked: %v, %v", found, err)
	}
	found, err = Run(t.Context(), in, Options{Only: []string{"link-external"}, External: true})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, d := range found {
		got = append(got, d.Position.String()+" "+strings.ReplaceAll(d.Message.EN+" > "+d.Hint.EN, s.URL, "SITE"))
	}
	want := []string{
		"a.md:4:56 The page SITE/gone is gone > Look on that site for where the page is now, or remove the link.",
		"a.md:8:6 The page SITE/moved has moved for good > Take the new address: SITE/new",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// assembled is the input for a handbook of some pages.
func assembled(t *testing.T, pages map[string]string) Input {
	t.Helper()
	dir := t.TempDir()
	docs := map[string]*markdown.Document{}
	config := handbook.DefaultConfig("nl")
	for name, text := range pages {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		if name == handbook.ConfigFile {
			config, _ = handbook.ReadConfig(name, []byte(text))
			continue
		}
		docs[name] = markdown.Parse(name, []byte(text), markdown.Options{})
	}
	tree, _, err := source.List(t.Context(), dir)
	if err != nil {
		t.Fatal(err)
	}
	if err := tree.Load(t.Context(), nil, func(int) error { return nil }); err != nil {
		t.Fatal(err)
	}
	h, found := handbook.Assemble(handbook.Input{Tree: tree, Config: config, Documents: docs})
	return Input{
		Handbook: h, Tree: tree, Today: "2026-11-22", Found: append([]diag.Diagnostic{}, found...),
		Reading: func(string) markdown.Options { return markdown.Options{} },
	}
}
