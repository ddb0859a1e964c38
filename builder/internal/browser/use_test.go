package browser

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"

	"vaandel/builder/internal/binary"
)

// TestUse does with the handbook what people do with it: tick, check a message,
// choose, learn, confirm, and see what the browser keeps of that.
func TestUse(t *testing.T) {
	b := Start(t)
	root, err := binary.Root()
	must(t, err)
	dir := Build(t, filepath.Join(root, "content"))
	server := Serve(t, dir, "/handboek/")
	for name, at := range map[string]string{"server": server, "disk": Disk(dir)} {
		t.Run("checklist/"+name, func(t *testing.T) { useChecklist(t, b, at) })
		t.Run("composer/"+name, func(t *testing.T) { useComposer(t, b, at) })
		t.Run("template/"+name, func(t *testing.T) { useTemplate(t, b, at) })
		t.Run("opinion/"+name, func(t *testing.T) { useOpinion(t, b, at) })
		t.Run("chooser/"+name, func(t *testing.T) { useChooser(t, b, at) })
		t.Run("training/"+name, func(t *testing.T) { useTraining(t, b, at) })
		t.Run("read/"+name, func(t *testing.T) { useRead(t, b, at) })
		t.Run("people/"+name, func(t *testing.T) { usePeople(t, b, at) })
		t.Run("mine/"+name, func(t *testing.T) { useMine(t, b, at) })
	}
	t.Run("private", func(t *testing.T) { composerIsPrivate(t, b, server) })
	t.Run("touch", func(t *testing.T) { useByTouch(t, b, server) })
	t.Run("without script", func(t *testing.T) { useWithoutScript(t, b, server) })
	t.Run("news", func(t *testing.T) { useNews(t, b, server) })
	t.Run("corrupt", func(t *testing.T) { storeIsCorrupt(t, b, server) })
	t.Run("axe", func(t *testing.T) { examineUse(t, b, Serve(t, dir, "/")) })
	t.Run("weight", func(t *testing.T) { useIsLight(t, b, dir, server) })
}

const (
	composer = "check-je-bericht.html"
	mine     = "mijn-gegevens.html"
	photo    = "vragen/mag-ik-deze-foto-gebruiken.html"
	lesson   = "training/basis/lengte.html"
	module   = "training/basis/index.html"
	privacy  = "beleid/vertrouwelijkheid-en-privacy.html"
)

// act runs statements in a page.
func act(t *testing.T, tab *Tab, statements string) {
	t.Helper()
	_, err := Eval[bool](tab, "(() => {"+statements+"; return true; })()")
	must(t, err)
}

// catch lets tests look into the clipboard, and at what is printed.
const catch = `navigator.clipboard.writeText = async (text) => { window.copied = text; }; window.print = () => { window.printed = document.querySelector("[data-sheet]")?.className; }`

