package handbook

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"vaandel/builder/diag"
	"vaandel/builder/markdown"
)

// short writes diagnostics as "line:column severity rule", one a line.
func short(ds []diag.Diagnostic) string {
	var out []string
	for _, d := range ds {
		out = append(out, fmt.Sprintf("%d:%d %s %s", d.Line, d.Column, d.Severity, d.Rule))
	}
	return strings.Join(out, "\n")
}

// parsed is a page with front matter and text, as it comes from its file.
func parsed(src string, kind Kind) *markdown.Document {
	return markdown.Parse("x.md", []byte(src), markdown.Options{Kind: string(kind)})
}

func TestKinds(t *testing.T) {
	for _, k := range Kinds {
		if s := specOf(k); s == nil || s.kind() != k {
			t.Errorf("%s has the front matter %T", k, s)
		}
	}
	if s := specOf("gedicht"); s != nil {
		t.Errorf("an unknown kind has the front matter %T", s)
	}
}

func TestReadFront(t *testing.T) {
	for _, c := range []struct {
		name, front string
		section     Kind
		kind        Kind
		kindless    bool
		found       string
		unknown     string
	}{
		{"nothing", "", "", KindPage, true, "", ""},
		{"kind of the section", "order: 1", KindPolicy, KindPolicy, false, "", ""},
		{"kind of its own", "kind: page", KindPolicy, KindPage, false, "", ""},
		{"kind of its own outside sections", "kind: share\nuntil: 2026-01-31", "", KindShare, false, "", ""},
		{"empty kind", "kind:", KindPerson, KindPerson, false, "", ""},
		{"unknown kind in a section", "kind: gedicht", KindPolicy, KindPolicy, false, "2:7 error kind-unknown", ""},
		{"unknown kind elsewhere", "kind: gedicht", "", KindPage, true, "2:7 warning kind-unknown", ""},
		{"misspelt kind elsewhere", "kind: polic", "", KindPage, true, "2:7 error kind-unknown", ""},
		{"mistakes without kind", "order: eerst\nredirect_from: /a\ntitel: x", "", KindPage, true,
			"2:8 warning field-number", "3:1 warning field-unknown\n4:1 warning field-misspelt"},
		{"mistakes with kind", "order: eerst\nredirect_from: /a\ntitel: x", KindPage, KindPage, false,
			"2:8 error field-number\n3:1 warning field-unknown\n4:1 error field-misspelt", ""},
		{"a field of another kind", "kind: page\nversion: 1", "", KindPage, false, "3:1 warning field-unknown", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := ReadFront("x.md", parsed("---\n"+c.front+"\n---\n", c.section), c.section)
			if f.Kind != c.kind || f.Kindless != c.kindless || f.Spec.kind() != c.kind || f.Common.Kind != c.kind {
				t.Errorf("kind %s, kindless %v, %T, common %s", f.Kind, f.Kindless, f.Spec, f.Common.Kind)
			}
			if got := short(f.Diagnostics); got != c.found {
				t.Errorf("found %s\nwant %s", got, c.found)
			}
			if got := short(f.Unknown); got != c.unknown {
				t.Errorf("unknown %s\nwant %s", got, c.unknown)
			}
		})
	}
}

// check reads and checks one page.
func check(src string, section Kind, c *Config, today string) []diag.Diagnostic {
	doc := parsed(src, section)
	f := ReadFront("x.md", doc, section)
	p := &Page{Source: "x.md", Doc: doc, Common: f.Common, Spec: f.Spec, Kind: f.Kind, Kindless: f.Kindless}
	return append(f.Diagnostics, CheckPage(p, c, today)...)
}

