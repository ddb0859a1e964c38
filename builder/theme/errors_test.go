package theme_test

import (
	"errors"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"vaandel/builder/diag"
	"vaandel/builder/theme"
)

// TestBrokenThemes holds what an author of a theme reads: where it is, what is
// wrong, in Dutch and English, and what to do.
func TestBrokenThemes(t *testing.T) {
	for _, c := range []struct {
		name, file, text string
		at               string // file:line:column
		rule             string
		nl, en, hint     string // parts of message and Dutch hint
	}{
		{"no end", "layouts/page.html", "<h1>x</h1>\n\n{{if .Title}}\n<p>a</p>\n", "mine/layouts/page.html:5",
			"theme-template-unclosed", "uit voordat alles is afgesloten", "ends before everything is closed", "{{end}}"},
		{"unknown function", "layouts/page.html", "<h1>x</h1>\n<p>{{dat .Title}}</p>\n", "mine/layouts/page.html:2:6",
			"theme-template-function", "de functie “dat”", "the function “dat”", "Bedoel je “date”?"},
		{"bad syntax", "components/a/a.html", "\n\n<p>é {{.Title +}}</p>", "mine/components/a/a.html:3:15",
			"theme-template", "is niet te lezen: “+” kan hier niet staan.", "can't be read: “+” can't stand here.", "{{ en }}"},
		{"unknown component", "layouts/page.html", "<h1>x</h1>\n  {{template \"naem\" .}}\n", "mine/layouts/page.html:2:14",
			"theme-template-part", "voegt “naem” in", "inserts “naem”", "components/naem/naem.html"},
		{"unbalanced branches", "layouts/page.html", "<h1>x</h1>\n<p {{if .Title}}title=\"{{end}}>y</p>\n", "mine/layouts/page.html:2:9",
			"theme-template-unsafe", "niet veilig invullen", "can't be filled in safely", "aanhalingstekens"},
		{"missing message", "layouts/page.html", "<h1>x</h1>\n<p>{{msg \"helo\"}}</p>\n", "mine/layouts/page.html:2:6",
			"theme-message-missing", "de tekst “helo”", "the message “helo”", "messages/nl.yaml"},
		{"missing message in a condition", "layouts/page.html", "<h1>x</h1>\n\n{{if eq (msg \"helo\" 1) .Title}}y{{end}}\n", "mine/layouts/page.html:3:10",
			"theme-message-missing", "de tekst “helo”", "the message “helo”", "messages/nl.yaml"},
		{"missing asset", "layouts/page.html", "<h1>x</h1>\n<img src=\"{{asset \"a.svg\"}}\" alt=\"\">", "mine/layouts/page.html:2:13",
			"theme-asset", "gebruikt “a.svg”", "uses “a.svg”", "Zet het bestand in assets"},
		{"inline script", "layouts/page.html", "<h1>x</h1>\n\n<script>alert(1)</script>\n", "mine/layouts/page.html:3:1",
			"theme-inline", "staat <script>", "holds <script>", ".ts"},
		{"inline style", "layouts/page.html", "<h1>x</h1>\n<p class=\"a\" style=\"color:red\">x</p>\n", "mine/layouts/page.html:2:1",
			"theme-inline", "staat style=", "holds style=", ".css"},
		{"style behind a comment", "layouts/page.html", "<h1>x</h1>\n<p STYLE{{/* why */}}=\"color:red\">x</p>\n", "mine/layouts/page.html:2:1",
			"theme-inline", "staat style=", "holds style=", ".css"},
		{"handler", "layouts/page.html", "<h1>x</h1>\n<button {{if .Title}}disabled{{end}} onclick=\"go()\">x</button>\n", "mine/layouts/page.html:2:1",
			"theme-inline", "staat onclick=", "holds onclick=", ".ts"},
		{"style", "style.css", "/* é */\n\n@import \"nope.css\";\nh1 { color: red }\n", "mine/style.css:3:9",
			"theme-style", "“nope.css” staat niet in het thema", "“nope.css” is not in the theme", "puntkomma"},
		{"brace that is missing", "style.css", "h1 {\n  color: red;\n", "mine/style.css:3:1",
			"theme-style", "bij “{” ontbreekt “}”", "“{” lacks its “}”", "haakje"},
		{"brace too many", "components/a/a.css", ".é { color: red }}\n", "mine/components/a/a.css:1:18",
			"theme-style", "“}” kan hier niet staan", "“}” can't stand here", "haakje"},
		{"colon that is missing", "tokens.css", ":root {\n  --ink #123;\n}\n", "mine/tokens.css:2:8",
			"theme-style", "hier ontbreekt “:”", "“:” is missing here", "puntkomma"},
		{"end too many", "layouts/page.html", "<h1>x</h1>\n<p>{{.Title}} {{end}}</p>", "mine/layouts/page.html:2:15",
			"theme-template", "deze {{end}} hoort nergens bij", "this {{end}} belongs to nothing", "{{ en }}"},
		{"action without end", "layouts/page.html", "<h1>x</h1>\n<p>{{.Title</p>\n", "mine/layouts/page.html:2:12",
			"theme-template", "“<” kan hier niet staan", "“<” can't stand here", "{{ en }}"},
		{"component's style", "components/a/a.css", ".a {\n  background: url(nope.svg);\n}\n", "mine/components/a/a.css:2:15",
			"theme-style", "nope.svg", "nope.svg", "puntkomma"},
		{"script", "components/a/a.ts", "const x: number = 1;\nconst y = ;\n", "mine/components/a/a.ts:2:11",
			"theme-script", "“;” kan hier niet staan", "“;” can't stand here", "script"},
		{"script with a package", "components/a/a.ts", "import x from \"lodash\";\nx();\n", "mine/components/a/a.ts:1:15",
			"theme-script", "“lodash” staat niet in het thema", "“lodash” is not in the theme", "bestanden uit het thema"},
		{"messages", "messages/nl.yaml", "a: b\nc: [d\n", "mine/messages/nl.yaml:2:4",
			"theme-messages", "niet te lezen", "can't be read", "aanhalingstekens"},
	} {
		t.Run(c.name, func(t *testing.T) {
			mine := fstest.MapFS{c.file: {Data: []byte(c.text)}}
			base := small(map[string]string{"style.css": "@import \"tokens.css\";\n@import \"vaandel:components\";\nh1 { color: red }\n", "tokens.css": ""})
			th, ds, err := theme.Compile([]fs.FS{mine, base}, theme.Options{Names: []string{"mine", "base"}})
			if err != nil {
				t.Fatal(err)
			}
			if th != nil {
				t.Error("there is a theme all the same")
			}
			if len(ds) == 0 {
				t.Fatal("no diagnostic")
			}
			d := ds[0]
			if d.Position.String() != c.at || d.Rule != c.rule || d.Severity != diag.Error {
				t.Errorf("got %s at %s (%s), want %s at %s", d.Rule, d.Position, d.Message.EN, c.rule, c.at)
			}
			for got, want := range map[string]string{d.Message.NL: c.nl, d.Message.EN: c.en, d.Hint.NL: c.hint} {
				if !strings.Contains(got, want) {
					t.Errorf("%q does not contain %q", got, want)
				}
			}
			if d.Hint.EN == "" {
				t.Error("no English hint")
			}
			for _, other := range ds {
				if other.Rule == c.rule && other != d && other.Line == d.Line && other.File == d.File && other.Column == d.Column {
					t.Errorf("told twice: %v", other)
				}
			}
		})
	}
}

