package check

import (
	"vaandel/builder/diag"
	"vaandel/builder/markdown"
)

// What the build finds is not looked for again: pictures without alt text, links and
// headings without words, rows of a table that are longer than its head.

var readingRules = []*Rule{
	readingSentence, readingParagraph, readingPassive, readingNouns, readingHard, readingScore,
	readingHeading, readingLink, readingCapitals, readingAlt, readingTable,
}

var readingSentence = &Rule{ID: "reading-sentence", Family: Reading, Severity: diag.Advice,
	Name: diag.Text{
		NL: "Een lange zin",
		EN: "A long sentence"},
	Finds: diag.Text{
		NL: "Een zin van meer dan 20 woorden. Code, adressen en noten tellen niet mee.",
		EN: "A sentence of more than 20 words. Code, addresses and notes don't count."},
	Why: diag.Text{
		NL: "Wie een lange zin leest, is aan het eind het begin kwijt. Zeker op een telefoon.",
		EN: "At the end of a long sentence its beginning is forgotten. All the more so on a phone."},
	Bad: diag.Text{
		NL: "Als je een foto van de borrel wilt plaatsen waar collega's op staan, vraag je eerst aan iedereen die je kunt herkennen of dat goed is.",
		EN: "If you want to post a picture of the office party with colleagues on it, you first ask everybody who can be recognised whether that is fine with them."},
	Good: diag.Text{
		NL: "Staan er collega's op je foto van de borrel? Vraag dan eerst of ze het goed vinden.",
		EN: "Are there colleagues on your picture of the party? Then ask first whether they agree."},
	Limits: []Limit{{"words", 20, diag.Text{NL: "het grootste aantal woorden", EN: "the most words"}}},
	Message: diag.Text{
		NL: "Deze zin heeft %[1]d woorden: %[2]q",
		EN: "This sentence has %[1]d words: %[2]q"},
	Hint: diag.Text{
		NL: "Maak er twee zinnen van. Zet een punt waar je even ademhaalt, vaak voor en, maar, omdat of waarbij. Zijn het veel dingen? Maak dan een lijstje.",
		EN: "Make two of it. Put a full stop where you take a breath, often before and, but, because or which. Are there many things? Then make a list."},
	Page: func(r *Report, p *Page) {
		for i := range p.passages() {
			text := &p.passages()[i]
			if !text.running() || text.shown() {
				continue
			}
			for _, s := range text.sentences {
				if n := s.last - s.first; n > r.Limit("words") && !names(text.words[s.first:s.last]) {
					r.At(p.At(text.Block, text.words[s.first].Start), n, text.text(s))
				}
			}
		}
	},
}

// names tells whether words are rather a list of names than a sentence.
func names(words []Word) bool {
	capitals := 0
	for _, w := range words {
		if capital(w.Text) {
			capitals++
		}
	}
	return 2*capitals > len(words)
}

var readingParagraph = &Rule{ID: "reading-paragraph", Family: Reading, Severity: diag.Advice,
	Name: diag.Text{
		NL: "Een lange alinea",
		EN: "A long paragraph"},
	Finds: diag.Text{
		NL: "Een alinea van meer dan 100 woorden.",
		EN: "A paragraph of more than 100 words."},
	Why: diag.Text{
		NL: "Een blok tekst zonder wit ziet eruit als werk. Mensen slaan het over.",
		EN: "A block of text without white in it looks like work. People skip it."},
	Bad:    diag.Text{NL: "Alles over werktijd, foto's en reacties in één alinea.", EN: "Working hours, pictures and reactions in a single paragraph."},
	Good:   diag.Text{NL: "Drie korte alinea's, elk met een kopje.", EN: "Three short paragraphs, each with a heading."},
	Limits: []Limit{{"words", 100, diag.Text{NL: "het grootste aantal woorden", EN: "the most words"}}},
	Message: diag.Text{
		NL: "Deze alinea heeft %[1]d woorden",
		EN: "This paragraph has %[1]d words"},
	Hint: diag.Text{
		NL: "Zet een witregel waar iets nieuws begint. Eén onderwerp per alinea leest het fijnst.",
		EN: "Put an empty line where something new begins. One subject a paragraph reads best."},
	Page: func(r *Report, p *Page) {
		for i := range p.passages() {
			if text := &p.passages()[i]; text.running() && len(text.words) > r.Limit("words") {
				r.At(p.At(text.Block, 0), len(text.words))
			}
		}
	},
}

