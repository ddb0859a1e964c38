package main

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"vaandel/builder/handbook"
)

// Every kind has its words, and no word means two kinds.
func TestKindListIsWhole(t *testing.T) {
	taken := map[string]handbook.Kind{}
	var kinds []handbook.Kind
	for _, k := range kindList() {
		kinds = append(kinds, k.kind)
		for _, name := range append([]string{string(k.kind)}, k.names...) {
			if other := taken[name]; other != "" {
				t.Errorf("%s means %s and %s", name, other, k.kind)
			}
			taken[name] = k.kind
			if got, err := kindOf(strings.ToUpper(name)); err != nil || got != k.kind {
				t.Errorf("%s became %s, %v", name, got, err)
			}
		}
		if k.about.NL == "" || k.about.EN == "" {
			t.Errorf("%s has no words", k.kind)
		}
	}
	if !slices.Equal(kinds, handbook.Kinds) {
		t.Errorf("the kinds are %v", kinds)
	}
}

func TestFileName(t *testing.T) {
	long := fileName(strings.Repeat("een heel lange titel ", 50))
	if utf8.RuneCountInString(long) > 80 || strings.HasSuffix(long, "-") || len(long) < 40 {
		t.Errorf("a long title became %q", long)
	}
	endless := fileName(strings.Repeat("日", 500))
	if n := len(endless); n > 250 {
		t.Errorf("%d bytes", n)
	}
	for title, want := range map[string]string{
		"Werktijd":     "werktijd",
		"Één & ander":  "een-ander",
		"Wat is C#?":   "wat-is-c",
		"versie 2.en":  "versie-2-en",
		"README":       "readme-pagina",
		"../../etc/pw": "etc-pw",
	} {
		if got := fileName(title); got != want {
			t.Errorf("%q: %q, not %q", title, got, want)
		}
	}
}

func TestHeading(t *testing.T) {
	for title, want := range map[string]string{
		"Werktijd":        "Werktijd",
		"Wat is C#":       `Wat is C\#`,
		"*Ster* <b> {#x}": `\*Ster\* \<b\> \{\#x\}`,
		"a\x1bb":          "ab",
	} {
		if got := heading(title); got != want {
			t.Errorf("%q: %q, not %q", title, got, want)
		}
	}
}
