//go:build unix

package publish

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"time"

	"golang.org/x/sys/unix"
)

// lock keeps other builds off a folder. It is an advisory lock (flock) on the
// folder itself, which exists as long as anybody has it open: there is no lock
// file to leave behind or to remove at the wrong moment, and the system gives
// the lock back when a build is killed. On a network drive it keeps apart the
// builds of one machine.
type lock struct {
	made []string // folders created for it, the topmost first
	open []*os.File
}

// acquire makes the folder site, if need be, and locks it; it waits as long as
// ctx allows.
func acquire(ctx context.Context, site string) (*lock, error) {
	var l lock
	for gone := 0; ; {
		made, err := makeFolders(site)
		l.made = append(l.made, made...)
		// A build that failed may just have removed the folders it made.
		if err == nil {
			err = l.extend(site)
		}
		if err == nil {
			return &l, nil
		}
		if errors.Is(err, fs.ErrNotExist) {
			gone++
		}
		if gone > 50 || !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, unix.EWOULDBLOCK) {
			return nil, err
		}
		select {
		case <-ctx.Done():
			return nil, fmt.Errorf("publish: %s: waiting for another build: %w", site, context.Cause(ctx))
		case <-time.After(20 * time.Millisecond):
		}
	}
}

// extend locks folder too. The error is EWOULDBLOCK where another has the lock
// and fs.ErrNotExist where folder is gone, or is another one by now.
func (l *lock) extend(folder string) error {
	f, err := os.Open(folder)
	if err != nil {
		return err
	}
	if err := unix.Flock(int(f.Fd()), unix.LOCK_EX|unix.LOCK_NB); err != nil {
		return errors.Join(fmt.Errorf("lock %s: %w", folder, err), f.Close())
	}
	mine, err := f.Stat()
	if err != nil {
		return errors.Join(err, f.Close())
	}
	there, err := os.Stat(folder)
	if err != nil || !os.SameFile(mine, there) {
		return errors.Join(fs.ErrNotExist, f.Close())
	}
	l.open = append(l.open, f)
	return nil
}

// release gives the lock back. Where the build failed it first removes the
// folders that were made for it, as far as they are empty. Only who has the
// lock may do so: another build may be about to fill them.
func (l *lock) release(failed bool) {
	if failed {
		for _, d := range slices.Backward(l.made) {
			if os.Remove(d) != nil {
				break
			}
		}
	}
	for _, f := range l.open {
		f.Close()
	}
}
