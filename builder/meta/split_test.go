package meta

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"vaandel/builder/diag"
)

// short writes diagnostics as "line:column rule", one a line.
func short(ds []diag.Diagnostic) string {
	var out []string
	for _, d := range ds {
		out = append(out, fmt.Sprintf("%d:%d %s", d.Line, d.Column, d.Rule))
	}
	return strings.Join(out, "\n")
}

func TestSplit(t *testing.T) {
	for _, c := range []struct {
		name, src string
		node      string // as dump writes it
		text      string // what is below the front matter
		end       int
		found     string
	}{
		{"none", "# Kop\n", "null", "# Kop\n", 0, ""},
		{"empty file", "", "null", "", 0, ""},
		{"empty block", "---\n---\nx", "null", "x", 2, ""},
		{"YAML", "---\na: b\nc: 1\n---\n\nx", `{a@2:1="b"@2:4 c@3:1=1@3:4}@2:1`, "\nx", 4, ""},
		{"no newline at the end", "---\na: b\n---", `{a@2:1="b"@2:4}@2:1`, "", 3, ""},
		{"byte order mark", "\xef\xbb\xbf---\na: b\n---\nx", `{a@2:1="b"@2:4}@2:1`, "x", 3, ""},
		{"byte order mark alone", "\xef\xbb\xbfx", "null", "x", 0, ""},
		{"blank lines above", "\n\n---\na: b\n---\nx", `{a@4:1="b"@4:4}@4:1`, "x", 5, ""},
		{"CRLF", "---\r\na: b\r\nc:\r\n  - d\r\n---\r\nx", `{a@2:1="b"@2:4 c@3:1=["d"@4:5]@4:3}@2:1`, "x", 5, ""},
		{"with a name", "---yaml\na: b\n---\nx", `{a@2:1="b"@2:4}@2:1`, "x", 3, ""},
		{"column in characters", "---\na: [\"één\", twee]\n---\n", `{a@2:1=["één"@2:5 "twee"@2:12]@2:4}@2:1`, "", 3, ""},
		{"dashes in a text", "---\na: |\n  een\n  ---\n  twee\nb: c\n---\nx", `{a@2:1="een\n---\ntwee\n"@2:4 b@6:1="c"@6:4}@2:1`, "x", 7, ""},
		{"TOML", "+++\na = \"b\"\n[c]\nd = [1, true]\n+++\nx", `{a@2:1="b"@2:5 c@3:2={d@4:1=[1@4:6 true@4:9]@4:1}@3:2}@2:1`, "x", 5, ""},
		{"JSON in braces", "{\n \"a\": \"b\",\n \"c\": [1, null]\n}\n\nx", `{a@2:2="b"@2:7 c@3:2=[1@3:8 null@3:11]@3:7}@1:1`, "x", 4, ""},
		{"JSON in braces, no blank line", "{\n \"a\": {\n\"b\": 1\n}\n}\nx", `{a@2:2={b@3:1=1@3:6}@2:7}@1:1`, "x", 5, ""},
		{"JSON between semicolons", ";;;\n{\"a\": 1}\n;;;\nx", `{a@2:2=1@2:7}@2:1`, "x", 3, ""},
		{"JSON with a name", "---json\n{\"a\": 1}\n---\nx", `{a@2:2=1@2:7}@2:1`, "x", 3, ""},

		{"thematic break", "---\n\ntekst\n---\nx", "null", "---\n\ntekst\n---\nx", 0, ""},
		{"thematic break with a sentence", "---\nLet op: dit is tekst.\n---\n", "null", "---\nLet op: dit is tekst.\n---\n", 0, ""},
		{"thematic break with a heading", "---\n\n# Kop\n\ntekst\n", "null", "---\n\n# Kop\n\ntekst\n", 0, ""},
		{"thematic break alone", "---\n", "null", "---\n", 0, ""},
		{"indented line of dashes", "  ---\na: b\n---\n", "null", "  ---\na: b\n---\n", 0, ""},
		{"a template's brace", "{\nhallo\n}\n", "null", "{\nhallo\n}\n", 0, ""},

		{"never closed", "---\ntitle: Hallo\norder: 2\n\n# Kop\n", `{title@2:1="Hallo"@2:8 order@3:1=2@3:8}@2:1`, "\n# Kop\n", 3, "1:1 meta-not-closed"},
		{"never closed, thematic break below", "---\ntitle: Hallo\n\nTekst.\n\n---\n\nMeer.\n", `{title@2:1="Hallo"@2:8}@2:1`, "\nTekst.\n\n---\n\nMeer.\n", 2, "1:1 meta-not-closed"},
		{"never closed and wrong", "---\ntitle: [\n\nTekst.\n", "broken@0:0", "title: [\n\nTekst.\n", 1, "1:1 meta-not-closed"},
		{"TOML never closed", "+++\na = 1\n\nx\n", `{a@2:1=1@2:5}@2:1`, "\nx\n", 2, "1:1 meta-not-closed"},
		{"JSON never closed", "{\n\"a\": 1,\n\nx\n", "broken@0:0", "{\n\"a\": 1,\n\nx\n", 0, "1:1 meta-not-closed"},
		{"too long", "---\na: " + strings.Repeat("x", MaxFront) + "\n---\nx", "broken@0:0", "x", 3, "1:1 meta-too-long"},
		{"never closed, thematic break far below", "---\na: b\n\n" + strings.Repeat("Tekst.\n", 2000) + "---\nx", `{a@2:1="b"@2:4}@2:1`,
			"\n" + strings.Repeat("Tekst.\n", 2000) + "---\nx", 2, "1:1 meta-not-closed"},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := Split("x.md", []byte(c.src))
			if got := dump(f.Node); got != c.node {
				t.Errorf("node %s\nwant %s", got, c.node)
			}
			if got := c.src[f.Body:]; got != c.text {
				t.Errorf("text %q\nwant %q", got, c.text)
			}
			if want := 1 + strings.Count(c.src[:f.Body], "\n"); f.Line != want {
				t.Errorf("line %d, want %d", f.Line, want)
			}
			if f.End != c.end {
				t.Errorf("end %d, want %d", f.End, c.end)
			}
			if got := short(f.Diagnostics); got != c.found {
				t.Errorf("found %s\nwant %s", got, c.found)
			}
		})
	}
}

