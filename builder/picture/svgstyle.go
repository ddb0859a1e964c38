package picture

import (
	"strings"

	"github.com/tdewolff/parse/v2"
	"github.com/tdewolff/parse/v2/css"
)

// cssToken is one word of CSS.
type cssToken struct {
	kind css.TokenType
	text string
}

// maxStyle is how many bytes of CSS are read at once.
const maxStyle = 1 << 20

// lex splits CSS into its words; a comment becomes a space.
func (c *svgCleaner) lex(s string) []cssToken {
	if len(s) > maxStyle {
		c.failed = &ComplexError{What: "bytes of style", Limit: maxStyle}
		return nil
	}
	var tokens []cssToken
	l := css.NewLexer(parse.NewInputString(s))
	for {
		kind, text := l.Next()
		switch kind {
		case css.ErrorToken:
			return tokens
		case css.CommentToken:
			kind, text = css.WhitespaceToken, []byte(" ")
		}
		tokens = append(tokens, cssToken{kind, string(text)})
	}
}

// styleSheet cleans the content of an element style: rules with selectors, and
// those under @media. All other @-rules load, move or define fonts.
func (c *svgCleaner) styleSheet(ts []cssToken, depth int) string {
	var out strings.Builder
	for len(ts) > 0 {
		first := ts[0]
		switch first.kind {
		case css.WhitespaceToken, css.SemicolonToken, css.RightBraceToken, css.CDOToken, css.CDCToken:
			ts = ts[1:]
			continue
		}
		at := first.kind == css.AtKeywordToken
		open := find(ts, func(k css.TokenType) bool {
			return k == css.LeftBraceToken || at && k == css.SemicolonToken
		})
		if open == len(ts) || ts[open].kind == css.SemicolonToken {
			if at && first.text != "@charset" {
				c.remove(first.text)
			}
			ts = ts[min(open+1, len(ts)):]
			continue
		}
		end := block(ts[open:]) + open
		prelude, body := ts[:open], ts[open+1:min(end, len(ts))]
		ts = ts[min(end+1, len(ts)):]
		switch {
		case at && strings.EqualFold(first.text, "@media") && depth < 4 && selector(prelude[1:]):
			if inner := c.styleSheet(body, depth+1); inner != "" {
				out.WriteString("@media" + join(prelude[1:]) + "{" + inner + "}")
			}
		case at:
			c.remove(first.text)
		case !selector(prelude):
			c.remove("<style>")
		default:
			if inner, refs := c.declarations(body); inner != "" {
				c.graph.style(prelude, refs)
				out.WriteString(join(prelude) + "{" + inner + "}")
			}
		}
	}
	return out.String()
}

// find returns the place of the first token of a kind, or the length.
func find(ts []cssToken, is func(css.TokenType) bool) int {
	for i, t := range ts {
		if is(t.kind) {
			return i
		}
	}
	return len(ts)
}

// block returns the place of the brace that closes the one at 0, or the length.
func block(ts []cssToken) int {
	depth := 0
	for i, t := range ts {
		switch t.kind {
		case css.LeftBraceToken:
			depth++
		case css.RightBraceToken:
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return len(ts)
}

// join returns the words as text, with one space for any.
func join(ts []cssToken) string {
	var out strings.Builder
	for _, t := range ts {
		if t.kind == css.WhitespaceToken {
			t.text = " "
		}
		out.WriteString(t.text)
	}
	return strings.TrimRight(out.String(), " ")
}

// selector tells whether words are fit for what stands before a brace.
func selector(ts []cssToken) bool {
	for _, t := range ts {
		switch t.kind {
		case css.URLToken, css.BadURLToken, css.BadStringToken, css.AtKeywordToken,
			css.CDOToken, css.CDCToken, css.SemicolonToken:
			return false
		}
		if strings.Contains(t.text, `\`) {
			return false
		}
	}
	return true
}

// declarations cleans the inside of a rule or of an attribute style, and
// returns what it refers to.
func (c *svgCleaner) declarations(ts []cssToken) (string, []svgRef) {
	var kept []string
	var refs []svgRef
	for len(ts) > 0 {
		end := declarationEnd(ts)
		d := trim(ts[:end])
		ts = ts[min(end+1, len(ts)):]
		if len(d) == 0 {
			continue
		}
		name := d[0].text
		lower := strings.ToLower(name)
		colon := find(d, func(k css.TokenType) bool { return k == css.ColonToken })
		if colon == 0 || colon == len(d) || len(trim(d[1:colon])) > 0 {
			continue // no declaration: browsers skip it too
		}
		if !svgProperties[lower] && d[0].kind != css.CustomPropertyNameToken {
			if !harmless(lower) {
				c.remove(name + ":")
			}
			continue
		}
		value, used, ok := cleanValue(trim(d[colon+1:]))
		if !ok || strings.Contains(name, `\`) {
			c.remove(name + ":")
			continue
		}
		kept = append(kept, name+":"+value)
		refs = append(refs, newRefs(lower, used)...)
	}
	return strings.Join(kept, ";"), refs
}

// declarationEnd returns the place of the semicolon that ends a declaration.
func declarationEnd(ts []cssToken) int {
	depth := 0
	for i, t := range ts {
		switch t.kind {
		case css.LeftParenthesisToken, css.FunctionToken, css.LeftBraceToken, css.LeftBracketToken:
			depth++
		case css.RightParenthesisToken, css.RightBraceToken, css.RightBracketToken:
			depth--
		case css.SemicolonToken:
			if depth <= 0 {
				return i
			}
		}
	}
	return len(ts)
}

func trim(ts []cssToken) []cssToken {
	for len(ts) > 0 && ts[0].kind == css.WhitespaceToken {
		ts = ts[1:]
	}
	for len(ts) > 0 && ts[len(ts)-1].kind == css.WhitespaceToken {
		ts = ts[:len(ts)-1]
	}
	return ts
}

// cleanValue returns the value of a property, and the ids that it refers to. It
// reports false for one that calls something else than drawing does, or whose
// escapes hide what it says.
func cleanValue(ts []cssToken) (value string, refs []string, ok bool) {
	var out strings.Builder
	for _, t := range ts {
		if strings.Contains(t.text, `\`) {
			return "", nil, false
		}
		switch t.kind {
		case css.IdentToken, css.HashToken, css.StringToken, css.NumberToken, css.PercentageToken,
			css.DimensionToken, css.CommaToken, css.LeftParenthesisToken, css.RightParenthesisToken,
			css.CustomPropertyNameToken:
		case css.WhitespaceToken:
			t.text = " "
		case css.DelimToken:
			if !strings.Contains("+-*/!.%", t.text) {
				return "", nil, false
			}
		case css.FunctionToken:
			if !svgFunctions[strings.ToLower(strings.TrimSuffix(t.text, "("))] {
				return "", nil, false
			}
		case css.URLToken:
			id, ok := fragment(t.text)
			if !ok {
				return "", nil, false
			}
			refs = append(refs, id)
		default:
			return "", nil, false
		}
		out.WriteString(t.text)
	}
	return out.String(), refs, true
}

// fragment returns the id in url(#id), with or without quotes.
func fragment(url string) (string, bool) {
	if len(url) < 5 || !strings.HasSuffix(url, ")") {
		return "", false
	}
	s := strings.TrimSpace(url[4 : len(url)-1])
	if s != "" && (s[0] == '"' || s[0] == '\'') {
		if len(s) < 2 || s[len(s)-1] != s[0] {
			return "", false
		}
		s = s[1 : len(s)-1]
	}
	return strings.TrimPrefix(s, "#"), strings.HasPrefix(s, "#")
}
