package meta

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/goccy/go-yaml/ast"

	"vaandel/builder/diag"
)

// The library names one mistake in its own words and stops. Here the line at
// fault gets a rule in the author's words, and is rewritten as the author must
// have meant it, so that the rest of the block can be read too. A rewritten
// line keeps its number and its field's column.

// maxRepairs is how many mistakes of one block are looked for.
const maxRepairs = 20

// fault is what is wrong with a line.
type fault struct {
	rule   *diag.Rule
	line   int // from 0
	column int // from 1, in characters
	args   []any
	// repaired replaces the line; with broken, its value is given up.
	repaired string
	broken   bool
}

// repair reads the block until it has no mistakes left, and returns nil where
// nothing can be made of it.
func (r *yamlReader) repair(err error) *ast.File {
	if r.size == nil {
		r.repairs = repairs{map[int]bool{}, map[int]int{}, map[int]int{}}
	}
	for range maxRepairs {
		line, column := errorPlace(err)
		line = min(line, len(r.lines)-1)
		column = min(column, utf8.RuneCountInString(r.lines[line])+1)
		f, ok := r.fault(line)
		if _, again := r.size[f.line]; !ok || again {
			f = fault{rule: &Unreadable, line: line, column: column}
			f.repaired, f.broken = emptied(r.lines[line])
		}
		if _, again := r.size[f.line]; again {
			// The first attempt on this line didn't help: do without it.
			if r.lines[f.line] == "" {
				return nil
			}
			f.repaired, f.broken = "", false
		} else {
			r.report(f.rule, r.place(f.line, f.column), f.args...)
			r.size[f.line] = utf8.RuneCountInString(r.lines[f.line])
			r.moved[f.line] = leading(f.repaired) - leading(r.lines[f.line])
		}
		r.lines[f.line], r.broken[f.line] = f.repaired, f.broken
		var doc *ast.File
		if doc, err = parseYAML([]byte(strings.Join(r.lines, "\n"))); err == nil {
			return doc
		}
	}
	return nil
}

// entry is a line with a field: what stands before it, its name, what stands
// between, and its value.
var entry = regexp.MustCompile(`^(\s*(?:- +)*)("[^"]*"|'[^']*'|[^\s"'#\[\]{}&*!|>%@,` + "`" + `-][^:]*?)(\s*:[ \t]+|\s*:$)(.*)$`)

// listItem is a line with a member of a list.
var listItem = regexp.MustCompile(`^(\s*(?:- +)+)(.*)$`)

// fault looks for the mistake at or near the line that the library named.
func (r *yamlReader) fault(line int) (fault, bool) {
	if f, ok := r.lineFault(line); ok {
		return f, true
	}
	if f, ok := r.indentFault(line); ok {
		return f, true
	}
	// A bracket that is never closed is noticed on a later line.
	for above := line - 1; above >= 0; above-- {
		if f, ok := r.lineFault(above); ok && f.rule == &BracketOpen {
			return f, true
		}
		if r.lines[above] != "" && !strings.HasPrefix(r.lines[above], " ") && line-above > 1 {
			break
		}
	}
	return fault{}, false
}

// lineFault looks at one line by itself.
func (r *yamlReader) lineFault(line int) (fault, bool) {
	text := strings.TrimRight(r.lines[line], " \t")
	bare := strings.TrimLeft(text, " \t")
	if bare == "" || bare[0] == '#' {
		return fault{}, false
	}
	if tab := strings.IndexByte(text[:len(text)-len(bare)], '\t'); tab >= 0 {
		return fault{rule: &Tab, line: line, column: tab + 1, repaired: r.margin(line) + bare}, true
	}
	m := entry.FindStringSubmatch(text)
	if m != nil && strings.Contains(m[1], "-") && strings.Contains(m[2], " ") {
		m = nil // an item that is a text with a colon, not a field
	}
	if m != nil {
		f, ok := valueFault(m[1]+m[2]+m[3], m[2], m[4])
		f.line = line
		return f, ok
	}
	if m := listItem.FindStringSubmatch(text); m != nil {
		f, ok := valueFault(m[1], "", m[2])
		f.line = line
		return f, ok
	}
	if !strings.ContainsAny(bare[:1], `"'[]{}`) && !strings.Contains(bare, ": ") {
		f := fault{rule: &NoColon, line: line, column: len(text) - len(bare) + 1}
		if at := strings.IndexByte(text, ':'); at >= 0 {
			f.repaired = text[:at+1] + " " + text[at+1:]
		}
		return f, true
	}
	return fault{}, false
}

// partner gives the bracket that closes another.
var partner = map[byte]string{'[': "]", '{': "}"}

