package theme

import (
	"bytes"
	"image"
	"image/color"
	"image/draw"
	"image/png"

	"golang.org/x/image/vector"
)

// The size of the picture that networks and chat programs show beside a link, as
// the Open Graph protocol's users have come to expect it (ogp.me).
const cardWidth, cardHeight = 1200, 630

// cardName is its name in assets/; a theme may have one of its own.
const cardName = "card.png"

// card is that picture while it is drawn. It has few colours, so it has a palette
// of at most sixteen, of which two go into a byte of the file: with every colour
// there is, drawing and packing it would be most of the work of a small build.
type card struct{ *image.Paletted }

// socialCard draws the picture in the brand's colours: a banner on its staff,
// before a hill. It holds no words, so it serves every page and language.
func socialCard(p palette) []byte {
	sky, hill, cloth := pixel(p.Light.Soft), pixel(p.Light.Line), pixel(p.Fill)
	fold, staff := mix(cloth, color.RGBA{A: 255}, 40), pixel("#1d2321")
	shades := color.Palette{sky, hill, cloth, fold, staff}
	for share := 255 / 6; share < 250; share += 255 / 6 { // of slanting edges
		shades = append(shades, mix(sky, hill, share), mix(sky, cloth, share))
	}
	c := card{image.NewPaletted(image.Rect(0, 0, cardWidth, cardHeight), shades)} // all sky
	c.fill(hill, image.Pt(0, 430), image.Pt(148, 500), image.Pt(1200, 360), image.Pt(1200, 630), image.Pt(0, 630))
	c.fill(cloth, image.Pt(430, 110), image.Pt(890, 110), image.Pt(780, 235), image.Pt(890, 360), image.Pt(430, 360))
	c.fill(fold, image.Pt(430, 110), image.Pt(530, 110), image.Pt(530, 360), image.Pt(430, 360))
	c.fill(staff, image.Pt(405, 80), image.Pt(430, 80), image.Pt(430, 630), image.Pt(405, 630))
	var out bytes.Buffer
	// It fails only for a picture that is too large.
	if err := png.Encode(&out, c.Paletted); err != nil {
		return nil
	}
	return out.Bytes()
}

// fill draws the polygon with these corners.
func (c card) fill(ink color.RGBA, corners ...image.Point) {
	box := image.Rectangle{corners[0], corners[0]}
	for _, p := range corners {
		box = box.Union(image.Rectangle{p, p.Add(image.Pt(1, 1))})
	}
	box = box.Intersect(c.Rect)
	r := vector.NewRasterizer(box.Dx(), box.Dy())
	r.DrawOp = draw.Src
	for i, p := range corners {
		x, y := float32(p.X-box.Min.X), float32(p.Y-box.Min.Y)
		if i == 0 {
			r.MoveTo(x, y)
		} else {
			r.LineTo(x, y)
		}
	}
	r.ClosePath()
	mask := image.NewAlpha(image.Rect(0, 0, box.Dx(), box.Dy()))
	r.Draw(mask, mask.Rect, image.Opaque, image.Point{})
	c.cover(box.Min, mask, ink)
}

// cover puts ink onto what the mask shows.
func (c card) cover(at image.Point, mask *image.Alpha, ink color.RGBA) {
	whole := uint8(c.Palette.Index(ink))
	for y := range mask.Rect.Dy() {
		row := c.Pix[c.PixOffset(at.X, at.Y+y):]
		for x, share := range mask.Pix[y*mask.Stride:][:mask.Stride] {
			switch share {
			case 0:
			case 255:
				row[x] = whole
			default:
				row[x] = uint8(c.Palette.Index(mix(c.Palette[row[x]].(color.RGBA), ink, int(share))))
			}
		}
	}
}

// pixel is the colour of a hexadecimal number.
func pixel(hex string) color.RGBA {
	c := parseHex(hex)
	part := func(v float64) uint8 { return uint8(v*255 + 0.5) }
	return color.RGBA{part(c.r), part(c.g), part(c.b), 255}
}

// mix is the colour of ground under so much ink, of 255.
func mix(ground, ink color.RGBA, share int) color.RGBA {
	part := func(a, b uint8) uint8 { return uint8((int(a)*(255-share) + int(b)*share + 127) / 255) }
	return color.RGBA{part(ground.R, ink.R), part(ground.G, ink.G), part(ground.B, ink.B), 255}
}
