package diag

import (
	"bytes"
	"encoding/json"
	"fmt"
)

// JSON returns v as text for programs: two spaces a level, a new line at the
// end, and the characters < > & as they are. Fields keep the order of the
// struct, so that the same value is always the same text.
//
// A [Diagnostic] is an object with these fields; line and column are left out
// where they are 0:
//
//	{
//	  "file": "beleid/welzijn.md",
//	  "line": 12,
//	  "column": 8,
//	  "rule": "contact-unknown",
//	  "severity": "error",
//	  "message": { "nl": "…", "en": "…" },
//	  "hint": { "nl": "…", "en": "…" }
//	}
func JSON(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(v); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// MarshalText writes the severity as its English word.
func (s Severity) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText is the inverse of MarshalText.
func (s *Severity) UnmarshalText(text []byte) error {
	switch string(text) {
	case "error":
		*s = Error
	case "warning":
		*s = Warning
	case "advice":
		*s = Advice
	default:
		return fmt.Errorf("no severity %q", text)
	}
	return nil
}
