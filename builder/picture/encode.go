package picture

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
	"image/png"
)

const (
	// quality is that of a smaller version as JPEG: what photographs on the web
	// have; above it the file grows faster than what one sees.
	quality = 82
	// cleanQuality is that of a full-size JPEG that had to be turned. It may be
	// encoded again from here, so loss must not show even then.
	cleanQuality = 93
)

// Rendition is a version of a picture that is ready to publish.
type Rendition struct {
	Data []byte
	// Format may differ from that of the source: see [Picture.Resize].
	Format        Format
	Width, Height int
}

// Resize returns the picture in the given width, with its height in proportion.
// It never enlarges: from its own width on, a picture keeps its size.
//
// A photograph becomes a JPEG, whatever it was; all else (drawings, screenshots,
// anything transparent) becomes a PNG, with a palette where that doesn't show.
// WebP is not written: there is no encoder for photographs in Go, and for
// drawings and screenshots lossless WebP was on average nearly twice as large as
// these PNGs.
//
// The result may have more bytes than the source, where that was made with
// great care; it serves nobody then.
func (p *Picture) Resize(width int) (Rendition, error) {
	if width < 1 {
		return Rendition{}, fmt.Errorf("picture: can't resize to a width of %d", width)
	}
	w, h := p.header.Width, p.header.Height
	whole := image.Rect(0, 0, w, h)
	if width >= w {
		return p.render(whole, w, h)
	}
	return p.render(whole, width, max(1, (h*width+w/2)/w))
}

// Crop returns the largest part of the picture with the proportions w : h, in
// w × h pixels. The part is the middle; of an upright picture it is a third
// from the top, where faces are. It never enlarges: of a picture that is too
// small the part keeps its own size. Formats are those of [Picture.Resize].
func (p *Picture) Crop(w, h int) (Rendition, error) {
	if w < 1 || h < 1 || w > MaxPixels/h {
		return Rendition{}, fmt.Errorf("picture: can't crop to %d × %d", w, h)
	}
	part := cover(p.header.Width, p.header.Height, w, h)
	return p.render(part, min(w, part.Dx()), min(h, part.Dy()))
}

// cover returns the part of a picture of width × height that fills w × h.
func cover(width, height, w, h int) image.Rectangle {
	cw, ch := width, height
	if width*h > height*w {
		cw = max(1, (height*w+h/2)/h)
	} else {
		ch = max(1, (width*h+w/2)/w)
	}
	above := (height - ch) / 2
	if height > width {
		above = (height - ch) / 3
	}
	return image.Rect(0, 0, cw, ch).Add(image.Pt((width-cw)/2, above))
}

// render scales the shown part r to w × h and encodes it.
func (p *Picture) render(r image.Rectangle, w, h int) (Rendition, error) {
	turn := p.header.turn
	sw, sh := turn.size(w, h) // as stored: turning twice by size is no turn
	m := scale(newSource(p.pixels), turn.rectangle(r, p.header.width, p.header.height), sw, sh)
	out := Rendition{Width: w, Height: h}
	var err error
	out.Data, out.Format, err = p.smaller(turned(m, turn))
	return out, err
}

// smaller encodes m in the format that suits the picture. What is no photograph
// by its grain may be one all the same, or a soft gradient: it becomes a JPEG
// where that is less than a third of the PNG.
func (p *Picture) smaller(m image.Image) ([]byte, Format, error) {
	opaque := true
	if n, ok := m.(*image.NRGBA); ok {
		opaque = n.Opaque()
	}
	if opaque && p.photograph() {
		data, err := encode(m, JPEG, quality, p.header.profile)
		return data, JPEG, err
	}
	data, err := encode(quantize(m), PNG, 0, p.header.profile)
	if err != nil || !opaque {
		return data, PNG, err
	}
	photo, err := encode(m, JPEG, quality, p.header.profile)
	if err == nil && 3*len(photo) < len(data) {
		return photo, JPEG, nil
	}
	return data, PNG, err
}

// upright returns the whole picture, turned, in its own format.
func (p *Picture) upright() ([]byte, error) {
	m := p.pixels
	switch m.(type) {
	case *image.YCbCr, *image.CMYK: // pixels that share values, and no encoder
		rgb := image.NewRGBA(m.Bounds())
		draw.Draw(rgb, rgb.Rect, m, image.Point{}, draw.Src)
		m = rgb
	}
	return encode(turned(m, p.header.turn), p.header.Format, cleanQuality, p.header.profile)
}

// turned returns a decoded image as it is shown.
func turned(m image.Image, o orientation) image.Image {
	if o == 1 {
		return m
	}
	w, h := m.Bounds().Dx(), m.Bounds().Dy()
	width, height := o.size(w, h)
	r := image.Rect(0, 0, width, height)
	switch m := m.(type) {
	case *image.Gray:
		return &image.Gray{Pix: o.apply(m.Pix, m.Stride, 1, w, h), Stride: width, Rect: r}
	case *image.Gray16:
		return &image.Gray16{Pix: o.apply(m.Pix, m.Stride, 2, w, h), Stride: 2 * width, Rect: r}
	case *image.Paletted:
		return &image.Paletted{Pix: o.apply(m.Pix, m.Stride, 1, w, h), Stride: width, Rect: r, Palette: m.Palette}
	case *image.RGBA:
		return &image.RGBA{Pix: o.apply(m.Pix, m.Stride, 4, w, h), Stride: 4 * width, Rect: r}
	case *image.NRGBA:
		return &image.NRGBA{Pix: o.apply(m.Pix, m.Stride, 4, w, h), Stride: 4 * width, Rect: r}
	case *image.RGBA64:
		return &image.RGBA64{Pix: o.apply(m.Pix, m.Stride, 8, w, h), Stride: 8 * width, Rect: r}
	case *image.NRGBA64:
		return &image.NRGBA64{Pix: o.apply(m.Pix, m.Stride, 8, w, h), Stride: 8 * width, Rect: r}
	}
	dst := image.NewNRGBA(r)
	for y := range height {
		for x := range width {
			sx, sy := o.stored(x, y, w, h)
			dst.SetNRGBA(x, y, color.NRGBAModel.Convert(m.At(sx, sy)).(color.NRGBA))
		}
	}
	return dst
}

// encode writes m as JPEG or PNG with its colour profile.
func encode(m image.Image, f Format, quality int, profile []byte) ([]byte, error) {
	profile = profileFor(m, profile)
	var b bytes.Buffer
	var extra []byte
	at := 0 // where extra goes
	var err error
	if f == JPEG {
		err = jpeg.Encode(&b, m, &jpeg.Options{Quality: quality})
		extra, at = jpegProfile(profile), 2
	} else {
		err = (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&b, m)
		extra, at = pngProfile(profile), len(pngMagic)+25 // behind IHDR
	}
	if err != nil {
		return nil, fmt.Errorf("picture: encode %s: %w", f, err)
	}
	out := make([]byte, 0, b.Len()+len(extra))
	out = append(out, b.Bytes()[:at]...)
	out = append(out, extra...)
	return append(out, b.Bytes()[at:]...), nil
}

// profileFor returns the profile, cleaned, where it is one for m's colours: a
// picture that was CMYK is so no longer, and is shown as sRGB.
func profileFor(m image.Image, profile []byte) []byte {
	want := "RGB "
	switch m.ColorModel() {
	case color.GrayModel, color.Gray16Model:
		want = "GRAY"
	}
	if profileSpace(profile) != want {
		return nil
	}
	return cleanProfile(profile)
}
