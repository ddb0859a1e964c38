package handbook

import "vaandel/builder/diag"

// ContentTypes are the four types of messages, by the value of type. It is
// never changed.
var ContentTypes = []string{"corporate", "customer-service", "informal", "commercial"}

// ContentType answers what an employee asks about one of the four types of
// messages. What to do and not to do stands in the text, as lists under
// > [!DO] and > [!DONT].
type ContentType struct {
	Type          string `meta:"type"` // one of ContentTypes
	Ask           string `meta:"ask"`  // a question: whoever says yes has a message of this type
	Share         string `meta:"share"`
	OwnWords      string `meta:"own_words"`
	Answers       string `meta:"answers"`        // who answers reactions
	AnswersWithin string `meta:"answers_within"` // within what time
	Approves      string `meta:"approves"`
	Checklist     string `meta:"checklist"` // path of the checklist's .md file
}

func (*ContentType) kind() Kind { return KindContentType }

func (*ContentType) check(c *checker) {
	c.need(c.front, "type", &contentType)
	c.oneOf(c.front, "type", &contentTypeUnknown, ContentTypes...)
	c.need(c.front, "share", &contentShare)
	c.need(c.front, "own_words", &contentOwnWords)
	c.need(c.front, "answers", &contentAnswers)
	c.need(c.front, "answers_within", &contentWithin)
	c.need(c.front, "approves", &contentApproves)
	c.need(c.front, "checklist", &contentChecklist)
	c.callout("do", &contentDo, &contentDoEmpty)
	c.callout("dont", &contentDont, &contentDontEmpty)
}

func (*ContentType) fields() []FieldInfo {
	return []FieldInfo{
		{Name: "type", Type: FieldChoice, Required: true, Values: []Value{
			{"corporate", diag.Text{NL: "Bedrijfsnieuws", EN: "Company news"}},
			{"customer-service", diag.Text{NL: "Vragen van klanten", EN: "Customer questions"}},
			{"informal", diag.Text{NL: "Van de werkvloer", EN: "From the shop floor"}},
			{"commercial", diag.Text{NL: "Reclame", EN: "Advertising"}}},
			Label: diag.Text{NL: "Over welk soort bericht gaat het?", EN: "Which type of message is it about?"}},
		{Name: "ask", Type: FieldLongText,
			Label: diag.Text{NL: "Aan welke vraag herken je het?", EN: "Which question tells that it is one?"},
			Help: diag.Text{
				NL: "Wie er ja op zegt, heeft een bericht van dit soort.",
				EN: "Whoever says yes has a message of this type."}},
		{Name: "share", Type: FieldLongText, Required: true,
			Label: diag.Text{NL: "Mag ik het delen?", EN: "May I share it?"}},
		{Name: "own_words", Type: FieldLongText, Required: true,
			Label: diag.Text{NL: "Mag het in mijn eigen woorden?", EN: "In my own words?"}},
		{Name: "answers", Type: FieldLongText, Required: true,
			Label: diag.Text{NL: "Wie antwoordt op reacties?", EN: "Who answers reactions?"}},
		{Name: "answers_within", Required: true,
			Label: diag.Text{NL: "Hoe snel?", EN: "How soon?"}},
		{Name: "approves", Type: FieldLongText, Required: true,
			Label: diag.Text{NL: "Wie kijkt er eerst naar?", EN: "Who looks at it first?"}},
		{Name: "checklist", Type: FieldPage, Required: true,
			Label: diag.Text{NL: "Welke checklist hoort erbij?", EN: "Which checklist goes with it?"}},
	}
}

// callout reports none where the text has no callout of a type, and empty where
// one has no list.
func (c *checker) callout(kind string, none, empty *diag.Rule) {
	found := c.doc.Refused
	for _, have := range c.doc.Callouts {
		if have.Type != kind {
			continue
		}
		found = true
		if len(have.Items) == 0 {
			c.report(empty, c.line(have.Line))
		}
	}
	if !found {
		c.report(none, c.top())
	}
}

