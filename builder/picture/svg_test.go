package picture

import (
	"bytes"
	"encoding/base64"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"unicode/utf16"
)

// inkscape is a drawing as Inkscape 1.x saves it.
const inkscape = `<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<!-- Created with Inkscape, by GEHEIM -->
<svg width="210mm" height="297mm" viewBox="0 0 210 297" version="1.1" id="svg1"
   inkscape:version="1.3.2" sodipodi:docname="GEHEIM.svg"
   inkscape:export-filename="C:\Users\GEHEIM\tekening.png"
   xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"
   xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd"
   xmlns:xlink="http://www.w3.org/1999/xlink"
   xmlns="http://www.w3.org/2000/svg" xmlns:svg="http://www.w3.org/2000/svg"
   xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
   xmlns:dc="http://purl.org/dc/elements/1.1/">
  <sodipodi:namedview id="namedview1" pagecolor="#ffffff" inkscape:zoom="0.7"/>
  <metadata><rdf:RDF><dc:creator>GEHEIM</dc:creator></rdf:RDF></metadata>
  <defs id="defs1">
    <linearGradient id="g1"><stop style="stop-color:#0aa;stop-opacity:1;" offset="0" id="s1"/></linearGradient>
    <linearGradient inkscape:collect="always" xlink:href="#g1" id="g2" x1="1" y1="2" x2="3" y2="4" gradientUnits="userSpaceOnUse"/>
  </defs>
  <g inkscape:label="Laag 1" inkscape:groupmode="layer" id="layer1" transform="translate(-3,4.5)">
    <path style="fill:url(#g2);stroke:#000;stroke-width:.26;-inkscape-stroke:none" d="M 1,2 3,4 Z" id="path1" sodipodi:nodetypes="ccc"/>
    <text xml:space="preserve" style="font-size:12px;-inkscape-font-specification:'sans-serif, Normal'" x="1" y="2" id="t1"><tspan sodipodi:role="line" id="ts1" x="1" y="2">Ja &amp; nee</tspan></text>
  </g>
</svg>`

// illustrator is a drawing as older versions of Illustrator save it.
const illustrator = `<?xml version="1.0" encoding="iso-8859-1"?>
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd" [
	<!ENTITY ns_ai "http://ns.adobe.com/AdobeIllustrator/10.0/">
	<!ENTITY ns_svg "http://www.w3.org/2000/svg">
]>
<svg version="1.1" id="Layer_1" xmlns:i="&ns_ai;" xmlns="&ns_svg;" x="0px" y="0px" viewBox="0 0 270 270" style="enable-background:new 0 0 270 270;" xml:space="preserve">
<style type="text/css">
	.st0{fill:#E01E5A;}
	.st1{fill:url(#SVGID_1_);font-family:'MyriadPro-Regular';}
</style>
<switch>
	<foreignObject requiredExtensions="&ns_ai;" x="0" y="0" width="1" height="1"><i:pgfRef xlink:href="#p"/></foreignObject>
	<g i:extraneous="self">
		<radialGradient id="SVGID_1_" cx="1" cy="1" r="2"><stop offset="0" style="stop-color:#FFF"/></radialGradient>
		<path class="st0" d="M99.4,151.2c0,7.1-5.8,12.9z"/>
		<text class="st1" transform="matrix(1 0 0 1 3 4)">Caf` + "\xe9" + `</text>
	</g>
</switch>
</svg>`

