package theme

import (
	"fmt"
	"regexp"

	"vaandel/builder/diag"
)

// DefaultAccent is the colour of a handbook that names none.
const DefaultAccent = "#0f5a7a"

// Contrast that WCAG 2.2 asks at level AA: of text (1.4.3), and of what is no
// text but has to be seen, such as the border of a field (1.4.11).
const (
	readable = 4.5
	visible  = 3
)

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

// grounds are what a theme puts text on, by scheme; the page's own comes first.
type grounds struct{ light, dark []rgb }

// recipe tells how a scheme is made of the accent.
type recipe struct {
	// bound is harder to read on than the default theme's grounds: themes with
	// softer ones get the same colours.
	bound      rgb
	step       float64 // in which direction text gets readable
	soft, line lch     // hue aside, and chroma at most
}

var (
	onLight = recipe{parseHex("#eef0f2"), -0.01, lch{l: 0.965, c: 0.012}, lch{l: 0.87, c: 0.035}}
	onDark  = recipe{parseHex("#2a2e33"), +0.01, lch{l: 0.275, c: 0.02}, lch{l: 0.42, c: 0.035}}
)

// newPalette keeps the accent's hue and moves its lightness until the text in it
// can be read on all grounds.
func newPalette(accent rgb, g grounds) palette {
	p := palette{
		Fill:   accent.hex(),
		OnFill: "#ffffff",
		Light:  newScheme(accent, onLight, g.light),
		Dark:   newScheme(accent, onDark, g.dark),
	}
	if !accent.isDark() {
		p.OnFill = "#000000"
	}
	return p
}

// newScheme follows the recipe, unless the theme's grounds are of the other kind:
// those of a theme that is dark by day too.
func newScheme(accent rgb, r recipe, grounds []rgb) scheme {
	if len(grounds) > 0 {
		r = onLight
		if mostAreDark(grounds) {
			r = onDark
		}
	}
	hue := accent.lch()
	tint := func(to lch) rgb { return lch{to.l, min(hue.c, to.c), hue.h}.rgb() }
	soft := tint(r.soft)
	hard := append([]rgb{r.bound, soft}, grounds...)
	return scheme{Text: hue.until(hard, r.step).hex(), Soft: soft.hex(), Line: tint(r.line).hex()}
}

// mostAreDark tells whether there are more dark grounds than light ones, or as
// many and the page is dark.
func mostAreDark(grounds []rgb) bool {
	more := 0
	for _, g := range grounds {
		if g.isDark() {
			more++
		} else {
			more--
		}
	}
	return more > 0 || more == 0 && grounds[0].isDark()
}

// isDark tells whether white can be read on c better than black.
func (c rgb) isDark() bool { return contrast(c, rgb{1, 1, 1}) >= contrast(c, rgb{}) }

// until steps through the lightness until the colour is readable on all grounds,
// or white or black.
func (c lch) until(grounds []rgb, step float64) rgb {
	for ; c.l >= 0 && c.l <= 1; c.l += step {
		if out := c.rgb(); out.readableOn(grounds) {
			return out
		}
	}
	c.l = min(max(c.l, 0), 1)
	return c.rgb()
}

func (c rgb) readableOn(grounds []rgb) bool {
	for _, g := range grounds {
		if contrast(c, g) < readable {
			return false
		}
	}
	return true
}

// css writes the palette as custom properties, for tokens.css to build on.
func (p palette) css() string {
	const names = "--brand-text:%s;--brand-soft:%s;--brand-line:%s"
	return fmt.Sprintf(":root{--brand:%s;--on-brand:%s;"+names+"}@media screen and (prefers-color-scheme:dark){:root{"+names+"}}",
		p.Fill, p.OnFill, p.Light.Text, p.Light.Soft, p.Light.Line, p.Dark.Text, p.Dark.Soft, p.Dark.Line)
}

var hexColour = regexp.MustCompile(`^#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})$`)

// parseAccent reads #rrggbb or #rgb; anything else is a diagnostic and the
// default.
func parseAccent(s string, at diag.Position) (rgb, []diag.Diagnostic) {
	switch {
	case s == "":
		return parseHex(DefaultAccent), nil
	case !hexColour.MatchString(s):
		return parseHex(DefaultAccent), []diag.Diagnostic{ruleAccent.At(at, s)}
	}
	return parseHex(s), nil
}
