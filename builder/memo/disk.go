package memo

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
)

// The index is: format, id of the program, length-prefixed name of the file of
// values and how far it counts, then the entries, and a SHA-256 of it all.
const (
	format    = "vaandel memo 1\n"
	indexName = "index"
	entrySize = len(Key{}) + 8 + 4 + 4
)

// load opens the file of values that the index names, or a new one.
func (s *Store) load() {
	if !s.loadIndex() {
		s.index = map[Key]place{}
		s.end = 0
		s.name = ""
	}
	s.tidy()
	if s.name == "" {
		s.create()
	}
	s.saved = len(s.index) > 0
}

func (s *Store) loadIndex() bool {
	raw, err := os.ReadFile(filepath.Join(s.dir, indexName))
	if err != nil || len(raw) < sha256.Size {
		return false
	}
	body, sum := raw[:len(raw)-sha256.Size], raw[len(raw)-sha256.Size:]
	if sha256.Sum256(body) != [sha256.Size]byte(sum) {
		return false
	}
	head := format + string(s.id[:])
	if !bytes.HasPrefix(body, []byte(head)) {
		return false
	}
	body = body[len(head):]
	n := int(body[0])
	s.name = string(body[1 : 1+n])
	s.end = int64(binary.LittleEndian.Uint64(body[1+n:]))
	body = body[1+n+8:]
	s.index = make(map[Key]place, len(body)/entrySize)
	for ; len(body) >= entrySize; body = body[entrySize:] {
		rest := body[len(Key{}):]
		s.index[Key(body[:len(Key{})])] = place{
			Offset: int64(binary.LittleEndian.Uint64(rest)),
			Length: binary.LittleEndian.Uint32(rest[8:]),
			Sum:    binary.LittleEndian.Uint32(rest[12:]),
		}
	}
	s.data, err = os.OpenFile(filepath.Join(s.dir, s.name), os.O_RDWR, 0)
	if err != nil {
		return false
	}
	info, err := s.data.Stat()
	if err != nil || info.Size() < s.end {
		s.data.Close()
		s.data = nil
		return false
	}
	return true
}

// tidy removes files of values that the index does not name.
func (s *Store) tidy() {
	files, _ := filepath.Glob(filepath.Join(s.dir, "values-*"))
	for _, f := range files {
		if filepath.Base(f) != s.name {
			os.Remove(f)
		}
	}
}

// create starts an empty file of values.
func (s *Store) create() {
	f, err := os.CreateTemp(s.dir, "values-*")
	if err != nil {
		s.data = nil
		return
	}
	s.data, s.name, s.end = f, filepath.Base(f.Name()), 0
}

// Save writes the memo to disk, so that the next Open finds the values. Values
// that were neither put nor asked for since Open are dropped once they take up
// half of the file; since [Store.Sift], they are dropped in any case. What can't be
// written is lost and no error.
func (s *Store) Save() {
	s.mu.Lock()
	defer s.mu.Unlock()
	sifted := s.old != nil
	s.old = nil
	if s.data != nil {
		s.flush()
		if sifted || s.wasteful() {
			s.compact()
		}
	}
	if sifted || s.base == 0 {
		s.base = s.held()
	}
	if s.data == nil || s.saved {
		return
	}
	if err := s.saveIndex(); err == nil {
		s.saved = true
	}
}

// wasteful tells whether less than half of the file is values that were used.
func (s *Store) wasteful() bool {
	if s.base > 0 {
		return false
	}
	var used int64
	for _, p := range s.index {
		if p.Used {
			used += int64(p.Length)
		}
	}
	return s.end > little && used*2 < s.end
}

// compact copies the values that were used into a new file.
func (s *Store) compact() {
	old, oldName, oldEnd, oldIndex := s.data, s.name, s.end, s.index
	s.create()
	s.index = map[Key]place{}
	s.write = nil
	if s.data == nil {
		s.data, s.name, s.end, s.index = old, oldName, oldEnd, oldIndex
		return
	}
	for key, p := range oldIndex {
		if !p.Used {
			continue
		}
		value := make([]byte, p.Length)
		if _, err := old.ReadAt(value, p.Offset); err != nil {
			continue
		}
		s.index[key] = place{Offset: s.end + int64(len(s.write)), Length: p.Length, Sum: p.Sum}
		s.write = append(s.write, value...)
		if len(s.write) >= buffered {
			s.flush()
		}
	}
	s.flush()
	s.saved = false
	old.Close()
	os.Remove(filepath.Join(s.dir, oldName))
}

func (s *Store) saveIndex() error {
	body := make([]byte, 0, len(format)+len(s.id)+len(s.index)*entrySize+sha256.Size+64)
	body = append(body, format...)
	body = append(body, s.id[:]...)
	body = append(body, byte(len(s.name)))
	body = append(body, s.name...)
	body = binary.LittleEndian.AppendUint64(body, uint64(s.end))
	for key, p := range s.index {
		body = append(body, key[:]...)
		body = binary.LittleEndian.AppendUint64(body, uint64(p.Offset))
		body = binary.LittleEndian.AppendUint32(body, p.Length)
		body = binary.LittleEndian.AppendUint32(body, p.Sum)
	}
	sum := sha256.Sum256(body)
	temp := filepath.Join(s.dir, indexName+".new")
	if err := os.WriteFile(temp, append(body, sum[:]...), 0o600); err != nil {
		return fmt.Errorf("writing the memo: %w", err)
	}
	return os.Rename(temp, filepath.Join(s.dir, indexName))
}

// Close gives the memo free for other builds. What was not saved is lost.
func (s *Store) Close() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.data != nil {
		s.data.Close()
		s.data = nil
	}
	if s.lock != nil {
		s.lock.Close()
		s.lock = nil
	}
}
