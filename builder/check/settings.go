package check

import (
	"slices"
	"strconv"
	"strings"

	"vaandel/builder/diag"
	"vaandel/builder/meta"
)

// Settings are what handbook.yaml says of rules, by their ID:
//
//	check:
//	  link-orphan: off
//	  care-review-soon: { severity: error, days: 60 }
//	  spelling:
//	    words: [Buurtkracht, zorgmaatje]
type Settings map[string]setting

// setting is what it says of one rule.
type setting struct {
	severity diag.Severity
	set      bool // severity is given
	limits   map[string]int
	words    []string // of ownWords
}

// ownWords is the field with words that no dictionary has. It is no rule.
const ownWords = "spelling"

// levels are the words for severities.
var levels = []string{"off", "advice", "warning", "error"}

// ReadSettings reads the field check of handbook.yaml, which is in file. What can't
// be used is reported and left as it is without.
func ReadSettings(file string, n *meta.Node) (Settings, []diag.Diagnostic) {
	r := &settingsReader{file: file, settings: Settings{}}
	switch n.Type {
	case meta.Null, meta.Broken:
	case meta.Map:
		for i := range n.Fields {
			r.rule(&n.Fields[i])
		}
	default:
		r.report(&settingsShape, n.Line, n.Column)
	}
	return r.settings, r.found
}

type settingsReader struct {
	file     string
	settings Settings
	found    []diag.Diagnostic
}

func (r *settingsReader) report(rule *diag.Rule, line, column int, args ...any) {
	r.found = append(r.found, rule.At(diag.Position{File: r.file, Line: line, Column: column}, args...))
}

// rule reads what is said of one rule.
func (r *settingsReader) rule(f *meta.Field) {
	if f.Key == ownWords {
		r.ownWords(&f.Value)
		return
	}
	rule := ByID(f.Key)
	if rule == nil {
		r.unknown(f)
		return
	}
	var s setting
	switch f.Value.Type {
	case meta.Null, meta.Broken:
		return
	case meta.Map:
		for i := range f.Value.Fields {
			r.part(rule, &s, &f.Value.Fields[i])
		}
	case meta.List:
		r.report(&settingsRule, f.Value.Line, f.Value.Column, f.Key)
	default:
		r.level(&s, &f.Value)
	}
	r.settings[rule.ID] = s
}

// ownWords reads the words of the handbook's own.
func (r *settingsReader) ownWords(n *meta.Node) {
	words := n.Get("words")
	switch {
	case n.Type == meta.Null || n.Type == meta.Broken:
		return
	case n.Type != meta.Map || len(n.Fields) != 1 || words == nil || words.Type != meta.List:
		r.report(&settingsWords, n.Line, n.Column)
		return
	}
	var own setting
	for _, word := range words.Entries() {
		own.words = append(own.words, word.Value)
	}
	r.settings[ownWords] = own
}

// unknown reports a rule that there is not, or that is the build's.
func (r *settingsReader) unknown(f *meta.Field) {
	if slices.Contains(built, f.Key) {
		r.report(&settingsBuilt, f.Line, f.Column, f.Key)
		return
	}
	if near, ok := diag.Nearest(f.Key, ids()); ok {
		r.report(&settingsUnknownNear, f.Line, f.Column, f.Key, near)
		return
	}
	r.report(&settingsUnknown, f.Line, f.Column, f.Key)
}

// part reads the severity or a limit.
func (r *settingsReader) part(rule *Rule, s *setting, f *meta.Field) {
	if f.Key == "severity" {
		r.level(s, &f.Value)
		return
	}
	names := []string{"severity"}
	for _, l := range rule.Limits {
		if names = append(names, l.Name); l.Name != f.Key {
			continue
		}
		n, err := strconv.Atoi(f.Value.Value)
		if err != nil || n < 0 {
			r.report(&settingsNumber, f.Value.Line, f.Value.Column, f.Key, l.Default)
			return
		}
		if s.limits == nil {
			s.limits = map[string]int{}
		}
		s.limits[l.Name] = n
		return
	}
	if near, ok := diag.Nearest(f.Key, names); ok {
		r.report(&settingsPartNear, f.Line, f.Column, f.Key, near)
		return
	}
	r.report(&settingsPart, f.Line, f.Column, f.Key, strings.Join(names, ", "))
}

// level reads a severity.
func (r *settingsReader) level(s *setting, n *meta.Node) {
	if i := slices.Index(levels, n.Value); i >= 0 && n.Type == meta.String {
		s.severity, s.set = diag.Severity(i), true
		return
	}
	if near, ok := diag.Nearest(n.Value, levels); ok {
		r.report(&settingsLevelNear, n.Line, n.Column, n.Value, near)
		return
	}
	r.report(&settingsLevel, n.Line, n.Column, n.Value)
}
