// Package calendar writes events as a file that calendars read: iCalendar, as
// RFC 5545 has it.
//
// Times are those of a clock in the Netherlands. The file brings the rules of
// that clock along, as programs don't all know them. The bytes follow from the
// events alone.
package calendar

import (
	"strings"
	"time"
	"unicode/utf8"
)

// Calendar is a file of events.
type Calendar struct {
	// Name is what programs call it, in Lang.
	Name, Lang string
	Events     []Event
}

// Event is something that happens at a time.
type Event struct {
	// UID names the event for ever, among those of all calendars.
	UID string
	// Stamp is the day (2026-01-31) of its last change.
	Stamp string
	// Starts and Ends are as an author writes them: 2026-09-14, 2026-09-14 10:00
	// or 2026-09-14T10:00. A day without a time is the whole day, the last one
	// too. Ends may be empty.
	Starts, Ends string

	Title, Text, Where string
	// URL is the full address of its page, or "".
	URL string
	// Free tells that whoever has it in a calendar is free at that time.
	Free bool
}

// zone is where the clock is.
const zone = "Europe/Amsterdam"

// rules are when that clock goes forward and back: in all of the European Union
// on the same days since 1996 (directives 94/21/EC and 2000/84/EC).
const rules = `BEGIN:VTIMEZONE
TZID:Europe/Amsterdam
BEGIN:DAYLIGHT
DTSTART:19960331T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
END:STANDARD
END:VTIMEZONE`

// File returns the bytes of the calendar. An event that starts at no date is left
// out.
func (c Calendar) File() []byte {
	w := &writer{}
	w.plain("BEGIN", "VCALENDAR")
	w.plain("VERSION", "2.0")
	w.plain("PRODID", "-//Vaandel//Vaandel//"+strings.ToUpper(c.Lang))
	w.plain("CALSCALE", "GREGORIAN")
	w.plain("METHOD", "PUBLISH")
	if c.Name != "" {
		w.text("NAME", c.Name) // RFC 7986
		w.text("X-WR-CALNAME", c.Name)
	}
	w.plain("REFRESH-INTERVAL;VALUE=DURATION", "P1D")
	w.plain("X-PUBLISHED-TTL", "P1D")
	for l := range strings.SplitSeq(rules, "\n") {
		w.fold(l)
	}
	for _, e := range c.Events {
		w.event(e)
	}
	w.plain("END", "VCALENDAR")
	return []byte(w.String())
}

// writer writes lines of a calendar.
type writer struct{ strings.Builder }

func (w *writer) event(e Event) {
	from, ok := parse(e.Starts)
	if !ok {
		return
	}
	w.plain("BEGIN", "VEVENT")
	w.plain("UID", e.UID)
	w.plain("DTSTAMP", stamp(e.Stamp))
	w.when("DTSTART", from)
	if to, ok := lasts(from, e.Ends); ok {
		w.when("DTEND", to)
	}
	w.text("SUMMARY", e.Title)
	w.text("DESCRIPTION", e.Text)
	w.text("LOCATION", e.Where)
	if e.URL != "" {
		w.plain("URL", e.URL)
	}
	if e.Free {
		w.plain("TRANSP", "TRANSPARENT")
	}
	w.plain("END", "VEVENT")
}

// moment is a day, or with clock a time of that day.
type moment struct {
	time.Time
	clock bool
}

// parse reads a date as authors write it.
func parse(s string) (moment, bool) {
	s = strings.Replace(s, "T", " ", 1)
	if t, err := time.Parse(time.DateOnly, s); err == nil {
		return moment{t, false}, true
	}
	for _, layout := range []string{"2006-01-02 15:04", time.DateTime} {
		if t, err := time.Parse(layout, s); err == nil {
			return moment{t, true}, true
		}
	}
	return moment{}, false
}

// lasts returns the moment at which an event is over, in the form of its start:
// of a day, the day after it. It is false where none is known.
func lasts(from moment, ends string) (moment, bool) {
	to, ok := parse(ends)
	switch {
	case !ok && from.clock:
		return to, false
	case !ok:
		to = from
	}
	if !to.clock || !from.clock {
		to.Time = to.Truncate(24*time.Hour).AddDate(0, 0, 1)
	}
	to.clock = from.clock
	return to, to.After(from.Time)
}

// stamp is the moment of a change. RFC 5545 asks for one; without a date it is
// the same for ever.
func stamp(date string) string {
	m, ok := parse(date)
	if !ok {
		m.Time = time.Unix(0, 0).UTC()
	}
	return m.Format("20060102") + "T000000Z"
}

func (w *writer) when(name string, m moment) {
	if m.clock {
		w.plain(name+";TZID="+zone, m.Format("20060102T150405"))
	} else {
		w.plain(name+";VALUE=DATE", m.Format("20060102"))
	}
}

// plain writes a property whose value is no text.
func (w *writer) plain(name, value string) { w.fold(name + ":" + clean(value)) }

// text writes a property whose value is text, unless that is empty.
func (w *writer) text(name, value string) {
	if value = strings.TrimSpace(value); value != "" {
		w.fold(name + ":" + escape.Replace(clean(value)))
	}
}

// escape writes text as RFC 5545, 3.3.11 has it.
var escape = strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\n", `\n`)

// clean leaves out what may not stand in a calendar: signs that are none.
func clean(value string) string {
	value = strings.ReplaceAll(strings.ToValidUTF8(value, "\uFFFD"), "\r\n", "\n")
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' || r == 0x7f {
			return -1
		}
		return r
	}, value)
}

// longest is how many bytes a line may have, without its end.
const longest = 75

// fold writes a line, in pieces that are short enough. A letter is never cut.
func (w *writer) fold(line string) {
	line = strings.ReplaceAll(line, "\n", " ") // of what is no text
	room := longest
	for len(line) > room {
		cut := room
		for !utf8.RuneStart(line[cut]) {
			cut--
		}
		w.WriteString(line[:cut] + "\r\n ")
		line, room = line[cut:], longest-1
	}
	w.WriteString(line + "\r\n")
}
