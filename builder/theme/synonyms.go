package theme

import (
	"github.com/goccy/go-yaml"

	"vaandel/builder/diag"
)

// synonymsFile has groups of words that mean the same, by language.
const synonymsFile = "synonyms.yaml"

// Synonyms returns groups of words and phrases that mean the same to people who
// search, by language. They must not be changed.
func (t *Theme) Synonyms() map[string][][]string { return t.synonyms }

// readSynonyms reads the groups.
func readSynonyms(files files) (map[string][][]string, []diag.Diagnostic) {
	f, ok := files[synonymsFile]
	if !ok {
		return nil, nil
	}
	var groups map[string][][]string
	if err := yaml.Unmarshal(f.data, &groups); err != nil {
		return nil, []diag.Diagnostic{wordsError(f, err)}
	}
	return groups, nil
}
