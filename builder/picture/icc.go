package picture

import (
	"encoding/binary"
	"math"
)

// maxProfile is the largest colour profile that is kept, in bytes. Those of
// screens and cameras have 500 to 4,000; those of printing presses, in CMYK
// pictures, a few million.
const maxProfile = 4 << 20

// cleanProfile returns a colour profile (ICC.1:2022) with what colours need and
// nothing else, or nil where none is needed.
//
// Profiles are kept because without one browsers take a picture for sRGB: a
// photograph in Display P3, as phones make them, would turn pale. But they
// also carry a time, a maker, texts, and in a screenshot of a Mac the serial
// number of the screen; all that is left out. A profile that only says sRGB is
// left out as a whole: it changes nothing and costs 500 to 3,000 bytes in each
// of a picture's sizes.
func cleanProfile(p []byte) []byte {
	tags, ok := profileTags(p)
	if !ok || isSRGB(p, tags) {
		return nil
	}
	out := profileHead(p)
	var kept []profileTag
	for _, t := range tags {
		if colourTags[t.name] {
			kept = append(kept, t)
		}
	}
	text := profileText(p[8])
	kept = append(kept, profileTag{"desc", text}, profileTag{"cprt", text})
	if p[8] < 4 { // version 2 has a type of its own for the description
		kept[len(kept)-2].data = profileDescription()
	}

	out = binary.BigEndian.AppendUint32(out, uint32(len(kept)))
	at := len(out) + 12*len(kept)
	var body []byte
	places := map[string]int{} // by content: the three curves are often one
	for _, t := range kept {
		place, shared := places[string(t.data)]
		if !shared {
			place = at + len(body)
			places[string(t.data)] = place
			body = append(body, t.data...)
			for len(body)%4 != 0 {
				body = append(body, 0)
			}
		}
		out = append(out, t.name...)
		out = binary.BigEndian.AppendUint32(out, uint32(place))
		out = binary.BigEndian.AppendUint32(out, uint32(len(t.data)))
	}
	out = append(out, body...)
	binary.BigEndian.PutUint32(out, uint32(len(out)))
	return out
}

// profileTag is one entry of a profile.
type profileTag struct {
	name string
	data []byte // at least 8 bytes
}

// colourTags are the tags that colours are computed from.
var colourTags = map[string]bool{
	"wtpt": true, "bkpt": true, "chad": true, "cicp": true,
	"rXYZ": true, "gXYZ": true, "bXYZ": true,
	"rTRC": true, "gTRC": true, "bTRC": true, "kTRC": true,
	"A2B0": true, "A2B1": true, "A2B2": true,
	"B2A0": true, "B2A1": true, "B2A2": true,
}

// profileTags reads the table of a profile. It reports false for what no
// program would accept.
func profileTags(p []byte) ([]profileTag, bool) {
	if len(p) < 132 || len(p) > maxProfile || string(p[36:40]) != "acsp" || p[8] < 2 || p[8] > 4 {
		return nil, false
	}
	n := binary.BigEndian.Uint32(p[128:])
	if n > 100 || 132+12*int(n) > len(p) {
		return nil, false
	}
	var tags []profileTag
	seen := map[string]bool{}
	for i := range int(n) {
		e := p[132+12*i:]
		name := string(e[:4])
		at, size := uint64(binary.BigEndian.Uint32(e[4:])), uint64(binary.BigEndian.Uint32(e[8:]))
		if size < 8 || at+size > uint64(len(p)) || seen[name] {
			return nil, false
		}
		seen[name] = true
		tags = append(tags, profileTag{name, p[at : at+size]})
	}
	return tags, true
}

// profileSpace returns the colours that a profile is for: "RGB ", "GRAY",
// "CMYK"; "" for no profile.
func profileSpace(p []byte) string {
	if len(p) < 20 {
		return ""
	}
	return string(p[16:20])
}

