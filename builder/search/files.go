package search

import (
	"cmp"
	"context"
	"encoding/base32"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"

	"vaandel/builder/handbook"
	"vaandel/builder/memo"
	"vaandel/builder/parallel"
	"vaandel/builder/publish"
)

// Folder is where the files lie in the output.
const Folder = "assets/search/"

// Input is what an index is made of.
type Input struct {
	Handbook *handbook.Handbook
	Memo     *memo.Store
	// Body returns the HTML of a page's text with its holes, and Text the hash of
	// the source that it was made from. Complete makes a page ready to be read.
	Body     func(*handbook.Page) ([]byte, error)
	Text     func(*handbook.Page) memo.Key
	Complete func(*handbook.Page) error
	// Kind returns the name of a kind as readers see it.
	Kind func(lang string, k handbook.Kind) string
	// Synonyms are groups of words and phrases that mean the same, by language.
	Synonyms map[string][][]string
}

// group is how many pages share a folder of texts, whose name has their hash: so
// the directory names few hashes, and an edit renames few files.
const group = 32

// An index of so few pages and bytes is one file.
const (
	fewPages = 60
	small    = 48_000
)

// writer makes the files of an index.
type writer struct {
	Input
	pages []*handbook.Page
	keys  []memo.Key // of what the texts show

	packers    sync.Pool
	dictionary []byte
}

// Files returns the files of the search index. Those of the texts are made when
// they are asked for.
func Files(ctx context.Context, in Input) ([]publish.File, error) {
	w := &writer{Input: in, pages: inOrder(in.Handbook)}
	w.packers.New = func() any { return newPacker(w.dictionary) }
	pages, err := w.read(ctx)
	if err != nil {
		return nil, err
	}
	x, v, err := build(ctx, pages)
	if err != nil {
		return nil, err
	}
	w.dictionary = dictionary(v)
	return w.files(ctx, x)
}

// inOrder returns the pages in the order of their numbers, so that a few numbers
// tell the language, class and kind of all.
func inOrder(h *handbook.Handbook) []*handbook.Page {
	pages := slices.Clone(h.Pages)
	slices.SortFunc(pages, func(a, b *handbook.Page) int {
		return cmp.Or(
			cmp.Compare(slices.Index(h.Config.Languages, a.Lang), slices.Index(h.Config.Languages, b.Lang)),
			cmp.Compare(classOf(a), classOf(b)),
			cmp.Compare(slices.Index(handbook.Kinds, a.Kind), slices.Index(handbook.Kinds, b.Kind)),
			cmp.Compare(a.Address, b.Address))
	})
	return pages
}

// Classes of pages: those that come a little later among the results.
const (
	classApart   = 1 // in a section that is not for every reader
	classSection = 2 // of a section, whose pages say more
)

func classOf(p *handbook.Page) int {
	switch {
	case p.Section != nil && p.Section.Top().Apart:
		return classApart
	case p.Section != nil && p.Section.Page == p:
		return classSection
	}
	return 0
}

// read reads all pages that the memo does not know.
func (w *writer) read(ctx context.Context) ([]analysed, error) {
	pages := make([]analysed, len(w.pages))
	w.keys = make([]memo.Key, len(w.pages))
	errs := make([]error, len(w.pages))
	err := parallel.Each(ctx, len(w.pages), func(i int) {
		p := w.pages[i]
		pages[i].lang = p.Lang
		var key memo.Key
		if key, errs[i] = w.key(p); errs[i] == nil {
			pages[i].analysis, errs[i] = w.analysis(p, key)
		}
		if errs[i] == nil {
			w.keys[i], errs[i] = memo.Sum(key, p.Address, trail(p), p.Kind)
		}
	})
	return pages, errors.Join(append(errs, err)...)
}

// key is that of what is read of a page.
func (w *writer) key(p *handbook.Page) (memo.Key, error) {
	return memo.Sum("search", w.Text(p), p.Lang, p.Address, p.Title(), p.Common.Summary, p.Common.Tags, w.Kind(p.Lang, p.Kind))
}

// textKey is where the memo keeps the text of a page.
func textKey(page memo.Key) memo.Key { page[0] ^= 1; return page }

// analysis returns the words of a page.
func (w *writer) analysis(p *handbook.Page, key memo.Key) (analysis, error) {
	var a analysis
	if w.Memo.Has(textKey(key)) && w.Memo.Load(key, &a) {
		return a, nil
	}
	_, a, err := w.readPage(p, key)
	return a, err
}

