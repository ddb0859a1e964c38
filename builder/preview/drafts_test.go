package preview

import (
	"encoding/json"
	"fmt"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/coder/websocket"

	"vaandel/builder"
)

// hand is a browser in which somebody writes.
type hand struct {
	t *testing.T
	s *Server
	c *websocket.Conn
}

func takesUp(t *testing.T, s *Server) hand {
	t.Helper()
	c, err := dial(s, draftsAddress)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.CloseNow() })
	return hand{t, s, c}
}

// writes tells the preview the text of a file; nil is what is on disk.
func (h hand) writes(file string, text any) {
	h.t.Helper()
	in, err := json.Marshal(map[string]any{"token": h.s.settings.Token, "file": file, "text": text})
	if err != nil {
		h.t.Fatal(err)
	}
	h.sends(string(in))
}

func (h hand) sends(in string) {
	h.t.Helper()
	if err := h.c.Write(h.t.Context(), websocket.MessageText, []byte(in)); err != nil {
		h.t.Fatal(err)
	}
}

// shows waits until a page has a text, and lacks another.
func shows(t *testing.T, s *Server, page, text, not string) {
	t.Helper()
	for began := time.Now(); ; time.Sleep(10 * time.Millisecond) {
		_, got := get(t, s, page)
		if strings.Contains(string(got), text) && (not == "" || !strings.Contains(string(got), not)) {
			return
		}
		if time.Since(began) > patience {
			t.Fatalf("%s never has %q without %q", page, text, not)
		}
	}
}

// TestDrafts shows what is being written, for as long as somebody does.
func TestDrafts(t *testing.T) {
	const page = "beleid/tijd.html"
	for name, ends := range map[string]func(hand){
		"says goodbye": func(h hand) { h.c.Close(websocket.StatusNormalClosure, "") },
		"is gone":      func(h hand) { h.c.CloseNow() },
		"takes it back": func(h hand) {
			h.writes("beleid/tijd.md", nil)
		},
		"breaks the protocol": func(h hand) { h.sends("{") },
		"has another token":   func(h hand) { h.sends(`{"token":"x"}`) },
	} {
		t.Run(name, func(t *testing.T) {
			dir := smallHandbook(t)
			s := running(t, dir, false)
			before := tree(t, dir)
			h := takesUp(t, s)
			h.writes("beleid/tijd.md", "# Werktijd\n\nVier uur in concept.\n")
			shows(t, s, page, "Vier uur in concept.", "Twee uur")
			h.writes("beleid/tijd.md", "# Werktijd\n\nVijf uur in concept.\n")
			shows(t, s, page, "Vijf uur in concept.", "Vier uur")
			same(t, dir, before)
			ends(h)
			shows(t, s, page, "Twee uur per week.", "concept")
			comes(t, s, dir, "afterwards")
		})
	}
}

// TestSleeps forgets the text of a browser that says nothing any more, and not that
// of one that only has nothing to say.
func TestSleeps(t *testing.T) {
	dir := smallHandbook(t)
	s, err := New(Options{Build: builder.Options{Content: dir, NoCache: true, Now: today}, Addr: "127.0.0.1:0"})
	if err != nil {
		t.Fatal(err)
	}
	s.drafts.pulse = 100 * time.Millisecond
	run(t, s)
	awake := takesUp(t, s)
	go awake.c.Read(t.Context()) // a browser answers by itself
	awake.writes("index.md", "# Wakker\n")
	asleep := takesUp(t, s) // nobody reads, so nobody answers
	asleep.writes("beleid/tijd.md", "# Slaap\n")
	shows(t, s, "beleid/tijd.html", "Slaap", "")
	shows(t, s, "beleid/tijd.html", "Twee uur per week.", "Slaap")
	time.Sleep(5 * s.drafts.pulse)
	shows(t, s, "", "Wakker", "")
}

