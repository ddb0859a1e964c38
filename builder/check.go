package builder

import (
	"context"
	"errors"

	"vaandel/builder/check"
	"vaandel/builder/diag"
	"vaandel/builder/markdown"
	"vaandel/builder/parallel"
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
		Handbook: h, Tree: b.tree, Today: b.today(), Found: b.result.Diagnostics,
		Reading: func(source string) markdown.Options { return b.pages[source].options },
	}, o)
}
