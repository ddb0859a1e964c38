package render

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"strings"
	"sync"

	"vaandel/builder/diag"
	"vaandel/builder/handbook"
	"vaandel/builder/markdown"
	"vaandel/builder/memo"
	"vaandel/builder/parallel"
	"vaandel/builder/publish"
	"vaandel/builder/source"
	"vaandel/builder/theme"
)

// Input is what the output is made of.
type Input struct {
	Handbook *handbook.Handbook
	Tree     *source.Tree
	Theme    *theme.Theme
	// Memo keeps what was learnt of pictures and the pictures made from them.
	Memo *memo.Store
	// BasePath is where the site stands on its server: "/" or "/handboek/".
	BasePath string
	// Body returns the HTML of a page's text with its holes, and Text the hash
	// of the source that it was made from.
	Body func(*handbook.Page) ([]byte, error)
	Text func(*handbook.Page) memo.Key
	// Made returns the key of a page's file where it is known already;
	// Complete then makes the page ready, should its text be asked for. It may
	// be called for any page, at any time.
	Made     func(*handbook.Page) (memo.Key, bool)
	Complete func(*handbook.Page) error
	// Lists are the files that Vaandel makes by itself, where they are known,
	// and Booklets what is known of those.
	Lists    []Made
	Booklets []MadeBooklet
	// Rendered is told of every page that is rendered.
	Rendered func()
}

// Output is the files of a site. The bytes of a file are made when its Content
// is called.
type Output struct {
	Files []publish.File
	// Keys are those of the files of the handbook's Pages, in their order; zero
	// for a file that was not asked for.
	Keys []memo.Key
	// Lists are the files that Vaandel makes by itself, but for the Booklets; the
	// key of one that was not asked for is zero.
	Lists    []Made
	Booklets []MadeBooklet
	// Pages is how many of Files are pages, Pictures how many pictures the
	// handbook shows.
	Pages, Pictures int
	Diagnostics     []diag.Diagnostic
	// With makes the page of another document than its own, which differs in its
	// HTML alone: one with lines, say.
	With func(*handbook.Page, *markdown.Document) ([]byte, error)
}

// Made is a file whose key is known.
type Made struct {
	_ struct{} `cbor:",toarray"`

	Path string
	Key  memo.Key
	Page bool // not a feed
}

// site makes the output of one handbook.
type site struct {
	Input
	h      *handbook.Handbook
	assets *assets
	parts  *sharedParts
	types  map[string]map[string]*handbook.Page // language → content type → its page
	dates  map[string][]*handbook.Page          // language → what is in its calendar
	pages  int
	keys   []memo.Key
	lists  []Made

	booklets     []*booklet
	bookletOf    map[*handbook.Section]*booklet
	madeBooklets []MadeBooklet
}

// Handbook makes the output of a handbook: of pages that bring other files along
// the view now, of all others when their file's turn comes, and the HTML when its
// Content is called.
func Handbook(ctx context.Context, in Input) (*Output, error) {
	s := &site{Input: in, h: in.Handbook}
	s.assets = newAssets(in.Tree, in.Memo)
	s.planBooklets()
	s.planDates()
	s.parts = newSharedParts(s)
	s.types = contentTypes(s.h)
	if logo := s.h.Config.Brand.Logo; logo != "" {
		s.assets.logo(logo, "")
	}
	files, err := s.all(ctx)
	if err != nil {
		return nil, err
	}
	out := &Output{
		Pages: s.pages, Keys: s.keys, Lists: s.lists, Booklets: s.madeBooklets,
		Pictures: s.assets.pictureCount(), With: s.with,
	}
	files = append(files, s.assets.files()...)
	for _, a := range in.Theme.Assets() {
		if a.Draw == nil {
			files = append(files, fixed(a.Path, a.Data))
			continue
		}
		files = append(files, publish.File{
			Path: a.Path, Key: memo.KeyOf([]byte("drawn"), []byte(a.Path)),
			Content: func() ([]byte, error) { return a.Draw(), nil },
		})
	}
	// The first are those of the pages, in the order of their sources, which mostly is
	// that of their addresses.
	pages, others := files[:len(s.h.Pages)], files[len(s.h.Pages):]
	out.Files, out.Diagnostics = s.unique(merged(sorted(pages), sorted(others)))
	out.Diagnostics = append(out.Diagnostics, s.assets.diags...)
	return out, nil
}

// all makes the files of all pages, on all cores, in a fixed order.
func (s *site) all(ctx context.Context) ([]publish.File, error) {
	files := make([]publish.File, len(s.h.Pages))
	errs := make([]error, len(files))
	s.keys = make([]memo.Key, len(files))
	err := parallel.Each(ctx, len(files), func(i int) { files[i], errs[i] = s.authored(s.h.Pages[i], &s.keys[i]) })
	if err != nil {
		return nil, err
	}
	lists, err := s.listFiles(ctx)
	booklets, bad := s.bookletFiles()
	composers, wrong := s.composerFiles()
	if err := errors.Join(append(errs, err, bad, wrong)...); err != nil {
		return nil, err
	}
	s.pages = len(files) + len(booklets) + len(composers)
	for _, l := range s.lists {
		if l.Page {
			s.pages++
		}
	}
	return slices.Concat(files, lists, booklets, composers), nil
}

