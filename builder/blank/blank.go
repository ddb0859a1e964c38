// Package blank makes a new page: it holds a page of each kind to start from,
// in Dutch and in English, and knows where in a handbook it goes. Nothing is
// ever written over, and nothing outside of the handbook's folder.
//
// [Plan] decides on folder, name and language, [Page.Text] fills in the page,
// [Page.Write] puts it into its folder.
package blank

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"vaandel/builder/handbook"
)

// Options are the choices of a new page.
type Options struct {
	Kind  handbook.Kind
	Title string
	// Lang is the language of the page, one of the handbook's; "" is its first.
	Lang string
	// Folder is where the page goes, below the handbook's folder, with slashes;
	// "." is that folder itself. "" is the folder of the only section of the
	// kind, or the handbook's own.
	Folder string
}

// Page is a page that is about to be written. It is a plain value.
type Page struct {
	Kind  handbook.Kind
	Title string
	Lang  string
	// File is its path below the handbook's folder, with slashes.
	File string
	// Second tells that its language is not the handbook's first.
	Second bool

	config *handbook.Config
}

// ErrNoTitle is for a title without a letter.
var ErrNoTitle = errors.New("the page has no title")

// KindError is for a kind that there is not.
type KindError struct{ Kind handbook.Kind }

func (e *KindError) Error() string { return fmt.Sprintf("there is no kind %q", e.Kind) }

// LanguageError is for a language that the handbook hasn't got.
type LanguageError struct {
	Lang string
	Have []string
}

func (e *LanguageError) Error() string { return fmt.Sprintf("the handbook has no language %q", e.Lang) }

// FolderError is for a folder that no page can be in: one outside of the
// handbook or, where Hidden is true, one that is not read, as its name begins
// with a dot.
type FolderError struct {
	Folder string
	Hidden bool
}

func (e *FolderError) Error() string { return fmt.Sprintf("no page can be in the folder %q", e.Folder) }

// ExistsError is for a page whose file is there already.
type ExistsError struct{ File string }

func (e *ExistsError) Error() string { return e.File + " exists" }

// Plan decides where in the handbook, whose folder root is, a page goes, and in
// which language. Its errors are ErrNoTitle, *KindError, *LanguageError,
// *FolderError, and what reading handbook.yaml gives.
func Plan(root *os.Root, o Options) (*Page, error) {
	title := strings.Join(strings.Fields(o.Title), " ")
	if title == "" {
		return nil, ErrNoTitle
	}
	if !slices.Contains(handbook.Kinds, o.Kind) {
		return nil, &KindError{o.Kind}
	}
	config := handbook.DefaultConfig(cmp.Or(o.Lang, "nl"))
	if data, err := root.ReadFile(handbook.ConfigFile); err == nil {
		config, _ = handbook.ReadConfig(handbook.ConfigFile, data)
	} else if !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	first := config.Languages[0]
	lang := cmp.Or(o.Lang, first)
	if !slices.Contains(config.Languages, lang) {
		return nil, &LanguageError{lang, config.Languages}
	}
	folder, err := folderFor(o, config)
	if err != nil {
		return nil, err
	}
	name := fileName(title)
	if lang != first {
		name += "." + lang
	}
	return &Page{
		Kind: o.Kind, Title: title, Lang: lang, File: path.Join(folder, name+".md"),
		Second: lang != first, config: config,
	}, nil
}

// folderFor returns the folder for a page: the one that is named, else that of
// the only section of this kind, else the handbook's own.
func folderFor(o Options, config *handbook.Config) (string, error) {
	if o.Folder == "" {
		var found []string
		for _, s := range config.Sections {
			if s.Kind == o.Kind {
				found = append(found, s.Folder)
			}
		}
		if len(found) == 1 && filepath.IsLocal(found[0]) {
			return path.Clean(found[0]), nil
		}
		return "", nil
	}
	folder := path.Clean(o.Folder)
	if !filepath.IsLocal(filepath.FromSlash(folder)) || strings.ContainsAny(folder, "\\\x00\n\r") {
		return "", &FolderError{Folder: o.Folder}
	}
	for part := range strings.SplitSeq(folder, "/") {
		if part != "." && strings.HasPrefix(part, ".") {
			return "", &FolderError{Folder: o.Folder, Hidden: true}
		}
	}
	return folder, nil
}

// fileName makes the name of a page's file, without its ending, from the title.
func fileName(title string) string {
	// What follows a dot would be read as a language.
	name := strings.ReplaceAll(handbook.Slug(title), ".", "-")
	const most = 80 // file systems take 255 bytes
	if runes := []rune(name); len(runes) > most {
		name = string(runes[:most])
		if at := strings.LastIndexByte(name, '-'); at > most/2 {
			name = name[:at]
		}
	}
	// These two would become the page of their folder.
	if name == "index" || name == "readme" {
		name += "-pagina"
	}
	return name
}

// Write puts text into the page's file, which must not be there yet: else it
// returns an *ExistsError. Folders on the way are made.
func (p *Page) Write(root *os.Root, text []byte) error {
	name := filepath.FromSlash(p.File)
	if err := root.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	f, err := root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if errors.Is(err, fs.ErrExist) {
		return &ExistsError{p.File}
	}
	if err != nil {
		return err
	}
	_, err = f.Write(text)
	if err := errors.Join(err, f.Close()); err != nil {
		return errors.Join(err, root.Remove(name))
	}
	return nil
}
