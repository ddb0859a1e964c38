package browser

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// searchStates looks at what is said when words are corrected or not found.
func searchStates(t *testing.T, b *Browser, root string) {
	tab := desk(t, b, root, policy)
	must(t, tab.Click(header))
	typeText(t, tab, "wrektijd")
	waits(t, tab, "the correction is shown", `document.querySelector(".banner .search-line").textContent === "Bedoelde je “werktijd”?"`)
	waits(t, tab, "and told", spoken+`.startsWith("Bedoelde je “werktijd”? 24")`)
	typeText(t, tab, "zzz")
	const none = `document.querySelector(".banner [data-state=none]")`
	waits(t, tab, "nothing is found", none+`.getClientRects().length === 1 && `+listed+` === 0`)
	waits(t, tab, "and told", spoken+`.startsWith("Niets gevonden")`)
	holds(t, tab, "it says whom to ask", none+`.querySelector("a[href^='mailto:']").textContent === "Robin Verzonneveld"`)
	holds(t, tab, "a list that is not there is not open", `document.querySelector("#v-search").getAttribute("aria-expanded") === "false"`)
	must(t, tab.Press(kb.Tab))
	holds(t, tab, "the address is the next stop, and the panel stays", `document.activeElement.matches("a[href^='mailto:']") && `+seen)
	noFaults(t, tab)
}

// searchFails takes files below assets away and brings them back.
func searchFails(t *testing.T, b *Browser, dir, root, pattern string) {
	files, err := filepath.Glob(filepath.Join(dir, "assets", filepath.FromSlash(pattern)))
	must(t, err)
	if len(files) == 0 {
		t.Fatalf("there is no %s", pattern)
	}
	const away = ".away"
	for _, f := range files {
		must(t, os.Rename(f, f+away))
	}
	back := func() {
		for _, f := range files {
			must(t, os.Rename(f+away, f))
		}
	}
	tab := b.Tab(t, root)
	must(t, tab.Screen(1280, 900, false))
	must(t, tab.Open(root+policy))
	must(t, tab.Click(header))
	typeText(t, tab, "werktijd")
	const failed = `document.querySelector(".banner [data-state=error]").getClientRects().length === 1`
	if err := tab.Wait(failed); err != nil {
		back()
		t.Fatal(err)
	}
	must(t, tab.Click(".banner [data-state=error] button"))
	must(t, tab.Wait(failed))
	back()
	must(t, tab.Click(".banner [data-state=error] button"))
	waits(t, tab, "it works when it is tried again", listed+` > 3 && document.activeElement.id === "v-search"`)
}

// bring brings about a state; the panel stays open whatever the window's size.
func bring(t *testing.T, tab *Tab, root string, i int) {
	t.Helper()
	stop := searchStops[i]
	must(t, tab.Open(root+policy))
	_, err := Eval[bool](tab, `(localStorage.setItem("vaandel:1:/:searches", JSON.stringify(["werktijd", "foto"])), true)`)
	must(t, err)
	must(t, tab.Open(root+stop.page))
	if stop.field != "" {
		must(t, tab.Click("#v-"+stop.field))
		typeText(t, tab, stop.typed)
	}
	waits(t, tab, stop.name, stop.until)
}

// examineSearch runs axe-core in each state.
func examineSearch(t *testing.T, b *Browser, root string) {
	axe := LoadAxe(t)
	tab := b.Tab(t, root)
	must(t, tab.bypassCSP())
	for i, stop := range searchStops {
		must(t, tab.Screen(1280, 900, false))
		bring(t, tab, root, i)
		if stop.name == "recent" {
			must(t, tab.Press(kb.ArrowDown))
		}
		found, err := axe.Look(tab, Looks[:])
		must(t, err)
		for _, fault := range found {
			t.Errorf("%s: %s", stop.name, fault)
		}
	}
	// What is said when loading fails, without the trouble of making it fail.
	must(t, tab.Screen(1280, 900, false))
	bring(t, tab, root, 3)
	_, err := Eval[bool](tab, `(document.querySelector(".banner [data-state=error]").hidden = false, true)`)
	must(t, err)
	found, err := axe.Look(tab, Looks[:])
	must(t, err)
	for _, fault := range found {
		t.Errorf("error: %s", fault)
	}
}

// searchFits holds that no state is wider than the window.
func searchFits(t *testing.T, b *Browser, root string) {
	tab := b.Tab(t, root)
	for i, stop := range searchStops {
		must(t, tab.Screen(1280, 900, false))
		bring(t, tab, root, i)
		for _, width := range []int64{320, 360, 640, 768, 1024, 1280, 2560} {
			must(t, tab.Screen(width, 700, false))
			within(t, tab, fmt.Sprintf("%s at %d px", stop.name, width))
		}
		must(t, tab.Screen(640, 700, false))
		_, err := Eval[string](tab, `document.documentElement.style.fontSize = "200%"`)
		must(t, err)
		within(t, tab, stop.name+" with large text")
	}
}
