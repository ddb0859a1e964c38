package check

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"vaandel/builder/diag"
	"vaandel/builder/parallel"
)

var toneFinger = &Rule{ID: "tone-finger", Family: Tone, Severity: diag.Advice,
	Name: diag.Text{
		NL: "Een pagina met een vingertje",
		EN: "A page that wags its finger"},
	Finds: diag.Text{
		NL: "Een pagina met vijf of meer zinnen die verbieden, verplichten of dreigen, en hooguit half zoveel die uitnodigen of een voorbeeld geven. De drie zwaarste zinnen worden aangewezen.",
		EN: "A page with five sentences or more that forbid, oblige or threaten, and at most half as many that invite or give an example. The three that weigh most are pointed out."},
	Why: diag.Text{
		NL: "Van een lijst met verboden worden mensen stil. Van een voorbeeld krijgen ze zin.",
		EN: "A list of bans makes people silent. An example makes them want to try."},
	Bad: diag.Text{
		NL: "Het is verboden om foto's te plaatsen. Wie dat toch doet, krijgt een waarschuwing.",
		EN: "It is forbidden to post pictures. Whoever does so gets an official warning."},
	Good: diag.Text{
		NL: "Een foto plaatsen mag. Vraag het even aan wie erop staat, bijvoorbeeld zo: ‘Mag deze online?’",
		EN: "You may post a picture. Ask those who are on it, for example like this: “May this go online?”"},
	Limits: []Limit{{"sentences", 5, diag.Text{NL: "vanaf zoveel strenge zinnen", EN: "from so many strict sentences on"}}},
	Message: diag.Text{
		NL: "Deze zin klinkt streng. Zinnen op deze pagina: %[1]d streng, %[2]d met een uitnodiging of voorbeeld",
		EN: "This sentence sounds strict. Sentences on this page: %[1]d strict, %[2]d with an invitation or example"},
	Hint: diag.Text{
		NL: "Zeg wat wél kan, en laat zien hoe. Wat echt niet mag, zeg je één keer, met de reden erbij.",
		EN: "Say what one can do, and show how. What really isn't allowed is said once, with the reason."},
	Page: func(r *Report, p *Page) {
		t := p.tone()
		if len(t.strict) < r.Limit("sentences") || len(t.strict) < 2*t.warm {
			return
		}
		for _, s := range t.heaviest() {
			r.At(s.at, len(t.strict), t.warm)
		}
	},
}

var toneHandbook = &Rule{ID: "tone-handbook", Family: Tone, Severity: diag.Advice,
	Name: diag.Text{
		NL: "Een handboek met een vingertje",
		EN: "A handbook that wags its finger"},
	Finds: diag.Text{
		NL: "Een handboek dat als geheel vaker verbiedt, verplicht of dreigt dan dat het uitnodigt of een voorbeeld geeft.",
		EN: "A handbook that as a whole forbids, obliges or threatens more often than it invites or gives an example."},
	Why: diag.Text{
		NL: "Vertrouwen werkt beter dan verbieden. Wie bang is om iets fout te doen, vertelt niets meer.",
		EN: "Trust does more than bans. Who is afraid to be wrong tells nothing any more."},
	Bad:    diag.Text{NL: "Veertig strenge zinnen en tien voorbeelden.", EN: "Forty strict sentences and ten examples."},
	Good:   diag.Text{NL: "Tien afspraken, elk met een voorbeeld van hoe het wel kan.", EN: "Ten agreements, each with an example of how it can be done."},
	Limits: []Limit{{"sentences", 20, diag.Text{NL: "vanaf zoveel strenge zinnen", EN: "from so many strict sentences on"}}},
	Message: diag.Text{
		NL: "Deze zin weegt zwaar: %[3]q. Zinnen in het handboek: %[1]d streng, %[2]d met een uitnodiging of voorbeeld",
		EN: "This sentence weighs much: %[3]q. Sentences in the handbook: %[1]d strict, %[2]d with an invitation or example"},
	Hint: diag.Text{
		NL: "Begin met de pagina's met de meeste strenge zinnen: %[4]s.",
		EN: "Begin with the pages that have most strict sentences: %[4]s."},
	Whole: wagging,
}