// useChecklist ticks all by keyboard, copies the state as text and as a link, and
// begins anew. A link shows the ticks of another and keeps one's own.
func useChecklist(t *testing.T, b *Browser, root string) {
	const list = `document.querySelector("vaandel-checklist")`
	tab := desk(t, b, root, checklist)
	act(t, tab, catch)
	holds(t, tab, "before the first tick it says what a finished list means", `document.querySelector(".checklist-done").textContent.includes("Alles afgevinkt?")`)
	focus(t, tab, ".checklist input")
	must(t, tab.Press(" "))
	holds(t, tab, "it says what comes first", `!document.querySelector(".checklist-first").hidden && document.querySelector(".checklist-first").textContent.includes("Wat geheim is, blijft geheim.")`)
	holds(t, tab, "and what to do if that is not so", `document.querySelector(".checklist-advice").textContent.includes("laat de klant eruit")`)
	holds(t, tab, "and whom to ask", `document.querySelector(".checklist-first a[href^='mailto:']") !== null`)
	focus(t, tab, "[data-act=copy]")
	must(t, tab.Press(kb.Enter))
	waits(t, tab, "the list is copied", `window.copied?.includes("[x] Dit bericht mag zo in de krant.") && window.copied.includes("[ ] Wat geheim is, blijft geheim.")`)
	focus(t, tab, "[data-act=link]")
	must(t, tab.Press(kb.Enter))
	waits(t, tab, "a link is copied", `window.copied?.endsWith("=10000")`)
	link, err := Eval[string](tab, "window.copied")
	must(t, err)
	focus(t, tab, "[data-act=print]")
	must(t, tab.Press(kb.Enter))
	holds(t, tab, "the list alone is printed", `window.printed === "checklist"`)
	for range 4 {
		act(t, tab, `document.querySelector(".checklist input:not(:checked)").click()`)
	}
	holds(t, tab, "all is ticked", list+`.hasAttribute("data-complete") && document.querySelector(".checklist-first").hidden && !document.querySelector(".checklist-done").hidden`)
	noFaults(t, tab)

	must(t, tab.Open(root+"index.html"))
	must(t, tab.Open(link))
	waits(t, tab, "a link brings the ticks of another", `document.querySelectorAll(".checklist input:checked").length === 1 && !document.querySelector(".checklist-lent").hidden`)
	must(t, tab.Click("[data-act=own]"))
	waits(t, tab, "one's own are there still", `document.querySelectorAll(".checklist input:checked").length === 5 && document.querySelector(".checklist-lent").hidden`)
	must(t, tab.Click("[data-act=clear]"))
	must(t, tab.Reload())
	waits(t, tab, "all begins anew", `document.querySelectorAll(".checklist input:checked").length === 0`)

	must(t, tab.Open(root+"checklists/vijf-stappen.html"))
	act(t, tab, `document.querySelectorAll("vaandel-checklist")[0].querySelectorAll("input").forEach((box) => box.click())`)
	holds(t, tab, "the steps tell how far one is", `document.querySelector("[data-phase]").hasAttribute("data-done") && document.querySelector(".phase-told").textContent === "2 van de 2"`)
	noFaults(t, tab)
}

// useComposer types a message that has everything wrong with it.
func useComposer(t *testing.T, b *Browser, root string) {
	tab := desk(t, b, root, composer)
	act(t, tab, catch)
	focus(t, tab, "#v-type-corporate")
	must(t, tab.Press(kb.ArrowRight, kb.ArrowRight))
	holds(t, tab, "arrows choose a type", `document.querySelector("#v-type-informal").checked`)
	waits(t, tab, "its rules open", `document.querySelector(".composer-rules[data-type=informal]").open && document.querySelector(".composer-rules[data-type=corporate]").hidden`)
	focus(t, tab, "#v-network-x")
	must(t, tab.Press(" "))
	focus(t, tab, "#v-message")
	found := func(text string) {
		t.Helper()
		waits(t, tab, text, fmt.Sprintf(`document.querySelector(".composer-found").textContent.includes(%q)`, text))
	}
	write(t, tab, "Onze CLIËNTEN en de burger!!! KIJK HIER: http://voorbeeld.nl [naam] € 12.000, KL-123456, DOS 2026-001, jan@voorbeeld.nl, 111222333, project  voorbeeldzwaluw #trotsoponsmooiewerk …")
	for _, text := range []string{
		"“klant” in plaats van “CLIËNTEN”", "“inwoner” in plaats van “burger”", "“CLIËNTEN” lijkt het of je roept", "“!!!”", "http://voorbeeld.nl begint met http",
		"Vul nog in: naam", "het bedrag “€ 12.000” naar buiten", "“KL-123456” is misschien een klantnummer", "“DOS 2026-001” is misschien een dossiernummer",
		"“jan@voorbeeld.nl” is een e-mailadres", "“111222333” lijkt op een burgerservicenummer", "misschien een intern project",
	} {
		found(text)
	}
	write(t, tab, "Wij helpen de burger.")
	found("Er valt één ding op.")
	must(t, tab.Click("[data-act=replace]"))
	holds(t, tab, "a word is replaced", `document.querySelector("#v-message").value === "Wij helpen de inwoner."`)
	found("Er valt niets op.")

	for text, want := range map[string]string{
		"a👨‍👩‍👧b": "X: 4 van 280",
		"日本":      "X: 4 van 280",
		"e\u0301": "X: 1 van 280",
		"https://www.voorbeeld.nl/" + strings.Repeat("a", 90): "X: 23 van 280",
	} {
		write(t, tab, text)
		waits(t, tab, text, fmt.Sprintf(`document.querySelector(".composer-counts").textContent.startsWith(%q)`, want))
	}
	write(t, tab, strings.Repeat("lang ", 60))
	found("Voor X is het 20 tekens te lang.")
	write(t, tab, "https://www.voorbeeld.nl/nieuws")
	found("Zet er een eigen zin bij")
	must(t, tab.Click("label[for=v-picture]"))
	found("Beschrijf je foto in een zin")

	const hostile = `<img src=x onerror="document.title='hacked'"> [<b>naam</b>]`
	write(t, tab, hostile)
	waits(t, tab, "what is typed is text", `document.querySelector(".composer-preview .post-text").textContent.startsWith("<img") && document.querySelector("main img, .composer b") === null && document.title !== "hacked"`)
	must(t, tab.Click("[data-act=copy]"))
	waits(t, tab, "it is copied", fmt.Sprintf(`window.copied === %q`, hostile))
	must(t, tab.Click("label[for=v-keep]"))
	must(t, tab.Reload())
	waits(t, tab, "a draft is kept where one asks for that", fmt.Sprintf(`document.querySelector("#v-message").value === %q`, hostile))
	must(t, tab.Click(".composer [data-act=clear]"))
	holds(t, tab, "and forgotten", `Object.keys(localStorage).every((key) => !key.includes("draft"))`)
	noFaults(t, tab)
}

