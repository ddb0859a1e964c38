package preview

import (
	"encoding/json"
	"net/http"

	"github.com/coder/websocket"

	"vaandel/builder/diag"
)

// message is what a build came to.
type message struct {
	changed, edited []string
	assets          bool
	lang, base      string
	broken          string // why nothing could be made, or ""
	diagnostics     []diag.Diagnostic
}

// wire is a message as a browser gets it.
type wire struct {
	// Changed are the pages that are others now, Assets that something else is.
	Changed []string `json:"changed,omitempty"`
	Assets  bool     `json:"assets,omitempty"`
	// Edited are the pages whose own text is another.
	Edited []string `json:"edited,omitempty"`
	// Key is that of the page that the browser is on now: see [Server.serve]. HTML is
	// that page, where it is another than the browser was last told.
	Key  string `json:"key,omitempty"`
	HTML string `json:"html,omitempty"`
	// Source is the file of the page that the browser is on; "" where nobody wrote it.
	Source string `json:"source,omitempty"`
	// Version is that on disk of the file that the browser asks about.
	Version string `json:"version,omitempty"`
	// Faults is what is wrong now; Errors and Warnings are how many of each there are,
	// advice being a warning here.
	Faults   []fault `json:"faults"`
	Errors   int     `json:"errors"`
	Warnings int     `json:"warnings"`
	// Base and Lang are those of the preview.
	Base string `json:"base"`
	Lang string `json:"lang"`
}

// message makes the message of a build.
func (s *Server) message(lang string, broken error, ds []diag.Diagnostic) *message {
	m := &message{lang: lang, diagnostics: ds, base: "/"}
	if broken != nil {
		m.broken = broken.Error()
	}
	return m
}

// wire is the message for a browser that asks for the faults of one file, or of all,
// those in the source of its page first.
func (s *Server) wire(m *message, file, source string) wire {
	out := wire{Changed: m.changed, Assets: m.assets, Edited: m.edited, Base: m.base, Lang: m.lang}
	out.Errors, _ = diag.Count(m.diagnostics)
	out.Warnings = len(m.diagnostics) - out.Errors
	out.Faults, out.Source = s.faults(m.diagnostics, m.lang, file, source), source
	if m.broken != "" {
		out.Errors++
		out.Faults = append([]fault{{Severity: "error", Message: m.broken}}, out.Faults...)
	}
	return out
}

// channel tells a browser of builds until it goes away. What it says is of no
// interest. The library refuses pages of other origins.
func (s *Server) channel(w http.ResponseWriter, r *http.Request) {
	c, err := websocket.Accept(w, r, nil)
	if err != nil {
		return // it has been answered
	}
	defer c.CloseNow()
	ctx := c.CloseRead(r.Context())
	file, on := r.URL.Query().Get("file"), r.URL.Query().Get("page")
	told, leave := s.hub.join()
	defer leave()
	m := s.said.Load() // what is wrong already; nothing has changed for who comes now
	if m != nil {
		now := *m
		now.changed, now.edited, now.assets = nil, nil, false
		m = &now
	}
	key := ""
	for {
		if m != nil {
			site := s.site.Load()
			message := s.wire(m, file, site.sourceOf(on))
			message.Version = s.versionOf(file)
			if site != nil && on != "" {
				message.Key = site.keyOf(on)
				if key != "" && message.Key != key {
					page, _ := site.find(site.nameOf(on))
					message.HTML = string(page)
				}
				key = message.Key
			}
			text, err := json.Marshal(message)
			if err != nil || c.Write(ctx, websocket.MessageText, text) != nil {
				return
			}
		}
		select {
		case <-ctx.Done():
			return
		case next, open := <-told:
			if !open {
				c.Close(websocket.StatusGoingAway, "")
				return
			}
			m = next
		}
	}
}
