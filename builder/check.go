package builder

import (
	"context"
	"errors"
	"slices"

	"vaandel/builder/check"
	"vaandel/builder/diag"
	"vaandel/builder/markdown"
	"vaandel/builder/parallel"
	"vaandel/builder/publish"
)

// Check holds the handbook against the rules of package check. It does all that
// [Engine.Build] does but publish, so that both look at the same handbook. The
// result's diagnostics are what the build found and what the rules did.
func (e *Engine) Check(ctx context.Context, o check.Options) (*Result, error) {
	if o.Cache == "" && e.o.Cache != "" {
		o.Cache = e.o.Cache
	}
	return e.run(ctx, &build{rules: &o})
}

// check adds to the result what the rules find; nothing where none are asked for.
func (b *build) check() error {
	if b.rules == nil {
		return nil
	}
	found, err := b.checked(b.ctx, *b.rules)
	if err != nil {
		return err
	}
	b.result.Diagnostics = found
	b.watch.done(StageCheck)
	return nil
}

// checked is what the rules find, with what the build found.
func (b *build) checked(ctx context.Context, o check.Options) ([]diag.Diagnostic, error) {
	h := b.result.Handbook
	errs := make([]error, len(h.Pages))
	err := parallel.Each(ctx, len(h.Pages), func(i int) { errs[i] = b.complete(h.Pages[i]) })
	if err := errors.Join(append(errs, err)...); err != nil {
		return nil, err
	}
	return check.Run(ctx, check.Input{
		Handbook: h, Tree: b.tree, Today: b.today(), Found: b.result.Diagnostics, Files: b.files(),
		Reading: func(source string) markdown.Options { return b.pages[source].options },
	}, o)
}

// files are those of the site; nil where the theme is broken, and in a live build, which
// makes pages only when somebody asks. Booklets are left out: they
// are the pages once more.
func (b *build) files() []publish.File {
	out := b.result.Output
	if out == nil || b.o.Live {
		return nil
	}
	booklets := map[string]bool{}
	for _, m := range out.Booklets {
		booklets[m.Path] = true
	}
	return slices.DeleteFunc(slices.Clone(out.Files), func(f publish.File) bool { return booklets[f.Path] })
}
