package check

import (
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/tdewolff/parse/v2"
	"github.com/tdewolff/parse/v2/css"

	"vaandel/builder/theme"
)

// Clash is a text that can't be read well on its ground, in one rule of a style sheet.
type Clash struct {
	Selector     string
	Text, Ground string // as written
	Dark         bool   // only in the dark
	Contrast     float64
}

// readable is the contrast that text takes (WCAG 2.2, 1.4.3).
const readable = 4.5

// clashes finds the rules of a style sheet that put a text on a ground of their own on
// which it can't be read. Pairs of tokens that a theme is compiled with are left out:
// the build judges these, whichever rule they stand in.
func clashes(data []byte) []Clash {
	s := sheet{light: map[string]string{}, dark: map[string]string{}}
	s.read(data)
	night := maps.Clone(s.light)
	maps.Copy(night, s.dark)
	var found []Clash
	for _, r := range s.rules {
		text, ground := variable(r.text), variable(r.ground)
		if r.text == "" || r.ground == "" || text != "" && ground != "" && theme.Paired(text, ground) {
			continue
		}
		c := Clash{Selector: r.selector, Text: r.text, Ground: r.ground}
		for _, tokens := range []map[string]string{s.light, night} {
			ratio, ok := theme.Contrast(resolve(r.text, tokens), resolve(r.ground, tokens))
			if ok && ratio < readable {
				c.Contrast = ratio
				found = append(found, c)
				break
			}
			c.Dark = true
		}
	}
	return found
}

// sheet is what of a style sheet tells of colours.
type sheet struct {
	light, dark map[string]string // tokens
	rules       []colouring
}

// colouring is a rule that sets the colour of a text and of its ground.
type colouring struct{ selector, text, ground string }

// read reads all rules but those for paper and for colours of the reader's own.
func (s *sheet) read(data []byte) {
	p := css.NewParser(parse.NewInputBytes(slices.Clone(data)), false)
	var around []string // the at-rules that are open
	var selector string
	var rule colouring
	for {
		kind, _, text := p.Next()
		switch kind {
		case css.ErrorGrammar:
			if !p.HasParseError() {
				return
			}
		case css.BeginAtRuleGrammar:
			around = append(around, string(text)+" "+valueText(p.Values()))
		case css.EndAtRuleGrammar:
			around = around[:max(0, len(around)-1)]
		case css.QualifiedRuleGrammar:
			selector += valueText(p.Values()) + ","
		case css.BeginRulesetGrammar:
			rule = colouring{selector: strings.TrimSpace(selector + valueText(p.Values()))}
			selector = ""
		case css.CustomPropertyGrammar:
			s.token(rule.selector, string(text), valueText(p.Values()), strings.Join(around, " "))
		case css.DeclarationGrammar:
			rule.set(string(text), valueText(p.Values()))
		case css.EndRulesetGrammar:
			if !unlike.MatchString(strings.Join(around, " ")) && !idle.MatchString(rule.selector) {
				s.rules = append(s.rules, rule)
			}
		}
	}
}

var (
	// unlike is for paper or for colours of the reader's own.
	unlike = regexp.MustCompile(`\bprint\b|forced-colors|prefers-color-scheme`)
	// idle is what nobody needs to read now (WCAG 2.2, 1.4.3).
	idle = regexp.MustCompile(`:disabled|\[disabled|:placeholder|::selection|aria-disabled`)
	// oneVariable is a colour that is a token.
	oneVariable = regexp.MustCompile(`^var\(\s*--([\w-]+)\s*\)$`)
)

// token keeps a token of the root.
func (s *sheet) token(selector, name, value, around string) {
	if selector != ":root" || strings.Contains(around, "print") || strings.Contains(around, "forced-colors") {
		return
	}
	tokens := s.light
	if strings.Contains(around, "dark") {
		tokens = s.dark
	}
	tokens[strings.TrimPrefix(name, "--")] = strings.TrimSpace(value)
}

// set keeps a colour.
func (r *colouring) set(property, value string) {
	switch strings.ToLower(property) {
	case "color":
		r.text = value
	case "background", "background-color":
		r.ground = value
	}
}

// valueText is the text of a value or selector.
func valueText(tokens []css.Token) string {
	var b strings.Builder
	for _, t := range tokens {
		b.Write(t.Data)
	}
	return strings.TrimSpace(b.String())
}

// variable is the token that a colour is, or "".
func variable(colour string) string {
	if m := oneVariable.FindStringSubmatch(colour); m != nil {
		return m[1]
	}
	return ""
}

// resolve follows tokens to a colour.
func resolve(colour string, tokens map[string]string) string {
	for range 10 { // a circle has no end
		name := variable(colour)
		if name == "" {
			break
		}
		colour = tokens[name]
	}
	return colour
}
