package builder_test

import (
	"context"
	"encoding/base64"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/txtar"

	"vaandel/builder"
	"vaandel/builder/diag"
)

var update = flag.Bool("update", false, "write what tests found as what they expect")

// today is the day on which all tests are.
var today = time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)

// TestDiagnostics builds each handbook of testdata/diagnostics, one for a rule
// of bad input, and compares file, line, column, both texts and both hints.
func TestDiagnostics(t *testing.T) {
	files, err := filepath.Glob("testdata/diagnostics/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no tests: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			t.Parallel()
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			dir := unpack(t, archive)
			engine, err := builder.New(builder.Options{Content: filepath.Join(dir, "content"), NoCache: true, Now: today})
			if err != nil {
				t.Fatal(err)
			}
			defer engine.Close()
			result, err := engine.Build(context.Background())
			if err != nil {
				t.Fatal(err)
			}
			compare(t, file, archive, describe(result.Diagnostics))
		})
	}
}

// unpack writes the files of an archive into a new folder. One whose name ends
// in .base64 is written as the bytes it stands for, without that ending.
func unpack(t *testing.T, archive *txtar.Archive) string {
	t.Helper()
	dir := t.TempDir()
	for _, f := range archive.Files {
		if f.Name == "expect" {
			continue
		}
		name, data := f.Name, f.Data
		if strings.HasSuffix(name, ".base64") {
			var err error
			name = strings.TrimSuffix(name, ".base64")
			if data, err = base64.StdEncoding.DecodeString(strings.Join(strings.Fields(string(data)), "")); err != nil {
				t.Fatalf("%s: %v", f.Name, err)
			}
		}
		p := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(p), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(p, data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// describe writes diagnostics as five lines each.
func describe(ds []diag.Diagnostic) string {
	var b strings.Builder
	for _, d := range ds {
		fmt.Fprintf(&b, "%s %s %s\n", d.Position, d.Severity, d.Rule)
		fmt.Fprintf(&b, "nl: %s\nnl> %s\nen: %s\nen> %s\n", d.Message.NL, d.Hint.NL, d.Message.EN, d.Hint.EN)
	}
	return b.String()
}

// compare holds got against the archive's file "expect", or with -update writes
// it there.
func compare(t *testing.T, file string, archive *txtar.Archive, got string) {
	t.Helper()
	i := slices.IndexFunc(archive.Files, func(f txtar.File) bool { return f.Name == "expect" })
	if i < 0 {
		archive.Files = append(archive.Files, txtar.File{Name: "expect"})
		i = len(archive.Files) - 1
	}
	want := string(archive.Files[i].Data)
	if got == want {
		return
	}
	if *update {
		archive.Files[i].Data = []byte(got)
		if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	t.Errorf("got:\n%s\nwant:\n%s", got, want)
}

// elsewhere are the rules that a text archive can't show: the tests of their
// packages do.
var elsewhere = map[string]bool{
	"source-link-outside": true, "source-link-broken": true, "source-link-loop": true,
	"source-not-a-file": true, "source-name": true,
	"page-too-large": true, "table-too-long": true, // they need megabytes
	"toolkit-pack-large": true, // so does this one
	"figures-rows":       true, // it needs hundreds of lines
	"page-unreadable":    true, // a mistake of ours, of which none is known
}

// TestEveryRuleIsShown holds that no rule about content is without a test of
// its texts, and that there are at least forty.
func TestEveryRuleIsShown(t *testing.T) {
	rule := regexp.MustCompile(`diag\.Rule\{\s*ID:\s*"([^"]+)"`)
	rules := map[string]string{}
	for _, dir := range []string{"meta", "markdown", "handbook", "source", "picture", "render", "check"} {
		files, err := filepath.Glob(filepath.Join(dir, "*.go"))
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range files {
			if strings.HasSuffix(f, "_test.go") {
				continue
			}
			text, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			for _, m := range rule.FindAllStringSubmatch(string(text), -1) {
				rules[m[1]] = f
			}
		}
	}
	shown := map[string]bool{}
	files, _ := filepath.Glob("testdata/diagnostics/*.txtar")
	line := regexp.MustCompile(`(?m)^\S.* (?:error|warning) (\S+)$`)
	for _, f := range files {
		archive, err := txtar.ParseFile(f)
		if err != nil {
			t.Fatal(err)
		}
		for _, part := range archive.Files {
			if part.Name == "expect" {
				for _, m := range line.FindAllStringSubmatch(string(part.Data), -1) {
					shown[m[1]] = true
				}
			}
		}
	}
	for id, file := range rules {
		if !shown[id] && !elsewhere[id] {
			t.Errorf("rule %s (%s) is in no test of testdata/diagnostics", id, file)
		}
	}
	if len(rules) < 40 {
		t.Errorf("%d rules, want at least 40", len(rules))
	}
}
