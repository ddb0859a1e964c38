package picture

import (
	"bytes"
	"encoding/binary"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"math"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"
)

const (
	svgNamespace   = "http://www.w3.org/2000/svg"
	xlinkNamespace = "http://www.w3.org/1999/xlink"
)

// MaxSVG is the largest SVG that is accepted, in bytes.
const MaxSVG = 8 << 20

// ComplexError tells that an SVG asks for more than browsers can draw in
// reasonable time.
type ComplexError struct {
	// What there is too much of: "bytes", "bytes of style", "entities" (names
	// for texts), "nesting" (elements within elements) or "elements" (as drawn:
	// what is drawn again counts again).
	What  string
	Limit int
}

func (e *ComplexError) Error() string {
	return fmt.Sprintf("picture: svg has more than %d %s", e.Limit, e.What)
}

// svgError makes a BrokenError of what the XML decoder says.
func svgError(err error) error {
	if complex := (*ComplexError)(nil); errors.As(err, &complex) {
		return complex
	}
	return &BrokenError{Format: SVG, Err: err}
}

// xmlReader reads the XML of an SVG.
type xmlReader struct {
	*xml.Decoder
	text []byte // UTF-8
}

// newXMLReader prepares for reading what is in UTF-8, UTF-16 with its mark, or
// one of the encodings that older programs wrote. Nothing outside the file is
// ever read.
func newXMLReader(data []byte) *xmlReader {
	text := bytes.TrimPrefix(fromUTF16(data), []byte("\xEF\xBB\xBF"))
	r := &xmlReader{Decoder: xml.NewDecoder(bytes.NewReader(text)), text: text}
	r.CharsetReader = func(label string, in io.Reader) (io.Reader, error) {
		switch strings.ToLower(label) {
		case "utf-16", "utf-16le", "utf-16be", "us-ascii", "ascii":
			return in, nil
		case "iso-8859-1", "latin1", "windows-1252", "cp1252":
			return charmap.Windows1252.NewDecoder().Reader(in), nil
		}
		return nil, errors.New("unknown encoding")
	}
	return r
}

// fromUTF16 returns UTF-8 where data has a byte order mark, else data.
func fromUTF16(data []byte) []byte {
	var order binary.ByteOrder
	switch {
	case bytes.HasPrefix(data, []byte{0xFF, 0xFE}):
		order = binary.LittleEndian
	case bytes.HasPrefix(data, []byte{0xFE, 0xFF}):
		order = binary.BigEndian
	default:
		return data
	}
	units := make([]uint16, 0, len(data)/2)
	for b := data[2:]; len(b) >= 2; b = b[2:] {
		units = append(units, order.Uint16(b))
	}
	return []byte(string(utf16.Decode(units)))
}

// next returns the next token. On the way it learns the entities of a DOCTYPE.
func (r *xmlReader) next() (xml.Token, error) {
	t, err := r.Token()
	if d, ok := t.(xml.Directive); ok && err == nil {
		err = r.learnEntities(d)
	}
	return t, err
}

// entity is a name for a text. Illustrator writes the names of its namespaces
// so; a text that refers to other entities is how a bomb is made, so only
// plain texts are taken.
var entity = regexp.MustCompile(`<!ENTITY\s+([A-Za-z_][\w.-]*)\s+(?:"([^"&%<]{0,200})"|'([^'&%<]{0,200})')\s*>`)

// learnEntities reads the names that a DOCTYPE gives to texts, as long as the
// file doesn't grow much by them.
func (r *xmlReader) learnEntities(doctype []byte) error {
	grown := 0
	const most = 50
	for _, m := range entity.FindAllSubmatch(doctype, most+1) {
		name, value := string(m[1]), string(m[2])+string(m[3])
		if r.Entity == nil {
			r.Entity = map[string]string{}
		}
		if len(r.Entity) == most {
			return &ComplexError{What: "entities", Limit: most}
		}
		r.Entity[name] = value
		grown += bytes.Count(r.text, []byte("&"+name+";")) * len(value)
	}
	if len(r.text)+grown > MaxSVG {
		return &ComplexError{What: "bytes", Limit: MaxSVG}
	}
	return nil
}

// root returns the first element.
func (r *xmlReader) root() (xml.StartElement, error) {
	for {
		t, err := r.next()
		if err != nil {
			return xml.StartElement{}, err
		}
		if e, ok := t.(xml.StartElement); ok {
			return e, nil
		}
	}
}

// isSVG tells whether data is XML that starts with the element svg.
func isSVG(data []byte) bool {
	if len(data) > 4*MaxSVG {
		return false
	}
	r := newXMLReader(data)
	if !bytes.HasPrefix(bytes.TrimSpace(r.text), []byte("<")) {
		return false
	}
	e, err := r.root()
	if complex := (*ComplexError)(nil); errors.As(err, &complex) {
		return true // its DOCTYPE says more than any other file's would
	}
	return err == nil && e.Name.Local == "svg" && (e.Name.Space == svgNamespace || e.Name.Space == "")
}

// svgSize returns the size that an SVG asks for, in CSS pixels: that of width
// and height, where one of them is missing in proportion to the viewBox, else
// that of the viewBox, else 300 × 150, which is what CSS gives a picture
// without any (CSS 2.2, 10.3.2). An unusual size is scaled to at most 10,000.
func svgSize(data []byte) (width, height int, err error) {
	if len(data) > MaxSVG {
		return 0, 0, &ComplexError{What: "bytes", Limit: MaxSVG}
	}
	root, err := newXMLReader(data).root()
	if err != nil {
		return 0, 0, svgError(err)
	}
	var w, h, boxW, boxH float64
	for _, a := range root.Attr {
		if a.Name.Space != "" {
			continue
		}
		switch a.Name.Local {
		case "width":
			w = cssPixels(a.Value)
		case "height":
			h = cssPixels(a.Value)
		case "viewBox":
			n := strings.FieldsFunc(a.Value, func(r rune) bool { return strings.ContainsRune(", \t\r\n", r) })
			if len(n) == 4 {
				boxW, boxH = cssPixels(n[2]), cssPixels(n[3])
			}
		}
	}
	box := boxW > 0 && boxH > 0
	switch {
	case w > 0 && h > 0:
	case w > 0 && box:
		h = w / boxW * boxH
	case h > 0 && box:
		w = h / boxH * boxW
	case box:
		w, h = boxW, boxH
	default:
		w, h = max(w, 300), max(h, 150)
	}
	const most = 10_000
	w, h = min(w, math.MaxFloat64), min(h, math.MaxFloat64)
	if large := max(w, h); large > most {
		w, h = w/large*most, h/large*most
	}
	return max(1, int(math.Round(w))), max(1, int(math.Round(h))), nil
}

// cssPixels reads a length of CSS; 0 for one that has no fixed size (100%) or
// can't be read.
func cssPixels(s string) float64 {
	s = strings.ToLower(strings.TrimSpace(s))
	number := strings.TrimRight(s, "abcdefghijklmnopqrstuvwxyz%")
	v, err := strconv.ParseFloat(number, 64)
	if err != nil || math.IsInf(v, 0) || !(v > 0) {
		return 0
	}
	switch s[len(number):] {
	case "", "px":
		return v
	case "pt":
		return v * 96 / 72
	case "pc", "em", "rem":
		return v * 16
	case "mm":
		return v * 96 / 25.4
	case "cm":
		return v * 96 / 2.54
	case "in":
		return v * 96
	case "ex":
		return v * 8
	}
	return 0
}
