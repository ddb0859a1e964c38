package publish

import (
	"errors"
	"os"
	"time"

	"golang.org/x/sys/windows"
)

// swap would exchange two folders in one step: Windows can't.
func swap(_, _ string) error { return errors.ErrUnsupported }

// flushAll does nothing: see "After a crash" in the package comment.
func flushAll(string) error { return nil }

// inherit serves exchanging folders: not here.
func inherit(_, _ string) error { return errors.ErrUnsupported }

// rename moves a file, over another one if need be. While somebody reads that
// one, or a virus scanner looks at the new one, the system refuses: rename then
// tries again for two seconds.
func rename(from, to string) error {
	for try := 0; ; try++ {
		err := os.Rename(from, to)
		busy := errors.Is(err, windows.ERROR_SHARING_VIOLATION) || errors.Is(err, windows.ERROR_ACCESS_DENIED)
		if !busy || try == 100 {
			return err
		}
		time.Sleep(20 * time.Millisecond)
	}
}
