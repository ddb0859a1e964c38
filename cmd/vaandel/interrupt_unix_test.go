//go:build unix

package main

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/coder/websocket"
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

// Ctrl+C ends a preview at once, whatever is going on in it: pages that are open,
// texts that are written, somebody who reads slowly, a picture that is being sent, and
// a build of many pages. Nothing is left of it.
func TestInterruptServe(t *testing.T) {
	dir := t.TempDir()
	content := filepath.Join(dir, "content")
	if err := os.Mkdir(content, 0o755); err != nil {
		t.Fatal(err)
	}
	page := func(i int) {
		t.Helper()
		text := fmt.Sprintf("# Pagina %d\n\n%s\n", i, strings.Repeat("Een zin met een [link](p1.md). ", 2000))
		if err := os.WriteFile(filepath.Join(content, fmt.Sprintf("p%d.md", i%400)), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for i := range 400 {
		page(i)
	}
	cmd := exec.Command("vaandel", "serve", "--open=false", "--lang", "en", "--addr", "127.0.0.1:0")
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "HOME="+dir, "XDG_CACHE_HOME="+filepath.Join(dir, ".cache"))
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { cmd.Process.Kill() })
	lines := bufio.NewScanner(out)
	lines.Scan()
	address := regexp.MustCompile(`127\.0\.0\.1:\d+`).FindString(lines.Text())
	if address == "" {
		t.Fatalf("it says %q", lines.Text())
	}
	go io.Copy(io.Discard, out)
	script, err := http.Get("http://" + address + "/_vaandel/live.js")
	if err != nil {
		t.Fatal(err)
	}
	source, err := io.ReadAll(script.Body)
	script.Body.Close()
	if err != nil {
		t.Fatal(err)
	}
	token := regexp.MustCompile(`[A-Z2-7]{26}`).FindString(string(source))
	for i := range 20 {
		channel := []string{"channel?page=/", "drafts"}[i%2]
		c, _, err := websocket.Dial(t.Context(), "ws://"+address+"/_vaandel/"+channel, nil)
		if err != nil {
			t.Fatal(err)
		}
		defer c.CloseNow()
		if channel == "drafts" {
			draft := fmt.Sprintf(`{"token":%q,"file":"p%d.md","text":"# Concept"}`, token, i)
			if err := c.Write(t.Context(), websocket.MessageText, []byte(draft)); err != nil {
				t.Fatal(err)
			}
		}
	}
	for _, slow := range []string{
		"GET /", "GET /p1.html HTTP/1.1\r\nHost: " + address + "\r\n\r\n",
		"POST /_vaandel/api/picture?near=p1.md&name=a HTTP/1.1\r\nHost: " + address + "\r\nX-Vaandel-Token: " + token + "\r\nContent-Length: 1000000\r\n\r\nx",
		"POST /_vaandel/api/save HTTP/1.1\r\nHost: " + address + "\r\nX-Vaandel-Token: " + token + "\r\nContent-Length: 1000000\r\n\r\n{",
	} {
		c, err := net.Dial("tcp", address)
		if err != nil {
			t.Fatal(err)
		}
		defer c.Close()
		if _, err := io.WriteString(c, slow); err != nil {
			t.Fatal(err)
		}
	}
	for i := range 400 {
		page(i + 400)
	}
	time.Sleep(50 * time.Millisecond) // so that it builds
	began := time.Now()
	if err := cmd.Process.Signal(syscall.SIGINT); err != nil {
		t.Fatal(err)
	}
	if err := cmd.Wait(); err != nil {
		t.Error(err)
	}
	if took := time.Since(began); took > time.Second {
		t.Errorf("it takes %v to end", took)
	}
	left, err := os.ReadDir(content)
	if err != nil || len(left) != 400 {
		t.Errorf("there are %d files in the handbook, %v", len(left), err)
	}
	if _, err := os.Stat(filepath.Join(dir, "public")); err == nil {
		t.Error("it has written the folder public")
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
