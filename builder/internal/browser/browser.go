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
	"errors"
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
	ctx   context.Context
	close func()
}

// Start starts Chromium and ends it with the test.
func Start(t testing.TB) *Browser {
	t.Helper()
	b, err := Launch()
	if errors.Is(err, exec.ErrNotFound) {
		Missing(t, "Chromium", "apt-get install chromium")
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(b.Close)
	return b
}

// Launch starts Chromium, with further flags of its own, each without dashes. The
// error is an [exec.ErrNotFound] where it is not installed.
func Launch(flags ...string) (*Browser, error) {
	path, err := find("chromium", "chromium-browser", "google-chrome")
	if err != nil {
		return nil, err
	}
	// Not t.TempDir: Chromium's last children may still write there when the
	// test ends, and that would be the test's failure.
	profile, err := os.MkdirTemp("", "vaandel-chromium-")
	if err != nil {
		return nil, err
	}
	ctx, free := chromedp.NewExecAllocator(context.Background(), options(path, profile, flags)...)
	ctx, stop := chromedp.NewContext(ctx)
	b := &Browser{ctx: ctx, close: func() {
		end(ctx)
		stop()
		free()
		removeAll(profile)
	}}
	// The first call starts the browser, and must have no time limit.
	if err := chromedp.Do(ctx); err != nil {
		b.Close()
		return nil, fmt.Errorf("the browser does not start: %w", err)
	}
	return b, nil
}

// Close ends Chromium.
func (b *Browser) Close() { b.close() }

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
func options(path, profile string, flags []string) []chromedp.ExecAllocatorOption {
	list := []chromedp.ExecAllocatorOption{
		chromedp.ExecPath(path),
		chromedp.UserDataDir(profile),
		chromedp.Headless,
		chromedp.NoSandbox,
		chromedp.DisableGPU,
		chromedp.NoFirstRun,
		chromedp.NoDefaultBrowserCheck,
	}
	for _, flag := range append(flags,
		"disable-quic", "disable-background-networking", "disable-component-update",
		"disable-sync", "disable-extensions", "disable-default-apps", "mute-audio",
		// Containers give /dev/shm little room.
		"disable-dev-shm-usage",
		// A tab behind another tab must not be slower.
		"disable-background-timer-throttling", "disable-renderer-backgrounding",
		"disable-backgrounding-occluded-windows",
	) {
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
