package theme

import (
	"fmt"
	"math"
	"strconv"
)

// rgb is a colour of sRGB, each part from 0 to 1.
type rgb struct{ r, g, b float64 }

// parseHex reads #rrggbb or #rgb, which must be right.
func parseHex(s string) rgb {
	if len(s) == len("#rgb") {
		s = string([]byte{'#', s[1], s[1], s[2], s[2], s[3], s[3]})
	}
	n, _ := strconv.ParseUint(s[1:], 16, 32)
	return rgb{float64(n>>16) / 255, float64(n>>8&255) / 255, float64(n&255) / 255}
}

func (c rgb) hex() string {
	part := func(v float64) int { return int(math.Round(min(max(v, 0), 1) * 255)) }
	return fmt.Sprintf("#%02x%02x%02x", part(c.r), part(c.g), part(c.b))
}

// linear undoes the gamma of sRGB (IEC 61966-2-1).
func linear(v float64) float64 {
	if v <= 0.04045 {
		return v / 12.92
	}
	return math.Pow((v+0.055)/1.055, 2.4)
}

func gamma(v float64) float64 {
	if v <= 0.0031308 {
		return v * 12.92
	}
	return 1.055*math.Pow(v, 1/2.4) - 0.055
}

// contrast is the ratio of WCAG 2.2, from 1 to 21.
func contrast(a, b rgb) float64 {
	la, lb := a.luminance(), b.luminance()
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05)
}

func (c rgb) luminance() float64 {
	return 0.2126*linear(c.r) + 0.7152*linear(c.g) + 0.0722*linear(c.b)
}

// lch is a colour of OKLCH (Björn Ottosson, 2020): lightness from 0 to 1,
// chroma, and hue in radians. Steps of lightness look even, and a colour keeps
// its hue when it gets lighter or darker.
type lch struct{ l, c, h float64 }

func (c rgb) lch() lch {
	r, g, b := linear(c.r), linear(c.g), linear(c.b)
	l := math.Cbrt(0.4122214708*r + 0.5363325363*g + 0.0514459929*b)
	m := math.Cbrt(0.2119034982*r + 0.6806995451*g + 0.1073969566*b)
	s := math.Cbrt(0.0883024619*r + 0.2817188376*g + 0.6299787005*b)
	a := 1.9779984951*l - 2.4285922050*m + 0.4505937099*s
	bb := 0.0259040371*l + 0.7827717662*m - 0.8086757660*s
	return lch{0.2104542553*l + 0.7936177850*m - 0.0040720468*s, math.Hypot(a, bb), math.Atan2(bb, a)}
}

// rgb returns the colour in sRGB, with as much chroma as that can show.
func (c lch) rgb() rgb {
	for {
		out := c.raw()
		const slack = 1e-3
		if min(out.r, out.g, out.b) >= -slack && max(out.r, out.g, out.b) <= 1+slack || c.c < slack {
			return parseHex(out.hex())
		}
		c.c *= 0.97
	}
}

func (c lch) raw() rgb {
	a, b := c.c*math.Cos(c.h), c.c*math.Sin(c.h)
	cube := func(v float64) float64 { return v * v * v }
	l := cube(c.l + 0.3963377774*a + 0.2158037573*b)
	m := cube(c.l - 0.1055613458*a - 0.0638541728*b)
	s := cube(c.l - 0.0894841775*a - 1.2914855480*b)
	return rgb{
		gamma(4.0767416621*l - 3.3077115913*m + 0.2309699292*s),
		gamma(-1.2684380046*l + 2.6097574011*m - 0.3413193965*s),
		gamma(-0.0041960863*l - 0.7034186147*m + 1.7076147010*s),
	}
}

// lightnessStep is the smallest move that nearest makes: less than what one of
// the 256 steps of a channel does.
const lightnessStep = 0.0025

// nearest returns the colour that passes with the smallest move in lightness,
// and the move in steps, up or down. Hue stays, and chroma as far as sRGB can
// show it. With 0 steps no lightness will do; c itself is not asked.
func (c rgb) nearest(passes func(rgb) bool) (found rgb, steps int) {
	from := c.lch()
	for n := 1; float64(n-1)*lightnessStep < 1; n++ {
		for _, steps := range []int{-n, n} {
			if out, ok := from.moved(steps); ok && passes(out) {
				return out, steps
			}
		}
	}
	return rgb{}, 0
}

// moved returns the colour some steps lighter or darker. The last step ends at
// white or black; beyond, ok is false.
func (c lch) moved(steps int) (out rgb, ok bool) {
	l := c.l + float64(steps)*lightnessStep
	if l <= -lightnessStep || l >= 1+lightnessStep {
		return rgb{}, false
	}
	c.l = min(max(l, 0), 1)
	return c.rgb(), true
}