// TestErrorsWhileFilling holds that a mistake that shows only with a page in
// hand is told with the line of the file, though the minified template has lost
// its lines.
func TestErrorsWhileFilling(t *testing.T) {
	for _, c := range []struct{ name, text, at, rule, nl, hint string }{
		{"unknown field", "<h1>x</h1>\n\n<p>\n  {{.Titel}}\n</p>\n", "mine/layouts/page.html:4:5",
			"theme-template-field", "vraagt om “.Titel”", "Bedoel je “.Title”?"},
		{"unknown field below", "<h1>x</h1>\n{{range .Refs}}\n<a title=\"één\" href=\"{{.Hraf}}\">y</a>{{end}}\n", "mine/layouts/page.html:3:24",
			"theme-template-field", "vraagt om “.Hraf”", "Bedoel je “.Href”?"},
		{"wrong argument", "<h1>x</h1>\n\n{{number .Title}}\n", "mine/layouts/page.html:3:3",
			"theme-template-fill", "no whole number", "{{ en }}"},
	} {
		t.Run(c.name, func(t *testing.T) {
			mine := fstest.MapFS{"layouts/page.html": {Data: []byte(c.text)}}
			th, ds, err := theme.Compile([]fs.FS{mine, small(nil)}, theme.Options{Names: []string{"mine"}})
			if err != nil || th == nil {
				t.Fatal(err, ds)
			}
			_, err = th.Page("nl", "page", &page{Title: "x", Refs: []ref{{"a", "b"}}})
			var broken *theme.Error
			if !errors.As(err, &broken) {
				t.Fatalf("error: %v", err)
			}
			d := broken.Diagnostic
			if d.Position.String() != c.at || d.Rule != c.rule {
				t.Errorf("got %s at %s (%s), want %s at %s", d.Rule, d.Position, d.Message.EN, c.rule, c.at)
			}
			if !strings.Contains(d.Message.NL, c.nl) || !strings.Contains(d.Hint.NL, strings.ReplaceAll(c.hint, "“.", "“")) {
				t.Errorf("message %q, hint %q", d.Message.NL, d.Hint.NL)
			}
		})
	}
}

