package handbook

import (
	"strconv"

	"vaandel/builder/chart"
	"vaandel/builder/diag"
)

// Figures is a page of numbers, each with its source.
type Figures struct {
	Figures []Figure `meta:"figures"`
	Data    string   `meta:"data"`  // path of a .csv file beside the page
	Chart   string   `meta:"chart"` // one of chart.Kinds; "" lets the table decide
	Unit    string   `meta:"unit"`  // of the numbers in it
}

// Figure is one number.
type Figure struct {
	Value   string `meta:"value"`
	Label   string `meta:"label"`
	Source  string `meta:"source"`
	Year    int    `meta:"year"`
	Link    string `meta:"link"`
	Checked string `meta:"checked"`
	Line    int    `meta:"-"`
}

func (*Figures) kind() Kind { return KindFigures }

func (f *Figures) check(c *checker) {
	if f.Data == "" {
		c.need(c.front, "figures", &figuresNone)
	}
	c.oneOf(c.front, "chart", &figuresChart, chart.Kinds...)
	for _, n := range c.front.Get("figures").Entries() {
		c.need(n, "value", &figureValue)
		c.need(n, "label", &figureLabel)
		c.need(n, "source", &figureSource)
		c.need(n, "year", &figureYear)
		c.date(n, "checked", false)
		year, ok := number(n, "year")
		if ok && (year < 1900 || c.today != "" && strconv.Itoa(year) > c.today[:4]) {
			c.report(&figureYearOdd, c.at(n, "year"), year)
		}
	}
}

func (*Figures) fields() []FieldInfo {
	return []FieldInfo{
		{Name: "figures", When: &Condition{Field: "data", Not: true},
			Label: diag.Text{NL: "Cijfers", EN: "Figures"},
			Fields: []FieldInfo{
				{Name: "value", Required: true,
					Label: diag.Text{NL: "Getal", EN: "Number"},
					Help: diag.Text{
						NL: "Schrijf het zoals de lezer het moet zien: 2 uur.",
						EN: "Write it as readers should see it: 2 hours."}},
				{Name: "label", Required: true,
					Label: diag.Text{NL: "Wat betekent het?", EN: "What does it mean?"}},
				{Name: "source", Required: true,
					Label: diag.Text{NL: "Waar komt het vandaan?", EN: "Where does it come from?"}},
				{Name: "year", Required: true,
					Label: diag.Text{NL: "Uit welk jaar?", EN: "From which year?"}},
				{Name: "link", Type: FieldLink,
					Label: diag.Text{NL: "Link naar de bron", EN: "Link to the source"}},
				{Name: "checked", Type: FieldDate,
					Label: diag.Text{NL: "Nagekeken op", EN: "Looked up on"}},
			}},
		{Name: "data", Type: FieldFile,
			Label: diag.Text{NL: "Bestand met een tabel (.csv)", EN: "File with a table (.csv)"},
			Help: diag.Text{
				NL: "Zet het naast deze pagina. Vaandel tekent er een grafiek bij.",
				EN: "Put it beside this page. Vaandel draws a chart of it."}},
		{Name: "chart", Type: FieldChoice, Values: []Value{
			{string(chart.Bar), diag.Text{NL: "Staven", EN: "Bars"}},
			{string(chart.Line), diag.Text{NL: "Lijnen", EN: "Lines"}},
			{string(chart.None), diag.Text{NL: "Alleen de tabel", EN: "The table alone"}}},
			Label: diag.Text{NL: "Welke grafiek?", EN: "Which chart?"},
			Help: diag.Text{
				NL: "Kies je niets, dan kiest Vaandel wat bij de tabel past.",
				EN: "Choose none, and Vaandel takes what suits the table."}},
		{Name: "unit",
			Label: diag.Text{NL: "Waarin tel je?", EN: "What is counted?"},
			Help: diag.Text{
				NL: "Bijvoorbeeld: uur.",
				EN: "For instance: hours."}},
	}
}

// The rules of figures: a number without source is no fact.
var (
	// figures-none: a page of figures has none.
	figuresNone = diag.Rule{ID: "figures-none", Severity: diag.Error,
		Message: diag.Text{
			NL: "Op deze pagina staan nog geen cijfers",
			EN: "There are no figures on this page yet"},
		Hint: diag.Text{
			NL: "Zet ze bij figures, of noem bij data een bestand met een tabel (.csv).",
			EN: "Put them under figures, or name a file with a table (.csv) under data."}}
	// figures-chart: nobody knows how to draw the table.
	figuresChart = diag.Rule{ID: "figures-chart", Severity: diag.Error,
		Message: diag.Text{
			NL: "Bij chart staat %[1]q, en zo’n grafiek kennen we niet",
			EN: "chart says %[1]q, which we can't draw"},
		Hint: diag.Text{
			NL: "Kies bar (staven), line (een lijn) of none (alleen de tabel), zo: chart: bar",
			EN: "Choose bar, line, or none for the table alone, like this: chart: bar"}}
	// figure-value: an entry has no number.
	figureValue = diag.Rule{ID: "figure-value", Severity: diag.Error,
		Message: diag.Text{
			NL: "Hier staat geen getal",
			EN: "There is no number here"},
		Hint: diag.Text{
			NL: "Schrijf het zoals de lezer het moet zien, zo: value: 2 uur",
			EN: "Write it as readers should see it, like this: value: 2 hours"}}
	// figure-label: nobody knows what a number counts.
	figureLabel = diag.Rule{ID: "figure-label", Severity: diag.Error,
		Message: diag.Text{
			NL: "Hier staat niet wat dit getal betekent",
			EN: "This doesn't say what the number means"},
		Hint: diag.Text{
			NL: "Vertel het kort, zo: label: per dag op sociale media",
			EN: "Say so in a few words, like this: label: a day on social media"}}
	// figure-source: nobody knows where a number comes from.
	figureSource = diag.Rule{ID: "figure-source", Severity: diag.Error,
		Message: diag.Text{
			NL: "Hier staat niet waar dit getal vandaan komt",
			EN: "This doesn't say where the number comes from"},
		Hint: diag.Text{
			NL: "Noem de bron, zo: source: Newcom Research & Consultancy",
			EN: "Name the source, like this: source: Newcom Research & Consultancy"}}
	// figure-year: nobody knows how old a number is.
	figureYear = diag.Rule{ID: "figure-year", Severity: diag.Error,
		Message: diag.Text{
			NL: "Hier staat niet uit welk jaar dit getal komt",
			EN: "This doesn't say which year the number is from"},
		Hint: diag.Text{
			NL: "Zet het jaar van het onderzoek erbij, zo: year: 2024",
			EN: "Add the year of the research, like this: year: 2024"}}
	figureYearOdd = diag.Rule{ID: "figure-year", Severity: diag.Warning,
		Message: diag.Text{
			NL: "Komt dit getal echt uit het jaar %[1]d?",
			EN: "Is this number really from the year %[1]d?"},
		Hint: diag.Text{
			NL: "Kijk het jaar na.",
			EN: "Check the year."}}
)
