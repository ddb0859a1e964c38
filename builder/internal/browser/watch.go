package browser

import (
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// Watch runs a script in every page that is opened from now on, before those of the
// page itself and whatever its security policy says. What the script passes to the
// function with this name, told gets at once; it must not wait for anything.
func (t *Tab) Watch(script, name string, told func(text string)) error {
	err := chromedp.Listen(t.ctx, func(ev any) {
		if call, ok := ev.(*runtime.EventBindingCalled); ok && call.Name == name {
			told(call.Payload)
		}
	})
	if err != nil {
		return err
	}
	return t.do(
		call(runtime.AddBinding, runtime.AddBindingParams{Name: name}),
		call(page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: script}),
	)
}