func TestAllMistakesAreToldAtOnce(t *testing.T) {
	mine := fstest.MapFS{
		"layouts/page.html":   {Data: []byte("<h1>{{if}}</h1>")},
		"layouts/policy.html": {Data: []byte("<h1>{{nope}}</h1>")},
		"components/a/a.ts":   {Data: []byte("const = 1")},
		"messages/nl.yaml":    {Data: []byte("a: [b")},
	}
	_, ds, err := theme.Compile([]fs.FS{mine, small(nil)}, theme.Options{})
	if err != nil {
		t.Fatal(err)
	}
	rules := map[string]bool{}
	for _, d := range ds {
		rules[d.Rule] = true
	}
	for _, rule := range []string{"theme-template", "theme-template-function", "theme-script", "theme-messages"} {
		if !rules[rule] {
			t.Errorf("%s is not told: %v", rule, ds)
		}
	}
}

func TestEmptyLayerAndOddAccent(t *testing.T) {
	th, ds, err := theme.Compile([]fs.FS{fstest.MapFS{"notes.txt": {Data: []byte("x")}}, small(nil)},
		theme.Options{Accent: "blauw", AccentAt: diag.Position{File: "handbook.yaml", Line: 3, Column: 11}, Names: []string{"themes/leeg"}})
	if err != nil || th == nil {
		t.Fatal(err, ds)
	}
	if len(ds) != 2 || ds[0].Rule != "theme-accent" || ds[0].Position.String() != "handbook.yaml:3:11" ||
		ds[1].Rule != "theme-empty" || ds[1].File != "themes/leeg" {
		t.Errorf("diagnostics: %v", ds)
	}
}

// TestMessageNobodyAsksFor holds that a key that is misspelt is told, and one that
// the theme's own template asks for, whole or put together, is not.
func TestMessageNobodyAsksFor(t *testing.T) {
	mine := fstest.MapFS{
		"messages/nl.yaml":  {Data: []byte("# één\nhelo: Hallo\npages: { one: \"{0} blad\", other: \"{0} bladen\" }\nmijn:\n  eigen: Ja\n  ander: Nee\nsoort: { a: A }\nlanguage: { names: { fy: Fries } }\n")},
		"layouts/page.html": {Data: []byte(`<h1>{{msg "mijn.eigen"}} {{msg (print "soort." .Title)}}</h1>`)},
		"messages/en.yaml":  {Data: []byte("mijn: { eigen: Yes }\nsoort: { a: A }\n")},
	}
	th, ds, err := theme.Compile([]fs.FS{mine, small(nil)}, theme.Options{Names: []string{"mine"}})
	if err != nil || th == nil {
		t.Fatal(err, ds)
	}
	want := []string{
		"mine/messages/nl.yaml:2:1 Geen enkel sjabloon gebruikt de tekst “helo”. Bedoel je “hello”?",
		"mine/messages/nl.yaml:6:3 Geen enkel sjabloon gebruikt de tekst “mijn.ander”. Verbeter de naam, of haal de regel weg.",
	}
	var got []string
	for _, d := range ds {
		got = append(got, d.Position.String()+" "+d.Message.NL+" "+d.Hint.NL)
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got:\n%s", strings.Join(got, "\n"))
	}
}

func TestHugeFileIsNotRead(t *testing.T) {
	mine := fstest.MapFS{"assets/film.svg": {Data: make([]byte, 5<<20)}}
	th, ds, err := theme.Compile([]fs.FS{mine, small(nil)}, theme.Options{})
	if err != nil || th != nil || len(ds) != 1 || ds[0].Rule != "theme-file-large" {
		t.Errorf("theme %v, diagnostics %v, error %v", th != nil, ds, err)
	}
}
