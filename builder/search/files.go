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
// tell of all pages which are for everybody, and their language and kind.
func inOrder(h *handbook.Handbook) []*handbook.Page {
	pages := slices.Clone(h.Pages)
	slices.SortFunc(pages, func(a, b *handbook.Page) int {
		return cmp.Or(
			cmp.Compare(slices.Index(h.Config.Languages, a.Lang), slices.Index(h.Config.Languages, b.Lang)),
			cmp.Compare(apart(a), apart(b)),
			cmp.Compare(slices.Index(handbook.Kinds, a.Kind), slices.Index(handbook.Kinds, b.Kind)),
			cmp.Compare(a.Address, b.Address))
	})
	return pages
}

// apart tells, as a number, whether a page lies in a section that is not for
// everybody.
func apart(p *handbook.Page) int {
	if p.Section != nil && p.Section.Top().Apart {
		return 1
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
	return memo.Sum("search", w.Text(p), p.Lang, p.Title(), p.Common.Summary, p.Common.Tags, w.Kind(p.Lang, p.Kind))
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
	for k, value := range map[memo.Key]any{key: a, textKey(key): t} {
		raw, err := memo.Encode(value)
		if err != nil {
			return t, a, err
		}
		w.Memo.Put(k, raw)
	}
	return t, a, nil
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
	ranges := x.ranges()
	words, found := x.reversed()
	endings := cut(len(words), endingsSize, func(i int) int { return 4 + len(words[i]) })
	packed := make([][]byte, len(ranges)+len(endings))
	errs := make([]error, len(packed))
	err := parallel.Each(ctx, len(packed), func(i int) {
		if i < len(ranges) {
			packed[i], errs[i] = w.pack(x.layTerms(ranges[i]), false)
			return
		}
		e := endings[i-len(ranges)]
		packed[i], errs[i] = w.pack(layEndings(words[e.from:e.to], found[e.from:e.to]), false)
	})
	if err := errors.Join(append(errs, err)...); err != nil {
		return nil, err
	}
	d := w.directory(x)
	var files []publish.File
	for i, data := range packed {
		letter, n := "t", i
		if i < len(ranges) {
			d.Terms.First = append(d.Terms.First, beginning(x.terms, ranges[i].from))
		} else {
			letter, n = "e", i-len(ranges)
			d.Endings.First = append(d.Endings.First, beginning(words, endings[n].from))
		}
		hash := shortHash(data)
		name := fmt.Sprintf("%s%d-%s", letter, n, hash)
		if letter == "t" {
			d.Terms.Hashes += hash
		} else {
			d.Endings.Hashes += hash
		}
		files = append(files, fixed(name, data))
	}
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
	files = append(append(files, texts...), fixed(name, data))
	return w.start(name, files)
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

// beginning returns where a range of sorted words begins, in few letters.
func beginning(words []string, from int) string {
	if from == 0 {
		return words[0]
	}
	return between(words[from-1], words[from])
}

// directory is what the reader must know to find the rest. Its fields have short
// names, as it is written once for all.
type directory struct {
	// Pages are runs of pages alike.
	Pages   []run  `json:"pages"`
	Terms   listed `json:"terms"`
	Endings listed `json:"endings"`
	// Texts are the hashes of the folders of texts.
	Texts      string                `json:"texts"`
	Dictionary string                `json:"dictionary"`
	Stops      map[string]string     `json:"stops"`
	Synonyms   map[string][][]string `json:"synonyms"` // language → groups of phrases of terms
}

// run is pages of one language and kind. Those that are apart are not for every
// reader.
type run struct {
	Lang  string        `json:"lang"`
	Kind  handbook.Kind `json:"kind"`
	Apart int           `json:"apart,omitempty"`
	Count int           `json:"count"`
}

// listed is the files of one sort: for each a word that all its words are behind, or
// are, and none of the file before is; and their hashes.
type listed struct {
	First  []string `json:"first"`
	Hashes string   `json:"hashes"`
}

func (w *writer) directory(x *index) *directory {
	d := &directory{Dictionary: string(w.dictionary), Stops: map[string]string{}, Synonyms: map[string][][]string{}}
	for _, p := range w.pages {
		last := len(d.Pages) - 1
		alike := run{Lang: p.Lang, Kind: p.Kind, Apart: apart(p)}
		if last >= 0 {
			alike.Count = d.Pages[last].Count
		}
		if last < 0 || d.Pages[last] != alike {
			alike.Count = 0
			d.Pages = append(d.Pages, alike)
			last++
		}
		d.Pages[last].Count++
	}
	for _, lang := range w.Handbook.Config.Languages {
		if list := stopWords[lang]; list != nil {
			d.Stops[lang] = strings.Join(list, " ")
		}
		groups := w.Synonyms[lang]
		if lang == "nl" {
			groups = append(forms(), groups...)
		}
		if groups != nil {
			d.Synonyms[lang] = synonyms(groups, lang, x.has)
		}
	}
	return d
}

// shown is what a file of texts holds.
type shown struct {
	Title    string      `json:"t"`
	Address  string      `json:"a"`
	Trail    []string    `json:"r"`
	Passages [][3]string `json:"p"` // heading, id, text
}

// texts returns the files of the texts, and the hashes of their folders.
func (w *writer) texts() (files []publish.File, names string, err error) {
	for from := 0; from < len(w.pages); from += group {
		to := min(from+group, len(w.pages))
		key, err := memo.Sum(w.keys[from:to], w.dictionary)
		if err != nil {
			return nil, "", err
		}
		hash := shortHash(key[:])
		names += hash
		for i := from; i < to; i++ {
			name := fmt.Sprintf("x%s/%d", hash, i)
			files = append(files, publish.File{
				Path: Folder + name + ".js",
				Key:  memo.KeyOf([]byte("search text"), w.keys[i][:], w.dictionary),
				Content: func() ([]byte, error) {
					raw, err := w.show(w.pages[i])
					if err != nil {
						return nil, err
					}
					data, err := w.packPrimed(raw)
					return script(name, data), err
				},
			})
		}
	}
	return files, names, nil
}

// show returns what the results show of a page.
func (w *writer) show(p *handbook.Page) ([]byte, error) {
	t, err := w.text(p)
	if err != nil {
		return nil, err
	}
	s := shown{Title: p.Title(), Address: p.Address, Trail: trail(p)}
	for _, passage := range t.Passages {
		s.Passages = append(s.Passages, [3]string{passage.Heading, passage.ID, passage.Text})
	}
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err = e.Encode(s)
	return []byte(b.String()), err
}

// trail returns the titles of the sections above a page, without home.
func trail(p *handbook.Page) []string {
	out := []string{}
	for _, s := range append(p.Section.Trail(), p.Section) {
		if s.Folder != "" && s.Page != p {
			out = append(out, s.Title())
		}
	}
	return out
}

func (w *writer) pack(data []byte, primed bool) ([]byte, error) {
	p := w.packers.Get().(*packer)
	defer w.packers.Put(p)
	return p.pack(data, primed)
}

func (w *writer) packPrimed(data []byte) ([]byte, error) { return w.pack(data, true) }

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
