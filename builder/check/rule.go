package check

import (
	"context"
	"unicode/utf8"

	"vaandel/builder/diag"
)

// Family is what a rule is about.
type Family string

// The families.
const (
	Links     Family = "links"
	Care      Family = "care"
	Languages Family = "languages"
	Reading   Family = "reading"
	Tone      Family = "tone"
	Privacy   Family = "privacy"
	Spelling  Family = "spelling"
	Output    Family = "output"
	Ignores   Family = "ignores" // comments that ignore a rule
)

// Off is the severity of a rule that is not looked for unless somebody asks.
const Off diag.Severity = 0

// Rule is one thing to look for. Rules are package variables, never changed.
type Rule struct {
	// ID is the rule's stable name: lower case with hyphens, the same in all
	// languages, as authors write it in comments and handbook.yaml.
	ID     string
	Family Family
	// Severity is what it means, unless handbook.yaml says otherwise. On a page
	// without a kind it is at most a warning.
	Severity diag.Severity
	// Name is the rule in a few words, Finds says what it finds, Why why that matters.
	Name, Finds, Why diag.Text
	// Bad and Good are an example each, as an author might write it.
	Bad, Good diag.Text
	// Message and Hint are told of each place, as those of a diag.Rule.
	Message, Hint diag.Text
	// Limits are the numbers that handbook.yaml may change.
	Limits []Limit
	// Outside tells that the rule asks other sites: only where that is asked for.
	Outside bool
	// Page looks at one page, Whole at the handbook, Site at what a browser gets: one
	// of them is set, but for rules that the core finds itself. All may run at the
	// same time as others.
	Page  func(*Report, *Page)
	Whole func(*Report, *Book)
	// Gather takes from a page what Whole wants of it, while its text is at hand; nil for
	// rules that want no more than is there.
	Gather func(*Page)
	Site   func(*Report, *Site)
}

// Limit is a number of a rule.
type Limit struct {
	Name    string
	Default int
	Means   diag.Text
}

// Report is where a rule tells what it finds.
type Report struct {
	Rule  *Rule
	Today string

	ctx      context.Context
	options  Options
	book     *Book
	severity diag.Severity
	fixed    bool // the severity is that of handbook.yaml
	limits   map[string]int
	words    []string // those of the handbook's own, by handbook.yaml
	found    []diag.Diagnostic
	notes    []diag.Text
}

// Note tells what the rule could not look for, and why: once, and it is no finding.
func (r *Report) Note(text diag.Text) { r.notes = append(r.notes, text) }

// At reports a place. The args fill message and hint.
func (r *Report) At(p diag.Position, args ...any) { r.Say(p, r.Rule.Message, r.Rule.Hint, args...) }

// Say reports a place in other words than the rule's.
func (r *Report) Say(p diag.Position, message, hint diag.Text, args ...any) {
	for i, arg := range args {
		if s, ok := arg.(string); ok {
			args[i] = brief(s)
		}
	}
	d := (&diag.Rule{ID: r.Rule.ID, Severity: r.severity, Message: message, Hint: hint}).At(p, args...)
	if page := r.book.Handbook.Page(p.File); page != nil && page.Kindless && !r.fixed {
		d = d.Soft()
	}
	r.found = append(r.found, d)
}

// Limit is the number of that name.
func (r *Report) Limit(name string) int {
	if n, ok := r.limits[name]; ok {
		return n
	}
	for _, l := range r.Rule.Limits {
		if l.Name == name {
			return l.Default
		}
	}
	panic("check: " + r.Rule.ID + " has no limit " + name)
}

// brief cuts a text that a message quotes.
func brief(s string) string {
	const most = 80
	if utf8.RuneCountInString(s) <= most {
		return s
	}
	return string([]rune(s)[:most]) + "…"
}
