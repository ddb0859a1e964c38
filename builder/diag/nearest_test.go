package diag

import (
	"strings"
	"testing"
	"time"
)

func TestNearest(t *testing.T) {
	kinds := []string{"page", "policy", "content-type", "training", "person", "share"}
	for _, c := range []struct{ word, want string }{
		{"polcy", "policy"},
		{"POLICY", "policy"},
		{"polciy", "policy"}, // two letters swapped are one mistake
		{"contenttype", "content-type"},
		{"content_types", "content-type"},
		{"pag", "page"},
		{"shaer", "share"},
		{"trianing", "training"},
		{"event", ""},
		{"", ""},
		{"p", ""},
		{"xy", ""},
		{strings.Repeat("policy", 10), ""},
	} {
		got, ok := Nearest(c.word, kinds)
		if got != c.want || ok != (c.want != "") {
			t.Errorf("%q: got %q, %v; want %q", c.word, got, ok, c.want)
		}
	}
}

// Two equally near names must not take turns.
func TestNearestTakesTheFirstOfEquals(t *testing.T) {
	for range 20 {
		if got, _ := Nearest("bb", []string{"ba", "ab"}); got != "ba" {
			t.Fatalf("got %q", got)
		}
	}
}

// Names with accents are compared by letters, not by bytes.
func TestNearestCountsLetters(t *testing.T) {
	if got, _ := Nearest("enquete", []string{"enquête"}); got != "enquête" {
		t.Errorf("got %q", got)
	}
}

// A name of a megabyte against many candidates must not take long.
func TestNearestGivesUpEarly(t *testing.T) {
	candidates := make([]string, 10_000)
	for i := range candidates {
		candidates[i] = strings.Repeat("ab", 20)
	}
	began := time.Now()
	Nearest(strings.Repeat("a", 1<<20), candidates)
	if took := time.Since(began); took > 5*time.Second {
		t.Errorf("took %v", took)
	}
}
