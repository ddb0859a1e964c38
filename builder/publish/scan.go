package publish

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// tree is what a folder holds: of ours, and of others.
type tree struct {
	// ours are the regular files that are owned and there, folder by folder.
	ours []string
	// foreign is all else: files, links, and whole folders in which nothing of
	// ours lies or will lie. A link in the place of a file of ours is foreign
	// too: we did not write it.
	foreign []foreign
	// repository is true where the folder is git's working copy of its own.
	repository bool
}

// foreign is a file or folder that is not ours.
type foreign struct {
	path string
	dir  bool
	// silent is true for what is not worth a word: see quiet.
	silent bool
}

// scan lists what site holds, of which owned is ours. It looks into folders and
// follows no links.
func scan(site string, owned map[string]sum, folders ...map[string]bool) (tree, error) {
	t := tree{ours: make([]string, 0, len(owned))}
	var walk func(dir, prefix string) error
	walk = func(dir, prefix string) error {
		f, err := os.Open(dir)
		if err != nil {
			return err
		}
		entries, err := f.ReadDir(-1)
		if err := errors.Join(err, f.Close()); err != nil {
			return err
		}
		for _, e := range entries {
			p := prefix + e.Name()
			_, mine := owned[p]
			switch {
			case prefix == "" && reserved(p):
			case mine && e.Type().IsRegular():
				t.ours = append(t.ours, p)
			case e.IsDir() && slices.ContainsFunc(folders, func(s map[string]bool) bool { return s[p] }):
				if err := walk(filepath.Join(dir, e.Name()), p+"/"); err != nil {
					return err
				}
			default:
				t.repository = t.repository || p == ".git" && e.IsDir()
				t.foreign = append(t.foreign, foreign{p, e.IsDir(), quiet(e.Name())})
			}
		}
		return nil
	}
	err := walk(site, "")
	slices.SortFunc(t.foreign, func(a, b foreign) int { return strings.Compare(a.path, b.path) })
	return t, err
}

// collisions returns an error that names what is foreign and stands where files
// or folders must go; nil where nothing does.
func (t tree) collisions(files []File, folders map[string]bool) error {
	if len(t.foreign) == 0 {
		return nil
	}
	goes := make(map[string]bool, len(files))
	for _, f := range files {
		goes[f.Path] = true
	}
	var found []string
	for _, f := range t.foreign {
		hit := goes[f.path] || folders[f.path] // a folder among folders was looked into
		for d := range parents(f.path) {
			hit = hit || goes[d]
		}
		if hit {
			found = append(found, f.path)
		}
	}
	if found == nil {
		return nil
	}
	return &CollisionError{found}
}

// report returns the foreign files as [Stats] lists them.
func (t tree) report() []string {
	var list []string
	for _, f := range t.foreign {
		switch {
		case f.silent:
		case f.dir:
			list = append(list, f.path+"/")
		default:
			list = append(list, f.path)
		}
	}
	slices.Sort(list)
	return list
}
