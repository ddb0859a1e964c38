package handbook

import (
	"reflect"

	"vaandel/builder/diag"
)

// ConfigFields describes handbook.yaml, in the order of the starter handbook.
// The result is the caller's own.
func ConfigFields() []FieldInfo {
	return typed([]FieldInfo{
		{Name: "title",
			Label: diag.Text{NL: "Naam van het handboek", EN: "Name of the handbook"}},
		{Name: "organisation",
			Label: diag.Text{NL: "Naam van de organisatie", EN: "Name of the organisation"}},
		{Name: "summary",
			Label: diag.Text{NL: "Waar is het handboek voor?", EN: "What is the handbook for?"}},
		{Name: "languages",
			Label: diag.Text{NL: "Talen", EN: "Languages"},
			Help: diag.Text{
				NL: "Elke taal is een code van twee letters. De eerste is de gewone taal van het handboek.",
				EN: "Each language is a code of two letters. The first is the usual one of the handbook."}},
		{Name: "url",
			Label: diag.Text{NL: "Adres van het handboek", EN: "Address of the handbook"},
			Help: diag.Text{
				NL: "Het hele adres, met https:// ervoor.",
				EN: "The full address, with https:// in front."}},
		{Name: "base_path",
			Label: diag.Text{NL: "Map op de website", EN: "Folder on the website"},
			Help: diag.Text{
				NL: "Alleen nodig als het handboek in een map staat: /handboek/",
				EN: "Only needed where the handbook is in a folder: /handbook/"}},
		{Name: "theme",
			Label: diag.Text{NL: "Thema", EN: "Theme"}},
		{Name: "brand", Fields: brandFields(),
			Label: diag.Text{NL: "Huisstijl", EN: "House style"}},
		{Name: "sections", Fields: sectionFields(),
			Label: diag.Text{NL: "Mappen, in de volgorde van het menu", EN: "Folders, in the order of the menu"}},
		{Name: "networks", Fields: networkFields(),
			Label: diag.Text{NL: "Netwerken", EN: "Networks"}},
		{Name: "contacts", Fields: contactFields(),
			Label: diag.Text{NL: "Wie je kunt vragen", EN: "Whom to ask"}},
		{Name: "secrets", Fields: secretFields(),
			Label: diag.Text{NL: "Wat binnen moet blijven", EN: "What has to stay inside"},
			Help: diag.Text{
				NL: "“Check je bericht” waarschuwt hiervoor.",
				EN: "“Check your post” warns of these."}},
		{Name: "synonyms",
			Label: diag.Text{NL: "Woorden die hetzelfde betekenen", EN: "Words that mean the same"},
			Help: diag.Text{
				NL: "Wie op een van de woorden zoekt, vindt ze alle: [teamleider, ploegbaas]",
				EN: "Who searches for one of them finds all: [manager, supervisor]"}},
		{Name: "check",
			Label: diag.Text{NL: "Wat vaandel check nakijkt", EN: "What vaandel check looks for"},
			Help: diag.Text{
				NL: "Zet een regel uit, of strenger: care-review-soon: off",
				EN: "Turn a rule off, or make it stricter: care-review-soon: off"}},
		{Name: "raw_html",
			Label: diag.Text{NL: "Mag er HTML in de tekst staan?", EN: "May texts hold HTML?"}},
		{Name: "index",
			Label: diag.Text{NL: "Mogen zoekmachines het handboek laten zien?", EN: "May search engines list the handbook?"}},
	}, reflect.TypeFor[Config]())
}

func brandFields() []FieldInfo {
	return []FieldInfo{
		{Name: "accent", Type: FieldColour,
			Label: diag.Text{NL: "Kleur", EN: "Colour"},
			Help: diag.Text{
				NL: "Een # met zes cijfers of letters, tussen aanhalingstekens.",
				EN: "A # with six digits or letters, in quotes."}},
		{Name: "logo", Type: FieldFile,
			Label: diag.Text{NL: "Logo", EN: "Logo"}},
	}
}

