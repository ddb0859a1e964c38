package editor

import (
	"reflect"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"vaandel/builder/diag"
	"vaandel/builder/handbook"
	"vaandel/builder/markdown"
	"vaandel/builder/meta"
)

// The places where a text names a target are found by how they look, and some
// that look so are code or plain text. So whatever is replaced is parsed again:
// a page is the same page if only the targets of its links are others.

// place is a part of a text with what it is to become, or, where that means
// something else, other.
type place struct {
	start, end  int
	text, other string
}

// rewrite returns the text of a page with other targets.
func (r *renaming) rewrite(p *handbook.Page, text string, want wanted) (string, error) {
	text, err := fields(p, text, want.fields)
	if err != nil || len(want.links) == 0 {
		return text, err
	}
	parse := func(text string) *markdown.Document { return r.before.document(p.Source, []byte(text)) }
	was := parse(text)
	front := meta.Split(p.Source, []byte(text))
	places := find(text, front.Body, want.links)
	// What is no link stays. Nearly always all are, so all are tried at first,
	// then the halves, from the end, so that the places before stay right.
	next := text
	var try func(places []place)
	try = func(places []place) {
		if len(places) == 0 {
			return
		}
		if all := replaced(next, places); leads(was, parse(all), want.links, false) {
			next = all
			return
		}
		if half := len(places) / 2; half > 0 {
			try(places[half:])
			try(places[:half])
		} else if p := places[0]; p.other != "" {
			p.text, p.other = p.other, ""
			try([]place{p})
		}
	}
	try(places)
	if doc := parse(next); !leads(was, doc, want.links, true) {
		return "", &RenameError{renameLinks.with(p.Source), diag.Position{File: p.Source, Line: lost(doc, want.links)}}
	}
	return next, nil
}

// replaced returns a text with other texts in some of its places.
func replaced(text string, places []place) string {
	var b strings.Builder
	at := 0
	for _, p := range places {
		b.WriteString(text[at:p.start])
		b.WriteString(p.text)
		at = p.end
	}
	b.WriteString(text[at:])
	return b.String()
}

// leads tells whether a page is the same but for targets: those that are wanted,
// and all of them.
func leads(was, now *markdown.Document, want map[reference]string, all bool) bool {
	link := func(a, b markdown.Link) bool {
		to, ok := want[reference{a.Target, a.Fragment, a.Wiki}]
		a.Line, a.Column, b.Line, b.Column = 0, 0, 0, 0
		if ok && (all || b.Target == to) {
			a.Target = to
		}
		return a == b
	}
	picture := func(a, b markdown.Picture) bool {
		same := link(a.Link, b.Link)
		a.Link, b.Link = markdown.Link{}, markdown.Link{}
		return same && a == b
	}
	if !slices.EqualFunc(was.Links, now.Links, link) || !slices.EqualFunc(was.Embeds, now.Embeds, link) ||
		!slices.EqualFunc(was.Pictures, now.Pictures, picture) || len(was.Diagnostics) != len(now.Diagnostics) {
		return false
	}
	a, b := *was, *now
	for _, d := range []*markdown.Document{&a, &b} {
		d.Links, d.Embeds, d.Pictures, d.Diagnostics = nil, nil, nil, nil
	}
	return reflect.DeepEqual(a, b)
}

// lost returns the line of a link that still has its old target.
func lost(doc *markdown.Document, want map[reference]string) int {
	for _, l := range slices.Concat(doc.Links, doc.Embeds) {
		if _, ok := want[reference{l.Target, l.Fragment, l.Wiki}]; ok {
			return l.Line
		}
	}
	return 0
}

var (
	definition = regexp.MustCompile(`(?m)^[ \t>*+\-0-9.)]*\[[^\]\n]+\]:[ \t]*\n?[ \t]*`)
	tagAddress = regexp.MustCompile(`(?i)[\s"'/](?:href|src)\s*=\s*("[^"]*"|'[^']*'|[^\s>"']+)`)
	wikiName   = regexp.MustCompile(`\[\[([^\[\]\n]+)\]\]`)
)

