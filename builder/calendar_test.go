package builder_test

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	ical "github.com/arran4/golang-ical"
)

var calendarFiles = map[string]string{
	"handbook.yaml": "title: Boek\nlanguages: [nl, en]\nurl: https://boek.example/pad/\ncontacts:\n  - {id: hr, name: Team HR, email: hr@boek.example}\n",
	"index.md":      "---\nreviewed: 2026-05-01\n---\n# Begin\n",
	"index.en.md":   "# Home\n",
	"programma/workshop.md": "---\nkind: event\nsummary: Samen, één middag.\nstarts: 2027-10-30 13:00\nends: 2027-10-31 12:00\n" +
		"where: Zaal 2\nsignup: hr\nreviewed: 2026-04-01\n---\n# Workshop; jij in beeld\n",
	"programma/workshop.en.md": "---\nkind: event\nstarts: 2027-10-30T13:00\nwhere: Hall 2\n---\n# Workshop\n",
	"programma/dag.md":         "---\nkind: event\nstarts: 2026-03-05\nwhere: Overal\n---\n# Dag\n",
	"delen/nu.md":              "---\nkind: share\ntype: vacancy\nuntil: 2027-10-31\nopeners: [Zeg eens]\n---\n# Nu\n",
}

// events reads the events of a file with a parser that is not ours.
func events(t *testing.T, files map[string][]byte, name string) []*ical.VEvent {
	t.Helper()
	c, err := ical.ParseCalendar(bytes.NewReader(files[name]))
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return c.Events()
}

func TestCalendar(t *testing.T) {
	s := newSite(t, calendarFiles)
	r := s.build(s.options())
	if len(r.Diagnostics) > 0 {
		t.Fatal(r.Diagnostics)
	}
	files := contents(t, s.out)
	var ids []string
	for _, e := range events(t, files, "kalender.ics") {
		ids = append(ids, e.Id())
	}
	if want := []string{"programma/dag.html@boek.example", "programma/workshop.html@boek.example", "delen/nu.html@boek.example"}; !slices.Equal(ids, want) {
		t.Errorf("the calendar holds %q", ids)
	}
	e := events(t, files, "programma/workshop.ics")[0]
	for property, want := range map[ical.ComponentProperty]string{
		ical.ComponentPropertySummary: "Workshop; jij in beeld", ical.ComponentPropertyLocation: "Zaal 2",
		ical.ComponentPropertyDescription: "Samen, één middag.\nAanmelden bij: Team HR, hr@boek.example",
		ical.ComponentPropertyUrl:         "https://boek.example/pad/programma/workshop.html", ical.ComponentPropertyDtstamp: "20260401T000000Z",
	} {
		if got := e.GetProperty(property).Value; got != want {
			t.Errorf("%s is %q", property, got)
		}
	}
	from, _ := e.GetStartAt()
	to, _ := e.GetEndAt()
	if from.UTC().Format(time.RFC3339) != "2027-10-30T11:00:00Z" || to.UTC().Format(time.RFC3339) != "2027-10-31T11:00:00Z" {
		t.Errorf("from %v to %v", from, to)
	}
	has(t, files, "en/calendar.ics", "UID:en/programma/workshop.html@boek.example", "SUMMARY:Workshop\r\n", "SUMMARY:Last day to share: Nu\r\n")
	has(t, files, "programma/workshop.html", `href="workshop.ics"`, `href="../kalender.html"`)
	has(t, files, "en/programma/workshop.html", `href="workshop.ics"`, `href="../calendar.html"`)
	has(t, files, "index.html", `href="kalender.html"`)
	has(t, files, "kalender.html", `href="kalender.ics"`, "Maart 2026", `data-after="2026-03-05"`, "Oktober 2027", "Laatste dag om te delen", `data-after="2027-10-31"`)
	has(t, files, "en/calendar.html", "October 2027", `hreflang="nl"`)
	months := regexp.MustCompile(`id="v-month-[\d-]+"`).FindAllString(string(files["kalender.html"]), -1)
	if want := []string{`id="v-month-2026-03"`, `id="v-month-2027-10"`}; !slices.Equal(months, want) {
		t.Errorf("the months are %q", months)
	}
	s.sameAsCold(r)

	s.write("programma/workshop.md", strings.Replace(calendarFiles["programma/workshop.md"], "13:00", "14:00", 1))
	r = s.build(s.options())
	has(t, contents(t, s.out), "programma/workshop.ics", "DTSTART;TZID=Europe/Amsterdam:20271030T140000")
	s.sameAsCold(r)
	s.write("programma/workshop.md", calendarFiles["programma/workshop.md"]+"\nMeer tekst.\n")
	s.sameAsCold(s.build(s.options()))
}

// TestCalendarWithoutDates holds that nothing leads to an empty calendar, and that
// a handbook without an address has names for its events all the same.
func TestCalendarWithoutDates(t *testing.T) {
	s := newSite(t, map[string]string{"index.md": "# Begin\n"})
	s.build(s.options())
	files := contents(t, s.out)
	if files["kalender.html"] != nil || files["kalender.ics"] != nil || bytes.Contains(files["index.html"], []byte("kalender")) {
		t.Error("there is an empty calendar")
	}
	s.write("dag.md", "---\nkind: event\nstarts: 2026-03-05\nwhere: Overal\n---\n# Dag\n")
	s.build(s.options())
	files = contents(t, s.out)
	if !regexp.MustCompile(`\r\nUID:dag\.html@[0-9a-f]{12}\.vaandel\r\n`).Match(files["dag.ics"]) || bytes.Contains(files["dag.ics"], []byte("URL:")) {
		t.Errorf("the event is %s", files["dag.ics"])
	}
}
