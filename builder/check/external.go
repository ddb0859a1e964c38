package check

import (
	"vaandel/builder/diag"
)

var linkExternal = &Rule{ID: "link-external", Family: Links, Severity: diag.Warning, Outside: true,
	Name: diag.Text{
		NL: "Een link naar een andere site die niet werkt",
		EN: "A link to another site that doesn't work"},
	Finds: diag.Text{
		NL: "Een link naar een pagina van een andere site die weg of verhuisd is. Vaandel vraagt dat alleen na met --external, en dan rustig: één vraag per seconde aan elke site. Wat werkt, vraagt het een week lang niet opnieuw.",
		EN: "A link to a page of another site that is gone or has moved. Vaandel asks with --external only, and gently: one question a second to each site. What works is not asked for again for a week."},
	Why: diag.Text{
		NL: "Andere sites veranderen zonder het je te zeggen. Een dode link maakt de rest van de pagina ook minder geloofwaardig.",
		EN: "Other sites change without telling you. A dead link makes the rest of the page less credible too."},
	Bad: diag.Text{
		NL: "[Lees het onderzoek](https://voorbeeld.example/onderzoek-2019.pdf), en dat adres geeft “niet gevonden”.",
		EN: "[Read the research](https://voorbeeld.example/research-2019.pdf), where the answer is “not found”."},
	Good: diag.Text{
		NL: "Een link naar de pagina waar het onderzoek nu staat.",
		EN: "A link to where the research is now."},
	Limits: []Limit{{"days", 7, diag.Text{NL: "zoveel dagen geldt een antwoord", EN: "so many days does an answer hold"}}},
	Message: diag.Text{
		NL: "De pagina %[1]s is er niet meer",
		EN: "The page %[1]s is gone"},
	Hint: diag.Text{
		NL: "Zoek op die site waar de pagina nu staat, of haal de link weg.",
		EN: "Look on that site for where the page is now, or remove the link."},
	Whole: external,
}

// What is said of a page that has moved, and of one that doesn't answer.
var (
	externalMoved = diag.Text{
		NL: "De pagina %[1]s is voorgoed verhuisd",
		EN: "The page %[1]s has moved for good"}
	externalMovedHint = diag.Text{
		NL: "Neem het nieuwe adres over: %[2]s",
		EN: "Take the new address: %[2]s"}
	externalSilent = diag.Text{
		NL: "De site van %[1]s geeft nu geen antwoord",
		EN: "The site of %[1]s doesn't answer now"}
	externalSilentHint = diag.Text{
		NL: "Probeer de link zelf, en controleer morgen nog eens. Blijft het zo? Zoek dan een andere bron.",
		EN: "Try the link yourself, and check again tomorrow. Does it stay like this? Then look for another source."}
	externalNowhere = diag.Text{
		NL: "De site van %[1]s bestaat niet (meer)",
		EN: "There is no site (any more) at %[1]s"}
	externalUnsafe = diag.Text{
		NL: "De beveiligde verbinding met %[1]s klopt niet",
		EN: "The secure connection to %[1]s is not in order"}
	externalUnsafeHint = diag.Text{
		NL: "Lezers krijgen hier een waarschuwing van hun browser. Zoek een andere bron, of meld het aan die site.",
		EN: "Readers get a warning from their browser here. Look for another source, or tell that site."}
)

// external asks for each page of another site that a link leads to.
func external(r *Report, b *Book) {
	a := newAsker(r.options.Cache, r.Limit("days"))
	places := outside(b)
	answers := a.all(r.ctx, places.addresses, r.options.Asked)
	for i, address := range places.addresses {
		message, hint, to := answers[i].said(r.Rule)
		if message == (diag.Text{}) {
			continue
		}
		for _, at := range places.at[address] {
			r.Say(at, message, hint, address, to)
		}
	}
}

// said puts an answer into words; none where all is well.
func (a answer) said(rule *Rule) (message, hint diag.Text, to string) {
	switch a.Outcome {
	case gone:
		return rule.Message, rule.Hint, ""
	case moved:
		return externalMoved, externalMovedHint, a.To
	case silent:
		return externalSilent, externalSilentHint, ""
	case nowhere:
		return externalNowhere, rule.Hint, ""
	case unsafe:
		return externalUnsafe, externalUnsafeHint, ""
	}
	return diag.Text{}, diag.Text{}, ""
}
