package picture

import (
	"encoding/binary"
	"image"
	"testing"
)

// placed returns EXIF with a table of coordinates whose one entry has a tag.
func placed(order binary.AppendByteOrder, mark string, tag uint16) []byte {
	b := order.AppendUint32([]byte(mark), 8)
	entry := func(tag, kind uint16, count, value uint32) {
		b = order.AppendUint16(b, 1) // so many entries
		b = order.AppendUint16(order.AppendUint16(b, tag), kind)
		b = order.AppendUint32(order.AppendUint32(b, count), value)
		b = order.AppendUint32(b, 0) // no other table
	}
	entry(0x8825, 4, 1, 26)
	entry(tag, 5, 3, 0)
	return b
}

// TestHasPlace finds coordinates wherever formats keep them, and only those.
func TestHasPlace(t *testing.T) {
	const xmp = "http://ns.adobe.com/xap/1.0/\x00<x exif:GPSLatitude=\"52,5N\"/>"
	big, little := placed(binary.BigEndian, "MM\x00*", 2), placed(binary.LittleEndian, "II*\x00", 2)
	plain := jpegOf(t, image.NewGray(image.Rect(0, 0, 8, 8)))
	withPNG := func(name string, data []byte) []byte {
		return insert(pngOf(t, image.NewGray(image.Rect(0, 0, 8, 8))), len(pngMagic)+25, pngChunk(name, data))
	}
	webp := decoded(lossyWebPText)
	withWebP := func(name string, data []byte) []byte {
		out := appendChunk(append([]byte(nil), webp...), name, data)
		binary.LittleEndian.PutUint32(out[4:], uint32(len(out)-8))
		return out
	}
	for name, c := range map[string]struct {
		data []byte
		want bool
	}{
		"jpeg":                 {insert(plain, 2, app(0xE1, exifName+string(big))), true},
		"jpeg, little endian":  {insert(plain, 2, app(0xE1, exifName+string(little))), true},
		"jpeg, xmp":            {insert(plain, 2, app(0xE1, xmp)), true},
		"jpeg, other segment":  {insert(plain, 2, app(0xE2, exifName+string(big))), false},
		"jpeg, no latitude":    {insert(plain, 2, app(0xE1, exifName+string(placed(binary.BigEndian, "MM\x00*", 1)))), false},
		"jpeg, turned only":    {insert(plain, 2, app(0xE1, exifName+"MM\x00*\x00\x00\x00\x08\x00\x00")), false},
		"jpeg, cut off":        {insert(plain, 2, app(0xE1, exifName+string(big[:20]))), false},
		"jpeg, table far away": {insert(plain, 2, app(0xE1, exifName+"MM\x00*\xff\xff\xff\xff")), false},
		"jpeg without":         {plain, false},
		"png":                  {withPNG("eXIf", big), true},
		"png, xmp":             {withPNG("iTXt", []byte("XML:com.adobe.xmp\x00\x00\x00\x00\x00"+xmp)), true},
		"png, other chunk":     {withPNG("prVt", big), false},
		"webp":                 {withWebP("EXIF", big), true},
		"webp, with name":      {withWebP("EXIF", append([]byte(exifName), little...)), true},
		"webp, xmp":            {withWebP("XMP ", []byte(xmp)), true},
		"webp without":         {webp, false},
		"text":                 {[]byte(xmp), false},
		"nothing":              {nil, false},
	} {
		if HasPlace(c.data) != c.want {
			t.Errorf("%s: %v", name, !c.want)
		}
		if clean, err := Clean(c.data); err == nil && HasPlace(clean) {
			t.Errorf("%s: still there when clean", name)
		}
	}
}

func FuzzHasPlace(f *testing.F) {
	for _, data := range samples(f) {
		f.Add(data)
	}
	f.Add(placed(binary.BigEndian, "MM\x00*", 2))
	f.Fuzz(func(t *testing.T, data []byte) {
		exifPlace(data)
		HasPlace(data)
		if clean, err := Clean(data); err == nil && HasPlace(clean) {
			t.Error("a clean picture has a place")
		}
	})
}
