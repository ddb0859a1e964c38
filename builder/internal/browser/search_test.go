package browser

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"

	"vaandel/builder/internal/binary"
)

// policy is a page with the box in its header.
const policy = "beleid/welzijn.html"

// TestSearch uses the box to search in, and the page of results, as people do.
// What is found comes from a double of the index's reader, which knows a few
// pages, so that each state can be brought about: see testdata/double.
func TestSearch(t *testing.T) {
	b := Start(t)
	dir := searchSite(t)
	for name, at := range map[string]string{"server": Serve(t, dir, "/handboek/"), "disk": Disk(dir)} {
		t.Run("lazy/"+name, func(t *testing.T) { searchIsLazy(t, b, at) })
		t.Run("keyboard/"+name, func(t *testing.T) { searchByKeys(t, b, at) })
		t.Run("clicks/"+name, func(t *testing.T) { searchByMouse(t, b, at) })
		t.Run("touch/"+name, func(t *testing.T) { searchByTouch(t, b, at) })
		t.Run("first page/"+name, func(t *testing.T) { searchFirstPage(t, b, at) })
		t.Run("stale/"+name, func(t *testing.T) { searchIsNeverStale(t, b, at) })
		t.Run("recent/"+name, func(t *testing.T) { recentSearches(t, b, at) })
		t.Run("states/"+name, func(t *testing.T) { searchStates(t, b, at) })
		t.Run("text/"+name, func(t *testing.T) { typedIsText(t, b, at) })
		t.Run("results/"+name, func(t *testing.T) { resultsPage(t, b, at) })
		t.Run("without script/"+name, func(t *testing.T) { searchWithoutScript(t, b, at) })
	}
	t.Run("axe", func(t *testing.T) { examineSearch(t, b, Serve(t, dir, "/")) })
	t.Run("fits", func(t *testing.T) { searchFits(t, b, Serve(t, dir, "/")) })
	// The last, as it takes files away.
	for name, at := range map[string]string{"server": Serve(t, dir, "/handboek/"), "disk": Disk(dir)} {
		for _, missing := range []string{"reader", "panel"} {
			t.Run(missing+" is missing/"+name, func(t *testing.T) { searchFails(t, b, dir, at, missing+"-*.js") })
		}
	}
}

// searchSite builds the starter handbook with the double.
func searchSite(t *testing.T) string {
	t.Helper()
	root, err := binary.Root()
	must(t, err)
	double := filepath.Join(root, "builder", "internal", "browser", "testdata", "double")
	return Build(t, filepath.Join(root, "content"), "--theme", double)
}

const (
	// header is the field of the header; option finds what is active in its list.
	header = "#v-search"
	option = `document.getElementById(document.querySelector("#v-search").getAttribute("aria-activedescendant") || "-")`
	// listed counts the options of the header's list that can be seen.
	listed = `[...document.querySelectorAll("#v-search-list [role=option]")].filter((o) => o.getClientRects().length).length`
	spoken = `document.querySelector(".banner [role=status]").textContent`
)

// desk opens a page at a desk.
func desk(t *testing.T, b *Browser, root, page string) *Tab {
	t.Helper()
	tab := b.Tab(t, root)
	must(t, tab.Screen(1280, 900, false))
	must(t, tab.Open(root+page))
	return tab
}

// typeText presses the keys of a text.
func typeText(t *testing.T, tab *Tab, text string) {
	t.Helper()
	for _, r := range text {
		must(t, tab.Press(string(r)))
	}
}

// waits waits until a condition is true.
func waits(t *testing.T, tab *Tab, what, condition string) {
	t.Helper()
	if err := tab.Wait(condition); err != nil {
		t.Fatalf("%s: %v", what, err)
	}
}

// searchIsLazy holds that nothing of the search but the box is loaded before
// somebody comes to it.
func searchIsLazy(t *testing.T, b *Browser, root string) {
	tab := desk(t, b, root, policy)
	asked := func() string { return strings.Join(tab.Requests(), "\n") }
	if got := asked(); strings.Contains(got, "assets/reader-") || strings.Contains(got, "assets/panel-") || !strings.Contains(got, "assets/search-") {
		t.Errorf("a page asks for:\n%s", got)
	}
	must(t, tab.Click(header))
	waits(t, tab, "the reader is there", `window.vaandelReader !== undefined`)
	if got := asked(); strings.Count(got, "assets/reader-") != 1 || strings.Count(got, "assets/panel-") != 1 {
		t.Errorf("who comes to the field asks for:\n%s", got)
	}
	noFaults(t, tab)
}

