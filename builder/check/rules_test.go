package check_test

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"image"
	"image/jpeg"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/txtar"

	"vaandel/builder"
	"vaandel/builder/check"
	"vaandel/builder/diag"
)

var update = flag.Bool("update", false, "write what tests found as what they expect")

// today is the day on which all tests are.
var today = time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)

// ownTest are the rules that need more than a handbook: another site, a photograph, a
// dictionary. Each has a test of its own, and so have all that ask other sites.
var ownTest = map[string]bool{"output-weight": true, "spelling-word": true, "spelling-unknown": true}

// TestRules checks each handbook of testdata, one for a rule, and compares place,
// severity, messages and hints. What is not expected must not be found.
func TestRules(t *testing.T) {
	for _, rule := range check.Rules {
		if rule.Outside || ownTest[rule.ID] {
			continue
		}
		t.Run(rule.ID, func(t *testing.T) {
			t.Parallel()
			file := filepath.Join("testdata", rule.ID+".txtar")
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			only := []string{rule.ID}
			if rule.Family == check.Ignores {
				only = nil
			}
			found := checked(t, unpack(t, archive), check.Options{Only: only})
			if !slices.ContainsFunc(found, func(d diag.Diagnostic) bool { return d.Rule == rule.ID }) {
				t.Errorf("%s is not found", rule.ID)
			}
			compare(t, file, archive, describe(found))
		})
	}
}

// checked returns what is found in the folder content of dir.
func checked(t *testing.T, dir string, o check.Options) []diag.Diagnostic {
	t.Helper()
	engine, err := builder.New(builder.Options{Content: filepath.Join(dir, "content"), NoCache: true, Now: today})
	if err != nil {
		t.Fatal(err)
	}
	defer engine.Close()
	result, err := engine.Check(context.Background(), o)
	if err != nil {
		t.Fatal(err)
	}
	return result.Diagnostics
}

// unpack writes the files of an archive into a new folder. Its file "commits" says on
// which day which files were committed last. The text of a .jpg stands for a picture,
// with a place in it or without.
func unpack(t *testing.T, archive *txtar.Archive) string {
	t.Helper()
	dir := t.TempDir()
	commits := ""
	for _, f := range archive.Files {
		switch f.Name {
		case "expect":
		case "commits":
			commits = string(f.Data)
		default:
			p := filepath.Join(dir, filepath.FromSlash(f.Name))
			if err := os.MkdirAll(filepath.Dir(p), 0o755); err != nil {
				t.Fatal(err)
			}
			if path.Ext(p) == ".jpg" {
				f.Data = photo(t, strings.HasPrefix(string(f.Data), "with a place"))
			}
			if err := os.WriteFile(p, f.Data, 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	if commits != "" {
		commit(t, dir, commits)
	}
	return dir
}

// photo makes a picture as a camera does.
func photo(t *testing.T, place bool) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, image.NewGray(image.Rect(0, 0, 8, 8)), nil); err != nil {
		t.Fatal(err)
	}
	if !place {
		return b.Bytes()
	}
	exif := "Exif\x00\x00MM\x00*\x00\x00\x00\x08" + // a table at byte 8, with one entry:
		"\x00\x01\x88\x25\x00\x04\x00\x00\x00\x01\x00\x00\x00\x1a\x00\x00\x00\x00" + // coordinates at byte 26,
		"\x00\x01\x00\x02\x00\x05\x00\x00\x00\x03\x00\x00\x00\x00\x00\x00\x00\x00" // of which one is a latitude
	segment := "\xff\xe1\x00" + string(rune(len(exif)+2)) + exif
	return slices.Insert(b.Bytes(), 2, []byte(segment)...)
}

// commit makes a repository of dir.
func commit(t *testing.T, dir, commits string) {
	t.Helper()
	git := func(date string, args ...string) {
		cmd := exec.Command("git", args...)
		cmd.Dir = dir
		cmd.Env = append(os.Environ(), "GIT_CONFIG_GLOBAL="+os.DevNull, "GIT_CONFIG_SYSTEM="+os.DevNull,
			"GIT_AUTHOR_NAME=a", "GIT_AUTHOR_EMAIL=a@voorbeeld.example", "GIT_COMMITTER_NAME=a", "GIT_COMMITTER_EMAIL=a@voorbeeld.example",
			"GIT_AUTHOR_DATE="+date+"T12:00:00Z", "GIT_COMMITTER_DATE="+date+"T12:00:00Z")
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("git %v: %v\n%s", args, err, out)
		}
	}
	git("2026-01-01", "init", "-q")
	for line := range strings.Lines(commits) {
		fields := strings.Fields(line)
		git(fields[0], append([]string{"add"}, fields[1:]...)...)
		git(fields[0], "commit", "-q", "-m", "change")
	}
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

// compare holds got against the archive's file "expect", or with -update writes it
// there.
func compare(t *testing.T, file string, archive *txtar.Archive, got string) {
	t.Helper()
	i := slices.IndexFunc(archive.Files, func(f txtar.File) bool { return f.Name == "expect" })
	if i < 0 {
		archive.Files = append(archive.Files, txtar.File{Name: "expect"})
		i = len(archive.Files) - 1
	}
	if string(archive.Files[i].Data) == got {
		return
	}
	if *update {
		archive.Files[i].Data = []byte(got)
		if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	t.Errorf("got:\n%s\nwant:\n%s", got, archive.Files[i].Data)
}
