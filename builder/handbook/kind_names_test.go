package handbook

import (
	"slices"
	"strings"
	"testing"
)

// Every kind has its words, and no word means two kinds.
func TestKindInfos(t *testing.T) {
	taken := map[string]Kind{}
	var kinds []Kind
	for _, info := range KindInfos {
		kinds = append(kinds, info.Kind)
		for _, word := range append([]string{string(info.Kind)}, info.Words...) {
			if other := taken[word]; other != "" {
				t.Errorf("%s means %s and %s", word, other, info.Kind)
			}
			taken[word] = info.Kind
			if got := KindOf(strings.ToUpper(word)); got != info.Kind {
				t.Errorf("%s became %s", word, got)
			}
		}
		for _, words := range []string{info.Name.NL, info.Name.EN, info.About.NL, info.About.EN} {
			if words == "" {
				t.Errorf("%s lacks words", info.Kind)
			}
		}
		if len(info.Words) == 0 || info.Kind.Info().Name != info.Name {
			t.Errorf("%s is described as %+v", info.Kind, info.Kind.Info())
		}
	}
	if !slices.Equal(kinds, Kinds) {
		t.Errorf("the kinds are %v", kinds)
	}
	if got := KindOf("gedicht"); got != "" {
		t.Errorf("gedicht became %s", got)
	}
	if got := Kind("gedicht").Info().Name.NL; got != "gedicht" {
		t.Errorf("an unknown kind is called %q", got)
	}
}