// TestMistakes holds what is read of a block with mistakes, and where each is.
func TestMistakes(t *testing.T) {
	for _, c := range []struct{ src, node, found string }{
		{"title: Let op: dit gaat mis\norder: 2", `{title@2:1="Let op: dit gaat mis"@2:8 order@3:1=2@3:8}@2:1`, "2:14 meta-colon"},
		{"title: eindigt zo:\nb: c", `{title@2:1="eindigt zo:"@2:8 b@3:1="c"@3:4}@2:1`, "2:18 meta-colon"},
		{"tags:\n  - Let op: dit: x\n  - ok", `{tags@2:1=["Let op: dit: x"@3:5 "ok"@4:5]@3:3}@2:1`, "3:11 meta-colon"},
		{"a: b: c\nd: e: f\ng: h", `{a@2:1="b: c"@2:4 d@3:1="e: f"@3:4 g@4:1="h"@4:4}@2:1`, "2:5 meta-colon\n3:5 meta-colon"},
		{"a: [Concept] Beleid", `{a@2:1="[Concept] Beleid"@2:4}@2:1`, "2:4 meta-special-character"},
		{"a: @piet\nb: 100%\nc: %x", `{a@2:1="@piet"@2:4 b@3:1="100%"@3:4 c@4:1="%x"@4:4}@2:1`, "2:4 meta-special-character\n4:4 meta-special-character"},
		{"a: `x`", "{a@2:1=\"`x`\"@2:4}@2:1", "2:4 meta-special-character"},
		{"a: > x", `{a@2:1="> x"@2:4}@2:1`, "2:4 meta-special-character"},
		{"a: - x", `{a@2:1="- x"@2:4}@2:1`, "2:4 meta-special-character"},
		{"a: *ster\nb: &amp; x\nc: !ja", `{a@2:1="*ster"@2:4 b@3:1="&amp; x"@3:4 c@4:1="!ja"@4:4}@2:1`,
			"2:4 meta-special-character\n3:4 meta-special-character\n4:4 meta-special-character"},
		{"a: !ja\nb: 2\nc: &x\nd: 3", `{a@2:1="!ja"@2:4 b@3:1=2@3:4 c@4:1="&x"@4:4 d@5:1=3@5:4}@2:1`, "2:4 meta-special-character\n4:4 meta-special-character"},
		{"a: &x\n  b: 1\nc: *x", `{a@2:1={b@3:3=1@3:6}@3:3 c@4:1={b@3:3=1@3:6}@4:4}@2:1`, ""},
		{"c: d\n*a : b", `{c@2:1="d"@2:4}@2:1`, "3:1 meta-field-name"},
		{"a: [[[[[[[[[[[[[[[[[[[[[[x]]]]]]]]]]]]]]]]]]]]]]\nb: c", `{a@2:1=broken@2:4 b@3:1="c"@3:4}@2:1`, "2:24 meta-too-deep"},
		{"a: \"open\nb: 2", `{a@2:1="open"@2:4 b@3:1=2@3:4}@2:1`, "2:4 meta-quote-open"},
		{"a: 'x' en y\nb: 2", `{a@2:1="'x' en y"@2:4 b@3:1=2@3:4}@2:1`, "2:8 meta-quote-text"},
		{`a: "C:\werk"`, `{a@2:1="C:\\werk"@2:4}@2:1`, "2:7 meta-escape"},
		{"a: [b, c\nd: 2", `{a@2:1=broken@2:3 d@3:1=2@3:4}@2:1`, "2:4 meta-bracket-open"},
		{"a: {b: c\nd: 2", `{a@2:1=broken@2:3 d@3:1=2@3:4}@2:1`, "2:4 meta-bracket-open"},
		{"a: b\n\tc: d", `{a@2:1="b"@2:4 c@3:2="d"@3:5}@2:1`, "3:1 meta-tab"},
		{"a:\n\t- b\n\t- c", `{a@2:1=["b"@3:4 "c"@4:4]@3:2}@2:1`, "3:1 meta-tab\n4:1 meta-tab"},
		{"a: b\n c: d", `{a@2:1="b"@2:4 c@3:2="d"@3:5}@2:1`, "3:2 meta-indent"},
		{"a:\n  b: c\n   d: e", `{a@2:1={b@3:3="c"@3:6 d@4:4="e"@4:7}@3:3}@2:1`, "4:4 meta-indent"},
		{"a: b\norder 3\nc: d", `{a@2:1="b"@2:4 c@4:1="d"@4:4}@2:1`, "3:1 meta-no-colon"},
		{"title:x\nb: 2", `{title@2:1="x"@2:8 b@3:1=2@3:4}@2:1`, "2:1 meta-no-colon"},
		{"a: b\n- c", `{a@2:1="b"@2:4}@2:1`, "3:1 meta-unreadable"},
		{"a: b\na: c\nd: e\na: f", `{a@2:1="b"@2:4 d@4:1="e"@4:4}@2:1`, "3:1 meta-duplicate\n5:1 meta-duplicate"},
		{"[a]: b\nc: d", `{c@3:1="d"@3:4}@3:1`, "2:4 meta-unreadable"},
		{"a: &x [1]\nb: *x\nc: {<<: {d: 1}, e: 2}", `{a@2:1=[1@2:8]@2:7 b@3:1=[1@2:8]@3:4 c@4:1={e@4:17=2@4:20 d@4:10=1@4:13}@4:4}@2:1`, ""},
		{"a: &x [*x]", `{a@2:1=["*x]"@2:8]@2:7}@2:1`, "2:8 meta-special-character"},
		{"a: !!str 12\nb: 012\nc: 1.0\nd: True", `{a@2:1="12"@2:9 b@3:1=012@3:4 c@4:1=1.0@4:4 d@5:1=true@5:4}@2:1`, ""},
		{"a: b  # uitleg\nc: 'it''s' # x", `{a@2:1="b"@2:4 c@3:1="it's"@3:4}@2:1`, ""},
		{"a: >-\n  een\n  twee\nb: x", `{a@2:1="een twee"@2:4 b@5:1="x"@5:4}@2:1`, ""},
		{"a: een\n  twee\nb: x", `{a@2:1="een twee"@2:4 b@4:1="x"@4:4}@2:1`, ""},
	} {
		f := Split("x.md", []byte("---\n"+c.src+"\n---\ntekst\n"))
		if got := dump(f.Node); got != c.node {
			t.Errorf("%q:\nnode %s\nwant %s", c.src, got, c.node)
		}
		if got := short(f.Diagnostics); got != c.found {
			t.Errorf("%q:\nfound %s\nwant %s", c.src, got, c.found)
		}
	}
}

