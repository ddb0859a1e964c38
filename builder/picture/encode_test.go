package picture

import (
	"bytes"
	"encoding/binary"
	"errors"
	"image"
	"image/color"
	"testing"
)

func open1(t *testing.T, data []byte) *Picture {
	t.Helper()
	p, err := Open(data)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// Photographs become JPEG and all else PNG, whatever they were.
func TestResizeFormat(t *testing.T) {
	clear := photo(100, 80)
	for i := 3; i < len(clear.Pix); i += 8 {
		clear.Pix[i] = 100
	}
	for name, c := range map[string]struct {
		data []byte
		want Format
	}{
		"jpeg photo":   {jpegOf(t, photo(100, 80)), JPEG},
		"jpeg drawing": {jpegOf(t, drawing(100, 80)), JPEG},
		"png photo":    {pngOf(t, photo(100, 80)), JPEG},
		"png drawing":  {pngOf(t, drawing(100, 80)), PNG},
		"png clear":    {pngOf(t, clear), PNG},
		"webp photo":   {webpOf(t, photo(100, 80)), JPEG},
		"webp drawing": {webpOf(t, drawing(100, 80)), PNG},
		"webp lossy":   {lossyWebP(), JPEG},
		"webp clear":   {alphaWebP(), PNG},
		"gif drawing":  {gifOf(t, drawing(100, 80)), PNG},
		"png icon":     {pngOf(t, photo(20, 20)), PNG},
		"soft photo":   {pngOf(t, doubled(photo(100, 100))), JPEG}, // no grain, yet large as a PNG
		"gradient":     {pngOf(t, soft(300, 200)), PNG},            // no grain, and small
	} {
		p := open1(t, c.data)
		w := p.Info().Width * 6 / 10
		out, err := p.Resize(w)
		if err != nil || out.Format != c.want {
			t.Errorf("%s: %s, %v; want %s", name, out.Format, err, c.want)
			continue
		}
		info, err := Probe(out.Data)
		h := (p.Info().Height*w + p.Info().Width/2) / p.Info().Width
		if err != nil || info != (Info{c.want, w, h, false}) || out.Width != w || out.Height != h {
			t.Errorf("%s: %+v, %v; says %d × %d", name, info, err, out.Width, out.Height)
		}
		again, _ := p.Resize(w)
		if !bytes.Equal(out.Data, again.Data) {
			t.Errorf("%s: another result the second time", name)
		}
	}
}

// doubled returns m with each pixel twice, side by side.
func doubled(m *image.NRGBA) *image.NRGBA {
	w, h := m.Rect.Dx(), m.Rect.Dy()
	out := image.NewNRGBA(image.Rect(0, 0, 2*w, h))
	for y := range h {
		for x := range 2 * w {
			out.SetNRGBA(x, y, m.NRGBAAt(x/2, y))
		}
	}
	return out
}

// soft returns a gradient of more colours than a palette has.
func soft(w, h int) *image.NRGBA {
	m := image.NewNRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			m.SetNRGBA(x, y, color.NRGBA{uint8(x / 2 * 2 * 255 / w), uint8(y * 255 / h), uint8(255 - x/2*2*200/w), 255})
		}
	}
	return m
}

func TestNeverLarger(t *testing.T) {
	p := open1(t, jpegOf(t, photo(100, 80)))
	for _, c := range []struct{ w, h, wantW, wantH int }{
		{100, 80, 100, 80},
		{50, 50, 50, 50},
		{80, 80, 80, 80},
		{1200, 630, 100, 53}, // too small: the ratio, as large as it goes
		{630, 1200, 42, 80},
		{99, 10, 99, 10},
	} {
		out, err := p.Crop(c.w, c.h)
		if err != nil || out.Width != c.wantW || out.Height != c.wantH {
			t.Errorf("crop to %d × %d: %d × %d, %v", c.w, c.h, out.Width, out.Height, err)
		}
		if m := decode(t, out.Data); m.Bounds() != image.Rect(0, 0, c.wantW, c.wantH) {
			t.Errorf("crop to %d × %d: %v", c.w, c.h, m.Bounds())
		}
	}
	for _, w := range []int{100, 101, 5000} {
		if out, err := p.Resize(w); err != nil || out.Width != 100 || out.Height != 80 {
			t.Errorf("resize to %d: %d × %d, %v", w, out.Width, out.Height, err)
		}
	}
	if out, err := open1(t, pngOf(t, drawing(1000, 2))).Resize(10); err != nil || out.Height != 1 {
		t.Errorf("a line: %d high, %v", out.Height, err)
	}
}

