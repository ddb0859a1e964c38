package picture

import (
	"image"
	"math"
	"sync"
)

// toLinear turns a stored value into light, both from 0 to 1, by the curve of
// sRGB (IEC 61966-2-1). Pictures in Display P3 have the same curve, those in
// Adobe RGB nearly so.
func toLinear(v float64) float64 {
	if v <= 0.04045 {
		return v / 12.92
	}
	return math.Pow((v+0.055)/1.055, 2.4)
}

// tables translate between stored values and light.
type tables struct {
	light  [256]int32     // of 16 bits, by stored value
	stored [1 << 16]uint8 // by light
}

// lightTables returns the tables; they never change.
var lightTables = sync.OnceValue(func() *tables {
	t := new(tables)
	v := 0
	for light := range t.stored {
		// Half-way to the next value, as light, is where rounding goes up.
		for v < 255 && float64(light) >= 65535*toLinear((float64(v)+0.5)/255) {
			v++
		}
		t.stored[light] = uint8(v)
	}
	for v := range t.light {
		t.light[v] = int32(math.Round(65535 * toLinear(float64(v)/255)))
	}
	return t
})

// canvas takes rows of light and keeps an image.
type canvas struct {
	channels int
	image    image.Image
	pix      []uint8
	stride   int
	stored   *[1 << 16]uint8
}

func newCanvas(channels, w, h int) canvas {
	c := canvas{channels: channels, stored: &lightTables().stored}
	r := image.Rect(0, 0, w, h)
	switch channels {
	case 1:
		m := image.NewGray(r)
		c.image, c.pix, c.stride = m, m.Pix, m.Stride
	case 3:
		m := image.NewRGBA(r)
		c.image, c.pix, c.stride = m, m.Pix, m.Stride
	default:
		m := image.NewNRGBA(r)
		c.image, c.pix, c.stride = m, m.Pix, m.Stride
	}
	return c
}

// setRow writes a row of light, still times 1<<weightBits.
func (c canvas) setRow(y int, row []int64) {
	pix := c.pix[y*c.stride:]
	switch c.channels {
	case 1:
		for i, v := range row {
			pix[i] = c.stored[whole(v)]
		}
	case 3:
		for i := 0; i < len(row); i += 3 {
			out := pix[i/3*4:][:4]
			out[0], out[1], out[2] = c.stored[whole(row[i])], c.stored[whole(row[i+1])], c.stored[whole(row[i+2])]
			out[3] = 255
		}
	default:
		for i := 0; i < len(row); i += 4 {
			a := whole(row[i+3])
			opacity := (a + 128) / 257
			if opacity == 0 {
				continue // all 0
			}
			for j := range 3 {
				pix[i+j] = c.stored[min(0xFFFF, (whole(row[i+j])*0xFFFF+a/2)/a)]
			}
			pix[i+3] = uint8(opacity)
		}
	}
}

// whole rounds a sum of weighted values to 16 bits. The curve overshoots at
// hard edges, so it is cut off at both ends.
func whole(v int64) int64 {
	return min(max((v+1<<(weightBits-1))>>weightBits, 0), 0xFFFF)
}
