package check

import (
	"vaandel/builder/diag"
	"vaandel/builder/markdown"
)

var readingHard = &Rule{ID: "reading-hard", Family: Reading, Severity: diag.Advice,
	Name: diag.Text{
		NL: "Een moeilijk woord",
		EN: "A hard word"},
	Finds: diag.Text{
		NL: "Een woord uit een lijst van ambtelijke en zakelijke woorden waar een gewoner woord voor is. Elk woord één keer per pagina. Woorden van je eigen woordenlijst gaan voor.",
		EN: "A word of a list of words from government and business that has a plainer one. Each word once a page. Your own word list goes first."},
	Why: diag.Text{
		NL: "Een gewoon woord leest sneller, en iedereen snapt het. Ook wie het moeilijke woord wel kent.",
		EN: "A plain word reads faster and everybody understands it. So do those who know the hard one."},
	Bad:  diag.Text{NL: "Derhalve dient u tevens uw leidinggevende te informeren.", EN: "Prior to posting, utilise the checklist."},
	Good: diag.Text{NL: "Vertel het dus ook aan je leidinggevende.", EN: "Use the checklist before you post."},
	Message: diag.Text{
		NL: "Er is een gewoner woord voor %[1]q",
		EN: "There is a plainer word for %[1]q"},
	Hint: diag.Text{
		NL: "Probeer eens: %[2]s.",
		EN: "Try: %[2]s."},
	Page: func(r *Report, p *Page) {
		if p.IsWordList() {
			return
		}
		own := p.Book.own[p.Lang]
		bad := badExamples(p)
		told := map[string]bool{}
		for i := range p.passages() {
			text := &p.passages()[i]
			list := hardWords[text.lang]
			if list == nil || bad[[2]int{text.Table, text.Column}] && text.Kind == markdown.ProseCell {
				continue
			}
			eachChoice(text, list(), func(first, last int, c choice) {
				from, to := text.words[first].Start, text.words[last].Stop
				if _, n := own.not.at(text.lower, first, len(text.words)); n > 0 || own.say[c.word] || told[c.word] || text.mention(from, to) {
					return
				}
				told[c.word] = true
				r.At(p.At(text.Block, from), text.Text[from:to], c.plain)
			})
		}
	},
}

// eachChoice calls do for each word or phrase of a passage that choices know.
func eachChoice(text *passage, list choices, do func(first, last int, c choice)) {
	for _, s := range text.sentences {
		for i := s.first; i < s.last; {
			c, n := list.at(text.lower, i, s.last)
			if n > 0 {
				do(i, i+n-1, c)
			}
			i += max(n, 1)
		}
	}
}
