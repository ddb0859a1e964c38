package builder

import (
	"cmp"
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"time"

	"vaandel/builder/diag"
	"vaandel/builder/handbook"
	"vaandel/builder/markdown"
	"vaandel/builder/memo"
	"vaandel/builder/parallel"
	"vaandel/builder/publish"
	"vaandel/builder/render"
	"vaandel/builder/source"
	"vaandel/builder/theme"
)

// build is one run of an engine.
type build struct {
	*Engine
	ctx            context.Context
	watch          *watch
	result         *Result
	renderedBefore int64

	tree    *source.Tree
	config  *handbook.Config
	changed map[string]string // dates from git
	theme   *theme.Theme
	pages   map[string]*page // by source path
}

// page is one parsed page.
type page struct {
	key memo.Key // of the document: source, path and options
	doc *markdown.Document
}

func (b *build) report(ds ...diag.Diagnostic) {
	b.result.Diagnostics = append(b.result.Diagnostics, ds...)
}

// run goes through the stages.
func (b *build) run() error {
	history := make(chan map[string]string, 1)
	go func() { history <- b.history() }()
	if err := b.read(); err != nil {
		return err
	}
	b.watch.done(StageRead)
	compiled := make(chan error, 1)
	go func() { compiled <- b.compileTheme() }()
	if err := errors.Join(b.parse(), <-compiled); err != nil {
		return err
	}
	b.watch.done(StageParse)
	b.changed = <-history
	b.assemble()
	b.watch.done(StageAssemble)
	if b.theme == nil {
		return nil // its diagnostics tell why
	}
	if err := b.view(); err != nil {
		return err
	}
	b.watch.done(StageView)
	if err := b.publish(); err != nil {
		return err
	}
	b.remember()
	return nil
}

// read takes the snapshot and the configuration in it.
func (b *build) read() error {
	key := memo.KeyOf([]byte("seen"))
	var seen source.Seen
	if !b.memo.Load(key, &seen) {
		seen = nil
	}
	looked := time.Now()
	tree, diags, err := source.Read(b.ctx, b.content, seen)
	if err != nil {
		return err
	}
	b.tree = tree
	b.report(diags...)
	if tree.Fresh > 0 || len(seen) != len(tree.Files) {
		if raw, err := memo.Encode(tree.Seen(looked)); err == nil {
			b.memo.Put(key, raw)
		}
	}
	return b.configure()
}

// configure reads handbook.yaml, if there is one.
func (b *build) configure() error {
	b.config = handbook.DefaultConfig(b.o.Lang)
	f := b.tree.File(handbook.ConfigFile)
	if f == nil {
		return nil
	}
	data, err := f.Bytes()
	if err != nil {
		return err
	}
	config, diags := handbook.ReadConfig(handbook.ConfigFile, data)
	b.report(diags...)
	if config != nil {
		b.config = config
	}
	return nil
}

// parse parses the pages that the memo does not know, on all cores.
func (b *build) parse() error {
	var files []*source.File
	for _, f := range b.tree.Files {
		if isPage(f.Path) {
			files = append(files, f)
		}
	}
	kinds := map[string]handbook.Kind{}
	for _, s := range b.config.Sections {
		kinds[s.Folder] = s.Kind
	}
	pages := make([]*page, len(files))
	errs := make([]error, len(files))
	var done, parsed atomic.Int64
	err := parallel.Each(b.ctx, len(files), func(i int) {
		top, _, _ := strings.Cut(files[i].Path, "/")
		o := markdown.Options{Kind: string(kinds[top]), RawHTML: b.config.RawHTML}
		var fresh bool
		if pages[i], fresh, errs[i] = b.page(files[i], o); fresh {
			parsed.Add(1)
		}
		b.o.Progress(StageParse, int(done.Add(1)), len(files))
	})
	if err != nil {
		return err
	}
	b.pages = make(map[string]*page, len(files))
	for i, f := range files {
		if errs[i] != nil {
			return errs[i]
		}
		b.pages[f.Path] = pages[i]
	}
	b.result.Stats.Parsed = int(parsed.Load())
	return nil
}

// isPage tells whether a file of the content folder is a page.
func isPage(path string) bool {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".md", ".markdown":
		return true
	}
	return false
}

// page returns a page's document: from the memo, or parsed now (fresh).
func (b *build) page(f *source.File, o markdown.Options) (p *page, fresh bool, err error) {
	key, err := memo.Sum("page", f.Hash, f.Path, o)
	if err != nil {
		return nil, false, err
	}
	p = &page{key: key}
	if b.memo.Has(bodyKey(p.key)) {
		p.doc = new(markdown.Document)
		if b.memo.Load(p.key, p.doc) {
			return p, false, nil
		}
	}
	data, err := f.Bytes()
	if err != nil {
		return nil, false, err
	}
	doc := *markdown.Parse(f.Path, data, o)
	f.Release()
	b.memo.Put(bodyKey(p.key), doc.Body)
	doc.Body = nil // read back when the page is rendered
	raw, err := memo.Encode(&doc)
	if err != nil {
		return nil, false, err
	}
	b.memo.Put(p.key, raw)
	p.doc = &doc
	return p, true, nil
}

