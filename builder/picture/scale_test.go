package picture

import (
	"bytes"
	"image"
	"image/color"
	"math"
	"reflect"
	"runtime"
	"sync"
	"testing"
)

// Light is averaged, not stored numbers: black and white lines are as bright as
// a grey of 188, not of 128.
func TestScaleAveragesLight(t *testing.T) {
	m := image.NewGray(image.Rect(0, 0, 64, 64))
	for i := range m.Pix {
		m.Pix[i] = uint8(i / 64 % 2 * 255)
	}
	got := scale(newSource(m), m.Rect, 16, 16).(*image.Gray)
	if v := got.GrayAt(8, 8).Y; v < 186 || v > 190 {
		t.Errorf("%d, want 188", v)
	}
}

// One colour stays that colour to the last bit, in every type and at every size.
func TestScaleKeepsColour(t *testing.T) {
	c := color.NRGBA{201, 98, 17, 255}
	for _, size := range []int{1, 2, 7, 33, 50} {
		flat := image.NewNRGBA(image.Rect(0, 0, 50, 50))
		for y := range 50 {
			for x := range 50 {
				flat.SetNRGBA(x, y, c)
			}
		}
		got := scale(newSource(flat), flat.Rect, size, size)
		for y := range size {
			for x := range size {
				if color.NRGBAModel.Convert(got.At(x, y)) != c {
					t.Fatalf("%d: %v at %d,%d", size, got.At(x, y), x, y)
				}
			}
		}
	}
}

// A picture in its own size is itself.
func TestScaleIdentity(t *testing.T) {
	m := photo(37, 23)
	for i := 3; i < len(m.Pix); i += 4 * 5 {
		m.Pix[i] = 255 // still opaque
	}
	if got := scale(newSource(m), m.Rect, 37, 23); !sameImage(got, m) {
		t.Error("changed")
	}
	part := image.Rect(5, 3, 20, 19)
	if got := scale(newSource(m), part, 15, 16); got.At(0, 0) != color.RGBAModel.Convert(m.At(5, 3)) ||
		got.At(14, 15) != color.RGBAModel.Convert(m.At(19, 18)) {
		t.Error("another part")
	}
}

// What is transparent has no say in the colour beside it.
func TestScaleTransparent(t *testing.T) {
	m := image.NewNRGBA(image.Rect(0, 0, 40, 40))
	for y := range 40 {
		for x := range 40 {
			c := color.NRGBA{0, 0, 255, 255}
			if x < 21 { // not on the border of a pixel of the result
				c = color.NRGBA{255, 0, 0, 0}
			}
			m.SetNRGBA(x, y, c)
		}
	}
	got := scale(newSource(m), m.Rect, 10, 10).(*image.NRGBA)
	half := false
	for x := range 10 {
		c := got.NRGBAAt(x, 5)
		if c.A > 0 && (c.R > 0 || c.B < 254) {
			t.Errorf("%d: %v", x, c)
		}
		half = half || c.A > 20 && c.A < 235
	}
	if !half || got.NRGBAAt(0, 0) != (color.NRGBA{}) || got.NRGBAAt(9, 9) != (color.NRGBA{0, 0, 255, 255}) {
		t.Errorf("%v", got.Pix[:40])
	}
}

// Every type that a decoder may return gives the same as its pixels one by one.
func TestSources(t *testing.T) {
	r := image.Rect(0, 0, 9, 7)
	ycc := func(s image.YCbCrSubsampleRatio) *image.YCbCr {
		m := image.NewYCbCr(r, s)
		for i := range m.Y {
			m.Y[i] = uint8(i * 4)
		}
		for i := range m.Cb {
			m.Cb[i], m.Cr[i] = uint8(90+i*2), uint8(160-i*2)
		}
		return m
	}
	alpha := image.NewNYCbCrA(r, image.YCbCrSubsampleRatio420)
	copy(alpha.Y, ycc(0).Y)
	for i := range alpha.A {
		alpha.A[i] = uint8(255 - i*3)
	}
	paletted := image.NewPaletted(r, color.Palette{color.NRGBA{1, 2, 3, 255}, color.NRGBA{200, 100, 50, 128}, color.RGBA{9, 99, 199, 255}})
	cmyk := image.NewCMYK(r)
	grey16 := image.NewGray16(r)
	deep := image.NewNRGBA64(r)
	for i := range 63 {
		paletted.Pix[i] = uint8(i % 3)
		grey16.SetGray16(i%9, i/9, color.Gray16{uint16(i * 1000)})
		deep.SetNRGBA64(i%9, i/9, color.NRGBA64{uint16(i * 1000), uint16(65535 - i*900), 300, uint16(65535 - i*500)})
		cmyk.SetCMYK(i%9, i/9, color.CMYK{uint8(i), uint8(255 - i), uint8(i * 3), uint8(i)})
	}
	opaque := *paletted
	opaque.Palette = color.Palette{color.Gray{9}, color.Gray{99}, color.Gray{199}}
	for _, m := range []image.Image{
		ycc(image.YCbCrSubsampleRatio444), ycc(image.YCbCrSubsampleRatio422), ycc(image.YCbCrSubsampleRatio420),
		ycc(image.YCbCrSubsampleRatio440), ycc(image.YCbCrSubsampleRatio411), ycc(image.YCbCrSubsampleRatio410),
		alpha, paletted, &opaque, cmyk, grey16, deep, photo(9, 7), drawing(9, 7),
	} {
		got := scale(newSource(m), image.Rect(1, 1, 9, 7), 8, 6)
		for y := range 6 {
			for x := range 8 {
				g := color.NRGBAModel.Convert(got.At(x, y)).(color.NRGBA)
				w := color.NRGBAModel.Convert(m.At(x+1, y+1)).(color.NRGBA)
				if distance(g, w) > 1 {
					t.Fatalf("%T: at %d,%d %v, want %v", m, x, y, g, w)
				}
			}
		}
	}
}

