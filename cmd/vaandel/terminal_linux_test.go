package main

import (
	"fmt"
	"io"
	"os"
	"os/exec"
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

// session is a vaandel build with a terminal as stderr, of a handbook with one
// warning. It lasts until letGo is called.
type session struct {
	dir   string
	cmd   *exec.Cmd
	ours  *os.File
	letGo func()
}

func onTerminal(t *testing.T, args ...string) *session {
	t.Helper()
	s := &session{}
	s.dir, s.letGo = held(t)
	page := "# Welkom\n\nLees [dit](nergens.md).\n"
	if err := os.WriteFile(filepath.Join(s.dir, "content", "index.md"), []byte(page), 0o644); err != nil {
		t.Fatal(err)
	}
	ours, theirs := openTerminal(t)
	s.ours, s.cmd = ours, start(t, s.dir, theirs, args...)
	theirs.Close()
	return s
}

// end lets the build come to its end and returns what came to the terminal since.
func (s *session) end(t *testing.T) string {
	t.Helper()
	s.letGo()
	told, _ := io.ReadAll(s.ours) // ends with EIO where nobody has the other end
	if err := s.cmd.Wait(); err != nil {
		t.Errorf("%v: %s", err, told)
	}
	return strings.ReplaceAll(string(told), "\r\n", "\n")
}

// A build that lasts shows on a terminal how far it is, and wipes it away.
func TestProgressOnTerminal(t *testing.T) {
	t.Parallel()
	s := onTerminal(t)
	const word = "Handboek samenstellen …\x1b[K"
	var before []byte
	for buf := make([]byte, 1024); !strings.Contains(string(before), word); {
		n, err := s.ours.Read(buf)
		if before = append(before, buf[:n]...); err != nil {
			t.Fatalf("no progress in %q", before)
		}
	}
	if strings.Contains(string(before), "\n") {
		t.Errorf("progress takes more than a line: %q", before)
	}
	told := s.end(t)
	_, after, _ := strings.Cut(told, "\r\x1b[K")
	if after == "" || strings.ContainsAny(after, "\r█") || strings.Contains(after, word) {
		t.Errorf("progress is left behind: %q", told)
	}
	if !strings.Contains(after, "\x1b[1;33mwaarschuwing\x1b[0m\n") {
		t.Errorf("no colours in %q", after)
	}
}

// One that must be quiet shows none.
func TestNoProgressOnTerminal(t *testing.T) {
	t.Parallel()
	for _, args := range [][]string{{"--quiet"}, {"--json"}} {
		t.Run(args[0], func(t *testing.T) {
			t.Parallel()
			s := onTerminal(t, args...)
			waitFor(t, filepath.Join(s.dir, ".cache", "vaandel"))
			time.Sleep(patience + patience/2)
			if told := s.end(t); strings.ContainsAny(told, "\r█") {
				t.Errorf("progress in %q", told)
			}
		})
	}
}
