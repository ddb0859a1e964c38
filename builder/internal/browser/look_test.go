package browser

import (
	"bytes"
	"compress/gzip"
	_ "embed"
	"errors"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"strings"
	"testing"
)

// looks are pages with each kind of page between them.
var looks = []string{
	"index.html", "en/index.html", "beleid/index.html", "beleid/werktijd-en-afspraken.html",
	"contenttypen/index.html", "contenttypen/informeel.html", "training/basis/index.html",
	"training/basis/lengte.html", "toolkit/beelden/index.html", "toolkit/berichten-informeel.html",
	"toolkit/woordenlijst.html", "toolkit/materiaal.html", "checklists/voor-je-plaatst.html",
	"checklists/samen-een-plan-maken.html", "programma/cijfers.html", "programma/belangstelling.html",
	"programma/workshop.html", "ambassadeurs/sanne-voorbeeldsma.html", "delen/open-dag.html",
	"a-z.html", "tags/index.html", "zoeken.html", composer, mine, "kalender.html", privacy, "vragen/past-ambassadeur-zijn-bij-mij.html",
	"checklists/vijf-stappen.html", "ambassadeurs/index.html",
}

// fits holds that no page scrolls sideways: from a small telephone to a very
// wide screen, with letters twice as large in half a window, and with the
// spacing that a reader may want (WCAG 2.2, 1.4.4, 1.4.10 and 1.4.12).
func fits(t *testing.T, b *Browser, root string) {
	tab := b.Tab(t, root)
	for _, page := range looks {
		must(t, tab.Open(root+page))
		for _, width := range []int64{320, 360, 768, 1024, 1280, 2560} {
			must(t, tab.Screen(width, 900, false))
			within(t, tab, fmt.Sprintf("%s at %d px", page, width))
		}
		must(t, tab.Screen(640, 900, false))
		for what, change := range map[string]string{
			"with large text": `document.documentElement.style.fontSize = "200%"`,
			"with wide text": `document.querySelectorAll("main, main *").forEach((e) => {
				e.style.setProperty("line-height", "1.5", "important");
				e.style.setProperty("letter-spacing", "0.12em", "important");
				e.style.setProperty("word-spacing", "0.16em", "important");
			})`,
		} {
			_, err := Eval[bool](tab, "(() => { "+change+"; return true; })()")
			must(t, err)
			within(t, tab, page+" "+what)
			must(t, tab.Open(root+page))
		}
	}
}

// within holds that the page is no wider than the window. What it overflows by
// is named by the innermost elements that do.
func within(t *testing.T, tab *Tab, what string) {
	t.Helper()
	wide, err := Eval[[]string](tab, `(() => {
		const width = document.documentElement.clientWidth;
		if (document.documentElement.scrollWidth <= width) return [];
		const out = [...document.querySelectorAll("body *")].filter((e) =>
			e.getBoundingClientRect().right > width + 1 && !e.closest(".table, pre, .visually-hidden"));
		return out.filter((e) => !out.some((o) => o !== e && e.contains(o))).map((e) => e.outerHTML.slice(0, 120)).concat("scrolls");
	})()`)
	must(t, err)
	if len(wide) > 0 {
		t.Errorf("%s is wider than the window: %s", what, strings.Join(wide, "\n"))
	}
}

// unseen is a shift of the layout that nobody sees. Chromium at times paints the
// menu's summary once with its own marker, which counts as 0.0001, and on a busy
// machine a page in pieces that differ by parts of a pixel, up to 0.002; a line of
// text that moves down by itself counts 0.01.
const unseen = 0.004

//go:embed arrive.js
var arrive string

// still holds that nothing moves while a page loads: neither in a load as it
// goes here and now, nor when the page comes in bit by bit.
func still(t *testing.T, b *Browser, root string) {
	for _, width := range []int64{360, 1280} {
		b.Each(t, looks, []string{root}, func(tab *Tab, i int) error {
			moved, err := shifts(tab, root+looks[i], width)
			if moved > unseen {
				t.Errorf("%s at %d px: things moved by %.4f while it loaded", looks[i], width, moved)
			}
			if err != nil {
				return err
			}
			found, err := Eval[[]string](tab, arrive)
			for _, what := range found {
				t.Errorf("%s at %d px: %s", looks[i], width, what)
			}
			return err
		})
	}
}

