package preview

import (
	_ "embed"
	"errors"
	"os"
	"path/filepath"
	"strings"

	"github.com/evanw/esbuild/pkg/api"
)

//go:embed live.ts
var liveSource string

// liveScript is the script of the preview as browsers run it.
func liveScript() ([]byte, error) {
	r := api.Transform(liveSource, api.TransformOptions{
		Loader: api.LoaderTS, Target: api.ES2022, Format: api.FormatIIFE, Charset: api.CharsetUTF8,
	})
	if len(r.Errors) > 0 {
		return nil, errors.New(r.Errors[0].Text)
	}
	return r.Code, nil
}

// line returns a line of a source, as the browser shows it beside what is wrong
// with it.
func (s *Server) line(file string, n int) string {
	const most = 300
	if file == "" || n < 1 || !filepath.IsLocal(filepath.FromSlash(file)) {
		return ""
	}
	data, err := os.ReadFile(filepath.Join(s.o.Build.Content, filepath.FromSlash(file)))
	if err != nil {
		return ""
	}
	lines := strings.SplitN(string(data), "\n", n+1)
	if len(lines) < n {
		return ""
	}
	line := []rune(strings.TrimRight(lines[n-1], "\r"))
	return string(line[:min(len(line), most)])
}
