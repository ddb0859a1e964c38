package render

import (
	"cmp"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"vaandel/builder/calendar"
	"vaandel/builder/handbook"
	"vaandel/builder/memo"
	"vaandel/builder/meta"
	"vaandel/builder/publish"
)

// The calendar of a language holds its events, and the last days of what there is
// to share: a page with a list, and a file that calendar programs read. A page of
// an event has a file of its own as well.

const layoutCalendar = "calendar"

// planDates finds what is in the calendars, in order of time.
func (s *site) planDates() {
	s.dates = map[string][]*handbook.Page{}
	for _, p := range s.h.Pages {
		if dateOf(p) == "" {
			continue
		}
		for _, lang := range s.h.Config.Languages {
			if s.h.Roots[lang] != nil && s.h.Version(p.Key, lang) == p {
				s.dates[lang] = append(s.dates[lang], p)
			}
		}
	}
	for _, pages := range s.dates {
		slices.SortStableFunc(pages, func(a, b *handbook.Page) int {
			return cmp.Or(cmp.Compare(dateOf(a), dateOf(b)), cmp.Compare(a.SortKey(), b.SortKey()), cmp.Compare(a.Source, b.Source))
		})
	}
}

// dateOf returns the date by which a page is in the calendar: when an event
// starts, or the last day to share. It is "" for any other page.
func dateOf(p *handbook.Page) string {
	date := ""
	switch spec := p.Spec.(type) {
	case *handbook.Event:
		date = strings.Replace(spec.Starts, "T", " ", 1)
	case *handbook.Share:
		date = spec.Until
	}
	if date == "" || !meta.DateTime(date) {
		return ""
	}
	return date
}

// calendarAddress returns the path of the calendar of a language, with the given
// ending. People see its name in the address that they subscribe to.
func calendarAddress(lang string, languages []string, ending string) string {
	name := "calendar" + ending
	if lang == "nl" || strings.HasPrefix(lang, "nl-") {
		name = "kalender" + ending
	}
	if lang == languages[0] {
		return name
	}
	return lang + "/" + name
}

// calendarHref returns the address of the calendar as seen from the page at from,
// or "" where nothing is in it.
func (s *site) calendarHref(lang, from string) string {
	if len(s.dates[lang]) == 0 {
		return ""
	}
	return s.href(from, calendarAddress(lang, s.h.Config.Languages, ".html"))
}

// eventFile returns the path of the file of an event for calendar programs.
func eventFile(p *handbook.Page) string { return strings.TrimSuffix(p.Address, ".html") + ".ics" }

// calendarPages makes the page of a language's calendar, where there is something
// in it.
func (s *site) calendarPages(lang string, root *handbook.Section) []generated {
	if len(s.dates[lang]) == 0 {
		return nil
	}
	address := calendarAddress(lang, s.h.Config.Languages, ".html")
	v := s.page(layoutCalendar, lang, address, s.Theme.Message(lang, "calendar.title"))
	v.Summary = s.Theme.Message(lang, "calendar.summary")
	v.Trail = []Ref{{Title: root.Title(), Href: s.href(address, root.Address)}}
	v.ICS = s.href(address, calendarAddress(lang, s.h.Config.Languages, ".ics"))
	s.addScripts(&v, "share")
	for _, p := range s.dates[lang] {
		d := s.date(p, address, lang)
		id := "month-" + d.Starts[:len("2026-01")]
		if n := len(v.Months); n == 0 || v.Months[n-1].ID != id {
			v.Months = append(v.Months, Month{ID: id, Title: s.month(lang, d.Starts)})
		}
		last := &v.Months[len(v.Months)-1]
		last.Dates = append(last.Dates, d)
	}
	return []generated{{address: address, view: v}}
}

// date makes the entry of a page in the list at from.
func (s *site) date(p *handbook.Page, from, lang string) Date {
	d := Date{Ref: s.ref(from, p, lang), Starts: dateOf(p), After: dateOf(p)[:len("2026-01-31")]}
	d.Day = strings.TrimPrefix(d.Starts[len("2026-01-"):len("2026-01-31")], "0")
	if e, ok := p.Spec.(*handbook.Event); ok {
		d.Where = e.Where
		if meta.DateTime(e.Ends) {
			d.Ends = e.Ends
			d.After = max(d.After, e.Ends[:len("2026-01-31")])
		}
	}
	return d
}

// month names the month of a date, as a heading.
func (s *site) month(lang, date string) string {
	n, _ := strconv.Atoi(date[len("2026-"):len("2026-01")])
	title := []rune(s.Theme.Message(lang, "calendar.month", s.Theme.Message(lang, "date.months."+strconv.Itoa(n)), date[:len("2026")]))
	title[0] = unicode.ToUpper(title[0])
	return string(title)
}

// calendars makes the files for calendar programs.
func (s *site) calendars() []publish.File {
	var out []publish.File
	for _, lang := range s.h.Config.Languages {
		if len(s.dates[lang]) == 0 {
			continue
		}
		title := s.h.Config.Title.In(lang, s.h.Config.Languages)
		c := calendar.Calendar{Lang: lang, Name: s.Theme.Message(lang, "calendar.name", title)}
		for _, p := range s.dates[lang] {
			c.Events = append(c.Events, s.event(p, lang))
		}
		out = append(out, fixed(calendarAddress(lang, s.h.Config.Languages, ".ics"), c.File()))
	}
	for _, p := range s.h.Pages {
		if p.Kind == handbook.KindEvent && dateOf(p) != "" {
			c := calendar.Calendar{Lang: p.Lang, Events: []calendar.Event{s.event(p, p.Lang)}}
			out = append(out, fixed(eventFile(p), c.File()))
		}
	}
	return out
}

// event is a page as an entry of a calendar in lang.
func (s *site) event(p *handbook.Page, lang string) calendar.Event {
	e := calendar.Event{
		UID: p.Address + "@" + s.host(), Stamp: cmp.Or(p.Updated, p.Common.Reviewed),
		Starts: dateOf(p), Title: p.Title(), Text: p.Common.Summary,
	}
	if s.h.Config.URL != "" {
		e.URL = s.absolute(p.Address)
	}
	switch spec := p.Spec.(type) {
	case *handbook.Event:
		e.Ends, e.Where = spec.Ends, spec.Where
		if c := s.contact(spec.Signup, lang); c != nil {
			e.Text += "\n" + s.Theme.Message(lang, "event.signup") + ": " + strings.Trim(c.Name+", "+c.Email, ", ")
		}
	case *handbook.Share:
		e.Title, e.Free = s.Theme.Message(lang, "calendar.share", p.Title()), true
	}
	return e
}

// host is the name that ids of events end in: that of the site where it is known,
// else one made of the handbook's title.
func (s *site) host() string {
	if u, err := url.Parse(s.h.Config.URL); err == nil && u.Hostname() != "" {
		return u.Hostname()
	}
	title := s.h.Config.Title.In(s.h.Config.Languages[0], s.h.Config.Languages)
	return short(memo.KeyOf([]byte(title))) + ".vaandel"
}
