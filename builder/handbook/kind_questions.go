package handbook

import (
	"regexp"

	"vaandel/builder/diag"
)

// QuestionTypes are the values of a question's type; "" is text. It is never
// changed.
var QuestionTypes = []string{"text", "long", "number", "time", "date", "choice", "choices"}

// Question is a field of an agreement or a survey.
type Question struct {
	Label    string   `meta:"label"`
	Help     string   `meta:"help"`
	Type     string   `meta:"type"` // one of QuestionTypes
	Options  []string `meta:"options"`
	Min      int      `meta:"min"` // 0 counts where Max is given
	Max      int      `meta:"max"`
	Unit     string   `meta:"unit"`
	Required bool     `meta:"required"`
	Line     int      `meta:"-"`
}

// Agreement is a plan that employee and manager fill in together or, where it is
// Private, a sheet that one fills in for oneself.
type Agreement struct {
	Questions []Question `meta:"questions"`
	Signers   []string   `meta:"signers"`
	Private   bool       `meta:"private"`
	CheckIns  CheckIns   `meta:"check_ins"`
}

// CheckIns are the talks that follow on an agreement, for a calendar. Question is
// "" where there are none.
type CheckIns struct {
	Question string `meta:"question"` // the label of the one that asks for the first day
	Title    string `meta:"title"`    // "" for the page's
	Every    int    `meta:"every"`    // months; 0 for 3
	Times    int    `meta:"times"`    // talks in all; 0 for 4
	Starts   string `meta:"starts"`   // 10:00; "" for that
	Minutes  int    `meta:"minutes"`  // 0 for 30
}

func (*Agreement) kind() Kind { return KindAgreement }

func (a *Agreement) check(c *checker) {
	c.questions(a.Questions)
	switch {
	case !a.Private:
		c.need(c.front, "signers", &agreementSigners)
	case len(a.Signers) > 0:
		c.report(&agreementPrivate, c.at(c.front, "signers"))
	}
	c.checkIns(a)
}

// clock is a time of day.
var clock = regexp.MustCompile(`^([01][0-9]|2[0-3]):[0-5][0-9]$`)

// checkIns holds the rules of the talks that follow on an agreement.
func (c *checker) checkIns(a *Agreement) {
	n := c.front.Get("check_ins")
	if n == nil {
		return
	}
	c.need(n, "question", &checkInsQuestion)
	if asked, ok := textAt(n, "question"); ok {
		if dates := a.dates(); len(dates) > 0 {
			c.known(c.at(n, "question"), asked, dates, &checkInsUnknown, &checkInsUnknownNear)
		} else {
			c.report(&checkInsNoDate, c.at(n, "question"))
		}
	}
	if starts, ok := textAt(n, "starts"); ok && !clock.MatchString(starts) {
		c.report(&checkInsStarts, c.at(n, "starts"), starts)
	}
	for _, key := range []string{"every", "times", "minutes"} {
		c.atLeast(n, key, 1)
	}
	if times, ok := number(n, "times"); ok && times > mostCheckIns {
		c.report(&checkInsTimes, c.at(n, "times"), mostCheckIns)
	}
}

// mostCheckIns is how many talks there can be: nobody plans more in one go.
const mostCheckIns = 60

// dates are the labels of the questions that ask for a day.
func (a *Agreement) dates() []string {
	var labels []string
	for _, q := range a.Questions {
		if q.Type == "date" {
			labels = append(labels, q.Label)
		}
	}
	return labels
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
	// agreement-private: somebody would sign what is nobody else's business.
	agreementPrivate = diag.Rule{ID: "agreement-private", Severity: diag.Error,
		Message: diag.Text{
			NL: "Deze pagina vul je voor jezelf in (private), maar er staat wie tekent",
			EN: "This page is filled in for oneself (private), yet it says who signs"},
		Hint: diag.Text{
			NL: "Haal signers weg. Of haal private weg, als jullie het samen invullen.",
			EN: "Remove signers. Or remove private, if it is filled in together."}}
	// check-ins-question: nobody knows when the talks begin.
	checkInsQuestion = diag.Rule{ID: "check-ins-question", Severity: diag.Error,
		Message: diag.Text{
			NL: "Bij check_ins staat niet welke vraag naar de eerste dag vraagt",
			EN: "check_ins doesn't say which question asks for the first day"},
		Hint: diag.Text{
			NL: "Zet er de tekst van een vraag met type: date bij, zo: question: Wanneer praten jullie weer?",
			EN: "Add the text of a question with type: date, like this: question: When do you talk again?"}}
	checkInsUnknown = diag.Rule{ID: "check-ins-question", Severity: diag.Error,
		Message: diag.Text{
			NL: "Er is geen vraag naar een dag met de tekst %[1]q",
			EN: "There is no question for a day with the text %[1]q"},
		Hint: diag.Text{
			NL: "Neem de tekst van een vraag met type: date precies over. Kies uit: %[2]s",
			EN: "Copy the text of a question with type: date exactly. Choose from: %[2]s"}}
	checkInsNoDate = diag.Rule{ID: "check-ins-question", Severity: diag.Error,
		Message: diag.Text{
			NL: "Geen van de vragen vraagt naar een dag",
			EN: "None of the questions asks for a day"},
		Hint: diag.Text{
			NL: "Zet er een vraag bij met type: date, of haal check_ins weg.",
			EN: "Add a question with type: date, or remove check_ins."}}
	checkInsUnknownNear = diag.Rule{ID: "check-ins-question", Severity: diag.Error,
		Message: checkInsUnknown.Message,
		Hint: diag.Text{
			NL: "Bedoel je %[2]q?",
			EN: "Did you mean %[2]q?"}}
	// check-ins-times: more talks than anybody plans.
	checkInsTimes = diag.Rule{ID: "check-ins-times", Severity: diag.Error,
		Message: diag.Text{
			NL: "Zoveel gesprekken plant niemand in één keer",
			EN: "Nobody plans so many talks in one go"},
		Hint: diag.Text{
			NL: "Schrijf bij times hoogstens %[1]d.",
			EN: "Write %[1]d at most for times."}}
	// check-ins-starts: the talks begin at no time of day.
	checkInsStarts = diag.Rule{ID: "check-ins-starts", Severity: diag.Error,
		Message: diag.Text{
			NL: "%[1]q is geen tijd",
			EN: "%[1]q is no time"},
		Hint: diag.Text{
			NL: "Schrijf uren en minuten met een dubbele punt, zo: starts: 10:00",
			EN: "Write hours and minutes with a colon, like this: starts: 10:00"}}
	// survey-send-to: nobody gets the answers.
	surveySendTo = diag.Rule{ID: "survey-send-to", Severity: diag.Error,
		Message: diag.Text{
			NL: "Hier staat niet wie de antwoorden krijgt",
			EN: "This doesn't say who gets the answers"},
		Hint: diag.Text{
			NL: "Zet bij send_to de id van een contact uit handbook.yaml, zo: send_to: hr",
			EN: "Set send_to to the id of a contact in handbook.yaml, like this: send_to: hr"}}
)
