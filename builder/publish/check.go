package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// Reason tells why a folder can't take the output.
type Reason uint8

// The reasons of a [Refusal].
const (
	// IsRoot: the folder is the root of the file system or of a drive.
	IsRoot Reason = iota + 1
	// HoldsHome: the folder is the user's home folder, or that lies in it.
	HoldsHome
	// HoldsProtected: the folder is a protected one (Other), or that lies in it.
	HoldsProtected
	// InProtected: the folder lies in a protected one (Other): its files would
	// be read as content.
	InProtected
	// NotFolder: there is a file of that name, or something else (Other: it).
	NotFolder
	// LeadsNowhere: the folder, or one above it, is a symbolic link to nothing.
	LeadsNowhere
	// NotOurs: the folder holds files (Other is one of them) and no manifest,
	// so none of them is known to be ours.
	NotOurs
	// Damaged: the manifest can't be read as one, so that it is not known which
	// files are ours. Emptying the folder helps.
	Damaged
)

// String returns the reason in English.
func (r Reason) String() string {
	switch r {
	case IsRoot:
		return "it is the root of the file system"
	case HoldsHome:
		return "it is or holds the home folder"
	case HoldsProtected:
		return "it is or holds a protected folder"
	case InProtected:
		return "it lies in a protected folder"
	case NotFolder:
		return "it is not a folder"
	case LeadsNowhere:
		return "it is a link that leads nowhere"
	case NotOurs:
		return "it is not empty and not an earlier output"
	case Damaged:
		return "its manifest is damaged"
	}
	return "unknown reason"
}

// Refusal is the error for a folder that can't take the output. Nothing in it
// was touched.
type Refusal struct {
	Reason Reason
	Dir    string // the folder, as an absolute path
	Other  string // what else is concerned, if anything: see the reasons
}

// Error returns folder, reason and what else is concerned.
func (r *Refusal) Error() string {
	s := fmt.Sprintf("publish: %s can't take the output: %s", r.Dir, r.Reason)
	if r.Other != "" {
		s += " (" + r.Other + ")"
	}
	return s
}

// Check tells whether the output may go to dir: nil, a [*Refusal], or an error
// of the file system. dir need not exist. A symbolic link counts as the folder
// that it leads to. A folder that holds nothing but what git and file managers
// leave there (.git, .gitignore, .gitkeep, .DS_Store, …) counts as empty.
//
// [Folder] calls it first; it is there for callers that want to know before
// they make the output.
func Check(dir string, protect []string) error {
	site, err := resolve(dir)
	if err != nil {
		return err
	}
	if err := checkPlace(site, protect); err != nil {
		return err
	}
	return checkContents(site)
}

// checkPlace refuses a folder for where it lies, or because it can't be one.
func checkPlace(site string, protect []string) error {
	if filepath.Dir(site) == site {
		return &Refusal{Reason: IsRoot, Dir: site}
	}
	for _, p := range protect {
		real, err := resolve(p)
		if err != nil {
			return err
		}
		if within(real, site) {
			return &Refusal{Reason: HoldsProtected, Dir: site, Other: real}
		}
		if within(site, real) {
			return &Refusal{Reason: InProtected, Dir: site, Other: real}
		}
	}
	if home, err := os.UserHomeDir(); err == nil && filepath.IsAbs(home) && within(home, site) {
		return &Refusal{Reason: HoldsHome, Dir: site, Other: home}
	}
	info, err := os.Stat(site)
	switch {
	case missing(err):
		return checkAbove(site)
	case err == nil && !info.IsDir():
		return &Refusal{Reason: NotFolder, Dir: site}
	}
	return err
}

// within tells whether path is folder or lies in it. Folders that exist are
// compared as such, so that letter case and links don't deceive.
func within(path, folder string) bool {
	there, errThere := os.Stat(folder)
	for p := path; ; p = filepath.Dir(p) {
		if p == folder {
			return true
		}
		if here, err := os.Stat(p); err == nil && errThere == nil && os.SameFile(here, there) {
			return true
		}
		if filepath.Dir(p) == p {
			return false
		}
	}
}

// checkContents refuses a folder that holds what is not known to be ours.
func checkContents(site string) error {
	entries, err := os.ReadDir(site)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	} else if err != nil {
		return err
	}
	// Where a first publish in place was killed, or still runs, its journal is
	// the manifest. It becomes the manifest in the end, so it is asked for first.
	for _, name := range []string{filepath.Join(insideName, manifestName), manifestName} {
		if err := peekManifest(filepath.Join(site, name)); !missing(err) {
			return refuseDamaged(site, err)
		}
	}
	for _, e := range entries {
		if !quiet(e.Name()) && !reserved(e.Name()) {
			return &Refusal{Reason: NotOurs, Dir: site, Other: e.Name()}
		}
	}
	return nil
}

// checkAbove refuses a folder that can't be made because one above it is a file.
func checkAbove(site string) error {
	for p := filepath.Dir(site); ; p = filepath.Dir(p) {
		info, err := os.Stat(p)
		switch {
		case err == nil && !info.IsDir():
			return &Refusal{Reason: NotFolder, Dir: site, Other: p}
		case !missing(err) || filepath.Dir(p) == p:
			return err
		}
	}
}

// refuseDamaged turns the error of a manifest that can't be understood into a
// refusal of site.
func refuseDamaged(site string, err error) error {
	if errors.Is(err, errManifest) {
		return &Refusal{Reason: Damaged, Dir: site, Other: manifestName}
	}
	return err
}

// quiet tells whether name is what git and file managers leave in folders.
func quiet(name string) bool {
	switch name {
	case ".git", ".gitignore", ".gitkeep", ".gitattributes", ".DS_Store", "Thumbs.db", "desktop.ini":
		return true
	}
	return false
}