// write writes a message at once, as pasting does.
func write(t *testing.T, tab *Tab, text string) {
	t.Helper()
	act(t, tab, fmt.Sprintf(`const m = document.querySelector("#v-message"); m.value = %s; m.dispatchEvent(new Event("input", {bubbles: true}))`, quoted(text)))
}

func quoted(text string) string {
	raw, err := json.Marshal(text)
	if err != nil {
		return `""` // no text is like that
	}
	return string(raw)
}

// useTemplate opens an example where messages are checked, and fills it in.
func useTemplate(t *testing.T, b *Browser, root string) {
	tab := desk(t, b, root, "toolkit/berichten-informeel.html")
	focus(t, tab, ".post-open")
	enter(t, tab)
	waits(t, tab, "the example is in the message", `document.querySelector("#v-message")?.value.startsWith("[Aantal] jaar doe ik dit werk")`)
	holds(t, tab, "its network and type are chosen", `document.querySelector("#v-network-linkedin").checked && document.querySelector("#v-type-informal").checked`)
	holds(t, tab, "the address holds nothing of it", `location.hash === ""`)
	holds(t, tab, "there is a field for each open place", `document.querySelectorAll("[data-place]").length === 3`)
	focus(t, tab, "[data-place]")
	typeText(t, tab, "Twaalf")
	focus(t, tab, "[data-act=fill]")
	must(t, tab.Press(kb.Enter))
	waits(t, tab, "it is filled in", `document.querySelector("#v-message").value.startsWith("Twaalf jaar doe ik dit werk")`)
	act(t, tab, `window.confirm = (text) => { window.asked = text; return false; }; location.hash = "text=iets+anders"`)
	waits(t, tab, "a message is not replaced unasked", `window.asked?.startsWith("Er staat al een bericht") && document.querySelector("#v-message").value.startsWith("Twaalf jaar")`)
	noFaults(t, tab)
}

