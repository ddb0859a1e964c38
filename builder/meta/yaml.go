package meta

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/token"

	"vaandel/builder/diag"
)

// ParseYAML reads a whole YAML file, handbook.yaml. The result is a Map, Null
// where the file is empty, or Broken where nothing of it can be read.
func ParseYAML(file string, src []byte) (Node, []diag.Diagnostic) {
	src = src[bom(src):]
	if len(src) > MaxFile {
		return Node{Type: Broken}, []diag.Diagnostic{FileTooLarge.At(diag.Position{File: file, Line: 1, Column: 1})}
	}
	if !utf8.Valid(src) {
		at := 0
		for {
			r, size := utf8.DecodeRune(src[at:])
			if r == utf8.RuneError && size < 2 {
				break
			}
			at += size
		}
		line, column := newPlaces(src, 1).at(at)
		return Node{Type: Broken}, []diag.Diagnostic{Encoding.At(diag.Position{File: file, Line: line, Column: column})}
	}
	return readYAML(file, src, 1)
}

// yamlReader turns one block of YAML into a Node.
type yamlReader struct {
	file  string
	first int      // the block's first line in the file
	lines []string // of the block, repaired where needed; nil where not needed
	repairs
	// misread is set where the library took more lines for a value than it has.
	misread error
	deep    bool // too deep a value has been found in the current field
	anchors map[string]anchor
	aliases map[string]bool // nil until the first anchor
	root    ast.Node
	values  int
	found   []diag.Diagnostic
}

// repairs tells what was done to lines (from 0).
type repairs struct {
	broken map[int]bool // the value was taken out
	moved  map[int]int  // how many columns to the right
	size   map[int]int  // how many characters the line had
}

// anchor is a value that has a name, and how many values it holds.
type anchor struct {
	node   Node
	values int
}

// readYAML reads a block whose first line has the given number. Where the
// library refuses it, the line at fault is named, repaired as its author must
// have meant it, and the block is read again, so that one mistake doesn't hide
// the others.
func readYAML(file string, block []byte, first int) (Node, []diag.Diagnostic) {
	text := lineEnds(block)
	if n, ok := readPlain(text, first); ok {
		return n, nil
	}
	return readAny(file, text, first)
}

// readAny is readYAML with the library for every block.
func readAny(file string, text []byte, first int) (Node, []diag.Diagnostic) {
	r := yamlReader{file: file, first: first}
	if line := tooDeep(text); line >= 0 {
		return Node{Type: Broken}, []diag.Diagnostic{TooDeep.At(r.place(line, 0))}
	}
	doc, err := parseYAML(text)
	if err != nil || bytes.ContainsAny(text, "&*!") {
		r.lines = strings.Split(string(text), "\n")
	}
	if err != nil {
		doc = r.repair(err)
	}
	for range maxRepairs {
		if doc == nil {
			break
		}
		before := len(r.found)
		n := r.document(doc)
		if r.misread == nil {
			return n, diag.Sort(r.found)
		}
		err := r.misread
		r = yamlReader{file: file, first: first, lines: r.lines, repairs: r.repairs, found: r.found[:before]}
		doc = r.repair(err)
	}
	return Node{Type: Broken}, diag.Sort(r.found)
}

// place returns the place of a line (from 0) of the block and a column.
func (r *yamlReader) place(line, column int) diag.Position {
	if size, repaired := r.size[line]; repaired && column > 0 {
		column = min(max(1, column-r.moved[line]), size+1)
	}
	return diag.Position{File: r.file, Line: r.first + line, Column: column}
}

func (r *yamlReader) report(rule *diag.Rule, p diag.Position, args ...any) {
	r.found = append(r.found, rule.At(p, args...))
}

// document turns the first document with content into a Node.
func (r *yamlReader) document(f *ast.File) Node {
	var root Node
	for _, d := range f.Docs {
		if d.Body == nil {
			continue
		}
		if r.root != nil {
			r.report(&SecondPart, r.position(d.Body))
			break
		}
		r.root = d.Body
		root = r.node(d.Body, 0)
	}
	if root.Type != Map && root.Type != Null && root.Type != Broken {
		r.report(&NotFields, r.nodePlace(root))
	}
	if root.Type == Null {
		root = Node{} // "null" is as good as nothing
	}
	if root.Type != Map && len(r.found) > 0 {
		return Node{Type: Broken}
	}
	return root
}

func (r *yamlReader) nodePlace(n Node) diag.Position {
	return diag.Position{File: r.file, Line: n.Line, Column: n.Column}
}