func TestMistakesTOML(t *testing.T) {
	for _, c := range []struct{ src, node, found string }{
		{"a = A\nb = 1\nc = \"open", `{b@3:1=1@3:5}@2:1`, "2:5 meta-toml\n4:10 meta-toml"},
		{"a = 1\na = 2\n[b]\n[b]", `{a@2:1=1@2:5 b@4:2={}@4:2}@2:1`, "3:1 meta-duplicate\n5:2 meta-duplicate"},
		{"a = 1\n[a]\nb = 2", `{a@2:1=1@2:5}@2:1`, "3:2 meta-duplicate"},
		{"a = 1\n[[a]]", `{a@2:1=1@2:5}@2:1`, "3:3 meta-duplicate"},
		{"[[a]]\nb = 2026-01-31\n[[a]]\nb.c = {d = 'e'}", `{a@2:3=[{b@3:1="2026-01-31"@3:5}@2:3 {b@5:1={c@5:3={d@5:8="e"@5:12}@5:7}@5:1}@4:3]@2:3}@2:1`, ""},
	} {
		f := Split("x.md", []byte("+++\n"+c.src+"\n+++\ntekst\n"))
		if got := dump(f.Node); got != c.node {
			t.Errorf("%q:\nnode %s\nwant %s", c.src, got, c.node)
		}
		if got := short(f.Diagnostics); got != c.found {
			t.Errorf("%q:\nfound %s\nwant %s", c.src, got, c.found)
		}
	}
}

