package theme

import (
	"fmt"
	"math"
	"strings"

	"vaandel/builder/diag"
)

// fault is a colour to change: of all pairs that lack contrast because of it, the
// one that lacks most is told, so that one mistake is one error.
type fault struct {
	view
	couple
	text, ground colour
	// source is the declaration to change, and other the colour that stays; nil
	// is the accent of handbook.yaml.
	source *declaration
	other  colour
	also   []string // the tokens that stay in the other pairs
}

// lack is the contrast as a share of what is needed.
func (f *fault) lack() float64 { return contrast(f.text.rgb, f.ground.rgb) / f.ratio }

// accentHint names the nearest accent with which all that is its fault is fine.
func (k *check) accentHint() diag.Text {
	better, steps := k.accent.nearest(k.fineForAll)
	if steps == 0 {
		return diag.Text{
			NL: "Geen lichtere of donkerdere kleur bij accent is hier goed te zien. Kies een andere kleur, of een ander thema.",
			EN: "No lighter or darker accent will do here. Choose another colour, or another theme."}
	}
	return diag.Text{
		NL: `De dichtstbijzijnde kleur die wel goed te zien is: accent: "%s"`,
		EN: `The nearest colour that can be seen well: accent: "%s"`}.With(better.hex())
}

// hint names the nearest colour with which all pairs of the token are fine; where
// there is none, with which this one is.
func (f *fault) hint() diag.Text {
	d := f.source
	from := f.colour(d.name).rgb
	found, steps := from.nearest(f.fits(f.pairsOf(d)))
	if steps == 0 {
		found, steps = from.nearest(f.fits([]couple{f.couple}))
	}
	line := fmt.Sprintf("--%s: %s;", d.name, found.hex())
	switch {
	case steps == 0:
		return diag.Text{
			NL: "Geen lichtere of donkerdere --%[1]s is hier goed te zien. Verander eerst --%[2]s.",
			EN: "No lighter or darker --%[1]s will do here. Change --%[2]s first."}.With(d.name, f.other.token)
	case f.scheme == "dark" && d.scheme == "" && d.when == "":
		return diag.Text{
			NL: "Deze kleur geldt voor licht en donker. Zet er voor donker een eigen onder: %s",
			EN: "This colour is for light and dark. Put one for the dark below it: %s",
		}.With("@media (prefers-color-scheme: dark) { :root { " + line + " } }")
	}
	return diag.Text{
		NL: "De dichtstbijzijnde kleur die wel goed te zien is: %s",
		EN: "The nearest colour that can be seen well: %s"}.With(line)
}

// fits tells of a colour whether no pair lacks contrast with it as the source.
func (f *fault) fits(which []couple) func(rgb) bool {
	return func(c rgb) bool {
		changed := f.with(f.source.name, c)
		for _, p := range which {
			if _, _, s := p.state(changed); s == poor {
				return false
			}
		}
		return true
	}
}

// pairsOf are the pairs that depend on a declaration.
func (v view) pairsOf(d *declaration) []couple {
	var out []couple
	for _, p := range pairs {
		if v.colour(p.text).uses(d) || v.colour(p.ground).uses(d) {
			out = append(out, p)
		}
	}
	return out
}

// tell reports a fault.
func (k *check) tell(f *fault) {
	scheme := diag.Text{NL: "de lichte weergave", EN: "the light scheme"}
	if f.scheme == "dark" {
		scheme = diag.Text{NL: "de donkere weergave", EN: "the dark scheme"}
	}
	also := diag.Text{}
	if len(f.also) > 0 {
		also = diag.Text{NL: " Ook met %s is het te weinig.", EN: " It is too little with %s too."}.
			With("--" + strings.Join(f.also, ", --"))
	}
	// Rounded down: what is told must be less than what is needed.
	ratio := fmt.Sprintf("%.2f", math.Floor(100*contrast(f.text.rgb, f.ground.rgb))/100)
	needed := fmt.Sprint(f.ratio)
	comma := strings.NewReplacer(".", ",")
	var at diag.Position
	var hint diag.Text
	if f.source != nil {
		at, hint = f.source.at, f.hint()
	} else {
		at, hint = k.at, k.accentHint()
	}
	k.found = append(k.found, ruleContrast.At(at,
		f.use.NL, f.use.EN, scheme.NL, scheme.EN,
		"--"+f.text.token, f.text.hex(), "--"+f.ground.token, f.ground.hex(),
		comma.Replace(ratio), ratio, comma.Replace(needed), needed,
		also.NL, also.EN, hint.NL, hint.EN))
}