func TestCleanSVGOfPrograms(t *testing.T) {
	for name, c := range map[string]struct{ in, want string }{
		"inkscape":    {inkscape, `<svg xmlns="http://www.w3.org/2000/svg" width="210mm" height="297mm" viewBox="0 0 210 297" version="1.1" id="svg1"><defs id="defs1"><linearGradient id="g1"><stop style="stop-color:#0aa;stop-opacity:1" offset="0" id="s1"/></linearGradient><linearGradient href="#g1" id="g2" x1="1" y1="2" x2="3" y2="4" gradientUnits="userSpaceOnUse"/></defs><g id="layer1" transform="translate(-3,4.5)"><path style="fill:url(#g2);stroke:#000;stroke-width:.26" d="M 1,2 3,4 Z" id="path1"/><text xml:space="preserve" style="font-size:12px" x="1" y="2" id="t1"><tspan id="ts1" x="1" y="2">Ja &amp; nee</tspan></text></g></svg>`},
		"illustrator": {illustrator, `<svg xmlns="http://www.w3.org/2000/svg" version="1.1" id="Layer_1" x="0px" y="0px" viewBox="0 0 270 270" xml:space="preserve"><style>.st0{fill:#E01E5A}.st1{fill:url(#SVGID_1_);font-family:'MyriadPro-Regular'}</style><switch><g><radialGradient id="SVGID_1_" cx="1" cy="1" r="2"><stop offset="0" style="stop-color:#FFF"/></radialGradient><path class="st0" d="M99.4,151.2c0,7.1-5.8,12.9z"/><text class="st1" transform="matrix(1 0 0 1 3 4)">Café</text></g></switch></svg>`},
	} {
		out, removed, err := CleanSVG([]byte(c.in))
		if err != nil || string(out) != c.want {
			t.Errorf("%s: %v\n got %s\nwant %s", name, err, out, c.want)
		}
		if len(removed) > 0 {
			t.Errorf("%s: %v was removed", name, removed)
		}
	}
}

// Each case is the inside of an SVG, what stays of it and what is reported.
func TestCleanSVG(t *testing.T) {
	for _, c := range []struct {
		in, want string
		removed  []string
	}{
		{`<path d="M0 0"/>`, `<path d="M0 0"/>`, nil},
		{`<script>alert(1)</script><path/>`, `<path/>`, []string{"<script>"}},
		{`<g><script xmlns="http://www.w3.org/1999/xhtml">x</script></g>`, `<g/>`, []string{"<script>"}},
		{`<rect onclick="a()" ONLOAD="b()" width="1"/>`, `<rect width="1"/>`, []string{"onclick", "ONLOAD"}},
		{`<foreignObject><body xmlns="http://www.w3.org/1999/xhtml"/></foreignObject>`, ``, []string{"<foreignObject>"}},
		{`<image href="https://example.org/a.png" width="1"/>`, `<image width="1"/>`, []string{"href"}},
		{`<image href="//example.org/a.png"/><use href="b.svg#x"/>`, `<image/><use/>`, []string{"href"}},
		{`<image href="data:image/svg+xml;base64,PHN2Zy8+"/>`, `<image/>`, []string{"href"}},
		{`<image href="data:text/html;base64,PHN2Zy8+"/>`, `<image/>`, []string{"href"}},
		{`<use xlink:href="#a" href="#b"/><g id="a"/>`, `<use href="#a"/><g id="a"/>`, nil},
		{`<a href="https://example.org" transform="rotate(3)"><path/></a>`, `<g transform="rotate(3)"><path/></g>`, nil},
		{`<text>a<a href="javascript:x()">b</a>c</text>`, `<text>a<tspan>b</tspan>c</text>`, nil},
		{`<animate attributeName="href" to="javascript:x()"/><set/>`, ``, []string{"<animate>", "<set>"}},
		{`<iframe src="x"/><embed/>`, ``, []string{"<iframe>", "<embed>"}},
		{`<rect fill="url(https://example.org/#a)" stroke="url(#s)"/>`, `<rect stroke="url(#s)"/>`, []string{"fill"}},
		{`<rect fill="u\72l(//example.org)" mask="URL('#m')"/>`, `<rect mask="URL('#m')"/>`, []string{"fill"}},
		{`<rect fill="url(#a) red" filter="url( &quot;#f&quot; ) blur(2px)"/>`, `<rect fill="url(#a) red" filter="url( &quot;#f&quot; ) blur(2px)"/>`, nil},
		{`<rect style="fill:red;background:url(//x);behavior:url(#b);fill:image-set('x')"/>`, `<rect style="fill:red"/>`, []string{"background:", "behavior:", "fill:"}},
		{`<rect style="fill/**/:/**/red;;no;: ;stroke : BLUE !important"/>`, `<rect style="fill:red;stroke:BLUE !important"/>`, nil},
		{`<rect style="--c: #f00; fill: var(--c)"/>`, `<rect style="--c:#f00;fill:var(--c)"/>`, nil},
		{`<style>@import "x.css"; .a{fill:red} @font-face{font-family:x;src:url(x)} .b>path:hover{stroke:url(#q)}</style>`,
			`<style>.a{fill:red}.b&gt;path:hover{stroke:url(#q)}</style>`, []string{"@import", "@font-face"}},
		{`<style>@media (prefers-color-scheme: dark){path{fill:#fff;x:expression(1)}} @keyframes k{from{fill:red}}</style>`,
			`<style>@media (prefers-color-scheme: dark){path{fill:#fff}}</style>`, []string{"x:", "@keyframes"}},
		{`<style><![CDATA[ .a{fill:red} </style><script>]]></style>`, `<style>.a{fill:red}</style>`, nil},
		{`<style>.a{fill:red`, ``, nil}, // not well-formed: see below
		{`<style>.a{fill:"&lt;/style>&lt;script>"}</style>`, `<style>.a{fill:&quot;&lt;/style&gt;&lt;script&gt;&quot;}</style>`, nil},
		{`<style>}}.a{fill:red}{}</style>`, `<style>.a{fill:red}</style>`, nil},
		{`<g data-name="x" aria-label="y" role="img" focusable="false"/>`, `<g/>`, nil},
		{`<path whatever="1"/>`, `<path/>`, []string{"whatever"}},
		{`<title>T &lt;b&gt;</title>loose<desc>D</desc>`, `<title>T &lt;b&gt;</title><desc>D</desc>`, nil},
		{`<text>een <tspan>twee</tspan>
 drie</text>`, `<text>een <tspan>twee</tspan>
 drie</text>`, nil},
		{`<?xml-stylesheet href="x.css"?><!-- x --><g/>`, `<g/>`, nil},
		{`<g id="a(1)" class="b\c"/>`, `<g id="a(1)" class="b\c"/>`, nil},
		{`<symbol id="s" viewBox="0 0 1 1"><path/></symbol><use href="#s"/>`, `<symbol id="s" viewBox="0 0 1 1"><path/></symbol><use href="#s"/>`, nil},
	} {
		out, removed, err := CleanSVG([]byte(`<svg xmlns="` + svgNamespace + `" xmlns:xlink="` + xlinkNamespace + `">` + c.in + `</svg>`))
		if strings.HasSuffix(c.in, "fill:red") {
			if broken := (*BrokenError)(nil); !errors.As(err, &broken) {
				t.Errorf("%s: %v", c.in, err)
			}
			continue
		}
		want := `<svg xmlns="` + svgNamespace + `">` + c.want + `</svg>`
		if c.want == "" {
			want = `<svg xmlns="` + svgNamespace + `"/>`
		}
		if err != nil || string(out) != want {
			t.Errorf("%s\n got %s, %v\nwant %s", c.in, out, err, want)
		}
		var names []string
		for _, r := range removed {
			names = append(names, r.Name)
			if r.Line != 1 {
				t.Errorf("%s: %v", c.in, r)
			}
		}
		if !reflect.DeepEqual(names, c.removed) {
			t.Errorf("%s: removed %q, want %q", c.in, names, c.removed)
		}
	}
}