// searchByKeys finds a page with keys alone.
func searchByKeys(t *testing.T, b *Browser, root string) {
	tab := desk(t, b, root, policy)
	holds(t, tab, "the status is there from the start", `document.querySelector(".banner [role=status]").getClientRects().length === 1`)
	press(t, tab, `{key: "k", ctrlKey: true}`)
	holds(t, tab, "Ctrl+K leads to the field", `document.activeElement.id === "v-search"`)
	typeText(t, tab, "werktijd")
	waits(t, tab, "results are listed", listed+" > 3")
	holds(t, tab, "the list is open, nothing is chosen", `document.activeElement.getAttribute("aria-expanded") === "true" && `+option+` === null`)
	waits(t, tab, "the count is told", spoken+` === "24 pagina’s gevonden"`)

	must(t, tab.Press(kb.ArrowDown))
	holds(t, tab, "Down chooses the first", option+` === document.querySelector("#v-search-list [role=option]") && `+option+`.getAttribute("aria-selected") === "true"`)
	holds(t, tab, "the focus stays in the field", `document.activeElement.id === "v-search"`)
	must(t, tab.Press(kb.ArrowUp))
	holds(t, tab, "Up wraps to the last", option+`.matches(".search-all")`)
	must(t, tab.Press(kb.ArrowDown, kb.ArrowDown))
	holds(t, tab, "each option names its page", option+`.textContent.startsWith("Werktijd en afspraken")`)
	must(t, tab.Press(kb.Home))
	holds(t, tab, "Home goes back into the text", option+` === null && document.activeElement.selectionStart === 0`)

	must(t, tab.Press(kb.Escape))
	holds(t, tab, "Esc closes", listed+` === 0 && document.activeElement.value === "werktijd" && document.activeElement.getAttribute("aria-expanded") === "false"`)
	must(t, tab.Press(kb.Escape))
	holds(t, tab, "Esc again empties the field", `document.activeElement.value === "" && document.activeElement.id === "v-search"`)
	typeText(t, tab, "werktijd")
	waits(t, tab, "results are listed again", listed+" > 3")
	must(t, tab.Press(kb.Tab))
	waits(t, tab, "Tab leaves and closes", listed+` === 0 && !document.activeElement.closest(".search")`)

	must(t, tab.Click(header))
	waits(t, tab, "a click opens it again", listed+" > 3")
	must(t, tab.Press(kb.ArrowDown, kb.Enter))
	waits(t, tab, "Enter opens what is chosen", `location.href.endsWith("beleid/werktijd-en-afspraken.html#h-hoeveel-tijd") && document.readyState === "complete"`)

	must(t, tab.Click(header))
	typeText(t, tab, "uur & meer")
	must(t, tab.Press(kb.Enter))
	waits(t, tab, "Enter with nothing chosen opens the page of results",
		`location.pathname.endsWith("/zoeken.html") && document.querySelector("#v-query")?.value === "uur & meer"`)
	noFaults(t, tab)
}

// press dispatches a key with the keys that are held.
func press(t *testing.T, tab *Tab, key string) {
	t.Helper()
	_, err := Eval[bool](tab, fmt.Sprintf(`document.activeElement.dispatchEvent(new KeyboardEvent("keydown", Object.assign({bubbles: true, cancelable: true}, %s)))`, key))
	must(t, err)
}

// searchByMouse clicks on results as on any link.
func searchByMouse(t *testing.T, b *Browser, root string) {
	tab := desk(t, b, root, policy)
	must(t, tab.Click(header))
	typeText(t, tab, "werktijd")
	waits(t, tab, "results are listed", listed+" > 3")
	holds(t, tab, "results are links, by the page's own root",
		`[...document.querySelectorAll("#v-search-list a")].every((a) => a.getAttribute("href").startsWith("../") && a.href.startsWith(new URL("..", location.href).href))`)
	must(t, tab.Click(".colophon-private"))
	waits(t, tab, "a click beside it closes", listed+" === 0")
	must(t, tab.Click(header))
	waits(t, tab, "it opens again", listed+" > 3")
	must(t, tab.Click("#v-search-list [role=option]"))
	waits(t, tab, "a click opens the page at the place", `location.hash === "#h-hoeveel-tijd"`)
	noFaults(t, tab)
}

