package main

import "vaandel/builder/publish"

// explainRefusal says why a folder can't take the site.
func explainRefusal(r *publish.Refusal) *fault {
	words := map[publish.Reason]struct{ what, hint text }{
		publish.IsRoot: {text{
			NL: "In %[1]s zelf zetten we geen site: daar staat je hele schijf.",
			EN: "We don't put a site right into %[1]s: that is your whole disk."}, elsewhere},
		publish.HoldsHome: {text{
			NL: "In %[1]s zetten we geen site: daar staan al je eigen bestanden.",
			EN: "We don't put a site into %[1]s: all your own files are there."}, elsewhere},
		publish.HoldsProtected: {text{
			NL: "In %[1]s zetten we geen site: daar staat de tekst van je handboek.",
			EN: "We don't put a site into %[1]s: the text of your handbook is there."}, elsewhere},
		publish.InProtected: {text{
			NL: "%[1]s ligt in de map met de tekst van je handboek. Dan leest Vaandel de site straks ook als tekst.",
			EN: "%[1]s lies in the folder with the text of your handbook. Then Vaandel would read the site as text, too."}, text{
			NL: "Kies een map ernaast, zo: --out %[3]s",
			EN: "Choose a folder beside it, like this: --out %[3]s"}},
		publish.NotFolder: {text{
			NL: "Op de plek %[1]s staat een bestand. Een site heeft een map nodig.",
			EN: "There is a file at %[1]s. A site needs a folder."}, elsewhere},
		publish.LeadsNowhere: {text{
			NL: "%[1]s is een koppeling naar een plek die er niet is.",
			EN: "%[1]s is a link to a place that is not there."}, text{
			NL: "Maak die plek, verwijder de koppeling, of kies een andere map met --out.",
			EN: "Make that place, remove the link, or choose another folder with --out."}},
		publish.NotOurs: {text{
			NL: "In %[1]s staan al bestanden die niet van Vaandel zijn, zoals %[2]s.",
			EN: "%[1]s already holds files that Vaandel didn't make, such as %[2]s."}, text{
			NL: "Kies met --out een lege of nieuwe map. Zo raak je niets kwijt.",
			EN: "Choose an empty or new folder with --out. That way you lose nothing."}},
		publish.Damaged: {text{
			NL: "In %[1]s is het bestand %[2]s beschadigd. Daarin staat welke bestanden van Vaandel zijn.",
			EN: "The file %[2]s in %[1]s is damaged. It tells which files are Vaandel's."}, text{
			NL: "Maak de map leeg en bouw opnieuw, of kies een andere map met --out.",
			EN: "Empty the folder and build again, or choose another one with --out."}},
	}[r.Reason]
	if words.what == (text{}) {
		return explainSystem(r)
	}
	return usage(words.what, words.hint, short(r.Dir), r.Other, "../public")
}

var elsewhere = text{
	NL: "Kies met --out een eigen map voor de site, zo: --out public",
	EN: "Choose a folder for the site alone with --out, like this: --out public"}
