package picture

import (
	"encoding/base64"
	"encoding/xml"
	"strings"
)

// attributes writes the attributes that may stay and notes the element in the
// graph.
func (c *svgCleaner) attributes(element string, parent int, attrs []xml.Attr) int {
	var id, class string
	var refs []svgRef
	written := map[string]bool{}
	for _, a := range attrs {
		name, ok := attributeName(a.Name)
		if !ok || written[name] {
			continue
		}
		value, used, ok := c.attribute(element, name, a.Value)
		if !ok {
			continue
		}
		written[name] = true
		refs = append(refs, used...)
		switch name {
		case "id":
			id = value
		case "class":
			class = value
		}
		c.out.WriteString(" " + name + `="`)
		c.escape(value)
		c.out.WriteByte('"')
	}
	return c.graph.add(parent, element, id, class, refs)
}

// attributeName returns the name without its prefix; false for those of editors.
func attributeName(n xml.Name) (string, bool) {
	switch n.Space {
	case "":
		return n.Local, n.Local != "xmlns"
	case xlinkNamespace, "xlink":
		return n.Local, n.Local == "href"
	case "http://www.w3.org/XML/1998/namespace":
		return "xml:" + n.Local, n.Local == "space"
	}
	return "", false
}

// attribute returns the cleaned value of an attribute and what it refers to;
// false where it may not stay.
func (c *svgCleaner) attribute(element, name, value string) (string, []svgRef, bool) {
	switch {
	case name == "id", name == "class", name == "xml:space":
		return value, nil, true
	case name == "style":
		clean, refs := c.declarations(c.lex(value))
		return clean, refs, clean != ""
	case name == "href":
		return c.reference(element, value)
	case !svgAttributes[name] && !svgProperties[name]:
		if !harmless(name) {
			c.remove(name)
		}
		return "", nil, false
	case !strings.ContainsAny(value, `(\`): // without one, nothing can be called
		return value, nil, true
	}
	clean, ids, ok := cleanValue(c.lex(value))
	if !ok {
		c.remove(name)
	}
	return clean, newRefs(name, ids), ok
}

// reference cleans a href: the id of an element in this file, or the bytes of
// a picture.
func (c *svgCleaner) reference(element, value string) (string, []svgRef, bool) {
	value = strings.TrimSpace(value)
	switch {
	case element == "g", element == "tspan": // was a link
		return "", nil, false
	case strings.HasPrefix(value, "#"):
		return value, []svgRef{{id: value[1:], link: true}}, true
	case element == "image" || element == "feImage":
		if clean, ok := cleanData(value); ok {
			return clean, nil, true
		}
	}
	c.remove("href")
	return "", nil, false
}

// cleanData cleans a picture that is written as an address: data:…;base64,….
func cleanData(value string) (string, bool) {
	head, body, ok := strings.Cut(value, ",")
	head = strings.ToLower(head)
	if !ok || !strings.HasPrefix(head, "data:image/") || !strings.HasSuffix(head, ";base64") {
		return "", false
	}
	body = strings.Join(strings.Fields(body), "")
	data, err := base64.StdEncoding.DecodeString(body)
	if err != nil {
		return "", false
	}
	info, err := Probe(data)
	if err != nil || info.Format == SVG {
		return "", false
	}
	if data, err = Clean(data); err != nil {
		return "", false
	}
	return "data:" + info.Format.MediaType() + ";base64," + base64.StdEncoding.EncodeToString(data), true
}