// useOpinion shares something, after being asked what one thinks of it.
func useOpinion(t *testing.T, b *Browser, root string) {
	tab := desk(t, b, root, "delen/open-dag.html")
	must(t, tab.Click(".ways a"))
	waits(t, tab, "it asks for an opinion", `document.querySelector(".composer-opinion")?.hidden === false && document.activeElement.id === "v-opinion-yes"`)
	must(t, tab.Click("label[for=v-opinion-no]"))
	holds(t, tab, "who has none lets it pass", `!document.querySelector(".composer-let").hidden && document.querySelector(".composer-say").hidden`)
	must(t, tab.Click("label[for=v-opinion-yes]"))
	must(t, tab.Click("#v-think"))
	typeText(t, tab, "Ik kijk ernaar uit.")
	must(t, tab.Click("[data-act=put]"))
	waits(t, tab, "it is in the message", `document.querySelector("#v-message").value === "Ik kijk ernaar uit.\n\nhttps://www.voorbeeld.example/open-dag"`)
	must(t, tab.Open(root+mine))
	must(t, tab.Open(root+composer+"#share=javascript:alert(1)&text=hallo"))
	holds(t, tab, "an address that is no link is not shared", `document.querySelector(".composer-opinion").hidden`)
	noFaults(t, tab)
}

// useChooser answers by keyboard, takes an answer back, and comes to an end.
func useChooser(t *testing.T, b *Browser, root string) {
	const asked = `document.querySelector(".chooser-question, .chooser-outcome").textContent`
	tab := desk(t, b, root, photo)
	holds(t, tab, "it asks one question", asked+` === "Wie heeft de foto gemaakt?"`)
	focus(t, tab, ".chooser-answer")
	must(t, tab.Press(kb.Enter))
	holds(t, tab, "the next has the focus", `document.activeElement.textContent === "Staat er iemand herkenbaar op?"`)
	must(t, tab.Press(kb.Tab, kb.Tab, kb.Tab, kb.Tab, kb.Enter))
	holds(t, tab, "an end says what to do", asked+` === "Vraag ook de familie en je leidinggevende."`)
	must(t, tab.Click(".chooser-path li:nth-child(2) button"))
	holds(t, tab, "an answer is taken back", asked+` === "Staat er iemand herkenbaar op?" && document.querySelectorAll(".chooser-path li").length === 1`)
	must(t, tab.Click(".chooser-answers li:nth-child(3) button"))
	holds(t, tab, "an end keeps its links", `document.querySelector(".chooser-outcome a").href.endsWith("checklists/foto-met-mensen.html")`)
	must(t, tab.Click(".chooser-again button"))
	holds(t, tab, "it begins anew", asked+` === "Wie heeft de foto gemaakt?"`)
	for _, page := range []string{"vragen/welk-medium-past.html", "vragen/wie-beantwoordt-een-reactie.html", "vragen/past-ambassadeur-zijn-bij-mij.html"} {
		must(t, tab.Open(root+page))
		holds(t, tab, page+" asks", `document.querySelectorAll(".chooser-answer").length > 1`)
	}
	must(t, tab.Open(root+"vragen/alles.html"))
	holds(t, tab, "a booklet shows all questions", `[...document.querySelectorAll(".chooser > ol > li")].every((line) => line.getClientRects().length > 0)`)
	must(t, tab.Open(root+"contenttypen/index.html"))
	for range 3 {
		must(t, tab.Click(".chooser-answers li:nth-child(2) button"))
	}
	must(t, tab.Click(".chooser-answers li:first-child button"))
	holds(t, tab, "four questions lead to a type", `document.querySelector(".chooser-outcome a").href.endsWith("contenttypen/commercieel.html")`)
	must(t, tab.Click(".chooser-path li:nth-child(2) button"))
	must(t, tab.Click(".chooser-answers li:first-child button"))
	holds(t, tab, "somebody else answers customers", asked+`.includes("Dan antwoordt iemand anders: Het webcareteam")`)
	noFaults(t, tab)
}

