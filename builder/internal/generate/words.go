package generate

import (
	"embed"
	"fmt"
	"strings"
)

//go:embed words/*.txt
var files embed.FS

// words are the lists that sentences are made from. Frequent words stand at
// the front of their list.
type words struct {
	nouns                            []noun
	verbs                            []verb
	adjectives                       []adjective
	adverbs, names, families, places []string
	patterns, titles                 []string
}

// noun is "het bericht, berichten" with its form in front of another noun.
type noun struct{ article, one, many, first string }

// verb is "delen, deelt, gedeeld".
type verb struct{ infinitive, third, participle string }

// adjective is "goed, goede".
type adjective struct{ plain, inflected string }

// loadWords reads the lists.
func loadWords() (*words, error) {
	w := &words{}
	for _, list := range []struct {
		name string
		into *[]string
	}{
		{"adverbs", &w.adverbs}, {"names", &w.names}, {"families", &w.families},
		{"places", &w.places}, {"patterns", &w.patterns}, {"titles", &w.titles},
	} {
		lines, err := readLines(list.name)
		if err != nil {
			return nil, err
		}
		*list.into = lines
	}
	return w, w.loadForms()
}

// loadForms reads the lists whose words have several forms.
func (w *words) loadForms() error {
	return forEach(
		rows{"nouns", 4, func(f []string) { w.nouns = append(w.nouns, noun{f[0], f[1], f[2], f[3]}) }},
		rows{"verbs", 3, func(f []string) { w.verbs = append(w.verbs, verb{f[0], f[1], f[2]}) }},
		rows{"adjectives", 2, func(f []string) { w.adjectives = append(w.adjectives, adjective{f[0], f[1]}) }},
	)
}

// rows is a list whose lines have a fixed number of fields.
type rows struct {
	name   string
	fields int
	add    func(fields []string)
}

// forEach reads lists with fields. A separable verb ("keurt goed") may have a
// word more than its list has fields; it is refused, as sentences could not
// hold it.
func forEach(lists ...rows) error {
	for _, list := range lists {
		lines, err := readLines(list.name)
		if err != nil {
			return err
		}
		for _, line := range lines {
			f := strings.Fields(line)
			if len(f) != list.fields {
				return fmt.Errorf("words/%s.txt: %q has %d fields, not %d", list.name, line, len(f), list.fields)
			}
			list.add(f)
		}
	}
	return nil
}

// readLines returns the lines of a list without its comments.
func readLines(name string) ([]string, error) {
	data, err := files.ReadFile("words/" + name + ".txt")
	if err != nil {
		return nil, err
	}
	var lines []string
	for line := range strings.Lines(string(data)) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			lines = append(lines, line)
		}
	}
	return lines, nil
}
