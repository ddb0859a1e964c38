package handbook

import "vaandel/builder/diag"

// The rules of handbook.yaml.
var (
	// config-language: a language has no code of two letters that we know.
	configLanguage = diag.Rule{ID: "config-language", Severity: diag.Error,
		Message: diag.Text{
			NL: "De taal %[1]q kennen we niet",
			EN: "There is no language with the code %[1]q"},
		Hint: diag.Text{
			NL: "Schrijf een taal als twee kleine letters, zo: languages: [%[2]s]",
			EN: "Write a language as two small letters, like this: languages: [%[2]s]"}}
	// config-language-double: a language is listed twice.
	configDouble = diag.Rule{ID: "config-language-double", Severity: diag.Warning,
		Message: diag.Text{
			NL: "De taal %[1]q staat er twee keer",
			EN: "The language %[1]q is there twice"},
		Hint: diag.Text{
			NL: "Haal een van de twee weg.",
			EN: "Remove one of the two."}}
	// config-language-none: the handbook has no language.
	configNoLanguage = diag.Rule{ID: "config-language-none", Severity: diag.Error,
		Message: diag.Text{
			NL: "Bij languages staat geen taal",
			EN: "languages lists no language"},
		Hint: diag.Text{
			NL: "Noem de taal van het handboek, zo: languages: [nl]",
			EN: "Name the language of the handbook, like this: languages: [en]"}}
	// config-words-language: a text is in a language the handbook hasn't got.
	configWords = diag.Rule{ID: "config-words-language", Severity: diag.Warning,
		Message: diag.Text{
			NL: "Deze tekst ziet niemand, want het handboek heeft geen taal %[1]q",
			EN: "Nobody will see this text, as the handbook has no language %[1]q"},
		Hint: diag.Text{
			NL: "Zet de taal bij languages of haal de tekst weg. Nu zijn er: %[2]s.",
			EN: "Add the language to languages or remove the text. Now there are: %[2]s."}}
	// config-base-path: the path of the handbook on its site has another form.
	configBasePath = diag.Rule{ID: "config-base-path", Severity: diag.Error,
		Message: diag.Text{
			NL: "De map %[1]q op de website kan zo niet",
			EN: "The folder %[1]q on the website can't be written like this"},
		Hint: diag.Text{
			NL: "Begin en eindig met een schuine streep, zonder spaties, zo: base_path: %[2]s",
			EN: "Start and end with a slash, without spaces, like this: base_path: %[2]s"}}
	// config-url: the address of the site is not a full one.
	configURL = diag.Rule{ID: "config-url", Severity: diag.Error,
		Message: diag.Text{
			NL: "Het adres %[1]q is niet het hele adres van een website",
			EN: "The address %[1]q is not the full address of a website"},
		Hint: diag.Text{
			NL: "Kopieer het uit de adresbalk, met https:// ervoor, zo: url: https://handboek.voorbeeld.nl/",
			EN: "Copy it from the address bar, with https:// in front, like this: url: https://handbook.example.com/"}}
	// config-accent: the brand's colour is not #rgb or #rrggbb.
	configAccent = diag.Rule{ID: "config-accent", Severity: diag.Error,
		Message: diag.Text{
			NL: "De kleur %[1]q kunnen we niet lezen",
			EN: "We can't read the colour %[1]q"},
		Hint: diag.Text{
			NL: "Schrijf een # en zes cijfers of letters van a tot en met f, tussen aanhalingstekens: accent: \"#1f6f78\"",
			EN: "Write a # and six digits or letters from a to f, in quotes: accent: \"#1f6f78\""}}
	// An accent without quotes is taken for a comment, so nothing is left of it.
	configAccentEmpty = diag.Rule{ID: "config-accent", Severity: diag.Error,
		Message: diag.Text{
			NL: "Bij accent staat geen kleur. Alles achter een # slaan we over",
			EN: "accent has no colour. All behind a # is skipped"},
		Hint: diag.Text{
			NL: "Zet de kleur tussen aanhalingstekens: accent: \"#1f6f78\"",
			EN: "Put the colour in quotes: accent: \"#1f6f78\""}}
	// config-section-folder: a section names no folder.
	sectionFolder = diag.Rule{ID: "config-section-folder", Severity: diag.Error,
		Message: diag.Text{
			NL: "Hier staat niet om welke map het gaat",
			EN: "This doesn't say which folder it is about"},
		Hint: diag.Text{
			NL: "Zet de naam van de map erbij, zo: folder: beleid",
			EN: "Add the name of the folder, like this: folder: policies"}}
	// config-section-deep: a section is a folder inside another.
	sectionDeep = diag.Rule{ID: "config-section-deep", Severity: diag.Error,
		Message: diag.Text{
			NL: "%[1]q is geen map die direct in het handboek staat",
			EN: "%[1]q is not a folder directly in the handbook"},
		Hint: diag.Text{
			NL: "Noem alleen de bovenste map. Wat daarin zit, hoort er vanzelf bij.",
			EN: "Name the top folder only. What is in it comes along by itself."}}
	// config-section-double: two sections are one folder.
	sectionDouble = diag.Rule{ID: "config-section-double", Severity: diag.Error,
		Message: diag.Text{
			NL: "De map %[1]q staat er twee keer: ook op regel %[2]d",
			EN: "The folder %[1]q is there twice: on line %[2]d too"},
		Hint: diag.Text{
			NL: "Maak er één van.",
			EN: "Make one of the two."}}
	// config-id: a network or contact has no id.
	configID = diag.Rule{ID: "config-id", Severity: diag.Error,
		Message: diag.Text{
			NL: "Hier ontbreekt de id. Zonder id kan geen pagina dit noemen",
			EN: "The id is missing here. Without one no page can refer to this"},
		Hint: diag.Text{
			NL: "Verzin één kort woord, zo: id: hr",
			EN: "Think of one short word, like this: id: hr"}}
	// config-id-form: an id is not one word of small letters and digits.
	configIDForm = diag.Rule{ID: "config-id-form", Severity: diag.Error,
		Message: diag.Text{
			NL: "De id %[1]q is niet één woord in kleine letters",
			EN: "The id %[1]q is not one word in small letters"},
		Hint: diag.Text{
			NL: "Gebruik kleine letters zonder accenten, cijfers en streepjes, zo: id: team-zorg",
			EN: "Use small letters without accents, digits and hyphens, like this: id: team-care"}}
	// config-id-double: two networks or contacts have one id.
	configIDDouble = diag.Rule{ID: "config-id-double", Severity: diag.Error,
		Message: diag.Text{
			NL: "De id %[1]q is al van regel %[2]d",
			EN: "The id %[1]q already belongs to line %[2]d"},
		Hint: diag.Text{
			NL: "Geef een van de twee een andere id.",
			EN: "Give one of the two another id."}}
	// config-network-size: a picture has a width and no height, or the reverse.
	networkSize = diag.Rule{ID: "config-network-size", Severity: diag.Error,
		Message: diag.Text{
			NL: "Van de foto's voor dit netwerk is maar één maat bekend",
			EN: "Of this network's pictures only one size is given"},
		Hint: diag.Text{
			NL: "Zet er de breedte en de hoogte bij, in beeldpunten, zo: width: 1200 en height: 627",
			EN: "Give the width and the height, in pixels, like this: width: 1200 and height: 627"}}
	networkLarge = diag.Rule{ID: "config-network-size", Severity: diag.Error,
		Message: diag.Text{
			NL: "De foto's voor dit netwerk zijn te groot",
			EN: "The pictures for this network are too large"},
		Hint: diag.Text{
			NL: "Houd breedte en hoogte op hoogstens %[1]d beeldpunten.",
			EN: "Keep width and height at %[1]d pixels at most."}}
	// config-network-checked: nobody knows how old a network's limits are.
	networkChecked = diag.Rule{ID: "config-network-checked", Severity: diag.Warning,
		Message: diag.Text{
			NL: "Hier staat niet wanneer je deze maten hebt nagekeken",
			EN: "This doesn't say when these limits were looked up"},
		Hint: diag.Text{
			NL: "Netwerken veranderen hun maten vaak. Zet de dag erbij, zo: checked: 2026-01-31",
			EN: "Networks change their limits often. Add the day, like this: checked: 2026-01-31"}}
	// config-network-count: a way to count that there is not.
	networkCount = diag.Rule{ID: "config-network-count", Severity: diag.Error,
		Message: diag.Text{
			NL: "Bij count staat %[1]q, en die manier van tellen kennen we niet",
			EN: "count says %[1]q, which is no way to count that we know"},
		Hint: diag.Text{
			NL: "Kies uit: %[2]s.",
			EN: "Choose from: %[2]s."}}
	// config-secret: nobody knows what kind of secret it is, or what it looks like.
	secretName = diag.Rule{ID: "config-secret", Severity: diag.Error,
		Message: diag.Text{
			NL: "Hier staat niet wat er geheim is",
			EN: "This doesn't say what is secret"},
		Hint: diag.Text{
			NL: "Zeg het in een paar woorden, zo: name: een klantnummer",
			EN: "Say so in a few words, like this: name: a customer number"}}
	secretNone = diag.Rule{ID: "config-secret", Severity: diag.Error,
		Message: diag.Text{
			NL: "Hier staat niet hoe we dit geheim herkennen",
			EN: "This doesn't say how to recognise this secret"},
		Hint: diag.Text{
			NL: "Noem woorden bij words, zo: words: [Project Zwaluw]. Of schrijf bij looks hoe het eruitziet, met # voor elk cijfer: looks: \"KL-######\"",
			EN: "Name words under words, like this: words: [Project Swallow]. Or write under looks what it looks like, with # for each digit: looks: \"KL-######\""}}
	// config-contact-name: a contact has no name.
	contactName = diag.Rule{ID: "config-contact-name", Severity: diag.Error,
		Message: diag.Text{
			NL: "Dit contact heeft geen naam",
			EN: "This contact has no name"},
		Hint: diag.Text{
			NL: "Zet de naam van de persoon of het team erbij, zo: name: Team HR",
			EN: "Add the name of the person or team, like this: name: HR team"}}
	// config-contact-email: an e-mail address can't be one.
	contactEmail = diag.Rule{ID: "config-contact-email", Severity: diag.Error,
		Message: diag.Text{
			NL: "%[1]q is geen e-mailadres",
			EN: "%[1]q is not an e-mail address"},
		Hint: diag.Text{
			NL: "Schrijf alleen het adres, zo: email: hr@voorbeeld.nl",
			EN: "Write the address only, like this: email: hr@example.com"}}
	// config-contact-phone: a telephone number can't be one.
	contactPhone = diag.Rule{ID: "config-contact-phone", Severity: diag.Error,
		Message: diag.Text{
			NL: "%[1]q is geen telefoonnummer",
			EN: "%[1]q is not a telephone number"},
		Hint: diag.Text{
			NL: "Schrijf alleen cijfers, spaties en streepjes, zo: phone: 020 123 45 67",
			EN: "Write digits, spaces and hyphens only, like this: phone: +31 20 123 45 67"}}
)
