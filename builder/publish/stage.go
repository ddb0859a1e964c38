package publish

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"sync"
)

// stage is the folder in which the new site, or what is new of it, is put
// together. It lies beside the site, to be exchanged with it, or else inside.
// It holds the marker, so that what a killed build leaves is known for a stage.
type stage struct {
	path   string
	beside bool
	mode   fs.FileMode // of the folders in the site
	keep   bool        // it is no longer a stage, or holds the journal: discard does nothing

	mu   sync.Mutex
	made map[string]bool
}

// openStage makes the stage for site. It lies beside where exchange is true and
// two empty folders, one there and one in the site, can be exchanged: that
// shows that the parent may be written, that no mount lies between, and that
// the file system knows how.
func openStage(site string, exchange bool) (*stage, error) {
	info, err := os.Stat(site)
	if err != nil {
		return nil, err
	}
	s := &stage{path: filepath.Join(site, insideName), made: map[string]bool{}}
	s.mode = 0o755 | info.Mode()&(fs.ModeSetgid|0o020)
	if err := os.Mkdir(s.path, 0o755); err != nil {
		return nil, err
	}
	marker, err := os.OpenFile(filepath.Join(s.path, markerName), os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o644)
	if err == nil {
		err = marker.Close()
	}
	if err != nil {
		return nil, errors.Join(err, s.discard())
	}
	if beside := besideName(site); exchange && os.Mkdir(beside, 0o755) == nil {
		if inherit(s.path, site) == nil && swap(s.path, beside) == nil {
			inside := s.path
			s.path, s.beside = beside, true
			beside = inside
		}
		if err := os.Remove(beside); err != nil {
			return nil, errors.Join(err, s.discard())
		}
	}
	return s, nil
}

// name returns the file name of path p in the stage.
func (s *stage) name(p string) string { return filepath.Join(s.path, filepath.FromSlash(p)) }

// folder makes the folder p and those above it.
func (s *stage) folder(p string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.makeFolder(p)
}

func (s *stage) makeFolder(p string) error {
	if p == "." || s.made[p] {
		return nil
	}
	if err := s.makeFolder(path.Dir(p)); err != nil {
		return err
	}
	err := makeFolder(s.name(p), s.mode)
	s.made[p] = err == nil
	return err
}

// makeFolder makes the folder name with exactly this mode, unless it is there.
func makeFolder(name string, mode fs.FileMode) error {
	if err := os.Mkdir(name, 0o755); err != nil {
		if errors.Is(err, fs.ErrExist) {
			return nil
		}
		return err
	}
	info, err := os.Lstat(name)
	if err != nil {
		return err
	}
	return chmod(name, info, mode)
}

// write writes the new file p.
func (s *stage) write(p string, data []byte) (fs.FileInfo, error) {
	if err := s.folder(path.Dir(p)); err != nil {
		return nil, err
	}
	return writeFile(s.name(p), data, false)
}

// link takes the file p of site over, as it is.
func (s *stage) link(site, p string) error {
	if err := s.folder(path.Dir(p)); err != nil {
		return err
	}
	return os.Link(filepath.Join(site, filepath.FromSlash(p)), s.name(p))
}

// few is how many files flush one by one. More are flushed faster by flushing
// the whole file system, though that then includes what others wrote.
const few = 32

// flush waits until the new files, at these paths, and the manifest, if it is
// there, are on the disk. The files wait together: a journal takes all that are
// waiting in one go.
func (s *stage) flush(fresh []string) error {
	if len(fresh) > few {
		if err := flushAll(s.path); err != nil {
			return err
		}
		fresh = nil // where flushAll does nothing, the manifest is flushed still
	}
	fresh = append(slices.Clip(fresh), manifestName)
	return each(len(fresh), len(fresh), func(i int) error {
		f, err := os.OpenFile(s.name(fresh[i]), os.O_WRONLY, 0)
		if errors.Is(err, fs.ErrNotExist) && fresh[i] == manifestName {
			return nil
		} else if err != nil {
			return err
		}
		if err := errors.Join(f.Sync(), f.Close()); err != nil {
			return &FileError{fresh[i], err}
		}
		return nil
	})
}

// moveInside moves a stage that lies beside site into it.
func (s *stage) moveInside(site string) error {
	inside := filepath.Join(site, insideName)
	if err := os.Rename(s.path, inside); err != nil {
		return err
	}
	s.path, s.beside = inside, false
	return nil
}

// discard removes the stage and all it holds: new files, and second names of
// files of the site.
func (s *stage) discard() error {
	if s.keep {
		return nil
	}
	return os.RemoveAll(s.path)
}
