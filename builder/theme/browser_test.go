package theme_test

import (
	"fmt"
	"html/template"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"vaandel/builder/internal/browser"
	"vaandel/builder/theme"
)

// view is what the default theme's document asks for, around any text.
type view struct {
	Lang, Title, Summary, Canonical, Layout, Style string
	Scripts                                        []string
	Home                                           bool
	Translations                                   []struct{ Lang, Href string }
	Site                                           struct{ Root, Title, Robots, Feed, Icon, Card string }
	Header, Navigation, Footer, Body               template.HTML
}

type checklist struct {
	Key, ID, Title, Done string
	Items                []task
	Contact              *struct{ Name, Email string }
	Link                 *struct{ Href string }
}

type task struct {
	ID          string
	Label, More template.HTML
	Checked     bool
	Items       []task
}

// site writes pages with the given texts into a folder and returns the address
// of the folder, as one opens it from disk.
func site(t *testing.T, th *theme.Theme, texts map[string]template.HTML) string {
	t.Helper()
	dir := t.TempDir()
	write := func(name string, data []byte) {
		name = filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, a := range th.Assets() {
		write(a.Path, a.Data)
	}
	for name, text := range texts {
		v := view{Lang: "nl", Title: name, Layout: "probe", Body: text}
		v.Site.Root = "../"
		v.Style = v.Site.Root + th.Style()
		v.Scripts = []string{v.Site.Root + th.Script("checklist")}
		page, err := th.Page("nl", "probe", v)
		if err != nil {
			t.Fatal(err)
		}
		write("map/"+name+".html", page)
	}
	return "file://" + filepath.ToSlash(dir) + "/map/"
}

// probe is the default theme with a layout that shows nothing but a text.
func probe(t *testing.T) *theme.Theme {
	t.Helper()
	return compile(t, theme.Options{Languages: []string{"nl"}},
		fstest.MapFS{"layouts/probe.html": {Data: []byte(`<h1>{{.Title}}</h1><div class="prose">{{.Body}}</div>`)}}, standard(t))
}

// TestInBrowser tries the scripts as a reader meets them: from disk, under the
// pages' own security policy. Starting the browser takes longest, so all share
// one, each with a tab and a storage of its own.
func TestInBrowser(t *testing.T) {
	b, th := browser.Start(t), probe(t)
	t.Run("ticks are kept", func(t *testing.T) { ticksAreKept(t, b, th) })
	t.Run("no storage", func(t *testing.T) { noStorage(t, b, th) })
	t.Run("frame", func(t *testing.T) { frame(t, b, th) })
}

func ticksAreKept(t *testing.T, b *browser.Browser, th *theme.Theme) {
	part := func(key string) template.HTML {
		html, err := th.Part("nl", "checklist", checklist{Key: key, ID: "c-1", Items: []task{
			{ID: "c-1-a", Label: "Krant"}, {ID: "c-1-b", Label: "Waar", Checked: true, Items: []task{{ID: "c-1-c", Label: "Echt"}}},
		}})
		if err != nil {
			t.Fatal(err)
		}
		return html
	}
	at := site(t, th, map[string]template.HTML{"een": part("map/een.html#c-1"), "twee": part("map/twee.html#c-1")})
	tab := b.Tab(t, at, "file://")
	open := func(name string) {
		t.Helper()
		if err := tab.Open(at + name + ".html"); err != nil {
			t.Fatal(err)
		}
	}
	shows := func(want string) {
		t.Helper()
		const now = `[...document.querySelectorAll("input")].map(b => b.checked ? "x" : "-").join("") + " " + document.querySelector("[role=status]").textContent`
		if got, err := browser.Eval[string](tab, now); err != nil || got != want {
			t.Errorf("the list shows %q (%v), want %q", got, err, want)
		}
	}
	click := func(id string) {
		t.Helper()
		if err := tab.Click(`label[for="` + id + `"]`); err != nil {
			t.Fatal(err)
		}
	}
	open("een")
	shows("-x- 1 van de 3 afgevinkt")
	click("c-1-a")
	click("c-1-b")
	shows("x-- 1 van de 3 afgevinkt")
	open("een")
	shows("x-- 1 van de 3 afgevinkt")
	click("c-1-b")
	click("c-1-c")
	shows("xxx 3 van de 3 afgevinkt")
	if done, err := browser.Eval[bool](tab, `document.querySelector("vaandel-checklist").hasAttribute("data-complete")`); err != nil || !done {
		t.Errorf("the list does not know that it is done: %v", err)
	}
	open("twee")
	shows("-x- 1 van de 3 afgevinkt") // another list

	// Whatever stands in the storage, the page works.
	const spoil = `Object.keys(localStorage).forEach(k => localStorage.setItem(k, "{<\"'"))`
	if _, err := browser.Eval[any](tab, spoil); err != nil {
		t.Fatal(err)
	}
	open("een")
	shows("-x- 1 van de 3 afgevinkt")
	if faults := tab.Faults(); len(faults) > 0 {
		t.Errorf("the browser says: %v", faults)
	}
}

// noStorage holds that a browser that keeps nothing still
// ticks and counts, and that the reader is told.
func noStorage(t *testing.T, b *browser.Browser, th *theme.Theme) {
	list, err := th.Part("nl", "checklist", checklist{Key: "k", ID: "c-1", Items: []task{{ID: "c-1-a", Label: "Krant"}}})
	if err != nil {
		t.Fatal(err)
	}
	at := site(t, th, map[string]template.HTML{"een": list})
	tab := b.Tab(t, "file://")
	if err := tab.Open(at + "een.html"); err != nil {
		t.Fatal(err)
	}
	// A full disk: the element is made anew after the storage has broken.
	const again = `Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError") };
		document.querySelector("label").click(); document.querySelector("[role=status]").textContent`
	if got, err := browser.Eval[string](tab, again); err != nil || !strings.HasPrefix(got, "1 van de 1 afgevinkt. Deze browser bewaart je vinkjes niet") {
		t.Errorf("with a full disk: %q, %v", got, err)
	}
	const moved = `(() => { const list = document.querySelector("vaandel-checklist"), home = list.parentNode;
		list.remove(); home.append(list); return [...document.querySelectorAll("input")].map(b => b.checked).join() })()`
	if got, err := browser.Eval[string](tab, moved); err != nil || got != "true" {
		t.Errorf("moved within the page, the tick is %q, %v", got, err)
	}
}

// frame holds what the script of every page does, and that nothing moves
// by it.
func frame(t *testing.T, b *browser.Browser, th *theme.Theme) {
	wide := `<div class="table"><table><tr>`
	for i := range 30 {
		wide += fmt.Sprintf("<td>kolom%d</td>", i)
	}
	at := site(t, th, map[string]template.HTML{"een": template.HTML(
		`<vaandel-after class="notice" hidden data-after="2020-01-01"><p id="v-old">oud</p></vaandel-after>
		<vaandel-after class="notice" hidden data-from="9999-01-01"><p id="v-new">nieuw</p></vaandel-after>
		<vaandel-after class="notice" hidden data-after="gisteren"><p id="v-odd">raar</p></vaandel-after>
		<div class="table"><table><tr><td>smal</td></tr></table></div>` + wide + `</tr></table></div>`)})
	tab := b.Tab(t, "file://")
	if err := tab.Screen(360, 700, false); err != nil {
		t.Fatal(err)
	}
	if err := tab.Open(at + "een.html"); err != nil {
		t.Fatal(err)
	}
	// The day itself: over tomorrow, but begun.
	const day = `(name => { const n = new Date(), e = document.createElement("vaandel-after");
		e.dataset[name] = new Date(n - n.getTimezoneOffset() * 6e4).toISOString().slice(0, 10);
		e.hidden = true; document.body.append(e); return e.hidden })`
	for what, expression := range map[string]string{
		"from today it shows":     "!" + day + `("from")`,
		"until today is not over": day + `("after")`,
		"a past date shows":       `document.getElementById("v-old").offsetHeight > 0`,
		"a date to come does not": `document.getElementById("v-new").offsetHeight === 0`,
		"the page does not slide": `document.documentElement.scrollWidth === innerWidth`,
		"what is no date is not":  `document.getElementById("v-odd").offsetHeight === 0`,
		"nothing has moved": `new Promise(done => {
			let moved = 0;
			new PerformanceObserver(list => moved += list.getEntries().length).observe({type: "layout-shift", buffered: true});
			setTimeout(() => done(moved === 0), 100);
		})`,
	} {
		if ok, err := browser.Eval[bool](tab, expression); err != nil || !ok {
			t.Errorf("%s: %v, %v", what, ok, err)
		}
	}
	if err := tab.Wait(`[...document.querySelectorAll(".table")].map(t => t.tabIndex).join() === "-1,0"`); err != nil {
		t.Errorf("the keyboard does not reach the wide table alone: %v", err)
	}
	if faults := tab.Faults(); len(faults) > 0 {
		t.Errorf("the browser says: %v", faults)
	}
}
