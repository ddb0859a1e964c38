package check

import (
	"bufio"
	"bytes"
	"context"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"
	"unicode/utf8"

	"vaandel/builder/diag"
)

// speller is one dictionary, which the program hunspell reads.
type speller struct {
	program, folder, name string
}

// dictionaryNames are those of the dictionaries of a language. Of a language that is
// spelt in several ways, each way is right.
var dictionaryNames = map[string][]string{"nl": {"nl_NL", "nl"}, "en": {"en_GB", "en_US"}}

// spellersOf finds the dictionaries of a language; none without the program.
func spellersOf(lang string, folders []string) []speller {
	program, err := exec.LookPath("hunspell")
	if err != nil {
		return nil
	}
	var out []speller
	for _, name := range dictionaryNames[lang] {
		for _, folder := range folders {
			if isFile(filepath.Join(folder, name+".aff")) && isFile(filepath.Join(folder, name+".dic")) {
				out = append(out, speller{program, folder, name})
				break
			}
		}
		if lang == "nl" && len(out) > 0 {
			break // the others are the same
		}
	}
	return out
}

func isFile(name string) bool {
	info, err := os.Stat(name)
	return err == nil && info.Mode().IsRegular()
}

// dictionaryFolders are where systems and LibreOffice keep dictionaries.
func dictionaryFolders() []string {
	folders := filepath.SplitList(os.Getenv("DICPATH"))
	folders = append(folders,
		"/usr/share/hunspell", "/usr/share/myspell", "/usr/share/myspell/dicts", "/usr/local/share/hunspell",
		"/opt/homebrew/share/hunspell", "/Library/Spelling")
	if home, err := os.UserHomeDir(); err == nil {
		folders = append(folders, filepath.Join(home, "Library", "Spelling"))
	}
	for _, pattern := range []string{
		"/usr/lib/libreoffice/share/extensions/dict-*", "/opt/libreoffice*/share/extensions/dict-*",
		"/Applications/LibreOffice.app/Contents/Resources/extensions/dict-*",
		filepath.Join(os.Getenv("ProgramFiles"), "LibreOffice", "share", "extensions", "dict-*"),
	} {
		found, _ := filepath.Glob(pattern) // the patterns are right
		folders = append(folders, found...)
	}
	return folders
}

// Answers are what dictionaries said of words. Who checks again and again keeps them:
// a dictionary takes longer to open than to ask.
type Answers struct {
	mu      sync.Mutex
	unknown map[speller]map[string]bool
}

// of returns those of the words that a dictionary does not have. It is asked once for
// each.
func (a *Answers) of(ctx context.Context, s speller, words []string) (map[string]bool, error) {
	if a == nil {
		return s.unknown(ctx, words)
	}
	out, ask := a.known(s, words)
	if len(ask) > 0 {
		unknown, err := s.unknown(ctx, ask)
		if err != nil {
			return nil, err
		}
		a.keep(s, ask, unknown)
		maps.Copy(out, unknown)
	}
	return out, nil
}

// known returns what a dictionary said of words, and those that it has not been asked
// for.
func (a *Answers) known(s speller, words []string) (unknown map[string]bool, ask []string) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if len(a.unknown[s]) > manyAnswers {
		delete(a.unknown, s)
	}
	unknown = map[string]bool{}
	for _, word := range words {
		switch is, said := a.unknown[s][word]; {
		case !said:
			ask = append(ask, word)
		case is:
			unknown[word] = true
		}
	}
	return unknown, ask
}

// keep keeps what a dictionary said of words.
func (a *Answers) keep(s speller, words []string, unknown map[string]bool) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.unknown == nil {
		a.unknown = map[speller]map[string]bool{}
	}
	if a.unknown[s] == nil {
		a.unknown[s] = map[string]bool{}
	}
	for _, word := range words {
		a.unknown[s][word] = unknown[word]
	}
}

// manyAnswers is how many are kept: a book of 10,000 pages has not so many words.
const manyAnswers = 500_000

