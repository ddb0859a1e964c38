package browser

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

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