// TestTwoWriters shows the text of the one who typed last; when that one leaves, what
// is on disk.
func TestTwoWriters(t *testing.T) {
	dir := smallHandbook(t)
	s := running(t, dir, false)
	const file, page = "beleid/tijd.md", "beleid/tijd.html"
	one, two := takesUp(t, s), takesUp(t, s)
	one.writes(file, "# Werktijd\n\nVan de een.\n")
	shows(t, s, page, "Van de een.", "")
	two.writes(file, "# Werktijd\n\nVan de ander.\n")
	shows(t, s, page, "Van de ander.", "Van de een.")
	one.c.CloseNow() // of whom nothing is shown any more
	time.Sleep(100 * time.Millisecond)
	shows(t, s, page, "Van de ander.", "")
	one = takesUp(t, s)
	one.writes(file, "# Werktijd\n\nVan de een, weer.\n")
	shows(t, s, page, "Van de een, weer.", "Van de ander.")
	two.writes(file, nil) // takes back nothing of the other's
	two.writes("index.md", "# Voorkant\n")
	shows(t, s, "", "Voorkant", "")
	shows(t, s, page, "Van de een, weer.", "")
	one.c.CloseNow()
	shows(t, s, page, "Twee uur per week.", "Van de")
	two.c.CloseNow()
	comes(t, s, dir, "when both are gone")
}

// TestSavedOver shows the draft while the file changes on disk, and then the file.
func TestSavedOver(t *testing.T) {
	dir := smallHandbook(t)
	s := running(t, dir, false)
	h := takesUp(t, s)
	h.writes("index.md", "# Concept\n")
	shows(t, s, "", "Concept", "")
	write(t, filepath.Join(dir, "index.md"), "# Van schijf\n")
	write(t, filepath.Join(dir, "beleid", "tijd.md"), "# Ook van schijf\n")
	shows(t, s, "beleid/tijd.html", "Ook van schijf", "")
	shows(t, s, "", "Concept", "Van schijf")
	if err := os.Remove(filepath.Join(dir, "index.md")); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(dir, "beleid", "tijd.md"), "# Nog een keer\n")
	shows(t, s, "beleid/tijd.html", "Nog een keer", "")
	write(t, filepath.Join(dir, "index.md"), "# Terug\n")
	h.c.CloseNow()
	shows(t, s, "", "Terug", "Concept")
	comes(t, s, dir, "afterwards")
}

// TestOddDrafts takes any text, and any file, for what it is.
func TestOddDrafts(t *testing.T) {
	dir, around := guarded(t)
	s := running(t, dir, false)
	before := around(t)
	h := takesUp(t, s)
	for _, file := range []string{"weg.md", "nieuw/map.md", "../outside.md", "out.md", "/etc/passwd", "", ".", "beleid", "beleid/tijd.md/x.md", "notes.txt", ".git/config", "a\x00", strings.Repeat("a/", 2000), "C:\\a.md", "themes/x.css"} {
		h.writes(file, "# Van niemand\n")
		h.writes(file, nil)
		h.writes(file, "# Van niemand\n")
	}
	for i, text := range []string{
		"", "\x00", "# \x00\n", "---\n", "---\ntitle: [\n---\n", "---\nkind: share\n---\n", "\r\r\r", strings.Repeat("[", 20_000), strings.Repeat("> ", 5_000), strings.Repeat("a", 1<<20),
		"---\na: " + strings.Repeat("[", 20_000) + "\n---\n", "\ufeff# Merk\n", strings.Repeat("# Kop\n", 10_000),
	} {
		h.writes("beleid/tijd.md", text)
		last := fmt.Sprintf("Stap %d", i)
		h.writes("index.md", "# "+last+"\n")
		shows(t, s, "", last, "")
	}
	h.sends(`{"token":"` + s.settings.Token + `","file":"beleid/tijd.md","text":"# Werktijd\n\nKapot ` + "\xff\xfe\xc3" + ` teken.\n"}`)
	shows(t, s, "beleid/tijd.html", "Kapot \ufffd", "")
	for _, never := range []string{"weg.html", "nieuw/map.html"} {
		if status, _ := get(t, s, never); status != http.StatusNotFound {
			t.Errorf("%s has status %d", never, status)
		}
	}
	h.c.CloseNow()
	comes(t, s, dir, "afterwards")
	if now := around(t); len(now) != len(before) {
		t.Errorf("there are %d files around the handbook, not %d", len(now), len(before))
	}
}

