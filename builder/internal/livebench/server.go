package main

import (
	"context"
	"fmt"
	"net/http"
	"os"
	"os/exec"
	"regexp"
	"strings"
	"sync"
	"time"

	"vaandel/builder/internal/measure"
)

// server is a program that serves a site until it is stopped.
type server struct {
	url   string        // ends in a slash
	first time.Duration // from the start until it answered with a page
	said  *said

	cmd   *exec.Cmd
	end   context.CancelFunc
	ended chan struct{} // closed when it has, with err
	err   error
}

const (
	// slowest is how long a start may take, and stopping how long it may take to end
	// when asked to, before it is killed.
	slowest  = 10 * time.Minute
	stopping = 20 * time.Second
)

// launch starts a program and waits for its first page. The context's end ends it.
func launch(ctx context.Context, env []string, name string, args ...string) (*server, error) {
	ctx, cancel := context.WithCancel(ctx)
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Env = append(os.Environ(), env...)
	cmd.WaitDelay = stopping
	cmd.Cancel = func() error {
		if err := cmd.Process.Signal(os.Interrupt); err != nil {
			return cmd.Process.Kill()
		}
		return nil
	}
	s := &server{said: newSaid(), cmd: cmd, end: cancel, ended: make(chan struct{})}
	cmd.Stdout, cmd.Stderr = s.said, s.said
	began := time.Now()
	if err := cmd.Start(); err != nil {
		cancel()
		return nil, err
	}
	go func() {
		s.err = cmd.Wait()
		close(s.ended)
	}()
	if err := s.answers(ctx); err != nil {
		s.stop()
		return nil, err
	}
	s.first = time.Since(began)
	return s, nil
}

// answers waits until the program has said where it is, and gives a page there.
func (s *server) answers(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, slowest)
	defer cancel()
	for s.url == "" {
		select {
		case s.url = <-s.said.address:
		case <-s.ended:
			return fmt.Errorf("%s: %w\n%s", s.cmd, s.err, s.said)
		case <-ctx.Done():
			return fmt.Errorf("%s: no address: %w\n%s", s.cmd, ctx.Err(), s.said)
		}
	}
	for {
		r, err := http.NewRequestWithContext(ctx, http.MethodGet, s.url, nil)
		if err != nil {
			return err
		}
		if answer, err := http.DefaultClient.Do(r); err == nil {
			answer.Body.Close()
			if answer.StatusCode == http.StatusOK {
				return nil
			}
		}
		select {
		case <-s.ended:
			return fmt.Errorf("%s: %w\n%s", s.cmd, s.err, s.said)
		case <-ctx.Done():
			return fmt.Errorf("%s: no page: %w\n%s", s.cmd, ctx.Err(), s.said)
		case <-time.After(5 * time.Millisecond):
		}
	}
}

// stop ends the program, and returns the most memory that it had. One that has ended
// by itself is an error.
func (s *server) stop() (memory int64, err error) {
	select {
	case <-s.ended:
		err = fmt.Errorf("%s ended: %v\n%s", s.cmd, s.err, s.said)
	default:
	}
	s.end()
	<-s.ended
	return measure.Peak(s.cmd.ProcessState), err
}

// said keeps what a program says, and finds the address in it.
type said struct {
	address chan string

	mu    sync.Mutex
	text  strings.Builder
	found bool
}

func newSaid() *said { return &said{address: make(chan string, 1)} }

var address = regexp.MustCompile(`http://127\.0\.0\.1:\d+/`)

func (s *said) Write(data []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.text.Write(data)
	if !s.found {
		if url := address.FindString(s.text.String()); url != "" {
			s.found = true
			s.address <- url
		}
	}
	return len(data), nil
}

// String is all that was said.
func (s *said) String() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.text.String()
}

// last is the line that was said last.
func (s *said) last() string {
	text := strings.TrimSpace(s.String())
	return text[strings.LastIndexByte(text, '\n')+1:]
}
