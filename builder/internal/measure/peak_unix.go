//go:build unix

package measure

import (
	"os"
	"runtime"
	"syscall"
)

// Peak returns the most memory that a finished process and its children had,
// in bytes (getrusage(2): kilobytes on Linux, bytes on macOS). A child begins
// as a copy of this process, so it is never less than what this one has; the
// folders are therefore written page by page.
func Peak(state *os.ProcessState) int64 {
	usage, ok := state.SysUsage().(*syscall.Rusage)
	if !ok {
		return 0
	}
	if runtime.GOOS == "darwin" {
		return int64(usage.Maxrss)
	}
	return int64(usage.Maxrss) * 1024
}

// flush writes to disk what the system holds back.
func flush() { syscall.Sync() }
