package render

import (
	"context"
	"slices"
	"strings"

	"vaandel/builder/diag"
	"vaandel/builder/handbook"
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
	// Rendered is told of every page that is rendered.
	Rendered func()
}

// Output is the files of a site. The bytes of a file are made when its Content
// is called.
type Output struct {
	Files []publish.File
	// Pages is how many of Files are pages, Pictures how many pictures the
	// handbook shows.
	Pages, Pictures int
	Diagnostics     []diag.Diagnostic
}

// site makes the output of one handbook.
type site struct {
	Input
	h      *handbook.Handbook
	assets *assets
	parts  *sharedParts
	types  map[string]map[string]Ref // language → content type → its page
	pages  int
}

// Handbook makes the output of a handbook: a view of every page now, its HTML when
// the file's Content is called.
func Handbook(ctx context.Context, in Input) (*Output, error) {
	s := &site{Input: in, h: in.Handbook}
	s.assets = newAssets(in.Tree, in.Memo)
	s.parts = newSharedParts(s)
	s.types = contentTypes(s.h)
	files, err := s.all(ctx)
	if err != nil {
		return nil, err
	}
	out := &Output{Pages: s.pages, Pictures: s.assets.pictureCount()}
	files = append(files, s.assets.files()...)
	for _, a := range in.Theme.Assets() {
		files = append(files, fixed(a.Path, a.Data))
	}
	slices.SortFunc(files, func(a, b publish.File) int { return strings.Compare(a.Path, b.Path) })
	out.Files, out.Diagnostics = s.unique(files)
	out.Diagnostics = append(out.Diagnostics, s.assets.diags...)
	return out, nil
}

// all makes the files of all pages, on all cores, in a fixed order.
func (s *site) all(ctx context.Context) ([]publish.File, error) {
	type job func() (publish.File, error)
	var jobs []job
	for _, p := range s.h.Pages {
		jobs = append(jobs, func() (publish.File, error) { return s.authored(p) })
	}
	for _, v := range s.generated() {
		jobs = append(jobs, func() (publish.File, error) { return s.plain(v) })
	}
	files := make([]publish.File, len(jobs))
	errs := make([]error, len(jobs))
	if err := parallel.Each(ctx, len(jobs), func(i int) { files[i], errs[i] = jobs[i]() }); err != nil {
		return nil, err
	}
	for _, err := range errs {
		if err != nil {
			return nil, err
		}
	}
	s.pages = len(files)
	return append(files, s.feeds()...), nil
}

// unique drops files whose path another file has: the first stays. Paths that
// differ in letter case alone would meet on some disks.
func (s *site) unique(files []publish.File) ([]publish.File, []diag.Diagnostic) {
	owners := make(map[string]string, len(s.h.Pages))
	for _, p := range s.h.Pages {
		owners[p.Address] = p.Source
	}
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
		owner := owners[f.Path]
		if owner == "" {
			owner = owners[out[at].Path]
		}
		diags = append(diags, addressKept.At(diag.Position{File: owner}, f.Path))
	}
	return out, diags
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
func contentTypes(h *handbook.Handbook) map[string]map[string]Ref {
	types := map[string]map[string]Ref{}
	for _, p := range h.Pages {
		if t, ok := p.Spec.(*handbook.ContentType); ok && t.Type != "" {
			if types[p.Lang] == nil {
				types[p.Lang] = map[string]Ref{}
			}
			types[p.Lang][t.Type] = Ref{Title: p.Title(), Href: p.Address, Kind: p.Kind}
		}
	}
	return types
}