// useTraining answers all questions of a lesson, first wrong, then right, and
// comes by a certificate.
func useTraining(t *testing.T, b *Browser, root string) {
	tab := desk(t, b, root, lesson)
	focus(t, tab, "vaandel-quiz [data-act=check]")
	must(t, tab.Press(kb.Enter))
	holds(t, tab, "it asks for an answer", `document.activeElement.matches(".quiz-result") && document.activeElement.textContent === "Geef eerst een antwoord."`)
	const wrong = `const q = document.querySelector("vaandel-quiz"); q.querySelector("input:not([data-right])").click(); q.querySelector("[data-act=check]").click()`
	act(t, tab, wrong)
	holds(t, tab, "a wrong answer is told, and why", `document.activeElement.textContent.startsWith("Niet helemaal") && document.querySelector("vaandel-quiz details").open && document.querySelector("[data-mark=wrong]").textContent.includes("niet goed")`)
	must(t, tab.Click("vaandel-quiz [data-act=again]"))
	holds(t, tab, "it can be tried again", `document.querySelector("[data-mark]") === null && !document.querySelector("vaandel-quiz details").open && document.activeElement.matches("vaandel-quiz input")`)
	order := `[...document.querySelector("vaandel-quiz").querySelectorAll("input")].map((input) => input.id).join()`
	act(t, tab, wrong)
	before, err := Eval[string](tab, order)
	must(t, err)
	must(t, tab.Reload())
	waits(t, tab, "the order stays the same", order+" === "+quoted(before))
	answerAll(t, tab)
	holds(t, tab, "the lesson is done", `document.querySelector(".lesson-score").textContent === "4 van de 4 vragen goed" && document.querySelector("[data-act=done]").getAttribute("aria-pressed") === "true"`)
	must(t, tab.Open(root+module))
	waits(t, tab, "the module tells", `document.querySelector(".lessons-progress").textContent.startsWith("1 van de 4 lessen klaar.")`)
	holds(t, tab, "and where to go on", `document.querySelector(".lessons-on a").textContent === "Ga verder met: Welk medium past bij mijn bericht?"`)
	holds(t, tab, "there is no certificate yet", `document.querySelector(".certificate").hidden`)
	for _, page := range []string{"welk-medium", "auteursrecht", "taalfouten"} {
		must(t, tab.Open(root+"training/basis/"+page+".html"))
		answerAll(t, tab)
	}
	must(t, tab.Open(root+module))
	waits(t, tab, "who has all gets a certificate", `!document.querySelector(".certificate").hidden && document.querySelector(".lessons-progress").textContent.includes("100%")`)
	act(t, tab, catch)
	must(t, tab.Click("#v-certificate-name"))
	typeText(t, tab, "Noor")
	must(t, tab.Click(".certificate [data-act=print]"))
	holds(t, tab, "it alone is printed", `window.printed === "certificate" && document.querySelector(".certificate-self").textContent.includes("zelf gemaakt")`)
	noFaults(t, tab)
}

// answerAll answers all questions of a page right.
func answerAll(t *testing.T, tab *Tab) {
	t.Helper()
	act(t, tab, `for (const q of document.querySelectorAll("vaandel-quiz")) {
		for (const input of q.querySelectorAll("fieldset input")) {
			if (input.type === "number") input.value = input.dataset.place;
			else input.checked = input.hasAttribute("data-right");
		}
		q.querySelector("[data-act=check]").click();
	}`)
	holds(t, tab, "all is right", `[...document.querySelectorAll(".quiz-result")].every((line) => line.textContent === "Goed!")`)
}

// useRead confirms a policy, and sees what changed since an older text.
func useRead(t *testing.T, b *Browser, root string) {
	tab := desk(t, b, root, privacy)
	act(t, tab, catch)
	focus(t, tab, "[data-act=confirm]")
	must(t, tab.Press(kb.Enter))
	holds(t, tab, "it is confirmed, and the focus stays", `document.querySelector(".read-state").textContent.startsWith("Je hebt dit gelezen op") && document.activeElement.matches("[data-act=print]")`)
	holds(t, tab, "it can be mailed", `decodeURIComponent(document.querySelector(".read a").href).includes("Vertrouwelijkheid en privacy")`)
	must(t, tab.Press(kb.Enter))
	holds(t, tab, "and printed", `window.printed === "read-receipt" && document.querySelector(".read-receipt").textContent.includes("versie 1.1")`)
	must(t, tab.Reload())
	waits(t, tab, "it is kept", `document.querySelector(".read").hasAttribute("data-read")`)
	act(t, tab, `for (const key of Object.keys(localStorage)) if (key.includes("read/")) localStorage.setItem(key, JSON.stringify({hash: "older", version: "1.0", on: "2026-01-05"}))`)
	must(t, tab.Reload())
	waits(t, tab, "an older text is told, with what changed", `document.querySelector(".read-state").textContent.includes("5 januari 2026") && document.querySelectorAll(".read-changes > div").length === 1`)
	noFaults(t, tab)
}

