package picture

import (
	"strings"

	"github.com/tdewolff/parse/v2/css"
)

// Ten elements that each draw the next one ten times are ten thousand million
// elements, in a file of a few hundred bytes. So each reference (use, clip
// path, mask, pattern, gradient, marker, filter) is followed, and what is
// drawn is counted before a browser has to.

const (
	// maxDrawn is how many elements an SVG may draw. A detailed map has some
	// tens of thousands.
	maxDrawn = 250_000
	// maxNesting is how deep elements may lie in each other.
	maxNesting = 128
	// maxChain is how deep they may lie through references too.
	maxChain = 512
)

// svgRef is a reference to an element of the same file.
type svgRef struct {
	id string
	// link is true for a href, which counts on any element.
	link bool
	// each is true for a property that all elements below inherit, so that each
	// of them draws what is referred to.
	each bool
}

// newRefs returns the references of a property.
func newRefs(property string, ids []string) []svgRef {
	var refs []svgRef
	for _, id := range ids {
		r := svgRef{id: id}
		for _, inherited := range [...]string{"fill", "stroke", "marker", "--"} {
			r.each = r.each || strings.HasPrefix(property, inherited)
		}
		refs = append(refs, r)
	}
	return refs
}

// svgNode is an element that was kept.
type svgNode struct {
	names []string // what a style may call it: "rect", "#id", ".class", "*"
	refs  []svgRef
	inner []int // its elements

	counted     bool
	size, drawn int // elements below it and through links; with all they draw
}

// svgGraph is which elements draw which.
type svgGraph struct {
	nodes  []svgNode
	ids    map[string]int
	styles map[string][]svgRef // by the names of nodes
	active map[int]bool
	circle bool
}

// add adds an element and returns its number; parent is -1 for the root.
func (g *svgGraph) add(parent int, element, id, class string, refs []svgRef) int {
	i := len(g.nodes)
	n := svgNode{}
	if paints(element) {
		n.names = []string{"*", element, "#" + id}
		for _, c := range strings.Fields(class) {
			n.names = append(n.names, "."+c)
		}
	}
	for _, r := range refs {
		if r.link || paints(element) {
			n.refs = append(n.refs, r)
		}
	}
	if _, taken := g.ids[id]; id != "" && !taken {
		g.ids[id] = i
	}
	if parent >= 0 {
		g.nodes[parent].inner = append(g.nodes[parent].inner, i)
	}
	g.nodes = append(g.nodes, n)
	return i
}

// paints tells whether properties such as fill mean anything to an element.
func paints(element string) bool {
	return element != "stop" && element != "filter" &&
		!strings.HasPrefix(element, "fe") && !strings.HasSuffix(element, "Gradient")
}

// style notes what the elements of a selector refer to. It takes each name in
// the selector by itself, which counts too much rather than too little.
func (g *svgGraph) style(selector []cssToken, refs []svgRef) {
	if len(refs) == 0 {
		return
	}
	named := false
	for i, t := range selector {
		name := t.text
		if i > 0 && selector[i-1].text == "." {
			name = "." + name
		}
		if t.kind == css.IdentToken || t.kind == css.HashToken {
			named = true
			g.styles[name] = append(g.styles[name], refs...)
		}
	}
	if !named {
		g.styles["*"] = append(g.styles["*"], refs...)
	}
}

// check counts what the whole picture draws.
func (g *svgGraph) check() error {
	if len(g.nodes) > 0 {
		g.active = map[int]bool{}
		g.count(0, 0)
		if g.nodes[0].drawn > maxDrawn {
			return &ComplexError{What: "elements", Limit: maxDrawn}
		}
	}
	if g.circle {
		return broken(SVG, "an element draws itself")
	}
	return nil
}

// count counts what node i draws, up to a little over maxDrawn.
func (g *svgGraph) count(i, depth int) *svgNode {
	n := &g.nodes[i]
	switch {
	case n.counted:
		return n
	case g.active[i]: // browsers draw nothing here, each in its own way
		g.circle = true
		return n
	case depth > maxChain:
		return &svgNode{size: maxDrawn + 1, drawn: maxDrawn + 1}
	}
	g.active[i] = true
	n.size, n.drawn = 1, 1
	for _, inner := range n.inner {
		m := g.count(inner, depth+1)
		n.size, n.drawn = n.size+m.size, min(n.drawn+m.drawn, maxDrawn+1)
	}
	var each []svgRef
	for _, name := range n.names {
		each = g.follow(n, g.styles[name], depth, each)
	}
	each = g.follow(n, n.refs, depth, each)
	for _, r := range each {
		m := g.count(g.ids[r.id], depth+1)
		n.drawn = min(n.drawn+m.drawn*n.size, maxDrawn+1)
	}
	n.size = min(n.size, maxDrawn+1)
	delete(g.active, i)
	n.counted = true
	return n
}

// follow adds to n what refs draw once, and to each those that each element
// below draws.
func (g *svgGraph) follow(n *svgNode, refs []svgRef, depth int, each []svgRef) []svgRef {
	for _, r := range refs {
		to, ok := g.ids[r.id]
		if !ok {
			continue
		}
		if r.each {
			each = append(each, r)
			continue
		}
		m := g.count(to, depth+1)
		n.size, n.drawn = min(n.size+m.size, maxDrawn+1), min(n.drawn+m.drawn, maxDrawn+1)
	}
	return each
}
