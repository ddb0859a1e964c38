package browser

import (
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp/kb"

	"vaandel/builder"
	"vaandel/builder/preview"
)

const (
	hours     = "beleid/werktijd-en-afspraken.md"
	wellbeing = "beleid/welzijn.md"
)

// TestEdit writes pages in the browser, as somebody does who knows Word.
func TestEdit(t *testing.T) {
	b := Start(t)
	cache := t.TempDir() // which spares all but the first the work
	for _, each := range []struct {
		name string
		run  func(*testing.T, *Browser, *desktop)
	}{
		{"write and save", editAndSave},
		{"undo", editUndo},
		{"tools", editTools},
		{"form", editForm},
		{"paste", editPaste},
		{"picture", editPicture},
		{"new page", editNew},
		{"rename", editRename},
		{"conflict", editConflict},
		{"mistake", editMistake},
		{"half a word", editHalf},
		{"leave", editLeave},
		{"settings", editSettings},
		{"draft", editDraft},
		{"source of the page", editSource},
		{"two panes", editPanes},
		{"keyboard", editByKeyboard},
		{"axe", examineEdit},
	} {
		t.Run(each.name, func(t *testing.T) {
			each.run(t, b, previewed(t, preview.Options{Build: builder.Options{Cache: cache}}))
		})
	}
	t.Run("not wanted", func(t *testing.T) { editNotWanted(t, b) })
}

// field is the text that is written, and frame the page beside it.
const (
	field = `document.querySelector("textarea.text")`
	frame = `document.querySelector("iframe").contentDocument`
)

// built waits until there is a page.
func (d *desktop) built(page string) {
	d.t.Helper()
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(10 * time.Millisecond) {
		answer, err := http.Get(d.root + page)
		must(d.t, err)
		answer.Body.Close()
		if answer.StatusCode == http.StatusOK {
			return
		}
	}
	d.t.Fatalf("there is no %s", page)
}

// edits opens a page to write it.
func (d *desktop) edits(b *Browser, file string) *Tab {
	d.t.Helper()
	tab := d.tab(b, 1280)
	must(d.t, tab.Open(d.root+"_vaandel/edit?file="+file))
	waits(d.t, tab, "the text is there", field+` !== null && `+field+`.value.length > 0`)
	waits(d.t, tab, "the page is there", frame+`?.querySelector("main h1") != null`)
	return tab
}

// caret puts the caret behind a text.
func caret(t *testing.T, tab *Tab, behind string) {
	t.Helper()
	picks(t, tab, behind, "")
}

// picks selects a text that stands behind another.
func picks(t *testing.T, tab *Tab, behind, text string) {
	t.Helper()
	holds(t, tab, "the text has "+behind, fmt.Sprintf(`(() => { const f = %s; const at = f.value.indexOf(%q); f.focus(); f.setSelectionRange(at + %d, at + %d); return at >= 0; })()`, field, behind+text, len([]rune(behind)), len([]rune(behind+text))))
}

// shows waits until the page beside the text has a text.
func shows(t *testing.T, tab *Tab, text string) {
	t.Helper()
	waits(t, tab, "the page shows "+text, fmt.Sprintf(`%s?.querySelector("main")?.textContent.includes(%q)`, frame, text))
}

// has waits until the text that is written has a text.
func textHas(t *testing.T, tab *Tab, text string) {
	t.Helper()
	waits(t, tab, "the text has "+text, fmt.Sprintf(`%s.value.includes(%q)`, field, text))
}

// saves saves with the keyboard and waits until all is saved.
func saves(t *testing.T, tab *Tab) {
	t.Helper()
	press(t, tab, `{key: "s", ctrlKey: true}`)
	waits(t, tab, "it is saved", `document.querySelector(".state").textContent === "Bewaard"`)
}

