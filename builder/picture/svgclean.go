package picture

import (
	"bytes"
	"cmp"
	"encoding/xml"
	"slices"
	"strings"
	"unicode/utf8"
)

// Removed is something that was taken out of an SVG and may be missed. What no
// reader could see (comments, metadata, an editor's own notes) is not reported.
type Removed struct {
	// Name is as it stands in the file: "<script>", "onclick", "href",
	// "@import", "behavior:"; at most 40 characters.
	Name string
	// Line is where it first stands, from 1.
	Line int
}

// mostRemoved bounds a report: an author needs no longer list to see that a
// file is not what it should be.
const mostRemoved = 20

// CleanSVG returns an SVG that draws the same and can do nothing else. What
// runs, moves, links or loads is left out by lists of what may stay, and so are
// comments, metadata and what editors note for themselves. References may lead
// only to the file itself; a picture within it is cleaned as by [Clean].
//
// The result is UTF-8 and stands on its own. An SVG that can't be read is a
// [*BrokenError], one that would keep a browser busy a [*ComplexError].
func CleanSVG(data []byte) (out []byte, removed []Removed, err error) {
	defer guard(SVG, &err)
	if len(data) > MaxSVG {
		return nil, nil, &ComplexError{What: "bytes", Limit: MaxSVG}
	}
	if !isSVG(data) {
		return nil, nil, &FormatError{}
	}
	c := &svgCleaner{in: newXMLReader(data)}
	c.graph.ids, c.graph.styles = map[string]int{}, map[string][]svgRef{}
	if err := c.run(); err != nil {
		return nil, nil, svgError(err)
	}
	if err := c.graph.check(); err != nil {
		return nil, nil, err
	}
	return c.out.Bytes(), c.removed, nil
}

// svgCleaner reads elements and writes those that may stay.
type svgCleaner struct {
	in      *xmlReader
	out     bytes.Buffer
	open    bool // the last start tag still lacks its ">"
	stack   []svgOpen
	graph   svgGraph
	line    int // where the current element starts
	removed []Removed
	failed  error // a bound that was passed
}

// svgOpen is an element that has not ended yet.
type svgOpen struct {
	name  string
	node  int // in the graph
	line  int
	text  bool             // its text counts
	style *strings.Builder // of an element style
}

func (c *svgCleaner) run() error {
	for {
		c.line, _ = c.in.InputPos()
		t, err := c.in.next()
		if err != nil {
			return err
		}
		switch t := t.(type) {
		case xml.StartElement:
			err = c.start(t)
		case xml.EndElement:
			c.end()
			if len(c.stack) == 0 {
				return c.failed
			}
		case xml.CharData:
			c.text(t)
		}
		if err = cmp.Or(err, c.failed); err != nil {
			return err
		}
	}
}

// remove notes what was left out.
func (c *svgCleaner) remove(name string) {
	if utf8.RuneCountInString(name) > 40 {
		name = string([]rune(name)[:39]) + "…"
	}
	same := func(r Removed) bool { return r.Name == name }
	if len(c.removed) < mostRemoved && !slices.ContainsFunc(c.removed, same) {
		c.removed = append(c.removed, Removed{Name: name, Line: c.line})
	}
}

func (c *svgCleaner) start(e xml.StartElement) error {
	if len(c.stack) >= maxNesting {
		return &ComplexError{What: "nesting", Limit: maxNesting}
	}
	name := e.Name.Local
	if e.Name.Space != svgNamespace && e.Name.Space != "" || !svgElements[name] {
		return c.skip(e)
	}
	parent := svgOpen{node: -1}
	if len(c.stack) > 0 {
		parent = c.stack[len(c.stack)-1]
	}
	if name == "a" { // a link is dead in an <img> but not where the file is opened
		name = "g"
		if parent.text {
			name = "tspan"
		}
	}
	self := svgOpen{name: name, line: c.line, text: svgTexts[name]}
	if name == "style" {
		self.style = new(strings.Builder)
		c.stack = append(c.stack, self)
		return nil
	}
	c.closeTag()
	c.out.WriteString("<" + name)
	if len(c.stack) == 0 {
		c.out.WriteString(` xmlns="` + svgNamespace + `"`)
	}
	self.node = c.attributes(name, parent.node, e.Attr)
	c.open = true
	c.stack = append(c.stack, self)
	return nil
}

// skip leaves out an element with all in it. Only what a reader could have seen
// or what could have run is reported: elements of SVG and HTML.
func (c *svgCleaner) skip(e xml.StartElement) error {
	const html = "http://www.w3.org/1999/xhtml"
	switch {
	case e.Name.Local == "metadata":
	case e.Name.Local == "foreignObject" && hasAttribute(e, "requiredExtensions"): // Illustrator's own data
	case e.Name.Space == svgNamespace, e.Name.Space == "", e.Name.Space == html:
		c.remove("<" + e.Name.Local + ">")
	}
	for depth := 1; depth > 0; {
		t, err := c.in.next()
		if err != nil {
			return err
		}
		switch t.(type) {
		case xml.StartElement:
			depth++
		case xml.EndElement:
			depth--
		}
		if depth > maxNesting {
			return &ComplexError{What: "nesting", Limit: maxNesting}
		}
	}
	return nil
}

func hasAttribute(e xml.StartElement, name string) bool {
	return slices.ContainsFunc(e.Attr, func(a xml.Attr) bool { return a.Name.Local == name })
}

func (c *svgCleaner) end() {
	e := c.stack[len(c.stack)-1]
	c.stack = c.stack[:len(c.stack)-1]
	if e.style != nil {
		c.line = e.line
		if sheet := c.styleSheet(c.lex(e.style.String()), 0); sheet != "" {
			c.closeTag()
			c.out.WriteString("<style>")
			c.escape(sheet)
			c.out.WriteString("</style>")
		}
		return
	}
	if c.open {
		c.out.WriteString("/>")
		c.open = false
		return
	}
	c.out.WriteString("</" + e.name + ">")
}

// text writes text where it counts; elsewhere it is white space between
// elements.
func (c *svgCleaner) text(t []byte) {
	if len(c.stack) == 0 {
		return
	}
	e := c.stack[len(c.stack)-1]
	switch {
	case e.style != nil:
		e.style.Write(t)
	case e.text:
		c.closeTag()
		c.escape(string(t))
	}
}

func (c *svgCleaner) closeTag() {
	if c.open {
		c.out.WriteByte('>')
		c.open = false
	}
}

// escapes are those that text and attributes in double quotes need.
var escapes = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;")

func (c *svgCleaner) escape(s string) { escapes.WriteString(&c.out, s) }
