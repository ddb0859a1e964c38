// Package browser opens pages in a real Chromium, for tests: it loads them as
// a reader's browser does, tells what went wrong meanwhile, presses keys, and
// checks pages with axe-core and html-validate.
//
// Where Chromium is missing, a test that asks for it is skipped, so that plain
// "go test ./..." works everywhere; with VAANDEL_BROWSER=required, as
// "make test" sets it, the test fails.
package browser

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// Browser is one running Chromium. Its tabs may be used side by side, each by
// one goroutine.
type Browser struct {
	ctx context.Context
}

// Start starts Chromium and ends it with the test.
func Start(t testing.TB) *Browser {
	t.Helper()
	path, err := find("chromium", "chromium-browser", "google-chrome")
	if err != nil {
		Missing(t, "Chromium", "apt-get install chromium")
	}
	// Not t.TempDir: Chromium's last children may still write there when the
	// test ends, and that would be the test's failure.
	profile, err := os.MkdirTemp("", "vaandel-chromium-")
	if err != nil {
		t.Fatal(err)
	}
	ctx, free := chromedp.NewExecAllocator(context.Background(), options(path, profile)...)
	ctx, stop := chromedp.NewContext(ctx)
	t.Cleanup(func() {
		end(ctx)
		stop()
		free()
		removeAll(profile)
	})
	// The first call starts the browser, and must have no time limit.
	if err := chromedp.Do(ctx); err != nil {
		t.Fatalf("Chromium does not start: %v", err)
	}
	return &Browser{ctx: ctx}
}

// Missing skips the test, or fails it where a browser is required, as the tool
// it needs is not there.
func Missing(t testing.TB, tool, install string) {
	t.Helper()
	text := fmt.Sprintf("%s is missing; to run this test: %s", tool, install)
	if os.Getenv("VAANDEL_BROWSER") == "required" {
		t.Fatal(text)
	}
	t.Skip(text)
}

// find returns the path of the first command that exists.
func find(names ...string) (path string, err error) {
	for _, name := range names {
		if path, err = exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	return "", err
}

// options are the flags of Chromium: no window, and nothing that it does on
// its own behind a reader's back, so that every request seen is the page's.
func options(path, profile string) []chromedp.ExecAllocatorOption {
	list := []chromedp.ExecAllocatorOption{
		chromedp.ExecPath(path),
		chromedp.UserDataDir(profile),
		chromedp.Headless,
		chromedp.NoSandbox,
		chromedp.DisableGPU,
		chromedp.NoFirstRun,
		chromedp.NoDefaultBrowserCheck,
	}
	for _, flag := range []string{
		"disable-quic", "disable-background-networking", "disable-component-update",
		"disable-sync", "disable-extensions", "disable-default-apps", "mute-audio",
		// Containers give /dev/shm little room.
		"disable-dev-shm-usage",
		// A tab behind another tab must not be slower.
		"disable-background-timer-throttling", "disable-renderer-backgrounding",
		"disable-backgrounding-occluded-windows",
	} {
		list = append(list, chromedp.Flag(flag, true))
	}
	return list
}

// end closes the browser as a person would, or kills it after ten seconds.
func end(ctx context.Context) {
	limited, cancel := context.WithTimeout(ctx, 10*time.Second)
	defer cancel()
	// An error means that it was gone already; there is nothing left to end.
	_ = chromedp.Cancel(limited)
}

// removeAll removes a folder that may be written to for a moment still.
func removeAll(dir string) {
	for range 20 {
		if os.RemoveAll(dir) == nil {
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
}
