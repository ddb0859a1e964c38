package check

import (
	"time"

	"vaandel/builder/diag"
)

// daysTo is how many days b is later than a; ok is false where one of the two is no
// date.
func daysTo(a, b string) (days int, ok bool) {
	from, err := time.Parse(time.DateOnly, dayOf(a))
	if err != nil {
		return 0, false
	}
	to, err := time.Parse(time.DateOnly, dayOf(b))
	if err != nil {
		return 0, false
	}
	return int(to.Sub(from).Hours() / 24), true
}

// dayOf is a date without its time.
func dayOf(s string) string { return s[:min(len(s), len(time.DateOnly))] }

// later is the date so many days behind another.
func later(date string, days int) string {
	t, err := time.Parse(time.DateOnly, date)
	if err != nil {
		return "2027-01-31"
	}
	return t.AddDate(0, 0, days).Format(time.DateOnly)
}

// until says how far away a day is.
func until(days int) diag.Text {
	switch days {
	case 0:
		return diag.Text{NL: "dat is vandaag", EN: "that is today"}
	case 1:
		return diag.Text{NL: "dat is morgen", EN: "that is tomorrow"}
	}
	return diag.Text{NL: "dat is over %d dagen", EN: "that is in %d days"}.With(days)
}

// months are the names of the months in Dutch; Go has the English ones.
var months = [...]string{"januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"}

// dayInWords is a date as people write it: 31 januari 2026.
func dayInWords(date string) diag.Text {
	t, err := time.Parse(time.DateOnly, date)
	if err != nil {
		return diag.Text{NL: date, EN: date}
	}
	return diag.Text{NL: "%[1]d %[2]s %[4]d", EN: "%[1]d %[3]s %[4]d"}.With(t.Day(), months[t.Month()-1], t.Month(), t.Year())
}
