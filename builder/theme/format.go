package theme

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// number groups the digits of n in threes from 10,000 up, as the language does:
// a year or a length of four digits reads better without.
func (w words) number(lang string, n int64) string {
	s := strconv.FormatInt(n, 10)
	digits, sign := strings.TrimPrefix(s, "-"), ""
	if len(digits) < len(s) {
		sign = "-"
	}
	if len(digits) <= 4 {
		return s
	}
	group := w.message(lang, "number.group")
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + group + digits[i:]
	}
	return sign + digits
}

// size writes a number of bytes in the units of the SI, with one decimal below
// ten: "840 bytes", "3,4 kB", "12 MB".
func (w words) size(lang string, bytes int64) string {
	if bytes < 1000 {
		return w.message(lang, "size.bytes", bytes)
	}
	value, unit := float64(bytes)/1000, 0
	units := []string{"kB", "MB", "GB"}
	for value >= 999.5 && unit < len(units)-1 {
		value, unit = value/1000, unit+1
	}
	decimals := 0
	if value < 9.95 {
		decimals = 1
	}
	s := strconv.FormatFloat(value, 'f', decimals, 64)
	s = strings.Replace(strings.TrimSuffix(s, ".0"), ".", w.message(lang, "number.decimal"), 1)
	return s + "\u00a0" + units[unit]
}

// moment is a date as authors write it, with or without a time.
type moment struct {
	time.Time
	clock bool
}

// parseMoment reads "2026-03-12", "2026-03-12 10:00" and the same with a T.
func parseMoment(s string) (moment, bool) {
	if t, err := time.Parse(time.DateOnly, s); err == nil {
		return moment{t, false}, true
	}
	for _, layout := range []string{"2006-01-02 15:04", "2006-01-02T15:04"} {
		if t, err := time.Parse(layout, s); err == nil {
			return moment{t, true}, true
		}
	}
	return moment{}, false
}

// date writes a date out: "12 maart 2026". What is no date comes back as it is.
func (w words) date(lang, s string) string {
	m, ok := parseMoment(s)
	if !ok {
		return s
	}
	return w.day(lang, m)
}

func (w words) day(lang string, m moment) string {
	month := w.message(lang, fmt.Sprintf("date.months.%d", m.Month()))
	return w.message(lang, "date.day", strconv.Itoa(m.Day()), month, strconv.Itoa(m.Year()))
}

func (w words) clock(lang string, m moment) string {
	return w.message(lang, "date.clock", m.Format("15"), m.Format("04"))
}

// period writes out from when until when something lasts: "maandag 14 september
// 2026, 10.00 tot 12.00 uur". Either may be empty; what is no date comes back as
// it is.
func (w words) period(lang, starts, ends string) string {
	from, ok := parseMoment(starts)
	if !ok {
		return starts
	}
	to, ok := parseMoment(ends)
	first := w.weekday(lang, from)
	switch {
	case !ok && from.clock:
		return w.message(lang, "date.at", first, w.clock(lang, from))
	case !ok:
		return first
	case from.Format(time.DateOnly) != to.Format(time.DateOnly):
		return w.message(lang, "date.between", w.full(lang, from), w.full(lang, to))
	case from.clock && to.clock:
		return w.message(lang, "date.hours", first,
			w.message(lang, "date.time", from.Format("15"), from.Format("04")), w.clock(lang, to))
	}
	return w.full(lang, from)
}

// full is a day of the week with its date and, where known, the time.
func (w words) full(lang string, m moment) string {
	if m.clock {
		return w.message(lang, "date.at", w.weekday(lang, m), w.clock(lang, m))
	}
	return w.weekday(lang, m)
}

func (w words) weekday(lang string, m moment) string {
	// time.Weekday counts from Sunday, the messages from Monday.
	name := w.message(lang, fmt.Sprintf("date.weekdays.%d", (int(m.Weekday())+6)%7+1))
	return w.message(lang, "date.full", name, w.day(lang, m))
}
