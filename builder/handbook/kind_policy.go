package handbook

import "vaandel/builder/diag"

// Policy is a rule of the house.
type Policy struct {
	Version string   `meta:"version"`
	Changes []Change `meta:"changes"` // newest first
	InShort []string `meta:"in_short"`
	// Confirm asks readers to confirm that they have read this version.
	Confirm bool `meta:"confirm"`
}

// Change is one entry of what changed in a policy.
type Change struct {
	Date    string `meta:"date"`
	Version string `meta:"version"`
	Text    string `meta:"text"`
}

func (*Policy) kind() Kind { return KindPolicy }

func (p *Policy) check(c *checker) {
	c.need(c.front, "owner", &policyOwner)
	c.need(c.front, "version", &policyVersion)
	c.need(c.front, "reviewed", &policyReviewed)
	c.need(c.front, "review_by", &policyReviewBy)
	var newer string
	for i, n := range c.front.Get("changes").Entries() {
		c.need(n, "date", &changeDate)
		c.need(n, "text", &changeText)
		date := c.date(n, "date", false)
		if date != "" && newer != "" && date > newer {
			c.report(&changeOrder, c.at(n, "date"), date, newer)
		}
		if date != "" {
			newer = date
		}
		if v := p.Changes[i].Version; i == 0 && v != "" && p.Version != "" && v != p.Version {
			c.report(&changeVersion, c.at(n, "version"), v, p.Version)
		}
	}
}

func (*Policy) fields() []FieldInfo {
	version := diag.Text{NL: "Versie", EN: "Version"}
	return []FieldInfo{
		needs("owner"), needs("reviewed"), needs("review_by"),
		{Name: "version", Required: true, Label: version},
		{Name: "in_short",
			Label: diag.Text{NL: "In het kort", EN: "In short"},
			Help: diag.Text{
				NL: "Elk punt is één zin. Ze staan bovenaan de pagina.",
				EN: "Each point is one sentence. They are at the top of the page."}},
		{Name: "changes",
			Label: diag.Text{NL: "Wat is er veranderd?", EN: "What has changed?"},
			Help: diag.Text{
				NL: "Het nieuwste staat bovenaan.",
				EN: "The newest comes first."},
			Fields: []FieldInfo{
				{Name: "date", Type: FieldDate, Required: true,
					Label: diag.Text{NL: "Datum", EN: "Date"}},
				{Name: "version", Label: version},
				{Name: "text", Type: FieldLongText, Required: true,
					Label: diag.Text{NL: "Wat is er anders?", EN: "What is different?"}},
			}},
		{Name: "confirm",
			Label: diag.Text{NL: "Bevestigen collega’s dat ze dit hebben gelezen?", EN: "Do colleagues confirm that they have read this?"}},
	}
}

// The rules of policies.
var (
	// policy-owner: nobody answers for the policy.
	policyOwner = diag.Rule{ID: "policy-owner", Severity: diag.Error,
		Message: diag.Text{
			NL: "Bij deze afspraak staat niet wie erover gaat",
			EN: "This policy doesn't say who is in charge of it"},
		Hint: diag.Text{
			NL: "Zet bij owner de id van een contact uit handbook.yaml, zo: owner: hr",
			EN: "Set owner to the id of a contact in handbook.yaml, like this: owner: hr"}}
	// policy-version: the policy has no version.
	policyVersion = diag.Rule{ID: "policy-version", Severity: diag.Error,
		Message: diag.Text{
			NL: "Bij deze afspraak staat geen versie",
			EN: "This policy has no version"},
		Hint: diag.Text{
			NL: "Zet er een versie bij, zo: version: \"1.0\"",
			EN: "Add a version, like this: version: \"1.0\""}}
	// policy-reviewed: nobody knows when the policy was last read.
	policyReviewed = diag.Rule{ID: "policy-reviewed", Severity: diag.Error,
		Message: diag.Text{
			NL: "Bij deze afspraak staat niet wanneer iemand de tekst voor het laatst heeft nagelezen",
			EN: "This policy doesn't say when somebody last read it through"},
		Hint: diag.Text{
			NL: "Zet die dag erbij, zo: reviewed: 2026-01-31",
			EN: "Add that day, like this: reviewed: 2026-01-31"}}
	// policy-review-by: nobody knows when the policy is due.
	policyReviewBy = diag.Rule{ID: "policy-review-by", Severity: diag.Error,
		Message: diag.Text{
			NL: "Bij deze afspraak staat niet wanneer iemand de tekst weer naleest",
			EN: "This policy doesn't say when somebody will read it through again"},
		Hint: diag.Text{
			NL: "Kies een dag, bijvoorbeeld over een jaar, zo: review_by: 2027-01-31",
			EN: "Pick a day, a year from now for instance, like this: review_by: 2027-01-31"}}
	// policy-change-date: a change has no date.
	changeDate = diag.Rule{ID: "policy-change-date", Severity: diag.Error,
		Message: diag.Text{
			NL: "Bij deze wijziging staat geen datum",
			EN: "This change has no date"},
		Hint: diag.Text{
			NL: "Zet de dag van de wijziging erbij, zo: date: 2026-01-31",
			EN: "Add the day of the change, like this: date: 2026-01-31"}}
	// policy-change-text: a change doesn't say what changed.
	changeText = diag.Rule{ID: "policy-change-text", Severity: diag.Error,
		Message: diag.Text{
			NL: "Bij deze wijziging staat niet wat er anders is",
			EN: "This change doesn't say what is different"},
		Hint: diag.Text{
			NL: "Vertel het in één zin, achter text:",
			EN: "Tell it in one sentence, behind text:"}}
	// policy-change-order: the changes are not newest first.
	changeOrder = diag.Rule{ID: "policy-change-order", Severity: diag.Error,
		Message: diag.Text{
			NL: "De wijziging van %[1]s staat onder die van %[2]s, maar is nieuwer",
			EN: "The change of %[1]s stands below that of %[2]s, but is newer"},
		Hint: diag.Text{
			NL: "Zet de nieuwste wijziging bovenaan.",
			EN: "Put the newest change at the top."}}
	// policy-change-version: the newest change is of another version.
	changeVersion = diag.Rule{ID: "policy-change-version", Severity: diag.Warning,
		Message: diag.Text{
			NL: "De nieuwste wijziging hoort bij versie %[1]s, maar de pagina zegt versie %[2]s",
			EN: "The newest change is of version %[1]s, but the page says version %[2]s"},
		Hint: diag.Text{
			NL: "Maak de twee gelijk. Heb je iets veranderd? Zet dan bij changes wat.",
			EN: "Make the two equal. Did you change something? Then tell what, under changes."}}
)
