package source

import (
	"io/fs"
	"slices"
	"time"
)

// state is what the file system tells of a file without reading it: size, time
// of change, and where the system has them inode and time of status change,
// which no program can set back. It is nil where that is too little to trust.
type state []int64

// settled is how long before it was looked at a file must have been left alone:
// file systems keep times as coarse as two seconds (FAT), and a change within
// one tick leaves no trace.
const settled = 2 * time.Second

// trusted tells whether a file with state s still has the bytes of the sighting.
func (s state) trusted(last Sighting) bool {
	if s == nil || !slices.Equal(s, last.State) {
		return false
	}
	for _, t := range s.times() {
		if last.At-t < int64(settled) {
			return false
		}
	}
	return true
}

func (s state) times() []int64 { return s[1:3] }

// newState returns the state of a file. Its members: size, time of change and
// of status change in nanoseconds since 1970, device, inode.
func newState(info fs.FileInfo) state {
	changed, device, inode, ok := identity(info)
	if !ok {
		return nil
	}
	return state{info.Size(), info.ModTime().UnixNano(), changed, device, inode}
}
