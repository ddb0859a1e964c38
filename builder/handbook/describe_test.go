package handbook

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"vaandel/builder/chart"
	"vaandel/builder/diag"
)

// TestFieldsAreDescribed holds descriptions against the structs that the fields
// are read into: none lacks one, and none is of a field that there is not.
func TestFieldsAreDescribed(t *testing.T) {
	for _, k := range Kinds {
		described(t, string(k), Fields(k), reflect.TypeFor[Common](), reflect.TypeOf(specOf(k)).Elem())
	}
	described(t, ConfigFile, ConfigFields(), reflect.TypeFor[Config]())
	if fields := Fields("gedicht"); fields != nil {
		t.Errorf("an unknown kind has the fields %v", fields)
	}
}

func described(t *testing.T, where string, fields []FieldInfo, structs ...reflect.Type) {
	t.Helper()
	types := map[string]reflect.Type{}
	for _, s := range structs {
		for i := range s.NumField() {
			if name := s.Field(i).Tag.Get("meta"); name != "" && name != "-" {
				types[name] = s.Field(i).Type
			}
		}
	}
	for _, f := range fields {
		place := where + ": " + f.Name
		kept := types[f.Name]
		if kept == nil {
			t.Errorf("%s is described twice, or is no field", place)
			continue
		}
		delete(types, f.Name)
		worded(t, place, f.Label)
		if f.Help != (diag.Text{}) {
			worded(t, place, f.Help)
		}
		fits(t, place, f, kept)
		if c := f.When; c != nil && !slices.ContainsFunc(fields, func(o FieldInfo) bool { return o.Name == c.Field }) {
			t.Errorf("%s depends on %s, which is no field", place, c.Field)
		}
		if _, parts := typeOf(kept); parts != nil {
			described(t, place, f.Fields, parts)
		} else if f.Fields != nil {
			t.Errorf("%s has parts", place)
		}
	}
	for name := range types {
		t.Errorf("%s: nobody described %s", where, name)
	}
}

// worded holds that a text is there in both languages.
func worded(t *testing.T, place string, text diag.Text) {
	t.Helper()
	for _, s := range []string{text.NL, text.EN} {
		if strings.TrimSpace(s) == "" || strings.Contains(s, "%") {
			t.Errorf("%s says %q", place, s)
		}
	}
}

// fits holds that what a field is described as can be kept in its struct.
func fits(t *testing.T, place string, f FieldInfo, kept reflect.Type) {
	t.Helper()
	plain, _ := typeOf(kept)
	texts := []FieldType{FieldText, FieldLongText, FieldDate, FieldMoment, FieldTime, FieldChoice,
		FieldContact, FieldNetwork, FieldPage, FieldFile, FieldLink, FieldColour}
	if f.Type == "" || f.Type != plain && !(plain == FieldText && slices.Contains(texts, f.Type)) {
		t.Errorf("%s is a %q, kept as %s", place, f.Type, kept)
	}
	if (f.Type == FieldChoice) != (len(f.Values) > 0) {
		t.Errorf("%s is a %s with %d values", place, f.Type, len(f.Values))
	}
	for _, v := range f.Values {
		worded(t, place, v.Label)
	}
	if f.Range != nil && !slices.Contains([]FieldType{FieldNumber, FieldTexts, FieldGroup}, f.Type) {
		t.Errorf("%s is a %s with bounds", place, f.Type)
	}
}

// TestFieldValues holds that a form offers what the rules take, no more.
func TestFieldValues(t *testing.T) {
	for _, c := range []struct {
		fields []FieldInfo
		path   string
		want   []string
	}{
		{Fields(KindPage), "kind", asStrings(Kinds)},
		{Fields(KindContentType), "type", ContentTypes},
		{Fields(KindToolkit), "type", ToolkitTypes},
		{Fields(KindShare), "type", ShareTypes},
		{Fields(KindFigures), "chart", chart.Kinds},
		{Fields(KindSurvey), "questions.type", QuestionTypes},
		{ConfigFields(), "networks.count", Counts},
		{ConfigFields(), "sections.kind", asStrings(Kinds)},
	} {
		var got []string
		for _, v := range fieldAt(t, c.fields, c.path).Values {
			got = append(got, v.Value)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s offers %v, not %v", c.path, got, c.want)
		}
	}
}

// fieldAt returns the field at a path such as questions.type.
func fieldAt(t *testing.T, fields []FieldInfo, path string) FieldInfo {
	t.Helper()
	name, rest, deep := strings.Cut(path, ".")
	for _, f := range fields {
		if f.Name == name && deep {
			return fieldAt(t, f.Fields, rest)
		} else if f.Name == name {
			return f
		}
	}
	t.Fatalf("there is no field %s", path)
	return FieldInfo{}
}