// searchByTouch finds a page with a thumb.
func searchByTouch(t *testing.T, b *Browser, root string) {
	tab := b.Tab(t, root)
	must(t, tab.Touch())
	must(t, tab.Screen(360, 740, false))
	must(t, tab.Open(root+policy))
	const button = ".banner .search-open"
	holds(t, tab, "a button for a thumb stands in the header", `(({width, height}) => width >= 44 && height >= 44)(document.querySelector("`+button+`").getBoundingClientRect())`)
	holds(t, tab, "the field does not", `document.querySelector("#v-search").getClientRects().length === 0`)
	must(t, tab.Tap(button))
	waits(t, tab, "the field has the focus", `document.activeElement.id === "v-search"`)
	holds(t, tab, "it goes over the width", `document.querySelector(".banner .search-box").getBoundingClientRect().width === innerWidth`)
	holds(t, tab, "its letters are large enough for no zoom", `parseFloat(getComputedStyle(document.activeElement).fontSize) >= 16`)
	typeText(t, tab, "werktijd")
	waits(t, tab, "results are listed", listed+" > 3")
	holds(t, tab, "each is high enough for a thumb", `[...document.querySelectorAll("#v-search-list [role=option]")].every((o) => o.getBoundingClientRect().height >= 36)`)
	must(t, tab.Tap(".search-close"))
	waits(t, tab, "Sluit closes", `document.querySelector("#v-search").getClientRects().length === 0 && document.activeElement.matches("`+button+`")`)
	must(t, tab.Tap(button))
	waits(t, tab, "what was typed is still there", listed+" > 3")
	must(t, tab.Tap("#v-search-list [role=option]"))
	waits(t, tab, "a tap opens the page", `location.hash === "#h-hoeveel-tijd"`)
	noFaults(t, tab)
}

// searchFirstPage holds that the first page has one box, which stays where it is.
func searchFirstPage(t *testing.T, b *Browser, root string) {
	tab := desk(t, b, root, "index.html")
	holds(t, tab, "one field can be seen", `[...document.querySelectorAll("input[type=search]")].filter((i) => i.getClientRects().length).map((i) => i.id).join() === "v-find"`)
	press(t, tab, `{key: "k", ctrlKey: true}`)
	holds(t, tab, "Ctrl+K leads to it", `document.activeElement.id === "v-find"`)
	_, err := Eval[float64](tab, `window.was = document.querySelector("#v-find").getBoundingClientRect().top`)
	must(t, err)
	typeText(t, tab, "werktijd")
	waits(t, tab, "results are listed", `document.querySelectorAll("#v-find-list a").length > 3`)
	holds(t, tab, "the field did not move", `document.querySelector("#v-find").getBoundingClientRect().top === window.was`)
	holds(t, tab, "the list lies over what comes below",
		`(() => { const box = document.querySelector("#v-find-list").getBoundingClientRect(); return document.elementFromPoint(box.x + 40, Math.min(box.bottom, innerHeight) - 20).closest("#v-find-list") !== null; })()`)
	noFaults(t, tab)
}

// searchIsNeverStale asks something slow and then something quick.
func searchIsNeverStale(t *testing.T, b *Browser, root string) {
	tab := desk(t, b, root, policy)
	must(t, tab.Click(header))
	waits(t, tab, "the reader is there", `window.vaandelReader !== undefined`)
	set := func(text string) {
		t.Helper()
		_, err := Eval[bool](tab, fmt.Sprintf(`(() => { const i = document.querySelector("#v-search"); i.value = %q; return i.dispatchEvent(new Event("input", {bubbles: true})); })()`, text))
		must(t, err)
	}
	set("traag les 7")
	waits(t, tab, "it says that it takes a while", `document.querySelector(".banner [data-state=slow]").getClientRects().length === 1`)
	set("plaatst")
	waits(t, tab, "the quick answer is shown", `document.querySelector("#v-search-list")?.textContent.includes("Voor je plaatst")`)
	holds(t, tab, "the slow one does not come over it", `new Promise((done) => setTimeout(() => done(
		document.querySelector("#v-search-list").textContent.includes("Voor je plaatst") &&
		!document.querySelector("#v-search-list").textContent.includes("Les 7")), 1300))`)
	set("traag les 7")
	must(t, tab.Press(kb.Escape))
	holds(t, tab, "nothing opens by itself after Esc", `new Promise((done) => setTimeout(() => done(`+listed+` === 0), 1300))`)
	noFaults(t, tab)
}

