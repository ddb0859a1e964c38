package diag

import (
	"slices"
	"testing"
)

var testRule = Rule{ID: "test-rule", Severity: Error,
	Message: Text{NL: "%[1]s is stuk", EN: "%[1]s is broken"},
	Hint:    Text{NL: "Bedoel je %[2]q?", EN: "Do you mean %[2]q, not %[1]s?"}}

func TestAt(t *testing.T) {
	got := testRule.At(Position{File: "a.md", Line: 3, Column: 7}, "x", "y")
	want := Diagnostic{
		Position: Position{File: "a.md", Line: 3, Column: 7}, Rule: "test-rule", Severity: Error,
		Message: Text{NL: "x is stuk", EN: "x is broken"},
		Hint:    Text{NL: `Bedoel je "y"?`, EN: `Do you mean "y", not x?`},
	}
	if got != want {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
}

// An author's text may hold what Sprintf would take for a format.
func TestAtLeavesArgumentsAlone(t *testing.T) {
	if got := testRule.At(Position{}, "100%d", "").Message.EN; got != "100%d is broken" {
		t.Errorf("got %q", got)
	}
}

func TestAsChangesACopy(t *testing.T) {
	d := testRule.At(Position{})
	if w := d.As(Warning); w.Severity != Warning || d.Severity != Error {
		t.Errorf("got %v, the original is %v", w.Severity, d.Severity)
	}
}

func TestPositionString(t *testing.T) {
	for want, p := range map[string]Position{
		"a.md":     {File: "a.md"},
		"a.md:3":   {File: "a.md", Line: 3},
		"a.md:3:7": {File: "a.md", Line: 3, Column: 7},
	} {
		if got := p.String(); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestTextIn(t *testing.T) {
	text := Text{NL: "hallo", EN: "hello"}
	for lang, want := range map[string]string{"nl": "hallo", "en": "hello", "fr": "hello", "": "hello"} {
		if got := text.In(lang); got != want {
			t.Errorf("in %q: got %q, want %q", lang, got, want)
		}
	}
}

func TestSortOrdersAndDropsDoubles(t *testing.T) {
	at := func(file string, line, column int, id, message string) Diagnostic {
		r := Rule{ID: id, Severity: Warning, Message: Text{NL: message, EN: message}}
		return r.At(Position{File: file, Line: line, Column: column})
	}
	want := []Diagnostic{
		at("a.md", 0, 0, "r", ""),
		at("a.md", 2, 9, "q", ""),
		at("a.md", 2, 9, "r", "one"),
		at("a.md", 2, 9, "r", "two"),
		at("a.md", 2, 10, "a", ""),
		at("a.md", 10, 1, "r", ""),
		at("b.md", 1, 1, "r", ""),
	}
	mixed := slices.Clone(want)
	slices.Reverse(mixed)
	mixed = append(mixed, want[3], want[0])
	if got := Sort(mixed); !slices.Equal(got, want) {
		t.Errorf("got %v", got)
	}
	if got := Sort(nil); len(got) != 0 {
		t.Errorf("nothing became %v", got)
	}
}

func TestCount(t *testing.T) {
	errors, warnings := Count([]Diagnostic{{Severity: Error}, {Severity: Warning}, {Severity: Warning}})
	if errors != 1 || warnings != 2 {
		t.Errorf("%d errors and %d warnings", errors, warnings)
	}
}
