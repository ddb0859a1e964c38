package theme

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"

	"vaandel/builder/diag"
)

// laid returns the default theme's colours with more tokens laid over them, and
// what is wrong with them.
func laid(t *testing.T, tokens, accent string) (colours, []diag.Diagnostic) {
	t.Helper()
	c := standardColours(t)
	c.base = 1
	for i := range c.declared {
		c.declared[i].layer = 1
	}
	c.declared = append(c.declared, declarations(file{shown: "tokens.css", data: []byte(tokens)}, 0)...)
	if accent != "" {
		c.accent = parseHex(accent)
	}
	at := diag.Position{File: "handbook.yaml", Line: 4, Column: 11}
	return c, checkContrast(c, c.palette(c.accent), accent != "", at)
}

var hinted = regexp.MustCompile(`@media.*\} \}|--[a-z-]+: #[0-9a-f]{6};`)

// TestHintsMend gives each token of the table odd colours and then follows the
// hints: what was told is mended, also where the palette follows the ground.
func TestHintsMend(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	told := 0
	for _, p := range pairs {
		for _, token := range []string{p.text, p.ground} {
			scheme := []string{"light", "dark"}[random.IntN(2)]
			block := fmt.Sprintf("@media (prefers-color-scheme: %s) { :root { --%s: %s; } }", scheme, token, randomColour(random).hex())
			if random.IntN(2) == 0 {
				block = fmt.Sprintf(":root { --%s: %s; }", token, randomColour(random).hex())
			}
			_, ds := laid(t, block, "")
			mended := block
			for _, d := range ds {
				told++
				fix := hinted.FindString(d.Hint.EN)
				switch {
				case fix == "" || !strings.Contains(fix, "--"+token+":"):
					t.Errorf("%s: the hint is %q", block, d.Hint.EN)
				case strings.HasPrefix(fix, "@media"):
					mended += fix
				default:
					mended = hinted.ReplaceAllString(block, "") + strings.Replace(":root { FIX }", "FIX", fix, 1)
					if strings.HasPrefix(block, "@media") {
						mended = fmt.Sprintf("@media (prefers-color-scheme: %s) { :root { %s } }", scheme, fix)
					}
				}
			}
			if len(ds) == 1 {
				if _, again := laid(t, mended, ""); stillWrong(again, ds[0]) {
					t.Errorf("%s became %s: %s", block, mended, again[0].Message.EN)
				}
			}
		}
	}
	if told < 40 {
		t.Errorf("only %d colours were wrong", told)
	}
}

// stillWrong tells whether a scheme that was wrong still is.
func stillWrong(ds []diag.Diagnostic, was diag.Diagnostic) bool {
	for _, d := range ds {
		if strings.Contains(d.Message.EN, "dark") == strings.Contains(was.Message.EN, "dark") {
			return true
		}
	}
	return false
}

// TestNoColourWillDo holds what is said where neither direction helps.
func TestNoColourWillDo(t *testing.T) {
	c, _ := laid(t, ":root { --ink: #777; --ground: #777; --ground-soft: #000; }", "")
	v := c.view(c.palette(c.accent), "light", "")
	p := couple{"ink", "ground", useText, 7}
	f := &fault{view: v, couple: p, text: v.colour("ink"), ground: v.colour("ground"), source: v.tokens["ink"], other: v.colour("ground")}
	if got, want := f.hint().EN, "No lighter or darker --ink will do here. Change --ground first."; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestNoAccentWillDo is a theme that writes on the accent in black, and with it
// on white.
func TestNoAccentWillDo(t *testing.T) {
	_, ds := laid(t, `:root { --on-brand: #fff; }
@media (prefers-color-scheme: dark) { :root { --ground-firm: #000; --ground: #000; --ground-soft: #000; --control: var(--brand); } }`, "#fff")
	for _, d := range ds {
		if d.File == "handbook.yaml" && d.Severity == diag.Error && d.Hint.EN != "" {
			return
		}
	}
	t.Errorf("got %v", ds)
}

// TestConditionsAreJudged holds that colours for some screens are held against
// the contrast too, and that paper is not.
func TestConditionsAreJudged(t *testing.T) {
	for tokens, want := range map[string]int{
		"@media (prefers-contrast: more) { :root { --ink-soft: #999; } }":                      1, // light; in the dark it can be read
		"@media (min-width: 40rem) and (prefers-color-scheme: dark) { :root { --ink: #444 } }": 1,
		"@media print { :root { --ink: #fff } }":                                               0,
		".quiz { --radius: 2px } :root { --ink: var(--ground, #000) }":                         2,
		"@media screen, print { :root { --ink: #fff } }":                                       1, // can't be told
	} {
		if _, ds := laid(t, tokens, ""); len(ds) != want {
			t.Errorf("%s: %d, want %d: %v", tokens, len(ds), want, ds)
		}
	}
}
