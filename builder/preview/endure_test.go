package preview

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/coder/websocket"

	"vaandel/builder"
	"vaandel/builder/editor"
)

// soak is how long TestSoak lasts. For an hour: go test -run TestSoak -timeout 2h -soak 1h
var soak = flag.Duration("soak", 20*time.Second, "how long to write in a preview that must not grow")

// TestManyBrowsers has fifty browsers that come, hear of an edit and go: some say so,
// some don't. Nothing of them is left behind.
func TestManyBrowsers(t *testing.T) {
	const browsers = 50
	dir := smallHandbook(t)
	s := running(t, dir, false)
	before := runtime.NumGoroutine()
	for round := range 4 {
		all := make([]*websocket.Conn, browsers)
		for i := range all {
			c, err := dial(s, channelAddress+"?page=/")
			if err != nil {
				t.Fatal(err)
			}
			defer c.CloseNow()
			all[i] = c
		}
		text := fmt.Sprintf("Welkom %d", round)
		write(t, filepath.Join(dir, "index.md"), "# "+text+"\n")
		errs := make(chan error, browsers)
		for i, c := range all {
			go func() {
				err := hearsOf(c, "index.html")
				if i%2 == 0 {
					c.CloseNow()
				} else {
					c.Close(websocket.StatusNormalClosure, "")
				}
				errs <- err
			}()
		}
		for range all {
			if err := <-errs; err != nil {
				t.Fatal(err)
			}
		}
		if _, page := get(t, s, ""); !strings.Contains(string(page), text) {
			t.Errorf("round %d: all have heard of a page that is not there", round)
		}
	}
	settles(t, before)
}

// hearsOf reads from a channel until a page is told to be another.
func hearsOf(c *websocket.Conn, page string) error {
	for {
		m, err := hear(c)
		if err != nil || slices.Contains(m.Changed, page) {
			return err
		}
	}
}

// settles waits until there are no more goroutines than before.
func settles(t *testing.T, before int) {
	t.Helper()
	http.DefaultClient.CloseIdleConnections()
	for began := time.Now(); runtime.NumGoroutine() > before; time.Sleep(20 * time.Millisecond) {
		if time.Since(began) > patience {
			stacks := make([]byte, 1<<20)
			t.Fatalf("%d goroutines are left, of %d before:\n%s", runtime.NumGoroutine(), before, stacks[:runtime.Stack(stacks, true)])
		}
	}
}

// TestSoak is a long day: tabs that come and go, people who write in them, files that
// change on disk. After each third all rest for a moment, and the preview must hold no
// more than after the first; in the end nothing of it may be left.
func TestSoak(t *testing.T) {
	before := runtime.NumGoroutine()
	dir := smallHandbook(t)
	for i := range 40 {
		write(t, day(dir, i), fmt.Sprintf("# Pagina %d\n\n%s\n", i, strings.Repeat("Een zin met een [link](../index.md). ", 40)))
	}
	var builds atomic.Int64
	s, stop := started(t, Options{Build: builder.Options{Content: dir}, Built: func(Build) { builds.Add(1) }})
	var held [3]rest
	for third := range held {
		busy(t, s, dir, *soak/3)
		comes(t, s, dir, "at rest")
		held[third] = resting()
		t.Logf("after %v: %d builds, %s", *soak/3*time.Duration(third+1), builds.Load(), held[third])
	}
	// What one page more or less takes is within this, and a leak of an hour is not.
	if first, last := held[0], held[2]; last.heap > first.heap*5/4+4<<20 || last.goroutines > first.goroutines+5 {
		t.Errorf("it grows: %s after a third, %s in the end", first, last)
	}
	stop()
	settles(t, before)
}

// day is the path of one of the pages that are written in a long day.
func day(dir string, i int) string { return filepath.Join(dir, "dag", fmt.Sprintf("p%d.md", i)) }

// rest is what a process holds when nothing happens in it.
type rest struct {
	heap       uint64
	goroutines int
}

