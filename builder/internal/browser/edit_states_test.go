package browser

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"

	"vaandel/builder/preview"
)

// editMistake makes one, reads what is wrong, and mends it.
func editMistake(t *testing.T, b *Browser, d *desktop) {
	tab := d.edits(b, wellbeing)
	picks(t, tab, "owner: ", "hr")
	typeText(t, tab, "hrr")
	waits(t, tab, "it is told", `document.querySelector(".wrong-list.errors summary")?.textContent === "1 fout"`)
	waits(t, tab, "and marked", `document.querySelector(".mirror .error")?.textContent.includes("owner: hrr")`)
	holds(t, tab, "the page is as it was last good", frame+`.querySelector("main").textContent.includes("Team HR")`)
	holds(t, tab, "and says so", `document.querySelector(".behind").textContent.includes("zit een fout")`)
	act(t, tab, `document.querySelector(".wrong-list").open = true; `+field+`.setSelectionRange(0, 0); document.querySelector(".wrong-list li button").click()`)
	holds(t, tab, "a click leads there", field+`.value.slice(0, `+field+`.selectionStart).endsWith("owner: ")`)
	picks(t, tab, "owner: ", "hrr")
	typeText(t, tab, "hr")
	waits(t, tab, "and gone once it is solved", `!document.querySelector(".wrong-list").classList.contains("errors") && document.querySelector(".behind").textContent === ""`)
	picks(t, tab, "owner: ", "hr")
	typeText(t, tab, "hrr")
	waits(t, tab, "it is told again", `document.querySelector(".wrong-list.errors .link") !== null`)
	act(t, tab, `document.querySelector(".wrong-list .link").click()`)
	waits(t, tab, "it can be mended in the form", `document.activeElement.dataset.key === "owner"`)
	act(t, tab, `document.activeElement.value = "hr"; document.activeElement.dispatchEvent(new Event("change"))`)
	waits(t, tab, "which solves it", `!document.querySelector(".wrong-list").classList.contains("errors")`)
	noFaults(t, tab)
}

// editHalf holds nothing against a text that is half written.
func editHalf(t *testing.T, b *Browser, d *desktop) {
	tab := d.edits(b, wellbeing)
	took, err := Eval[float64](tab, `new Promise((done) => {
		const f = `+field+`; f.value += "\n\n[Zie](weg.md)\n"; f.dispatchEvent(new InputEvent("input"));
		const begun = performance.now();
		const look = () => document.querySelector(".wrong-list").hidden ? setTimeout(look, 10) : done(performance.now() - begun);
		look();
	})`)
	must(t, err)
	if took < 700 {
		t.Errorf("a mistake is told after %.0f ms", took)
	}
	holds(t, tab, "it is a tip", `document.querySelector(".wrong-list summary").textContent === "1 tip"`)
	noFaults(t, tab)
}

// editLeave goes away from a text that is not saved, and comes back.
func editLeave(t *testing.T, b *Browser, d *desktop) {
	tab := d.edits(b, wellbeing)
	bar := `document.querySelector("vaandel-live")?.shadowRoot`
	caret(t, tab, "Online zijn is leuk")
	typeText(t, tab, " en fijn")
	must(t, tab.Click(".back"))
	waits(t, tab, "they are asked", `document.querySelector("dialog[open] h2")?.textContent.includes("nog niet bewaard")`)
	act(t, tab, `document.querySelector("dialog .link").click()`)
	waits(t, tab, "the page tells that there is more", bar+`?.querySelector(".edit")?.textContent === "Schrijf verder"`)
	act(t, tab, bar+`.querySelector(".edit").click()`)
	textHas(t, tab, "leuk en fijn")
	must(t, tab.Click(".back"))
	act(t, tab, `document.querySelector("dialog .primary").click()`)
	waits(t, tab, "it is saved and seen", `document.querySelector("main").textContent.includes("leuk en fijn") && `+bar+`?.querySelector(".edit")?.textContent === "Bewerk"`)
	if !strings.Contains(d.read(wellbeing), "leuk en fijn") {
		t.Error("it was not saved")
	}
	noFaults(t, tab)
}

