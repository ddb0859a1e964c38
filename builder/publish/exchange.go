package publish

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"syscall"
)

// errNoExchange says that the site can't be put together in the stage without
// loss, or not be exchanged. Nothing has happened; it can be published in place.
var errNoExchange = errors.New("the folder can't be exchanged")

// exchange completes the stage, exchanges it with the site, and removes the old
// site from what is then its place.
func (p *publication) exchange(ctx context.Context, held *lock, next manifest, stats *Stats) error {
	carried, err := p.complete(next)
	if err != nil {
		return err
	}
	if err := p.stage.flush(p.fresh()); err != nil {
		return err
	}
	if err := held.extend(p.stage.path); err != nil {
		return err
	}
	if ctx.Err() != nil {
		return context.Cause(ctx)
	}
	if err := swap(p.stage.path, p.site); err != nil {
		return fmt.Errorf("%w: %w", errNoExchange, err)
	}
	// From here on the stage's path is that of the old site, which may hold
	// what others put there in the meantime: discard must not touch it.
	old := p.stage.path
	p.stage.keep = true
	stats.StateErr = p.remember()
	if err := os.Remove(filepath.Join(p.site, markerName)); err != nil {
		return err
	}
	moved, err := retire(old, p.site, p.owned, carried, p.o.Workers)
	if err != nil {
		return fmt.Errorf("publish: the new site is in place, but the old one could not be removed: %w", err)
	}
	if len(moved) > 0 {
		now, err := scan(p.site, next.owned(), p.folders, foldersOf(paths(p.files)))
		stats.Foreign = now.report()
		return err
	}
	return nil
}

// complete links what is unchanged, kept or foreign into the stage and writes
// the manifest. It returns the foreign files that it took over.
func (p *publication) complete(next manifest) (map[string]fs.FileInfo, error) {
	stay := make([]string, 0, len(p.files)+len(next.kept))
	for i, f := range p.files {
		if !p.results[i].fresh {
			stay = append(stay, f.Path)
		}
	}
	for _, e := range next.kept {
		stay = append(stay, e.path)
	}
	err := each(len(stay), p.o.Workers, func(i int) error {
		if err := p.stage.link(p.site, stay[i]); err != nil {
			return linkError(&FileError{stay[i], err})
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	carried := map[string]fs.FileInfo{}
	for _, f := range p.tree.foreign {
		if err := p.stage.folder(path.Dir(f.path)); err != nil {
			return nil, err
		}
		if err := p.carry(f.path, carried); err != nil {
			return nil, linkError(err)
		}
	}
	_, err = writeFile(p.stage.name(manifestName), next.encode(), false)
	return carried, err
}

// carry takes over what lies at path and is not ours: files by a hard link,
// symbolic links and folders made anew.
func (p *publication) carry(path string, carried map[string]fs.FileInfo) error {
	from, to := p.name(path), p.stage.name(path)
	info, err := os.Lstat(from)
	if errors.Is(err, fs.ErrNotExist) { // its owner removed it just now
		return nil
	} else if err != nil {
		return err
	}
	carried[path] = info
	switch {
	case info.IsDir():
		err = p.carryFolder(path, info, carried)
	case info.Mode()&fs.ModeSymlink != 0:
		var target string
		if target, err = os.Readlink(from); err == nil {
			err = os.Symlink(target, to)
		}
	default:
		err = os.Link(from, to)
	}
	if errors.Is(err, fs.ErrExist) { // one of ours, in another letter case
		return &CollisionError{[]string{path}}
	}
	return err
}

// carryFolder takes over a folder and what it holds.
func (p *publication) carryFolder(path string, info fs.FileInfo, carried map[string]fs.FileInfo) error {
	from, to := p.name(path), p.stage.name(path)
	entries, err := os.ReadDir(from)
	if err != nil {
		return err
	}
	if err := os.Mkdir(to, 0o755); err != nil {
		return err
	}
	for _, e := range entries {
		if err := p.carry(path+"/"+e.Name(), carried); err != nil {
			return err
		}
	}
	if err := inherit(to, from); err != nil {
		return fmt.Errorf("%w: %w", errNoExchange, err)
	}
	return os.Chtimes(to, info.ModTime(), info.ModTime())
}

// linkError marks those errors of linking that are no trouble of the disk: a
// file system without hard links, or a file of somebody else that may not get a
// second name. Publishing in place needs no links.
func linkError(err error) error {
	for _, e := range []error{
		syscall.EPERM, syscall.EACCES, syscall.EXDEV, syscall.EMLINK, syscall.ENOSYS,
		syscall.EINVAL, syscall.ENOTSUP, syscall.EOPNOTSUPP, syscall.EBUSY,
	} {
		if errors.Is(err, e) {
			return fmt.Errorf("%w: %w", errNoExchange, err)
		}
	}
	return err
}