func (r rest) String() string {
	return fmt.Sprintf("%.1f MB, %d goroutines", float64(r.heap)/(1<<20), r.goroutines)
}

// resting measures once what was closed is gone.
func resting() rest {
	http.DefaultClient.CloseIdleConnections()
	least := rest{heap: 1 << 62, goroutines: 1 << 30}
	for range 10 {
		time.Sleep(100 * time.Millisecond)
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		least = rest{min(least.heap, m.HeapAlloc), min(least.goroutines, runtime.NumGoroutine())}
	}
	return least
}

// busy lets tabs, writers and a disk do their work for a time.
func busy(t *testing.T, s *Server, dir string, long time.Duration) {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), long)
	defer cancel()
	var all sync.WaitGroup
	work := func(do func(context.Context) error) {
		all.Go(func() {
			for ctx.Err() == nil {
				if err := do(ctx); err != nil && ctx.Err() == nil {
					t.Error(err)
					return
				}
			}
		})
	}
	for range 12 {
		work(func(ctx context.Context) error { return tab(ctx, s) })
	}
	for range 3 {
		work(func(ctx context.Context) error { return writes(ctx, s) })
	}
	work(func(context.Context) error {
		time.Sleep(time.Duration(20+rand.IntN(200)) * time.Millisecond)
		write(t, day(dir, rand.IntN(40)), fmt.Sprintf("# Pagina %d\n\nTekst %d.\n", rand.IntN(40), rand.IntN(1000)))
		return nil
	})
	all.Wait()
}

// tab is a page that is open for a while: it asks for what it hears has changed.
func tab(ctx context.Context, s *Server) error {
	page := fmt.Sprintf("dag/p%d.html", rand.IntN(40))
	c, err := dial(s, channelAddress+"?page=/"+page)
	if err != nil {
		return err
	}
	defer c.CloseNow()
	ctx, cancel := context.WithTimeout(ctx, time.Duration(rand.IntN(3000))*time.Millisecond)
	defer cancel()
	for {
		_, data, err := c.Read(ctx)
		if err != nil {
			if ctx.Err() != nil {
				return nil // it has been closed
			}
			return err
		}
		var m wire
		if err := json.Unmarshal(data, &m); err != nil {
			return err
		}
		for _, path := range []string{page, linesFolder[1:] + page, changedFolder[1:] + page, slowFolder + "start.js"} {
			r, err := http.Get(s.URL() + path)
			if err != nil {
				return err
			}
			_, err = io.Copy(io.Discard, r.Body)
			r.Body.Close()
			if err != nil || r.StatusCode != http.StatusOK {
				return errors.Join(err, fmt.Errorf("%s has status %d", path, r.StatusCode))
			}
		}
	}
}

// writes is somebody who writes a page in the browser, sentence by sentence, and may
// save it.
func writes(ctx context.Context, s *Server) error {
	c, err := dial(s, draftsAddress)
	if err != nil {
		return err
	}
	defer c.CloseNow()
	file := fmt.Sprintf("dag/p%d.md", rand.IntN(40))
	text := "# Concept\n\n"
	for range 1 + rand.IntN(20) {
		text += fmt.Sprintf("Zin %d. ", rand.IntN(1000))
		in, err := json.Marshal(map[string]string{"token": s.settings.Token, "file": file, "text": text})
		if err != nil {
			return err
		}
		if err := c.Write(ctx, websocket.MessageText, in); err != nil {
			return err
		}
		time.Sleep(time.Duration(rand.IntN(100)) * time.Millisecond)
	}
	if rand.IntN(2) == 0 {
		return nil // the tab is closed, and its text is gone
	}
	was, err := s.editor.Read(file)
	if err != nil {
		return err
	}
	var since *editor.ConflictError
	if _, err := s.editor.Save(file, was.Version, text); err != nil && !errors.As(err, &since) {
		return err
	}
	return nil
}