// recentSearches keeps what was looked for, in the browser alone.
func recentSearches(t *testing.T, b *Browser, root string) {
	tab := desk(t, b, root, policy)
	must(t, tab.Click(header))
	typeText(t, tab, "plaatst")
	waits(t, tab, "results are listed", listed+" > 0")
	for range "plaatst" {
		must(t, tab.Press(kb.Backspace))
	}
	waits(t, tab, "what was only typed is not kept", listed+" === 0")
	for _, query := range []string{"een", "twee", "drie", "vier", "vijf", "WERKTIJD", "werktijd"} {
		must(t, tab.Open(root+policy))
		must(t, tab.Click(header))
		typeText(t, tab, query)
		must(t, tab.Press(kb.Enter))
		waits(t, tab, "the page of results opens", `location.pathname.endsWith("/zoeken.html") && document.readyState === "complete"`)
	}
	const kept = `[...document.querySelectorAll("#v-search-list .search-again")].map((o) => o.textContent).join()`
	must(t, tab.Open(root+policy))
	must(t, tab.Click(header))
	waits(t, tab, "the last five are shown", kept+` === "werktijd,vijf,vier,drie,twee"`)
	must(t, tab.Press(kb.ArrowDown, kb.ArrowDown, kb.ArrowDown))
	holds(t, tab, "the second is reached by keys", option+`.textContent === "vijf"`)
	must(t, tab.Press(kb.ArrowDown, kb.Enter))
	waits(t, tab, "it can be forgotten by keys", kept+` === "werktijd,vier,drie,twee"`)
	must(t, tab.Click("#v-search-list .search-forget"))
	waits(t, tab, "and by a click", kept+` === "vier,drie,twee"`)
	must(t, tab.Press(kb.ArrowDown, kb.Enter))
	holds(t, tab, "Enter looks for it again", `document.querySelector("#v-search").value === "vier" && location.pathname.endsWith("welzijn.html")`)
	must(t, tab.Open(root+policy))
	must(t, tab.Click(header))
	waits(t, tab, "they are still there", kept+` === "vier,drie,twee"`)
	must(t, tab.Press(kb.ArrowUp, kb.Enter))
	waits(t, tab, "all can be forgotten", listed+" === 0")
	for _, broken := range []string{"{", `{"a": 1}`, `[1, null, {"x": 2}]`} {
		_, err := Eval[bool](tab, fmt.Sprintf(`(() => { for (const key of Object.keys(localStorage)) localStorage.setItem(key, %q); return true; })()`, broken))
		must(t, err)
		must(t, tab.Open(root+policy))
		must(t, tab.Click(header))
		typeText(t, tab, "werktijd")
		waits(t, tab, "whatever is kept, it works", listed+" > 3")
	}
	noFaults(t, tab)
}

// typedIsText types and opens what would be HTML, and looks for elements of it.
func typedIsText(t *testing.T, b *Browser, root string) {
	const evil = `<img src=x onerror=alert(1)>"'&{0}`
	tab := desk(t, b, root, policy)
	must(t, tab.Click(header))
	typeText(t, tab, "niet")
	waits(t, tab, "HTML in a text is shown as it is written", `document.querySelector("#v-search-list").textContent.includes("<b>Niet</b>") && !document.querySelector("#v-search-list b")`)
	typeText(t, tab, evil)
	must(t, tab.Press(kb.Enter))
	waits(t, tab, "it arrives whole", `document.querySelector("#v-query")?.value === `+fmt.Sprintf("%q", "niet"+evil))
	holds(t, tab, "nothing came of it", `document.querySelector("main img") === null`)
	must(t, tab.Open(root+policy))
	must(t, tab.Click(header))
	waits(t, tab, "it is kept as text", `document.querySelector("#v-search-list .search-again")?.textContent === `+fmt.Sprintf("%q", "niet"+evil))
	must(t, tab.Open(root+"zoeken.html?kind=%3Cb%3E&q=werktijd&q=%00%3Cb%3E%F0%9F%92%A9&kind=x"))
	waits(t, tab, "an odd kind finds nothing, and can be changed", `document.querySelector("main [data-state=none]").getClientRects().length === 1 && document.querySelector("input[name=v-kind]:checked").value === "<b>"`)
	must(t, tab.Open(root+"zoeken.html?q="+strings.Repeat("lang%20", 2000)))
	holds(t, tab, "a long query is cut", `document.querySelector("#v-query").value.length <= 200`)
	noFaults(t, tab)
}

