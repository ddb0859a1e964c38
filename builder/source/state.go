package source

import (
	"io/fs"
	"time"
)

// state is what the file system tells of a file without reading it: size, time
// of change, and where the system has them inode and time of status change,
// which no program can set back. It is zero where that is too little to trust.
type state [5]int64

// settled is how long before it was looked at a file must have been left alone:
// file systems keep times as coarse as two seconds (FAT), and a change within
// one tick leaves no trace.
const settled = 2 * time.Second

// trusted tells whether a file with state s still has the bytes of the sighting.
func (s state) trusted(last sighting) bool {
	if s == (state{}) || s != last.state {
		return false
	}
	for _, t := range s[1:3] {
		if last.at-t < int64(settled) {
			return false
		}
	}
	return true
}

// newState returns the state of a file. Its members: size, time of change and
// of status change in nanoseconds since 1970, device, inode.
func newState(info fs.FileInfo) state {
	changed, device, inode, ok := identity(info)
	if !ok {
		return state{}
	}
	return state{info.Size(), info.ModTime().UnixNano(), changed, device, inode}
}
