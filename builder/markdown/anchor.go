package markdown

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Every id in a page has a prefix with a hyphen, so that none is the name of a
// property of document, window or a form: an id "body" would stand in the way
// of scripts that ask for document.body. The prefixes also keep apart what comes
// from authors and what comes from us.
const (
	prefixHeading   = "h-" // headings, and all that an author names with {#id}
	prefixChecklist = "c-" // checklists and their tasks
	prefixPost      = "p-" // post templates
	prefixNote      = "fn-"
	prefixNoteLink  = "fnref-"
)

// maxAnchor is the longest id made of a text, in bytes without its prefix.
const maxAnchor = 80

// Anchor returns the id in a page that a link's fragment means, without "#":
// of a heading, in the form that GitHub, MkDocs or we give it, or of {#id}. The
// id of a heading is the Anchor of its text, with -1, -2, … behind it where a
// heading above has the same. It returns "" for a fragment without letters and
// digits.
func Anchor(fragment string) string {
	s := strings.TrimPrefix(slug(fragment, maxAnchor+len(prefixHeading)), prefixHeading)
	for len(s) > maxAnchor {
		_, size := utf8.DecodeLastRuneInString(s)
		s = s[:len(s)-size]
	}
	if s = strings.Trim(s, "-"); s == "" {
		return ""
	}
	return prefixHeading + s
}

// slug turns a text into lower-case words with hyphens between them, in the
// Latin alphabet where we can: accents are dropped, ß is ss, Greek and Cyrillic
// letters are those that they sound like. Punctuation is left out, as GitHub
// does. The result has at most limit bytes.
func slug(text string, limit int) string {
	for i := range len(text) {
		if text[i] >= utf8.RuneSelf {
			text = norm.NFKD.String(text)
			break
		}
	}
	out := make([]byte, 0, min(len(text), limit)+utf8.UTFMax)
	foreign := false
	for _, r := range text {
		before := len(out)
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			out = append(out, byte(r))
		case r >= 'A' && r <= 'Z':
			out = append(out, byte(r)+'a'-'A')
		case r == ' ' || r == '-' || r == '_' || unicode.IsSpace(r):
			if before > 0 && out[before-1] != '-' {
				out = append(out, '-')
			}
		case r >= utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsNumber(r)):
			r = unicode.ToLower(r)
			if latin, ok := latinLetters[r]; ok {
				out = append(out, latin...)
			} else {
				out, foreign = utf8.AppendRune(out, r), true
			}
		}
		if len(out) > limit {
			out = out[:before]
			break
		}
	}
	s := strings.TrimSuffix(string(out), "-")
	if foreign {
		s = norm.NFC.String(s)
	}
	return s
}

// latinLetters are the letters that have no accent to drop. Greek and Cyrillic
// follow their usual simple romanisation; those with accents are decomposed
// before they are looked up.
var latinLetters = letters(
	"ß ss æ ae œ oe ø o đ d ð d þ th ł l ı i ĸ k ŋ n ŧ t ħ h ə e ſ s",
	"α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ ch ψ ps ω o",
	"а a б b в v г g д d е e ж zh з z и i к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh щ shch ы y э e ю yu я ya",
	"є ye і i ґ g ђ dj ј j љ lj њ nj ћ c џ dz ѕ dz",
)

// letters reads pairs of a letter and what it becomes. Signs without a sound of
// their own become nothing.
func letters(lines ...string) map[rune]string {
	table := map[rune]string{'ъ': "", 'ь': "", 'ʼ': ""}
	for _, line := range lines {
		words := strings.Fields(line)
		for i := 0; i < len(words); i += 2 {
			r, _ := utf8.DecodeRuneInString(words[i])
			table[r] = words[i+1]
		}
	}
	return table
}

// ids hands out the ids of one page.
type ids struct {
	// taken holds the ids that are given, and as false those that are kept for
	// the one who asked for them by name.
	taken map[string]bool
	next  map[string]int
}

func newIDs() ids { return ids{taken: map[string]bool{}, next: map[string]int{}} }

// reserve keeps an id that an author chose.
func (x *ids) reserve(id string) {
	if _, ok := x.taken[id]; !ok && id != "" {
		x.taken[id] = false
	}
}

// chosen gives the id that an author chose; false where it is given already,
// and then another.
func (x *ids) chosen(id string) (string, bool) {
	if !x.taken[id] {
		x.taken[id] = true
		return id, true
	}
	return x.unique(id), false
}

// unique gives id, or id with the first number behind it that is free.
func (x *ids) unique(id string) string {
	given := id
	for n := x.next[id]; ; n++ {
		if n > 0 {
			given = id + "-" + strconv.Itoa(n)
		}
		if _, ok := x.taken[given]; !ok {
			x.next[id] = n + 1
			x.taken[given] = true
			return given
		}
	}
}
