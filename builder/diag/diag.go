// Package diag describes what is wrong with a handbook.
//
// A [Rule] is one kind of mistake; a [Diagnostic] is one place where an author
// made it. Diagnostics are plain values: they are collected, never returned as
// Go errors, so that one mistake does not hide the next. Go errors are for
// folders that can't be read or written and for bugs.
//
// Every text exists in Dutch and in English. The message says what is wrong in
// the author's words, the hint says what to do; neither uses words that only a
// programmer knows.
package diag

import (
	"cmp"
	"fmt"
	"slices"
)

// Severity tells what a diagnostic does to a build.
type Severity uint8

const (
	// Advice: the page is well, and could be better.
	Advice Severity = iota + 1
	// Warning: the page is what its author means, yet something is odd.
	Warning
	// Error: a page can't be what its author means. The build fails.
	Error
)

// String returns the English word: "advice", "warning" or "error".
func (s Severity) String() string {
	switch s {
	case Error:
		return "error"
	case Advice:
		return "advice"
	}
	return "warning"
}

// Word returns the word that people read for s.
func (s Severity) Word() Text {
	switch s {
	case Error:
		return Text{NL: "fout", EN: "error"}
	case Advice:
		return Text{NL: "advies", EN: "advice"}
	}
	return Text{NL: "waarschuwing", EN: "warning"}
}

// Text is one sentence in the languages that Vaandel speaks.
type Text struct {
	NL string `json:"nl"`
	EN string `json:"en"`
}

// In returns the text in lang ("nl" or "en"); any other language gets English.
func (t Text) In(lang string) string {
	if lang == "nl" {
		return t.NL
	}
	return t.EN
}

// With returns the text with args in its places, as for [fmt.Sprintf]; it need
// not use all of them.
func (t Text) With(args ...any) Text {
	return Text{NL: format(t.NL, args), EN: format(t.EN, args)}
}

// Position is a place in a source file.
type Position struct {
	// File is the path below the content folder, with slashes.
	File string `json:"file"`
	// Line counts from 1, from the first line of the file (front matter
	// included); 0 means the file as a whole.
	Line int `json:"line,omitempty"`
	// Column counts characters (runes) from 1; 0 means the line as a whole.
	Column int `json:"column,omitempty"`
}

// String returns file:line:column, without the parts that are 0.
func (p Position) String() string {
	switch {
	case p.Line == 0:
		return p.File
	case p.Column == 0:
		return fmt.Sprintf("%s:%d", p.File, p.Line)
	}
	return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Column)
}

// Rule is one kind of mistake. Rules are package variables of the package that
// finds the mistake.
type Rule struct {
	// ID is the rule's stable name: lower case with hyphens ("link-broken").
	ID string
	// Severity is what the mistake means on a page with a kind.
	Severity Severity
	// Always tells that it means the same on a page without a kind, where other
	// mistakes are warnings.
	Always bool
	// Message and Hint are formats for [fmt.Sprintf]. Both get the same
	// arguments; use indexes (%[1]s) where the order or number differs.
	Message, Hint Text
}

// Diagnostic is one mistake at one place.
type Diagnostic struct {
	Position
	Rule     string   `json:"rule"`
	Severity Severity `json:"severity"`
	Always   bool     `json:"-" cbor:"always"`
	Message  Text     `json:"message"`
	Hint     Text     `json:"hint"`
}

// At returns the diagnostic of rule r at p. The args fill message and hint.
func (r *Rule) At(p Position, args ...any) Diagnostic {
	return Diagnostic{
		Position: p,
		Rule:     r.ID,
		Severity: r.Severity,
		Always:   r.Always,
		Message:  r.Message.With(args...),
		Hint:     r.Hint.With(args...),
	}
}

// format is Sprintf for texts that need not use every argument: naming an empty
// last one by its index keeps Sprintf from complaining about the others.
func format(text string, args []any) string {
	last := fmt.Sprintf("%%[%d]s", len(args)+1)
	return fmt.Sprintf(text+last, append(slices.Clone(args), "")...)
}

// As returns d with another severity.
func (d Diagnostic) As(s Severity) Diagnostic {
	d.Severity = s
	return d
}

// Soft returns d as it is told of a page without a kind: at most a warning, unless
// its rule holds for all pages.
func (d Diagnostic) Soft() Diagnostic {
	if !d.Always {
		d.Severity = min(d.Severity, Warning)
	}
	return d
}

// Sort orders diagnostics by file, line, column and rule, and drops doubles.
func Sort(ds []Diagnostic) []Diagnostic {
	slices.SortStableFunc(ds, func(a, b Diagnostic) int {
		return cmp.Or(
			cmp.Compare(a.File, b.File),
			cmp.Compare(a.Line, b.Line),
			cmp.Compare(a.Column, b.Column),
			cmp.Compare(a.Rule, b.Rule),
			cmp.Compare(a.Message.EN, b.Message.EN),
		)
	})
	return slices.Compact(ds)
}

// Count returns how many of ds are errors and how many are warnings.
func Count(ds []Diagnostic) (errors, warnings int) {
	for _, d := range ds {
		switch d.Severity {
		case Error:
			errors++
		case Warning:
			warnings++
		}
	}
	return errors, warnings
}
