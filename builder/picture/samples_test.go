package picture

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"testing"

	"github.com/HugoSmits86/nativewebp"
)

// secret stands in everything that must not be published.
const secret = "GEHEIM"

// drawing returns four flat quarters: red, green, blue, white, in reading order.
func drawing(w, h int) *image.NRGBA {
	m := image.NewNRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			m.SetNRGBA(x, y, quarters[y*2/h*2+x*2/w])
		}
	}
	return m
}

var quarters = [4]color.NRGBA{{200, 0, 0, 255}, {0, 200, 0, 255}, {0, 0, 200, 255}, {255, 255, 255, 255}}

// photo returns soft shades with grain, always the same.
func photo(w, h int) *image.NRGBA {
	m := image.NewNRGBA(image.Rect(0, 0, w, h))
	grain := uint32(1)
	for y := range h {
		for x := range w {
			grain = grain*1664525 + 1013904223
			n := int(grain>>24)%24 - 12
			m.SetNRGBA(x, y, color.NRGBA{uint8(30 + 180*x/w + n), uint8(40 + 150*y/h + n), uint8(120 + n), 255})
		}
	}
	return m
}

func pngOf(t testing.TB, m image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func jpegOf(t testing.TB, m image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, &jpeg.Options{Quality: 90}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// gifOf makes a GIF of one frame a picture, which repeats for ever.
func gifOf(t testing.TB, frames ...image.Image) []byte {
	t.Helper()
	g := &gif.GIF{}
	for _, f := range frames {
		p := image.NewPaletted(f.Bounds(), color.Palette{quarters[0], quarters[1], quarters[2], quarters[3]})
		for y := range f.Bounds().Dy() {
			for x := range f.Bounds().Dx() {
				p.Set(x, y, f.At(x, y))
			}
		}
		g.Image, g.Delay = append(g.Image, p), append(g.Delay, 20)
	}
	var b bytes.Buffer
	if err := gif.EncodeAll(&b, g); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func webpOf(t testing.TB, m image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := nativewebp.Encode(&b, m, nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// animatedWebP returns two frames.
func animatedWebP(t testing.TB) []byte {
	t.Helper()
	body := appendChunk([]byte("WEBP"), "VP8X", []byte{webpAnimation, 0, 0, 0, 7, 0, 0, 5, 0, 0})
	body = appendChunk(body, "ANIM", make([]byte, 6))
	for range 2 {
		frame := []byte{0, 0, 0, 0, 0, 0, 7, 0, 0, 5, 0, 0, 100, 0, 0, 0}
		body = appendChunk(body, "ANMF", append(frame, webpBody(webpOf(t, drawing(8, 6)))...))
	}
	return append(binary.LittleEndian.AppendUint32([]byte("RIFF"), uint32(len(body))), body...)
}

// lossyWebP and alphaWebP are 16 × 12 pixels, red to blue, as Chromium encodes
// a canvas: with loss, and with Google's own profile for sRGB.
func lossyWebP() []byte { return decoded(lossyWebPText) }
func alphaWebP() []byte { return decoded(alphaWebPText) }

func decoded(text string) []byte {
	b, err := base64.StdEncoding.DecodeString(text)
	if err != nil {
		panic(err)
	}
	return b
}

const (
	webpProfileText = "SUNDUMgBAAAAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAAAABhY3NwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRiWFlaAAABPAAAABR3dHB0AAABUAAAABRyVFJDAAABZAAAAChnVFJDAAABZAAAAChiVFJDAAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAAAAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9YWVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQAAAACZmYAAPKnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAMZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADZ"
	lossyWebPText   = "UklGRhwCAABXRUJQVlA4WAoAAAAgAAAADwAACwAA" + webpProfileText + "WUDggLgAAAHABAJ0BKhAADAADgFolsAJ0AUAAAP7tZtmB2Dqn9KSmOfrbP/Au0KR94CPAAAA="
	alphaWebPText   = "UklGRlYCAABXRUJQVlA4WAoAAAAwAAAADwAACwAA" + webpProfileText + "BTFBILwAAAAUfoCBtA8a/5O7aiIjgOxRFkhr5l7IHvAmOskLQENH/HoRq9GZCQb033vCdfKoBAFZQOCAwAAAAcAEAnQEqEAAMAAOAWiWwAnQBQAAA/u1m2YHaO1K6s9KSmOfrbP/Au0KR94CPAAAA"
)

// exif returns EXIF as a camera writes it: orientation, camera and place.
func exif(turn int) []byte {
	b := []byte("MM\x00*\x00\x00\x00\x08\x00\x03")
	entry := func(tag, kind uint16, count, value uint32) {
		b = binary.BigEndian.AppendUint16(b, tag)
		b = binary.BigEndian.AppendUint16(b, kind)
		b = binary.BigEndian.AppendUint32(b, count)
		b = binary.BigEndian.AppendUint32(b, value)
	}
	entry(0x010F, 2, uint32(len(secret)+1), 50) // maker
	entry(0x0112, 3, 1, uint32(turn)<<16)
	entry(0x8825, 4, 1, 57) // place
	b = append(b, 0, 0, 0, 0)
	b = append(append(b, secret...), 0)
	b = append(b, 0, 1)
	entry(0x0001, 2, 2, 'N'<<24)
	return append(b, 0, 0, 0, 0)
}

// app returns a segment of a JPEG.
func app(marker byte, data string) []byte {
	return append([]byte{0xFF, marker, byte((len(data) + 2) >> 8), byte(len(data) + 2)}, data...)
}

// insert returns data with more at a place.
func insert(data []byte, at int, more ...[]byte) []byte {
	out := append([]byte(nil), data[:at]...)
	for _, m := range more {
		out = append(out, m...)
	}
	return append(out, data[at:]...)
}

// jpegTold returns a JPEG with all that a JPEG can tell.
func jpegTold(t testing.TB, m image.Image, turn int) []byte {
	thumbnail := "JFIF\x00\x01\x02\x01\x00\x48\x00\x48\x01\x02" + secret // 1 × 2 pixels of 3 bytes
	out := insert(jpegOf(t, m), 2,
		app(0xE0, thumbnail),
		app(0xE0, "JFXX\x00\x10"+secret),
		app(0xE1, "Exif\x00\x00"+string(exif(turn))),
		app(0xE1, "http://ns.adobe.com/xap/1.0/\x00<x:xmpmeta>"+secret+"</x:xmpmeta>"),
		app(0xE2, "MPF\x00"+secret),
		app(0xED, "Photoshop 3.0\x008BIM\x04\x04"+secret),
		app(0xEF, secret),
		app(0xFE, secret),
		[]byte(secret), // between segments
		[]byte{0xFF},   // a fill byte
	)
	return append(out, secret...)
}

// pngTold returns a PNG with all that a PNG can tell.
func pngTold(t testing.TB, m image.Image, turn int) []byte {
	out := insert(pngOf(t, m), len(pngMagic)+25,
		pngChunk("gAMA", []byte{0, 0, 0xB1, 0x8F}),
		pngChunk("tEXt", []byte("Author\x00"+secret)),
		pngChunk("iTXt", []byte("XML:com.adobe.xmp\x00\x00\x00\x00\x00"+secret)),
		pngChunk("zTXt", []byte("Comment\x00\x00"+secret)),
		pngChunk("tIME", []byte{7, 0xE9, 1, 2, 3, 4, 5}),
		pngChunk("eXIf", exif(turn)),
		pngChunk("prVt", []byte(secret)),
	)
	return append(out, secret...)
}

// gifTold returns a GIF with all that a GIF can tell.
func gifTold(t testing.TB, frames ...image.Image) []byte {
	data := gifOf(t, frames...)
	block := func(s string) string { return string([]byte{byte(len(s))}) + s + "\x00" }
	out := insert(data, gifStart(data),
		[]byte("\x21\xFE"+block(secret)),
		[]byte("\x21\xFF\x0BXMP DataXMP"+block(secret)),
		[]byte("\x21\xFF\x0BNETSCAPE2.0"+block(secret)), // not the number of repeats
		[]byte("\x21\x01\x0C\x00\x00\x00\x00\x01\x00\x01\x00\x01\x01\x00\x01"+block(secret)),
	)
	return append(out, secret...)
}

// webpTold returns a WebP with all that a WebP can tell.
func webpTold(t testing.TB, m image.Image, turn int) []byte {
	b := m.Bounds()
	head := []byte{webpEXIF | webpXMP, 0, 0, 0, byte(b.Dx() - 1), byte((b.Dx() - 1) >> 8), 0, byte(b.Dy() - 1), byte((b.Dy() - 1) >> 8), 0}
	body := appendChunk([]byte("WEBP"), "VP8X", head)
	plain := webpBody(webpOf(t, m))
	for c := range riffChunks(plain) {
		body = appendChunk(body, c.name, c.data)
	}
	body = appendChunk(body, "EXIF", exif(turn))
	body = appendChunk(body, "XMP ", []byte(secret))
	body = appendChunk(body, "prVt", []byte(secret+"!")) // of odd length
	out := binary.LittleEndian.AppendUint32([]byte("RIFF"), uint32(len(body)))
	return append(append(out, body...), secret...)
}

// progressiveJPEG is a grey square of 8 × 8 in two scans, with a comment
// between them.
func progressiveJPEG() []byte {
	out := []byte{0xFF, 0xD8}
	out = append(out, app(0xDB, "\x00"+string(bytes.Repeat([]byte{16}, 64)))...)
	out = append(out, app(0xC2, "\x08\x00\x08\x00\x08\x01\x01\x11\x00")...)
	table := "\x01" + string(make([]byte, 15)) + "\x00" // one code of one bit, for 0
	out = append(out, app(0xC4, "\x00"+table)...)
	out = append(out, app(0xDA, "\x01\x01\x00\x00\x00\x00")...)
	out = append(out, 0x7F)
	out = append(out, app(0xFE, secret)...)
	out = append(out, app(0xC4, "\x10"+table)...)
	out = append(out, app(0xDA, "\x01\x01\x00\x01\x3F\x00")...)
	return append(out, 0x7F, 0xFF, 0xD9)
}

// animatedPNG returns two frames.
func animatedPNG(t testing.TB) []byte {
	still := pngOf(t, drawing(8, 6))
	var pixels []byte
	for c := range pngChunks(still) {
		if c.name == "IDAT" {
			pixels = c.data
		}
	}
	frame := func(n byte) []byte {
		return pngChunk("fcTL", []byte{0, 0, 0, n, 0, 0, 0, 8, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 10, 0, 0})
	}
	out := insert(still, len(pngMagic)+25, pngChunk("acTL", []byte{0, 0, 0, 2, 0, 0, 0, 0}), frame(0))
	end := len(out) - 12
	return insert(out, end, frame(1), pngChunk("fdAT", append([]byte{0, 0, 0, 2}, pixels...)))
}

// samples are one picture of each sort, by name.
func samples(t testing.TB) map[string][]byte {
	return map[string][]byte{
		"jpeg":        jpegTold(t, photo(20, 14), 1),
		"jpeg turned": jpegTold(t, drawing(32, 16), 6),
		"progressive": progressiveJPEG(),
		"png":         pngTold(t, photo(20, 14), 1),
		"png turned":  pngTold(t, drawing(32, 16), 8),
		"png moving":  animatedPNG(t),
		"gif":         gifTold(t, drawing(20, 14)),
		"gif moving":  gifTold(t, drawing(20, 14), drawing(20, 14)),
		"webp":        webpTold(t, photo(20, 14), 6),
		"webp plain":  webpOf(t, photo(20, 14)),
		"webp lossy":  lossyWebP(),
		"webp alpha":  alphaWebP(),
		"webp moving": animatedWebP(t),
		"svg":         []byte(inkscape),
	}
}
