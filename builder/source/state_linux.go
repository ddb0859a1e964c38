package source

import (
	"io/fs"
	"syscall"
)

func identity(info fs.FileInfo) (changed, device, inode int64, ok bool) {
	s, ok := info.Sys().(*syscall.Stat_t)
	if !ok {
		return 0, 0, 0, false
	}
	return s.Ctim.Nano(), int64(s.Dev), int64(s.Ino), true
}