// whole is a page of each kind that lacks nothing.
var whole = map[Kind]string{
	KindPage:        "---\nkind: page\nowner: hr\nreviewed: 2026-01-31\nreview_by: 2027-01-31\n---\n# Welkom\n",
	KindPolicy:      "---\nkind: policy\nowner: hr\nversion: 1.1\nreviewed: 2026-01-31\nreview_by: 2027-01-31\nin_short: [Kort.]\nchanges:\n  - {date: 2026-01-31, version: 1.1, text: Uren.}\n  - {date: 2025-01-31, text: Eerste versie.}\n---\n# Werktijd\n",
	KindContentType: "---\nkind: content-type\ntype: informal\nshare: Ja.\nown_words: Ja.\nanswers: Jij.\nanswers_within: Een dag.\napproves: Niemand.\nchecklist: lijst.md\n---\n# Informeel\n\n> [!DO]\n> - Vertel.\n\n> [!DONT]\n> - Roddel niet.\n",
	KindTraining:    "---\nkind: training\nminutes: 10\npass_mark: 75\ngoals: [Je kunt kiezen.]\n---\n# Les\n\n## Mag dit?\n\n- [x] Ja\n- [ ] Nee\n\n> Want het is van jou.\n",
	KindToolkit:     "---\nkind: toolkit\ntype: pictures\npictures:\n  - {file: a.jpg, alt: Een bureau, licence: Vrij, people: true, consent: Bij HR, expires: 2027-01-31}\n---\n# Beeld\n",
	KindChecklist:   "---\nkind: checklist\ncontact: hr\ndone: Klaar!\n---\n# Lijst\n\n- [ ] Klopt het?\n",
	KindAgreement:   "---\nkind: agreement\nsigners: [Medewerker, Leidinggevende]\nquestions:\n  - {label: Hoeveel uur?, type: number, min: 1, max: 8}\n  - {label: Wanneer?, type: choice, options: [Ochtend, Middag]}\n  - {label: Welke dag?, type: date}\ncheck_ins: {question: Welke dag?, title: Gesprek, every: 3, times: 4, starts: \"10:00\", minutes: 30}\n---\n# Plan\n",
	KindSurvey:      "---\nkind: survey\nsend_to: hr\nmin_group: 5\nquestions:\n  - {label: Wat vind je leuk?}\n---\n# Vragen\n",
	KindPerson:      "---\nkind: person\nrole: Planner\ndepartment: Zorg\nphoto: a.jpg\nalt: Samira aan haar bureau\nnetworks:\n  - {network: linkedin, link: https://example.com/samira}\n---\n# Samira\n",
	KindFigures:     "---\nkind: figures\nfigures:\n  - {value: 2 uur, label: per dag, source: Newcom, year: 2024, checked: 2026-01-31}\n---\n# Cijfers\n",
	KindShare:       "---\nkind: share\ntype: vacancy\nfrom: 2026-01-01\nuntil: 2026-12-31\nopeners: [Kom je ook?]\n---\n# Vacature\n",
	KindEvent:       "---\nkind: event\nstarts: 2026-09-14 10:00\nends: 2026-09-14\nwhere: Kantine\nsignup: hr\ncapacity: 20\n---\n# Workshop\n",
}

var house = &Config{
	Languages: []string{"nl"},
	Contacts:  []Contact{{ID: "hr", Name: "Team HR"}},
	Networks:  []Network{{ID: "linkedin", Name: "LinkedIn", Limit: 3000}},
}

func TestWholePages(t *testing.T) {
	for _, k := range Kinds {
		if ds := check(whole[k], "", house, "2026-02-01"); len(ds) > 0 {
			t.Errorf("%s: %s", k, short(ds))
		}
	}
}

