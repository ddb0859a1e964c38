package editor

import (
	"path"
	"strings"

	"vaandel/builder/handbook"
	"vaandel/builder/markdown"
)

// wanted is what a page must say once a page has moved: for each of its links,
// as written, the new target; for each path in its front matter the new one.
type wanted struct {
	links  map[reference]string
	fields map[string]string
}

// reference is a link as it is written.
type reference struct {
	target, fragment string
	wiki             bool
}

// wanted finds the links of p that would lead elsewhere after the move.
func (r *renaming) wanted(p *handbook.Page) wanted {
	w := wanted{map[reference]string{}, map[string]string{}}
	look := func(l markdown.Link, t handbook.Target) {
		if l.External || l.Target == "" || t.Broken() {
			return
		}
		if to := r.target(p, l, t); to != l.Target {
			w.links[reference{l.Target, l.Fragment, l.Wiki}] = to
		}
	}
	for i, l := range p.Doc.Links {
		look(l, p.Links[i])
	}
	for i, l := range p.Doc.Embeds {
		look(l, p.Embeds[i])
	}
	for i, l := range p.Doc.Pictures {
		look(l.Link, p.Pictures[i])
	}
	for value, t := range p.Fields {
		target, rest := value, ""
		if at := strings.IndexByte(value, '#'); at >= 0 && t.File == "" {
			target, rest = value[:at], value[at:]
		}
		if t.Broken() || t.URL != "" || target == "" {
			continue
		}
		if to := r.target(p, markdown.Link{Target: target}, t); to != target {
			w.fields[value] = to + rest
		}
	}
	return w
}

// target returns what must be written in p, where it is then, to name what l
// names.
func (r *renaming) target(p *handbook.Page, l markdown.Link, t handbook.Target) string {
	if l.Wiki && t.Page != nil && called(t.Page, l.Target) {
		return r.name(t.Page, l.Target)
	}
	full := join(p.Source, l.Target)
	named := r.named(full, t)
	from := r.now(p.Source)
	if join(from, l.Target) == named {
		return l.Target
	}
	to := handbook.Relative(from, named)
	if strings.HasPrefix(l.Target, "/") {
		to = "/" + named
	}
	if strings.HasSuffix(l.Target, "/") && path.Ext(to) == "" {
		to += "/"
	}
	return to
}

// join returns the path that a target means in a file.
func join(file, target string) string {
	if strings.HasPrefix(target, "/") {
		return strings.TrimPrefix(path.Clean(target), "/")
	}
	return path.Join(path.Dir(file), target)
}

// named returns the path, after the move, of what full names: with the ending
// that it is written with, which other tools leave out or call .html.
func (r *renaming) named(full string, t handbook.Target) string {
	if to, ok := r.moves[full]; ok {
		return to
	}
	if t.Page == nil {
		return full
	}
	ending := path.Ext(full)
	bare := strings.TrimSuffix(full, ending)
	for old, to := range r.moves {
		oldStem, _ := r.stem(old)
		stem, _ := r.stem(to)
		oldBare := strings.TrimSuffix(old, path.Ext(old))
		switch fold(full) {
		case fold(old):
			return to
		case fold(oldBare):
			return strings.TrimSuffix(to, path.Ext(to))
		case fold(oldStem) + fold(ending): // page.md for page.nl.md
			return stem + ending
		}
		if (ending == ".html" || ending == ".htm") && fold(bare) == fold(oldBare) {
			return strings.TrimSuffix(to, path.Ext(to)) + ending
		}
	}
	// The folder, for its page.
	if to, ok := r.moves[t.Page.Source]; ok && t.Page.Index && fold(full) == fold(t.Page.Key) {
		return to
	}
	return full
}

// called tells whether a name in [[brackets]] is one of the page's.
func called(p *handbook.Page, name string) bool {
	name = fold(strings.TrimSpace(name))
	return name == fold(strings.TrimSpace(p.Title())) || name == fold(path.Base(p.Key))
}

// name returns how a page that is called name is called after the move.
func (r *renaming) name(p *handbook.Page, name string) string {
	to, moves := r.moves[p.Source]
	titled := (p.Common.Title != "" || p.Doc.Title != "") && fold(strings.TrimSpace(p.Title())) == fold(strings.TrimSpace(name))
	stem, _ := r.stem(to)
	switch base := strings.ToLower(path.Base(stem)); {
	case !moves || titled:
		return name
	case base == "index" || base == "readme":
		stem = path.Dir(stem)
	}
	if fold(path.Base(stem)) == fold(strings.TrimSpace(name)) {
		return name
	}
	return path.Base(stem)
}
