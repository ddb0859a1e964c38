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

	picks(t, tab, "Eerste *alinea* [", "hie")
	press(t, tab, `{key: "k", ctrlKey: true}`)
	waits(t, tab, "it shows the link that is there", `document.querySelector("dialog[open] .primary")?.textContent === "Verander" && [...document.querySelectorAll("dialog input")].map((each) => each.value).join() === ",beleid/vertrouwelijkheid-en-privacy.md,hier"`)
	act(t, tab, `document.querySelectorAll("dialog input")[1].value = "beleid/index.md"; document.querySelector("dialog .primary").click()`)
	textHas(t, tab, "Eerste *alinea* [hier](beleid/index.md).")
	waits(t, tab, "it leads elsewhere now", frame+`.querySelector("main a[href='beleid/index.html']") !== null`)
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
