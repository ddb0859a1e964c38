package main

import (
	"fmt"
	"path/filepath"
	"strings"

	"vaandel/builder/internal/hugo"
	"vaandel/builder/internal/measure"
)

// prepareHugo writes Hugo's folder, where there is Hugo.
func (b *bench) prepareHugo() error {
	var err error
	if b.hugo, err = hugo.Find(b.ctx, b.out); b.hugo == "" || err != nil {
		return err
	}
	b.site = filepath.Join(b.scratch, "hugo")
	_, err = hugo.Write(b.site, b.pages, seed)
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
