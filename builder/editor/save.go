package editor

import (
	"errors"
	"io/fs"
	"os"
	"path"
)

const createNew = os.O_WRONLY | os.O_CREATE | os.O_EXCL

// Save gives a file a new text, if it is still the given version. Else it is a
// [*ConflictError], and nothing is written. Lines that did not change keep their
// bytes; new ones end as most lines of the file do.
func (e *Editor) Save(file, version, text string) (*Text, error) {
	text = plain(text)
	if err := checkBytes(file, []byte(text)); err != nil {
		return nil, err
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	old, err := e.saved(file)
	if err != nil {
		return nil, e.conflict(file, err)
	}
	now, err := old.text(file)
	switch {
	case err != nil:
		return nil, err
	case now.Text == text:
		return now, nil
	case now.Version != version:
		return nil, e.conflict(file, errChanged)
	}
	data := encode(old.data, text)
	if err := checkBytes(file, data); err != nil { // CR LF may make it too long
		return nil, err
	}
	if err := e.writable(old); err != nil {
		return nil, err
	}
	next, err := e.stage(old.place, data, old.mode)
	if err != nil {
		return nil, err
	}
	if err := next.replace(version); err != nil {
		return nil, e.conflict(file, err)
	}
	return (&saved{old.place, data, old.mode}).text(file)
}

// conflict makes a ConflictError of a file that changed or is gone.
func (e *Editor) conflict(file string, err error) error {
	var none *GoneError
	switch {
	case errors.As(err, &none):
		return &ConflictError{conflictGone.with(file), nil}
	case errors.Is(err, errChanged):
		now, err := e.Read(file)
		if errors.As(err, &none) {
			return &ConflictError{conflictGone.with(file), nil}
		}
		return &ConflictError{conflict.with(file), now}
	}
	return err
}

// writable tells whether a file may be changed. Who may change its folder could
// replace it all the same; but somebody meant it to stay as it is.
func (e *Editor) writable(s *saved) error {
	f, err := e.root.OpenFile(s.place, os.O_WRONLY, 0)
	if err == nil {
		err = f.Close()
	}
	if errors.Is(err, fs.ErrPermission) || s.mode&0o200 == 0 {
		return &ReadOnlyError{readOnly.with(s.place), s.place}
	}
	return err
}

// Create makes a new file, and the folders that it takes. It is an
// [*ExistsError] where there is one of that name, in whatever letter case.
func (e *Editor) Create(file, text string) (*Text, error) {
	if err := checkText(file); err != nil {
		return nil, err
	}
	if err := checkNew(file); err != nil {
		return nil, err
	}
	data := []byte(plain(text))
	if err := checkBytes(file, data); err != nil {
		return nil, err
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	if err := e.create(file, data); err != nil {
		return nil, err
	}
	return (&saved{data: data}).text(file)
}

// create writes a new file whose path has been judged.
func (e *Editor) create(file string, data []byte) error {
	folder, err := e.folder(path.Dir(file))
	if err != nil {
		return err
	}
	place := path.Join(folder, path.Base(file))
	if twin := e.twin(place); twin != "" {
		return &ExistsError{exists.with(twin), twin}
	}
	next, err := e.stage(place, data, 0)
	if err != nil {
		return err
	}
	err = next.create()
	if errors.Is(err, fs.ErrExist) {
		return &ExistsError{exists.with(file), file}
	}
	return err
}

// folder makes a folder, with those that it lies in, where there is none. It
// returns where it is without links.
func (e *Editor) folder(name string) (string, error) {
	if name == "." {
		return name, nil
	}
	above, err := e.folder(path.Dir(name))
	if err != nil {
		return "", err
	}
	name = path.Join(above, path.Base(name))
	if place, err := e.resolve(name); err == nil {
		if info, err := e.root.Stat(place); err == nil && info.IsDir() {
			if place != "." && checkPath(place) != nil { // a link to a hidden folder
				return "", &PathError{linkElsewhere.with(name), name}
			}
			return place, nil
		}
	}
	if twin := e.twin(name); twin != "" {
		return "", &ExistsError{exists.with(twin), twin}
	}
	return name, e.root.Mkdir(name, 0o777)
}
