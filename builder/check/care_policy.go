package check

import (
	"slices"

	"vaandel/builder/diag"
	"vaandel/builder/handbook"
)

var careVersion = &Rule{ID: "care-version", Family: Care, Severity: diag.Warning,
	Name: diag.Text{
		NL: "Een wijziging zonder nieuwe versie",
		EN: "A change without a new version"},
	Finds: diag.Text{
		NL: "Een afspraak met een wijziging zonder versie, of met dezelfde versie als een eerdere.",
		EN: "A policy with a change that has no version, or the same as an earlier one."},
	Why: diag.Text{
		NL: "Collega's bevestigen een versie. Verandert er iets, dan moet te zien zijn dat ze een andere tekst lazen.",
		EN: "Colleagues confirm a version. When something changes it must show that they read another text."},
	Bad: diag.Text{
		NL: "- { date: 2026-11-01, version: \"1.0\", text: Ook voor inhuur }\n- { date: 2026-01-31, version: \"1.0\", text: Eerste versie }",
		EN: "- { date: 2026-11-01, version: \"1.0\", text: For contractors too }\n- { date: 2026-01-31, version: \"1.0\", text: First version }"},
	Good: diag.Text{
		NL: "- { date: 2026-11-01, version: \"1.1\", text: Ook voor inhuur }\n- { date: 2026-01-31, version: \"1.0\", text: Eerste versie }",
		EN: "- { date: 2026-11-01, version: \"1.1\", text: For contractors too }\n- { date: 2026-01-31, version: \"1.0\", text: First version }"},
	Message: diag.Text{
		NL: "Deze wijziging heeft dezelfde versie als een eerdere: %[1]s",
		EN: "This change has the same version as an earlier one: %[1]s"},
	Hint: diag.Text{
		NL: "Geef de wijziging een nieuw nummer, ook boven aan de pagina bij version.",
		EN: "Give the change a new number, also at the top of the page under version."},
	Page: func(r *Report, p *Page) {
		policy, ok := p.Spec.(*handbook.Policy)
		if !ok {
			return
		}
		entries := p.Doc.Meta.Get("changes").Entries()
		for i, n := range entries {
			version := policy.Changes[i].Version
			switch {
			case version == "":
				r.Say(place(p.Source, n), diag.Text{
					NL: "Bij deze wijziging staat geen versie",
					EN: "This change has no version"}, diag.Text{
					NL: "Zet het nummer erbij dat de afspraak toen kreeg, zo: version: \"1.1\"",
					EN: "Add the number that the policy got, like this: version: \"1.1\""})
			case slices.ContainsFunc(policy.Changes[i+1:], func(c handbook.Change) bool { return c.Version == version }):
				r.At(place(p.Source, n.Get("version")), version)
			}
		}
	},
}

var careChanged = &Rule{ID: "care-changed", Family: Care, Severity: Off, // git can't tell a typo from a change
	Name: diag.Text{
		NL: "Een afspraak is veranderd, maar er staat niet wat",
		EN: "A policy has changed but doesn't say how"},
	Finds: diag.Text{
		NL: "Een afspraak waarvan git weet dat de tekst is veranderd na de nieuwste wijziging in de lijst, en ook nadat iemand haar naliep.",
		EN: "A policy of which git knows that its text changed after the newest change of the list, and after somebody last read it."},
	Why: diag.Text{
		NL: "Wie de afspraak al kende, leest alleen de lijst met wijzigingen.",
		EN: "Who knew the policy reads nothing but its list of changes."},
	Bad: diag.Text{
		NL: "De nieuwste wijziging is van januari, de tekst van november.",
		EN: "The newest change is of January, the text of November."},
	Good: diag.Text{
		NL: "Bij changes staat ook een wijziging van november.",
		EN: "Under changes there is one of November too."},
	Limits: []Limit{{"days", 7, diag.Text{NL: "zoveel dagen mag het verschil zijn", EN: "so many days may lie between"}}},
	Message: diag.Text{
		NL: "De tekst is veranderd op %[1]s, maar de nieuwste wijziging in de lijst is van %[2]s",
		EN: "The text changed on %[1]s, but the newest change in the list is of %[2]s"},
	Hint: diag.Text{
		NL: "Was het meer dan een tikfout? Zet bij changes wat er anders is, met een nieuwe versie. Was het klein? Zet dan bij reviewed de dag van vandaag.",
		EN: "Was it more than a typo? Tell under changes what is different, with a new version. Was it small? Then set reviewed to today."},
	Page: func(r *Report, p *Page) {
		policy, ok := p.Spec.(*handbook.Policy)
		if !ok || len(policy.Changes) == 0 || p.Updated <= p.Common.Reviewed {
			return
		}
		newest := policy.Changes[0].Date
		if days, ok := daysTo(newest, p.Updated); ok && days > r.Limit("days") {
			r.At(p.Field("changes.date"), p.Updated, newest)
		}
	},
}