func sectionFields() []FieldInfo {
	return []FieldInfo{
		{Name: "folder", Required: true,
			Label: diag.Text{NL: "Map", EN: "Folder"}},
		{Name: "title",
			Label: diag.Text{NL: "Naam in het menu", EN: "Name in the menu"}},
		{Name: "summary",
			Label: diag.Text{NL: "Waar gaat deze map over?", EN: "What is this folder about?"}},
		{Name: "kind", Values: kindValues(),
			Label: diag.Text{NL: "Soort pagina", EN: "Kind of page"},
			Help: diag.Text{
				NL: "Een pagina in deze map is van deze soort, tenzij ze zelf een andere noemt.",
				EN: "A page in this folder is of this kind, unless it names another."}},
		{Name: "apart",
			Label: diag.Text{NL: "Los van de rest van het menu?", EN: "Apart from the rest of the menu?"},
			Help: diag.Text{
				NL: "Doe dit bij een map die niet voor iedereen is.",
				EN: "Do this with a folder that is not for everybody."}},
	}
}

// idField describes the id of a network or contact.
func idField() FieldInfo {
	return FieldInfo{Name: "id", Required: true,
		Label: diag.Text{NL: "Id", EN: "Id"},
		Help: diag.Text{
			NL: "Eén woord in kleine letters. Hiermee noemen pagina’s het.",
			EN: "One word in small letters, by which pages name it."}}
}

func networkFields() []FieldInfo {
	return []FieldInfo{
		idField(),
		{Name: "name",
			Label: diag.Text{NL: "Naam", EN: "Name"}},
		{Name: "limit", Range: &Range{Least: 1},
			Label: diag.Text{NL: "Hoogste aantal tekens van een bericht", EN: "Most characters of a message"}},
		{Name: "count", Type: FieldChoice, Values: []Value{
			{"characters", diag.Text{NL: "Elk teken telt voor één", EN: "Each character counts as one"}},
			{"weighted", diag.Text{NL: "Een emoji telt voor twee, zoals bij X", EN: "An emoji counts as two, as on X"}}},
			Label: diag.Text{NL: "Hoe telt het netwerk?", EN: "How does the network count?"}},
		{Name: "link", Range: &Range{Least: 1},
			Label: diag.Text{NL: "Waarvoor telt een link?", EN: "What does a link count as?"}},
		{Name: "width", Range: &Range{1, mostPixels},
			Label: diag.Text{NL: "Breedte van een foto, in beeldpunten", EN: "Width of a picture, in pixels"}},
		{Name: "height", Range: &Range{1, mostPixels},
			Label: diag.Text{NL: "Hoogte van een foto, in beeldpunten", EN: "Height of a picture, in pixels"}},
		{Name: "checked", Type: FieldDate,
			Label: diag.Text{NL: "Nagekeken op", EN: "Looked up on"}},
	}
}

func contactFields() []FieldInfo {
	return []FieldInfo{
		idField(),
		{Name: "name", Required: true,
			Label: diag.Text{NL: "Naam van de persoon of het team", EN: "Name of the person or team"}},
		{Name: "role",
			Label: diag.Text{NL: "Waarvoor kun je hier terecht?", EN: "What can one ask here?"}},
		{Name: "email",
			Label: diag.Text{NL: "E-mailadres", EN: "E-mail address"}},
		{Name: "phone",
			Label: diag.Text{NL: "Telefoonnummer", EN: "Telephone number"}},
	}
}

func secretFields() []FieldInfo {
	return []FieldInfo{
		{Name: "name", Required: true,
			Label: diag.Text{NL: "Wat is er geheim?", EN: "What is secret?"},
			Help: diag.Text{
				NL: "Zeg het in een paar woorden: een klantnummer.",
				EN: "Say so in a few words: a customer number."}},
		{Name: "words",
			Label: diag.Text{NL: "Woorden waaraan je het herkent", EN: "Words that give it away"}},
		{Name: "looks", When: &Condition{Field: "words", Not: true},
			Label: diag.Text{NL: "Hoe ziet het eruit?", EN: "What does it look like?"},
			Help: diag.Text{
				NL: "Schrijf een # voor elk cijfer: KL-######",
				EN: "Write a # for each digit: KL-######"}},
	}
}
