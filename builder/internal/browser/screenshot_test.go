package browser

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/chromedp"

	"vaandel/builder/internal/binary"
)

var screenshot = flag.String("screenshot", "", "where TestScreenshot writes the first page of the starter handbook, a .png")

// TestScreenshot makes the picture of the README.
func TestScreenshot(t *testing.T) {
	if *screenshot == "" {
		t.Skip("no -screenshot")
	}
	b := Start(t)
	root, err := binary.Root()
	must(t, err)
	at := Serve(t, Build(t, filepath.Join(root, "content")), "/")
	tab := b.Tab(t, at)
	must(t, tab.Screen(1280, 960, false))
	must(t, tab.Open(at+"index.html"))
	png, err := chromedp.Run(tab.ctx, chromedp.CaptureScreenshot())
	must(t, err)
	must(t, os.WriteFile(*screenshot, png, 0o644))
}
