package handbook

import "vaandel/builder/diag"

// The rules of links. A link that leads nowhere stays visible as text.
var (
	// link-broken: a link leads to a file that is not there.
	linkBroken = diag.Rule{ID: "link-broken", Severity: diag.Warning,
		Message: diag.Text{
			NL: "De link naar %[1]q werkt niet: dat bestand is er niet",
			EN: "The link to %[1]q does not work: there is no such file"},
		Hint: diag.Text{
			NL: "Kijk of de naam en de map kloppen. Tot die tijd ziet de lezer alleen de tekst.",
			EN: "Check the name and the folder. Until then readers see the text without a link."}}
	linkBrokenNear = diag.Rule{ID: "link-broken", Severity: diag.Warning,
		Message: linkBroken.Message,
		Hint: diag.Text{
			NL: "Bedoel je %[2]q?",
			EN: "Did you mean %[2]q?"}}
	// link-wiki: no page has the title between the brackets.
	wikiBroken = diag.Rule{ID: "link-wiki", Severity: diag.Warning,
		Message: diag.Text{
			NL: "Er is geen pagina die %[1]q heet",
			EN: "There is no page called %[1]q"},
		Hint: diag.Text{
			NL: "Schrijf tussen [[ en ]] de titel van een pagina, precies zoals die op de pagina staat.",
			EN: "Between [[ and ]] write the title of a page, just as it stands on that page."}}
	wikiBrokenNear = diag.Rule{ID: "link-wiki", Severity: diag.Warning,
		Message: wikiBroken.Message,
		Hint: diag.Text{
			NL: "Bedoel je [[%[2]s]]?",
			EN: "Did you mean [[%[2]s]]?"}}
	// link-ambiguous: two pages have the title between the brackets.
	linkAmbiguous = diag.Rule{ID: "link-ambiguous", Severity: diag.Warning,
		Message: diag.Text{
			NL: "Meer dan één pagina heet %[1]q: %[2]s en %[3]s",
			EN: "More than one page is called %[1]q: %[2]s and %[3]s"},
		Hint: diag.Text{
			NL: "De link gaat nu naar de eerste. Link naar het bestand zelf: [tekst](%[2]s).",
			EN: "The link now leads to the first. Link to the file itself: [text](%[2]s)."}}
	// link-anchor: the page has no such heading.
	linkAnchor = diag.Rule{ID: "link-anchor", Severity: diag.Warning,
		Message: diag.Text{
			NL: "Het kopje %[1]q staat niet in %[2]s",
			EN: "There is no heading %[1]q in %[2]s"},
		Hint: diag.Text{
			NL: "De link gaat nu naar het begin van de pagina. Neem achter # de tekst van het kopje, met streepjes in plaats van spaties.",
			EN: "The link now leads to the top of the page. Behind # write the heading's text, with hyphens for spaces."}}
	linkAnchorNear = diag.Rule{ID: "link-anchor", Severity: diag.Warning,
		Message: linkAnchor.Message,
		Hint: diag.Text{
			NL: "Bedoel je het kopje %[3]q?",
			EN: "Did you mean the heading %[3]q?"}}
	// link-case: link and file differ in capitals and small letters.
	linkCase = diag.Rule{ID: "link-case", Severity: diag.Warning,
		Message: diag.Text{
			NL: "De link schrijft %[1]q, het bestand heet %[2]q",
			EN: "The link says %[1]q, the file is called %[2]q"},
		Hint: diag.Text{
			NL: "Neem hoofdletters en kleine letters precies over. Op andere computers werkt de link anders niet.",
			EN: "Copy capitals and small letters exactly. On other computers the link may fail otherwise."}}
	// link-outside: a link leaves the folder.
	linkOutside = diag.Rule{ID: "link-outside", Severity: diag.Warning,
		Message: diag.Text{
			NL: "De link naar %[1]q gaat naar een plek buiten de map van het handboek",
			EN: "The link to %[1]q leads outside the handbook's folder"},
		Hint: diag.Text{
			NL: "Zet het bestand in de map van het handboek en link daarheen.",
			EN: "Put the file into the handbook's folder and link to it there."}}
	// link-draft: a link leads to a page that is not published yet.
	linkDraft = diag.Rule{ID: "link-draft", Severity: diag.Warning,
		Message: diag.Text{
			NL: "De link naar %[1]q gaat naar een pagina die nog een concept is",
			EN: "The link to %[1]q leads to a page that is still a draft"},
		Hint: diag.Text{
			NL: "Haal draft: true weg uit die pagina als ze af is, of haal de link weg.",
			EN: "Remove draft: true from that page once it is done, or remove the link."}}
	// link-field: a field of the front matter has an address that no link may have.
	fieldScheme = diag.Rule{ID: "link-field", Severity: diag.Error,
		Message: diag.Text{
			NL: "Het adres %[1]q kan niet in een link",
			EN: "The address %[1]q can't be linked to"},
		Hint: diag.Text{
			NL: "Gebruik een adres dat begint met https://, of noem een bestand van dit handboek.",
			EN: "Use an address that begins with https://, or name a file of this handbook."}}
	// picture-alt: a picture has no words for those who can't see it.
	pictureAlt = diag.Rule{ID: "picture-alt", Severity: diag.Warning,
		Message: diag.Text{
			NL: "Bij de afbeelding %[1]q staat niet wat erop te zien is",
			EN: "The picture %[1]q doesn't say what it shows"},
		Hint: diag.Text{
			NL: "Schrijf het tussen de blokhaken: ![Twee collega's bij het raam](%[1]s). Wie de afbeelding niet ziet, krijgt die woorden te horen.",
			EN: "Write it between the brackets: ![Two colleagues by the window](%[1]s). Those who can't see the picture hear these words."}}
)
