package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"vaandel/builder"
	"vaandel/builder/publish"
	"vaandel/builder/source"
)

func TestExplain(t *testing.T) {
	_, gone := os.Open(filepath.Join(t.TempDir(), "gone.md"))
	at := func(err error) error { return &fs.PathError{Op: "open", Path: "content/a.md", Err: err} }
	for name, c := range map[string]struct {
		err    error
		code   int
		nl, en string
	}{
		"gone":       {gone, exitIO, "gone.md is er niet (meer).", "gone.md is not there"},
		"permission": {at(syscall.EACCES), exitIO, "We mogen niet bij content/a.md.", "not allowed to use content/a.md"},
		"wrapped":    {fmt.Errorf("reading a.md: %w", at(syscall.EACCES)), exitIO, "We mogen niet bij", "not allowed"},
		"full":       {at(syscall.ENOSPC), exitIO, "De schijf is vol.", "The disk is full."},
		"quota":      {at(syscall.EDQUOT), exitIO, "De schijf is vol.", "The disk is full."},
		"broken":     {at(syscall.EIO), exitIO, "Dat lukte niet: ", "That didn't work: "},
		"other":      {errors.New("odd"), exitIO, "Dat lukte niet: odd", "That didn't work: odd"},
		"changed":    {&source.ChangedError{Path: "a.md"}, exitIO, "a.md veranderde", "a.md changed"},
		"content":    {&builder.ContentError{Dir: "nowhere"}, exitIO, "geen map nowhere", "no folder nowhere"},
		"theme":      {&builder.ThemeError{Name: "x"}, exitUsage, "geen thema x", "no theme x"},
		"collision":  {&publish.CollisionError{Paths: []string{"a", "b"}}, exitIO, "a, b", "a, b"},
	} {
		t.Run(name, func(t *testing.T) {
			f := explain(c.err)[0]
			if f.code != c.code || !strings.Contains(f.what.NL, c.nl) || !strings.Contains(f.what.EN, c.en) {
				t.Errorf("status %d: %q, %q", f.code, f.what.NL, f.what.EN)
			}
			if f.hint.NL == "" || f.hint.EN == "" {
				t.Errorf("nothing to do: %+v", f.hint)
			}
		})
	}
}

// Each reason to refuse a folder has its words.
func TestExplainRefusal(t *testing.T) {
	seen := map[text]publish.Reason{}
	for reason := publish.IsRoot; reason <= publish.Damaged; reason++ {
		f := explain(&publish.Refusal{Reason: reason, Dir: "/place", Other: "thing"})[0]
		if other := seen[f.what]; other != 0 {
			t.Errorf("%v and %v have the same words", reason, other)
		}
		seen[f.what] = reason
		if f.code != exitUsage || !strings.Contains(f.what.NL, "/place") || !strings.Contains(f.what.EN, "/place") {
			t.Errorf("%v: status %d, %+v", reason, f.code, f.what)
		}
		if !strings.Contains(f.hint.NL, "--out") || !strings.Contains(f.hint.EN, "--out") {
			t.Errorf("%v: nothing to do: %+v", reason, f.hint)
		}
	}
}

// Many files that can't be read are all told, up to a bound.
func TestExplainJoined(t *testing.T) {
	var errs []error
	for i := range 25 {
		errs = append(errs, &fs.PathError{Op: "open", Path: fmt.Sprintf("%02d.md", i), Err: syscall.EACCES})
	}
	faults := explain(errors.Join(errs[0], errors.Join(errs[1:]...)))
	if len(faults) != mostFaults+1 {
		t.Fatalf("%d faults", len(faults))
	}
	for i, f := range faults[:mostFaults] {
		if want := fmt.Sprintf("%02d.md", i); !strings.Contains(f.what.NL, want) {
			t.Errorf("fault %d doesn't name %s: %s", i, want, f.what.NL)
		}
	}
	if last := faults[mostFaults].what.EN; !strings.Contains(last, "15 more") {
		t.Errorf("the rest is told as %q", last)
	}
}

func TestQuoted(t *testing.T) {
	for path, want := range map[string]string{
		"content": "content", "a/b-c_1.md": "a/b-c_1.md", "mijn handboek": `"mijn handboek"`, "a&b": `"a&b"`,
	} {
		if got := quoted(path); got != want {
			t.Errorf("%s: %s", path, got)
		}
	}
}
