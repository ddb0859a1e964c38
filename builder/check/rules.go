package check

import (
	"slices"

	"vaandel/builder/diag"
)

// Rules are all rules, family by family, in the order of the documentation. The
// list is never changed.
var Rules = slices.Concat(linkRules, careRules, languageRules, spellingRules, readingRules, toneRules, privacyRules, outputRules, ignoreRules)

// Families are those that have rules, in the order of Rules.
func Families() []Family {
	var out []Family
	for _, r := range Rules {
		if !slices.Contains(out, r.Family) {
			out = append(out, r.Family)
		}
	}
	return out
}

// ByID returns the rule with an ID, or nil.
func ByID(id string) *Rule {
	for _, r := range Rules {
		if r.ID == id {
			return r
		}
	}
	return nil
}

// Names are all that may be asked for or left out: families, rules, and the rules of
// the build.
func Names() []string {
	var out []string
	for _, f := range Families() {
		out = append(out, string(f))
	}
	return append(append(out, ids()...), built...)
}

func ids() []string {
	out := make([]string, len(Rules))
	for i, r := range Rules {
		out[i] = r.ID
	}
	return out
}

// Title returns what a rule is called, of ours or of the build.
func Title(id string) diag.Text {
	if r := ByID(id); r != nil {
		return r.Name
	}
	return diag.Text{NL: id, EN: id}
}
