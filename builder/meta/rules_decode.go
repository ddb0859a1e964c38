package meta

import "vaandel/builder/diag"

// The rules for what stands in the fields.
var (
	// FieldMisspelt: a field is called almost as one that is known.
	FieldMisspelt = diag.Rule{
		ID: "field-misspelt", Severity: diag.Error,
		Message: diag.Text{
			NL: "Het veld %[1]q bestaat hier niet",
			EN: "There is no field %[1]q here"},
		Hint: diag.Text{
			NL: "Bedoel je %[2]q?",
			EN: "Did you mean %[2]q?"},
	}
	// FieldUnknown: a field that this kind of page, or the handbook, hasn't got.
	FieldUnknown = diag.Rule{
		ID: "field-unknown", Severity: diag.Warning,
		Message: diag.Text{
			NL: "Het veld %[1]q bestaat hier niet. We doen er niets mee",
			EN: "There is no field %[1]q here. We do nothing with it"},
		Hint: diag.Text{
			NL: "Haal het weg of gebruik een van deze: %[2]s.",
			EN: "Remove it or use one of these: %[2]s."},
	}
	// FieldNumber: something else stands where a whole number belongs.
	FieldNumber = diag.Rule{
		ID: "field-number", Severity: diag.Error,
		Message: diag.Text{
			NL: "Bij %[1]q hoort een heel getal",
			EN: "%[1]q takes a whole number"},
		Hint: diag.Text{
			NL: "Schrijf alleen cijfers, zoals %[1]s: 3.",
			EN: "Write digits only, as in %[1]s: 3."},
	}
	// FieldYesNo: another text stands where yes or no belongs.
	FieldYesNo = diag.Rule{
		ID: "field-yes-no", Severity: diag.Error,
		Message: diag.Text{
			NL: "Bij %[1]q hoort ja of nee",
			EN: "%[1]q takes yes or no"},
		Hint: diag.Text{
			NL: "Schrijf %[1]s: true voor ja, of %[1]s: false voor nee.",
			EN: "Write %[1]s: true for yes, or %[1]s: false for no."},
	}
	// FieldText: a list or fields stand where one text belongs.
	FieldText = diag.Rule{
		ID: "field-text", Severity: diag.Error,
		Message: diag.Text{
			NL: "Bij %[1]q hoort één gewone tekst",
			EN: "%[1]q takes one plain text"},
		Hint: diag.Text{
			NL: "Schrijf de tekst achter de dubbele punt. Staat er zelf een dubbele punt of een haakje in? Zet hem dan tussen aanhalingstekens.",
			EN: "Write the text behind the colon. Is there a colon or a bracket in it? Then put it in quotes."},
	}
	// FieldParts: a text stands where named fields belong.
	FieldParts = diag.Rule{
		ID: "field-parts", Severity: diag.Error,
		Message: diag.Text{
			NL: "Bij %[1]q horen velden met een naam",
			EN: "%[1]q takes fields with a name"},
		Hint: diag.Text{
			NL: "Zet ze er ingesprongen onder. Je kunt kiezen uit: %[2]s.",
			EN: "Put them below it, indented. You can choose from: %[2]s."},
	}
	// FieldValue: a field that takes a text, or one for each language, has
	// something else.
	FieldValue = diag.Rule{
		ID: "field-value", Severity: diag.Error,
		Message: diag.Text{
			NL: "Bij %[1]q hoort een tekst, of een tekst per taal",
			EN: "%[1]q takes a text, or a text for each language"},
		Hint: diag.Text{
			NL: "Schrijf de tekst achter de dubbele punt, of zet er ingesprongen onder: nl: … en en: …",
			EN: "Write the text behind the colon, or put below it, indented: nl: … and en: …"},
	}
	// DateForm: a date is not written as 2026-01-31.
	DateForm = diag.Rule{
		ID: "date-form", Severity: diag.Error,
		Message: diag.Text{
			NL: "Bij %[1]q staat %[2]q, en dat lezen we niet als datum",
			EN: "%[1]q has %[2]q, which we can't read as a date"},
		Hint: diag.Text{
			NL: "Schrijf eerst het jaar, dan de maand en dan de dag: %[3]s.",
			EN: "Write the year first, then the month, then the day: %[3]s."},
	}
	// DateUnreal: a date that no calendar has.
	DateUnreal = diag.Rule{
		ID: "date-unreal", Severity: diag.Error,
		Message: diag.Text{
			NL: "De datum %[2]q bij %[1]q bestaat niet",
			EN: "The date %[2]q of %[1]q doesn't exist"},
		Hint: diag.Text{
			NL: "Kijk de maand en de dag na.",
			EN: "Check the month and the day."},
	}
)
