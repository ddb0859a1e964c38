package render

import (
	"html/template"
	"testing"
)

func TestInPlace(t *testing.T) {
	for in, want := range map[template.HTML]template.HTML{
		`<h2 id="h-a">A &amp; b</h2><a href="#h-a">a</a>`: `<h4 id="x-h-a">A &amp; b</h4><a href="#x-h-a">a</a>`,
		`<h6>Diep</h6>`: `<h6>Diep</h6>`,
		`<a href="#ch-b">elders</a> <a href="b.html#h-a">ook</a>`:           `<a href="#ch-b">elders</a> <a href="b.html#h-a">ook</a>`,
		`<p id="h-é" title="&quot;">x</p><a href="#h-é">y</a>`:              `<p id="x-h-é" title="&#34;">x</p><a href="#x-h-é">y</a>`,
		`<p id="a"></p><p id="b"></p><i aria-labelledby="a b c">`:           `<p id="x-a"></p><p id="x-b"></p><i aria-labelledby="x-a x-b c">`,
		`<input type="radio" name="q" id="q-1" required><label for="q-1">x`: `<input type="radio" name="x-q" id="x-q-1" required><label for="x-q-1">x`,
		`<svg viewBox="0 0 1 1"><path d="M0"/></svg><!-- <h1> -->`:          `<svg viewBox="0 0 1 1"><path d="M0"/></svg><!-- <h1> -->`,
		`<h2>&lt;h2 id="a"&gt;</h2><pre>1 &lt; 2 <b>&amp;</b></pre>`:        `<h4>&lt;h2 id="a"&gt;</h4><pre>1 &lt; 2 <b>&amp;</b></pre>`,
	} {
		if got := inPlace("x-", 2, in); got[0] != want {
			t.Errorf("%s became\n%s, not\n%s", in, got[0], want)
		}
	}
	parts := inPlace("x-", 0, `<a href="#a">a</a>`, `<p id="a">`)
	if parts[0] != `<a href="#x-a">a</a>` || parts[1] != `<p id="x-a">` {
		t.Errorf("parts of one page don't know each other: %q", parts)
	}
}
