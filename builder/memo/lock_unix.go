//go:build unix

package memo

import (
	"os"

	"golang.org/x/sys/unix"
)

// lockFile opens path and locks it for this process alone, or fails at once.
// The lock ends with the process or when the file is closed.
func lockFile(path string) (*os.File, error) {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, err
	}
	if err := unix.Flock(int(f.Fd()), unix.LOCK_EX|unix.LOCK_NB); err != nil {
		f.Close()
		return nil, err
	}
	return f, nil
}
