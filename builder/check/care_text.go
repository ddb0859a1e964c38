package check

import (
	"hash/maphash"
	"strings"

	"vaandel/builder/diag"
	"vaandel/builder/handbook"
	"vaandel/builder/markdown"
)

var careEmpty = &Rule{ID: "care-empty", Family: Care, Severity: diag.Warning,
	Name: diag.Text{
		NL: "Een lege pagina",
		EN: "An empty page"},
	Finds: diag.Text{
		NL: "Een pagina met een titel en hooguit kopjes, maar zonder tekst. De pagina van een map mag leeg zijn: lezers zien daar een lijst.",
		EN: "A page with a title and at most headings, but no text. The page of a folder may be empty: readers see a list there."},
	Why: diag.Text{
		NL: "Wie erop klikt, is teleurgesteld en komt minder snel terug.",
		EN: "Who opens it is disappointed, and less likely to come back."},
	Bad:  diag.Text{NL: "# Onder werktijd", EN: "# During working hours"},
	Good: diag.Text{NL: "# Onder werktijd\n\nEen bericht plaatsen is werk. Dat doe je dus in werktijd.", EN: "# During working hours\n\nPosting is work. So you do it during working hours."},
	Message: diag.Text{
		NL: "Op deze pagina staat nog geen tekst",
		EN: "There is no text on this page yet"},
	Hint: diag.Text{
		NL: "Schrijf wat de lezer hier komt zoeken. Is de pagina nog niet af? Zet dan draft: true bovenaan, dan blijft ze nog weg.",
		EN: "Write what readers come here for. Is the page not done yet? Then put draft: true at its top to leave it out for now."},
	Page: func(r *Report, p *Page) {
		if p.Prose.Refused || p.Index && len(p.Section.Entries) > 0 || says(p) {
			return
		}
		at := p.Top()
		if p.Doc.TitleLine > 0 {
			at.Line = p.Doc.TitleLine
		}
		r.At(at)
	},
}

// says tells whether a page shows more than headings.
func says(p *Page) bool {
	if len(p.Doc.Pictures)+len(p.Doc.Embeds) > 0 {
		return true
	}
	for i := range p.Prose.Blocks {
		if k := p.Prose.Blocks[i].Kind; k != markdown.ProseField && k != markdown.ProseHeading {
			return true
		}
	}
	switch p.Kind {
	case handbook.KindPage, handbook.KindPolicy, handbook.KindContentType, handbook.KindTraining:
		return false
	}
	return true // what its front matter holds is shown
}

var careTitle = &Rule{ID: "care-title", Family: Care, Severity: diag.Warning,
	Name: diag.Text{
		NL: "Twee pagina's met dezelfde titel",
		EN: "Two pages of the same title"},
	Finds: diag.Text{
		NL: "Een pagina met dezelfde titel als een andere in dezelfde taal.",
		EN: "A page with the title of another one in the same language."},
	Why: diag.Text{
		NL: "In de zoekresultaten en in de lijst van A tot Z zijn ze niet uit elkaar te houden.",
		EN: "Nobody can tell them apart in search results and in the list from A to Z."},
	Bad:  diag.Text{NL: "Twee keer: # Tips", EN: "Twice: # Tips"},
	Good: diag.Text{NL: "# Tips voor een foto, en: # Tips voor een filmpje", EN: "# Tips for a picture, and: # Tips for a film"},
	Message: diag.Text{
		NL: "Deze pagina heet net als %[2]s: %[1]q",
		EN: "This page is called like %[2]s: %[1]q"},
	Hint: diag.Text{
		NL: "Zet in een van de twee titels waar de pagina over gaat. Is het dezelfde inhoud? Maak er dan één pagina van.",
		EN: "Say in one of the titles what the page is about. Is it the same content? Then make one page of the two."},
	Whole: func(r *Report, b *Book) {
		type title struct{ lang, text string }
		first := map[title]*Page{}
		for _, p := range b.Pages {
			t := title{p.Lang, strings.ToLower(strings.Join(strings.Fields(p.Title()), " "))}
			if first[t] == nil {
				first[t] = p
				continue
			}
			at := p.Field("title")
			if p.Common.Title == "" && p.Doc.TitleLine > 0 {
				at = diag.Position{File: p.Source, Line: p.Doc.TitleLine}
			}
			r.At(at, p.Title(), first[t].Source)
		}
	},
}

var careDouble = &Rule{ID: "care-double", Family: Care, Severity: diag.Warning,
	Name: diag.Text{
		NL: "Dezelfde alinea op twee pagina's",
		EN: "The same paragraph on two pages"},
	Finds: diag.Text{
		NL: "Een alinea van 20 woorden of meer die woord voor woord ook op een andere pagina staat.",
		EN: "A paragraph of 20 words or more that stands on another page, word for word."},
	Why: diag.Text{
		NL: "Straks past iemand er één aan. Dan spreekt je handboek zichzelf tegen.",
		EN: "One day somebody changes one of the two. Then your handbook contradicts itself."},
	Bad: diag.Text{
		NL: "De regels over foto's staan op drie pagina's.",
		EN: "The rules about pictures stand on three pages."},
	Good: diag.Text{
		NL: "Ze staan op één pagina. De andere tonen die met ![[Foto's van mensen]].",
		EN: "They stand on one page. The others show that with ![[Pictures of people]]."},
	Limits: []Limit{{"words", 20, diag.Text{NL: "vanaf zoveel woorden", EN: "from so many words on"}}},
	Message: diag.Text{
		NL: "Deze alinea staat woord voor woord ook in %[1]s, op regel %[2]d",
		EN: "This paragraph stands word for word in %[1]s too, on line %[2]d"},
	Hint: diag.Text{
		NL: "Laat haar op één plek staan en link daarheen.",
		EN: "Keep it in one place and link to that."},
	Whole: doubles,
}

// doubles looks for paragraphs that another page has too.
func doubles(r *Report, b *Book) {
	type first struct {
		page  *Page
		block *markdown.Block
	}
	seed := maphash.MakeSeed()
	known := map[uint64]first{}
	for _, p := range b.Pages {
		for i := range p.Prose.Blocks {
			block := &p.Prose.Blocks[i]
			switch block.Kind {
			case markdown.ProseParagraph, markdown.ProseItem, markdown.ProseQuote, markdown.ProseDefinition:
			default:
				continue
			}
			words := strings.Fields(block.Text)
			if len(words) < r.Limit("words") {
				continue
			}
			text := p.Language(block) + " " + strings.ToLower(strings.Join(words, " "))
			sum := maphash.String(seed, text)
			have, ok := known[sum]
			switch {
			case !ok:
				known[sum] = first{p, block}
			case have.page != p:
				r.At(p.At(block, 0), have.page.Source, have.block.Line)
			}
		}
	}
}
