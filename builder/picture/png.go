package picture

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"hash/crc32"
	"io"
	"iter"
)

const pngMagic = "\x89PNG\r\n\x1a\n"

// chunk is one part of a PNG or WebP file.
type chunk struct {
	name string // four letters
	data []byte
	raw  []byte // as in the file
}

// pngChunks walks over the chunks of a PNG up to IEND. Where the file ends
// before it, the last value is a chunk without name.
func pngChunks(data []byte) iter.Seq[chunk] {
	return func(yield func(chunk) bool) {
		rest := data[len(pngMagic):]
		for {
			if len(rest) < 12 {
				yield(chunk{})
				return
			}
			n := uint64(binary.BigEndian.Uint32(rest))
			if n+12 > uint64(len(rest)) {
				yield(chunk{})
				return
			}
			c := chunk{name: string(rest[4:8]), data: rest[8 : 8+n], raw: rest[:12+n]}
			if !yield(c) || c.name == "IEND" {
				return
			}
			rest = rest[12+n:]
		}
	}
}

// pngHeader reads the size, the orientation, the colour profile and whether
// there is animation: all stands before the first pixels. That orientation
// (eXIf) counts in a PNG too is what Chromium does.
func pngHeader(data []byte) (header, error) {
	h := header{turn: 1}
	for c := range pngChunks(data) {
		switch c.name {
		case "IHDR":
			if len(c.data) < 13 || h.width != 0 {
				return h, broken(PNG, "bad header")
			}
			w, hgt := binary.BigEndian.Uint32(c.data), binary.BigEndian.Uint32(c.data[4:])
			if w > 1<<31-1 || hgt > 1<<31-1 {
				return h, broken(PNG, "impossible size")
			}
			h.width, h.height = int(w), int(hgt)
		case "eXIf":
			h.turn = exifOrientation(c.data)
		case "iCCP":
			h.profile = unpackProfile(c.data)
		case "acTL":
			h.Animated = len(c.data) >= 4 && binary.BigEndian.Uint32(c.data) > 1
		case "IDAT", "IEND", "":
			if h.width == 0 || c.name != "IDAT" {
				return h, broken(PNG, "ends before its pixels")
			}
			if h.Animated {
				h.turn = 1 // nobody turns frames
			}
			return h, nil
		}
	}
	return h, broken(PNG, "no pixels")
}

// cleanPNG copies the chunks that make the picture: pixels, palette,
// transparency, animation and all that tells how colours are meant. Texts,
// times, EXIF and what programs keep for themselves are left out.
func cleanPNG(data []byte, h header) ([]byte, error) {
	out := make([]byte, 0, len(data))
	out = append(out, pngMagic...)
	for c := range pngChunks(data) {
		switch c.name {
		case "":
			return nil, broken(PNG, "ends too early")
		case "IHDR", "PLTE", "IDAT", "IEND", "tRNS",
			"gAMA", "cHRM", "sRGB", "cICP", "mDCV", "cLLI", "sBIT",
			"acTL", "fcTL", "fdAT":
			out = append(out, c.raw...)
		case "iCCP":
			out = append(out, pngProfile(cleanProfile(h.profile))...)
			h.profile = nil // there can be one
		}
	}
	return out, nil
}

// pngChunk returns a chunk as it stands in a file.
func pngChunk(name string, data []byte) []byte {
	out := binary.BigEndian.AppendUint32(nil, uint32(len(data)))
	out = append(append(out, name...), data...)
	return binary.BigEndian.AppendUint32(out, crc32.ChecksumIEEE(out[4:]))
}

// pngProfile returns the chunk that holds a colour profile; nothing for none.
func pngProfile(profile []byte) []byte {
	if len(profile) == 0 {
		return nil
	}
	packed := bytes.NewBufferString("ICC\x00\x00") // its name, and how it is packed
	w := zlib.NewWriter(packed)
	w.Write(profile) // a buffer takes all
	w.Close()
	return pngChunk("iCCP", packed.Bytes())
}

// unpackProfile returns the profile in a chunk iCCP, or nil where it can't be
// read or is larger than any real one.
func unpackProfile(data []byte) []byte {
	name := bytes.IndexByte(data, 0)
	if name < 0 || name+2 > len(data) || data[name+1] != 0 {
		return nil
	}
	r, err := zlib.NewReader(bytes.NewReader(data[name+2:]))
	if err != nil {
		return nil
	}
	profile, err := io.ReadAll(io.LimitReader(r, maxProfile+1))
	if err != nil || len(profile) > maxProfile {
		return nil
	}
	return profile
}
