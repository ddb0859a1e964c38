package markdown

import (
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/alecthomas/chroma/v2/lexers"
)

// TestLanguages holds that each name leads to one of chroma's languages, and
// that none of them takes long over what looks much like code and is none.
func TestLanguages(t *testing.T) {
	hostile := []string{"a b ", "--", "a.", "${${", "<?php ", "'", "/a/a", "<a <a ", "{{", " "}
	if raceEnabled {
		hostile = hostile[:1]
	}
	tried := map[string]bool{}
	for _, name := range slices.Sorted(maps.Keys(languages)) {
		known := languages[name]
		if lexers.Get(known) == nil {
			t.Errorf("%s: chroma does not know %s", name, known)
		}
		if tried[known] {
			continue
		}
		tried[known] = true
		for _, unit := range hostile {
			line := strings.Repeat(unit, maxCodeLine/len(unit)-1) + "\n"
			src := "```" + name + "\n" + strings.Repeat(line, maxCode/len(line)) + "```\n"
			start := cpuTime()
			d := Parse("a.md", []byte(src), Options{})
			if took := cpuTime() - start; took > time.Second && !raceEnabled {
				t.Errorf("%s takes %v over %q", name, took, unit)
			}
			check(t, name, d)
			if !strings.Contains(string(d.Body), `class="chroma"`) {
				t.Errorf("%s has no colours", name)
			}
		}
	}
}

// TestLongCode holds that code beyond a bound is shown plain, and whole.
func TestLongCode(t *testing.T) {
	for name, code := range map[string]string{
		"block": strings.Repeat("let a = 1\n", maxCode/10+1),
		"line":  "let a = " + strings.Repeat("1", maxCodeLine) + "\n",
		"empty": "",
	} {
		d := Parse("a.md", []byte("```js\n"+code+"```\n"), Options{})
		check(t, name, d)
		if got := string(d.Body); got != "<pre><code class=\"language-js\">"+code+"</code></pre>\n" {
			t.Errorf("%s: %.200s", name, got)
		}
	}
	block := "```js\n" + strings.Repeat("let a = 1\n", maxCode/10) + "```\n"
	d := Parse("a.md", []byte(strings.Repeat(block, 10)), Options{})
	check(t, "page", d)
	if n := strings.Count(string(d.Body), "chroma"); n != 4 {
		t.Errorf("%d blocks have colours", n)
	}
}
