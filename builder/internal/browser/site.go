package browser

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"vaandel/builder/internal/binary"
)

// Build builds the handbook in the folder content with the real command, and
// returns the folder of the finished site. The args are further flags.
func Build(t testing.TB, content string, args ...string) string {
	t.Helper()
	scratch := t.TempDir()
	program, err := binary.Build(t.Context(), scratch)
	if err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(scratch, "site")
	cmd := exec.CommandContext(t.Context(), program, append([]string{"build", content, "--out", out}, args...)...)
	cmd.Env = append(os.Environ(), "XDG_CACHE_HOME="+filepath.Join(scratch, "cache"))
	if err := binary.Run(cmd); err != nil {
		t.Fatal(err)
	}
	return out
}

// Serve serves the files of dir under base ("/" or "/handboek/") and returns
// the address of the root.
func Serve(t testing.TB, dir, base string) string {
	t.Helper()
	server := httptest.NewServer(Handler(dir, base))
	t.Cleanup(server.Close)
	return server.URL + base
}

// Handler is a server of the files of dir under base. It is as plain as a server
// can be: a folder is its index.html, all else is a file or not there.
func Handler(dir, base string) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		path, inside := strings.CutPrefix(r.URL.Path, base)
		if path == "" || strings.HasSuffix(path, "/") {
			path += "index.html"
		}
		if !inside || !serveFile(w, r, filepath.Join(dir, filepath.FromSlash(path))) {
			notFound(w, dir)
		}
	})
}

// serveFile serves one file, or tells that it isn't there. http.ServeFile
// would answer a request for index.html with a redirect.
func serveFile(w http.ResponseWriter, r *http.Request, name string) bool {
	f, err := os.Open(name)
	if err != nil {
		return false
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil || info.IsDir() {
		return false
	}
	http.ServeContent(w, r, name, info.ModTime(), f)
	return true
}

// notFound answers as web servers do that were told of 404.html.
func notFound(w http.ResponseWriter, dir string) {
	page, err := os.ReadFile(filepath.Join(dir, notFoundPage))
	if err != nil {
		page = []byte("not found")
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(http.StatusNotFound)
	// A reader who has gone away gets no page.
	_, _ = w.Write(page)
}

// Disk returns the address of a folder for a reader who opens it from disk.
func Disk(dir string) string {
	return (&url.URL{Scheme: "file", Path: filepath.ToSlash(dir) + "/"}).String()
}
