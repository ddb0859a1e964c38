package picture

import (
	"bytes"
	"encoding/xml"
	"io"
	"strings"
	"testing"
)

func FuzzProbe(f *testing.F) {
	for _, data := range samples(f) {
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		info, err := Probe(data)
		if err != nil {
			return
		}
		if info.Width < 1 || info.Height < 1 || info.Format != SVG && info.Width*info.Height > MaxPixels {
			t.Errorf("%+v", info)
		}
	})
}

func FuzzClean(f *testing.F) {
	for _, data := range samples(f) {
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		before, err := Probe(data)
		if err != nil || before.Width*before.Height > 1<<16 {
			return
		}
		out, err := Clean(data)
		if err != nil {
			return
		}
		if after, err := Probe(out); err != nil || after.Format != before.Format {
			t.Fatalf("%+v became %+v: %v", before, after, err)
		}
		if again, err := Clean(out); err != nil || before.Format != SVG && !bytes.Equal(out, again) {
			t.Fatalf("a clean picture changes: %v", err)
		}
		p, err := Open(data)
		if err != nil {
			return
		}
		if q, err := Open(out); err != nil {
			t.Fatalf("can no longer be opened: %v", err)
		} else if p.header.turn == 1 && !sameImage(p.pixels, q.pixels) {
			t.Fatal("other pixels")
		}
		if _, err := p.Crop(7, 5); err != nil {
			t.Fatal(err)
		}
	})
}

func FuzzCleanSVG(f *testing.F) {
	f.Add([]byte(inkscape))
	f.Add([]byte(illustrator))
	f.Add([]byte(`<svg><style>@import "x";.a{fill:url(#b)}@media print{b{c:d}}</style><use href="#a" style="fill:url('#x')" onload="x"/></svg>`))
	f.Add([]byte(`<svg><image href="data:image/png;base64,iVBORw0KGgo="/><text>a<a>b</a></text><script/></svg>`))
	f.Fuzz(func(t *testing.T, data []byte) {
		out, _, err := CleanSVG(data)
		if err != nil {
			return
		}
		again, removed, err := CleanSVG(out)
		if err != nil {
			t.Fatalf("a clean drawing can't be read: %v\n%s", err, out)
		}
		if !bytes.Equal(out, again) || len(removed) > 0 {
			t.Fatalf("a clean drawing changes: %v\n%s\n%s", removed, out, again)
		}
		harmlessSVG(t, out)
	})
}

// harmlessSVG checks what must hold for any result, with a reader of its own.
func harmlessSVG(t *testing.T, data []byte) {
	d := xml.NewDecoder(bytes.NewReader(data))
	for {
		token, err := d.Token()
		if err == io.EOF {
			return
		}
		if err != nil {
			t.Fatalf("%v\n%s", err, data)
		}
		switch e := token.(type) {
		case xml.Directive, xml.ProcInst, xml.Comment:
			t.Fatalf("%T\n%s", e, data)
		case xml.StartElement:
			if e.Name.Space != svgNamespace || strings.EqualFold(e.Name.Local, "script") || e.Name.Local == "foreignObject" {
				t.Fatalf("%v\n%s", e.Name, data)
			}
			for _, a := range e.Attr {
				value := strings.ToLower(strings.ReplaceAll(strings.TrimSpace(a.Value), " ", ""))
				id := a.Name.Local == "id" || a.Name.Local == "class"
				switch {
				case strings.HasPrefix(strings.ToLower(a.Name.Local), "on"):
					t.Fatalf("%v\n%s", a, data)
				case a.Name.Local == "href" && !strings.HasPrefix(value, "#") && !strings.HasPrefix(value, "data:image/"):
					t.Fatalf("%v\n%s", a, data)
				case !id && strings.Count(value, "url(") != strings.Count(value, "url(#")+strings.Count(value, "url('#")+strings.Count(value, `url("#`):
					t.Fatalf("%v\n%s", a, data)
				}
			}
		}
	}
}
