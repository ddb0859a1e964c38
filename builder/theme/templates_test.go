package theme

import (
	"io/fs"
	"slices"
	"strings"
	"testing"
	"text/template/parse"

	"vaandel/themes"
)

// standardFiles are the files of the default theme.
func standardFiles(t *testing.T) files {
	t.Helper()
	layer, _ := themes.Named(themes.Default)
	all, _, err := overlay([]fs.FS{layer}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// TestMinifiedTemplatesActTheSame guards against the minifier, which knows
// little of templates: every action of the default theme is still there, in
// order, and there is less text around them.
func TestMinifiedTemplatesActTheSame(t *testing.T) {
	all := standardFiles(t)
	sources, ds := parseTemplates(all)
	if len(ds) > 0 || len(sources) < 40 {
		t.Fatalf("%d templates, %v", len(sources), ds)
	}
	small, plain := 0, 0
	for _, s := range sources {
		if !slices.Equal(actions(s.small), actions(s.plain)) {
			t.Errorf("%s: another set of actions", s.name)
		}
		small, plain = small+textLength(s.small), plain+textLength(s.plain)
	}
	if small >= plain {
		t.Errorf("%d bytes of text, minified %d", plain, small)
	}
}

func textLength(trees map[string]*parse.Tree) int {
	n := 0
	for _, tree := range trees {
		walk(tree.Root, func(node parse.Node) {
			if text, ok := node.(*parse.TextNode); ok {
				n += len(text.Text)
			}
		})
	}
	return n
}

// TestMinifierTakesIndentation holds what it is there for, and that words keep
// the space between them.
func TestMinifierTakesIndentation(t *testing.T) {
	const text = "<ul>\n    {{range .Refs}}\n        <li>a\n            <b>b</b> <i>c</i></li>\n    {{end}}\n</ul>\n<pre>\n  x\n</pre>"
	f := file{path: "layouts/x.html", shown: "layouts/x.html", data: []byte(text)}
	plain, err := parseTrees(f, "layouts/x", text)
	if err != nil {
		t.Fatal(err)
	}
	got := minified(f, "layouts/x", plain)["layouts/x"].Root.String()
	want := "<ul>\n{{range .Refs}}\n<li>a\n<b>b</b> <i>c</i></li>\n{{end}}\n</ul>\n<pre>\n  x\n</pre>"
	if got != want {
		t.Errorf("got %q\nwant %q", got, want)
	}
}

// TestMinifierLeavesTheSource holds that the file is read but not written: the
// minifier writes into what it is given.
func TestMinifierLeavesTheSource(t *testing.T) {
	const text = "<!-- away -->\n<p   class=\"a\">{{ .X }}   b</p>\n\n"
	f := file{path: "layouts/x.html", shown: "layouts/x.html", data: []byte(text)}
	trees, err := parseTrees(f, "layouts/x", text)
	if err != nil {
		t.Fatal(err)
	}
	minified(f, "layouts/x", trees)
	if string(f.data) != text {
		t.Errorf("the file became %q", f.data)
	}
}

// TestMinifierFallsBack holds that a template the minifier would change is used
// as it was written.
func TestMinifierFallsBack(t *testing.T) {
	const text = "<p>{{if .X}}a{{end}}</p><!-- {{.Y}} -->"
	f := file{path: "layouts/x.html", shown: "layouts/x.html", data: []byte(text)}
	plain, err := parseTrees(f, "layouts/x", text)
	if err != nil {
		t.Fatal(err)
	}
	if got := minified(f, "layouts/x", plain); got["layouts/x"] != plain["layouts/x"] {
		t.Errorf("got %v", actions(got))
	}
}

// TestEveryMessageIsUsed holds both languages to the same keys, and each key to
// a template, a script or the program: a word that nobody reads is a mistake.
func TestEveryMessageIsUsed(t *testing.T) {
	all, w := standardFiles(t), standardWords(t)
	for key := range w["nl"] {
		if _, ok := w["en"][key]; !ok {
			t.Errorf("%s is not there in English", key)
		}
	}
	for key := range w["en"] {
		if _, ok := w["nl"][key]; !ok {
			t.Errorf("%s is not there in Dutch", key)
		}
	}
	used := map[string]bool{}
	sources, _ := parseTemplates(all)
	for _, s := range sources {
		for _, tree := range s.plain {
			calls(tree.Root, func(function, arg string, _ parse.Node) {
				if function == "msg" {
					used[arg] = true
				}
			})
		}
	}
	// What the program itself asks for, here and above this package.
	ours := []string{"language.", "number.", "size.", "date.", "callout.", "kind.", "share.", "footnote", "tags.title", "index.title", "search.title", "feed.title", "notfound.title",
		"booklet.footnotes", "booklet.title", "booklet.opening", "chooser.", "composer.title", "composer.summary", "mine.title", "mine.summary", "calendar.", "chart.", "toolkit.pack"}
	for key := range w["nl"] {
		if !used[key] && !slices.ContainsFunc(ours, func(p string) bool { return strings.HasPrefix(key, p) }) {
			t.Errorf("nothing uses %s", key)
		}
	}
}

func TestCodeStyle(t *testing.T) {
	css := codeStyle()
	for _, want := range []string{".k,", ".kc", ".nf", ".s2", ".c1", ".mi"} {
		if !strings.Contains(css, want) {
			t.Errorf("no %s in %s", want, css)
		}
	}
	if codeStyle() != css {
		t.Error("another style the second time")
	}
}

func TestBrandReachesStyleAndPictures(t *testing.T) {
	p := newPalette(parseHex("#8a2a6b"), grounds{})
	assets, a, ds := buildAssets(standardFiles(t), p)
	if len(ds) > 0 {
		t.Fatal(ds)
	}
	for _, each := range assets {
		text := string(each.Data)
		switch each.Path {
		case a.style:
			for _, want := range []string{"--brand:#8a2a6b", "@layer tokens", "--code-keyword", "prefers-color-scheme:dark"} {
				if !strings.Contains(text, want) {
					t.Errorf("the style has no %s", want)
				}
			}
			if strings.Contains(text, "@import") || strings.Contains(text, "&:") || strings.Contains(text, "\n\n") {
				t.Error("the style is not bundled, lowered and minified")
			}
		case a.static["favicon.svg"]:
			if !strings.Contains(text, "#8a2a6b") || strings.Contains(text, "var(") {
				t.Errorf("the icon has other colours: %s", text)
			}
		}
	}
}
