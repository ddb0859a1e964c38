package markdown

import (
	"fmt"
	"reflect"
	"sync"
	"testing"
)

func ExampleParse() {
	page := []byte("# Werktijd\n\nLees ook [dit](uitleg.md#rust).\n\n## Pauze\n\nNeem hem.\n")
	d := Parse("beleid/werktijd.md", page, Options{})
	fmt.Println(d.Title)
	for _, h := range d.Headings {
		fmt.Println(h.Level, h.ID, h.Text)
	}
	for _, hole := range d.Holes {
		l := d.Links[hole.Index]
		fmt.Printf("line %d, column %d: %s#%s\n", l.Line, l.Column, l.Target, l.Fragment)
		fmt.Printf("%s…\n", d.Body[:hole.Offset])
	}
	// Output:
	// Werktijd
	// 2 h-pauze Pauze
	// line 3, column 10: uitleg.md#rust
	// <p>Lees ook <a…
}

func ExampleAnchor() {
	fmt.Println(Anchor("Wat mag wél?"))
	fmt.Println(Anchor("wat-mag-wél"))
	// Output:
	// h-wat-mag-wel
	// h-wat-mag-wel
}

// TestAtOnce reads pages in many goroutines, as a build does.
func TestAtOnce(t *testing.T) {
	all := pages(t)
	want := make([]*Document, len(all))
	for i, src := range all {
		want[i] = Parse("a.md", src, Options{})
	}
	var group sync.WaitGroup
	for range 4 {
		group.Go(func() {
			for i, src := range all {
				if got := Parse("a.md", src, Options{}); !reflect.DeepEqual(got, want[i]) {
					t.Errorf("page %d is not the same in another goroutine", i)
					return
				}
			}
		})
	}
	group.Wait()
}

// TestKinds holds that a page's own kind goes for that of its section.
func TestKinds(t *testing.T) {
	const question = "## Wat?\n\n- [x] a\n- [ ] b\n"
	for _, c := range []struct {
		section, front string
		quizzes        int
	}{
		{"", "", 0},
		{"training", "", 1},
		{"training", "---\nkind: page\n---\n", 0},
		{"page", "---\nkind: training\n---\n", 1},
		{"training", "---\ntitle: x\n---\n", 1},
	} {
		d := Parse("a.md", []byte(c.front+question), Options{Kind: c.section})
		if len(d.Quizzes) != c.quizzes || len(d.Quizzes)+len(d.Checklists) != 1 {
			t.Errorf("%+v: %d quizzes, %d checklists", c, len(d.Quizzes), len(d.Checklists))
		}
	}
}
