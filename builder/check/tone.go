package check

import (
	"strings"

	"vaandel/builder/diag"
	"vaandel/builder/handbook"
	"vaandel/builder/markdown"
)

var toneRules = []*Rule{toneWord, toneFinger, toneHandbook, tonePersonal}

// rather are the word lists of the toolkit in one language: what we rather don't
// say, and what we do.
type rather struct {
	not choices
	say map[string]bool
}

// readRather reads the word lists, by language.
func readRather(h *handbook.Handbook) map[string]rather {
	out := map[string]rather{}
	for _, p := range h.Pages {
		if !p.IsWordList() {
			continue
		}
		own, ok := out[p.Lang]
		if !ok {
			own = rather{choices{}, map[string]bool{}}
			out[p.Lang] = own
		}
		for _, row := range p.WordRows() {
			to := choice{plain: row[0]}
			if len(row) > 2 {
				to.why = row[2]
			}
			own.say[strings.ToLower(row[0])] = true
			for word := range strings.FieldsFuncSeq(row[1], func(r rune) bool { return r == ',' || r == ';' }) {
				to.word = strings.TrimSpace(word)
				for _, form := range anyForms(p.Lang, strings.ToLower(to.word)) {
					own.not.add(form, to)
				}
			}
		}
	}
	return out
}

var toneWord = &Rule{ID: "tone-word", Family: Tone, Severity: diag.Warning,
	Name: diag.Text{
		NL: "Een woord dat we liever niet gebruiken",
		EN: "A word that we rather don't use"},
	Finds: diag.Text{
		NL: "Een woord uit de kolom ‘liever niet’ van je eigen woordenlijst, op een pagina of in een voorbeeldbericht. Elk woord één keer per pagina. Wat tussen aanhalingstekens of cursief staat, telt niet mee.",
		EN: "A word of the column “rather not” of your own word list, on a page or in a template. Each word once a page. What stands in quotation marks or italics doesn't count."},
	Why: diag.Text{
		NL: "Collega's nemen de woorden van het handboek over. Doet het handboek het zelf anders, dan leest niemand de lijst nog.",
		EN: "Colleagues take over the handbook's words. Where it does otherwise itself, nobody reads the list any more."},
	Bad:  diag.Text{NL: "Vraag het eerst aan de cliënt.", EN: "Ask the client first."},
	Good: diag.Text{NL: "Vraag het eerst aan de klant.", EN: "Ask the customer first."},
	Message: diag.Text{
		NL: "Volgens je woordenlijst zeggen jullie hier liever %[2]q dan %[1]q",
		EN: "By your word list, %[2]q is better here than %[1]q"},
	Hint: diag.Text{
		NL: "Neem het woord van de lijst over. Gaat het over het woord zelf? Zet het dan *cursief*.",
		EN: "Take the word of the list. Is it about the word itself? Then set it in *italics*."},
	Page: func(r *Report, p *Page) {
		own, ok := p.Book.own[p.Lang]
		if !ok || p.IsWordList() {
			return
		}
		bad := badExamples(p)
		told := map[string]bool{}
		look := func(text *passage) {
			if text.lang != p.Lang || bad[[2]int{text.Table, text.Column}] && text.Kind == markdown.ProseCell {
				return
			}
			eachChoice(text, own.not, func(first, last int, c choice) {
				from, to := text.words[first].Start, text.words[last].Stop
				if !told[c.word] && !text.mention(from, to) && !beside(text, from, c.plain) {
					told[c.word] = true
					r.At(p.At(text.Block, from), text.Text[from:to], c.plain)
				}
			})
		}
		for i := range p.passages() {
			look(&p.passages()[i])
		}
		for i := range p.Prose.Blocks {
			if b := &p.Prose.Blocks[i]; b.Kind == markdown.ProsePost {
				look(newPassage(p, b))
			}
		}
	},
}

// beside tells whether a text names what we say in the sentence at a byte, too: it is
// then about the choice ("klant of cliënt?").
func beside(text *passage, at int, say string) bool {
	for _, s := range text.sentences {
		if s.start <= at && at < s.stop {
			return strings.Contains(strings.ToLower(text.text(s)), strings.ToLower(say))
		}
	}
	return false
}

