//go:build unix

package main

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

// held makes a small handbook whose output folder another build is writing to,
// as the lock on it says, so that a build of it lasts until let go.
func held(t *testing.T) (dir string, letGo func()) {
	t.Helper()
	dir = t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "content"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "content", "index.md"), []byte("# Welkom\n\nDag.\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(filepath.Join(dir, "public"), 0o755); err != nil {
		t.Fatal(err)
	}
	lock, err := os.Open(filepath.Join(dir, "public"))
	if err != nil {
		t.Fatal(err)
	}
	letGo = sync.OnceFunc(func() { lock.Close() })
	t.Cleanup(letGo)
	if err := syscall.Flock(int(lock.Fd()), syscall.LOCK_EX); err != nil {
		t.Fatal(err)
	}
	return dir, letGo
}

// start runs vaandel build in dir.
func start(t *testing.T, dir string, stderr *os.File, args ...string) *exec.Cmd {
	t.Helper()
	cmd := exec.Command("vaandel", append([]string{"build"}, args...)...)
	cmd.Dir, cmd.Stderr = dir, stderr
	cmd.Env = append(os.Environ(), "LC_ALL=nl", "TERM=xterm", "NO_COLOR=", "HOME="+dir, "XDG_CACHE_HOME="+filepath.Join(dir, ".cache"))
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { cmd.Process.Kill() })
	return cmd
}

// waitFor waits until something at path exists.
func waitFor(t *testing.T, path string) {
	t.Helper()
	for range 3000 {
		if _, err := os.Stat(path); err == nil {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Fatalf("%s never came", path)
}

// Ctrl+C ends a build with status 130, calmly, and without a trace in public.
func TestInterrupt(t *testing.T) {
	for _, sig := range []syscall.Signal{syscall.SIGINT, syscall.SIGTERM} {
		t.Run(sig.String(), func(t *testing.T) {
			dir, _ := held(t)
			out, err := os.Create(filepath.Join(dir, "stderr"))
			if err != nil {
				t.Fatal(err)
			}
			defer out.Close()
			cmd := start(t, dir, out)
			waitFor(t, filepath.Join(dir, ".cache", "vaandel")) // by then it listens to signals
			if err := cmd.Process.Signal(sig); err != nil {
				t.Fatal(err)
			}
			cmd.Wait()
			if code := cmd.ProcessState.ExitCode(); code != exitInterrupted {
				t.Errorf("status %d", code)
			}
			told, err := os.ReadFile(out.Name())
			if err != nil {
				t.Fatal(err)
			}
			if want := interrupted.NL + "\n"; string(told) != want {
				t.Errorf("it said %q", told)
			}
			if left, err := os.ReadDir(filepath.Join(dir, "public")); err != nil || len(left) > 0 {
				t.Errorf("public holds %v, %v", left, err)
			}
		})
	}
}

// A build that was cancelled before it began reads and writes nothing; so does
// init.
func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	dir, _ := held(t)
	t.Chdir(dir)
	t.Setenv("XDG_CACHE_HOME", filepath.Join(dir, ".cache"))
	for args, file := range map[string]string{
		"build --out site":        "site",
		"build --out site --json": "site",
		"init handboek":           "handboek",
		"new page Hallo":          "content/hallo.md",
	} {
		var stdout, stderr bytes.Buffer
		if code := run(ctx, strings.Fields(args), os.Getenv, &stdout, &stderr); code != exitInterrupted {
			t.Errorf("%s: status %d\n%s%s", args, code, &stdout, &stderr)
		}
		if _, err := os.Stat(file); err == nil {
			t.Errorf("%s made %s", args, file)
		}
	}
}