func TestMistakesJSON(t *testing.T) {
	for _, c := range []struct{ src, node, found string }{
		{"{\"a\": 1\n \"b\": 2}", `{a@2:2=1@2:7}@2:1`, "3:2 meta-json"},
		{"{\"a\": 1,\n \"b\": tru}", `{a@2:2=1@2:7}@2:1`, "3:7 meta-json"},
		{"{\"a\": 1,\n \"a\": 2}", `{a@2:2=1@2:7}@2:1`, "3:2 meta-duplicate"},
		{"{\"a\": 1} x", `{a@2:2=1@2:7}@2:1`, "2:10 meta-json"},
		{"[\"a\"]", `broken@0:0`, "2:1 meta-not-fields"},
	} {
		f := Split("x.md", []byte(";;;\n"+c.src+"\n;;;\ntekst\n"))
		if got := dump(f.Node); got != c.node {
			t.Errorf("%q:\nnode %s\nwant %s", c.src, got, c.node)
		}
		if got := short(f.Diagnostics); got != c.found {
			t.Errorf("%q:\nfound %s\nwant %s", c.src, got, c.found)
		}
	}
}

// TestBounds holds that nesting and references stop at their bounds.
func TestBounds(t *testing.T) {
	var bomb strings.Builder
	bomb.WriteString("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n")
	for i := 1; i < 10; i++ {
		fmt.Fprintf(&bomb, "a%d: &a%d [%s*a%d]\n", i, i, strings.Repeat(fmt.Sprintf("*a%d, ", i-1), 9), i-1)
	}
	fmt.Fprint(&bomb, "b: *a9\n")
	for _, c := range []struct{ name, src, rule string }{
		{"brackets", "a: " + strings.Repeat("[", 30) + strings.Repeat("]", 30), "meta-too-deep"},
		{"many brackets", "a: " + strings.Repeat("[", 4000), "meta-too-deep"},
		{"dashes", "a:\n" + strings.Repeat("- ", 30) + "x", "meta-too-deep"},
		{"many dashes", "a:\n" + strings.Repeat("- ", 4000) + "x", "meta-too-deep"},
		{"references", bomb.String(), "meta-too-much"},
	} {
		n, ds := ParseYAML("x.yaml", []byte(c.src))
		if len(ds) == 0 || ds[0].Rule != c.rule {
			t.Errorf("%s: %s", c.name, short(ds))
		}
		if size := count(n); size > 2*MaxValues {
			t.Errorf("%s: %d values", c.name, size)
		}
	}
	deep := strings.Repeat(`{"a":`, 30) + "1" + strings.Repeat("}", 30)
	if f := Split("x.md", []byte(";;;\n"+deep+"\n;;;\n")); short(f.Diagnostics) != "2:106 meta-too-deep" {
		t.Errorf("JSON: %s", short(f.Diagnostics))
	}
	deep = "a = " + strings.Repeat("[", 30) + strings.Repeat("]", 30)
	if f := Split("x.md", []byte("+++\n"+deep+"\n+++\n")); short(f.Diagnostics) != "2:1 meta-too-deep" {
		t.Errorf("TOML: %s", short(f.Diagnostics))
	}
}

