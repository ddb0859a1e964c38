package themes_test

import (
	"fmt"
	"html/template"

	"vaandel/builder/handbook"
	"vaandel/builder/render"
)

// text is what an author may have written.
const text = `<p>Je werktijd is van jou en van ons samen. Lees ook <a href="a.html">onze uitgangspunten</a>.</p>
<h2 id="h-uren">Hoeveel uur?</h2><p>Begin met één uur.</p>
<div class="table"><table><thead><tr><th scope="col">Wat</th></tr></thead><tbody><tr><td>Klacht</td></tr></tbody></table></div>
<div class="callout callout-do" role="note"><p class="callout-title">Doen</p><ul><li>Vertellen</li></ul></div>`

// odd is text that breaks HTML wherever it is not escaped.
const odd = `"><script>alert('1')</script> & <b>é</b>`

// sites are the language's site as seen from a folder, and with nothing known.
func site() *render.Site {
	return &render.Site{
		Title: "Handboek " + odd, Organisation: odd, Root: "../", Whole: "../alles.html", Home: render.Ref{Href: "../index.html"},
		Index: render.Ref{Href: "../a-z.html"}, Search: render.Ref{Href: "../zoeken.html"}, Contact: contact(), Kinds: handbook.Kinds, Feed: "../feed.xml", Robots: "noindex, nofollow",
		Logo: &render.Image{Src: "../assets/logo.svg", Width: 32, Height: 32},
		Languages: []render.Ref{
			{Title: "nl", Lang: "nl", Href: "../index.html", Current: true}, {Title: "en", Lang: "en", Href: "../en/index.html"},
		},
		Networks: []handbook.Network{{ID: "linkedin", Name: "LinkedIn"}},
	}
}

func refs() []render.Ref {
	return []render.Ref{
		{Title: odd, Href: "a.html?x=1&y=2", Summary: odd, Order: 3, Kind: handbook.KindPolicy},
		{Title: "Working hours", Href: "b.en.html", Lang: "en", Example: true, Kind: handbook.KindPerson},
		{Title: "Leeg", Href: "./c:d.html"},
	}
}

func contact() *render.Contact {
	return &render.Contact{Name: odd, Role: odd, Email: "hr@voorbeeld.example", Phone: "+31 (0)20 - 123 45 67", Href: "p.html"}
}

func image() *render.Image {
	return &render.Image{
		Src: "../foto.jpg", Srcset: "../foto-480.jpg 480w, ../foto.jpg 960w", Sizes: "100vw",
		Alt: odd, Width: 960, Height: 640, Lazy: true, Class: "wide", ID: "h-foto",
	}
}

func files() []render.File {
	return []render.File{
		{
			Asset: handbook.Asset{
				Title: odd, Licence: "CC0", Credit: odd, Source: "https://www.voorbeeld.example/x", Expires: "2027-01-01",
				People: true, Consent: "map HR",
			},
			Href: "foto.jpg", Name: "foto.jpg", Size: 1234567, Image: &render.Image{Src: "../foto.jpg", Alt: "x", Width: 3, Height: 2},
			Crops: []render.Crop{{Network: "LinkedIn", Href: "l.jpg", Width: 1200, Height: 627}},
		},
		{Asset: handbook.Asset{Licence: "CC0", Source: "eigen archief", People: true}, Href: "b.pdf", Name: "b.pdf", Size: 900},
	}
}

func questions() []handbook.Question {
	var out []handbook.Question
	for _, kind := range []string{"", "text", "long", "number", "time", "date", "choice", "choices"} {
		q := handbook.Question{Label: odd, Type: kind, Options: []string{"Ja", odd}}
		out = append(out, q)
		q.Help, q.Required, q.Min, q.Max, q.Unit = odd, true, 1, 8, "uur"
		out = append(out, q)
	}
	return append(out, handbook.Question{Label: "x", Type: "number", Min: 2}, handbook.Question{Label: "y", Type: "number", Max: 2})
}

