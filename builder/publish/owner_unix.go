//go:build unix

package publish

import (
	"errors"
	"fmt"
	"os"
	"syscall"
)

// inherit gives the folder name the owner, group and mode of model, and fails
// where it can't, or where model has more than that: a new folder may then not
// take its place.
func inherit(name, model string) error {
	if hasACL(model) {
		return fmt.Errorf("%s: has an access list", model)
	}
	want, err := os.Stat(model)
	if err != nil {
		return err
	}
	have, err := os.Stat(name)
	if err != nil {
		return err
	}
	w, okW := want.Sys().(*syscall.Stat_t)
	h, okH := have.Sys().(*syscall.Stat_t)
	if !okW || !okH {
		return errors.ErrUnsupported
	}
	if w.Uid != h.Uid || w.Gid != h.Gid {
		if err := os.Chown(name, int(w.Uid), int(w.Gid)); err != nil {
			return err
		}
	}
	if err := os.Chmod(name, want.Mode()); err != nil {
		return err
	}
	if have, err = os.Stat(name); err != nil {
		return err
	}
	if have.Mode() != want.Mode() {
		return fmt.Errorf("%s: can't be given the rights of %s", name, model)
	}
	return nil
}

// rename moves a file, over another one if need be.
func rename(from, to string) error { return os.Rename(from, to) }
