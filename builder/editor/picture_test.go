package editor

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"vaandel/builder/picture"
)

// photo returns a JPEG with noise, so that it is a photograph, and a remark in
// its metadata.
func photo(t *testing.T, w, h int) []byte {
	t.Helper()
	m := image.NewRGBA(image.Rect(0, 0, w, h))
	for i := range m.Pix {
		m.Pix[i] = byte(i*i>>3 ^ i)
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, &jpeg.Options{Quality: 40}); err != nil {
		t.Fatal(err)
	}
	secret := []byte("Exif\x00\x00secret place")
	head := append([]byte{0xff, 0xd8, 0xff, 0xe1}, binary.BigEndian.AppendUint16(nil, uint16(len(secret)+2))...)
	return append(append(head, secret...), b.Bytes()[2:]...)
}

func drawing(t *testing.T, w, h int, c color.Color) []byte {
	t.Helper()
	m := image.NewPaletted(image.Rect(0, 0, w, h), color.Palette{c, color.White})
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestAddPicture(t *testing.T) {
	e, dir := folder(t, map[string]string{
		"index.md": "a", "beleid/welzijn.md": "b",
		"team/index.md": "c", "team/portretten/a.svg": "<svg/>", "team/portretten/b.svg": "<svg/>", "team/beelden/c.png": "x",
		"kit/beelden/index.md": "d", "kit/beelden/x.png": "x", "kit/index.md": "e",
		"boek/plaatjes/x.gif": "x", "boek/een/les.md": "f", "boek/mijn map/les.md": "g",
	})
	red := drawing(t, 20, 10, color.RGBA{255, 0, 0, 255})
	for _, c := range []struct{ near, name, file, path string }{
		{"beleid/welzijn.md", `C:\fakepath\Mijn Foto (1).PNG`, "beleid/mijn-foto-1.png", "mijn-foto-1.png"},
		{"beleid/welzijn.md", "Mijn foto 1.jpg", "beleid/mijn-foto-1.png", "mijn-foto-1.png"}, // the same picture
		{"index.md", "Één.png", "een.png", "een.png"},
		{"team/index.md", "x.png", "team/portretten/x.png", "portretten/x.png"},
		{"kit/beelden/index.md", "x.png", "kit/beelden/x-2.png", "x-2.png"},
		{"kit/index.md", "con.png", "kit/beelden/con-.png", "beelden/con-.png"},
		{"boek/een/les.md", "../../x", "boek/plaatjes/x.png", "../plaatjes/x.png"},
		{"boek/een/les.md", "???.png", "boek/plaatjes/beeld.png", "../plaatjes/beeld.png"},
		{"boek/een/les.md", strings.Repeat("a", 500), "boek/plaatjes/" + strings.Repeat("a", 80) + ".png", "../plaatjes/" + strings.Repeat("a", 80) + ".png"},
		{"boek/nieuw.md", "", "boek/plaatjes/beeld.png", "plaatjes/beeld.png"},
	} {
		got, err := e.AddPicture(c.near, c.name, red)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if got.File != c.file || got.Path != c.path || got.Width != 20 || got.Height != 10 || got.Size != len(get(t, dir, c.file)) {
			t.Errorf("%s: %+v", c.name, got)
		}
	}
	if get(t, dir, "kit/beelden/x.png") != "x" {
		t.Error("a picture was replaced")
	}
	put(t, dir, "mijn beelden/a.png", "x")
	put(t, dir, "mijn beelden/tekst.md", "x")
	if got, err := e.AddPicture("mijn beelden/tekst.md", "a.png", red); err != nil || got.Path != "a-2.png" {
		t.Error(got, err)
	}
	_, err := e.AddPicture("nergens/a.md", "a.png", red)
	told[*GoneError](t, err)
	_, err = e.AddPicture("mijn beelden/tekst.md/a.md", "a.png", red)
	told[*GoneError](t, err)
	_, err = e.AddPicture("../a.md", "a.png", red)
	told[*PathError](t, err)
}

// TestHidden keeps pictures and pages out of hidden folders that a link leads to.
func TestHidden(t *testing.T) {
	e, dir := folder(t, map[string]string{"a.md": "a", ".git/config": "x"})
	if err := os.Symlink(".git", filepath.Join(dir, "verborgen")); err != nil {
		t.Skip("no links here: ", err)
	}
	_, err := e.AddPicture("verborgen/a.md", "a.png", drawing(t, 20, 10, color.Black))
	told[*PathError](t, err)
	_, err = e.Create("verborgen/a.md", "x")
	told[*PathError](t, err)
}

func TestAddPictureFitsIt(t *testing.T) {
	e, dir := folder(t, map[string]string{"a.md": "a"})
	var moving bytes.Buffer
	frame := image.NewPaletted(image.Rect(0, 0, 3000, 2), color.Palette{color.Black, color.White})
	if err := gif.EncodeAll(&moving, &gif.GIF{Image: []*image.Paletted{frame, frame}, Delay: []int{1, 1}}); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name string
		data []byte
		w, h int
		ext  string
	}{
		{"liggend", photo(t, 3000, 1500), 2560, 1280, ".jpg"},
		{"staand", photo(t, 1500, 3000), 1280, 2560, ".jpg"},
		{"klein", photo(t, 300, 200), 300, 200, ".jpg"},
		{"smal", drawing(t, 5000, 1, color.Black), 2560, 1, ".png"},
		{"beweegt", moving.Bytes(), 3000, 2, ".gif"},
		{"lijnen", []byte(`<svg xmlns="http://www.w3.org/2000/svg" width="9000" height="90" onload="x()"><script>x()</script><path d="M0 0h9"/></svg>`), 9000, 90, ".svg"},
	} {
		got, err := e.AddPicture("a.md", c.name, c.data)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		data := get(t, dir, got.File)
		info, err := picture.Probe([]byte(data))
		if err != nil || info.Width != c.w || info.Height != c.h || got.Width != c.w || got.Height != c.h || got.File != c.name+c.ext {
			t.Errorf("%s: %+v %+v %v", c.name, got, info, err)
		}
		if strings.Contains(data, "secret") || strings.Contains(data, "script") || strings.Contains(data, "onload") {
			t.Errorf("%s is not clean", c.name)
		}
	}
	before := files(t, dir)
	for _, data := range []string{
		"", "no picture", "\xff\xd8\xff", string(photo(t, 300, 200)[:2000]), "GIF89a" + strings.Repeat("\xff", 9), "\x00\x00\x00\x18ftypheic", "%PDF-1.7",
		"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\xff\xff\x00\x00\xff\xff\x08\x02\x00\x00\x00\x00\x00\x00\x00", strings.Repeat("a", maxPicture+1),
		"<svg", "<html><svg></svg></html>",
	} {
		_, err := e.AddPicture("a.md", "x", []byte(data))
		told[*PictureError](t, err)
	}
	same(t, dir, before)
}

// TestAddPictureToStarter holds that the starter handbook's own order is kept.
func TestAddPictureToStarter(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS("../../content")); err != nil {
		t.Fatal(err)
	}
	e, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer e.Close()
	for near, want := range map[string]string{
		"ambassadeurs/aylin-modelman.md": "ambassadeurs/portretten/nieuw.png",
		"toolkit/index.md":               "toolkit/beelden/nieuw.png",
		"toolkit/beelden/index.md":       "toolkit/beelden/nieuw.png",
		"beleid/welzijn.md":              "beleid/nieuw.png",
		"programma/verhalen/index.md":    "programma/verhalen/nieuw.png",
		"index.md":                       "nieuw.png",
	} {
		if got, err := e.AddPicture(near, "Nieuw.PNG", drawing(t, 2, 2, color.Black)); err != nil || got.File != want {
			t.Errorf("%s: %+v, not %s (%v)", near, got, want, err)
		}
	}
}
