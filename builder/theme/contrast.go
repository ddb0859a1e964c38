package theme

import (
	"slices"

	"vaandel/builder/diag"
)

// check holds the pairs of colours against the contrast that they need.
type check struct {
	colours
	given  bool          // whether the handbook names an accent
	at     diag.Position // and where
	views  []view
	found  []diag.Diagnostic
	faults []*fault
	// theirs are the pairs that lack contrast whatever the accent is.
	theirs map[seen]bool
}

// seen is a pair in a scheme.
type seen struct{ scheme, text, ground string }

// checkContrast reports the pairs that can't be seen well enough. The palette
// takes care of the accent, so what is told is what a theme changed, or an accent
// that a theme uses as it is.
func checkContrast(c colours, p palette, given bool, at diag.Position) []diag.Diagnostic {
	k := &check{colours: c, given: given, at: at, views: c.views(p), theirs: map[seen]bool{}}
	for _, v := range k.views {
		for _, p := range pairs {
			k.couple(v, p)
		}
	}
	for _, f := range k.faults {
		k.tell(f)
	}
	for _, d := range c.declared {
		if (d.part || d.hard) && !d.paper && isPaired(d.name) {
			k.found = append(k.found, rulePlace.At(d.at, "--"+d.name))
		}
	}
	return k.found
}

// isPaired tells whether a token is in the table.
func isPaired(token string) bool {
	for _, p := range pairs {
		if p.text == token || p.ground == token {
			return true
		}
	}
	return false
}

// state of a pair in a view.
type state uint8

const (
	fine state = iota
	poor
	unknown
)

// state compares the pair's colours. A pair of which the theme lacks a token is
// fine: its styles know what to do then.
func (p couple) state(v view) (text, ground colour, s state) {
	text, ground = v.colour(p.text), v.colour(p.ground)
	switch {
	case len(text.chain) == 0 || len(ground.chain) == 0:
	case !text.known || !ground.known:
		s = unknown
	case contrast(text.rgb, ground.rgb) < p.ratio:
		s = poor
	}
	return text, ground, s
}

// couple reports one pair as one reader sees it.
func (k *check) couple(v view, p couple) {
	text, ground, s := p.state(v)
	switch s {
	case unknown:
		for _, c := range []colour{text, ground} {
			if !c.known {
				last := c.chain[len(c.chain)-1]
				k.found = append(k.found, ruleColour.At(last.at, "--"+last.name, last.value))
			}
		}
	case poor:
		f := &fault{view: v, couple: p, text: text, ground: ground}
		if f.source, f.other = k.culprit(text, ground); k.isAccents(f) {
			f.source = nil
		} else {
			k.theirs[seen{v.scheme, p.text, p.ground}] = true
		}
		k.add(f)
	}
}

// add puts a fault to those of the same colour. A declaration may be for both
// schemes and yet want another colour in each; the accent is one.
func (k *check) add(f *fault) {
	for i, g := range k.faults {
		if g.source != f.source || f.source != nil && g.scheme != f.scheme {
			continue
		}
		if f.lack() < g.lack() {
			k.faults[i], f, g = f, g, f
		}
		for _, token := range append(f.also, f.other.token) {
			if token != g.other.token && !slices.Contains(g.also, token) {
				g.also = append(g.also, token)
			}
		}
		return
	}
	k.faults = append(k.faults, f)
}

// culprit returns the declaration to change: of the two colours the one that the
// upper theme wrote, text before ground. The other one stays.
func (k *check) culprit(text, ground colour) (d *declaration, other colour) {
	for _, find := range []func(colour) *declaration{
		func(c colour) *declaration { return c.own(k.base) }, colour.written,
	} {
		if d := find(text); d != nil {
			return d, ground
		}
		if d := find(ground); d != nil {
			return d, text
		}
	}
	return nil, ground
}

// isAccents tells whether the handbook's accent is to blame: with the theme's
// own accent the pair would be fine. Where no file has either colour, it is too.
func (k *check) isAccents(f *fault) bool {
	derived := f.text.isDerived() || f.ground.isDerived()
	return f.source == nil || k.given && derived && k.fineWith(parseHex(DefaultAccent), f.couple, f.scheme)
}

// fineWith tells whether a pair is fine in a scheme with another accent.
func (k *check) fineWith(accent rgb, p couple, scheme string) bool {
	_, _, s := p.state(k.view(k.palette(accent), scheme, ""))
	return s == fine
}

// fineForAll tells whether with another accent no pair fails but those that do
// whatever it is.
func (k *check) fineForAll(accent rgb) bool {
	for _, v := range k.colours.views(k.palette(accent)) {
		for _, p := range pairs {
			if _, _, s := p.state(v); s == poor && !k.theirs[seen{v.scheme, p.text, p.ground}] {
				return false
			}
		}
	}
	return true
}
