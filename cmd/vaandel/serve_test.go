package main

import (
	"bytes"
	"context"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// watched passes on what is written to it, a write at a time.
type watched chan string

func (w watched) Write(p []byte) (int, error) {
	w <- string(p)
	return len(p), nil
}

// TestServe shows a handbook until it is stopped, and writes nothing.
func TestServe(t *testing.T) {
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "content"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "content", "index.md"), []byte("# Welkom\n\nHallo.\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	t.Chdir(dir)
	t.Setenv("XDG_CACHE_HOME", filepath.Join(dir, ".cache"))
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	out, done := make(watched, 16), make(chan int, 1)
	var stderr bytes.Buffer
	go func() {
		done <- run(ctx, []string{"serve", "--open=false", "--addr", "127.0.0.1:0"}, func(string) string { return "" }, out, &stderr)
	}()
	told := <-out
	address := regexp.MustCompile(`http://127\.0\.0\.1:\d+/`).FindString(told)
	if address == "" || !strings.HasPrefix(told, "Je handboek staat op ") {
		t.Fatalf("it says %q", told)
	}
	answer, err := http.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	page, err := io.ReadAll(answer.Body)
	answer.Body.Close()
	if err != nil || !strings.Contains(string(page), "Hallo.") {
		t.Errorf("the page is %q, %v", page, err)
	}
	stop()
	if code := <-done; code != exitFine || stderr.Len() > 0 {
		t.Errorf("it ends with status %d and %q", code, stderr.String())
	}
	if _, err := os.Stat("public"); !os.IsNotExist(err) {
		t.Error("it has written the folder public")
	}
}

// TestServeElsewhere tells that the port is taken, and which one it is now.
func TestServeElsewhere(t *testing.T) {
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close()
	_, port, err := net.SplitHostPort(taken.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "index.md"), []byte("# Welkom\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	t.Setenv("XDG_CACHE_HOME", filepath.Join(dir, ".cache"))
	for lang, want := range map[string]string{
		"nl": "Poort " + port + " is al in gebruik, misschien door een ander voorbeeld. Daarom nemen we poort ",
		"en": "Port " + port + " is in use already, perhaps by another preview. So we take port ",
	} {
		ctx, stop := context.WithCancel(t.Context())
		out, done := make(watched, 16), make(chan int, 1)
		go func() {
			done <- run(ctx, []string{"serve", dir, "--open=false", "--lang", lang, "--addr", taken.Addr().String()}, func(string) string { return "" }, out, io.Discard)
		}()
		told, then := <-out, <-out
		if other, ok := strings.CutPrefix(told, want); !ok || !strings.Contains(then, ":"+strings.TrimSuffix(other, ".\n")+"/") {
			t.Errorf("it says %q and %q", told, then)
		}
		stop()
		if code := <-done; code != exitFine {
			t.Errorf("it ends with status %d", code)
		}
	}
}
