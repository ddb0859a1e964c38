package theme

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"vaandel/builder/diag"
)

// maxFile bounds a file of a theme, in bytes: a folder given by mistake must not
// fill the memory.
const maxFile = 4 << 20

// file is one file of a theme.
type file struct {
	path  string
	data  []byte
	shown string // where it lies, for diagnostics
}

// at is a place in the file; line and column are 0 where unknown.
func (f file) at(line, column int) diag.Position {
	return diag.Position{File: f.shown, Line: line, Column: column}
}

// characters turns a column that counts bytes into one that counts characters,
// of a diagnostic that lies in the file.
func (f file) characters(d diag.Diagnostic) diag.Diagnostic {
	if d.Column == 0 {
		return d
	}
	line := bytes.SplitN(f.data, []byte("\n"), d.Line+1)
	if d.Line <= len(line) && d.Column-1 <= len(line[d.Line-1]) {
		d.Column = utf8.RuneCount(line[d.Line-1][:d.Column-1]) + 1
	}
	return d
}

// files are the files of all layers, laid over each other, by path. Messages
// and tokens are no part of that: they merge by word and by token, so layer 1's
// nl.yaml is kept as messages/nl.yaml@1.
type files map[string]file

// places are the files and folders that make a theme; what else lies in its
// folder (a read-me, tests, node_modules) is not ours.
var places = []string{
	"document.html", "style.css", "tokens.css", synonymsFolder,
	"styles", "layouts", "components", "shared", "messages", "assets",
}

// overlay reads all layers. The first that has a file wins.
func overlay(layers []fs.FS, names []string) (files, []diag.Diagnostic, error) {
	all, ds := files{}, []diag.Diagnostic(nil)
	for i, layer := range layers {
		name := ""
		if i < len(names) {
			name = names[i]
		}
		found, more, err := all.add(layer, i, name)
		if err != nil {
			return nil, nil, fmt.Errorf("theme %s: %w", name, err)
		}
		ds = append(ds, more...)
		if found == 0 {
			ds = append(ds, ruleEmpty.At(diag.Position{File: name}))
		}
	}
	return all, ds, nil
}

// add reads the files of one layer and returns how many it has.
func (all files) add(layer fs.FS, number int, name string) (int, []diag.Diagnostic, error) {
	found, ds := 0, []diag.Diagnostic(nil)
	for _, place := range places {
		err := fs.WalkDir(layer, place, func(p string, d fs.DirEntry, err error) error {
			switch {
			case errors.Is(err, fs.ErrNotExist) && p == place:
				return nil
			case err != nil:
				return err
			case strings.HasPrefix(d.Name(), "."):
				if d.IsDir() {
					return fs.SkipDir
				}
				return nil
			case !d.Type().IsRegular():
				return nil
			}
			found++
			f := file{path: p, shown: path.Join(name, p)}
			info, err := d.Info()
			if err != nil {
				return err
			}
			if info.Size() > maxFile {
				ds = append(ds, ruleLarge.At(f.at(0, 0), maxFile>>20))
				return nil
			}
			if f.data, err = fs.ReadFile(layer, p); err != nil {
				return err
			}
			if strings.HasPrefix(p, "messages/") || p == tokensFile {
				p = layered(p, number)
			}
			if _, ok := all[p]; !ok {
				all[p] = f
			}
			return nil
		})
		if err != nil {
			return 0, nil, err
		}
	}
	return found, ds, nil
}

// in returns the paths of the files below folder ("" for all) with one of the
// endings, in order. No ending means all files. The number of a file's layer does
// not count as its ending.
func (all files) in(folder string, endings ...string) []string {
	var out []string
	for name := range all {
		if folder != "" && !strings.HasPrefix(name, folder+"/") {
			continue
		}
		plain, _, _ := strings.Cut(name, "@")
		if len(endings) == 0 || slices.Contains(endings, path.Ext(plain)) {
			out = append(out, name)
		}
	}
	slices.Sort(out)
	return out
}

// component returns the name of the component whose file p is (the file of that
// name with the ending in the folder of that name), or "".
func component(p, ending string) string {
	dir, base := path.Split(p)
	name := strings.TrimSuffix(base, ending)
	if name != base && dir == "components/"+name+"/" {
		return name
	}
	return ""
}
