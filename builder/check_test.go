package builder_test

import (
	"bytes"
	"context"
	"os"
	"reflect"
	"strings"
	"testing"

	"vaandel/builder"
	"vaandel/builder/check"
	"vaandel/builder/diag"
)

// check checks as a new process would.
func (s *site) check(o check.Options) *builder.Result {
	s.t.Helper()
	engine, err := builder.New(s.options())
	if err != nil {
		s.t.Fatal(err)
	}
	defer engine.Close()
	result, err := engine.Check(context.Background(), o)
	if err != nil {
		s.t.Fatal(err)
	}
	return result
}

// TestStarterIsClean holds that the starter handbook passes its own check.
func TestStarterIsClean(t *testing.T) {
	s := newSite(t, nil)
	if err := os.CopyFS(s.content, os.DirFS("../content")); err != nil {
		t.Fatal(err)
	}
	for _, d := range s.check(check.Options{}).Diagnostics {
		t.Errorf("%s %s: %s", d.Position, d.Rule, d.Message.EN)
	}
}

// TestCheckIsTheBuild holds that a check finds what the build does and more, that it
// publishes nothing, and that what an earlier build or check remembers changes nothing.
func TestCheckIsTheBuild(t *testing.T) {
	s := newSite(t, map[string]string{
		"index.md":  "# Welkom\n\nLees [dit](weg.md).\n",
		"a/leeg.md": "# Leeg\n",
		"a/b.md":    "---\nkind: policy\n---\n# Afspraak\n\nTekst met [een link](leeg.md#nergens).\n",
		"a/c.md":    "# Dubbel\n\n" + strings.Repeat("woord ", 25) + "\n",
		"a/d.md":    "# Dubbel\n\n" + strings.Repeat("woord ", 25) + "\n",
	})
	built := s.build(builder.Options{Content: s.content, NoCache: true, Now: today})
	first := s.check(check.Options{})
	if _, err := os.Stat(s.out); err == nil || first.Published {
		t.Error("a check published")
	}
	found := map[diag.Diagnostic]bool{}
	for _, d := range first.Diagnostics {
		found[d] = true
	}
	for _, d := range built.Diagnostics {
		if !found[d] {
			t.Errorf("the build finds %s %s, the check does not", d.Position, d.Rule)
		}
	}
	if len(first.Diagnostics) < len(built.Diagnostics)+3 {
		t.Errorf("the check finds %d, the build %d", len(first.Diagnostics), len(built.Diagnostics))
	}
	for range 3 {
		if again := s.check(check.Options{}); !reflect.DeepEqual(first.Diagnostics, again.Diagnostics) {
			t.Errorf("again:\n%v\nfirst:\n%v", again.Diagnostics, first.Diagnostics)
		}
		if after := s.build(s.options()); !reflect.DeepEqual(after.Diagnostics, built.Diagnostics) {
			t.Errorf("after a check the build finds\n%v\nnot\n%v", after.Diagnostics, built.Diagnostics)
		}
		s.write("a/c.md", "# Dubbel\n\n"+strings.Repeat("woord ", 25)+"\n")
	}
}

// TestCheckWithBrokenTheme holds that a mistake in a theme keeps nobody from checking.
func TestCheckWithBrokenTheme(t *testing.T) {
	s := newSite(t, map[string]string{"a/leeg.md": "# Leeg\n", "../themes/mis/layouts/page.html": "{{if}}"})
	o := s.options()
	o.Theme = s.content + "/../themes/mis"
	engine, err := builder.New(o)
	if err != nil {
		t.Fatal(err)
	}
	defer engine.Close()
	result, err := engine.Check(context.Background(), check.Options{})
	if err != nil {
		t.Fatal(err)
	}
	rules := map[string]bool{}
	for _, d := range result.Diagnostics {
		rules[d.Rule] = true
	}
	if !rules["care-empty"] || len(rules) < 2 {
		t.Errorf("found %v", rules)
	}
}

// TestIgnoringIsNotPublished holds that readers don't see what authors ignore, with and
// without HTML.
func TestIgnoringIsNotPublished(t *testing.T) {
	for _, config := range []string{"raw_html: false\n", "raw_html: true\n"} {
		s := newSite(t, map[string]string{
			"handbook.yaml": config,
			"index.md": "<!-- vaandel-ignore care-empty: boven -->\n\n# Welkom\n\n" +
				"<!-- vaandel-ignore care-double: blok -->\nTekst <!-- vaandel-ignore care-double: in de regel --> verder.\n\n" +
				"- item\n\n  <!-- vaandel-ignore care-double: in een lijst -->\n  meer\n\n" +
				"| a <!-- vaandel-ignore care-double: in een tabel --> |\n|---|\n| b |\n",
		})
		s.build(s.options())
		files := contents(t, s.out)
		if files["index.html"] == nil {
			t.Error("there is no page")
		}
		for name, data := range files {
			if bytes.Contains(data, []byte("vaandel-ignore")) {
				t.Errorf("%s%s tells what is ignored", config, name)
			}
		}
	}
}
