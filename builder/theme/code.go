package theme

import (
	"fmt"
	"slices"
	"strings"

	"github.com/alecthomas/chroma/v2"
)

// codeRoles are the few looks that code has. Which colour they are is a matter
// of tokens.css: --code-keyword and so on. A type of token takes the role of the
// nearest of its own, its sub-category's and its category's.
var codeRoles = []struct {
	name  string
	types []chroma.TokenType
}{
	{"keyword", []chroma.TokenType{chroma.Keyword, chroma.OperatorWord}},
	{"name", []chroma.TokenType{chroma.NameFunction, chroma.NameClass, chroma.NameTag, chroma.NameBuiltin, chroma.NameDecorator, chroma.NameNamespace, chroma.GenericHeading, chroma.GenericSubheading}},
	{"attribute", []chroma.TokenType{chroma.NameAttribute, chroma.NameProperty, chroma.NameVariable, chroma.NameLabel}},
	{"string", []chroma.TokenType{chroma.String, chroma.LiteralDate, chroma.GenericInserted}},
	{"number", []chroma.TokenType{chroma.Number, chroma.KeywordConstant, chroma.NameConstant, chroma.NameEntity}},
	{"comment", []chroma.TokenType{chroma.Comment, chroma.GenericPrompt}},
	{"wrong", []chroma.TokenType{chroma.Error, chroma.GenericDeleted, chroma.GenericError}},
}

// codeStyle is the style of highlighted code, for the classes that chroma gives.
func codeStyle() string {
	classes := make([][]string, len(codeRoles))
	for token, class := range chroma.StandardTypes {
		if i := codeRole(token); i >= 0 && class != "" {
			classes[i] = append(classes[i], "."+class)
		}
	}
	var out strings.Builder
	for i, role := range codeRoles {
		slices.Sort(classes[i])
		fmt.Fprintf(&out, ".chroma :is(%s){color:var(--code-%s)}\n", strings.Join(classes[i], ","), role.name)
	}
	out.WriteString(".chroma .ge{font-style:italic}.chroma :is(.gs,.gh,.gu){font-weight:600}.chroma .gl{text-decoration:underline}\n")
	return out.String()
}

// codeRole returns the index of the role of a token, or -1.
func codeRole(token chroma.TokenType) int {
	for _, t := range []chroma.TokenType{token, token.SubCategory(), token.Category()} {
		for i, role := range codeRoles {
			if slices.Contains(role.types, t) {
				return i
			}
		}
	}
	return -1
}
