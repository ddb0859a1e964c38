package handbook

import "vaandel/builder/diag"

func (*Toolkit) fields() []FieldInfo {
	of := func(kind string) *Condition { return &Condition{Field: "type", Is: []string{kind}} }
	return []FieldInfo{
		{Name: "type", Type: FieldChoice, Required: true, Values: []Value{
			{"pictures", diag.Text{NL: "Foto’s en tekeningen", EN: "Pictures"}},
			{"posts", diag.Text{NL: "Voorbeeldberichten", EN: "Post templates"}},
			{"words", diag.Text{NL: "Woordenlijst", EN: "Word list"}},
			{"downloads", diag.Text{NL: "Bestanden om te downloaden", EN: "Files to download"}},
			{"materials", diag.Text{NL: "Spullen om te lenen", EN: "Things to borrow"}}},
			Label: diag.Text{NL: "Wat vind je hier?", EN: "What is to be found here?"}},
		{Name: "pictures", When: of("pictures"), Fields: assetFields("alt"),
			Label: diag.Text{NL: "Foto’s en tekeningen", EN: "Pictures"}},
		{Name: "downloads", When: of("downloads"), Fields: assetFields("title"),
			Label: diag.Text{NL: "Bestanden", EN: "Files"}},
		{Name: "materials", When: of("materials"),
			Label: diag.Text{NL: "Spullen", EN: "Things"},
			Fields: []FieldInfo{
				{Name: "name", Required: true,
					Label: diag.Text{NL: "Wat is het?", EN: "What is it?"}},
				{Name: "for",
					Label: diag.Text{NL: "Waar is het voor?", EN: "What is it for?"}},
				{Name: "where",
					Label: diag.Text{NL: "Waar haal je het?", EN: "Where to get it?"}},
				{Name: "link", Type: FieldLink,
					Label: diag.Text{NL: "Link", EN: "Link"}},
			}},
	}
}

// assetFields describes a picture or file, whose field needed may not be left
// out.
func assetFields(needed string) []FieldInfo {
	return []FieldInfo{
		{Name: "file", Type: FieldFile, Required: true,
			Label: diag.Text{NL: "Bestand", EN: "File"},
			Help: diag.Text{
				NL: "Zet het bestand naast deze pagina.",
				EN: "Put the file beside this page."}},
		{Name: "title", Required: needed == "title",
			Label: diag.Text{NL: "Titel", EN: "Title"}},
		{Name: "alt", Type: FieldLongText, Required: needed == "alt",
			Label: diag.Text{NL: "Wat is erop te zien?", EN: "What does it show?"},
			Help: diag.Text{
				NL: "Beschrijf het in één zin, voor wie het niet ziet.",
				EN: "Describe it in one sentence, for those who can't see it."}},
		{Name: "licence", Required: true,
			Label: diag.Text{NL: "Wie mag het gebruiken?", EN: "Who may use it?"},
			Help: diag.Text{
				NL: "Bijvoorbeeld: Eigen foto, vrij te gebruiken door collega’s.",
				EN: "For instance: Our own picture, free for colleagues."}},
		{Name: "credit",
			Label: diag.Text{NL: "Wie heeft het gemaakt?", EN: "Who made it?"}},
		{Name: "source",
			Label: diag.Text{NL: "Waar komt het vandaan?", EN: "Where does it come from?"}},
		{Name: "expires", Type: FieldDate,
			Label: diag.Text{NL: "Niet meer gebruiken vanaf", EN: "Not to be used from"}},
		{Name: "people",
			Label: diag.Text{NL: "Zijn er mensen te herkennen?", EN: "Can people be recognised?"}},
		{Name: "consent", Type: FieldLongText, When: &Condition{Field: "people", Is: []string{"true"}},
			Label: diag.Text{NL: "Waar ligt hun toestemming?", EN: "Where is their permission kept?"},
			Help: diag.Text{
				NL: "Zet erbij tot wanneer die geldt.",
				EN: "Add until when it holds."}},
	}
}
