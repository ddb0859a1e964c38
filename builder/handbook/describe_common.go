package handbook

import "vaandel/builder/diag"

// commonFirst describes the fields of every kind that come before its own.
func commonFirst() []FieldInfo {
	return []FieldInfo{
		{Name: "title",
			Label: diag.Text{NL: "Titel", EN: "Title"},
			Help: diag.Text{
				NL: "Laat je dit leeg, dan is de kop boven je tekst de titel.",
				EN: "Leave this empty, and the heading above your text is the title."}},
		{Name: "summary", Type: FieldLongText,
			Label: diag.Text{NL: "Waar gaat de pagina over?", EN: "What is the page about?"},
			Help: diag.Text{
				NL: "Schrijf één zin. Lezers zien die in lijsten en bij het zoeken.",
				EN: "Write one sentence. Readers see it in lists and searches."}},
	}
}

// commonLast describes the fields of every kind that come behind its own.
func commonLast() []FieldInfo {
	return []FieldInfo{
		{Name: "owner", Type: FieldContact,
			Label: diag.Text{NL: "Wie gaat erover?", EN: "Who is in charge of it?"},
			Help: diag.Text{
				NL: "Kies een contact uit handbook.yaml. Lezers zien bij wie ze terechtkunnen.",
				EN: "Choose a contact from handbook.yaml. Readers see whom they can ask."}},
		{Name: "reviewed", Type: FieldDate,
			Label: diag.Text{NL: "Nagelezen op", EN: "Read through on"}},
		{Name: "review_by", Type: FieldDate,
			Label: diag.Text{NL: "Nalezen vóór", EN: "Read again before"},
			Help: diag.Text{
				NL: "Is die dag voorbij, dan zegt Vaandel dat de pagina aan de beurt is.",
				EN: "Once that day has passed, Vaandel says that the page is due."}},
		{Name: "audience",
			Label: diag.Text{NL: "Voor wie is de pagina?", EN: "Whom is the page for?"}},
		{Name: "tags",
			Label: diag.Text{NL: "Trefwoorden", EN: "Tags"},
			Help: diag.Text{
				NL: "Onder deze woorden vinden lezers de pagina terug.",
				EN: "Readers find the page under these words."}},
		{Name: "order", Range: &Range{},
			Label: diag.Text{NL: "Plek in het menu", EN: "Place in the menu"},
			Help: diag.Text{
				NL: "Een pagina zonder getal komt achteraan.",
				EN: "A page without a number comes last."}},
		{Name: "draft",
			Label: diag.Text{NL: "Is dit nog een concept?", EN: "Is this still a draft?"},
			Help: diag.Text{
				NL: "Een concept komt niet online.",
				EN: "A draft is not published."}},
		{Name: "aliases",
			Label: diag.Text{NL: "Oude adressen", EN: "Old addresses"},
			Help: diag.Text{
				NL: "Wie zo’n adres opent, komt op deze pagina: /oud/adres.html",
				EN: "Who opens such an address comes to this page: /old/address.html"}},
		{Name: "kind", Values: kindValues(),
			Label: diag.Text{NL: "Soort pagina", EN: "Kind of page"}},
	}
}

// kindValues are the kinds, to choose from.
func kindValues() []Value {
	var values []Value
	for _, info := range KindInfos {
		values = append(values, Value{string(info.Kind), info.Name})
	}
	return values
}
