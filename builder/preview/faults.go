package preview

import (
	"cmp"
	"os"
	"slices"

	"vaandel/builder/diag"
)

// fault is something that is wrong, as the browser shows it.
type fault struct {
	Severity string `json:"severity"` // "error" or "warning"
	File     string `json:"file,omitempty"`
	Line     int    `json:"line,omitempty"`
	Column   int    `json:"column,omitempty"`
	Message  string `json:"message"`
	Hint     string `json:"hint,omitempty"`
	Source   string `json:"source,omitempty"` // the line itself
}

// mostFaults is how many a browser is told.
const mostFaults = 100

// faults is what is wrong, errors first, then what is in the file at first; of one
// file, where that is named.
func (s *Server) faults(ds []diag.Diagnostic, lang, file, first string) []fault {
	ds = slices.Clone(ds)
	if file != "" {
		ds = slices.DeleteFunc(ds, func(d diag.Diagnostic) bool { return d.File != file })
	}
	slices.SortStableFunc(ds, func(a, b diag.Diagnostic) int {
		return cmp.Or(cmp.Compare(b.Severity, a.Severity), cmp.Compare(elsewhere(a, first), elsewhere(b, first)))
	})
	lines := diag.NewLines(os.DirFS(s.o.Build.Content))
	out := make([]fault, 0, min(len(ds), mostFaults))
	for _, d := range ds[:cap(out)] {
		f := fault{File: d.File, Line: d.Line, Column: d.Column, Message: d.Message.In(lang), Hint: d.Hint.In(lang), Severity: "warning"}
		if d.Severity == diag.Error {
			f.Severity = "error"
		}
		line, found := s.drafts.line(d.Position)
		if !found {
			line, found = lines.Line(d.Position)
		}
		if found {
			f.Source = shortened(line)
		}
		out = append(out, f)
	}
	return out
}

// shortened is as much of a line as a browser shows.
func shortened(line string) string {
	const most = 300
	letters := []rune(line)
	return string(letters[:min(len(letters), most)])
}

func elsewhere(d diag.Diagnostic, file string) int {
	if d.File == file {
		return 0
	}
	return 1
}
