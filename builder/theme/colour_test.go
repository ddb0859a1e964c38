package theme

import (
	"fmt"
	"io/fs"
	"regexp"
	"strings"
	"testing"

	"vaandel/themes"
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

// TestAnyAccentCanBeRead tries accents all around the wheel, the palest and the
// darkest too: text in the brand's colour can be read on every ground.
func TestAnyAccentCanBeRead(t *testing.T) {
	light, dark := tokens(t)
	steps := []int{0x00, 0x33, 0x66, 0x99, 0xcc, 0xff}
	for _, r := range steps {
		for _, g := range steps {
			for _, b := range steps {
				p := newPalette(parseHex(fmt.Sprintf("#%02x%02x%02x", r, g, b)))
				atLeast(t, p.OnFill, p.Fill, readable)
				for scheme, grounds := range map[*scheme]map[string]string{&p.Light: light, &p.Dark: dark} {
					atLeast(t, scheme.Text, scheme.Soft, readable)
					atLeast(t, grounds["ink"], scheme.Soft, readable)
					atLeast(t, grounds["ink-soft"], scheme.Soft, readable)
					for _, name := range []string{"ground", "ground-soft", "ground-firm"} {
						atLeast(t, scheme.Text, grounds[name], readable)
					}
				}
			}
		}
	}
}

// TestTokensCanBeRead holds every pair of colours that the styles put together.
func TestTokensCanBeRead(t *testing.T) {
	light, dark := tokens(t)
	for _, tokens := range []map[string]string{light, dark} {
		for _, ground := range []string{"ground", "ground-soft", "ground-firm"} {
			for _, text := range []string{"ink", "ink-soft"} {
				atLeast(t, tokens[text], tokens[ground], readable)
			}
			atLeast(t, tokens["control"], tokens[ground], 3) // WCAG 1.4.11
		}
		for _, tone := range []string{"good", "bad", "mind"} {
			for _, text := range []string{tone, "ink", "ink-soft"} {
				atLeast(t, tokens[text], tokens[tone+"-soft"], readable)
			}
		}
		for _, role := range codeRoles {
			atLeast(t, tokens["code-"+role.name], tokens["ground-firm"], readable)
		}
	}
}

// TestGroundsAreWithinBounds holds the grounds that newPalette counts on.
func TestGroundsAreWithinBounds(t *testing.T) {
	light, dark := tokens(t)
	for _, name := range []string{"ground", "ground-soft", "ground-firm"} {
		if parseHex(light[name]).luminance() < parseHex(lightGround).luminance() {
			t.Errorf("light %s is darker than %s", name, lightGround)
		}
		if parseHex(dark[name]).luminance() > parseHex(darkGround).luminance() {
			t.Errorf("dark %s is lighter than %s", name, darkGround)
		}
	}
}

func atLeast(t *testing.T, text, ground string, want float64) {
	t.Helper()
	if got := contrast(parseHex(text), parseHex(ground)); got < want {
		t.Errorf("%s on %s: %.2f, want %.1f", text, ground, got, want)
	}
}

var tokenColour = regexp.MustCompile(`--([a-z-]+):\s*(#[0-9a-f]{6});`)

// tokens reads the colours of the default theme's tokens.css.
func tokens(t *testing.T) (light, dark map[string]string) {
	t.Helper()
	layer, _ := themes.Named(themes.Default)
	data, err := fs.ReadFile(layer, "tokens.css")
	if err != nil {
		t.Fatal(err)
	}
	before, after, ok := strings.Cut(string(data), "prefers-color-scheme: dark")
	if !ok {
		t.Fatal("tokens.css has no dark scheme")
	}
	read := func(css string) map[string]string {
		out := map[string]string{}
		for _, m := range tokenColour.FindAllStringSubmatch(css, -1) {
			out[m[1]] = m[2]
		}
		return out
	}
	light, dark = read(before), read(after)
	if len(light) != len(dark) || len(light) < 15 {
		t.Fatalf("%d colours in the light scheme, %d in the dark", len(light), len(dark))
	}
	return light, dark
}
