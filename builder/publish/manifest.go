package publish

import (
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"os"
	"slices"
	"strings"
)

// The manifest lists what is ours, in the format of sha256sum: a line with the
// format's name, then one line a file, sorted by path, and after a further
// heading those of the previous site that are kept. Lines that begin with # are
// comments to sha256sum, so this checks a site on a server:
//
//	sha256sum --check --quiet .vaandel
//
// It holds no times and nothing about the machine: the same site has the same
// manifest everywhere. Only the kept files depend on what was there before.
const (
	manifestHead = "# vaandel 1: the files of this site\n"
	manifestKept = "# of the previous site, kept for open pages\n"
)

// sum is a SHA-256 hash.
type sum = [32]byte

// entry is one file of a manifest.
type entry struct {
	path string
	sum  sum
}

// manifest is what a folder holds of ours, each list sorted by path.
type manifest struct {
	current []entry // the site
	kept    []entry // assets of the previous one; none of them in current
}

// errManifest says that a manifest is there and can't be understood.
var errManifest = errors.New("damaged manifest")

// owned returns all files of ours.
func (m manifest) owned() map[string]sum {
	all := make(map[string]sum, len(m.current)+len(m.kept))
	for _, e := range m.current {
		all[e.path] = e.sum
	}
	for _, e := range m.kept {
		all[e.path] = e.sum
	}
	return all
}

// equal tells whether m and n say the same.
func (m manifest) equal(n manifest) bool {
	return slices.Equal(m.current, n.current) && slices.Equal(m.kept, n.kept)
}

// encode returns the manifest's text.
func (m manifest) encode() []byte {
	b := make([]byte, 0, 128*(len(m.current)+len(m.kept)+1))
	b = appendEntries(append(b, manifestHead...), m.current)
	if len(m.kept) > 0 {
		b = appendEntries(append(b, manifestKept...), m.kept)
	}
	return b
}

func appendEntries(b []byte, entries []entry) []byte {
	for _, e := range entries {
		b = hex.AppendEncode(b, e.sum[:])
		b = append(append(append(b, "  "...), e.path...), '\n')
	}
	return b
}

// parseManifest is the inverse of encode. It accepts nothing else, so that what
// somebody else wrote never makes us remove a file.
func parseManifest(text []byte) (m manifest, err error) {
	site, kept, hasKept := strings.Cut(string(text), "\n"+manifestKept)
	if hasKept {
		site += "\n"
	}
	site, ok := strings.CutPrefix(site, manifestHead)
	if !ok || hasKept && kept == "" {
		return manifest{}, errManifest
	}
	if m.current, err = parseEntries(site); err != nil {
		return manifest{}, err
	}
	if m.kept, err = parseEntries(kept); err != nil {
		return manifest{}, err
	}
	if hasKept && len(m.owned()) != len(m.current)+len(m.kept) {
		return manifest{}, errManifest
	}
	return m, nil
}

// parseEntries parses one list of a manifest.
func parseEntries(text string) ([]entry, error) {
	list := make([]entry, 0, strings.Count(text, "\n"))
	last := ""
	for text != "" {
		line, rest, ok := strings.Cut(text, "\n")
		if !ok || len(line) < 67 || line[64:66] != "  " || strings.ContainsAny(line[:64], "ABCDEF") {
			return nil, errManifest
		}
		e := entry{path: line[66:]}
		if _, err := hex.Decode(e.sum[:], []byte(line[:64])); err != nil {
			return nil, errManifest
		}
		if !validPath(e.path) || e.path <= last {
			return nil, errManifest
		}
		list, last, text = append(list, e), e.path, rest
	}
	return list, nil
}

// readManifest reads the manifest in the file name. The error is that of the
// file system (such as fs.ErrNotExist) or errManifest.
func readManifest(name string) (manifest, error) {
	if err := peekManifest(name); err != nil {
		return manifest{}, err
	}
	text, err := os.ReadFile(name)
	if err != nil {
		return manifest{}, err
	}
	return parseManifest(text)
}

// peekManifest tells by its first line whether the file name is a manifest: nil,
// or an error as of readManifest.
func peekManifest(name string) error {
	info, err := os.Lstat(name)
	if err != nil {
		return err
	}
	if !info.Mode().IsRegular() {
		return errManifest
	}
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	head := make([]byte, len(manifestHead))
	if _, err := io.ReadFull(f, head); err != nil || string(head) != manifestHead {
		return errManifest
	}
	return nil
}

// writeManifest writes m to the file name, to the disk. It does so by way of
// the file part in the same file system, so that name is never half a manifest.
func writeManifest(name, part string, m manifest) error {
	if err := os.Remove(part); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if _, err := writeFile(part, m.encode(), true); err != nil {
		return err
	}
	return rename(part, name)
}
