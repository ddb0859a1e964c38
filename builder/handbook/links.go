package handbook

import (
	"path"
	"slices"
	"strings"

	"vaandel/builder/diag"
	"vaandel/builder/markdown"
	"vaandel/builder/source"
)

// targets is all that links may lead to. It is only read once it is made.
type targets struct {
	h      *Handbook
	tree   *source.Tree
	files  map[string]string   // path by folded path
	dirs   map[string]bool     // folded
	drafts map[string]bool     // sources left out
	byBase map[string][]string // folded file name → paths
}

func newTargets(h *Handbook, tree *source.Tree, drafts map[string]bool, last *Handbook) *targets {
	if last != nil && tree.SamePaths(last.targets.tree) {
		t := *last.targets
		t.h, t.tree, t.drafts = h, tree, drafts
		return &t
	}
	t := &targets{
		h: h, tree: tree, drafts: drafts,
		files:  make(map[string]string, len(tree.Files)),
		dirs:   map[string]bool{"": true},
		byBase: make(map[string][]string, len(tree.Files)),
	}
	for _, f := range tree.Files {
		folded := fold(f.Path)
		t.files[folded] = f.Path
		base := path.Base(folded)
		t.byBase[base] = append(t.byBase[base], f.Path)
		for d := folderOf(folded); !t.dirs[d]; d = folderOf(d) {
			t.dirs[d] = true
		}
	}
	return t
}

// resolver finds what the links of one page lead to.
type resolver struct {
	*targets
	p     *Page
	diags []diag.Diagnostic
	lost  []lost
}

// lost is a link that leads nowhere.
type lost struct {
	link markdown.Link
	from *Page
	full string // the path that it means
	at   diag.Position
}

// page resolves all that the text and the front matter refer to.
func (r *resolver) page() {
	doc := r.p.Doc
	r.p.Links = make([]Target, len(doc.Links))
	for i, l := range doc.Links {
		r.p.Links[i] = r.link(r.p, l)
	}
	r.p.Embeds = make([]Target, len(doc.Embeds))
	for i, l := range doc.Embeds {
		r.p.Embeds[i] = r.link(r.p, l)
	}
	r.p.Pictures = make([]Target, len(doc.Pictures))
	for i, l := range doc.Pictures {
		r.p.Pictures[i] = r.picture(r.p, l)
	}
	r.fields(r.p)
}

// link resolves one link and reports it where it leads nowhere.
func (r *resolver) link(p *Page, l markdown.Link) Target {
	at := diag.Position{File: p.Source, Line: l.Line, Column: l.Column}
	if l.External {
		return Target{URL: l.Target}
	}
	t, ok := r.find(p, l, at)
	if !ok {
		return Target{}
	}
	if l.Fragment != "" && t.Page != nil {
		t.ID = r.anchor(t.Page, l.Fragment, at)
	}
	return t
}

// find looks for the page, folder or file that l names.
func (r *resolver) find(p *Page, l markdown.Link, at diag.Position) (Target, bool) {
	if l.Target == "" {
		return Target{Page: p}, true
	}
	if l.Wiki {
		if t, ok := r.wiki(p, l, at); ok {
			return t, true
		}
	}
	full, inside := join(p.Source, l.Target)
	if !inside {
		r.report(&linkOutside, at, l.Target)
		return Target{}, false
	}
	if r.h.Page(full) != nil { // as nearly all are written
		return r.target(p, full, explicit(full)), true
	}
	folded := fold(full)
	for _, name := range spellings(folded) {
		if file := r.files[name]; file != "" {
			if r.drafts[file] {
				r.report(&linkDraft, at, l.Target)
				return Target{}, false
			}
			r.spelling(file, full, name == folded, at)
			return r.target(p, file, explicit(full)), true
		}
	}
	// page.md where there are page.nl.md and page.en.md alone.
	if key, lang, _ := split(full, r.h.Config.Languages); lang == "" && r.h.byKey[key] != nil && path.Ext(full) != "" {
		return Target{Page: r.h.Version(key, p.Lang)}, true
	}
	if r.dirs[strings.TrimSuffix(folded, "/")] {
		if s := r.folder(p, strings.TrimSuffix(folded, "/")); s != nil {
			return Target{Section: s, Page: s.Page}, true
		}
	}
	r.lost = append(r.lost, lost{l, p, full, at})
	return Target{}, false
}

// spellings lists the files that a target may mean, the likeliest first: other
// tools write links without ending, or with that of the finished page.
func spellings(folded string) []string {
	names := []string{folded}
	bare := strings.TrimSuffix(folded, "/")
	switch path.Ext(folded) {
	case ".md", ".markdown":
	case ".html", ".htm":
		bare = strings.TrimSuffix(bare, path.Ext(bare))
		names = append(names, bare+".md", bare+".markdown")
	default:
		names = append(names, bare+".md", bare+".markdown")
	}
	return names
}

// explicit tells whether a path names the language of the page that it means.
func explicit(full string) bool { return strings.Count(path.Base(full), ".") > 1 }

// spelling warns where only the letter case differs: a web server may mind.
func (r *resolver) spelling(path, full string, whole bool, at diag.Position) {
	if whole && path != full && strings.EqualFold(path, full) {
		r.report(&linkCase, at, full, path)
	}
}

