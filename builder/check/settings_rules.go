package check

import "vaandel/builder/diag"

// The rules of what handbook.yaml says under check.
var (
	// check-shape: it is no list of rules.
	settingsShape = diag.Rule{ID: "check-shape", Severity: diag.Error,
		Message: diag.Text{
			NL: "Bij check horen regels met elk een niveau",
			EN: "check takes rules with a level each"},
		Hint: diag.Text{
			NL: "Zet elke regel op een eigen regel, zo: link-orphan: off",
			EN: "Put each rule on a line of its own, like this: link-orphan: off"}}
	settingsRule = diag.Rule{ID: "check-shape", Severity: diag.Error,
		Message: diag.Text{
			NL: "Bij %[1]s past geen lijst",
			EN: "%[1]s doesn't take a list"},
		Hint: diag.Text{
			NL: "Kies één niveau: off, advice, warning of error.",
			EN: "Choose one level: off, advice, warning or error."}}
	// check-rule: there is no such rule.
	settingsUnknown = diag.Rule{ID: "check-rule", Severity: diag.Error,
		Message: diag.Text{
			NL: "Vaandel kent geen controle die %[1]q heet",
			EN: "Vaandel has no check called %[1]q"},
		Hint: diag.Text{
			NL: "De naam staat achter elke melding van: vaandel check",
			EN: "The name stands behind each finding of: vaandel check"}}
	settingsUnknownNear = diag.Rule{ID: "check-rule", Severity: diag.Error,
		Message: settingsUnknown.Message,
		Hint:    diag.Text{NL: "Bedoel je %[2]q?", EN: "Did you mean %[2]q?"}}
	settingsBuilt = diag.Rule{ID: "check-rule", Severity: diag.Error,
		Message: diag.Text{
			NL: "%[1]q kun je hier niet instellen: deze melding komt van het bouwen zelf",
			EN: "%[1]q can't be set here: it comes from building itself"},
		Hint: diag.Text{
			NL: "Klopt het op één plek toch? Zet daar dan boven: <!-- vaandel-ignore %[1]s: je reden -->",
			EN: "Is it right in one place all the same? Then put above it: <!-- vaandel-ignore %[1]s: your reason -->"}}
	// check-words: the words of the handbook's own are no list.
	settingsWords = diag.Rule{ID: "check-words", Severity: diag.Error,
		Message: diag.Text{
			NL: "Bij spelling horen alleen eigen woorden",
			EN: "Spelling takes words of your own, and nothing else"},
		Hint: diag.Text{
			NL: "Zet ze in een lijst, zo: words: [Buurtkracht, zorgmaatje]",
			EN: "Put them in a list, like this: words: [Buurtkracht, teamspirit]"}}
	// check-level: there is no such level.
	settingsLevel = diag.Rule{ID: "check-level", Severity: diag.Error,
		Message: diag.Text{
			NL: "Het niveau %[1]q kennen we niet",
			EN: "We don't know the level %[1]q"},
		Hint: diag.Text{
			NL: "Kies off (niet zoeken), advice (een tip), warning (een waarschuwing) of error (een fout).",
			EN: "Choose off (don't look), advice (a tip), warning or error."}}
	settingsLevelNear = diag.Rule{ID: "check-level", Severity: diag.Error,
		Message: settingsLevel.Message,
		Hint:    diag.Text{NL: "Bedoel je %[2]q?", EN: "Did you mean %[2]q?"}}
	// check-setting: the rule has no such setting.
	settingsPart = diag.Rule{ID: "check-setting", Severity: diag.Error,
		Message: diag.Text{
			NL: "Deze controle heeft geen instelling %[1]q",
			EN: "This check has no setting %[1]q"},
		Hint: diag.Text{
			NL: "Kies uit: %[2]s.",
			EN: "Choose from: %[2]s."}}
	settingsPartNear = diag.Rule{ID: "check-setting", Severity: diag.Error,
		Message: settingsPart.Message,
		Hint:    diag.Text{NL: "Bedoel je %[2]q?", EN: "Did you mean %[2]q?"}}
	// check-number: a limit is no number.
	settingsNumber = diag.Rule{ID: "check-number", Severity: diag.Error,
		Message: diag.Text{
			NL: "Bij %[1]s hoort een heel getal",
			EN: "%[1]s takes a whole number"},
		Hint: diag.Text{
			NL: "Zonder eigen keuze is het %[2]d, zo: %[1]s: %[2]d",
			EN: "Without a choice of yours it is %[2]d, like this: %[1]s: %[2]d"}}
)
