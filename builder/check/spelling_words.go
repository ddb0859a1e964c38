package check

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"vaandel/builder/handbook"
	"vaandel/builder/markdown"
)

// spellable returns the words of a page that a dictionary may know.
func spellable(p *Page) []spelt {
	var out []spelt
	for i := range p.Prose.Blocks {
		b := &p.Prose.Blocks[i]
		lang := p.Language(b)
		if other(lang) == "" || !Prose(b) {
			continue
		}
		for _, w := range plainWords(b) {
			first, _ := utf8.DecodeRuneInString(w.Text)
			out = append(out, spelt{
				text: inDictionary(w.Text), lang: lang, block: b, offset: w.Start,
				name: unicode.IsUpper(first) && !beginsBehind(b.Text[:w.Start]),
			})
		}
	}
	return out
}

// beginsBehind tells whether a sentence begins behind a text.
func beginsBehind(before string) bool {
	before = strings.TrimRight(before, " \n“”‘’\"'()*-–")
	return before == "" || strings.ContainsAny(before[len(before)-1:], ".!?:;") || strings.HasSuffix(before, "…")
}

// inDictionary is a word as dictionaries write it.
func inDictionary(word string) string {
	if isASCII(word) {
		return word
	}
	return norm.NFC.String(strings.ReplaceAll(word, "’", "'"))
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

var (
	// odd is what is more than words: addresses, names of files, accounts and pictures, tags,
	// numbers, abbreviations with points in them, words with something in brackets.
	odd = regexp.MustCompile(`[@#\\_<>=|&\d]|://|^:.*:$|\pL\.\pL|\pL\(|\)\pL|^[./~]`)
	// braced is a place to fill in.
	braced = regexp.MustCompile(`\{[^{}]*\}|\[[^\[\]]*\]`)
)

// oddSigns are the signs that odd looks for: few words have one.
const oddSigns = `@#\_<>=|&0123456789:.()/~`

var oddSign = func() (in [256]bool) {
	for i := range len(oddSigns) {
		in[oddSigns[i]] = true
	}
	return in
}()

// plainWords returns the words of a block but for those in code, in addresses and in
// what no dictionary has.
func plainWords(b *markdown.Block) []Word {
	var skip [][]int
	if strings.ContainsAny(b.Text, "{[") {
		skip = braced.FindAllStringIndex(b.Text, -1)
	}
	for from := 0; from < len(b.Text); {
		to, space, odds := from, 0, false
		for to < len(b.Text) {
			if space = spaceAt(b.Text, to); space > 0 {
				break
			}
			odds = odds || oddSign[b.Text[to]]
			to++
		}
		if odds {
			chunk := b.Text[from:to]
			if strings.ContainsAny(strings.TrimRight(chunk, ".,:;!?)"), oddSigns) && odd.MatchString(chunk) {
				skip = append(skip, []int{from, to})
			}
		}
		from = to + space
	}
	for _, s := range b.Spans {
		if s.Kind == markdown.SpanLink && strings.Contains(s.Target, "://") {
			skip = append(skip, []int{s.Start, s.Stop}) // the title of something elsewhere
		}
	}
	return slices.DeleteFunc(Words(b), func(w Word) bool { return !spellableWord(b.Text, w) || within(skip, w) })
}

// spaceAt is how many bytes the space at a place takes; 0 where there is none.
func spaceAt(text string, at int) int {
	r, size := rune(text[at]), 1
	if r >= utf8.RuneSelf {
		r, size = utf8.DecodeRuneInString(text[at:])
	}
	if unicode.IsSpace(r) {
		return size
	}
	return 0
}

// within tells whether a word touches one of the ranges.
func within(ranges [][]int, w Word) bool {
	for _, r := range ranges {
		if w.Start < r[1] && r[0] < w.Stop {
			return true
		}
	}
	return false
}

// longestWord is what a dictionary is asked for at most.
const longestWord = 60

// spellableWord tells whether a word is one by itself: no letter, name in capitals, half
// of a compound ("koffie-"), or abbreviation with a point.
func spellableWord(text string, w Word) bool {
	if n := utf8.RuneCountInString(w.Text); n < 2 || n > longestWord {
		return false
	}
	before, after := text[:w.Start], text[w.Stop:]
	if strings.HasSuffix(before, "-") || strings.HasPrefix(after, "-") || strings.HasSuffix(before, "’") || strings.HasSuffix(before, "'") {
		return false
	}
	if point, ok := strings.CutPrefix(after, ". "); ok {
		next, _ := utf8.DecodeRuneInString(point)
		return !unicode.IsLower(next)
	}
	return true
}

// isOwn tells whether a word, or all its parts between hyphens, belong to the handbook
// or are names in capitals.
func (s *spelling) isOwn(word string) bool {
	for part := range strings.SplitSeq(word, "-") {
		if !s.own[ownForm(part)] && !named(part) {
			return false
		}
	}
	return true
}

// named tells whether a word has a capital behind its first letter: HR, LinkedIn.
func named(word string) bool {
	_, size := utf8.DecodeRuneInString(word)
	return strings.IndexFunc(word[size:], unicode.IsUpper) >= 0
}

// ownForm is a word of the handbook's own without what grammar adds.
func ownForm(word string) string {
	word = strings.ToLower(inDictionary(word))
	return strings.TrimSuffix(strings.TrimSuffix(word, "s"), "'")
}

// ownSpelling gathers the words that are right because the handbook says so: titles,
// names, word lists, tags, and those of handbook.yaml.
func ownSpelling(r *Report, b *Book) map[string]bool {
	own := map[string]bool{}
	add := func(texts ...string) {
		for _, text := range texts {
			for _, w := range Words(&markdown.Block{Text: text}) {
				own[ownForm(w.Text)] = true
				for part := range strings.SplitSeq(w.Text, "-") {
					own[ownForm(part)] = true
				}
			}
		}
	}
	in := func(words handbook.Words) {
		for _, text := range words {
			add(text)
		}
	}
	add(r.words...)
	c := b.Handbook.Config
	in(c.Title)
	add(c.Organisation)
	for _, s := range c.Sections {
		in(s.Title)
	}
	for _, n := range c.Networks {
		add(n.Name)
	}
	for _, contact := range c.Contacts {
		add(contact.Name)
		in(contact.Role)
	}
	for _, s := range c.Secrets {
		add(s.Words...)
	}
	for _, group := range c.Synonyms {
		add(group...)
	}
	for _, p := range b.Pages {
		add(p.Title())
		for _, t := range p.Tags {
			add(t.Name)
		}
		if person, ok := p.Spec.(*handbook.Person); ok {
			add(person.Role, person.Department)
			add(person.Expertise...)
		}
		if p.IsWordList() {
			for _, row := range p.WordRows() {
				add(row...)
			}
		}
	}
	return own
}
