package theme

import (
	"regexp"

	"vaandel/builder/diag"
)

// said is what a parser that is not ours says, and how an author is told.
type said struct {
	text *regexp.Regexp
	in   diag.Text
}

// parsers are the mistakes that authors of themes make most. What is in no row is
// told as the parser says it.
var parsers = []said{
	// text/template
	{regexp.MustCompile(`^bad character \S+ '(.+)'$`), diag.Text{NL: "“%s” kan hier niet staan", EN: "“%s” can't stand here"}},
	{regexp.MustCompile(`^unexpected bad character \S+ '(.+)' in .+$`), diag.Text{NL: "“%s” kan hier niet staan", EN: "“%s” can't stand here"}},
	{regexp.MustCompile(`^unexpected (?:"(.+?)"|<(.+?)>|(\{\{.+?\}\})) in .+$`), diag.Text{NL: "“%s%s%s” kan hier niet staan", EN: "“%s%s%s” can't stand here"}},
	{regexp.MustCompile(`^illegal number syntax: "(.+)"$`), diag.Text{NL: "“%s” kan hier niet staan", EN: "“%s” can't stand here"}},
	{regexp.MustCompile(`^unexpected \{\{(\w+)\}\}$`), diag.Text{NL: "deze {{%s}} hoort nergens bij", EN: "this {{%s}} belongs to nothing"}},
	{regexp.MustCompile(`^unclosed action`), diag.Text{NL: "na {{ ontbreekt }}", EN: "{{ lacks its }}"}},
	{regexp.MustCompile(`^missing value for (\w+)$`), diag.Text{NL: "achter %s ontbreekt een waarde", EN: "%s lacks a value"}},
	{regexp.MustCompile(`^undefined variable "(.+)"$`), diag.Text{NL: "%s bestaat niet", EN: "%s does not exist"}},
	{regexp.MustCompile(`^unterminated .*(?:string|constant)$`), diag.Text{NL: "een aanhalingsteken ontbreekt", EN: "a quote is missing"}},
	// esbuild
	{regexp.MustCompile(`^Expected "(.+)" to go with "(.+)"$`), diag.Text{NL: "bij “%[2]s” ontbreekt “%[1]s”", EN: "“%[2]s” lacks its “%[1]s”"}},
	{regexp.MustCompile(`^Expected "?(.+?)"? but found (?:"(.+)"|end of file)$`), diag.Text{NL: "ik verwacht “%s”, maar er staat “%s”", EN: "“%s” is expected, but there is “%s”"}},
	{regexp.MustCompile(`^Expected "(.+)"$`), diag.Text{NL: "hier ontbreekt “%s”", EN: "“%s” is missing here"}},
	{regexp.MustCompile(`^Unexpected "(.+)"$`), diag.Text{NL: "“%s” kan hier niet staan", EN: "“%s” can't stand here"}},
	{regexp.MustCompile(`^Unterminated string`), diag.Text{NL: "een aanhalingsteken ontbreekt", EN: "a quote is missing"}},
	{regexp.MustCompile(`^"(.+)" is not a known CSS property$`), diag.Text{NL: "de eigenschap “%s” bestaat niet", EN: "there is no property “%s”"}},
	{regexp.MustCompile(`^(.+) is not in the theme$`), diag.Text{NL: "“%s” staat niet in het thema", EN: "“%s” is not in the theme"}},
	{regexp.MustCompile(`^(.+) is not in the folder assets$`), diag.Text{NL: "“%s” staat niet in de map assets", EN: "“%s” is not in the folder assets"}},
	// goccy/go-yaml
	{regexp.MustCompile(`^(?:sequence|mapping) end token '(.)' not found$`), diag.Text{NL: "het haakje “%s” ontbreekt", EN: "the bracket “%s” is missing"}},
	{regexp.MustCompile(`^could not find end character of (?:double|single)-quoted text$`), diag.Text{NL: "een aanhalingsteken ontbreekt", EN: "a quote is missing"}},
	{regexp.MustCompile(`^mapping key "(.+)" already defined at \[(\d+):\d+\]$`), diag.Text{NL: "“%s” staat al op regel %s", EN: "“%s” is on line %s already"}},
	{regexp.MustCompile(`^(?:non-map value is specified|unexpected key name|value is not allowed in this context.*)$`), diag.Text{NL: "dit is geen naam met een tekst, of het springt anders in dan de rest", EN: "this is no name with a text, or is indented unlike the rest"}},
	{regexp.MustCompile(`^found a? ?tab character.*|^found character '\\t'.*`), diag.Text{NL: "hier staat een tab; gebruik spaties", EN: "there is a tab; use spaces"}},
}

// inWords tells what a parser says in the author's words.
func inWords(text string) diag.Text {
	for _, p := range parsers {
		m := p.text.FindStringSubmatch(text)
		if m == nil {
			continue
		}
		args := make([]any, len(m)-1)
		for i, part := range m[1:] {
			args[i] = part
		}
		return p.in.With(args...)
	}
	return diag.Text{NL: text, EN: text}
}
