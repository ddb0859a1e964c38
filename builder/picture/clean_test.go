package picture

import (
	"bytes"
	"image"
	"image/color"
	_ "image/gif"
	"testing"

	_ "golang.org/x/image/webp"
)

func TestCleanTellsNothing(t *testing.T) {
	for name, data := range samples(t) {
		told := bytes.Contains(data, []byte(secret))
		if !told && name != "webp plain" && name != "webp lossy" && name != "webp alpha" && name != "png moving" && name != "webp moving" {
			t.Errorf("%s: the sample has nothing to hide", name)
		}
		out, err := Clean(data)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		for _, trace := range []string{secret, "Exif", "EXIF", "eXIf", "XMP", "xmp", "JFXX", "Photoshop", "tEXt", "prVt"} {
			if bytes.Contains(out, []byte(trace)) {
				t.Errorf("%s: still holds %q", name, trace)
			}
		}
		again, err := Clean(data)
		if err != nil || !bytes.Equal(out, again) {
			t.Errorf("%s: another result the second time: %v", name, err)
		}
		twice, err := Clean(out)
		if err != nil || !bytes.Equal(out, twice) {
			t.Errorf("%s: a clean picture changes: %v", name, err)
		}
		before, _ := Probe(data)
		if after, err := Probe(out); err != nil || after != before {
			t.Errorf("%s: was %+v, is %+v, %v", name, before, after, err)
		}
	}
}

func TestCleanKeepsPixels(t *testing.T) {
	for _, name := range []string{"jpeg", "progressive", "png", "gif", "gif moving", "webp", "webp plain", "webp lossy", "webp alpha", "png moving"} {
		data := samples(t)[name]
		out, err := Clean(data)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if a, b := decode(t, data), decode(t, out); !sameImage(a, b) {
			t.Errorf("%s: other pixels", name)
		}
	}
}

// What makes a picture move must survive: all frames, their times, repeats.
func TestCleanKeepsMoving(t *testing.T) {
	out, err := Clean(samples(t)["gif moving"])
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(out, gifOf(t, drawing(20, 14), drawing(20, 14))) {
		t.Error("gif: not what it was before texts were added")
	}
	for _, name := range []string{"png moving", "webp moving"} {
		data := samples(t)[name]
		if out, err := Clean(data); err != nil || !bytes.Equal(out, data) {
			t.Errorf("%s: changed: %v", name, err)
		}
	}
}

func TestCleanKeepsAdobe(t *testing.T) {
	// Adobe's note says that the three colours are RGB, not YCbCr; a program's
	// own bytes behind it are left out.
	rgb := insert(jpegOf(t, photo(16, 16)), 2, app(0xEE, "Adobe\x00\x64\x00\x00\x00\x00\x00"+secret))
	out, err := Clean(rgb)
	if err != nil || bytes.Contains(out, []byte(secret)) {
		t.Fatalf("%v, %q", err, out[:40])
	}
	if !sameImage(decode(t, rgb), decode(t, out)) {
		t.Error("other colours")
	}
}

func TestCleanTurns(t *testing.T) {
	// The quarters as they are shown, for each of the eight orientations.
	shown := [9]string{"", "rgbw", "grwb", "wbgr", "bwrg", "rbgw", "brwg", "wgbr", "gwrb"}
	for turn := 1; turn <= 8; turn++ {
		for name, data := range map[string][]byte{
			"jpeg": jpegTold(t, drawing(64, 32), turn),
			"png":  pngTold(t, drawing(64, 32), turn),
		} {
			out, err := Clean(data)
			if err != nil {
				t.Errorf("%s %d: %v", name, turn, err)
				continue
			}
			m := decode(t, out)
			if got := corners(m); got != shown[turn] {
				t.Errorf("%s %d: %s, want %s", name, turn, got, shown[turn])
			}
			if wide := m.Bounds().Dx() == 64; wide != (turn < 5) {
				t.Errorf("%s %d: %v", name, turn, m.Bounds())
			}
			p, err := Open(data)
			if err != nil {
				t.Fatal(err)
			}
			small, err := p.Resize(24)
			if err != nil || corners(decode(t, small.Data)) != shown[turn] {
				t.Errorf("%s %d: resized %s, %v", name, turn, corners(decode(t, small.Data)), err)
			}
			crop, err := p.Crop(20, 20)
			if err != nil || corners(decode(t, crop.Data)) != shown[turn] {
				t.Errorf("%s %d: cropped %s, %v", name, turn, corners(decode(t, crop.Data)), err)
			}
		}
	}
}