// position returns where a node of the library starts.
func (r *yamlReader) position(n ast.Node) diag.Position {
	t := n.GetToken()
	switch v := n.(type) {
	case *ast.MappingNode:
		if len(v.Values) > 0 && !v.IsFlowStyle {
			t = v.Values[0].Key.GetToken()
		}
	case *ast.MappingValueNode:
		t = v.Key.GetToken()
	case *ast.LiteralNode:
		t = v.Start
	}
	if t == nil || t.Position == nil {
		return r.place(0, 1)
	}
	return r.place(t.Position.Line-1, max(1, t.Position.Column))
}

// node turns a node of the library into ours.
func (r *yamlReader) node(n ast.Node, depth int) Node {
	p := r.position(n)
	out := Node{Line: p.Line, Column: p.Column}
	r.values++
	if depth > MaxDepth {
		if !r.deep {
			r.report(&TooDeep, p)
		}
		r.deep, out.Type = true, Broken
		return out
	}
	switch v := n.(type) {
	case *ast.StringNode:
		out.Type, out.Value = String, v.Value
		if !quoted(v) {
			// The library keeps the spaces before a comment.
			out.Value = strings.TrimRight(v.Value, " \t")
		}
	case *ast.LiteralNode:
		out.Type, out.Value = String, v.Value.Value
	case *ast.IntegerNode, *ast.FloatNode:
		out.Type, out.Value = Number, n.GetToken().Value
	case *ast.InfinityNode, *ast.NanNode:
		out.Type, out.Value = String, n.GetToken().Value
	case *ast.BoolNode:
		out.Type, out.Value = Bool, "false"
		if v.Value {
			out.Value = "true"
		}
	case *ast.NullNode:
	case *ast.SequenceNode:
		out.Type = List
		for i, x := range v.Values {
			item := r.node(x, depth+1)
			if item.Type == Null && i < len(v.Entries) {
				item.Line, item.Column = r.behind(v.Entries[i].Start)
			}
			out.Items = append(out.Items, item)
		}
	case *ast.MappingNode:
		r.fields(&out, v.Values, depth)
	case *ast.MappingValueNode:
		r.fields(&out, []*ast.MappingValueNode{v}, depth)
	case *ast.AnchorNode, *ast.AliasNode, *ast.TagNode:
		return r.reference(n, out, depth)
	default:
		r.report(&Unreadable, p)
		out.Type = Broken
	}
	return out
}

// behind returns the place behind a colon or dash: that of a value that isn't
// there. The library places such a value beyond the end of the line.
func (r *yamlReader) behind(t *token.Token) (line, column int) {
	if t == nil || t.Position == nil {
		return r.first, 1
	}
	p := r.place(t.Position.Line-1, t.Position.Column+1)
	return p.Line, p.Column
}

// quoted tells whether a string stands in quotes.
func quoted(n *ast.StringNode) bool {
	o := strings.TrimLeft(n.Token.Origin, " \t\r\n")
	return o != "" && (o[0] == '"' || o[0] == '\'')
}

// fields fills a map. The first of two fields with one name counts.
func (r *yamlReader) fields(out *Node, values []*ast.MappingValueNode, depth int) {
	out.Type = Map
	lines := make(map[string]int, len(values))
	var merged []Field
	for _, v := range values {
		value := r.node(v.Value, depth+1)
		if depth == 0 && r.deep {
			r.deep, value.Type = false, Broken
		}
		if _, ok := v.Key.(*ast.MergeKeyNode); ok {
			merged = append(merged, value.Fields...)
			continue
		}
		p := r.position(v.Key)
		name, ok := keyText(v.Key)
		if !ok {
			r.report(&FieldName, p)
			continue
		}
		if line, double := lines[name]; double {
			r.report(&Duplicate, p, name, line, p.Line)
			continue
		}
		if value.Type == Null {
			value.Line, value.Column = r.behind(v.Start)
			if r.broken[p.Line-r.first] {
				value.Type = Broken
			}
		}
		lines[name] = p.Line
		out.Fields = append(out.Fields, Field{Key: name, Line: p.Line, Column: p.Column, Value: value})
	}
	for _, f := range merged {
		if _, double := lines[f.Key]; !double {
			lines[f.Key] = f.Line
			out.Fields = append(out.Fields, f)
		}
	}
}

// keyText returns the text of a map's key.
func keyText(k ast.Node) (string, bool) {
	switch v := k.(type) {
	case *ast.StringNode:
		return strings.TrimRight(v.Value, " \t"), true
	case *ast.MappingKeyNode:
		return keyText(v.Value)
	case *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode, *ast.NullNode:
		return v.GetToken().Value, true
	}
	return "", false
}
