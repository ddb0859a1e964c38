package theme

import "vaandel/builder/diag"

// The rules of a theme's files. Whoever reads these edits a theme, so they may
// name what stands in its files, but not what happens inside this program.
var (
	ruleEmpty = &diag.Rule{ID: "theme-empty", Severity: diag.Warning,
		Message: diag.Text{
			NL: "In deze map staat geen enkel bestand van een thema.",
			EN: "This folder holds no file of a theme."},
		Hint: diag.Text{
			NL: "Een thema heeft bijvoorbeeld tokens.css, layouts/ of components/. Kijk of je de goede map noemt.",
			EN: "A theme has, for example, tokens.css, layouts/ or components/. Look whether you named the right folder."}}
	ruleLarge = &diag.Rule{ID: "theme-file-large", Severity: diag.Error,
		Message: diag.Text{
			NL: "Dit bestand van het thema is groter dan %d MB. Ik lees het niet.",
			EN: "This file of the theme is larger than %d MB. It was not read."},
		Hint: diag.Text{
			NL: "Maak het kleiner, of haal het uit de map van het thema.",
			EN: "Make it smaller, or take it out of the theme's folder."}}
	ruleAccent = &diag.Rule{ID: "theme-accent", Severity: diag.Warning,
		Message: diag.Text{
			NL: "De kleur “%s” begrijp ik niet. Het handboek krijgt nu de kleur van het thema.",
			EN: "The colour “%s” is not one that is understood. The handbook gets the theme's own colour."},
		Hint: diag.Text{
			NL: "Schrijf de kleur als een hekje met zes tekens: #0f5a7a.",
			EN: "Write the colour as a hash sign and six digits: #0f5a7a."}}
	ruleContrast = &diag.Rule{ID: "theme-contrast", Severity: diag.Error,
		Message: diag.Text{
			NL: "%[1]s is in %[3]s niet goed te zien: %[5]s (%[6]s) op %[7]s (%[8]s) heeft een contrast van %[9]s. Nodig is %[11]s.%[13]s",
			EN: "%[2]s can't be seen well in %[4]s: %[5]s (%[6]s) on %[7]s (%[8]s) has a contrast of %[10]s. It takes %[12]s.%[14]s"},
		Hint: diag.Text{NL: "%[15]s", EN: "%[16]s"}}
	ruleColour = &diag.Rule{ID: "theme-colour", Severity: diag.Warning,
		Message: diag.Text{
			NL: "Of %[1]s goed te zien is, kan ik niet nagaan: “%[2]s” is geen kleur die ik kan uitrekenen.",
			EN: "Whether %[1]s can be seen well is not known: “%[2]s” is no colour that can be worked out."},
		Hint: diag.Text{
			NL: "Schrijf hem als #0f5a7a, rgb(), oklch(), of var() van een kleur in tokens.css.",
			EN: "Write it as #0f5a7a, rgb(), oklch(), or var() of a colour in tokens.css."}}
	rulePlace = &diag.Rule{ID: "theme-colour", Severity: diag.Warning,
		Message: diag.Text{
			NL: "Of %s hier goed te zien is, kan ik niet nagaan: hij geldt alleen op sommige plekken of schermen.",
			EN: "Whether %s can be seen well here is not known: it holds in some places or on some screens only."},
		Hint: diag.Text{
			NL: "Zet de kleur in :root, of in :root binnen @media (prefers-color-scheme: dark).",
			EN: "Put the colour in :root, or in :root inside @media (prefers-color-scheme: dark)."}}

	ruleSyntax = &diag.Rule{ID: "theme-template", Severity: diag.Error,
		Message: diag.Text{
			NL: "Dit sjabloon is niet te lezen: %[1]s.",
			EN: "This template can't be read: %[2]s."},
		Hint: diag.Text{
			NL: "Kijk op deze regel naar wat er tussen {{ en }} staat.",
			EN: "Look at what stands between {{ and }} on this line."}}
	ruleUnclosed = &diag.Rule{ID: "theme-template-unclosed", Severity: diag.Error,
		Message: diag.Text{
			NL: "Het sjabloon is uit voordat alles is afgesloten.",
			EN: "The template ends before everything is closed."},
		Hint: diag.Text{
			NL: "Bij elke {{if}}, {{range}}, {{with}} en {{define}} hoort een {{end}}. Er ontbreekt er een.",
			EN: "Each {{if}}, {{range}}, {{with}} and {{define}} needs an {{end}}. One is missing."}}
	ruleFunction = &diag.Rule{ID: "theme-template-function", Severity: diag.Error,
		Message: diag.Text{
			NL: "Het sjabloon gebruikt de functie “%s”, maar die bestaat niet.",
			EN: "The template uses the function “%s”, which does not exist."},
		Hint: diag.Text{NL: "%[2]s", EN: "%[3]s"}}
	ruleField = &diag.Rule{ID: "theme-template-field", Severity: diag.Error,
		Message: diag.Text{
			NL: "Het sjabloon vraagt om “.%s”, maar een pagina heeft dat niet.",
			EN: "The template asks for “.%s”, which a page does not have."},
		Hint: diag.Text{NL: "%[2]s", EN: "%[3]s"}}
	rulePart = &diag.Rule{ID: "theme-template-part", Severity: diag.Error,
		Message: diag.Text{
			NL: "Het sjabloon voegt “%s” in, maar dat onderdeel bestaat niet.",
			EN: "The template inserts “%s”, but there is no such component."},
		Hint: diag.Text{
			NL: "Maak components/%[1]s/%[1]s.html, of haal de regel weg.",
			EN: "Make components/%[1]s/%[1]s.html, or remove the line."}}
	ruleUnsafe = &diag.Rule{ID: "theme-template-unsafe", Severity: diag.Error,
		Message: diag.Text{
			NL: "Op deze plek kan ik een waarde niet veilig invullen: %s.",
			EN: "A value can't be filled in safely at this place: %s."},
		Hint: diag.Text{
			NL: "Zet aanhalingstekens om elk attribuut, en sluit elke tag voor {{else}} en {{end}} zoals hij open ging.",
			EN: "Put quotes around each attribute, and close each tag before {{else}} and {{end}} as it was opened."}}
	ruleFill = &diag.Rule{ID: "theme-template-fill", Severity: diag.Error,
		Message: diag.Text{
			NL: "Dit sjabloon loopt vast bij het invullen van een pagina: %s.",
			EN: "This template fails when a page is filled in: %s."},
		Hint: diag.Text{
			NL: "Kijk op deze regel naar wat er tussen {{ en }} staat.",
			EN: "Look at what stands between {{ and }} on this line."}}
	ruleLayout = &diag.Rule{ID: "theme-layout", Severity: diag.Error,
		Message: diag.Text{
			NL: "Het thema heeft geen sjabloon voor “%s”.",
			EN: "The theme has no template for “%s”."},
		Hint: diag.Text{
			NL: "Maak dit bestand, of gebruik het standaardthema eronder.",
			EN: "Make this file, or put the default theme below yours."}}
	ruleInline = &diag.Rule{ID: "theme-inline", Severity: diag.Error,
		Message: diag.Text{
			NL: "In dit sjabloon staat %s. De browser voert dat niet uit.",
			EN: "This template holds %s. Browsers will not run it."},
		Hint: diag.Text{
			NL: "Zet stijl in het .css-bestand en script in het .ts-bestand naast het sjabloon.",
			EN: "Put style in the .css file and script in the .ts file beside the template."}}

	ruleStyle = &diag.Rule{ID: "theme-style", Severity: diag.Error,
		Message: diag.Text{
			NL: "In deze stijl staat een fout: %[1]s.",
			EN: "There is a mistake in this style: %[2]s."},
		Hint: diag.Text{
			NL: "Kijk op deze regel naar een haakje, een puntkomma of een tikfout.",
			EN: "Look for a brace, a semicolon or a typing error on this line."}}
	ruleScript = &diag.Rule{ID: "theme-script", Severity: diag.Error,
		Message: diag.Text{
			NL: "In dit script staat een fout: %[1]s.",
			EN: "There is a mistake in this script: %[2]s."},
		Hint: diag.Text{
			NL: "Verbeter deze regel. Een script kan alleen bestanden uit het thema gebruiken.",
			EN: "Mend this line. A script can use files of the theme only."}}
	ruleAsset = &diag.Rule{ID: "theme-asset", Severity: diag.Error,
		Message: diag.Text{
			NL: "Het thema gebruikt “%s”, maar dat bestand staat niet in de map assets.",
			EN: "The theme uses “%s”, but the folder assets has no such file."},
		Hint: diag.Text{
			NL: "Zet het bestand in assets, of verbeter de naam.",
			EN: "Put the file in assets, or mend its name."}}

	ruleWords = &diag.Rule{ID: "theme-messages", Severity: diag.Error,
		Message: diag.Text{
			NL: "Dit bestand met teksten is niet te lezen: %[1]s.",
			EN: "This file of messages can't be read: %[2]s."},
		Hint: diag.Text{
			NL: "Elke regel is een naam, een dubbele punt en een tekst. Zet aanhalingstekens om een tekst met een dubbele punt of een accolade.",
			EN: "Each line is a name, a colon and a text. Put quotes around a text with a colon or a brace."}}
	ruleWord = &diag.Rule{ID: "theme-message-missing", Severity: diag.Error,
		Message: diag.Text{
			NL: "Dit sjabloon gebruikt de tekst “%[1]s”, maar die bestaat niet in de taal “%[2]s”.",
			EN: "This template uses the message “%[1]s”, which does not exist in the language “%[2]s”."},
		Hint: diag.Text{
			NL: "Zet de tekst in messages/%[2]s.yaml, of verbeter de naam.",
			EN: "Put the text in messages/%[2]s.yaml, or mend its name."}}
	ruleUnused = &diag.Rule{ID: "theme-message-unknown", Severity: diag.Warning,
		Message: diag.Text{
			NL: "Geen enkel sjabloon gebruikt de tekst “%s”.",
			EN: "No template uses the message “%s”."},
		Hint: diag.Text{NL: "%[2]s", EN: "%[3]s"}}
	ruleLanguage = &diag.Rule{ID: "theme-language", Severity: diag.Warning,
		Message: diag.Text{
			NL: "Het thema spreekt de taal “%s” niet. Knoppen en kopjes staan op die pagina's in het Engels.",
			EN: "The theme does not speak the language “%s”. Buttons and labels on its pages are in English."},
		Hint: diag.Text{
			NL: "Voeg messages/%[1]s.yaml toe aan je thema.",
			EN: "Add messages/%[1]s.yaml to your theme."}}
)
