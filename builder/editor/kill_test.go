package editor

import (
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"vaandel/builder/source"
)

// TestMain can be a program that saves until it is killed.
func TestMain(m *testing.M) {
	if dir := os.Getenv("EDITOR_TEST_SAVES"); dir != "" {
		saveForever(dir)
	}
	os.Exit(m.Run())
}

var killedTexts = []string{strings.Repeat("oud ", 450_000), strings.Repeat("nieuw ", 330_000)}

func saveForever(dir string) {
	e, err := Open(dir)
	if err != nil {
		os.Exit(1)
	}
	for i := 0; ; i++ {
		was, err := e.Read("a.md")
		if err == nil {
			_, err = e.Save("a.md", was.Version, killedTexts[i%2])
		}
		if err != nil {
			os.Exit(1)
		}
	}
}

// TestKilled kills a program that saves at any moment: the file is the old or
// the new one, and what is left beside it is no page.
func TestKilled(t *testing.T) {
	e, dir := folder(t, map[string]string{"a.md": killedTexts[0]})
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	r := rand.New(rand.NewPCG(3, 4))
	halfway := 0
	for round := range 8 {
		saving := exec.Command(self)
		saving.Env = append(os.Environ(), "EDITOR_TEST_SAVES="+dir)
		if err := saving.Start(); err != nil {
			t.Fatal(err)
		}
		for len(inFolder(t, dir)) == 1 {
			time.Sleep(100 * time.Microsecond) // until it is saving
		}
		time.Sleep(time.Duration(r.IntN(3_000)*(round%2)) * time.Microsecond)
		if err := saving.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		if err := saving.Wait(); err == nil || saving.ProcessState.ExitCode() == 1 {
			t.Fatal("it was not the kill that ended it", err)
		}
		got, err := e.Read("a.md")
		if err != nil || got.Text != killedTexts[0] && got.Text != killedTexts[1] {
			t.Fatal("half a file", err)
		}
		for _, name := range inFolder(t, dir) {
			if name == "a.md" {
				continue
			}
			if !source.Ignored(name) {
				t.Errorf("a build would take %s for a file of the handbook", name)
			}
			halfway++
			if err := os.Remove(filepath.Join(dir, name)); err != nil {
				t.Fatal(err)
			}
		}
	}
	if halfway == 0 {
		t.Error("no kill came in the middle of a save")
	}
}

func inFolder(t *testing.T, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	all := make([]string, len(entries))
	for i, entry := range entries {
		all[i] = entry.Name()
	}
	return all
}
