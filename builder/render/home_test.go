package render

import (
	"html/template"
	"testing"
)

func TestSplit(t *testing.T) {
	html := template.HTML(`<p>Welkom.</p>
<h2 id="h-een">Een &amp; <em>meer</em></h2>
<ul>
<li><a href="a.html">A</a></li>
</ul>
<blockquote><h2 id="h-los">Los</h2></blockquote>
<h2 id="h-twee" class="x">Twee</h2>
<ul><li>B<ul><li>C</li></ul></li></ul>
<h2 id="h-drie">Drie</h2>
<ul><li>D</li></ul>
<h2 id="h-leeg">Leeg</h2>
`)
	headings := []Entry{
		{ID: "h-een", Text: "Een & meer"}, {ID: "h-twee", Text: "Twee"}, {ID: "h-weg", Text: "Weg"},
		{ID: "h-drie", Text: "Drie"}, {ID: "h-leeg", Text: "Leeg"},
	}
	intro, blocks := split(html, headings)
	if intro != "<p>Welkom.</p>\n" || len(blocks) != 4 {
		t.Fatalf("intro %q, %d blocks", intro, len(blocks))
	}
	for i, want := range []Block{
		{ID: "h-een", Title: "Een & meer"},
		{ID: "h-twee", Title: "Twee", Class: "x"},
		{ID: "h-drie", Title: "Drie", Body: "<ul><li>D</li></ul>", Links: true},
		{ID: "h-leeg", Title: "Leeg"},
	} {
		got := blocks[i]
		if got.ID != want.ID || got.Title != want.Title || got.Class != want.Class || got.Links != want.Links || want.Body != "" && got.Body != want.Body {
			t.Errorf("block %d is %+v", i, got)
		}
	}
}

func TestSplitWithoutHeadings(t *testing.T) {
	if intro, blocks := split("<p>Alles.</p>", nil); intro != "<p>Alles.</p>" || blocks != nil {
		t.Errorf("%q, %v", intro, blocks)
	}
}
