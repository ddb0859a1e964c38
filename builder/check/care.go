package check

import (
	"vaandel/builder/diag"
	"vaandel/builder/handbook"
)

// What the build finds is not looked for again: policies without owner, version or
// dates, owners that handbook.yaml hasn't got, review dates and licences that are
// past, pictures without licence or consent, questions that a content type leaves
// open, figures without source or year.

var careRules = []*Rule{
	careOwner, careReview, careReviewSoon, careVersion, careChanged,
	careFigure, careNetwork, careAsset, careQuiz, careEmpty, careTitle, careDouble,
}

// lookedAfter tells whether somebody has to look after a page of a kind: people and
// what is over on a day are not.
func lookedAfter(p *Page) bool {
	switch p.Kind {
	case handbook.KindPerson, handbook.KindShare, handbook.KindEvent:
		return false
	}
	return !p.Kindless
}

var careOwner = &Rule{ID: "care-owner", Family: Care, Severity: diag.Warning,
	Name: diag.Text{
		NL: "Niemand gaat over de pagina",
		EN: "Nobody is in charge of the page"},
	Finds: diag.Text{
		NL: "Een pagina zonder eigenaar (owner), in een handboek met contacten.",
		EN: "A page without an owner, in a handbook with contacts."},
	Why: diag.Text{
		NL: "Wat van niemand is, wordt niet bijgehouden. En lezers weten niet aan wie ze iets kunnen vragen.",
		EN: "What belongs to nobody isn't kept up. And readers don't know whom to ask."},
	Bad:  diag.Text{NL: "title: Onder werktijd", EN: "title: During working hours"},
	Good: diag.Text{NL: "title: Onder werktijd\nowner: hr", EN: "title: During working hours\nowner: hr"},
	Message: diag.Text{
		NL: "Bij deze pagina staat niet wie erover gaat",
		EN: "This page doesn't say who is in charge of it"},
	Hint: diag.Text{
		NL: "Zet bij owner de id van een contact uit handbook.yaml, zo: owner: %[1]s",
		EN: "Set owner to the id of a contact in handbook.yaml, like this: owner: %[1]s"},
	Page: func(r *Report, p *Page) {
		contacts := p.Book.Handbook.Config.Contacts
		if lookedAfter(p) && p.Kind != handbook.KindPolicy && p.Common.Owner == "" && len(contacts) > 0 {
			r.At(p.Top(), contacts[0].ID)
		}
	},
}

var careReview = &Rule{ID: "care-review", Family: Care, Severity: diag.Warning,
	Name: diag.Text{
		NL: "Geen dag om de pagina na te lezen",
		EN: "No day to read the page again"},
	Finds: diag.Text{
		NL: "Een pagina zonder datum waarop iemand haar weer naleest (review_by).",
		EN: "A page without a date by which somebody reads it again (review_by)."},
	Why: diag.Text{
		NL: "Zonder datum merkt niemand dat een pagina veroudert.",
		EN: "Without a date nobody notices that a page grows old."},
	Bad:  diag.Text{NL: "owner: hr", EN: "owner: hr"},
	Good: diag.Text{NL: "owner: hr\nreview_by: 2027-01-31", EN: "owner: hr\nreview_by: 2027-01-31"},
	Message: diag.Text{
		NL: "Bij deze pagina staat niet wanneer iemand haar weer naleest",
		EN: "This page doesn't say when somebody will read it again"},
	Hint: diag.Text{
		NL: "Kies een dag, bijvoorbeeld over een jaar, zo: review_by: %[1]s",
		EN: "Pick a day, a year from now for instance, like this: review_by: %[1]s"},
	Page: func(r *Report, p *Page) {
		if lookedAfter(p) && p.Kind != handbook.KindPolicy && p.Common.ReviewBy == "" {
			r.At(p.Top(), later(r.Today, 365))
		}
	},
}

var careReviewSoon = &Rule{ID: "care-review-soon", Family: Care, Severity: diag.Advice,
	Name: diag.Text{
		NL: "Bijna tijd om de pagina na te lezen",
		EN: "Almost time to read the page again"},
	Finds: diag.Text{
		NL: "Een pagina die iemand binnenkort moet nalezen. Is die dag voorbij, dan waarschuwt het bouwen zelf.",
		EN: "A page that is due to be read again soon. Once the day has passed, the build itself warns."},
	Why: diag.Text{
		NL: "Wie het een maand van tevoren weet, kan er tijd voor maken.",
		EN: "Who knows it a month ahead can make time for it."},
	Bad:    diag.Text{NL: "review_by: 2026-12-01, en vandaag is het 22 november 2026", EN: "review_by: 2026-12-01, and today is 22 November 2026"},
	Good:   diag.Text{NL: "review_by: 2027-11-22", EN: "review_by: 2027-11-22"},
	Limits: []Limit{{"days", 30, diag.Text{NL: "zoveel dagen van tevoren", EN: "so many days ahead"}}},
	Message: diag.Text{
		NL: "Deze pagina lees je uiterlijk op %[1]s weer na: %[2]s",
		EN: "This page is due to be read again by %[1]s: %[3]s"},
	Hint: diag.Text{
		NL: "Lees de pagina na. Klopt alles? Zet dan bij reviewed de dag van vandaag en kies een nieuwe dag voor review_by.",
		EN: "Read the page again. Is all of it right? Then set reviewed to today and pick a new day for review_by."},
	Page: func(r *Report, p *Page) {
		days, ok := daysTo(r.Today, p.Common.ReviewBy)
		if ok && days >= 0 && days <= r.Limit("days") {
			r.At(p.Field("review_by"), p.Common.ReviewBy, until(days).NL, until(days).EN)
		}
	},
}