// The rules of content types: each of an employee's questions has an answer.
var (
	// content-type: the page doesn't say which of the four types it is about.
	contentType = diag.Rule{ID: "content-type", Severity: diag.Error,
		Message: diag.Text{
			NL: "Deze pagina zegt niet over welk soort bericht ze gaat",
			EN: "This page doesn't say which type of message it is about"},
		Hint: diag.Text{
			NL: "Kies corporate, customer-service, informal of commercial, zo: type: informal",
			EN: "Choose corporate, customer-service, informal or commercial, like this: type: informal"}}
	contentTypeUnknown = diag.Rule{ID: "content-type", Severity: diag.Error,
		Message: diag.Text{
			NL: "Bij type staat %[1]q, en dat soort kennen we niet",
			EN: "type says %[1]q, which we don't know"},
		Hint: diag.Text{
			NL: "Kies uit: %[2]s.",
			EN: "Choose from: %[2]s."}}
	// content-type-share: may I share it?
	contentShare = diag.Rule{ID: "content-type-share", Severity: diag.Error,
		Message: diag.Text{
			NL: "Deze pagina zegt niet of je dit soort berichten mag delen",
			EN: "This page doesn't say whether you may share this type of message"},
		Hint: diag.Text{
			NL: "Geef het antwoord bij share, zo: share: Ja, zodra het op onze site staat.",
			EN: "Give the answer under share, like this: share: Yes, once it is on our site."}}
	// content-type-own-words: in my own words?
	contentOwnWords = diag.Rule{ID: "content-type-own-words", Severity: diag.Error,
		Message: diag.Text{
			NL: "Deze pagina zegt niet of je er eigen woorden bij mag zetten",
			EN: "This page doesn't say whether you may use your own words"},
		Hint: diag.Text{
			NL: "Geef het antwoord bij own_words, zo: own_words: Ja, graag zelfs.",
			EN: "Give the answer under own_words, like this: own_words: Yes, please do."}}
	// content-type-answers: who answers reactions?
	contentAnswers = diag.Rule{ID: "content-type-answers", Severity: diag.Error,
		Message: diag.Text{
			NL: "Deze pagina zegt niet wie op reacties antwoordt",
			EN: "This page doesn't say who answers reactions"},
		Hint: diag.Text{
			NL: "Noem het team bij answers, zo: answers: Het webcareteam",
			EN: "Name the team under answers, like this: answers: The webcare team"}}
	// content-type-answers-within: within what time?
	contentWithin = diag.Rule{ID: "content-type-answers-within", Severity: diag.Error,
		Message: diag.Text{
			NL: "Deze pagina zegt niet hoe snel iemand op een reactie antwoordt",
			EN: "This page doesn't say how soon a reaction is answered"},
		Hint: diag.Text{
			NL: "Noem de tijd bij answers_within, zo: answers_within: Binnen één werkdag",
			EN: "Name the time under answers_within, like this: answers_within: Within one working day"}}
	// content-type-approves: who approves?
	contentApproves = diag.Rule{ID: "content-type-approves", Severity: diag.Error,
		Message: diag.Text{
			NL: "Deze pagina zegt niet wie er vooraf akkoord op geeft",
			EN: "This page doesn't say who approves it in advance"},
		Hint: diag.Text{
			NL: "Noem het bij approves. Is een akkoord niet nodig? Zeg dat dan: approves: Niemand, je beslist zelf.",
			EN: "Name them under approves. Is no approval needed? Then say so: approves: Nobody, you decide."}}
	// content-type-checklist: which checklist?
	contentChecklist = diag.Rule{ID: "content-type-checklist", Severity: diag.Error,
		Message: diag.Text{
			NL: "Deze pagina zegt niet welke checklist erbij hoort",
			EN: "This page doesn't say which checklist goes with it"},
		Hint: diag.Text{
			NL: "Noem het bestand bij checklist, zo: checklist: ../checklists/voor-je-plaatst.md",
			EN: "Name the file under checklist, like this: checklist: ../checklists/before-you-post.md"}}
	// content-type-do: what to do?
	contentDo = diag.Rule{ID: "content-type-do", Severity: diag.Error,
		Message: diag.Text{
			NL: "Deze pagina zegt niet wat je juist wel doet",
			EN: "This page doesn't say what to do"},
		Hint: diag.Text{
			NL: "Zet in de tekst een regel > [!DO] en daaronder een lijst met regels als > - Vertel wat je zelf zag.",
			EN: "Put a line > [!DO] in the text and below it a list of lines such as > - Tell what you saw yourself."}}
	contentDoEmpty = diag.Rule{ID: "content-type-do", Severity: diag.Error,
		Message: diag.Text{
			NL: "Onder [!DO] staat geen lijst",
			EN: "There is no list below [!DO]"},
		Hint: diag.Text{
			NL: "Zet er regels onder als > - Vertel wat je zelf zag.",
			EN: "Put lines below it such as > - Tell what you saw yourself."}}
	// content-type-dont: what not to do?
	contentDont = diag.Rule{ID: "content-type-dont", Severity: diag.Error,
		Message: diag.Text{
			NL: "Deze pagina zegt niet wat je beter laat",
			EN: "This page doesn't say what not to do"},
		Hint: diag.Text{
			NL: "Zet in de tekst een regel > [!DONT] en daaronder een lijst met regels als > - Een klant bij naam noemen.",
			EN: "Put a line > [!DONT] in the text and below it a list of lines such as > - Naming a customer."}}
	contentDontEmpty = diag.Rule{ID: "content-type-dont", Severity: diag.Error,
		Message: diag.Text{
			NL: "Onder [!DONT] staat geen lijst",
			EN: "There is no list below [!DONT]"},
		Hint: diag.Text{
			NL: "Zet er regels onder als > - Een klant bij naam noemen.",
			EN: "Put lines below it such as > - Naming a customer."}}
)
