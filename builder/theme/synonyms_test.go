package theme

import (
	"fmt"
	"testing"
)

func TestSynonyms(t *testing.T) {
	f := files{"synonyms/nl.txt": {data: []byte("# Over werk\r\nchef,  baas\r\n\r\nsocial media, sociale media\n")}}
	got := fmt.Sprintf("%q", readSynonyms(f)["nl"])
	if want := `[["chef" "baas"] ["social media" "sociale media"]]`; got != want {
		t.Errorf("got %s, not %s", got, want)
	}
}
