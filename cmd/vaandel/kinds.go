package main

import (
	"strings"

	"vaandel/builder/diag"
	"vaandel/builder/handbook"
)

// kindOf returns the kind that word names, in Dutch or in English.
func kindOf(word string) (handbook.Kind, error) {
	if kind := handbook.KindOf(word); kind != "" {
		return kind, nil
	}
	word = strings.ToLower(word)
	var names, english []string
	for _, k := range handbook.KindInfos {
		names = append(append(names, string(k.Kind)), k.Words...)
		english = append(english, string(k.Kind))
	}
	f := usage(text{
		NL: "Een pagina van de soort %[1]s kennen we niet.",
		EN: "We don't know a kind of page called %[1]s."}, text{
		NL: "Kies uit: %[2]s.",
		EN: "Choose from: %[2]s."}, word, strings.Join(english, ", "))
	if near, ok := diag.Nearest(word, names); ok {
		f.hint = meant.With(near)
	}
	return "", f
}

// kindTable shows the kinds in the help of new.
func (c *console) kindTable() string {
	var b strings.Builder
	var rows [][2]string
	for _, k := range handbook.KindInfos {
		name := string(k.Kind)
		if c.lang == "nl" && k.Words[0] != name {
			name += ", " + k.Words[0]
		}
		rows = append(rows, [2]string{name, k.About.In(c.lang)})
	}
	table(&b, text{NL: "Soorten:", EN: "Kinds:"}.In(c.lang), rows)
	return b.String()
}