// target returns the target for the file at source. A link to a page leads to
// its version in the language of p, unless it names another.
func (r *resolver) target(p *Page, source string, exact bool) Target {
	to := r.h.Page(source)
	if to == nil {
		return Target{File: source}
	}
	if !exact {
		if v := r.h.in(to.Key, p.Lang); v != nil {
			to = v
		}
	}
	return Target{Page: to}
}

// folder returns the section of a folder in the language of p, or another's.
func (r *resolver) folder(p *Page, folded string) *Section {
	for _, lang := range append([]string{p.Lang}, r.h.Config.Languages...) {
		if s := r.h.sections[lang][folded]; s != nil {
			return s
		}
	}
	return nil
}

// wiki finds the page of a [[name]]: its title or its file's name.
func (r *resolver) wiki(p *Page, l markdown.Link, at diag.Position) (Target, bool) {
	var found []*Page
	for _, i := range r.h.byName[fold(l.Target)] {
		found = append(found, r.h.Pages[i])
	}
	if len(found) == 0 {
		return Target{}, false
	}
	same := slices.DeleteFunc(slices.Clone(found), func(f *Page) bool { return f.Lang != p.Lang })
	if len(same) > 0 {
		found = same
	}
	if len(found) > 1 {
		r.report(&linkAmbiguous, at, l.Target, found[0].Source, found[1].Source)
	}
	return Target{Page: found[0]}, true
}

// picture resolves a picture of the text.
func (r *resolver) picture(p *Page, l markdown.Picture) Target {
	at := diag.Position{File: p.Source, Line: l.Line, Column: l.Column}
	if strings.TrimSpace(l.Alt) == "" {
		r.report(&pictureAlt, at, l.Target)
	}
	return r.file(p, l.Target, at)
}

// file resolves the path of a file that is no page.
func (r *resolver) file(p *Page, target string, at diag.Position) Target {
	full, inside := join(p.Source, target)
	if !inside {
		r.report(&linkOutside, at, target)
		return Target{}
	}
	file := r.files[fold(full)]
	if file == "" {
		r.lost = append(r.lost, lost{markdown.Link{Target: target}, p, full, at})
		return Target{}
	}
	r.spelling(file, full, true, at)
	return Target{File: file}
}

// anchor returns the id of the heading that a fragment means, or "".
func (r *resolver) anchor(to *Page, fragment string, at diag.Position) string {
	id := markdown.Anchor(fragment)
	if id == to.Doc.TitleID {
		return "" // the top of the page
	}
	ids := make([]string, len(to.Doc.Headings))
	for i, h := range to.Doc.Headings {
		if h.ID == id {
			return id
		}
		ids[i] = h.ID
	}
	if slices.Contains(to.Doc.Anchors, id) {
		return id
	}
	if near, ok := diag.Nearest(id, ids); ok {
		r.report(&linkAnchorNear, at, fragment, to.Source, to.Doc.Headings[slices.Index(ids, near)].Text)
	} else {
		r.report(&linkAnchor, at, fragment, to.Source)
	}
	return ""
}

// nearestSearches bounds the work for folders in which most links are broken: to
// look for the nearest name takes a look at every path.
const nearestSearches = 200

// broken tells of a link that leads nowhere, with the nearest thing there is.
// searches is how many more times that may be looked for.
func (t *targets) broken(l lost, searches *int) diag.Diagnostic {
	rule, near := &linkBroken, &linkBrokenNear
	if l.link.Wiki {
		rule, near = &wikiBroken, &wikiBrokenNear
	}
	if found, ok := t.nearest(l, searches); ok {
		return near.At(l.at, l.link.Target, found)
	}
	return rule.At(l.at, l.link.Target)
}

// nearest returns what the author probably meant, as to be written there: a file
// of the same name elsewhere, else one whose path is much alike.
func (t *targets) nearest(l lost, searches *int) (string, bool) {
	if same := t.byBase[path.Base(fold(l.full))]; len(same) > 0 && !l.link.Wiki {
		return Relative(l.from.Source, same[0]), true
	}
	if *searches--; *searches < 0 {
		return "", false
	}
	if l.link.Wiki {
		names := make([]string, len(t.h.Pages))
		for i, p := range t.h.Pages {
			names[i] = p.Title()
		}
		return diag.Nearest(l.link.Target, names)
	}
	paths := make([]string, len(t.tree.Files))
	for i, f := range t.tree.Files {
		paths[i] = f.Path
	}
	found, ok := diag.Nearest(l.full, paths)
	return Relative(l.from.Source, found), ok
}

func (r *resolver) report(rule *diag.Rule, at diag.Position, args ...any) {
	r.diags = append(r.diags, rule.At(at, args...))
}

// join returns the path that target means in the file from; a leading slash is
// the content folder. It is false for a path that leaves the folder.
func join(from, target string) (string, bool) {
	folder := from[:strings.LastIndexByte(from, '/')+1]
	if strings.HasPrefix(target, "/") {
		folder, target = "", strings.TrimLeft(target, "/")
	}
	// Nearly all links are plain but for steps up at their beginning: the rest
	// is then clean already.
	for folder != "" && strings.HasPrefix(target, "../") {
		folder = folder[:strings.LastIndexByte(folder[:len(folder)-1], '/')+1]
		target = strings.TrimLeft(target[3:], "/")
	}
	full := path.Clean(folder + target)
	if full == "." {
		full = ""
	}
	return full, full != ".." && !strings.HasPrefix(full, "../")
}
