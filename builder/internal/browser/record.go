package browser

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
)

// record collects what a tab does while a page loads and is used.
type record struct {
	allowed []string

	mu     sync.Mutex
	faults []string
	asked  []string
	open   map[network.RequestID]request
	last   time.Time // of the last thing that happened on the network
}

// request is one that is under way.
type request struct {
	url string
	// loader is the load of the page that asked.
	loader cdp.LoaderID
}

// reset forgets the page before.
func (r *record) reset() {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.faults, r.asked, r.last = nil, nil, time.Now()
	clear(r.open)
}

// event takes one event of the tab.
func (r *record) event(ev any) {
	r.mu.Lock()
	defer r.mu.Unlock()
	switch ev := ev.(type) {
	case *network.EventRequestWillBeSent:
		r.request(ev)
	case *network.EventResponseReceived:
		if ev.Response.Status >= 400 {
			r.fault("status %d: %s", ev.Response.Status, ev.Response.URL)
		}
	case *network.EventLoadingFinished:
		r.done(ev.RequestID)
	case *network.EventLoadingFailed:
		// Leaving a page cancels what it was still loading: nobody's fault.
		if !ev.Canceled {
			r.fault("failed: %s: %s %s", r.open[ev.RequestID].url, ev.ErrorText, ev.BlockedReason)
		}
		r.done(ev.RequestID)
	case *page.EventFrameNavigated:
		r.left(ev.Frame)
	case *log.EventEntryAdded:
		r.fault("%s %s: %s (%s:%d)", ev.Entry.Source, ev.Entry.Level, ev.Entry.Text, ev.Entry.URL, ev.Entry.LineNumber)
	case *runtime.EventConsoleAPICalled:
		r.fault("console.%s: %s", ev.Type, words(ev.Args))
	case *runtime.EventExceptionThrown:
		r.fault("exception: %s", exception(ev.ExceptionDetails))
	}
}

// request notes that a page asks for an address.
func (r *record) request(ev *network.EventRequestWillBeSent) {
	url := ev.Request.URL
	if strings.HasPrefix(url, "data:") {
		return // stands in the page itself
	}
	r.open[ev.RequestID], r.last = request{url, ev.LoaderID}, time.Now()
	r.asked = append(r.asked, url)
	ours := func(prefix string) bool { return strings.HasPrefix(url, prefix) }
	if len(r.allowed) > 0 && !slices.ContainsFunc(r.allowed, ours) {
		r.fault("request to elsewhere: %s", url)
	}
}

// done notes that a request has ended.
func (r *record) done(id network.RequestID) {
	delete(r.open, id)
	r.last = time.Now()
}

// left drops what the page before was still loading: not every request tells
// that it was given up.
func (r *record) left(frame *cdp.Frame) {
	if frame.ParentID != "" {
		return
	}
	for id, q := range r.open {
		if q.loader != frame.LoaderID {
			delete(r.open, id)
		}
	}
}

func (r *record) fault(format string, args ...any) {
	r.faults = append(r.faults, fmt.Sprintf(format, args...))
}

// quietFor tells whether nothing has been under way for d.
func (r *record) quietFor(d time.Duration) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	return len(r.open) == 0 && time.Since(r.last) >= d
}

// waiting returns the addresses of the requests under way.
func (r *record) waiting() []string {
	r.mu.Lock()
	defer r.mu.Unlock()
	var urls []string
	for _, q := range r.open {
		urls = append(urls, q.url)
	}
	return unique(urls)
}

func (r *record) list() []string {
	r.mu.Lock()
	defer r.mu.Unlock()
	return unique(r.faults)
}

func (r *record) requests() []string {
	r.mu.Lock()
	defer r.mu.Unlock()
	return slices.Clone(r.asked)
}

// words returns what a console message says.
func words(args []*runtime.RemoteObject) string {
	var b strings.Builder
	for _, a := range args {
		text := a.Description
		if text == "" {
			text = string(a.Value)
		}
		b.WriteString(text + " ")
	}
	return b.String()
}

// exception returns what an uncaught exception says and where it came from.
func exception(d *runtime.ExceptionDetails) string {
	text := d.Text
	if d.Exception != nil {
		text += " " + d.Exception.Description
	}
	return fmt.Sprintf("%s (%s:%d)", text, d.URL, d.LineNumber+1)
}
