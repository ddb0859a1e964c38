package theme

import (
	"fmt"
	"hash/fnv"
	"html/template"
	"net/url"
	"reflect"
	"slices"
	"strings"
	"unicode/utf8"
)

// functions are what templates can call, beside those of text/template. They
// depend on their arguments and the language alone. For reading a template, w
// and t may be nil.
//
//	msg KEY ARGS…     a text of messages/LANG.yaml
//	asset FILE        the path of a file in assets/, below the site's root
//	script COMPONENT  the path of a component's script, "" without one
//	date D            "12 maart 2026"
//	period FROM TO    "maandag 14 september 2026, 10.00 tot 12.00 uur"
//	number N          "14.300", of an int or int64
//	size BYTES        "3,4 kB"
//	language CODE     a language's name: "Engels"; autonym CODE, in itself: "English"
//	telephone NUMBER  the address tel:…; nobreak TEXT keeps a number on one line
//	external ADDRESS  whether it is on another site; host ADDRESS, that site
//	mixed LIST        its items in another order, always the same
//	enough CONTENTS   whether a table of contents has three headings or more
//	title PAGE SITE   both names, as far as a tab or a search result shows them
//	next I N          the number from 1 of the item behind item I (from 0) of N, or 0
//	pair A B          a value with A and B, to hand two things to a template
func functions(w words, lang string, t *Theme) template.FuncMap {
	return template.FuncMap{
		"msg": func(key string, args ...any) string { return w.message(lang, key, args...) },
		"asset": func(name string) (string, error) {
			if p, ok := t.addresses.static[name]; ok {
				return p, nil
			}
			return "", fmt.Errorf("assets/%s does not exist", name)
		},
		"script": func(name string) string { return t.addresses.scripts[name] },
		"date":   func(d string) string { return w.date(lang, d) },
		"period": func(from, to string) string { return w.period(lang, from, to) },
		"number": func(n any) (string, error) {
			v := reflect.ValueOf(n)
			if !v.CanInt() {
				return "", fmt.Errorf("%v is no whole number", n)
			}
			return w.number(lang, v.Int()), nil
		},
		"size":      func(bytes int64) string { return w.size(lang, bytes) },
		"language":  func(code string) string { return languageName(w, lang, code) },
		"autonym":   func(code string) string { return autonym(w, code) },
		"nobreak":   func(text string) string { return unbroken.Replace(text) },
		"telephone": telephone,
		"external":  func(address string) bool { return host(address) != "" },
		"host":      host,
		"mixed":     mixed,
		"enough":    enough,
		"title":     title,
		"next":      next,
		"pair":      func(a, b any) pair { return pair{a, b} },
	}
}

// next returns the number, from 1, of the item behind item i of n; 0 for the last.
func next(i, n int) int {
	if i+1 >= n {
		return 0
	}
	return i + 2
}

// pair is what the function pair returns.
type pair struct{ A, B any }

// enough counts the entries of a table of contents and those inside them, the
// field Entries, until there are three: fewer need no table.
func enough(contents any) bool {
	const three = 3
	list := reflect.ValueOf(contents)
	n := list.Len()
	for i := 0; i < list.Len() && n < three; i++ {
		n += list.Index(i).FieldByName("Entries").Len()
	}
	return n >= three
}

// titleLength is about what browsers' tabs and lists of results show of a title,
// in characters; validators ask for no more either.
const titleLength = 70

// title puts the site's name behind the page's, where both fit.
func title(page, site string) string {
	const between = " · "
	if page == site || site == "" || utf8.RuneCountInString(page+between+site) > titleLength {
		return page
	}
	return page + between + site
}

// unbroken puts spaces and hyphens at which lines don't break.
var unbroken = strings.NewReplacer(" ", "\u00a0", "-", "\u2011")

// languageName is the name of the language code in lang; one that the messages
// don't name is called as it calls itself.
func languageName(w words, lang, code string) string {
	if m, ok := w.of(lang)["language.names."+code]; ok {
		return m.other.texts[0]
	}
	return autonym(w, code)
}

// autonym is the name of a language in that language itself; one that the theme
// doesn't speak is shown by its code.
func autonym(w words, code string) string {
	if m, ok := w.of(code)["language.self"]; ok {
		return m.other.texts[0]
	}
	return code
}

// telephone makes an address of a number as people write it. The address holds
// nothing but digits and a plus, so it is safe as it is.
func telephone(number string) template.URL {
	number = strings.Replace(number, "(0)", "", 1) // +31 (0)20 …
	return template.URL("tel:" + strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' || r == '+' {
			return r
		}
		return -1
	}, number))
}

// host returns the name of the site of an address with http or https, without
// "www.", or "".
func host(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	return strings.TrimPrefix(u.Hostname(), "www.")
}

// mixed returns the items of a list in an order that depends on what they show,
// so that answers to be put in order don't stand in it. A list that comes out as
// it was is turned around.
func mixed(list any) ([]any, error) {
	v := reflect.ValueOf(list)
	if v.Kind() != reflect.Slice {
		return nil, fmt.Errorf("%T is no list", list)
	}
	type item struct {
		value any
		at    int
		key   uint64
	}
	items := make([]item, v.Len())
	for i := range items {
		h := fnv.New64a()
		fmt.Fprint(h, v.Index(i).Interface())
		items[i] = item{v.Index(i).Interface(), i, h.Sum64()}
	}
	slices.SortStableFunc(items, func(a, b item) int {
		if a.key < b.key {
			return -1
		}
		if a.key > b.key {
			return 1
		}
		return 0
	})
	if slices.IsSortedFunc(items, func(a, b item) int { return a.at - b.at }) {
		slices.Reverse(items)
	}
	out := make([]any, len(items))
	for i, each := range items {
		out[i] = each.value
	}
	return out, nil
}
