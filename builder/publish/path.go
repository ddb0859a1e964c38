package publish

import (
	"errors"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"unicode"
	"unicode/utf8"
)

// The names at the top of the output folder that are the package's own. No file
// of the output begins with manifestName.
const (
	manifestName = ".vaandel"             // the manifest
	insideName   = ".vaandel.new"         // where an in-place publish gathers its files
	markerName   = ".vaandel.unpublished" // says that the folder it is in was never the site
	lockName     = ".vaandel.lock"        // held by a running publish, on Windows
)

// reserved tells whether name, at the top of the output folder, is the package's
// own. Somebody else's name may begin the same.
func reserved(name string) bool {
	switch name {
	case manifestName, insideName, markerName, lockName:
		return true
	}
	return false
}

// besideName returns the folder beside site in which the new site is built, and
// in which, after the exchange, the old one waits for its removal.
func besideName(site string) string {
	return filepath.Join(filepath.Dir(site), "."+filepath.Base(site)+".vaandel")
}

// validPath tells whether p can be the path of one of our files on every system.
func validPath(p string) bool {
	if !fs.ValidPath(p) || p == "." || !utf8.ValidString(p) || strings.ContainsRune(p, '\\') ||
		strings.ContainsFunc(p, unicode.IsControl) || !filepath.IsLocal(filepath.FromSlash(p)) {
		return false
	}
	return !strings.HasPrefix(p, manifestName)
}

// validate reports the first of files, which are sorted, with a path that can't
// be used: a bug of the caller. The folders are those that files lie in.
func validate(files []File, folders map[string]bool) error {
	for i, f := range files {
		switch {
		case !validPath(f.Path):
			return &FileError{f.Path, errors.New("not a path for a published file")}
		case i > 0 && f.Path == files[i-1].Path:
			return &FileError{f.Path, errors.New("listed twice")}
		case folders[f.Path]:
			return &FileError{f.Path, errors.New("is a folder of other files")}
		}
	}
	return nil
}

// paths ranges over the paths of files.
func paths(files []File) iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, f := range files {
			if !yield(f.Path) {
				return
			}
		}
	}
}

// foldersOf returns all folders that the files of these paths lie in.
func foldersOf(paths iter.Seq[string]) map[string]bool {
	folders := map[string]bool{}
	for p := range paths {
		for d := range parents(p) {
			if folders[d] {
				break
			}
			folders[d] = true
		}
	}
	return folders
}

// parents ranges over the folders that p lies in, the nearest first, without
// the top one.
func parents(p string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for {
			i := strings.LastIndexByte(p, '/')
			if i < 0 {
				return
			}
			if p = p[:i]; !yield(p) {
				return
			}
		}
	}
}

// resolve returns dir as an absolute path without symbolic links. What does not
// exist yet stays as written.
func resolve(dir string) (string, error) {
	abs, err := filepath.Abs(dir)
	if err != nil {
		return "", err
	}
	real, err := filepath.EvalSymlinks(abs)
	if !missing(err) {
		return real, err
	}
	parent := filepath.Dir(abs)
	if parent == abs {
		return real, err
	}
	if info, err := os.Lstat(abs); err == nil && info.Mode()&fs.ModeSymlink != 0 {
		return "", &Refusal{Reason: LeadsNowhere, Dir: abs}
	}
	above, err := resolve(parent)
	return filepath.Join(above, filepath.Base(abs)), err
}

// missing tells whether err is that of a path that leads to nothing, because a
// folder on its way is not there or is a file.
func missing(err error) bool {
	return errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ENOTDIR)
}

// makeFolders creates dir and what is missing above it, and returns what it
// created, the topmost first.
func makeFolders(dir string) (made []string, err error) {
	var todo []string
	for d := dir; ; d = filepath.Dir(d) {
		if _, err := os.Stat(d); !errors.Is(err, fs.ErrNotExist) || filepath.Dir(d) == d {
			break
		}
		todo = append(todo, d)
	}
	slices.Reverse(todo)
	for _, d := range todo {
		err := os.Mkdir(d, 0o755)
		if errors.Is(err, fs.ErrExist) { // another build was first
			continue
		}
		if err == nil {
			made = append(made, d)
			err = os.Chmod(d, 0o755)
		}
		if err != nil {
			return made, err
		}
	}
	return made, nil
}
