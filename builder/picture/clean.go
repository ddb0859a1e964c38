package picture

// Clean returns the same picture without what is not picture: EXIF with place
// and camera, XMP, IPTC, comments, texts, thumbnails, and anything behind its
// end. Colours stay as they are: a colour profile is kept where it says more
// than sRGB, reduced to what colours need.
//
// The file is copied part by part, so no pixel changes. Only a picture that a
// camera stored on its side is decoded, turned and encoded again: a JPEG with a
// quality that can't be told from its source, a PNG without loss.
//
// An SVG goes through [CleanSVG]. Errors are those of [Probe] and, for what
// comes behind the header, a [*BrokenError].
func Clean(data []byte) (out []byte, err error) {
	h, err := readHeader(data)
	if err != nil {
		return nil, err
	}
	defer guard(h.Format, &err)
	if h.turn != 1 {
		p, err := open(data, h)
		if err != nil {
			return nil, err
		}
		return p.upright()
	}
	switch h.Format {
	case JPEG:
		return cleanJPEG(data, h)
	case PNG:
		return cleanPNG(data, h)
	case GIF:
		return cleanGIF(data)
	case WebP:
		return cleanWebP(data, h)
	}
	out, _, err = CleanSVG(data)
	return out, err
}
