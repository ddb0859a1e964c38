package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"syscall"
)

// retire removes the old site, which lies in the folder old. Files of ours,
// the owned ones, are deleted. All else has a place in the new site: it is there
// already (carried, with what it was then; nil where that is not known), or it
// came or changed in the meantime and is moved there now. retire returns the
// paths of what it moved.
func retire(old, site string, owned map[string]sum, carried map[string]fs.FileInfo, workers int) (moved []string, err error) {
	for range 5 { // again, where something appeared while we were at it
		var more []string
		more, err = retireOnce(old, site, owned, carried, workers)
		moved = append(moved, more...)
		if !errors.Is(err, syscall.ENOTEMPTY) && !errors.Is(err, syscall.EEXIST) {
			break
		}
	}
	return moved, err
}

func retireOnce(old, site string, owned map[string]sum, carried map[string]fs.FileInfo, workers int) (moved []string, err error) {
	folders := foldersOf(maps.Keys(owned))
	t, err := scan(old, owned, folders)
	if err != nil {
		return nil, err
	}
	err = each(len(t.ours), workers, func(i int) error {
		return remove(filepath.Join(old, filepath.FromSlash(t.ours[i])))
	})
	if err != nil {
		return nil, err
	}
	for _, f := range t.foreign {
		more, err := rescue(old, site, f.path, carried)
		moved = append(moved, more...)
		if err != nil {
			return moved, err
		}
	}
	return moved, removeFolders(old, folders)
}

// remove deletes a file that may be gone already.
func remove(name string) error {
	if err := os.Remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

// removeFolders removes these folders of ours, our own files, and old itself; the
// manifest last, so that a killed build can be finished.
func removeFolders(old string, folders map[string]bool) error {
	list := slices.Sorted(maps.Keys(folders))
	slices.Reverse(list) // what lies in a folder before the folder
	for _, d := range list {
		if err := remove(filepath.Join(old, filepath.FromSlash(d))); err != nil {
			return err
		}
	}
	if err := os.RemoveAll(filepath.Join(old, insideName)); err != nil {
		return err
	}
	if err := remove(filepath.Join(old, manifestName)); err != nil {
		return err
	}
	return remove(old)
}

// rescue sees to it that what lies at p in old, and is not ours, is in site,
// and removes it from old.
func rescue(old, site, p string, carried map[string]fs.FileInfo) (moved []string, err error) {
	from, to := filepath.Join(old, filepath.FromSlash(p)), filepath.Join(site, filepath.FromSlash(p))
	info, err := os.Lstat(from)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	} else if err != nil {
		return nil, err
	}
	there, err := os.Lstat(to)
	switch {
	case missing(err):
		return move(from, site, p)
	case err != nil:
		return nil, err
	case info.IsDir() && there.IsDir():
		return rescueFolder(old, site, p, carried)
	case same(from, to, info, there):
		return nil, remove(from)
	}
	// Its owner replaced it since we took it over: the new one counts.
	if was := carried[p]; was != nil && os.SameFile(was, there) && !info.IsDir() && !there.IsDir() {
		return []string{p}, rename(from, to)
	}
	return move(from, site, p)
}

// rescueFolder does what rescue does for all that the folder p holds.
func rescueFolder(old, site, p string, carried map[string]fs.FileInfo) (moved []string, err error) {
	from := filepath.Join(old, filepath.FromSlash(p))
	entries, err := os.ReadDir(from)
	if err != nil {
		return nil, err
	}
	for _, e := range entries {
		more, err := rescue(old, site, path.Join(p, e.Name()), carried)
		moved = append(moved, more...)
		if err != nil {
			return moved, err
		}
	}
	return moved, remove(from)
}

// same tells whether two names are those of one file, or of two links to one
// place.
func same(from, to string, a, b fs.FileInfo) bool {
	if os.SameFile(a, b) {
		return true
	}
	if a.Mode().Type() != fs.ModeSymlink || b.Mode().Type() != fs.ModeSymlink {
		return false
	}
	x, errX := os.Readlink(from)
	y, errY := os.Readlink(to)
	return errX == nil && errY == nil && x == y
}

// move moves from to the path p in site, or, where that is taken, to the first
// free name like it. It returns the path that it became.
func move(from, site, p string) ([]string, error) {
	// A file of the new site may stand where a folder above p was.
	for d := range parents(p) {
		if info, err := os.Lstat(filepath.Join(site, filepath.FromSlash(d))); err == nil && !info.IsDir() {
			p = d + ".saved/" + p[len(d)+1:]
		}
	}
	if err := os.MkdirAll(filepath.Join(site, filepath.FromSlash(path.Dir(p))), 0o755); err != nil {
		return nil, err
	}
	free := p
	for i := 1; exists(filepath.Join(site, filepath.FromSlash(free))); i++ {
		free = fmt.Sprintf("%s.saved-%d", p, i)
	}
	return []string{free}, os.Rename(from, filepath.Join(site, filepath.FromSlash(free)))
}
