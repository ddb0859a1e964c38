package handbook

import (
	"path"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// split takes a source path apart: the key that translations share, the language
// in its name ("" if it names none of languages), and whether it is the page of
// its folder.
func split(source string, languages []string) (key, lang string, index bool) {
	key = strings.TrimSuffix(source, path.Ext(source))
	if ext := path.Ext(key); ext != "" {
		for _, l := range languages {
			if strings.EqualFold(ext[1:], l) {
				lang, key = l, strings.TrimSuffix(key, ext)
				break
			}
		}
	}
	switch strings.ToLower(path.Base(key)) {
	case "index", "readme":
		return folderOf(key), lang, true
	}
	return key, lang, false
}

// folderOf returns the folder of a path: "" for the root.
func folderOf(p string) string {
	if d := path.Dir(p); d != "." {
		return d
	}
	return ""
}

// addressOf returns the path of a page's file in the output.
func addressOf(key, lang string, index bool, languages []string) string {
	parts := []string{}
	if lang != languages[0] {
		parts = append(parts, lang)
	}
	for part := range strings.SplitSeq(key, "/") {
		if part != "" {
			parts = append(parts, Slug(part))
		}
	}
	if index {
		return path.Join(append(parts, "index.html")...)
	}
	last := parts[len(parts)-1]
	if last == "index" {
		last = "index-"
	}
	parts[len(parts)-1] = last + ".html"
	return path.Join(parts...)
}

// Slug turns a file's or folder's name into its part of an address: lower case
// letters without accents, digits and single hyphens, in a form that every file
// system and web server keeps apart and accepts. It is never empty.
func Slug(name string) string {
	if isSlug(name) { // as nearly all are
		return name
	}
	var b strings.Builder
	hyphen := false
	for _, r := range norm.NFKD.String(readable(name)) {
		r = unicode.ToLower(r)
		switch {
		case unicode.Is(unicode.Mn, r):
			continue
		case unicode.IsLetter(r) || unicode.IsDigit(r) || r == '_' || r == '.':
			if hyphen && b.Len() > 0 {
				b.WriteByte('-')
			}
			hyphen = false
			b.WriteString(plain(r))
		default:
			hyphen = true
		}
	}
	s := strings.Trim(norm.NFC.String(b.String()), ".-")
	if s == "" {
		s = "pagina"
	}
	if reserved(s) {
		base, ending, dotted := strings.Cut(s, ".")
		s = base + "-"
		if dotted {
			s += "." + ending
		}
	}
	return s
}

// isSlug tells whether a name is its own slug, at a glance.
func isSlug(name string) bool {
	last := byte('-')
	for i := range len(name) {
		c := name[i]
		if (c < 'a' || c > 'z') && (c < '0' || c > '9') && (c != '-' || last == '-') {
			return false
		}
		last = c
	}
	return last != '-' && !reserved(name)
}

// readable replaces bytes that are no text: package norm leaves what stands
// behind them as it is.
func readable(name string) string { return strings.ToValidUTF8(name, "\uFFFD") }

// plain spells letters that have no accent to drop.
func plain(r rune) string {
	switch r {
	case 'ß':
		return "ss"
	case 'æ':
		return "ae"
	case 'ø':
		return "o"
	case 'œ':
		return "oe"
	case 'ð':
		return "d"
	case 'þ':
		return "th"
	case 'ł':
		return "l"
	case 'ı':
		return "i"
	}
	return string(r)
}

// reserved tells whether Windows keeps the name for a device, whatever its
// ending (learn.microsoft.com, "Naming Files, Paths, and Namespaces").
func reserved(s string) bool {
	s, _, _ = strings.Cut(s, ".")
	switch s {
	case "con", "prn", "aux", "nul":
		return true
	}
	if len(s) == 4 && (strings.HasPrefix(s, "com") || strings.HasPrefix(s, "lpt")) {
		return s[3] >= '0' && s[3] <= '9'
	}
	return false
}

// nameOf makes a readable name from that of a file: "01-werk_tijd" is "Werk tijd".
func nameOf(file string) string {
	name := strings.TrimLeft(file, "0123456789")
	if name = strings.TrimLeft(name, "-_. "); name == "" {
		name = file
	}
	name = strings.TrimSpace(strings.NewReplacer("-", " ", "_", " ").Replace(name))
	if name == "" {
		return file
	}
	first := []rune(name)
	first[0] = unicode.ToUpper(first[0])
	return string(first)
}

// fold makes names comparable that an author would call the same.
func fold(s string) string {
	return strings.ToLower(norm.NFC.String(readable(strings.TrimSpace(s))))
}

// Relative returns the address of target as seen from the page at from; both are
// paths in the output.
func Relative(from, target string) string {
	// The folders that both lie in, up to and with the last common slash.
	same := 0
	for i := 0; i < len(from) && i < len(target) && from[i] == target[i]; i++ {
		if from[i] == '/' {
			same = i + 1
		}
	}
	return strings.Repeat("../", strings.Count(from[same:], "/")) + target[same:]
}

// SortKey returns what titles are ordered by: lower case, without accents, and
// numbers by their value ("les 10" comes after "les 2").
func SortKey(title string) string {
	var b strings.Builder
	digits := 0
	runes := []rune(norm.NFKD.String(readable(title)))
	for i, r := range runes {
		switch {
		case unicode.Is(unicode.Mn, r):
			continue
		case r >= '0' && r <= '9':
			if digits == 0 {
				for digits = i; digits < len(runes) && runes[digits] >= '0' && runes[digits] <= '9'; digits++ {
				}
				// A run of digits sorts by its length, then by its digits.
				b.WriteRune('0' + rune(digits-i))
			}
		default:
			digits = 0
		}
		b.WriteString(plain(unicode.ToLower(r)))
	}
	return b.String()
}

// articles are the words that an alphabetical list passes over where a title
// begins with them, by language; an apostrophe before them is gone by then.
var articles = map[string][]string{
	"nl": {"de", "het", "een", "t", "n"},
	"en": {"the", "a", "an"},
}

// IndexKey returns what titles are ordered by in an alphabetical list, as people
// look them up: that of a title without the quotation marks and the article that
// it begins with. "Één" is a number and no article.
func IndexKey(title, lang string) string {
	inside := strings.TrimLeftFunc(title, noWord)
	first, rest, _ := strings.Cut(inside, " ")
	rest = strings.TrimLeftFunc(rest, noWord)
	if rest != "" && slices.Contains(articles[lang], strings.ToLower(first)) {
		inside = rest
	}
	if inside == "" {
		return SortKey(title)
	}
	return SortKey(inside)
}

// noWord tells whether no word begins with r.
func noWord(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }
