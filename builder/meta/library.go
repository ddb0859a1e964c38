package meta

import (
	"bytes"
	"errors"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
)

// This file stands between goccy/go-yaml and the rest: what it must not be
// given, its panics, and where its errors are.

// parseYAML calls the library, which is known to panic on odd input.
func parseYAML(text []byte) (file *ast.File, err error) {
	defer func() {
		if recover() != nil {
			file, err = nil, errPanic
		}
	}()
	return parser.ParseBytes(text, 0, parser.AllowDuplicateMapKey())
}

// misreadError is the line (from 0) on which the library went wrong silently.
type misreadError int

func (misreadError) Error() string { return "the YAML library misread a line" }

var errPanic = errors.New("the YAML library panicked")

// lineEnds returns text with the line ends that the library counts right.
func lineEnds(text []byte) []byte {
	if bytes.IndexByte(text, '\r') < 0 {
		return text
	}
	text = bytes.ReplaceAll(text, []byte("\r\n"), newline)
	return bytes.ReplaceAll(text, []byte("\r"), []byte(" "))
}

// errorPlace returns the line (from 0) and column of the library's error.
func errorPlace(err error) (line, column int) {
	if at := misreadError(0); errors.As(err, &at) {
		return int(at), 1
	}
	var e yaml.Error
	if errors.As(err, &e) && e.GetToken() != nil && e.GetToken().Position != nil {
		p := e.GetToken().Position
		return max(0, p.Line-1), max(1, p.Column)
	}
	return 0, 1
}

// tooDeep returns the line (from 0) on which brackets or dashes are nested so
// deep that the library needs seconds, or -1. It counts roughly and far beyond
// MaxDepth: what is less deep is judged when it is read.
func tooDeep(text []byte) int {
	const limit = 10 * MaxDepth
	line, open, dashes, start := 0, 0, 0, true
	for i, c := range text {
		switch c {
		case '[', '{':
			open++
		case ']', '}':
			open = max(0, open-1)
		case '\n':
			line, dashes, start = line+1, 0, true
			continue
		case '-', '?':
			if start && i+1 < len(text) && text[i+1] == ' ' {
				dashes++
				continue
			}
		case ' ':
			continue
		}
		if start = false; open > limit || dashes > limit {
			return line
		}
	}
	return -1
}
