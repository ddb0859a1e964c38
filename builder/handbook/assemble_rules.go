package handbook

import "vaandel/builder/diag"

// The rules of addresses and of front matter from elsewhere.
var (
	// address-taken: two pages would be one file.
	addressTaken = diag.Rule{ID: "address-taken", Severity: diag.Error, Always: true,
		Message: diag.Text{
			NL: "Deze pagina krijgt hetzelfde adres als %[1]s: %[2]s",
			EN: "This page gets the same address as %[1]s: %[2]s"},
		Hint: diag.Text{
			NL: "Geef een van de twee bestanden een andere naam. Hoofdletters, accenten en leestekens tellen niet mee in een adres.",
			EN: "Rename one of the two files. Capitals, accents and punctuation make no difference in an address."}}
	// handbook-empty: there is no page, so the folder is probably the wrong one.
	handbookEmpty = diag.Rule{ID: "handbook-empty", Severity: diag.Error, Always: true,
		Message: diag.Text{
			NL: "In deze map staat geen enkele pagina",
			EN: "There is not a single page in this folder"},
		Hint: diag.Text{
			NL: "Kijk of je de goede map hebt: een pagina is een bestand dat eindigt op .md. Je vorige handboek blijft staan.",
			EN: "Check that you have the right folder: a page is a file that ends in .md. Your last handbook stays."}}
	// alias-form: an old address is none of this handbook's.
	aliasForm = diag.Rule{ID: "alias-form", Severity: diag.Error,
		Message: diag.Text{
			NL: "%[1]q is geen adres binnen dit handboek",
			EN: "%[1]q is not an address in this handbook"},
		Hint: diag.Text{
			NL: "Schrijf een oud adres vanaf de voorpagina, zo: /beleid/oude-naam.html",
			EN: "Write an old address from the home page on, like this: /policies/old-name.html"}}
	// alias-taken: an old address is a page's or another old address.
	aliasTaken = diag.Rule{ID: "alias-taken", Severity: diag.Error,
		Message: diag.Text{
			NL: "Het oude adres %[1]q is al van %[2]s",
			EN: "The old address %[1]q already belongs to %[2]s"},
		Hint: diag.Text{
			NL: "Haal het adres weg bij aliases op een van de twee pagina's.",
			EN: "Remove the address from aliases on one of the two pages."}}
	// front-foreign: pages without a kind have fields of another tool.
	unknownFields = diag.Rule{ID: "front-foreign", Severity: diag.Warning,
		Message: diag.Text{
			NL: "Pagina's in deze map hebben %[1]d velden die Vaandel niet kent",
			EN: "Pages in this folder have %[1]d fields that Vaandel does not know"},
		Hint: diag.Text{
			NL: "Ze komen waarschijnlijk uit een ander programma. Ze doen niets en mogen blijven staan.",
			EN: "They probably come from another program. They do nothing and may stay."}}
)