// usePeople finds people by what they do.
func usePeople(t *testing.T, b *Browser, root string) {
	tab := desk(t, b, root, "ambassadeurs/index.html")
	act(t, tab, `const s = document.querySelector("#v-f-expertise"); s.value = "lassen"; s.dispatchEvent(new Event("change", {bubbles: true}))`)
	holds(t, tab, "one is left", `document.querySelectorAll(".face:not([hidden])").length === 1 && document.querySelector(".filter-told").textContent === "1 over" && [...document.querySelectorAll(".filter-group:not([hidden])")].length === 1`)
	noFaults(t, tab)
}

// useMine shows what is kept, refuses files that are not ours, and wipes all.
func useMine(t *testing.T, b *Browser, root string) {
	tab := desk(t, b, root, checklist)
	must(t, tab.Click(".checklist label"))
	must(t, tab.Open(root+mine))
	waits(t, tab, "it shows what is kept", `document.querySelector(".mine-list").textContent.includes("Voor je plaatst") && document.querySelector(".mine-list").textContent.includes("1 afgevinkt")`)
	act(t, tab, `URL.createObjectURL = (blob) => { blob.text().then((text) => (window.saved = text)); return location.href; }; HTMLAnchorElement.prototype.click = () => {}`)
	must(t, tab.Click("[data-act=save]"))
	waits(t, tab, "it is saved", `JSON.parse(window.saved ?? "{}").vaandel === "data"`)
	give := func(content string) {
		act(t, tab, fmt.Sprintf(`const data = new DataTransfer(); data.items.add(new File([%s], "f.json")); const input = document.querySelector(".mine input[type=file]"); input.files = data.files; input.dispatchEvent(new Event("change"))`, content))
	}
	told := func(what, text string) {
		t.Helper()
		waits(t, tab, what, fmt.Sprintf(`document.querySelector(".mine-told").textContent.startsWith(%q)`, text))
	}
	give(`"x".repeat(10_000_000)`)
	told("a large file is refused", "Dit bestand is te groot")
	give(`"[1, 2"`)
	told("a broken one is", "Dit bestand komt niet van deze pagina")
	give(`JSON.stringify({vaandel: "data", version: 9, items: {}})`)
	told("another version is", "Dit bestand is van een andere versie")
	give(`JSON.stringify({vaandel: "data", version: 1, items: {"evil": "1", "tick/a.html#b/c": 5, "draft/message": "<img src=x onerror=document.title=1>", "searches": "[\"<b>x</b>\"]"}})`)
	told("what is ours is read", "Ingelezen: 2 dingen.")
	holds(t, tab, "and hostile text is text", `document.querySelector(".mine img, .mine b") === null && document.title !== "1"`)
	act(t, tab, `window.confirm = () => true`)
	must(t, tab.Click("[data-act=wipe]"))
	told("all is wiped", "Gewist.")
	holds(t, tab, "nothing is left", `Object.keys(localStorage).filter((key) => key.startsWith("vaandel")).length === 0`)
	give(`window.saved`)
	told("what was saved comes back", "Ingelezen: 1 dingen.")
	noFaults(t, tab)
}

