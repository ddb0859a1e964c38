package editor

import (
	"errors"
	"io/fs"
	"path"
	"path/filepath"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"vaandel/builder/handbook"
	"vaandel/builder/source"
)

// A path is judged alike on every system, so that a handbook that was made on
// one can be used on the others.

const (
	// maxName leaves room below the 255 bytes that file systems allow, for the
	// name of the file that a new version is written to first.
	maxName = 200
	maxPath = 1000
	// maxLinks is how many links lead to one file at most, as Linux has it.
	maxLinks = 40
)

// checkText judges a path that is to be read or saved as text.
func checkText(file string) error {
	if err := checkPath(file); err != nil {
		return err
	}
	if !isPage(file) && file != handbook.ConfigFile {
		return &PathError{notText.with(file), file}
	}
	return nil
}

// isPage tells whether a file is one of markdown.
func isPage(file string) bool {
	switch strings.ToLower(path.Ext(file)) {
	case ".md", ".markdown":
		return true
	}
	return false
}

// checkPath judges a path below the content folder.
func checkPath(file string) error {
	refuse := func(words Words) error { return &PathError{words.with(shown(file)), file} }
	switch {
	case file == "":
		return refuse(pathEmpty)
	case len(file) > maxPath:
		return refuse(pathLong)
	case !utf8.ValidString(file) || strings.ContainsFunc(file, unicode.IsControl):
		return refuse(pathUnreadable)
	case strings.ContainsAny(file, `\:`) || strings.HasPrefix(file, "/"):
		return refuse(pathForm)
	}
	for name := range strings.SplitSeq(file, "/") {
		if words := checkName(name); words != nil {
			return refuse(*words)
		}
	}
	return nil
}

// checkName judges the name of a file or folder; nil is fine.
func checkName(name string) *Words {
	switch {
	case name == "" || name == "." || name == "..":
		return &pathForm
	case name[0] == '.':
		return &pathHidden
	case len(name) > maxName:
		return &pathLong
	case strings.HasSuffix(name, ".") || strings.TrimSpace(name) != name:
		return &pathEnd
	case reserved(name):
		return &pathReserved
	}
	return nil
}

// checkNew judges the path of a file that there isn't yet: its name must be good
// on all systems, and one that is part of the handbook.
func checkNew(file string) error {
	if err := checkPath(file); err != nil {
		return err
	}
	if strings.ContainsAny(file, `<>"|?*`) {
		return &PathError{pathCharacter.with(shown(file)), file}
	}
	for name := range strings.SplitSeq(file, "/") {
		if source.Ignored(name) {
			return &PathError{pathIgnored.with(shown(file)), file}
		}
	}
	return nil
}

// reserved tells whether Windows keeps the name for a device, whatever its
// ending (learn.microsoft.com, "Naming Files, Paths, and Namespaces").
func reserved(name string) bool {
	base, _, _ := strings.Cut(strings.ToUpper(name), ".")
	switch base = strings.TrimRight(base, " "); base {
	case "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$":
		return true
	}
	number, ok := strings.CutPrefix(base, "COM")
	if !ok {
		number, ok = strings.CutPrefix(base, "LPT")
	}
	return ok && utf8.RuneCountInString(number) == 1 && strings.ContainsAny(number, "0123456789¹²³")
}

// shown returns a path as it can be told of.
func shown(file string) string {
	if runes := []rune(file); len(runes) > 100 {
		return string(runes[:99]) + "…"
	}
	return file
}

// resolve returns where a file is without links on the way to it. Links may
// lead anywhere inside the folder.
func (e *Editor) resolve(file string) (string, error) {
	place, rest := "", strings.Split(file, "/")
	for links := 0; len(rest) > 0; {
		next := path.Join(place, rest[0])
		rest = rest[1:]
		info, err := e.root.Lstat(next)
		if err != nil {
			return "", missing(file, err)
		}
		if info.Mode()&fs.ModeSymlink == 0 {
			place = next
			continue
		}
		if links++; links > maxLinks {
			return "", &PathError{linkElsewhere.with(file), file}
		}
		to, err := e.root.Readlink(next)
		if err != nil {
			return "", err
		}
		if to, err = e.inside(place, to); err != nil {
			return "", &PathError{linkElsewhere.with(file), file}
		}
		place, rest = "", append(strings.Split(to, "/"), rest...)
	}
	return place, nil
}

var errOutside = errors.New("outside the folder")

// inside returns the path below the root of what a link in a folder leads to.
func (e *Editor) inside(folder, to string) (string, error) {
	if !filepath.IsAbs(to) {
		to = filepath.Join(e.dir, filepath.FromSlash(folder), to)
	}
	rel, err := filepath.Rel(e.dir, to)
	if err != nil || !filepath.IsLocal(rel) {
		return "", errOutside
	}
	return filepath.ToSlash(rel), nil
}

// twin returns the name of what is in a folder under the same name, save for
// letter case and how accents are written, or "". Such names are one on some
// systems, and one in the addresses of pages.
func (e *Editor) twin(file string) string {
	entries, err := fs.ReadDir(e.root.FS(), path.Dir(file))
	if err != nil {
		return ""
	}
	for _, entry := range entries {
		if fold(entry.Name()) == fold(path.Base(file)) {
			return path.Join(path.Dir(file), entry.Name())
		}
	}
	return ""
}

// fold makes names comparable that are one on some systems.
func fold(name string) string { return strings.ToLower(norm.NFC.String(name)) }
