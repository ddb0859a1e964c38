package schema

import (
	"slices"

	"vaandel/builder/handbook"
)

// schema is the part of JSON Schema that we write.
type schema struct {
	Draft       string `json:"$schema,omitempty"`
	Title       string `json:"title,omitempty"`
	Description string `json:"description,omitempty"`

	Type    []string `json:"type,omitempty"`
	Const   string   `json:"const,omitempty"`
	Enum    []any    `json:"enum,omitempty"`
	Labels  []string `json:"enumDescriptions,omitempty"` // of Enum; editors show them
	Samples []string `json:"examples,omitempty"`         // editors offer them

	Format    string `json:"format,omitempty"`
	Pattern   string `json:"pattern,omitempty"`
	MinLength int    `json:"minLength,omitempty"`
	Minimum   *int   `json:"minimum,omitempty"`
	Maximum   int    `json:"maximum,omitempty"`

	Items    *schema `json:"items,omitempty"`
	MinItems int     `json:"minItems,omitempty"`

	Properties map[string]*schema `json:"properties,omitempty"`
	Required   []string           `json:"required,omitempty"`
	// Others is false in an object that has its own properties only, and what
	// each must be where they may have any name.
	Others any `json:"additionalProperties,omitempty"`

	AllOf []*schema `json:"allOf,omitempty"`
	If    *schema   `json:"if,omitempty"`
	Then  *schema   `json:"then,omitempty"`
	Not   *schema   `json:"not,omitempty"`
}

// texts are the types that are read as a text.
var texts = []string{"string", "number", "boolean"}

// Forms that have no name in JSON Schema, or another meaning.
const (
	moment = `^\d{4}-\d{2}-\d{2}([ T]\d{2}:\d{2}(:\d{2})?)?$`
	clock  = `^([01]\d|2[0-3]):[0-5]\d$`
	colour = `^#([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})$`
	yesNo  = `^([Yy]es|[Nn]o|[Jj]a|[Nn]ee)$`
)

// object is the schema of a map with fields.
func (o Options) object(fields []handbook.FieldInfo) *schema {
	s := &schema{Type: []string{"object"}, Properties: map[string]*schema{}, Others: false}
	for _, f := range fields {
		s.Properties[f.Name] = o.field(f)
		if f.Required {
			s.Required = append(s.Required, f.Name)
		}
		if f.When != nil {
			s.AllOf = append(s.AllOf, &schema{If: condition(f.When, fields), Then: &schema{
				Required:   []string{f.Name},
				Properties: map[string]*schema{f.Name: filled(f)},
			}})
		}
	}
	return s
}

// field is the schema of a field.
func (o Options) field(f handbook.FieldInfo) *schema {
	s := o.value(f)
	s.Title, s.Description = f.Label.In(o.Lang), f.Help.In(o.Lang)
	if f.Required {
		least := filled(f)
		s.MinLength, s.MinItems = least.MinLength, max(s.MinItems, least.MinItems)
	} else if s.Enum == nil {
		s.Type = append(slices.Clip(s.Type), "null") // a field with nothing behind it
	}
	return s
}

// filled is what a field that may not be left out must be.
func filled(f handbook.FieldInfo) *schema {
	switch f.Type {
	case handbook.FieldTexts:
		return &schema{Type: append(slices.Clip(texts), "array"), MinLength: 1, MinItems: 1}
	case handbook.FieldGroup, handbook.FieldLists:
		return &schema{Type: []string{"array"}, MinItems: 1}
	case handbook.FieldPart, handbook.FieldRules:
		return &schema{Type: []string{"object"}}
	case handbook.FieldWords:
		return &schema{Type: append(slices.Clip(texts), "object"), MinLength: 1}
	}
	return &schema{Type: texts, MinLength: 1}
}

// value is the schema of what stands behind a field.
func (o Options) value(f handbook.FieldInfo) *schema {
	switch f.Type {
	case handbook.FieldDate:
		return &schema{Type: []string{"string"}, Format: "date"}
	case handbook.FieldMoment:
		return &schema{Type: []string{"string"}, Pattern: moment}
	case handbook.FieldTime:
		return &schema{Type: []string{"string"}, Pattern: clock}
	case handbook.FieldColour:
		return &schema{Type: []string{"string"}, Pattern: colour}
	case handbook.FieldPage, handbook.FieldFile, handbook.FieldLink:
		return &schema{Type: []string{"string"}}
	case handbook.FieldYesNo:
		return &schema{Type: []string{"boolean", "string"}, Pattern: yesNo}
	case handbook.FieldNumber:
		return number(f.Range)
	case handbook.FieldChoice:
		return o.choice(f.Values)
	case handbook.FieldContact:
		return &schema{Type: texts, Samples: contacts(o.Config)}
	case handbook.FieldNetwork:
		return &schema{Type: texts, Samples: networks(o.Config)}
	case handbook.FieldTexts:
		return list(f.Range)
	case handbook.FieldLists:
		return &schema{Type: []string{"array"}, Items: list(nil)}
	case handbook.FieldWords:
		return &schema{Type: append(slices.Clip(texts), "object"), Others: &schema{Type: append(slices.Clip(texts), "null")}}
	case handbook.FieldRules:
		return &schema{Type: []string{"object"}}
	case handbook.FieldPart:
		return o.object(f.Fields)
	case handbook.FieldGroup:
		return &schema{Type: []string{"array"}, Items: o.object(f.Fields)}
	}
	return &schema{Type: texts}
}

func number(r *handbook.Range) *schema {
	s := &schema{Type: []string{"integer"}}
	if r != nil {
		s.Minimum, s.Maximum = &r.Least, r.Most
	}
	return s
}

// list is the schema of a list of texts. A single text is a list of one.
func list(r *handbook.Range) *schema {
	s := &schema{Type: []string{"array"}, Items: &schema{Type: texts}}
	if r != nil {
		s.MinItems = r.Least
	}
	if s.MinItems <= 1 {
		s.Type = append(s.Type, texts...)
	}
	return s
}

func (o Options) choice(values []handbook.Value) *schema {
	s := &schema{}
	for _, v := range values {
		s.Enum, s.Labels = append(s.Enum, v.Value), append(s.Labels, v.Label.In(o.Lang))
	}
	return s
}

// condition is the schema of a map in which c holds.
func condition(c *handbook.Condition, fields []handbook.FieldInfo) *schema {
	at := slices.IndexFunc(fields, func(f handbook.FieldInfo) bool { return f.Name == c.Field })
	is := filled(fields[at])
	if c.Is != nil {
		is = &schema{}
		for _, v := range c.Is {
			is.Enum = append(is.Enum, v)
		}
		if fields[at].Type == handbook.FieldYesNo {
			is.Enum = []any{true, "ja", "Ja", "yes", "Yes"}
		}
	}
	holds := &schema{Properties: map[string]*schema{c.Field: is}, Required: []string{c.Field}}
	if c.Not {
		return &schema{Not: holds}
	}
	return holds
}

func contacts(c *handbook.Config) (ids []string) {
	for _, have := range c.Contacts {
		if have.ID != "" {
			ids = append(ids, have.ID)
		}
	}
	return ids
}

func networks(c *handbook.Config) (ids []string) {
	for _, have := range c.Networks {
		if have.ID != "" {
			ids = append(ids, have.ID)
		}
	}
	return ids
}
