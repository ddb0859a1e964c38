package picture

import "image"

// orientation is how a camera was held: the values 1 to 8 of the tag
// Orientation in EXIF (CIPA DC-008, 4.6.5.1). 1 is upright, 2 mirrored, 3
// upside down, 4 both; 5 to 8 lie on their side.
type orientation uint8

// size returns how wide and high a stored picture is when shown.
func (o orientation) size(w, h int) (int, int) {
	if o >= 5 {
		return h, w
	}
	return w, h
}

// stored returns the place, in a stored picture of w × h, of the pixel that is
// shown at x, y.
func (o orientation) stored(x, y, w, h int) (int, int) {
	switch o {
	case 2:
		return w - 1 - x, y
	case 3:
		return w - 1 - x, h - 1 - y
	case 4:
		return x, h - 1 - y
	case 5:
		return y, x
	case 6:
		return y, h - 1 - x
	case 7:
		return w - 1 - y, h - 1 - x
	case 8:
		return w - 1 - y, x
	}
	return x, y
}

// rectangle returns the part of a stored picture of w × h that is shown in r.
func (o orientation) rectangle(r image.Rectangle, w, h int) image.Rectangle {
	x0, y0 := o.stored(r.Min.X, r.Min.Y, w, h)
	x1, y1 := o.stored(r.Max.X-1, r.Max.Y-1, w, h)
	s := image.Rect(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
	s.Max = s.Max.Add(image.Pt(1, 1))
	return s
}

// apply returns pixels as they are shown. It copies whole pixels of size bytes
// between two slices of rows: src is w × h, as stored, with rows stride apart.
func (o orientation) apply(src []byte, stride, size, w, h int) []byte {
	width, height := o.size(w, h)
	dst := make([]byte, width*height*size)
	for y := range height {
		for x := range width {
			sx, sy := o.stored(x, y, w, h)
			from := sy*stride + sx*size
			copy(dst[(y*width+x)*size:][:size], src[from:from+size])
		}
	}
	return dst
}

// exifOrientation reads the orientation from EXIF. What can't be read is upright, as
// browsers have it.
func exifOrientation(tiff []byte) orientation {
	const tag, short = 0x0112, 3
	order, at := exifStart(tiff)
	if order == nil {
		return 1
	}
	entry := exifEntry(tiff, order, at, tag)
	if entry == nil || order.Uint16(entry[2:]) != short {
		return 1
	}
	if v := order.Uint16(entry[8:]); v >= 1 && v <= 8 {
		return orientation(v)
	}
	return 1
}
