package picture

import (
	"bytes"
	"encoding/binary"
	"iter"
)

// The markers of a JPEG file that matter here (ITU-T T.81, table B.1).
const (
	markSOF0 = 0xC0 // the first of those without which there is no picture
	markDHT  = 0xC4 // Huffman table
	markJPG  = 0xC8
	markDAC  = 0xCC
	markRST0 = 0xD0 // restart within a scan
	markRST7 = 0xD7
	markSOI  = 0xD8 // start of image
	markEOI  = 0xD9 // end of image
	markSOS  = 0xDA // start of scan: pixels follow
	markEXP  = 0xDF // the last of those without which there is no picture
	markAPP0 = 0xE0 // JFIF
	markAPP1 = 0xE1 // EXIF, XMP
	markAPP2 = 0xE2 // colour profile
	markAPPE = 0xEE // Adobe: how colours are stored

	// markPixels is ours: the pixels behind a start of scan. No file has it
	// where a segment can start.
	markPixels = 0x01
)

const (
	exifName = "Exif\x00\x00"
	iccName  = "ICC_PROFILE\x00"
)

// segment is one part of a JPEG file.
type segment struct {
	marker byte
	data   []byte // behind marker and length
	raw    []byte // as in the file
}

// isFrame tells whether s holds the size of the picture.
func (s segment) isFrame() bool {
	switch s.marker {
	case markDHT, markJPG, markDAC:
		return false
	}
	return s.marker >= markSOF0 && s.marker < markRST0
}

// jpegSegments walks over the parts of a JPEG up to its end marker. Where the
// file ends before it, the last value is a segment without marker. Bytes
// between segments are skipped, as all decoders do.
func jpegSegments(data []byte) iter.Seq[segment] {
	return func(yield func(segment) bool) {
		at := 2
		for {
			next := bytes.IndexByte(data[at:], 0xFF)
			if next < 0 || at+next+1 >= len(data) {
				yield(segment{})
				return
			}
			at += next + 1
			marker := data[at]
			switch {
			case marker == 0xFF: // fill byte
				continue
			case marker == 0, marker == 1, marker >= markRST0 && marker <= markSOI: // no length
				at++
				continue
			case marker == markEOI:
				yield(segment{marker: marker, raw: data[at-1 : at+1]})
				return
			}
			if at+3 > len(data) {
				yield(segment{})
				return
			}
			end := at + 1 + int(binary.BigEndian.Uint16(data[at+1:]))
			if end < at+3 || end > len(data) {
				yield(segment{})
				return
			}
			if !yield(segment{marker: marker, data: data[at+3 : end], raw: data[at-1 : end]}) {
				return
			}
			at = end
			if marker == markSOS {
				at += scanLength(data[end:])
				if !yield(segment{marker: markPixels, raw: data[end:at]}) {
					return
				}
			}
		}
	}
}

// scanLength returns how many bytes of pixels come before the next marker.
func scanLength(data []byte) int {
	for at := 0; ; {
		next := bytes.IndexByte(data[at:], 0xFF)
		if next < 0 || at+next+1 >= len(data) {
			return len(data)
		}
		at += next
		if m := data[at+1]; m != 0 && (m < markRST0 || m > markRST7) {
			return at
		}
		at += 2
	}
}

// jpegHeader reads size, orientation and colour profile: all of it stands
// before the first scan.
func jpegHeader(data []byte) (header, error) {
	h := header{turn: 1, lossy: true}
	var exif bool
	var profile [256][]byte // pieces by number
	for s := range jpegSegments(data) {
		switch {
		case s.marker == 0 || s.marker == markEOI:
			return h, broken(JPEG, "ends before its pixels")
		case s.marker == markAPP1 && !exif && bytes.HasPrefix(s.data, []byte(exifName)):
			exif = true
			h.turn = exifOrientation(s.data[len(exifName):])
		case s.marker == markAPP2 && bytes.HasPrefix(s.data, []byte(iccName)) && len(s.data) > len(iccName)+2:
			profile[s.data[len(iccName)]] = s.data[len(iccName)+2:]
		case s.isFrame():
			if len(s.data) < 6 || h.width != 0 {
				return h, broken(JPEG, "no single frame")
			}
			h.height = int(binary.BigEndian.Uint16(s.data[1:]))
			h.width = int(binary.BigEndian.Uint16(s.data[3:]))
		}
		if s.marker == markSOS {
			break
		}
	}
	h.profile = bytes.Join(profile[:], nil)
	return h, nil
}

// cleanJPEG copies what makes the picture: tables, frames, scans, the colour
// profile and Adobe's note on how colours are stored. JFIF stays without its
// thumbnail; all other notes, and all behind the end marker, are left out.
func cleanJPEG(data []byte, h header) ([]byte, error) {
	out := make([]byte, 0, len(data))
	out = append(out, 0xFF, markSOI)
	profile := jpegProfile(cleanProfile(h.profile))
	for s := range jpegSegments(data) {
		switch {
		case s.marker == 0:
			return nil, broken(JPEG, "ends too early")
		case s.marker == markAPP0:
			if bytes.HasPrefix(s.data, []byte("JFIF\x00")) && len(s.data) >= 14 {
				out = append(out, 0xFF, markAPP0, 0, 16)
				out = append(out, s.data[:12]...)
				out = append(out, 0, 0) // no thumbnail
			}
		case s.marker == markAPPE && len(s.data) >= 12 && bytes.HasPrefix(s.data, []byte("Adobe")):
			out = append(out, 0xFF, markAPPE, 0, 14)
			out = append(out, s.data[:12]...)
		case s.marker == markPixels, s.marker >= markSOF0 && s.marker <= markEXP:
			out = append(append(out, profile...), s.raw...)
			profile = nil // stands once, before the first table
		}
	}
	return out, nil
}

// jpegProfile returns the segments that hold a colour profile.
func jpegProfile(profile []byte) []byte {
	const most = 0xFFFF - 2 - len(iccName) - 2
	count := (len(profile) + most - 1) / most
	if count > 255 {
		return nil
	}
	var out []byte
	for i := range count {
		piece := profile[i*most : min(len(profile), (i+1)*most)]
		out = append(out, 0xFF, markAPP2)
		out = binary.BigEndian.AppendUint16(out, uint16(2+len(iccName)+2+len(piece)))
		out = append(append(out, iccName...), byte(i+1), byte(count))
		out = append(out, piece...)
	}
	return out
}
