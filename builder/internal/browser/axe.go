package browser

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"vaandel/builder/internal/binary"
)

// nodeModules returns the folder of a package that npm installed for the
// tests; where it is missing, the test is skipped or fails.
func nodeModules(t testing.TB, name string) string {
	t.Helper()
	root, err := binary.Root()
	if err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(root, "builder", "internal", "browser", "testdata", "node_modules", name)
	if _, err := os.Stat(dir); err != nil {
		Missing(t, name, "npm ci --prefix builder/internal/browser/testdata")
	}
	return dir
}

// Axe is axe-core, which finds what keeps people from reading a page with a
// screen reader, without a mouse or with little contrast.
type Axe struct{ script string }

// LoadAxe reads axe-core.
func LoadAxe(t testing.TB) Axe {
	t.Helper()
	script, err := os.ReadFile(filepath.Join(nodeModules(t, "axe-core"), "axe.min.js"))
	if err != nil {
		t.Fatal(err)
	}
	return Axe{string(script)}
}

// ask is what the page is asked: all rules that axe-core runs of itself, its
// best practices among them, and the size of targets (WCAG 2.2, 2.5.8), which
// it does not. By night only the colours are another, so then it is asked for
// the rules that look at colours alone.
const ask = `((only) => axe.run(document, {
	resultTypes: ["violations"],
	...(only.length ? {runOnly: only} : {rules: {"target-size": {enabled: true}}}),
}).then((result) => result.violations.flatMap((violation) => violation.nodes.map((node) =>
	violation.id + ": " + violation.help + ": " + node.target.join(" ") + ": " + node.failureSummary))))`

// Look is one way of looking at a page.
type Look struct {
	Width int64 // CSS pixels
	Dark  bool
}

// Looks are a telephone and a desk, by day and by night.
var Looks = [...]Look{{360, false}, {1280, false}, {1280, true}, {360, true}}

// question is what to ask a page that is looked at so.
func (l Look) question() string {
	if l.Dark {
		return ask + `(["color-contrast", "link-in-text-block"])`
	}
	return ask + `([])`
}

// String names a look.
func (l Look) String() string {
	if l.Dark {
		return fmt.Sprintf("%d px, dark", l.Width)
	}
	return fmt.Sprintf("%d px, light", l.Width)
}

// Examine opens a page and returns what axe-core finds in each of looks.
// The page's security policy is lifted, so the tab is of no use for other tests.
func (a Axe) Examine(tab *Tab, url string, looks []Look) ([]string, error) {
	if err := tab.bypassCSP(); err != nil {
		return nil, err
	}
	if err := tab.Open(url); err != nil {
		return nil, err
	}
	return a.Look(tab, looks)
}

// Look returns what axe-core finds in each of looks in the page as it is now.
// Its security policy must have been lifted before it was opened.
func (a Axe) Look(tab *Tab, looks []Look) ([]string, error) {
	if _, err := Eval[struct{}](tab, a.script); err != nil {
		return nil, err
	}
	var found []string
	for _, look := range looks {
		if err := tab.Screen(look.Width, 900, look.Dark); err != nil {
			return nil, err
		}
		violations, err := Eval[[]string](tab, look.question())
		if err != nil {
			return nil, err
		}
		for _, v := range violations {
			found = append(found, fmt.Sprintf("%s: %s", look, strings.ReplaceAll(v, "\n", " ")))
		}
	}
	return found, nil
}