// editSettings changes what holds for all of the handbook.
func editSettings(t *testing.T, b *Browser, d *desktop) {
	tab := d.tab(b, 1280)
	must(t, tab.Open(d.root+"beleid/welzijn.html"))
	bar := `document.querySelector("vaandel-live")?.shadowRoot`
	waits(t, tab, "the bar is there", bar+`?.querySelector(".more") != null`)
	act(t, tab, bar+`.querySelector(".more").click()`)
	act(t, tab, bar+`.querySelectorAll(".sheet a")[1].click()`)
	waits(t, tab, "the file is there", field+`?.value.includes("organisation: ") && `+frame+`?.querySelector("main h1") != null`)
	holds(t, tab, "it has no markdown and no form", `document.querySelectorAll(".tool").length === 2 && document.querySelector(".tab-data") === null && document.querySelector(".mirror .heading") === null`)
	holds(t, tab, "and the first page beside it", `document.querySelector(".elsewhere").textContent === ""`)
	picks(t, tab, "organisation: ", "Voorbeeld BV")
	press(t, tab, `{key: "b", ctrlKey: true}`)
	typeText(t, tab, "De Linde")
	waits(t, tab, "the page has the name", frame+`.querySelector("body > footer, footer").textContent.includes("De Linde")`)
	saves(t, tab)
	if !strings.Contains(d.read("handbook.yaml"), "\norganisation: De Linde\n") {
		t.Error("it was not saved")
	}
	noFaults(t, tab)
}

// editDraft writes a page that the preview does not show yet.
func editDraft(t *testing.T, b *Browser, d *desktop) {
	d.write("later.md", "---\ndraft: true\n---\n\n# Later\n\nNog niet af.\n")
	tab := d.tab(b, 1280)
	must(t, tab.Open(d.root+"_vaandel/edit?file=later.md"))
	waits(t, tab, "they are told why there is no page", field+` !== null && document.querySelector(".behind").textContent.includes("concept") && document.querySelector("iframe").hidden`)
	must(t, tab.Click(".tab-data"))
	waits(t, tab, "there is a form", `document.querySelector("[data-key=draft]")?.checked`)
	act(t, tab, `document.querySelector("[data-key=draft]").click()`)
	waits(t, tab, "then there is a page", `!document.querySelector("iframe").hidden && `+frame+`?.querySelector("main h1")?.textContent === "Later" && document.querySelector(".behind").textContent === ""`)
	noFaults(t, tab)
}

// editSource leads from a place on the page to its line.
func editSource(t *testing.T, b *Browser, d *desktop) {
	tab := d.tab(b, 1280)
	must(t, tab.Open(d.root+"beleid/werktijd-en-afspraken.html"))
	waits(t, tab, "the bar leads to the text", `document.querySelector("vaandel-live")?.shadowRoot.querySelector(".edit")?.href.includes("werktijd-en-afspraken.md")`)
	act(t, tab, `[...document.querySelectorAll("main li")].find((each) => each.textContent.includes("Hoeveel uur per week")).dispatchEvent(new MouseEvent("click", {ctrlKey: true, bubbles: true, cancelable: true}))`)
	waits(t, tab, "Ctrl+click leads to the line", field+`?.value.slice(`+field+`.selectionStart).startsWith("2. Hoeveel uur per week")`)

	d.change(wellbeing, "## ", "## Nieuw: ")
	must(t, tab.Open(d.root+"beleid/index.html"))
	d.change(wellbeing, "## Nieuw: ", "## Anders: ")
	waits(t, tab, "the place that changed is shown on the page that was opened for it", `location.pathname.endsWith("welzijn.html") && performance.getEntriesByName("vaandel-shown").some((each) => each.detail.startsWith("Anders: "))`)
	noFaults(t, tab)
}

// editPanes scrolls both sides in step.
func editPanes(t *testing.T, b *Browser, d *desktop) {
	tab := d.edits(b, hours)
	waits(t, tab, "the page knows its lines", `document.querySelector("iframe").contentWindow.vaandelPlaces !== undefined`)
	near := `(() => { const at = [...` + frame + `.querySelectorAll("main h2")].find((each) => each.textContent === "Hoeveel tijd?").getBoundingClientRect().top; return at > -60 && at < 160; })()`
	waits(t, tab, "the page follows the text", `(() => { const f = `+field+`; f.dispatchEvent(new Event("wheel")); const line = [...document.querySelector(".mirror").children].find((each) => each.textContent.startsWith("## Hoeveel tijd?")); f.scrollTop = line.offsetTop; f.dispatchEvent(new Event("scroll")); return `+near+`; })()`)
	waits(t, tab, "the text follows the page", `(() => { const w = document.querySelector("iframe").contentWindow; w.dispatchEvent(new Event("wheel")); w.scrollTo(0, 0); w.dispatchEvent(new Event("scroll")); const line = [...document.querySelector(".mirror").children].find((each) => each.textContent.startsWith("# Werktijd")); return Math.abs(`+field+`.scrollTop - line.offsetTop) < 80; })()`)
	act(t, tab, frame+`.querySelector("main a[href$='samen-een-plan-maken.html']").click()`)
	waits(t, tab, "another page can be written too", `document.querySelector(".elsewhere a")?.href.includes("samen-een-plan-maken.html")`)
	noFaults(t, tab)
}

