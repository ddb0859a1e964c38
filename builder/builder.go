// Package builder turns a folder of markdown into a handbook: the only way in
// for a command, a server or a program of one's own.
//
//	engine, err := builder.New(builder.Options{Content: "content", Out: "public"})
//	if err != nil { … }
//	defer engine.Close()
//	result, err := engine.Build(ctx)
//
// [Engine.Build] is one function for the first build, the next and every one
// after an edit. It reads the folder into a snapshot, parses the pages that
// changed, assembles the handbook, makes a view of every page that can have
// changed, and renders those whose view did. Nothing looks at what happened to
// which file: what has the same hash is the same.
//
// Mistakes in the content are diagnostics of the [Result]. An error means that
// something could not be read or written, or that ctx ended.
package builder

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sync/atomic"
	"time"

	"vaandel/builder/check"
	"vaandel/builder/diag"
	"vaandel/builder/handbook"
	"vaandel/builder/memo"
	"vaandel/builder/publish"
	"vaandel/builder/render"
)

// Options say what to build. The zero value builds the folder content, keeps
// what it learns in the user's cache and publishes nothing.
type Options struct {
	// Content is the folder with the handbook; "" is "content".
	Content string
	// Out is the folder to publish into. With "" nothing is written: the files
	// are in the result.
	Out string
	// BasePath is where the site stands on its server ("/handboek/"); "" takes
	// that of handbook.yaml, else "/".
	BasePath string
	// Theme is the name of a theme or a folder with one; "" takes that of
	// handbook.yaml, else "default".
	Theme string
	// Lang is the language of a handbook that names none: "nl" (if "") or "en".
	Lang string
	// Drafts takes in pages that are drafts.
	Drafts bool
	// KeepGoing publishes every page that can be made, errors or not.
	KeepGoing bool
	// Strict publishes nothing where there are warnings.
	Strict bool
	// Live builds for who serves the result from memory, again and again: the key of
	// each page is known, and what is slow comes from Result.Slow once it is asked
	// for. Nothing is published.
	Live bool
	// Unsaved returns texts to take in the place of those on disk, by path below
	// Content; it may be nil.
	Unsaved func() map[string][]byte
	// Cache is the folder to keep values in between builds; "" is one in the
	// user's cache folder. NoCache keeps them in memory only.
	Cache   string
	NoCache bool
	// Now is the time that review dates are held against, and Newest (a date,
	// 2026-01-31) the latest date that the output may depend on; the zero
	// values are the clock and what the sources know. Only warnings depend on
	// Now.
	Now    time.Time
	Newest string
	// Progress is told how far a stage is, from several goroutines.
	Progress func(stage Stage, done, total int)
}

// Stage is a part of a build.
type Stage string

// The stages, in the order in which they begin.
const (
	StageRead     Stage = "read"
	StageParse    Stage = "parse"
	StageAssemble Stage = "assemble"
	StageView     Stage = "view"
	StageSearch   Stage = "search"
	StagePublish  Stage = "publish"
	StageRemember Stage = "remember"
	StageCheck    Stage = "check"
)

// Result is what a build made.
type Result struct {
	// Handbook is the model; nil where the configuration can't be read.
	Handbook *handbook.Handbook
	// Output is the site's files. The bytes of a page are made when they are
	// asked for.
	Output *render.Output
	// Edited are the addresses of the pages whose own source is another than in the
	// engine's last build, in the order of their sources; only Live tells.
	Edited []string
	// Base is where the site stands on its server: "/" or "/handboek/".
	Base string
	// Slow makes the files that Live leaves out of Output: those of the search
	// index. It makes them once. It is nil in other builds.
	Slow func() ([]publish.File, error)
	// Check holds the handbook against the rules of package check and returns what they
	// found, with Diagnostics. It is nil where Output is.
	Check func(context.Context, check.Options) ([]diag.Diagnostic, error)
	// Lines returns the page of an address as it is, but for the lines of its source:
	// see [Lined]. It is nil where Output is.
	Lines func(address string) (*Lined, error)
	// Diagnostics is all that is wrong, in the order of files and lines.
	Diagnostics []diag.Diagnostic
	// Foreign are the files in the output folder that no build wrote.
	Foreign []string
	// Published tells whether the output folder holds this handbook now.
	Published bool
	Stats     Stats
}

