package handbook

import (
	"strings"

	"vaandel/builder/diag"
)

// Event is a date in the programme.
type Event struct {
	Starts   string `meta:"starts"` // 2026-09-14 10:00
	Ends     string `meta:"ends"`
	Where    string `meta:"where"`
	Signup   string `meta:"signup"` // a contact's id
	Capacity int    `meta:"capacity"`
}

func (*Event) kind() Kind { return KindEvent }

func (*Event) check(c *checker) {
	c.need(c.front, "starts", &eventStarts)
	c.need(c.front, "where", &eventWhere)
	c.contact(c.front, "signup")
	c.atLeast(c.front, "capacity", 1)
	starts, ends := c.date(c.front, "starts", true), c.date(c.front, "ends", true)
	if starts != "" && ends != "" && before(ends, starts) {
		c.report(&eventOrder, c.at(c.front, "ends"), ends, starts)
	}
}

func (*Event) fields() []FieldInfo {
	return []FieldInfo{
		{Name: "starts", Type: FieldMoment, Required: true,
			Label: diag.Text{NL: "Wanneer begint het?", EN: "When does it start?"}},
		{Name: "ends", Type: FieldMoment,
			Label: diag.Text{NL: "Wanneer is het afgelopen?", EN: "When does it end?"}},
		{Name: "where",
			Label: diag.Text{NL: "Waar is het?", EN: "Where is it?"},
			Help: diag.Text{
				NL: "Schrijf Online als je er niet heen hoeft.",
				EN: "Write Online if nobody has to go there."}},
		{Name: "signup", Type: FieldContact,
			Label: diag.Text{NL: "Bij wie meld je je aan?", EN: "With whom to sign up?"}},
		{Name: "capacity", Range: &Range{Least: 1},
			Label: diag.Text{NL: "Hoeveel mensen kunnen er mee?", EN: "How many people can come?"}},
	}
}

// before compares two dates with or without a time; a day without time is the
// whole day, so it is not before a moment of that day.
func before(a, b string) bool {
	size := min(len(a), len(b), len("2026-09-14 10:00"))
	a, b = strings.Replace(a, "T", " ", 1), strings.Replace(b, "T", " ", 1)
	return a[:size] < b[:size]
}

// The rules of events.
var (
	// event-starts: nobody knows when it is.
	eventStarts = diag.Rule{ID: "event-starts", Severity: diag.Error,
		Message: diag.Text{
			NL: "Hier staat niet wanneer het begint",
			EN: "This doesn't say when it starts"},
		Hint: diag.Text{
			NL: "Zet de dag en de tijd erbij, zo: starts: 2026-09-14 10:00",
			EN: "Add the day and the time, like this: starts: 2026-09-14 10:00"}}
	// event-where: nobody knows where it is.
	eventWhere = diag.Rule{ID: "event-where", Severity: diag.Warning,
		Message: diag.Text{
			NL: "Hier staat niet waar het is",
			EN: "This doesn't say where it is"},
		Hint: diag.Text{
			NL: "Noem de plek, zo: where: Kantine, of schrijf: where: Online",
			EN: "Name the place, like this: where: Canteen, or write: where: Online"}}
	// event-order: it ends before it starts.
	eventOrder = diag.Rule{ID: "event-order", Severity: diag.Error,
		Message: diag.Text{
			NL: "Het eindigt op %[1]s, maar dat is voordat het begint (%[2]s)",
			EN: "It ends on %[1]s, but that is before it starts (%[2]s)"},
		Hint: diag.Text{
			NL: "Kijk starts en ends na. Misschien zijn ze verwisseld.",
			EN: "Check starts and ends. Perhaps they are swapped."}}
)
