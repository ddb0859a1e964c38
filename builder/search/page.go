package search

import (
	"encoding/binary"
	"path"
	"strings"
	"sync"

	"vaandel/builder/handbook"
)

// A passage is at most so many words long; a longer section is cut, at the end of
// a block, once it has that many.
const passageWords = 220

// text is what the results show of a page, kept between builds.
type text struct {
	_ struct{} `cbor:",toarray"`

	Passages []passage
}

// passage is a section, or a piece of a long one.
type passage struct {
	_ struct{} `cbor:",toarray"`

	Heading, ID string
	Text        string
}

// analysis is the words of a page, kept between builds. It does not know of
// other pages.
type analysis struct {
	_ struct{} `cbor:",toarray"`

	// Words are the distinct words, folded.
	Words []string
	// Tokens are, for each passage, for each field: how many words it has, and
	// for each twice its place in Words from 1, one more for a whole; 0 is a word
	// that is not looked for. All are varints.
	Tokens []byte
}

// The fields of a passage. The heading of a page's first passage is the title,
// and only that has a summary, to which the tags belong.
const (
	fieldHeading = iota
	fieldSummary
	fieldBody
	fields
)

// read reads a page. Who looks for a checklist, types that: the name of its kind is
// one of the page's tags.
func read(p *handbook.Page, body []byte, kind string) (text, analysis) {
	a := analysers.Get().(*analyser)
	defer analysers.Put(a)
	a.begin(p.Lang)
	var t text
	for i, s := range sectionsOf(p, body) {
		heading, summary := s.heading, ""
		if i == 0 {
			heading = p.Title()
			summary = strings.Join(append([]string{p.Common.Summary, kind, name(p)}, p.Common.Tags...), "\n")
		}
		rest := s.text
		for first := true; first || rest != ""; first = false {
			var piece string
			piece, rest = cutPassage(rest)
			shown := strings.TrimSpace(piece)
			if i == 0 && first && p.Common.Summary != "" {
				shown = strings.TrimSpace(p.Common.Summary + "\n" + shown)
			}
			t.Passages = append(t.Passages, passage{Heading: s.heading, ID: s.id, Text: shown})
			a.passage(heading, summary, piece)
			heading, summary = "", ""
		}
	}
	return t, analysis{Words: a.words, Tokens: a.tokens}
}

// name returns the name of a page's file, or of its folder, in words. Who writes
// names a file after what it is about, in short: of "Wat mag ik overnemen?"
// auteursrecht. Translations have the name of their original.
func name(p *handbook.Page) string {
	address := strings.TrimSuffix(strings.TrimSuffix(p.Address, ".html"), "/index")
	return strings.ReplaceAll(path.Base(address), "-", " ")
}

// cutPassage cuts the first passage off a text.
func cutPassage(text string) (piece, rest string) {
	words := 0
	for i := range len(text) {
		switch text[i] {
		case ' ':
			words++
		case '\n':
			if words++; words >= passageWords {
				return text[:i+1], text[i+1:]
			}
		}
		if words >= 2*passageWords {
			return text[:i], text[i:]
		}
	}
	return text, ""
}

// analyser gathers the words of one page.
type analyser struct {
	lang     string
	splitter splitter
	known    map[string]int
	words    []string
	tokens   []byte
	field    []byte
}

// analysers are kept, as each has a map that has grown.
var analysers = sync.Pool{New: func() any { return &analyser{known: map[string]int{}} }}

// begin begins a page.
func (a *analyser) begin(lang string) {
	a.lang, a.words, a.tokens = lang, nil, nil
	clear(a.known)
}

func (a *analyser) passage(heading, summary, body string) {
	for i, text := range [fields]string{heading, summary, body} {
		a.field = a.field[:0]
		count := 0
		a.splitter.split(text, func(w word) {
			a.field = binary.AppendUvarint(a.field, a.token(w, i == fieldBody))
			count++
		})
		a.tokens = binary.AppendUvarint(a.tokens, uint64(count))
		a.tokens = append(a.tokens, a.field...)
	}
}

// longestWord is the longest word of the index, in bytes: longer ones are no
// words.
const longestWord = 60

// token returns the number of a word.
func (a *analyser) token(w word, body bool) uint64 {
	if body && stops[a.lang][string(w.text)] || len(w.text) > longestWord {
		return 0
	}
	at, ok := a.known[string(w.text)]
	if !ok {
		s := string(w.text)
		a.words = append(a.words, s)
		at = len(a.words)
		a.known[s] = at
	}
	n := uint64(at) << 1
	if w.whole {
		n++
	}
	return n
}

// tokens goes through the tokens of an analysis.
type tokens struct{ rest []byte }

func (t *tokens) next() (uint64, bool) {
	n, size := binary.Uvarint(t.rest)
	if size <= 0 {
		t.rest = nil
		return 0, false
	}
	t.rest = t.rest[size:]
	return n, true
}