// resultsPage reads the page of results, changes what it shows, and opens it again
// by the address that it then has.
func resultsPage(t *testing.T, b *Browser, root string) {
	tab := desk(t, b, root, "zoeken.html")
	const shown = `document.querySelectorAll(".results-hit").length`
	const count = `document.querySelector(".results-count").textContent`
	holds(t, tab, "one field can be seen", `[...document.querySelectorAll("input[type=search]")].filter((i) => i.getClientRects().length).map((i) => i.id).join() === "v-query"`)
	holds(t, tab, "it tells other ways", `document.querySelector(".results-help a[href='a-z.html']").getClientRects().length > 0`)
	must(t, tab.Click("#v-query"))
	typeText(t, tab, "werktijd")
	waits(t, tab, "ten pages are shown", shown+" === 10 && "+count+` === "24 pagina’s gevonden"`)
	waits(t, tab, "the address follows", `location.search === "?q=werktijd" && document.title.startsWith("werktijd · Zoeken")`)
	holds(t, tab, "a page shows three places", `document.querySelectorAll(".results-hit:first-child .results-places > li").length === 3`)
	holds(t, tab, "a page in another language says so", `[...document.querySelectorAll(".results-hit")].some((h) => h.querySelector("h2").lang === "en" && h.querySelector(".results-about").textContent.includes("Engels"))`)
	holds(t, tab, "links stay in the handbook", `[...document.querySelectorAll(".results-list a")].every((a) => a.href.startsWith(new URL(".", location.href).href))`)

	must(t, tab.Click(".results-more"))
	waits(t, tab, "more are added", shown+` === 20 && document.activeElement === document.querySelectorAll(".results-hit h2 a")[10]`)
	must(t, tab.Click(".results-more"))
	waits(t, tab, "until there are no more", shown+` === 24 && document.querySelector(".results-more").getClientRects().length === 0`)

	holds(t, tab, "kinds are told in words, with their counts", `[...document.querySelectorAll(".results-kind")].map((k) => k.textContent).join() === "Alles 24,Afspraak 2,Checklist 1,Training 21"`)
	must(t, tab.Click(".results-kind:nth-of-type(2)"))
	waits(t, tab, "a kind is chosen", shown+" === 2 && "+count+` === "2 pagina’s gevonden" && location.search === "?q=werktijd&kind=policy"`)
	must(t, tab.Press(kb.ArrowDown))
	waits(t, tab, "the keyboard chooses the next", shown+` === 1 && `+count+` === "1 pagina gevonden" && document.activeElement.value === "checklist"`)
	must(t, tab.Reload())
	waits(t, tab, "a reload keeps it", shown+` === 1 && document.querySelector("input[name=v-kind]:checked").value === "checklist" && document.querySelector("#v-query").value === "werktijd"`)
	must(t, tab.Click(".results-hit h2 a"))
	waits(t, tab, "a title opens the page", `location.pathname.endsWith("voor-je-plaatst.html")`)
	noFaults(t, tab)

	shared := desk(t, b, root, "en/search.html?q=working")
	waits(t, shared, "the English page works by its address", shown+` === 1 && `+count+` === "1 page found"`)
	noFaults(t, shared)
}

// searchWithoutScript follows the link that stands in the place of the box.
func searchWithoutScript(t *testing.T, b *Browser, root string) {
	for _, width := range []int64{360, 1280} {
		tab := b.Tab(t, root)
		must(t, tab.Screen(width, 900, false))
		must(t, tab.Scripts(false))
		for _, page := range []string{policy, "index.html"} {
			must(t, tab.Open(root+page))
			holds(t, tab, "no field can be seen", `[...document.querySelectorAll("input[type=search]")].every((i) => i.getClientRects().length === 0)`)
			holds(t, tab, "one link can", `[...document.querySelectorAll(".search-link")].filter((a) => a.getClientRects().length).length === 1`)
		}
		must(t, tab.Click("main .search-link"))
		waits(t, tab, "it leads to the page of results", `location.pathname.endsWith("/zoeken.html") && document.readyState === "complete"`)
		holds(t, tab, "that says that it does not work, and what does",
			`document.querySelector(".results-field").textContent.includes("scripts") && document.querySelector(".results-help a[href='a-z.html']").getClientRects().length > 0 && document.querySelector("#v-query").getClientRects().length === 0`)
		noFaults(t, tab)
	}
}

// searchStops are the states in which the search is looked at: a page and what
// brings it about there, until a condition holds.
var searchStops = []struct{ name, page, field, typed, until string }{
	{"closed", policy, "", "", "true"},
	{"results", policy, "search", "werktijd", listed + " > 3"},
	{"recent", policy, "search", "", listed + " > 1"},
	{"none", policy, "search", "zzz", `document.querySelector(".banner [data-state=none]").hidden === false`},
	{"first page", "index.html", "find", "werktijd", `document.querySelectorAll("#v-find-list a").length > 3`},
	{"page of results", "zoeken.html?q=wrektijd", "", "", `document.querySelectorAll(".results-hit").length > 3`},
	{"nothing on it", "zoeken.html?q=zzz", "", "", `document.querySelector("main [data-state=none]").hidden === false`},
	{"empty", "zoeken.html", "", "", "true"},
}
