package check

import (
	"regexp"
	"slices"
	"strings"

	"vaandel/builder/diag"
	"vaandel/builder/markdown"
)

// An author who knows better says so in the page, with the reason:
//
//	<!-- vaandel-ignore care-double: both pages must say this in full -->
//
// It holds for the block below it, or the one that it stands in; above all text, for
// the whole page. Readers don't see it. What a build calls an error can't be ignored:
// the page would not be built.

// ignoring is how such a comment is written: the rules, and the reason.
var ignoring = regexp.MustCompile(`(?s)^vaandel-ignore(?:\s+([^:]*?))?\s*(?::\s*(.*))?$`)

// exception is one rule that one comment ignores.
type exception struct {
	rule    string
	page    *Page
	comment *markdown.Comment
	used    bool
}

// covers tells whether d stands where the comment holds.
func (e *exception) covers(d *diag.Diagnostic) bool {
	if e.rule != d.Rule {
		return false
	}
	return e.comment.Top || d.Line >= e.comment.From && d.Line <= e.comment.To
}

// ignore returns what was found without what authors ignore, and with what is wrong
// with their comments.
func (r *run) ignore() []diag.Diagnostic {
	exceptions := map[string][]*exception{} // by source
	var wrong []diag.Diagnostic
	for _, p := range r.book.Pages {
		for i := range p.Prose.Comments {
			es, ds := r.exceptions(p, &p.Prose.Comments[i])
			exceptions[p.Source] = append(exceptions[p.Source], es...)
			wrong = append(wrong, ds...)
		}
	}
	r.found = append(r.found, wrong...)
	kept := r.found[:0]
	for _, d := range r.found {
		ignored := false
		for _, e := range exceptions[d.File] {
			if e.covers(&d) && (d.Severity != diag.Error || ByID(d.Rule) != nil) {
				ignored, e.used = true, true
			}
		}
		if !ignored {
			kept = append(kept, d)
		}
	}
	for _, p := range r.book.Pages {
		for _, e := range exceptions[p.Source] {
			kept = append(kept, r.unused(e)...)
		}
	}
	return kept
}

// exceptions reads a comment, and tells what is wrong with it.
func (r *run) exceptions(p *Page, c *markdown.Comment) (es []*exception, wrong []diag.Diagnostic) {
	m := ignoring.FindStringSubmatch(c.Text)
	if m == nil {
		return nil, nil
	}
	at := diag.Position{File: p.Source, Line: c.Line, Column: c.Column}
	names := strings.FieldsFunc(m[1], func(c rune) bool { return c == ',' || c == ' ' || c == '\n' || c == '\t' })
	if len(names) == 0 {
		return nil, r.say(ignoreRule, at, ignoreNone, ignoreRule.Hint)
	}
	if strings.TrimSpace(m[2]) == "" {
		return nil, r.say(ignoreReason, at, ignoreReason.Message, ignoreReason.Hint, names[0])
	}
	for _, name := range names {
		if ByID(name) == nil && !slices.Contains(built, name) {
			wrong = append(wrong, r.unknown(name, at)...)
			continue
		}
		es = append(es, &exception{rule: name, page: p, comment: c})
	}
	return es, wrong
}

// say reports what is wrong with a comment, where that is asked for.
func (r *run) say(rule *Rule, at diag.Position, message, hint diag.Text, args ...any) []diag.Diagnostic {
	if !slices.Contains(r.rules, rule) {
		return nil
	}
	report := r.report(rule)
	report.Say(at, message, hint, args...)
	return report.found
}

// unknown reports a rule that there is not.
func (r *run) unknown(name string, at diag.Position) []diag.Diagnostic {
	hint := ignoreRule.Hint
	near, ok := diag.Nearest(name, append(ids(), built...))
	if ok {
		hint = diag.Text{NL: "Bedoel je %[2]q?", EN: "Did you mean %[2]q?"}
	}
	return r.say(ignoreRule, at, ignoreRule.Message, hint, name, near)
}

// unused reports an exception that nothing was found for, where it was looked for.
func (r *run) unused(e *exception) []diag.Diagnostic {
	rule := ByID(e.rule)
	looked := rule == nil && r.wanted(e.rule) || slices.Contains(r.rules, rule)
	if e.used || !looked || e.page.Prose.Refused {
		return nil
	}
	at := diag.Position{File: e.page.Source, Line: e.comment.Line, Column: e.comment.Column}
	return r.say(ignoreUnused, at, ignoreUnused.Message, ignoreUnused.Hint, e.rule)
}

