package theme

import (
	"fmt"
	"math"
	"regexp"
	"strconv"

	"vaandel/builder/diag"
)

// DefaultAccent is the colour of a handbook that names none.
const DefaultAccent = "#0f5a7a"

// The grounds that the palette is made for: no ground of the light scheme is
// darker, none of the dark scheme is lighter. A test holds tokens.css to it.
const (
	lightGround = "#eceae3"
	darkGround  = "#2a2e33"
)

// Contrast that WCAG 2.2 asks at level AA: of text (1.4.3).
const readable = 4.5

// palette is what is made of the accent, for the light and the dark scheme. All
// are #rrggbb.
type palette struct {
	Fill   string // the accent itself: for surfaces
	OnFill string // text on Fill
	Light  scheme
	Dark   scheme
}

// scheme are the colours that differ between light and dark.
type scheme struct {
	Text string // the accent as text, links and controls: readable on every ground
	Soft string // a ground with a breath of the accent
	Line string // a border on Soft
}

// newPalette keeps the accent's hue and moves its lightness until the text in it
// can be read.
func newPalette(accent rgb) palette {
	hue := accent.lch()
	soft := func(l, c float64) string { return lch{l, min(hue.c, c), hue.h}.rgb().hex() }
	p := palette{
		Fill:   accent.hex(),
		OnFill: "#ffffff",
		Light: scheme{
			Text: hue.until(parseHex(lightGround), -0.01).hex(),
			Soft: soft(0.965, 0.012),
			Line: soft(0.87, 0.035),
		},
		Dark: scheme{
			Text: hue.until(parseHex(darkGround), +0.01).hex(),
			Soft: soft(0.275, 0.02),
			Line: soft(0.42, 0.035),
		},
	}
	if white, black := (rgb{1, 1, 1}), (rgb{}); contrast(accent, black) > contrast(accent, white) {
		p.OnFill = "#000000"
	}
	return p
}

// css writes the palette as custom properties, for tokens.css to build on.
func (p palette) css() string {
	const names = "--brand-text:%s;--brand-soft:%s;--brand-line:%s"
	return fmt.Sprintf(":root{--brand:%s;--on-brand:%s;"+names+"}@media screen and (prefers-color-scheme:dark){:root{"+names+"}}",
		p.Fill, p.OnFill, p.Light.Text, p.Light.Soft, p.Light.Line, p.Dark.Text, p.Dark.Soft, p.Dark.Line)
}

var hexColour = regexp.MustCompile(`^#[0-9a-fA-F]{6}$`)

// parseAccent reads #rrggbb; anything else is a diagnostic and the default.
func parseAccent(s string) (rgb, []diag.Diagnostic) {
	switch {
	case s == "":
		return parseHex(DefaultAccent), nil
	case !hexColour.MatchString(s):
		at := diag.Position{File: "handbook.yaml"}
		return parseHex(DefaultAccent), []diag.Diagnostic{ruleAccent.At(at, s)}
	}
	return parseHex(s), nil
}

// rgb is a colour of sRGB, each part from 0 to 1.
type rgb struct{ r, g, b float64 }

// parseHex reads #rrggbb, which must be right.
func parseHex(s string) rgb {
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

// until steps through the lightness until the colour is readable on ground. On
// a ground of either scheme it is so before it gets white or black.
func (c lch) until(ground rgb, step float64) rgb {
	for ; c.l >= 0 && c.l <= 1; c.l += step {
		if out := c.rgb(); contrast(out, ground) >= readable {
			return out
		}
	}
	c.l = min(max(c.l, 0), 1)
	return c.rgb()
}
