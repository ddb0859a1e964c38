package theme

import (
	"bytes"
	"errors"
	"html/template"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"vaandel/builder/diag"
)

// Error is what is wrong with a template, found while a page was made.
type Error struct{ Diagnostic diag.Diagnostic }

// Error returns the place and the English message.
func (e *Error) Error() string {
	return e.Diagnostic.Position.String() + ": " + e.Diagnostic.Message.EN
}

// isUnsafe tells whether err says that html/template refuses a template, rather
// than that there was no view to fill it with.
func isUnsafe(err error) bool {
	var unsafe *template.Error
	return errors.As(err, &unsafe)
}

// The errors of the template packages have no other form than their text.
var (
	errorPlace    = regexp.MustCompile(`^(?:html/)?template: ?([^:]+):(\d+)(?::(\d+))?: (?s:(.*))$`)
	errorRunning  = regexp.MustCompile(`^executing "[^"]*" at <[^\n]*?>: `)
	errorFunction = regexp.MustCompile(`function "([^"]+)" not defined`)
	errorField    = regexp.MustCompile(`can't evaluate field (\S+) in type (\S+)`)
	errorPart     = regexp.MustCompile(`(?:no such template|template) "([^"]+)"(?: not defined)?$`)
)

// errorContexts is the state of html/template's parser, which tells authors
// nothing.
var errorContexts = regexp.MustCompile(`: \{state.*$`)

// templateDiagnostic tells an error of a template in its author's words. The
// file is for errors that name none; view, if there is one, is what the template
// was filled with.
func templateDiagnostic(err error, file string, view any) diag.Diagnostic {
	text, at := err.Error(), diag.Position{File: file}
	if m := errorPlace.FindStringSubmatch(text); m != nil {
		at.File, text = m[1], m[4]
		at.Line, _ = strconv.Atoi(m[2])
		if m[3] != "" {
			column, _ := strconv.Atoi(m[3])
			at.Column = column + 1 // theirs counts from 0
		}
	}
	running := errorRunning.MatchString(text)
	text = errorRunning.ReplaceAllString(text, "")
	if m := errorFunction.FindStringSubmatch(text); m != nil {
		nl, en := suggest(m[1], sortedKeys(functions(nil, "", nil)))
		return ruleFunction.At(at, m[1], nl, en)
	}
	if m := errorField.FindStringSubmatch(text); m != nil {
		nl, en := suggest(m[1], fields(view, m[2]))
		return ruleField.At(at, m[1], nl, en)
	}
	if m := errorPart.FindStringSubmatch(text); m != nil {
		return rulePart.At(at, m[1])
	}
	switch {
	case strings.HasPrefix(text, "unexpected EOF"):
		return ruleUnclosed.At(at)
	case isUnsafe(err):
		return ruleUnsafe.At(at, errorContexts.ReplaceAllString(text, ""))
	case running:
		return ruleFill.At(at, text)
	}
	words := inWords(text)
	return ruleSyntax.At(at, words.NL, words.EN)
}

// errorQuotes is what a parser says of the text at fault.
var errorQuotes = regexp.MustCompile(`["<'](.+?)[">']|\{\{\w+\}\}`)

// unreadable tells why a template can't be parsed. The parser knows the line
// alone; the column is that of what it quotes, else of the line's first action.
func (f file) unreadable(err error) diag.Diagnostic {
	d := f.characters(templateDiagnostic(err, f.shown, nil))
	lines := bytes.Split(f.data, []byte("\n"))
	if d.Column > 0 || d.Line < 1 || d.Line > len(lines) {
		return d
	}
	line := lines[d.Line-1]
	at := bytes.Index(line, []byte("{{"))
	if at < 0 {
		return d
	}
	if m := errorQuotes.FindSubmatch([]byte(errorPlace.ReplaceAllString(err.Error(), "$4"))); m != nil {
		quoted := m[1]
		if len(quoted) == 0 {
			quoted = m[0]
		}
		at += max(0, bytes.Index(line[at:], quoted))
	}
	d.Column = at + 1
	return f.characters(d)
}

// suggest is a hint for a name that does not exist.
func suggest(name string, known []string) (nl, en string) {
	if near, ok := diag.Nearest(name, known); ok {
		return "Bedoel je “" + near + "”?", "Do you mean “" + near + "”?"
	}
	return "Verbeter de naam. De namen staan in de uitleg over thema's.",
		"Mend the name. The names are in the documentation of themes."
}

// fields lists the names that the type called name has, where that type is
// somewhere in view.
func fields(view any, name string) []string {
	if view == nil {
		return nil
	}
	name = strings.TrimPrefix(name, "*")
	var out []string
	seen := map[reflect.Type]bool{}
	var look func(reflect.Type)
	look = func(t reflect.Type) {
		for t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice {
			t = t.Elem()
		}
		if t.Kind() != reflect.Struct || seen[t] {
			return
		}
		seen[t] = true
		for _, f := range reflect.VisibleFields(t) {
			if f.IsExported() && t.String() == name {
				out = append(out, f.Name)
			}
			look(f.Type)
		}
	}
	look(reflect.TypeOf(view))
	slices.Sort(out)
	return slices.Compact(out)
}
