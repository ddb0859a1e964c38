package picture

import (
	"cmp"
	"image"
	"image/color"
	"slices"
)

// Drawings and screenshots are PNGs, and those are a third of the size with a
// palette of 256 colours than with all the shades that scaling makes between
// two flat ones. So the shades are gathered by the method of the median cut
// (Heckbert 1982, with Wu's choice of where to cut), and the palette is used
// where nobody can see the difference; else the picture keeps all its colours.

const (
	// mostShades is where a picture has so many colours that a palette is
	// hopeless.
	mostShades = 1 << 16
	// worstShade is how much one value of one pixel may change, of 255.
	worstShade = 16
)

// shade is a colour with how many pixels have it.
type shade struct {
	c     [4]uint8 // red, green, blue, opacity
	count int64
}

// quantize returns m with a palette, or m itself where one would show.
func quantize(m image.Image) image.Image {
	pix, ok := pixelsOf(m)
	if !ok {
		return m
	}
	shades, ok := shadesOf(pix)
	if !ok || len(shades)*2 > len(pix)/4 { // in a small picture a palette costs more than it spares
		return m
	}
	palette := medianCut(shades, 256)
	index := make(map[[4]uint8]uint8, len(shades))
	for _, s := range shades {
		i, worst := nearest(palette, s.c)
		if worst > worstShade {
			return m
		}
		index[s.c] = uint8(i)
	}
	out := image.NewPaletted(m.Bounds(), nil)
	for _, p := range palette {
		out.Palette = append(out.Palette, color.NRGBA{p[0], p[1], p[2], p[3]})
	}
	for i := range out.Pix {
		out.Pix[i] = index[[4]uint8(pix[4*i:])]
	}
	return out
}

// pixelsOf returns the four bytes of each pixel.
func pixelsOf(m image.Image) ([]uint8, bool) {
	switch m := m.(type) {
	case *image.RGBA: // opaque: it comes from scale
		return m.Pix, true
	case *image.NRGBA:
		return m.Pix, true
	}
	return nil, false
}

// shadesOf returns all colours, sorted; false where there are too many.
func shadesOf(pix []uint8) ([]shade, bool) {
	counts := map[[4]uint8]int64{}
	for ; len(pix) > 0; pix = pix[4:] {
		counts[[4]uint8(pix)]++
		if len(counts) > mostShades {
			return nil, false
		}
	}
	shades := make([]shade, 0, len(counts))
	for c, n := range counts {
		shades = append(shades, shade{c, n})
	}
	slices.SortFunc(shades, func(a, b shade) int { return slices.Compare(a.c[:], b.c[:]) })
	return shades, true
}

// box is a set of shades that will share one colour of the palette.
type box struct {
	shades []shade
	spread int64 // how much its shades differ, along axis
	axis   int
}

// medianCut returns at most n colours that stand for all shades.
func medianCut(shades []shade, n int) [][4]uint8 {
	boxes := []box{newBox(shades)}
	for len(boxes) < n {
		widest := 0
		for i, b := range boxes {
			if b.spread > boxes[widest].spread {
				widest = i
			}
		}
		b := boxes[widest]
		if b.spread == 0 {
			break
		}
		low, high := b.cut()
		boxes[widest] = newBox(low)
		boxes = append(boxes, newBox(high))
	}
	palette := make([][4]uint8, len(boxes))
	for i, b := range boxes {
		palette[i] = b.mean()
	}
	slices.SortFunc(palette, func(a, b [4]uint8) int { return slices.Compare(a[:], b[:]) })
	return slices.Compact(palette)
}

// newBox measures along which axis the shades differ most: the sum of squared
// distances to the mean.
func newBox(shades []shade) box {
	b := box{shades: shades}
	for axis := range 4 {
		var n, sum, squares int64
		for _, s := range shades {
			v := int64(s.c[axis])
			n += s.count
			sum += s.count * v
			squares += s.count * v * v
		}
		// Twice the mean of a few large numbers may be one off; never below 0.
		if spread := max(0, squares-sum*sum/n); spread > b.spread {
			b.spread, b.axis = spread, axis
		}
	}
	return b
}

// cut splits a box at the mean of its widest axis; no part is empty, since its
// shades differ there.
func (b box) cut() (low, high []shade) {
	axis := b.axis
	slices.SortStableFunc(b.shades, func(x, y shade) int { return cmp.Compare(x.c[axis], y.c[axis]) })
	var n, sum int64
	for _, s := range b.shades {
		n += s.count
		sum += s.count * int64(s.c[axis])
	}
	at, _ := slices.BinarySearchFunc(b.shades, sum/n+1, func(s shade, v int64) int {
		return cmp.Compare(int64(s.c[axis]), v)
	})
	return b.shades[:at], b.shades[at:]
}

// mean returns the colour that stands for a box.
func (b box) mean() (c [4]uint8) {
	for axis := range 4 {
		var n, sum int64
		for _, s := range b.shades {
			n += s.count
			sum += s.count * int64(s.c[axis])
		}
		c[axis] = uint8((sum + n/2) / n)
	}
	return c
}

// nearest returns the place in the palette of the colour that is most like c,
// and by how much its worst value differs. The less one sees of a colour, the
// less its difference counts.
func nearest(palette [][4]uint8, c [4]uint8) (best, worst int) {
	opacity := int(c[3])
	least := 1 << 30
	for i, p := range palette {
		d, w := 0, 0
		for j := range 4 {
			v := int(p[j]) - int(c[j])
			if j < 3 {
				v = v * opacity / 255
			}
			d += v * v
			w = max(w, v, -v)
		}
		if d < least {
			best, worst, least = i, w, d
		}
	}
	return best, worst
}
