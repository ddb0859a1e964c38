package editor

import (
	"regexp"
	"slices"
	"strings"

	"vaandel/builder/meta"
)

// Value is what a field of the front matter is given. Without a value, and with
// an empty text or list, the field is taken away.
type Value struct {
	Type  meta.Type // String, Number, Bool or List
	Text  string    // of all but a List
	Items []string  // of a List
}

// String returns the value of a text or a date.
func String(text string) Value { return Value{Type: meta.String, Text: text} }

// Number returns the value of a number as written.
func Number(digits string) Value { return Value{Type: meta.Number, Text: digits} }

// Bool returns the value of yes or no.
func Bool(yes bool) Value {
	if yes {
		return Value{Type: meta.Bool, Text: "true"}
	}
	return Value{Type: meta.Bool, Text: "false"}
}

// List returns the value of a list of texts.
func List(items ...string) Value { return Value{Type: meta.List, Items: items} }

func (v Value) empty() bool {
	return v.Type == meta.Null || v.Type == meta.String && v.Text == "" || v.Type == meta.List && len(v.Items) == 0
}

// node returns the value as it must be read back.
func (v Value) node() meta.Node {
	n := meta.Node{Type: v.Type, Value: v.Text}
	for _, item := range v.Items {
		n.Items = append(n.Items, meta.Node{Type: meta.String, Value: item})
	}
	return n
}

var (
	fieldName = regexp.MustCompile(`^[A-Za-z_][A-Za-z0-9_-]*$`)
	digits    = regexp.MustCompile(`^-?[0-9]+(\.[0-9]+)?$`)
)

// SetField gives a field at the top level of a page's front matter a value, and
// returns the page's text. Only the lines of that field change: a list keeps its
// form and the lines of items that stay, a remark at the end of the line stays.
// A new field comes behind the last one.
//
// The result has been read back: the field has this value, and nothing else has
// changed. What can't be done so is an error: [*UnsupportedError] where the text
// itself must be edited, [*FieldError] where something is wrong in it.
func SetField(file, text, key string, value Value) (string, error) {
	text = plain(text)
	if !fieldName.MatchString(key) {
		return "", &FieldError{fieldNameOdd.with(key), key}
	}
	if value.Type == meta.Number && !digits.MatchString(value.Text) {
		return "", &FieldError{fieldNumber.with(value.Text), key}
	}
	front := meta.Split(file, []byte(text))
	old := front.Node.Get(key)
	if old == nil && value.empty() || old != nil && equal(*old, value.node()) && len(front.Diagnostics) == 0 {
		return text, nil
	}
	if front.End == 0 && front.Node.Type == meta.Null {
		head := "---\n" + strings.Join(written(key+":", " ", value, ""), "\n") + "\n---\n"
		if text != "" && text[0] != '\n' {
			head += "\n"
		}
		return verified(file, text, head+text, key, value)
	}
	b, err := openBlock(file, text, front)
	if err != nil {
		return "", err
	}
	if err := b.set(key, old, value); err != nil {
		return "", err
	}
	return verified(file, text, b.text(), key, value)
}

// verified returns after, if it reads as before does but for the field.
func verified(file, before, after, key string, value Value) (string, error) {
	was, now := meta.Split(file, []byte(before)), meta.Split(file, []byte(after))
	for _, d := range now.Diagnostics {
		if d.Rule == meta.TooLong.ID {
			return "", &FieldError{Words{d.Message, d.Hint}, key}
		}
	}
	others := func(n meta.Node) []meta.Field {
		return slices.DeleteFunc(slices.Clone(n.Fields), func(f meta.Field) bool { return f.Key == key })
	}
	same := slices.EqualFunc(others(was.Node), others(now.Node), func(a, b meta.Field) bool {
		return a.Key == b.Key && equal(a.Value, b.Value)
	})
	got := now.Node.Get(key)
	if value.empty() {
		same = same && got == nil
	} else {
		same = same && got != nil && equal(*got, value.node())
	}
	body := func(text string, f meta.Front) string { return strings.TrimLeft(text[f.Body:], "\n") }
	if !same || len(now.Diagnostics) > 0 || body(before, was) != body(after, now) {
		return "", &UnsupportedError{fieldByHand.with(key), key}
	}
	return after, nil
}

// equal tells whether two values are the same, wherever they stand.
func equal(a, b meta.Node) bool {
	return a.Type == b.Type && a.Value == b.Value && slices.EqualFunc(a.Items, b.Items, equal) &&
		slices.EqualFunc(a.Fields, b.Fields, func(x, y meta.Field) bool {
			return x.Key == y.Key && equal(x.Value, y.Value)
		})
}
