package meta

import "vaandel/builder/diag"

// The rules for the form of front matter and handbook.yaml. Each is an error:
// what the author wrote there is not read as meant.
var (
	// NotClosed: the front matter is opened and never closed.
	NotClosed = diag.Rule{
		ID: "meta-not-closed", Severity: diag.Error,
		Message: diag.Text{
			NL: "Het blok met gegevens bovenaan de pagina heeft geen einde",
			EN: "The block of details at the top of the page has no end"},
		Hint: diag.Text{
			NL: "Zet onder regel %[1]d een regel met alleen %[2]s.",
			EN: "Below line %[1]d, add a line with only %[2]s."},
	}
	// TooLong: the front matter is larger than [MaxFront].
	TooLong = diag.Rule{
		ID: "meta-too-long", Severity: diag.Error, Always: true,
		Message: diag.Text{
			NL: "Het blok met gegevens bovenaan de pagina is te lang om te lezen: het mag 8 kB zijn",
			EN: "The block of details at the top of the page is too long to read: at most 8 kB"},
		Hint: diag.Text{
			NL: "Zet lange teksten onder het blok, in de pagina zelf.",
			EN: "Move long texts below the block, into the page itself."},
	}
	// FileTooLarge: handbook.yaml is larger than [MaxFile].
	FileTooLarge = diag.Rule{
		ID: "meta-file-too-large", Severity: diag.Error,
		Message: diag.Text{
			NL: "Dit bestand is te groot om te lezen: het mag 64 kB zijn",
			EN: "This file is too large to read: at most 64 kB"},
		Hint: diag.Text{
			NL: "Bewaar hier alleen de instellingen. Teksten horen in de pagina's.",
			EN: "Keep only the settings here. Texts belong in the pages."},
	}
	// Encoding: handbook.yaml is not UTF-8.
	Encoding = diag.Rule{
		ID: "meta-encoding", Severity: diag.Error,
		Message: diag.Text{
			NL: "Op deze regel staat een letter die we niet kunnen lezen",
			EN: "This line holds a letter that we can't read"},
		Hint: diag.Text{
			NL: "Bewaar het bestand opnieuw en kies als codering UTF-8.",
			EN: "Save the file again and choose UTF-8 as its encoding."},
	}
	// TooDeep: lists or fields are nested deeper than [MaxDepth].
	TooDeep = diag.Rule{
		ID: "meta-too-deep", Severity: diag.Error, Always: true,
		Message: diag.Text{
			NL: "Hier zitten meer dan 20 lijsten of velden in elkaar",
			EN: "Here more than 20 lists or fields sit inside each other"},
		Hint: diag.Text{
			NL: "Maak het eenvoudiger. Een lijst met velden is altijd genoeg.",
			EN: "Make it simpler. A list of fields is always enough."},
	}
	// TooMuch: references (*name) repeat more than [MaxValues] values.
	TooMuch = diag.Rule{
		ID: "meta-too-much", Severity: diag.Error, Always: true,
		Message: diag.Text{
			NL: "De verwijzing hier herhaalt te veel",
			EN: "The reference here repeats too much"},
		Hint: diag.Text{
			NL: "Schrijf zelf op wat er moet staan, zonder verwijzing met een *.",
			EN: "Write out what should be here, without a reference with a *."},
	}
	// Duplicate: a field stands in one block twice.
	Duplicate = diag.Rule{
		ID: "meta-duplicate", Severity: diag.Error,
		Message: diag.Text{
			NL: "Het veld %[1]q staat er twee keer: op regel %[2]d en op regel %[3]d",
			EN: "The field %[1]q is there twice: on line %[2]d and on line %[3]d"},
		Hint: diag.Text{
			NL: "Haal een van de twee weg. Nu telt regel %[2]d.",
			EN: "Remove one of the two. For now line %[2]d counts."},
	}
	// Colon: a text without quotes holds a colon and a space.
	Colon = diag.Rule{
		ID: "meta-colon", Severity: diag.Error,
		Message: diag.Text{
			NL: "In deze tekst staat een dubbele punt",
			EN: "This text has a colon in it"},
		Hint: diag.Text{
			NL: "Zet de tekst tussen aanhalingstekens: %[1]s",
			EN: "Put the text in quotes: %[1]s"},
	}
	// SpecialCharacter: a text without quotes starts with a character that
	// means something else in YAML.
	SpecialCharacter = diag.Rule{
		ID: "meta-special-character", Severity: diag.Error,
		Message: diag.Text{
			NL: "De tekst begint met het teken %[1]s, en dat betekent hier iets anders",
			EN: "The text starts with %[1]s, which means something else here"},
		Hint: diag.Text{
			NL: "Zet de tekst tussen aanhalingstekens: %[2]s",
			EN: "Put the text in quotes: %[2]s"},
	}
	// QuoteOpen: a text in quotes has no closing quote.
	QuoteOpen = diag.Rule{
		ID: "meta-quote-open", Severity: diag.Error,
		Message: diag.Text{
			NL: "De tekst begint met een aanhalingsteken, maar eindigt er niet mee",
			EN: "The text starts with a quote but doesn't end with one"},
		Hint: diag.Text{
			NL: "Sluit de tekst met hetzelfde aanhalingsteken: %[1]s",
			EN: "Close the text with the same quote: %[1]s"},
	}
	// QuoteText: text follows behind the closing quote.
	QuoteText = diag.Rule{
		ID: "meta-quote-text", Severity: diag.Error,
		Message: diag.Text{
			NL: "Achter het tweede aanhalingsteken staat nog tekst",
			EN: "There is more text behind the second quote"},
		Hint: diag.Text{
			NL: "Zet de hele tekst tussen aanhalingstekens: %[1]s",
			EN: "Put the whole text in quotes: %[1]s"},
	}
	// Escape: a text in double quotes holds a backslash that means nothing.
	Escape = diag.Rule{
		ID: "meta-escape", Severity: diag.Error,
		Message: diag.Text{
			NL: "In de tekst staat een \\ en dat betekent tussen dubbele aanhalingstekens iets anders",
			EN: "The text has a \\ in it, which means something else between double quotes"},
		Hint: diag.Text{
			NL: "Gebruik enkele aanhalingstekens: %[1]s",
			EN: "Use single quotes: %[1]s"},
	}
	// BracketOpen: a list in brackets, or fields in braces, are not closed.
	BracketOpen = diag.Rule{
		ID: "meta-bracket-open", Severity: diag.Error,
		Message: diag.Text{
			NL: "Hier begint iets met %[1]s en daarna komt geen %[2]s",
			EN: "Something starts with %[1]s here and no %[2]s follows"},
		Hint: diag.Text{
			NL: "Zet aan het einde een %[2]s. Bedoel je gewone tekst? Zet die dan tussen aanhalingstekens.",
			EN: "Add a %[2]s at the end. Is it plain text? Then put it in quotes."},
	}
	// Tab: a line is indented with a tab.
	Tab = diag.Rule{
		ID: "meta-tab", Severity: diag.Error,
		Message: diag.Text{
			NL: "Deze regel begint met een tab",
			EN: "This line starts with a tab"},
		Hint: diag.Text{
			NL: "Gebruik spaties in plaats van de tab: twee voor elke stap naar rechts.",
			EN: "Use spaces instead of the tab: two for each step to the right."},
	}
	// Indent: a line is indented otherwise than the fields it belongs to.
	Indent = diag.Rule{
		ID: "meta-indent", Severity: diag.Error,
		Message: diag.Text{
			NL: "Deze regel begint te ver naar rechts of naar links",
			EN: "This line starts too far to the right or to the left"},
		Hint: diag.Text{
			NL: "Zet velden die bij elkaar horen recht onder elkaar.",
			EN: "Put fields that belong together straight below each other."},
	}
	// NoColon: a line has no "name: ".
	NoColon = diag.Rule{
		ID: "meta-no-colon", Severity: diag.Error,
		Message: diag.Text{
			NL: "Op deze regel staat geen dubbele punt met een spatie erachter",
			EN: "This line has no colon with a space behind it"},
		Hint: diag.Text{
			NL: "Schrijf eerst de naam van het veld, zo: title: Mijn pagina",
			EN: "Start with the name of the field, like this: title: My page"},
	}
	// Unreadable: YAML that fits none of the rules above.
	Unreadable = diag.Rule{
		ID: "meta-unreadable", Severity: diag.Error,
		Message: diag.Text{
			NL: "Wat hier staat, kunnen we niet lezen",
			EN: "We can't read what is here"},
		Hint: diag.Text{
			NL: "Schrijf per regel één veld: een naam, een dubbele punt, een spatie en dan de tekst.",
			EN: "Write one field a line: a name, a colon, a space and then the text."},
	}
	// TOML: a mistake in TOML.
	TOML = diag.Rule{
		ID: "meta-toml", Severity: diag.Error,
		Message: diag.Text{
			NL: "Wat hier staat, kunnen we niet lezen als TOML",
			EN: "We can't read what is here as TOML"},
		Hint: diag.Text{
			NL: "Schrijf per regel één veld, met de tekst tussen aanhalingstekens: title = \"Mijn pagina\"",
			EN: "Write one field a line, with the text in quotes: title = \"My page\""},
	}
	// JSON: a mistake in JSON.
	JSON = diag.Rule{
		ID: "meta-json", Severity: diag.Error,
		Message: diag.Text{
			NL: "Wat hier staat, kunnen we niet lezen als JSON",
			EN: "We can't read what is here as JSON"},
		Hint: diag.Text{
			NL: "Kijk of er een komma, een aanhalingsteken of een haakje te veel of te weinig staat.",
			EN: "See whether there is a comma, a quote or a bracket too many or too few."},
	}
	// NotFields: the block is a list or a text, not fields with names.
	NotFields = diag.Rule{
		ID: "meta-not-fields", Severity: diag.Error,
		Message: diag.Text{
			NL: "Hier horen velden te staan, elk met een naam",
			EN: "Fields belong here, each with a name"},
		Hint: diag.Text{
			NL: "Begin met de naam van een veld, zo: title: Mijn pagina",
			EN: "Start with the name of a field, like this: title: My page"},
	}
	// FieldName: the name of a field is not plain text.
	FieldName = diag.Rule{
		ID: "meta-field-name", Severity: diag.Error,
		Message: diag.Text{
			NL: "Hier hoort de naam van een veld te staan",
			EN: "The name of a field belongs here"},
		Hint: diag.Text{
			NL: "Een naam is één woord, zoals title of review_by.",
			EN: "A name is one word, such as title or review_by."},
	}
	// SecondPart: a line "---" in handbook.yaml starts a second document.
	SecondPart = diag.Rule{
		ID: "meta-second-part", Severity: diag.Error,
		Message: diag.Text{
			NL: "Vanaf hier lezen we niet verder, want er staat een streep boven",
			EN: "We read no further from here, because of the line of dashes above it"},
		Hint: diag.Text{
			NL: "Haal de regel met --- hierboven weg.",
			EN: "Remove the line with --- above."},
	}
)
