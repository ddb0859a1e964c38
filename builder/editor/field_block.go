package editor

import (
	"slices"
	"strings"

	"vaandel/builder/meta"
)

// block is front matter in YAML, by lines.
type block struct {
	head, lines, foot []string // foot starts at the closing delimiter
	first             int      // the number of lines[0] in the file
	fields            []meta.Field
	indent            int // of the fields
}

// openBlock finds the lines of front matter that is sound and in YAML.
func openBlock(file, text string, front meta.Front) (*block, error) {
	all := strings.Split(text, "\n")
	open := slices.IndexFunc(all, func(l string) bool { return strings.TrimSpace(l) != "" })
	if delimiter := strings.TrimSpace(all[open]); delimiter != "---" && delimiter != "---yaml" {
		return nil, &UnsupportedError{Words: frontForeign.with(file)}
	}
	if len(front.Diagnostics) > 0 {
		return nil, &FieldError{Words: Words{front.Diagnostics[0].Message, front.Diagnostics[0].Hint}}
	}
	b := &block{
		head: all[:open+1], lines: slices.Clone(all[open+1 : front.End-1]), foot: all[front.End-1:],
		first: open + 2,
	}
	// What is merged from elsewhere (<<) stands elsewhere.
	for _, f := range front.Node.Fields {
		if len(b.fields) == 0 || f.Column == b.indent+1 {
			b.indent = f.Column - 1
			b.fields = append(b.fields, f)
		}
	}
	slices.SortStableFunc(b.fields, func(x, y meta.Field) int { return x.Line - y.Line })
	return b, nil
}

func (b *block) text() string {
	return strings.Join(slices.Concat(b.head, b.lines, b.foot), "\n")
}

// set changes the lines of one field. old is its value, nil for a new field.
func (b *block) set(key string, old *meta.Node, value Value) error {
	if old == nil {
		at := len(b.lines)
		if n := len(b.fields); n > 0 {
			_, at = b.span(n - 1)
		}
		lines := written(strings.Repeat(" ", b.indent)+key+":", " ", value, "")
		b.lines = slices.Insert(b.lines, at, lines...)
		return nil
	}
	i := slices.IndexFunc(b.fields, func(f meta.Field) bool { return f.Key == key })
	if i < 0 || nested(*old) {
		return &UnsupportedError{fieldNested.with(key), key}
	}
	start, end := b.span(i)
	f, ok := b.field(key, start, end, old)
	if !ok {
		return &UnsupportedError{fieldByHand.with(key), key}
	}
	if value.empty() {
		b.lines = slices.Delete(b.lines, start, end)
		b.close()
		return nil
	}
	lines, ok := f.lines(value)
	if !ok {
		return &UnsupportedError{fieldByHand.with(key), key}
	}
	b.lines = slices.Replace(b.lines, start, end, lines...)
	return nil
}

// nested tells whether a value is more than a text or a list of texts.
func nested(n meta.Node) bool {
	return n.Type == meta.Map || n.Type == meta.Broken || slices.ContainsFunc(n.Items, func(item meta.Node) bool {
		return item.Type == meta.List || item.Type == meta.Map || item.Type == meta.Broken
	})
}

// span returns the lines of the i-th field: from its name up to the next, save
// for what stands at the margin before that.
func (b *block) span(i int) (start, end int) {
	start, end = b.fields[i].Line-b.first, len(b.lines)
	if i+1 < len(b.fields) {
		end = b.fields[i+1].Line - b.first
	}
	for j := start + 1; j < end; j++ {
		if strings.HasPrefix(b.lines[j][min(b.indent, len(b.lines[j])):], "<<") {
			end = j
		}
	}
	for end > start+1 {
		line := b.lines[end-1]
		bare := strings.TrimLeft(line, " \t")
		if bare != "" && (bare[0] != '#' || len(line)-len(bare) > b.indent) {
			break
		}
		end--
	}
	return start, end
}

// close takes away the block where nothing is left in it.
func (b *block) close() {
	if slices.ContainsFunc(b.lines, func(l string) bool { return strings.TrimSpace(l) != "" }) {
		return
	}
	b.head, b.lines, b.foot = nil, nil, b.foot[1:]
	if len(b.foot) > 1 && b.foot[0] == "" {
		b.foot = b.foot[1:]
	}
}

// field takes the lines of a field apart; false where they have a form that is
// not known here.
func (b *block) field(key string, start, end int, old *meta.Node) (*field, bool) {
	lines := b.lines[start:end]
	rest, ok := lines[0], false
	for _, name := range []string{key, `"` + key + `"`, "'" + key + "'"} {
		if ok = strings.HasPrefix(rest[min(b.indent, len(rest)):], name); ok {
			rest = rest[b.indent+len(name):]
			break
		}
	}
	bare := strings.TrimLeft(rest, " ")
	if !ok || !strings.HasPrefix(bare, ":") {
		return nil, false
	}
	f := &field{old: old, below: lines[1:], first: b.first + start + 1}
	rest = bare[1:]
	f.name = lines[0][:len(lines[0])-len(rest)]
	f.value = strings.TrimLeft(rest, " \t")
	f.gap = rest[:len(rest)-len(f.value)]
	return f, f.split()
}
