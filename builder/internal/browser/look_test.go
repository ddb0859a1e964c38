package browser

import (
	"bytes"
	"compress/gzip"
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
	"a-z.html", "tags/index.html", "zoeken.html",
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

// loading is what the browser tells of how a page came onto the screen. Times
// are in milliseconds: of the longest task, and from the end of the HTML to the
// largest paint.
type loading struct{ Moved, Task, Paint float64 }

// unseen is a shift of the layout that nobody sees. Chromium at times paints the
// menu's summary once with its own marker, which counts as 0.0001; a line of
// text that moves down by itself counts a hundred times as much.
const unseen = 0.001

// still holds that nothing moves while a page loads. How long it took is told
// and no more than that: it depends on the machine and what else that does.
func still(t *testing.T, b *Browser, root string) {
	var worst loading
	for _, width := range []int64{360, 1280} {
		tab := b.Tab(t, root)
		must(t, tab.Screen(width, 900, false))
		for _, page := range looks {
			must(t, tab.Open(root+page))
			got, err := Eval[loading](tab, `new Promise((done) => {
				const got = { Moved: 0, Task: 0, Paint: 0 };
				const html = performance.getEntriesByType("navigation")[0].responseEnd;
				const watch = (type, act) => new PerformanceObserver((list) => list.getEntries().forEach(act)).observe({ type, buffered: true });
				watch("layout-shift", (e) => { got.Moved += e.value; });
				watch("longtask", (e) => { got.Task = Math.max(got.Task, e.duration); });
				watch("largest-contentful-paint", (e) => { got.Paint = e.startTime - html; });
				requestAnimationFrame(() => requestAnimationFrame(() => done(got)));
			})`)
			must(t, err)
			if got.Moved > unseen {
				t.Errorf("%s at %d px: things moved by %.4f while it loaded", page, width, got.Moved)
			}
			worst.Task, worst.Paint = max(worst.Task, got.Task), max(worst.Paint, got.Paint)
		}
	}
	t.Logf("longest task %.0f ms, largest paint at most %.0f ms after the HTML", worst.Task, worst.Paint)
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
	first := compressed(t, filepath.Join(dir, "beleid", "werktijd-en-afspraken.html"))
	for _, name := range loadedAtFirst(visits) {
		n := compressed(t, filepath.Join(dir, filepath.FromSlash(name)))
		if strings.HasPrefix(name, "assets/search-") && n > mostBox {
			t.Errorf("%s weighs %d bytes, more than %d", name, n, mostBox)
		}
		first += n
	}
	if first > mostFirst {
		t.Errorf("a policy with all styles and scripts weighs %d bytes, more than %d", first, mostFirst)
	}
	for _, v := range visits {
		if path.Base(v.Path) == "alles.html" {
			continue // a booklet holds all pages of its section, to be printed
		}
		if n := compressed(t, filepath.Join(dir, filepath.FromSlash(v.Path))); n > mostNext {
			t.Errorf("%s weighs %d bytes, more than %d", v.Path, n, mostNext)
		}
	}
	t.Logf("a policy with all styles and scripts: %d bytes", first)
}

// loadedAtFirst returns the styles and scripts that stand in the HTML of pages.
func loadedAtFirst(visits []Visit) []string {
	var names []string
	for _, v := range visits {
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
