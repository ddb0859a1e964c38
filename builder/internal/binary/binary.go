// Package binary builds the command for tests and benchmarks that use it the
// way people do: as a program of its own.
package binary

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
)

// Root returns the folder of the module that the working directory is in.
func Root() (string, error) {
	dir, err := os.Getwd()
	if err != nil {
		return "", err
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir, nil
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			return "", errors.New("the working directory is in no Go module")
		}
		dir = parent
	}
}

// Build builds cmd/vaandel into dir and returns the program's path. The flags are
// further ones of go build.
func Build(ctx context.Context, dir string, flags ...string) (string, error) {
	root, err := Root()
	if err != nil {
		return "", err
	}
	name := filepath.Join(dir, "vaandel")
	if runtime.GOOS == "windows" {
		name += ".exe"
	}
	// Without git's stamp: it fails where the checkout is another user's.
	args := append([]string{"build", "-buildvcs=false", "-o", name}, flags...)
	cmd := exec.CommandContext(ctx, "go", append(args, "./cmd/vaandel")...)
	cmd.Dir = root
	if err := Run(cmd); err != nil {
		return "", err
	}
	return name, nil
}

// Run runs cmd; the error of one that fails holds all that it printed.
func Run(cmd *exec.Cmd) error {
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &out
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("%s: %w\n%s", cmd, err, &out)
	}
	return nil
}
