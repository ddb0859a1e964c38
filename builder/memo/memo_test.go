package memo

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"sync"
	"testing"
)

var id = KeyOf([]byte("this program"))

func key(i int) Key { return KeyOf(fmt.Appendf(nil, "%d", i)) }

func value(i int) []byte { return bytes.Repeat(fmt.Appendf(nil, "value %d ", i), 200) }

// fill opens the memo in dir, puts n values into it and saves them.
func fill(t *testing.T, dir string, n int) {
	t.Helper()
	s := Open(dir, id)
	for i := range n {
		s.Put(key(i), value(i))
	}
	s.Save()
	s.Close()
}

func check(t *testing.T, s *Store, i int) {
	t.Helper()
	if got, ok := s.Get(key(i)); !ok || !bytes.Equal(got, value(i)) {
		t.Fatalf("value %d: found %v, %d bytes", i, ok, len(got))
	}
}

func TestValuesOutliveTheProcess(t *testing.T) {
	dir := t.TempDir()
	fill(t, dir, 2000)
	s := Open(dir, id)
	defer s.Close()
	for i := range 2000 {
		check(t, s, i)
	}
	if _, ok := s.Get(key(2000)); ok {
		t.Error("found a value that was never put")
	}
}

func TestMemoryOnly(t *testing.T) {
	for name, dir := range map[string]string{"no folder": "", "no such place": "/dev/null/memo"} {
		s := Open(dir, id)
		s.Put(key(1), value(1))
		check(t, s, 1)
		s.Save()
		s.Close()
		t.Log(name)
	}
}

func TestAnotherBuildHasItOpen(t *testing.T) {
	dir := t.TempDir()
	fill(t, dir, 10)
	first := Open(dir, id)
	defer first.Close()
	second := Open(dir, id)
	defer second.Close()
	if _, ok := second.Get(key(1)); ok {
		t.Error("two stores share the files")
	}
	second.Put(key(50), value(50))
	check(t, second, 50)
	second.Save()
	check(t, first, 1)
}

func TestAnotherProgram(t *testing.T) {
	dir := t.TempDir()
	fill(t, dir, 10)
	s := Open(dir, KeyOf([]byte("another program")))
	defer s.Close()
	if s.Has(key(1)) {
		t.Error("found a value of another program")
	}
}

func TestNotSavedIsNotThere(t *testing.T) {
	dir := t.TempDir()
	fill(t, dir, 10)
	s := Open(dir, id)
	s.Put(key(99), value(99))
	s.Close() // as a kill would
	s = Open(dir, id)
	defer s.Close()
	check(t, s, 5)
	if s.Has(key(99)) {
		t.Error("an unsaved value is there")
	}
}

// TestDamage changes, cuts and fills the files at random: every value is right
// or missing, and the memo still works.
func TestDamage(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for round := range 200 {
		dir := t.TempDir()
		fill(t, dir, 30)
		files, err := filepath.Glob(filepath.Join(dir, "*"))
		if err != nil || len(files) < 3 {
			t.Fatalf("files %v, %v", files, err)
		}
		damage(t, random, files[random.IntN(len(files))])
		s := Open(dir, id)
		for i := range 30 {
			if got, ok := s.Get(key(i)); ok && !bytes.Equal(got, value(i)) {
				t.Fatalf("round %d: value %d is wrong", round, i)
			}
			s.Put(key(i), value(i))
		}
		s.Save()
		s.Close()
		s = Open(dir, id)
		for i := range 30 {
			check(t, s, i)
		}
		s.Close()
	}
}

func damage(t *testing.T, random *rand.Rand, file string) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	switch random.IntN(4) {
	case 0:
		data = data[:random.IntN(len(data)+1)]
	case 1:
		for range 5 {
			if len(data) > 0 {
				data[random.IntN(len(data))] ^= byte(1 + random.IntN(255))
			}
		}
	case 2:
		data = append(data, bytes.Repeat([]byte{0}, 5000)...)
	case 3:
		if err := os.Remove(file); err != nil {
			t.Fatal(err)
		}
		return
	}
	if err := os.WriteFile(file, data, 0o600); err != nil {
		t.Fatal(err)
	}
}

// TestUnusedValuesGo holds that a memo does not grow for ever, and keeps what
// is still asked for.
func TestUnusedValuesGo(t *testing.T) {
	dir := t.TempDir()
	fill(t, dir, 3000)
	before := size(t, dir)
	s := Open(dir, id)
	for i := range 100 {
		if !s.Has(key(i)) {
			t.Fatal("lost", i)
		}
	}
	s.Put(key(5000), value(5000))
	s.Save()
	check(t, s, 50)
	s.Close()
	if after := size(t, dir); after*4 > before {
		t.Errorf("%d bytes before, %d after", before, after)
	}
	s = Open(dir, id)
	defer s.Close()
	check(t, s, 99)
	check(t, s, 5000)
	if s.Has(key(100)) {
		t.Error("an unused value is still there")
	}
}

func size(t *testing.T, dir string) (n int64) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		info, err := e.Info()
		if err != nil {
			t.Fatal(err)
		}
		n += info.Size()
	}
	return n
}

// TestWritesAllDay saves again and again what nobody asks for any more, as a preview
// does while somebody writes. What is asked for is kept, and the rest goes; what it
// holds doesn't grow from one time to the next.
func TestWritesAllDay(t *testing.T) {
	for name, dir := range map[string]string{"disk": t.TempDir(), "memory": ""} {
		t.Run(name, func(t *testing.T) {
			s := Open(dir, id)
			defer s.Close()
			s.Put(key(0), value(0))
			s.Save()
			for i := 1; i <= 40_000; i++ {
				s.Put(key(i), value(i))
				check(t, s, i)
				if i%100 == 0 && s.Grown() {
					s.Sift()
					check(t, s, 0)
					s.Save()
					check(t, s, 0)
				}
			}
			if held := len(s.mem) + len(s.old) + len(s.index); held > 3_000 {
				t.Errorf("it holds %d values", held)
			}
			if s.end > 4*little {
				t.Errorf("its file has %d bytes", s.end)
			}
		})
	}
}

func TestManyGoroutines(t *testing.T) {
	s := Open(t.TempDir(), id)
	defer s.Close()
	var wg sync.WaitGroup
	for g := range 8 {
		wg.Go(func() {
			for i := range 300 {
				s.Put(key(g*1000+i), value(g*1000+i))
				if got, ok := s.Get(key(g*1000 + i/2)); !ok || !bytes.Equal(got, value(g*1000+i/2)) {
					t.Errorf("value %d of %d is wrong", i/2, g)
					return
				}
			}
		})
	}
	wg.Wait()
}

func TestKeyOf(t *testing.T) {
	if KeyOf([]byte("ab"), []byte("c")) == KeyOf([]byte("a"), []byte("bc")) {
		t.Error("parts run together")
	}
	if KeyOf() == KeyOf(nil) {
		t.Error("an empty part does not count")
	}
}

func TestEncodeIsDeterministic(t *testing.T) {
	m := map[string]int{}
	for i := range 100 {
		m[fmt.Sprint(i)] = i
	}
	first, err := Encode(m)
	if err != nil {
		t.Fatal(err)
	}
	for range 20 {
		again, err := Encode(m)
		if err != nil || !bytes.Equal(first, again) {
			t.Fatal("another encoding of the same map", err)
		}
	}
}
