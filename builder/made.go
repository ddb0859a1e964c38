package builder

import (
	"errors"

	"vaandel/builder/diag"
	"vaandel/builder/handbook"
	"vaandel/builder/memo"
	"vaandel/builder/parallel"
	"vaandel/builder/render"
)

// Most edits change the text of a page and nothing that another page can show: no
// title, heading, front matter or address. Then all other pages are what they
// were, and their links and views need not be worked out again.
//
// What pages can know of each other is the same when its hash is: that of all
// outlines, all other files, the configuration, the theme and the options, here
// called the given. A page's HTML, and all that is wrong with it, follow from its
// own document and the given. So the memo keeps, from the last build alone, the
// given and what followed for each page. There is nothing to keep in step.
//
// Pages that show pictures, files or parts of other pages are worked out anew
// each time: what they need has to be put into the output.

// made is what followed from the given in the last build. The pages are kept as
// columns, which read and write in a fraction of the time that a list takes.
type made struct {
	_ struct{} `cbor:",toarray"`

	Given   memo.Key
	Sources []string // of the pages, in order
	Pages   []byte   // the keys of their documents, one behind the other
	Files   []byte   // the keys of their files in the output: see publish.File
	// Diagnostics is all that was wrong, by place in Sources.
	Diagnostics map[int][]diag.Diagnostic
	// Lists are the files that Vaandel makes by itself, Booklets those of them
	// that hold the text of pages: of these the given alone does not tell.
	Lists    []render.Made
	Booklets []render.MadeBooklet
	// Search is the index: it follows from the given and all pages.
	Search madeSearch
}

// madeSearch is the files of a search index.
type madeSearch struct {
	_ struct{} `cbor:",toarray"`

	Key   memo.Key
	Files []render.Made
}

// madePage is what followed for one page.
type madePage struct {
	Page, File  memo.Key
	Diagnostics []diag.Diagnostic
}

// page returns page i.
func (m *made) page(i int) madePage {
	at := i * len(memo.Key{})
	return madePage{memo.Key(m.Pages[at:]), memo.Key(m.Files[at:]), m.Diagnostics[i]}
}

// add adds a page.
func (m *made) add(source string, p madePage) {
	if len(p.Diagnostics) > 0 {
		m.Diagnostics[len(m.Sources)] = p.Diagnostics
	}
	m.Sources = append(m.Sources, source)
	m.Pages = append(m.Pages, p.Page[:]...)
	m.Files = append(m.Files, p.File[:]...)
}

// whole tells whether the columns are of one length.
func (m *made) whole() bool {
	n := len(m.Sources) * len(memo.Key{})
	return len(m.Pages) == n && len(m.Files) == n
}

// lastMade is where the memo keeps what the last build made.
var lastMade = memo.KeyOf([]byte("made"))

// recall finds the pages for which nothing has changed, and reads the whole
// documents of all others.
func (b *build) recall() error {
	var err error
	if b.given, err = b.givenKey(); err != nil {
		return err
	}
	last := b.lastMade()
	if last.Given != b.given {
		last = &made{}
	}
	b.lists, b.booklets, b.lastSearch = last.Lists, last.Booklets, last.Search
	var changed []*page
	next := 0 // in last
	for _, f := range b.tree.Files {
		p := b.pages[f.Path]
		if p == nil {
			continue
		}
		// Both are in order of their sources.
		for next < len(last.Sources) && last.Sources[next] < f.Path {
			next++
		}
		if next < len(last.Sources) && last.Sources[next] == f.Path {
			if m := last.page(next); m.Page == p.key {
				p.made = &m
				continue
			}
		}
		changed = append(changed, p)
	}
	errs := make([]error, len(changed))
	err = parallel.Each(b.ctx, len(changed), func(i int) {
		errs[i] = b.fill(changed[i])
	})
	return errors.Join(append(errs, err)...)
}

// lastMade is what followed in the last build.
func (b *build) lastMade() *made {
	if b.alive.made != nil {
		return b.alive.made
	}
	last := new(made)
	if !b.memo.Load(lastMade, last) || !last.whole() {
		return &made{}
	}
	return last
}

// givenKey is the hash of all that a page may depend on beside its own document.
func (b *build) givenKey() (memo.Key, error) {
	files := make([]byte, 0, 96*len(b.tree.Files))
	for _, f := range b.tree.Files {
		key := memo.Key(f.Hash)
		if p := b.pages[f.Path]; p != nil {
			key = p.outline
		}
		files = append(append(append(files, f.Path...), 0), key[:]...)
	}
	var theme [32]byte
	if b.theme != nil {
		theme = b.theme.Hash()
	}
	return memo.Sum(b.basePath(), b.today(), b.o.Newest, b.o.Drafts, b.o.Lang, b.changed, theme, files)
}

// madeKey returns the key of a page's file where it is that of the last build.
func (b *build) madeKey(p *handbook.Page) (memo.Key, bool) {
	if m := b.pages[p.Source].made; m != nil {
		return m.File, true
	}
	return memo.Key{}, false
}

// complete makes a page of the last build ready to be rendered after all, once:
// its own file, and booklets and pages that show it, may ask at the same time.
func (b *build) complete(p *handbook.Page) error {
	page := b.pages[p.Source]
	if page.made == nil {
		return nil // it always was
	}
	page.completed.Do(func() {
		if page.incomplete = b.fill(page); page.incomplete == nil {
			b.result.Handbook.Resolve(p)
		}
	})
	return page.incomplete
}

// record keeps what was made for the next build.
func (b *build) record() {
	h := b.result.Handbook
	if h.Hurried {
		return // what is said of broken links depends on how many there are
	}
	found := map[string][]diag.Diagnostic{}
	for _, d := range b.result.Diagnostics {
		found[d.File] = append(found[d.File], d)
	}
	n, out := len(h.Pages), b.result.Output
	m := made{
		Given: b.given, Lists: out.Lists, Booklets: out.Booklets, Search: b.lastSearch, Diagnostics: map[int][]diag.Diagnostic{},
		Sources: make([]string, 0, n),
		Pages:   make([]byte, 0, n*len(memo.Key{})), Files: make([]byte, 0, n*len(memo.Key{})),
	}
	for i, p := range h.Pages {
		page, file := b.pages[p.Source], out.Keys[i]
		switch {
		case page.made != nil:
			m.add(p.Source, *page.made)
		case file != memo.Key{} && !render.ShowsFiles(p):
			m.add(p.Source, madePage{page.key, file, found[p.Source]})
		}
	}
	if b.o.Live {
		b.alive.made, b.alive.unkept = &m, b.alive.made != nil
		if b.alive.unkept {
			return
		}
	}
	// What is not kept is worked out again.
	_ = b.keep(lastMade, m)
}
