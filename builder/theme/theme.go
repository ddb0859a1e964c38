// Package theme compiles a theme, a folder of templates, styles, scripts and
// messages, into something that turns views into HTML.
//
// A theme's folder:
//
//	document.html                    the frame around every layout
//	layouts/NAME.html                the middle of one kind of page
//	components/NAME/NAME.html        a piece of a page: {{template "NAME" .}}
//	components/NAME/NAME.css, .ts    its style and its script
//	shared/*.ts                      code that scripts import
//	style.css, tokens.css, styles/   the style of the whole
//	messages/LANG.yaml               the theme's own words
//	synonyms/LANG.txt                words that mean the same, for the search
//	assets/                          pictures: {{asset "favicon.svg"}}
//
// Themes are laid over each other file by file, so a theme that changes one
// file has one file. Messages are laid over each other word by word, and
// tokens.css token by token.
//
// The colours of tokens.css are held against the contrast that they need; see
// pairs. The brand's are derived from the accent so that they have it.
//
// A layout stands where document.html says {{template "main" .}}. A layout that
// starts with a doctype is a whole document by itself.
//
// The package knows nothing of handbooks: a view is any value with the fields
// that the templates ask for.
package theme

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"html/template"
	"io/fs"
	"maps"
	"slices"
	"sync"

	"vaandel/builder/diag"
)

// Options are what a theme must know beside its files. The zero value works.
type Options struct {
	// Accent is the organisation's colour as #rrggbb or #rgb; "" means
	// [DefaultAccent]. AccentAt is where it is written, for diagnostics.
	Accent   string
	AccentAt diag.Position
	// Languages are those of the handbook, the first is its default; none means
	// "nl" and "en". A language without messages speaks English.
	Languages []string
	// Names are the layers' folders as diagnostics show them ("themes/sober"),
	// in the order of the layers. A layer without a name shows its files' paths
	// as they are inside it.
	Names []string
}

// Asset is a file that pages refer to. Path is below the site's root, with
// slashes; it carries a hash of Data, so that browsers can keep it for ever.
type Asset struct {
	Path string
	Data []byte
	// Draw, if set, makes the data: its path tells all that they follow from.
	Draw func() []byte
}

// Theme is a compiled theme. It is never changed once compiled, but for a set
// of templates that is made when a template fails, and is safe for use by many
// goroutines at once.
type Theme struct {
	languages []string
	words     words
	sets      map[string]*set // by language
	assets    []Asset
	addresses addresses
	hash      [32]byte
	synonyms  map[string][][]string
	buffers   sync.Pool // of *bytes.Buffer
}

// addresses are the paths, below the site's root, of what has a hash in its name.
type addresses struct {
	style   string
	scripts map[string]string // by component
	static  map[string]string // by path below the folder assets
}

// Sum is a hash of all that [Compile] makes a theme of: with the same sum it makes
// the same theme and tells the same diagnostics. The error is for layers that can't
// be read.
func Sum(layers []fs.FS, o Options) ([32]byte, error) {
	files, _, err := overlay(layers, o.Names)
	h := sha256.New()
	fmt.Fprintf(h, "%q %v %q %q\n", o.Accent, o.AccentAt, o.Languages, o.Names)
	for _, path := range slices.Sorted(maps.Keys(files)) {
		f := files[path]
		fmt.Fprintf(h, "%q %q %d\n", path, f.shown, len(f.data))
		h.Write(f.data)
	}
	return [32]byte(h.Sum(nil)), err
}

// Compile reads a theme from layers, of which the first that has a file wins.
// Diagnostics tell what is wrong in the theme; with one that is an error there
// is no theme, save where colours lack contrast: then pages can be made all the
// same. The error is for layers that can't be read.
func Compile(layers []fs.FS, o Options) (*Theme, []diag.Diagnostic, error) {
	files, ds, err := overlay(layers, o.Names)
	if err != nil {
		return nil, nil, err
	}
	t := &Theme{languages: o.Languages}
	if len(t.languages) == 0 {
		t.languages = []string{"nl", "en"}
	}
	accent, more := parseAccent(o.Accent, o.AccentAt)
	ds = append(ds, more...)
	colours := colours{declared: readTokens(files), base: len(layers) - 1, accent: accent}
	palette := colours.palette(accent)
	t.words, more = readWords(files, t.languages)
	ds = append(ds, more...)
	t.assets, t.addresses, more = buildAssets(files, palette)
	ds = append(ds, more...)
	t.synonyms = readSynonyms(files)
	sources, more := parseTemplates(files)
	ds = append(ds, more...)
	ds = append(ds, checkKeys(sources, t.words, t.addresses, t.languages)...)
	ds = append(ds, checkUnused(files, sources, colours.base)...)
	if errors, _ := diag.Count(ds); errors == 0 {
		t.sets, more = buildSets(sources, t)
		ds = append(ds, more...)
	}
	errors, _ := diag.Count(ds)
	ds = diag.Sort(append(ds, checkContrast(colours, palette, o.Accent != "", o.AccentAt)...))
	if errors > 0 {
		return nil, ds, nil
	}
	t.hash = t.sum(files)
	return t, ds, nil
}

