package check

import (
	"context"
	"errors"
	"slices"
	"sync"
	"time"

	"vaandel/builder/diag"
	"vaandel/builder/markdown"
	"vaandel/builder/parallel"
)

// Dictionaries lack many words that are right: jargon, new words, compounds. So only
// what is one slip of the finger from a known word is told as a mistake, and the rest
// by a rule of its own, for who wants it.

var spellingRules = []*Rule{spellingWord, spellingUnknown}

var spellingPlaces = []Limit{{"pages", 3, diag.Text{
	NL: "een woord dat op zoveel pagina's staat, is er een van jullie",
	EN: "a word that stands on so many pages is one of yours"}}}

var spellingWord = &Rule{ID: "spelling-word", Family: Spelling, Severity: diag.Advice,
	Name: diag.Text{
		NL: "Een tikfout",
		EN: "A typo"},
	Finds: diag.Text{
		NL: "Een woord dat niet in het woordenboek staat, en dat één letter verschilt van een woord dat er wel in staat. Woorden uit titels, je contacten en je woordenlijst tellen als goed, en namen ook.",
		EN: "A word that is not in the dictionary, and one letter away from one that is. Words of titles, your contacts and your word list count as right, and so do names."},
	Why: diag.Text{
		NL: "Een tikfout leidt af. En wie de taal leert, zoekt het woord vergeefs op.",
		EN: "A typo distracts. And who learns the language looks the word up in vain."},
	Bad:    diag.Text{NL: "Vertel over je organsatie.", EN: "Talk about your organistion."},
	Good:   diag.Text{NL: "Vertel over je organisatie.", EN: "Talk about your organisation."},
	Limits: spellingPlaces,
	Message: diag.Text{
		NL: "%[1]q staat niet in het woordenboek",
		EN: "%[1]q is not in the dictionary"},
	Hint: diag.Text{
		NL: "Bedoel je %[2]s? Of klopt het woord? Zet het dan in handbook.yaml bij check, zo: spelling: { words: [%[1]s] }",
		EN: "Did you mean %[2]s? Or is the word right? Then put it into handbook.yaml under check, like this: spelling: { words: [%[1]s] }"},
	Gather: gatherWords,
	Whole:  func(r *Report, b *Book) { spell(r, b, true) },
}

var spellingUnknown = &Rule{ID: "spelling-unknown", Family: Spelling, Severity: Off,
	Name: diag.Text{
		NL: "Een onbekend woord",
		EN: "An unknown word"},
	Finds: diag.Text{
		NL: "Een woord dat niet in het woordenboek staat, en ook niet lijkt op een woord dat er wel in staat. Vaak is het vaktaal of een nieuw woord. Daarom zoekt Vaandel er alleen naar als je dat kiest.",
		EN: "A word that is not in the dictionary and not like one that is. Often it is jargon or a new word, so Vaandel looks for it only if you choose so."},
	Why: diag.Text{
		NL: "Een woord dat niemand kan opzoeken, leg je beter uit.",
		EN: "A word that nobody can look up is better explained."},
	Bad:    diag.Text{NL: "Dat vraagt om een ketenregiesessie.", EN: "That asks for a chainsteering session."},
	Good:   diag.Text{NL: "Daar praten alle teams samen over.", EN: "All teams talk about that together."},
	Limits: spellingPlaces,
	Message: diag.Text{
		NL: "%[1]q staat niet in het woordenboek",
		EN: "%[1]q is not in the dictionary"},
	Hint: diag.Text{
		NL: "Kies een woord dat iedereen kent. Klopt het woord? Zet het dan in handbook.yaml bij check, zo: spelling: { words: [%[1]s] }",
		EN: "Choose a word that everybody knows. Is it right? Then put it into handbook.yaml under check, like this: spelling: { words: [%[1]s] }"},
	Gather: gatherWords,
	Whole:  func(r *Report, b *Book) { spell(r, b, false) },
}

