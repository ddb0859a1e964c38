// Package hugo makes a site for Hugo that shows what ours shows, for the
// benchmarks that measure the two side by side.
package hugo

import (
	"context"
	"embed"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"

	"vaandel/builder/internal/generate"
)

//go:embed all:site
var site embed.FS

// Find returns the program, "" where there is none, and tells on out which it is.
func Find(ctx context.Context, out io.Writer) (string, error) {
	program, err := exec.LookPath("hugo")
	if err != nil {
		fmt.Fprintln(out, "hugo: skipped, it is not installed (apt-get install hugo)")
		return "", nil
	}
	version, err := exec.CommandContext(ctx, program, "version").Output()
	if err != nil {
		return "", err
	}
	_, err = out.Write(version)
	return program, err
}

// Write writes a site of so many pages below dir, and returns its folder of pages.
func Write(dir string, pages int, seed uint64) (content string, err error) {
	theme, err := fs.Sub(site, "site")
	if err != nil {
		return "", err
	}
	if err := os.CopyFS(dir, theme); err != nil {
		return "", err
	}
	book, err := generate.New(generate.Options{Pages: pages, Seed: seed, Index: "_index.md"})
	if err != nil {
		return "", err
	}
	content = filepath.Join(dir, "content")
	_, err = book.Write(content)
	return content, err
}