// unknown returns the words of a list that the dictionary doesn't have. What this user
// taught the program is left out, so that two colleagues are told the same.
func (s speller) unknown(ctx context.Context, words []string) (map[string]bool, error) {
	cmd := exec.CommandContext(ctx, s.program, "-l", "-i", "UTF-8", "-d", s.name)
	cmd.Dir = s.folder
	cmd.Env = append(os.Environ(), "DICPATH="+s.folder, "HOME="+os.DevNull, "LC_ALL=C.UTF-8")
	cmd.Stdin = strings.NewReader(strings.Join(words, "\n") + "\n")
	cmd.WaitDelay = time.Second
	out, err := cmd.Output()
	unknown := map[string]bool{}
	for line := range bytes.Lines(out) {
		unknown[string(bytes.TrimSpace(line))] = true
	}
	return unknown, err
}

// unknownWords returns the words that no dictionary has: not as they are, not otherwise
// spelt, and not part by part.
func unknownWords(ctx context.Context, spellers []speller, words []string, answers *Answers) ([]string, error) {
	if len(words) == 0 {
		return nil, nil
	}
	for _, s := range spellers {
		var ask []string
		for _, word := range words {
			ask = append(append(ask, word, s.otherwise(word)), strings.Split(word, "-")...)
		}
		slices.Sort(ask)
		unknown, err := answers.of(ctx, s, slices.Compact(ask))
		if err != nil {
			return nil, err
		}
		wrong := func(part string) bool { return unknown[part] && !named(part) }
		words = slices.DeleteFunc(slices.Clone(words), func(word string) bool {
			return !unknown[word] || !unknown[s.otherwise(word)] || !slices.ContainsFunc(strings.Split(word, "-"), wrong)
		})
	}
	return words, nil
}

// respelt changes letters that may be so too: Dutch puts accents on what is stressed
// ("vóór"), and of English there is often an American dictionary only.
var respelt = map[string]*strings.Replacer{
	"nl": strings.NewReplacer("á", "a", "é", "e", "í", "i", "ó", "o", "ú", "u"),
	"en": strings.NewReplacer("our", "or", "isation", "ization", "ise", "ize", "ising", "izing", "yse", "yze",
		"icence", "icense", "gement", "gment", "lled", "led", "ller", "ler", "lling", "ling", "llor", "lor"),
}

// otherwise is a word as it may be spelt too, without what tells whose it is.
func (s speller) otherwise(word string) string {
	return respelt[s.name[:2]].Replace(strings.TrimSuffix(word, "'s"))
}

// words hands on the words of the dictionary that are wanted, as they stand in its
// file, without the endings that grammar adds.
func (s speller) words(wanted func(word []byte) bool, add func(word string)) {
	file, err := os.Open(filepath.Join(s.folder, s.name+".dic"))
	if err != nil {
		return // it is known from the program that the word is wrong
	}
	defer file.Close()
	lines := bufio.NewScanner(file)
	lines.Scan() // how many there are
	for lines.Scan() {
		line := lines.Bytes()
		if end := bytes.IndexAny(line, "/ 	"); end >= 0 {
			line = line[:end]
		}
		if wanted(line) && utf8.Valid(line) {
			add(string(line))
		}
	}
}

var spellingFailed = diag.Text{
	NL: "De spelling is niet nagekeken: het programma hunspell gaf geen antwoord.",
	EN: "Spelling was not checked: the program hunspell gave no answer."}

// lacking tells which dictionaries aren't there, or nothing.
func (s *spelling) lacking() diag.Text {
	var nl, en []string
	for _, lang := range sortedKeys(s.seen) {
		if len(s.spellers[lang]) == 0 {
			name := called(lang)
			nl, en = append(nl, name.NL), append(en, name.EN)
		}
	}
	if len(nl) == 0 {
		return diag.Text{}
	}
	return diag.Text{
		NL: "De spelling in het " + strings.Join(nl, " en ") + " is niet nagekeken: het programma hunspell of een woordenboek is er niet. IT kan die op je computer zetten.",
		EN: "Spelling in " + strings.Join(en, " and ") + " was not checked: the program hunspell or a dictionary is missing. IT can put these on your computer.",
	}
}
