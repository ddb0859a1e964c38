package theme

import (
	"bytes"
	"fmt"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/tdewolff/parse/v2"
	"github.com/tdewolff/parse/v2/css"

	"vaandel/builder/diag"
)

// tokensFile is the one style that merges: a theme's tokens are laid over those
// below it one by one, so a theme that changes three has three lines.
const tokensFile = "tokens.css"

// declaration is one "--name: value" of a tokens.css, or of the palette.
type declaration struct {
	name, value string
	at          diag.Position
	layer       int // 0 is the uppermost
	scope
}

// derived is the layer of what the palette declares.
const derived = -1

// scope is where a declaration holds.
type scope struct {
	scheme string // "light" or "dark"; "" is both
	when   string // a further condition, such as (min-width:64rem)
	paper  bool   // in print alone
	part   bool   // for a part of the page, not for its root
	hard   bool   // on a condition that can't be told from the others
}

// readTokens reads the tokens of all layers in the order of the cascade: what
// comes later wins.
func readTokens(files files) []declaration {
	var out []declaration
	for _, layer := range files.layersOf(tokensFile) {
		out = append(out, declarations(files[layered(tokensFile, layer)], layer)...)
	}
	return out
}

// layered is the name of one layer's file where those of all layers are kept.
func layered(p string, layer int) string { return fmt.Sprintf("%s@%d", p, layer) }

// layer is the number in such a name.
func layer(p string) int {
	_, number, _ := strings.Cut(p, "@")
	n, _ := strconv.Atoi(number) // as layered wrote it
	return n
}

// layersOf returns the layers that have the file p, the lowest first.
func (all files) layersOf(p string) []int {
	var out []int
	for name := range all {
		if strings.HasPrefix(name, p+"@") {
			out = append(out, layer(name))
		}
	}
	slices.Sort(out)
	slices.Reverse(out)
	return out
}

// declarations reads the custom properties of a style. What is wrong with its
// form is for the bundler to tell.
func declarations(f file, layer int) []declaration {
	var out []declaration
	lexer := css.NewLexer(parse.NewInputBytes(bytes.Clone(f.data)))
	scopes := []scope{{part: true}}
	text, start, offset := "", 0, 0 // what was read since the last brace or semicolon
	for {
		kind, token := lexer.Next()
		here := scopes[len(scopes)-1]
		switch kind {
		case css.ErrorToken:
			return out
		case css.CommentToken:
		case css.LeftBraceToken:
			scopes, text = append(scopes, here.inside(strings.TrimSpace(text))), ""
		case css.SemicolonToken, css.RightBraceToken:
			if name, value, ok := strings.Cut(strings.TrimSpace(text), ":"); ok && strings.HasPrefix(name, "--") {
				out = append(out, declaration{strings.TrimSpace(name[2:]), plainValue(value), f.place(start), layer, here})
			}
			if text = ""; kind == css.RightBraceToken && len(scopes) > 1 {
				scopes = scopes[:len(scopes)-1]
			}
		default:
			if strings.TrimSpace(text) == "" {
				start = offset
			}
			text += string(token)
		}
		offset += len(token)
	}
}

// plainValue drops what says how strong a declaration is.
func plainValue(s string) string {
	return strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(s), "!important"))
}

// place turns an offset into a position that counts characters.
func (f file) place(offset int) diag.Position {
	before := f.data[:offset]
	line := bytes.LastIndexByte(before, '\n') + 1
	return f.at(1+bytes.Count(before, []byte("\n")), 1+len([]rune(string(before[line:]))))
}

// inside is the scope of a block in this one, by what stands before its brace.
func (s scope) inside(head string) scope {
	query, isMedia := strings.CutPrefix(head, "@media")
	switch {
	case isMedia:
		return s.media(query)
	case strings.HasPrefix(head, "@layer"), strings.HasPrefix(head, "@supports"):
		return s
	}
	s.part = true
	for _, selector := range strings.Split(head, ",") {
		if selector = strings.TrimSpace(selector); selector == ":root" || selector == "html" {
			s.part = false
		}
	}
	return s
}

var space = regexp.MustCompile(`\s+`)

// media narrows the scope to a media query.
func (s scope) media(query string) scope {
	query = strings.ToLower(space.ReplaceAllString(strings.TrimSpace(query), " "))
	for _, part := range strings.Split(query, " and ") {
		switch part = strings.ReplaceAll(strings.TrimPrefix(part, "only "), " ", ""); {
		case part == "screen", part == "all":
		case part == "print":
			s.paper = true
		case part == "(prefers-color-scheme:dark)" && s.scheme != "light":
			s.scheme = "dark"
		case part == "(prefers-color-scheme:light)" && s.scheme != "dark":
			s.scheme = "light"
		default:
			s.when += part
		}
	}
	if strings.Contains(query, ",") || strings.Contains(query, "not ") || strings.Contains(query, " or ") {
		s.hard, s.when = true, ""
	}
	return s
}

// tokensOfLayers imports the tokens of all layers, the lowest first.
func (b bundler) tokensOfLayers() string {
	var out strings.Builder
	for _, layer := range b.files.layersOf(tokensFile) {
		fmt.Fprintf(&out, "@import %q;\n", layered(tokensFile, layer))
	}
	return out.String()
}

// isStyle tells whether a file of the theme is CSS, of one layer or all.
func isStyle(p string) bool {
	plain, _, _ := strings.Cut(p, "@")
	return path.Ext(plain) == ".css"
}
