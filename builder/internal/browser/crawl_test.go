package browser

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// sound is a small site without a fault, and faulty one with each fault that
// the crawler exists to find.
var (
	icon  = `<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>`
	sound = map[string]string{
		"index.html":         document("", `<a href="beleid/index.html">Beleid</a> <a href="mailto:a@b.example">Mail</a> <a href="https://example.org/">Elders</a>`),
		"beleid/index.html":  document("../", `<a href="../index.html#top">Terug</a> <a href="../bestand%20%26%20meer.txt">Bestand</a><img src="../p.svg" alt="p" loading="lazy"><p id="é"></p><a href="#%C3%A9">Hier</a>`),
		"oud.html":           `<!DOCTYPE html><title>Oud</title><link rel="icon" href="p.svg"><meta http-equiv="refresh" content="0; url=beleid/index.html">`,
		"404.html":           document("", `<a href="index.html">Home</a>`),
		"bestand & meer.txt": "x",
		"p.svg":              icon,
	}
	faulty = map[string]string{
		"index.html": document("", `<a href="weg.html">Weg</a> <a href="b.html#nergens">Plek</a> <a href="map/">Map</a>
			<a href="/elders.html">Elders</a> <img src="weg.png" alt="weg"> <script src="log.js"></script>
			<img src="https://example.invalid/x.png" alt="ver"> <p style="color: red">Stijl</p>`),
		"b.html":         document("", ``),
		"wees.html":      document("", ``),
		"map/index.html": document("", ``),
		"p.svg":          icon,
		"log.js":         `console.info("hallo"); throw new Error("kapot")`,
	}
)

// document is an HTML page with a strict policy, and an icon so that Chromium
// doesn't look for one.
func document(up, body string) string {
	return `<!DOCTYPE html><html lang="nl"><head><meta charset="utf-8">` +
		`<meta http-equiv="Content-Security-Policy" content="default-src 'self'; img-src 'self' https:">` +
		`<title>Proef</title><link rel="icon" href="` + up + `p.svg"></head><body id="top">` + body + `</body></html>`
}

// folder writes files below a new folder.
func folder(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for path, text := range files {
		name := filepath.Join(dir, filepath.FromSlash(path))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// crawl opens all pages of a folder and judges them.
func crawl(t *testing.T, b *Browser, dir, root string) []string {
	t.Helper()
	pages, err := Pages(dir)
	if err != nil {
		t.Fatal(err)
	}
	return Judge(dir, root, "index.html", b.Crawl(t, root, pages))
}

func TestCrawlerFindsNothingInASoundSite(t *testing.T) {
	b, dir := Start(t), folder(t, sound)
	for _, root := range []string{Serve(t, dir, "/"), Serve(t, dir, "/handboek/"), Disk(dir)} {
		report(t, crawl(t, b, dir, root))
	}
}

func TestCrawlerFindsEveryFault(t *testing.T) {
	b, dir := Start(t), folder(t, faulty)
	everywhere := []string{
		"index.html: leads to nothing: ROOTweg.html",
		"index.html: leads to nothing: ROOTweg.png",
		"index.html: leads to no place on b.html: #nergens",
		"index.html: leads out of the site: ",
		"index.html: request to elsewhere: https://example.invalid/x.png",
		"index.html: console.info: \"hallo\"",
		"index.html: exception: Uncaught Error: kapot",
		"index.html: security error: Applying inline style violates the following Content Security Policy",
		"wees.html: no link leads here",
	}
	for root, own := range map[string][]string{
		Serve(t, dir, "/handboek/"): {"index.html: status 404: ROOTweg.png"},
		Disk(dir): {
			"index.html: failed: ROOTweg.png",
			"index.html: leads to a folder, which shows a list of files: ROOTmap/",
		},
	} {
		faults := strings.Join(crawl(t, b, dir, root), "\n")
		for _, want := range append(own, everywhere...) {
			if want = strings.ReplaceAll(want, "ROOT", root); !strings.Contains(faults, want) {
				t.Errorf("%s: not found: %s\nin:\n%s", root, want, faults)
			}
		}
	}
}
