package check

import (
	"vaandel/builder/diag"
	"vaandel/builder/markdown"
)

var outputHTML = &Rule{ID: "output-html", Family: Output, Severity: diag.Warning,
	Name: diag.Text{
		NL: "HTML die niet klopt",
		EN: "HTML that doesn't match"},
	Finds: diag.Text{
		NL: "HTML in een tekst (raw_html: true) waarin een stuk wel begint en niet eindigt, wel eindigt en niet begint, of door een ander stuk heen loopt.",
		EN: "HTML in a text (raw_html: true) in which an element begins and doesn't end, ends and doesn't begin, or crosses another."},
	Why: diag.Text{
		NL: "Vaandel sluit zulke stukken zelf. Dan houdt een kader of een vet woord ergens anders op dan je dacht.",
		EN: "Vaandel closes such elements by itself. A box or a bold word then ends where you didn't expect."},
	Bad:  diag.Text{NL: "Dat is <b>belangrijk.", EN: "That is <b>important."},
	Good: diag.Text{NL: "Dat is <b>belangrijk</b>.", EN: "That is <b>important</b>."},
	Message: diag.Text{
		NL: "<%[1]s> heeft geen eind",
		EN: "<%[1]s> has no end"},
	Hint: diag.Text{
		NL: "Zet </%[1]s> waar het stuk moet ophouden, in dezelfde alinea. Of haal <%[1]s> weg.",
		EN: "Put </%[1]s> where it must end, in the same paragraph. Or remove <%[1]s>."},
	Page: func(r *Report, p *Page) {
		if p.Book.Handbook.Config.RawHTML {
			m := matcher{report: r, page: p}
			m.match()
		}
	},
}

var (
	strayEnd = diag.Text{
		NL: "</%[1]s> sluit iets wat hier niet open is",
		EN: "</%[1]s> ends something that isn't open here"}
	strayEndHint = diag.Text{
		NL: "Zet <%[1]s> waar het stuk begint, in dezelfde alinea. Of haal </%[1]s> weg.",
		EN: "Put <%[1]s> where it begins, in the same paragraph. Or remove </%[1]s>."}
	crossed = diag.Text{
		NL: "<%[2]s> en <%[1]s> lopen door elkaar heen",
		EN: "<%[2]s> and <%[1]s> cross each other"}
	crossedHint = diag.Text{
		NL: "Sluit eerst wat het laatst begon: zet </%[1]s> voor </%[2]s>.",
		EN: "What began last must end first: put </%[1]s> before </%[2]s>."}
)

// endless are the elements whose end may be left out.
var endless = map[string]bool{
	"p": true, "li": true, "dt": true, "dd": true, "tr": true, "td": true, "th": true, "thead": true, "tbody": true,
	"tfoot": true, "colgroup": true, "option": true, "optgroup": true, "html": true, "head": true, "body": true,
}

// matcher holds the tags of a page against each other.
type matcher struct {
	report *Report
	page   *Page
	open   []openTag
}

// openTag is an element that is open.
type openTag struct {
	*markdown.Tag
	crossed string // the element that ended before this one, which was open around it
}

func (m *matcher) match() {
	for i := range m.page.Prose.Tags {
		t := &m.page.Prose.Tags[i]
		if t.Part > 0 {
			m.leave(t.Part)
		}
		switch {
		case t.Alone || endless[t.Name]:
		case t.Ends:
			m.end(t)
		default:
			m.open = append(m.open, openTag{Tag: t})
		}
	}
	m.leave(-1)
	for _, o := range m.open {
		m.unended(o)
	}
}

// leave drops what is open in the texts before part: an element can't go on there.
func (m *matcher) leave(part int) {
	kept := m.open[:0]
	for _, o := range m.open {
		if o.Part == 0 || o.Part == part {
			kept = append(kept, o)
		} else {
			m.unended(o)
		}
	}
	m.open = kept
}

// end closes the last element of that name that is open in the same text.
func (m *matcher) end(t *markdown.Tag) {
	for i := len(m.open) - 1; i >= 0; i-- {
		o := m.open[i]
		if o.Name != t.Name || o.Part != t.Part {
			continue
		}
		if o.crossed != "" {
			m.report.Say(m.place(t), crossed, crossedHint, t.Name, o.crossed)
		}
		m.open = append(m.open[:i], m.open[i+1:]...)
		for j := i; j < len(m.open); j++ {
			if m.open[j].crossed == "" {
				m.open[j].crossed = t.Name
			}
		}
		return
	}
	m.report.Say(m.place(t), strayEnd, strayEndHint, t.Name)
}

func (m *matcher) unended(o openTag) { m.report.At(m.place(o.Tag), o.Name) }

func (m *matcher) place(t *markdown.Tag) diag.Position {
	return diag.Position{File: m.page.Source, Line: t.Line, Column: t.Column}
}
