package browser

import (
	"strings"
	"testing"
)

// nightly has a fault by night only, and an image without a text.
const nightly = `<!DOCTYPE html><html lang="nl"><head><meta charset="utf-8"><title>Proef</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'self'; script-src 'none'; require-trusted-types-for 'script'">
<link rel="icon" href="p.svg"><link rel="stylesheet" href="s.css"></head>
<body><main><h1>Proef</h1><p>Dit is een proef.</p><img src="p.svg"></main></body></html>`

func TestAxeLooksByDayAndNight(t *testing.T) {
	b, axe := Start(t), LoadAxe(t)
	root := Serve(t, folder(t, map[string]string{
		"index.html": nightly,
		"p.svg":      icon,
		"s.css":      `body{color:#111;background:#fff}@media (prefers-color-scheme:dark){body{color:#444;background:#111}}`,
	}), "/")
	found, err := axe.Examine(b.Tab(t, root), root, Looks[:])
	if err != nil {
		t.Fatal(err)
	}
	all := strings.Join(found, "\n")
	for _, look := range Looks {
		if contrast := strings.Contains(all, look.String()+": color-contrast"); contrast != look.Dark {
			t.Errorf("%s: a fault in contrast is %v in\n%s", look, contrast, all)
		}
		if !look.Dark && !strings.Contains(all, look.String()+": image-alt") {
			t.Errorf("%s: the image without a text was not found in\n%s", look, all)
		}
	}
}

func TestValidateFindsFaults(t *testing.T) {
	found := strings.Join(Validate(t, folder(t, map[string]string{
		"goed.html":    document("", `<p id="a">Goed</p>`),
		"map/mis.html": document("", `<p id="a">Mis<p id="a"></div>`),
	})), "\n")
	if strings.Contains(found, "goed.html") || !strings.Contains(found, "mis.html") || !strings.Contains(found, "no-dup-id") {
		t.Errorf("one file has a double id, but found was:\n%s", found)
	}
}
