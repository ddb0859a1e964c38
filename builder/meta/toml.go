package meta

import (
	"bytes"
	"errors"

	"github.com/pelletier/go-toml/v2/unstable"

	"vaandel/builder/diag"
)

// tomlReader turns a block of TOML into a Node, expression by expression.
type tomlReader struct {
	file   string
	src    []byte
	places *places
	parser unstable.Parser
	root   Node
	found  []diag.Diagnostic
	tables map[string]bool // that have had a header of their own
}

// readTOML reads a block whose first line has the given number. A line with a
// mistake is left out and the rest is read.
func readTOML(file string, block []byte, first int) (Node, []diag.Diagnostic) {
	text := bytes.ReplaceAll(block, []byte("\r\n"), newline)
	if line := tooDeep(text); line >= 0 {
		p := diag.Position{File: file, Line: first + line}
		return Node{Type: Broken}, []diag.Diagnostic{TooDeep.At(p)}
	}
	places := newPlaces(text, first)
	var mistakes []diag.Diagnostic
	for range maxRepairs {
		r := tomlReader{file: file, src: text, places: places, tables: map[string]bool{}}
		r.root = Node{Type: Map, Line: first, Column: 1}
		at, ok := r.read()
		if ok {
			if len(r.root.Fields) == 0 && len(mistakes) > 0 {
				r.root = Node{Type: Broken}
			}
			return r.root, diag.Sort(append(mistakes, r.found...))
		}
		line, column := places.at(at)
		mistakes = append(mistakes, TOML.At(diag.Position{File: file, Line: line, Column: column}))
		text = blank(text, places.starts[line-first])
	}
	return Node{Type: Broken}, mistakes
}

// blank returns text with spaces in place of the line that starts at an offset.
func blank(text []byte, at int) []byte {
	text = bytes.Clone(text)
	for ; at < len(text) && text[at] != '\n'; at++ {
		text[at] = ' '
	}
	return text
}

// read fills the root and returns the offset of the first mistake.
func (r *tomlReader) read() (offset int, ok bool) {
	r.parser.Reset(r.src)
	var table []Field // the names of the current table, with their places
	for r.parser.NextExpression() {
		e := r.parser.Expression()
		switch e.Kind {
		case unstable.Table:
			table = r.keys(e)
			r.header(table)
		case unstable.ArrayTable:
			table = r.keys(e)
			r.element(table)
		case unstable.KeyValue:
			at := r.into(&r.root, table)
			r.set(at, e, len(table)+1)
		}
	}
	var mistake *unstable.ParserError
	if errors.As(r.parser.Error(), &mistake) {
		return cap(r.src) - cap(mistake.Highlight), false
	}
	return 0, true
}

// keys returns the names of a dotted key with their places.
func (r *tomlReader) keys(e *unstable.Node) []Field {
	var out []Field
	for it := e.Key(); it.Next(); {
		f := Field{Key: string(it.Node().Data)}
		f.Line, f.Column = r.places.at(int(it.Node().Raw.Offset))
		out = append(out, f)
	}
	return out
}

// into walks down from n along names, making maps where there is nothing yet;
// of a list of tables it takes the last. It returns nil where another value is
// in the way.
func (r *tomlReader) into(n *Node, names []Field) *Node {
	for _, f := range names {
		next := n.Get(f.Key)
		if next == nil {
			f.Value = Node{Type: Map, Line: f.Line, Column: f.Column}
			n.Fields = append(n.Fields, f)
			next = &n.Fields[len(n.Fields)-1].Value
		}
		if next.Type == List && len(next.Items) > 0 {
			next = &next.Items[len(next.Items)-1]
		}
		if next.Type != Map {
			return nil
		}
		n = next
	}
	return n
}

// header starts the table [a.b].
func (r *tomlReader) header(names []Field) {
	var path string
	for _, f := range names {
		path += f.Key + "\x00"
	}
	n := r.into(&r.root, names)
	if n == nil || r.tables[path] {
		r.double(names)
		return
	}
	r.tables[path] = true
}

// element starts the next table of the list [[a.b]].
func (r *tomlReader) element(names []Field) {
	last := names[len(names)-1]
	n := r.into(&r.root, names[:len(names)-1])
	if n == nil {
		r.double(names)
		return
	}
	list := n.Get(last.Key)
	if list == nil {
		last.Value = Node{Type: List, Line: last.Line, Column: last.Column}
		n.Fields = append(n.Fields, last)
		list = &n.Fields[len(n.Fields)-1].Value
	}
	if list.Type != List {
		r.double(names)
		return
	}
	list.Items = append(list.Items, Node{Type: Map, Line: last.Line, Column: last.Column})
}

// double reports that the last of names is taken.
func (r *tomlReader) double(names []Field) {
	last, n := names[len(names)-1], &r.root
	first := last.Line
	for _, name := range names {
		for _, f := range n.Fields {
			if f.Key == name.Key {
				first, n = f.Line, &f.Value
				break
			}
		}
	}
	p := diag.Position{File: r.file, Line: last.Line, Column: last.Column}
	r.found = append(r.found, Duplicate.At(p, last.Key, first, last.Line))
}

// set puts the value of an expression or an inline table's member into n.
func (r *tomlReader) set(n *Node, e *unstable.Node, depth int) {
	names := r.keys(e)
	last := names[len(names)-1]
	if n != nil {
		n = r.into(n, names[:len(names)-1])
	}
	last.Value = r.value(e.Value(), last, depth)
	if n == nil {
		return
	}
	if d, ok := addField(r.file, n, last); !ok {
		r.found = append(r.found, d)
	}
}

// value turns a value of the library into a Node. The library keeps no place
// of lists and inline tables: those get the one of their field.
func (r *tomlReader) value(v *unstable.Node, field Field, depth int) Node {
	n := Node{Line: field.Line, Column: field.Column}
	if v.Raw.Length > 0 {
		n.Line, n.Column = r.places.at(int(v.Raw.Offset))
	}
	if depth > MaxDepth {
		r.found = append(r.found, TooDeep.At(diag.Position{File: r.file, Line: n.Line, Column: n.Column}))
		n.Type = Broken
		return n
	}
	switch v.Kind {
	case unstable.String:
		n.Type, n.Value = String, string(v.Data)
	case unstable.Integer, unstable.Float:
		n.Type, n.Value = Number, string(v.Data)
	case unstable.Bool:
		n.Type, n.Value = Bool, string(v.Data)
	case unstable.Array:
		n.Type = List
		for it := v.Children(); it.Next(); {
			n.Items = append(n.Items, r.value(it.Node(), field, depth+1))
		}
	case unstable.InlineTable:
		n.Type = Map
		for it := v.Children(); it.Next(); {
			r.set(&n, it.Node(), depth+1)
		}
	default: // dates and times
		n.Type, n.Value = String, string(v.Data)
	}
	return n
}