// find returns the places in a text, from an offset on, that name a target that
// is wanted otherwise, in order.
func find(text string, from int, want map[reference]string) []place {
	var places []place
	add := func(start, end int, source string) {
		raw := text[start:end]
		doc := markdown.Parse("", []byte(source), markdown.Options{RawHTML: true})
		if len(doc.Links) == 0 {
			return
		}
		to, ok := want[reference{doc.Links[0].Target, doc.Links[0].Fragment, false}]
		if !ok {
			return
		}
		rest := ""
		if at := strings.IndexAny(raw, "#?"); at >= 0 {
			rest = raw[at:]
		}
		places = append(places, place{start: start, end: end, text: destination(to) + rest})
	}
	inline := func(at int) {
		start, end := destinationAt(text, at)
		if end > start {
			add(start, end, "[x](<"+strings.NewReplacer("<", `\<`, ">", `\>`).Replace(text[start:end])+">)")
		}
	}
	for at := from; ; {
		next := strings.Index(text[at:], "](")
		if next < 0 {
			break
		}
		at += next + 2
		inline(at)
	}
	for _, m := range definition.FindAllStringIndex(text[from:], -1) {
		inline(from + m[1])
	}
	for _, m := range tagAddress.FindAllStringSubmatchIndex(text[from:], -1) {
		start, end := from+m[2], from+m[3]
		whole := text[start:end]
		if whole[0] == '"' || whole[0] == '\'' {
			start, end = start+1, end-1
		}
		add(start, end, "<a href="+whole+">x</a>")
	}
	for _, m := range wikiName.FindAllStringSubmatchIndex(text[from:], -1) {
		places = append(places, wikiPlace(text, from+m[2], from+m[3], want)...)
	}
	slices.SortFunc(places, func(a, b place) int { return a.start - b.start })
	end := 0
	return slices.DeleteFunc(places, func(p place) bool {
		overlaps := p.start < end
		end = max(end, p.end)
		return overlaps
	})
}

// destinationAt returns where the destination stands that begins at an offset,
// in pointed brackets or not.
func destinationAt(text string, at int) (start, end int) {
	for at < len(text) && strings.IndexByte(" \t\n", text[at]) >= 0 {
		at++
	}
	if at < len(text) && text[at] == '<' {
		end := strings.IndexAny(text[at:], ">\n")
		if end < 0 || text[at+end] == '\n' {
			return 0, 0
		}
		return at + 1, at + end
	}
	depth := 0
	for end = at; end < len(text); end++ {
		switch c := text[end]; {
		case c <= ' ':
			return at, end
		case c == '\\':
			end++
		case c == '(':
			depth++
		case c == ')':
			if depth--; depth < 0 {
				return at, end
			}
		}
	}
	return at, min(end, len(text))
}

// wikiPlace returns what becomes of a [[name]]. What readers see stays: the old
// name, where it has no other text.
func wikiPlace(text string, start, end int, want map[reference]string) []place {
	inside := text[start:end]
	name, label, titled := strings.Cut(inside, "|")
	bar := "|"
	if titled && strings.HasSuffix(name, `\`) {
		name, bar = strings.TrimSuffix(name, `\`), `\|`
	}
	target, fragment, _ := strings.Cut(name, "#")
	to, ok := want[reference{strings.TrimSpace(target), strings.TrimSpace(fragment), true}]
	if !ok {
		return nil
	}
	name = to + name[len(target):]
	if titled {
		return []place{{start: start, end: end, text: name + bar + label}}
	}
	label = strings.TrimSpace(target)
	return []place{{start, end, name + "|" + label, name + `\|` + label}} // the other in a table
}

// pathFields are the fields of front matter that name a file or page.
var pathFields = []string{"checklist", "photo", "data", "link", "file"}

// fields returns a text with other paths in its front matter.
func fields(p *handbook.Page, text string, want map[string]string) (string, error) {
	if len(want) == 0 {
		return text, nil
	}
	front := meta.Split(p.Source, []byte(text))
	lines := strings.SplitAfter(text, "\n")
	var failed error
	var walk func(n *meta.Node)
	walk = func(n *meta.Node) {
		for i := range slices.Backward(n.Items) {
			walk(&n.Items[i])
		}
		for i := range slices.Backward(n.Fields) {
			f := &n.Fields[i]
			walk(&f.Value)
			to, ok := want[f.Value.Value]
			if !ok || f.Value.Type != meta.String || !slices.Contains(pathFields, f.Key) {
				continue
			}
			line := &lines[f.Value.Line-1]
			if next, ok := replaceAt(*line, f.Value.Column, f.Value.Value, to); ok {
				*line = next
			} else {
				failed = &RenameError{renameLinks.with(p.Source), diag.Position{File: p.Source, Line: f.Value.Line, Column: f.Value.Column}}
			}
		}
	}
	walk(&front.Node)
	return strings.Join(lines, ""), failed
}

// replaceAt replaces a value that stands at a column, with or without quotes.
func replaceAt(line string, column int, old, new string) (string, bool) {
	at := 0
	for ; column > 1 && at < len(line); column-- {
		_, size := utf8.DecodeRuneInString(line[at:])
		at += size
	}
	if at < len(line) && (line[at] == '"' || line[at] == '\'') {
		at++
	} else if !reads(new, true) {
		return "", false
	}
	if !strings.HasPrefix(line[at:], old) || strings.ContainsAny(new, "\"'\\") {
		return "", false
	}
	return line[:at] + new + line[at+len(old):], true
}
