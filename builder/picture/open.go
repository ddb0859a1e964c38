package picture

import (
	"bytes"
	"errors"
	"image"
	"image/draw"
	"image/gif"
	"image/jpeg"
	"image/png"

	"golang.org/x/image/webp"
)

// Picture is a decoded picture, ready to be resized. It is never changed, so
// several goroutines may use it.
type Picture struct {
	header header
	pixels image.Image // as stored, from 0,0
}

// Open decodes a picture. Besides the errors of [Probe] it returns
// [ErrAnimated] and [ErrVector] for pictures that are published in one size.
func Open(data []byte) (*Picture, error) {
	h, err := readHeader(data)
	switch {
	case err != nil:
		return nil, err
	case h.Format == SVG:
		return nil, ErrVector
	case h.Animated:
		return nil, ErrAnimated
	}
	return open(data, h)
}

// Info returns what [Probe] returns.
func (p *Picture) Info() Info { return p.header.Info }

// open decodes the pixels that h describes.
func open(data []byte, h header) (p *Picture, err error) {
	defer guard(h.Format, &err)
	decode, config := jpeg.Decode, jpeg.DecodeConfig
	switch h.Format {
	case PNG:
		decode, config = png.Decode, png.DecodeConfig
	case GIF:
		decode, config = gif.Decode, gif.DecodeConfig
	case WebP:
		decode, config = webp.Decode, webp.DecodeConfig
	}
	// Two readers of one format may disagree on a hostile file. What the
	// decoder will allocate counts, so it is asked first.
	c, err := config(bytes.NewReader(data))
	if err == nil && (c.Width != h.width || c.Height != h.height) {
		err = errors.New("two sizes")
	}
	if err != nil {
		return nil, &BrokenError{Format: h.Format, Err: err}
	}
	pixels, err := decode(bytes.NewReader(data))
	if err != nil {
		return nil, &BrokenError{Format: h.Format, Err: err}
	}
	if whole := image.Rect(0, 0, h.width, h.height); pixels.Bounds() != whole {
		// The image of a GIF may be a part of its screen; the rest is clear.
		screen := image.NewNRGBA(whole)
		draw.Draw(screen, pixels.Bounds(), pixels, pixels.Bounds().Min, draw.Src)
		pixels = screen
	}
	return &Picture{header: h, pixels: pixels}, nil
}
