package markdown

import (
	"fmt"
	"strings"
	"testing"
)

// TestBounds holds what is refused, and that the most that may be is not.
func TestBounds(t *testing.T) {
	row := func(columns int, cell string) string { return strings.Repeat("|"+cell, columns) + "|\n" }
	for _, c := range []struct {
		name, src, rule, at string
	}{
		{"20 quotes", strings.Repeat("> ", 20) + "a", "", ""},
		{"21 quotes", "a\n\n" + strings.Repeat("> ", 21) + "a", "page-too-deep", "a.md:3:41"},
		{"20 lists", strings.Repeat("- ", 20) + "a", "", ""},
		{"21 lists", strings.Repeat("- ", 21) + "a", "page-too-deep", "a.md:1:41"},
		{"21 of both", strings.Repeat("> - ", 11) + "a", "page-too-deep", "a.md:1:41"},
		{"21 notes in each other", strings.Repeat("[^a]: ", 21) + "a", "page-too-deep", "a.md:1:121"},
		{"emphasis 20 deep", strings.Repeat("*a **b ", 9) + "c" + strings.Repeat("** a*", 9), "", ""},
		{"emphasis 22 deep", strings.Repeat("*a **b ", 11) + "c" + strings.Repeat(" b** a*", 11), "page-too-deep", ""},
		{"64 columns", row(64, "a") + row(64, "-"), "", ""},
		{"65 columns", "a\n\n" + row(65, "a") + row(65, "-"), "table-too-wide", "a.md:4:1"},
		{"50,000 cells", row(50, "a") + row(50, "-") + strings.Repeat("|a\n", 998), "", ""},
		{"50,050 cells", row(50, "a") + row(50, "-") + strings.Repeat("|a\n", 1000), "table-too-long", "a.md:2:1"},
		{"2 MB", strings.Repeat("a\n", MaxPage/2), "", ""},
		{"2 MB and one", strings.Repeat("a\n", MaxPage/2) + "a", "page-too-large", "a.md"},
		{"too many stars", strings.Repeat("a **b", 20_000), "page-too-complex", "a.md"},
	} {
		src := "---\ntitle: Titel\n---\n" + c.src
		if c.rule == "" || c.at == "a.md" || strings.HasPrefix(c.name, "2 MB") {
			src = c.src
		}
		d := Parse("a.md", []byte(src), Options{})
		check(t, c.name, d)
		if d.Refused != (c.rule != "") {
			t.Errorf("%s: refused is %v: %v", c.name, d.Refused, d.Diagnostics)
			continue
		}
		if !d.Refused {
			continue
		}
		last := d.Diagnostics[len(d.Diagnostics)-1]
		at := c.at
		if src != c.src && at != "" {
			var line, column int
			fmt.Sscanf(at, "a.md:%d:%d", &line, &column)
			at = fmt.Sprintf("a.md:%d:%d", line+3, column)
			if d.Meta.Get("title") == nil || d.MetaEnd != 3 {
				t.Errorf("%s: the front matter is lost", c.name)
			}
		}
		if last.Rule != c.rule || last.Severity.String() != "error" || at != "" && last.Position.String() != at {
			t.Errorf("%s: %s %s %s, not %s %s", c.name, last.Severity, last.Position, last.Rule, at, c.rule)
		}
	}
}

// TestLargePage reads an ordinary page of 1.5 MB.
func TestLargePage(t *testing.T) {
	var src strings.Builder
	all := pages(t)
	for i := 0; src.Len() < 1_500_000; i++ {
		page := all[i%len(all)]
		src.WriteString(belowLine(string(page), Parse("a.md", page, Options{}).MetaEnd) + "\n\n")
	}
	d := Parse("a.md", []byte(src.String()), Options{})
	check(t, "large", d)
	if d.Refused || d.Words < 150_000 || len(d.Headings) < 300 {
		t.Errorf("refused is %v: %v; %d words, %d headings", d.Refused, d.Diagnostics, d.Words, len(d.Headings))
	}
}
