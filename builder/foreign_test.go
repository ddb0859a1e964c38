package builder_test

import (
	"bytes"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"vaandel/builder/diag"
)

// TestForeignFiles builds a folder as it comes from people's disks: odd names,
// old encodings, empty files, links in the file system.
func TestForeignFiles(t *testing.T) {
	s := newSite(t, map[string]string{
		"README.md":            "# Begin\n\n[een](Werk%20%26%20Rust.md) [twee](priv%C3%A9.md) [drie](LEEG.md) [vier](map/) [vijf](<Werk & Rust.md#kop>)\n",
		"Werk & Rust.md":       "# Werk & rust\n\n## Kop\n",
		"privé.md":             "# Privé\n",
		"leeg.md":              "",
		"bom.md":               "\ufeff---\r\ntitle: Met BOM\r\n---\r\nTekst.\r\n",
		"oud.md":               "# Oud\n\nEen caf\xe9 \x93met\x94 aanhaling.\n",
		"map/Met Spatie.md":    "# Met spatie\n",
		"map/con.md":           "# Gereserveerd\n",
		"mkdocs.md":            "# Mk\n\n!!! note \"Let op\"\n    Ingesprongen tekst.\n",
		"liquid.md":            "# Li\n\n{% include x.html %} en {{ page.title }}\n",
		"jsx.md":               "# Jsx\n\n<Tabs>\n<Tab>Inhoud</Tab>\n</Tabs>\n",
		"alleen-commentaar.md": "<!-- niets -->\n",
	})
	if runtime.GOOS != "windows" {
		if err := os.Symlink("leeg.md", filepath.Join(s.content, "koppeling.md")); err != nil {
			t.Fatal(err)
		}
	}
	r := s.build(s.options())
	for _, d := range r.Diagnostics {
		if d.Severity == diag.Error {
			t.Errorf("%s: %s", d.Position, d.Message.EN)
		}
	}
	files := contents(t, s.out)
	for name, want := range map[string]string{
		"index.html":             `href="werk-rust.html"`,
		"werk-rust.html":         "Werk &amp; rust",
		"prive.html":             "Privé",
		"leeg.html":              "<h1>Leeg</h1>",
		"bom.html":               "<h1>Met BOM</h1>",
		"oud.html":               "Een café",
		"map/index.html":         `href="met-spatie.html"`,
		"map/con-.html":          "Gereserveerd",
		"mkdocs.html":            "Ingesprongen tekst.",
		"liquid.html":            "{% include x.html %}",
		"jsx.html":               "Inhoud",
		"alleen-commentaar.html": "<h1>Alleen commentaar</h1>",
	} {
		if !bytes.Contains(files[name], []byte(want)) {
			t.Errorf("%s lacks %s", name, want)
		}
	}
	for _, want := range []string{`href="prive.html"`, `href="leeg.html"`, `href="map/index.html"`, `href="werk-rust.html#h-kop"`} {
		if !strings.Contains(string(files["index.html"]), want) {
			t.Errorf("index.html lacks %s", want)
		}
	}
}
