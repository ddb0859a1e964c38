package publish

import (
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"slices"
)

// mend finishes or undoes what a killed build left, under the lock.
func mend(site string) error {
	if err := mendBeside(site); err != nil {
		return err
	}
	return mendInside(site)
}

// mendBeside clears the folder beside site. It is a stage where the marker lies
// in it: it holds second names and unfinished files, and is dropped. Without
// the marker it is the old site, exchanged and not yet removed.
func mendBeside(site string) error {
	beside := besideName(site)
	if !exists(beside) {
		return remove(filepath.Join(site, markerName))
	}
	if exists(filepath.Join(beside, markerName)) {
		return os.RemoveAll(beside)
	}
	if err := remove(filepath.Join(site, markerName)); err != nil {
		return err
	}
	m, err := readManifest(filepath.Join(beside, manifestName))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return refuseDamaged(beside, err)
	}
	_, err = retire(beside, site, m.owned(), nil, runtime.GOMAXPROCS(0))
	return err
}

// mendInside clears the stage inside site. Where it has a journal, files may
// have been moved into the site: those that are what the journal says become
// ours. What it says of other paths did not happen.
func mendInside(site string) error {
	inside := filepath.Join(site, insideName)
	journal, err := readManifest(filepath.Join(inside, manifestName))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return os.RemoveAll(inside)
	case err != nil:
		return refuseDamaged(inside, err)
	}
	name := filepath.Join(site, manifestName)
	m, err := readManifest(name)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return refuseDamaged(site, err)
	}
	if merged, changed := m.claim(site, journal); changed {
		if err := writeManifest(name, filepath.Join(inside, manifestName+".part"), merged); err != nil {
			return err
		}
	}
	return os.RemoveAll(inside)
}

// claim returns m with those files of the journal that are in site as it says,
// and whether that changed anything.
func (m manifest) claim(site string, journal manifest) (merged manifest, changed bool) {
	current := map[string]sum{}
	for _, e := range m.current {
		current[e.path] = e.sum
	}
	for _, e := range journal.current {
		file := filepath.Join(site, filepath.FromSlash(e.path))
		if info, err := os.Lstat(file); current[e.path] == e.sum || err != nil || !info.Mode().IsRegular() {
			continue
		}
		if got, err := hashFile(file); err == nil && got == e.sum {
			current[e.path], changed = e.sum, true
		}
	}
	for _, path := range slices.Sorted(maps.Keys(current)) {
		merged.current = append(merged.current, entry{path, current[path]})
	}
	for _, e := range m.kept {
		if _, again := current[e.path]; !again {
			merged.kept = append(merged.kept, e)
		}
	}
	return merged, changed
}
