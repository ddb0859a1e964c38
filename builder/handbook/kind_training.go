package handbook

import (
	"slices"

	"vaandel/builder/diag"
	"vaandel/builder/markdown"
)

// Training is a module (the index page of its folder) or one of its lessons.
type Training struct {
	Minutes  int      `meta:"minutes"`
	Goals    []string `meta:"goals"`
	PassMark int      `meta:"pass_mark"` // of a module, percent
}

func (*Training) kind() Kind { return KindTraining }

func (*Training) check(c *checker) {
	c.atLeast(c.front, "minutes", 1)
	if mark, ok := number(c.front, "pass_mark"); ok && (mark < 0 || mark > 100) {
		c.report(&passMark, c.at(c.front, "pass_mark"))
	}
	for i := range c.doc.Quizzes {
		c.quiz(&c.doc.Quizzes[i])
	}
}

func (*Training) fields() []FieldInfo {
	return []FieldInfo{
		{Name: "minutes", Range: &Range{Least: 1},
			Label: diag.Text{NL: "Hoeveel minuten kost de les?", EN: "How many minutes does the lesson take?"}},
		{Name: "goals",
			Label: diag.Text{NL: "Wat kun je na afloop?", EN: "What can readers do afterwards?"}},
		{Name: "pass_mark", Range: &Range{0, 100},
			Label: diag.Text{NL: "Hoeveel procent moet goed zijn?", EN: "How many percent must be right?"},
			Help: diag.Text{
				NL: "Dit hoort bij de eerste pagina van een module.",
				EN: "This belongs to the first page of a module."}},
	}
}

// quiz holds the rules of a question, beside those of its form, which package
// markdown has.
func (c *checker) quiz(q *markdown.Quiz) {
	wrong := slices.ContainsFunc(q.Answers, func(a markdown.Answer) bool { return !a.Right })
	if !wrong && !q.Ordered && len(q.Answers) > 1 {
		c.report(&quizAllRight, c.line(q.Line), q.Question)
	}
	if len(q.Explain.Body) == 0 {
		c.report(&quizExplain, c.line(q.Line), q.Question)
	}
}

// The rules of training.
var (
	// training-pass-mark: the pass mark is no percentage.
	passMark = diag.Rule{ID: "training-pass-mark", Severity: diag.Error,
		Message: diag.Text{
			NL: "Bij pass_mark hoort een percentage van 0 tot en met 100",
			EN: "pass_mark takes a percentage from 0 to 100"},
		Hint: diag.Text{
			NL: "Moeten drie van de vier vragen goed zijn? Schrijf dan pass_mark: 75",
			EN: "Must three of four questions be right? Then write pass_mark: 75"}}
	// quiz-all-right: every answer of a question is right.
	quizAllRight = diag.Rule{ID: "quiz-all-right", Severity: diag.Warning,
		Message: diag.Text{
			NL: "Bij de vraag %[1]q zijn alle antwoorden goed",
			EN: "All answers to the question %[1]q are right"},
		Hint: diag.Text{
			NL: "Is dat de bedoeling? Zo niet, haal dan de x weg bij de foute antwoorden: - [ ]",
			EN: "Is that what you want? If not, remove the x from the wrong answers: - [ ]"}}
	// quiz-explain: a question explains nothing.
	quizExplain = diag.Rule{ID: "quiz-explain", Severity: diag.Warning,
		Message: diag.Text{
			NL: "Bij de vraag %[1]q staat geen uitleg",
			EN: "The question %[1]q has no explanation"},
		Hint: diag.Text{
			NL: "Zet onder de antwoorden een regel met > en dan waarom het zo is. Daar leert de lezer het meest van.",
			EN: "Below the answers, add a line with > and then why it is so. That is what readers learn most from."}}
)
