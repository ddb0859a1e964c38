package theme

import (
	"maps"
	"regexp"
	"strings"
)

// colours are all colours of a theme: what its layers declare, and what is
// derived from the accent.
type colours struct {
	declared []declaration
	base     int // the lowest layer
	accent   rgb
}

// palette makes the palette of an accent for the grounds that the theme has.
// Those may be of the palette in their turn, so it is made twice.
func (c colours) palette(accent rgb) palette {
	first := newPalette(accent, grounds{})
	return newPalette(accent, grounds{
		light: c.view(first, "light", "").grounds(),
		dark:  c.view(first, "dark", "").grounds(),
	})
}

// view is what a reader sees: the declaration that holds for each token.
type view struct {
	scheme string
	tokens map[string]*declaration
}

// view returns what holds in a scheme, where the further condition is met.
func (c colours) view(p palette, scheme, when string) view {
	v := view{scheme, map[string]*declaration{}}
	add := func(ds []declaration) {
		for i, d := range ds {
			if !d.paper && !d.part && !d.hard && (d.scheme == "" || d.scheme == scheme) && (d.when == "" || d.when == when) {
				v.tokens[d.name] = &ds[i]
			}
		}
	}
	add(declarations(file{data: []byte(p.css())}, derived))
	add(c.declared)
	return v
}

// views are all that a reader can see: both schemes, on each condition that
// tokens.css knows.
func (c colours) views(p palette) []view {
	whens := map[string]bool{"": true}
	for _, d := range c.declared {
		whens[d.when] = true
	}
	var out []view
	for _, when := range sortedKeys(whens) {
		out = append(out, c.view(p, "light", when), c.view(p, "dark", when))
	}
	return out
}

// with returns the view with another value for one token.
func (v view) with(name string, c rgb) view {
	d := *v.tokens[name]
	d.value = c.hex()
	v.tokens = maps.Clone(v.tokens)
	v.tokens[name] = &d
	return v
}

// grounds are what links stand on, the page first; those that are derived from
// the accent are left out.
func (v view) grounds() []rgb {
	var out []rgb
	for _, p := range pairs {
		if p.text != "brand-text" {
			continue
		}
		if g := v.colour(p.ground); g.known && g.chain[0].layer != derived {
			out = append(out, g.rgb)
		}
	}
	return out
}

// colour is what a token comes to.
type colour struct {
	rgb
	token string
	known bool // false where it can't be worked out
	// chain leads from the token's declaration over var() to that of the colour;
	// it is empty for a token that the theme hasn't got.
	chain []*declaration
}

var reference = regexp.MustCompile(`^var\(\s*--([\w-]+)\s*(?:,(.*))?\)$`)

// colour works out a token.
func (v view) colour(token string) colour {
	out := colour{token: token}
	const most = 20 // a longer chain goes round
	for d := v.tokens[token]; d != nil && len(out.chain) < most; {
		out.chain = append(out.chain, d)
		m := reference.FindStringSubmatch(d.value)
		if m == nil {
			out.rgb, out.known = parseColour(d.value)
			return out
		}
		if d = v.tokens[m[1]]; d == nil {
			out.rgb, out.known = parseColour(strings.TrimSpace(m[2]))
		}
	}
	return out
}

// uses tells whether the colour depends on a declaration.
func (c colour) uses(d *declaration) bool {
	for _, each := range c.chain {
		if each == d {
			return true
		}
	}
	return false
}

// own returns the first declaration of a theme laid over the lowest layer, or
// nil.
func (c colour) own(base int) *declaration {
	for _, d := range c.chain {
		if d.layer != derived && d.layer < base {
			return d
		}
	}
	return nil
}

// written returns the first declaration that a file has, or nil.
func (c colour) written() *declaration {
	for _, d := range c.chain {
		if d.layer != derived {
			return d
		}
	}
	return nil
}

// isDerived tells whether the colour comes from the accent.
func (c colour) isDerived() bool { return c.chain[len(c.chain)-1].layer == derived }
