package markdown

import (
	"fmt"
	"math/rand/v2"
	"os"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"
)

// pathological are inputs that cost a naive reader of markdown more than linear
// time or memory: those of cmark's own test (test/pathological_tests.py, told
// anew) and those that we found in goldmark. Each makes a text of about n bytes.
var pathological = []struct {
	name string
	make func(n int) string
}{
	{"nested strong emphasis", func(n int) string { return fill("*a **a ", n/2) + "b" + fill(" a** a*", n/2) }},
	{"emphasis closers without openers", func(n int) string { return fill("a_ ", n) }},
	{"emphasis openers without closers", func(n int) string { return fill("_a ", n) }},
	{"link closers without openers", func(n int) string { return fill("a]", n) }},
	{"link openers without closers", func(n int) string { return fill("[a", n) }},
	{"mismatched openers and closers", func(n int) string { return fill("*a_ ", n) }},
	{"emphasis in multiples of three", func(n int) string { return "a**b" + fill("c* ", n) }},
	{"link openers and emphasis closers", func(n int) string { return fill("[ a_", n) }},
	{"[ (]( repeated", func(n int) string { return fill("[ (](", n) }},
	{"![[]() repeated", func(n int) string { return fill("![[]()", n) }},
	{"[a](b repeated", func(n int) string { return fill("[a](b", n) }},
	{"[a](<b repeated", func(n int) string { return fill("[a](<b", n) }},
	{"hard link and emphasis", func(n int) string { return "**x [a*b**c*](d)" + fill("**x [a*b**c*](d)", n) }},
	{"nested brackets", func(n int) string { return fill("[", n/2) + "a" + fill("]", n/2) }},
	{"nested quotes", func(n int) string { return fill("> ", n) + "a" }},
	{"nested quotes without spaces", func(n int) string { return fill(">", n) + "a" }},
	{"deeply nested lists", func(n int) string { return indented(n) }},
	{"lists on one line", func(n int) string { return fill("- ", n) + "x" }},
	{"numbered lists on one line", func(n int) string { return fill("1. ", n) + "x" }},
	{"thematic break", func(n int) string { return fill("- ", n) }},
	{"stars on one line", func(n int) string { return fill("* ", n) + "a" }},
	{"NUL characters", func(n int) string { return "abc" + fill("\x00", n) + "xyz" }},
	{"backticks", func(n int) string { return ticks(n) }},
	{"one backtick, no closer", func(n int) string { return fill("`a``b", n) }},
	{"unclosed links", func(n int) string { return fill("[a](b ", n) }},
	{"unclosed <!--", func(n int) string { return "</" + fill("<!--", n) }},
	{"unclosed comments in text", func(n int) string { return "a " + fill("<!-- b ", n) }},
	{"unclosed <?", func(n int) string { return "a " + fill("<?", n) }},
	{"unclosed <!A", func(n int) string { return "a " + fill("<!A ", n) }},
	{"unclosed CDATA", func(n int) string { return "a " + fill("<![CDATA[", n) }},
	{"empty lines in nested lists", func(n int) string { return fill("- ", 2*19) + "a\n" + fill("\n", n) }},
	{"reference definitions", func(n int) string { return numbered("[%d]: u\n", n) }},
	{"reference definitions in one quote", func(n int) string { return numbered("> [%d]: u\n", n) }},
	{"reference labels in each other", func(n int) string { return fill("[a][", n) }},
	{"references to one long address", func(n int) string {
		return "[a]: /" + strings.Repeat("x", n/2) + "\n\n" + fill("[a] ", n/2)
	}},
	{"references in many lines", func(n int) string { return "[a]: b\n\n" + fill("[a]\n", n) }},
	{"brackets in many lines", func(n int) string { return fill("[b]\n", n) }},
	{"definitions with unclosed titles", func(n int) string { return numbered("[%d]: u \"t\n", n) }},
	{"tables of many columns", func(n int) string { return fill("a|", n/2) + "\n" + fill("-|", n/2) }},
	{"tables with empty cells", func(n int) string {
		return strings.Repeat("|a", 64) + "\n" + strings.Repeat("|-", 64) + "\n" + fill("|\n", n)
	}},
	{"many tables with empty cells", func(n int) string {
		return fill(strings.Repeat("|a", 64)+"\n"+strings.Repeat("|-", 64)+"\n"+strings.Repeat("|\n", 700)+"\n", n)
	}},
	{"table of bars in code", func(n int) string { return "|a|\n|-|\n" + fill("|`\\|`|\n", n) }},
	{"separators under each other", func(n int) string { return "|a|\n" + fill("|-|\n", n) }},
	{"table heads only", func(n int) string { return fill("|", n) + "\n|-|\n" }},
	{"footnote definitions", func(n int) string { return "[^1] \n\n" + numbered("[^%d]: x\n\n", n) }},
	{"footnotes and references", func(n int) string {
		return numbered("[^%d]: x\n\n", n/2) + numbered("[^%d] ", n/2)
	}},
	{"references to one footnote", func(n int) string { return "[^a]: x\n\n" + fill("[^a]", n) }},
	{"footnotes in each other", func(n int) string { return fill("[^a]: ", n) + "x" }},
	{"[^ repeated", func(n int) string { return "[^a]: x\n\n" + fill("[^", n) }},
	{"braces in braces", func(n int) string { return "# " + fill("{a={", n) }},
	{"attributes", func(n int) string { return "# a {" + fill("a=b ", n) + "}" }},
	{"braces behind links", func(n int) string { return fill("[a](b){.c", n) }},
	{"definition lists", func(n int) string { return fill("a\n: b\n\n", n) }},
	{"definitions in each other", func(n int) string { return "a\n" + fill(": ", n) + "b" }},
	{"many definitions of one term", func(n int) string { return "a\n" + fill(": b\n", n) }},
	{"entities", func(n int) string { return fill("&lt", n) }},
	{"long entities", func(n int) string { return fill("&#x0000000000000000000", n) }},
	{"http:// repeated", func(n int) string { return fill("http://", n) }},
	{"https://a.b( repeated", func(n int) string { return fill("https://a.b(", n) }},
	{"address and closing brackets", func(n int) string { return "https://a.b/" + fill(")", n) }},
	{"address and punctuation", func(n int) string { return fill("https://a.b/:::: ", n) }},
	{"www. repeated", func(n int) string { return fill("www.", n) }},
	{"@ repeated", func(n int) string { return fill("a@", n) }},
	{"one long mail address", func(n int) string { return fill("a.", n) + "@b.c" }},
	{"_a in one word", func(n int) string { return fill("_a", n) }},
	{"attributes of a tag", func(n int) string { return "x <a" + fill(" a", n) }},
	{"tags in quotes", func(n int) string { return "x " + fill("<a x=' y=\" w=' z=\"", n) }},
	{"open tags", func(n int) string { return "x " + fill("<a b=\"", n) }},
	{"names in angle brackets", func(n int) string { return numbered("x <n%d> ", n) }},
	{"comments in a text", func(n int) string { return fill("a <!-- b --> c ", n) }},
	{"comments in a list", func(n int) string { return fill("- <!-- b -->\n", n) }},
	{"HTML blocks", func(n int) string { return fill("<div>\n\n", n) }},
	{"one HTML block", func(n int) string { return fill("<div>\n", n) }},
	{"scripts", func(n int) string { return fill("<script>\n", n) }},
	{"wiki links", func(n int) string { return fill("[[", n) + "a]]" }},
	{"wiki links with bars", func(n int) string { return fill("[[a|", n) }},
	{"callouts in each other", func(n int) string { return nested("!!! note\n", n) }},
	{"callouts", func(n int) string { return fill("> [!NOTE] a\n\n", n) }},
	{"unknown callouts", func(n int) string { return numbered("> [!X%d]\n\n", n) }},
	{"strikethrough", func(n int) string { return fill("~a", n) }},
	{"one run of tildes", func(n int) string { return "a" + fill("~", n) }},
	{"braces under each other", func(n int) string { return "a\n\n" + fill("{.b}\n\n", n) }},
	{"one run of stars", func(n int) string { return fill("*", n/2) + "a" + fill("*", n/2) }},
	{"images in images", func(n int) string { return fill("![", n/2) + "a" + fill("](b)", n/2) }},
	{"code in brackets", func(n int) string { return fill("[", n/5) + fill("`a`", 3*n/5) + fill("]", n/5) }},
	{"links under one star", func(n int) string { return "*a " + fill("[*b](c) ", n) }},
	{"headings", func(n int) string { return fill("# a\n", n) }},
	{"underlined headings", func(n int) string { return fill("a\n-\n", n) }},
	{"closing signs of a heading", func(n int) string { return "# a " + fill("# ", n) }},
	{"one long line", func(n int) string { return fill("a", n) }},
	{"one long line of spaces", func(n int) string { return "a" + fill(" ", n) + "b" }},
	{"tabs", func(n int) string { return fill("\t", n) + "a" }},
	{"tabs in lists", func(n int) string { return fill("-\t", n) + "a" }},
	{"short lines", func(n int) string { return fill("a\n", n) }},
	{"blank lines", func(n int) string { return fill("\n", n) }},
	{"carriage returns", func(n int) string { return fill("a\r", n) }},
	{"backslashes", func(n int) string { return fill("\\", n) }},
	{"tasks", func(n int) string { return fill("- [ ] a\n", n) }},
	{"fences", func(n int) string { return fill("```\n", n) }},
	{"code that is never closed", func(n int) string { return "```go\n" + fill("func f() { \"a\n", n) }},
	{"code with many quotes", func(n int) string { return fill("```js\n"+strings.Repeat("'\"`/*", 80)+"\n```\n", n) }},
	{"posts", func(n int) string { return fill("```post {network=x}\na\n```\n", n) }},
	{"front matter", func(n int) string { return "---\n" + fill("a: b\n", n) + "---\n" }},
	{"lists of one item", func(n int) string { return fill("- a\n\n\n* b\n\n\n", n) }},
	{"lazy lines", func(n int) string { return "> - > - > - a\n" + fill("b\n", n) }},
	{"random marks", func(n int) string { return noise(n) }},
}

