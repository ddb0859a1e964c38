// Package generate writes folders of Dutch pages to measure with: any number
// of pages of about 600 words in 20 nested sections, with front matter,
// headings, lists, tables, emphasis and links that all lead somewhere.
//
// The text comes from lists of words and patterns of sentences (words/), so it
// means nothing, but its words are as often and as rarely used, as long and as
// compound as those of a real handbook. That matters to whatever counts words.
//
// The same [Options] give the same bytes on every machine and in every year: a
// page depends on the seed and its own number only.
package generate

import (
	"fmt"
	"os"
	"path/filepath"
)

// Options say what to write. The zero value is made whole by [New].
type Options struct {
	// Pages is how many pages there are, the home page included; at least 22,
	// so that each of the 20 sections has its own page and one holds another.
	Pages int
	// Seed picks the text.
	Seed uint64
	// Index is the file name of a folder's page: "index.md" unless given. Hugo
	// calls it "_index.md".
	Index string
	// Config adds a handbook.yaml.
	Config bool
}

// Handbook is a folder of pages, ready to be written.
type Handbook struct {
	options Options
	words   *words
	entries []entry
}

// Stats tell how much was written.
type Stats struct {
	Pages, Words int
	Bytes        int64
}

// fewest is the smallest number of pages: home, 20 sections and one more.
const fewest = sections + 2

// New lays out the folders and titles of a handbook; the text of a page is
// made when it is asked for.
func New(o Options) (*Handbook, error) {
	if o.Pages < fewest {
		return nil, fmt.Errorf("a handbook of %d pages has no room for %d sections: ask for at least %d", o.Pages, sections, fewest)
	}
	if o.Index == "" {
		o.Index = "index.md"
	}
	w, err := loadWords()
	if err != nil {
		return nil, err
	}
	h := &Handbook{options: o, words: w}
	h.entries = h.layOut()
	return h, nil
}

// Len returns the number of pages.
func (h *Handbook) Len() int { return len(h.entries) }

// Path returns the path of page i below the content folder, with slashes.
func (h *Handbook) Path(i int) string { return h.entries[i].path() }

// Write puts all pages below dir, which may hold other files already.
func (h *Handbook) Write(dir string) (Stats, error) {
	var s Stats
	for i := range h.entries {
		page := h.Page(i)
		if err := write(dir, h.Path(i), page.Source); err != nil {
			return s, err
		}
		s.Pages++
		s.Words += page.Words
		s.Bytes += int64(len(page.Source))
	}
	if h.options.Config {
		return s, write(dir, "handbook.yaml", []byte(config))
	}
	return s, nil
}

// config is the handbook.yaml of a generated folder.
const config = `title: Handboek van de proef
organisation: De Proef
languages: [nl]
url: https://handboek.example/
`

// write makes one file and the folders above it.
func write(dir, path string, data []byte) error {
	name := filepath.Join(dir, filepath.FromSlash(path))
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	return os.WriteFile(name, data, 0o644)
}
