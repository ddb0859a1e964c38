package builder

import (
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"vaandel/builder/handbook"
	"vaandel/builder/markdown"
	"vaandel/builder/memo"
	"vaandel/builder/source"
)

// page is one parsed page. Its document is kept in three parts: the outline,
// which every build needs; the HTML, which is read when the page is rendered;
// and the rest, which is read for pages whose HTML may have changed.
type page struct {
	file    *source.File
	options markdown.Options
	key     memo.Key // of the document: bytes and path of the file, and options
	outline memo.Key // of what other pages may depend on
	doc     *markdown.Document
	whole   bool // doc has the rest too
	made    *madePage

	completed  sync.Once // see complete
	incomplete error
}

// The keys of the parts of a page's document: that of the page but for some bits.
func restKey(page memo.Key) memo.Key { page[0] ^= 1; return page }
func bodyKey(page memo.Key) memo.Key { page[0] ^= 2; return page }

// parse loads all files and parses the pages that the memo does not know, on all
// cores.
func (b *build) parse() error {
	kinds := map[string]handbook.Kind{}
	for _, s := range b.config.Sections {
		kinds[s.Folder] = s.Kind
	}
	looked := time.Now()
	files := b.tree.Files
	pages := make([]*page, len(files))
	var done, parsed atomic.Int64
	err := b.tree.Load(b.ctx, b.seen, func(i int) (err error) {
		if isPage(files[i].Path) {
			top, _, _ := strings.Cut(files[i].Path, "/")
			o := markdown.Options{Kind: string(kinds[top]), RawHTML: b.config.RawHTML}
			pages[i], err = b.page(files[i], o)
			if err == nil && pages[i].whole {
				parsed.Add(1)
			}
		}
		b.o.Progress(StageParse, int(done.Add(1)), len(files))
		return err
	})
	if err != nil {
		return err
	}
	b.pages = make(map[string]*page, len(files))
	for i, f := range files {
		if pages[i] != nil {
			b.pages[f.Path] = pages[i]
		}
	}
	b.result.Stats.Parsed = int(parsed.Load())
	if b.tree.Fresh > 0 || len(b.seen.Paths) != len(files) {
		b.keepSeen(looked)
	}
	return nil
}

// keepSeen keeps how the files look. An edit is not worth the while: that file will
// be read once more when all are looked at.
func (b *build) keepSeen(looked time.Time) {
	if b.o.Live && b.touched != nil && b.alive.seen != nil {
		return
	}
	seen := b.tree.Seen(looked)
	if b.o.Live {
		b.alive.seen = &seen
	}
	if raw, err := memo.Encode(seen); err == nil {
		b.memo.Put(seenKey, raw)
	}
}

// isPage tells whether a file of the content folder is a page.
func isPage(path string) bool {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".md", ".markdown":
		return true
	}
	return false
}

// page returns a page's document: its outline from the memo, or the whole, parsed
// now.
func (b *build) page(f *source.File, o markdown.Options) (*page, error) {
	if p := b.alive.page(f, o); p != nil && !b.sifts {
		return p, nil
	}
	key, err := memo.Sum("page", f.Hash, f.Path, o)
	if err != nil {
		return nil, err
	}
	p := &page{file: f, options: o, key: key}
	if b.memo.Has(restKey(key)) && b.memo.Has(bodyKey(key)) && b.memo.Read(key, p.readOutline) {
		return p, nil
	}
	d, err := p.parse()
	if err != nil {
		return nil, err
	}
	p.doc, p.whole = d, true
	p.outline = memo.KeyOf(d.Shared(nil))
	b.memo.Put(key, d.Append(p.outline[:len(p.outline):len(p.outline)]))
	b.memo.Put(bodyKey(key), d.Body)
	d.Body = nil // read back when the page is rendered
	return p, b.keep(restKey(key), d)
}

// readOutline fills p from what the memo keeps under its key: the outline's hash
// and the outline.
func (p *page) readOutline(value []byte) (ok bool) {
	n := copy(p.outline[:], value)
	p.doc = new(markdown.Document)
	p.doc.Outline, ok = markdown.ReadOutline(value[n:])
	return ok
}

// parse parses the page's file.
func (p *page) parse() (*markdown.Document, error) {
	data, err := p.file.Bytes()
	if err != nil {
		return nil, err
	}
	return markdown.Parse(p.file.Path, data, p.options), nil
}

// keep puts a value into the memo.
func (b *build) keep(key memo.Key, value any) error {
	raw, err := memo.Encode(value)
	if err == nil {
		b.memo.Put(key, raw)
	}
	return err
}

// fill reads the rest of a page's document. What the memo lost, because its disk
// failed, is parsed again.
func (b *build) fill(p *page) error {
	if p.whole {
		return nil
	}
	if !b.memo.Load(restKey(p.key), p.doc) {
		again, err := p.parse()
		if err != nil {
			return err
		}
		// Not by assignment: others may be reading the outline.
		raw, err := memo.Encode(again)
		if err == nil {
			err = memo.Decode(raw, p.doc)
		}
		if err != nil {
			return err
		}
	}
	p.whole = true
	return nil
}

// body returns the HTML of a page's text, without what fills its holes.
func (b *build) body(h *handbook.Page) ([]byte, error) {
	p := b.pages[h.Source]
	if body, ok := b.memo.Get(bodyKey(p.key)); ok {
		return body, nil
	}
	again, err := p.parse()
	if err != nil {
		return nil, err
	}
	return again.Body, nil
}
