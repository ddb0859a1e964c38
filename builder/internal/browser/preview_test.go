package browser

import (
	"cmp"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"vaandel/builder"
	"vaandel/builder/internal/binary"
	"vaandel/builder/preview"
)

// desktop is a preview of a copy of the starter handbook.
type desktop struct {
	t       *testing.T
	content string
	root    string // the address of the first page
}

// previewed starts a preview and stops it with the test.
func previewed(t *testing.T, o preview.Options) *desktop {
	t.Helper()
	top, err := binary.Root()
	must(t, err)
	content := filepath.Join(t.TempDir(), "content")
	must(t, os.CopyFS(content, os.DirFS(filepath.Join(top, "content"))))
	o.Build, o.Addr, o.Lang = builder.Options{Content: content, Cache: cmp.Or(o.Build.Cache, t.TempDir())}, "127.0.0.1:0", "nl"
	s, err := preview.New(o)
	must(t, err)
	ctx, stop := context.WithCancel(context.Background())
	ready, done := make(chan struct{}), make(chan error, 1)
	go func() { done <- s.Run(ctx, func() { close(ready) }) }()
	<-ready
	t.Cleanup(func() {
		stop()
		must(t, <-done)
	})
	return &desktop{t, content, s.URL()}
}

// tab opens a tab that may ask the preview only.
func (d *desktop) tab(b *Browser, width int64) *Tab {
	d.t.Helper()
	tab := b.Tab(d.t, d.root, "ws://"+strings.TrimPrefix(d.root, "http://"), "blob:"+d.root, "data:,")
	must(d.t, tab.Screen(width, 900, false))
	return tab
}

// read is a source as it is on disk.
func (d *desktop) read(name string) string {
	d.t.Helper()
	data, err := os.ReadFile(filepath.Join(d.content, filepath.FromSlash(name)))
	must(d.t, err)
	return string(data)
}

// write saves a source in place.
func (d *desktop) write(name, text string) {
	d.t.Helper()
	must(d.t, os.WriteFile(filepath.Join(d.content, filepath.FromSlash(name)), []byte(text), 0o644))
}

// change replaces a part of a source.
func (d *desktop) change(name, old, now string) {
	d.t.Helper()
	text := d.read(name)
	if !strings.Contains(text, old) {
		d.t.Fatalf("%s has no %q", name, old)
	}
	d.write(name, strings.Replace(text, old, now, 1))
}

// TestPreview writes while a page is open: what changed is merged into it, and what
// its reader did there stays.
func TestPreview(t *testing.T) {
	b := Start(t)
	d := previewed(t, preview.Options{})
	root, change := d.root, d.change
	tab := d.tab(b, 1280)
	must(t, tab.Open(root+checklist))
	act(t, tab, `document.querySelectorAll(".checklist input")[1].click(); document.querySelector("#v-search").value = "getypt"; document.querySelectorAll(".checklist input")[2].focus(); window.same = document.querySelector("h1"); window.scrollTo(0, 300)`)
	began := time.Now()
	change("checklists/voor-je-plaatst.md", "Lees je bericht nog één keer rustig door.", "Lees je bericht nog eens.")
	waits(t, tab, "the new text is there", `document.querySelector("main").textContent.includes("Lees je bericht nog eens.")`)
	t.Logf("from the save to the screen: %s", time.Since(began))
	holds(t, tab, "what was done on the page stays", `document.querySelectorAll(".checklist input")[1].checked && document.querySelector("#v-search").value === "getypt" && document.activeElement === document.querySelectorAll(".checklist input")[2] && window.same === document.querySelector("h1")`)
	change("checklists/voor-je-plaatst.md", "# Voor je plaatst", "# Voordat je plaatst")
	waits(t, tab, "a title too", `document.querySelector("h1").textContent === "Voordat je plaatst" && document.title.startsWith("Voordat je plaatst")`)

	change("beleid/welzijn.md", "# ", "# Nieuw: ")
	waits(t, tab, "another page that changed is opened", `location.pathname.endsWith("beleid/welzijn.html") && document.querySelector("h1").textContent.startsWith("Nieuw: ")`)

	const told = `document.querySelector("vaandel-live").shadowRoot.textContent`
	change("beleid/welzijn.md", "owner: hr", "owner: ")
	waits(t, tab, "an error is told as help", told+`.includes("beleid/welzijn.md") && `+told+`.includes("owner")`)
	holds(t, tab, "over the page", `document.querySelector("h1") !== null`)
	must(t, tab.Screen(1280, 320, false))
	holds(t, tab, "and leaves the bar room in a low window", `document.querySelector("vaandel-live").shadowRoot.querySelector(".bar").offsetHeight >= 44`)
	must(t, tab.Screen(1280, 900, false))
	change("beleid/welzijn.md", "owner: ", "owner: hr")
	waits(t, tab, "and gone once it is solved", `!`+told+`.includes("welzijn")`)

	must(t, tab.Open(root+"index.html"))
	act(t, tab, `window.here = true`)
	change("handbook.yaml", `accent: "#1f6f78"`, `accent: "#8a2a6b"`)
	waits(t, tab, "colours change without a reload", `getComputedStyle(document.querySelector(".button")).backgroundColor === "rgb(138, 42, 107)" && window.here && document.querySelectorAll("link[rel=stylesheet]").length === 1`)
	must(t, tab.Click("#v-find"))
	typeText(t, tab, "werktijd")
	waits(t, tab, "search works", `document.querySelectorAll("[role=option]").length > 2`)
}
