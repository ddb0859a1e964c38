package preview

import (
	"encoding/json"
	"net"
	"net/http"
	"net/url"
	"path"
	"strings"

	"github.com/coder/websocket"
)

// handler answers browsers on this machine. A page of another site can make a
// browser ask here, under a name of its own too (DNS rebinding); so the name that
// was asked for must be ours.
func (s *Server) handler() http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		header := w.Header()
		header.Set("Cache-Control", "no-store")
		header.Set("X-Content-Type-Options", "nosniff")
		header.Set("Cross-Origin-Resource-Policy", "same-origin")
		switch {
		case !s.named(r.Host):
			http.Error(w, "This preview is for this computer only.", http.StatusForbidden)
		case r.Method != http.MethodGet && r.Method != http.MethodHead:
			header.Set("Allow", "GET, HEAD")
			http.Error(w, "Only GET.", http.StatusMethodNotAllowed)
		case r.URL.Path == liveAddress:
			header.Set("Content-Type", contentType(liveAddress))
			w.Write(s.script)
		case r.URL.Path == liveChannel:
			s.channel(w, r)
		default:
			s.serve(w, r)
		}
	})
}

// named tells whether a Host header names this preview.
func (s *Server) named(host string) bool {
	name, port, err := net.SplitHostPort(host)
	if err != nil {
		return false
	}
	own, ownPort, err := net.SplitHostPort(s.listener.Addr().String())
	if err != nil || port != ownPort {
		return false
	}
	ip := net.ParseIP(own)
	return name == own || name == "localhost" || ip != nil && ip.IsLoopback() && (name == "127.0.0.1" || name == "::1") ||
		// Asked to listen on all addresses, it answers to each of them, but to no name.
		ip != nil && ip.IsUnspecified() && net.ParseIP(name) != nil
}

// serve answers with a file of the site.
func (s *Server) serve(w http.ResponseWriter, r *http.Request) {
	site := s.site.Load()
	if site == nil {
		s.waiting(w)
		return
	}
	name, ok := strings.CutPrefix(r.URL.Path, site.base)
	if !ok {
		http.Redirect(w, r, site.base, http.StatusFound)
		return
	}
	if clean := path.Clean("/" + name); clean != "/"+strings.TrimSuffix(name, "/") {
		http.Redirect(w, r, (&url.URL{Path: strings.TrimSuffix(site.base, "/") + clean}).String(), http.StatusFound)
		return
	}
	if name == "" || strings.HasSuffix(name, "/") {
		name += "index.html"
	}
	data, err := site.find(name)
	status := http.StatusOK
	if err == nil && data == nil {
		status, name = http.StatusNotFound, "404.html"
		data, err = site.find(name)
	}
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	if data == nil {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Content-Type", contentType(name))
	w.WriteHeader(status)
	if r.Method == http.MethodGet {
		w.Write(data)
	}
}

// waiting is the page for a handbook of which nothing could be made yet. It tells
// why, and is replaced once it can.
func (s *Server) waiting(w http.ResponseWriter) {
	w.Header().Set("Content-Type", contentType("x.html"))
	w.WriteHeader(http.StatusServiceUnavailable)
	w.Write([]byte(`<!DOCTYPE html><html lang="` + s.said.Load().Lang + `"><meta charset="utf-8"><title>Vaandel</title><body data-waiting><script src="` + liveAddress + `"></script></body></html>`))
}

// message is what browsers are told after a build.
type message struct {
	// Changed are the pages that are others now, Assets that something else is.
	Changed []string `json:"changed,omitempty"`
	// Edited are those whose own text is another.
	Edited []string `json:"edited,omitempty"`
	Assets bool     `json:"assets,omitempty"`
	// Faults is all that is wrong now.
	Faults []fault `json:"faults"`
	// Base and Lang are those of the preview.
	Base string `json:"base"`
	Lang string `json:"lang"`
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
	told, leave := s.hub.join()
	defer leave()
	m := s.said.Load() // what is wrong already; nothing has changed for who comes now
	if m != nil {
		now := *m
		now.Changed, now.Edited, now.Assets = nil, nil, false
		m = &now
	}
	for {
		if m != nil {
			text, err := json.Marshal(s.addressed(m))
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

// addressed is a message with what every message has.
func (s *Server) addressed(m *message) message {
	out := *m
	out.Base = "/"
	if site := s.site.Load(); site != nil {
		out.Base = site.base
	}
	return out
}
