package check

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"vaandel/builder/diag"
	"vaandel/builder/markdown"
)

// bare is a text without what doesn't change its meaning: capitals, and marks at its
// ends.
func bare(s string) string {
	s = strings.TrimFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	return strings.ToLower(strings.Join(strings.Fields(s), " "))
}

var readingLink = &Rule{ID: "reading-link", Family: Reading, Severity: diag.Warning,
	Name: diag.Text{
		NL: "Een link die klik hier heet",
		EN: "A link called click here"},
	Finds: diag.Text{
		NL: "Een link waarvan de tekst niet zegt waar je komt: klik hier, lees meer, deze link.",
		EN: "A link whose text doesn't say where it leads: click here, read more, this link."},
	Why: diag.Text{
		NL: "Een schermlezer kan alle links van een pagina opsommen. Dan hoor je vijf keer hier.",
		EN: "A screen reader can list all links of a page. What one hears then is here, five times."},
	Bad:  diag.Text{NL: "De checklist vind je [hier](checklist.md).", EN: "The checklist is [here](checklist.md)."},
	Good: diag.Text{NL: "Kijk eerst op de [checklist](checklist.md).", EN: "First look at the [checklist](checklist.md)."},
	Message: diag.Text{
		NL: "De tekst van deze link zegt niet waar je komt: %[1]q",
		EN: "The text of this link doesn't say where it leads: %[1]q"},
	Hint: diag.Text{
		NL: "Maak een link van de woorden die zeggen wat de lezer daar vindt, zo: de [checklist](adres).",
		EN: "Make a link of the words that say what the reader finds there, like this: the [checklist](address)."},
	Page: func(r *Report, p *Page) {
		for i := range p.Prose.Blocks {
			b := &p.Prose.Blocks[i]
			for _, s := range b.Spans {
				if text := b.Text[s.Start:s.Stop]; s.Kind == markdown.SpanLink && emptyLinks[bare(text)] && Prose(b) {
					r.At(p.At(b, s.Start), text)
				}
			}
		}
	},
}

// emptyLinks are texts of links that say nothing.
var emptyLinks = lines(`hier
	klik hier
	via deze link
	deze link
	deze pagina
	link
	de link
	lees meer
	meer
	lees verder
	meer lezen
	meer informatie
	meer info
	lees hier meer
	kijk hier
	klik
	click here
	here
	click
	this
	this link
	this page
	read more
	more
	learn more
	more info
	more information
	go here`)

// lines makes a set of the lines of a list.
func lines(list string) map[string]bool {
	out := map[string]bool{}
	for line := range strings.Lines(list) {
		out[strings.TrimSpace(line)] = true
	}
	return out
}

var readingCapitals = &Rule{ID: "reading-capitals", Family: Reading, Severity: diag.Advice,
	Name: diag.Text{
		NL: "Woorden in hoofdletters",
		EN: "Words in capitals"},
	Finds: diag.Text{
		NL: "Drie of meer woorden achter elkaar in hoofdletters. Afkortingen alleen tellen niet.",
		EN: "Three words or more in a row in capitals. Abbreviations alone don't count."},
	Why: diag.Text{
		NL: "Hoofdletters lezen langzaam, en het klinkt alsof je roept.",
		EN: "Capitals are slow to read, and sound like shouting."},
	Bad:    diag.Text{NL: "LET OP: PLAATS GEEN FOTO'S VAN KLANTEN.", EN: "ATTENTION: DO NOT POST PICTURES OF CUSTOMERS."},
	Good:   diag.Text{NL: "**Let op:** vraag klanten eerst of hun foto online mag.", EN: "**Mind this:** ask customers first whether their picture may be online."},
	Limits: []Limit{{"words", 3, diag.Text{NL: "vanaf zoveel woorden achter elkaar", EN: "from so many words in a row on"}}},
	Message: diag.Text{
		NL: "Deze %[1]d woorden staan in hoofdletters: %[2]q",
		EN: "These %[1]d words are in capitals: %[2]q"},
	Hint: diag.Text{
		NL: "Schrijf ze gewoon. Wil je dat iets opvalt? Zet er dan **twee sterretjes** omheen.",
		EN: "Write them as usual. Should something stand out? Then put **two asterisks** around it."},
	Page: func(r *Report, p *Page) {
		for i := range p.passages() {
			text := &p.passages()[i]
			for first := 0; first < len(text.words); {
				last := first
				long := 0
				for last < len(text.words) && loud(text.words[last].Text) && (last == first || apart(text, last)) {
					if word := text.words[last].Text; utf8.RuneCountInString(word) > 4 && !strings.Contains(word, "-") {
						long++
					}
					last++
				}
				if n := last - first; n >= r.Limit("words") && long > 0 {
					from, to := text.words[first].Start, text.words[last-1].Stop
					r.At(p.At(text.Block, from), n, text.Text[from:to])
				}
				first = max(last, first+1)
			}
		}
	},
}

// apart tells whether a space stands before a word: names of files and addresses have
// none.
func apart(text *passage, i int) bool {
	return strings.ContainsAny(text.Text[text.words[i-1].Stop:text.words[i].Start], " \n")
}

// loud tells whether a word is written in capitals alone.
func loud(word string) bool {
	letters := 0
	for _, r := range word {
		switch {
		case unicode.IsLower(r) || unicode.IsDigit(r):
			return false
		case unicode.IsUpper(r):
			letters++
		}
	}
	return letters > 1
}