func count(n Node) int {
	size := 1
	for _, x := range n.Items {
		size += count(x)
	}
	for _, x := range n.Fields {
		size += count(x.Value)
	}
	return size
}

// TestPatterns holds that no small input takes long: the libraries need more
// than linear time for some. The limits leave room for the race detector.
func TestPatterns(t *testing.T) {
	fill := func(p string, size int) string { return "a: b\n" + strings.Repeat(p, (size-10)/len(p)) + "\n" }
	for _, p := range []string{
		"[", "{", "- ", "a: {", "[a,", "? ", "&a ", "!a ", "\"", "a:\n ", "| ", "- - - ", "{a: [", "*a ", "'x' ", "\t", "#",
		"a: [\n", "a: b: c\n", "- a: b: c\n", "a: \"\n", " a: b\n  c\n", "x\n", "a: |\n", "? a\n: b\n", "a:\n- [\n", "[[a]]\n", "a = [", "a.b = 1\n",
	} {
		for _, delimiter := range []string{"---", "+++", ";;;"} {
			src := delimiter + "\n" + fill(p, MaxFront) + delimiter + "\ntekst\n"
			start := time.Now()
			Split("x.md", []byte(src))
			if spent := time.Since(start); spent > 10*time.Second {
				t.Errorf("%s with %q takes %v", delimiter, p, spent)
			}
		}
	}
	for _, p := range []string{"a:\n ", "a: b: c\n"} {
		start := time.Now()
		ParseYAML("x.yaml", []byte(fill(p, MaxFile)))
		if spent := time.Since(start); spent > 60*time.Second {
			t.Errorf("a file of %q takes %v", p, spent)
		}
	}
}

func TestParseYAML(t *testing.T) {
	for _, c := range []struct{ src, node, found string }{
		{"", "null", ""},
		{"# alleen uitleg\n", "null", ""},
		{"\xef\xbb\xbftitle: x\n", `{title@1:1="x"@1:8}@1:1`, ""},
		{"---\ntitle: x\n", `{title@2:1="x"@2:8}@2:1`, ""},
		{"title: x\n---\nb: c\n", `{title@1:1="x"@1:8}@1:1`, "3:1 meta-second-part"},
		{"- a\n- b\n", "broken@0:0", "1:1 meta-not-fields"},
		{"title: caf\xe9\n", "broken@0:0", "1:11 meta-encoding"},
		{strings.Repeat("a: b\n", MaxFile/5+1), "broken@0:0", "1:1 meta-file-too-large"},
	} {
		n, ds := ParseYAML("handbook.yaml", []byte(c.src))
		if got := dump(n); got != c.node {
			t.Errorf("%.40q:\nnode %s\nwant %s", c.src, got, c.node)
		}
		if got := short(ds); got != c.found {
			t.Errorf("%.40q:\nfound %s\nwant %s", c.src, got, c.found)
		}
	}
}
