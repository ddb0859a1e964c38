package handbook

import (
	"slices"
	"strings"

	"vaandel/builder/diag"
)

// KindInfo is a kind as people speak of it.
type KindInfo struct {
	Kind Kind
	// Name stands in a menu.
	Name diag.Text
	// About says what a page of this kind is, as the end of a sentence.
	About diag.Text
	// Words are what else people type for it, in Dutch and in English; the first
	// is the one that is shown to the Dutch.
	Words []string
}

// KindInfos describes the kinds, in the order of the documentation. It is never
// changed.
var KindInfos = []KindInfo{
	{KindPage, diag.Text{NL: "Gewone pagina", EN: "Page"},
		diag.Text{NL: "een gewone pagina", EN: "an ordinary page"},
		[]string{"pagina"}},
	{KindPolicy, diag.Text{NL: "Afspraak", EN: "Policy"},
		diag.Text{NL: "een afspraak van het huis, met versie en datum", EN: "a rule of the house, with version and date"},
		[]string{"beleid", "afspraak", "afspraken", "regel"}},
	{KindContentType, diag.Text{NL: "Soort bericht", EN: "Type of message"},
		diag.Text{NL: "een soort bericht, met wat mag en wie antwoordt", EN: "a type of message: what is allowed, who answers"},
		[]string{"contenttype", "berichtsoort", "soort-bericht"}},
	{KindTraining, diag.Text{NL: "Les", EN: "Lesson"},
		diag.Text{NL: "een les, met vragen om te oefenen", EN: "a lesson, with questions to practise"},
		[]string{"les", "lesson", "cursus", "module", "course"}},
	{KindToolkit, diag.Text{NL: "Gereedschap", EN: "Toolkit"},
		diag.Text{NL: "iets om te gebruiken: foto's, teksten, woorden", EN: "something to use: pictures, texts, words"},
		[]string{"gereedschap", "middelen", "tools"}},
	{KindChecklist, diag.Text{NL: "Lijst om af te vinken", EN: "Checklist"},
		diag.Text{NL: "een lijst om af te vinken", EN: "a list to tick off"},
		[]string{"controlelijst", "afvinklijst"}},
	{KindAgreement, diag.Text{NL: "Plan om samen in te vullen", EN: "Plan to fill in together"},
		diag.Text{NL: "een plan dat je samen invult", EN: "a plan to fill in together"},
		[]string{"plan", "overeenkomst", "werkafspraak"}},
	{KindSurvey, diag.Text{NL: "Vragenlijst", EN: "Survey"},
		diag.Text{NL: "een korte vragenlijst", EN: "a short list of questions"},
		[]string{"enquete", "enquête", "vragenlijst", "peiling"}},
	{KindPerson, diag.Text{NL: "Ambassadeur", EN: "Ambassador"},
		diag.Text{NL: "een collega die ambassadeur is", EN: "a colleague who is an ambassador"},
		[]string{"persoon", "ambassadeur", "collega", "ambassador"}},
	{KindFigures, diag.Text{NL: "Cijfers", EN: "Figures"},
		diag.Text{NL: "cijfers, elk met een bron", EN: "figures, each with a source"},
		[]string{"cijfers", "getallen", "numbers"}},
	{KindShare, diag.Text{NL: "Iets om te delen", EN: "Something to share"},
		diag.Text{NL: "iets om te delen tot een datum", EN: "something to share until a date"},
		[]string{"delen", "nieuws", "vacature", "news", "vacancy"}},
	{KindEvent, diag.Text{NL: "Bijeenkomst", EN: "Event"},
		diag.Text{NL: "een bijeenkomst", EN: "a meeting"},
		[]string{"bijeenkomst", "evenement", "agenda", "meeting"}},
}

// Info describes a kind. Of a kind that there is not it has the name alone.
func (k Kind) Info() KindInfo {
	for _, info := range KindInfos {
		if info.Kind == k {
			return info
		}
	}
	return KindInfo{Kind: k, Name: diag.Text{NL: string(k), EN: string(k)}}
}

// KindOf returns the kind that a word names, in Dutch or in English, or "".
func KindOf(word string) Kind {
	word = strings.ToLower(word)
	for _, info := range KindInfos {
		if word == string(info.Kind) || slices.Contains(info.Words, word) {
			return info.Kind
		}
	}
	return ""
}
