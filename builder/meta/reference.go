package meta

import (
	"strings"

	"github.com/goccy/go-yaml/ast"
)

// reference handles what starts with &, * or ! in YAML. Few authors mean the
// names and references that YAML makes of these: where one refers to nothing,
// the text is kept as written and its author hears about the character.
func (r *yamlReader) reference(n ast.Node, out Node, depth int) Node {
	switch v := n.(type) {
	case *ast.AnchorNode:
		r.belongs(out, v.Value)
		name := v.Name.GetToken().Value
		if !r.referred(name) && isText(v.Value) {
			return r.asWritten(out, "&")
		}
		before := r.values
		value := r.node(v.Value, depth+1)
		if r.anchors == nil {
			r.anchors = map[string]anchor{}
		}
		r.anchors[name] = anchor{value, r.values - before}
		return value
	case *ast.AliasNode:
		a, ok := r.anchors[v.Value.GetToken().Value]
		if !ok {
			return r.asWritten(out, "*")
		}
		if r.values += a.values; r.values > MaxValues {
			if r.values < 2*MaxValues {
				r.report(&TooMuch, r.nodePlace(out))
				r.values = 2 * MaxValues // once is enough
			}
			out.Type = Broken
			return out
		}
		a.node.Line, a.node.Column = out.Line, out.Column
		return a.node
	case *ast.TagNode:
		tag := v.Start.Value
		r.belongs(out, v.Value)
		if v.Value == nil || !strings.HasPrefix(tag, "!!") && isText(v.Value) {
			return r.asWritten(out, "!")
		}
		value := r.node(v.Value, depth+1)
		if tag == "!!str" && (value.Type == Number || value.Type == Bool) {
			value.Type, value.Value = String, strings.TrimSpace(v.Value.GetToken().Value)
		}
		return value
	}
	return out
}

// belongs notes where the value behind a & or ! is a map that starts on a later
// line and no further to the right: these are the fields that come next, which
// the library takes for the value.
func (r *yamlReader) belongs(at Node, value ast.Node) {
	if _, ok := value.(*ast.MappingNode); !ok || r.misread != nil {
		return
	}
	line := at.Line - r.first
	if p := r.position(value); p.Line > at.Line && p.Column <= leading(r.lines[line])+1 {
		r.misread = misreadError(line)
	}
}

// isText tells whether a value is neither a list nor a map.
func isText(n ast.Node) bool {
	_, ok := n.(ast.ScalarNode)
	return ok || n == nil
}

// referred tells whether the block refers to the anchor.
func (r *yamlReader) referred(name string) bool {
	if r.aliases == nil {
		r.aliases = map[string]bool{}
		ast.Walk(aliasNames(r.aliases), r.root)
	}
	return r.aliases[name]
}

// aliasNames collects the names of all references.
type aliasNames map[string]bool

// Visit implements ast.Visitor.
func (a aliasNames) Visit(n ast.Node) ast.Visitor {
	if v, ok := n.(*ast.AliasNode); ok && v.Value != nil {
		a[v.Value.GetToken().Value] = true
	}
	return a
}

// asWritten returns the rest of the line as text and reports the character
// that it starts with.
func (r *yamlReader) asWritten(out Node, char string) Node {
	line := r.lines[out.Line-r.first]
	before := line[:byteOf(line, out.Column)]
	out.Type, out.Value = String, strings.TrimSpace(line[len(before):])
	name := ""
	if m := entry.FindStringSubmatch(line); m != nil && m[1]+m[2]+m[3] == before {
		name = m[2]
	}
	r.report(&SpecialCharacter, r.nodePlace(out), char, example(name, out.Value))
	return out
}

// byteOf returns the offset in bytes of a column of line, at most its length.
// It counts as range does: a byte that is no UTF-8 is a character of its own.
func byteOf(line string, column int) int {
	for i := range line {
		if column--; column <= 0 {
			return i
		}
	}
	return len(line)
}

// example returns how to write a text in quotes behind the name of its field,
// short enough to show.
func example(name, text string) string {
	const most = 60
	if runes := []rune(text); len(runes) > most {
		text = string(runes[:most]) + "…"
	}
	text = quote(text)
	if name == "" {
		return text
	}
	return name + ": " + text
}

// quote puts text between quotes so that YAML reads it as it is.
func quote(text string) string {
	if strings.ContainsAny(text, `"\`) {
		return "'" + strings.ReplaceAll(text, "'", "''") + "'"
	}
	return `"` + text + `"`
}
