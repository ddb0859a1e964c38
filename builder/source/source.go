// Package source reads a content folder into a [Tree]: an immutable snapshot of
// its files with the hash of each. All that a build knows of the content comes
// from a Tree; what watches a folder only says "look again", which is to read
// the next Tree.
//
// A second look is cheap: a file whose size, times and inode are those that
// [Seen] remembers has kept its bytes, and is not read.
//
// [List] finds the files, [Tree.Load] reads them and hands each on at once, so
// that no more texts are in memory than there are cores.
package source

import (
	"cmp"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"time"

	"vaandel/builder/diag"
	"vaandel/builder/parallel"
)

// Hash is the SHA-256 of a file's bytes.
type Hash = [sha256.Size]byte

// File is one file of a Tree.
type File struct {
	// Path is the place below the root, with slashes, spelled as on disk.
	Path string
	Size int64
	Hash Hash

	place  string // where the bytes are: the file itself or what a link leads to
	state  state
	loaded bool   // size and hash are known
	data   []byte // from reading, until Load has handed the file on
	given  []byte // the bytes, of a file that is not as on disk: see With
}

// Tree is a snapshot of a folder: its files, ordered by path. Once loaded it is
// never changed.
type Tree struct {
	Root  string
	Files []*File
	// Fresh is how many of Files were read, and not known from an earlier look.
	Fresh int

	*layout
}

// layout is the places of a tree's files by their paths. Trees of the same paths
// share it.
type layout struct{ places map[string]int }

// SamePaths tells whether two trees have been found to have the same paths.
func (t *Tree) SamePaths(other *Tree) bool { return t.layout == other.layout }

// Seen remembers files of an earlier Tree, so that what has not changed need not
// be read again. It is kept on disk as columns, which read and write in a
// fraction of the time that a list takes.
type Seen struct {
	_ struct{} `cbor:",toarray"`

	Paths  []string // in order
	Hashes []byte   // one behind the other
	States []int64  // likewise
	// At is when the files were looked at, in nanoseconds since 1970.
	At []int64
}

// sighting is what Seen knows of one file.
type sighting struct {
	hash  Hash
	state state
	at    int64
}

// of returns what is remembered of the file at path. A nil Seen knows nothing.
func (s *Seen) of(path string) (sighting, bool) {
	if s == nil {
		return sighting{}, false
	}
	i, ok := slices.BinarySearch(s.Paths, path)
	if !ok || (i+1)*len(Hash{}) > len(s.Hashes) || (i+1)*len(state{}) > len(s.States) || i >= len(s.At) {
		return sighting{}, false
	}
	return sighting{Hash(s.Hashes[i*len(Hash{}):]), state(s.States[i*len(state{}):]), s.At[i]}, true
}

// List takes stock of the folder root, without the files' sizes and hashes. Left
// out are names that begin with a dot, node_modules, and what editors, Office
// and operating systems leave behind. Links are followed while they stay inside
// root. What can't be part of a handbook is named in the diagnostics; the error
// joins all that could not be looked at, or is that of ctx.
func List(ctx context.Context, root string) (*Tree, []diag.Diagnostic, error) {
	w := walker{ctx: ctx, root: root, visited: map[string]bool{}}
	real, err := filepath.EvalSymlinks(root)
	if err != nil {
		return nil, nil, err
	}
	w.real = real
	w.folder("", real)
	t := New(root, w.look())
	if err := ctx.Err(); err != nil {
		return nil, nil, err
	}
	return t, w.diags, errors.Join(w.errs...)
}

// With puts texts in the place of those on disk, by path, before t is loaded: what
// somebody is writing and has not saved. Paths that t has not are left out.
func (t *Tree) With(texts map[string][]byte) {
	for path, text := range texts {
		if i, ok := t.places[path]; ok {
			f := *t.Files[i]
			f.given, f.state, f.loaded = append([]byte{}, text...), state{}, false
			t.Files[i] = &f
		}
	}
}

