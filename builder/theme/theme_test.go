package theme_test

import (
	"bytes"
	"io/fs"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"vaandel/builder/diag"
	"vaandel/builder/theme"
	"vaandel/themes"
)

// page is what the small themes of these tests show.
type page struct {
	Title string
	Count int
	Refs  []ref
}

type ref struct{ Href, Text string }

// small is a theme as small as can be.
func small(files map[string]string) fstest.MapFS {
	out := fstest.MapFS{
		"document.html":     {Data: []byte("<!DOCTYPE html>\n<html lang=\"nl\">\n<title>{{.Title}}</title>\n{{template \"main\" .}}\n</html>\n")},
		"layouts/page.html": {Data: []byte("<h1>{{.Title}}</h1>\n")},
		"messages/nl.yaml":  {Data: []byte("hello: Hallo {0}\npages: { one: \"{0} pagina\", other: \"{0} pagina’s\" }\nnumber: { group: \".\", decimal: \",\" }\n")},
		"messages/en.yaml":  {Data: []byte("hello: Hello {0}\npages: { one: \"{0} page\", other: \"{0} pages\" }\nnumber: { group: \",\", decimal: \".\" }\n")},
		"style.css":         {Data: []byte("h1 { color: red }\n")},
	}
	for name, text := range files {
		out[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return out
}

// compile compiles layers, which must have nothing wrong with them.
func compile(t testing.TB, o theme.Options, layers ...fs.FS) *theme.Theme {
	t.Helper()
	th, ds, err := theme.Compile(layers, o)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range ds {
		t.Errorf("%s: %s", d.Position, d.Message.EN)
	}
	if th == nil {
		t.Fatal("no theme")
	}
	return th
}

func render(t testing.TB, th *theme.Theme, lang, layout string, view any) string {
	t.Helper()
	out, err := th.Page(lang, layout, view)
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

func standard(t testing.TB) fs.FS {
	t.Helper()
	layer, ok := themes.Named(themes.Default)
	if !ok {
		t.Fatal("the default theme is not there")
	}
	return layer
}

func TestLayoutStandsInTheDocument(t *testing.T) {
	th := compile(t, theme.Options{}, small(nil))
	got := render(t, th, "nl", "page", page{Title: "Één & <twee>"})
	want := "<!DOCTYPE html><html lang=\"nl\">\n<title>Één &amp; &lt;twee&gt;</title>\n<h1>Één &amp; &lt;twee&gt;</h1>\n</html>"
	if strings.TrimSpace(got) != want {
		t.Errorf("got %q\nwant %q", got, want)
	}
}

func TestWholeLayoutHasNoDocument(t *testing.T) {
	th := compile(t, theme.Options{}, small(map[string]string{
		"layouts/redirect.html": "{{/* Its own frame. */ -}}\n<!DOCTYPE html>\n<html lang=\"en\"><title>x</title></html>\n",
	}))
	if got := render(t, th, "nl", "redirect", page{}); strings.Count(got, "<html") != 1 || !strings.HasPrefix(got, "<!DOCTYPE html>") {
		t.Errorf("got %q", got)
	}
}

func TestFirstLayerWins(t *testing.T) {
	over := fstest.MapFS{
		"layouts/page.html": {Data: []byte("<h1>over {{.Title}}</h1>")},
		"messages/nl.yaml":  {Data: []byte("hello: Dag {0}\n")},
		"README.md":         {Data: []byte("not ours {{")},
		"node_modules/x.js": {Data: []byte("not ours")},
	}
	th := compile(t, theme.Options{}, over, small(nil))
	if got := render(t, th, "nl", "page", page{Title: "x"}); !strings.Contains(got, "<h1>over x</h1>") {
		t.Errorf("the upper layout is not used: %q", got)
	}
	if got := th.Message("nl", "hello", "jij"); got != "Dag jij" {
		t.Errorf("the upper word is not used: %q", got)
	}
	if got := th.Message("nl", "pages", 2); got != "2 pagina’s" {
		t.Errorf("a word of the lower layer is gone: %q", got)
	}
}

func TestFoldedMessagesAreEscapedAndPerLanguage(t *testing.T) {
	files := map[string]string{
		"messages/nl.yaml":  "quote: 'Zeg \"ja\" & <lach>'\n",
		"messages/en.yaml":  "quote: 'Say \"yes\" & <laugh>'\n",
		"layouts/page.html": `<h1 title="{{msg "quote"}}">{{msg "quote"}} {{msg "quote" | printf "%s!"}}</h1>`,
	}
	th := compile(t, theme.Options{}, small(files))
	for lang, want := range map[string]string{
		"nl": `<h1 title="Zeg &#34;ja&#34; &amp; &lt;lach&gt;">Zeg &#34;ja&#34; &amp; &lt;lach&gt; Zeg &#34;ja&#34; &amp; &lt;lach&gt;!</h1>`,
		"en": `<h1 title="Say &#34;yes&#34; &amp; &lt;laugh&gt;">Say &#34;yes&#34; &amp; &lt;laugh&gt; Say &#34;yes&#34; &amp; &lt;laugh&gt;!</h1>`,
		"fr": `Zeg &#34;ja&#34;`, // not compiled for: the first language
	} {
		if got := render(t, th, lang, "page", page{}); !strings.Contains(got, want) {
			t.Errorf("%s: got %q, want %q in it", lang, got, want)
		}
	}
}

func TestHashFollowsWhatPagesAreMadeOf(t *testing.T) {
	base := compile(t, theme.Options{}, small(nil)).Hash()
	if again := compile(t, theme.Options{}, small(nil)).Hash(); again != base {
		t.Error("the same theme has another hash")
	}
	for what, th := range map[string]*theme.Theme{
		"layout":   compile(t, theme.Options{}, small(map[string]string{"layouts/page.html": "<h1>x{{.Title}}</h1>"})),
		"message":  compile(t, theme.Options{}, small(map[string]string{"messages/nl.yaml": "hello: Hé {0}\n"})),
		"style":    compile(t, theme.Options{}, small(map[string]string{"style.css": "h1 { color: blue }"})),
		"script":   compile(t, theme.Options{}, small(map[string]string{"components/x/x.ts": "console.info(1)"})),
		"asset":    compile(t, theme.Options{}, small(map[string]string{"assets/a.svg": "<svg/>"})),
		"language": compile(t, theme.Options{Languages: []string{"en"}}, small(nil)),
	} {
		if th.Hash() == base {
			t.Errorf("another %s leaves the hash as it was", what)
		}
	}
}

func TestSameInputSameBytes(t *testing.T) {
	first := compile(t, theme.Options{}, standard(t))
	for range 3 {
		again := compile(t, theme.Options{}, standard(t))
		if again.Hash() != first.Hash() {
			t.Fatal("another hash")
		}
		a, b := first.Assets(), again.Assets()
		if len(a) != len(b) {
			t.Fatalf("%d assets, then %d", len(a), len(b))
		}
		for i := range a {
			if a[i].Path != b[i].Path || !bytes.Equal(a[i].Data, b[i].Data) {
				t.Errorf("%s differs from %s", b[i].Path, a[i].Path)
			}
		}
	}
}

func TestManyAtOnce(t *testing.T) {
	th := compile(t, theme.Options{}, small(map[string]string{
		"components/list/list.html": `<ul>{{range .Refs}}<li><a href="{{.Href}}">{{.Text}}</a></li>{{end}}</ul>`,
		"layouts/page.html":         `<h1>{{.Title}}</h1>{{template "list" .}}{{msg "pages" .Count}}`,
	}))
	want := render(t, th, "nl", "page", page{Title: "x", Count: 3, Refs: []ref{{"a.html", "A"}}})
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 50 {
				got, err := th.Page("nl", "page", page{Title: "x", Count: 3, Refs: []ref{{"a.html", "A"}}})
				if err != nil || string(got) != want {
					t.Errorf("got %q, %v", got, err)
					return
				}
				if _, err := th.Page("nl", "page", struct{ Title string }{"broken"}); err == nil {
					t.Error("a view without the fields raises no error")
					return
				}
			}
		})
	}
	wg.Wait()
}