// editAndSave shows a text on the page before it is saved, and keeps the bytes of the
// file that nobody changed.
func editAndSave(t *testing.T, b *Browser, d *desktop) {
	before := "\ufeff" + strings.ReplaceAll(d.read(hours), "\n", "\r\n")
	d.write(hours, before)
	tab := d.edits(b, hours)
	holds(t, tab, "it begins at the text", field+`.value.slice(0, `+field+`.selectionStart).endsWith("---\n\n")`)
	caret(t, tab, "een slot op Facebook zetten.")
	typeText(t, tab, " Nieuwe zin!")
	shows(t, tab, "Facebook zetten. Nieuwe zin!")
	holds(t, tab, "it tells so", `document.querySelector(".state").textContent === "Nog niet bewaard"`)
	if d.read(hours) != before {
		t.Error("the file was changed before it was saved")
	}
	saves(t, tab)
	if want := strings.Replace(before, "Facebook zetten.", "Facebook zetten. Nieuwe zin!", 1); d.read(hours) != want {
		t.Errorf("the file is\n%q", d.read(hours))
	}
	// A text that nobody saves is gone from the page with who wrote it.
	caret(t, tab, "Nieuwe zin!")
	typeText(t, tab, " Nooit bewaard.")
	shows(t, tab, "Nooit bewaard.")
	must(t, tab.Open(d.root+"beleid/werktijd-en-afspraken.html"))
	waits(t, tab, "the page is as on disk", `document.querySelector("main").textContent.includes("Nieuwe zin!") && !document.querySelector("main").textContent.includes("Nooit bewaard")`)
	// And is there again when they come back.
	must(t, tab.Open(d.root+"_vaandel/edit?file="+hours))
	textHas(t, tab, "Nooit bewaard.")
	waits(t, tab, "they are told", `document.querySelector(".notice").textContent.includes("die nog niet bewaard was")`)
	noFaults(t, tab)
}

// editUndo takes changes back, after a reload too.
func editUndo(t *testing.T, b *Browser, d *desktop) {
	tab := d.edits(b, hours)
	first, err := Eval[string](tab, field+".value")
	must(t, err)
	caret(t, tab, "een slot op Facebook zetten.")
	typeText(t, tab, " Een.")
	picks(t, tab, "", "Maak samen een plan")
	must(t, tab.Press(kb.Delete))
	must(t, tab.Click(".tool-list"))
	second, err := Eval[string](tab, field+".value")
	must(t, err)
	must(t, tab.Reload())
	textHas(t, tab, " Een.")
	holds(t, tab, "the text is as it was", fmt.Sprintf("%s.value === %q", field, second))
	act(t, tab, field+".focus()")
	for range 3 {
		press(t, tab, `{key: "z", ctrlKey: true}`)
	}
	holds(t, tab, "all is taken back", fmt.Sprintf("%s.value === %q", field, first))
	for range 3 {
		press(t, tab, `{key: "y", ctrlKey: true}`)
	}
	holds(t, tab, "and done again", fmt.Sprintf("%s.value === %q", field, second))
	noFaults(t, tab)
}

