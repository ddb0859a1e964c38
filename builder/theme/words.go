package theme

import (
	"errors"
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/goccy/go-yaml"

	"vaandel/builder/diag"
)

// spoken is the language of those that the theme does not speak.
const spoken = "en"

// words are the messages by language and key.
type words map[string]map[string]message

// message is one text in the form for one and the form for any other number;
// most texts have one form, and then both are the same.
type message struct{ one, other phrase }

// phrase is a text with open places: texts[0] args[0] texts[1] …
type phrase struct {
	texts []string
	args  []int
}

// readWords reads messages/LANG.yaml of all layers. An upper layer's words go
// over those below.
func readWords(files files, languages []string) (words, []diag.Diagnostic) {
	w, ds := words{}, []diag.Diagnostic(nil)
	for _, name := range files.in("messages", ".yaml") {
		f := files[name]
		lang := strings.TrimSuffix(path.Base(f.path), ".yaml")
		if w[lang] == nil {
			w[lang] = map[string]message{}
		}
		var tree yaml.MapSlice
		if err := yaml.UnmarshalWithOptions(f.data, &tree, yaml.UseOrderedMap()); err != nil {
			ds = append(ds, wordsError(f, err))
			continue
		}
		flatten("", tree, func(key string, m message) {
			if _, ok := w[lang][key]; !ok {
				w[lang][key] = m
			}
		})
	}
	for _, lang := range languages {
		if w.of(lang) == nil {
			ds = append(ds, ruleLanguage.At(diag.Position{}, lang))
		}
	}
	return w, ds
}

// wordsError tells where a message file breaks.
func wordsError(f file, err error) diag.Diagnostic {
	var broken yaml.Error
	if !errors.As(err, &broken) {
		return ruleWords.At(f.at(0, 0), err.Error(), err.Error())
	}
	line, column := 0, 0
	if tok := broken.GetToken(); tok != nil {
		line, column = tok.Position.Line, tok.Position.Column
	}
	words := inWords(broken.GetMessage())
	return ruleWords.At(f.at(line, column), words.NL, words.EN)
}

// flatten calls put for each text: the texts of a map have their key behind the
// map's and a full stop, those of a list their number, from 1.
func flatten(key string, value any, put func(string, message)) {
	under := func(name string) string {
		if key == "" {
			return name
		}
		return key + "." + name
	}
	switch v := value.(type) {
	case yaml.MapSlice:
		if one, other, ok := forms(v); ok {
			put(key, message{parsePhrase(one), parsePhrase(other)})
			return
		}
		for _, item := range v {
			flatten(under(fmt.Sprint(item.Key)), item.Value, put)
		}
	case []any:
		for i, item := range v {
			flatten(under(strconv.Itoa(i+1)), item, put)
		}
	case nil:
		put(key, message{parsePhrase(""), parsePhrase("")})
	default:
		p := parsePhrase(fmt.Sprint(v))
		put(key, message{p, p})
	}
}

// forms returns the two forms of a text that depends on a number: a map of
// exactly "one" and "other".
func forms(m yaml.MapSlice) (one, other string, ok bool) {
	if len(m) != 2 || m[0].Key != "one" || m[1].Key != "other" {
		return "", "", false
	}
	return fmt.Sprint(m[0].Value), fmt.Sprint(m[1].Value), true
}

// parsePhrase cuts a text at {0}, {1}, … Any other brace is text.
func parsePhrase(s string) phrase {
	p, from := phrase{}, 0
	for i := 0; i+2 < len(s); i++ {
		if s[i] == '{' && s[i+1] >= '0' && s[i+1] <= '9' && s[i+2] == '}' {
			p.texts = append(p.texts, s[from:i])
			p.args = append(p.args, int(s[i+1]-'0'))
			from = i + 3
		}
	}
	p.texts = append(p.texts, s[from:])
	return p
}

// of returns the messages of lang ("nl-BE" is served by "nl"), or nil.
func (w words) of(lang string) map[string]message {
	if m, ok := w[lang]; ok {
		return m
	}
	general, _, _ := strings.Cut(lang, "-")
	return w[general]
}

// find returns the message of key in lang, else in English, else in any
// language, in order of their names.
func (w words) find(lang, key string) (message, bool) {
	if m, ok := w.of(lang)[key]; ok {
		return m, true
	}
	if m, ok := w[spoken][key]; ok {
		return m, true
	}
	for _, l := range w.languages() {
		if m, ok := w[l][key]; ok {
			return m, true
		}
	}
	return message{}, false
}

// languages are those that the theme speaks, in order.
func (w words) languages() []string {
	var out []string
	for l := range w {
		out = append(out, l)
	}
	slices.Sort(out)
	return out
}

// message is [Theme.Message].
func (w words) message(lang, key string, args ...any) string {
	m, ok := w.find(lang, key)
	if !ok {
		return key
	}
	p := m.other
	if n, ok := count(args); ok && n == 1 {
		p = m.one
	}
	if len(p.args) == 0 {
		return p.texts[0]
	}
	var b strings.Builder
	for i, text := range p.texts {
		b.WriteString(text)
		if i < len(p.args) && p.args[i] < len(args) {
			b.WriteString(w.show(lang, args[p.args[i]]))
		}
	}
	return b.String()
}

// count is the first whole number of args.
func count(args []any) (int64, bool) {
	for _, a := range args {
		switch n := a.(type) {
		case int:
			return int64(n), true
		case int64:
			return n, true
		}
	}
	return 0, false
}

// show writes an argument: numbers as the language groups their digits.
func (w words) show(lang string, arg any) string {
	switch v := arg.(type) {
	case string:
		return v
	case int:
		return w.number(lang, int64(v))
	case int64:
		return w.number(lang, v)
	}
	return fmt.Sprint(arg)
}
