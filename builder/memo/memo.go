// Package memo keeps values between builds. A value is found again by a [Key]:
// the hash of everything it was made from. So a memo never goes stale; what
// nobody asks for any more is dropped.
//
// On disk a memo is two files in a folder of the user's cache: the values, one
// behind the other, and an index of where each is. The index is replaced in one
// step after the values are written, so a build that is killed leaves the memo
// of the build before. Each value carries a checksum: a memo that is damaged,
// or was written by another program, is an empty one and never an error. Where
// the folder can't be written, or another build has it open, values stay in
// memory for as long as the process runs.
//
// Databases (bbolt and its like) were left aside because a damaged file makes
// them panic, and this one may lie on any disk for years.
package memo

import (
	"crypto/sha256"
	"hash/crc32"
	"os"
	"path/filepath"
	"slices"
	"sync"

	"github.com/fxamacker/cbor/v2"
)

// Key names a value: the hash of all that the value was made from.
type Key [sha256.Size]byte

// Store is a memo. Its methods may be called from several goroutines at once.
type Store struct {
	mu    sync.Mutex
	dir   string
	id    Key
	lock  *os.File // nil: values are kept in memory only
	data  *os.File
	name  string // of the file of values
	end   int64  // where the next value goes
	index map[Key]place
	base  int64 // how large it was when all values were last known to be used; 0 before the first Save
	mem   map[Key][]byte
	old   map[Key][]byte // values in memory that are not asked for since Sift; nil but then
	size  int64          // of the values in mem, in bytes
	write []byte         // values that are not in the file yet
	saved bool           // the index on disk tells all that is in index
}

// place is where a value is in the file.
type place struct {
	Offset int64
	Length uint32
	Sum    uint32
	Used   bool // asked for or put since Open, or since Sift
}

// castagnoli is the CRC that processors compute in hardware.
var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// buffered is how many bytes are collected before they go to the file.
const buffered = 1 << 20

// Open returns the memo in the folder dir that the program id wrote; with
// another id, or without a folder that can be used, an empty one. With dir ""
// values are kept in memory only.
func Open(dir string, id Key) *Store {
	s := &Store{dir: dir, id: id, index: map[Key]place{}, mem: map[Key][]byte{}}
	if dir == "" || os.MkdirAll(dir, 0o700) != nil {
		return s
	}
	lock, err := lockFile(filepath.Join(dir, "lock"))
	if err != nil {
		return s
	}
	s.lock = lock
	s.load()
	return s
}

// Get returns the value of key. The caller must not change it.
func (s *Store) Get(key Key) ([]byte, bool) { return s.get(key, nil) }

// get returns the value of key. Where there is a buffer, a value that is read
// from the file goes there.
func (s *Store) get(key Key, buffer *[]byte) ([]byte, bool) {
	s.mu.Lock()
	p, ok := s.use(key)
	value, inMemory := s.recall(key)
	var pending []byte
	if ok && p.Offset >= s.end { // still in the buffer
		at := p.Offset - s.end
		pending = s.write[at : at+int64(p.Length)]
	}
	data := s.data
	s.mu.Unlock()

	switch {
	case inMemory:
		return value, true
	case !ok:
		return nil, false
	case pending != nil:
		return pending, true
	}
	if buffer == nil {
		buffer = new([]byte)
	}
	value = slices.Grow((*buffer)[:0], int(p.Length))[:p.Length]
	*buffer = value
	if _, err := data.ReadAt(value, p.Offset); err != nil || crc32.Checksum(value, castagnoli) != p.Sum {
		s.forget(key)
		return nil, false
	}
	return value, true
}

// Load fills into from the value of key, which [Encode] made. It is false where
// there is none, or none that fits.
func (s *Store) Load(key Key, into any) bool {
	return s.Read(key, func(value []byte) bool { return Decode(value, into) == nil })
}

// Read gives the value of key to read, which must not keep it, and returns what
// that returns; false where there is no value.
func (s *Store) Read(key Key, read func(value []byte) bool) bool {
	buffer := buffers.Get().(*[]byte)
	defer buffers.Put(buffer)
	value, ok := s.get(key, buffer)
	return ok && read(value)
}

// buffers hold values while they are read.
var buffers = sync.Pool{New: func() any { return new([]byte) }}