// fill repeats a unit up to about n bytes.
func fill(unit string, n int) string { return strings.Repeat(unit, max(1, n/len(unit))) }

// numbered repeats a pattern with a number in it.
func numbered(pattern string, n int) string {
	var out strings.Builder
	for i := 0; out.Len() < n; i++ {
		fmt.Fprintf(&out, pattern, i)
	}
	return out.String()
}

// indented is a list in which each item is one level deeper.
func indented(n int) string {
	var out strings.Builder
	for i := 0; out.Len() < n; i++ {
		out.WriteString(strings.Repeat("  ", i) + "* a\n")
	}
	return out.String()
}

// nested is a line that is indented by four more spaces each time.
func nested(line string, n int) string {
	var out strings.Builder
	for i := 0; out.Len() < n; i++ {
		out.WriteString(strings.Repeat("    ", i) + line)
	}
	return out.String()
}

// ticks are runs of backticks, each longer than the one before.
func ticks(n int) string {
	var out strings.Builder
	for i := 1; out.Len() < n; i++ {
		out.WriteString("e" + strings.Repeat("`", i))
	}
	return out.String()
}

// noise is any sequence of the characters that mean something.
func noise(n int) string {
	r := rand.New(rand.NewPCG(1, 2))
	const marks = "*_`[]()<>!|~#-:+\\&;\"'{}=^.@ \n\n\n ab1"
	out := make([]byte, n)
	for i := range out {
		out[i] = marks[r.IntN(len(marks))]
	}
	return string(out)
}

