package check

import (
	"strings"

	"vaandel/builder/diag"
)

var readingNouns = &Rule{ID: "reading-nouns", Family: Reading, Severity: diag.Advice,
	Name: diag.Text{
		NL: "Een ketting van zelfstandige naamwoorden",
		EN: "A chain of nouns"},
	Finds: diag.Text{
		NL: "Drie of meer naamwoorden aan elkaar met van, voor of tot, waarvan er twee van een werkwoord zijn gemaakt: het uitvoeren van de beoordeling van de aanvraag.",
		EN: "Three nouns or more tied together with of or for, two of them made of verbs: the implementation of the evaluation of the rules."},
	Why: diag.Text{
		NL: "Zo'n ketting leest als een wet. Met een werkwoord zie je meteen wie wat doet.",
		EN: "Such a chain reads like a law. With a verb one sees at once who does what."},
	Bad: diag.Text{
		NL: "De uitvoering van de beoordeling van de aanvraging gebeurt door HR.",
		EN: "The coordination of the publication of the news is with HR."},
	Good: diag.Text{
		NL: "HR beoordeelt je aanvraag.",
		EN: "HR publishes the news."},
	Limits: []Limit{{"nouns", 3, diag.Text{NL: "vanaf zoveel woorden", EN: "from so many nouns on"}}},
	Message: diag.Text{
		NL: "Hier staan %[1]d naamwoorden in een ketting: %[2]q",
		EN: "There are %[1]d nouns in a chain here: %[2]q"},
	Hint: diag.Text{
		NL: "Maak van een naamwoord een werkwoord en zeg wie het doet: niet ‘de beoordeling van’, maar ‘HR beoordeelt’.",
		EN: "Turn a noun into a verb and say who does it: not “the evaluation of”, but “HR evaluates”."},
	Page: func(r *Report, p *Page) {
		for i := range p.passages() {
			text := &p.passages()[i]
			if text.shown() {
				continue
			}
			for _, s := range text.sentences {
				for at := s.first; at < s.last; {
					n, last := nounChain(text, s, at)
					if n >= r.Limit("nouns") {
						from, to := text.words[at].Start, text.words[last].Stop
						r.At(p.At(text.Block, from), n, text.Text[from:to])
					}
					at = last + 1
				}
			}
		}
	},
}

// nounChain follows a chain that begins at a word: a noun made of a verb, a small word
// such as "van", a noun of one or two words, and so on. It returns how many nouns it
// has and its last word; without a second noun made of a verb there is no chain.
func nounChain(text *passage, s sentence, at int) (nouns, last int) {
	if !nominal(text, s, at) {
		return 0, at
	}
	nouns, last = 1, at
	made := 1
	small, article := links[text.lang], articles[text.lang]
	for i := at + 1; i < s.last && together(text, i-1) && small[text.lower[i]]; {
		i++
		for i < s.last && together(text, i-1) && article[text.lower[i]] {
			i++
		}
		if i >= s.last || !together(text, i-1) || small[text.lower[i]] {
			break
		}
		// A second word is the noun only if the chain goes on behind it.
		if i+2 < s.last && together(text, i) && together(text, i+1) && !small[text.lower[i+1]] && small[text.lower[i+2]] {
			i++
		}
		nouns, last = nouns+1, i
		if nominal(text, s, i) {
			made++
		}
		i++
	}
	if made < 2 || text.lang == "en" && made < nouns { // English has many that are things
		return 0, last
	}
	return nouns, last
}

// links are the small words that make a chain, articles those behind them.
var links = map[string]map[string]bool{
	"nl": set("van voor tot ter bij door omtrent inzake"),
	"en": set("of for"),
}

var articles = map[string]map[string]bool{
	"nl": set("de het een deze dit die dat zijn haar hun jouw je"),
	"en": set("the a an this its their your"),
}

// things are words with such an ending that name something one can see, or that
// everybody uses.
var things = set(`afdeling afdelingen aanleiding bestemming bijeenkomst regering vergadering vergaderingen woning woningen
	vereniging verenigingen instelling instellingen omgeving verdieping rekening rekeningen tekening tekeningen opleiding
	opleidingen training trainingen mening meningen ervaring ervaringen leerling leerlingen vestiging vestigingen
	organisatie organisaties informatie situatie situaties relatie relaties applicatie applicaties ding dingen kring
	verordening wetgeving stichting stichtingen universiteit universiteiten overheid overheden gelegenheid meerderheid
	hoeveelheid hoeveelheden werkelijkheid aandoening uitzondering beweging kleding voeding verwarming richting
	ketting opening zitting spanning stelling koning lening tentoonstelling woensdag zekerheid vrijheid gezondheid
	veiligheid publicatie publicaties provincie commissie politie vakantie station locatie locaties generatie reeks
	eenheid eenheden nationaliteit minderheid verzekering belasting belastingen vergunning vergunningen boeking
	betaling betalingen dienstverlening regeling regelingen samenleving bevolking innovatie toelichting handreiking
	verwijzing afbeelding aanmerking beschrijving tegemoetkoming toepassing toepassingen vereniging voorziening
	voorzieningen oplossing oplossingen doelstelling doelstellingen vraagstelling wijziging wijzigingen`)

// isThing tells whether a word, or the last part of a compound, is one of things.
func isThing(w string) bool {
	for at := range w {
		if things[w[at:]] {
			return true
		}
	}
	return false
}

// nominal tells whether a word names what somebody does: of a verb, with an ending, or
// the verb itself between "het" and "van".
func nominal(text *passage, s sentence, i int) bool {
	w := text.lower[i]
	switch text.lang {
	case "nl":
		if len(w) >= 7 && hasAny(w, "ing", "atie", "itie") {
			return !isThing(w)
		}
		return len(w) >= 6 && strings.HasSuffix(w, "en") && i > s.first && text.lower[i-1] == "het" &&
			i+1 < s.last && text.lower[i+1] == "van"
	case "en":
		return len(w) >= 8 && !englishThings[w] && hasAny(w, "ation", "ition", "ption", "ction", "ment")
	}
	return false
}

var englishThings = set(`information government governments department departments organization organisation section
	sections application applications document documents environment environments location locations position
	positions corporation question function functions apartment equipment situation station nation foundation
	administration documentation federation instrument instruments`)

func hasAny(w string, endings ...string) bool {
	for _, e := range endings {
		if strings.HasSuffix(w, e) {
			return true
		}
	}
	return false
}
