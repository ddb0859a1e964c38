// Package editor changes the files of one content folder for a person who
// writes in a browser.
//
// It loses nothing and damages nothing. A file is written as a whole or not at
// all, and only if it is still the one that the person saw. What they did not
// change keeps its bytes: line ends, byte order mark, comments, quotes. What
// can't be done safely is refused, in words that say what to do instead.
//
// [Editor] touches the disk, through an [os.Root], so nothing outside the folder
// is reached. [SetField], [Markdown] and [PlanRename] are pure: text in, text
// out.
package editor

import (
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
)

// Editor changes the files of one content folder. It may be used by several
// goroutines at once: what they write is written one after the other.
type Editor struct {
	root *os.Root
	dir  string     // the folder, absolute and without links
	mu   sync.Mutex // held while files are changed
}

// Open returns the editor of a content folder.
func Open(content string) (*Editor, error) {
	dir, err := filepath.Abs(content)
	if err == nil {
		dir, err = filepath.EvalSymlinks(dir)
	}
	if err != nil {
		return nil, fmt.Errorf("opening the content folder: %w", err)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, fmt.Errorf("opening the content folder: %w", err)
	}
	return &Editor{root: root, dir: dir}, nil
}

// Close lets go of the folder, once what is being written is written.
func (e *Editor) Close() error {
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.root.Close()
}

// Text is a file as it is edited: lines end with LF, and there is no byte order
// mark.
type Text struct {
	File    string
	Text    string
	Version string // SHA-256 of the bytes on disk, in hexadecimal
}

// Read returns a page, or handbook.yaml.
func (e *Editor) Read(file string) (*Text, error) {
	s, err := e.saved(file)
	if err != nil {
		return nil, err
	}
	return s.text(file)
}

// saved is a file as it is on disk.
type saved struct {
	place string // its path without links
	data  []byte
	mode  fs.FileMode
}

// saved reads a file that may be edited as text.
func (e *Editor) saved(file string) (*saved, error) {
	if err := checkText(file); err != nil {
		return nil, err
	}
	place, err := e.resolve(file)
	if err != nil {
		return nil, err
	}
	if err := checkText(place); err != nil {
		return nil, &PathError{linkElsewhere.with(file), file}
	}
	data, mode, err := e.bytes(place, maxText)
	if err != nil {
		return nil, err
	}
	return &saved{place, data, mode}, nil
}

// bytes reads an ordinary file of at most limit bytes.
func (e *Editor) bytes(place string, limit int64) ([]byte, fs.FileMode, error) {
	data, mode, err := e.head(place, limit+1)
	if err == nil && int64(len(data)) > limit {
		return nil, 0, &TextError{tooLong.with(place), place}
	}
	return data, mode, err
}

// head reads the first bytes of an ordinary file.
func (e *Editor) head(place string, limit int64) ([]byte, fs.FileMode, error) {
	// Before it is opened: to open a pipe would wait for who writes to it.
	info, err := e.root.Lstat(place)
	if err != nil {
		return nil, 0, missing(place, err)
	}
	if !info.Mode().IsRegular() {
		return nil, 0, &PathError{notAFile.with(place), place}
	}
	f, err := e.root.Open(place)
	if err != nil {
		return nil, 0, missing(place, err)
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, limit))
	return data, info.Mode().Perm(), err
}

// text returns the file as it is edited.
func (s *saved) text(file string) (*Text, error) {
	text, err := decode(file, s.data)
	if err != nil {
		return nil, err
	}
	return &Text{File: file, Text: text, Version: version(s.data)}, nil
}
