package preview

import (
	"context"
	"hash/fnv"
	"io/fs"
	"os"
	"path/filepath"
	"sync/atomic"
	"time"

	"github.com/fsnotify/fsnotify"
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

// watch tells when something below the folders may have changed, until the context
// is done. What it was, the next build finds out.
func watch(ctx context.Context, folders []string, poll bool) <-chan struct{} {
	changed := make(chan struct{}, 1)
	var seen atomic.Uint64
	seen.Store(fingerprint(folders))
	tell := func() {
		select {
		case changed <- struct{}{}:
		default: // the build to come sees this too
		}
	}
	every := pollEvery
	if !poll {
		if w, err := fsnotify.NewWatcher(); err == nil {
			// As many folders as the system will watch; the rest is looked at.
			if whole := addAll(w, folders...); whole {
				every = lookAgain
			}
			go follow(ctx, w, folders, func() {
				// Beside the build, which looks at the same moment: it is not told twice.
				go func() { seen.Store(fingerprint(folders)) }()
				tell()
			})
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
				if now := fingerprint(folders); seen.Swap(now) != now {
					tell()
				}
			}
		}
	}()
	return changed
}

// follow passes on what the system tells. New folders are watched too, and looked
// into, as what came in before that was told of by nobody.
func follow(ctx context.Context, w *fsnotify.Watcher, folders []string, tell func()) {
	defer w.Close()
	timer := time.NewTimer(time.Hour)
	defer timer.Stop()
	var first time.Time
	for {
		select {
		case <-ctx.Done():
			return
		case e, open := <-w.Events:
			if !open {
				return
			}
			if e.Has(fsnotify.Create) {
				addAll(w, e.Name)
			}
			if e.Op == fsnotify.Chmod {
				continue
			}
		case _, open := <-w.Errors:
			if !open {
				return
			}
			addAll(w, folders...) // some were lost
		case <-timer.C:
			if !first.IsZero() {
				first = time.Time{}
				tell()
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
			if err != nil || !d.IsDir() {
				return nil
			}
			whole = w.Add(path) == nil && whole
			return nil
		})
	}
	return whole
}

// fingerprint is a hash of the names, sizes and times of all files.
func fingerprint(folders []string) uint64 {
	h := fnv.New64a()
	for _, folder := range folders {
		filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
			if err != nil {
				return nil
			}
			info, err := os.Stat(path)
			if err != nil {
				return nil
			}
			h.Write([]byte(path))
			h.Write([]byte(info.ModTime().Format(time.RFC3339Nano)))
			h.Write([]byte{0, byte(info.Size()), byte(info.Size() >> 8), byte(info.Size() >> 16), byte(info.Size() >> 24)})
			return nil
		})
	}
	return h.Sum64()
}
