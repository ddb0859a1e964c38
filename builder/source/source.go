// Package source reads a content folder into a [Tree]: an immutable snapshot of
// its files with the hash of each. All that a build knows of the content comes
// from a Tree; what watches a folder only says "look again", which is to read
// the next Tree.
//
// A second look is cheap: a file whose size, times and inode are those that
// [Seen] remembers has kept its bytes, and is not read.
package source

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
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

	place string // where the bytes are: the file itself or what a link leads to
	data  []byte // kept from reading, until Release
	state state
}

// Tree is a snapshot of a folder: its files, ordered by path. It is never
// changed, save that Release forgets bytes.
type Tree struct {
	Root  string
	Files []*File
	// Fresh is how many of Files were read, and not known from an earlier look.
	Fresh int

	byPath map[string]*File
}

// Seen remembers files of an earlier Tree by path, so that what has not changed
// need not be read again.
type Seen map[string]Sighting

// Sighting is what Seen knows of one file.
type Sighting struct {
	_ struct{} `cbor:",toarray"` // kept on disk without the names of the fields

	Hash  Hash
	State []int64
	// At is when the file was looked at, in nanoseconds since 1970.
	At int64
}

// Read takes a snapshot of the folder root. Left out are names that begin with
// a dot, node_modules, and what editors, Office and operating systems leave
// behind. Links are followed while they stay inside root. What can't be part of
// a handbook is named in the diagnostics; the error joins all that could not be
// read, or is that of ctx.
func Read(ctx context.Context, root string, seen Seen) (*Tree, []diag.Diagnostic, error) {
	w := walker{ctx: ctx, root: root, visited: map[string]bool{}}
	real, err := filepath.EvalSymlinks(root)
	if err != nil {
		return nil, nil, err
	}
	w.real = real
	w.folder("", real)
	t := New(root, w.files)
	errs := append(w.errs, t.load(ctx, seen)...)
	if err := ctx.Err(); err != nil {
		return nil, nil, err
	}
	return t, w.diags, errors.Join(errs...)
}

// New returns a Tree of files, which it orders by path.
func New(root string, files []*File) *Tree {
	slices.SortFunc(files, func(a, b *File) int { return strings.Compare(a.Path, b.Path) })
	t := &Tree{Root: root, Files: files, byPath: make(map[string]*File, len(files))}
	for _, f := range files {
		t.byPath[f.Path] = f
	}
	return t
}

// File returns the file at path, or nil.
func (t *Tree) File(path string) *File { return t.byPath[path] }

// Seen returns what to remember of t for the next Read.
func (t *Tree) Seen(now time.Time) Seen {
	seen := make(Seen, len(t.Files))
	for _, f := range t.Files {
		if f.state != nil {
			seen[f.Path] = Sighting{Hash: f.Hash, State: f.state, At: now.UnixNano()}
		}
	}
	return seen
}

// Bytes returns the file's bytes: those of the snapshot, or an error if the file
// has changed since.
func (f *File) Bytes() ([]byte, error) {
	if f.data != nil || f.Size == 0 {
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

// Release forgets the bytes that reading kept in memory.
func (f *File) Release() { f.data = nil }

// ChangedError says that a file changed while it was built from.
type ChangedError struct{ Path string }

func (e *ChangedError) Error() string { return e.Path + " changed during the build" }

// keepBelow is the size up to which bytes stay in memory after reading: texts,
// which are parsed next. Pictures are read again when they are needed.
const keepBelow = 2 << 20

// load fills in size and hash of all files, reading those that seen does not
// know, on all cores.
func (t *Tree) load(ctx context.Context, seen Seen) []error {
	errs := make([]error, len(t.Files)+1)
	var fresh atomic.Int64
	errs[len(t.Files)] = parallel.Each(ctx, len(t.Files), func(i int) {
		f := t.Files[i]
		if s, ok := seen[f.Path]; ok && f.state.trusted(s) {
			f.Hash = s.Hash
			return
		}
		fresh.Add(1)
		errs[i] = f.read()
	})
	t.Fresh = int(fresh.Load())
	return errs
}

// read fills in size and hash.
func (f *File) read() error {
	data, err := os.ReadFile(f.place)
	if err != nil {
		return fmt.Errorf("reading %s: %w", f.Path, err)
	}
	f.Size = int64(len(data))
	f.Hash = sha256.Sum256(data)
	if f.Size < keepBelow && IsText(f.Path) {
		f.data = data
	}
	return nil
}

// IsText tells whether path names a file that the build reads as text.
func IsText(path string) bool {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".md", ".markdown", ".yaml", ".yml", ".csv":
		return true
	}
	return false
}