// listFiles makes the files that nobody wrote. Where they are known they are
// worked out when the first of them is asked for.
func (s *site) listFiles(ctx context.Context) ([]publish.File, error) {
	if s.Lists == nil {
		files, lists, err := s.workedLists(ctx)
		s.lists = lists
		return files, err
	}
	s.lists = s.Lists
	return Remade(s.lists, func() ([]publish.File, error) {
		files, _, err := s.workedLists(ctx)
		return files, err
	}), nil
}

// Remade returns files whose keys are known from the last build. When the first of
// them is asked for, they are worked out all at once.
func Remade(made []Made, work func() ([]publish.File, error)) []publish.File {
	worked := sync.OnceValues(func() (map[string]publish.File, error) {
		files, err := work()
		byPath := make(map[string]publish.File, len(files))
		for _, f := range files {
			byPath[f.Path] = f
		}
		return byPath, err
	})
	files := make([]publish.File, len(made))
	for i, m := range made {
		files[i] = publish.File{Path: m.Path, Key: m.Key, Content: func() ([]byte, error) {
			byPath, err := worked()
			if err != nil {
				return nil, err
			}
			return byPath[m.Path].Content()
		}}
	}
	return files
}

// workedLists makes the files that nobody wrote, by their views.
func (s *site) workedLists(ctx context.Context) ([]publish.File, []Made, error) {
	views := s.generated()
	files := make([]publish.File, len(views))
	errs := make([]error, len(views))
	if err := parallel.Each(ctx, len(views), func(i int) { files[i], errs[i] = s.plain(views[i]) }); err != nil {
		return nil, nil, err
	}
	files = append(files, s.feeds()...)
	lists := make([]Made, len(files))
	for i, f := range files {
		lists[i] = Made{Path: f.Path, Key: f.Key, Page: i < len(views)}
	}
	return files, lists, errors.Join(errs...)
}

func byPath(a, b publish.File) int { return strings.Compare(a.Path, b.Path) }

// sorted sorts files by path. To see that they are takes a tenth of the time.
func sorted(files []publish.File) []publish.File {
	if !slices.IsSortedFunc(files, byPath) {
		slices.SortStableFunc(files, byPath)
	}
	return files
}

// merged makes one list of two that are sorted. Of equal paths that of a comes first.
func merged(a, b []publish.File) []publish.File {
	out := make([]publish.File, 0, len(a)+len(b))
	for _, f := range b {
		n, _ := slices.BinarySearchFunc(a, f, func(each, f publish.File) int {
			if each.Path <= f.Path {
				return -1
			}
			return 1
		})
		out = append(append(out, a[:n]...), f)
		a = a[n:]
	}
	return append(out, a...)
}

// unique drops files whose path another file has: the first stays. Paths that
// differ in letter case alone would meet on some disks.
func (s *site) unique(files []publish.File) ([]publish.File, []diag.Diagnostic) {
	var diags []diag.Diagnostic
	seen := make(map[string]int, len(files))
	out := files[:0]
	for _, f := range files {
		folded := strings.ToLower(f.Path)
		at, double := seen[folded]
		if !double {
			seen[folded] = len(out)
			out = append(out, f)
			continue
		}
		diags = append(diags, addressKept.At(diag.Position{File: cmp.Or(s.owner(f.Path), s.owner(out[at].Path))}, f.Path))
	}
	return out, diags
}

// owner is the source of the page at an address, or of the one that it leads to.
func (s *site) owner(address string) string {
	for _, p := range s.h.Pages {
		if p.Address == address {
			return p.Source
		}
	}
	for _, r := range s.h.Redirects {
		if r.Address == address {
			return r.Page.Source
		}
	}
	return ""
}

// fixed is a file whose bytes are known.
func fixed(path string, data []byte) publish.File {
	return publish.File{
		Path:    path,
		Key:     memo.KeyOf([]byte("fixed"), data),
		Content: func() ([]byte, error) { return data, nil },
	}
}

// contentTypes finds the page of each content type in each language.
func contentTypes(h *handbook.Handbook) map[string]map[string]*handbook.Page {
	types := map[string]map[string]*handbook.Page{}
	for _, p := range h.Pages {
		if t, ok := p.Spec.(*handbook.ContentType); ok && t.Type != "" {
			if types[p.Lang] == nil {
				types[p.Lang] = map[string]*handbook.Page{}
			}
			types[p.Lang][t.Type] = p
		}
	}
	return types
}
