package check

import (
	"fmt"
	"math"
	"strings"
	"unicode/utf8"

	"vaandel/builder/diag"
	"vaandel/builder/markdown"
)

// The number is that of Flesch, who counted words and syllables (R. Flesch, A new
// readability yardstick, Journal of Applied Psychology 32, 1948), with the weights that
// Douma found for Dutch (W. H. Douma, De leesbaarheid van landbouwbladen, Bulletin 17,
// Landbouwhogeschool Wageningen, 1960):
//
//	206.84 − 0.93 × words in a sentence − 77 × syllables in a word
//
// It sees short sentences and short words, and nothing else: not whether words are
// known, whether the order is good or the text is true. A level such as B1 can't be
// told from it. Syllables are counted by rule, and short pages say too little.
var readingScore = &Rule{ID: "reading-score", Family: Reading, Severity: diag.Advice,
	Name: diag.Text{
		NL: "Een pagina die zwaar leest",
		EN: "A page that is heavy to read"},
	Finds: diag.Text{
		NL: "Een pagina van 100 woorden of meer met een laag leesgetal: Flesch-Douma (1960) voor Nederlands, Flesch (1948) voor Engels. Van ongeveer 0 (heel zwaar) tot 100 (heel licht).",
		EN: "A page of 100 words or more with a low reading ease: Flesch-Douma (1960) for Dutch, Flesch (1948) for English. From about 0 (very heavy) to 100 (very light)."},
	Why: diag.Text{
		NL: "Lange zinnen en lange woorden kosten moeite. Het getal kijkt alleen daarnaar: het zegt niet of een tekst klopt, of welk taalniveau hij heeft.",
		EN: "Long sentences and long words take effort. The number looks at nothing else: it doesn't tell whether a text is right, or its language level."},
	Bad: diag.Text{
		NL: "Werkgeversverantwoordelijkheden ten aanzien van socialemediabeleid.",
		EN: "Organisational responsibilities regarding social media participation."},
	Good: diag.Text{
		NL: "Wat je baas doet als jij online bent.",
		EN: "What your boss does while you are online."},
	Limits: []Limit{
		{"score", 45, diag.Text{NL: "het laagste getal", EN: "the lowest number"}},
		{"words", 100, diag.Text{NL: "vanaf zoveel woorden", EN: "from so many words on"}}},
	Message: diag.Text{
		NL: "Deze pagina leest zwaar: leesgetal %[1]d, met %[2]s woorden per zin en %[3]s lettergrepen per woord",
		EN: "This page is heavy to read: reading ease %[1]d, with %[4]s words a sentence and %[5]s syllables a word"},
	Hint: diag.Text{
		NL: "Knip de langste zinnen door en kies kortere woorden. Het is een tip: het getal (Flesch-Douma, 1960) telt alleen zinnen en lettergrepen en kent geen taalniveau.",
		EN: "Cut the longest sentences in two and pick shorter words. It is a tip: the number (Flesch, 1948) counts sentences and syllables only, and knows no language level."},
	Page: func(r *Report, p *Page) {
		s := score(p)
		if s.words < r.Limit("words") || s.sentences == 0 || s.ease() >= float64(r.Limit("score")) {
			return
		}
		at := p.Top()
		if p.Doc.TitleLine > 0 {
			at.Line, at.Column = p.Doc.TitleLine, 0
		}
		words, parts := fmt.Sprintf("%.1f", s.perSentence()), fmt.Sprintf("%.2f", s.perWord())
		comma := strings.NewReplacer(".", ",")
		r.At(at, max(0, int(math.Round(s.ease()))), comma.Replace(words), comma.Replace(parts), words, parts)
	},
}

// reading counts what a number of readability is made of.
type reading struct {
	lang                        string
	sentences, words, syllables int
}

func (c reading) perSentence() float64 { return float64(c.words) / float64(c.sentences) }
func (c reading) perWord() float64     { return float64(c.syllables) / float64(c.words) }

// ease is the number.
func (c reading) ease() float64 {
	if c.lang == "nl" {
		return 206.84 - 0.93*c.perSentence() - 77*c.perWord()
	}
	return 206.835 - 1.015*c.perSentence() - 84.6*c.perWord()
}

// score counts the sentences of a page, in its own language.
func score(p *Page) reading {
	c := reading{lang: p.Lang}
	if other(p.Lang) == "" {
		return c
	}
	for i := range p.passages() {
		text := &p.passages()[i]
		if !text.running() || text.Kind == markdown.ProseField || text.lang != p.Lang {
			continue
		}
		for _, s := range text.sentences {
			before := c.words
			for _, w := range text.lower[s.first:s.last] {
				if n := syllables(p.Lang, w); n > 0 {
					c.words++
					c.syllables += n
				}
			}
			if c.words > before {
				c.sentences++
			}
		}
	}
	return c
}

// units are the vowels that make one syllable, the longest first.
var units = map[string][]string{
	"nl": strings.Fields("eau aai ooi oei eeu ieu aa ee ie oo uu eu ui oe ij ei au ou"),
	"en": strings.Fields("eau iou ai au ay ea ee ei eo eu ey ie io oa oe oi oo ou oy ua ue ui uy"),
}

// syllables counts those of a word in small letters; a number has none that can be
// counted.
func syllables(lang, word string) int {
	n := 0
	for at := 0; at < len(word); {
		r, size := utf8.DecodeRuneInString(word[at:])
		if r >= '0' && r <= '9' {
			return 0
		}
		if !strings.ContainsRune("aeiouyàáâäèéêëìíîïòóôöùúûü", r) || r == 'y' && at == 0 {
			at += size
			continue
		}
		n++
		for _, unit := range units[lang] {
			if strings.HasPrefix(word[at:], unit) {
				size = len(unit)
				break
			}
		}
		at += size
	}
	if lang == "en" && n > 1 && mute(word) {
		n--
	}
	return max(n, 1)
}

// mute tells whether an English word ends in an e that is not heard.
func mute(word string) bool {
	if strings.HasSuffix(word, "le") && len(word) > 2 && !isVowel(word, len(word)-3) {
		return false
	}
	if root, ok := strings.CutSuffix(word, "ed"); ok {
		return !strings.HasSuffix(root, "t") && !strings.HasSuffix(root, "d")
	}
	return strings.HasSuffix(word, "e") && !hasAny(word, "ee", "ie", "oe", "ue", "ye")
}
