package survey

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

const (
	// Largest is how many bytes a file may have. A real one has a few thousand.
	Largest = 1_000_000
	// version is that of the files that are read.
	version = 1
	// mostEntries is far more than a survey has of anything.
	mostEntries = 500
	// largestGroup is the largest smallest group that a page may promise.
	largestGroup = 1000
)

// Reason is why a file is not counted.
type Reason int

// The reasons.
const (
	Damaged Reason = iota + 1 // it can't be read, or says what no page writes
	Foreign                   // it is something else than the answers to a survey
	Version                   // another version of Vaandel wrote it
	Large                     // it has more than Largest bytes
	Double                    // it holds the same as Other
)

// Skipped is a file that is not counted.
type Skipped struct {
	File   string
	Reason Reason
	Other  string // for Double: the file that is counted
}

// Fault is the error of [Parse].
type Fault struct{ Reason Reason }

func (f Fault) Error() string {
	return fmt.Sprintf("not the answers to a survey (reason %d)", f.Reason)
}

// Files lists the files that are named, and those of folders that are: all below
// them whose names end in .json, but for hidden ones. Each is there once.
func Files(names []string) ([]string, error) {
	var files []string
	for _, name := range names {
		err := filepath.WalkDir(name, func(path string, d fs.DirEntry, err error) error {
			switch {
			case err != nil:
				return err
			case path == name && !d.IsDir():
				files = append(files, filepath.Clean(path))
			case path != name && strings.HasPrefix(d.Name(), "."):
				if d.IsDir() {
					return filepath.SkipDir
				}
			case !d.IsDir() && strings.EqualFold(filepath.Ext(path), ".json"):
				files = append(files, filepath.Clean(path))
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	slices.Sort(files)
	return slices.Compact(files), nil
}

// Read reads files. One that can't be counted is among the skipped; an error is
// for one that can't be opened.
func Read(files []string) ([]*Reply, []Skipped, error) {
	var replies []*Reply
	var skipped []Skipped
	first := map[string]string{}
	for _, file := range files {
		data, err := readFile(file)
		if err != nil {
			return nil, nil, err
		}
		r, err := Parse(data)
		if err != nil {
			var f Fault
			errors.As(err, &f)
			skipped = append(skipped, Skipped{File: file, Reason: f.Reason})
			continue
		}
		same := r.identity()
		if other, ok := first[same]; ok {
			skipped = append(skipped, Skipped{file, Double, other})
			continue
		}
		first[same] = file
		replies = append(replies, r)
	}
	return replies, skipped, nil
}

// readFile reads a file, but of a large one no more than shows that it is.
func readFile(name string) ([]byte, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, Largest+1))
}

// identity is the same for a file that was saved once and is there twice, whatever
// a mail program did to its bytes. Two people who answer alike save at different
// moments.
func (r *Reply) identity() string {
	text, err := json.Marshal(r)
	if err != nil {
		return "" // it holds nothing that can't be written
	}
	return string(text)
}

// written is a file as it is written.
type written struct {
	Vaandel  string          `json:"vaandel"`
	Version  json.RawMessage `json:"version"`
	Page     string          `json:"page"`
	Title    string          `json:"title"`
	Saved    string          `json:"saved"`
	MinGroup int             `json:"min_group"`
	Answers  []writtenAnswer `json:"answers"`
}

type writtenAnswer struct {
	Question string          `json:"question"`
	Type     string          `json:"type"`
	Options  []string        `json:"options"`
	Answer   json.RawMessage `json:"answer"`
}

// Parse reads one file. Its error is a [Fault].
func Parse(data []byte) (*Reply, error) {
	if len(data) > Largest {
		return nil, Fault{Large}
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	var about struct {
		Vaandel any `json:"vaandel"`
		Version any `json:"version"`
	}
	if !json.Valid(data) {
		return nil, Fault{Damaged}
	}
	if json.Unmarshal(data, &about) != nil || about.Vaandel != "survey" {
		return nil, Fault{Foreign}
	}
	if about.Version != float64(version) {
		return nil, Fault{Version}
	}
	var w written
	if json.Unmarshal(data, &w) != nil || !w.whole() {
		return nil, Fault{Damaged}
	}
	r := &Reply{Page: w.Page, Title: w.Title, Saved: w.Saved, MinGroup: w.MinGroup}
	for _, each := range w.Answers {
		a, ok := each.read()
		if !ok {
			return nil, Fault{Damaged}
		}
		if !a.empty() {
			r.Answers = append(r.Answers, a)
		}
	}
	return r, nil
}

// whole tells whether a file has all it must, within bounds.
func (w *written) whole() bool {
	return w.Page != "" && w.Answers != nil && len(w.Answers) <= mostEntries &&
		w.MinGroup >= 0 && w.MinGroup <= largestGroup
}

// read returns the answer; ok is false where it is not one to its question.
func (w *writtenAnswer) read() (a Answer, ok bool) {
	a = Answer{Question: strings.TrimSpace(w.Question)}
	if a.Question == "" || len(w.Options) > mostEntries {
		return a, false
	}
	switch kind := w.kind(); kind {
	case "number":
		a.Type = Number
		return a, json.Unmarshal(w.Answer, &a.Number) == nil
	case "choices":
		a.Type, a.Options = Choice, w.Options
		if json.Unmarshal(w.Answer, &a.Chosen) != nil {
			return a, false
		}
	case "choice", "text", "long", "date", "time":
		if json.Unmarshal(w.Answer, &a.Text) != nil {
			return a, false
		}
		a.Text = strings.TrimSpace(a.Text)
		if kind != "choice" {
			return a, true
		}
		if a.Type, a.Options = Choice, w.Options; a.Text != "" {
			a.Chosen, a.Text = []string{a.Text}, ""
		}
	default:
		return a, false
	}
	// What somebody wrote by hand must not pass for an option.
	offered := func(s string) bool { return slices.Contains(a.Options, s) }
	return a, !slices.ContainsFunc(a.Chosen, func(s string) bool { return !offered(s) })
}

// kind is the type of the question; of an answer without, what it looks like.
func (w *writtenAnswer) kind() string {
	text := bytes.TrimSpace(w.Answer)
	switch {
	case bytes.Equal(text, []byte("null")) || len(text) == 0:
		return ""
	case w.Type != "":
		return w.Type
	case text[0] == '"':
		return "long"
	case text[0] == '[':
		return "choices"
	}
	return "number"
}

func (a *Answer) empty() bool {
	return a.Type != Number && a.Text == "" && len(a.Chosen) == 0
}
