package browser

import (
	"context"
	"errors"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/performance"
	"github.com/chromedp/chromedp"
)

// Uncached makes the tab fetch each file anew.
func (t *Tab) Uncached() error {
	return t.do(call(network.SetCacheDisabled, network.SetCacheDisabledParams{CacheDisabled: true}))
}

// Clock lets [Tab.Busy] count. It counts the time of the processor and not that
// of the wall, so that other programs matter less.
func (t *Tab) Clock() error {
	return t.do(call(performance.Enable, performance.EnableParams{TimeDomain: performance.EnableTimeDomainThreadTicks}))
}

// Busy returns how long the page has been at work since it was opened: its
// scripts, its layout, its drawing as far as the page itself does that.
func (t *Tab) Busy() (time.Duration, error) {
	ctx, cancel := context.WithTimeout(t.ctx, patience)
	defer cancel()
	metrics, err := chromedp.Run(ctx, func(ctx context.Context, target *chromedp.Target) (float64, error) {
		r, err := cdp.Call(ctx, target, performance.GetMetrics, cdp.Empty{})
		if err != nil {
			return 0, err
		}
		for _, m := range r.Metrics {
			if m.Name == "TaskDuration" {
				return m.Value, nil
			}
		}
		return 0, errors.New("the browser does not tell how long it was busy")
	})
	return time.Duration(metrics * float64(time.Second)), err
}