// Again returns the tree as it is now if nothing changed but the contents of files
// at the given paths; t is loaded, and stays as it is. Where there may be more to it
// (a new file, one that is gone, a folder) the tree is nil, and [List] tells.
func (t *Tree) Again(paths []string) *Tree {
	next := &Tree{Root: t.Root, Files: slices.Clone(t.Files), layout: t.layout}
	for _, p := range paths {
		if ignored(p) {
			continue
		}
		i, known := t.places[p]
		place := filepath.Join(t.Root, filepath.FromSlash(p))
		if known {
			place = t.Files[i].place
		}
		info, err := os.Lstat(place)
		switch {
		case !known && errors.Is(err, fs.ErrNotExist):
			continue // it came and went
		case err != nil, !known, !info.Mode().IsRegular():
			return nil
		}
		next.Files[i] = &File{Path: p, place: place, Size: info.Size(), state: newState(info)}
	}
	return next
}

// ignored tells whether no author's file can be at a path.
func ignored(p string) bool {
	for name := range strings.SplitSeq(p, "/") {
		if Ignored(name) {
			return true
		}
	}
	return false
}

// New returns a Tree of files, which it orders by path.
func New(root string, files []*File) *Tree {
	slices.SortFunc(files, func(a, b *File) int { return strings.Compare(a.Path, b.Path) })
	t := &Tree{Root: root, Files: files, layout: &layout{make(map[string]int, len(files))}}
	for i, f := range files {
		t.places[f.Path] = i
	}
	return t
}

// File returns the file at path, or nil.
func (t *Tree) File(path string) *File {
	if i, ok := t.places[path]; ok {
		return t.Files[i]
	}
	return nil
}

// Seen returns what to remember of t for the next Load.
func (t *Tree) Seen(now time.Time) Seen {
	seen := Seen{
		Paths: make([]string, 0, len(t.Files)), Hashes: make([]byte, 0, len(t.Files)*len(Hash{})),
		States: make([]int64, 0, len(t.Files)*len(state{})), At: make([]int64, 0, len(t.Files)),
	}
	for _, f := range t.Files {
		if f.state == (state{}) {
			continue
		}
		seen.Paths = append(seen.Paths, f.Path)
		seen.Hashes = append(seen.Hashes, f.Hash[:]...)
		seen.States = append(seen.States, f.state[:]...)
		seen.At = append(seen.At, now.UnixNano())
	}
	return seen
}

// Bytes returns the file's bytes: those of the snapshot, or an error if the file
// has changed since. The file must have been loaded.
func (f *File) Bytes() ([]byte, error) {
	if f.given != nil {
		return f.given, nil
	}
	if f.data != nil {
		return f.data, nil
	}
	data, err := os.ReadFile(f.place)
	if err != nil {
		return nil, err
	}
	if sha256.Sum256(data) != f.Hash {
		return nil, &ChangedError{Path: f.Path}
	}
	return data, nil
}

// ChangedError says that a file changed while it was built from.
type ChangedError struct{ Path string }

func (e *ChangedError) Error() string { return e.Path + " changed during the build" }

// Load fills in size and hash of the file, reading it where seen does not know
// it. A second call does nothing.
func (f *File) Load(seen *Seen) error {
	if f.loaded {
		return nil
	}
	if s, ok := seen.of(f.Path); ok && f.given == nil && f.state.trusted(s) {
		f.Hash, f.loaded = s.hash, true
		return nil
	}
	data := f.given
	if data == nil {
		var err error
		if data, err = os.ReadFile(f.place); err != nil {
			return fmt.Errorf("reading %s: %w", f.Path, err)
		}
	}
	f.Size, f.Hash, f.data, f.loaded = int64(len(data)), sha256.Sum256(data), data, true
	return nil
}

// Load loads all files, on all cores, and gives each that could be read to then,
// while its bytes are at hand. The error joins all there were, or is that of ctx.
func (t *Tree) Load(ctx context.Context, seen *Seen, then func(i int) error) error {
	errs := make([]error, len(t.Files))
	var fresh atomic.Int64
	err := parallel.Each(ctx, len(t.Files), func(i int) {
		f := t.Files[i]
		if errs[i] = f.Load(seen); errs[i] != nil {
			return
		}
		if f.data != nil {
			fresh.Add(1)
		}
		errs[i] = then(i)
		f.data = nil
	})
	t.Fresh = int(fresh.Load())
	return cmp.Or(err, errors.Join(errs...))
}
