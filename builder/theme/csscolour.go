package theme

import (
	"math"
	"regexp"
	"strconv"
	"strings"

	"golang.org/x/image/colornames"
)

var colourCall = regexp.MustCompile(`^(rgba?|oklch)\(([^()]*)\)$`)

// parseColour reads a colour of CSS: #rgb, #rrggbb, a name, rgb() or oklch(). One
// that lets what is behind it shine through has no colour of its own.
func parseColour(s string) (rgb, bool) {
	s = strings.ToLower(strings.TrimSpace(s))
	if hexColour.MatchString(s) {
		return parseHex(s), true
	}
	if c, ok := colornames.Map[s]; ok {
		return rgb{float64(c.R) / 255, float64(c.G) / 255, float64(c.B) / 255}, true
	}
	m := colourCall.FindStringSubmatch(s)
	if m == nil {
		return rgb{}, false
	}
	args, ok := colourArguments(m[2])
	switch {
	case !ok:
		return rgb{}, false
	case m[1] == "oklch":
		return parseOKLCH(args)
	}
	return parseRGB(args)
}

// colourArguments splits "15 90 122", "15, 90, 122" and what has a whole alpha.
func colourArguments(s string) ([]string, bool) {
	args := strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == ',' || r == '/' || r == '\t' || r == '\n' })
	if len(args) == 4 {
		alpha, ok := number(args[3], 1)
		return args[:3], ok && alpha >= 1
	}
	return args, len(args) == 3
}

func parseRGB(args []string) (rgb, bool) {
	var parts [3]float64
	for i, arg := range args {
		v, ok := number(arg, 255)
		if !ok {
			return rgb{}, false
		}
		parts[i] = v / 255
	}
	return parseHex(rgb{parts[0], parts[1], parts[2]}.hex()), true
}

func parseOKLCH(args []string) (rgb, bool) {
	const most = 0.4 // what 100% of chroma is
	l, ok := number(args[0], 1)
	c, ok2 := number(args[1], most)
	h, ok3 := number(strings.TrimSuffix(args[2], "deg"), 360)
	if !ok || !ok2 || !ok3 {
		return rgb{}, false
	}
	return lch{min(max(l, 0), 1), max(c, 0), h * math.Pi / 180}.rgb(), true
}

// number reads a number, or a percentage of whole.
func number(s string, whole float64) (float64, bool) {
	share, percent := strings.CutSuffix(s, "%")
	v, err := strconv.ParseFloat(share, 64)
	if err != nil || math.IsNaN(v) || math.IsInf(v, 0) {
		return 0, false
	}
	if percent {
		v *= whole / 100
	}
	return v, true
}

// Contrast returns the contrast of two colours of CSS, from 1 to 21. It is false
// where one is of a form that can't be judged.
func Contrast(text, ground string) (float64, bool) {
	a, known := parseColour(text)
	b, too := parseColour(ground)
	return contrast(a, b), known && too
}
