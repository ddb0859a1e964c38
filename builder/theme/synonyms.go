package theme

import (
	"path"
	"strings"
)

// synonymsFolder has a file LANG.txt for each language, with groups of words that
// mean the same: a group on a line, parted by commas. A line that begins with # is
// for people.
const synonymsFolder = "synonyms"

// readSynonyms reads the groups, by language.
func readSynonyms(files files) map[string][][]string {
	groups := map[string][][]string{}
	for _, name := range files.in(synonymsFolder, ".txt") {
		lang := strings.TrimSuffix(path.Base(name), ".txt")
		for line := range strings.Lines(string(files[name].data)) {
			if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
				continue
			}
			group := strings.Split(line, ",")
			for i := range group {
				group[i] = strings.TrimSpace(group[i])
			}
			groups[lang] = append(groups[lang], group)
		}
	}
	return groups
}

// Synonyms returns groups of words and phrases that mean the same to who searches,
// by language. They must not be changed.
func (t *Theme) Synonyms() map[string][][]string { return t.synonyms }