// composerIsPrivate holds that what is typed goes nowhere: into no request, no
// address and no storage.
func composerIsPrivate(t *testing.T, b *Browser, root string) {
	tab := desk(t, b, root, composer)
	asked := func() (out []string) {
		for _, address := range tab.Requests() {
			if !strings.Contains(address, "favicon") { // the browser's own, at its own time
				out = append(out, address)
			}
		}
		return out
	}
	before := len(asked())
	must(t, tab.Click("#v-message"))
	typeText(t, tab, "Geheim verhaal van de burger")
	act(t, tab, `for (const box of document.querySelectorAll(".composer-networks input, .composer-types input, #v-picture")) box.click()`)
	waits(t, tab, "it is looked at", `document.querySelector(".composer-found").textContent.includes("inwoner")`)
	if now := asked(); len(now) != before {
		t.Errorf("typing asks for %q", now[before:])
	}
	holds(t, tab, "it is in no address and no storage", `!location.href.includes("Geheim") && Object.keys(localStorage).length === 0 && Object.keys(sessionStorage).length === 0 && document.cookie === ""`)
	noFaults(t, tab)
}

// useByTouch does the same on a telephone.
func useByTouch(t *testing.T, b *Browser, root string) {
	tab := b.Tab(t, root)
	must(t, tab.Touch())
	for _, step := range []struct{ page, tap, until string }{
		{checklist, ".checklist label", `document.querySelector(".checklist-progress").textContent === "1 van de 5 afgevinkt"`},
		{composer, "label[for=v-network-x]", `document.querySelector(".composer-counts").textContent.startsWith("X: 0 van 280")`},
		{photo, ".chooser-answer", `document.querySelector(".chooser-question").textContent === "Staat er iemand herkenbaar op?"`},
		{privacy, "[data-act=confirm]", `document.querySelector(".read").hasAttribute("data-read")`},
		{lesson, "vaandel-quiz [data-act=check]", `document.querySelector(".quiz-result").textContent === "Geef eerst een antwoord."`},
		{mine, "[data-act=one]", `document.querySelector(".mine-told").textContent === "Gewist."`},
	} {
		must(t, tab.Screen(360, 740, false))
		must(t, tab.Open(root+step.page))
		must(t, tab.Tap(step.tap))
		waits(t, tab, step.page+": "+step.tap, step.until)
		within(t, tab, step.page+" after a tap")
	}
	noFaults(t, tab)
}

// useWithoutScript holds that what needs a script is not there without one, and
// that the rest can be read.
func useWithoutScript(t *testing.T, b *Browser, root string) {
	tab := b.Tab(t, root)
	must(t, tab.Scripts(false))
	for page, condition := range map[string]string{
		checklist:                 `getComputedStyle(document.querySelector(".acts")).visibility === "hidden" && document.querySelector(".checklist-done").textContent.includes("Klaar om te plaatsen")`,
		composer:                  `document.querySelector("noscript p").getClientRects().length === 1 && document.querySelector(".composer-rules li") !== null && document.querySelector(".composer-list td") !== null`,
		photo:                     `document.querySelector(".chooser > ol").getClientRects().length === 1 && document.querySelector(".chooser-stage") === null`,
		lesson:                    `document.querySelector("vaandel-quiz details summary").getClientRects().length === 1`,
		mine:                      `document.querySelector("noscript p").textContent.includes("voert geen scripts uit")`,
		"ambassadeurs/index.html": `document.querySelectorAll(".face").length === 6 && getComputedStyle(document.querySelector(".filter")).visibility === "hidden"`,
	} {
		must(t, tab.Open(root+page))
		holds(t, tab, page, condition)
	}
	noFaults(t, tab)
}

// useNews marks on the first page what is new since the last visit.
func useNews(t *testing.T, b *Browser, root string) {
	tab := desk(t, b, root, "index.html")
	holds(t, tab, "nothing is new to who was never here", `document.querySelector(".news .badge") === null`)
	act(t, tab, `for (const key of Object.keys(localStorage)) if (key.endsWith(":visit")) localStorage.setItem(key, "2020-01-05 2020-01-01")`)
	must(t, tab.Reload())
	waits(t, tab, "what came since is", `document.querySelectorAll(".news .badge").length > 2`)
	must(t, tab.Reload())
	waits(t, tab, "all day long", `document.querySelectorAll(".news .badge").length > 2`)
	noFaults(t, tab)
}