// specs are the front matters of the kinds, with something in every field.
func specs() map[handbook.Kind]handbook.Spec {
	return map[handbook.Kind]handbook.Spec{
		handbook.KindPage: &handbook.Plain{},
		handbook.KindPolicy: &handbook.Policy{Version: odd, InShort: []string{odd}, Changes: []handbook.Change{
			{Date: "2026-10-12", Version: "1.2", Text: odd}, {Text: odd},
		}},
		handbook.KindContentType: &handbook.ContentType{Share: odd, OwnWords: odd, Answers: odd, AnswersWithin: odd, Approves: odd},
		handbook.KindTraining:    &handbook.Training{Minutes: 45, Goals: []string{odd}, PassMark: 80},
		handbook.KindToolkit: &handbook.Toolkit{Type: "pictures", Materials: []handbook.Material{
			{Name: odd, For: odd, Where: odd, Link: "link"}, {Name: odd},
		}},
		handbook.KindChecklist: &handbook.Checklist{Done: odd},
		handbook.KindAgreement: &handbook.Agreement{Questions: questions(), Signers: []string{odd, "Leidinggevende"}},
		handbook.KindSurvey:    &handbook.Survey{Questions: questions(), MinGroup: 5},
		handbook.KindPerson: &handbook.Person{Role: odd, Department: odd, Expertise: []string{odd}, Example: true,
			Networks: []handbook.Profile{{Network: "linkedin", Link: "link"}, {Network: odd}}},
		handbook.KindFigures: &handbook.Figures{Data: "link", Figures: []handbook.Figure{
			{Value: "561 %", Label: odd, Source: odd, Year: 2018, Link: "link", Checked: "2026-10-12"}, {Value: "2", Label: odd}, {Value: "3", Label: "x", Source: "y"},
		}},
		handbook.KindShare: &handbook.Share{Type: "vacancy", From: "2026-10-01", Until: "2026-12-01", Link: "link", Openers: []string{odd}},
		handbook.KindEvent: &handbook.Event{Starts: "2026-09-14 10:00", Ends: "2026-09-14 12:00", Where: odd, Capacity: 24},
	}
}

// generated are the layouts of pages that nobody wrote.
var generated = []string{"section", "tags", "tag", "index", "search", "booklet", "notfound", "redirect"}

// views are all layouts, each with everything a view can have, and with as
// little as it can have.
func views() map[string]*render.View {
	out := map[string]*render.View{}
	add := func(name, layout string, kind handbook.Kind, spec handbook.Spec, change func(*render.View)) {
		full, bare := full(layout), &render.View{Layout: layout, Lang: "nl", Title: "x", Style: "style.css", Target: "b.html"}
		bare.Site = &render.Site{Home: render.Ref{Href: "index.html"}}
		bare.Booklet = &render.Booklet{Title: "x"}
		full.Kind, bare.Kind, full.Spec = kind, kind, spec
		if change != nil {
			change(full)
		}
		out[name+" full"], out[name+" bare"] = full, bare
	}
	for kind, spec := range specs() {
		add(string(kind), string(kind), kind, spec, nil)
	}
	for _, layout := range generated {
		add(layout, layout, "", nil, nil)
	}
	add("home", "page", handbook.KindPage, &handbook.Plain{}, home)
	add("home section", "section", "", nil, home)
	add("types", "page", handbook.KindPage, &handbook.Plain{}, func(v *render.View) { v.Types = types() })
	add("types section", "section", "", nil, func(v *render.View) { v.Types = types() })
	add("downloads", "toolkit", handbook.KindToolkit, &handbook.Toolkit{Type: "downloads"}, nil)
	add("module", "training", handbook.KindTraining, specs()[handbook.KindTraining], func(v *render.View) { v.Part, v.Parts = 0, 0 })
	return out
}

// home makes a view that of a first page.
func home(v *render.View) {
	list := template.HTML(`<ul><li><a href="a.html">Een</a>. Zo.</li></ul>`)
	v.Home, v.Body, v.Intro, v.Types = true, "", "<p>Welkom.</p>", types()
	for i := range 6 {
		b := render.Block{ID: fmt.Sprintf("h-%d", i), Title: odd, Body: list, Links: i != 1}
		v.Blocks = append(v.Blocks, b)
	}
	v.News = []render.News{{Ref: refs()[0], Date: "2026-10-12", Text: odd}, {Ref: refs()[2], Date: "2026-10-11"}}
	v.Faces = []render.Face{{Ref: refs()[1], Role: odd, Department: odd, Image: image()}, {Ref: refs()[2], Role: "x"}}
}

// types are the four content types, and one with as little as it can have.
func types() []render.TypeCard {
	cards := []render.TypeCard{{Ref: refs()[2], Spec: &handbook.ContentType{}}}
	for _, t := range handbook.ContentTypes {
		spec := handbook.ContentType{Type: t, Share: odd, OwnWords: odd, Answers: odd, AnswersWithin: odd, Approves: odd}
		cards = append(cards, render.TypeCard{Ref: refs()[1], Spec: &spec, Checklist: &refs()[0]})
	}
	return cards
}

func full(layout string) *render.View {
	return &render.View{
		Layout: layout, Lang: "nl", Site: site(), Title: "Een titel " + odd, Summary: odd, Canonical: "https://x.example/a.html",
		Trail: refs(), Previous: &refs()[0], Next: &refs()[1], Translations: refs()[1:2], Children: refs(),
		Groups:   []render.Group{{Title: "A", ID: "letter-a", Refs: refs()}, {Title: odd, ID: "letter-b", Refs: refs()}},
		Contents: []render.Entry{{ID: "h-uren", Text: odd, Entries: []render.Entry{{ID: "h-uren", Text: odd}}}, {ID: "h-uren", Text: "x"}},
		Tags:     refs(), Owner: contact(), Contact: contact(), Audience: odd, Reviewed: "2026-10-12", ReviewBy: "2027-10-12",
		ReviewPast: true, Updated: "2026-10-20", Minutes: 4, Words: 800, Files: files(), Checklist: &refs()[0], Part: 2, Parts: 4,
		Links: map[string]string{"link": "https://www.voorbeeld.example/"}, Data: [][]string{{"Jaar", odd}, {"2026", odd}},
		Whole: "alles.html", Booklet: booklet(), Target: "b.html", Body: template.HTML(text), Scripts: []string{"../assets/x.js"}, Style: "../assets/style.css",
	}
}