// shifts opens a page and tells by how much its layout shifted: the part of the
// window that moved, times how far. The columns of a table are as wide as the
// rows so far ask for, so what is in tables may move.
func shifts(tab *Tab, address string, width int64) (float64, error) {
	if err := errors.Join(tab.Screen(width, 900, false), tab.Open(address)); err != nil {
		return 0, err
	}
	return Eval[float64](tab, `new Promise((done) => {
		let moved = 0;
		const inTable = ({ node }) => (node?.closest ? node : node?.parentElement)?.closest("table");
		const add = (e) => { if (!e.sources.length || !e.sources.every(inTable)) moved += e.value; };
		new PerformanceObserver((list) => list.getEntries().forEach(add)).observe({ type: "layout-shift", buffered: true });
		requestAnimationFrame(() => requestAnimationFrame(() => done(moved)));
	})`)
}

// TestArrivalIsSeen holds that a page which would show a part and then move it is
// told, and that one which only grows is not.
func TestArrivalIsSeen(t *testing.T) {
	b := Start(t)
	rows := strings.Repeat("<p>Een regel.</p>", 30)
	dir := folder(t, map[string]string{
		"p.svg":      icon,
		"moves.css":  "main { display: flex; flex-direction: column-reverse }",
		"moves.html": document("", `<link rel="stylesheet" href="moves.css"><main>`+rows+`</main>`),
		"grows.html": document("", `<main>`+rows+`</main>`),
	})
	root := Serve(t, dir, "/")
	tab := b.Tab(t, root)
	for page, moves := range map[string]bool{"moves.html": true, "grows.html": false} {
		must(t, tab.Open(root+page))
		found, err := Eval[[]string](tab, arrive)
		must(t, err)
		if len(found) > 0 != moves {
			t.Errorf("%s: found %q", page, found)
		}
	}
}

// The most that a reader has to fetch, compressed as web servers do: of a policy
// with its styles and scripts on the first visit, and of any page after that; and
// the script of the search box, which is on each. Pictures come on top, and what a
// script loads when somebody asks for it.
const (
	mostFirst = 30_000
	mostNext  = 12_000
	mostBox   = 2_500
)

// light holds that pages weigh little.
func light(t *testing.T, dir string, visits []Visit) {
	first := compressed(t, filepath.Join(dir, filepath.FromSlash(policy)))
	for _, name := range loadedAtFirst(visits, policy) {
		n := compressed(t, filepath.Join(dir, filepath.FromSlash(name)))
		if strings.HasPrefix(name, "assets/search-") && n > mostBox {
			t.Errorf("%s weighs %d bytes, more than %d", name, n, mostBox)
		}
		first += n
	}
	if first > mostFirst {
		t.Errorf("a policy with its styles and scripts weighs %d bytes, more than %d", first, mostFirst)
	}
	for _, v := range visits {
		if path.Base(v.Path) == "alles.html" {
			continue // a booklet holds all pages of its section, to be printed
		}
		if n := compressed(t, filepath.Join(dir, filepath.FromSlash(v.Path))); n > mostNext {
			t.Errorf("%s weighs %d bytes, more than %d", v.Path, n, mostNext)
		}
	}
	t.Logf("a policy with its styles and scripts: %d bytes", first)
}

// loadedAtFirst returns the styles and scripts that stand in the HTML of a page.
func loadedAtFirst(visits []Visit, page string) []string {
	var names []string
	for _, v := range visits {
		if v.Path != page {
			continue
		}
		for _, f := range v.Files {
			if ext := path.Ext(f); ext == ".css" || ext == ".js" {
				names = append(names, "assets/"+path.Base(f))
			}
		}
	}
	return unique(names)
}

// compressed returns the size of a file after gzip.
func compressed(t *testing.T, name string) int {
	t.Helper()
	data, err := os.ReadFile(name)
	must(t, err)
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	_, err = w.Write(data)
	must(t, err)
	must(t, w.Close())
	return out.Len()
}
