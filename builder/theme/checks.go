package theme

import (
	"bytes"
	"regexp"
	"strings"
	"text/template/parse"

	"vaandel/builder/diag"
)

// checkKeys reports the messages, assets and components that templates name and
// the theme does not have.
func checkKeys(sources []source, w words, a addresses, languages []string) []diag.Diagnostic {
	var ds []diag.Diagnostic
	for _, s := range sources {
		for _, name := range sortedKeys(s.plain) {
			calls(s.plain[name].Root, func(function, arg string, n parse.Node) {
				at := place(s.file, s.plain[name], n)
				switch function {
				case "asset":
					if a.static[arg] == "" {
						ds = append(ds, ruleAsset.At(at, arg))
					}
				case "msg":
					ds = append(ds, checkWord(w, at, arg, languages)...)
				}
			})
		}
	}
	return ds
}

// checkWord reports a message that a language of the handbook does not have,
// unless it does not have the language at all: that is told once.
func checkWord(w words, at diag.Position, key string, languages []string) []diag.Diagnostic {
	if _, ok := w.find(spoken, key); !ok {
		return []diag.Diagnostic{ruleWord.At(at, key, languages[0])}
	}
	var ds []diag.Diagnostic
	for _, lang := range languages {
		if words := w.of(lang); words != nil {
			if _, ok := words[key]; !ok {
				d := ruleWord.At(at, key, lang)
				d.Severity = diag.Warning // it is there in English
				ds = append(ds, d)
			}
		}
	}
	return ds
}

// place returns where a node stands in its file.
func place(f file, tree *parse.Tree, n parse.Node) diag.Position {
	return f.characters(templateDiagnostic(located{tree, n}, "", nil)).Position
}

// located is an error at a node, in the form of the template packages.
type located struct {
	tree *parse.Tree
	node parse.Node
}

func (l located) Error() string {
	where, _ := l.tree.ErrorContext(l.node)
	return "template: " + where + ": "
}

// calls visits every msg, asset and script with a constant below n, also those
// inside of conditions and arguments.
func calls(n parse.Node, visit func(function, arg string, n parse.Node)) {
	var pipe func(*parse.PipeNode)
	pipe = func(p *parse.PipeNode) {
		if p == nil {
			return
		}
		for _, c := range p.Cmds {
			if len(c.Args) > 1 {
				first := *c
				first.Args = c.Args[:2]
				if function, arg, ok := call(&first); ok {
					visit(function, arg, c)
				}
			}
			for _, arg := range c.Args {
				if inner, ok := arg.(*parse.PipeNode); ok {
					pipe(inner)
				}
			}
		}
	}
	walk(n, func(n parse.Node) {
		switch n := n.(type) {
		case *parse.ActionNode:
			pipe(n.Pipe)
		case *parse.TemplateNode:
			pipe(n.Pipe)
		case *parse.IfNode:
			pipe(n.Pipe)
		case *parse.RangeNode:
			pipe(n.Pipe)
		case *parse.WithNode:
			pipe(n.Pipe)
		}
	})
}

var (
	templateComment = regexp.MustCompile(`(?s)\{\{-? ?/\*.*?\*/ ?-?\}\}|<!--.*?-->`)
	startTag        = regexp.MustCompile(`(?s)<([a-zA-Z][a-zA-Z0-9-]*)((?:[^<>]|\{\{[^}]*\}\})*)>`)
	styleAttribute  = regexp.MustCompile(`(?i)\sstyle\s*=`)
	handler         = regexp.MustCompile(`(?i)\son[a-z]+\s*=`)
	sourceAttribute = regexp.MustCompile(`(?i)\ssrc\s*=`)
	// What checkInline reports has one of these in it, in lower case, or begins a
	// tag; a comment may stand between name and sign. They begin with letters
	// because such are found fastest.
	styled  = regexp.MustCompile(`style\s*(?:=|\{\{|<!--)`)
	handled = regexp.MustCompile(`on[a-z]+\s*(?:=|\{\{|<!--)`)
)

// mayHaveInline tells, at little cost, whether checkInline can find anything.
func mayHaveInline(lower []byte) bool {
	return bytes.Contains(lower, []byte("<style")) || bytes.Contains(lower, []byte("<script")) ||
		styled.Match(lower) || handled.Match(lower)
}

// blank returns text as spaces, its newlines kept.
func blank(text []byte) []byte {
	out := bytes.Repeat([]byte(" "), len(text))
	for i, c := range text {
		if c == '\n' {
			out[i] = c
		}
	}
	return out
}

// checkInline reports what the pages' security policy forbids: script and style
// inside the HTML. Without it, an author sees no more than that it doesn't work.
func checkInline(f file) []diag.Diagnostic {
	if !mayHaveInline(bytes.ToLower(f.data)) {
		return nil // without looking at each tag
	}
	var ds []diag.Diagnostic
	text := templateComment.ReplaceAllFunc(f.data, blank)
	for _, m := range startTag.FindAllSubmatchIndex(text, -1) {
		tag, attributes := strings.ToLower(string(text[m[2]:m[3]])), text[m[4]:m[5]]
		found := ""
		switch {
		case tag == "style":
			found = "<style>"
		case tag == "script" && !sourceAttribute.Match(attributes):
			found = "<script>"
		case styleAttribute.Match(attributes):
			found = "style="
		case handler.Match(attributes):
			found = strings.TrimSpace(string(handler.Find(attributes)))
		default:
			continue
		}
		ds = append(ds, ruleInline.At(f.place(m[0]), found))
	}
	return ds
}