func TestRemovedLines(t *testing.T) {
	_, removed, err := CleanSVG([]byte("<svg>\n<g\n onclick='x'/>\n<style>\n@import 'x';\n</style>\n<script/>\n<g onclick='y'/></svg>"))
	want := []Removed{{"onclick", 2}, {"@import", 4}, {"<script>", 7}}
	if err != nil || !reflect.DeepEqual(removed, want) {
		t.Errorf("%v, %v", removed, err)
	}
	var many strings.Builder
	for i := range 1000 {
		fmt.Fprintf(&many, "<%s%d/>", strings.Repeat("x", 100), i)
	}
	_, removed, err = CleanSVG([]byte("<svg>" + many.String() + "</svg>"))
	if err != nil || len(removed) != 1 || len([]rune(removed[0].Name)) != 40 {
		t.Errorf("%v, %v", removed, err)
	}
}

// A picture within a drawing tells no more than any other.
func TestCleanSVGPicture(t *testing.T) {
	data := jpegTold(t, photo(16, 16), 1)
	clean, err := Clean(data)
	if err != nil {
		t.Fatal(err)
	}
	in := `<svg><image width="9" href="data:image/jpg;base64,` + "\n" + base64.StdEncoding.EncodeToString(data) + `"/></svg>`
	out, removed, err := CleanSVG([]byte(in))
	want := `<svg xmlns="` + svgNamespace + `"><image width="9" href="data:image/jpeg;base64,` + base64.StdEncoding.EncodeToString(clean) + `"/></svg>`
	if err != nil || string(out) != want || removed != nil {
		t.Errorf("%v, %v\n%s", err, removed, out)
	}
}

