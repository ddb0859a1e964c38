package preview

import (
	"hash/maphash"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"vaandel/builder/source"
)

// looker finds out by itself whether something below folders has changed, as network
// drives tell nobody. It goes by mode, size and time of each file. Some drives keep
// times so coarse that a second save leaves no trace: so what is new is read, too, and
// where nobody tells, so is some of the rest each time.
type looker struct {
	folders []string
	reads   bool // all files, by turns
	turn    int
	seen    map[string]look
}

// look is a file as it was seen.
type look struct {
	mode fs.FileMode
	size int64
	time time.Time
	hash uint64 // of its bytes; 0 where they have not been read
}

const (
	// fresh is how long a file is read each time after it was changed: longer than the
	// coarsest times, which are those of FAT (2 s).
	fresh = 5 * time.Second
	// turns is in how many looks each file is read once.
	turns = 60
)

// newLooker returns a looker that has looked once.
func newLooker(folders []string, reads bool) *looker {
	l := &looker{folders: folders, reads: reads}
	l.look(time.Now())
	return l
}

// look tells whether anything has changed since the last look.
func (l *looker) look(now time.Time) (changed bool) {
	l.turn = (l.turn + 1) % turns
	next := make(map[string]look, len(l.seen))
	for _, folder := range l.folders {
		filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
			switch {
			case err != nil:
				return nil
			case path != folder && source.Ignored(d.Name()) && d.IsDir():
				return fs.SkipDir
			}
			info, err := os.Stat(path)
			if err != nil {
				return nil
			}
			one := look{mode: info.Mode(), size: info.Size(), time: info.ModTime()}
			last, known := l.seen[path]
			same := known && last.mode == one.mode && last.size == one.size && last.time.Equal(one.time)
			if same {
				one.hash = last.hash
			}
			age := now.Sub(one.time).Abs() // clocks of others may be ahead
			if one.mode.IsRegular() && (age < fresh || l.reads && len(next)%turns == l.turn) {
				one.hash = hashOf(path)
			}
			if !same || last.hash != 0 && last.hash != one.hash {
				changed = true
			}
			next[path] = one
			return nil
		})
	}
	changed = changed || len(next) != len(l.seen)
	l.seen = next
	return changed
}

// seed is that of all hashes: these are for this run alone.
var seed = maphash.MakeSeed()

// hashOf is a hash of a file's bytes; 0 where it can't be read.
func hashOf(path string) uint64 {
	data, err := os.ReadFile(path)
	if err != nil {
		return 0
	}
	return max(1, maphash.Bytes(seed, data))
}
