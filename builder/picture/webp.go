package picture

import (
	"encoding/binary"
	"iter"
)

// The flags of a WebP's chunk VP8X (RFC 9649, 2.7).
const (
	webpAnimation = 1 << 1
	webpXMP       = 1 << 2
	webpEXIF      = 1 << 3
	webpProfile   = 1 << 5
)

// riffChunks walks over the chunks of a RIFF file's body. Where it ends within
// a chunk, the last value is a chunk without name.
func riffChunks(rest []byte) iter.Seq[chunk] {
	return func(yield func(chunk) bool) {
		for len(rest) > 0 {
			if len(rest) < 8 {
				yield(chunk{})
				return
			}
			n := uint64(binary.LittleEndian.Uint32(rest[4:]))
			if 8+n > uint64(len(rest)) {
				yield(chunk{})
				return
			}
			c := chunk{name: string(rest[:4]), data: rest[8 : 8+n]}
			if !yield(c) {
				return
			}
			rest = rest[min(uint64(len(rest)), 8+n+n&1):] // chunks start at even places
		}
	}
}

// appendChunk adds a chunk to a RIFF file's body.
func appendChunk(out []byte, name string, data []byte) []byte {
	out = binary.LittleEndian.AppendUint32(append(out, name...), uint32(len(data)))
	out = append(out, data...)
	if len(data)%2 == 1 {
		out = append(out, 0)
	}
	return out
}

// webpBody returns what lies behind "WEBP", as long as the file's header says;
// nil where the file is shorter.
func webpBody(data []byte) []byte {
	if len(data) < 12 || string(data[:4]) != "RIFF" {
		return nil
	}
	n := uint64(binary.LittleEndian.Uint32(data[4:]))
	if n < 4 || 8+n > uint64(len(data)) {
		return nil
	}
	return data[12 : 8+n]
}

// webpHeader reads the size. Where there is a canvas (VP8X), the pixels of a
// still picture must have its size: decoders allocate by the pixels' own.
// Orientation doesn't count: Chromium ignores it in a WebP.
func webpHeader(data []byte) (header, error) {
	h := header{turn: 1}
	pixels, canvas := false, false
	for c := range riffChunks(webpBody(data)) {
		w, hgt := 0, 0
		switch c.name {
		case "VP8X":
			if len(c.data) < 10 || canvas || pixels {
				return h, broken(WebP, "bad header")
			}
			canvas = true
			h.Animated = c.data[0]&webpAnimation != 0
			h.width, h.height = 1+uint24(c.data[4:]), 1+uint24(c.data[7:])
			continue
		case "ICCP":
			h.profile = c.data
			continue
		case "ANMF":
			pixels = true
			continue
		case "VP8 ":
			h.lossy = true
			w, hgt = vp8Size(c.data)
		case "VP8L":
			w, hgt = vp8lSize(c.data)
		case "":
			return h, broken(WebP, "ends too early")
		default:
			continue
		}
		if w == 0 || pixels || canvas && (w != h.width || hgt != h.height) {
			return h, broken(WebP, "bad size of pixels")
		}
		h.width, h.height, pixels = w, hgt, true
	}
	if !pixels {
		return h, broken(WebP, "no pixels")
	}
	return h, nil
}

func uint24(b []byte) int { return int(b[0]) | int(b[1])<<8 | int(b[2])<<16 }

// vp8Size reads the size of lossy pixels (RFC 6386, 9.1); zeros where it can't.
func vp8Size(d []byte) (w, h int) {
	if len(d) < 10 || d[0]&1 != 0 || d[3] != 0x9D || d[4] != 0x01 || d[5] != 0x2A {
		return 0, 0
	}
	return int(binary.LittleEndian.Uint16(d[6:]) & 0x3FFF), int(binary.LittleEndian.Uint16(d[8:]) & 0x3FFF)
}

// vp8lSize reads the size of lossless pixels (RFC 9649, 3.4); zeros where it
// can't.
func vp8lSize(d []byte) (w, h int) {
	if len(d) < 5 || d[0] != 0x2F {
		return 0, 0
	}
	bits := binary.LittleEndian.Uint32(d[1:])
	return 1 + int(bits&0x3FFF), 1 + int(bits>>14&0x3FFF)
}

// cleanWebP copies pixels, transparency and animation, and the colour profile.
// EXIF, XMP and unknown chunks are left out, in frames too.
func cleanWebP(data []byte, h header) ([]byte, error) {
	profile := cleanProfile(h.profile)
	out := append(make([]byte, 0, len(data)), "RIFF\x00\x00\x00\x00WEBP"...)
	for c := range riffChunks(webpBody(data)) {
		switch c.name {
		case "VP8X":
			head := append([]byte(nil), c.data[:10]...)
			head[0] &^= webpEXIF | webpXMP | webpProfile
			if profile != nil {
				head[0] |= webpProfile
			}
			out = appendChunk(out, c.name, head)
			if profile != nil {
				out = appendChunk(out, "ICCP", profile)
			}
		case "ANIM", "ALPH", "VP8 ", "VP8L":
			out = appendChunk(out, c.name, c.data)
		case "ANMF":
			frame, ok := cleanFrame(c.data)
			if !ok {
				return nil, broken(WebP, "bad frame")
			}
			out = appendChunk(out, c.name, frame)
		}
	}
	binary.LittleEndian.PutUint32(out[4:], uint32(len(out)-8))
	return out, nil
}

// cleanFrame copies the frame of an animation: 16 bytes of place and time, then
// chunks.
func cleanFrame(data []byte) ([]byte, bool) {
	if len(data) < 16 {
		return nil, false
	}
	out := append([]byte(nil), data[:16]...)
	for c := range riffChunks(data[16:]) {
		switch c.name {
		case "":
			return nil, false
		case "ALPH", "VP8 ", "VP8L":
			out = appendChunk(out, c.name, c.data)
		}
	}
	return out, true
}
