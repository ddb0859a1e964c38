package check

import (
	"vaandel/builder/diag"
	"vaandel/builder/handbook"
)

// What the build finds of links is not looked for again: those that lead nowhere, to
// a heading that is not there, to a draft, out of the folder or in other letter case,
// and old addresses (aliases) that a page has or that lead in a circle.

var linkRules = []*Rule{linkOrphan, linkExternal}

var linkOrphan = &Rule{ID: "link-orphan", Family: Links, Severity: diag.Advice,
	Name: diag.Text{
		NL: "Een pagina waar geen tekst naartoe leidt",
		EN: "A page that no text leads to"},
	Finds: diag.Text{
		NL: "Een pagina waar geen andere pagina naar linkt, in een map waar dat bij de meeste andere wel zo is. Alleen het menu, de lijst van de map en zoeken leiden ernaartoe. Mensen, nieuws om te delen en bijeenkomsten tellen niet mee: die staan in lijsten. Een overzicht met veel links ook niet: daar begin je.",
		EN: "A page that no other page links to, in a folder where most others have such a link. Only the menu, the list of the folder and a search lead to it. People, news to share and events don't count: they stand in lists. Nor does an overview of many links: that is where one starts."},
	Why: diag.Text{
		NL: "Lezers klikken op wat in de tekst staat. Een nieuwe pagina die nergens wordt genoemd, leest bijna niemand.",
		EN: "Readers follow what the text names. Hardly anybody reads a new page that is named nowhere."},
	Bad: diag.Text{
		NL: "Op de pagina van de map staan zes van de zeven pagina's in een lijst.",
		EN: "The page of the folder lists six of its seven pages."},
	Good: diag.Text{
		NL: "Lees ook [onder werktijd](werktijd.md).",
		EN: "See also [during working hours](hours.md)."},
	Limits: []Limit{{"percent", 80, diag.Text{
		NL: "als naar zoveel procent van de andere pagina's in de map een link leidt",
		EN: "where a link leads to so many percent of the folder's other pages"}}},
	Message: diag.Text{
		NL: "Geen andere pagina linkt naar deze, en naar de meeste andere in deze map wel",
		EN: "No other page links to this one, and to most others of this folder they do"},
	Hint: diag.Text{
		NL: "Noem de pagina waar lezers haar nodig hebben, of op de eerste pagina van de map. Is ze niet meer nodig? Haal haar dan weg.",
		EN: "Name the page where readers need it, or on the first page of the folder. Is it no longer needed? Then remove it."},
	Whole: orphans,
}

// overview is how many pages one leads to that is a map of others: who reads it comes
// from the menu.
const overview = 12

// fewest is how many other pages a folder must have, so that most of them say something.
const fewest = 3

// orphans looks for the pages that no text leads to where most others are linked to.
func orphans(r *Report, b *Book) {
	linked := linkedKeys(b)
	all, with := map[string]int{}, map[string]int{} // by folder
	var alone []*Page
	seen := map[string]bool{} // keys: one version leads to the others
	for _, p := range b.Pages {
		if p.Index || seen[p.Key] || p.Kind != handbook.KindPage && !lookedAfter(p) {
			continue
		}
		seen[p.Key] = true
		all[p.Folder()]++
		switch {
		case linked[p.Key]:
			with[p.Folder()]++
		case leadsTo(p) < overview:
			alone = append(alone, p)
		}
	}
	for _, p := range alone {
		if others := all[p.Folder()] - 1; others >= fewest && with[p.Folder()]*100 >= r.Limit("percent")*others {
			r.At(p.Top())
		}
	}
}

// leadsTo is how many other pages one links to.
func leadsTo(p *Page) int {
	keys := map[string]bool{}
	for _, t := range p.Links {
		if t.Page != nil && t.Page.Key != p.Key {
			keys[t.Page.Key] = true
		}
	}
	return len(keys)
}

// linkedKeys are the pages that another one leads to, by key.
func linkedKeys(b *Book) map[string]bool {
	linked := map[string]bool{}
	for _, p := range b.Pages {
		leads := func(t handbook.Target) {
			if t.Page != nil && t.Page.Key != p.Key {
				linked[t.Page.Key] = true
			}
		}
		for _, t := range p.Links {
			leads(t)
		}
		for _, t := range p.Embeds {
			leads(t)
		}
		for _, t := range p.Fields {
			leads(t)
		}
	}
	return linked
}