// TestBrokenConfig keeps all pages as they were last good, while handbook.yaml has a
// mistake: in the browser or on disk.
func TestBrokenConfig(t *testing.T) {
	broken := []string{"title: [", "title: Anders\nlanguages: [xx, zz, 1]\n", "title: Anders\nbrand: {accent: geenkleur}\n", "- a\n- b\n", "title: Anders\nlanguages: 12\n", "\tx", "title: Anders\nonbekend: ja\nmenu: 3\nsections: {a: b}\n"}
	for _, where := range []string{"browser", "disk"} {
		t.Run(where, func(t *testing.T) {
			dir := smallHandbook(t)
			s := running(t, dir, false)
			want := pages(t, s)
			config := filepath.Join(dir, "handbook.yaml")
			good, err := os.ReadFile(config)
			if err != nil {
				t.Fatal(err)
			}
			h := takesUp(t, s)
			c, err := dial(s, channelAddress)
			if err != nil {
				t.Fatal(err)
			}
			defer c.CloseNow()
			for _, text := range broken {
				if where == "disk" {
					write(t, config, text)
				} else {
					h.writes("handbook.yaml", text)
				}
				for m, err := hear(c); m.Errors == 0; m, err = hear(c) {
					if err != nil {
						t.Fatalf("%q is never told of: %v", text, err)
					}
				}
				for name, was := range want {
					if _, now := get(t, s, name); string(now) != was {
						t.Errorf("%q changes %s", text, name)
					}
				}
				if where == "disk" {
					write(t, config, string(good))
				} else {
					h.writes("handbook.yaml", nil)
				}
				for m, err := hear(c); m.Errors > 0; m, err = hear(c) {
					if err != nil {
						t.Fatal(err)
					}
				}
				comes(t, s, dir, "mended")
			}
		})
	}
}

// pages are the pages of the site as they are served.
func pages(t *testing.T, s *Server) map[string]string {
	t.Helper()
	all := map[string]string{}
	for name := range s.site.Load().files {
		if strings.HasSuffix(name, ".html") {
			_, data := get(t, s, name)
			all[name] = string(data)
		}
	}
	return all
}

// TestHangsUp forgets the text of a browser whose connection breaks in the middle of a
// message.
func TestHangsUp(t *testing.T) {
	dir := smallHandbook(t)
	s := running(t, dir, false)
	address := s.listener.Addr().String()
	c, err := net.Dial("tcp", address)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	fmt.Fprintf(c, "GET %s HTTP/1.1\r\nHost: %s\r\nOrigin: http://%s\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n", draftsAddress, address, address)
	send := func(text string, much int) {
		in := fmt.Sprintf(`{"token":%q,"file":"index.md","text":%q}`, s.settings.Token, text)
		frame := append([]byte{0x81, 0x80 | 126, byte(len(in) >> 8), byte(len(in)), 0, 0, 0, 0}, in...) // RFC 6455, 5.2, with a mask of zeros
		if _, err := c.Write(frame[:min(much, len(frame))]); err != nil {
			t.Fatal(err)
		}
	}
	pad := strings.Repeat("x", 200)
	send("# Heel "+pad, 1<<20)
	shows(t, s, "", "Heel", "")
	send("# Half "+pad, 150)
	c.(*net.TCPConn).SetLinger(0)
	c.Close()
	shows(t, s, "", "Welkom", "Heel")
	if len(s.drafts.all()) > 0 {
		t.Error("its text is still there")
	}
}
