package handbook

import (
	"reflect"
	"slices"

	"vaandel/builder/diag"
)

// FieldInfo describes a field of the front matter, or of handbook.yaml, to
// whoever fills it in: what a form or an editor shows of it.
type FieldInfo struct {
	// Name is the key in the file.
	Name string
	Type FieldType
	// Label is short and says what to fill in. Help is one sentence, where the
	// label is not enough.
	Label, Help diag.Text
	// Required tells that a page without it is a mistake.
	Required bool
	// When makes it a mistake to leave the field out only where another field
	// asks for it; nil where none does.
	When *Condition
	// Values are what there is to choose from, of a FieldChoice.
	Values []Value
	// Range bounds a number, or how many entries a list has; nil is no bound.
	Range *Range
	// Fields are the fields of a FieldPart, or of each entry of a FieldGroup.
	Fields []FieldInfo
}

// FieldType is what a field holds.
type FieldType string

// The types of a field.
const (
	FieldText     FieldType = "text"
	FieldLongText FieldType = "longtext" // a sentence or more
	FieldDate     FieldType = "date"     // 2026-01-31
	FieldMoment   FieldType = "moment"   // a date, perhaps with a time: 2026-01-31 10:00
	FieldTime     FieldType = "time"     // 10:00
	FieldNumber   FieldType = "number"   // a whole one
	FieldYesNo    FieldType = "yesno"
	FieldChoice   FieldType = "choice"
	FieldContact  FieldType = "contact" // the id of a contact of handbook.yaml
	FieldNetwork  FieldType = "network" // the id of a network of handbook.yaml
	FieldPage     FieldType = "page"    // the path of a page, from this one
	FieldFile     FieldType = "file"    // the path of a file, from this page
	FieldLink     FieldType = "link"    // an address, or the path of a page
	FieldColour   FieldType = "colour"  // #1f6f78
	FieldTexts    FieldType = "texts"   // a list of texts
	FieldLists    FieldType = "lists"   // a list of lists of texts
	FieldWords    FieldType = "words"   // a text, or one in each language
	FieldRules    FieldType = "rules"   // settings by the names of rules
	FieldPart     FieldType = "part"    // fields of its own
	FieldGroup    FieldType = "group"   // a list of entries with fields of their own
)

// Value is something to choose.
type Value struct {
	Value string // as it is written in the file
	Label diag.Text
}

// Range bounds a number. A Most of 0 is no bound.
type Range struct{ Least, Most int }

// Condition is on another field of the same page or entry: that it has one of
// the values Is or, where there are none, that it is filled in. Not turns it
// round.
type Condition struct {
	Field string
	Is    []string
	Not   bool
}

// Fields describes the front matter of a kind, in the order in which a form
// should show it. The result is the caller's own.
func Fields(k Kind) []FieldInfo {
	spec := specOf(k)
	if spec == nil {
		return nil
	}
	own := spec.fields()
	all := slices.Concat(commonFirst(), own, commonLast())
	all = slices.DeleteFunc(all, func(f FieldInfo) bool { return f.isMark() })
	for _, f := range own {
		if f.isMark() {
			at := slices.IndexFunc(all, func(have FieldInfo) bool { return have.Name == f.Name })
			all[at].Required = true
		}
	}
	return typed(all, reflect.TypeFor[Common](), reflect.TypeOf(spec).Elem())
}

// needs marks a field that all kinds have as required by one of them.
func needs(name string) FieldInfo { return FieldInfo{Name: name, Required: true} }

// isMark tells whether f is no description, but made by needs.
func (f FieldInfo) isMark() bool { return f.Required && f.Label == (diag.Text{}) }

// typed gives each field the type that its struct has, where its description
// names none. A field that nobody has described comes last, without a label.
func typed(fields []FieldInfo, structs ...reflect.Type) []FieldInfo {
	for _, s := range structs {
		for i := range s.NumField() {
			name := s.Field(i).Tag.Get("meta")
			if name == "" || name == "-" {
				continue
			}
			at := slices.IndexFunc(fields, func(f FieldInfo) bool { return f.Name == name })
			if at < 0 {
				at = len(fields)
				fields = append(fields, FieldInfo{Name: name})
			}
			f := &fields[at]
			kind, parts := typeOf(s.Field(i).Type)
			if f.Type == "" {
				f.Type = kind
			}
			if parts != nil {
				f.Fields = typed(f.Fields, parts)
			}
		}
	}
	return fields
}

// typeOf returns the type of a field that is kept in a t, and the struct of its
// parts or entries.
func typeOf(t reflect.Type) (FieldType, reflect.Type) {
	switch {
	case t == reflect.TypeFor[Written]():
		return FieldRules, nil
	case t == reflect.TypeFor[Words]():
		return FieldWords, nil
	case t == reflect.TypeFor[Kind]():
		return FieldChoice, nil
	case t.Kind() == reflect.String:
		return FieldText, nil
	case t.Kind() == reflect.Int:
		return FieldNumber, nil
	case t.Kind() == reflect.Bool:
		return FieldYesNo, nil
	case t.Kind() == reflect.Struct:
		return FieldPart, t
	case t.Kind() != reflect.Slice:
		return "", nil
	case t.Elem().Kind() == reflect.Struct:
		return FieldGroup, t.Elem()
	case t.Elem().Kind() == reflect.Slice:
		return FieldLists, nil
	}
	return FieldTexts, nil
}
