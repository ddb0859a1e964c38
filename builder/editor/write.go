package editor

import (
	"cmp"
	"crypto/rand"
	"errors"
	"io/fs"
	"path"
)

// A file is never written to. Its new content is written beside it, under a name
// that begins with a dot so that no build takes it for a page, and then takes
// its place in one step: whoever reads meanwhile sees the old file or the new
// one.

// staged is a new content that has only to take its place.
type staged struct {
	editor *Editor
	place  string // of the file, without links
	temp   string // beside it
}

// stage writes the new content of a file beside it. Mode 0 is that of any new
// file.
func (e *Editor) stage(place string, data []byte, mode fs.FileMode) (*staged, error) {
	s := &staged{e, place, path.Join(path.Dir(place), ".vaandel-"+rand.Text()+".tmp")}
	if err := e.write(s.temp, data, mode); err != nil {
		s.discard()
		return nil, err
	}
	return s, nil
}

// write writes a new file and waits until it is on disk.
func (e *Editor) write(name string, data []byte, mode fs.FileMode) error {
	f, err := e.root.OpenFile(name, createNew, cmp.Or(mode, 0o666))
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if err == nil && mode != 0 {
		err = f.Chmod(mode) // what the umask took
	}
	if err == nil {
		err = f.Sync()
	}
	return errors.Join(err, f.Close())
}

// replace puts the content in the place of a file that has still the given
// version. Between that look and the replacement is no more than a moment.
func (s *staged) replace(was string) error {
	data, mode, err := s.editor.bytes(s.place, maxText)
	if err == nil && version(data) != was {
		err = errChanged
	}
	if err == nil && mode&0o200 == 0 {
		err = &ReadOnlyError{readOnly.with(s.place), s.place}
	}
	if err == nil {
		err = s.editor.root.Rename(s.temp, s.place)
	}
	if err != nil {
		s.discard()
		return err
	}
	s.editor.settle(path.Dir(s.place))
	return nil
}

var errChanged = errors.New("the file is another one now")

// create puts the content where there must be no file yet.
func (s *staged) create() error {
	root := s.editor.root
	// A second name for the same file: it is there as a whole, or not.
	err := root.Link(s.temp, s.place)
	if err == nil {
		s.discard()
	} else if !errors.Is(err, fs.ErrExist) {
		// Not all file systems have links: an empty file holds the name.
		err = s.claim()
	}
	if err != nil {
		s.discard()
		return err
	}
	s.editor.settle(path.Dir(s.place))
	return nil
}

// claim takes the name for an empty file, which the content then replaces.
func (s *staged) claim() error {
	f, err := s.editor.root.OpenFile(s.place, createNew, 0o666)
	if err != nil {
		return err
	}
	if err = f.Close(); err == nil {
		err = s.editor.root.Rename(s.temp, s.place)
	}
	if err != nil {
		_ = s.editor.root.Remove(s.place)
	}
	return err
}

// discard removes what was written. It is not there any more where it took its
// place.
func (s *staged) discard() { _ = s.editor.root.Remove(s.temp) }

// settle asks the disk to keep the names in a folder, where it can be asked.
func (e *Editor) settle(folder string) {
	if d, err := e.root.Open(folder); err == nil {
		_ = d.Sync()
		_ = d.Close()
	}
}
