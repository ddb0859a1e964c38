package search

import (
	"slices"
	"strings"

	"vaandel/builder/handbook"
)

// directory is what the reader must know to find the rest.
type directory struct {
	// Pages are runs of pages alike.
	Pages   []run  `json:"pages"`
	Terms   listed `json:"terms"`
	Endings listed `json:"endings"`
	// Texts are the hashes of the folders of texts.
	Texts      string                `json:"texts"`
	Dictionary string                `json:"dictionary"`
	Stops      map[string]string     `json:"stops"`
	Common     map[string]string     `json:"common"`   // stems
	Synonyms   map[string][][]string `json:"synonyms"` // language → groups of phrases of terms
}

// run is pages of one language, class and kind.
type run struct {
	Lang  string        `json:"lang"`
	Kind  handbook.Kind `json:"kind"`
	Class int           `json:"class,omitempty"`
	Count int           `json:"count"`
}

// listed is the files of one sort: for each a word that all its words are behind, or
// are, and none of the file before is; and their hashes.
type listed struct {
	First  []string `json:"first"`
	Hashes string   `json:"hashes"`
}

// directory tells of the pages and words; the files are listed as they are made.
func (w *writer) directory(x *index) *directory {
	d := &directory{
		Pages: w.runs(), Dictionary: string(w.dictionary),
		Stops: map[string]string{}, Common: map[string]string{}, Synonyms: map[string][][]string{},
	}
	for _, lang := range w.Handbook.Config.Languages {
		if list := stopWords[lang]; list != nil {
			d.Stops[lang] = strings.Join(list, " ")
			d.Common[lang] = strings.Join(stemsOf(commonWords[lang], lang), " ")
		}
		groups := w.Synonyms[lang]
		if lang == "nl" {
			groups = append(forms(), groups...)
		}
		if groups != nil {
			d.Synonyms[lang] = synonyms(groups, lang, x.has)
		}
	}
	return d
}

// stemsOf returns the distinct stems of words, in order.
func stemsOf(words []string, lang string) []string {
	var stems []string
	for _, w := range words {
		stems = append(stems, Stem(w, lang))
	}
	slices.Sort(stems)
	return slices.Compact(stems)
}

// runs returns the pages as runs of pages alike.
func (w *writer) runs() []run {
	runs := []run{}
	for _, p := range w.pages {
		r := run{Lang: p.Lang, Kind: p.Kind, Class: classOf(p)}
		if n := len(runs); n > 0 {
			if last := &runs[n-1]; last.Lang == r.Lang && last.Kind == r.Kind && last.Class == r.Class {
				last.Count++
				continue
			}
		}
		r.Count = 1
		runs = append(runs, r)
	}
	return runs
}
