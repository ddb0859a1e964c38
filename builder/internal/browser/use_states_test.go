package browser

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"
)

// storeIsCorrupt opens pages with a thousand states of storage that nobody would
// write: no page breaks.
func storeIsCorrupt(t *testing.T, b *Browser, root string) {
	tab := desk(t, b, root, checklist)
	random := rand.New(rand.NewPCG(1, 2))
	keys, err := Eval[[]string](tab, `[...document.querySelectorAll(".checklist input")].map((box) => "tick/checklists/voor-je-plaatst.html#" + box.closest("fieldset").id + "/" + box.id)`)
	must(t, err)
	keys = append(keys, "visit", "searches", "draft/message", "read/"+privacy, "lesson/"+lesson, "quiz/"+lesson+"#q", "form/checklists/samen-een-plan-maken.html", "constructor", "__proto__")
	values := []string{
		"", "0", "1", "2", "null", "undefined", "[]", "{}", "[[]]", `{"done":"yes"}`, `{"hash":5}`, `{"right":true,"tries":-1,"seed":"x"}`, `{"text":{}}`,
		`{"text":"<img src=x onerror=document.title=1>","networks":[{}],"type":null}`, `"\ud800"`, "\u0000", strings.Repeat("[", 5000), strings.Repeat("9", 400), `{"__proto__":{"done":true}}`, "2026-99-99 x", "true", "NaN",
	}
	pages := []string{checklist, composer, mine, lesson, module, privacy, "index.html", "checklists/samen-een-plan-maken.html"}
	for i := range 1000 {
		state := map[string]string{}
		for range 6 {
			state[keys[random.IntN(len(keys))]] = values[random.IntN(len(values))]
		}
		raw, err := json.Marshal(state)
		must(t, err)
		// Most of the states are read by scripts that begin again in the page itself,
		// which takes a hundredth of the time that loading it takes.
		act(t, tab, fmt.Sprintf(`localStorage.clear(); for (const [key, value] of Object.entries(%s)) localStorage.setItem("vaandel:1:/handboek/:" + key, value);
			for (const each of document.querySelectorAll("vaandel-checklist, vaandel-composer, vaandel-mine, vaandel-quiz, vaandel-lesson, vaandel-lessons, vaandel-read, vaandel-news, vaandel-questions")) each.replaceWith(each.cloneNode(true))`, raw))
		if i%25 == 0 {
			must(t, tab.Open(root+pages[i/25%len(pages)]))
		}
		if i%5 == 0 {
			noFaults(t, tab)
		}
	}
	holds(t, tab, "nothing was run", `document.title !== "1"`)
	noFaults(t, tab)
}

// useStates are what axe-core looks at.
var useStates = []struct{ name, page, do string }{
	{"begun checklist", checklist, `document.querySelector(".checklist input").click()`},
	{"finished checklist", checklist, `document.querySelectorAll(".checklist input").forEach((box) => box.click())`},
	{"lent checklist", checklist, `location.hash = document.querySelector(".checklist fieldset").id + "=10101"`},
	{"steps", "checklists/vijf-stappen.html", `document.querySelectorAll("vaandel-checklist")[0].querySelectorAll("input").forEach((box) => box.click())`},
	{"empty composer", composer, ``},
	{"composer", composer, `document.querySelector("#v-type-informal").click(); document.querySelector("#v-network-x").click(); document.querySelector("#v-picture").click(); const m = document.querySelector("#v-message"); m.value = "De burger [naam] http://voorbeeld.nl #trots !!!" + " lang".repeat(70); m.dispatchEvent(new Event("input", {bubbles: true}))`},
	{"good message", composer, `const m = document.querySelector("#v-message"); m.value = "Gewoon een verhaal over mijn werk."; m.dispatchEvent(new Event("input", {bubbles: true}))`},
	{"opinion", composer, `location.hash = "share=https://www.voorbeeld.nl&title=Iets"; setTimeout(() => document.querySelector("label[for=v-opinion-yes]").click())`},
	{"chooser", photo, ``},
	{"chooser's end", photo, `document.querySelectorAll(".chooser-answer")[0].click(); document.querySelectorAll(".chooser-answer")[2].click()`},
	{"which type", "contenttypen/index.html", `document.querySelectorAll(".chooser-answer")[1].click()`},
	{"wrong answer", lesson, `document.querySelectorAll("vaandel-quiz").forEach((q) => { const i = q.querySelector("input:not([data-right])"); if (i.type === "number") q.querySelectorAll("input").forEach((each) => (each.value = 1)); else i.click(); q.querySelector("[data-act=check]").click(); })`},
	{"finished lesson", lesson, `document.querySelector("vaandel-lesson [data-act=done]").click()`},
	{"module", module, ``},
	{"certificate", module, `for (const a of document.querySelectorAll(".lessons a")) localStorage.setItem("vaandel:1:/:lesson/" + new URL(a.href).pathname.slice(1), JSON.stringify({done: true, right: 4, of: 4})); window.dispatchEvent(new Event("storage"))`},
	{"confirmed policy", privacy, `document.querySelector("[data-act=confirm]").click()`},
	{"people", "ambassadeurs/index.html", `const s = document.querySelector("#v-f-network"); s.value = s.options[1].value; s.dispatchEvent(new Event("change", {bubbles: true}))`},
	{"my data", mine, ``},
	{"item to share", "delen/open-dag.html", ``},
	{"English composer", "en/check-your-post.html", ``},
}

// examineUse runs axe-core in each state.
func examineUse(t *testing.T, b *Browser, root string) {
	axe := LoadAxe(t)
	tab := b.Tab(t, root)
	must(t, tab.bypassCSP())
	for _, state := range useStates {
		must(t, tab.Screen(1280, 900, false))
		must(t, tab.Open(root+state.page))
		if state.do != "" {
			act(t, tab, state.do)
			act(t, tab, `return new Promise((done) => setTimeout(() => done(true), 500))`)
		}
		found, err := axe.Look(tab, []Look{{360, false}, {1280, true}})
		must(t, err)
		for _, fault := range found {
			t.Errorf("%s: %s", state.name, fault)
		}
	}
}

// useIsLight holds the weight of the scripts of a page, compressed: with a checklist
// and where messages are checked.
func useIsLight(t *testing.T, b *Browser, dir, root string) {
	for page, most := range map[string]int{checklist: 6_000, composer: 20_000} {
		tab := desk(t, b, root, page)
		sum := 0
		for _, address := range tab.Requests() {
			if name := strings.TrimPrefix(address, root); strings.HasSuffix(name, ".js") {
				sum += compressed(t, filepath.Join(dir, filepath.FromSlash(name)))
			}
		}
		t.Logf("%s: %d bytes of scripts", page, sum)
		if sum > most || sum == 0 {
			t.Errorf("%s has %d bytes of scripts, more than %d", page, sum, most)
		}
	}
}
