package preview

import (
	"context"
	"io/fs"
	"maps"
	"path/filepath"
	"slices"
	"sync"
	"time"

	"github.com/fsnotify/fsnotify"

	"vaandel/builder/source"
)

const (
	// quiet is how long nothing must happen before it is acted on, and longest how
	// long that is waited for at most: an editor that saves in place first empties the
	// file, and what it then writes comes within a millisecond.
	quiet   = 3 * time.Millisecond
	longest = 20 * time.Millisecond
	// pollEvery is how often folders are looked at that tell nothing.
	pollEvery = 500 * time.Millisecond
	// lookAgain is how often folders are looked at that do tell: some changes, on
	// some systems, are told of by nobody.
	lookAgain = 5 * time.Second
)

// watcher tells when something below folders may have changed. What it was, the next
// build finds out: it is told where to look, and looks everywhere where that is not
// known.
type watcher struct {
	folders []string
	// changed has room for one: a build to come sees all that happens before it.
	changed chan struct{}
	// hold may hold it up before it tells of what the system told; tests use it.
	hold func()

	mu    sync.Mutex
	names map[string]bool // of files that may have changed
	all   bool            // or anything
}

// watch begins to watch folders, until the context is done. With poll it looks by
// itself all the time.
func watch(ctx context.Context, folders []string, poll bool) *watcher {
	w := newWatcher(folders)
	every := pollEvery
	looker := newLooker(folders, poll)
	if !poll {
		if system, err := fsnotify.NewWatcher(); err == nil {
			// As many folders as the system will watch; the rest is looked at.
			if whole := addAll(system, folders...); whole {
				every = lookAgain
			}
			go w.follow(ctx, system)
		}
	}
	go func() {
		ticker := time.NewTicker(every)
		defer ticker.Stop()
		for {
			select {
			case <-ctx.Done():
				return
			case <-ticker.C:
				// What the system told of is looked at once more, which costs little: in
				// the meantime something may have happened that it did not tell of.
				if looker.look(time.Now()) {
					w.tell("")
				}
			}
		}
	}()
	return w
}

func newWatcher(folders []string) *watcher {
	return &watcher{folders: folders, changed: make(chan struct{}, 1), names: map[string]bool{}, hold: func() {}}
}

// tell asks for a look at files, or at everything where a name is "".
func (w *watcher) tell(names ...string) {
	w.mu.Lock()
	for _, name := range names {
		w.names[name] = true
		w.all = w.all || name == ""
	}
	w.mu.Unlock()
	select {
	case w.changed <- struct{}{}:
	default:
	}
}

// take returns the names of the files that may have changed since the last call,
// which are not nil, and whether that may be anything.
func (w *watcher) take() (names []string, all bool) {
	w.mu.Lock()
	defer w.mu.Unlock()
	names, all = slices.AppendSeq([]string{}, maps.Keys(w.names)), w.all
	w.names, w.all = map[string]bool{}, false
	return names, all
}

// follow passes on what the system tells. New folders are watched too, and looked
// into, as what came in before that was told of by nobody.
func (w *watcher) follow(ctx context.Context, system *fsnotify.Watcher) {
	defer system.Close()
	timer := time.NewTimer(time.Hour)
	defer timer.Stop()
	var first time.Time
	names := map[string]bool{}
	for {
		select {
		case <-ctx.Done():
			return
		case e, open := <-system.Events:
			if !open {
				return
			}
			if e.Has(fsnotify.Create) {
				addAll(system, e.Name)
			}
			if e.Op == fsnotify.Chmod {
				continue
			}
			names[e.Name] = true
		case _, open := <-system.Errors:
			if !open {
				return
			}
			addAll(system, w.folders...) // some were lost
			names[""] = true
		case <-timer.C:
			if !first.IsZero() {
				first = time.Time{}
				w.hold()
				w.tell(slices.Collect(maps.Keys(names))...)
				clear(names)
			}
			continue
		}
		if first.IsZero() {
			first = time.Now()
		}
		timer.Reset(min(quiet, max(0, longest-time.Since(first))))
	}
}

// addAll watches folders and all below them, and tells whether the system took them
// all. What is no folder is watched by the folder that it is in.
func addAll(w *fsnotify.Watcher, names ...string) bool {
	whole := true
	for _, name := range names {
		filepath.WalkDir(name, func(path string, d fs.DirEntry, err error) error {
			switch {
			case err != nil || !d.IsDir():
				return nil
			case path != name && source.Ignored(d.Name()): // such as .git
				return fs.SkipDir
			}
			whole = w.Add(path) == nil && whole
			return nil
		})
	}
	return whole
}
