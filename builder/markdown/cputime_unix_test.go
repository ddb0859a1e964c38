//go:build unix

package markdown

import (
	"syscall"
	"time"
)

// cpuTime returns how long this process has computed: on a machine that does
// other things too, a clock on the wall says little.
func cpuTime() time.Duration {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
