package check

import (
	"fmt"
	"slices"
	"testing"

	"vaandel/builder/handbook"
)

// TestLoads finds what a browser gets for a page without a click.
func TestLoads(t *testing.T) {
	for _, c := range []struct{ html, want string }{
		{`<link rel="stylesheet" href="../a.css"><link rel=canonical href="https://a.example/"><link rel="dns-prefetch" href="//b.example">`, "[a.css //b.example]"},
		{`<script src="x.js?v=1#a"></script><script>1</script><a href="https://a.example">a</a>`, "[map/x.js]"},
		{`<img src="1.jpg" srcset="1-480.jpg 480w, 1-1200.jpg 1200w, 1.jpg 1600w"><img src="2.jpg"><img src="2.jpg">`, "[map/1-1200.jpg map/2.jpg]"},
		{`<picture><source media="print" srcset="p.avif"><source srcset="a.avif"><source srcset="b.webp"><img src="c.jpg"></picture><img src="d.jpg">`, "[map/a.avif map/d.jpg]"},
		{`<video src="a.mp4" poster="a.jpg"></video><audio src="b.mp3"></audio><iframe src="https://film.example/1"></iframe>`, "[map/a.mp4 map/a.jpg map/b.mp3 https://film.example/1]"},
		{`<img src="data:image/png;base64,AAAA"><img src="https://HANDBOEK.example/a.png"><img src=""><img src="%zz"><svg><use href="#a"/></svg>`, "[]"},
	} {
		f := readFinished("map/a.html", []byte(c.html), &handbook.Config{URL: "https://handboek.example/"})
		got := []string{}
		for _, l := range f.Loads {
			got = append(got, l.Path+l.Address)
		}
		if fmt.Sprint(got) != c.want {
			t.Errorf("%s: %v, want %s", c.html, got, c.want)
		}
	}
}

// TestDoubled finds ids that are there twice, each once.
func TestDoubled(t *testing.T) {
	f := readFinished("a.html", []byte(`<p id=a><p id="a"><p id=a><p id=b><template id=c></template>`), &handbook.Config{})
	if !slices.Equal(f.Doubled, []string{"a"}) {
		t.Error(f.Doubled)
	}
}

// FuzzFinished reads any page and any style sheet, and never panics or hangs.
func FuzzFinished(f *testing.F) {
	f.Add(`<img srcset="a 1w, , b" src=x><style>`, `:root{--a:var(--b);--b:var(--a)}p{color:var(--a);background:#fff}`)
	f.Add(`<picture><source srcset=","><img>`, `@media (x){a{color:red;background:#f00}}}}{`)
	f.Fuzz(func(t *testing.T, page, style string) {
		for name, text := range map[string]string{"a/b.html": page, "a.css": style} {
			if got := readFinished(name, []byte(text), &handbook.Config{}); got.Path != name {
				t.Errorf("%+v", got)
			}
		}
	})
}
