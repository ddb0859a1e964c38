package picture

import (
	"bytes"
	"encoding/binary"
)

// HasPlace tells whether a picture says where it was taken: coordinates in EXIF (CIPA
// DC-008, 4.6.6) or in XMP. [Clean] removes them. It reads no pixels; a picture that
// can't be read says nothing.
func HasPlace(data []byte) bool {
	format, err := sniff(data)
	if err != nil {
		return false
	}
	switch format {
	case JPEG:
		for s := range jpegSegments(data) {
			switch {
			case s.marker != markAPP1:
			case bytes.HasPrefix(s.data, []byte(exifName)) && exifPlace(s.data[len(exifName):]), xmpPlace(s.data):
				return true
			}
		}
	case PNG:
		for c := range pngChunks(data) {
			if c.name == "eXIf" && exifPlace(c.data) || c.name == "iTXt" && xmpPlace(c.data) {
				return true
			}
		}
	case WebP:
		for c := range riffChunks(webpBody(data)) {
			if c.name == "EXIF" && exifPlace(bytes.TrimPrefix(c.data, []byte(exifName))) || c.name == "XMP " && xmpPlace(c.data) {
				return true
			}
		}
	}
	return false
}

// xmpPlace tells whether notes in XMP hold coordinates.
func xmpPlace(xmp []byte) bool { return bytes.Contains(xmp, []byte("GPSLatitude")) }

// exifPlace tells whether EXIF has a table of coordinates with a latitude in it.
func exifPlace(tiff []byte) bool {
	const gps, latitude = 0x8825, 2
	order, at := exifStart(tiff)
	if order == nil {
		return false
	}
	entry := exifEntry(tiff, order, at, gps)
	return entry != nil && exifEntry(tiff, order, uint64(order.Uint32(entry[8:])), latitude) != nil
}

// exifStart returns the byte order of EXIF, which is a small TIFF file, and the offset
// of its first table; nil where it is none.
func exifStart(tiff []byte) (order binary.ByteOrder, at uint64) {
	if len(tiff) < 8 {
		return nil, 0
	}
	switch string(tiff[:4]) {
	case "II*\x00":
		order = binary.LittleEndian
	case "MM\x00*":
		order = binary.BigEndian
	default:
		return nil, 0
	}
	return order, uint64(order.Uint32(tiff[4:]))
}

// exifEntry returns the 12 bytes of the entry with a tag in the table at an offset, or
// nil.
func exifEntry(tiff []byte, order binary.ByteOrder, at uint64, tag uint16) []byte {
	if at+2 > uint64(len(tiff)) {
		return nil
	}
	entries := tiff[at+2:]
	for range order.Uint16(tiff[at:]) {
		if len(entries) < 12 {
			return nil
		}
		if order.Uint16(entries) == tag {
			return entries[:12]
		}
		entries = entries[12:]
	}
	return nil
}
