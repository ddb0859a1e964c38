package markdown

import (
	"os"
	"path/filepath"
	"reflect"
	"testing"
	"time"
)

// FuzzProse reads anything: it never panics or hangs, each letter is where it is
// said to be, and what Parse refuses is refused.
func FuzzProse(f *testing.F) {
	names, err := filepath.Glob("testdata/pages/*.md")
	if err != nil {
		f.Fatal(err)
	}
	for _, name := range names {
		src, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(src)
	}
	for _, p := range pathological {
		f.Add([]byte(p.make(200)))
	}
	f.Add([]byte("<!-- a --><!-- b -->\n> <!-- c\n\n- <!-- d -->\n  x <!-- e --> y\n"))
	f.Fuzz(func(t *testing.T, src []byte) {
		start := cpuTime()
		p := ReadProse("a.md", src, Options{})
		if took := cpuTime() - start; took > 2*time.Second && !raceEnabled {
			t.Errorf("%d bytes took %v", len(src), took)
		}
		placesHold(t, "a.md", src, p)
		for _, c := range p.Comments {
			if c.From > c.Line || c.To < c.Line {
				t.Errorf("comment on line %d stands with %d to %d", c.Line, c.From, c.To)
			}
		}
		for _, tag := range p.Tags {
			if tag.Line < 1 || tag.Column < 1 || tag.Name == "" {
				t.Errorf("tag %+v", tag)
			}
		}
		if refused := Parse("a.md", src, Options{}).Refused; refused != p.Refused {
			t.Errorf("refused is %v, for Parse %v", p.Refused, refused)
		}
		if again := ReadProse("a.md", src, Options{}); !reflect.DeepEqual(p, again) {
			t.Error("twice is not the same")
		}
	})
}
