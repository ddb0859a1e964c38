package calendar

import (
	"bytes"
	"strings"
	"testing"
	"time"

	ical "github.com/arran4/golang-ical"
)

// read reads a calendar with a parser that is not ours.
func read(t *testing.T, events ...Event) []*ical.VEvent {
	t.Helper()
	c, err := ical.ParseCalendar(bytes.NewReader(Calendar{Name: "Proef", Lang: "nl", Events: events}.File()))
	if err != nil {
		t.Fatal(err)
	}
	return c.Events()
}

// TestTimes holds the moments of events against the time zone of Go's own
// database, on both sides of the days on which the clock changes.
func TestTimes(t *testing.T) {
	for _, c := range []struct{ starts, ends, from, to string }{
		{"2027-01-14 10:00", "2027-01-14 12:30", "2027-01-14T09:00:00Z", "2027-01-14T11:30:00Z"},
		{"2027-06-10T13:00", "2027-06-10T15:00", "2027-06-10T11:00:00Z", "2027-06-10T13:00:00Z"},
		{"2027-03-28 01:30", "2027-03-28 03:30", "2027-03-28T00:30:00Z", "2027-03-28T01:30:00Z"},
		{"2027-10-31 01:30", "2027-10-31 03:30", "2027-10-30T23:30:00Z", "2027-10-31T02:30:00Z"},
		{"2027-10-30 23:00", "2027-10-31 12:00", "2027-10-30T21:00:00Z", "2027-10-31T11:00:00Z"},
		{"2027-06-10 13:00", "2027-06-11", "2027-06-10T11:00:00Z", "2027-06-11T22:00:00Z"}, // the whole last day
	} {
		e := read(t, Event{UID: "a@b", Starts: c.starts, Ends: c.ends, Title: "Proef"})[0]
		from, err := e.GetStartAt()
		if err != nil || from.UTC().Format(time.RFC3339) != c.from {
			t.Errorf("%s begins at %s, %v", c.starts, from.UTC(), err)
		}
		to, err := e.GetEndAt()
		if err != nil || to.UTC().Format(time.RFC3339) != c.to {
			t.Errorf("%s to %s ends at %s, %v", c.starts, c.ends, to.UTC(), err)
		}
	}
}

// TestRules holds that the rules of the clock in the file say what the database of
// time zones does, from 1996 on.
func TestRules(t *testing.T) {
	place, err := time.LoadLocation(zone)
	if err != nil {
		t.Fatal(err)
	}
	// The last Sunday of March and of October, as BYDAY=-1SU has it.
	last := func(year int, month time.Month) time.Time {
		d := time.Date(year, month, 31, 0, 0, 0, 0, time.UTC)
		return d.AddDate(0, 0, -int(d.Weekday()))
	}
	for year := 1996; year < 2037; year++ {
		for month, after := range map[time.Month]int{time.March: 7200, time.October: 3600} {
			change := last(year, month).Add(time.Hour) // 02:00 at +0100 and 03:00 at +0200 are 01:00 UTC
			_, before := change.Add(-time.Minute).In(place).Zone()
			_, then := change.In(place).Zone()
			if then != after || before != 10800-after {
				t.Errorf("%s: the clock goes from %d to %d", change, before, then)
			}
		}
	}
	file := string(Calendar{}.File())
	for _, want := range []string{
		"DTSTART:19960331T020000\r\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\n",
		"DTSTART:19961027T030000\r\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\n",
	} {
		if !strings.Contains(file, want) {
			t.Errorf("the file lacks %q", want)
		}
	}
}

