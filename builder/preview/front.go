package preview

import (
	"net/http"
	"slices"
	"strings"

	"vaandel/builder/diag"
	"vaandel/builder/editor"
	"vaandel/builder/handbook"
	"vaandel/builder/markdown"
	"vaandel/builder/meta"
)

// choice is a value that can be chosen.
type choice struct {
	Value string `json:"value"`
	Label string `json:"label"`
}

// field is a field of the front matter with what it holds.
type field struct {
	Key      string   `json:"key"`
	Type     string   `json:"type"` // see Field in api.ts
	Label    string   `json:"label"`
	Help     string   `json:"help"`
	Required bool     `json:"required"`
	Choices  []choice `json:"choices"`
	Value    any      `json:"value"` // a string, a list of strings, a bool or nil
	Line     int      `json:"line"`
}

// front is the front matter as a form. Why tells why it can't be one.
type front struct {
	Fields []field `json:"fields"`
	Why    string  `json:"why"`
}

// formTypes are how a form asks for each type of field. All others are left to the
// text: lists of lists, and lists of entries.
var formTypes = map[handbook.FieldType]string{
	handbook.FieldText: "text", handbook.FieldMoment: "text", handbook.FieldTime: "text", handbook.FieldColour: "text",
	handbook.FieldLink: "text", handbook.FieldFile: "text", handbook.FieldLongText: "longtext", handbook.FieldDate: "date",
	handbook.FieldNumber: "number", handbook.FieldYesNo: "yesno", handbook.FieldChoice: "choice",
	handbook.FieldContact: "choice", handbook.FieldNetwork: "choice", handbook.FieldPage: "page", handbook.FieldTexts: "list",
}

// apiFront is the front matter of a text as a form.
func (s *Server) apiFront(r *http.Request) (any, error) {
	var in struct{ File, Text string }
	if err := read(r, &in); err != nil {
		return nil, err
	}
	lang := s.said.Load().lang
	split := meta.Split(in.File, []byte(in.Text))
	if split.Node.Type == meta.Broken {
		return front{Why: frontBroken.In(lang), Fields: []field{}}, nil
	}
	out := front{}
	for _, info := range handbook.Fields(s.kindOf(in.File, &split.Node)) {
		out.Fields = append(out.Fields, s.field(info, &split.Node, lang))
	}
	return out, nil
}

var frontBroken = diag.Text{
	NL: "In de gegevens boven aan de tekst zit een fout. Los die eerst op in de tekst. Daarna staat hier weer een formulier.",
	EN: "There is a mistake in the details at the top of the text. Mend it in the text first. Then there will be a form here again."}

// kindOf is the kind of a page that is being written: what it says itself, else that
// of its section.
func (s *Server) kindOf(file string, node *meta.Node) handbook.Kind {
	section := handbook.Kind("")
	if site := s.site.Load(); site != nil {
		top, _, _ := strings.Cut(file, "/")
		for _, c := range site.result.Handbook.Config.Sections {
			if c.Folder == top {
				section = c.Kind
			}
		}
	}
	return handbook.ReadFront(file, &markdown.Document{Outline: markdown.Outline{Meta: *node}}, section).Kind
}

// field is one field with what the front matter has of it.
func (s *Server) field(info handbook.FieldInfo, node *meta.Node, lang string) field {
	f := field{
		Key: info.Name, Type: formTypes[info.Type], Label: info.Label.In(lang), Help: info.Help.In(lang),
		Required: info.Required, Choices: []choice{},
	}
	if f.Type == "" {
		f.Type = "other"
	}
	for _, v := range info.Values {
		f.Choices = append(f.Choices, choice{v.Value, v.Label.In(lang)})
	}
	f.Choices = append(f.Choices, s.known(info.Type, lang)...)
	if at := slices.IndexFunc(node.Fields, func(have meta.Field) bool { return have.Key == info.Name }); at >= 0 {
		f.Line = node.Fields[at].Line
		var fits bool
		if f.Value, fits = valueOf(&node.Fields[at].Value, f.Type); !fits {
			f.Type = "other"
		}
	}
	return f
}

// known are the contacts or networks of handbook.yaml to choose from.
func (s *Server) known(t handbook.FieldType, lang string) []choice {
	site := s.site.Load()
	if site == nil {
		return nil
	}
	var out []choice
	config := site.result.Handbook.Config
	switch t {
	case handbook.FieldContact:
		for _, c := range config.Contacts {
			out = append(out, choice{c.ID, c.Name})
		}
	case handbook.FieldNetwork:
		for _, n := range config.Networks {
			out = append(out, choice{n.ID, n.Name})
		}
	}
	return out
}

// valueOf is what a form shows of a value, and whether it can.
func valueOf(n *meta.Node, kind string) (value any, fits bool) {
	single := n.Type == meta.String || n.Type == meta.Number || n.Type == meta.Bool
	switch {
	case n.Type == meta.Null:
		return nil, true
	case kind == "yesno":
		return n.Value == "true", n.Type == meta.Bool
	case kind == "list":
		items := []string{}
		for _, item := range n.Entries() {
			if item.Type == meta.List || item.Type == meta.Map {
				return nil, false
			}
			items = append(items, item.Value)
		}
		return items, true
	}
	return n.Value, single
}

// apiField gives a field of the front matter another value. Nothing is saved.
func (s *Server) apiField(r *http.Request) (any, error) {
	var in struct {
		File, Text, Key string
		Value           any
	}
	if err := read(r, &in); err != nil {
		return nil, err
	}
	text, err := editor.SetField(in.File, in.Text, in.Key, s.value(in.File, in.Text, in.Key, in.Value))
	return map[string]string{"text": text}, err
}

// value is what a form brings as a value of the front matter. A number stays one.
func (s *Server) value(file, text, key string, value any) editor.Value {
	switch v := value.(type) {
	case bool:
		return editor.Bool(v)
	case []any:
		var items []string
		for _, item := range v {
			if text, ok := item.(string); ok {
				items = append(items, text)
			}
		}
		return editor.List(items...)
	case string:
		node := meta.Split(file, []byte(text)).Node
		for _, info := range handbook.Fields(s.kindOf(file, &node)) {
			if info.Name == key && info.Type == handbook.FieldNumber {
				return editor.Number(v)
			}
		}
		return editor.String(v)
	}
	return editor.String("")
}
