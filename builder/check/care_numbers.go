package check

import (
	"strconv"

	"vaandel/builder/diag"
	"vaandel/builder/handbook"
)

var careFigure = &Rule{ID: "care-figure", Family: Care, Severity: diag.Warning,
	Name: diag.Text{
		NL: "Een oud cijfer",
		EN: "An old figure"},
	Finds: diag.Text{
		NL: "Een cijfer dat iemand meer dan twee jaar geleden voor het laatst nakeek. Staat dat er niet bij, dan telt het jaar van het onderzoek.",
		EN: "A figure that somebody last looked up more than two years ago. Where that is not said, the year of the research counts."},
	Why: diag.Text{
		NL: "Eén achterhaald cijfer, en de directie gelooft de rest ook niet meer.",
		EN: "One outdated number, and the board doesn't believe the others either."},
	Bad:    diag.Text{NL: "year: 2021\nchecked: 2022-03-01", EN: "year: 2021\nchecked: 2022-03-01"},
	Good:   diag.Text{NL: "year: 2021\nchecked: 2026-11-20", EN: "year: 2021\nchecked: 2026-11-20"},
	Limits: []Limit{{"days", 730, diag.Text{NL: "zoveel dagen na het nakijken", EN: "so many days after it was looked up"}}},
	Message: diag.Text{
		NL: "Dit cijfer is voor het laatst nagekeken op %[1]s",
		EN: "This figure was last looked up on %[1]s"},
	Hint: diag.Text{
		NL: "Is er een nieuwer cijfer? Neem dat. Klopt het nog? Zet dan bij checked de dag van vandaag.",
		EN: "Is there a newer one? Take that. Does it still hold? Then set checked to today."},
	Page: func(r *Report, p *Page) {
		figures, ok := p.Spec.(*handbook.Figures)
		if !ok {
			return
		}
		for i, n := range p.Doc.Meta.Get("figures").Entries() {
			f := figures.Figures[i]
			if days, ok := daysTo(f.Checked, r.Today); ok {
				if days > r.Limit("days") {
					r.At(place(p.Source, n.Get("checked")), f.Checked)
				}
				continue
			}
			if days, ok := daysTo(strconv.Itoa(f.Year)+"-12-31", r.Today); ok && days > r.Limit("days") && n.Get("year") != nil {
				r.Say(place(p.Source, n.Get("year")), diag.Text{
					NL: "Dit cijfer is uit %[1]d, en er staat niet of iemand het sindsdien heeft nagekeken",
					EN: "This figure is of %[1]d, and nothing says that somebody looked it up since"}, diag.Text{
					NL: "Kijk het na bij de bron en zet de dag erbij, zo: checked: %[2]s",
					EN: "Look it up at its source and add the day, like this: checked: %[2]s"}, f.Year, r.Today)
			}
		}
	},
}

var careNetwork = &Rule{ID: "care-network", Family: Care, Severity: diag.Warning,
	Name: diag.Text{
		NL: "Maten van een netwerk lang niet nagekeken",
		EN: "Limits of a network not looked up for long"},
	Finds: diag.Text{
		NL: "Een netwerk in handbook.yaml waarvan iemand de maten meer dan een jaar geleden voor het laatst nakeek.",
		EN: "A network in handbook.yaml whose limits were last looked up more than a year ago."},
	Why: diag.Text{
		NL: "Netwerken veranderen hun maten. “Check je bericht” zou collega's dan iets verkeerds vertellen.",
		EN: "Networks change their limits. “Check your post” would then tell colleagues what is wrong."},
	Bad:    diag.Text{NL: "checked: 2024-05-01", EN: "checked: 2024-05-01"},
	Good:   diag.Text{NL: "checked: 2026-11-01", EN: "checked: 2026-11-01"},
	Limits: []Limit{{"days", 365, diag.Text{NL: "zoveel dagen na het nakijken", EN: "so many days after they were looked up"}}},
	Message: diag.Text{
		NL: "De maten van %[1]s zijn voor het laatst nagekeken op %[2]s",
		EN: "The limits of %[1]s were last looked up on %[2]s"},
	Hint: diag.Text{
		NL: "Kijk bij het netwerk zelf of ze nog kloppen en zet dan bij checked de dag van vandaag.",
		EN: "See at the network itself whether they still hold, and set checked to today."},
	Whole: func(r *Report, b *Book) {
		for i, n := range b.Config.Get("networks").Entries() {
			network := b.Handbook.Config.Networks[i]
			if days, ok := daysTo(network.Checked, r.Today); ok && days > r.Limit("days") {
				r.At(place(handbook.ConfigFile, n.Get("checked")), network.Name, network.Checked)
			}
		}
	},
}

var careAsset = &Rule{ID: "care-asset", Family: Care, Severity: diag.Advice,
	Name: diag.Text{
		NL: "Een beeld of bestand dat bijna niet meer mag",
		EN: "A picture or file that may not be used much longer"},
	Finds: diag.Text{
		NL: "Een beeld of bestand uit het gereedschap waarvan de afspraak binnenkort afloopt. Daarna waarschuwt het bouwen zelf.",
		EN: "A picture or file of the toolkit whose term ends soon. After that the build itself warns."},
	Why: diag.Text{
		NL: "Collega's hebben het dan al gedeeld. Wie het op tijd weet, kan verlengen.",
		EN: "Colleagues will have shared it by then. Who knows in time can extend it."},
	Bad:    diag.Text{NL: "expires: 2026-12-01, en vandaag is het 22 november 2026", EN: "expires: 2026-12-01, and today is 22 November 2026"},
	Good:   diag.Text{NL: "expires: 2028-12-01", EN: "expires: 2028-12-01"},
	Limits: []Limit{{"days", 30, diag.Text{NL: "zoveel dagen van tevoren", EN: "so many days ahead"}}},
	Message: diag.Text{
		NL: "Dit mag je vanaf %[1]s niet meer gebruiken: %[2]s",
		EN: "This may not be used any more from %[1]s: %[3]s"},
	Hint: diag.Text{
		NL: "Spreek een nieuwe termijn af, of zoek alvast iets anders.",
		EN: "Agree on a new term, or start looking for something else."},
	Page: func(r *Report, p *Page) {
		for _, list := range []string{"pictures", "downloads"} {
			for _, n := range p.Doc.Meta.Get(list).Entries() {
				expires := n.Get("expires")
				if expires == nil || p.Kind != handbook.KindToolkit {
					continue
				}
				if days, ok := daysTo(r.Today, expires.Value); ok && days > 0 && days <= r.Limit("days") {
					r.At(place(p.Source, expires), expires.Value, until(days).NL, until(days).EN)
				}
			}
		}
	},
}