// Stats counts what a build did.
type Stats struct {
	Pages    int `json:"pages"`    // pages of the site, lists and redirects included
	Pictures int `json:"pictures"` // pictures that the pages show
	Words    int `json:"words"`    // in the pages that somebody wrote

	Parsed   int `json:"parsed"`   // pages whose markdown was read
	Rendered int `json:"rendered"` // pages whose HTML was made
	Reused   int `json:"reused"`   // pages whose HTML is that of an earlier build

	Written   int   `json:"written"`   // files written
	Unchanged int   `json:"unchanged"` // files that were there already
	Removed   int   `json:"removed"`   // files of an earlier build that are gone
	Bytes     int64 `json:"bytes"`     // written

	Stages []StageTime   `json:"stages"`
	Total  time.Duration `json:"-"`
}

// StageTime is how long a stage took.
type StageTime struct {
	Stage   Stage   `json:"stage"`
	Seconds float64 `json:"seconds"`
}

// Engine builds one handbook, again and again.
type Engine struct {
	o       Options
	content string // absolute
	opened  chan struct{}
	// There once opened is closed:
	memo    *memo.Store
	program memo.Key // the running one
	// compiled is the theme of the last build.
	compiled compiledTheme
	alive    alive
	// rendered counts over the life of the engine; a build takes the difference.
	rendered atomic.Int64
}

// ContentError says that there is no content folder.
type ContentError struct{ Dir string }

func (e *ContentError) Error() string { return fmt.Sprintf("no folder %s", e.Dir) }

// New returns an engine. It fails with a [*ContentError] where the content
// folder does not exist, and with an error of package publish where the output
// folder is one that must not be written to.
func New(o Options) (*Engine, error) {
	if o.Content == "" {
		o.Content = "content"
	}
	if o.Lang == "" {
		o.Lang = "nl"
	}
	if o.Progress == nil {
		o.Progress = func(Stage, int, int) {}
	}
	info, err := os.Stat(o.Content)
	if err != nil || !info.IsDir() {
		return nil, &ContentError{o.Content}
	}
	content, err := filepath.Abs(o.Content)
	if err != nil {
		return nil, err
	}
	if o.Out != "" {
		if err := publish.Check(o.Out, []string{content}); err != nil {
			return nil, err
		}
	}
	e := &Engine{o: o, content: content, opened: make(chan struct{})}
	if e.o.Cache == "" && !o.NoCache {
		e.o.Cache = cacheFolder(content)
	}
	go func() { // while the first build looks at its folder
		e.program = program()
		e.memo = memo.Open(e.o.Cache, e.program)
		close(e.opened)
	}()
	return e, nil
}

// Close gives free what the engine holds. The contents of a result's files can
// no longer be asked for.
func (e *Engine) Close() {
	<-e.opened
	e.keepAlive()
	e.memo.Close()
}

// cacheFolder returns the folder for what builds of content remember, or "".
func cacheFolder(content string) string {
	cache, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	sum := sha256.Sum256([]byte(content))
	return filepath.Join(cache, "vaandel", hex.EncodeToString(sum[:8]))
}

// buildID is how much of a program's file is read to tell it from another: Go's
// linker puts a hash of the whole program's contents near the beginning, the
// build ID, on all systems.
const buildID = 64 << 10

// program returns a hash that tells the running program from others: another
// version may make other values from the same sources.
func program() memo.Key {
	path, err := os.Executable()
	if err != nil {
		return memo.Key{}
	}
	f, err := os.Open(path)
	if err != nil {
		return memo.Key{}
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return memo.Key{}
	}
	h := sha256.New()
	fmt.Fprintln(h, info.Size())
	if _, err := io.CopyN(h, f, min(buildID, info.Size())); err != nil {
		return memo.Key{}
	}
	return memo.Key(h.Sum(nil))
}

// watch measures the stages of a build.
type watch struct {
	began, last time.Time
	stages      []StageTime
}

func newWatch() *watch { now := time.Now(); return &watch{began: now, last: now} }

func (w *watch) done(s Stage) {
	now := time.Now()
	w.stages = append(w.stages, StageTime{s, now.Sub(w.last).Seconds()})
	w.last = now
}

// Build makes the handbook of what is in the content folder now and, where
// there is an output folder, publishes it.
func (e *Engine) Build(ctx context.Context) (*Result, error) { return e.run(ctx, &build{}) }

// run does what a build is to do.
func (e *Engine) run(ctx context.Context, b *build) (*Result, error) {
	b.Engine, b.ctx, b.watch, b.result, b.renderedBefore = e, ctx, newWatch(), &Result{}, e.rendered.Load()
	err := b.run()
	b.result.Diagnostics = diag.Sort(b.result.Diagnostics)
	b.count()
	return b.result, err
}
