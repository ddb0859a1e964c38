package picture

import (
	"encoding/binary"
	"iter"
)

// gifBlock is one part of a GIF file.
type gifBlock struct {
	kind  byte // gifImage, gifExtension; any other ends the file
	label byte // of an extension
	data  []byte
	raw   []byte
	cut   bool // the file ends within this block
}

const (
	gifImage     = 0x2C
	gifExtension = 0x21
	gifEnd       = 0x3B
	gifControl   = 0xF9 // label: time and transparency of the next image
	gifProgram   = 0xFF // label: of a program, such as the number of repeats
)

// gifStart returns how long the header is, with the palette of the whole file,
// or 0 where it is cut off.
func gifStart(data []byte) int {
	if len(data) < 13 {
		return 0
	}
	n := 13 + gifPalette(data[10])
	if n > len(data) {
		return 0
	}
	return n
}

// gifPalette returns the length in bytes of the palette that flags announce.
func gifPalette(flags byte) int {
	if flags&0x80 == 0 {
		return 0
	}
	return 3 << (flags&7 + 1)
}

// gifBlocks walks over the blocks of a GIF up to its end. A missing end mark is
// common and no harm; where a block is cut off, the last value says so.
func gifBlocks(data []byte) iter.Seq[gifBlock] {
	return func(yield func(gifBlock) bool) {
		for rest := data[gifStart(data):]; len(rest) > 0; {
			b := gifBlock{kind: rest[0]}
			n := 0 // length without the chain of sub-blocks
			switch {
			case b.kind == gifExtension && len(rest) >= 3:
				b.label, n = rest[1], 2
			case b.kind == gifImage && len(rest) >= 11:
				n = 10 + gifPalette(rest[9]) + 1
			case b.kind != gifExtension && b.kind != gifImage:
				return
			}
			end := gifChain(rest, n)
			if n == 0 || end == 0 {
				yield(gifBlock{cut: true})
				return
			}
			b.raw, b.data = rest[:end], rest[n:end]
			if !yield(b) {
				return
			}
			rest = rest[end:]
		}
	}
}

// gifChain returns where the chain of sub-blocks ends that starts at n, or 0.
func gifChain(data []byte, n int) int {
	for n < len(data) {
		size := int(data[n])
		n += 1 + size
		if size == 0 {
			return n
		}
	}
	return 0
}

// gifHeader reads the size and looks for a second image, which makes a GIF
// move. It steps over the pixels without reading them.
func gifHeader(data []byte) (header, error) {
	if gifStart(data) == 0 {
		return header{}, broken(GIF, "ends before its pixels")
	}
	h := header{
		turn:   1,
		width:  int(binary.LittleEndian.Uint16(data[6:])),
		height: int(binary.LittleEndian.Uint16(data[8:])),
	}
	images := 0
	for b := range gifBlocks(data) {
		if b.kind == gifImage {
			images++
		}
		if images == 2 {
			h.Animated = true
			break
		}
	}
	if images == 0 {
		return h, broken(GIF, "no image in it")
	}
	return h, nil
}

// cleanGIF copies images, their time and transparency and the number of
// repeats. Comments, XMP and other extensions are left out.
func cleanGIF(data []byte) ([]byte, error) {
	out := make([]byte, 0, len(data)+1)
	out = append(out, data[:gifStart(data)]...)
	var control []byte // waits for its image
	for b := range gifBlocks(data) {
		switch {
		case b.cut:
			return nil, broken(GIF, "ends too early")
		case b.kind == gifImage:
			out = append(append(out, control...), b.raw...)
			control = nil
		case b.kind == gifExtension && b.label == gifControl:
			control = b.raw
		case b.kind == gifExtension && b.label == gifProgram && gifRepeats(b.data):
			out = append(out, b.raw...)
		case b.kind == gifExtension:
			control = nil // was of a block of text, which no browser shows
		}
	}
	return append(out, gifEnd), nil
}

// gifRepeats tells whether an extension holds the number of repeats: the name
// of its program, then one sub-block of 3 bytes that starts with 1.
func gifRepeats(data []byte) bool {
	if len(data) != 17 || data[0] != 11 || data[12] != 3 || data[13] != 1 {
		return false
	}
	name := string(data[1:12])
	return name == "NETSCAPE2.0" || name == "ANIMEXTS1.0"
}