func bodyKey(key memo.Key) memo.Key { return memo.KeyOf([]byte("body"), key[:]) }

// body returns the HTML of a page's text, without what fills its holes.
func (b *build) body(p *handbook.Page) ([]byte, error) {
	key := bodyKey(b.pages[p.Source].key)
	if body, ok := b.memo.Get(key); ok {
		return body, nil
	}
	return nil, &lostError{p.Source}
}

// lostError says that the memo lost a text that it had: its disk failed, or the
// engine was closed.
type lostError struct{ source string }

func (e *lostError) Error() string { return "the cache lost the text of " + e.source }

func (b *build) assemble() {
	docs := make(map[string]*markdown.Document, len(b.pages))
	for path, p := range b.pages {
		docs[path] = p.doc
	}
	now := b.o.Now
	if now.IsZero() {
		now = time.Now()
	}
	h, diags := handbook.Assemble(handbook.Input{
		Tree: b.tree, Config: b.config, Documents: docs, Drafts: b.o.Drafts,
		Changed: b.changed, Today: now.Format(time.DateOnly),
	})
	h.Newest = cmp.Or(b.o.Newest, h.Newest)
	b.report(diags...)
	b.result.Handbook = h
	for _, p := range h.Pages {
		b.result.Stats.Words += p.Doc.Words
		b.report(own(p)...)
	}
}

// own returns what a page's text has against itself.
func own(p *handbook.Page) []diag.Diagnostic {
	if !p.Kindless {
		return p.Doc.Diagnostics
	}
	out := slices.Clone(p.Doc.Diagnostics)
	for i, d := range out {
		out[i] = d.Soft()
	}
	return out
}

// view makes the output: the view of every page, not yet its bytes.
func (b *build) view() error {
	base := cmp.Or(b.o.BasePath, b.config.BasePath, "/")
	out, err := render.Handbook(b.ctx, render.Input{
		Handbook: b.result.Handbook, Tree: b.tree, Theme: b.theme, Memo: b.memo,
		BasePath: "/" + strings.TrimPrefix(strings.TrimSuffix(base, "/")+"/", "/"),
		Body:     b.body,
		Text:     func(p *handbook.Page) memo.Key { return b.pages[p.Source].key },
		Rendered: func() { b.rendered.Add(1) },
	})
	if err != nil {
		return err
	}
	b.result.Output = out
	b.report(out.Diagnostics...)
	return nil
}

// publish puts the output into the folder, unless there are errors.
func (b *build) publish() error {
	faults, warnings := diag.Count(diag.Sort(b.result.Diagnostics))
	switch {
	case b.o.Out == "":
		return nil
	case faults > 0 && !b.o.KeepGoing, warnings > 0 && b.o.Strict && !b.o.KeepGoing:
		return nil
	}
	state := ""
	if b.o.Cache != "" {
		out, err := filepath.Abs(b.o.Out)
		if err != nil {
			return err
		}
		state = filepath.Join(b.o.Cache, "published-"+shortName(out))
	}
	stats, err := publish.Folder(b.ctx, b.o.Out, b.result.Output.Files, publish.Options{
		State: state, Protect: []string{b.content},
		Progress: func(done, total int) { b.o.Progress(StagePublish, done, total) },
	})
	var broken *theme.Error
	if errors.As(err, &broken) {
		b.report(broken.Diagnostic)
		return nil
	}
	if err != nil {
		return err
	}
	s := &b.result.Stats
	s.Written, s.Unchanged, s.Removed, s.Bytes = stats.Written, stats.Unchanged, stats.Removed, stats.Bytes
	b.result.Foreign = stats.Foreign
	b.result.Published = true
	b.watch.done(StagePublish)
	return nil
}

// remember keeps what was learnt for the next build.
func (b *build) remember() {
	b.memo.Save()
	b.watch.done(StageRemember)
}

// count fills the statistics that only the end knows.
func (b *build) count() {
	s := &b.result.Stats
	s.Rendered = int(b.rendered.Load() - b.renderedBefore)
	if out := b.result.Output; out != nil {
		s.Pages, s.Pictures = out.Pages, out.Pictures
		if b.result.Published {
			s.Reused = max(0, s.Pages-s.Rendered)
		}
	}
	s.Stages = b.watch.stages
	s.Total = time.Since(b.watch.began)
}

// exists tells whether path is a folder.
func exists(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}
