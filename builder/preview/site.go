package preview

import (
	"bytes"
	"mime"
	"path"
	"slices"
	"strings"
	"sync"

	"vaandel/builder"
	"vaandel/builder/publish"
)

// site is one build of the handbook in memory. A file's bytes are made when it is
// asked for, and kept; a site takes over what an older one made and is still true.
type site struct {
	base  string // "/" or "/handboek/"
	files map[string]*file
	slow  func() (map[string]*file, error)
}

// file is a file of the site.
type file struct {
	key     [32]byte
	content func() ([]byte, error)
}

func newFile(f publish.File) *file {
	return &file{key: f.Key, content: sync.OnceValues(func() ([]byte, error) {
		data, err := f.Content()
		if err == nil && strings.HasSuffix(f.Path, ".html") {
			data = live(data)
		}
		return data, err
	})}
}

func newSite(r *builder.Result) *site {
	s := &site{base: r.Base, files: make(map[string]*file, len(r.Output.Files))}
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

// keep takes over the bytes of files that an older site has made.
func (s *site) keep(old *site) {
	for path, f := range s.files {
		if before := old.files[path]; before != nil && before.key == f.key {
			s.files[path] = before
		}
	}
}

// since tells which pages are others than those of an older site, in order, and
// whether anything else is.
func (s *site) since(old *site) (pages []string, assets bool) {
	for path, f := range s.files {
		if before := old.files[path]; before != nil && before.key == f.key {
			continue
		}
		if strings.HasSuffix(path, ".html") {
			pages = append(pages, path)
		} else {
			assets = true
		}
	}
	slices.Sort(pages)
	return pages, assets
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

// What a page of the preview has that a published one has not: the script that
// keeps it fresh, and what the security policy must let that do.
const (
	liveAddress = "/vaandel-live.js"
	liveChannel = "/vaandel-live"
)

// live makes the page of the preview of a published one.
func live(page []byte) []byte {
	page = bytes.Replace(page, []byte(`content="default-src 'none';`), []byte(`content="default-src 'none'; connect-src 'self';`), 1)
	page = bytes.Replace(page, []byte(`trusted-types vaandel"`), []byte(`trusted-types vaandel vaandel-live"`), 1)
	return bytes.Replace(page, []byte(`</head>`), []byte(`<script src="`+liveAddress+`" defer></script></head>`), 1)
}
