// Package publish puts a finished site into a folder, so that readers see the
// old site or the new one, whole, and never a mixture.
//
// [Folder] compares the output set with what the folder holds and with what it
// remembers of the last time (see state.go). Where nothing changed it touches
// nothing. Else it builds the whole new site in a folder beside the old one:
// unchanged files and files that are not ours as hard links, so that they keep
// their time, new ones written. Then one system call exchanges the two folders
// (exchange.go), and the old one is removed. Where the bytes of a single file
// differ, that one is renamed into place: it is as whole, and spares a link for
// every other file. The manifest follows it; no reader of the site reads that.
//
// Where that can't be done, the new files move into place one by one
// (inplace.go): each file is whole at every moment, the site as a whole is not.
// That is so on Windows and on file systems that know no exchange or no hard
// links; for a mount point, and a folder whose parent may not be written; where
// a new folder can't be given the owner and rights of the old one; and where the
// folder is a working copy of git, which keeps files of its own open in it.
//
// What is ours stands in the manifest, the file .vaandel in the folder
// (manifest.go). Everything else in the folder belongs to somebody else: it is
// kept, and never overwritten.
//
// # After a crash
//
// What is new is written through to the disk before it takes its place, so that
// a power cut leaves the old or the new site and not a folder of empty files: up
// to 32 new files one by one, more of them, on Linux, by one call for the whole
// file system. That took 0.13 s for 10,000 files of 10 KB and some milliseconds
// for one; on a disk that others keep busy it can take longer. Elsewhere there
// is no such call at a bearable price: after a power cut in the seconds that
// follow a large publish, the next one finds files that are not what they should
// be, and writes them again.
//
// # Permissions
//
// Files get mode 0644 and folders 0755 whatever the umask says: a web server
// must be able to read them, and the result should not depend on who builds.
// The output folder itself keeps its owner, group and mode, and where its group
// may write, or hands its group down (setgid), so do the folders in it.
package publish

import (
	"context"
	"fmt"
	"runtime"
	"slices"
	"strings"
)

// File is one file of the output set.
type File struct {
	// Path is where the file goes: below the output folder, with slashes.
	// Upward ("..") and absolute paths, backslashes, control characters and
	// the package's own names (.vaandel) are refused.
	Path string
	// Key is a hash of all that the bytes are a function of: equal keys mean
	// equal bytes.
	Key [32]byte
	// Content makes the bytes. It is called at most once, and only where they
	// are needed, possibly from several goroutines for different files. The
	// bytes are not changed, nor kept once they are written.
	Content func() ([]byte, error)
	// Late, if set, returns the file with Key and Content once its turn comes,
	// so that what they need is not in memory for all files at once.
	Late func() (File, error)
}

// Ready returns the file with its Key and Content.
func (f File) Ready() (File, error) {
	if f.Late == nil {
		return f, nil
	}
	return f.Late()
}

// Options say how to publish. The zero value works.
type Options struct {
	// State is the path of a file in the user's cache that remembers what was
	// published, so that unchanged files need not be made again to find out.
	// "" remembers nothing. Use one file for each output folder.
	State string
	// Maker tells what else the bytes follow from, such as the version of the
	// program: what another maker published is made again, as equal keys say
	// nothing of it.
	Maker [32]byte
	// Protect lists folders that the output folder may not be, hold or lie
	// in: the content folder.
	Protect []string
	// Progress, if set, is told after each file how many of all are done. The
	// calls come one at a time.
	Progress func(done, total int)
	// Workers is how many files are made at the same time; 0 means as many as
	// there are processors.
	Workers int
	// InPlace never exchanges folders. It serves a folder that others hold on
	// to, such as one mounted in a container or the working folder of a web
	// server: after an exchange these would look at the removed folder.
	InPlace bool
}

// Stats tell what a publish did.
type Stats struct {
	Written   int   // files that are new or changed, without the manifest
	Unchanged int   // files that were right already
	Removed   int   // files of an earlier build that are gone now
	Kept      int   // assets of the previous site that stay for readers with an old page open
	Bytes     int64 // size of the written files
	// Foreign are the files and folders in the output folder that are not
	// ours, sorted; a folder ends in a slash and stands for all it holds.
	// Those of git and of file managers are not listed.
	Foreign []string
	// StateErr tells why the state could not be kept. The site is published
	// all the same; the next publish will be slower.
	StateErr error
}

// FileError tells for which file publishing failed.
type FileError struct {
	Path string // as in [File]
	Err  error
}

// Error returns path and cause.
func (e *FileError) Error() string { return fmt.Sprintf("publish %s: %v", e.Path, e.Err) }

// Unwrap returns the cause.
func (e *FileError) Unwrap() error { return e.Err }

// CollisionError names files and folders in the output folder that are not
// ours and that stand where a file of ours must go. Nothing was changed.
type CollisionError struct {
	Paths []string // sorted, with slashes
}

// Error names the paths.
func (e *CollisionError) Error() string {
	return "publish: not ours, and in the way: " + strings.Join(e.Paths, ", ")
}

// Folder makes dir hold exactly files, the manifest, and what is there and not
// ours. It creates dir, and folders above it, where they don't exist; a
// symbolic link is followed.
//
// Assets of the previous site (files below "assets/") that are not among files
// stay until the output changes once more: a page that a reader opened before
// still finds them.
//
// A second Folder on the same dir, in this process or another on the same
// machine, waits for the first. What a killed one left behind is cleaned up.
//
// On error, or where ctx ends, the last site is still there, whole, and nothing
// is left beside it; only where dir can't be exchanged and a rename fails
// halfway is dir a mixture, which the next Folder puts right. Errors are a
// [*Refusal], [*CollisionError], [*FileError], the cause of ctx, or an error of
// the file system.
func Folder(ctx context.Context, dir string, files []File, o Options) (stats Stats, err error) {
	if o.Workers <= 0 {
		o.Workers = runtime.GOMAXPROCS(0)
	}
	files = slices.Clone(files)
	slices.SortFunc(files, func(a, b File) int { return strings.Compare(a.Path, b.Path) })
	folders := foldersOf(paths(files))
	if err := validate(files, folders); err != nil {
		return Stats{}, err
	}
	site, err := resolve(dir)
	if err != nil {
		return Stats{}, err
	}
	if err := checkPlace(site, o.Protect); err != nil {
		return Stats{}, err
	}
	held, err := acquire(ctx, site)
	if err != nil {
		return Stats{}, err
	}
	defer func() { held.release(err != nil) }()
	// Not before: another build may have been at its first site.
	if err := checkContents(site); err != nil {
		return Stats{}, err
	}
	if err := mend(site); err != nil {
		return Stats{}, err
	}
	p, err := open(site, files, folders, o)
	if err != nil {
		return Stats{}, err
	}
	return p.publish(ctx, held)
}
