package theme

import (
	"bytes"
	"html/template"
	"regexp"
	"slices"
	"strings"
	"text/template/parse"

	"github.com/tdewolff/minify/v2"
	minifyhtml "github.com/tdewolff/minify/v2/html"

	"vaandel/builder/diag"
)

// document is the frame around every layout, and hole the name by which it
// inserts the layout.
const (
	document = "document"
	hole     = "main"
)

// layoutPrefix sets the names of layouts apart from those of components: a
// checklist is both.
const layoutPrefix = "layouts/"

// source is a parsed template file.
type source struct {
	file file
	// name is "document", "layouts/policy" or, of a component, "trail".
	name string
	// whole is true for a layout that is a document by itself.
	whole bool
	// small are the trees of the minified file, plain those of the file as it
	// is, for line numbers; by name of the template.
	small, plain map[string]*parse.Tree
}

// parseTemplates reads all templates. One that can't be read is a diagnostic.
func parseTemplates(files files) ([]source, []diag.Diagnostic) {
	var out []source
	var ds []diag.Diagnostic
	for _, p := range files.in("", ".html") {
		f := files[p]
		name, ok := templateName(p)
		if !ok {
			continue
		}
		plain, err := parseTrees(f, name, string(f.data))
		if err != nil {
			ds = append(ds, f.unreadable(err))
			continue
		}
		ds = append(ds, checkInline(f)...)
		out = append(out, source{
			file: f, name: name, plain: plain,
			small: minified(f, name, plain),
			whole: strings.HasPrefix(name, layoutPrefix) && hasDoctype(f.data),
		})
	}
	return out, ds
}

// templateName returns the name of the template in the file p.
func templateName(p string) (string, bool) {
	switch name := strings.TrimSuffix(p, ".html"); {
	case name == document:
		return name, true
	case strings.HasPrefix(name, layoutPrefix) && strings.Count(name, "/") == 1:
		return name, true
	case component(p, ".html") != "":
		return component(p, ".html"), true
	}
	return "", false
}

var doctype = regexp.MustCompile(`(?i)<!doctype[^>]*>`)

// hasDoctype tells whether the HTML of a template starts with a doctype.
func hasDoctype(data []byte) bool {
	text := bytes.TrimSpace(templateComment.ReplaceAll(data, nil))
	at := doctype.FindIndex(text)
	return at != nil && at[0] == 0
}

// parseTrees parses src and returns its trees by name: the file's own and those
// it defines. Errors name the file's path.
func parseTrees(f file, name, src string) (map[string]*parse.Tree, error) {
	t, err := template.New(f.shown).Funcs(functions(nil, "", nil)).Parse(src)
	if err != nil {
		return nil, err
	}
	trees := map[string]*parse.Tree{}
	for _, each := range t.Templates() {
		if each.Tree == nil {
			continue
		}
		if each.Name() == f.shown {
			trees[name] = each.Tree
		} else {
			trees[each.Name()] = each.Tree
		}
	}
	if trees[name] == nil { // nothing but definitions
		trees[name] = &parse.Tree{Name: name, ParseName: f.shown, Root: &parse.ListNode{NodeType: parse.NodeList}}
	}
	return trees, nil
}

// minified returns the trees of the file without the white space and comments
// that no reader sees. The minifier knows templates but does not promise much
// about them, so where an action changed, the file is used as it is.
func minified(f file, name string, plain map[string]*parse.Tree) map[string]*parse.Tree {
	m := minify.New()
	m.Add("text/html", &minifyhtml.Minifier{
		KeepSpecialComments: true,
		KeepDefaultAttrVals: true,
		KeepDocumentTags:    true,
		KeepEndTags:         true,
		KeepQuotes:          true,
		KeepWhitespace:      true,
		TemplateDelims:      minifyhtml.GoTemplateDelims,
	})
	// The minifier writes into the slice that it reads.
	small, err := m.Bytes("text/html", bytes.Clone(f.data))
	if err != nil {
		return plain
	}
	// It has its own spelling of the doctype, which validators don't share.
	if asWritten := doctype.Find(f.data); asWritten != nil {
		small = doctype.ReplaceAllLiteral(small, asWritten)
	}
	trees, err := parseTrees(f, name, string(small))
	if err != nil || !slices.Equal(actions(trees), actions(plain)) {
		return plain
	}
	return trees
}

// actions lists all that is not text in trees.
func actions(trees map[string]*parse.Tree) []string {
	var out []string
	for _, name := range sortedKeys(trees) {
		out = append(out, "define "+name)
		walk(trees[name].Root, func(n parse.Node) {
			switch n := n.(type) {
			case *parse.ActionNode:
				out = append(out, n.String())
			case *parse.TemplateNode:
				out = append(out, n.String())
			case *parse.IfNode:
				out = append(out, "if "+n.Pipe.String())
			case *parse.RangeNode:
				out = append(out, "range "+n.Pipe.String())
			case *parse.WithNode:
				out = append(out, "with "+n.Pipe.String())
			}
		})
	}
	return out
}

// walk calls visit for n and all below it, but for the insides of pipelines.
func walk(n parse.Node, visit func(parse.Node)) {
	branch := func(b *parse.BranchNode) {
		walk(b.List, visit)
		if b.ElseList != nil {
			walk(b.ElseList, visit)
		}
	}
	visit(n)
	switch n := n.(type) {
	case *parse.ListNode:
		if n == nil {
			return
		}
		for _, each := range n.Nodes {
			walk(each, visit)
		}
	case *parse.IfNode:
		branch(&n.BranchNode)
	case *parse.RangeNode:
		branch(&n.BranchNode)
	case *parse.WithNode:
		branch(&n.BranchNode)
	}
}
