package picture

import (
	"image"
	"image/color"
)

// source gives the rows of a picture as light of 16 bits: one value a pixel for
// grey, three for opaque colours, else four, with colours times opacity.
type source struct {
	channels int
	// row writes the pixels from x0 to x1 of row y.
	row func(x0, x1, y int, dst []int32)
}

// newSource returns the rows of an image. The types that the decoders return
// have a way of their own; the rest goes pixel by pixel.
func newSource(m image.Image) source {
	light := &lightTables().light
	switch m := m.(type) {
	case *image.YCbCr:
		return source{3, func(x0, x1, y int, dst []int32) {
			luma, cb, cr, half := chromaRow(m, x0, y)
			for x := x0; x < x1; x++ {
				c := x >> half
				r, g, b := color.YCbCrToRGB(luma[x-x0], cb[c], cr[c])
				out := dst[3*(x-x0):][:3]
				out[0], out[1], out[2] = light[r], light[g], light[b]
			}
		}}
	case *image.Gray:
		return source{1, func(x0, x1, y int, dst []int32) {
			for i, v := range m.Pix[m.PixOffset(x0, y):][:x1-x0] {
				dst[i] = light[v]
			}
		}}
	case *image.Gray16:
		return source{1, func(x0, x1, y int, dst []int32) {
			for x := x0; x < x1; x++ {
				dst[x-x0] = light[m.Pix[m.PixOffset(x, y)]]
			}
		}}
	case *image.RGBA:
		if m.Opaque() {
			return opaqueSource(m.Pix, m.Stride, light)
		}
	case *image.NRGBA:
		if m.Opaque() {
			return opaqueSource(m.Pix, m.Stride, light)
		}
		return source{4, func(x0, x1, y int, dst []int32) {
			pix := m.Pix[m.PixOffset(x0, y):]
			for i := range x1 - x0 {
				setLight(dst[4*i:], light, pix[4*i], pix[4*i+1], pix[4*i+2], pix[4*i+3])
			}
		}}
	case *image.NYCbCrA:
		return source{4, func(x0, x1, y int, dst []int32) {
			luma, cb, cr, half := chromaRow(&m.YCbCr, x0, y)
			alpha := m.A[m.AOffset(x0, y):]
			for x := x0; x < x1; x++ {
				c := x >> half
				r, g, b := color.YCbCrToRGB(luma[x-x0], cb[c], cr[c])
				setLight(dst[4*(x-x0):], light, r, g, b, alpha[x-x0])
			}
		}}
	case *image.Paletted:
		return palettedSource(m, light)
	case *image.CMYK:
		return source{3, func(x0, x1, y int, dst []int32) {
			for x := x0; x < x1; x++ {
				p := m.Pix[m.PixOffset(x, y):]
				r, g, b := color.CMYKToRGB(p[0], p[1], p[2], p[3])
				out := dst[3*(x-x0):][:3]
				out[0], out[1], out[2] = light[r], light[g], light[b]
			}
		}}
	}
	return source{4, func(x0, x1, y int, dst []int32) {
		for x := x0; x < x1; x++ {
			c := color.NRGBAModel.Convert(m.At(x, y)).(color.NRGBA)
			setLight(dst[4*(x-x0):], light, c.R, c.G, c.B, c.A)
		}
	}}
}

// chromaRow returns the brightness of row y from x0 on, and the row's colours
// from 0 on: that of x stands at x >> half. The image starts at 0,0.
func chromaRow(m *image.YCbCr, x0, y int) (luma, cb, cr []uint8, half int) {
	switch m.SubsampleRatio {
	case image.YCbCrSubsampleRatio422, image.YCbCrSubsampleRatio420:
		half = 1
	case image.YCbCrSubsampleRatio411, image.YCbCrSubsampleRatio410:
		half = 2
	}
	c := m.COffset(0, y)
	return m.Y[m.YOffset(x0, y):], m.Cb[c:], m.Cr[c:], half
}

// opaqueSource reads pixels of four bytes, of which the last is 255.
func opaqueSource(pix []uint8, stride int, light *[256]int32) source {
	return source{3, func(x0, x1, y int, dst []int32) {
		row := pix[y*stride+4*x0:]
		for i := range x1 - x0 {
			p, out := row[4*i:][:3], dst[3*i:][:3]
			out[0], out[1], out[2] = light[p[0]], light[p[1]], light[p[2]]
		}
	}}
}

// setLight writes one pixel with its colours times its opacity.
func setLight(dst []int32, light *[256]int32, r, g, b, a uint8) {
	if a == 255 {
		dst[0], dst[1], dst[2], dst[3] = light[r], light[g], light[b], 0xFFFF
		return
	}
	o := int32(a)
	dst[0] = (light[r]*o + 127) / 255
	dst[1] = (light[g]*o + 127) / 255
	dst[2] = (light[b]*o + 127) / 255
	dst[3] = o * 0x101
}

// palettedSource looks each colour up once.
func palettedSource(m *image.Paletted, light *[256]int32) source {
	n := 3
	if !m.Opaque() {
		n = 4
	}
	var colours [256][4]int32
	for i, c := range m.Palette {
		c := color.NRGBAModel.Convert(c).(color.NRGBA)
		setLight(colours[i][:], light, c.R, c.G, c.B, c.A)
	}
	return source{n, func(x0, x1, y int, dst []int32) {
		for i, v := range m.Pix[m.PixOffset(x0, y):][:x1-x0] {
			copy(dst[n*i:], colours[v][:n])
		}
	}}
}