func booklet() *render.Booklet {
	return &render.Booklet{
		Title: odd, Section: true, Newest: "2026-10-20", Online: "https://x.example/",
		Contents: []render.BookletEntry{{Title: odd, ID: "ch-a", Entries: []render.BookletEntry{{Number: "1.1", Title: "x", ID: "ch-b"}}}},
		Chapters: []render.BookletChapter{
			{ID: "ch-a", Part: true, HTML: "<h2>Een</h2>"}, {ID: "ch-b", HTML: "<h3>Twee</h3>"},
		},
		Answers: "<p>Ja.</p>",
	}
}

// part is a component with what it may be asked to show.
type part struct {
	component string
	view      any
}

func parts() map[string]part {
	tasks := []render.TaskView{
		{ID: "c-1-a", Label: "Kan dit <em>in de krant</em>?", More: "<p>Denk na.</p>", Checked: true},
		{ID: "c-1-b", Label: "Is het waar?", Items: []render.TaskView{{ID: "c-1-c", Label: "Echt?"}}},
	}
	answers := []render.AnswerView{{ID: "q-1-1", Label: "Ja", Right: true}, {ID: "q-1-2", Label: "Nee"}, {ID: "q-1-3", Label: "Soms", Right: true}}
	figure, captioned := *image(), *image()
	figure.Figure, captioned.Figure = true, true
	captioned.Caption = "Bij de koffie"
	shared := &render.Shared{
		Lang: "nl", Site: site(), Sections: append(refs(), render.Ref{Title: "Hier", Href: "h.html", Current: true}), Apart: refs(), All: &render.Ref{Href: "all.html", Order: 400},
		Pages: []render.Branch{{Ref: refs()[0], Open: true, Children: []render.Branch{{Ref: refs()[1]}, {Ref: refs()[2]}}}, {Ref: refs()[2]}},
	}
	out := map[string]part{
		"header": {"header", shared}, "navigation": {"navigation", shared}, "footer": {"footer", shared},
		"header bare": {"header", &render.Shared{Lang: "nl", Site: &render.Site{}}}, "navigation bare": {"navigation", &render.Shared{Lang: "nl"}},
		"footer bare":        {"footer", &render.Shared{Lang: "nl", Site: &render.Site{}}},
		"checklist":          {"checklist", render.ChecklistView{Lang: "nl", Key: odd, ID: "c-1", Items: tasks}},
		"checklist embedded": {"checklist", render.ChecklistView{Lang: "nl", Key: "k", ID: "c-1", Title: odd, Done: odd, Items: tasks, Contact: contact(), Link: &refs()[0]}},
		"quiz one":           {"quiz", render.QuizView{Lang: "nl", ID: "q-1", Question: odd, Answers: answers, Explain: "<p>Zo.</p>"}},
		"quiz more":          {"quiz", render.QuizView{Lang: "nl", ID: "q-1", Question: odd, Answers: answers, Multiple: true}},
		"quiz order":         {"quiz", render.QuizView{Lang: "nl", ID: "q-1", Question: odd, Answers: answers, Ordered: true}},
		"post":               {"post", render.PostView{Lang: "nl", ID: "p-1", Title: odd, Network: "LinkedIn", TypeName: odd, Text: odd + "\n\n  x", Characters: 40, Limit: 3000}},
		"post bare":          {"post", render.PostView{Lang: "nl", ID: "p-1", Text: "x", Characters: 1}},
		"picture":            {"picture", image()},
		"figure":             {"picture", &figure},
		"caption":            {"picture", &captioned},
		"embed":              {"embed", render.EmbedView{Lang: "nl", Page: refs()[1], File: &files()[0]}},
		"embed bare":         {"embed", render.EmbedView{Lang: "nl", Page: refs()[2]}},
		"chapter bare":       {"chapter", render.Chapter{View: &render.View{Lang: "nl", Title: "x", Site: &render.Site{}}}},
	}
	for kind, spec := range specs() {
		v := full(string(kind))
		v.Kind, v.Spec = kind, spec
		out["chapter "+string(kind)] = part{"chapter", render.Chapter{View: v, Number: "1.2"}}
		out["chapter bare "+string(kind)] = part{"chapter", render.Chapter{View: &render.View{Lang: "nl", Title: "x", Kind: kind, Site: &render.Site{}}}}
	}
	for _, name := range []string{"one", "more", "order"} {
		q := render.Question{QuizView: out["quiz "+name].view.(render.QuizView), Number: 12}
		out["question "+name] = part{"question", q}
		out["answers "+name] = part{"answers", []render.Question{q}}
	}
	return out
}
