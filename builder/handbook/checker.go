package handbook

import (
	"slices"
	"strconv"
	"strings"

	"vaandel/builder/diag"
	"vaandel/builder/markdown"
	"vaandel/builder/meta"
)

// CheckPage holds a page against the rules of its kind. Today is the date
// (2026-01-31) that review and expiry dates are held against; it decides on
// warnings only, and with "" there are none. Of a page without kind nothing is
// more than a warning.
func CheckPage(p *Page, c *Config, today string) []diag.Diagnostic {
	k := &checker{file: p.Source, lang: p.Lang, front: &p.Doc.Meta, doc: p.Doc, config: c, today: today}
	k.common()
	p.Spec.check(k)
	if p.Kindless {
		warnings(k.found)
	}
	return k.found
}

// checker is what the rules of a kind look at and report to.
type checker struct {
	file   string
	lang   string
	front  *meta.Node // the front matter
	doc    *markdown.Document
	config *Config
	today  string // "" where nothing is to be held against it
	found  []diag.Diagnostic
}

func (c *checker) report(r *diag.Rule, at diag.Position, args ...any) {
	c.found = append(c.found, r.At(at, args...))
}

// top is where a page is told that it lacks something: the first line of its
// front matter, else of the file.
func (c *checker) top() diag.Position {
	return diag.Position{File: c.file, Line: max(1, c.front.Line)}
}

// line is the place of something in the page's text.
func (c *checker) line(n int) diag.Position { return diag.Position{File: c.file, Line: n} }

// place is where n stands; of the front matter itself, its first line.
func (c *checker) place(n *meta.Node) diag.Position {
	if n == c.front {
		return c.top()
	}
	return diag.Position{File: c.file, Line: n.Line, Column: n.Column}
}

// at is where the value of key in n stands, else n itself.
func (c *checker) at(n *meta.Node, key string) diag.Position {
	if v := n.Get(key); v != nil {
		return c.place(v)
	}
	return c.place(n)
}

// lacks tells whether n, a map of the front matter, has nothing at key. What
// can't be read is not missing: its mistake has been reported.
func lacks(n *meta.Node, key string) bool {
	v := n.Get(key)
	switch {
	case n.Type != meta.Map && n.Type != meta.Null:
		return false
	case v == nil || v.Type == meta.Null:
		return true
	case v.Type == meta.String:
		return strings.TrimSpace(v.Value) == ""
	case v.Type == meta.List:
		return len(v.Items) == 0
	}
	return false
}

// need reports r where n has nothing at key.
func (c *checker) need(n *meta.Node, key string, r *diag.Rule) {
	if lacks(n, key) {
		c.report(r, c.at(n, key))
	}
}

// textAt returns the value at key as written; ok is false where it is missing or
// not a single value.
func textAt(n *meta.Node, key string) (value string, ok bool) {
	v := n.Get(key)
	if v == nil || lacks(n, key) || v.Type != meta.String && v.Type != meta.Number && v.Type != meta.Bool {
		return "", false
	}
	return v.Value, true
}

// date returns the date at key, "" where it is missing or, which is reported,
// wrong. With clock it may have a time.
func (c *checker) date(n *meta.Node, key string, clock bool) string {
	value, ok := textAt(n, key)
	if !ok {
		return ""
	}
	if d, ok := meta.CheckDate(c.at(n, key), key, value, clock); !ok {
		c.found = append(c.found, d)
		return ""
	}
	return value
}

// oneOf reports r where the value at key is none of options.
func (c *checker) oneOf(n *meta.Node, key string, r *diag.Rule, options ...string) {
	if value, ok := textAt(n, key); ok && !slices.Contains(options, value) {
		c.report(r, c.at(n, key), value, listed(options))
	}
}

// number returns the whole number at key; ok is false where there is none.
func number(n *meta.Node, key string) (value int, ok bool) {
	s, ok := textAt(n, key)
	if !ok {
		return 0, false
	}
	value, err := strconv.Atoi(strings.TrimSpace(s))
	return value, err == nil
}

// atLeast reports a number at key that is below least.
func (c *checker) atLeast(n *meta.Node, key string, least int) {
	if value, ok := number(n, key); ok && value < least {
		c.report(&numberLow, c.at(n, key), key, least)
	}
}

// contact reports a contact at key that handbook.yaml hasn't got. A handbook
// without contacts is left alone.
func (c *checker) contact(n *meta.Node, key string) {
	value, ok := textAt(n, key)
	if !ok || len(c.config.Contacts) == 0 {
		return
	}
	var ids []string
	for _, have := range c.config.Contacts {
		ids = append(ids, have.ID)
	}
	c.known(c.at(n, key), value, ids, &contactUnknown, &contactUnknownNear)
}

// network reports a network that handbook.yaml hasn't got.
func (c *checker) network(at diag.Position, value string) {
	var ids []string
	for _, have := range c.config.Networks {
		ids = append(ids, have.ID)
	}
	if value != "" && len(ids) > 0 {
		c.known(at, value, ids, &networkUnknown, &networkUnknownNear)
	}
}

// known reports value where it is none of ids, with the nearest or with all.
func (c *checker) known(at diag.Position, value string, ids []string, r, near *diag.Rule) {
	if slices.Contains(ids, value) {
		return
	}
	if id, ok := diag.Nearest(value, ids); ok {
		c.report(near, at, value, id)
		return
	}
	c.report(r, at, value, listed(ids))
}

// asStrings returns names as plain strings.
func asStrings[T ~string](names []T) []string {
	var out []string
	for _, n := range names {
		out = append(out, string(n))
	}
	return out
}

// listed writes names behind each other, at most 20 of them.
func listed[T ~string](names []T) string {
	const most = 20
	out := asStrings(names)
	if len(out) > most {
		out = append(out[:most:most], "…")
	}
	return strings.Join(out, ", ")
}
