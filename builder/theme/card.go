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

// socialCard draws that picture in the brand's colours: a banner on its staff,
// before a hill. It holds no words, so it serves every page and language.
func socialCard(p palette) []byte {
	canvas := image.NewRGBA(image.Rect(0, 0, cardWidth, cardHeight))
	fill := func(hex string, opacity uint8, points ...float32) {
		var r vector.Rasterizer
		r.Reset(cardWidth, cardHeight)
		r.MoveTo(points[0], points[1])
		for i := 2; i < len(points); i += 2 {
			r.LineTo(points[i], points[i+1])
		}
		r.ClosePath()
		c := parseHex(hex)
		part := func(v float64) uint8 { return uint8(v*255 + 0.5) }
		r.Draw(canvas, canvas.Bounds(), image.NewUniform(color.NRGBA{part(c.r), part(c.g), part(c.b), opacity}), image.Point{})
	}
	draw.Draw(canvas, canvas.Bounds(), image.NewUniform(color.White), image.Point{}, draw.Src)
	fill(p.Light.Soft, 255, 0, 0, cardWidth, 0, cardWidth, cardHeight, 0, cardHeight)
	fill(p.Light.Line, 255, 0, 520, 1200, 360, 1200, 630, 0, 630)
	fill(p.Light.Line, 255, 0, 430, 420, 630, 0, 630)
	fill(p.Fill, 255, 430, 110, 890, 110, 780, 235, 890, 360, 430, 360)
	fill("#000000", 40, 430, 110, 530, 110, 530, 360, 430, 360)
	fill("#1d2321", 255, 405, 80, 430, 80, 430, 630, 405, 630)
	var out bytes.Buffer
	// It fails only for a picture that is too large.
	if err := (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&out, canvas); err != nil {
		return nil
	}
	return out.Bytes()
}
