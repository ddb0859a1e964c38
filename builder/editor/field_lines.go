package editor

import (
	"slices"
	"strings"

	"vaandel/builder/meta"
)

// field is one field with the lines that it stands on.
type field struct {
	old    *meta.Node
	name   string // up to the colon
	gap    string // between colon and value
	value  string // on the line of the name
	remark string // behind the value, with the space before it
	below  []string
	first  int // the number of below[0] in the file
}

// split takes the remark from behind the value; false where it can't be told.
func (f *field) split() bool {
	if f.value == "" || f.value[0] == '#' {
		f.remark, f.value, f.gap = strings.TrimRight(f.gap+f.value, " "), "", " "
		return true
	}
	whole := strings.Join(append([]string{f.value}, f.below...), "\n")
	end := valueEnd(whole)
	if end < 0 {
		return false
	}
	rest := whole[end:]
	switch whole[0] {
	case '|', '>':
		rest, _, _ = strings.Cut(rest, "\n")
	case '[', '{', '"', '\'':
		if strings.Contains(rest, "\n") || strings.Contains(whole[:end], "\n") && strings.Contains(whole[:end], "#") {
			return false // remarks between the lines of the value would be lost
		}
	default:
		// A text without quotes may go on below. It ends where a remark begins.
		if strings.Contains(rest, "\n") {
			return false
		}
	}
	if bare := strings.TrimLeft(rest, " \t"); bare != "" && bare[0] != '#' {
		return false
	} else if bare != "" {
		f.remark = rest
	}
	f.value = whole[:end]
	return true
}

// valueEnd returns where the value ends that text begins with, or -1.
func valueEnd(text string) int {
	switch text[0] {
	case '"', '\'':
		return quoteEnd(text)
	case '[', '{':
		depth := 0
		for i := 0; i < len(text); i++ {
			switch text[i] {
			case '"', '\'':
				end := quoteEnd(text[i:])
				// An apostrophe inside a word is no quote.
				if starts := i == 0 || strings.ContainsRune("[{,: \n", rune(text[i-1])); end > 0 && starts {
					i += end - 1
				}
			case '[', '{':
				depth++
			case ']', '}':
				if depth--; depth == 0 {
					return i + 1
				}
			}
		}
		return -1
	case '|', '>':
		return len(text) - len(strings.TrimLeft(text, "|>+-0123456789"))
	}
	if end := strings.Index(text, " #"); end >= 0 {
		return len(strings.TrimRight(text[:end], " \t"))
	}
	return len(strings.TrimRight(text, " \t\n"))
}

// quoteEnd returns where a text in quotes ends, or -1.
func quoteEnd(text string) int {
	quote := text[0]
	for i := 1; i < len(text); i++ {
		switch {
		case text[i] == '\\' && quote == '"':
			i++
		case text[i] != quote:
		case quote == '\'' && i+1 < len(text) && text[i+1] == quote:
			i++
		default:
			return i + 1
		}
	}
	return -1
}

// lines returns the field with another value.
func (f *field) lines(value Value) ([]string, bool) {
	switch {
	case value.Type != meta.List || f.old.Type != meta.List:
		remarks := f.value == "" && strings.Contains(strings.Join(f.below, "\n"), "#")
		return written(f.name, f.gap, value, f.remark), !remarks // they would be lost
	case f.value != "" && f.value[0] == '[':
		return []string{f.name + f.gap + flow(value.Items) + f.remark}, true
	case f.value != "":
		return nil, false
	case len(f.below) > 0 && strings.HasPrefix(strings.TrimLeft(f.below[0], " "), "["):
		return nil, false
	}
	items, ok := f.items(value.Items)
	return append([]string{f.name + f.remark}, items...), ok
}

// items returns the lines of a list with a dash for each item. Items that stay
// keep their lines, with the remarks in and above them.
func (f *field) items(wanted []string) ([]string, bool) {
	var starts []int
	for _, item := range f.old.Items {
		at := item.Line - f.first
		if at < 0 || at >= len(f.below) || !strings.HasPrefix(strings.TrimLeft(f.below[at], " "), "-") {
			return nil, false
		}
		starts = append(starts, at)
	}
	if len(starts) == 0 || !slices.IsSorted(starts) {
		return nil, false
	}
	dash := f.below[starts[0]]
	dash = dash[:strings.IndexByte(dash, '-')+1] + " "
	var parts [][]string
	from := 0
	for i := range starts {
		end := len(f.below)
		if i+1 < len(starts) {
			end = starts[i+1]
		}
		for end > starts[i]+1 && remark(f.below[end-1]) {
			end--
		}
		parts = append(parts, f.below[from:end])
		from = end
	}
	var lines []string
	used := make([]bool, len(parts))
	for _, text := range wanted {
		i := slices.IndexFunc(f.old.Items, func(n meta.Node) bool { return n.Type == meta.String && n.Value == text })
		for i >= 0 && i < len(used) && (used[i] || f.old.Items[i].Type != meta.String || f.old.Items[i].Value != text) {
			i++
		}
		if i < 0 || i == len(used) {
			lines = append(lines, dash+scalar(text, false))
			continue
		}
		used[i] = true
		lines = append(lines, parts[i]...)
	}
	return append(lines, f.below[from:]...), true
}

// remark tells whether a line of a list is none of its items.
func remark(line string) bool {
	bare := strings.TrimLeft(line, " \t")
	return bare == "" || bare[0] == '#'
}
