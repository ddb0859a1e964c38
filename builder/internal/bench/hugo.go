package main

import (
	"embed"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"vaandel/builder/internal/generate"
	"vaandel/builder/internal/measure"
)

//go:embed all:hugo
var hugoSite embed.FS

// prepareHugo writes Hugo's folder, or says that Hugo is missing.
func (b *bench) prepareHugo() error {
	program, err := exec.LookPath("hugo")
	if err != nil {
		fmt.Fprintln(b.out, "hugo: skipped, it is not installed (apt-get install hugo)")
		return nil
	}
	version, err := exec.CommandContext(b.ctx, program, "version").Output()
	if err != nil {
		return err
	}
	fmt.Fprint(b.out, string(version))
	b.hugo, b.site = program, filepath.Join(b.scratch, "hugo")
	return writeHugo(b.site, b.pages)
}

// writeHugo writes a site of so many pages for Hugo.
func writeHugo(dir string, pages int) error {
	site, err := fs.Sub(hugoSite, "hugo")
	if err != nil {
		return err
	}
	if err := os.CopyFS(dir, site); err != nil {
		return err
	}
	_, _, err = fill(filepath.Join(dir, "content"), generate.Options{Pages: pages, Seed: seed, Index: "_index.md"})
	return err
}

func (b *bench) hugoPlain(round int) error {
	s, err := b.runHugo(fmt.Sprintf("hugo-plain-%d", round))
	b.plain = append(b.plain, s)
	return err
}

func (b *bench) hugoMinify(round int) error {
	s, err := b.runHugo(fmt.Sprintf("hugo-minify-%d", round), "--minify")
	b.mini = append(b.mini, s)
	return err
}

// runHugo builds Hugo's site into a new folder with an empty cache.
func (b *bench) runHugo(name string, args ...string) (measure.Sample, error) {
	place := filepath.Join(b.scratch, name)
	s, said, err := measure.Take(b.ctx, nil, b.hugo, append([]string{
		"--source", b.site, "--destination", filepath.Join(place, "public"),
		"--cacheDir", filepath.Join(place, "cache"),
	}, args...)...)
	if err == nil && strings.Contains(said, "ERROR") {
		err = fmt.Errorf("hugo complains:\n%s", said)
	}
	return s, err
}
