package markdown

import (
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"slices"
	"strings"
	"testing"

	"vaandel/builder/diag"
)

// TestRules holds where each rule points, and that it says something in both
// languages. The whole texts stand in testdata/pages.
func TestRules(t *testing.T) {
	deep := strings.Repeat("> ", MaxNesting+1) + "a"
	wide := strings.Repeat("|a", MaxColumns+1) + "\n" + strings.Repeat("|-", MaxColumns+1)
	long := "|a|b|\n|-|-|\n" + strings.Repeat("|\n", MaxCells/2)
	tried := map[*diag.Rule]bool{}
	for _, c := range []struct {
		rule *diag.Rule
		src  string
		at   string // line:column
		nl   string // part of the message or the hint
		en   string
	}{
		{&encoding, "a\npriv\xe9\n", "2:5", "UTF-8", "UTF-8"},
		{&control, "a\nb\x07\n", "2:2", "niemand ziet", "nobody sees"},
		{&pageLarge, strings.Repeat("a", MaxPage+1), "", "2.0 MB, en 2 MB mag", "2.0 MB, and 2 MB is the most"},
		{&pageDeep, "a\n\n" + deep, "3:41", "meer dan 20", "more than 20"},
		{&tableWide, wide, "2:1", "65 kolommen", "65 columns"},
		{&tableLong, long, "2:1", "50002 vakjes", "50002 cells"},
		{&pageComplex, strings.Repeat("a **b", 20_000), "", "te ingewikkeld", "too complex"},
		{&htmlOff, "a\n\nb <b>c</b> <i>d</i>\n", "3:3", "2×", "2×"},
		{&commentOpen, "a\n\n <!-- b\n", "3:1", "-->", "-->"},
		{&linkScheme, "é [a](data:x)", "1:3", "https://", "https://"},
		{&linkSchemeNear, "[a](mialto:x@y.nl)", "1:1", "mailto:", "mailto:"},
		{&linkDisk, "[a](C:\\b.docx)", "1:1", `"C:\b.docx"`, `"C:\b.docx"`},
		{&linkBare, "[a](www.b.nl)", "1:1", "Schrijf https://www.b.nl.", "Write https://www.b.nl."},
		{&linkEmpty, "a [b]()", "1:3", "geen adres", "no address"},
		{&linkText, "[](a.md)", "1:1", `"a.md"`, `"a.md"`},
		{&pictureOutside, "![a](https://b.nl/c.png)", "1:1", "andere site", "another site"},
		{&pictureScheme, "- ![a](data:image/png;base64,AA)", "1:3", "Bewaar het beeld", "Save the picture"},
		{&headingEmpty, "a\n\n##\n", "3:1", "geen tekst", "no text"},
		{&idDouble, "## a {#x}\n\n## b {#x}\n", "3:1", "{#x}", "{#x}"},
		{&calloutUnknown, "> [!ZZZZ]\n> a", "1:1", `"ZZZZ"`, `"ZZZZ"`},
		{&calloutNear, "> [!TIPS]\n> a", "1:1", "Bedoel je TIP?", "Did you mean TIP?"},
		{&fenceOpen, "a\n\n```\nb\n", "3:1", "geen einde", "no end"},
		{&tableRow, "|a|\n|-|\n|b|c|\n", "3:1", "2 vakjes", "2 cells"},
		{&footnoteMissing, "a [^b]\n\n[^c]: d [^c]\n", "1:3", "[^b]", "[^b]"},
		{&footnoteUnused, "a\n\n[^b]: c\n", "3:1", "[^b]", "[^b]"},
		{&taskBox, "- [ ] a\n- [ x ] b\n", "2:3", `"[ x ]"`, `"[ x ]"`},
		{&taskWithoutBox, "- [ ] a\n- b\n", "2:1", "geen vakje", "no box"},
		{&taskEmpty, "- [ ] a\n- [ ]\n", "2:1", "staat niets", "nothing to tick"},
		{&chooserQuestion, "1. **Wat?**\n    - A. Ga naar vraag 9.\n    - B.\n    - C.\n", "2:5", "naar vraag 9", "to question 9"},
		{&quizWithoutAnswer, "## Wat?\n\n- [ ] a\n- [ ] b\n", "1:1", `"Wat?"`, `"Wat?"`},
		{&quizOneAnswer, "## Wat?\n\n- [x] a\n", "1:1", `"Wat?"`, `"Wat?"`},
		{&quizWithoutQuestion, "- [x] a\n- [ ] b\n", "1:1", "geen vraag", "no question"},
		{&postNetwork, "```post\na\n```\n", "1:1", "welk netwerk", "which network"},
		{&postEmpty, "```post {network=x}\n```\n", "1:1", "geen tekst", "no text"},
		{&postBraces, "```post {network=}\na\n```\n", "1:1", "tussen { en }", "between { and }"},
		{&postField, "```post {network=x kleur=y}\na\n```\n", "1:1", `"kleur"`, `"kleur"`},
		{&postFieldNear, "```post {network=x tpye=y}\na\n```\n", "1:1", `Bedoel je "type"?`, `Did you mean "type"?`},
	} {
		tried[c.rule] = true
		holds(t, c.rule, Parse("a.md", []byte(c.src), Options{Kind: "training"}), c.at, c.nl, c.en)
	}
	tried[&htmlNotAllowed] = true
	holds(t, &htmlNotAllowed, Parse("a.md", []byte("a <form>b</form>"), Options{RawHTML: true}), "1:3", "1×", "1×")
	tried[&pageUnreadable] = true
	w := &writer{context: newContext(nil), doc: &Document{}, file: "a.md"}
	w.stop("a fault of a library")
	holds(t, &pageUnreadable, w.doc, "", "fout van ons", "mistake of ours")
	if declared := declaredRules(t); len(tried) != len(declared) {
		t.Errorf("%d rules are tried; there are %d: %v", len(tried), len(declared), declared)
	}
}

// holds looks for a rule among the diagnostics of a page.
func holds(t *testing.T, rule *diag.Rule, d *Document, at, nl, en string) {
	t.Helper()
	check(t, rule.ID, &Document{Diagnostics: slices.DeleteFunc(slices.Clone(d.Diagnostics), func(x diag.Diagnostic) bool {
		return x.Rule == pageUnreadable.ID
	})})
	want := strings.TrimSuffix("a.md:"+at, ":")
	for _, x := range d.Diagnostics {
		if x.Rule != rule.ID || x.Position.String() != want || x.Severity != rule.Severity {
			continue
		}
		if !strings.Contains(x.Message.NL+" "+x.Hint.NL, nl) || !strings.Contains(x.Message.EN+" "+x.Hint.EN, en) {
			t.Errorf("%s says %+v %+v", rule.ID, x.Message, x.Hint)
		}
		return
	}
	t.Errorf("%s is not at %s: %v", rule.ID, want, d.Diagnostics)
}

// declaredRules returns the names of all rules of the package.
func declaredRules(t *testing.T) []string {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), "rules.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	names := map[string]bool{}
	for _, decl := range file.Decls {
		if g, ok := decl.(*ast.GenDecl); ok && g.Tok == token.VAR {
			for _, spec := range g.Specs {
				names[spec.(*ast.ValueSpec).Names[0].Name] = true
			}
		}
	}
	return slices.Sorted(maps.Keys(names))
}
