//go:build unix

package builder_test

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"vaandel/builder"
)

// unreadableDir names the folder for the process that may not read in it.
const unreadableDir = "VAANDEL_TEST_UNREADABLE"

// TestUnreadableSource holds that a file that can't be read is named in the
// error, and that the last site stays as it was. Root reads everything, so where
// the test is root another process does it as somebody else.
func TestUnreadableSource(t *testing.T) {
	if dir := os.Getenv(unreadableDir); dir != "" {
		buildUnreadable(t, dir)
		return
	}
	dir := t.TempDir()
	for d := dir; d != os.TempDir() && len(d) > 1; d = filepath.Dir(d) {
		if err := os.Chmod(d, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	s := &site{t, filepath.Join(dir, "content"), filepath.Join(dir, "public"), ""}
	for name, text := range handbookFiles {
		s.write(name, text)
	}
	o := s.options()
	o.NoCache = true
	s.build(o)
	before := contents(t, s.out)
	closed := filepath.Join(s.content, "beleid", "rust.md")
	if err := os.Chmod(closed, 0); err != nil {
		t.Fatal(err)
	}
	if os.Getuid() != 0 {
		buildUnreadable(t, dir)
	} else {
		asSomebodyElse(t, dir)
	}
	if err := os.Chmod(closed, 0o644); err != nil {
		t.Fatal(err)
	}
	if !maps.EqualFunc(before, contents(t, s.out), bytes.Equal) {
		t.Error("the last site changed")
	}
}

func buildUnreadable(t *testing.T, dir string) {
	t.Helper()
	engine, err := builder.New(builder.Options{
		Content: filepath.Join(dir, "content"), Out: filepath.Join(dir, "public"), NoCache: true, Now: today,
	})
	if err != nil {
		t.Fatal(err)
	}
	defer engine.Close()
	r, err := engine.Build(context.Background())
	if !errors.Is(err, fs.ErrPermission) || !strings.Contains(err.Error(), "beleid/rust.md") || r.Published {
		t.Errorf("published %v, error %v", r.Published, err)
	}
}

// asSomebodyElse runs this test as the user nobody.
func asSomebodyElse(t *testing.T, dir string) {
	t.Helper()
	// The program itself lies where only root looks.
	program, err := os.ReadFile(os.Args[0])
	if err != nil {
		t.Fatal(err)
	}
	copied := filepath.Join(dir, "test")
	if err := os.WriteFile(copied, program, 0o755); err != nil {
		t.Fatal(err)
	}
	const nobody = 65534
	cmd := exec.Command(copied, "-test.run=^TestUnreadableSource$", "-test.v")
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), unreadableDir+"="+dir)
	cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}
	out, err := cmd.CombinedOutput()
	if err != nil || !bytes.Contains(out, []byte("PASS: TestUnreadableSource")) {
		t.Errorf("%v\n%s", err, out)
	}
}
