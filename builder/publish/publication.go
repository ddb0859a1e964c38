package publish

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
)

// publication is one run of [Folder], under its lock.
type publication struct {
	site    string // absolute, without links
	files   []File // sorted
	folders map[string]bool
	o       Options

	old      manifest // what the folder holds of ours
	oldThere bool     // a manifest was there
	owned    map[string]sum
	tree     tree
	there    map[string]bool // the files of ours that are really there
	known    map[string]record

	results []result // of each file
	gone    []string // files of ours that are there and not in the next site
	mu      sync.Mutex
	stage   *stage // where new files go; nil as long as there are none
	done    int    // files compared
}

// result is what comparing a file came to.
type result struct {
	record
	fresh bool // it lies in the stage
}

// open looks at the folder and at what is remembered of it.
func open(site string, files []File, folders map[string]bool, o Options) (*publication, error) {
	p := &publication{site: site, files: files, folders: folders, o: o, oldThere: true}
	var err error
	p.old, err = readManifest(filepath.Join(site, manifestName))
	if errors.Is(err, fs.ErrNotExist) {
		p.oldThere = false
	} else if err != nil {
		return nil, refuseDamaged(site, err)
	}
	known := make(chan map[string]record, 1)
	go func() { known <- readState(o.State, site, o.Maker) }()
	p.owned = p.old.owned()
	if p.tree, err = scan(site, p.owned, folders, foldersOf(maps.Keys(p.owned))); err != nil {
		return nil, err
	}
	p.there = make(map[string]bool, len(p.tree.ours))
	for _, path := range p.tree.ours {
		p.there[path] = true
	}
	p.known = <-known
	p.results = make([]result, len(files))
	return p, p.tree.collisions(files, folders)
}

// name returns the file name of a path in the site.
func (p *publication) name(path string) string {
	return filepath.Join(p.site, filepath.FromSlash(path))
}

// publish makes the folder hold the files.
func (p *publication) publish(ctx context.Context, held *lock) (Stats, error) {
	stats := Stats{Foreign: p.tree.report()}
	err := each(len(p.files), p.o.Workers, func(i int) error { return p.compare(ctx, i) })
	if err == nil {
		next := p.next()
		p.gone = p.leaving(next)
		p.count(&stats, next)
		if !p.changes(next) {
			stats.StateErr = p.remember()
			return stats, nil
		}
		if err = p.openStage(); err == nil {
			err = p.replace(ctx, held, next, &stats)
		}
	}
	if p.stage != nil {
		err = errors.Join(err, p.stage.discard())
	}
	if err != nil {
		return Stats{}, err
	}
	return stats, nil
}

// replace puts the stage in the place of the site: whole, else file by file.
func (p *publication) replace(ctx context.Context, held *lock, next manifest, stats *Stats) error {
	if p.stage.beside && !p.oneChange() {
		err := p.exchange(ctx, held, next, stats)
		if !errors.Is(err, errNoExchange) {
			return err
		}
	}
	if p.stage.beside {
		if err := p.stage.moveInside(p.site); err != nil {
			return err
		}
	}
	return p.inPlace(ctx, next, stats)
}

// oneChange tells whether the next site differs in the bytes of a single file.
// To rename that one into place is as whole as to exchange all folders, and
// spares a link for every other file. (The manifest follows it; no reader of
// the site reads that.)
func (p *publication) oneChange() bool {
	fresh := p.fresh()
	return len(fresh) == 1 && p.there[fresh[0]] && len(p.gone) == 0
}

// compare finds out whether file i is in the folder already, and puts it into
// the stage if not.
func (p *publication) compare(ctx context.Context, i int) error {
	if ctx.Err() != nil {
		return context.Cause(ctx)
	}
	r, err := p.settle(p.files[i])
	if err != nil {
		return &FileError{p.files[i].Path, err}
	}
	p.results[i] = r
	if p.o.Progress != nil {
		p.mu.Lock()
		defer p.mu.Unlock()
		p.done++
		p.o.Progress(p.done, len(p.files))
	}
	return nil
}