// spellingTime is how long the dictionaries may take.
const spellingTime = 30 * time.Second

// spelling is one look at all words. Each distinct word is asked for once; then the
// pages are read again for the places of those that are wrong.
type spelling struct {
	report *Report
	book   *Book
	own    map[string]bool
	// spellers are the dictionaries of each language.
	spellers map[string][]speller
	// seen are the words of each language, unknown those that no dictionary has.
	seen, unknown map[string]map[string]*sighting
}

// sighting is what is known of a word.
type sighting struct {
	pages []*Page // those that have it; no more than it takes to be one of ours
	name  bool    // it has a capital in the middle of a sentence
	meant string  // the word that it is like
}

// spell looks for words that no dictionary has: those that are like a known one, or the
// others.
func spell(r *Report, b *Book, like bool) {
	folders := r.options.Dictionaries
	if folders == nil {
		folders = dictionaryFolders()
	}
	s := &spelling{
		report: r, book: b, own: ownSpelling(r, b),
		spellers: map[string][]speller{"nl": spellersOf("nl", folders), "en": spellersOf("en", folders)},
	}
	s.see()
	if note := s.lacking(); note != (diag.Text{}) {
		r.Note(note)
	}
	ctx, stop := context.WithTimeout(r.ctx, spellingTime)
	defer stop()
	if err := s.look(ctx); err != nil {
		r.Note(spellingFailed)
		return
	}
	s.tell(like)
}

// gatherWords reads the words of a page while its text is at hand.
func gatherWords(p *Page) {
	if p.words == nil {
		p.words = distinct(spellable(p))
	}
}

// see counts all words.
func (s *spelling) see() {
	s.seen = map[string]map[string]*sighting{}
	most := s.report.Limit("pages")
	for _, p := range s.book.Pages {
		for _, w := range p.words {
			words := s.seen[w.lang()]
			if words == nil {
				words = map[string]*sighting{}
				s.seen[w.lang()] = words
			}
			seen := words[w.text]
			if seen == nil {
				seen = &sighting{}
				words[w.text] = seen
			}
			if n := len(seen.pages); n == 0 || n < most && seen.pages[n-1] != p {
				seen.pages = append(seen.pages, p)
			}
			seen.name = seen.name || w.name
		}
	}
}

// distinct returns one of equal words each; briefly, as those of all pages are kept.
func distinct(words []spelt) []used {
	had := make(map[string]uint8, len(words)/2)
	words = slices.DeleteFunc(words, func(w spelt) bool {
		sort := uint8(1)
		if w.lang == "en" {
			sort <<= 1
		}
		if w.name {
			sort <<= 2
		}
		before := had[w.text]
		had[w.text] = before | sort
		return before&sort != 0
	})
	out := make([]used, len(words))
	for i, w := range words {
		out[i] = used{w.text, w.lang == "en", w.name}
	}
	return out
}

// used is a word of a page.
type used struct {
	text    string
	english bool // not Dutch
	name    bool // it has a capital in the middle of a sentence
}

func (u used) lang() string {
	if u.english {
		return "en"
	}
	return "nl"
}

// look asks the dictionaries. A word of the other language is no mistake of spelling.
func (s *spelling) look(ctx context.Context) error {
	langs := slices.DeleteFunc(sortedKeys(s.seen), func(lang string) bool { return len(s.spellers[lang]) == 0 })
	found := make([]map[string]*sighting, len(langs))
	errs := make([]error, len(langs))
	var all sync.WaitGroup // they wait for programs, so not by turns
	for i, lang := range langs {
		all.Go(func() { found[i], errs[i] = s.unknownOf(ctx, lang) })
	}
	all.Wait()
	s.unknown = map[string]map[string]*sighting{}
	for i, lang := range langs {
		s.unknown[lang] = found[i]
	}
	return errors.Join(errs...)
}