func TestSVGBombs(t *testing.T) {
	refer := func(format string) string { // each level draws the next ten times
		var b strings.Builder
		for i := range 10 {
			b.WriteString(fmt.Sprintf(`<g id="l%d">`, i) + strings.Repeat(fmt.Sprintf(format, i+1), 10) + `</g>`)
		}
		return b.String()
	}
	styles := `<style>`
	for i := range 10 {
		styles += fmt.Sprintf(`.c%d{mask:url(#l%d)}`, i+1, i+1)
	}
	inherited := ""
	for i := range 6 {
		inherited += fmt.Sprintf(`<pattern id="p%d"><g fill="url(#p%d)">%s</g></pattern>`, i, i+1, strings.Repeat("<path/>", 40))
	}
	chain := ""
	for i := range 2000 {
		chain += fmt.Sprintf(`<use id="u%d" href="#u%d"/>`, i, i+1)
	}
	for name, c := range map[string]struct{ in, what string }{
		"use":        {refer(`<use href="#l%d"/>`), "elements"},
		"pattern":    {refer(`<path fill="url(#l%d)"/>`), "elements"},
		"style":      {refer(`<path style="clip-path:url(#l%d)"/>`), "elements"},
		"class":      {styles + `</style>` + refer(`<path class="c%d"/>`), "elements"},
		"inherited":  {inherited, "elements"},
		"chain":      {chain, "elements"},
		"nesting":    {strings.Repeat("<g>", 500) + strings.Repeat("</g>", 500), "nesting"},
		"hidden":     {strings.Repeat("<x>", 500) + strings.Repeat("</x>", 500), "nesting"},
		"bytes":      {strings.Repeat(" ", MaxSVG), "bytes"},
		"many":       {strings.Repeat("<g/>", maxDrawn), "elements"},
		"much style": {"<style>" + strings.Repeat(".a{fill:red}", 100_000) + "</style>", "bytes of style"},
	} {
		var complex *ComplexError
		_, _, err := CleanSVG([]byte("<svg>" + c.in + "</svg>"))
		if !errors.As(err, &complex) || complex.What != c.what {
			t.Errorf("%s: %v, want too many %s", name, err, c.what)
		}
	}
	for name, in := range map[string]string{
		"self":   `<g id="a"><use href="#a"/></g>`,
		"two":    `<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>`,
		"hidden": `<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/><use href="#a"/></g>`,
	} {
		var broken *BrokenError
		if _, _, err := CleanSVG([]byte("<svg>" + in + "</svg>")); !errors.As(err, &broken) {
			t.Errorf("circle, %s: %v", name, err)
		}
	}
	// What is ordinary is not refused.
	ordinary := `<style>.a{fill:url(#g)}.b{clip-path:url(#c)}</style>
		<linearGradient id="g" class="a"><stop class="a"/><stop/></linearGradient><clipPath id="c"><rect/></clipPath>
		<g class="b"><g clip-path="url(#c)">` + strings.Repeat(`<path class="a"/>`, 20_000) + `</g></g>`
	if _, _, err := CleanSVG([]byte("<svg>" + ordinary + "</svg>")); err != nil {
		t.Errorf("ordinary: %v", err)
	}
}

func TestSVGEntities(t *testing.T) {
	laughs := `<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;"><!ENTITY c "&b;&b;">]><svg><text>&c;</text></svg>`
	outside := `<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg><text>&x;</text></svg>`
	for name, in := range map[string]string{"laughs": laughs, "outside": outside, "unknown": `<svg><text>&nbsp;</text></svg>`} {
		if out, _, err := CleanSVG([]byte(in)); err == nil {
			t.Errorf("%s: %s", name, out)
		}
	}
	grow := `<!DOCTYPE svg [<!ENTITY a "` + strings.Repeat("x", 200) + `">]><svg><text>` + strings.Repeat("&a;", 100_000) + `</text></svg>`
	many := `<!DOCTYPE svg [`
	for i := range 60 {
		many += fmt.Sprintf(`<!ENTITY e%d "x">`, i)
	}
	for name, in := range map[string]string{"grow": grow, "many": many + `]><svg/>`} {
		var complex *ComplexError
		if _, _, err := CleanSVG([]byte(in)); !errors.As(err, &complex) {
			t.Errorf("%s: %v", name, err)
		}
	}
	plain := `<!DOCTYPE svg [<!ENTITY a "ha &lt;"><!ENTITY b 'ho'>]><svg><text>&b;</text></svg>`
	out, _, err := CleanSVG([]byte(plain))
	if err != nil || !bytes.Contains(out, []byte("<text>ho</text>")) {
		t.Errorf("plain: %s, %v", out, err)
	}
}

