package meta

import (
	"reflect"
	"strconv"
	"strings"
	"sync"

	"vaandel/builder/diag"
)

// Decoder is a type that reads its own value. DecodeMeta returns false where
// it can't; that is reported as [FieldValue].
type Decoder interface{ DecodeMeta(*Node) bool }

// DecodeOptions are the choices of [Decode].
type DecodeOptions struct {
	// Also are pointers to further structs that take their fields from the
	// same map, such as the front matter of a kind beside what all kinds have.
	Also []any
	// Unknown, where it is not nil, gets the fields of the outermost map that
	// no struct has, instead of a diagnostic for each.
	Unknown *[]Field
}

// Decode puts a Map's fields into the struct that into points to. A struct's
// field gets the one that its tag meta:"name" names; without a tag, or with
// meta:"-", it is left alone, save that an int Line of a struct in a list gets
// the line of its entry. A field may be a string, bool, int, struct, slice of
// these, or a [Decoder].
//
// A number or yes-or-no is a text too, as written; a single value is a list of
// one. All that doesn't fit is reported and left at its zero value; a Null or
// Broken value is left without a word.
func Decode(file string, n *Node, into any, o DecodeOptions) []diag.Diagnostic {
	d := decoder{file: file}
	targets := []reflect.Value{reflect.ValueOf(into).Elem()}
	for _, also := range o.Also {
		targets = append(targets, reflect.ValueOf(also).Elem())
	}
	switch n.Type {
	case Map:
		d.fields(n, targets, o.Unknown)
	case Null, Broken:
	default:
		d.report(&NotFields, n)
	}
	return d.found
}

// decoder is one run of Decode.
type decoder struct {
	file  string
	found []diag.Diagnostic
}

func (d *decoder) report(rule *diag.Rule, n *Node, args ...any) {
	p := diag.Position{File: d.file, Line: n.Line, Column: n.Column}
	d.found = append(d.found, rule.At(p, args...))
}

// fields fills structs from a map.
func (d *decoder) fields(n *Node, targets []reflect.Value, unknown *[]Field) {
	for i := range n.Fields {
		f := &n.Fields[i]
		switch v := fieldOf(targets, f.Key); {
		case v.IsValid():
			d.value(f.Key, &f.Value, v)
		case unknown != nil:
			*unknown = append(*unknown, *f)
		default:
			d.found = append(d.found, UnknownField(d.file, f, namesOf(targets)))
		}
	}
}

// UnknownField is the diagnostic for a field that none of names is: an error
// where it looks like one of these misspelt, else a warning.
func UnknownField(file string, f *Field, names []string) diag.Diagnostic {
	p := diag.Position{File: file, Line: f.Line, Column: f.Column}
	if near, ok := diag.Nearest(f.Key, names); ok {
		return FieldMisspelt.At(p, f.Key, near)
	}
	return FieldUnknown.At(p, f.Key, strings.Join(names, ", "))
}

// Names returns the names of the fields that structs (pointers) take.
func Names(structs ...any) []string {
	var targets []reflect.Value
	for _, s := range structs {
		targets = append(targets, reflect.ValueOf(s).Elem())
	}
	return namesOf(targets)
}

// namesOf returns the names of the fields of structs.
func namesOf(structs []reflect.Value) (names []string) {
	for _, s := range structs {
		for _, tag := range tagsOf(s.Type()) {
			names = append(names, tag.name)
		}
	}
	return names
}

// fieldOf returns the field with that name; the zero value where there is none.
func fieldOf(structs []reflect.Value, name string) reflect.Value {
	for _, s := range structs {
		for _, tag := range tagsOf(s.Type()) {
			if tag.name == name {
				return s.Field(tag.field)
			}
		}
	}
	return reflect.Value{}
}

// tag is a name with the index of the field that has it.
type tag struct {
	name  string
	field int
}

// tags keeps what tagsOf found, by type: asking a type takes longer than to
// fill its fields.
var tags sync.Map

// tagsOf lists the names of a struct's fields.
func tagsOf(t reflect.Type) []tag {
	if known, ok := tags.Load(t); ok {
		return known.([]tag)
	}
	var list []tag
	for i := range t.NumField() {
		if name := t.Field(i).Tag.Get("meta"); name != "" && name != "-" {
			list = append(list, tag{name, i})
		}
	}
	tags.Store(t, list)
	return list
}

// value puts n into v, the field called name.
func (d *decoder) value(name string, n *Node, v reflect.Value) {
	if n.Type == Null || n.Type == Broken {
		return
	}
	if own, ok := v.Addr().Interface().(Decoder); ok {
		if !own.DecodeMeta(n) {
			d.report(&FieldValue, n, name)
		}
		return
	}
	switch v.Kind() {
	case reflect.String:
		d.text(name, n, v)
	case reflect.Int:
		d.number(name, n, v)
	case reflect.Bool:
		d.yesNo(name, n, v)
	case reflect.Slice:
		d.list(name, n, v)
	case reflect.Struct:
		d.parts(name, n, v)
	}
}

func (d *decoder) text(name string, n *Node, v reflect.Value) {
	if n.Type == List || n.Type == Map {
		d.report(&FieldText, n, name)
		return
	}
	v.SetString(n.Value)
}

func (d *decoder) number(name string, n *Node, v reflect.Value) {
	i, err := strconv.Atoi(strings.TrimSpace(n.Value))
	if err != nil || n.Type == Bool {
		d.report(&FieldNumber, n, name)
		return
	}
	v.SetInt(int64(i))
}

func (d *decoder) yesNo(name string, n *Node, v reflect.Value) {
	if n.Type != List && n.Type != Map {
		switch strings.ToLower(n.Value) {
		case "true", "yes", "ja":
			v.SetBool(true)
			return
		case "false", "no", "nee":
			v.SetBool(false)
			return
		}
	}
	d.report(&FieldYesNo, n, name)
}

// list fills a slice with the entries of n. A plain one with a mistake is left
// out; a struct stays, so that entry i is that of n.Entries()[i].
func (d *decoder) list(name string, n *Node, v reflect.Value) {
	entries := n.Entries()
	out := reflect.MakeSlice(v.Type(), 0, len(entries))
	for _, entry := range entries {
		e := reflect.New(v.Type().Elem()).Elem()
		before := len(d.found)
		d.value(name, entry, e)
		if e.Kind() != reflect.Struct {
			if len(d.found) == before {
				out = reflect.Append(out, e)
			}
			continue
		}
		if line := e.FieldByName("Line"); line.IsValid() && line.CanInt() {
			line.SetInt(int64(entry.Line))
		}
		out = reflect.Append(out, e)
	}
	v.Set(out)
}

func (d *decoder) parts(name string, n *Node, v reflect.Value) {
	targets := []reflect.Value{v}
	if n.Type != Map {
		d.report(&FieldParts, n, name, strings.Join(namesOf(targets), ", "))
		return
	}
	d.fields(n, targets, nil)
}
