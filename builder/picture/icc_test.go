package picture

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"testing"
)

// profileWith makes a profile of version 4 with these primaries and the curve
// of sRGB, and with what screens add to it.
func profileWith(primaries [9]float64) []byte {
	number := func(v float64) []byte { return binary.BigEndian.AppendUint32(nil, uint32(int32(v*65536+0.5))) }
	xyz := func(v ...float64) []byte {
		b := []byte("XYZ \x00\x00\x00\x00")
		for _, n := range v {
			b = append(b, number(n)...)
		}
		return b
	}
	curve := []byte("para\x00\x00\x00\x00\x00\x03\x00\x00")
	for _, v := range []float64{2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045} {
		curve = append(curve, number(v)...)
	}
	tags := []profileTag{
		{"desc", []byte("mluc\x00\x00\x00\x00" + secret)},
		{"mmod", []byte("mmod\x00\x00\x00\x00" + secret)},
		{"wtpt", xyz(0.9642, 1, 0.8249)},
		{"rXYZ", xyz(primaries[0:3]...)},
		{"gXYZ", xyz(primaries[3:6]...)},
		{"bXYZ", xyz(primaries[6:9]...)},
		{"rTRC", curve}, {"gTRC", curve}, {"bTRC", curve},
	}
	p := make([]byte, 128)
	p[8] = 4
	copy(p[12:], "mntrRGB XYZ ")
	copy(p[36:], "acspAPPL")
	copy(p[48:], secret)
	copy(p[68:], xyz(0.9642, 1, 0.8249)[8:]) // white
	p = binary.BigEndian.AppendUint32(p, uint32(len(tags)))
	at := len(p) + 12*len(tags)
	var body []byte
	for _, t := range tags {
		p = append(p, t.name...)
		p = binary.BigEndian.AppendUint32(p, uint32(at+len(body)))
		p = binary.BigEndian.AppendUint32(p, uint32(len(t.data)))
		body = append(body, t.data...)
	}
	p = append(p, body...)
	binary.BigEndian.PutUint32(p, uint32(len(p)))
	return p
}

var (
	srgb      = [9]float64{0.4361, 0.2225, 0.0139, 0.3851, 0.7169, 0.0971, 0.1431, 0.0606, 0.7141}
	displayP3 = [9]float64{0.5151, 0.2412, -0.0011, 0.2920, 0.6922, 0.0419, 0.1571, 0.0666, 0.7841}
)

func TestProfile(t *testing.T) {
	if cleanProfile(profileWith(srgb)) != nil {
		t.Error("a profile that only says sRGB is kept")
	}
	p := profileWith(displayP3)
	clean := cleanProfile(p)
	if clean == nil || bytes.Contains(clean, []byte(secret)) {
		t.Fatalf("%q", clean)
	}
	if again := cleanProfile(clean); !bytes.Equal(again, clean) {
		t.Error("a clean profile changes")
	}
	before, _ := profileTags(p)
	after, ok := profileTags(clean)
	if !ok {
		t.Fatal("no longer a profile")
	}
	for _, want := range before {
		for _, got := range after {
			if got.name == want.name && colourTags[got.name] && !bytes.Equal(got.data, want.data) {
				t.Errorf("%s changed", got.name)
			}
		}
	}
	if len(after) != 9 { // all but the maker's own
		t.Errorf("%d tags", len(after))
	}
}

func TestBadProfile(t *testing.T) {
	p := profileWith(displayP3)
	bad := map[string][]byte{"empty": nil, "short": p[:100], "cut": p[:len(p)-10]}
	for name, change := range map[string]func(b []byte){
		"signature": func(b []byte) { b[36] = 'x' },
		"version":   func(b []byte) { b[8] = 9 },
		"count":     func(b []byte) { b[128] = 0xFF },
		"place":     func(b []byte) { b[136] = 0xFF },
		"twice":     func(b []byte) { copy(b[144:], b[132:136]) },
	} {
		b := bytes.Clone(p)
		change(b)
		bad[name] = b
	}
	for name, b := range bad {
		if cleanProfile(b) != nil {
			t.Errorf("%s: kept", name)
		}
	}
}

