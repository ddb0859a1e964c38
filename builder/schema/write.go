package schema

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// Write puts the schemas into the handbook whose folder root is, and returns the
// names of those that were not there as they are. What is the same already is
// not written. A link is never followed out of the folder, and a file that is a
// link is exchanged, not written through.
func Write(root *os.Root, files []File) (written []string, err error) {
	if err := root.MkdirAll(Folder, 0o755); err != nil {
		return nil, err
	}
	for _, f := range files {
		name := filepath.FromSlash(f.Name)
		if same(root, name, f.Data) {
			continue
		}
		if err := exchange(root, name, f.Data); err != nil {
			return written, err
		}
		written = append(written, f.Name)
	}
	return written, nil
}

// same tells whether a file, which is no link, holds data.
func same(root *os.Root, name string, data []byte) bool {
	info, err := root.Lstat(name)
	if err != nil || !info.Mode().IsRegular() || info.Size() != int64(len(data)) {
		return false
	}
	have, err := root.ReadFile(name)
	return err == nil && bytes.Equal(have, data)
}

// exchange writes a file whole or not at all.
func exchange(root *os.Root, name string, data []byte) error {
	next := name + ".new"
	if err := root.Remove(next); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	f, err := root.OpenFile(next, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if err = errors.Join(err, f.Close()); err == nil {
		err = root.Rename(next, name)
	}
	if err != nil {
		return errors.Join(err, root.Remove(next))
	}
	return nil
}

// Present tells whether the handbook has the schema of that name.
func Present(root *os.Root, name string) bool {
	info, err := root.Stat(filepath.FromSlash(name))
	return err == nil && info.Mode().IsRegular()
}
