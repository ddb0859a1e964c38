package check

import (
	"cmp"
	_ "embed"
	"html/template"
	"io"
	"io/fs"
	"slices"
	"strings"
	"unicode"

	"vaandel/builder/diag"
	"vaandel/builder/handbook"
)

// Paper is what was found as a page to send round: by owner, then by page. It needs
// no other file and asks no site for anything.
type Paper struct {
	Handbook *handbook.Handbook
	Found    []diag.Diagnostic
	// Lang is the language of the page: "nl", else English.
	Lang string
	// Files is the content folder, to show the lines that findings are about.
	Files fs.FS
	Today string
}

//go:embed paper.html
var paperHTML string

// WriteHTML writes the page.
func WriteHTML(w io.Writer, p Paper) error {
	say := func(nl, en string) string { return diag.Text{NL: nl, EN: en}.In(p.Lang) }
	day := func(date string) string { return dayInWords(date).In(p.Lang) }
	t, err := template.New("paper").Funcs(template.FuncMap{"say": say, "day": day}).Parse(paperHTML)
	if err != nil {
		return err
	}
	return t.Execute(w, p.view())
}

// The parts of the page.
type (
	paperView struct {
		Lang, Title, Today       string
		Errors, Warnings, Advice int
		Owners                   []*paperOwner
		Rules                    []paperRule
	}
	paperOwner struct {
		ID, Name, Role, Email string
		Pages                 []*paperPage
		Count                 int
	}
	paperPage struct {
		Title, File string
		Findings    []paperFinding
	}
	paperFinding struct {
		Severity, Word, Message, Hint, Rule string
		Known                               bool // what it is, stands below
		Line                                int
		Before, Mark, After                 string // the line
	}
	paperRule struct {
		ID, Name, Finds, Why, Bad, Good string
		Count                           int
	}
)

// view sorts what was found.
func (p *Paper) view() paperView {
	v := paperView{Lang: cmp.Or(p.Lang, "en"), Today: p.Today}
	if p.Handbook != nil {
		v.Title = p.Handbook.Config.Title.In(p.Lang, p.Handbook.Config.Languages)
	}
	v.Errors, v.Warnings = diag.Count(p.Found)
	v.Advice = len(p.Found) - v.Errors - v.Warnings
	owners := map[string]*paperOwner{}
	pages := map[string]*paperPage{}
	lines := diag.NewLines(p.Files)
	counts := map[string]int{}
	for _, d := range p.Found {
		page := pages[d.File]
		owner := p.owner(d.File, owners)
		if page == nil {
			page = &paperPage{Title: p.title(d.File), File: d.File}
			pages[d.File] = page
			owner.Pages = append(owner.Pages, page)
		}
		owner.Count++
		counts[d.Rule]++
		page.Findings = append(page.Findings, p.finding(d, lines))
	}
	for _, o := range owners {
		v.Owners = append(v.Owners, o)
	}
	slices.SortFunc(v.Owners, func(a, b *paperOwner) int {
		return cmp.Or(rank(a)-rank(b), cmp.Compare(handbook.SortKey(a.Name), handbook.SortKey(b.Name)), cmp.Compare(a.ID, b.ID))
	})
	for id, n := range counts {
		r := paperRule{ID: id, Name: Title(id).In(p.Lang), Count: n}
		if known := ByID(id); known != nil {
			r.Finds, r.Why = known.Finds.In(p.Lang), known.Why.In(p.Lang)
			r.Bad, r.Good = known.Bad.In(p.Lang), known.Good.In(p.Lang)
		}
		v.Rules = append(v.Rules, r)
	}
	slices.SortFunc(v.Rules, func(a, b paperRule) int { return cmp.Or(b.Count-a.Count, cmp.Compare(a.ID, b.ID)) })
	return v
}

// The names of those who are no contact; no id has a space.
const (
	nobody  = " nobody"
	settled = " handbook"
)

// rank puts those who are no contact last.
func rank(o *paperOwner) int {
	switch o.ID {
	case settled:
		return 1
	case nobody:
		return 2
	}
	return 0
}

// owner returns who looks after a file.
func (p *Paper) owner(file string, owners map[string]*paperOwner) *paperOwner {
	o := paperOwner{ID: settled, Name: diag.Text{NL: "Het handboek als geheel", EN: "The handbook as a whole"}.In(p.Lang)}
	if page := p.page(file); page != nil {
		o = paperOwner{ID: nobody, Name: diag.Text{NL: "Nog van niemand", EN: "Nobody’s yet"}.In(p.Lang)}
		for _, c := range p.Handbook.Config.Contacts {
			if c.ID == page.Common.Owner {
				o = paperOwner{ID: c.ID, Name: cmp.Or(c.Name, c.ID), Role: c.Role.In(p.Lang, p.Handbook.Config.Languages), Email: c.Email}
			}
		}
	}
	if owners[o.ID] == nil {
		owners[o.ID] = &o
	}
	return owners[o.ID]
}

func (p *Paper) page(file string) *handbook.Page {
	if p.Handbook == nil {
		return nil
	}
	return p.Handbook.Page(file)
}

func (p *Paper) title(file string) string {
	if page := p.page(file); page != nil {
		return page.Title()
	}
	return file
}

// finding is one finding with the line that it is about.
func (p *Paper) finding(d diag.Diagnostic, lines *diag.Lines) paperFinding {
	f := paperFinding{
		Severity: d.Severity.String(), Word: d.Severity.Word().In(p.Lang), Rule: d.Rule, Known: ByID(d.Rule) != nil, Line: d.Line,
		Message: diag.Harmless(d.Message.In(p.Lang)), Hint: diag.Harmless(d.Hint.In(p.Lang)),
	}
	if line, ok := lines.Line(d.Position); ok && d.Column > 0 {
		f.Before, f.Mark, f.After = excerpt([]rune(diag.Harmless(line)), d.Column-1)
	}
	return f
}

// excerpt cuts a line around the word at a place, and takes it apart there.
func excerpt(line []rune, at int) (before, mark, after string) {
	const room = 60
	at = min(at, len(line))
	end := at
	for end < len(line) && !unicode.IsSpace(line[end]) && end-at < room {
		end++
	}
	from, to := max(0, at-room), min(len(line), end+room)
	before, mark, after = string(line[from:at]), string(line[at:end]), string(line[end:to])
	if from > 0 {
		before = "…" + before
	}
	if to < len(line) {
		after += "…"
	}
	return strings.TrimLeft(before, " \t"), mark, after
}