// readPage reads a page and keeps what it found.
func (w *writer) readPage(p *handbook.Page, key memo.Key) (text, analysis, error) {
	if err := w.Complete(p); err != nil {
		return text{}, analysis{}, err
	}
	body, err := w.Body(p)
	if err != nil {
		return text{}, analysis{}, err
	}
	t, a := read(p, body, w.Kind(p.Lang, p.Kind))
	return t, a, errors.Join(w.keep(key, a), w.keep(textKey(key), t))
}

// keep puts a value into the memo.
func (w *writer) keep(key memo.Key, value any) error {
	raw, err := memo.Encode(value)
	if err == nil {
		w.Memo.Put(key, raw)
	}
	return err
}

// text returns the text of a page.
func (w *writer) text(p *handbook.Page) (text, error) {
	key, err := w.key(p)
	if err != nil {
		return text{}, err
	}
	var t text
	if w.Memo.Load(textKey(key), &t) {
		return t, nil
	}
	t, _, err = w.readPage(p, key)
	return t, err
}

// files lays out the index.
func (w *writer) files(ctx context.Context, x *index) ([]publish.File, error) {
	d := w.directory(x)
	words, found := x.reversed()
	terms, first, err := w.shelf(ctx, "t", x.terms, x.ranges(), x.layTerms)
	if err != nil {
		return nil, err
	}
	d.Terms = first
	endings := cut(len(words), endingsSize, func(i int) int { return 4 + len(words[i]) })
	ends, first, err := w.shelf(ctx, "e", words, endings, func(s span) []byte {
		return layEndings(words[s.from:s.to], found[s.from:s.to])
	})
	if err != nil {
		return nil, err
	}
	d.Endings = first
	texts, names, err := w.texts()
	if err != nil {
		return nil, err
	}
	d.Texts = names
	raw, err := json.Marshal(d)
	if err != nil {
		return nil, err
	}
	data, err := w.pack(raw, false)
	if err != nil {
		return nil, err
	}
	name := "d-" + shortHash(data)
	return w.start(name, append(slices.Concat(terms, ends, texts), fixed(name, data)))
}

// shelf makes the files of one sort, a range of the sorted words each, and tells
// where they begin.
func (w *writer) shelf(ctx context.Context, letter string, words []string, ranges []span, lay func(span) []byte) ([]publish.File, listed, error) {
	packed := make([][]byte, len(ranges))
	errs := make([]error, len(ranges))
	err := parallel.Each(ctx, len(ranges), func(i int) { packed[i], errs[i] = w.pack(lay(ranges[i]), false) })
	if err := errors.Join(append(errs, err)...); err != nil {
		return nil, listed{}, err
	}
	files := make([]publish.File, len(ranges))
	l := listed{First: make([]string, len(ranges))}
	for i, data := range packed {
		hash := shortHash(data)
		files[i] = fixed(fmt.Sprintf("%s%d-%s", letter, i, hash), data)
		l.First[i] = beginning(words, ranges[i].from)
		l.Hashes += hash
	}
	return files, l, nil
}

// start adds the file that names the directory. A small index goes into it whole.
func (w *writer) start(directory string, files []publish.File) ([]publish.File, error) {
	start := script("start", []byte(directory))
	if len(w.pages) <= fewPages {
		whole := start
		for _, f := range files {
			data, err := f.Content()
			if err != nil {
				return nil, err
			}
			whole = append(whole, data...)
		}
		if len(whole) <= small {
			start, files = whole, nil
		}
	}
	return append(files, publish.File{
		Path:    Folder + "start.js",
		Key:     memo.KeyOf([]byte("search"), start),
		Content: func() ([]byte, error) { return start, nil },
	}), nil
}

func (w *writer) pack(data []byte, primed bool) ([]byte, error) {
	p := w.packers.Get().(*packer)
	defer w.packers.Put(p)
	return p.pack(data, primed)
}

// fixed is a file whose data is known, packed.
func fixed(name string, data []byte) publish.File {
	content := script(name, data)
	return publish.File{
		Path:    Folder + name + ".js",
		Key:     memo.KeyOf([]byte("search"), content),
		Content: func() ([]byte, error) { return content, nil },
	}
}

// script is a file that hands over data under a name.
func script(name string, data []byte) []byte {
	return slices.Concat([]byte(`vaandelIndex("`+name+`","`), data, []byte("\");\n"))
}

// hashLength is how many characters of a name are hash: 25 bits, so that a file
// that changes keeps its name by chance once in 30 million times.
const hashLength = 5

func shortHash(data []byte) string {
	sum := memo.KeyOf(data)
	return strings.ToLower(base32.StdEncoding.EncodeToString(sum[:]))[:hashLength]
}
