package editor

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"
	"unicode"

	"vaandel/builder/handbook"
	"vaandel/builder/picture"
)

const (
	maxPicture = 20 << 20
	// maxSide is the longer side of a picture in pixels: a build makes smaller
	// ones of it, and no screen of a reader shows more.
	maxSide = 2560
	// maxPictureName is the length of a name in characters.
	maxPictureName = 80
)

// Picture is a picture that was added to the handbook.
type Picture struct {
	File          string // below the content folder
	Path          string // from the page, as it is written in a text
	Width, Height int
	Size          int // in bytes
}

// PictureError says that something can't be shown as a picture.
type PictureError struct {
	Words
	err error
}

// Unwrap returns the error of package picture.
func (e *PictureError) Unwrap() error { return e.err }

// AddPicture adds a picture for the page near. It goes where the pictures of
// that page's section lie, under a name made of the given one; where that very
// picture lies there already it is used again, and no other is replaced.
// Metadata, such as the place where it was taken, is left out.
func (e *Editor) AddPicture(near, name string, data []byte) (*Picture, error) {
	if err := checkPath(near); err != nil {
		return nil, err
	}
	made, err := prepare(data)
	if err != nil {
		return nil, err
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	folder := path.Dir(near)
	place, err := e.resolve(folder)
	if err != nil {
		return nil, err
	}
	if info, err := e.root.Stat(place); err != nil || !info.IsDir() {
		return nil, &GoneError{gone.with(near), near, err}
	}
	file, err := e.keepPicture(e.pictureFolder(folder), pictureName(name), made)
	if err != nil {
		return nil, err
	}
	return &Picture{
		File: file, Path: destination(handbook.Relative(near, file)),
		Width: made.Width, Height: made.Height, Size: len(made.Data),
	}, nil
}

// prepare returns a picture as it is kept: of a size for screens, without
// metadata.
func prepare(data []byte) (*picture.Rendition, error) {
	if len(data) > maxPicture {
		return nil, &PictureError{Words: pictureLarge}
	}
	info, err := picture.Probe(data)
	if err != nil {
		return nil, pictureError(err)
	}
	if side := max(info.Width, info.Height); side > maxSide && info.Format != picture.SVG && !info.Animated {
		opened, err := picture.Open(data)
		if err != nil {
			return nil, pictureError(err)
		}
		small, err := opened.Resize(max(1, info.Width*maxSide/side))
		if err != nil {
			return nil, pictureError(err)
		}
		return &small, nil
	}
	clean, err := picture.Clean(data)
	if err != nil {
		return nil, pictureError(err)
	}
	return &picture.Rendition{Data: clean, Format: info.Format, Width: info.Width, Height: info.Height}, nil
}

// pictureError puts what package picture says into words.
func pictureError(err error) error {
	var format *picture.FormatError
	var large *picture.TooLargeError
	switch {
	case errors.As(err, &format) && format.Name != "":
		return &PictureError{pictureFormat.with(strings.ToUpper(format.Name)), err}
	case errors.As(err, &format):
		return &PictureError{pictureUnknown, err}
	case errors.As(err, &large):
		return &PictureError{picturePixels.with(large.Width, large.Height), err}
	}
	return &PictureError{pictureBroken, err}
}

// pictureName returns the name, without ending, of a picture whose file was
// called name elsewhere.
func pictureName(name string) string {
	name = name[strings.LastIndexAny(name, `/\`)+1:]
	name = strings.TrimSuffix(name, path.Ext(name))
	if !strings.ContainsFunc(name, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
		return "beeld"
	}
	if runes := []rune(name); len(runes) > maxPictureName {
		name = string(runes[:maxPictureName])
	}
	return handbook.Slug(name)
}

// keepPicture writes a picture under its name, or that with a number behind it.
func (e *Editor) keepPicture(folder, name string, made *picture.Rendition) (string, error) {
	for n := 1; ; n++ {
		file := path.Join(folder, name+made.Format.Ext())
		if n > 1 {
			file = path.Join(folder, fmt.Sprintf("%s-%d%s", name, n, made.Format.Ext()))
		}
		if twin := e.twin(file); twin != "" {
			old, _, err := e.bytes(twin, maxPicture)
			if err == nil && bytes.Equal(old, made.Data) {
				return twin, nil
			}
			continue
		}
		err := e.create(file, made.Data)
		var taken *ExistsError
		if !errors.As(err, &taken) { // by somebody else, since then
			return file, err
		}
	}
}

// pictureFolder returns where the pictures of pages in a folder lie: beside
// them, or in a folder for pictures there or in one above.
func (e *Editor) pictureFolder(folder string) string {
	if pictures, _, _ := e.look(folder); pictures > 0 {
		return folder
	}
	for at := folder; ; at = path.Dir(at) {
		if found := e.folderOfPictures(at); found != "" {
			return found
		}
		if at == "." {
			return folder
		}
	}
}

// folderOfPictures returns the folder in a folder that holds most pictures, and
// more of them than pages.
func (e *Editor) folderOfPictures(folder string) string {
	_, _, folders := e.look(folder)
	best, most := "", 0
	for _, name := range folders {
		if pictures, pages, _ := e.look(path.Join(folder, name)); pictures > max(most, pages) {
			best, most = path.Join(folder, name), pictures
		}
	}
	return best
}

// look counts the pictures and pages of a folder, and lists its folders.
func (e *Editor) look(folder string) (pictures, pages int, folders []string) {
	entries, err := fs.ReadDir(e.root.FS(), folder)
	if err != nil {
		return 0, 0, nil
	}
	for _, entry := range entries {
		name := entry.Name()
		switch strings.ToLower(path.Ext(name)) {
		case ".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg":
			pictures++
		case ".md", ".markdown":
			pages++
		}
		if entry.IsDir() && name[0] != '.' {
			folders = append(folders, name)
		}
	}
	return pictures, pages, folders
}
