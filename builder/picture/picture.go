// Package picture prepares pictures for publication. It looks at their
// headers, takes out what does not belong to the picture (where it was made,
// by whom, with which camera) and makes smaller versions and crops.
//
// Everything is a pure function of bytes: the same picture gives the same
// bytes on every machine and with every number of cores, so results can be
// kept between builds. The arithmetic is done in whole numbers for that
// reason. Nothing here reads a file's name; whether a name fits its content is
// for the caller to say.
//
// A picture comes from anywhere, so nothing in it is trusted: sizes are read
// before anything is decoded, bad input is an error and never a panic, and
// what happens is bounded by [MaxPixels] and [MaxSVG]. While a picture is
// decoded it takes at most 16 bytes a pixel (a progressive JPEG of the highest
// quality); that of a phone, a JPEG of 12 megapixels, takes 18 MB in all.
package picture

import (
	"errors"
	"fmt"
)

// Format is what a picture's bytes are.
type Format string

// The formats that browsers show and that this package knows.
const (
	PNG  Format = "png"
	JPEG Format = "jpeg"
	GIF  Format = "gif"
	WebP Format = "webp"
	SVG  Format = "svg"
)

// Ext returns the usual extension of a file's name, with its dot: ".jpg".
func (f Format) Ext() string {
	if f == JPEG {
		return ".jpg"
	}
	return "." + string(f)
}

// MediaType returns the type as web servers name it: "image/svg+xml".
func (f Format) MediaType() string {
	if f == SVG {
		return "image/svg+xml"
	}
	return "image/" + string(f)
}

// Info is what a picture's header tells.
type Info struct {
	Format Format
	// Width and Height are in pixels as the picture is shown: turned as a
	// camera's orientation asks. Those of an SVG are in CSS pixels.
	Width, Height int
	// Animated is true for a GIF, PNG or WebP of more than one frame.
	Animated bool
}

// MaxPixels is the largest picture that is accepted, in pixels: width times
// height. Today's phones and cameras stay below it, save for their special
// modes of 100 megapixels and more.
const MaxPixels = 50_000_000

// ErrAnimated tells that a picture moves: it can be cleaned and published, but
// not made smaller or cropped.
var ErrAnimated = errors.New("picture: animated pictures can't be resized")

// ErrVector tells that a picture is an SVG, which has no pixels to resize.
var ErrVector = errors.New("picture: an SVG needs no resizing")

// FormatError tells that the bytes are not of a format of this package.
type FormatError struct {
	// Name is the format where it was recognised all the same: "heic", "avif",
	// "jxl", "tiff", "bmp", "ico", "psd", "pdf", "svgz"; else "".
	Name string
}

func (e *FormatError) Error() string {
	if e.Name == "" {
		return "picture: not a known format"
	}
	return "picture: format " + e.Name + " is not supported"
}

// TooLargeError tells that a picture has more than [MaxPixels].
type TooLargeError struct {
	Width, Height int
}

func (e *TooLargeError) Error() string {
	return fmt.Sprintf("picture: %d × %d pixels is more than %d", e.Width, e.Height, MaxPixels)
}

// BrokenError tells that a file starts as a picture but can't be read as one.
type BrokenError struct {
	Format Format
	Err    error // what the decoder says; for a log, not for an author
}

func (e *BrokenError) Error() string { return fmt.Sprintf("picture: broken %s: %v", e.Format, e.Err) }

func (e *BrokenError) Unwrap() error { return e.Err }

// broken makes a BrokenError of a few words.
func broken(f Format, why string) error { return &BrokenError{Format: f, Err: errors.New(why)} }

// guard is deferred around foreign decoders: those for images have paniced on
// bad input before, and one bad picture must not end a build.
func guard(f Format, err *error) {
	if r := recover(); r != nil {
		*err = &BrokenError{Format: f, Err: fmt.Errorf("decoder: %v", r)}
	}
}
