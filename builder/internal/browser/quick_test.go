package browser

import (
	"context"
	"fmt"
	"html"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/performance"
	"github.com/chromedp/chromedp"
)

// mostWork is how many times the work of a plain page a page of ours may give
// the browser. Milliseconds depend on the machine and on what else it does; both
// kinds of page are loaded in turn, so what they have in proportion does not.
const mostWork = 5

// loads is how often each page is loaded; the median counts.
const loads = 5

// work is what a page gave the browser to do before it stood there, in
// milliseconds of its thread's own time. Of the clock are the longest task, where
// it took more than 50, and from the end of the HTML to the largest paint.
type work struct{ Total, Style, Layout, Script, Task, Paint float64 }

func (w work) String() string {
	return fmt.Sprintf("%.0f ms of work (style %.0f, layout %.0f, script %.0f); longest task %.0f, largest paint after %.0f",
		w.Total, w.Style, w.Layout, w.Script, w.Task, w.Paint)
}

// quick holds that pages give the browser little more to do than plain HTML with
// the same words.
func quick(t *testing.T, b *Browser, dir string) {
	site := t.TempDir()
	must(t, os.CopyFS(site, os.DirFS(dir)))
	root := Serve(t, site, "/")
	tab := b.Tab(t)
	must(t, tab.Screen(1280, 900, false))
	must(t, tab.do(call(performance.Enable, performance.EnableParams{TimeDomain: performance.EnableTimeDomainThreadTicks})))
	for _, page := range []string{"index.html", "beleid/werktijd-en-afspraken.html", "toolkit/beelden/index.html", "a-z.html"} {
		must(t, tab.Open(root+page))
		must(t, os.WriteFile(filepath.Join(site, "plain.html"), []byte(plain(t, tab)), 0o644))
		var ours, theirs []work
		for range loads {
			ours = append(ours, measure(t, tab, root+page))
			theirs = append(theirs, measure(t, tab, root+"plain.html"))
		}
		o, p := median(ours), median(theirs)
		if o.Total > mostWork*p.Total {
			t.Errorf("%s takes %.0f ms of work, a plain page of the same words %.0f ms", page, o.Total, p.Total)
		}
		t.Logf("%s: %.1f times the work of a plain page\nours:  %s\nplain: %s", page, o.Total/p.Total, o, p)
	}
}

// plain returns HTML with the words of the tab's page, each line a paragraph.
func plain(t *testing.T, tab *Tab) string {
	t.Helper()
	text, err := Eval[string](tab, "document.body.innerText")
	must(t, err)
	var body strings.Builder
	for line := range strings.Lines(text) {
		body.WriteString("<p>" + html.EscapeString(line) + "</p>")
	}
	return document("", body.String())
}

// measure loads a page.
func measure(t *testing.T, tab *Tab, address string) work {
	t.Helper()
	must(t, tab.Open(address))
	got, err := Eval[work](tab, `new Promise((done) => {
		const got = { Task: 0, Paint: 0 };
		const html = performance.getEntriesByType("navigation")[0].responseEnd;
		const watch = (type, act) => new PerformanceObserver((list) => list.getEntries().forEach(act)).observe({ type, buffered: true });
		watch("longtask", (e) => { got.Task = Math.max(got.Task, e.duration); });
		watch("largest-contentful-paint", (e) => { got.Paint = e.startTime - html; setTimeout(() => done(got), 100); });
	})`)
	must(t, err)
	// The browser gives each page a process of its own, with counts of its own.
	counts, err := tab.metrics()
	must(t, err)
	spent := func(name string) float64 { return 1000 * counts[name] }
	got.Total, got.Style = spent("TaskDuration"), spent("RecalcStyleDuration")
	got.Layout, got.Script = spent("LayoutDuration"), spent("ScriptDuration")
	return got
}

// metrics returns what the browser counted so far, by name; times in seconds.
func (t *Tab) metrics() (map[string]float64, error) {
	counts := map[string]float64{}
	return counts, t.do(chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		got, err := cdp.Call(ctx, target, performance.GetMetrics, cdp.Empty{})
		if err == nil {
			for _, m := range got.Metrics {
				counts[m.Name] = m.Value
			}
		}
		return err
	}))
}

// median returns the median of each measure.
func median(list []work) work {
	of := func(get func(work) float64) float64 {
		var all []float64
		for _, w := range list {
			all = append(all, get(w))
		}
		slices.Sort(all)
		return all[len(all)/2]
	}
	return work{
		Total: of(func(w work) float64 { return w.Total }), Style: of(func(w work) float64 { return w.Style }),
		Layout: of(func(w work) float64 { return w.Layout }), Script: of(func(w work) float64 { return w.Script }),
		Task: of(func(w work) float64 { return w.Task }), Paint: of(func(w work) float64 { return w.Paint }),
	}
}
