package editor

import (
	"fmt"
	"strings"
	"unicode"

	"vaandel/builder/meta"
)

// written returns the lines of a field: its name with the colon, the space
// behind that, its value and a remark.
func written(name, gap string, value Value, remark string) []string {
	if gap == "" {
		gap = " "
	}
	switch value.Type {
	case meta.List:
		lines := []string{name + remark}
		indent := name[:len(name)-len(strings.TrimLeft(name, " "))]
		for _, item := range value.Items {
			lines = append(lines, indent+"  - "+scalar(item, false))
		}
		return lines
	case meta.String:
		return []string{name + gap + scalar(value.Text, false) + remark}
	}
	return []string{name + gap + strings.TrimSpace(strings.ReplaceAll(value.Text, "\n", " ")) + remark}
}

// flow returns a list in brackets.
func flow(items []string) string {
	parts := make([]string, len(items))
	for i, item := range items {
		parts[i] = scalar(item, true)
	}
	return "[" + strings.Join(parts, ", ") + "]"
}

// scalar returns a text as YAML has it: in quotes where it takes them.
func scalar(text string, brackets bool) string {
	switch {
	case strings.ContainsFunc(text, control):
		return escaped(text)
	case reads(text, brackets):
		return text
	case strings.ContainsAny(text, `"\`):
		return "'" + strings.ReplaceAll(text, "'", "''") + "'"
	}
	return `"` + text + `"`
}

// control tells which characters don't stand in a line as they are.
func control(r rune) bool {
	return unicode.IsControl(r) || r == '\u2028' || r == '\u2029' || r == '\uFEFF'
}

// escaped returns a text in double quotes, on one line.
func escaped(text string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range text {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\t':
			b.WriteString(`\t`)
		case control(r):
			fmt.Fprintf(&b, `\u%04x`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// reads tells whether a text without quotes is read back as it is. What older
// readers of YAML take for yes or no gets quotes too.
func reads(text string, brackets bool) bool {
	switch strings.ToLower(text) {
	case "", "y", "n", "yes", "no", "on", "off", "null", "~":
		return false
	}
	if brackets && strings.ContainsAny(text, ",[]{}:#") || strings.HasPrefix(text, "---") || strings.HasPrefix(text, "...") {
		return false
	}
	source := "---\nfield: " + text + "\n---\n"
	if brackets {
		source = "---\nfield: [" + text + "]\n---\n"
	}
	front := meta.Split("", []byte(source))
	got := front.Node.Get("field")
	if brackets && got != nil && len(got.Items) == 1 {
		got = &got.Items[0]
	}
	return len(front.Diagnostics) == 0 && front.Body == len(source) && got != nil &&
		equal(*got, meta.Node{Type: meta.String, Value: text})
}
