package check

import (
	"vaandel/builder/diag"
	"vaandel/builder/handbook"
)

var careQuiz = &Rule{ID: "care-quiz", Family: Care, Severity: diag.Advice,
	Name: diag.Text{
		NL: "Een training zonder vragen",
		EN: "A training without questions"},
	Finds: diag.Text{
		NL: "Een module waarin geen enkele les een vraag stelt.",
		EN: "A module in which no lesson asks a question."},
	Why: diag.Text{
		NL: "Van een vraag beantwoorden leer je meer dan van nog een keer lezen.",
		EN: "Answering a question teaches more than reading once more."},
	Bad: diag.Text{
		NL: "Drie lessen, en aan het eind niets.",
		EN: "Three lessons, and nothing at the end."},
	Good: diag.Text{
		NL: "### Mag je deze foto delen?\n\n- [x] Ja, zij vonden het goed.\n- [ ] Nee, nooit.\n\n> Toestemming is genoeg.",
		EN: "### May you share this picture?\n\n- [x] Yes, they agreed.\n- [ ] No, never.\n\n> Permission will do."},
	Message: diag.Text{
		NL: "In deze module staat nog geen enkele vraag",
		EN: "There is not a single question in this module yet"},
	Hint: diag.Text{
		NL: "Zet onder aan een les een kopje met een vraag, met antwoorden eronder die beginnen met - [ ] en het goede met - [x].",
		EN: "At the end of a lesson put a heading with a question, and answers below it that begin with - [ ], the right one with - [x]."},
	Whole: quizzes,
}

// quizzes looks for modules without a question: folders with lessons in them.
func quizzes(r *Report, b *Book) {
	type module struct{ folder, lang string }
	first, asked := map[module]*Page{}, map[module]bool{}
	for _, p := range b.Pages {
		if p.Kind != handbook.KindTraining {
			continue
		}
		m := module{p.Folder(), p.Lang}
		if !p.Index && first[m] == nil {
			first[m] = p
		}
		asked[m] = asked[m] || len(p.Doc.Quizzes) > 0 || p.Doc.Refused
	}
	for m, p := range first {
		if asked[m] {
			continue
		}
		at := p.Top()
		if p.Section != nil && p.Section.Page != nil && p.Section.Page.Kind == handbook.KindTraining {
			at = (&Page{Page: p.Section.Page}).Top()
		}
		r.At(at)
	}
}
