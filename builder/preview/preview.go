// Package preview serves a handbook while somebody writes it: it builds into
// memory, watches the sources, and tells the browsers what changed, which then
// merge the new page into the one on screen.
//
// The pages that it serves are those that a build publishes, but for one script
// and what the security policy must allow for that.
package preview

import (
	"context"
	"errors"
	"fmt"
	"net"
	"path/filepath"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"vaandel/builder"
	"vaandel/builder/diag"
	"vaandel/builder/editor"
	"vaandel/builder/handbook"
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
	// NoEdit keeps pages from being written in the browser. Where Addr is not of this
	// computer alone they can't be either, unless AllowEdit says so.
	NoEdit, AllowEdit bool
	// Editor is the author's own editor, which places in sources open in: a name that
	// [editorLink] knows, an address with {file}, {line} and {column}, or a command;
	// "" is the preview's own.
	Editor string
	// Built is told of each build, from the goroutine that builds. It may be nil.
	Built func(Build)
}

// Build is what a build came to.
type Build struct {
	// Result is nil where Err tells why nothing could be made.
	Result *builder.Result
	Err    error
	Took   time.Duration
	// First is true of the first build, Changed of one after which anything is
	// another than before.
	First, Changed bool
}

// Server is a running preview.
type Server struct {
	o        Options
	engine   *builder.Engine
	listener net.Listener
	hub      *hub
	settings settings
	drafts   drafts
	// again asks for another build, demands for one that is waited for.
	again   chan struct{}
	demands chan chan struct{}
	editor  *editor.Editor // nil where nothing is written
	checker checker
	checks  sync.WaitGroup
	// site is the last one that could be made; said is what is wrong now.
	site atomic.Pointer[site]
	said atomic.Pointer[message]
}

// most is how many ports are tried when one is taken.
const most = 50

// New opens a preview: its engine and its address. Errors are those of
// [builder.New] and of the network.
func New(o Options) (*Server, error) {
	s := &Server{hub: newHub(), again: make(chan struct{}, 1), demands: make(chan chan struct{})}
	s.checker.told = make(chan map[string][]diag.Diagnostic, 1)
	o.Build.Out, o.Build.Live, o.Build.Unsaved = "", true, s.drafts.all
	var err error
	if s.engine, err = builder.New(o.Build); err != nil {
		return nil, err
	}
	if s.listener, err = listen(o.Addr); err != nil {
		s.engine.Close()
		return nil, err
	}
	s.o = o
	if err := s.set(); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	return s, nil
}

// set decides what the scripts are told.
func (s *Server) set() error {
	folder, err := filepath.Abs(s.o.Build.Content)
	if err != nil {
		return err
	}
	s.settings = settings{
		Token: newToken(), Folder: filepath.ToSlash(folder),
		Edits: !s.o.NoEdit && s.local(),
	}
	s.settings.Link, s.settings.Command = editorLink(s.o.Editor)
	s.settings.Command = s.settings.Command && s.local()
	if s.settings.Edits {
		s.editor, err = editor.Open(folder)
	}
	return err
}

// bundled makes a script of the preview, beside the first build.
func (s *Server) bundled(entry string) func() ([]byte, error) {
	made := sync.OnceValues(func() ([]byte, error) { return bundle(entry, s.settings) })
	go made()
	return made
}

// rebuild asks for another build. One that is asked for already will do.
func (s *Server) rebuild() {
	select {
	case s.again <- struct{}{}:
	default:
	}
}

// settled builds once more and waits for it: what was written before is built then.
func (s *Server) settled(ctx context.Context) error {
	done := make(chan struct{})
	select {
	case s.demands <- done:
	case <-ctx.Done():
		return ctx.Err()
	}
	select {
	case <-done:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
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
	s.release()
	return s.listener.Close()
}

// release gives free what is not of the network.
func (s *Server) release() {
	s.checks.Wait()
	s.engine.Close()
	if s.editor != nil {
		s.editor.Close()
	}
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
	folders := s.folders(content)
	watcher := watch(ctx, folders, s.o.Poll)
	looks := func() []string { return below(folders[0], watcher) }
	handler := s.handler()
	s.build(ctx, true, nil)
	if ctx.Err() != nil {
		return s.Close()
	}
	server := web(ctx, handler)
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
			s.release()
			return err
		case err := <-failed:
			s.hub.close()
			s.release()
			return err
		case <-watcher.changed:
			s.build(ctx, false, looks())
		case <-s.again: // what is written and not saved is another
			s.build(ctx, false, looks())
		case done := <-s.demands:
			s.build(ctx, false, nil)
			close(done)
		}
	}
}

// below returns the paths below the content folder of the files that may have
// changed, or nil where that may be any.
func below(content string, w *watcher) []string {
	names, all := w.take()
	if all {
		return nil
	}
	paths := []string{}
	for _, name := range names {
		path, err := filepath.Rel(content, name)
		if err != nil || path == "." {
			return nil
		}
		if filepath.IsLocal(path) {
			paths = append(paths, filepath.ToSlash(path))
		}
	}
	return paths
}

// folders are those to watch: the content, and themes beside it. A link to one is
// watched where it leads.
func (s *Server) folders(content string) []string {
	folders := []string{content, filepath.Join(filepath.Dir(content), "themes")}
	if theme := s.o.Build.Theme; theme != "" && filepath.Base(theme) != theme {
		folders = append(folders, theme)
	}
	for i, folder := range folders {
		if real, err := filepath.EvalSymlinks(folder); err == nil {
			folders[i] = real
		}
	}
	return folders
}

// build builds once and tells the browsers. What can't be made leaves the last site
// as it was. So does an error in handbook.yaml, without which no page is what its
// author means; one in a page leaves that page. Only the files at paths may have
// changed, unless that is nil.
func (s *Server) build(ctx context.Context, first bool, paths []string) {
	began := time.Now()
	s.checker.halt()
	if before := s.said.Load(); before != nil && before.broken != "" {
		paths = nil // who knows what was seen of the others
	}
	result, err := s.make(ctx, paths)
	if ctx.Err() != nil {
		return
	}
	b := Build{Result: result, Err: err, Took: time.Since(began), First: first}
	var ds []diag.Diagnostic
	if result != nil {
		ds = result.Diagnostics
		if result.Handbook != nil {
			ds = diag.Sort(append(s.checker.still(result), ds...))
		}
	}
	m := s.message(s.lang(result), err, ds)
	old := s.site.Load()
	if result != nil && result.Output != nil && err == nil && (old == nil || !faulty(result)[handbook.ConfigFile]) {
		now := newSite(result)
		if old != nil {
			now.keepGood(old)
			m.changed, m.assets = now.follow(old)
			m.edited = result.Edited
		}
		s.site.Store(now)
		old = now
	}
	if old != nil {
		m.base = old.base
	}
	before := s.said.Swap(m)
	b.Changed = before == nil || len(m.changed) > 0 || m.assets || m.broken != before.broken || !slices.Equal(ds, before.diagnostics)
	s.hub.tell(m)
	if result != nil && result.Check != nil && err == nil {
		s.check(ctx, result, m)
	}
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
func (s *Server) make(ctx context.Context, paths []string) (result *builder.Result, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%v", r)
		}
	}()
	return s.engine.Rebuild(ctx, paths)
}
