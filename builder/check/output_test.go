package check_test

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"vaandel/builder/check"
)

// TestWeight names what weighs most, at the place where the page shows it.
func TestWeight(t *testing.T) {
	dir := unpack(t, txtar.Parse([]byte(`-- content/handbook.yaml --
check:
  output-weight: { kilobytes: 200 }
-- content/index.md --
# Licht

Tekst.
-- content/a.md --
# Zwaar

Tekst met ![ruis](Grote%20foto.jpg).
`)))
	picture, noise := image.NewGray(image.Rect(0, 0, 1600, 1200)), rand.New(rand.NewPCG(1, 2))
	for i := range picture.Pix {
		picture.Pix[i] = color.Gray{uint8(noise.Uint32())}.Y
	}
	var file bytes.Buffer
	if err := jpeg.Encode(&file, picture, nil); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "content", "Grote foto.jpg"), file.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	found := checked(t, dir, check.Options{Only: []string{"output"}})
	if len(found) != 1 || found[0].Position.String() != "a.md:3:11" || !strings.Contains(found[0].Message.NL, "Het zwaarst: Grote foto.jpg (") {
		t.Errorf("%s", describe(found))
	}
}
