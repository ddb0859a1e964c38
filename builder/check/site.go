package check

import (
	"bytes"
	"errors"
	"path"
	"strings"

	"github.com/klauspost/compress/gzip"

	"vaandel/builder/handbook"
	"vaandel/builder/parallel"
	"vaandel/builder/publish"
	"vaandel/builder/theme"
)

// Site is the finished handbook, as browsers get it. What the rules want to know of
// a file is read once, while its bytes are at hand; these are not kept.
type Site struct {
	*Book
	// Pages are the files in HTML, by path; Styles the style sheets.
	Pages  []*Finished
	Styles []*Finished

	weights map[string]int // of the files that pages load, by path
}

// Finished is one finished file.
type Finished struct {
	Path string
	// Page is what it was made of; nil of a list and a style sheet.
	Page *Page
	// Weight is its size in bytes as it is sent.
	Weight int
	// Loads is what a browser gets without a click, in order and once.
	Loads []Load
	// Doubled are the ids that are there more than once.
	Doubled []string
	// Clashes are the colours that one rule of a style sheet puts on each other.
	Clashes []Clash
}

// Load is one file that a browser gets for another.
type Load struct {
	// Path is that of the file in the site; "" where it comes from elsewhere.
	Path string
	// Address is where it comes from then.
	Address string
	Picture bool
}

// Weight is the size of a file of the site in bytes, as it is sent.
func (s *Site) Weight(path string) int { return s.weights[path] }

// finish reads the finished site, where a rule looks at it.
func (r *run) finish(wanted bool) error {
	if !wanted || len(r.Files) == 0 {
		return nil
	}
	s := &Site{Book: r.book, weights: map[string]int{}}
	err := s.read(r)
	var broken *theme.Error
	if errors.As(err, &broken) { // no page of the theme can be made
		r.found = append(r.found, broken.Diagnostic)
		return nil
	}
	if err == nil {
		r.site = s
	}
	return err
}

// read reads pages and style sheets first, and then weighs what they load.
func (s *Site) read(r *run) error {
	owners := make(map[string]*Page, len(s.Book.Pages))
	for _, p := range s.Book.Pages {
		owners[p.Address] = p
	}
	var texts, others []publish.File
	for _, f := range r.Files {
		switch path.Ext(f.Path) {
		case ".html", ".css":
			texts = append(texts, f)
		default:
			others = append(others, f)
		}
	}
	finished := make([]*Finished, len(texts))
	err := r.each(texts, func(i int, path string, data []byte) {
		finished[i] = readFinished(path, data, r.Handbook.Config)
		finished[i].Page = owners[path]
	})
	if err != nil {
		return err
	}
	loaded := map[string]bool{}
	for _, f := range finished {
		if strings.HasSuffix(f.Path, ".css") {
			s.Styles = append(s.Styles, f)
			s.weights[f.Path] = f.Weight
		} else {
			s.Pages = append(s.Pages, f)
		}
		for _, l := range f.Loads {
			loaded[l.Path] = true
		}
	}
	return s.weigh(r, others, loaded)
}

// weigh finds the size of each file that is loaded.
func (s *Site) weigh(r *run, files []publish.File, loaded map[string]bool) error {
	var these []publish.File
	for _, f := range files {
		if loaded[f.Path] {
			these = append(these, f)
		}
	}
	weights := make([]int, len(these))
	err := r.each(these, func(i int, path string, data []byte) { weights[i] = weight(path, data) })
	for i, f := range these {
		s.weights[f.Path] = weights[i]
	}
	return err
}

// each makes the bytes of files on all cores, and hands them on.
func (r *run) each(files []publish.File, use func(i int, path string, data []byte)) error {
	errs := make([]error, len(files))
	err := parallel.Each(r.ctx, len(files), func(i int) {
		f, err := files[i].Ready()
		if err == nil {
			var data []byte
			if data, err = f.Content(); err == nil {
				use(i, files[i].Path, data)
			}
		}
		errs[i] = err
	})
	return errors.Join(append(errs, err)...)
}

// readFinished reads a page or a style sheet.
func readFinished(path string, data []byte, c *handbook.Config) *Finished {
	f := &Finished{Path: path, Weight: weight(path, data)}
	if strings.HasSuffix(path, ".css") {
		f.Clashes = clashes(data)
		return f
	}
	l := loader{file: f, own: c.URL, seen: map[string]bool{}}
	l.page(data)
	return f
}

// small is the size of a text that is not worth packing to know its weight: about a
// quarter is left of each.
const small = 64 << 10

// weight is the size of a file as it is sent: servers pack text.
func weight(name string, data []byte) int {
	switch path.Ext(name) {
	case ".html", ".css", ".js", ".svg", ".json", ".txt":
	default:
		return len(data)
	}
	if len(data) < small {
		return len(data) / 4
	}
	var packed bytes.Buffer
	w, err := gzip.NewWriterLevel(&packed, gzip.BestSpeed)
	if err == nil {
		_, err = w.Write(data)
	}
	if errors.Join(err, w.Close()) != nil {
		return len(data)
	}
	return packed.Len()
}