// wagging reports a handbook that is strict as a whole, at its heaviest sentences.
func wagging(r *Report, b *Book) {
	if parallel.Each(r.ctx, len(b.Pages), func(i int) { b.Pages[i].tone() }) != nil {
		return
	}
	var all tone
	var strictest []*Page
	for _, p := range b.Pages {
		all.strict = append(all.strict, p.tone().strict...)
		all.warm += p.tone().warm
		if len(p.tone().strict) > 0 {
			strictest = append(strictest, p)
		}
	}
	if len(all.strict) < r.Limit("sentences") || len(all.strict) <= all.warm {
		return
	}
	slices.SortStableFunc(strictest, func(x, y *Page) int { return cmp.Compare(len(y.tone().strict), len(x.tone().strict)) })
	var sources []string
	for _, p := range strictest[:min(most, len(strictest))] {
		sources = append(sources, p.Source)
	}
	for _, s := range all.heaviest() {
		r.At(s.at, len(all.strict), all.warm, s.text, strings.Join(sources, ", "))
	}
}

// most is how many of the heaviest are told.
const most = 3

// tone is what the sentences of a page sound like.
type tone struct {
	strict []strictSentence
	warm   int
}

// strictSentence is one that forbids, obliges or threatens.
type strictSentence struct {
	at     diag.Position
	text   string
	weight int
}

// heaviest are those that weigh most, the heaviest first.
func (t *tone) heaviest() []strictSentence {
	slices.SortStableFunc(t.strict, func(a, b strictSentence) int { return cmp.Compare(b.weight, a.weight) })
	return t.strict[:min(most, len(t.strict))]
}

// tone is what a page sounds like. Its own rule asks for it while the text is at hand,
// and that of the handbook when all pages have been read.
func (p *Page) tone() *tone {
	if p.heard == nil {
		heard := listen(p)
		p.heard = &heard
	}
	return p.heard
}

// listen weighs the sentences of a page.
func listen(p *Page) tone {
	var out tone
	for i := range p.passages() {
		text := &p.passages()[i]
		cues := toneCues[text.lang]
		if cues == nil || !text.running() && text.Table == 0 || text.shown() {
			continue
		}
		for _, s := range text.sentences {
			weight, warm := sentenceTone(text, s, cues())
			switch {
			case weight > 0:
				out.strict = append(out.strict, strictSentence{p.At(text.Block, text.words[s.first].Start), text.text(s), weight})
			case warm:
				out.warm++
			}
		}
	}
	return out
}

// sentenceTone weighs one sentence: a sanction twice. A strict one is softened by an
// example or an invitation in it.
func sentenceTone(text *passage, s sentence, cues choices) (weight int, warm bool) {
	for i := s.first; i < s.last; {
		c, n := cues.at(text.lower, i, s.last)
		switch {
		case n == 0 || inQuotes(text.Text, text.words[i].Start):
		case c.plain == "begin":
			if i == s.first {
				weight++
			}
		case c.plain == "forbid":
			if !asked(text, s, i) {
				weight++
			}
		case c.plain == "sanction":
			weight += 2
		case refused(text, s, i, n):
			weight++
		default:
			warm = true
		}
		i += max(n, 1)
	}
	if warm && weight == 1 {
		return 0, true
	}
	return weight, warm
}

// asked tells whether the clause before a word asks or sets a condition: when you must,
// what you must.
func asked(text *passage, s sentence, i int) bool {
	for j := i - 1; j >= s.first && together(text, j); j-- {
		if questions[text.lower[j]] {
			return true
		}
	}
	return false
}

var questions = set(`wat wie waar wanneer hoe welke welk waaraan waarom als of waarvoor waaronder
	what who where when how which why if whether that`)

// refused tells whether a "you may" at i is a "you may not": the clause denies it.
func refused(text *passage, s sentence, i, n int) bool {
	may := false
	for j := i; j < i+n; j++ {
		may = may || text.lower[j] == "mag"
	}
	if !may {
		return false
	}
	const far = 6
	for j := i + n; j < min(s.last, i+n+far) && together(text, j-1); j++ {
		switch text.lower[j] {
		case "niet", "geen", "nooit", "niets":
			return true
		}
	}
	return false
}

// toneCues are the lists of what tells the tone, by language.
var toneCues = map[string]func() choices{
	"nl": sync.OnceValue(func() choices { return readCues("nl") }),
	"en": sync.OnceValue(func() choices { return readCues("en") }),
}

// readCues reads a list of cues. What a cue tells is the section that it is in.
func readCues(lang string) choices {
	out := choices{}
	section := ""
	for line := range strings.Lines(list("tone." + lang)) {
		line = strings.TrimSpace(line)
		switch name, ok := strings.CutPrefix(line, "["); {
		case ok:
			section = strings.TrimSuffix(name, "]")
		case line != "" && line[0] != '#':
			out.add(line, choice{word: line, plain: section})
		}
	}
	return out
}