func TestDays(t *testing.T) {
	for _, c := range []struct{ starts, ends, from, to string }{
		{"2027-06-10", "", "20270610", "20270611"},
		{"2027-06-10", "2027-06-10", "20270610", "20270611"},
		{"2027-12-30", "2028-01-01", "20271230", "20280102"},
		{"2027-06-10", "2027-06-11 12:00", "20270610", "20270612"},
		{"2027-06-10", "2027-06-01", "20270610", ""}, // it can't be over before it starts
	} {
		file := string(Calendar{Events: []Event{{UID: "a@b", Starts: c.starts, Ends: c.ends}}}.File())
		if !strings.Contains(file, "\r\nDTSTART;VALUE=DATE:"+c.from+"\r\n") {
			t.Errorf("%s: %s", c.starts, file)
		}
		if c.to != "" && !strings.Contains(file, "\r\nDTEND;VALUE=DATE:"+c.to+"\r\n") || c.to == "" && strings.Contains(file, "DTEND") {
			t.Errorf("%s to %s: %s", c.starts, c.ends, file)
		}
	}
	if file := string(Calendar{Events: []Event{{Starts: "morgen"}}}.File()); strings.Contains(file, "VEVENT") {
		t.Error("an event without a date is there")
	}
}

// TestTexts holds that texts come back as they were, whatever is in them, and
// that no line is too long or ends otherwise than it must.
func TestTexts(t *testing.T) {
	texts := []string{
		"Soep, brood; en \\ koek", "Twee\nregels", "Één été 日本語 🎉", strings.Repeat("é", 200),
		strings.Repeat("a", 66) + "é", strings.Repeat("🎉", 40), "BEGIN:VEVENT", `\n`, "a: b",
	}
	for _, text := range texts {
		e := Event{
			UID: "delen/vacature.html@handboek.voorbeeld.example", Stamp: "2026-11-16", Starts: "2027-06-10", Free: true,
			Title: text, Text: text, Where: text, URL: "https://handboek.voorbeeld.example/een/heel/lang/pad/naar/een/pagina/van/het/handboek.html",
		}
		file := Calendar{Name: text, Lang: "nl", Events: []Event{e}}.File()
		for l := range strings.SplitSeq(strings.TrimSuffix(string(file), "\r\n"), "\r\n") {
			if len(l) > longest || strings.ContainsAny(l, "\r\n") || !strings.HasPrefix(l, " ") && !strings.Contains(l, ":") {
				t.Errorf("%q: line %q", text, l)
			}
		}
		got := read(t, e)[0]
		for _, p := range []ical.ComponentProperty{ical.ComponentPropertySummary, ical.ComponentPropertyDescription, ical.ComponentPropertyLocation} {
			if value := got.GetProperty(p).Value; value != text {
				t.Errorf("%s became %q, not %q", p, value, text)
			}
		}
		if got.Id() != e.UID || got.GetProperty(ical.ComponentPropertyUrl).Value != e.URL {
			t.Errorf("the event is %s", got.Serialize(&ical.SerializationConfiguration{NewLine: "\n"}))
		}
		if at, err := got.GetDtStampTime(); err != nil || !at.Equal(time.Date(2026, 11, 16, 0, 0, 0, 0, time.UTC)) {
			t.Errorf("the stamp is %v, %v", at, err)
		}
	}
}

// Signs that no file may hold are left out, and can begin no line of their own.
func TestSigns(t *testing.T) {
	e := Event{UID: "a\r\nX:y", Starts: "2027-06-10", Title: "a\x00b\x1b\r\nc\xff", URL: "https://x\nY:z"}
	file := string(Calendar{Events: []Event{e}}.File())
	for _, want := range []string{"\r\nUID:a X:y\r\n", "\r\nSUMMARY:ab\\nc\uFFFD\r\n", "\r\nURL:https://x Y:z\r\n", "DTSTAMP:19700101T000000Z"} {
		if !strings.Contains(file, want) {
			t.Errorf("the file lacks %q: %q", want, file)
		}
	}
}

func FuzzFile(f *testing.F) {
	f.Add("Soep", "Eén, twee; drie\n\\", "2027-06-10 10:00", "2027-06-10")
	f.Fuzz(func(t *testing.T, title, text, starts, ends string) {
		file := Calendar{Name: title, Events: []Event{{UID: "a@b", Starts: starts, Ends: ends, Title: title, Text: text}}}.File()
		if _, err := ical.ParseCalendar(bytes.NewReader(file)); err != nil {
			t.Errorf("%v: %q", err, file)
		}
	})
}
