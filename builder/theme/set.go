package theme

import (
	"fmt"
	"html/template"
	"io"
	"maps"
	"slices"
	"strings"
	"sync"
	"text/template/parse"

	"vaandel/builder/diag"
)

// set is all templates of a theme in one language.
type set struct {
	pages map[string]*template.Template // by layout
	parts map[string]*template.Template // by component

	// When a template fails, the templates as their author wrote them run once
	// more, to learn the line: the minified ones have lost their lines.
	sources []source
	lang    string
	theme   *Theme
	plain   sync.Once
	asIs    *template.Template
}

// buildSets makes the templates of each language. At first use html/template
// looks where in the HTML each action stands; doing that here shows what it
// refuses before a page is made. The first language tells for all, as the others
// differ in words alone.
func buildSets(sources []source, t *Theme) (map[string]*set, []diag.Diagnostic) {
	sets := map[string]*set{}
	var ds []diag.Diagnostic
	for i, lang := range t.languages {
		s := &set{
			pages:   map[string]*template.Template{},
			parts:   map[string]*template.Template{},
			sources: sources, lang: lang, theme: t,
		}
		root, names := s.small(), entries(sources)
		if i == 0 && isUnsafe(together(root, names).Execute(io.Discard, nil)) {
			root = s.small()
			ds = s.refused(root, names)
		}
		for _, name := range names {
			if layout, ok := strings.CutPrefix(name, document+":"); ok {
				s.pages[layout] = root.Lookup(name)
			} else {
				s.parts[name] = root.Lookup(name)
			}
		}
		sets[lang] = s
	}
	return sets, ds
}

// small makes the templates that pages are made with.
func (s *set) small() *template.Template {
	return s.root(func(each source) map[string]*parse.Tree { return each.small })
}

// together returns a template that calls all those named: html/template takes
// much less time for all at once than for one after the other.
func together(root *template.Template, names []string) *template.Template {
	var calls strings.Builder
	for _, name := range names {
		fmt.Fprintf(&calls, "{{template %q .}}", name)
	}
	// No file makes a template of this name.
	return template.Must(root.New("/").Parse(calls.String()))
}

// refused tells which of the templates html/template refuses.
func (s *set) refused(root *template.Template, names []string) []diag.Diagnostic {
	var ds []diag.Diagnostic
	for _, name := range names {
		if err := root.Lookup(name).Execute(io.Discard, nil); isUnsafe(err) {
			ds = append(ds, s.diagnostic(err, name, nil))
		}
	}
	return ds
}

// entries are the names of the templates that are called from outside: of each
// layout its document ("document:policy"), and each component.
func entries(sources []source) []string {
	var out []string
	for _, s := range sources {
		if layout, ok := strings.CutPrefix(s.name, layoutPrefix); ok {
			out = append(out, document+":"+layout)
		} else if s.name != document {
			out = append(out, s.name)
		}
	}
	return out
}

// root makes one set of templates of the trees that pick chooses.
func (s *set) root(pick func(source) map[string]*parse.Tree) *template.Template {
	root := template.New("").Funcs(functions(s.theme.words, s.lang, s.theme))
	add := func(name string, tree *parse.Tree) {
		tree = tree.Copy()
		s.fold(tree.Root)
		// It fails only for a set that has run.
		template.Must(root.AddParseTree(name, tree))
	}
	var frame *parse.Tree
	for _, each := range s.sources {
		trees := pick(each)
		for _, name := range sortedKeys(trees) {
			add(name, trees[name])
		}
		if each.name == document {
			frame = trees[document]
		}
	}
	for _, each := range s.sources {
		layout, ok := strings.CutPrefix(each.name, layoutPrefix)
		if !ok {
			continue
		}
		tree := pick(each)[each.name]
		if !each.whole && frame != nil {
			tree = frame.Copy()
			walk(tree.Root, func(n parse.Node) {
				if call, ok := n.(*parse.TemplateNode); ok && call.Name == hole {
					call.Name = each.name
				}
			})
		}
		add(document+":"+layout, tree)
	}
	return root
}

// fold writes what is the same on every page straight into the template:
// {{msg "next"}} becomes the text itself. It saves some twenty calls a page.
func (s *set) fold(list *parse.ListNode) {
	walk(list, func(n parse.Node) {
		list, ok := n.(*parse.ListNode)
		if !ok || list == nil {
			return
		}
		for i, each := range list.Nodes {
			if name, arg, ok := constant(each); ok {
				if text := textNode(s.fixed(name, arg)); text != nil {
					list.Nodes[i] = text
				}
			}
		}
	})
}

// textNode is text, escaped, as a part of a template. It is parsed, between
// delimiters that no text has, because a node must know its tree. It is nil for
// text that a template can't hold.
func textNode(text string) parse.Node {
	const never = "\x00"
	tree, err := parse.New("").Parse(template.HTMLEscapeString(text), never, never, map[string]*parse.Tree{})
	if err != nil || len(tree.Root.Nodes) != 1 {
		return nil
	}
	return tree.Root.Nodes[0]
}

// fixed is the value of a function that depends on nothing but its argument.
func (s *set) fixed(function, arg string) string {
	switch function {
	case "asset":
		return s.theme.addresses.static[arg]
	case "script":
		return s.theme.addresses.scripts[arg]
	}
	return s.theme.words.message(s.lang, arg)
}

// constant recognises {{msg "key"}}, {{asset "file"}} and {{script "name"}}.
func constant(n parse.Node) (function, arg string, ok bool) {
	action, ok := n.(*parse.ActionNode)
	if !ok || len(action.Pipe.Decl) > 0 || len(action.Pipe.Cmds) != 1 {
		return "", "", false
	}
	return call(action.Pipe.Cmds[0])
}

// call recognises msg "key", asset "file" and script "name" without more.
func call(c *parse.CommandNode) (function, arg string, ok bool) {
	if len(c.Args) != 2 {
		return "", "", false
	}
	name, isName := c.Args[0].(*parse.IdentifierNode)
	text, isText := c.Args[1].(*parse.StringNode)
	if !isName || !isText || !slices.Contains([]string{"msg", "asset", "script"}, name.Ident) {
		return "", "", false
	}
	return name.Ident, text.Text, true
}

// again runs the template as its author wrote it, for the error with the right
// line. Should that not fail, the first error stands.
func (s *set) again(err error, name string, view any) error {
	s.plain.Do(func() {
		s.asIs = s.root(func(each source) map[string]*parse.Tree { return each.plain })
	})
	if entry := s.asIs.Lookup(name); entry != nil {
		if exact := entry.Execute(io.Discard, view); exact != nil {
			return exact
		}
	}
	return err
}

// explain turns an error of the template into one for its author.
func (s *set) explain(err error, name string, view any) error {
	return &Error{s.diagnostic(err, name, view)}
}

func (s *set) diagnostic(err error, name string, view any) diag.Diagnostic {
	d := templateDiagnostic(s.again(err, name, view), "", view)
	for _, each := range s.sources {
		if each.file.shown == d.File {
			return each.file.characters(d)
		}
	}
	return d
}

// sortedKeys returns the keys of m in order.
func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
