package search

import (
	"slices"
	"strings"
)

// Dutch writes words together: a page that has werktijdafspraken is found by
// afspraak and by werktijd. So a long word is also indexed by its parts, where
// these are words of the handbook. Between parts may stand a letter that binds
// them: werkgeversmerk, groepenkast, kinderopvang.
//
// A verb is indexed by what remains of it in other forms, where the handbook has
// that: gepost by post, uitzetten and uitgezet by zet.

const (
	shortestPart  = 4 // in letters; shorter ones are found everywhere
	shortestWhole = 7
	shortestVerb  = 3
	mostParts     = 4
)

// binders stand between the parts of a compound.
var binders = []string{"", "s", "e", "en", "er", "n"}

// noParts end or begin words too often to be a part of one.
var noParts = func() map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(`
		achtig baar bare eren ering heden heid iteit lijk lijke loos loze matig matige ment schap
		schappen teren vaak waar zaam zame`) {
		set[w] = true
	}
	return set
}()

// divider takes the compounds of a handbook apart.
type divider struct {
	stems map[string]map[string]string // language → word of the handbook → its term
	terms map[string]bool              // of Dutch words
}

func newDivider(v *vocabulary, stems []string) *divider {
	d := &divider{stems: map[string]map[string]string{}, terms: map[string]bool{}}
	for i, w := range v.words {
		if !plainLetters(w.text) || len(w.text) < shortestPart {
			continue
		}
		if d.stems[w.lang] == nil {
			d.stems[w.lang] = map[string]string{}
		}
		d.stems[w.lang][w.text] = stems[i]
		if w.lang == "nl" {
			d.terms[stems[i]] = true
		}
	}
	return d
}

// parts returns the terms under which a word is found beside its own.
func (d *divider) parts(w *known, own string) []string {
	if w.lang != "nl" || !plainLetters(w.text) {
		return nil
	}
	var out []string
	for _, verb := range d.verbs(w.text) {
		if verb != own && !slices.Contains(out, verb) {
			out = append(out, verb)
		}
	}
	if len(w.text) < shortestWhole {
		return out
	}
	for _, part := range d.divide(w.text, mostParts) {
		if part != own && !slices.Contains(out, part) {
			out = append(out, part)
		}
		// A part may itself be a compound that the handbook has.
		for _, inner := range d.inner(part) {
			if inner != own && !slices.Contains(out, inner) {
				out = append(out, inner)
			}
		}
	}
	return out
}

// particles are what Dutch verbs part with: uitzetten, zet uit, uitgezet.
var particles = strings.Fields(`
	aan achter af bij binnen dicht door in langs los mee na neer om onder op open over rond samen tegen
	terug toe uit vast voor voorbij weg`)

// verbs returns the terms of the verb that a word is a form of, where the
// handbook has them: of gepost post, of uitgezet uitzet and zet.
func (d *divider) verbs(w string) []string {
	out := d.participle("", w)
	for _, p := range particles {
		rest, ok := strings.CutPrefix(w, p)
		if !ok || len(rest) < shortestPart {
			continue
		}
		out = append(out, d.participle(p, rest)...)
		if term := Stem(rest, "nl"); len(term) >= shortestVerb && d.terms[term] && !stops["nl"][rest] && !noParts[rest] {
			out = append(out, term)
		}
	}
	return out
}

// participle returns the terms of the verb of a participle without its particle.
func (d *divider) participle(particle, w string) []string {
	rest, ok := strings.CutPrefix(w, "ge")
	if !ok || len(rest) < shortestPart {
		return nil
	}
	forms := []string{rest}
	if last := rest[len(rest)-1]; last == 't' || last == 'd' {
		forms = append(forms, rest[:len(rest)-1])
	}
	var out []string
	for _, form := range forms {
		for _, whole := range []string{particle + form, form} {
			if term := Stem(whole, "nl"); len(term) >= shortestVerb && d.terms[term] && !noParts[form] && !slices.Contains(out, term) {
				out = append(out, term)
			}
		}
	}
	return out
}

// inner takes a part apart once more.
func (d *divider) inner(term string) []string {
	if len(term) < shortestWhole {
		return nil
	}
	return d.divide(term, 2)
}

// divide takes a word apart into the fewest parts, of those into the ones with
// the longest last part; nil where it can't be done.
func (d *divider) divide(w string, most int) []string {
	for n := 2; n <= most; n++ {
		if parts := d.into(w, n, false); parts != nil {
			return parts
		}
	}
	return nil
}

// into takes a word apart into exactly n parts; bound tells that more follows.
func (d *divider) into(w string, n int, bound bool) []string {
	if n == 1 {
		if term, ok := d.part(w, bound); ok {
			return []string{term}
		}
		return nil
	}
	for cut := shortestPart; cut <= len(w)-shortestPart*(n-1); cut++ {
		first, ok := d.part(w[:cut], true)
		if !ok {
			continue
		}
		if rest := d.into(w[cut:], n-1, bound); rest != nil {
			return append([]string{first}, rest...)
		}
	}
	return nil
}

// part returns the term of a part. One that more follows may end in a binder.
func (d *divider) part(w string, bound bool) (string, bool) {
	for _, binder := range binders {
		if binder != "" && !bound {
			break
		}
		base, ok := strings.CutSuffix(w, binder)
		if !ok || len(base) < shortestPart || noParts[base] || stops["nl"][base] {
			continue
		}
		if term, ok := d.stems["nl"][base]; ok {
			return term, true
		}
		// Another form of a word of the handbook.
		if term := Stem(base, "nl"); len(base) > shortestPart && d.terms[term] {
			return term, true
		}
	}
	return "", false
}
