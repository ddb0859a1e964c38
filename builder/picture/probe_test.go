package picture

import (
	"bytes"
	"encoding/binary"
	"errors"
	"testing"
)

func TestProbe(t *testing.T) {
	want := map[string]Info{
		"jpeg":        {JPEG, 20, 14, false},
		"jpeg turned": {JPEG, 16, 32, false},
		"progressive": {JPEG, 8, 8, false},
		"png":         {PNG, 20, 14, false},
		"png turned":  {PNG, 16, 32, false},
		"png moving":  {PNG, 8, 6, true},
		"gif":         {GIF, 20, 14, false},
		"gif moving":  {GIF, 20, 14, true},
		"webp":        {WebP, 20, 14, false}, // browsers don't turn a WebP
		"webp plain":  {WebP, 20, 14, false},
		"webp lossy":  {WebP, 16, 12, false},
		"webp alpha":  {WebP, 16, 12, false},
		"webp moving": {WebP, 8, 6, true},
		"svg":         {SVG, 794, 1123, false},
	}
	for name, data := range samples(t) {
		if got, err := Probe(data); err != nil || got != want[name] {
			t.Errorf("%s: %+v, %v; want %+v", name, got, err, want[name])
		}
	}
}

// A few bytes can ask for gigabytes: the size is read before anything else.
func TestProbeTooLarge(t *testing.T) {
	bomb := pngOf(t, drawing(2, 2))
	binary.BigEndian.PutUint32(bomb[16:], 60_000)
	binary.BigEndian.PutUint32(bomb[20:], 55_000)

	photo := jpegOf(t, drawing(8, 8))
	for s := range jpegSegments(photo) {
		if s.isFrame() {
			binary.BigEndian.PutUint16(s.data[1:], 65_000)
			binary.BigEndian.PutUint16(s.data[3:], 60_000)
		}
	}
	screen := gifOf(t, drawing(8, 8))
	binary.LittleEndian.PutUint16(screen[6:], 65_535)
	binary.LittleEndian.PutUint16(screen[8:], 65_535)

	canvas := webpTold(t, drawing(8, 8), 1)
	copy(canvas[24:], "\xFF\xFF\x0F\xFF\xFF\x0F")

	for name, c := range map[string]struct {
		data          []byte
		width, height int
	}{
		"png":  {bomb, 60_000, 55_000},
		"jpeg": {photo, 60_000, 65_000},
		"gif":  {screen, 65_535, 65_535},
	} {
		for _, f := range []func([]byte) error{
			func(b []byte) error { _, err := Probe(b); return err },
			func(b []byte) error { _, err := Clean(b); return err },
			func(b []byte) error { _, err := Open(b); return err },
		} {
			var large *TooLargeError
			if err := f(c.data); !errors.As(err, &large) || large.Width != c.width || large.Height != c.height {
				t.Errorf("%s: %v", name, err)
			}
		}
	}
	// The canvas of a WebP must be that of its pixels, so neither can hide.
	var broken *BrokenError
	if _, err := Probe(canvas); !errors.As(err, &broken) {
		t.Errorf("webp: %v", err)
	}
	if _, err := Probe(pngOf(t, drawing(1, 1))); err != nil {
		t.Error(err)
	}
}

func TestProbeForeign(t *testing.T) {
	for data, name := range map[string]string{
		"":                             "",
		"hello":                        "",
		"<p>hello</p>":                 "",
		"<!DOCTYPE html><html></html>": "",
		"RIFF\x00\x00\x00\x00WAVEfmt ": "",
		"\x00\x00\x00\x18ftypheic\x00": "heic",
		"\x00\x00\x00\x1cftypavif\x00": "avif",
		"\xff\x0a\x00\x00":             "jxl",
		"II*\x00\x08\x00\x00\x00":      "tiff",
		"BM\x00\x00\x00\x00":           "bmp",
		"\x00\x00\x01\x00\x01\x00":     "ico",
		"8BPS\x00\x01":                 "psd",
		"%PDF-1.7":                     "pdf",
		"\x1f\x8b\x08\x00":             "svgz",
	} {
		var format *FormatError
		if _, err := Probe([]byte(data)); !errors.As(err, &format) || format.Name != name {
			t.Errorf("%q: %v, want %q", data, err, name)
		}
	}
}

// A file that is cut off anywhere is an error of a type that callers know, or
// still a picture; it never panics.
func TestCutOff(t *testing.T) {
	for name, data := range samples(t) {
		for _, n := range places(len(data)) {
			checkErrors(t, name, n, data[:n:n])
		}
	}
}

// So is one with a wrong byte.
func TestDamaged(t *testing.T) {
	for name, data := range samples(t) {
		for _, n := range places(len(data)) {
			bad := bytes.Clone(data)
			bad[n] = ^bad[n]
			checkErrors(t, name, n, bad)
		}
	}
}

// places returns all places of a header, and some of what comes behind it.
func places(size int) []int {
	var all []int
	for n := 0; n < size; n++ {
		all = append(all, n)
		if n > 250 {
			n += 12
		}
	}
	return all
}

func checkErrors(t *testing.T, name string, n int, data []byte) {
	t.Helper()
	info, probed := Probe(data)
	knownError(t, name, n, probed)
	if info.Width*info.Height > 1<<20 {
		return // allowed, but this test would take long
	}
	_, cleaned := Clean(data)
	knownError(t, name, n, cleaned)
	_, opened := Open(data)
	knownError(t, name, n, opened)
	if probed != nil && (cleaned == nil || opened == nil) {
		t.Errorf("%s, %d: Probe says %v, Clean %v, Open %v", name, n, probed, cleaned, opened)
	}
}

func knownError(t *testing.T, name string, n int, err error) {
	t.Helper()
	var (
		format  *FormatError
		large   *TooLargeError
		broken  *BrokenError
		complex *ComplexError
	)
	switch {
	case err == nil, errors.Is(err, ErrAnimated), errors.Is(err, ErrVector):
	case errors.As(err, &format), errors.As(err, &large), errors.As(err, &broken), errors.As(err, &complex):
		if err.Error() == "" {
			t.Errorf("%s, %d: an error without words", name, n)
		}
	default:
		t.Errorf("%s, %d: unknown error %T %v", name, n, err, err)
	}
}
