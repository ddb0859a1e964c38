package theme

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"path"
	"slices"
	"strings"

	"vaandel/builder/diag"
)

// assetFolder is where assets go in the output.
const assetFolder = "assets/"

// buildAssets makes the theme's files for the output.
func buildAssets(files files, p palette) ([]Asset, addresses, []diag.Diagnostic) {
	a := addresses{scripts: map[string]string{}, static: map[string]string{}}
	var assets []Asset
	put := func(name string, data []byte) string {
		to := hashedName(name, data)
		assets = append(assets, Asset{Path: to, Data: data})
		return to
	}
	for _, name := range files.in("assets") {
		short := strings.TrimPrefix(name, assetFolder)
		data := files[name].data
		if path.Ext(name) == ".svg" {
			data = colourSVG(data, p)
		}
		a.static[short] = put(short, data)
	}
	if a.static[cardName] == "" {
		to := hashedName(cardName, fmt.Appendf(nil, "2 %v", p)) // drawn anew where the drawing changes
		assets = append(assets, Asset{Path: to, Draw: func() []byte { return socialCard(p) }})
		a.static[cardName] = to
	}
	b := bundler{files: files, palette: p, static: a.static}
	style, ds := b.style()
	a.style = put("style.css", style)
	scripts, more := b.scripts()
	ds = append(ds, more...)
	for _, name := range sortedKeys(scripts) {
		a.scripts[name] = put(name+".js", scripts[name])
	}
	slices.SortFunc(assets, func(a, b Asset) int { return cmp.Compare(a.Path, b.Path) })
	return assets, a, ds
}

// hashedName puts forty bits of the content's hash into the name: enough for the
// few hundred files that a site ever has.
func hashedName(name string, data []byte) string {
	sum := sha256.Sum256(data)
	ext := path.Ext(name)
	return assetFolder + strings.TrimSuffix(name, ext) + "-" + hex.EncodeToString(sum[:5]) + ext
}

// colourSVG fills in the brand's colours: a picture can't see the properties of
// the page that shows it.
func colourSVG(data []byte, p palette) []byte {
	return []byte(strings.NewReplacer("var(--brand)", p.Fill, "var(--on-brand)", p.OnFill).Replace(string(data)))
}
