package handbook

import (
	"vaandel/builder/diag"
	"vaandel/builder/meta"
)

// ConfigFile is the name of the configuration in the content folder.
const ConfigFile = "handbook.yaml"

// Config is handbook.yaml. Its zero value, made whole by [DefaultConfig],
// serves a folder without one.
type Config struct {
	Title        Words           `meta:"title"`
	Organisation string          `meta:"organisation"`
	Summary      Words           `meta:"summary"`
	Languages    []string        `meta:"languages"` // ISO 639-1; the first is the default
	URL          string          `meta:"url"`       // absolute address of the site, for sitemap and feed
	BasePath     string          `meta:"base_path"` // "/" or "/handboek/"
	Theme        string          `meta:"theme"`
	Brand        Brand           `meta:"brand"`
	Sections     []SectionConfig `meta:"sections"`
	Networks     []Network       `meta:"networks"`
	Contacts     []Contact       `meta:"contacts"`
	// Secrets are what the composer warns of in a message.
	Secrets []Secret `meta:"secrets"`
	// Synonyms are groups of words that mean the same to who searches.
	Synonyms [][]string `meta:"synonyms"`
	// Check is what "vaandel check" looks for, as written: package check reads it.
	Check   Written `meta:"check"`
	RawHTML bool    `meta:"raw_html"`
	Index   bool    `meta:"index"` // may search engines list the handbook
}

// DefaultConfig is the configuration of a folder without handbook.yaml whose
// pages are in lang.
func DefaultConfig(lang string) *Config {
	return &Config{
		Title:     Words{"nl": "Handboek", "en": "Handbook"},
		Languages: []string{lang},
		BasePath:  "/",
		Theme:     "default",
	}
}

// Words is a text in one or more languages: a plain string in the file, or a
// map from language to string.
type Words map[string]string

// In returns the text in lang, else in the first of languages that has it.
func (w Words) In(lang string, languages []string) string {
	if s := w[lang]; s != "" {
		return s
	}
	for _, l := range languages {
		if s := w[l]; s != "" {
			return s
		}
	}
	return w[""]
}

// DecodeMeta reads a plain string (kept under "") or a map.
func (w *Words) DecodeMeta(n *meta.Node) bool {
	switch n.Type {
	case meta.String, meta.Number, meta.Bool:
		*w = Words{"": n.Value}
		return true
	case meta.Map:
		*w = Words{}
		for _, f := range n.Fields {
			switch f.Value.Type {
			case meta.List, meta.Map:
				return false
			case meta.Null, meta.Broken:
			default:
				(*w)[f.Key] = f.Value.Value
			}
		}
		return true
	}
	return false
}

// Written is a value as it stands in the file, for a package that reads it itself.
type Written struct{ meta.Node }

// DecodeMeta keeps the value.
func (w *Written) DecodeMeta(n *meta.Node) bool {
	w.Node = *n
	return true
}

// Brand is the organisation's look.
type Brand struct {
	Accent string `meta:"accent"` // #rgb or #rrggbb
	Logo   string `meta:"logo"`   // path of a picture in the content folder
	// AccentAt is where the accent is written.
	AccentAt diag.Position `meta:"-"`
}

// SectionConfig is a top-level folder as the configuration describes it.
type SectionConfig struct {
	Folder  string `meta:"folder"`
	Title   Words  `meta:"title"`
	Summary Words  `meta:"summary"`
	// Kind is that of the section's pages that name none.
	Kind Kind `meta:"kind"`
	// Apart sets the section apart in the menu: it is not for every reader.
	Apart bool `meta:"apart"`
}

// Network is a social network with the limits that the composer and the crops
// of the gallery use.
type Network struct {
	ID   string `meta:"id"`
	Name string `meta:"name"`
	// Limit is the most characters of a message; 0 means none known.
	Limit int `meta:"limit"`
	// Checked is the date (2026-01-31) on which the limits were looked up.
	Checked string `meta:"checked"`
	// Count tells how the network counts characters, one of Counts; "" is each as
	// one.
	Count string `meta:"count"`
	// Link is what the network counts for a link, whatever its length; 0 means as
	// many as it has.
	Link int `meta:"link"`
	// Width and Height are those of a picture, in pixels; 0 means no crop.
	Width  int `meta:"width"`
	Height int `meta:"height"`
}

// Counts are the ways to count the characters of a message: "weighted" as X does,
// where an emoji, and a letter of most scripts but the Latin, counts two (see
// https://docs.x.com/fundamentals/counting-characters). It is never changed.
var Counts = []string{"characters", "weighted"}

// Secret is something that may have to stay inside: words such as the name of a
// project, or what looks like a number of a customer.
type Secret struct {
	Name  Words    `meta:"name"` // what it is: "an internal project"
	Words []string `meta:"words"`
	// Looks is a pattern: # is a digit, and each other sign itself: "KL-######".
	Looks string `meta:"looks"`
}

// Contact is a person or team that pages name as owner or contact.
type Contact struct {
	ID    string `meta:"id"`
	Name  string `meta:"name"`
	Role  Words  `meta:"role"`
	Email string `meta:"email"`
	Phone string `meta:"phone"`
}
