package render

import (
	"errors"
	"fmt"
	"path"
	"strconv"
	"strings"
	"sync"

	"vaandel/builder/handbook"
	"vaandel/builder/memo"
	"vaandel/builder/picture"
	"vaandel/builder/publish"
	"vaandel/builder/source"
)

// pictureFile is one picture of the content folder with all that is made of it.
// What is made is kept in the memo: a picture is decoded once in its life.
type pictureFile struct {
	file *source.File
	memo *memo.Store
	// look returns what the picture's header tells.
	look func() (picture.Info, error)

	mu sync.Mutex
}

// variant is a form that a picture can be given: a width, or a crop for a
// network.
type variant struct {
	crop          bool
	width, height int
	network       string
}

func (v variant) suffix() string {
	if v.crop {
		return "-" + handbook.Slug(v.network)
	}
	return "-" + strconv.Itoa(v.width)
}

func (v variant) key(picture source.Hash) memo.Key {
	return memo.KeyOf([]byte("variant"), picture[:], []byte(fmt.Sprintf("%v %d %d", v.crop, v.width, v.height)))
}

// looked is what the memo keeps of a picture's header.
type looked struct {
	Info          picture.Info
	Problem       string // "", "large", "format", "broken"
	Width, Height int
	Name          string
}

func (p *pictureFile) ok() bool { _, err := p.look(); return err == nil }

// probe reads the header, or what the memo knows of it.
func (p *pictureFile) probe() (picture.Info, error) {
	key := memo.KeyOf([]byte("picture"), p.file.Hash[:])
	if raw, ok := p.memo.Get(key); ok {
		var l looked
		if memo.Decode(raw, &l) == nil {
			return l.Info, l.err()
		}
	}
	data, err := p.file.Bytes()
	if err != nil {
		return picture.Info{}, err
	}
	info, err := picture.Probe(data)
	l := looked{Info: info}
	l.note(err)
	if raw, err := memo.Encode(l); err == nil {
		p.memo.Put(key, raw)
	}
	return info, err
}

func (l *looked) note(err error) {
	var large *picture.TooLargeError
	var format *picture.FormatError
	switch {
	case err == nil:
	case errors.As(err, &large):
		l.Problem, l.Width, l.Height = "large", large.Width, large.Height
	case errors.As(err, &format):
		l.Problem, l.Name = "format", format.Name
	default:
		l.Problem = "broken"
	}
}

func (l *looked) err() error {
	switch l.Problem {
	case "":
		return nil
	case "large":
		return &picture.TooLargeError{Width: l.Width, Height: l.Height}
	case "format":
		return &picture.FormatError{Name: l.Name}
	}
	return &picture.BrokenError{Err: errors.New("as seen before")}
}

// form is a variant that was made.
type form struct {
	Format        picture.Format
	Width, Height int

	file publish.File
}

// original returns the output file of the picture itself.
func (p *pictureFile) original() publish.File {
	info, _ := p.look()
	return publish.File{
		Path:    "assets/" + p.name("") + info.Format.Ext(),
		Key:     memo.KeyOf([]byte("original"), p.file.Hash[:]),
		Content: p.clean,
	}
}

// name is the file name of a form: readable, with the picture's hash, so that
// browsers may keep it for ever.
func (p *pictureFile) name(suffix string) string {
	base := strings.TrimSuffix(path.Base(p.file.Path), path.Ext(p.file.Path))
	return handbook.Slug(base) + "-" + short(p.file.Hash) + suffix
}

// make returns the forms for variants, from the memo or drawn now: the picture
// is decoded at most once for all of them.
func (p *pictureFile) make(variants []variant) ([]form, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	var opened *picture.Picture
	forms := make([]form, len(variants))
	for i, v := range variants {
		key := v.key(p.file.Hash)
		f, ok := p.remembered(key)
		if !ok {
			if opened == nil {
				data, err := p.file.Bytes()
				if err != nil {
					return nil, err
				}
				if opened, err = picture.Open(data); err != nil {
					return nil, err
				}
			}
			var err error
			if f, err = p.draw(opened, v, key); err != nil {
				return nil, err
			}
		}
		f.file = publish.File{
			Path: "assets/" + p.name(v.suffix()) + f.Format.Ext(),
			Key:  key,
			Content: func() ([]byte, error) {
				if data, ok := p.memo.Get(key); ok {
					return data, nil
				}
				return nil, &LostError{p.file.Path}
			},
		}
		forms[i] = f
	}
	return forms, nil
}

// LostError says that the memo lost a picture that it had: its disk failed, or
// it was closed.
type LostError struct{ Path string }

func (e *LostError) Error() string { return "the cache lost a picture made from " + e.Path }

// remembered returns a form that the memo has. It keeps what a page says of a
// form under one key, the bytes under another.
func (p *pictureFile) remembered(key memo.Key) (f form, ok bool) {
	raw, ok := p.memo.Get(aboutKey(key))
	if !ok || !p.memo.Has(key) {
		return f, false
	}
	return f, memo.Decode(raw, &f) == nil
}

func aboutKey(key memo.Key) memo.Key { return memo.KeyOf([]byte("about"), key[:]) }

// draw makes a form and remembers it.
func (p *pictureFile) draw(opened *picture.Picture, v variant, key memo.Key) (form, error) {
	var r picture.Rendition
	var err error
	if v.crop {
		r, err = opened.Crop(v.width, v.height)
	} else {
		r, err = opened.Resize(v.width)
	}
	if err != nil {
		return form{}, err
	}
	f := form{Format: r.Format, Width: r.Width, Height: r.Height}
	raw, err := memo.Encode(f)
	if err != nil {
		return form{}, err
	}
	p.memo.Put(key, r.Data)
	p.memo.Put(aboutKey(key), raw)
	return f, nil
}

// clean returns the picture without what does not belong to it.
func (p *pictureFile) clean() ([]byte, error) {
	data, err := p.file.Bytes()
	if err != nil {
		return nil, err
	}
	if info, err := p.look(); err == nil && info.Format == picture.SVG {
		clean, _, err := picture.CleanSVG(data)
		return clean, err
	}
	return picture.Clean(data)
}
