package preview

import (
	"bytes"
	"encoding/hex"
	"mime"
	"path"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"vaandel/builder"
	"vaandel/builder/diag"
	"vaandel/builder/publish"
)

// site is one build of the handbook in memory. A file's bytes are made when it is
// asked for, and kept; a site takes over what an older one made and is still true.
type site struct {
	base   string // "/" or "/handboek/"
	result *builder.Result
	files  map[string]*file
	slow   func() (map[string]*file, error)
	// before are the pages that were edited last, as they were before that.
	before map[string]*file
}

// file is a file of the site.
type file struct {
	key     [32]byte
	made    atomic.Bool // nothing of the build is held any more
	content func() ([]byte, error)
}

func newFile(f publish.File) *file {
	made := &file{key: f.Key}
	made.content = sync.OnceValues(func() ([]byte, error) {
		data, err := f.Content()
		if err == nil && strings.HasSuffix(f.Path, ".html") {
			data = live(data)
		}
		made.made.Store(err == nil)
		return data, err
	})
	return made
}

func newSite(r *builder.Result) *site {
	s := &site{base: r.Base, result: r, files: make(map[string]*file, len(r.Output.Files))}
	for _, f := range r.Output.Files {
		s.files[f.Path] = newFile(f)
	}
	s.slow = sync.OnceValues(func() (map[string]*file, error) {
		made, err := r.Slow()
		files := make(map[string]*file, len(made))
		for _, f := range made {
			files[f.Path] = newFile(f)
		}
		return files, err
	})
	return s
}

// follow makes s the next of an older site: it tells which pages are others, in
// order, and whether anything else is. What the older one has made and is still true
// is taken over; the rest is not, as it would hold all of the build that it is of.
func (s *site) follow(old *site) (pages []string, assets bool) {
	for path, f := range s.files {
		switch before := old.files[path]; {
		case before != nil && before.key == f.key:
			if before.made.Load() {
				s.files[path] = before
			}
		case strings.HasSuffix(path, ".html"):
			pages = append(pages, path)
		default:
			assets = true
		}
	}
	slices.Sort(pages)
	s.before = old.before // a look that found nothing is no edit
	if len(s.result.Edited) > 0 {
		s.before = map[string]*file{}
	}
	for _, page := range s.result.Edited {
		if before := old.files[page]; before != nil && len(s.before) < fewEdited {
			s.before[page] = before
		}
	}
	return pages, assets
}

// fewEdited is how many pages one person edits at once; more are another branch, say.
const fewEdited = 3

// faulty are the files of a build that have errors.
func faulty(r *builder.Result) map[string]bool {
	files := map[string]bool{}
	for _, d := range r.Diagnostics {
		if d.Severity == diag.Error {
			files[d.File] = true
		}
	}
	return files
}

// keepGood keeps pages that have errors as they were when they had none.
func (s *site) keepGood(old *site) {
	faulty := faulty(s.result)
	if len(faulty) == 0 {
		return
	}
	for _, p := range s.result.Handbook.Pages {
		if before := old.files[p.Address]; faulty[p.Source] && before != nil {
			if _, err := before.content(); err == nil {
				s.files[p.Address] = before
			}
		}
	}
}

// nameOf is the name of the file at a path of the preview ("/beleid/").
func (s *site) nameOf(path string) string {
	name := strings.TrimPrefix(path, s.base)
	if name == "" || strings.HasSuffix(name, "/") {
		name += "index.html"
	}
	return name
}

// keyOf tells what is at a path of the preview from anything else that may be there;
// "" where there is nothing.
func (s *site) keyOf(path string) string {
	if s == nil {
		return ""
	}
	f := s.files[s.nameOf(path)]
	if f == nil {
		return ""
	}
	return hex.EncodeToString(f.key[:8])
}

// sourceOf is the file of the page at a path of the preview, or "".
func (s *site) sourceOf(path string) string {
	if s == nil || path == "" {
		return ""
	}
	name := s.nameOf(path)
	for _, p := range s.result.Handbook.Pages {
		if p.Address == name {
			return p.Source
		}
	}
	return ""
}

// slowFolder is where the files lie that are made once one of them is asked for.
const slowFolder = "assets/search/"

// find returns the file at a path below the base, and its bytes; nil where there
// is none.
func (s *site) find(name string) ([]byte, error) {
	files := s.files
	if strings.HasPrefix(name, slowFolder) {
		var err error
		if files, err = s.slow(); err != nil {
			return nil, err
		}
	}
	if f := files[name]; f != nil {
		return f.content()
	}
	return nil, nil
}

// contentType is that of a file by its name: what the system thinks of it is not
// asked, as it may be anything.
func contentType(name string) string {
	switch ext := path.Ext(name); ext {
	case ".html":
		return "text/html; charset=utf-8"
	case ".css":
		return "text/css; charset=utf-8"
	case ".js":
		return "text/javascript; charset=utf-8"
	case ".svg":
		return "image/svg+xml"
	case ".xml":
		return "application/xml"
	case ".json":
		return "application/json"
	case ".txt", ".csv":
		return "text/plain; charset=utf-8"
	case ".ics":
		return "text/calendar; charset=utf-8"
	case ".webp":
		return "image/webp"
	case ".woff2":
		return "font/woff2"
	default:
		if t := mime.TypeByExtension(ext); t != "" {
			return t
		}
		return "application/octet-stream"
	}
}

// live makes the page of the preview of a published one: it has a script that keeps
// it fresh, which runs before all others, and a policy that lets it.
func live(page []byte) []byte {
	page = bytes.Replace(page, []byte(`content="default-src 'none';`), []byte(`content="default-src 'none'; connect-src 'self';`), 1)
	page = bytes.Replace(page, []byte(`trusted-types vaandel"`), []byte(`trusted-types vaandel vaandel-live"`), 1)
	return bytes.Replace(page, []byte(`<script `), []byte(`<script src="`+liveAddress+`" defer></script><script `), 1)
}
