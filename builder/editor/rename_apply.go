package editor

import (
	"context"
	"errors"
	"path"
	"slices"

	"vaandel/builder/source"
)

// Rename moves a page, with its translations, and changes all links to it. It
// returns what changed. Where something fails, all is as it was.
func (e *Editor) Rename(from, to string) ([]Change, error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	tree, _, err := source.List(context.Background(), e.dir)
	if err != nil {
		return nil, err
	}
	files := make([]string, len(tree.Files))
	for i, f := range tree.Files {
		files[i] = f.Path
	}
	changes, err := PlanRename(files, e.raw, from, to)
	if err != nil {
		return nil, err
	}
	if err := e.apply(changes); err != nil {
		return nil, err
	}
	return changes, nil
}

// raw returns the bytes of a file of the handbook.
func (e *Editor) raw(file string) ([]byte, error) {
	place, err := e.resolve(file)
	if err != nil {
		return nil, err
	}
	// Of a page beyond the bound the parser wants to know that alone.
	data, _, err := e.head(place, maxText+1)
	return data, err
}

// apply makes changes, all of them or none. New files come first and old ones go
// last, so that whoever reads meanwhile finds the page.
func (e *Editor) apply(changes []Change) (err error) {
	a := &application{editor: e}
	defer func() {
		for _, s := range a.staged {
			s.discard()
		}
		if err != nil {
			err = errors.Join(append([]error{err}, a.back()...)...)
		}
	}()
	for _, c := range changes {
		if err := a.prepare(c); err != nil {
			return err
		}
	}
	for _, do := range slices.Concat(a.creations, a.edits, a.removals) {
		if err := do(); err != nil {
			return err
		}
	}
	return nil
}

// application is one run of apply.
type application struct {
	editor                     *Editor
	staged                     []*staged
	creations, edits, removals []func() error
	undo                       []func() error // of what was done, in its order
}

// back undoes what was done.
func (a *application) back() (errs []error) {
	for _, undo := range slices.Backward(a.undo) {
		if err := undo(); err != nil {
			errs = append(errs, err)
		}
	}
	return errs
}

// prepare writes the new content of a change beside its place.
func (a *application) prepare(c Change) error {
	e := a.editor
	old, err := e.saved(c.From)
	if err != nil {
		return e.conflict(c.From, err)
	}
	if version(old.data) != c.Version {
		return e.conflict(c.From, errChanged)
	}
	if err := e.writable(old); err != nil {
		return err
	}
	place := old.place
	if c.From != c.To {
		folder, err := e.folder(path.Dir(c.To))
		if err != nil {
			return err
		}
		place = path.Join(folder, path.Base(c.To))
		if twin := e.twin(place); twin != "" && twin != old.place {
			return &ExistsError{exists.with(twin), twin}
		}
	}
	next, err := e.stage(place, c.Data, old.mode)
	if err != nil {
		return err
	}
	a.staged = append(a.staged, next)
	switch {
	case c.From == c.To:
		a.edits = append(a.edits, func() error { return a.edit(c, old, next) })
	case fold(old.place) == fold(place): // one file, on some systems
		a.edits = append(a.edits, func() error { return a.respell(c, old, next) })
	default:
		a.creations = append(a.creations, func() error { return a.create(c, next) })
		a.removals = append(a.removals, func() error { return a.remove(c, old) })
	}
	return nil
}

// edit gives a file its new content.
func (a *application) edit(c Change, old *saved, next *staged) error {
	if err := next.replace(c.Version); err != nil {
		return a.editor.conflict(c.From, err)
	}
	a.undo = append(a.undo, func() error { return a.editor.restore(old, version(c.Data)) })
	return nil
}

// respell changes the letter case of a file's name, and then its content.
func (a *application) respell(c Change, old *saved, next *staged) error {
	e := a.editor
	if err := e.root.Rename(old.place, next.place); err != nil {
		return err
	}
	a.undo = append(a.undo, func() error { return e.root.Rename(next.place, old.place) })
	at := *old
	at.place = next.place
	return a.edit(c, &at, next)
}

// create makes the file at the new place.
func (a *application) create(c Change, next *staged) error {
	if err := next.create(); err != nil {
		return &ExistsError{exists.with(c.To), c.To}
	}
	a.undo = append(a.undo, func() error {
		data, _, err := a.editor.bytes(next.place, maxText)
		if err != nil || version(data) != version(c.Data) {
			return err // somebody else's by now
		}
		return a.editor.root.Remove(next.place)
	})
	return nil
}

// remove removes the file at the old place, if it is still the one that moved.
func (a *application) remove(c Change, old *saved) error {
	e := a.editor
	now, _, err := e.bytes(old.place, maxText)
	if err != nil {
		return e.conflict(c.From, err)
	}
	if version(now) != c.Version {
		return e.conflict(c.From, errChanged)
	}
	from, err := e.resolveFolder(c.From)
	if err != nil {
		return err
	}
	if err := e.root.Remove(from); err != nil {
		return err
	}
	a.undo = append(a.undo, func() error {
		back, err := e.stage(from, old.data, old.mode)
		if err != nil {
			return err
		}
		return back.create()
	})
	e.settle(path.Dir(from))
	return nil
}

// restore gives a file its old content, if it is the one that we gave it.
func (e *Editor) restore(old *saved, was string) error {
	back, err := e.stage(old.place, old.data, old.mode)
	if err != nil {
		return err
	}
	return back.replace(was)
}

// resolveFolder returns where a file is without links on the way to it; it may
// be a link itself.
func (e *Editor) resolveFolder(file string) (string, error) {
	folder, err := e.resolve(path.Dir(file))
	return path.Join(folder, path.Base(file)), err
}