func TestImpossibleSizes(t *testing.T) {
	p := open1(t, jpegOf(t, photo(10, 8)))
	if _, err := p.Resize(0); err == nil {
		t.Error("resized to nothing")
	}
	for _, c := range [][2]int{{0, 5}, {5, 0}, {-1, -1}, {1 << 20, 1 << 20}} {
		if _, err := p.Crop(c[0], c[1]); err == nil {
			t.Errorf("cropped to %v", c)
		}
	}
}

func TestOpenRefuses(t *testing.T) {
	for _, name := range []string{"gif moving", "png moving", "webp moving"} {
		if _, err := Open(samples(t)[name]); !errors.Is(err, ErrAnimated) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := Open(samples(t)["svg"]); !errors.Is(err, ErrVector) {
		t.Errorf("svg: %v", err)
	}
}

// Two readers of a hostile file may see two sizes; the decoder must not
// allocate what the header did not say.
func TestOpenTwoSizes(t *testing.T) {
	small := jpegOf(t, photo(16, 16))
	var frame []byte
	for s := range jpegSegments(small) {
		if s.isFrame() {
			frame = bytes.Clone(s.raw)
		}
	}
	frame[5], frame[7] = 0x60, 0x60 // 24,576 × 24,576
	var broken *BrokenError
	if _, err := Open(insert(small, 2, frame)); !errors.As(err, &broken) {
		t.Errorf("two frames: %v", err)
	}
	h, err := readHeader(small)
	if err != nil {
		t.Fatal(err)
	}
	h.width = 99
	if _, err := open(small, h); !errors.As(err, &broken) {
		t.Errorf("another size: %v", err)
	}
}

// The image of a GIF may be smaller than its screen and stand anywhere on it.
func TestOpenPartOfScreen(t *testing.T) {
	data := gifOf(t, drawing(20, 10))
	binary.LittleEndian.PutUint16(data[6:], 40)
	binary.LittleEndian.PutUint16(data[8:], 30)
	for b := range gifBlocks(data) {
		if b.kind == gifImage {
			copy(b.raw[1:], "\x05\x00\x0F\x00") // 5 from the left, 15 from the top
		}
	}
	p := open1(t, data)
	out, err := p.Resize(40)
	if err != nil || out.Width != 40 || out.Height != 30 {
		t.Fatalf("%d × %d, %v", out.Width, out.Height, err)
	}
	m := decode(t, out.Data)
	for at, want := range map[image.Point]color.NRGBA{{4, 15}: {}, {5, 14}: {}, {5, 15}: quarters[0], {24, 24}: quarters[3], {25, 24}: {}} {
		if got := color.NRGBAModel.Convert(m.At(at.X, at.Y)); got != want {
			t.Errorf("%v: %v, want %v", at, got, want)
		}
	}
}

func TestQuantize(t *testing.T) {
	// Few colours stay as they are.
	m := drawing(64, 64)
	q, ok := quantize(m).(*image.Paletted)
	if !ok || len(q.Palette) != 4 || !sameImage(m, q) {
		t.Errorf("four colours: %v", ok)
	}
	// The shades between flat colours are gathered, unseen.
	scaled := scale(newSource(drawing(300, 300)), image.Rect(0, 0, 300, 300), 128, 128)
	q, ok = quantize(scaled).(*image.Paletted)
	if !ok {
		t.Fatal("a scaled drawing gets no palette")
	}
	for y := range 128 {
		for x := range 128 {
			a := color.NRGBAModel.Convert(scaled.At(x, y)).(color.NRGBA)
			b := color.NRGBAModel.Convert(q.At(x, y)).(color.NRGBA)
			if distance(a, b) > worstShade {
				t.Fatalf("at %d,%d %v became %v", x, y, a, b)
			}
		}
	}
	// A photograph keeps its colours: a palette would show.
	if q, ok := quantize(photo(200, 200)).(*image.Paletted); ok {
		t.Errorf("a photograph got %d colours", len(q.Palette))
	}
	// One pixel of another colour is not forgotten among many.
	lone := soft(256, 100)
	lone.SetNRGBA(7, 7, color.NRGBA{255, 255, 0, 255})
	if q, ok := quantize(lone).(*image.Paletted); ok && distance(color.NRGBAModel.Convert(q.At(7, 7)).(color.NRGBA), color.NRGBA{255, 255, 0, 255}) > worstShade {
		t.Errorf("the lone pixel became %v", q.At(7, 7))
	}
}
