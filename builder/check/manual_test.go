package check_test

import (
	"os"
	"strings"
	"testing"

	"vaandel/builder/check"
)

// TestManual holds the list of rules against the rules. What stands above the first
// family is written by hand.
func TestManual(t *testing.T) {
	for lang, file := range map[string]string{
		"nl": "RULES.nl.md",
		"en": "RULES.md",
	} {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		head, _, found := strings.Cut(string(data), "\n## Links\n")
		if !found {
			t.Fatalf("%s has no heading of the first family", file)
		}
		want := head + "\n" + strings.TrimRight(check.Manual(lang), "\n") + "\n"
		if string(data) == want {
			continue
		}
		if !*update {
			t.Errorf("%s is behind the rules: run go test ./builder/check -run TestManual -update", file)
		} else if err := os.WriteFile(file, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// TestManualHasAll holds that each rule is there, in both languages.
func TestManualHasAll(t *testing.T) {
	for _, lang := range []string{"nl", "en"} {
		text := check.Manual(lang)
		for _, r := range check.Rules {
			for _, part := range []string{"### " + r.Name.In(lang) + "\n", "`" + r.ID + "`", r.Bad.In(lang), r.Good.In(lang)} {
				if !strings.Contains(text, part) {
					t.Errorf("%s: %s lacks %q", lang, r.ID, part)
				}
			}
		}
		if strings.Contains(text, "## \n") {
			t.Errorf("%s: a family has no name", lang)
		}
	}
}
