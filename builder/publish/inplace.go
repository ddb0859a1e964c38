package publish

import (
	"context"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
)

// inPlace moves the stage, which lies inside the site, into it file by file: new
// files first, then changed ones, so that no page refers to what is not there
// yet; then it removes what is gone, and writes the manifest last. From the
// moment the new manifest lies in the stage, as a journal, a killed build's
// files are known to be ours (see mend).
func (p *publication) inPlace(ctx context.Context, next manifest, stats *Stats) error {
	// The state may be ahead of the site: a file that is not yet what it says has
	// another time.
	remembered := make(chan error, 1)
	go func() { remembered <- p.remember() }()
	defer func() { stats.StateErr = <-remembered }()
	var added, changed []string
	for i, f := range p.files {
		switch {
		case p.results[i].fresh && p.there[f.Path]:
			changed = append(changed, f.Path)
		case p.results[i].fresh:
			added = append(added, f.Path)
		}
	}
	first, last := p.splitGone(p.gone, added)
	if err := p.checkFree(added, first); err != nil {
		return err
	}
	if err := p.stage.flush(append(changed, added...)); err != nil {
		return err
	}
	if ctx.Err() != nil {
		return context.Cause(ctx)
	}
	journal := p.stage.name(manifestName)
	if err := writeManifest(journal, journal+".part", next); err != nil {
		return err
	}
	p.stage.keep = true // the next build needs the journal, should this one fail
	if err := p.moveIn(first, added, changed, last); err != nil {
		return err
	}
	if err := rename(journal, filepath.Join(p.site, manifestName)); err != nil {
		return err
	}
	p.stage.keep = false
	return nil
}

// moveIn makes the changes of inPlace, but for the manifest.
func (p *publication) moveIn(first, added, changed, last []string) error {
	if err := p.removeAll(first); err != nil {
		return err
	}
	for _, f := range added {
		if err := makeFoldersBelow(p.site, path.Dir(f), p.stage.mode); err != nil {
			return err
		}
		if exists(p.name(f)) { // it came since checkFree
			return &CollisionError{[]string{f}}
		}
		if err := rename(p.stage.name(f), p.name(f)); err != nil {
			return err
		}
	}
	for _, f := range changed {
		if err := rename(p.stage.name(f), p.name(f)); err != nil {
			return err
		}
	}
	return p.removeAll(last)
}

// removeAll removes files of ours from the site, and the folders that this
// leaves empty.
func (p *publication) removeAll(files []string) error {
	for _, f := range files {
		if err := remove(p.name(f)); err != nil {
			return err
		}
		for d := range parents(f) {
			if os.Remove(p.name(d)) != nil {
				break // it still holds something
			}
		}
	}
	return nil
}

// makeFoldersBelow makes the folder p in site and those above it.
func makeFoldersBelow(site, p string, mode fs.FileMode) error {
	name := filepath.Join(site, filepath.FromSlash(p))
	if p == "." || exists(name) {
		return nil
	}
	if err := makeFoldersBelow(site, path.Dir(p), mode); err != nil {
		return err
	}
	return makeFolder(name, mode)
}

// splitGone parts the files to remove into those that stand in the way of a
// file to add, and go first, and those that go last. In the way is what was a
// file and becomes a folder, or the other way about, and what differs only in
// letter case: on many systems that is one file.
func (p *publication) splitGone(gone, added []string) (first, last []string) {
	goes, folded := map[string]bool{}, map[string]bool{}
	for _, f := range added {
		goes[f], folded[strings.ToLower(f)] = true, true
	}
	for _, f := range gone {
		inTheWay := p.folders[f] || folded[strings.ToLower(f)]
		for d := range parents(f) {
			inTheWay = inTheWay || goes[d]
		}
		if inTheWay {
			first = append(first, f)
		} else {
			last = append(last, f)
		}
	}
	return first, last
}

// checkFree reports what stands in the place of a file to add and is not among
// the files that go first: it came while the files were made, or is somebody
// else's in another letter case.
func (p *publication) checkFree(added, first []string) error {
	folded, emptied := map[string]string{}, map[string]bool{}
	for _, f := range first {
		folded[strings.ToLower(f)] = f
		for d := range parents(f) {
			emptied[d] = true
		}
	}
	var found []string
	for _, f := range added {
		there, err := os.Lstat(p.name(f))
		switch {
		case missing(err):
			continue
		case err != nil:
			return err
		case there.IsDir() && emptied[f]:
			continue
		}
		if old, ok := folded[strings.ToLower(f)]; ok {
			if was, err := os.Lstat(p.name(old)); err == nil && os.SameFile(was, there) {
				continue
			}
		}
		found = append(found, f)
	}
	if found != nil {
		return &CollisionError{found}
	}
	return nil
}