var ignoreRules = []*Rule{ignoreReason, ignoreRule, ignoreUnused}

var ignoreNone = diag.Text{
	NL: "Hier staat niet welke melding je wilt overslaan",
	EN: "This doesn't say what to ignore"}

var ignoreReason = &Rule{ID: "ignore-reason", Family: Ignores, Severity: diag.Warning,
	Name: diag.Text{
		NL: "Overslaan zonder reden",
		EN: "Ignoring without a reason"},
	Finds: diag.Text{
		NL: "Een opmerking die een melding overslaat, maar niet zegt waarom. Ze werkt dan niet.",
		EN: "A comment that ignores a finding but doesn't say why. It has no effect then."},
	Why: diag.Text{
		NL: "Over een jaar weet niemand meer waarom het hier anders mocht. Dan durft ook niemand het nog te veranderen.",
		EN: "A year from now nobody remembers why this place is different, and nobody dares to change it."},
	Bad: diag.Text{
		NL: "<!-- vaandel-ignore care-double -->",
		EN: "<!-- vaandel-ignore care-double -->"},
	Good: diag.Text{
		NL: "<!-- vaandel-ignore care-double: dit moet op beide pagina's voluit staan -->",
		EN: "<!-- vaandel-ignore care-double: both pages must say this in full -->"},
	Message: diag.Text{
		NL: "Hier staat niet waarom je %[1]s overslaat",
		EN: "This doesn't say why to ignore %[1]s"},
	Hint: diag.Text{
		NL: "Zet je reden achter een dubbele punt, zo: <!-- vaandel-ignore %[1]s: je reden -->",
		EN: "Put your reason behind a colon, like this: <!-- vaandel-ignore %[1]s: your reason -->"}}

var ignoreRule = &Rule{ID: "ignore-rule", Family: Ignores, Severity: diag.Warning,
	Name: diag.Text{
		NL: "Overslaan wat niet bestaat",
		EN: "Ignoring what there is not"},
	Finds: diag.Text{
		NL: "Een opmerking die een melding overslaat die Vaandel niet kent.",
		EN: "A comment that ignores a finding that Vaandel doesn't know."},
	Why: diag.Text{
		NL: "Door een tikfout in de naam komt de melding toch terug.",
		EN: "With a typo in the name the finding comes back all the same."},
	Bad: diag.Text{
		NL: "<!-- vaandel-ignore care-dubbel: met opzet -->",
		EN: "<!-- vaandel-ignore care-doubble: on purpose -->"},
	Good: diag.Text{
		NL: "<!-- vaandel-ignore care-double: met opzet -->",
		EN: "<!-- vaandel-ignore care-double: on purpose -->"},
	Message: diag.Text{
		NL: "Vaandel kent geen melding die %[1]q heet",
		EN: "Vaandel has no finding called %[1]q"},
	Hint: diag.Text{
		NL: "Neem de naam over die achter de melding staat, zo: <!-- vaandel-ignore care-double: je reden -->",
		EN: "Copy the name that stands behind the finding, like this: <!-- vaandel-ignore care-double: your reason -->"}}

var ignoreUnused = &Rule{ID: "ignore-unused", Family: Ignores, Severity: diag.Warning,
	Name: diag.Text{
		NL: "Overslaan wat er niet meer is",
		EN: "Ignoring what is gone"},
	Finds: diag.Text{
		NL: "Een opmerking die een melding overslaat die er op deze plek niet meer is.",
		EN: "A comment that ignores a finding which is no longer there."},
	Why: diag.Text{
		NL: "Wat blijft staan, verbergt straks een nieuwe fout.",
		EN: "What is left behind hides the next mistake."},
	Bad: diag.Text{
		NL: "<!-- vaandel-ignore link-broken: de pagina komt nog --> boven een link die weer werkt",
		EN: "<!-- vaandel-ignore link-broken: that page is to come --> above a link that works again"},
	Good: diag.Text{
		NL: "Geen opmerking meer.",
		EN: "No comment any more."},
	Message: diag.Text{
		NL: "Deze opmerking slaat %[1]s over, maar die melding is er hier niet",
		EN: "This comment ignores %[1]s, but there is nothing of that kind here"},
	Hint: diag.Text{
		NL: "Haal de opmerking weg. Staat ze op de verkeerde plek? Zet haar direct boven het stuk tekst.",
		EN: "Remove the comment. Does it stand in the wrong place? Put it right above the text."}}
