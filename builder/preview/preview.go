// Package preview serves a handbook while somebody writes it: it builds into
// memory, watches the sources, and tells the browsers what changed, which then
// merge the new page into the one on screen.
//
// The pages that it serves are those that a build publishes, but for one script
// and what the security policy must allow for that.
package preview

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"sync/atomic"
	"time"

	"vaandel/builder"
	"vaandel/builder/diag"
)

// Options say what to serve.
type Options struct {
	// Build says what to build; Out and Live are set here.
	Build builder.Options
	// Addr is the address to listen on ("127.0.0.1:1313"). Where its port is taken,
	// the next one that is free will do; port 0 is any.
	Addr string
	// Poll looks at the sources every now and then instead of waiting for the
	// system to tell: for network drives, which tell nothing.
	Poll bool
	// Lang is the language of what the preview itself says: "nl" or "en"; "" is that
	// of the handbook.
	Lang string
	// Built is told of each build, from the goroutine that builds. It may be nil.
	Built func(Build)
}

// Build is what a build came to.
type Build struct {
	// Result is nil where Err tells why nothing could be made.
	Result *builder.Result
	Err    error
	Took   time.Duration
	// First is true of the first build.
	First bool
}

// Server is a running preview.
type Server struct {
	o        Options
	engine   *builder.Engine
	listener net.Listener
	hub      *hub
	script   []byte
	// site is the last one that could be made; said is what is wrong now.
	site atomic.Pointer[site]
	said atomic.Pointer[message]
}

// most is how many ports are tried when one is taken.
const most = 50

// New opens a preview: its engine and its address. Errors are those of
// [builder.New] and of the network.
func New(o Options) (*Server, error) {
	o.Build.Out, o.Build.Live = "", true
	engine, err := builder.New(o.Build)
	if err != nil {
		return nil, err
	}
	listener, err := listen(o.Addr)
	if err != nil {
		engine.Close()
		return nil, err
	}
	script, err := liveScript()
	if err != nil {
		engine.Close()
		return nil, errors.Join(err, listener.Close())
	}
	return &Server{o: o, engine: engine, listener: listener, hub: newHub(), script: script}, nil
}

// listen listens on an address, or on the next port that is free.
func listen(addr string) (net.Listener, error) {
	host, port, err := net.SplitHostPort(addr)
	if err != nil {
		return nil, fmt.Errorf("the address %s: %w", addr, err)
	}
	first, err := net.LookupPort("tcp", port)
	if err != nil {
		return nil, fmt.Errorf("the address %s: %w", addr, err)
	}
	var taken error
	for p := first; p < first+most && p < 1<<16; p++ {
		l, err := net.Listen("tcp", net.JoinHostPort(host, fmt.Sprint(p)))
		if err == nil {
			return l, nil
		}
		taken = err
		if first == 0 {
			break
		}
	}
	return nil, taken
}

// URL is where the handbook can be opened.
func (s *Server) URL() string {
	base := "/"
	if site := s.site.Load(); site != nil {
		base = site.base
	}
	return "http://" + s.listener.Addr().String() + base
}

// Close gives free what the preview holds. Run does so by itself.
func (s *Server) Close() error {
	s.engine.Close()
	return s.listener.Close()
}

// Run builds, serves, and builds again when the sources change, until the context
// is done. ready is called once there is something to open.
func (s *Server) Run(ctx context.Context, ready func()) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	content, err := filepath.Abs(s.o.Build.Content)
	if err != nil {
		return err
	}
	watcher := watch(ctx, s.folders(content), s.o.Poll)
	s.build(ctx, true)
	server := &http.Server{Handler: s.handler(), ReadHeaderTimeout: 10 * time.Second, IdleTimeout: 2 * time.Minute, MaxHeaderBytes: 64 << 10}
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(s.listener) }()
	if ready != nil {
		ready()
	}
	for {
		select {
		case <-ctx.Done():
			s.hub.close()
			err := server.Close()
			s.engine.Close()
			return err
		case err := <-failed:
			s.hub.close()
			s.engine.Close()
			return err
		case <-watcher:
			s.build(ctx, false)
		}
	}
}

// folders are those to watch: the content, and themes beside it.
func (s *Server) folders(content string) []string {
	folders := []string{content, filepath.Join(filepath.Dir(content), "themes")}
	if theme := s.o.Build.Theme; filepath.Base(theme) != theme {
		folders = append(folders, theme)
	}
	return folders
}

// build builds once and tells the browsers. What can't be made leaves the last site
// as it was.
func (s *Server) build(ctx context.Context, first bool) {
	began := time.Now()
	result, err := s.make(ctx)
	if ctx.Err() != nil {
		return
	}
	b := Build{Result: result, Err: err, Took: time.Since(began), First: first}
	m := &message{Faults: []fault{}, Lang: s.lang(result)}
	if err != nil {
		m.Faults = append(m.Faults, fault{Severity: "error", Message: err.Error()})
	}
	if result != nil {
		m.Faults = append(m.Faults, s.faults(result.Diagnostics, m.Lang)...)
		if result.Output != nil && err == nil {
			old, now := s.site.Load(), newSite(result)
			if old != nil {
				m.Changed, m.Assets = now.since(old)
				m.Edited = result.Edited
				now.keep(old)
			}
			s.site.Store(now)
		}
	}
	s.said.Store(m)
	s.hub.tell(m)
	if s.o.Built != nil {
		s.o.Built(b)
	}
}

// lang is the language to tell in: that which was asked for, else the handbook's.
func (s *Server) lang(r *builder.Result) string {
	switch {
	case s.o.Lang != "":
		return s.o.Lang
	case r == nil || r.Handbook == nil || r.Handbook.Config.Languages[0] == "nl":
		return "nl"
	}
	return "en"
}

// make builds once. A build that breaks is an error and nothing worse.
func (s *Server) make(ctx context.Context) (result *builder.Result, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%v", r)
		}
	}()
	return s.engine.Build(ctx)
}

// fault is something that is wrong, as the browser shows it.
type fault struct {
	Severity string `json:"severity"` // "error" or "warning"
	File     string `json:"file,omitempty"`
	Line     int    `json:"line,omitempty"`
	Column   int    `json:"column,omitempty"`
	Message  string `json:"message"`
	Hint     string `json:"hint,omitempty"`
	Source   string `json:"source,omitempty"` // the line itself
}

// mostFaults is how many a browser is told.
const mostFaults = 100

// faults is what is wrong, errors first.
func (s *Server) faults(ds []diag.Diagnostic, lang string) []fault {
	ds = slices.Clone(ds)
	slices.SortStableFunc(ds, func(a, b diag.Diagnostic) int { return cmp.Compare(warns(a), warns(b)) })
	lines := diag.NewLines(os.DirFS(s.o.Build.Content))
	out := make([]fault, 0, min(len(ds), mostFaults))
	for _, d := range ds[:cap(out)] {
		f := fault{File: d.File, Line: d.Line, Column: d.Column, Message: d.Message.In(lang), Hint: d.Hint.In(lang), Severity: "warning"}
		if d.Severity == diag.Error {
			f.Severity = "error"
		}
		if line, found := lines.Line(d.Position); found {
			f.Source = shortened(line)
		}
		out = append(out, f)
	}
	return out
}

// shortened is as much of a line as a browser shows.
func shortened(line string) string {
	const most = 300
	letters := []rune(line)
	return string(letters[:min(len(letters), most)])
}

func warns(d diag.Diagnostic) int {
	if d.Severity == diag.Error {
		return 0
	}
	return 1
}
