package editor

import (
	"errors"
	"io/fs"
	"runtime"
	"syscall"

	"vaandel/builder/diag"
)

// Words say to the person who writes what went wrong and what to do about it.
type Words struct {
	What, Hint diag.Text
}

// Error implements error for what embeds Words.
func (w Words) Error() string { return w.What.EN }

// Words returns w, of whatever error it is part of.
func (w Words) words() Words { return w }

// with fills in the places of both texts.
func (w Words) with(args ...any) Words {
	return Words{w.What.With(args...), w.Hint.With(args...)}
}

// PathError says that there can't be a page at a path.
type PathError struct {
	Words
	File string
}

// GoneError says that there is no file at a path.
type GoneError struct {
	Words
	File string
	err  error
}

// Unwrap returns the error of the file system.
func (e *GoneError) Unwrap() error { return e.err }

// TextError says that a text can't be read or saved as one.
type TextError struct {
	Words
	File string
}

// ConflictError says that a file is not the one that was to be changed.
type ConflictError struct {
	Words
	// Now is the file as it is now; nil where it is gone or can't be read.
	Now *Text
}

// ExistsError says that there is a file already.
type ExistsError struct {
	Words
	File string // as it is spelled on disk
}

// ReadOnlyError says that a file may be read, and not be changed.
type ReadOnlyError struct {
	Words
	File string
}

// Explain puts any error of this package into words.
func Explain(err error) Words {
	var told interface{ words() Words }
	switch {
	case errors.As(err, &told):
		return told.words()
	case errors.Is(err, fs.ErrPermission):
		return notAllowed
	case isFull(err):
		return diskFull
	}
	return unexpected.with(err.Error())
}

// isFull tells whether there is no room: on the disk, or in the user's share of
// it.
func isFull(err error) bool {
	if errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT) {
		return true
	}
	// ERROR_HANDLE_DISK_FULL and ERROR_DISK_FULL of Windows.
	var code syscall.Errno
	return runtime.GOOS == "windows" && errors.As(err, &code) && (code == 39 || code == 112)
}

// missing returns the GoneError of a file that is not there, or err.
func missing(file string, err error) error {
	if errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ENOTDIR) {
		return &GoneError{gone.with(file), file, err}
	}
	return err
}

// UnsupportedError says that a field can't be set here: the person can still
// edit the text.
type UnsupportedError struct {
	Words
	Key string // "" for front matter as a whole
}

// FieldError says that something is wrong with the front matter, or with what a
// field was to be given.
type FieldError struct {
	Words
	Key string
}
