package theme

import (
	"slices"

	"vaandel/builder/diag"
)

// couple is a pair: a colour that is put on another, by their tokens.
type couple struct {
	text, ground string
	use          diag.Text
	ratio        float64
}

// What colours are put on each other for. A ring around what has the focus has
// the colour of links, which must be readable anyway.
var (
	useText    = diag.Text{NL: "Gewone tekst", EN: "Plain text"}
	useAside   = diag.Text{NL: "Zachtere tekst, zoals een bijschrift,", EN: "Softer text, such as a caption,"}
	useLink    = diag.Text{NL: "Een link, of de rand om waar je bent,", EN: "A link, or the ring around what has the focus,"}
	useFill    = diag.Text{NL: "Tekst op de merkkleur", EN: "Text on the brand's colour"}
	useControl = diag.Text{NL: "De rand van een invulvak", EN: "The border of a field"}
	useTone    = diag.Text{NL: "De titel van een kader", EN: "The title of a callout"}
	useCode    = diag.Text{NL: "Gekleurde code", EN: "Highlighted code"}
)

// pairs are all pairs of colours that the styles put on each other, in both
// schemes. What only adorns (edge, brand-line) is in none.
var pairs = []couple{
	{"ink", "ground", useText, readable},
	{"ink", "ground-card", useText, readable},
	{"ink", "ground-soft", useText, readable},
	{"ink", "ground-firm", useText, readable},
	{"ink", "brand-soft", useText, readable},
	{"ink", "good-soft", useText, readable},
	{"ink", "bad-soft", useText, readable},
	{"ink", "mind-soft", useText, readable},

	{"ink-soft", "ground", useAside, readable},
	{"ink-soft", "ground-card", useAside, readable},
	{"ink-soft", "ground-soft", useAside, readable},
	{"ink-soft", "ground-firm", useAside, readable},
	{"ink-soft", "brand-soft", useAside, readable},
	{"ink-soft", "good-soft", useAside, readable},
	{"ink-soft", "bad-soft", useAside, readable},
	{"ink-soft", "mind-soft", useAside, readable},

	{"brand-text", "ground", useLink, readable},
	{"brand-text", "ground-card", useLink, readable},
	{"brand-text", "ground-soft", useLink, readable},
	{"brand-text", "ground-firm", useLink, readable},
	{"brand-text", "brand-soft", useLink, readable},
	{"brand-text", "good-soft", useLink, readable},
	{"brand-text", "bad-soft", useLink, readable},
	{"brand-text", "mind-soft", useLink, readable},
	{"on-brand", "brand", useFill, readable},

	{"control", "ground", useControl, visible},
	{"control", "ground-card", useControl, visible},
	{"control", "ground-soft", useControl, visible},
	{"control", "ground-firm", useControl, visible},
	{"control", "brand-soft", useControl, visible},

	// On ground-firm stands code, in a title too.
	{"good", "good-soft", useTone, readable},
	{"good", "ground-firm", useTone, readable},
	{"bad", "bad-soft", useTone, readable},
	{"bad", "ground-firm", useTone, readable},
	{"mind", "mind-soft", useTone, readable},
	{"mind", "ground-firm", useTone, readable},

	{"code-keyword", "ground-firm", useCode, readable},
	{"code-name", "ground-firm", useCode, readable},
	{"code-attribute", "ground-firm", useCode, readable},
	{"code-string", "ground-firm", useCode, readable},
	{"code-number", "ground-firm", useCode, readable},
	{"code-comment", "ground-firm", useCode, readable},
	{"code-wrong", "ground-firm", useCode, readable},
}

// Paired tells whether a pair of tokens ("ink", "ground") is held against its
// contrast when a theme is compiled.
func Paired(text, ground string) bool {
	return slices.ContainsFunc(pairs, func(p couple) bool { return p.text == text && p.ground == ground })
}