var readingHeading = &Rule{ID: "reading-heading", Family: Reading, Severity: diag.Warning,
	Name: diag.Text{
		NL: "Een kopje dat een niveau overslaat",
		EN: "A heading that skips a level"},
	Finds: diag.Text{
		NL: "Een kopje dat twee of meer niveaus onder het vorige ligt: #### direct onder ##.",
		EN: "A heading two levels or more below the one before: #### right below ##."},
	Why: diag.Text{
		NL: "Wie met een schermlezer leest, springt van kopje naar kopje en denkt hier dat er iets ontbreekt.",
		EN: "Who reads with a screen reader goes from heading to heading, and here thinks that one is missing."},
	Bad:  diag.Text{NL: "## Foto's\n\n#### Met mensen erop", EN: "## Pictures\n\n#### With people on them"},
	Good: diag.Text{NL: "## Foto's\n\n### Met mensen erop", EN: "## Pictures\n\n### With people on them"},
	Message: diag.Text{
		NL: "Dit kopje slaat een niveau over: %[1]q",
		EN: "This heading skips a level: %[1]q"},
	Hint: diag.Text{
		NL: "Begin de regel met %[2]s, dan hoort het kopje bij dat erboven.",
		EN: "Begin the line with %[2]s, then it belongs to the heading above."},
	Page: func(r *Report, p *Page) {
		const marks = "######"
		before := 1 // the title, wherever it comes from
		for i := range p.Prose.Blocks {
			b := &p.Prose.Blocks[i]
			if b.Kind != markdown.ProseHeading || b.Level == 0 || b.Quoted {
				continue
			}
			if b.Level > before+1 {
				r.At(p.At(b, 0), b.Text, marks[:min(before+1, len(marks))])
			}
			before = b.Level
		}
	},
}

var readingTable = &Rule{ID: "reading-table", Family: Reading, Severity: diag.Warning,
	Name: diag.Text{
		NL: "Een tabel zonder kop",
		EN: "A table without a head"},
	Finds: diag.Text{
		NL: "Een tabel waarvan de bovenste rij leeg is.",
		EN: "A table whose top row is empty."},
	Why: diag.Text{
		NL: "Een schermlezer leest bij elk vakje de kop van de kolom voor. Zonder kop hoor je losse woorden.",
		EN: "With each cell a screen reader reads the head of its column. Without one there are only words."},
	Bad:  diag.Text{NL: "|  |  |\n|---|---|\n| LinkedIn | 3000 |", EN: "|  |  |\n|---|---|\n| LinkedIn | 3000 |"},
	Good: diag.Text{NL: "| Netwerk | Tekens |\n|---|---|\n| LinkedIn | 3000 |", EN: "| Network | Characters |\n|---|---|\n| LinkedIn | 3000 |"},
	Message: diag.Text{
		NL: "De bovenste rij van deze tabel is leeg",
		EN: "The top row of this table is empty"},
	Hint: diag.Text{
		NL: "Zet in de rij boven de streepjes wat er in elke kolom staat.",
		EN: "Say in the row above the dashes what each column holds."},
	Page: func(r *Report, p *Page) {
		told := 0 // tables come one after the other
		for i := range p.Prose.Blocks {
			switch b := &p.Prose.Blocks[i]; b.Kind {
			case markdown.ProseHeadCell:
				told = b.Table
			case markdown.ProseCell:
				if b.Table != 0 && b.Table != told {
					told = b.Table
					r.At(p.At(b, 0))
				}
			}
		}
	},
}

var readingAlt = &Rule{ID: "reading-alt", Family: Reading, Severity: diag.Advice,
	Name: diag.Text{
		NL: "Een beschrijving die het onderschrift herhaalt",
		EN: "A description that repeats the caption"},
	Finds: diag.Text{
		NL: "Een afbeelding met een alt-tekst die hetzelfde zegt als het onderschrift. Een afbeelding zonder alt-tekst vindt het bouwen zelf.",
		EN: "A picture whose alt text says the same as its caption. A picture without alt text is found by the build."},
	Why: diag.Text{
		NL: "Wie de afbeelding niet ziet, hoort twee keer hetzelfde en weet nog niet wat erop staat.",
		EN: "Who can't see the picture hears the same twice, and still doesn't know what it shows."},
	Bad:  diag.Text{NL: "![De werkplaats](werkplaats.jpg \"De werkplaats\")", EN: "![The workshop](workshop.jpg \"The workshop\")"},
	Good: diag.Text{NL: "![Drie monteurs buigen zich over een tillift](werkplaats.jpg \"De werkplaats\")", EN: "![Three mechanics bend over a hoist](workshop.jpg \"The workshop\")"},
	Message: diag.Text{
		NL: "De beschrijving van deze afbeelding is gelijk aan het onderschrift: %[1]q",
		EN: "The description of this picture is the same as its caption: %[1]q"},
	Hint: diag.Text{
		NL: "Schrijf tussen de blokhaken wat je ziet. Het onderschrift mag blijven.",
		EN: "Write between the brackets what one sees. The caption may stay."},
	Page: func(r *Report, p *Page) {
		blocks := p.Prose.Blocks
		for i := range blocks {
			if i+1 < len(blocks) && blocks[i].Kind == markdown.ProseAlt && blocks[i+1].Kind == markdown.ProseCaption &&
				bare(blocks[i].Text) == bare(blocks[i+1].Text) {
				r.At(p.At(&blocks[i], 0), blocks[i].Text)
			}
		}
	},
}