// TestCheckPage holds what the tests of single rules don't show: where rules
// keep silent.
func TestCheckPage(t *testing.T) {
	for _, c := range []struct {
		name, src string
		section   Kind
		config    *Config
		today     string
		found     string
	}{
		{"unread front matter lacks nothing", "---\nsummary: " + strings.Repeat("x", 9000) + "\n---\n", KindPolicy, house, "", ""},
		{"a value that can't be read is not missing", "---\nkind: person\nrole: [a\ndepartment: [Zorg, Planning]\n---\n", "", house, "", "4:13 error field-text"},
		{"an entry that is no map lacks nothing", "---\nkind: figures\nfigures: [2 uur]\n---\n", "", house, "", "3:11 error field-parts"},
		{"no date to hold against", "---\nkind: share\ntype: article\nuntil: 2020-01-31\nopeners: [x]\nreview_by: 2020-01-31\n---\n", "", house, "", ""},
		{"no contacts in the handbook", "---\nkind: page\nowner: iemand\n---\n", "", &Config{}, "", ""},
		{"without kind all are warnings", "---\nowner: iemand\nreviewed: gisteren\norder: -1\n---\n", "", house, "",
			"2:8 warning contact-unknown\n3:11 warning date-form\n4:8 warning number-low"},
		{"a word list in a second table", "---\nkind: toolkit\ntype: words\n---\n| a |\n|---|\n| b |\n\n| a | b |\n|---|---|\n| c | d |\n", "", house, "", ""},
		{"answers to put in order", "---\nkind: training\n---\n## In welke volgorde?\n\n1. Eerst\n1. Dan\n\n> Want zo hoort het.\n", KindTraining, house, "", ""},
		{"a post without network", "---\nkind: toolkit\ntype: posts\n---\n```post {type=informal}\n" + strings.Repeat("x", 4000) + "\n```\n", "", house, "", ""},
		{"a post of just the size", "---\nkind: toolkit\ntype: posts\n---\n```post {network=linkedin}\n" + strings.Repeat("é", 3000) + "\n```\n", "", house, "", ""},
		{"nobody signs a sheet for oneself", "---\nkind: agreement\nprivate: true\nquestions: [{label: Hoe gaat het?, type: long}]\n---\n", "", house, "", ""},
		{"today is still in time", "---\nkind: share\ntype: article\nuntil: 2026-02-01\nopeners: [x]\n---\n", "", house, "2026-02-01", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := short(check(c.src, c.section, c.config, c.today)); got != c.found {
				t.Errorf("found %s\nwant %s", got, c.found)
			}
		})
	}
}

func TestBefore(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"2026-09-13", "2026-09-14 10:00", true},
		{"2026-09-14", "2026-09-14 10:00", false},
		{"2026-09-14T09:00", "2026-09-14 10:00", true},
		{"2026-09-14T10:00", "2026-09-14 10:00", false},
		{"2026-09-14 10:00:00", "2026-09-14 10:00", false},
	} {
		if got := before(c.a, c.b); got != c.want {
			t.Errorf("before(%q, %q) is %v", c.a, c.b, got)
		}
	}
}

// misprint is what package fmt writes where a format and its arguments don't
// match. An author's own text may hold "%!" too.
var misprint = regexp.MustCompile(`%!(\w\((MISSING|[a-z]+=)|\((EXTRA|BADINDEX|NOVERB))`)

// FuzzPage holds that no front matter stops a page: every diagnostic has a
// place and both texts, and pages without kind make no errors but of a kind
// that is misspelt.
func FuzzPage(f *testing.F) {
	for _, k := range Kinds {
		f.Add(whole[k], string(k))
		f.Add(strings.Replace(whole[k], "kind: "+string(k)+"\n", "", 1), "")
	}
	f.Add("---\nkind: figures\nfigures: [1, {year: 99999999999999999999}]\n---\n", "figures")
	f.Fuzz(func(t *testing.T, src, section string) {
		if len(src) > 2000 {
			t.Skip()
		}
		for _, d := range check(src, Kind(section), house, "2026-02-01") {
			if d.Line < 1 || d.Message.NL == "" || d.Message.EN == "" || d.Hint.NL == "" || d.Hint.EN == "" {
				t.Errorf("%+v", d)
			}
			if misprint.MatchString(d.Message.NL + d.Hint.NL + d.Message.EN + d.Hint.EN) {
				t.Errorf("%+v", d)
			}
		}
	})
}