var tonePersonal = &Rule{ID: "tone-personal", Family: Tone, Severity: diag.Warning,
	Name: diag.Text{
		NL: "Verplicht delen op een eigen profiel",
		EN: "Sharing on a profile of one's own as a duty"},
	Finds: diag.Text{
		NL: "Een zin die zegt dat je iets moet delen of plaatsen op je eigen profiel.",
		EN: "A sentence that says you must share or post something on your own profile."},
	Why: diag.Text{
		NL: "Een eigen profiel is van de medewerker. Delen is vrijwillig, en wat moet, leest ook niet echt.",
		EN: "The profile is the employee's own. Sharing is by choice, and what is a duty doesn't sound sincere."},
	Bad:  diag.Text{NL: "Medewerkers moeten elke vacature op hun eigen profiel delen.", EN: "Employees must share each vacancy on their own profile."},
	Good: diag.Text{NL: "Wil je een vacature delen? Dat mag op je eigen profiel, en het hoeft niet.", EN: "Would you like to share a vacancy? You may, on your own profile, and you don't have to."},
	Message: diag.Text{
		NL: "Deze zin maakt delen op een eigen profiel een plicht: %[1]q",
		EN: "This sentence makes sharing on one's own profile a duty: %[1]q"},
	Hint: diag.Text{
		NL: "Maak er een uitnodiging van: ‘Wil je dit delen? Graag! Het hoeft niet.’",
		EN: "Make it an invitation: “Would you like to share this? Please do! You don't have to.”"},
	Page: func(r *Report, p *Page) {
		for i := range p.passages() {
			text := &p.passages()[i]
			if text.shown() {
				continue
			}
			for _, s := range text.sentences {
				if at := dutyToShare(text, s); at >= 0 {
					r.At(p.At(text.Block, text.words[at].Start), text.text(s))
				}
			}
		}
	},
}

// dutyWords are what makes a duty of a sentence, what sharing is called, whose a
// profile is and where, and what takes the duty away.
var dutyWords = map[string]struct{ must, share, own, where, not map[string]bool }{
	"nl": {
		must:  set("moet moeten verplicht dient dienen behoor behoort behoren"),
		share: set("delen deelt deel plaatsen plaatst posten post posts liken like reposten repost doorplaatsen delend zetten zet"),
		own:   set("eigen persoonlijk persoonlijke privé privéprofiel privéaccount je jouw hun zijn haar"),
		where: set(`profiel profielen account accounts tijdlijn netwerk netwerken linkedin-profiel linkedinprofiel linkedin
			facebook instagram privéprofiel privéaccount facebookpagina linkedinpagina`),
		not: set("niet geen nooit niemand vrijwillig zonder hoeft hoef hoeven als wanneer indien voordat tenzij wie mag mogen"),
	},
	"en": {
		must:  set("must required obliged obligatory mandatory shall"),
		share: set("share shares sharing post posting posts like repost publish"),
		own:   set("own personal private your their"),
		where: set("profile profiles account accounts timeline feed network networks linkedin facebook instagram"),
		not:   set("not no never nobody voluntary without don't needn't if when before unless whoever may aren't isn't"),
	},
}

// dutyToShare returns the word of a sentence that makes sharing on a profile a duty, or
// -1. It must be the sentence's own: what somebody must do if he shares is another
// matter.
func dutyToShare(text *passage, s sentence) int {
	words, ok := dutyWords[text.lang]
	if !ok || strings.HasSuffix(text.text(s), "?") {
		return -1
	}
	at := -1
	var share, own, where bool
	for i := s.first; i < s.last; i++ {
		w := text.lower[i]
		if words.not[w] {
			return -1
		}
		if at < 0 && words.must[w] {
			at = i
		}
		share = share || words.share[w]
		own = own || words.own[w]
		where = where || words.where[w]
	}
	if share && own && where {
		return at
	}
	return -1
}
