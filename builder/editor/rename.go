package editor

import (
	"path"
	"slices"
	"strings"

	"vaandel/builder/diag"
	"vaandel/builder/handbook"
	"vaandel/builder/meta"
)

// Change is a new content of a page; where To is not From, the page moves.
type Change struct {
	From, To string
	Version  string // of From, as it was read
	Data     []byte
}

// RenameError says why a page can't be moved, and what stands in the way.
type RenameError struct {
	Words
	At diag.Position
}

// PlanRename returns what changes in a handbook when a page moves from one path
// to another: the page with its translations, and all pages with links to it.
// Its old addresses lead to the new ones. It changes nothing itself.
//
// Files are the paths of all files of the handbook, read returns the bytes of
// one. The plan has been tried: after it every link leads where it led, and
// nothing is wrong that was not wrong before. Else it is a [*RenameError].
func PlanRename(files []string, read func(file string) ([]byte, error), from, to string) ([]Change, error) {
	for _, check := range []error{checkText(from), checkText(to), checkNew(to)} {
		if check != nil {
			return nil, check
		}
	}
	before, err := readModel(files, read)
	if err != nil {
		return nil, err
	}
	r := &renaming{before: before, moves: map[string]string{}}
	if err := r.move(from, to); err != nil || from == to {
		return nil, err
	}
	if err := r.plan(); err != nil {
		return nil, err
	}
	return r.changes, r.check()
}

// renaming is one run of PlanRename.
type renaming struct {
	before  *model
	moves   map[string]string // old path → new
	changes []Change
}

// move decides where the page and its translations go.
func (r *renaming) move(from, to string) error {
	page := r.before.book.Page(from)
	if page == nil {
		return &GoneError{Words: gone.with(from), File: from}
	}
	at := diag.Position{File: from}
	if page.Key == "" {
		return &RenameError{renameHome.with(from), at}
	}
	_, ending := r.stem(from)
	stem, newEnding := r.stem(to)
	if ending != newEnding {
		return &RenameError{renameEnding.with(to, ending), at}
	}
	for _, p := range r.before.book.Pages {
		if p.Key == page.Key {
			_, ending := r.stem(p.Source)
			r.moves[p.Source] = stem + ending
		}
	}
	for _, file := range r.before.files {
		for old, new := range r.moves {
			if _, moves := r.moves[file]; fold(file) == fold(new) && file != old && !(moves && r.moves[file] == file) {
				return &ExistsError{exists.with(file), file}
			}
		}
	}
	return nil
}

// stem splits a path before the language in its name and its ending.
func (r *renaming) stem(file string) (stem, ending string) {
	stem = strings.TrimSuffix(file, path.Ext(file))
	if lang := path.Ext(stem); lang != "" && slices.ContainsFunc(r.before.config.Languages, func(l string) bool {
		return strings.EqualFold(l, lang[1:])
	}) {
		stem = strings.TrimSuffix(stem, lang)
	}
	return stem, file[len(stem):]
}

// now returns where a file is after the move.
func (r *renaming) now(file string) string {
	if to, ok := r.moves[file]; ok {
		return to
	}
	return file
}

// plan makes the changes: first those of links, then what only a look at the
// moved page can tell.
func (r *renaming) plan() error {
	for _, p := range r.before.book.Pages {
		if err := r.page(p); err != nil {
			return err
		}
	}
	after := r.before.changed(r.changes)
	for i, c := range r.changes {
		old, now := r.before.book.Page(c.From), after.book.Page(c.To)
		if c.From == c.To || now == nil {
			continue
		}
		text, err := decode(c.To, c.Data)
		if err != nil {
			return err
		}
		if old.Kind != now.Kind { // that of the section, until now
			if text, err = SetField(c.To, text, "kind", String(string(old.Kind))); err != nil {
				return err
			}
		}
		if text, err = SetField(c.To, text, "aliases", List(aliases(old, now, after.book)...)); err != nil {
			return err
		}
		r.changes[i].Data = encode(c.Data, text)
	}
	return nil
}

// aliases returns the old addresses of a page that has moved: those that it had,
// and the last one, where nothing else is shown there.
func aliases(old, now *handbook.Page, after *handbook.Handbook) []string {
	var all []string
	for _, n := range old.Doc.Meta.Get("aliases").Entries() {
		if n.Type == meta.String && strings.Trim(n.Value, "/") != strings.TrimSuffix(strings.TrimSuffix(now.Address, "index.html"), "/") &&
			strings.Trim(n.Value, "/") != now.Address {
			all = append(all, n.Value)
		}
	}
	listed := old.Index && slices.ContainsFunc(after.Pages, func(p *handbook.Page) bool {
		return strings.HasPrefix(p.Key+"/", old.Key+"/") && p.Lang == old.Lang // the folder has a list of its pages
	})
	last := "/" + old.Address
	if old.Address != now.Address && !old.Common.Draft && !listed && !slices.Contains(all, last) {
		all = append(all, last)
	}
	return all
}

// page plans the change of one page.
func (r *renaming) page(p *handbook.Page) error {
	to, data := r.now(p.Source), r.before.data[p.Source]
	want := r.wanted(p)
	if to == p.Source && len(want.links) == 0 && len(want.fields) == 0 {
		return nil
	}
	text, err := decode(p.Source, data)
	if err != nil {
		return err
	}
	next, err := r.rewrite(p, text, want)
	if err != nil {
		return err
	}
	if to != p.Source || next != text {
		r.changes = append(r.changes, Change{From: p.Source, To: to, Version: version(data), Data: encode(data, next)})
	}
	return nil
}

// check tries the plan.
func (r *renaming) check() error {
	after := r.before.changed(r.changes)
	type fault struct{ file, rule string }
	count := map[fault]int{}
	for _, d := range r.before.diags {
		count[fault{r.now(d.File), d.Rule}]++
	}
	for _, d := range after.diags {
		this := fault{d.File, d.Rule}
		if count[this]--; count[this] < 0 {
			return &RenameError{Words{renameFault.What.With(d.File, d.Message.NL, d.Message.EN), renameFault.Hint}, d.Position}
		}
	}
	for _, old := range r.before.book.Pages {
		now := after.book.Page(r.now(old.Source))
		if now == nil || !r.same(old.Links, now.Links) || !r.same(old.Embeds, now.Embeds) || !r.same(old.Pictures, now.Pictures) {
			return &RenameError{renameLinks.with(old.Source), diag.Position{File: old.Source}}
		}
	}
	return nil
}

// same tells whether links lead where they led.
func (r *renaming) same(old, now []handbook.Target) bool {
	return slices.EqualFunc(old, now, func(a, b handbook.Target) bool {
		page := a.Page == nil && b.Page == nil || a.Page != nil && b.Page != nil && r.now(a.Page.Source) == b.Page.Source
		return page && a.ID == b.ID && a.File == b.File && a.URL == b.URL
	})
}
