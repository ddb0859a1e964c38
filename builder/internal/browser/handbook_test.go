package browser

import (
	"net/url"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/chromedp/kb"

	"vaandel/builder/internal/binary"
)

// checklist is the page that the tests of checklists use.
const checklist = "checklists/voor-je-plaatst.html"

// wholeHandbook is the booklet of all pages in Dutch. axe-core takes longer for
// its 7,500 elements than for all other booklets together, and these have all
// there is in it: its chapters are theirs, its cover is that of the English one.
const wholeHandbook = "alles.html"

// TestHandbook builds the starter handbook with the real command and reads it
// as people do: from a server's root, from a folder on a server, from disk; on
// a telephone and at a desk; with keys only; without script.
func TestHandbook(t *testing.T) {
	b := Start(t)
	root, err := binary.Root()
	if err != nil {
		t.Fatal(err)
	}
	dir := Build(t, filepath.Join(root, "content"))
	pages, err := Pages(dir)
	if err != nil {
		t.Fatal(err)
	}
	atRoot, inFolder := Serve(t, dir, "/"), Serve(t, dir, "/handboek/")
	// What leads on from a folder does so from a server's root too: addresses are
	// relative, and from a root none can go up too far. Only the page for what is
	// not found is shown at any address, so it can link from its own root alone.
	elsewhere := slices.DeleteFunc(slices.Clone(pages), func(p string) bool { return p == notFoundPage })
	// Crawled when first asked for, so that one test alone can be quick.
	crawled := sync.OnceValue(func() []Visit { return b.Crawl(t, inFolder, elsewhere) })
	visits := func() []Visit { return append(slices.Clone(crawled()), Visit{Path: notFoundPage, Final: notFoundPage}) }
	t.Run("crawl", func(t *testing.T) {
		t.Run("folder", func(t *testing.T) { report(t, Judge(dir, inFolder, "index.html", crawled())) })
		t.Run("disk", func(t *testing.T) {
			report(t, Judge(dir, Disk(dir), "index.html", b.Crawl(t, Disk(dir), elsewhere)))
		})
	})
	t.Run("not found", func(t *testing.T) {
		findNothing(t, b, dir, atRoot)
		based := Build(t, filepath.Join(root, "content"), "--base-path", "/handboek/")
		findNothing(t, b, based, Serve(t, based, "/handboek/"))
	})
	t.Run("axe", func(t *testing.T) { examineHandbook(t, b, atRoot, visits()) })
	t.Run("html", func(t *testing.T) {
		report(t, Validate(t, dir))
	})
	t.Run("fits", func(t *testing.T) { fits(t, b, atRoot) })
	t.Run("still", func(t *testing.T) { still(t, b, atRoot) })
	t.Run("quick", func(t *testing.T) { quick(t, b, dir) })
	t.Run("round", func(t *testing.T) { walkRound(t, b, atRoot) })
	t.Run("light", func(t *testing.T) { light(t, dir, visits()) })
	for name, at := range map[string]string{"server": Serve(t, dir, "/handboek/"), "disk": Disk(dir)} {
		t.Run("checklist/"+name, func(t *testing.T) { tickAndReload(t, b, at) })
		t.Run("checklist without script/"+name, func(t *testing.T) { tickWithoutScript(t, b, at) })
		t.Run("keyboard/"+name, func(t *testing.T) { walkAll(t, b, at) })
		t.Run("copy/"+name, func(t *testing.T) { copyOpener(t, b, at) })
		t.Run("booklet/"+name, func(t *testing.T) { printBooklet(t, b, at) })
	}
}

// findNothing asks for a page that is not there, some folders deep. The reader
// gets a whole page, each link of which leads to a page of the site.
func findNothing(t *testing.T, b *Browser, dir, root string) {
	tab := b.Tab(t, root)
	address := root + "niet/te/vinden.html"
	must(t, tab.Open(address))
	for _, fault := range tab.Faults() {
		if !strings.Contains(fault, address) {
			t.Error(fault)
		}
	}
	links, err := Eval[[]string](tab, `[...document.querySelectorAll("a[href$='.html']")].map((a) => a.href)`)
	must(t, err)
	if len(links) < 5 {
		t.Errorf("the page has only the links %q", links)
	}
	s := newSite(dir, root, nil)
	for _, link := range unique(links) {
		s.check(notFoundPage, link)
	}
	report(t, s.faults)
}

// examineHandbook runs axe-core on all pages but those that lead on by
// themselves, as the page they lead to is examined, and the largest booklet.
func examineHandbook(t *testing.T, b *Browser, root string, visits []Visit) {
	axe := LoadAxe(t)
	var stay []string
	for _, v := range visits {
		if !v.Redirects() {
			stay = append(stay, v.Path)
		}
	}
	whole := slices.Index(stay, wholeHandbook)
	if whole < 0 {
		t.Fatalf("%s is not there", wholeHandbook)
	}
	stay = slices.Delete(stay, whole, whole+1)
	b.Each(t, stay, []string{root}, func(tab *Tab, i int) error {
		looks := Looks[:]
		if !slices.Contains(shown, stay[i]) {
			looks = Looks[:1]
		}
		found, err := axe.Examine(tab, root+(&url.URL{Path: stay[i]}).EscapedPath(), looks)
		for _, fault := range found {
			t.Errorf("%s: %s", stay[i], fault)
		}
		return err
	})
}

