package theme

import (
	"bytes"
	"regexp"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"

	"vaandel/builder/diag"
)

// checkUnused reports the messages of upper layers that nothing asks for: a key
// that is misspelt changes nothing, and no template misses it.
func checkUnused(files files, sources []source, base int) []diag.Diagnostic {
	upper := slices.DeleteFunc(files.in("messages", ".yaml"), func(name string) bool { return layer(name) >= base })
	if len(upper) == 0 {
		return nil
	}
	known := knownKeys(files, base)
	constants := stringsOf(sources)
	var ds []diag.Diagnostic
	for _, name := range upper {
		f := files[name]
		places := keyPlaces(f.data)
		for _, key := range keysOf(f) {
			if known[key] || isAsked(key, constants) {
				continue
			}
			at := places[key]
			ds = append(ds, f.characters(unused(f.at(at[0], at[1]), key, sortedKeys(known))))
		}
	}
	return ds
}

// unused is the diagnostic, with the key that was probably meant.
func unused(at diag.Position, key string, known []string) diag.Diagnostic {
	hint := diag.Text{NL: "Verbeter de naam, of haal de regel weg.", EN: "Mend the name, or remove the line."}
	if near, ok := diag.Nearest(key, known); ok {
		hint = diag.Text{NL: "Bedoel je “%s”?", EN: "Do you mean “%s”?"}.With(near)
	}
	return ruleUnused.At(at, key, hint.NL, hint.EN)
}

// knownKeys are the keys of the lowest layer, in any language.
func knownKeys(files files, base int) map[string]bool {
	known := map[string]bool{}
	for _, name := range files.in("messages", ".yaml") {
		if layer(name) == base {
			for _, key := range keysOf(files[name]) {
				known[key] = true
			}
		}
	}
	return known
}

// keysOf are the keys of a file, in its order; none where it can't be read.
func keysOf(f file) []string {
	var tree yaml.MapSlice
	if yaml.UnmarshalWithOptions(f.data, &tree, yaml.UseOrderedMap()) != nil {
		return nil
	}
	var keys []string
	flatten("", tree, func(key string, _ message) { keys = append(keys, key) })
	return keys
}

var templateString = regexp.MustCompile(`"([\w.-]+)"`)

// stringsOf are the texts between quotes in templates: keys, and the beginnings
// of keys that are put together.
func stringsOf(sources []source) []string {
	var out []string
	for _, s := range sources {
		for _, m := range templateString.FindAllSubmatch(s.file.data, -1) {
			out = append(out, string(m[1]))
		}
	}
	return out
}

// isAsked tells whether a template asks for a message. The names of languages
// are asked for by the program.
func isAsked(key string, constants []string) bool {
	if strings.HasPrefix(key, "language.") {
		return true
	}
	for _, c := range constants {
		if key == c || strings.HasPrefix(key, strings.TrimSuffix(c, ".")+".") {
			return true
		}
	}
	return false
}

// keyPlaces returns line and column (in bytes) of each key of a message file.
func keyPlaces(data []byte) map[string][2]int {
	places := map[string][2]int{}
	tree, err := parser.ParseBytes(bytes.Clone(data), 0)
	if err != nil {
		return places
	}
	var look func(key string, n ast.Node)
	look = func(key string, n ast.Node) {
		switch n := n.(type) {
		case *ast.MappingNode:
			for _, v := range n.Values {
				look(key, v)
			}
		case *ast.MappingValueNode:
			if name := n.Key.GetToken(); name != nil {
				under := strings.TrimPrefix(key+"."+name.Value, ".")
				places[under] = [2]int{name.Position.Line, name.Position.Column}
				look(under, n.Value)
			}
		}
	}
	for _, doc := range tree.Docs {
		look("", doc.Body)
	}
	return places
}
