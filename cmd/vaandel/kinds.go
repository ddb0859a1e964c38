package main

import (
	"slices"
	"strings"

	"vaandel/builder/diag"
	"vaandel/builder/handbook"
)

// kindWords are the kinds as people call them.
type kindWords struct {
	kind handbook.Kind
	// names are what else one may type, in Dutch and in English; the first is
	// the one that is shown to the Dutch.
	names []string
	about text
}

// kindList lists the kinds in the order of the documentation.
func kindList() []kindWords {
	return []kindWords{
		{handbook.KindPage, []string{"pagina"}, text{
			NL: "een gewone pagina", EN: "an ordinary page"}},
		{handbook.KindPolicy, []string{"beleid", "afspraak", "afspraken", "regel"}, text{
			NL: "een afspraak van het huis, met versie en datum", EN: "a rule of the house, with version and date"}},
		{handbook.KindContentType, []string{"contenttype", "berichtsoort", "soort-bericht"}, text{
			NL: "een soort bericht, met wat mag en wie antwoordt", EN: "a type of message: what is allowed, who answers"}},
		{handbook.KindTraining, []string{"les", "lesson", "cursus", "module", "course"}, text{
			NL: "een les, met vragen om te oefenen", EN: "a lesson, with questions to practise"}},
		{handbook.KindToolkit, []string{"gereedschap", "middelen", "tools"}, text{
			NL: "iets om te gebruiken: foto's, teksten, woorden", EN: "something to use: pictures, texts, words"}},
		{handbook.KindChecklist, []string{"controlelijst", "afvinklijst"}, text{
			NL: "een lijst om af te vinken", EN: "a list to tick off"}},
		{handbook.KindAgreement, []string{"plan", "overeenkomst", "werkafspraak"}, text{
			NL: "een plan dat je samen invult", EN: "a plan to fill in together"}},
		{handbook.KindSurvey, []string{"enquete", "enquête", "vragenlijst", "peiling"}, text{
			NL: "een korte vragenlijst", EN: "a short list of questions"}},
		{handbook.KindPerson, []string{"persoon", "ambassadeur", "collega", "ambassador"}, text{
			NL: "een collega die ambassadeur is", EN: "a colleague who is an ambassador"}},
		{handbook.KindFigures, []string{"cijfers", "getallen", "numbers"}, text{
			NL: "cijfers, elk met een bron", EN: "figures, each with a source"}},
		{handbook.KindShare, []string{"delen", "nieuws", "vacature", "news", "vacancy"}, text{
			NL: "iets om te delen tot een datum", EN: "something to share until a date"}},
		{handbook.KindEvent, []string{"bijeenkomst", "evenement", "agenda", "meeting"}, text{
			NL: "een bijeenkomst", EN: "a meeting"}},
	}
}

// kindOf returns the kind that word names, in Dutch or in English.
func kindOf(word string) (handbook.Kind, error) {
	word = strings.ToLower(word)
	var names, english []string
	for _, k := range kindList() {
		if word == string(k.kind) || slices.Contains(k.names, word) {
			return k.kind, nil
		}
		names = append(append(names, string(k.kind)), k.names...)
		english = append(english, string(k.kind))
	}
	f := usage(text{
		NL: "Een pagina van de soort %[1]s kennen we niet.",
		EN: "We don't know a kind of page called %[1]s."}, text{
		NL: "Kies uit: %[2]s.",
		EN: "Choose from: %[2]s."}, word, strings.Join(english, ", "))
	if near, ok := diag.Nearest(word, names); ok {
		f.hint = meant.With(near)
	}
	return "", f
}

// kindTable shows the kinds in the help of new.
func (c *console) kindTable() string {
	var b strings.Builder
	var rows [][2]string
	for _, k := range kindList() {
		name := string(k.kind)
		if c.lang == "nl" && k.names[0] != name {
			name += ", " + k.names[0]
		}
		rows = append(rows, [2]string{name, k.about.In(c.lang)})
	}
	table(&b, text{NL: "Soorten:", EN: "Kinds:"}.In(c.lang), rows)
	return b.String()
}