// The whole numbers give what exact arithmetic gives.
func TestScaleExact(t *testing.T) {
	m := photo(61, 47)
	const w, h = 17, 13
	got := scale(newSource(m), m.Rect, w, h)
	for y := range h {
		for x := range w {
			want := exact(m, x, y, w, h)
			g := color.NRGBAModel.Convert(got.At(x, y)).(color.NRGBA)
			if distance(g, want) > 1 {
				t.Fatalf("at %d,%d %v, want %v", x, y, g, want)
			}
		}
	}
}

// exact computes one pixel in floating point.
func exact(m *image.NRGBA, x, y, w, h int) color.NRGBA {
	b := m.Bounds()
	rx, ry := float64(b.Dx())/float64(w), float64(b.Dy())/float64(h)
	cx, cy := (float64(x)+0.5)*rx-0.5, (float64(y)+0.5)*ry-0.5
	var sum, weights [3]float64
	for j := int(cy - 2*ry - 1); j <= int(cy+2*ry+1); j++ {
		for i := int(cx - 2*rx - 1); i <= int(cx+2*rx+1); i++ {
			k := catmullRom((float64(i)-cx)/rx) * catmullRom((float64(j)-cy)/ry)
			c := m.NRGBAAt(min(max(i, 0), b.Dx()-1), min(max(j, 0), b.Dy()-1))
			for n, v := range [3]uint8{c.R, c.G, c.B} {
				sum[n] += k * toLinear(float64(v)/255)
				weights[n] += k
			}
		}
	}
	var out [3]uint8
	for n := range out {
		v := min(max(sum[n]/weights[n], 0), 1)
		if v <= 0.0031308 {
			v *= 12.92
		} else {
			v = 1.055*math.Pow(v, 1/2.4) - 0.055
		}
		out[n] = uint8(math.Round(v * 255))
	}
	return color.NRGBA{out[0], out[1], out[2], 255}
}

func distance(a, b color.NRGBA) int {
	d := 0
	for _, p := range [][2]uint8{{a.R, b.R}, {a.G, b.G}, {a.B, b.B}, {a.A, b.A}} {
		d = max(d, int(p[0])-int(p[1]), int(p[1])-int(p[0]))
	}
	return d
}

// Weights sum up to one exactly, and can't overflow 32 bits.
func TestTaps(t *testing.T) {
	for _, c := range [][2]int{{1, 1}, {2, 1}, {3, 2}, {7, 7}, {100, 99}, {4000, 480}, {8192, 1}, {5000, 1599}} {
		for i, tap := range taps(c[0], c[1]) {
			sum, size := int32(0), int32(0)
			for _, w := range tap.weights {
				sum += w
				size += max(w, -w)
			}
			if sum != 1<<weightBits || size > 1<<weightBits*7/5 {
				t.Fatalf("%v, %d: sum %d, size %d", c, i, sum, size)
			}
			if tap.first < 0 || tap.first+len(tap.weights) > c[0] {
				t.Fatalf("%v, %d: from %d, %d pixels", c, i, tap.first, len(tap.weights))
			}
		}
	}
}

// No value of the tables lies so close to where rounding changes that another
// machine's logarithm could turn it over.
func TestTablesAreTheSameEverywhere(t *testing.T) {
	const far = 1e-7
	table := lightTables()
	for v := range 256 {
		exact := 65535 * toLinear(float64(v)/255)
		if math.Abs(exact-math.Floor(exact)-0.5) < far {
			t.Errorf("light of %d: %v", v, exact)
		}
		if v < 255 {
			if edge := 65535 * toLinear((float64(v)+0.5)/255); math.Abs(edge-math.Round(edge)) < far {
				t.Errorf("edge above %d: %v", v, edge)
			}
		}
		if table.stored[table.light[v]] != uint8(v) {
			t.Errorf("%d becomes %d", v, table.stored[table.light[v]])
		}
	}
}

