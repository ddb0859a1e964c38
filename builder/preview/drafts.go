package preview

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"maps"
	"net/http"
	"strings"
	"sync"
	"time"

	"github.com/coder/websocket"

	"vaandel/builder/diag"
)

// drafts are the texts that somebody is writing in a browser and has not saved. They
// are built as if they were on disk, and are gone with the page they are written on.
type drafts struct {
	mu    sync.Mutex
	texts map[string]draft // by path below the content folder
	pulse time.Duration    // how long a browser may say nothing; 0 is usualPulse
}

const usualPulse = 30 * time.Second

// draft is one text and whose it is: two may write one file, and the last one who
// typed is shown.
type draft struct {
	owner *writer
	text  []byte
}

// writer is a browser in which a page is written. It is not empty, as all empty
// values may have one address.
type writer struct{ _ byte }

// put takes the text that a writer has for a file now; nil is that on disk. It tells
// whether that makes a difference.
func (d *drafts) put(owner *writer, file string, text []byte) bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	now, there := d.texts[file]
	switch {
	case text == nil && (!there || now.owner != owner), there && text != nil && bytes.Equal(now.text, text):
		return false
	case text == nil:
		delete(d.texts, file)
	default:
		if d.texts == nil {
			d.texts = map[string]draft{}
		}
		d.texts[file] = draft{owner, text}
	}
	return true
}

// leave drops all that a writer has, and tells whether there was something.
func (d *drafts) leave(owner *writer) bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	before := len(d.texts)
	maps.DeleteFunc(d.texts, func(_ string, t draft) bool { return t.owner == owner })
	return len(d.texts) < before
}

// all returns the texts by path.
func (d *drafts) all() map[string][]byte {
	d.mu.Lock()
	defer d.mu.Unlock()
	all := make(map[string][]byte, len(d.texts))
	for file, t := range d.texts {
		all[file] = t.text
	}
	return all
}

// line returns a line of a text; found tells whether there is such a text.
func (d *drafts) line(p diag.Position) (line string, found bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	t, found := d.texts[p.File]
	if !found {
		return "", false
	}
	lines := strings.Split(string(t.text), "\n")
	if p.Line < 1 || p.Line > len(lines) {
		return "", true
	}
	return strings.TrimRight(lines[p.Line-1], "\r"), true
}

// drafting hears what somebody writes, for as long as they do.
func (s *Server) drafting(w http.ResponseWriter, r *http.Request) {
	c, err := websocket.Accept(w, r, nil)
	if err != nil {
		return // it has been answered
	}
	defer c.CloseNow()
	c.SetReadLimit(mostText)
	owner := new(writer)
	defer func() {
		if s.drafts.leave(owner) {
			s.rebuild()
		}
	}()
	ctx, stop := context.WithCancel(r.Context())
	defer stop()
	go stays(ctx, c, cmp.Or(s.drafts.pulse, usualPulse))
	for {
		_, data, err := c.Read(ctx)
		if err != nil {
			return
		}
		var in struct {
			Token, File string
			Text        *string
		}
		if json.Unmarshal(data, &in) != nil || !s.trusted(in.Token) {
			c.Close(websocket.StatusPolicyViolation, "")
			return
		}
		var text []byte
		if in.Text != nil {
			text = []byte(*in.Text)
		}
		if s.drafts.put(owner, in.File, text) {
			s.rebuild()
		}
	}
}

// stays asks a browser now and then whether it is still there, and hangs up when it is
// not: a computer that falls asleep says no goodbye.
func stays(ctx context.Context, c *websocket.Conn, pulse time.Duration) {
	for {
		select {
		case <-ctx.Done():
			return
		case <-time.After(pulse):
		}
		patient, stop := context.WithTimeout(ctx, pulse)
		err := c.Ping(patient)
		stop()
		if err != nil {
			c.CloseNow()
			return
		}
	}
}
