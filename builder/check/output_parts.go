package check

import (
	"fmt"
	"maps"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"vaandel/builder/diag"
	"vaandel/builder/handbook"
	"vaandel/builder/meta"
)

// heaviest names the three heaviest parts of a page.
func heaviest(parts []part) (nl, en string) {
	var dutch, english []string
	for _, p := range parts[:min(3, len(parts))] {
		dutch = append(dutch, fmt.Sprintf("%s (%d kB)", p.nl, p.weight/1000))
		english = append(english, fmt.Sprintf("%s (%d kB)", p.en, p.weight/1000))
	}
	return strings.Join(dutch, ", "), strings.Join(english, ", ")
}

// hashed is the part of a name that changes with the file.
var hashed = regexp.MustCompile(`-[0-9a-f]{8,}(\.\w+)$`)

// plainName is the name of a file of the site as its author knows it.
func plainName(name string) string { return hashed.ReplaceAllString(name, "$1") }

// picture is where a page shows a picture, and the name of its file, by the name of
// the file in the site. One that the page doesn't name itself is at its top.
func (p *Page) picture(made string) (diag.Position, string) {
	for i, t := range p.Pictures {
		if isMadeOf(made, t.File) {
			shown := p.Doc.Pictures[i]
			return diag.Position{File: p.Source, Line: shown.Line, Column: shown.Column}, path.Base(t.File)
		}
	}
	for _, value := range slices.Sorted(maps.Keys(p.Fields)) {
		if file := p.Fields[value].File; isMadeOf(made, file) {
			at := p.Top()
			if n := written(&p.Doc.Meta, value); n != nil {
				at = place(p.Source, n)
			}
			return at, path.Base(file)
		}
	}
	return p.Top(), plainName(made)
}

// isMadeOf tells whether a file of the site is made of a picture of the content.
func isMadeOf(made, file string) bool {
	name := strings.TrimSuffix(path.Base(file), path.Ext(file))
	return file != "" && strings.HasPrefix(made, handbook.Slug(name)+"-")
}

// written finds a value in front matter.
func written(n *meta.Node, value string) *meta.Node {
	if n.Value == value {
		return n
	}
	for i := range n.Fields {
		if found := written(&n.Fields[i].Value, value); found != nil {
			return found
		}
	}
	for i := range n.Items {
		if found := written(&n.Items[i], value); found != nil {
			return found
		}
	}
	return nil
}

// twoDigits writes a contrast, rounded down so that 4.496 is not told as enough.
func twoDigits(ratio float64) string {
	return strconv.FormatFloat(float64(int(ratio*100))/100, 'f', 2, 64)
}

// sortedKeys are the keys of a map, in order.
func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
