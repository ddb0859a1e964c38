package publish

import (
	"errors"
	"fmt"
	"os"

	"golang.org/x/sys/unix"
)

// swap exchanges two folders in one step.
func swap(a, b string) error {
	if err := unix.Renameat2(unix.AT_FDCWD, a, unix.AT_FDCWD, b, unix.RENAME_EXCHANGE); err != nil {
		return &os.LinkError{Op: "exchange", Old: a, New: b, Err: err}
	}
	return nil
}

// flushAll waits until the file system that folder is on has written all it holds
// to the disk.
func flushAll(folder string) error {
	f, err := os.Open(folder)
	if err != nil {
		return err
	}
	err = unix.Syncfs(int(f.Fd()))
	if errors.Is(err, unix.ENOSYS) {
		err = nil
	}
	if err != nil {
		err = fmt.Errorf("flush %s: %w", folder, err)
	}
	return errors.Join(err, f.Close())
}

// hasACL tells whether folder has an access list, which a new folder in its
// place would lack.
func hasACL(folder string) bool {
	for _, name := range []string{"system.posix_acl_access", "system.posix_acl_default", "system.nfs4_acl"} {
		if n, err := unix.Getxattr(folder, name, nil); err == nil && n > 0 {
			return true
		}
	}
	return false
}
