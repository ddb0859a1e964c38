package themes_test

import (
	"errors"
	"fmt"
	"html/template"
	"io"
	"io/fs"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"vaandel/builder/handbook"
	"vaandel/builder/render"
	"vaandel/builder/theme"
	"vaandel/themes"
)

func compile(t testing.TB) *theme.Theme {
	t.Helper()
	layer, ok := themes.Named(themes.Default)
	if !ok {
		t.Fatal("no default theme")
	}
	th, ds, err := theme.Compile([]fs.FS{layer}, theme.Options{})
	if err != nil || len(ds) > 0 {
		t.Fatal(err, ds)
	}
	return th
}

func TestNamed(t *testing.T) {
	for _, name := range []string{"", ".", "..", "nothing", "default/layouts/page.html", "/default"} {
		if _, ok := themes.Named(name); ok {
			t.Errorf("%q is a theme", name)
		}
	}
}

// TestLayouts renders every layout with all that a view can hold and with
// nothing in it, in both languages, and looks at the HTML as a browser does.
func TestLayouts(t *testing.T) {
	th := compile(t)
	for name, view := range views() {
		for _, lang := range []string{"nl", "en"} {
			page, err := th.Page(lang, view.Layout, view)
			if err != nil {
				t.Errorf("%s, %s: %v", name, lang, err)
				continue
			}
			d := read(t, name+", "+lang, string(page))
			d.wellFormed()
			d.accessible()
			d.page()
		}
	}
}

func TestParts(t *testing.T) {
	th := compile(t)
	for name, p := range parts() {
		out, err := th.Part("nl", p.component, p.view)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		d := read(t, name, "<!DOCTYPE html><html><head></head><body>"+string(out)+"</body></html>")
		d.wellFormed()
		d.accessible()
	}
}

// TestKindsHaveNames holds that there is a word for each kind and each type of
// what can be shared.
func TestKindsHaveNames(t *testing.T) {
	th := compile(t)
	keys := []string{"share.press-release", "share.vacancy", "share.article", "footnotes", "footnote_back"}
	for _, k := range handbook.Kinds {
		keys = append(keys, "kind."+string(k))
	}
	for _, callout := range []string{"note", "tip", "important", "warning", "caution", "do", "dont"} {
		keys = append(keys, "callout."+callout)
	}
	for _, key := range keys {
		for _, lang := range []string{"nl", "en"} {
			if th.Message(lang, key) == key {
				t.Errorf("no %s in %s", key, lang)
			}
		}
	}
}

// TestQuizHidesTheOrder holds that the answers to put in order don't stand in
// that order where they are asked, and do where the answer is.
func TestQuizHidesTheOrder(t *testing.T) {
	out, err := compile(t).Part("nl", "quiz", parts()["quiz order"].view)
	if err != nil {
		t.Fatal(err)
	}
	question, answer, _ := strings.Cut(string(out), "<details>")
	order := func(s string) []int {
		return []int{strings.Index(s, ">Ja<"), strings.Index(s, ">Nee<"), strings.Index(s, ">Soms<")}
	}
	if slices.IsSorted(order(question)) || !slices.IsSorted(order(answer)) || order(answer)[0] < 0 {
		t.Errorf("asked %v, answered %v", order(question), order(answer))
	}
}

// document is a page as text, and as the browser's parser understands it.
type document struct {
	t    *testing.T
	name string
	text string
	root *html.Node
}

