package browser

import (
	"net/url"
	"path/filepath"
	"testing"

	"vaandel/builder/internal/binary"
)

// shown are pages of the starter handbook that together have all components.
var shown = []string{
	"index.html", "a-z.html", "404.html", checklist, "contenttypen/index.html", "contenttypen/commercieel.html",
	"beleid/werktijd-en-afspraken.html", "training/index.html", "toolkit/index.html", "ambassadeurs/index.html", "en/index.html",
}

// TestThemes examines the starter handbook in the themes laid over the default
// one; TestHandbook reads it in that.
func TestThemes(t *testing.T) {
	b, axe := Start(t), LoadAxe(t)
	root, err := binary.Root()
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"sober"} {
		t.Run(name, func(t *testing.T) {
			dir := Build(t, filepath.Join(root, "content"), "--theme", name, "--strict")
			report(t, Validate(t, dir))
			at := Serve(t, dir, "/")
			b.Each(t, shown, []string{at}, func(tab *Tab, i int) error {
				found, err := axe.Examine(tab, at+(&url.URL{Path: shown[i]}).EscapedPath(), Looks[:])
				for _, fault := range found {
					t.Errorf("%s: %s", shown[i], fault)
				}
				return err
			})
		})
	}
}
