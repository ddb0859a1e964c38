package publish

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"os"
	"path/filepath"
)

// The state remembers of each published file the key it was made for and how
// the file system showed it: a file whose key is the same and that still has
// that size and time need not be made, nor read, again. It is a cache: where it
// is missing, damaged, of another folder or of another maker, publishing only
// takes longer.
//
// The file is: stateHead, the maker, the output folder, the number of files, for each file
// (sorted) path, key, hash, size and time, and last the SHA-256 of all that.
// Numbers and lengths are varints, the time is in nanoseconds since 1970.
const stateHead = "vaandel publish 2\n"

// record is what the state knows of one file.
type record struct {
	key, sum   [32]byte
	size, time int64
}

// state is what the file holds.
type state struct {
	site    string
	maker   [32]byte // see Options
	paths   []string // sorted
	records []record // of each path
}

// encode returns the file's bytes.
func (s state) encode() []byte {
	b := make([]byte, 0, 160*(len(s.paths)+1))
	b = appendText(append(append(b, stateHead...), s.maker[:]...), s.site)
	b = binary.AppendUvarint(b, uint64(len(s.paths)))
	for i, r := range s.records {
		b = appendText(b, s.paths[i])
		b = append(append(b, r.key[:]...), r.sum[:]...)
		b = binary.AppendVarint(binary.AppendVarint(b, r.size), r.time)
	}
	check := sha256.Sum256(b)
	return append(b, check[:]...)
}

// appendText appends the length of s and s.
func appendText(b []byte, s string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(s))), s...)
}

// parseState is the inverse of encode, as a map from path to record. It returns
// nil for what is damaged, not about site or of another maker.
func parseState(b []byte, site string, maker [32]byte) map[string]record {
	if len(b) < sha256.Size {
		return nil
	}
	b, check := b[:len(b)-sha256.Size], b[len(b)-sha256.Size:]
	if s := sha256.Sum256(b); !bytes.Equal(s[:], check) {
		return nil
	}
	r := reader{rest: b}
	if string(r.take(len(stateHead))) != stateHead || !bytes.Equal(r.take(len(maker)), maker[:]) || r.text() != site {
		return nil
	}
	n := r.uvarint()
	if n > uint64(len(r.rest))/64 { // two hashes each, and more
		return nil
	}
	records := make(map[string]record, n)
	for range n {
		p := r.text()
		var f record
		copy(f.key[:], r.take(32))
		copy(f.sum[:], r.take(32))
		f.size, f.time = r.varint(), r.varint()
		records[p] = f
	}
	if r.failed || len(r.rest) > 0 {
		return nil
	}
	return records
}

// reader takes values off the front of rest. Once one is not there it fails,
// and all further values are zero.
type reader struct {
	rest   []byte
	failed bool
}

func (r *reader) take(n int) []byte {
	if n > len(r.rest) || n < 0 {
		r.rest, r.failed = nil, true
		return nil
	}
	b := r.rest[:n]
	r.rest = r.rest[n:]
	return b
}

func (r *reader) text() string {
	n := r.uvarint()
	return string(r.take(int(min(n, 1<<30))))
}

func (r *reader) uvarint() uint64 {
	v, n := binary.Uvarint(r.rest)
	if n <= 0 {
		n = len(r.rest) + 1
	}
	r.take(n)
	return v
}

func (r *reader) varint() int64 {
	v, n := binary.Varint(r.rest)
	if n <= 0 {
		n = len(r.rest) + 1
	}
	r.take(n)
	return v
}

// readState returns what the file name remembers of the folder site as the maker
// left it; nil where that is nothing.
func readState(name, site string, maker [32]byte) map[string]record {
	if name == "" {
		return nil
	}
	b, err := os.ReadFile(name)
	if err != nil {
		return nil
	}
	return parseState(b, site, maker)
}

// writeState replaces the file name in one step. It is not flushed: what a
// power cut leaves of it is seen to be damaged.
func writeState(name string, s state) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
		return err
	}
	part := name + ".part"
	if err := os.WriteFile(part, s.encode(), 0o600); err != nil {
		return errors.Join(err, os.Remove(part))
	}
	return rename(part, name)
}