func read(t *testing.T, name, text string) document {
	t.Helper()
	root, err := html.Parse(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return document{t, name, text, root}
}

func (d document) fail(format string, args ...any) {
	d.t.Helper()
	d.t.Errorf("%s: "+format, append([]any{d.name}, args...)...)
}

// wellFormed holds that the tags written are those that the parser sees: it
// closes, moves and adds tags silently where they are not balanced or nested as
// they may be.
func (d document) wellFormed() {
	d.t.Helper()
	written, err := tags(d.text)
	if err != nil {
		d.fail("%v", err)
	}
	var seen []string
	d.each(func(n *html.Node) { seen = append(seen, n.Data) })
	for i := range max(len(written), len(seen)) {
		if i >= len(written) || i >= len(seen) || written[i] != seen[i] {
			d.fail("the parser sees other tags: %v … not %v …", seen[max(0, i-3):min(i+3, len(seen))], written[max(0, i-3):min(i+3, len(written))])
			return
		}
	}
}

// tags returns the start tags of text, which must be balanced.
func tags(text string) ([]string, error) {
	var out, open []string
	z := html.NewTokenizer(strings.NewReader(text))
	for {
		switch z.Next() {
		case html.ErrorToken:
			if !errors.Is(z.Err(), io.EOF) || len(open) > 0 {
				return out, fmt.Errorf("open at the end: %v, %w", open, z.Err())
			}
			return out, nil
		case html.StartTagToken, html.SelfClosingTagToken:
			name, _ := z.TagName()
			out = append(out, string(name))
			if !slices.Contains(void, string(name)) && z.Token().Type != html.SelfClosingTagToken {
				open = append(open, string(name))
			}
		case html.EndTagToken:
			name, _ := z.TagName()
			if len(open) == 0 || open[len(open)-1] != string(name) {
				return out, fmt.Errorf("</%s> closes %v", name, open)
			}
			open = open[:len(open)-1]
		}
	}
}

// void are the elements without an end (HTML Standard, 13.1.2). The tokenizer
// does not tell whether a tag of SVG closes itself.
var void = []string{"br", "hr", "img", "input", "link", "meta", "path"}

// accessible holds what does not take a browser to see: names for controls,
// pictures and landmarks, ids that are unique and there, and nothing inline.
func (d document) accessible() {
	d.t.Helper()
	ids, wanted := map[string]bool{}, []string{}
	d.each(func(n *html.Node) {
		a := attributes(n)
		if id, ok := a["id"]; ok {
			if id == "" || ids[id] {
				d.fail("id %q is empty or there twice", id)
			}
			ids[id] = true
		}
		for _, name := range []string{"for", "aria-labelledby", "aria-describedby"} {
			wanted = append(wanted, strings.Fields(a[name])...)
		}
		for name, value := range a {
			if name == "style" || strings.HasPrefix(name, "on") || strings.Contains(value, "ZgotmplZ") {
				d.fail("%s=%q in <%s>", name, value, n.Data)
			}
		}
		switch n.Data {
		case "style":
			d.fail("<style>")
		case "script":
			if a["src"] == "" || n.FirstChild != nil {
				d.fail("a script inside the page")
			}
		case "img":
			if _, ok := a["alt"]; !ok || a["width"] == "" || a["height"] == "" {
				d.fail("a picture without alt, width or height: %v", a)
			}
		case "a":
			if a["href"] == "" && d.named(n) {
				d.fail("a link to nowhere")
			}
		case "nav", "section":
			if a["aria-label"] == "" && a["aria-labelledby"] == "" {
				d.fail("<%s> without a name", n.Data)
			}
		case "ul", "ol":
			if !d.named(n) {
				d.fail("an empty list, class %q", a["class"])
			}
		}
	})
	for _, id := range wanted {
		if !ids[id] {
			d.fail("something refers to %q, which is not there", id)
		}
	}
}

// named tells whether there is anything but space in n. The views without a
// site have links without an address; those have no text either.
func (d document) named(n *html.Node) bool {
	for c := range n.Descendants() {
		if c.Type == html.TextNode && strings.TrimSpace(c.Data) != "" || c.Data == "img" {
			return true
		}
	}
	return false
}

// page holds what every whole page has.
func (d document) page() {
	d.t.Helper()
	count := map[string]int{}
	var head []*html.Node
	d.each(func(n *html.Node) {
		count[n.Data]++
		if n.Parent != nil && n.Parent.Data == "head" {
			head = append(head, n)
		}
		if n.Data == "html" && attributes(n)["lang"] == "" {
			d.fail("no language")
		}
		if n.Data == "input" && n.Parent.Data == "form" {
			d.fail("a form that could be sent")
		}
	})
	for _, name := range []string{"h1", "title", "main"} {
		if count[name] != 1 {
			d.fail("%d times <%s>", count[name], name)
		}
	}
	policy := attributes(head[0])
	if policy["http-equiv"] != "Content-Security-Policy" {
		d.fail("the first thing in the head is no security policy")
	}
	for _, want := range []string{"default-src 'none'", "script-src 'self'", "require-trusted-types-for 'script'", "base-uri 'none'", "form-action 'none'"} {
		if !strings.Contains(policy["content"], want) {
			d.fail("the policy lacks %s", want)
		}
	}
	for _, never := range []string{"unsafe", "*", "data:", "http"} {
		if strings.Contains(policy["content"], never) {
			d.fail("the policy allows %s", never)
		}
	}
}

// each visits all elements in the order of their start tags.
func (d document) each(visit func(*html.Node)) {
	for n := range d.root.Descendants() {
		if n.Type == html.ElementNode {
			visit(n)
		}
	}
}

func attributes(n *html.Node) map[string]string {
	out := map[string]string{}
	for _, a := range n.Attr {
		out[a.Key] = a.Val
	}
	return out
}

// BenchmarkPage is a page of 600 words as most are, its shared parts ready;
// BenchmarkPolicy has all that a policy can have.
func BenchmarkPage(b *testing.B) {
	benchmark(b, &render.View{
		Layout: "page", Kind: handbook.KindPage, Lang: "nl", Spec: &handbook.Plain{}, Site: site(), Style: "../assets/style.css",
		Title: "Werktijd en afspraken", Canonical: "https://handboek.voorbeeld.example/beleid/werktijd.html",
		Trail:    []render.Ref{{Title: "Handboek", Href: "../index.html"}, {Title: "Beleid", Href: "index.html"}},
		Previous: &render.Ref{Title: "Uitgangspunten", Href: "a.html"}, Next: &render.Ref{Title: "Welzijn", Href: "w.html"},
		Contents: []render.Entry{{ID: "h-a", Text: "Een kop"}, {ID: "h-b", Text: "Nog een"}, {ID: "h-c", Text: "De derde"}, {ID: "h-d", Text: "Einde"}},
		Minutes:  3, Words: 600, Updated: "2026-10-01",
	})
}

func BenchmarkPolicy(b *testing.B) { benchmark(b, views()["policy full"]) }

func benchmark(b *testing.B, v *render.View) {
	th := compile(b)
	v.Body = template.HTML(strings.Repeat(text, 10))
	shared := parts()["header"].view
	for name, to := range map[string]*template.HTML{"header": &v.Header, "navigation": &v.Navigation, "footer": &v.Footer} {
		var err error
		if *to, err = th.Part("nl", name, shared); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := th.Page("nl", v.Layout, v); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkCompile is what every build pays once.
func BenchmarkCompile(b *testing.B) {
	for b.Loop() {
		compile(b)
	}
}
