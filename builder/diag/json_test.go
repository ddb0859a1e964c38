package diag

import (
	"encoding/json"
	"slices"
	"testing"
)

func TestJSON(t *testing.T) {
	whole := testRule.At(Position{File: "a b.md", Line: 3, Column: 7}, "<b> & \x1b", "y")
	file := testRule.At(Position{File: "c.md"}, "x", "y").As(Warning)
	got, err := JSON([]Diagnostic{whole, file})
	if err != nil {
		t.Fatal(err)
	}
	const want = `[
  {
    "file": "a b.md",
    "line": 3,
    "column": 7,
    "rule": "test-rule",
    "severity": "error",
    "message": {
      "nl": "<b> & \u001b is stuk",
      "en": "<b> & \u001b is broken"
    },
    "hint": {
      "nl": "Bedoel je \"y\"?",
      "en": "Do you mean \"y\", not <b> & \u001b?"
    }
  },
  {
    "file": "c.md",
    "rule": "test-rule",
    "severity": "warning",
    "message": {
      "nl": "x is stuk",
      "en": "x is broken"
    },
    "hint": {
      "nl": "Bedoel je \"y\"?",
      "en": "Do you mean \"y\", not x?"
    }
  }
]
`
	if string(got) != want {
		t.Errorf("got %s", got)
	}
	var back []Diagnostic
	if err := json.Unmarshal(got, &back); err != nil || !slices.Equal(back, []Diagnostic{whole, file}) {
		t.Errorf("read back: %v, %v", back, err)
	}
}

func TestSeverityRefusesOtherWords(t *testing.T) {
	var s Severity
	if err := s.UnmarshalText([]byte("fatal")); err == nil {
		t.Errorf("became %v", s)
	}
}
