package browser

import (
	"context"
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

const (
	// patience is how long one step of a test may take: long, as the machine may
	// do other work and only a step that hangs takes so much.
	patience = 2 * time.Minute
	// calm is how long a page must have asked for nothing to be done loading.
	calm = 60 * time.Millisecond
)

// Tab is one tab with a storage of its own, as a new private window has. Its
// methods return errors instead of failing the test, as they may be called on
// other goroutines than the test's.
type Tab struct {
	// Close closes the tab.
	Close func()

	ctx context.Context
	log *record
}

// Tab opens a tab, which is closed with the test. A page in it may ask for
// addresses that begin with one of allowed only; any other is a fault. Without
// any, all are allowed.
func (b *Browser) Tab(t testing.TB, allowed ...string) *Tab {
	t.Helper()
	tab, err := b.NewTab(allowed...)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(tab.Close)
	return tab
}

// NewTab opens a tab as [Browser.Tab] does, for who closes it.
func (b *Browser) NewTab(allowed ...string) (*Tab, error) {
	log := &record{allowed: allowed, open: map[network.RequestID]request{}}
	ctx, stop := chromedp.NewContext(b.ctx, chromedp.WithNewBrowserContext(), chromedp.WithListener(log.event))
	if err := chromedp.Do(ctx); err != nil {
		stop()
		return nil, fmt.Errorf("no new tab: %w", err)
	}
	return &Tab{ctx: ctx, log: log, Close: stop}, nil
}

// do runs steps within the time that a step may take.
func (t *Tab) do(steps ...chromedp.Action[chromedp.Void]) error {
	ctx, cancel := context.WithTimeout(t.ctx, patience)
	defer cancel()
	return chromedp.Do(ctx, steps...)
}

// Open loads a page and waits until it asks for nothing more. What went wrong
// on the way is in [Tab.Faults].
func (t *Tab) Open(url string) error {
	t.log.reset()
	if err := t.do(chromedp.Navigate(url)); err != nil {
		return fmt.Errorf("%s does not load: %w", url, err)
	}
	return t.settle()
}

// Reload loads the page again.
func (t *Tab) Reload() error {
	t.log.reset()
	if err := t.do(chromedp.Reload()); err != nil {
		return err
	}
	return t.settle()
}

// settle waits until no request is under way and none came for a moment.
func (t *Tab) settle() error {
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(10 * time.Millisecond) {
		if t.log.quietFor(calm) {
			return nil
		}
	}
	return fmt.Errorf("still loading after %s: %v", patience, t.log.waiting())
}

// Faults returns what went wrong since the page was opened: failed requests,
// requests to elsewhere, console messages, exceptions, what the page's own
// security policy forbade.
func (t *Tab) Faults() []string { return t.log.list() }

// Requests returns the addresses asked for since the page was opened.
func (t *Tab) Requests() []string { return t.log.requests() }

// Press sends keys to the focused element. Special keys are in the package
// github.com/chromedp/chromedp/kb.
func (t *Tab) Press(keys ...string) error {
	for _, key := range keys {
		if err := t.do(chromedp.KeyEvent(key)); err != nil {
			return err
		}
	}
	return nil
}

// Back presses Tab with Shift: it goes to the stop before.
func (t *Tab) Back() error {
	return t.do(chromedp.KeyEvent(kb.Tab, chromedp.KeyModifiers(chromedp.ModifierShift)))
}

// Click clicks on the first element that the CSS selector finds, in its middle.
func (t *Tab) Click(selector string) error {
	return t.do(chromedp.Click(chromedp.CSS(selector), chromedp.NodeVisible))
}

// Touch makes the tab that of a telephone, which has no mouse.
func (t *Tab) Touch() error {
	return t.do(call(emulation.SetTouchEmulationEnabled, emulation.SetTouchEmulationEnabledParams{Enabled: true, MaxTouchPoints: 1}))
}

// Tap touches the first element that the CSS selector finds, in its middle, with
// a finger, once it is in the window.
func (t *Tab) Tap(selector string) error {
	at, err := Eval[struct{ X, Y float64 }](t, fmt.Sprintf(`(() => {
		const element = document.querySelector(%q);
		element.scrollIntoView({ behavior: "instant", block: "center" });
		const box = element.getBoundingClientRect();
		return { X: box.x + box.width / 2, Y: box.y + box.height / 2 };
	})()`, selector))
	if err != nil {
		return err
	}
	return t.do(
		call(input.DispatchTouchEvent, input.DispatchTouchEventParams{
			Type: input.DispatchTouchEventTypeTouchStart, TouchPoints: []*input.TouchPoint{{X: at.X, Y: at.Y}},
		}),
		call(input.DispatchTouchEvent, input.DispatchTouchEventParams{
			Type: input.DispatchTouchEventTypeTouchEnd, TouchPoints: []*input.TouchPoint{},
		}),
	)
}

// Location returns the address in the tab's bar.
func (t *Tab) Location() (string, error) { return Eval[string](t, "location.href") }

// Screen sets the size of the window in CSS pixels and the colour scheme that
// the reader prefers, and waits until the page has been drawn so.
func (t *Tab) Screen(width, height int64, dark bool) error {
	scheme := "light"
	if dark {
		scheme = "dark"
	}
	err := t.do(
		call(emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{
			Width: width, Height: height, DeviceScaleFactor: 1,
		}),
		call(emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
			Features: []*emulation.MediaFeature{
				{Name: "prefers-color-scheme", Value: scheme},
				// Nothing may fade while it is being looked at.
				{Name: "prefers-reduced-motion", Value: "reduce"},
			},
		}),
	)
	if err != nil {
		return err
	}
	// What a page does when its size changes, it does between two frames.
	_, err = Eval[bool](t, "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))")
	return err
}

// Scripts turns the scripts of pages that are opened from now on off or on.
// [Eval] works all the same.
func (t *Tab) Scripts(on bool) error {
	return t.do(call(emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: !on}))
}

// bypassCSP lifts the page's security policy, so that axe-core may do its work.
func (t *Tab) bypassCSP() error {
	return t.do(call(page.SetBypassCSP, page.SetBypassCSPParams{Enabled: true}))
}

// Eval returns the value of a JavaScript expression, a promise's too.
func Eval[T any](t *Tab, expression string) (T, error) {
	ctx, cancel := context.WithTimeout(t.ctx, patience)
	defer cancel()
	return chromedp.Run(ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
}

// Wait waits until a JavaScript expression is true.
func (t *Tab) Wait(expression string) error {
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		if ok, err := Eval[bool](t, expression); err == nil && ok {
			return nil
		}
	}
	return fmt.Errorf("not true within %s: %s", patience, expression)
}

// call makes an action of a command whose result does not matter.
func call[P, R any](cmd cdp.Command[P, R], params P) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		_, err := cdp.Call(ctx, target, cmd, params)
		return err
	})
}

// unique returns the different strings of list in order.
func unique(list []string) []string {
	list = slices.Clone(list)
	slices.Sort(list)
	return slices.Compact(list)
}
