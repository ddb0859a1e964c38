package check

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"net"
	"net/http"
	"net/url"
	"strconv"
	"sync"
	"sync/atomic"
	"time"
)

// outcome is what is known of a page of another site.
type outcome string

const (
	fine    outcome = "fine" // or behind a login: it is there
	gone    outcome = "gone"
	moved   outcome = "moved"
	silent  outcome = "silent"  // no answer now
	nowhere outcome = "nowhere" // no such site
	unsafe  outcome = "unsafe"  // its certificate is wrong
)

// answer is what a site said of one address.
type answer struct {
	Outcome outcome   `json:"outcome"`
	To      string    `json:"to,omitempty"` // where it has moved to
	At      time.Time `json:"at"`
}

// asker asks other sites. It is polite: each site gets one question at a time, with a
// pause behind it.
type asker struct {
	client *http.Client
	cache  *answers
	// pause is the time between two questions to one site, wait the time before the
	// second try; before the third it is twice as long.
	pause, wait time.Duration
	sites       int // how many are asked at the same time
}

// How often an address is asked for, how long an answer may take, and how long a site
// may make us wait.
const (
	tries       = 3
	answerTime  = 15 * time.Second
	longestWait = 30 * time.Second
)

// userAgent tells the sites' administrators who asks.
const userAgent = "Mozilla/5.0 (compatible; vaandel-check; looks whether links still work)"

// newAsker returns an asker that remembers answers in a folder, for some days; with ""
// it remembers none.
func newAsker(folder string, days int) *asker {
	return &asker{
		client: &http.Client{Timeout: answerTime},
		cache:  readAnswers(folder, time.Duration(days)*24*time.Hour),
		pause:  time.Second, wait: 2 * time.Second, sites: 8,
	}
}

// all asks for all addresses: the sites at the same time, each site's pages one after
// the other. Once ctx ends no more are asked for; of those nothing is known, which is
// fine.
func (a *asker) all(ctx context.Context, addresses []string, told func(done, total int)) []answer {
	if told == nil {
		told = func(int, int) {}
	}
	bySite := map[string][]int{}
	var sites []string
	for i, address := range addresses {
		host := ""
		if u, err := url.Parse(address); err == nil {
			host = u.Host
		}
		if bySite[host] == nil {
			sites = append(sites, host)
		}
		bySite[host] = append(bySite[host], i)
	}
	found := make([]answer, len(addresses))
	var done atomic.Int64
	queue := make(chan string)
	var wg sync.WaitGroup
	for range min(a.sites, len(sites)) {
		wg.Go(func() {
			for site := range queue {
				asked := false
				for _, i := range bySite[site] {
					if known, ok := a.cache.get(addresses[i]); ok {
						found[i] = known
					} else {
						if asked {
							sleep(ctx, a.pause)
						}
						found[i], asked = a.one(ctx, addresses[i]), true
					}
					told(int(done.Add(1)), len(addresses))
				}
			}
		})
	}
	for _, site := range sites {
		queue <- site
	}
	close(queue)
	wg.Wait()
	a.cache.save()
	return found
}

// one asks for one address, until there is an answer.
func (a *asker) one(ctx context.Context, address string) answer {
	var got answer
	for try := range tries {
		if try > 0 {
			sleep(ctx, a.wait<<(try-1))
		}
		if ctx.Err() != nil {
			return answer{Outcome: fine}
		}
		var again time.Duration
		got, again = a.look(ctx, address)
		if got.Outcome != silent {
			break
		}
		if try+1 < tries {
			sleep(ctx, min(again, longestWait))
		}
	}
	if ctx.Err() != nil {
		return answer{Outcome: fine}
	}
	got.At = time.Now().UTC()
	a.cache.put(address, got)
	return got
}

// look asks for the head of a page, and where that is refused for the page: some sites
// don't know the first. again is how long the site wants us to wait.
func (a *asker) look(ctx context.Context, address string) (got answer, again time.Duration) {
	got, status, again := a.ask(ctx, http.MethodHead, address)
	if status < 400 {
		return got, again
	}
	got, _, again = a.ask(ctx, http.MethodGet, address)
	return got, again
}

// ask makes one request, and follows where it leads.
func (a *asker) ask(ctx context.Context, method, address string) (got answer, status int, again time.Duration) {
	request, err := http.NewRequestWithContext(ctx, method, address, nil)
	if err != nil {
		return answer{Outcome: fine}, 0, 0 // no address that a browser could open either
	}
	request.Header.Set("User-Agent", userAgent)
	request.Header.Set("Accept", "*/*")
	forGood := true
	client := *a.client
	client.CheckRedirect = func(next *http.Request, before []*http.Request) error {
		if code := next.Response.StatusCode; code != http.StatusMovedPermanently && code != http.StatusPermanentRedirect {
			forGood = false
		}
		if len(before) >= 10 {
			return errors.New("redirects in a circle")
		}
		return nil
	}
	response, err := client.Do(request)
	if err != nil {
		return answer{Outcome: failed(err)}, 0, 0
	}
	response.Body.Close()
	status = response.StatusCode
	again = retryAfter(response.Header.Get("Retry-After"))
	final := response.Request.URL.String()
	switch {
	case status == http.StatusNotFound || status == http.StatusGone:
		got.Outcome = gone
	case status == http.StatusTooManyRequests || status >= 500 && status < 600:
		got.Outcome = silent
	case status < 400 && forGood && final != address:
		got.Outcome, got.To = moved, final
	default:
		got.Outcome = fine // also 401 and 403: who may come in sees it
	}
	return got, status, again
}

// failed tells why there was no answer.
func failed(err error) outcome {
	var name *net.DNSError
	var verify *tls.CertificateVerificationError
	var authority x509.UnknownAuthorityError
	switch {
	case errors.As(err, &name) && name.IsNotFound:
		return nowhere
	case errors.As(err, &verify), errors.As(err, &authority):
		return unsafe
	}
	return silent
}

// retryAfter reads how many seconds a site wants us to wait.
func retryAfter(header string) time.Duration {
	n, err := strconv.Atoi(header)
	if err != nil || n < 0 {
		return 0
	}
	return time.Duration(min(n, int(longestWait/time.Second))) * time.Second
}

// sleep waits, but not longer than ctx.
func sleep(ctx context.Context, d time.Duration) {
	select {
	case <-ctx.Done():
	case <-time.After(d):
	}
}
