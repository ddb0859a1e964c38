package publish

import (
	"bytes"
	"strings"
	"testing"
)

// What is accepted as a manifest is exactly what encode writes, and names only
// files in the folder.
func FuzzManifest(f *testing.F) {
	m := manifest{
		current: []entry{{"a/b.html", sumOf("b")}, {"index.html", sumOf("i")}},
		kept:    []entry{{"# of the previous site, kept for open pages", sumOf("k")}, {"assets/x.css", sumOf("x")}},
	}
	f.Add(m.encode())
	f.Add(manifest{current: m.kept}.encode())
	f.Add(manifest{kept: m.kept}.encode())
	f.Add(manifest{}.encode())
	f.Add([]byte(manifestHead + manifestKept))
	f.Add([]byte(strings.Replace(string(m.encode()), "index.html", "../x", 1)))
	f.Fuzz(func(t *testing.T, text []byte) {
		m, err := parseManifest(text)
		if err != nil {
			return
		}
		if !bytes.Equal(m.encode(), text) {
			t.Fatalf("%q is written back as %q", text, m.encode())
		}
		owned := m.owned()
		if len(owned) != len(m.current)+len(m.kept) {
			t.Fatalf("%q lists a file twice", text)
		}
		for p := range owned {
			if !validPath(p) {
				t.Fatalf("it owns %q", p)
			}
		}
	})
}

// Nothing that is not a state is taken for one, and nothing makes parsing panic.
// The check sum is put right, so that what lies behind it is reached.
func FuzzState(f *testing.F) {
	sum := sumOf("maker")
	maker := string(sum[:])
	s := state{"/srv/public", sumOf("maker"), []string{"a", "b/c"}, []record{{sumOf("1"), sumOf("2"), 3, 4}, {size: -1, time: 1 << 60}}}
	whole := s.encode()
	f.Add(whole[:len(whole)-32])
	f.Add(state{site: "/srv/public", maker: sumOf("maker")}.encode())
	f.Add([]byte(stateHead + maker + "\x0b/srv/public\xff\xff\xff\xff\xff\xff\xff\xff\x7f"))
	f.Fuzz(func(t *testing.T, b []byte) {
		if parseState(b, "/srv/public", sum) != nil && len(b) < 32 {
			t.Fatal("a state without check sum")
		}
		check := sumOf(string(b))
		records := parseState(append(bytes.Clone(b), check[:]...), "/srv/public", sum)
		if records == nil {
			return
		}
		if parseState(append(bytes.Clone(b), check[:]...), "/srv/other", sum) != nil {
			t.Fatal("the state of another folder")
		}
		if !strings.HasPrefix(string(b), stateHead) || len(records) > len(b)/64 {
			t.Fatalf("%d records in %d bytes", len(records), len(b))
		}
	})
}

func TestState(t *testing.T) {
	s := state{"/srv/public", sumOf("maker"), []string{"a", "b/c"}, []record{{sumOf("1"), sumOf("2"), 3, 4}, {size: -1, time: 1 << 60}}}
	b := s.encode()
	got := parseState(b, s.site, s.maker)
	if len(got) != 2 || got["a"] != s.records[0] || got["b/c"] != s.records[1] {
		t.Errorf("read back: %v", got)
	}
	for i := range b {
		bad := bytes.Clone(b)
		bad[i] ^= 1
		if parseState(bad, s.site, s.maker) != nil || parseState(b[:i], s.site, s.maker) != nil {
			t.Fatalf("damaged at byte %d and taken", i)
		}
	}
	if parseState(b, "/srv/other", s.maker) != nil || parseState(b, s.site, sumOf("other")) != nil {
		t.Error("taken for another folder, or another maker")
	}
}
