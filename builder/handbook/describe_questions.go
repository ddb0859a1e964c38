package handbook

import "vaandel/builder/diag"

func (*Agreement) fields() []FieldInfo {
	return []FieldInfo{
		questionFields(),
		{Name: "signers", When: &Condition{Field: "private", Is: []string{"true"}, Not: true},
			Label: diag.Text{NL: "Wie maken dit plan samen?", EN: "Who make this plan together?"},
			Help: diag.Text{
				NL: "Bijvoorbeeld: Medewerker en Leidinggevende.",
				EN: "For instance: Employee and Manager."}},
		{Name: "private",
			Label: diag.Text{NL: "Vul je dit voor jezelf in?", EN: "Is it filled in for oneself?"},
			Help: diag.Text{
				NL: "Dan tekent niemand, en blijft het van wie het invult.",
				EN: "Then nobody signs, and it stays with who fills it in."}},
		{Name: "check_ins",
			Label: diag.Text{NL: "Gesprekken daarna", EN: "Talks that follow"},
			Help: diag.Text{
				NL: "Wie het plan invult, kan deze gesprekken in zijn agenda zetten.",
				EN: "Who fills in the plan can put these talks into a calendar."},
			Fields: []FieldInfo{
				{Name: "question", Required: true,
					Label: diag.Text{NL: "Welke vraag vraagt naar de eerste dag?", EN: "Which question asks for the first day?"},
					Help: diag.Text{
						NL: "Neem de tekst van een vraag naar een dag precies over.",
						EN: "Copy the text of a question for a day exactly."}},
				{Name: "title",
					Label: diag.Text{NL: "Titel in de agenda", EN: "Title in the calendar"}},
				{Name: "every", Range: &Range{Least: 1},
					Label: diag.Text{NL: "Om de hoeveel maanden?", EN: "Every how many months?"},
					Help: diag.Text{
						NL: "Vul je niets in, dan is het om de drie maanden.",
						EN: "Three, unless you say otherwise."}},
				{Name: "times", Range: &Range{1, mostCheckIns},
					Label: diag.Text{NL: "Hoeveel gesprekken?", EN: "How many talks?"},
					Help: diag.Text{
						NL: "Vul je niets in, dan zijn het er vier.",
						EN: "Four, unless you say otherwise."}},
				{Name: "starts", Type: FieldTime,
					Label: diag.Text{NL: "Hoe laat?", EN: "At what time?"},
					Help: diag.Text{
						NL: "Vul je niets in, dan is het om 10:00.",
						EN: "At 10:00, unless you say otherwise."}},
				{Name: "minutes", Range: &Range{Least: 1},
					Label: diag.Text{NL: "Hoeveel minuten?", EN: "How many minutes?"},
					Help: diag.Text{
						NL: "Vul je niets in, dan is het een halfuur.",
						EN: "Half an hour, unless you say otherwise."}},
			}},
	}
}

func (*Survey) fields() []FieldInfo {
	return []FieldInfo{
		questionFields(),
		{Name: "send_to", Type: FieldContact, Required: true,
			Label: diag.Text{NL: "Wie krijgt de antwoorden?", EN: "Who gets the answers?"}},
		{Name: "min_group", Range: &Range{Least: 2},
			Label: diag.Text{NL: "Kleinste groep die je laat zien", EN: "Smallest group that is shown"},
			Help: diag.Text{
				NL: "Van minder mensen blijven de antwoorden verborgen, zodat niemand te herkennen is.",
				EN: "The answers of fewer people stay hidden, so that nobody can be recognised."}},
	}
}

// questionFields describes the questions of an agreement or a survey.
func questionFields() FieldInfo {
	choice := &Condition{Field: "type", Is: []string{"choice", "choices"}}
	return FieldInfo{Name: "questions", Required: true,
		Label: diag.Text{NL: "Vragen", EN: "Questions"},
		Fields: []FieldInfo{
			{Name: "label", Required: true,
				Label: diag.Text{NL: "Vraag", EN: "Question"}},
			{Name: "help", Type: FieldLongText,
				Label: diag.Text{NL: "Uitleg bij de vraag", EN: "Explanation"}},
			{Name: "type", Type: FieldChoice, Values: questionValues(),
				Label: diag.Text{NL: "Soort antwoord", EN: "Kind of answer"}},
			{Name: "options", When: choice, Range: &Range{Least: 2},
				Label: diag.Text{NL: "Antwoorden om uit te kiezen", EN: "Answers to choose from"}},
			{Name: "min",
				Label: diag.Text{NL: "Laagste getal", EN: "Lowest number"}},
			{Name: "max",
				Label: diag.Text{NL: "Hoogste getal", EN: "Highest number"}},
			{Name: "unit",
				Label: diag.Text{NL: "Eenheid", EN: "Unit"},
				Help: diag.Text{
					NL: "Wat je telt, bijvoorbeeld: uur.",
					EN: "What is counted, for instance: hours."}},
			{Name: "required",
				Label: diag.Text{NL: "Is een antwoord nodig?", EN: "Is an answer needed?"}},
		}}
}

// questionValues are the types of a question.
func questionValues() []Value {
	return []Value{
		{"text", diag.Text{NL: "Korte tekst", EN: "Short text"}},
		{"long", diag.Text{NL: "Lange tekst", EN: "Long text"}},
		{"number", diag.Text{NL: "Getal", EN: "Number"}},
		{"time", diag.Text{NL: "Tijd", EN: "Time"}},
		{"date", diag.Text{NL: "Dag", EN: "Day"}},
		{"choice", diag.Text{NL: "Eén antwoord kiezen", EN: "Choose one answer"}},
		{"choices", diag.Text{NL: "Een of meer antwoorden kiezen", EN: "Choose one or more answers"}},
	}
}
