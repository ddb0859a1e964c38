package theme

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"
)

func TestContrast(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want float64
	}{
		{"#000000", "#ffffff", 21},
		{"#777777", "#ffffff", 4.48}, // WCAG's own example of a grey just too light
		{"#767676", "#ffffff", 4.54},
		{"#ff0000", "#ff0000", 1},
	} {
		if got := contrast(parseHex(c.a), parseHex(c.b)); got < c.want-0.005 || got > c.want+0.005 {
			t.Errorf("%s on %s: %.3f, want %.2f", c.a, c.b, got, c.want)
		}
	}
}

func TestColourSurvivesTheWayBack(t *testing.T) {
	for _, hex := range []string{"#000000", "#ffffff", "#0f5a7a", "#ff0000", "#00ff00", "#0000ff", "#123456", "#fedcba"} {
		if got := parseHex(hex).lch().rgb().hex(); got != hex {
			t.Errorf("%s came back as %s", hex, got)
		}
	}
}

// TestNearestColour holds that the colour found passes, that it is the accent's
// hue still, and that one step less in either direction does not pass.
func TestNearestColour(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	none := 0
	for range 2000 {
		c, ground := randomColour(random), randomColour(random)
		ratio := []float64{visible, readable, 7}[random.IntN(3)]
		passes := func(c rgb) bool { return contrast(c, ground) >= ratio }
		if passes(c) {
			continue
		}
		found, steps := c.nearest(passes)
		if steps == 0 {
			if none++; passes(rgb{}) || passes(rgb{1, 1, 1}) {
				t.Errorf("nothing was found for %s on %s, but black or white will do", c.hex(), ground.hex())
			}
			continue
		}
		if !passes(found) {
			t.Errorf("%s on %s became %s, which does not pass %.1f", c.hex(), ground.hex(), found.hex(), ratio)
		}
		less := max(steps, -steps) - 1
		for _, n := range []int{less, -less} {
			if near, ok := c.lch().moved(n); ok && passes(near) {
				t.Errorf("%s on %s became %s, but %s is nearer", c.hex(), ground.hex(), found.hex(), near.hex())
			}
		}
		if was, is := c.lch(), found.lch(); is.c > 0.03 && math.Cos(was.h-is.h) < 0.99 {
			t.Errorf("%s became %s, of another hue", c.hex(), found.hex())
		}
	}
	if none == 0 {
		t.Error("no colour was without a nearest one: the test tries too little")
	}
}

func randomColour(r *rand.Rand) rgb {
	return parseHex(fmt.Sprintf("#%06x", r.IntN(1<<24)))
}

func TestParseColour(t *testing.T) {
	for text, want := range map[string]string{
		"#abc": "#aabbcc", "#0F5A7A": "#0f5a7a", " white ": "#ffffff", "RebeccaPurple": "", "teal": "#008080",
		"rgb(15 90 122)": "#0f5a7a", "rgb(15, 90, 122)": "#0f5a7a", "rgba(15,90,122,1)": "#0f5a7a",
		"rgb(100% 0% 0% / 100%)": "#ff0000", "rgb(300 0 -5)": "#ff0000",
		"oklch(1 0 0)": "#ffffff", "oklch(0% 0 none)": "", "oklch(62.8% 0.2577 29.23)": "#ff0000",
		"oklch(0.628 0.2577 29.23deg)": "#ff0000",
		// What can't be worked out.
		"#abcd": "", "#0f5a7a80": "", "rgb(15 90 122 / 50%)": "", "rgb(1 2)": "", "rgb(a b c)": "", "rgb(nan 0 0)": "",
		"color-mix(in oklch, red, blue)": "", "oklch(from red l c h)": "", "": "", "var(--x)": "", "transparent": "",
	} {
		got := ""
		if c, ok := parseColour(text); ok {
			got = c.hex()
		}
		if got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}
