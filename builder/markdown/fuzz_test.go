package markdown

import (
	"os"
	"path/filepath"
	"reflect"
	"testing"
	"time"
)

// FuzzParse reads anything as a page, in each way that there is: it never
// panics or hangs, what it makes is sound, and twice the same.
func FuzzParse(f *testing.F) {
	names, err := filepath.Glob("testdata/pages/*.md")
	if err != nil {
		f.Fatal(err)
	}
	for _, name := range names {
		src, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(src, true, true)
		f.Add(src, false, false)
	}
	for _, p := range pathological {
		f.Add([]byte(p.make(200)), false, true)
	}
	f.Fuzz(func(t *testing.T, src []byte, training, raw bool) {
		o := Options{RawHTML: raw}
		if training {
			o.Kind = "training"
		}
		start := cpuTime()
		d := Parse("a.md", src, o)
		if took := cpuTime() - start; took > 2*time.Second && !raceEnabled {
			t.Errorf("%d bytes took %v", len(src), took)
		}
		check(t, "fuzz", d)
		if again := Parse("a.md", src, o); !reflect.DeepEqual(d, again) {
			t.Error("twice is not the same")
		}
	})
}
