package main

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"vaandel/builder/internal/browser"
)

// site is a served folder that keeps what browsers ask of it.
type site struct {
	*httptest.Server
	dir string

	mu    sync.Mutex
	asked []string
	open  int            // requests under way
	last  time.Time      // when one began or ended
	sizes map[string]int // file → bytes as sent
}

// serve serves a folder.
func serve(dir string) *site {
	s := &site{dir: dir, sizes: map[string]int{}}
	files := browser.Handler(dir, "/")
	s.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.begun(r.URL.Path)
		defer s.ended()
		files.ServeHTTP(w, r)
	}))
	return s
}

// begun keeps what is asked for, but for the picture that the browser shows by the
// name of the page: it comes when it comes.
func (s *site) begun(name string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.open++
	s.last = time.Now()
	if !strings.Contains(name, "favicon") {
		s.asked = append(s.asked, name)
	}
}

func (s *site) ended() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.open--
	s.last = time.Now()
}

// calm is how long nothing must have been asked for.
const calm = 25 * time.Millisecond

// settle waits until nothing has been asked for for a moment.
func (s *site) settle() {
	for {
		s.mu.Lock()
		quiet := s.open == 0 && time.Since(s.last) >= calm
		s.mu.Unlock()
		if quiet {
			return
		}
		time.Sleep(calm / 5)
	}
}

// traffic is what was asked for, and how many bytes each file takes to send.
type traffic []sent

type sent struct {
	path  string
	bytes int
}

func (t traffic) bytes() (sum int) {
	for _, each := range t {
		sum += each.bytes
	}
	return sum
}

// taken returns what was asked for since the last call.
func (s *site) taken() (traffic, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	var out traffic
	for _, name := range s.asked {
		size, known := s.sizes[name]
		if !known {
			data, err := os.ReadFile(filepath.Join(s.dir, filepath.FromSlash(name)))
			if err != nil {
				return nil, fmt.Errorf("the browser asked for %s: %w", name, err)
			}
			if size, err = packed(data); err != nil {
				return nil, err
			}
			s.sizes[name] = size
		}
		out = append(out, sent{name, size})
	}
	s.asked = s.asked[:0]
	return out, nil
}

// packed returns how many bytes data takes with gzip -9; what is gzip already
// stays as it is.
func packed(data []byte) (int, error) {
	if bytes.HasPrefix(data, []byte{0x1f, 0x8b}) {
		return len(data), nil
	}
	var out bytes.Buffer
	w, err := gzip.NewWriterLevel(&out, gzip.BestCompression)
	if err != nil {
		return 0, err
	}
	if _, err := w.Write(data); err != nil {
		return 0, err
	}
	err = w.Close()
	return out.Len(), err
}

// sort names what a file is for: what its name begins with, without hash or
// number.
func (s sent) sort() string {
	folder, name := path.Base(path.Dir(s.path)), path.Base(s.path)
	switch {
	case folder == "search" && strings.Contains("ted", name[:1]):
		return map[byte]string{'t': "terms", 'e': "endings", 'd': "directory"}[name[0]]
	case strings.HasPrefix(folder, "x") && path.Ext(name) == ".js":
		return "texts"
	case folder == "index" || folder == "fragment":
		return folder
	}
	name, _, _ = strings.Cut(name, "-")
	return strings.TrimSuffix(name, ".js")
}

// String tells how much there is of each sort.
func (t traffic) String() string { return t.per(1) }

// per tells how much there is of each sort for each of n queries.
func (t traffic) per(n int) string {
	sorts, sums, counts := []string{}, map[string]int{}, map[string]int{}
	for _, each := range t {
		sort := each.sort()
		if counts[sort] == 0 {
			sorts = append(sorts, sort)
		}
		sums[sort] += each.bytes
		counts[sort]++
	}
	slices.Sort(sorts)
	var b strings.Builder
	for _, sort := range sorts {
		fmt.Fprintf(&b, ", %.3g %s %.1f KB", float64(counts[sort])/float64(n), sort, float64(sums[sort])/1000/float64(n))
	}
	return strings.TrimPrefix(b.String(), ", ")
}
