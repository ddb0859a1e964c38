package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// openTerminal returns both ends of a terminal of 80 columns.
func openTerminal(t *testing.T) (ours, theirs *os.File) {
	t.Helper()
	ours, err := os.OpenFile("/dev/ptmx", os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { ours.Close() })
	fd := int(ours.Fd())
	if err := unix.IoctlSetPointerInt(fd, unix.TIOCSPTLCK, 0); err != nil {
		t.Fatal(err)
	}
	n, err := unix.IoctlGetInt(fd, unix.TIOCGPTN)
	if err != nil {
		t.Fatal(err)
	}
	if err := unix.IoctlSetWinsize(fd, unix.TIOCSWINSZ, &unix.Winsize{Row: 24, Col: 80}); err != nil {
		t.Fatal(err)
	}
	theirs, err = os.OpenFile(fmt.Sprintf("/dev/pts/%d", n), os.O_RDWR|unix.O_NOCTTY, 0)
	if err != nil {
		t.Fatal(err)
	}
	return ours, theirs
}

// onTerminal runs vaandel build in dir with a terminal as stderr and returns
// what came there. The output folder is held for a while.
func onTerminal(t *testing.T, hold time.Duration, args ...string) string {
	t.Helper()
	dir, letGo := held(t)
	page := "# Welkom\n\nLees [dit](nergens.md).\n"
	if err := os.WriteFile(filepath.Join(dir, "content", "index.md"), []byte(page), 0o644); err != nil {
		t.Fatal(err)
	}
	ours, theirs := openTerminal(t)
	cmd := start(t, dir, theirs, args...)
	theirs.Close()
	time.AfterFunc(hold, letGo)
	told, _ := io.ReadAll(ours) // ends with EIO where nobody has the other end
	if err := cmd.Wait(); err != nil {
		t.Errorf("%v: %s", err, told)
	}
	return strings.ReplaceAll(string(told), "\r\n", "\n")
}

// A build that lasts shows on a terminal how far it is, and wipes it away.
func TestProgressOnTerminal(t *testing.T) {
	t.Parallel()
	told := onTerminal(t, patience+2*time.Second)
	if !strings.Contains(told, "\rSite schrijven") && !strings.Contains(told, "\rPagina's lezen") {
		t.Errorf("no progress in %q", told)
	}
	_, after, _ := strings.Cut(told, "\r\x1b[K")
	if after == "" || strings.ContainsAny(after, "\r█") {
		t.Errorf("progress is left behind: %q", told)
	}
	if !strings.Contains(after, "\x1b[1;33mwaarschuwing\x1b[0m\n") {
		t.Errorf("no colours in %q", after)
	}
}

// One that is over at once, or that must be quiet, shows none.
func TestNoProgressOnTerminal(t *testing.T) {
	t.Parallel()
	for _, args := range [][]string{{"--quiet"}, {"--json"}} {
		t.Run(args[0], func(t *testing.T) {
			t.Parallel()
			if told := onTerminal(t, patience+time.Second, args...); strings.ContainsAny(told, "\r█") {
				t.Errorf("progress in %q", told)
			}
		})
	}
}