// profileHead copies the header without program, maker, device and time.
func profileHead(p []byte) []byte {
	out := make([]byte, 128)
	copy(out[8:24], p[8:24])   // version, class, colours
	copy(out[36:40], p[36:40]) // "acsp"
	copy(out[64:80], p[64:80]) // rendering intent, white
	return out
}

// profileText returns the least text, for the tags that each profile must have.
func profileText(version byte) []byte {
	if version < 4 {
		return []byte("text\x00\x00\x00\x00-\x00")
	}
	return []byte("mluc\x00\x00\x00\x00\x00\x00\x00\x01\x00\x00\x00\x0cenUS\x00\x00\x00\x02\x00\x00\x00\x1c\x00-")
}

// profileDescription returns the least description of version 2: a length, the
// text, and room for two other kinds of letters.
func profileDescription() []byte {
	return append([]byte("desc\x00\x00\x00\x00\x00\x00\x00\x02-\x00"), make([]byte, 78)...)
}

// isSRGB tells whether a profile says no more than sRGB: the primaries and the
// curve of IEC 61966-2-1, within what the eye can see.
func isSRGB(p []byte, tags []profileTag) bool {
	primaries := map[string][3]float64{ // adapted to D50, as profiles have them
		"rXYZ": {0.4361, 0.2225, 0.0139},
		"gXYZ": {0.3851, 0.7169, 0.0971},
		"bXYZ": {0.1431, 0.0606, 0.7141},
	}
	found := 0
	for _, t := range tags {
		switch t.name {
		case "rXYZ", "gXYZ", "bXYZ":
			for i, want := range primaries[t.name] {
				if len(t.data) < 20 || !near(fixed(t.data[8+4*i:]), want) {
					return false
				}
			}
			found++
		case "rTRC", "gTRC", "bTRC":
			for i := range 21 {
				x := float64(i) / 20
				if y, ok := curve(t.data, x); !ok || !near(y, toLinear(x)) {
					return false
				}
			}
			found++
		case "A2B0", "A2B1", "A2B2", "cicp":
			return false // has more to say
		}
	}
	return found == 6 && profileSpace(p) == "RGB "
}

// near tells whether two values look the same; it is false for NaN.
func near(a, b float64) bool { return math.Abs(a-b) <= 0.002 }

// fixed reads a number of 16 bits before and 16 behind the point.
func fixed(b []byte) float64 { return float64(int32(binary.BigEndian.Uint32(b))) / 65536 }

// curve computes a tone curve of a profile at x: a gamma, a table, or the
// parametric curve that sRGB is written with.
func curve(d []byte, x float64) (float64, bool) {
	if len(d) < 12 {
		return 0, false
	}
	n := int(binary.BigEndian.Uint32(d[8:]))
	switch {
	case string(d[:4]) == "para":
		return parametric(d, x)
	case string(d[:4]) != "curv":
		return 0, false
	case n == 1 && len(d) >= 14:
		return math.Pow(x, float64(binary.BigEndian.Uint16(d[12:]))/256), true
	case n >= 2 && n <= 65536 && len(d) >= 12+2*n:
		at := x * float64(n-1)
		i := min(int(at), n-2)
		low := float64(binary.BigEndian.Uint16(d[12+2*i:]))
		high := float64(binary.BigEndian.Uint16(d[14+2*i:]))
		return (low + (high-low)*(at-float64(i))) / 65535, true
	}
	return 0, false
}

// parametric computes the curves that sRGB is written with: type 3, or type 4,
// which can shift both of its parts.
func parametric(d []byte, x float64) (float64, bool) {
	var p [7]float64
	n := map[byte]int{3: 5, 4: 7}[d[9]]
	if d[8] != 0 || n == 0 || len(d) < 12+4*n {
		return 0, false
	}
	for i := range n {
		p[i] = fixed(d[12+4*i:])
	}
	if x < p[4] {
		return p[3]*x + p[6], true
	}
	return math.Pow(p[1]*x+p[2], p[0]) + p[5], true
}
