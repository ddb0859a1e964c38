package preview

import (
	"context"
	"encoding/json"
	"errors"
	"io/fs"
	"net"
	"net/http"
	"net/url"
	"path"
	"strings"
	"time"

	"vaandel/builder"
	"vaandel/builder/source"
)

// Where the preview has what a published handbook has not.
const (
	ownFolder      = "/_vaandel/"
	liveAddress    = ownFolder + "live.js"
	channelAddress = ownFolder + "channel"
	linesFolder    = ownFolder + "lines/"
	changedFolder  = ownFolder + "changed/"
)

// handler answers browsers on this machine.
func (s *Server) handler() http.Handler {
	own := http.NewServeMux()
	own.HandleFunc("GET "+liveAddress, s.script("live.ts"))
	own.HandleFunc("GET "+channelAddress, s.channel)
	own.HandleFunc("GET "+linesFolder+"{page...}", s.lines)
	own.HandleFunc("GET "+changedFolder+"{page...}", s.changed)
	s.editing(own)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		header := w.Header()
		header.Set("Cache-Control", "no-store")
		header.Set("X-Content-Type-Options", "nosniff")
		header.Set("Cross-Origin-Resource-Policy", "same-origin")
		header.Set("Content-Security-Policy", "frame-ancestors 'self'")
		why := s.refuse(r)
		switch {
		case why != "":
			http.Error(w, why, http.StatusForbidden)
		case strings.HasPrefix(r.URL.Path, ownFolder):
			own.ServeHTTP(w, r)
		case r.Method != http.MethodGet && r.Method != http.MethodHead:
			header.Set("Allow", "GET, HEAD")
			http.Error(w, "Only GET.", http.StatusMethodNotAllowed)
		default:
			s.serve(w, r)
		}
	})
}

// web is the server of a handler: who takes too long to ask is cut off.
func web(ctx context.Context, handler http.Handler) *http.Server {
	return &http.Server{
		Handler: handler, BaseContext: func(net.Listener) context.Context { return ctx },
		ReadHeaderTimeout: 10 * time.Second, ReadTimeout: time.Minute, IdleTimeout: 2 * time.Minute, MaxHeaderBytes: 64 << 10,
	}
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
	data, err := steady(s, r, fileOf(name))
	status := http.StatusOK
	if err == nil && data == nil {
		status, name = http.StatusNotFound, "404.html"
		data, err = steady(s, r, fileOf(name))
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
	// A page can read this header and no other of its own: so it knows whether it is
	// still true once it begins to listen.
	w.Header().Set("Server-Timing", `key;desc="`+site.keyOf(r.URL.Path)+`"`)
	w.WriteHeader(status)
	if r.Method == http.MethodGet {
		w.Write(data)
	}
}

// steady returns what can be had of the site. Some of it is made of sources once
// somebody asks; where one has changed since the build, there is another first.
func steady[T any](s *Server, r *http.Request, get func(*site) (T, error)) (T, error) {
	for tries := 1; ; tries++ {
		value, err := get(s.site.Load())
		var changed *source.ChangedError
		if since := errors.As(err, &changed) || errors.Is(err, fs.ErrNotExist); !since || tries == mostTries || s.settled(r.Context()) != nil {
			return value, err
		}
	}
}

// mostTries is how many builds one request waits for at most: somebody may be saving
// all the time.
const mostTries = 10

// fileOf gets a file of the site.
func fileOf(name string) func(*site) ([]byte, error) {
	return func(s *site) ([]byte, error) { return s.find(name) }
}

// waiting is the page for a handbook of which nothing could be made yet. It tells
// why, and is replaced once it can.
func (s *Server) waiting(w http.ResponseWriter) {
	w.Header().Set("Content-Type", contentType("x.html"))
	w.WriteHeader(http.StatusServiceUnavailable)
	w.Write([]byte(`<!DOCTYPE html><html lang="` + s.said.Load().lang + `"><meta charset="utf-8"><title>Vaandel</title><body data-waiting><script src="` + liveAddress + `"></script></body></html>`))
}

// script answers with one of the preview's own scripts or styles.
func (s *Server) script(entry string) http.HandlerFunc {
	made := s.bundled(entry)
	return func(w http.ResponseWriter, r *http.Request) {
		data, err := made()
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		w.Header().Set("Content-Type", contentType(strings.Replace(entry, ".ts", ".js", 1)))
		w.Write(data)
	}
}

// lines answers with a page and the lines of its source; null where nobody wrote it, or
// its source is another by now and so will be the page.
func (s *Server) lines(w http.ResponseWriter, r *http.Request) {
	var lined *builder.Lined
	if s.site.Load() != nil {
		var err error
		lined, err = steady(s, r, func(s *site) (*builder.Lined, error) { return s.result.Lines(r.PathValue("page")) })
		var changed *source.ChangedError
		if err != nil && !errors.As(err, &changed) {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
	}
	if lined == nil {
		answer(w, http.StatusOK, nil)
		return
	}
	answer(w, http.StatusOK, map[string]any{
		"file": lined.Source, "html": string(lined.HTML), "ids": lined.IDs, "first": lined.First,
	})
}

// changed answers with which element of a page was changed by the last build: its
// number among those in the middle of the page; -1 where that can't be told.
func (s *Server) changed(w http.ResponseWriter, r *http.Request) {
	element := -1
	if site := s.site.Load(); site != nil {
		if element = site.difference(r.PathValue("page")); element < 0 {
			element = -1
		}
	}
	answer(w, http.StatusOK, map[string]int{"element": element})
}

// answer sends a value as JSON.
func answer(w http.ResponseWriter, status int, value any) {
	data, err := json.Marshal(value)
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	w.Write(data)
}
