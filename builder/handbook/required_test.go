package handbook

import (
	"slices"
	"testing"

	"vaandel/builder/diag"
	"vaandel/builder/markdown"
	"vaandel/builder/meta"
)

// complete are pages that lack nothing: those of each kind, and what the types
// of a kind ask for besides.
func complete() []string {
	pages := []string{
		"---\nkind: toolkit\ntype: downloads\ndownloads: [{file: a.pdf, title: Folder, licence: Vrij}]\n---\n",
		"---\nkind: toolkit\ntype: materials\nmaterials: [{name: Statief}]\n---\n",
		"---\nkind: agreement\nprivate: true\nquestions: [{label: Hoe gaat het?}]\n---\n",
		"---\nkind: figures\ndata: tabel.csv\nfigures: [{value: 1, label: per dag, source: Newcom, year: 2024}]\n---\n",
	}
	for _, k := range Kinds {
		pages = append(pages, whole[k])
	}
	return pages
}

// faults are the errors of a page whose front matter is front.
func faults(doc *markdown.Document, front meta.Node) []diag.Diagnostic {
	page := *doc
	page.Meta = front
	f := ReadFront("x.md", &page, "")
	p := &Page{Source: "x.md", Doc: &page, Common: f.Common, Spec: f.Spec, Kind: f.Kind, Kindless: f.Kindless}
	return slices.DeleteFunc(append(f.Diagnostics, CheckPage(p, house, "2026-02-01")...), func(d diag.Diagnostic) bool {
		return d.Severity != diag.Error
	})
}

// TestRequired holds what is said to be required against the rules: without one
// of these fields a page has an error, without all others it has none.
func TestRequired(t *testing.T) {
	for _, src := range complete() {
		doc := parsed(src, "")
		fields := Fields(Kind(doc.Meta.Get("kind").Value))
		if ds := faults(doc, needed(doc.Meta, fields)); len(ds) > 0 {
			t.Errorf("what is required is not enough: %s\n%s", short(ds), src)
		}
		without(doc.Meta, fields, "", func(less meta.Node, path string, required bool) {
			if ds := faults(doc, less); required && len(ds) == 0 {
				t.Errorf("without %s there is no error\n%s", path, src)
			} else if !required && len(ds) > 0 {
				t.Errorf("%s is said not to be required: %s\n%s", path, short(ds), src)
			}
		})
	}
}

// TestConfigRequired holds the same of the lists in handbook.yaml.
func TestConfigRequired(t *testing.T) {
	for _, group := range ConfigFields() {
		if group.Type != FieldGroup {
			continue
		}
		errors := func(less string) []diag.Diagnostic {
			src := group.Name + ":\n  -\n"
			for _, f := range group.Fields {
				// An entry of nothing at all would be no entry.
				if (f.Required || f.When != nil || f.Name == "title" || f.Name == "name") && f.Name != less {
					src += "    " + f.Name + ": a1\n"
				}
			}
			_, ds := ReadConfig(ConfigFile, []byte(src))
			return slices.DeleteFunc(ds, func(d diag.Diagnostic) bool { return d.Severity != diag.Error })
		}
		if ds := errors(""); len(ds) > 0 {
			t.Errorf("what is required of %s is not enough: %s", group.Name, short(ds))
		}
		for _, f := range group.Fields {
			if (f.Required || f.When != nil) && len(errors(f.Name)) == 0 {
				t.Errorf("without %s.%s there is no error", group.Name, f.Name)
			}
		}
	}
}

// called returns the field of a name.
func called(fields []FieldInfo, name string) FieldInfo {
	return fields[slices.IndexFunc(fields, func(f FieldInfo) bool { return f.Name == name })]
}

// asked tells whether n, whose field f is, may not lack it.
func asked(f FieldInfo, n meta.Node) bool {
	if f.Required || f.When == nil {
		return f.Required || f.Name == "kind"
	}
	other := n.Get(f.When.Field)
	holds := other != nil && (f.When.Is == nil || slices.Contains(f.When.Is, other.Value))
	return holds != f.When.Not
}

// decides tells whether it depends on a field which others may be left out.
func decides(name string, fields []FieldInfo) bool {
	return slices.ContainsFunc(fields, func(f FieldInfo) bool { return f.When != nil && f.When.Field == name })
}

// needed is n with what it may not lack and what decides on that, and no more.
func needed(n meta.Node, fields []FieldInfo) meta.Node {
	var kept []meta.Field
	for _, have := range n.Fields {
		f := called(fields, have.Key)
		if !asked(f, n) && !decides(f.Name, fields) {
			continue
		}
		if f.Type == FieldGroup {
			items := slices.Clone(have.Value.Items)
			for i := range items {
				items[i] = needed(items[i], f.Fields)
			}
			have.Value.Items = items
		}
		kept = append(kept, have)
	}
	n.Fields = kept
	return n
}

// without calls visit with n less one field, for each of its fields and those of
// its parts and entries.
func without(n meta.Node, fields []FieldInfo, path string, visit func(less meta.Node, path string, required bool)) {
	for i, have := range n.Fields {
		f := called(fields, have.Key)
		if f.Name != "kind" && (f.Required || !decides(f.Name, fields)) {
			less := n
			less.Fields = slices.Delete(slices.Clone(n.Fields), i, i+1)
			visit(less, path+f.Name, asked(f, n))
		}
		switch f.Type {
		case FieldPart:
			without(have.Value, f.Fields, path+f.Name+".", func(part meta.Node, path string, required bool) {
				visit(with(n, i, part), path, required)
			})
		case FieldGroup:
			for j, item := range have.Value.Items {
				without(item, f.Fields, path+f.Name+".", func(entry meta.Node, path string, required bool) {
					list := have.Value
					list.Items = slices.Clone(list.Items)
					list.Items[j] = entry
					visit(with(n, i, list), path, required)
				})
			}
		}
	}
}

// with is n with another value of its i-th field.
func with(n meta.Node, i int, value meta.Node) meta.Node {
	n.Fields = slices.Clone(n.Fields)
	n.Fields[i].Value = value
	return n
}
