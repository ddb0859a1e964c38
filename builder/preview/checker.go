package preview

import (
	"context"
	"time"

	"vaandel/builder"
	"vaandel/builder/check"
	"vaandel/builder/diag"
	"vaandel/builder/parallel"
)

// What takes longer than a build follows once the page is shown and nobody has typed
// for a moment: the rules of package check, over the whole handbook.

const (
	// pause is how long nothing must have been built; longPause that for a handbook of
	// more than manyPages, of which a check takes seconds.
	pause     = 400 * time.Millisecond
	longPause = 3 * time.Second
	manyPages = 2000
)

// checker is what the last check found.
type checker struct {
	stop context.CancelFunc // the check under way
	// found is what the rules found beside the build, by file. Only the goroutine that
	// builds uses it.
	found map[string][]diag.Diagnostic
	told  chan map[string][]diag.Diagnostic
	// answers are those of the dictionaries.
	answers check.Answers
}

// halt stops a check that is under way, and takes over what the last one found.
func (c *checker) halt() {
	if c.stop != nil {
		c.stop()
	}
	select {
	case c.found = <-c.told:
	default:
	}
}

// still is what was found in files that nobody has edited since.
func (c *checker) still(r *builder.Result) []diag.Diagnostic {
	edited := make(map[string]bool, len(r.Edited))
	for _, address := range r.Edited {
		edited[address] = true
	}
	for _, p := range r.Handbook.Pages {
		if edited[p.Address] {
			delete(c.found, p.Source)
		}
	}
	var out []diag.Diagnostic
	for _, ds := range c.found {
		out = append(out, ds...)
	}
	return out
}

// check checks what a build made, once there is time, and tells.
func (s *Server) check(ctx context.Context, r *builder.Result, m *message) {
	ctx, s.checker.stop = context.WithCancel(parallel.Behind(ctx))
	wait := pause
	if len(r.Handbook.Pages) > manyPages {
		wait = longPause
	}
	s.checks.Add(1)
	go func() {
		defer s.checks.Done()
		select {
		case <-ctx.Done():
			return
		case <-time.After(wait):
		}
		all, err := r.Check(ctx, check.Options{Answers: &s.checker.answers})
		if err != nil {
			return // another build is coming, and another check with it
		}
		next := s.message(m.lang, nil, all)
		next.base = m.base
		if !s.said.CompareAndSwap(m, next) {
			return
		}
		s.hub.tell(next)
		select {
		case <-s.checker.told:
		default:
		}
		s.checker.told <- beside(all, r.Diagnostics)
	}()
}

// beside is what is in all and not in built, by file.
func beside(all, built []diag.Diagnostic) map[string][]diag.Diagnostic {
	known := make(map[diag.Diagnostic]bool, len(built))
	for _, d := range built {
		known[d] = true
	}
	out := map[string][]diag.Diagnostic{}
	for _, d := range all {
		if !known[d] {
			out[d.File] = append(out[d.File], d)
		}
	}
	return out
}