// editTools does what the toolbar can.
func editTools(t *testing.T, b *Browser, d *desktop) {
	d.write("proef.md", "# Proef\n\nEerste alinea hier.\n\nTweede alinea.\n\nDerde\nVierde\n")
	d.built("proef.html")
	tab := d.edits(b, "proef.md")
	for _, step := range []struct{ behind, text, tool, want string }{
		{"Eerste ", "alinea", "bold", "Eerste **alinea** hier."},
		{"**", "alinea", "bold", "Eerste alinea hier."},
		{"Eerste ", "alinea", "italic", "Eerste *alinea* hier."},
		{"", "Tweede alinea.", "heading", "\n\n## Tweede alinea.\n"},
		{"## ", "Tweede alinea.", "subheading", "\n\n### Tweede alinea.\n"},
		{"### ", "Tweede alinea.", "subheading", "\n\nTweede alinea.\n"},
		{"", "Derde\nVierde", "list", "- Derde\n- Vierde"},
		{"", "- Derde\n- Vierde", "numbers", "1. Derde\n2. Vierde"},
		{"", "1. Derde\n2. Vierde", "task", "- [ ] Derde\n- [ ] Vierde"},
		{"", "Tweede alinea.", "callout-tip", "> [!TIP]\n> Tweede alinea."},
	} {
		picks(t, tab, step.behind, step.text)
		must(t, tab.Click(".tool-"+step.tool))
		textHas(t, tab, step.want)
	}
	waits(t, tab, "the page has a callout", frame+`.querySelector(".callout-tip") !== null`)
	caret(t, tab, "- [ ] Vierde")
	must(t, tab.Press(kb.Enter))
	typeText(t, tab, "Vijfde")
	textHas(t, tab, "- [ ] Vierde\n- [ ] Vijfde")
	must(t, tab.Press(kb.Enter, kb.Enter))
	textHas(t, tab, "- [ ] Vijfde\n\n")

	picks(t, tab, "Eerste *alinea* ", "hier")
	press(t, tab, `{key: "k", ctrlKey: true}`)
	waits(t, tab, "it asks for a page", `document.querySelector("dialog[open] input") === document.activeElement`)
	typeText(t, tab, "privacy")
	waits(t, tab, "pages are found", `document.querySelectorAll(".found [role=option]").length > 1`)
	chosen := `document.getElementById(document.activeElement.getAttribute("aria-activedescendant"))`
	holds(t, tab, "the first is pointed at, in the words of the menu", chosen+`.getAttribute("aria-selected") === "true" && `+chosen+`.textContent === "Vertrouwelijkheid en privacyOnze afspraken"`)
	must(t, tab.Press(kb.ArrowDown))
	holds(t, tab, "then the next", chosen+` === document.querySelectorAll(".found [role=option]")[1]`)
	must(t, tab.Press(kb.ArrowUp))
	press(t, tab, `{key: "Enter"}`)
	holds(t, tab, "one is chosen and the list gone", `document.querySelector("[role=combobox]").getAttribute("aria-expanded") === "false" && document.querySelectorAll("dialog input")[1].value === "beleid/vertrouwelijkheid-en-privacy.md"`)
	act(t, tab, `document.querySelector("dialog .primary").click()`)
	textHas(t, tab, "Eerste *alinea* [hier](beleid/vertrouwelijkheid-en-privacy.md).")
	waits(t, tab, "the link leads there", frame+`.querySelector("main a[href='beleid/vertrouwelijkheid-en-privacy.html']") !== null`)
	noFaults(t, tab)
}

// editForm changes what stands at the top of the file, and nothing else there.
func editForm(t *testing.T, b *Browser, d *desktop) {
	tab := d.edits(b, wellbeing)
	must(t, tab.Click(".tab-data"))
	waits(t, tab, "the form is there", `document.querySelector("[data-key=review_by]") !== null`)
	holds(t, tab, "a date is a date", `document.querySelector("[data-key=review_by]").type === "date" && document.querySelector("[data-key=review_by]").value !== ""`)
	holds(t, tab, "the owner is one of the contacts", `document.querySelector("select[data-key=owner]").value === "hr" && document.querySelector("select[data-key=owner]").options.length > 2`)
	before := d.read(wellbeing)
	act(t, tab, `const f = document.querySelector("[data-key=review_by]"); f.value = "2027-05-06"; f.dispatchEvent(new Event("change"))`)
	textHas(t, tab, "review_by: 2027-05-06")
	saves(t, tab)
	if got, want := strings.Split(d.read(wellbeing), "\n"), strings.Split(before, "\n"); len(got) != len(want) {
		t.Errorf("%d lines have become %d", len(want), len(got))
	} else {
		for i := range got {
			if got[i] != want[i] && got[i] != "review_by: 2027-05-06" {
				t.Errorf("line %d is %q, was %q", i+1, got[i], want[i])
			}
		}
	}
	waits(t, tab, "the page has it", frame+`.querySelector("main time[datetime='2027-05-06']") !== null`)
	noFaults(t, tab)
}

