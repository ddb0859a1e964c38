package picture

import "bytes"

// header is what is read of a picture before its pixels.
type header struct {
	Info
	// width and height are as stored: before the orientation is applied.
	width, height int
	// turn is the EXIF orientation, 1 to 8; 1 is upright.
	turn orientation
	// profile is the colour profile as stored, or nil.
	profile []byte
	// lossy is true where the pixels are stored with loss, as in photographs.
	lossy bool
}

// Probe reads the header of a picture: its true format and its size. It decodes
// nothing. A picture that is too large to decode is a [*TooLargeError], bytes of
// another kind are a [*FormatError] and a damaged header is a [*BrokenError].
func Probe(data []byte) (info Info, err error) {
	h, err := readHeader(data)
	if err != nil {
		return Info{}, err
	}
	return h.Info, nil
}

// readHeader reads the header of any format and holds it to [MaxPixels].
func readHeader(data []byte) (header, error) {
	format, err := sniff(data)
	if err != nil {
		return header{}, err
	}
	var h header
	switch format {
	case JPEG:
		h, err = jpegHeader(data)
	case PNG:
		h, err = pngHeader(data)
	case GIF:
		h, err = gifHeader(data)
	case WebP:
		h, err = webpHeader(data)
	case SVG:
		w, hgt, err := svgSize(data)
		return header{Info: Info{Format: SVG, Width: w, Height: hgt}, turn: 1}, err
	}
	if err != nil {
		return header{}, err
	}
	if h.width <= 0 || h.height <= 0 {
		return header{}, broken(format, "no width or height")
	}
	if h.width > MaxPixels/h.height {
		return header{}, &TooLargeError{Width: h.width, Height: h.height}
	}
	h.Format = format
	h.Width, h.Height = h.turn.size(h.width, h.height)
	return h, nil
}

// known are formats by their first bytes. Those of this package come first; the
// others are known to give their author a better message than "unknown".
var known = []struct {
	offset int
	magic  string
	format Format
	other  string
}{
	{0, "\x89PNG\r\n\x1a\n", PNG, ""},
	{0, "\xff\xd8\xff", JPEG, ""},
	{0, "GIF87a", GIF, ""},
	{0, "GIF89a", GIF, ""},
	{8, "WEBP", WebP, ""},
	{4, "ftypavif", "", "avif"},
	{4, "ftypavis", "", "avif"},
	{4, "ftyphei", "", "heic"}, // heic, heix, heis, heim
	{4, "ftyphev", "", "heic"},
	{4, "ftypmif1", "", "heic"},
	{4, "ftypmsf1", "", "heic"},
	{0, "\xff\x0a", "", "jxl"},
	{4, "JXL \r\n\x87\n", "", "jxl"},
	{0, "II*\x00", "", "tiff"},
	{0, "MM\x00*", "", "tiff"},
	{0, "BM", "", "bmp"},
	{0, "\x00\x00\x01\x00", "", "ico"},
	{0, "8BPS", "", "psd"},
	{0, "%PDF-", "", "pdf"},
	{0, "\x1f\x8b", "", "svgz"},
}

// sniff returns the format by the first bytes.
func sniff(data []byte) (Format, error) {
	for _, k := range known {
		if len(data) < k.offset || !bytes.HasPrefix(data[k.offset:], []byte(k.magic)) {
			continue
		}
		if k.format == "" {
			return "", &FormatError{Name: k.other}
		}
		return k.format, nil
	}
	if isSVG(data) {
		return SVG, nil
	}
	return "", &FormatError{}
}
