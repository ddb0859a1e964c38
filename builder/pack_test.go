package builder_test

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// packFiles is a page with files of one name, one that may not be used any more,
// and one that is a drawing.
var packFiles = map[string]string{
	"handbook.yaml": "title: Boek\norganisation: Proef BV\n",
	"index.md":      "---\nreviewed: 2026-05-01\n---\n# Begin\n",
	"spullen.md": "---\nkind: toolkit\ntype: pictures\npictures:\n" +
		"  - {file: blad.svg, title: Blad, alt: Een blad, licence: CC0 1.0, credit: Ans, source: Eigen werk, expires: 2031-01-31}\n" +
		"  - {file: meer/Blad.svg, alt: Nog een blad, licence: CC BY 4.0}\n" +
		"  - {file: oud.svg, alt: Oud, licence: CC0 1.0, expires: 2026-04-01}\n---\n# Spullen\n",
	"blad.svg":      `<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"><path d="M0 0h20v10z"/></svg>`,
	"meer/Blad.svg": `<svg xmlns="http://www.w3.org/2000/svg" width="30" height="10"><path d="M0 0h30v10z"/></svg>`,
	"oud.svg":       `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="10"><path d="M0 0h40v10z"/></svg>`,
	"een.md":        "---\nkind: toolkit\ntype: downloads\ndownloads:\n  - {file: los.txt, title: Los, licence: CC0 1.0}\n---\n# Een\n",
	"los.txt":       "los",
}

func TestPack(t *testing.T) {
	s := newSite(t, packFiles)
	r := s.build(s.options())
	files := contents(t, s.out)
	data := files["spullen-alles.zip"]
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	text := ""
	for _, f := range archive.File {
		names = append(names, f.Name)
		if f.Modified.Year() != 1980 {
			t.Errorf("%s was changed at %s", f.Name, f.Modified)
		}
		part, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(part)
		if err != nil {
			t.Errorf("%s: %v", f.Name, err)
		}
		if f.Name == "LEESMIJ.txt" {
			text = string(content)
		}
	}
	if want := []string{"Blad-2.svg", "LEESMIJ.txt", "blad.svg"}; !slices.Equal(names, want) {
		t.Errorf("the pack holds %q", names)
	}
	for _, want := range []string{
		"Spullen\r\nBoek, Proef BV\r\n", "\r\nblad.svg\r\n  Wat: Blad\r\n  Alt-tekst: Een blad\r\n  Maker: Ans\r\n  Licentie: CC0 1.0\r\n" +
			"  Bron: Eigen werk\r\n  Te gebruiken tot: 31 januari 2031\r\n", "\r\nBlad-2.svg\r\n  Alt-tekst: Nog een blad\r\n  Licentie: CC BY 4.0\r\n",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("the text lacks %q:\n%s", want, text)
		}
	}
	has(t, files, "spullen.html", `href="spullen-alles.zip"`, "Download alles (.zip, ", `data-of="v-alt0"`, `id="v-credit0">Beeld: Ans, CC0 1.0<`)
	if files["een-alles.zip"] != nil {
		t.Error("one file is packed")
	}
	s.sameAsCold(r)
	s.write("spullen.md", strings.Replace(packFiles["spullen.md"], "credit: Ans", "credit: Piet", 1))
	r = s.build(s.options())
	if bytes.Equal(contents(t, s.out)["spullen-alles.zip"], data) {
		t.Error("the pack does not follow the page")
	}
	s.sameAsCold(r)
}

// TestPackTooLarge holds that too much to fetch is told and not packed. The files
// have no bytes on disk.
func TestPackTooLarge(t *testing.T) {
	s := newSite(t, map[string]string{
		"index.md": "# Begin\n",
		"groot.md": "---\nkind: toolkit\ntype: downloads\ndownloads:\n  - {file: a.bin, title: A, licence: CC0 1.0}\n  - {file: b.bin, title: B, licence: CC0 1.0}\n---\n# Groot\n",
		"a.bin":    "", "b.bin": "",
	})
	for _, name := range []string{"a.bin", "b.bin"} {
		if err := os.Truncate(filepath.Join(s.content, name), 51_000_000); err != nil {
			t.Fatal(err)
		}
	}
	o := s.options()
	o.Out = ""
	r := s.build(o)
	if len(r.Diagnostics) != 1 || r.Diagnostics[0].Rule != "toolkit-pack-large" || !strings.Contains(r.Diagnostics[0].Message.NL, "102 MB") {
		t.Errorf("told: %v", r.Diagnostics)
	}
	for _, f := range r.Output.Files {
		if strings.HasSuffix(f.Path, ".zip") {
			t.Errorf("%s is there", f.Path)
		}
	}
}