// sum hashes what determines a page's HTML beside its view: the templates, the
// messages, the addresses of the assets and the languages. Each part goes with
// its length, so that no two themes read the same.
func (t *Theme) sum(files files) [32]byte {
	h := sha256.New()
	add := func(parts ...string) {
		for _, p := range parts {
			h.Write(binary.BigEndian.AppendUint64(nil, uint64(len(p))))
			h.Write([]byte(p))
		}
	}
	add(t.languages...)
	for _, name := range files.in("", ".html", ".yaml") {
		add(name, string(files[name].data))
	}
	for _, a := range t.assets {
		add(a.Path)
	}
	return [32]byte(h.Sum(nil))
}

// Hash identifies all that the theme adds to a page's HTML: two themes with the
// same hash make the same page of the same view. It does not know the program
// itself; whoever keeps pages between versions of the program adds its version.
func (t *Theme) Hash() [32]byte { return t.hash }

// Assets returns the theme's files for the output, by path. They must not be
// changed.
func (t *Theme) Assets() []Asset { return t.assets }

// Style returns the path of the style sheet below the site's root.
func (t *Theme) Style() string { return t.addresses.style }

// Card returns the path of the picture to show beside a link to the handbook.
func (t *Theme) Card() string { return t.addresses.static[cardName] }

// Script returns the path of a component's script below the site's root, or ""
// for a component that has none.
func (t *Theme) Script(component string) string { return t.addresses.scripts[component] }

// Layouts returns the names that [Theme.Page] knows, in order.
func (t *Theme) Layouts() []string {
	return slices.Sorted(maps.Keys(t.sets[t.languages[0]].pages))
}

// Message returns the text of key in lang, with args in the places {0}, {1}, …
// of the text. Where a text has a form for one and for more, the first whole
// number of args decides. A key that no language has comes back as it is.
func (t *Theme) Message(lang, key string, args ...any) string {
	return t.words.message(lang, key, args...)
}

// Page returns the whole file of a page: view shown in the layout, in lang. A
// language that the theme was not compiled for gets the first one's words.
// Where the template fails, the error is an [*Error].
func (t *Theme) Page(lang, layout string, view any) ([]byte, error) {
	s := t.set(lang)
	page, ok := s.pages[layout]
	if !ok {
		return nil, &Error{ruleLayout.At(diag.Position{File: "layouts/" + layout + ".html"}, layout)}
	}
	buf := t.buffer()
	defer t.buffers.Put(buf)
	if err := page.Execute(buf, view); err != nil {
		return nil, s.explain(err, page.Name(), view)
	}
	return bytes.Clone(buf.Bytes()), nil
}

// Part returns one component of a page, shown in lang. Its errors are those of
// [Theme.Page].
func (t *Theme) Part(lang, component string, view any) (template.HTML, error) {
	s := t.set(lang)
	part := s.parts[component]
	if part == nil {
		file := fmt.Sprintf("components/%[1]s/%[1]s.html", component)
		return "", &Error{ruleLayout.At(diag.Position{File: file}, component)}
	}
	buf := t.buffer()
	defer t.buffers.Put(buf)
	if err := part.Execute(buf, view); err != nil {
		return "", s.explain(err, component, view)
	}
	return template.HTML(buf.String()), nil
}

func (t *Theme) set(lang string) *set {
	if s, ok := t.sets[lang]; ok {
		return s
	}
	return t.sets[t.languages[0]]
}

func (t *Theme) buffer() *bytes.Buffer {
	if buf, ok := t.buffers.Get().(*bytes.Buffer); ok {
		buf.Reset()
		return buf
	}
	return new(bytes.Buffer)
}
