package theme

import (
	"bytes"
	"image/png"
	"testing"
)

func TestSocialCard(t *testing.T) {
	c := standardColours(t)
	data := socialCard(c.palette(parseHex("#aa3300")))
	m, err := png.Decode(bytes.NewReader(data))
	if err != nil || m.Bounds().Dx() != cardWidth || m.Bounds().Dy() != cardHeight {
		t.Fatal(err)
	}
	// The cloth has the accent, the corner a breath of it.
	if r, g, b, _ := m.At(700, 200).RGBA(); r>>8 != 0xaa || g>>8 != 0x33 || b>>8 != 0x00 {
		t.Errorf("the cloth is %x %x %x", r>>8, g>>8, b>>8)
	}
	if len(data) > 20_000 {
		t.Errorf("%d bytes", len(data))
	}
	if !bytes.Equal(data, socialCard(c.palette(parseHex("#aa3300")))) {
		t.Error("another picture the second time")
	}
}