// editByKeyboard reaches and does all with keys.
func editByKeyboard(t *testing.T, b *Browser, d *desktop) {
	tab := d.edits(b, hours)
	caret(t, tab, "een slot op Facebook zetten.")
	must(t, tab.Back())
	holds(t, tab, "the toolbar is one stop", `document.activeElement.closest("[role=toolbar]") !== null && document.querySelectorAll("[role=toolbar] button[tabindex='0']").length === 1`)
	must(t, tab.Press(kb.End, kb.Enter))
	textHas(t, tab, "> [!DONT]\n> ")
	must(t, tab.Back())
	must(t, tab.Back())
	holds(t, tab, "then the tabs", `document.activeElement.getAttribute("role") === "tab"`)
	must(t, tab.Press(kb.ArrowRight))
	waits(t, tab, "arrows open the form", `document.activeElement.textContent === "Gegevens" && document.querySelector("[data-key=summary]") !== null`)
	must(t, tab.Back())
	holds(t, tab, "who writes for the first time is told how it works", `document.activeElement.closest(".notice").textContent.includes("verandert mee")`)
	must(t, tab.Press(kb.Enter))
	act(t, tab, `document.querySelector("[role=tab][tabindex='0']").focus()`)
	must(t, tab.Back())
	holds(t, tab, "the button to save is before them", `document.activeElement.textContent === "Bewaar"`)
	must(t, tab.Press(kb.Enter))
	waits(t, tab, "it is saved", `document.querySelector(".state").textContent === "Bewaard"`)
	noFaults(t, tab)
}

// editNotWanted turns the editor off.
func editNotWanted(t *testing.T, b *Browser) {
	d := previewed(t, preview.Options{NoEdit: true})
	tab := d.tab(b, 1280)
	must(t, tab.Open(d.root+"beleid/welzijn.html"))
	bar := `document.querySelector("vaandel-live").shadowRoot`
	waits(t, tab, "the bar is there", bar+`.querySelector(".more") !== null`)
	holds(t, tab, "and leads nowhere", bar+`.querySelector("a") === null`)
	holds(t, tab, "there is no editor", `fetch("/_vaandel/edit").then((a) => a.status === 404)`)
}

// examineEdit looks at the editor with axe-core in its states.
func examineEdit(t *testing.T, b *Browser, d *desktop) {
	a := LoadAxe(t)
	looks := []Look{{Width: 360}, {Width: 1280}, {Width: 1280, Dark: true}}
	for _, state := range []struct{ name, page, do, ready string }{
		{"text", "_vaandel/edit?file=" + hours, ``, field},
		{"unsaved", "_vaandel/edit?file=" + hours, field + `.setRangeText("x"); ` + field + `.dispatchEvent(new InputEvent("input"))`, `document.querySelector(".state.dirty")`},
		{"form", "_vaandel/edit?file=" + hours, `document.querySelector(".tab-data").click()`, `document.querySelector("[data-key=summary]")`},
		{"link", "_vaandel/edit?file=" + hours, `document.querySelector(".tool-link").click(); const f = document.querySelector("dialog input"); f.value = "privacy"; f.dispatchEvent(new Event("input"))`, `document.querySelector(".found [role=option]")`},
		{"picture", "_vaandel/edit?file=" + hours, `document.querySelector(".tool-picture").click(); document.querySelector("dialog .primary").click()`, `document.querySelector("dialog .wrong").textContent`},
		{"new", "_vaandel/edit?new", ``, `document.querySelector("dialog[open]")`},
		{"menu", "_vaandel/edit?file=" + hours, `document.querySelector(".menu").open = true`, `document.querySelector(".menu[open]")`},
		{"mistake", "_vaandel/edit?file=" + wellbeing, field + `.value = ` + field + `.value.replace("owner: hr", "owner: hrr"); ` + field + `.dispatchEvent(new InputEvent("input"))`, `document.querySelector(".wrong-list.errors")`},
		{"configuration", "_vaandel/edit?file=handbook.yaml", ``, field},
		{"nothing", "_vaandel/edit?file=weg.md", ``, `document.querySelector(".empty")`},
		{"bar", "beleid/welzijn.html", `document.querySelector("vaandel-live").shadowRoot.querySelector(".more").click()`, `document.querySelector("vaandel-live").shadowRoot.querySelector(".sheet h2")`},
	} {
		tab := d.tab(b, 1280)
		must(t, tab.bypassCSP())
		must(t, tab.Open(d.root+state.page))
		if strings.HasPrefix(state.page, "_vaandel") && !strings.Contains(state.ready, "empty") && state.name != "new" {
			waits(t, tab, "the editor is there", field+` !== null`)
		} else if state.name == "bar" {
			waits(t, tab, "the bar is there", `document.querySelector("vaandel-live")?.shadowRoot.querySelector(".more") != null`)
		}
		act(t, tab, state.do)
		waits(t, tab, state.name, `!!(`+state.ready+`)`)
		found, err := a.Look(tab, looks)
		must(t, err)
		for _, f := range found {
			t.Errorf("%s: %s", state.name, f)
		}
	}
}
