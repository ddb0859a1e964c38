package builder

import (
	"cmp"
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"vaandel/builder/check"
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
	touched        []string // the files that may have changed, if not nil
	sifts          bool     // asks the memo for all that is in use

	seen    *source.Seen
	tree    *source.Tree
	config  *handbook.Config
	changed map[string]string // dates from git
	theme   *theme.Theme
	pages   map[string]*page // by source path
	given   memo.Key         // what all pages may depend on: see made.go

	lists      []render.Made // of the last build with the same given
	booklets   []render.MadeBooklet
	lastSearch madeSearch

	rules *check.Options // of a check, which publishes nothing; nil in a build
}

func (b *build) report(ds ...diag.Diagnostic) {
	b.result.Diagnostics = append(b.result.Diagnostics, ds...)
}

// run goes through the stages.
func (b *build) run() error {
	b.sift()
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
	b.changed = <-history
	if err := b.recall(); err != nil {
		return err
	}
	b.watch.done(StageParse)
	b.assemble()
	b.watch.done(StageAssemble)
	if b.theme == nil {
		return b.check() // its diagnostics tell why
	}
	if err := b.view(); err != nil {
		return err
	}
	b.watch.done(StageView)
	switch {
	case b.rules != nil:
	case b.o.Live:
		b.result.Slow = sync.OnceValues(b.index)
	default:
		if err := b.search(); err != nil {
			return err
		}
		b.watch.done(StageSearch)
		if err := b.publish(); err != nil {
			return err
		}
	}
	b.record()
	b.remember()
	return b.check()
}

// read lists the folder and reads the configuration in it.
func (b *build) read() error {
	seen := make(chan *source.Seen, 1)
	go func() { seen <- b.remembered() }()
	tree, diags, err := b.list()
	b.seen = <-seen
	if err != nil {
		return err
	}
	if b.o.Live {
		b.alive.tree, b.alive.listed = tree, diags
		tree = tree.Again(nil)
	}
	if b.o.Unsaved != nil {
		tree.With(b.o.Unsaved())
	}
	b.tree = tree
	b.report(diags...)
	return b.configure()
}

// list takes stock of the folder, where possible by the stock of the last build.
func (b *build) list() (*source.Tree, []diag.Diagnostic, error) {
	if b.touched != nil && b.alive.tree != nil {
		if tree := b.alive.tree.Again(b.touched); tree != nil {
			return tree, b.alive.listed, nil
		}
	}
	return source.List(b.ctx, b.content)
}

// remembered is how files were when they were last looked at.
func (b *build) remembered() *source.Seen {
	if b.alive.seen != nil {
		return b.alive.seen
	}
	<-b.opened
	seen := new(source.Seen)
	if !b.memo.Load(seenKey, seen) {
		seen = new(source.Seen)
	}
	return seen
}

// seenKey is where the memo keeps how the file system showed the files.
var seenKey = memo.KeyOf([]byte("seen"))

// configure reads handbook.yaml, if there is one.
func (b *build) configure() error {
	b.config = handbook.DefaultConfig(b.o.Lang)
	f := b.tree.File(handbook.ConfigFile)
	if f == nil {
		return nil
	}
	if err := f.Load(b.seen); err != nil {
		return err
	}
	data, err := f.Bytes()
	if err != nil {
		return err
	}
	config, diags := handbook.ReadConfig(handbook.ConfigFile, data)
	b.report(diags...)
	_, diags = check.ReadSettings(handbook.ConfigFile, &config.Check.Node)
	b.report(diags...)
	if config != nil {
		b.config = config
	}
	return nil
}

func (b *build) assemble() {
	docs := make(map[string]*markdown.Document, len(b.pages))
	for path, p := range b.pages {
		docs[path] = p.doc
	}
	h, diags := handbook.Assemble(handbook.Input{
		Tree: b.tree, Config: b.config, Documents: docs, Drafts: b.o.Drafts,
		Changed: b.changed, Today: b.today(),
		Settled: func(source string) bool { return b.pages[source].made != nil },
		Last:    b.alive.same(b.given),
	})
	h.Newest = cmp.Or(b.o.Newest, h.Newest)
	b.report(diags...)
	b.result.Handbook = h
	for _, p := range h.Pages {
		b.result.Stats.Words += p.Doc.Words
		if m := b.pages[p.Source].made; m != nil {
			b.report(m.Diagnostics...)
		} else {
			b.report(own(p)...)
		}
	}
}

// today is the date that review dates are held against.
func (b *build) today() string {
	now := b.o.Now
	if now.IsZero() {
		now = time.Now()
	}
	return now.Format(time.DateOnly)
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
	out, err := render.Handbook(b.ctx, render.Input{
		Handbook: b.result.Handbook, Tree: b.tree, Theme: b.theme, Memo: b.memo,
		BasePath: b.basePath(),
		Body:     b.body,
		Text:     func(p *handbook.Page) memo.Key { return b.pages[p.Source].key },
		Made:     b.madeKey,
		Complete: b.complete,
		Lists:    b.lists,
		Booklets: b.booklets,
		Rendered: func() { b.rendered.Add(1) },
	})
	if err != nil {
		return err
	}
	b.result.Output, b.result.Base, b.result.Lines = out, b.basePath(), b.lines
	b.result.Check = b.checked
	if b.o.Live {
		if err := b.ready(out.Files); err != nil {
			return err
		}
		b.edited()
	}
	b.report(out.Diagnostics...)
	b.result.Diagnostics = diag.Sort(b.result.Diagnostics)
	return nil
}

// edited finds the pages whose own source was changed.
func (b *build) edited() {
	for _, p := range b.result.Handbook.Pages {
		last := b.alive.pages[p.Source]
		if b.alive.pages != nil && (last == nil || last.key != b.pages[p.Source].key) {
			b.result.Edited = append(b.result.Edited, p.Address)
		}
	}
}

// ready makes the views of all files whose turn would come when they are published.
func (b *build) ready(files []publish.File) error {
	errs := make([]error, len(files))
	err := parallel.Each(b.ctx, len(files), func(i int) { files[i], errs[i] = files[i].Ready() })
	return errors.Join(append(errs, err)...)
}

// basePath is where the site stands on its server: "/" or "/handboek/".
func (b *build) basePath() string {
	base := cmp.Or(b.o.BasePath, b.config.BasePath, "/")
	return "/" + strings.TrimPrefix(strings.TrimSuffix(base, "/")+"/", "/")
}

// publish puts the output into the folder, unless there are errors.
func (b *build) publish() error {
	faults, warnings := diag.Count(b.result.Diagnostics)
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
		State: state, Maker: b.program, Protect: []string{b.content},
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

// sift begins to find out what the memo holds in vain, where that is worth a build.
func (b *build) sift() {
	select {
	case <-b.opened:
		if b.sifts = b.memo.Grown(); b.sifts {
			b.memo.Sift()
		}
	default: // it is the first build
	}
}

// remember keeps what was learnt for the next build: a live engine in memory, but
// for what its first build learnt, and where the memo is sifted.
func (b *build) remember() {
	if !b.o.Live || b.alive.pages == nil || b.sifts {
		b.memo.Save()
	}
	b.alive.left(b)
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
