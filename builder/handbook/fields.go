package handbook

import (
	"strings"

	"vaandel/builder/diag"
	"vaandel/builder/markdown"
	"vaandel/builder/meta"
)

// reference is a field of the front matter that names a file, page or site.
type reference struct {
	node *meta.Node
	file bool // only a file will do
}

// references lists the fields of p that lead somewhere.
func references(p *Page) []reference {
	m := &p.Doc.Meta
	var refs []reference
	add := func(n *meta.Node, file bool) {
		if n != nil && n.Type == meta.String && n.Value != "" {
			refs = append(refs, reference{n, file})
		}
	}
	items := func(key, field string, file bool) {
		if list := m.Get(key); list != nil {
			for i := range list.Items {
				add(list.Items[i].Get(field), file)
			}
		}
	}
	switch p.Spec.(type) {
	case *ContentType:
		add(m.Get("checklist"), false)
	case *Toolkit:
		items("pictures", "file", true)
		items("downloads", "file", true)
		items("materials", "link", false)
	case *Person:
		add(m.Get("photo"), true)
		items("networks", "link", false)
	case *Figures:
		add(m.Get("data"), true)
		items("figures", "link", false)
	case *Share:
		add(m.Get("link"), false)
	}
	return refs
}

// fields resolves what the front matter of p refers to.
func (r *resolver) fields(p *Page) {
	for _, ref := range references(p) {
		if p.Fields == nil {
			p.Fields = map[string]Target{}
		}
		at := diag.Position{File: p.Source, Line: ref.node.Line, Column: ref.node.Column}
		value := ref.node.Value
		switch {
		case strings.Contains(value, ":") && !ref.file:
			if !markdown.SafeURL(value) {
				r.report(&fieldScheme, at, value)
				continue
			}
			p.Fields[value] = Target{URL: value}
		case ref.file:
			p.Fields[value] = r.file(p, value, at)
		default:
			target, fragment, _ := strings.Cut(value, "#")
			p.Fields[value] = r.link(p, markdown.Link{Target: target, Fragment: fragment, Line: at.Line, Column: at.Column})
		}
	}
}

// position returns the place of the i-th item of a list in the front matter, or
// of the field where it is a single value.
func position(p *Page, key string, i int) diag.Position {
	at := diag.Position{File: p.Source, Line: 1}
	n := p.Doc.Meta.Get(key)
	if n == nil {
		return at
	}
	if n.Type == meta.List && i < len(n.Items) {
		n = &n.Items[i]
	}
	at.Line, at.Column = n.Line, n.Column
	return at
}
