package check

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"vaandel/builder/markdown"
)

// passage is a block of text for readers, taken apart once for all rules that look at
// its language.
type passage struct {
	*markdown.Block
	lang      string
	words     []Word
	lower     []string // the words in lower case
	sentences []sentence
}

// sentence is a part of a passage: its bytes, and the words from first up to last.
type sentence struct {
	start, stop int
	first, last int
}

// text is what a sentence says.
func (p *passage) text(s sentence) string { return strings.TrimSpace(p.Text[s.start:s.stop]) }

// passages are those of a page, for rules that look at one page. They are taken apart
// when the first rule asks for them.
func (p *Page) passages() []passage {
	if p.taken == nil {
		p.taken = takeApart(p)
	}
	return p.taken
}

// takeApart reads the passages of a page.
func takeApart(p *Page) []passage {
	out := []passage{}
	for i := range p.Prose.Blocks {
		b := &p.Prose.Blocks[i]
		if !Prose(b) {
			continue
		}
		if text := newPassage(p, b); len(text.words) > 0 {
			out = append(out, *text)
		}
	}
	return out
}

// newPassage takes one block apart.
func newPassage(p *Page, b *markdown.Block) *passage {
	words := Words(b)
	lower := make([]string, len(words))
	for i, w := range words {
		lower[i] = strings.ToLower(strings.ReplaceAll(w.Text, "’", "'"))
	}
	return &passage{b, p.Language(b), words, lower, sentencesOf(b.Text, words)}
}

// running tells whether a passage is text in sentences, and not a title, a label or a
// cell of a table.
func (p *passage) running() bool {
	switch p.Kind {
	case markdown.ProseParagraph, markdown.ProseItem, markdown.ProseQuote, markdown.ProseDefinition:
		return true
	case markdown.ProseField:
		return p.Name == "summary" || p.Name == "in_short"
	}
	return false
}

// sentencesOf finds the sentences of a text: they end at a full stop, a question mark
// or an exclamation mark with a new beginning behind it, and where the line does.
func sentencesOf(text string, words []Word) []sentence {
	var out []sentence
	start, first := 0, 0
	end := func(at int) {
		last := first
		for last < len(words) && words[last].Start < at {
			last++
		}
		if last > first {
			out = append(out, sentence{start, at, first, last})
		}
		start, first = at, last
	}
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '\n':
			end(i + 1)
		case '.', '!', '?':
			stop := closed(text, i+1)
			if begins(text, stop) && (text[i] != '.' || !shortened(text[start:i], text[stop:])) {
				end(stop)
				i = stop - 1
			}
		}
	}
	end(len(text))
	return out
}

// closed returns where the marks end that close a sentence behind its stop.
func closed(text string, at int) int {
	for at < len(text) {
		r, size := utf8.DecodeRuneInString(text[at:])
		if !strings.ContainsRune(`.!?…"'’”»)]*`, r) {
			break
		}
		at += size
	}
	return at
}

// begins tells whether a sentence can begin at a place: a space, and then no small
// letter.
func begins(text string, at int) bool {
	rest := strings.TrimLeft(text[at:], " \t\u00a0")
	if len(rest) == len(text)-at {
		return false
	}
	r, _ := utf8.DecodeRuneInString(rest)
	return !unicode.IsLower(r)
}

// shortened tells whether a text ends in a word that has its full stop for being cut
// short (bijv., art., J.), or in the number of an item. What is behind tells whether a
// letter is that of a name: not where a sentence begins (Generatie Z. Voor ons).
func shortened(text, behind string) bool {
	word := text[strings.LastIndexAny(text, " \n(‘“\"")+1:]
	if utf8.RuneCountInString(word) <= 1 {
		next, _, _ := strings.Cut(strings.TrimLeft(behind, " "), " ")
		next = strings.ToLower(next)
		return !telltale["nl"][next] && !telltale["en"][next] && !openers[next]
	}
	if strings.Contains(word, ".") && len(word) <= 8 && !strings.ContainsAny(word, "0123456789") { // o.a, m.b.t, e.g
		return true
	}
	return abbreviations[strings.ToLower(word)]
}

var abbreviations = set(`art bijv bv ca dhr dr drs ed etc excl evt fig ing incl ir jl lid mevr mr mrs ms mw nl nr nrs
	no resp sr st tel vgl vs zgn prof approx dept inc ltd vol pp`)

// shown tells whether a passage is somebody else's words, or an example of what not to
// do.
func (p *passage) shown() bool { return p.Quoted || p.Callout == "dont" }

// openers are words that begin sentences in both languages.
var openers = set("voor in is was of het we over")

// mention tells whether a word is spoken of, or somebody else's, and not the author's
// choice: in quotation marks, set in italics or struck through, in the title that a
// link leads to, in an example of what not to do.
func (p *passage) mention(start, stop int) bool {
	if p.shown() || p.Kind == markdown.ProseAlt {
		return true
	}
	for _, s := range p.Spans {
		if s.Kind != markdown.SpanStrong && s.Start <= start && stop <= s.Stop {
			return true
		}
	}
	return inQuotes(p.Text, start)
}

// quotes are the pairs of quotation marks. The apostrophe is none where it stands in a
// word.
var quotes = map[rune]rune{'“': '”', '„': '”', '‘': '’', '«': '»', '"': '"', '\'': '\''}

// inQuotes tells whether a byte of a text stands between quotation marks.
func inQuotes(text string, at int) bool {
	closing, before := rune(0), ' '
	for i, r := range text {
		if i >= at {
			// It must be closed as well: an apostrophe opens nothing.
			return closing != 0 && strings.ContainsRune(text[at:], closing)
		}
		switch {
		case closing == 0 && quotes[r] != 0 && !unicode.IsLetter(before):
			closing = quotes[r]
		case r == closing && !(strings.ContainsRune("'’", r) && letterAt(text, i+utf8.RuneLen(r))):
			closing = 0
		}
		before = r
	}
	return false
}

// badExamples are the columns of a page's tables that show what not to write, by the
// words at their head: "Liever niet", "Eerst".
func badExamples(p *Page) map[[2]int]bool {
	var out map[[2]int]bool
	for i := range p.Prose.Blocks {
		if b := &p.Prose.Blocks[i]; b.Kind == markdown.ProseHeadCell && isBadExample(b.Text) {
			if out == nil {
				out = map[[2]int]bool{}
			}
			out[[2]int{b.Table, b.Column}] = true
		}
	}
	return out
}

var badExample = set(`niet liever eerst fout vermijd moeilijk not before instead avoid don't don’t wrong`)

func isBadExample(head string) bool {
	words := strings.Fields(strings.ToLower(strings.Trim(head, " .:?!")))
	return len(words) > 0 && len(words) <= 4 && badExample[words[0]]
}