// settle does the work of compare for f.
func (p *publication) settle(f File) (result, error) {
	f, err := f.Ready()
	if err != nil {
		return result{}, err
	}
	name := p.name(f.Path)
	last, known := p.known[f.Path]
	var there fs.FileInfo
	if p.there[f.Path] {
		there, _ = os.Lstat(name)
	}
	untouched := known && there != nil && there.Size() == last.size && there.ModTime().UnixNano() == last.time
	if untouched && last.key == f.Key {
		return result{record: last}, nil
	}
	data, err := f.Content()
	if err != nil {
		return result{}, err
	}
	r := result{record: record{key: f.Key, sum: sha256.Sum256(data)}}
	if untouched && last.sum == r.sum || !untouched && there != nil && holds(name, data) {
		r.size, r.time = there.Size(), there.ModTime().UnixNano()
		return r, nil
	}
	if err := p.openStage(); err != nil {
		return result{}, err
	}
	info, err := p.stage.write(f.Path, data)
	if err != nil {
		return result{}, err
	}
	r.size, r.time, r.fresh = info.Size(), info.ModTime().UnixNano(), true
	return r, nil
}

// openStage makes the stage, unless it is there.
func (p *publication) openStage() (err error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.stage == nil {
		p.stage, err = openStage(p.site, !p.o.InPlace && !p.tree.repository)
	}
	return err
}

// next returns the manifest of the new site. Assets of the site before it are
// kept; where the site is the same as before, so are those that were kept then:
// building twice does not take them from readers.
func (p *publication) next() manifest {
	m := manifest{current: make([]entry, len(p.files))}
	for i, f := range p.files {
		m.current[i] = entry{f.Path, p.results[i].sum}
	}
	before := p.old.current
	if slices.Equal(m.current, before) {
		before = p.old.kept
	}
	goes := m.owned()
	for _, e := range before {
		if strings.HasPrefix(e.path, "assets/") && p.keepable(e.path, goes) && p.intact(e) {
			m.kept = append(m.kept, e)
		}
	}
	return m
}

// keepable tells whether path is a file that is there, is not among those that
// the new site holds, and is not in their way.
func (p *publication) keepable(path string, goes map[string]sum) bool {
	if _, again := goes[path]; again || p.folders[path] || !p.there[path] {
		return false
	}
	for d := range parents(path) {
		if _, file := goes[d]; file {
			return false
		}
	}
	return true
}

// intact tells whether a file of the old manifest is as it was published.
func (p *publication) intact(e entry) bool {
	got, err := hashFile(p.name(e.path))
	return err == nil && got == e.sum
}

// changes tells whether the folder has to change to become that of next.
func (p *publication) changes(next manifest) bool {
	return p.stage != nil || !p.oldThere || !next.equal(p.old)
}

// count fills in the numbers of stats.
func (p *publication) count(stats *Stats, next manifest) {
	for _, r := range p.results {
		if r.fresh {
			stats.Written++
			stats.Bytes += r.size
		} else {
			stats.Unchanged++
		}
	}
	stats.Kept = len(next.kept)
	stats.Removed = len(p.gone)
}

// fresh returns the files that lie in the stage because they are new or changed.
func (p *publication) fresh() []string {
	var list []string
	for i, f := range p.files {
		if p.results[i].fresh {
			list = append(list, f.Path)
		}
	}
	return list
}

// leaving returns the files of ours that are there and not in next.
func (p *publication) leaving(next manifest) []string {
	var list []string
	stay := next.owned()
	for _, path := range p.tree.ours {
		if _, ok := stay[path]; !ok {
			list = append(list, path)
		}
	}
	return list
}

// remember writes the state, unless that is what it says already.
func (p *publication) remember() error {
	if p.o.State == "" {
		return nil
	}
	news := len(p.known) != len(p.files)
	for i := 0; i < len(p.files) && !news; i++ {
		last, ok := p.known[p.files[i].Path]
		news = !ok || last != p.results[i].record
	}
	if !news {
		return nil
	}
	s := state{site: p.site, maker: p.o.Maker, paths: make([]string, len(p.files)), records: make([]record, len(p.files))}
	for i, r := range p.results {
		s.paths[i], s.records[i] = p.files[i].Path, r.record
	}
	if err := writeState(p.o.State, s); err != nil {
		return fmt.Errorf("publish: keep the state: %w", err)
	}
	return nil
}