// TestPathological holds that no 100 KB can take long or much memory. The limit
// is wide, for machines that do other things too; what each takes is logged.
func TestPathological(t *testing.T) {
	size, limit := 100_000, 2*time.Second
	if s, err := strconv.Atoi(os.Getenv("PATHOLOGICAL_BYTES")); err == nil {
		size = s
	}
	if raceEnabled { // which slows all down, and is about something else
		size, limit = size/10, 2*limit
	}
	for _, raw := range []bool{false, true} {
		for _, p := range pathological {
			src := []byte(p.make(size))
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			start := cpuTime()
			d := Parse("page.md", src, Options{Kind: "training", RawHTML: raw})
			took := cpuTime() - start
			runtime.ReadMemStats(&after)
			verdict := "read"
			if d.Refused {
				verdict = "refused: " + d.Diagnostics[len(d.Diagnostics)-1].Rule
			}
			t.Logf("%-40s %6d ms %6d MB  %s", p.name, took.Milliseconds(), (after.TotalAlloc-before.TotalAlloc)>>20, verdict)
			if took > limit {
				t.Errorf("%s: took %v", p.name, took)
			}
			if d.Refused && len(d.Body) > 0 {
				t.Errorf("%s: refused, yet with text", p.name)
			}
		}
	}
}