// editPaste brings in what was copied in Word.
func editPaste(t *testing.T, b *Browser, d *desktop) {
	tab := d.edits(b, hours)
	caret(t, tab, "een slot op Facebook zetten.")
	act(t, tab, `const data = new DataTransfer(); data.setData("text/html", "<html xmlns:o='urn:schemas-microsoft-com:office:office'><body><!--StartFragment--><p class=MsoNormal>Dit komt uit <b>Word</b>.<o:p></o:p></p><p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span>·<span>&nbsp;&nbsp;</span></span><![endif]>Een punt</p><!--EndFragment--></body></html>"); data.setData("text/plain", "Dit komt uit Word."); `+field+`.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true}))`)
	textHas(t, tab, "Dit komt uit **Word**.")
	textHas(t, tab, "- Een punt")
	act(t, tab, `window.pasted = `+field+`.value`)
	press(t, tab, `{key: "z", ctrlKey: true}`)
	holds(t, tab, "one step takes it back", `!`+field+`.value.includes("uit **Word**")`)
	noFaults(t, tab)
}

// editPicture drops a picture on the text.
func editPicture(t *testing.T, b *Browser, d *desktop) {
	tab := d.edits(b, hours)
	caret(t, tab, "een slot op Facebook zetten.")
	_, err := Eval[bool](tab, `(async () => {
		const canvas = document.createElement("canvas"); canvas.width = 600; canvas.height = 300;
		canvas.getContext("2d").fillRect(0, 0, 300, 300);
		const blob = await new Promise((done) => canvas.toBlob(done, "image/png"));
		const data = new DataTransfer(); data.items.add(new File([blob], "Foto van het Team.png", {type: "image/png"}));
		`+field+`.dispatchEvent(new DragEvent("drop", {dataTransfer: data, bubbles: true, cancelable: true}));
		return true;
	})()`)
	must(t, err)
	waits(t, tab, "it asks what is on it", `document.querySelector("dialog[open] img.chosen")?.complete`)
	act(t, tab, `document.querySelector("dialog .primary").click()`)
	waits(t, tab, "which is needed", `document.querySelector("dialog .wrong").textContent.includes("te zien is") && document.activeElement.tagName === "TEXTAREA"`)
	typeText(t, tab, "Een zwart vlak")
	must(t, tab.Press(kb.Tab))
	typeText(t, tab, "Foto: onszelf")
	must(t, tab.Press(kb.Enter))
	textHas(t, tab, `![Een zwart vlak](`)
	textHas(t, tab, `foto-van-het-team.png "Foto: onszelf")`)
	waits(t, tab, "the page shows it", frame+`.querySelector("main figure img[alt='Een zwart vlak']")?.naturalWidth > 0 && `+frame+`.querySelector("main figcaption").textContent.includes("Foto: onszelf")`)
	holds(t, tab, "they are told where it is", `document.querySelector(".notice").textContent.includes("foto-van-het-team.png")`)
	act(t, tab, `(() => { const data = new DataTransfer(); data.setData("text/html", "<img src='https://elders.example/x.png'>"); data.items.add(new File(["x"], "x.png", {type: "image/png"})); `+field+`.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true})); })()`)
	holds(t, tab, "a picture that is copied on a site is a picture", `document.querySelector("dialog[open] img.chosen") !== null`)
	act(t, tab, `document.querySelector("dialog").close()`)
	found := 0
	must(t, filepath.WalkDir(d.content, func(path string, _ os.DirEntry, err error) error {
		if filepath.Base(path) == "foto-van-het-team.png" {
			found++
		}
		return err
	}))
	if found != 1 {
		t.Errorf("%d files were made", found)
	}
	noFaults(t, tab)
}

// editNew makes a page from the bar of another.
func editNew(t *testing.T, b *Browser, d *desktop) {
	tab := d.tab(b, 1280)
	must(t, tab.Open(d.root+"index.html"))
	bar := `document.querySelector("vaandel-live").shadowRoot`
	waits(t, tab, "the bar is there", bar+`.querySelector(".more") !== null`)
	act(t, tab, bar+`.querySelector(".more").click()`)
	act(t, tab, bar+`.querySelector(".sheet a").click()`)
	waits(t, tab, "it asks for a title", `document.querySelector("dialog[open] input") === document.activeElement && document.activeElement !== null`)
	typeText(t, tab, "Foto's van het uitje")
	act(t, tab, `const kind = document.querySelectorAll("dialog select")[0]; kind.value = "policy"; kind.dispatchEvent(new Event("change"))`)
	holds(t, tab, "its folder is that of its kind", `document.querySelectorAll("dialog select")[1].value === "beleid"`)
	act(t, tab, `document.querySelector("dialog .primary").click()`)
	waits(t, tab, "it is being written", field+`?.value.includes("# Foto's van het uitje")`)
	waits(t, tab, "and shown", frame+`?.querySelector("main h1")?.textContent === "Foto's van het uitje"`)
	if !strings.Contains(d.read("beleid/foto-s-van-het-uitje.md"), "kind: policy") && !strings.Contains(d.read("beleid/foto-s-van-het-uitje.md"), "version:") {
		t.Errorf("the page is\n%s", d.read("beleid/foto-s-van-het-uitje.md"))
	}
	noFaults(t, tab)
}