// valueFault looks at the value behind before. Name is that of its field.
func valueFault(before, name, value string) (fault, bool) {
	column := utf8.RuneCountInString(before) + 1
	if value == "" {
		return fault{}, false
	}
	inQuotes := fault{column: column, repaired: before + quote(value)}
	switch c := value[0]; c {
	case '"', '\'':
		return quoteFault(before, name, value, column)
	case '[', '{':
		closed := strings.LastIndex(value, partner[c])
		if strings.Count(value, string(c)) > strings.Count(value, partner[c]) {
			f := fault{rule: &BracketOpen, column: column, args: []any{string(c), partner[c]}}
			f.repaired, f.broken = strings.TrimRight(before, " "), true
			return f, true
		}
		if rest := strings.TrimSpace(value[closed+1:]); rest == "" || rest[0] == '#' {
			return fault{}, false
		}
		inQuotes.rule, inQuotes.args = &SpecialCharacter, []any{string(c), example(name, value)}
		return inQuotes, true
	case '@', '%', '`', '&', '*', '!', '|', '>', '?', '-', ',', ']', '}', ':':
		if c == '-' && !strings.HasPrefix(value, "- ") {
			break
		}
		inQuotes.rule, inQuotes.args = &SpecialCharacter, []any{string(c), example(name, value)}
		return inQuotes, true
	}
	if at := strings.Index(value+" ", ": "); at >= 0 {
		inQuotes.column += utf8.RuneCountInString(value[:at])
		inQuotes.rule, inQuotes.args = &Colon, []any{example(name, value)}
		return inQuotes, true
	}
	return fault{}, false
}

// quoteFault looks at a value that starts with a quote.
func quoteFault(before, name, value string, column int) (fault, bool) {
	q := value[:1]
	end := closingQuote(value)
	if end < 0 {
		text := value[1:]
		return fault{
			rule: &QuoteOpen, column: column, repaired: before + quote(text),
			args: []any{strings.Replace(example(name, text), `"`+text+`"`, q+text+q, 1)},
		}, true
	}
	rest := strings.TrimSpace(value[end+1:])
	if rest != "" && rest[0] != '#' {
		return fault{
			rule: &QuoteText, column: column + utf8.RuneCountInString(value[:end+1]) + leading(value[end+1:]),
			repaired: before + quote(value), args: []any{example(name, value)},
		}, true
	}
	if at := strings.IndexByte(value, '\\'); q == `"` && at >= 0 {
		text := value[1:end]
		return fault{
			rule: &Escape, column: column + utf8.RuneCountInString(value[:at]),
			repaired: before + quote(text), args: []any{example(name, text)},
		}, true
	}
	return fault{}, false
}

// leading returns the number of spaces that s starts with.
func leading(s string) int { return len(s) - len(strings.TrimLeft(s, " \t")) }

// closingQuote returns where the text in quotes at the start of s ends, or -1.
func closingQuote(s string) int {
	for i := 1; i < len(s); i++ {
		switch {
		case s[0] == '"' && s[i] == '\\':
			i++
		case s[i] == s[0] && s[0] == '\'' && strings.HasPrefix(s[i+1:], "'"):
			i++
		case s[i] == s[0]:
			return i
		}
	}
	return -1
}

// indentFault looks whether the line, or the first one below it, starts at
// another column than the fields it belongs to.
func (r *yamlReader) indentFault(line int) (fault, bool) {
	for _, at := range []int{line, r.next(line)} {
		if at < 0 || !entry.MatchString(r.lines[at]) {
			continue
		}
		if margin := r.margin(at); leading(r.lines[at]) != len(margin) && !r.fits(at) {
			return fault{
				rule: &Indent, line: at, column: leading(r.lines[at]) + 1,
				repaired: margin + strings.TrimLeft(r.lines[at], " \t"),
			}, true
		}
	}
	return fault{}, false
}

// fits tells whether a line starts at a column where one of the fields above
// it starts, without a line further to the left in between.
func (r *yamlReader) fits(line int) bool {
	for at, left := line-1, leading(r.lines[line]); at >= 0; at-- {
		m := entry.FindStringSubmatch(r.lines[at])
		if m != nil && len(m[1]) == left {
			return true
		}
		if strings.TrimSpace(r.lines[at]) != "" && leading(r.lines[at]) < left {
			return false
		}
	}
	return true
}

// margin returns the spaces that a line must start with: those of the field
// above it, and two more where that has no value.
func (r *yamlReader) margin(line int) string {
	for at := line - 1; at >= 0; at-- {
		m := entry.FindStringSubmatch(r.lines[at])
		if m == nil {
			continue
		}
		if strings.TrimSpace(m[4]) == "" {
			return strings.Repeat(" ", len(m[1])+2)
		}
		return strings.Repeat(" ", len(m[1]))
	}
	return ""
}

// next returns the first line with text below another, or -1.
func (r *yamlReader) next(line int) int {
	for at := line + 1; at < len(r.lines); at++ {
		if text := strings.TrimSpace(r.lines[at]); text != "" && text[0] != '#' {
			return at
		}
	}
	return -1
}

// emptied returns a line without its value, or nothing where it has no field.
func emptied(line string) (string, bool) {
	if m := entry.FindStringSubmatch(line); m != nil {
		return m[1] + m[2] + ":", true
	}
	return "", false
}
