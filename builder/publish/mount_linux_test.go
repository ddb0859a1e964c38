package publish

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"
)

// The mounts of these tests live in name spaces of child processes and end with
// them.
func init() { // children of process_test.go
	children["tmpfs"] = func(dir string, _ []string) error {
		if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, "size=1m"); err != nil {
			return fmt.Errorf("%w: %w", errNoMount, err)
		}
		return onMount(dir, true)
	}
	children["bind"] = func(dir string, _ []string) error {
		other := dir + "-mounted"
		if err := os.Mkdir(other, 0o755); err != nil {
			return err
		}
		defer os.RemoveAll(other)
		if err := syscall.Mount(other, dir, "", syscall.MS_BIND, ""); err != nil {
			return fmt.Errorf("%w: %w", errNoMount, err)
		}
		return onMount(dir, false)
	}
	// The folder lies in the lower layer of a stack, as in a container: empty
	// folders there can be exchanged, this one can't.
	children["overlay"] = func(dir string, _ []string) error {
		top := filepath.Dir(dir)
		site := filepath.Join(top, "merged", "public")
		for _, d := range []string{"lower/public", "upper", "work", "merged"} {
			if err := os.MkdirAll(filepath.Join(top, d), 0o755); err != nil {
				return err
			}
		}
		if _, err := Folder(context.Background(), filepath.Join(top, "lower", "public"), generation(7).files(new(atomic.Int64)), Options{}); err != nil {
			return err
		}
		layers := fmt.Sprintf("lowerdir=%s/lower,upperdir=%s/upper,workdir=%s/work,redirect_dir=off", top, top, top)
		if err := syscall.Mount("overlay", filepath.Join(top, "merged"), "overlay", 0, layers); err != nil {
			return fmt.Errorf("%w: %w", errNoMount, err)
		}
		if err := swap(site, filepath.Join(top, "merged", "other")); err == nil {
			return errors.New("the folder can be exchanged: this tests nothing")
		}
		return onMount(site, false)
	}
}

var errNoMount = errors.New("may not mount")

// onMount publishes into a mount point, and, where it is small, more than it holds.
func onMount(dir string, small bool) error {
	before, err := os.Stat(dir)
	if err != nil {
		return err
	}
	for n := range 3 {
		if _, err := Folder(context.Background(), dir, generation(n).files(new(atomic.Int64)), Options{}); err != nil {
			return err
		}
	}
	if small {
		more := generation(3)
		for i := range 200 {
			more[fmt.Sprintf("big/%d.html", i)] = strings.Repeat("x", 10_000)
		}
		_, err := Folder(context.Background(), dir, more.files(new(atomic.Int64)), Options{})
		var which *FileError
		if !errors.Is(err, syscall.ENOSPC) || !errors.As(err, &which) {
			return fmt.Errorf("a full disk: error %w", err)
		}
	}
	if err := verify(dir); err != nil {
		return err
	}
	if text, err := os.ReadFile(filepath.Join(dir, "generation")); err != nil || string(text) != "2" {
		return fmt.Errorf("generation %s: %w", text, err)
	}
	if after, err := os.Stat(dir); err != nil || !os.SameFile(before, after) {
		return fmt.Errorf("the mount point is another folder now: %w", err)
	}
	for _, left := range []string{besideName(dir), filepath.Join(dir, insideName)} {
		if exists(left) {
			return fmt.Errorf("%s was left behind", left)
		}
	}
	return nil
}

// A mount point can't be exchanged; it is published in place. A disk that is
// full keeps the old site.
func TestMountPoint(t *testing.T) {
	for _, kind := range []string{"tmpfs", "bind", "overlay"} {
		t.Run(kind, func(t *testing.T) {
			dir := target(t)
			if err := os.Mkdir(dir, 0o755); err != nil {
				t.Fatal(err)
			}
			c := process(t, kind, dir)
			c.SysProcAttr = &syscall.SysProcAttr{Cloneflags: syscall.CLONE_NEWNS}
			if os.Getuid() != 0 {
				c.SysProcAttr.Cloneflags |= syscall.CLONE_NEWUSER
				c.SysProcAttr.UidMappings = []syscall.SysProcIDMap{{HostID: os.Getuid(), Size: 1}}
				c.SysProcAttr.GidMappings = []syscall.SysProcIDMap{{HostID: os.Getgid(), Size: 1}}
			}
			out, err := c.CombinedOutput()
			if errors.Is(err, syscall.EPERM) || strings.Contains(string(out), errNoMount.Error()) {
				t.Skipf("this system lets nobody mount: %v %s", err, out)
			}
			if err != nil {
				t.Fatalf("%v: %s", err, out)
			}
		})
	}
}