// editRename gives a page another name: links to it follow.
func editRename(t *testing.T, b *Browser, d *desktop) {
	tab := d.edits(b, wellbeing)
	act(t, tab, `document.querySelector(".menu").open = true; document.querySelectorAll(".menu button")[1].click()`)
	waits(t, tab, "it asks for a name", `document.querySelector("dialog[open] input")?.value === "welzijn" && document.querySelector("dialog select").selectedOptions[0].text === "Onze afspraken"`)
	holds(t, tab, "the menu is closed", `!document.querySelector(".menu").open`)
	act(t, tab, `document.querySelector("dialog input").value = "Goed voelen"; document.querySelector("dialog .primary").click()`)
	waits(t, tab, "it is there", `location.search.includes("goed-voelen.md") && `+frame+`?.querySelector("main h1")?.textContent === "Welzijn"`)
	must(t, tab.Open(d.root+"beleid/welzijn.html"))
	waits(t, tab, "the old address leads to it", `location.pathname.endsWith("/beleid/goed-voelen.html")`)
	must(t, filepath.WalkDir(d.content, func(path string, e os.DirEntry, err error) error {
		// This page shows how a link is written.
		if err == nil && strings.HasSuffix(path, ".md") && e.Name() != "zo-schrijf-je-een-pagina.md" {
			data, err := os.ReadFile(path)
			if err != nil || strings.Contains(string(data), "welzijn.md") {
				t.Errorf("%s still leads to the old file", path)
			}
		}
		return err
	}))
}

// editConflict changes the file while it is being written.
func editConflict(t *testing.T, b *Browser, d *desktop) {
	tab := d.edits(b, hours)
	d.change(hours, "een slot op Facebook zetten", "een slot op alles zetten")
	waits(t, tab, "what nobody has touched follows the disk", field+`.value.includes("slot op alles zetten") && document.querySelector(".notice").textContent.includes("ergens anders veranderd")`)
	caret(t, tab, "een slot op alles zetten.")
	typeText(t, tab, " Van mij.")
	d.change(hours, "slot op alles zetten", "slot op niets zetten")
	waits(t, tab, "else they are told", `document.querySelector(".notice").textContent.includes("intussen")`)
	disk := d.read(hours)
	press(t, tab, `{key: "s", ctrlKey: true}`)
	waits(t, tab, "both are shown", `document.querySelectorAll("dialog[open] .lines").length === 2`)
	holds(t, tab, "with what differs", `[...document.querySelectorAll("dialog .lines")].map((each) => each.querySelectorAll("mark").length).join() === "1,1"`)
	if d.read(hours) != disk {
		t.Error("the file on disk was overwritten")
	}
	act(t, tab, `document.querySelectorAll("dialog button")[2].click()`)
	press(t, tab, `{key: "s", ctrlKey: true}`)
	waits(t, tab, "who has not chosen is asked again", `document.querySelectorAll("dialog[open] .lines").length === 2`)
	act(t, tab, `document.querySelector("dialog .primary").click()`)
	saves(t, tab)
	if got := d.read(hours); !strings.Contains(got, "op alles zetten. Van mij.") {
		t.Errorf("the file is\n%s", got)
	}
	for _, fault := range tab.Faults() {
		if !strings.Contains(fault, "409") { // which is how the server tells of it
			t.Error(fault)
		}
	}
}

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