// report makes each of the faults one of the test's.
func report(t *testing.T, faults []string) {
	t.Helper()
	for _, fault := range faults {
		t.Error(fault)
	}
}

// tickAndReload ticks the first box with the keyboard. The tick must be there
// after a reload, on a fresh visit, and be gone again when taken away.
func tickAndReload(t *testing.T, b *Browser, root string) {
	tab := b.Tab(t, root)
	must(t, tab.Open(root+checklist))
	tabTo(t, tab, `document.activeElement.matches("fieldset input[type=checkbox]")`)
	must(t, tab.Press(" "))
	ticked(t, tab, true, "after pressing Space")
	must(t, tab.Reload())
	must(t, tab.Wait(first+".checked"))
	must(t, tab.Open(root+"index.html"))
	must(t, tab.Open(root+checklist))
	must(t, tab.Wait(first+".checked"))
	must(t, tab.Click("fieldset input[type=checkbox]"))
	must(t, tab.Open(root+checklist))
	ticked(t, tab, false, "after a click had taken the tick away")
	noFaults(t, tab)
	private := b.Tab(t, root)
	must(t, private.Open(root+checklist))
	ticked(t, private, false, "for another reader")
}

// first is the first box of a checklist.
const first = `document.querySelector("fieldset input[type=checkbox]")`

// tickWithoutScript ticks a box by key and by its label.
func tickWithoutScript(t *testing.T, b *Browser, root string) {
	tab := b.Tab(t, root)
	must(t, tab.Scripts(false))
	must(t, tab.Open(root+checklist))
	tabTo(t, tab, `document.activeElement.matches("fieldset input[type=checkbox]")`)
	must(t, tab.Press(" "))
	ticked(t, tab, true, "after pressing Space")
	must(t, tab.Click("fieldset label"))
	ticked(t, tab, false, "after a click on its label")
	noFaults(t, tab)
}

// copyOpener copies an opener and the link with the keyboard, and pastes the
// opener where it can be read; on a server without a clipboard too. Without
// script there is no button.
func copyOpener(t *testing.T, b *Browser, root string) {
	const page = "delen/open-dag.html"
	tab := b.Tab(t, root)
	for _, clipboard := range []string{
		`navigator.clipboard.writeText = async (text) => { document.title = text; }`,
		`navigator.clipboard.writeText = () => Promise.reject(); document.addEventListener("copy", () => { document.title = document.activeElement.value; })`,
	} {
		must(t, tab.Open(root+page))
		_, err := Eval[bool](tab, `(() => { `+clipboard+`; return true; })()`)
		must(t, err)
		tabTo(t, tab, `document.activeElement.matches(".share-link button")`)
		must(t, tab.Press(kb.Enter))
		must(t, tab.Wait(`document.title === document.getElementById("v-link").href`))
		tabTo(t, tab, `document.activeElement.matches(".openers button")`)
		must(t, tab.Press(" "))
		must(t, tab.Wait(`document.title === document.getElementById("v-opener0").textContent`))
		must(t, tab.Wait(`document.querySelector(".openers [role=status]").textContent.startsWith("Gekopieerd")`))
		holds(t, tab, "the focus stays on the button", `document.activeElement.matches(".openers button")`)
		noFaults(t, tab)
	}
	without := b.Tab(t, root)
	must(t, without.Scripts(false))
	must(t, without.Open(root+page))
	holds(t, without, "without script there is no button", `getComputedStyle(document.querySelector(".openers button")).visibility === "hidden"`)
	noFaults(t, without)
}

// printBooklet presses the button that prints a booklet. Without script there is
// none.
func printBooklet(t *testing.T, b *Browser, root string) {
	const button = `document.querySelector("vaandel-print button")`
	tab := b.Tab(t, root)
	must(t, tab.Open(root+"beleid/alles.html"))
	_, err := Eval[bool](tab, `(window.print = () => { document.title = "printed"; }, true)`)
	must(t, err)
	must(t, tab.Click("vaandel-print button"))
	holds(t, tab, "the button prints", `document.title === "printed"`)
	noFaults(t, tab)
	without := b.Tab(t, root)
	must(t, without.Scripts(false))
	must(t, without.Open(root+"beleid/alles.html"))
	holds(t, without, "without script there is no button", button+`.getBoundingClientRect().width === 0`)
	noFaults(t, without)
}

// ticked checks the first box of the checklist.
func ticked(t *testing.T, tab *Tab, want bool, when string) {
	t.Helper()
	got, err := Eval[bool](tab, first+".checked")
	must(t, err)
	if got != want {
		t.Errorf("%s the first box is ticked: %v, not %v", when, got, want)
	}
}

// holds checks a condition on the page.
func holds(t *testing.T, tab *Tab, what, condition string) {
	t.Helper()
	ok, err := Eval[bool](tab, condition)
	must(t, err)
	if !ok {
		focus, _ := Eval[string](tab, "document.activeElement.outerHTML.slice(0, 300)")
		t.Fatalf("not so: %s; the focus is on %s", what, focus)
	}
}

func noFaults(t *testing.T, tab *Tab) {
	t.Helper()
	if faults := tab.Faults(); len(faults) > 0 {
		t.Error(strings.Join(faults, "\n"))
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
