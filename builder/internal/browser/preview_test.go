package browser

import (
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

// TestPreview writes while a page is open: what changed is merged into it, and what
// its reader did there stays.
func TestPreview(t *testing.T) {
	b := Start(t)
	top, err := binary.Root()
	must(t, err)
	content := filepath.Join(t.TempDir(), "content")
	must(t, os.CopyFS(content, os.DirFS(filepath.Join(top, "content"))))
	s, err := preview.New(preview.Options{
		Build: builder.Options{Content: content, NoCache: true}, Addr: "127.0.0.1:0", Lang: "nl",
	})
	must(t, err)
	ctx, stop := context.WithCancel(context.Background())
	ready, done := make(chan struct{}), make(chan error, 1)
	go func() { done <- s.Run(ctx, func() { close(ready) }) }()
	<-ready
	defer func() {
		stop()
		must(t, <-done)
	}()
	root := s.URL()
	change := func(name, old, now string) {
		t.Helper()
		path := filepath.Join(content, filepath.FromSlash(name))
		data, err := os.ReadFile(path)
		must(t, err)
		if !strings.Contains(string(data), old) {
			t.Fatalf("%s has no %q", name, old)
		}
		must(t, os.WriteFile(path, []byte(strings.Replace(string(data), old, now, 1)), 0o644))
	}
	tab := b.Tab(t, root, "ws://"+strings.TrimPrefix(root, "http://"))
	must(t, tab.Screen(1280, 900, false))
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
