package theme

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"testing"
)

// standardColours are those of the default theme.
func standardColours(t *testing.T) colours {
	t.Helper()
	return colours{declared: readTokens(standardFiles(t)), accent: parseHex(DefaultAccent)}
}

// TestEveryPairIsInTheTheme holds that no row of the table is about a token that
// the default theme hasn't got: such a row holds nothing.
func TestEveryPairIsInTheTheme(t *testing.T) {
	c := standardColours(t)
	for _, v := range c.views(c.palette(c.accent)) {
		for _, p := range pairs {
			for _, token := range []string{p.text, p.ground} {
				if len(v.tokens) == 0 || v.tokens[token] == nil {
					t.Errorf("%s: the default theme has no --%s: mend the table in pairs.go, or tokens.css", v.scheme, token)
				}
			}
		}
	}
}

// TestPairsAreToldOnce keeps the table free of doubles.
func TestPairsAreToldOnce(t *testing.T) {
	seen := map[[2]string]bool{}
	for _, p := range pairs {
		if key := [2]string{p.text, p.ground}; seen[key] {
			t.Errorf("%s on %s is there twice", p.text, p.ground)
		} else {
			seen[key] = true
		}
	}
}

var usedColour = regexp.MustCompile(`(?m)^\s*(color|background|accent-color|fill|stroke|outline):[^;]*var\(--([\w-]+)\)`)

// aside are tokens that take their colour from another one, or only adorn.
var aside = map[string]bool{"tone": true, "series": true, "edge": true}

// TestStylesUsePairsOnly holds that a colour that the styles of the default theme
// use for text or as a ground is in the table.
func TestStylesUsePairsOnly(t *testing.T) {
	text, ground := map[string]bool{}, map[string]bool{}
	for _, p := range pairs {
		text[p.text], ground[p.ground] = true, true
	}
	used := 0
	for _, name := range standardFiles(t).in("", ".css") {
		for _, m := range usedColour.FindAllStringSubmatch(string(standardFiles(t)[name].data), -1) {
			// A shape may have the colour of text or of a ground.
			known := text[m[2]] || m[1] != "color" && ground[m[2]]
			if used++; !known && !aside[m[2]] {
				t.Errorf("%s: --%s is used as %s, and no row of the table in pairs.go has it", name, m[2], m[1])
			}
		}
	}
	if used < 30 {
		t.Errorf("only %d colours found in the styles", used)
	}
}

// TestAnyAccentCanBeRead tries accents all around the wheel and at its ends: no
// pair of the default theme fails, by day or by night.
func TestAnyAccentCanBeRead(t *testing.T) {
	accents := []string{
		"#ffffff", "#000000", "#ffff00", "#00ff00", "#00ffff", "#ff00ff", "#ff0000", "#0000ff",
		"#808080", "#777777", "#767676", "#7f7f7f", "#888888", "#555555", "#aaaaaa", "#010101", "#fefefe", "#fffff0",
	}
	random := rand.New(rand.NewPCG(3, 4))
	for range 200 {
		accents = append(accents, fmt.Sprintf("#%06x", random.IntN(1<<24)))
	}
	c := standardColours(t)
	for _, accent := range accents {
		for _, v := range c.views(c.palette(parseHex(accent))) {
			for _, p := range pairs {
				if text, ground, s := p.state(v); s != fine {
					t.Errorf("accent %s, %s: --%s (%s) on --%s (%s) has %.2f, want %.1f", accent, v.scheme,
						p.text, text.hex(), p.ground, ground.hex(), contrast(text.rgb, ground.rgb), p.ratio)
				}
			}
		}
	}
}

// TestPaletteFollowsTheGrounds holds that the brand's colours are made for the
// grounds that a theme has: harder ones, and a page that is dark by day.
func TestPaletteFollowsTheGrounds(t *testing.T) {
	for _, tokens := range []string{
		"@media (prefers-color-scheme: light) { :root { --ground: #d5d9dd; --ground-soft: #c8ccd0; } }",
		":root { --ground: #101418; --ground-card: #12161a; --ground-soft: #14181c; --ground-firm: #1c2126; }",
		"@media (prefers-color-scheme: light) { :root { --ground: oklch(0.9 0.05 90); } }",
	} {
		f := file{data: []byte(tokens)}
		c := colours{declared: append(standardColours(t).declared, declarations(f, 0)...), base: 1}
		for _, accent := range []string{"#ffffff", "#000000", "#ffff00", DefaultAccent, "#e2001a"} {
			for _, v := range c.views(c.palette(parseHex(accent))) {
				for _, g := range []string{"ground", "ground-soft"} {
					if got := contrast(v.colour("brand-text").rgb, v.colour(g).rgb); got < readable {
						t.Errorf("%s, accent %s, %s: a link on --%s has %.2f", tokens, accent, v.scheme, g, got)
					}
				}
			}
		}
	}
}