func TestDefaultThemeIsWhole(t *testing.T) {
	th := compile(t, theme.Options{Languages: []string{"nl", "en"}}, standard(t))
	for _, layout := range []string{
		"page", "policy", "content-type", "training", "toolkit", "checklist", "agreement", "survey", "person", "figures",
		"share", "event", "section", "tags", "tag", "index", "notfound", "redirect",
	} {
		if !contains(th.Layouts(), layout) {
			t.Errorf("no layout %s", layout)
		}
	}
	if th.Style() == "" || th.Script("frame") == "" || th.Script("checklist") == "" || th.Script("nothing") != "" {
		t.Errorf("style %q, frame %q, checklist %q, nothing %q", th.Style(), th.Script("frame"), th.Script("checklist"), th.Script("nothing"))
	}
	paths := map[string]bool{}
	for _, a := range th.Assets() {
		paths[a.Path] = true
	}
	for _, p := range []string{th.Style(), th.Script("frame"), th.Script("checklist")} {
		if !paths[p] {
			t.Errorf("%s is not among the assets", p)
		}
	}
}

func TestLanguageThatTheThemeDoesNotSpeak(t *testing.T) {
	th, ds, err := theme.Compile([]fs.FS{standard(t)}, theme.Options{Languages: []string{"nl", "fr", "nl-BE"}})
	if err != nil || th == nil {
		t.Fatal(err, ds)
	}
	if len(ds) != 1 || ds[0].Rule != "theme-language" || ds[0].Severity != diag.Warning {
		t.Errorf("diagnostics: %v", ds)
	}
	if got := th.Message("fr", "skip"); got != "Skip to the text" {
		t.Errorf("French is answered with %q", got)
	}
	if got := th.Message("nl-BE", "skip"); got != "Ga naar de tekst" {
		t.Errorf("Flemish is answered with %q", got)
	}
}

func TestUnknownLayoutAndComponent(t *testing.T) {
	th := compile(t, theme.Options{}, small(nil))
	if _, err := th.Page("nl", "policy", page{}); err == nil || !strings.Contains(err.Error(), "layouts/policy.html") {
		t.Errorf("error: %v", err)
	}
	if _, err := th.Part("nl", "quiz", page{}); err == nil || !strings.Contains(err.Error(), "components/quiz/quiz.html") {
		t.Errorf("error: %v", err)
	}
}

func contains(list []string, s string) bool {
	for _, each := range list {
		if each == s {
			return true
		}
	}
	return false
}