// unknownOf returns the words of a language that no dictionary has.
func (s *spelling) unknownOf(ctx context.Context, lang string) (map[string]*sighting, error) {
	words := s.seen[lang]
	var ask []string
	for _, word := range sortedKeys(words) {
		if !s.isOwn(word) && !words[word].name {
			ask = append(ask, word)
		}
	}
	unknown, err := unknownWords(ctx, s.spellers[lang], ask, s.report.options.Answers)
	if err != nil || len(unknown) == 0 {
		return nil, err
	}
	liked := make(chan struct{})
	go func() {
		defer close(liked)
		s.liken(lang, unknown)
	}()
	foreign, err := unknownWords(ctx, s.spellers[other(lang)], unknown, s.report.options.Answers)
	<-liked
	out := make(map[string]*sighting, len(foreign))
	for _, word := range foreign {
		out[word] = words[word]
	}
	return out, err
}

// liken finds for unknown words a known one that is like it: of the handbook, or of the
// dictionary's file. The program could be asked for all that is one slip away, but it
// takes seconds, and Dutch compounds have something near that nobody means.
func (s *spelling) liken(lang string, unknown []string) {
	known := newSlips(unknown)
	for _, word := range sortedKeys(s.seen[lang]) {
		if _, found := slices.BinarySearch(unknown, word); !found {
			known.add(word)
		}
	}
	for _, sp := range s.spellers[lang] {
		sp.words(known.matters, known.add)
	}
	for _, word := range unknown {
		if !known.formed(word) {
			s.seen[lang][word].meant = known.near(word)
		}
	}
}

// tell reports the words, once on a page.
func (s *spelling) tell(like bool) {
	pages := s.concerned(like)
	found := make([][]spelt, len(pages))
	_ = parallel.Each(s.report.ctx, len(found), func(i int) { found[i] = s.wrong(pages[i], like) })
	for i, words := range found {
		p := pages[i]
		for _, w := range words {
			s.report.At(p.At(w.block, w.offset), w.text, s.unknown[w.lang][w.text].meant)
		}
	}
}

// told tells whether a word that is unknown is to be told of.
func (s *spelling) told(w *sighting, like bool) bool {
	return len(w.pages) < s.report.Limit("pages") && (w.meant != "") == like
}

// concerned are the pages that have something to tell of.
func (s *spelling) concerned(like bool) []*Page {
	have := map[*Page]bool{}
	for _, words := range s.unknown {
		for _, seen := range words {
			if s.told(seen, like) {
				for _, p := range seen.pages {
					have[p] = true
				}
			}
		}
	}
	return slices.DeleteFunc(slices.Clone(s.book.Pages), func(p *Page) bool { return !have[p] })
}

// wrong returns the words of a page to tell of. A block of which much is unknown is in a
// language that we don't know.
func (s *spelling) wrong(p *Page, like bool) []spelt {
	var out []spelt
	told := map[string]bool{}
	words := spellable(p)
	for len(words) > 0 {
		block := words[0].block
		n := slices.IndexFunc(words, func(w spelt) bool { return w.block != block })
		if n < 0 {
			n = len(words)
		}
		for _, w := range s.ofBlock(words[:n]) {
			if s.told(s.unknown[w.lang][w.text], like) && !told[w.text] {
				told[w.text] = true
				out = append(out, w)
			}
		}
		words = words[n:]
	}
	return out
}

// ofBlock returns the unknown words of one block; none where they are many.
func (s *spelling) ofBlock(words []spelt) []spelt {
	var unknown []spelt
	for _, w := range words {
		if s.unknown[w.lang][w.text] != nil {
			unknown = append(unknown, w)
		}
	}
	if len(unknown) > 2 && 4*len(unknown) > len(words) {
		return nil
	}
	return unknown
}

// spelt is a word whose spelling can be looked up.
type spelt struct {
	text, lang string
	block      *markdown.Block
	offset     int
	name       bool // it has a capital in the middle of a sentence
}
