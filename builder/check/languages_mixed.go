package check

import (
	"slices"
	"strings"

	"vaandel/builder/diag"
	"vaandel/builder/handbook"
	"vaandel/builder/markdown"
)

var languageMixed = &Rule{ID: "language-mixed", Family: Languages, Severity: diag.Warning,
	Name: diag.Text{
		NL: "Een alinea in een andere taal",
		EN: "A paragraph in another language"},
	Finds: diag.Text{
		NL: "Een Engelse alinea op een Nederlandse pagina, of andersom. Alleen alinea's van 12 woorden of meer waarbij er weinig twijfel is.",
		EN: "An English paragraph on a Dutch page, or the other way round. Only paragraphs of 12 words or more, where there is little doubt."},
	Why: diag.Text{
		NL: "Niet iedereen leest beide talen, en een schermlezer spreekt de alinea verkeerd uit.",
		EN: "Not everybody reads both, and a screen reader pronounces the paragraph in the wrong way."},
	Bad: diag.Text{
		NL: "Op een Nederlandse pagina: You may share this with your colleagues, but please do not post it yet.",
		EN: "On an English page: Je mag dit met je collega's delen, maar zet het nog niet op sociale media."},
	Good: diag.Text{
		NL: "Dezelfde zin in het Nederlands. Of, als hij Engels moet blijven, met daaronder: {lang=en}",
		EN: "The same sentence in English. Or, if it must stay Dutch, with a line below it: {lang=nl}"},
	Limits: []Limit{{"words", 12, diag.Text{NL: "vanaf zoveel woorden", EN: "from so many words on"}}},
	Message: diag.Text{
		NL: "Deze alinea is in het %[1]s, en de pagina in het %[2]s",
		EN: "This paragraph is in %[3]s, and the page in %[4]s"},
	Hint: diag.Text{
		NL: "Vertaal de alinea. Moet ze zo blijven? Zet er dan een regel onder: {lang=%[5]s}",
		EN: "Translate the paragraph. Must it stay? Then put a line below it: {lang=%[5]s}"},
	Whole: mixed,
}

// mixed looks for paragraphs in another language. A page that is in another language
// as a whole is told of once, and so is a handbook.
func mixed(r *Report, b *Book) {
	var whole, read []*Page
	var parts []func()
	for _, p := range b.Pages {
		if other(p.Lang) == "" {
			continue
		}
		foreign, all := foreignParts(r, p)
		if all > 0 {
			read = append(read, p)
		}
		if 2*len(foreign) > all {
			whole = append(whole, p)
			continue
		}
		for _, block := range foreign {
			parts = append(parts, func() { tellForeign(r, p.At(block, 0), p.Lang, r.Rule.Message, r.Rule.Hint) })
		}
	}
	if len(whole) > 3 && 2*len(whole) > len(read) {
		tellForeign(r, diag.Position{File: whole[0].Source}, whole[0].Lang, handbookForeign, handbookForeignHint)
		return
	}
	for _, p := range whole {
		tellForeign(r, p.Top(), p.Lang, pageForeign, pageForeignHint)
	}
	for _, tell := range parts {
		tell()
	}
}

// tellForeign reports what is in the other language than lang.
func tellForeign(r *Report, at diag.Position, lang string, message, hint diag.Text) {
	is, must := called(other(lang)), called(lang)
	r.Say(at, message, hint, is.NL, must.NL, is.EN, must.EN, other(lang))
}

var (
	pageForeign = diag.Text{
		NL: "Deze pagina is in het %[1]s, maar volgens de naam van het bestand in het %[2]s",
		EN: "This page is in %[3]s, but by the name of its file in %[4]s"}
	pageForeignHint = diag.Text{
		NL: "Laat de naam van het bestand eindigen op .%[5]s.md, of vertaal de pagina.",
		EN: "Let the name of the file end in .%[5]s.md, or translate the page."}
	handbookForeign = diag.Text{
		NL: "De meeste pagina's zijn in het %[1]s, maar het handboek heet %[2]s",
		EN: "Most pages are in %[3]s, but the handbook says %[4]s"}
	handbookForeignHint = diag.Text{
		NL: "Zet in " + handbook.ConfigFile + " welke taal de eerste is, zo: languages: [%[5]s]",
		EN: "Say in " + handbook.ConfigFile + " which language comes first, like this: languages: [%[5]s]"}
)

// foreignParts returns the paragraphs of a page in the other language, and counts all
// that are long enough to tell.
func foreignParts(r *Report, p *Page) (foreign []*markdown.Block, all int) {
	for i := range p.Prose.Blocks {
		b := &p.Prose.Blocks[i]
		switch b.Kind {
		case markdown.ProseParagraph, markdown.ProseItem, markdown.ProseQuote, markdown.ProseDefinition, markdown.ProseNote:
		default:
			continue // a table holds names and titles
		}
		words := spoken(b)
		if b.Lang != "" || len(words) < r.Limit("words") {
			continue
		}
		all++
		if languageOf(words) == other(p.Lang) {
			foreign = append(foreign, b)
		}
	}
	return foreign, all
}

// spoken returns the words of a block but for those in links, which are often the title
// of something in another language.
func spoken(b *markdown.Block) []Word {
	words := Words(b)
	return slices.DeleteFunc(words, func(w Word) bool {
		return slices.ContainsFunc(b.Spans, func(s markdown.Span) bool {
			return s.Kind == markdown.SpanLink && s.Start <= w.Start && w.Stop <= s.Stop
		})
	})
}

// other is the other of the two languages that are told apart.
func other(lang string) string {
	switch lang {
	case "nl":
		return "en"
	case "en":
		return "nl"
	}
	return ""
}

// telltale are the commonest words of each language that the other hasn't got.
var telltale = map[string]map[string]bool{
	"nl": set(`aan al als altijd ben bent bij daar dan dat de deze die dit doen doet een elk en er geen haar hebben
		heeft hem hier hij hoe het hun iemand iets ik ja je jij jou jouw jullie kan kun kunnen kunt maar meer mensen met
		mij mijn moet moeten mogen naar niet niets nog nu om omdat onder ons onze ook op te tegen toch toen tot u
		uit uw van veel voor vaak waar wanneer wat wel werd wie wij wil willen worden wordt zal ze zelf zich
		zij zijn zo zoals zonder zou zullen`),
	"en": set(`about after all also am an and any are around as at be because been before being both but by can could
		did do does each for from get has have her here his how if into it its just know like make many may
		more most must my need not often or other our out people she should so some such than that the their them
		then there these they this those through to up us use were what when where which while who will with would
		you your`),
}

// set makes a set of a list of words.
func set(list string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(list) {
		out[w] = true
	}
	return out
}

// languageOf tells whether words are Dutch or English; "" where there is doubt. A third
// of the words of a text are telltale; it is enough that a fifth are, three of them
// different, and five times as many as of the other language.
func languageOf(words []Word) string {
	count := map[string]int{}
	distinct := map[string]map[string]bool{"nl": {}, "en": {}}
	for _, w := range words {
		word := strings.ToLower(w.Text)
		for lang := range distinct {
			if telltale[lang][word] {
				count[lang]++
				distinct[lang][word] = true
			}
		}
	}
	for lang, seen := range distinct {
		if n := count[lang]; n*5 >= len(words) && n >= 5*count[other(lang)] && len(seen) >= 3 {
			return lang
		}
	}
	return ""
}