// Has tells whether there is a value of key, and that it is still in use.
func (s *Store) Has(key Key) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	_, ok := s.use(key)
	if !ok {
		_, ok = s.recall(key)
	}
	return ok
}

// recall returns a value that is in memory, and marks it as used.
func (s *Store) recall(key Key) ([]byte, bool) {
	value, ok := s.mem[key]
	if !ok {
		if value, ok = s.old[key]; ok {
			s.remember(key, value)
		}
	}
	return value, ok
}

// remember keeps a value in memory.
func (s *Store) remember(key Key, value []byte) {
	s.size += int64(len(value) - len(s.mem[key]))
	s.mem[key] = value
}

// Grown tells that the memo has grown by half since it held nothing in vain, and it is
// time to [Store.Sift] it: who writes all day leaves values behind with every letter.
func (s *Store) Grown() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.old != nil || s.base > 0 && s.held()-s.base > max(s.base/2, little)
}

// held is how many bytes the values take, in memory or in the file.
func (s *Store) held() int64 {
	if s.data == nil {
		return s.size
	}
	return s.end + int64(len(s.write))
}

// Sift lets the next Save drop what is neither put nor asked for until then.
func (s *Store) Sift() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.old == nil {
		s.old, s.mem, s.size = s.mem, map[Key][]byte{}, 0
	}
	for key, p := range s.index {
		p.Used = false
		s.index[key] = p
	}
}

// little is how many bytes are not worth tidying.
const little = 1 << 20

// use returns where a value is in the file, and marks it as used.
func (s *Store) use(key Key) (place, bool) {
	p, ok := s.index[key]
	if ok && !p.Used {
		p.Used = true
		s.index[key] = p
	}
	return p, ok
}

// Put keeps value under key. The caller must not change it afterwards.
func (s *Store) Put(key Key, value []byte) {
	sum := crc32.Checksum(value, castagnoli)
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.data == nil {
		s.remember(key, value)
		return
	}
	s.index[key] = place{Offset: s.end + int64(len(s.write)), Length: uint32(len(value)), Sum: sum, Used: true}
	s.write = append(s.write, value...)
	s.saved = false
	if len(s.write) >= buffered {
		s.flush()
	}
}

// flush writes the buffer; where that fails, all that was in it is forgotten.
func (s *Store) flush() {
	if len(s.write) == 0 {
		return
	}
	if _, err := s.data.WriteAt(s.write, s.end); err != nil {
		for key, p := range s.index {
			if p.Offset >= s.end {
				s.remember(key, s.write[p.Offset-s.end:][:p.Length])
				delete(s.index, key)
			}
		}
		s.write = nil
		return
	}
	s.end += int64(len(s.write))
	s.write = make([]byte, 0, buffered+buffered/8) // a Get may still hold the old one
}

func (s *Store) forget(key Key) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.index, key)
	s.saved = false
}

// encoding is CBOR in its core deterministic form (RFC 8949, 4.2.1): equal
// values, equal bytes, so it serves for hashes too.
var encoding = func() cbor.EncMode {
	mode, err := cbor.CoreDetEncOptions().EncMode()
	if err != nil {
		panic(err)
	}
	return mode
}()

// Encode returns the bytes of a plain value: equal values give equal bytes.
func Encode(v any) ([]byte, error) { return encoding.Marshal(v) }

// Decode fills v from bytes that Encode made.
func Decode(data []byte, v any) error { return cbor.Unmarshal(data, v) }

// Sum returns the key of plain values: equal values have equal keys.
func Sum(values ...any) (Key, error) {
	h := sha256.New()
	e := encoding.NewEncoder(h)
	for _, v := range values {
		if err := e.Encode(v); err != nil {
			return Key{}, err
		}
	}
	return Key(h.Sum(nil)), nil
}

// KeyOf returns the key of a list of parts. Parts are kept apart: ("ab", "c")
// and ("a", "bc") differ.
func KeyOf(parts ...[]byte) Key {
	h := sha256.New()
	var length [8]byte
	for _, p := range parts {
		for i := range length {
			length[i] = byte(len(p) >> (8 * i))
		}
		h.Write(length[:])
		h.Write(p)
	}
	return Key(h.Sum(nil))
}