func TestSVGEncodings(t *testing.T) {
	const doc = `<svg width="5" height="4"><text>Café</text></svg>`
	wide := []byte{0xFF, 0xFE}
	for _, u := range utf16.Encode([]rune(`<?xml version="1.0" encoding="UTF-16"?>` + doc)) {
		wide = append(wide, byte(u), byte(u>>8))
	}
	for name, in := range map[string][]byte{
		"plain":        []byte(doc),
		"mark":         []byte("\xEF\xBB\xBF" + doc),
		"declared":     []byte("\xEF\xBB\xBF<?xml version='1.0' encoding='utf-8'?>\r\n" + doc),
		"windows-1252": []byte("<?xml version='1.0' encoding='windows-1252'?>" + strings.ReplaceAll(doc, "é", "\xE9")),
		"utf-16":       wide,
	} {
		info, err := Probe(in)
		if err != nil || info != (Info{SVG, 5, 4, false}) {
			t.Errorf("%s: %+v, %v", name, info, err)
		}
		out, _, err := CleanSVG(in)
		if err != nil || !bytes.Contains(out, []byte("<text>Café</text>")) {
			t.Errorf("%s: %s, %v", name, out, err)
		}
	}
}

func TestSVGSize(t *testing.T) {
	for attributes, want := range map[string][2]int{
		``:                                     {300, 150},
		`width="10" height="20"`:               {10, 20},
		`width="10px" height="1in"`:            {10, 96},
		`width="72pt" height="2.54cm"`:         {96, 96},
		`width="10.4" height="0.2"`:            {10, 1},
		`viewBox="0 0 24 12"`:                  {24, 12},
		`viewBox="0,0,24,12" width="100%"`:     {24, 12},
		`viewBox="0 0 24 12" width="48"`:       {48, 24},
		`viewBox="0 0 24 12" height="48"`:      {96, 48},
		`width="1e9" height="5e8"`:             {10000, 5000},
		`width="-5" height="NaN"`:              {300, 150},
		`width="1e999" viewBox="0 0 2 4"`:      {2, 4},
		`viewBox="0 0 1e-300 1e300" width="9"`: {1, 10000},
		`i:width="9" xmlns:i="x" height="400"`: {300, 400},
	} {
		info, err := Probe([]byte(`<svg ` + attributes + `/>`))
		if err != nil || info.Width != want[0] || info.Height != want[1] {
			t.Errorf("%s: %d × %d, %v; want %v", attributes, info.Width, info.Height, err, want)
		}
	}
}

// The drawings of real handbooks come through whole: what is removed is
// reported, and nothing has to be.
func TestSVGCorpora(t *testing.T) {
	root := filepath.Join("..", "..", "..", "shared", "corpora")
	if _, err := os.Stat(root); err != nil {
		t.Skip("no corpora here")
	}
	found := 0
	err := filepath.WalkDir(root, func(path string, d os.DirEntry, err error) error {
		if err != nil || filepath.Ext(path) != ".svg" {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		found++
		out, removed, err := CleanSVG(data)
		if err != nil || len(removed) > 0 {
			t.Errorf("%s: %v, %v", path, removed, err)
		}
		if before, after := shapes(t, data), shapes(t, out); before != after {
			t.Errorf("%s: %d shapes became %d", path, before, after)
		}
		return nil
	})
	if err != nil || found == 0 {
		t.Errorf("%d drawings, %v", found, err)
	}
}

// shapes counts the elements that draw.
func shapes(t *testing.T, data []byte) int {
	t.Helper()
	n := 0
	for d := newXMLReader(data); ; {
		token, err := d.next()
		if err == io.EOF {
			return n
		}
		if err != nil {
			t.Fatal(err)
		}
		if e, ok := token.(xml.StartElement); ok {
			switch e.Name.Local {
			case "path", "rect", "circle", "text", "use", "polygon":
				n++
			}
		}
	}
}
