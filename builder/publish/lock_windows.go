package publish

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"

	"golang.org/x/sys/windows"
)

// lock keeps other builds off a folder. It is a file in the folder, opened so
// that nobody else can open it, and so that the system removes it when it is
// closed, by a killed build too.
type lock struct {
	made []string // folders created for it, the topmost first
	file windows.Handle
}

// acquire makes the folder site, if need be, and locks it; it waits as long as
// ctx allows.
func acquire(ctx context.Context, site string) (*lock, error) {
	var l lock
	name, err := windows.UTF16PtrFromString(filepath.Join(site, lockName))
	if err != nil {
		return nil, err
	}
	for passing := 0; ; {
		made, err := makeFolders(site)
		l.made = append(l.made, made...)
		if err == nil {
			l.file, err = windows.CreateFile(name, windows.GENERIC_WRITE|windows.DELETE, 0, nil,
				windows.OPEN_ALWAYS, windows.FILE_ATTRIBUTE_HIDDEN|windows.FILE_FLAG_DELETE_ON_CLOSE, 0)
		}
		if err == nil {
			return &l, nil
		}
		// For a moment, a file that is just being removed denies access, and a
		// folder that a failed build removes is gone.
		if errors.Is(err, windows.ERROR_ACCESS_DENIED) || errors.Is(err, fs.ErrNotExist) {
			passing++
		}
		busy := errors.Is(err, windows.ERROR_SHARING_VIOLATION)
		if !busy && (passing == 0 || passing > 50) {
			return nil, fmt.Errorf("lock %s: %w", site, err)
		}
		select {
		case <-ctx.Done():
			return nil, fmt.Errorf("publish: %s: waiting for another build: %w", site, context.Cause(ctx))
		case <-time.After(20 * time.Millisecond):
		}
	}
}

// extend would lock a second folder, for an exchange; there is none here.
func (l *lock) extend(string) error { return errNoExchange }

// release gives the lock back. Where the build failed it also removes the
// folders that were made for it, as far as they are empty.
func (l *lock) release(failed bool) {
	windows.CloseHandle(l.file)
	if !failed {
		return
	}
	for _, d := range slices.Backward(l.made) {
		if os.Remove(d) != nil {
			break
		}
	}
}