func TestCover(t *testing.T) {
	for _, c := range []struct {
		width, height, w, h int
		want                image.Rectangle
	}{
		{1600, 1067, 1200, 628, image.Rect(0, 115, 1600, 952)},   // wider: the middle
		{1600, 1067, 1080, 1080, image.Rect(266, 0, 1333, 1067)}, // squarer
		{1000, 2000, 500, 500, image.Rect(0, 333, 1000, 1333)},   // upright: a third from the top
		{300, 200, 1200, 1200, image.Rect(50, 0, 250, 200)},      // too small: the ratio
		{10, 10, 10, 10, image.Rect(0, 0, 10, 10)},
		{1, 1000, 1000, 1, image.Rect(0, 333, 1, 334)},
		{1000, 1, 1, 1000, image.Rect(499, 0, 500, 1)},
	} {
		if got := cover(c.width, c.height, c.w, c.h); got != c.want {
			t.Errorf("%d × %d to %d × %d: %v, want %v", c.width, c.height, c.w, c.h, got, c.want)
		}
	}
}

func TestWidths(t *testing.T) {
	for w, want := range map[int][]int{
		0: nil, 480: nil, 599: nil, 600: {480}, 999: {480}, 1000: {480, 800},
		1600: {480, 800, 1200}, 2000: {480, 800, 1200, 1600}, 8000: {480, 800, 1200, 1600},
	} {
		if got := Widths(w); !reflect.DeepEqual(got, want) {
			t.Errorf("%d: %v, want %v", w, got, want)
		}
	}
}

// Twelve megapixels take a few megabytes besides the picture itself, at any
// width; golang.org/x/image/draw takes 154.
func TestScaleMemory(t *testing.T) {
	m := image.NewYCbCr(image.Rect(0, 0, 4000, 3000), image.YCbCrSubsampleRatio420)
	lightTables()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	got := scale(newSource(m), m.Rect, 1600, 1200)
	runtime.ReadMemStats(&after)
	spent := int(after.TotalAlloc-before.TotalAlloc) - len(got.(*image.RGBA).Pix)
	if spent > 2<<20 {
		t.Errorf("%d KB", spent>>10)
	}
}

// A picture may be used by several goroutines at once.
func TestPictureShared(t *testing.T) {
	p, err := Open(jpegOf(t, photo(120, 80)))
	if err != nil {
		t.Fatal(err)
	}
	want, err := p.Resize(60)
	if err != nil {
		t.Fatal(err)
	}
	var wait sync.WaitGroup
	for range 4 {
		wait.Go(func() {
			if got, err := p.Resize(60); err != nil || !bytes.Equal(got.Data, want.Data) {
				t.Errorf("another result: %v", err)
			}
		})
	}
	wait.Wait()
}

// phone returns 12 megapixels as a phone takes them.
func phone(b *testing.B) []byte {
	m := image.NewYCbCr(image.Rect(0, 0, 4032, 3024), image.YCbCrSubsampleRatio420)
	grain := uint32(1)
	for i := range m.Y {
		grain = grain*1664525 + 1013904223
		m.Y[i] = uint8(40 + 160*(i%4032)/4032 + int(grain>>29))
	}
	for i := range m.Cb {
		m.Cb[i], m.Cr[i] = uint8(100+i/70_000), uint8(150-i/80_000)
	}
	return insert(jpegOf(b, m), 2, app(0xE1, "Exif\x00\x00"+string(exif(6))))
}

func BenchmarkOpen12Megapixels(b *testing.B) {
	data := phone(b)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Open(data); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkPublish12Megapixels makes all that a page needs of a photograph.
func BenchmarkPublish12Megapixels(b *testing.B) {
	data := phone(b)
	b.ReportAllocs()
	for b.Loop() {
		p, err := Open(data)
		if err != nil {
			b.Fatal(err)
		}
		for _, w := range Widths(p.Info().Width) {
			if _, err := p.Resize(w); err != nil {
				b.Fatal(err)
			}
		}
	}
}

func BenchmarkClean12Megapixels(b *testing.B) {
	turned := phone(b)
	upright := bytes.Replace(turned, []byte("\x01\x12\x00\x03\x00\x00\x00\x01\x00\x06"), []byte("\x01\x12\x00\x03\x00\x00\x00\x01\x00\x01"), 1)
	for name, data := range map[string][]byte{"upright": upright, "turned": turned} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if _, err := Clean(data); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