// The profile of a photograph stays in each format and each size.
func TestProfileStays(t *testing.T) {
	p := profileWith(displayP3)
	want := cleanProfile(p)
	webp := appendChunk([]byte("WEBP"), "VP8X", []byte{webpProfile, 0, 0, 0, 79, 0, 0, 79, 0, 0})
	webp = appendChunk(webp, "ICCP", p)
	webp = append(webp, webpBody(webpOf(t, photo(80, 80)))...)
	webp = append(binary.LittleEndian.AppendUint32([]byte("RIFF"), uint32(len(webp))), webp...)
	for name, data := range map[string][]byte{
		"jpeg":        insert(jpegOf(t, photo(80, 80)), 2, jpegProfile(p)),
		"jpeg turned": insert(jpegOf(t, photo(80, 80)), 2, jpegProfile(p), app(0xE1, "Exif\x00\x00"+string(exif(6)))),
		"png":         insert(pngOf(t, photo(80, 80)), 33, pngProfile(p)),
		"webp":        webp,
	} {
		clean, err := Clean(data)
		if err != nil {
			t.Fatal(name, err)
		}
		pic, err := Open(data)
		if err != nil {
			t.Fatal(name, err)
		}
		small, err := pic.Resize(60)
		if err != nil {
			t.Fatal(name, err)
		}
		for where, out := range map[string][]byte{"clean": clean, "resized": small.Data} {
			h, err := readHeader(out)
			if err != nil || !bytes.Equal(h.profile, want) {
				t.Errorf("%s, %s: %v, profile of %d bytes, want %d", name, where, err, len(h.profile), len(want))
			}
		}
	}
	plain := jpegOf(t, photo(80, 80))
	tagged := insert(plain, 2, jpegProfile(profileWith(srgb)))
	if out, err := Clean(tagged); err != nil || !bytes.Equal(out, plain) {
		t.Errorf("a profile of sRGB stays: %v", err)
	}
}

// A large profile spans several segments of a JPEG.
func TestLongProfile(t *testing.T) {
	long := append(profileWith(displayP3), make([]byte, 150_000)...)
	h, err := readHeader(insert(jpegOf(t, photo(16, 16)), 2, jpegProfile(long)))
	if err != nil || !bytes.Equal(h.profile, long) {
		t.Errorf("%v, %d bytes of %d", err, len(h.profile), len(long))
	}
}

// A zip bomb in a profile is not unpacked.
func TestProfileBomb(t *testing.T) {
	bomb := insert(pngOf(t, photo(16, 16)), 33, pngProfile(make([]byte, maxProfile+1)))
	h, err := readHeader(bomb)
	if err != nil || h.profile != nil {
		t.Errorf("%v, %d bytes", err, len(h.profile))
	}
}

// A profile for other colours than the pixels have is worse than none.
func TestProfileOfOtherColours(t *testing.T) {
	grey := image.NewGray(image.Rect(0, 0, 80, 80))
	for i := range grey.Pix {
		grey.Pix[i] = uint8(i * 7 % 251)
	}
	data := insert(jpegOf(t, grey), 2, jpegProfile(profileWith(displayP3)))
	p, err := Open(data)
	if err != nil {
		t.Fatal(err)
	}
	small, err := p.Resize(40)
	if err != nil {
		t.Fatal(err)
	}
	h, err := readHeader(small.Data)
	if err != nil || len(h.profile) != 0 {
		t.Errorf("%v, %d bytes", err, len(h.profile))
	}
	if m := decode(t, small.Data); m.ColorModel() != color.GrayModel {
		t.Errorf("grey became %T", m)
	}
}