// Turning keeps what kind of pixels a PNG has: nothing is lost.
func TestTurnedTypes(t *testing.T) {
	r := image.Rect(0, 0, 5, 3)
	fill := func(m interface {
		image.Image
		Set(x, y int, c color.Color)
	}) image.Image {
		for i := range 15 {
			m.Set(i%5, i/5, color.NRGBA64{uint16(i * 4000), uint16(60000 - i*3000), uint16(i * i * 200), uint16(65535 - i*2000)})
		}
		return m
	}
	palette := color.Palette{color.NRGBA{1, 2, 3, 255}, color.NRGBA{200, 100, 50, 128}, color.NRGBA{9, 99, 199, 255}}
	for _, m := range []image.Image{
		fill(image.NewGray(r)), fill(image.NewGray16(r)), fill(image.NewNRGBA(r)), fill(image.NewNRGBA64(r)),
		fill(image.NewRGBA64(r)), fill(image.NewRGBA(r)), fill(image.NewPaletted(r, palette)), fill(image.NewCMYK(r)),
	} {
		for turn := orientation(1); turn <= 8; turn++ {
			got := turned(m, turn)
			w, h := turn.size(5, 3)
			for y := range h {
				for x := range w {
					sx, sy := turn.stored(x, y, 5, 3)
					want := m.At(sx, sy)
					if _, other := got.(*image.NRGBA); other {
						want = color.NRGBAModel.Convert(want)
					}
					if got.At(x, y) != want {
						t.Fatalf("%T, %d: at %d,%d %v, want %v", m, turn, x, y, got.At(x, y), want)
					}
				}
			}
		}
	}
}

func TestOrientationOfOddEXIF(t *testing.T) {
	little := []byte("II*\x00\x08\x00\x00\x00\x01\x00\x12\x01\x03\x00\x01\x00\x00\x00\x07\x00\x00\x00")
	for name, c := range map[string]struct {
		data []byte
		want orientation
	}{
		"big":       {exif(3), 3},
		"little":    {little, 7},
		"nine":      {exif(9), 1},
		"zero":      {exif(0), 1},
		"nothing":   {nil, 1},
		"no tiff":   {[]byte("XX*\x00\x08\x00\x00\x00\x01\x00"), 1},
		"far table": {[]byte("MM\x00*\xFF\xFF\xFF\xFF\x00\x01"), 1},
		"cut table": {exif(3)[:24], 1},
	} {
		if got := exifOrientation(c.data); got != c.want {
			t.Errorf("%s: %d, want %d", name, got, c.want)
		}
	}
}

func decode(t testing.TB, data []byte) image.Image {
	t.Helper()
	m, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func sameImage(a, b image.Image) bool {
	if a.Bounds() != b.Bounds() {
		return false
	}
	for y := range a.Bounds().Dy() {
		for x := range a.Bounds().Dx() {
			ar, ag, ab, aa := a.At(x, y).RGBA()
			br, bg, bb, ba := b.At(x, y).RGBA()
			if ar != br || ag != bg || ab != bb || aa != ba {
				return false
			}
		}
	}
	return true
}

// corners names the colours of the four quarters, in reading order.
func corners(m image.Image) string {
	w, h := m.Bounds().Dx(), m.Bounds().Dy()
	var s []byte
	for i := range 4 {
		r, g, b, _ := m.At(w/4+i%2*w/2, h/4+i/2*h/2).RGBA()
		switch {
		case r > 0xC000 && g > 0xC000 && b > 0xC000:
			s = append(s, 'w')
		case r > g && r > b:
			s = append(s, 'r')
		case g > r && g > b:
			s = append(s, 'g')
		default:
			s = append(s, 'b')
		}
	}
	return string(s)
}
