package builder

import (
	"context"

	"vaandel/builder/diag"
	"vaandel/builder/handbook"
	"vaandel/builder/markdown"
	"vaandel/builder/memo"
	"vaandel/builder/source"
)

// A live engine builds after every key that somebody presses, so what a build leaves
// behind stays in memory for the next: what was not touched is not looked at again.
// It is the same build for all that. Each value that is taken over was made from the
// same bytes, and a test holds every build after an edit against a cold one.

// alive is what the last live build leaves for the next.
type alive struct {
	tree     *source.Tree      // as on disk, without texts that are not saved
	listed   []diag.Diagnostic // what was wrong with the folder itself
	seen     *source.Seen      // of the last look at the whole folder
	pages    map[string]*page
	made     *made
	handbook *handbook.Handbook
	given    memo.Key
	// dates are those of the history of commit.
	commit *head
	dates  map[string]string
	// unkept tells that the memo on disk does not have made yet.
	unkept bool
}

// Rebuild builds as [Engine.Build] does, and may trust that since the engine's last
// build no files have changed but those at the given paths below the content folder.
// The theme and texts that are not saved are looked at in any case; nil looks at
// everything.
func (e *Engine) Rebuild(ctx context.Context, changed []string) (*Result, error) {
	return e.run(ctx, &build{touched: changed})
}

// left keeps what a live build leaves.
func (a *alive) left(b *build) {
	if b.o.Live {
		a.pages, a.handbook, a.given = b.pages, b.result.Handbook, b.given
	}
}

// same returns the last handbook, if pages know the same of each other now.
func (a *alive) same(given memo.Key) *handbook.Handbook {
	if a.given != given {
		return nil
	}
	return a.handbook
}

// page returns the document of a file where it is that of the last build. It is a
// copy of its outline: the last build may still be reading the rest into it.
func (a *alive) page(f *source.File, o markdown.Options) *page {
	last := a.pages[f.Path]
	if last == nil || last.file.Hash != f.Hash || last.options != o {
		return nil
	}
	return &page{
		file: f, options: o, key: last.key, outline: last.outline,
		doc: &markdown.Document{Outline: last.doc.Outline},
	}
}

// keepAlive keeps on disk what builds after edits left in memory.
func (e *Engine) keepAlive() {
	if e.alive.unkept {
		if raw, err := memo.Encode(e.alive.made); err == nil {
			e.memo.Put(lastMade, raw)
		}
		e.memo.Save()
	}
}
