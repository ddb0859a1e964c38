package measure

import (
	"slices"
	"testing"
)

func TestPages(t *testing.T) {
	p := Pages{7}
	if err := p.Set("1000, 20"); err != nil || !slices.Equal(p, Pages{1000, 20}) || p.String() != "1000,20" {
		t.Errorf("%v, written %q (%v)", []int(p), p.String(), err)
	}
	if err := p.Set("1000,veel"); err == nil {
		t.Error("a word is a number")
	}
}
