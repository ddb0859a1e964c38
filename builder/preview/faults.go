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

// faults is what is wrong, errors first; of one file, where that is named.
func (s *Server) faults(ds []diag.Diagnostic, lang, file string) []fault {
	ds = slices.Clone(ds)
	if file != "" {
		ds = slices.DeleteFunc(ds, func(d diag.Diagnostic) bool { return d.File != file })
	}
	slices.SortStableFunc(ds, func(a, b diag.Diagnostic) int { return cmp.Compare(warns(a), warns(b)) })
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

func warns(d diag.Diagnostic) int {
	if d.Severity == diag.Error {
		return 0
	}
	return 1
}
