package handbook

import "vaandel/builder/diag"

// QuestionTypes are the values of a question's type; "" is text. It is never
// changed.
var QuestionTypes = []string{"text", "long", "number", "time", "date", "choice", "choices"}

// Question is a field of an agreement or a survey.
type Question struct {
	Label    string   `meta:"label"`
	Help     string   `meta:"help"`
	Type     string   `meta:"type"` // one of QuestionTypes
	Options  []string `meta:"options"`
	Min      int      `meta:"min"`
	Max      int      `meta:"max"`
	Unit     string   `meta:"unit"`
	Required bool     `meta:"required"`
	Line     int      `meta:"-"`
}

// Agreement is a plan that employee and manager fill in together.
type Agreement struct {
	Questions []Question `meta:"questions"`
	Signers   []string   `meta:"signers"`
}

func (*Agreement) kind() Kind { return KindAgreement }

func (a *Agreement) check(c *checker) {
	c.questions(a.Questions)
	c.need(c.front, "signers", &agreementSigners)
}

// Survey asks employees what they would like.
type Survey struct {
	Questions []Question `meta:"questions"`
	SendTo    string     `meta:"send_to"`   // a contact's id
	MinGroup  int        `meta:"min_group"` // smallest group that is reported
}

func (*Survey) kind() Kind { return KindSurvey }

func (s *Survey) check(c *checker) {
	c.questions(s.Questions)
	c.need(c.front, "send_to", &surveySendTo)
	c.contact(c.front, "send_to")
	c.atLeast(c.front, "min_group", 2)
}

// questions holds the rules that agreements and surveys share.
func (c *checker) questions(qs []Question) {
	c.need(c.front, "questions", &questionsNone)
	for i, n := range c.front.Get("questions").Entries() {
		q := qs[i]
		c.need(n, "label", &questionLabel)
		c.oneOf(n, "type", &questionType, QuestionTypes...)
		choice := q.Type == "choice" || q.Type == "choices"
		if choice && len(q.Options) < 2 {
			c.report(&questionOptions, c.at(n, "options"))
		}
		if !choice && len(q.Options) > 0 {
			c.report(&questionUnused, c.at(n, "options"))
		}
		low, hasLow := number(n, "min")
		high, hasHigh := number(n, "max")
		if hasLow && hasHigh && low > high {
			c.report(&questionRange, c.at(n, "min"), low, high)
		}
	}
}

// The rules of agreements and surveys.
var (
	// questions-none: there is nothing to fill in.
	questionsNone = diag.Rule{ID: "questions-none", Severity: diag.Error,
		Message: diag.Text{
			NL: "Op deze pagina valt niets in te vullen",
			EN: "There is nothing to fill in on this page"},
		Hint: diag.Text{
			NL: "Zet de vragen bij questions, elk met een label.",
			EN: "Put the questions under questions, each with a label."}}
	// question-label: a question has no text.
	questionLabel = diag.Rule{ID: "question-label", Severity: diag.Error,
		Message: diag.Text{
			NL: "Deze vraag heeft geen tekst",
			EN: "This question has no text"},
		Hint: diag.Text{
			NL: "Schrijf de vraag achter label, zo: label: Hoeveel uur per week?",
			EN: "Write the question behind label, like this: label: How many hours a week?"}}
	// question-type: a question has a type there is not.
	questionType = diag.Rule{ID: "question-type", Severity: diag.Error,
		Message: diag.Text{
			NL: "Bij type staat %[1]q, en dat soort kennen we niet",
			EN: "type says %[1]q, which we don't know"},
		Hint: diag.Text{
			NL: "Kies uit: %[2]s.",
			EN: "Choose from: %[2]s."}}
	// question-options: a choice offers nothing to choose.
	questionOptions = diag.Rule{ID: "question-options", Severity: diag.Error,
		Message: diag.Text{
			NL: "Bij deze vraag valt niets te kiezen",
			EN: "This question offers nothing to choose"},
		Hint: diag.Text{
			NL: "Geef bij options minstens twee antwoorden, zo: options: [Ja, Nee]",
			EN: "Give at least two answers under options, like this: options: [\"Yes\", \"No\"]"}}
	// question-options-unused: answers to choose from that nobody will see.
	questionUnused = diag.Rule{ID: "question-options-unused", Severity: diag.Warning,
		Message: diag.Text{
			NL: "Deze antwoorden ziet niemand, want dit is geen keuzevraag",
			EN: "Nobody will see these answers, as this question is not a choice"},
		Hint: diag.Text{
			NL: "Schrijf type: choice voor één antwoord, of type: choices voor meer.",
			EN: "Write type: choice for one answer, or type: choices for more."}}
	// question-range: the lowest answer is above the highest.
	questionRange = diag.Rule{ID: "question-range", Severity: diag.Error,
		Message: diag.Text{
			NL: "Het laagste antwoord (%[1]d) is hoger dan het hoogste (%[2]d)",
			EN: "The lowest answer (%[1]d) is higher than the highest (%[2]d)"},
		Hint: diag.Text{
			NL: "Draai min en max om.",
			EN: "Swap min and max."}}
	// agreement-signers: nobody agrees.
	agreementSigners = diag.Rule{ID: "agreement-signers", Severity: diag.Error,
		Message: diag.Text{
			NL: "Hier staat niet wie deze afspraak samen maken",
			EN: "This doesn't say who make this agreement together"},
		Hint: diag.Text{
			NL: "Noem ze bij signers, zo: signers: [Medewerker, Leidinggevende]",
			EN: "Name them under signers, like this: signers: [Employee, Manager]"}}
	// survey-send-to: nobody gets the answers.
	surveySendTo = diag.Rule{ID: "survey-send-to", Severity: diag.Error,
		Message: diag.Text{
			NL: "Hier staat niet wie de antwoorden krijgt",
			EN: "This doesn't say who gets the answers"},
		Hint: diag.Text{
			NL: "Zet bij send_to de id van een contact uit handbook.yaml, zo: send_to: hr",
			EN: "Set send_to to the id of a contact in handbook.yaml, like this: send_to: hr"}}
)
