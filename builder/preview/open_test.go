package preview

import (
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"vaandel/builder"
)

// toldVariable names the file in which an editor of tests writes down its words.
const toldVariable = "PREVIEW_TEST_EDITOR"

// TestMain can be an author's own editor.
func TestMain(m *testing.M) {
	if file := os.Getenv(toldVariable); file != "" {
		words, err := json.Marshal(os.Args[1:])
		if err == nil {
			err = os.WriteFile(file+".new", words, 0o666)
		}
		if err == nil {
			err = os.Rename(file+".new", file)
		}
		if err != nil {
			os.Exit(1)
		}
		return
	}
	os.Exit(m.Run())
}

// TestOpen holds that the author's editor gets a place in a file of the handbook, as
// one word, whatever its name.
func TestOpen(t *testing.T) {
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	dir := smallHandbook(t)
	names := []string{
		"index.md", "beleid/tijd.md", "handbook.yaml", "een map/een plan.md", "-rf.md", "--wait.md", "beleid/-x.md", "100%.md", "%PATH%.md", "a'1.md", "a;2.md", "a&3.md",
		"$(touch 4).md", "`touch 5`.md", "{line}.md", "{file}.md", "é ü.md", "#6.md", "a,7.md", "a=8.md", "~9.md", "!10.md", "^11.md",
	}
	if runtime.GOOS != "windows" {
		names = append(names, `een "citaat".md`, `a|12.md`, `a>13.md`, `"14.md`, "a\t15.md")
	}
	for _, name := range names[3:] {
		write(t, filepath.Join(dir, filepath.FromSlash(name)), "# X\n")
	}
	write(t, filepath.Join(dir, "notes.txt"), "x")
	write(t, filepath.Join(filepath.Dir(dir), "outside.md"), "# X\n")
	told := filepath.Join(t.TempDir(), "told")
	t.Setenv(toldVariable, told)
	s, _ := started(t, Options{Build: builder.Options{Content: dir}, Editor: `"` + self + `" --goto "{file}:{line}:{column}" +{line}`})
	opens := func(name string) (status int, words []string) {
		t.Helper()
		os.Remove(told)
		body, _ := json.Marshal(place{name, 12, 0})
		if status = ask(t, s, "POST", openAddress, string(body), nil).status; status != http.StatusNoContent {
			return status, nil
		}
		for began := time.Now(); time.Since(began) < patience; time.Sleep(5 * time.Millisecond) {
			if data, err := os.ReadFile(told); err == nil {
				if err := json.Unmarshal(data, &words); err != nil {
					t.Fatal(err)
				}
				return status, words
			}
		}
		t.Fatalf("%s: no editor was started", name)
		return 0, nil
	}
	for _, name := range names {
		want := []string{"--goto", fmt.Sprintf("%s:12:1", filepath.Join(dir, filepath.FromSlash(name))), "+12"}
		if status, words := opens(name); !slices.Equal(words, want) {
			t.Errorf("%s: status %d, the editor is told %q", name, status, words)
		}
	}
	for _, name := range []string{"", "weg.md", "notes.txt", "../outside.md", "beleid/../index.md", filepath.Join(dir, "index.md"), "beleid", self, "index.md\x00", "index.md --x"} {
		if status, words := opens(name); status != http.StatusNotFound {
			t.Errorf("%q: status %d, the editor is told %q", name, status, words)
		}
	}
	if _, err := os.Stat(told); err == nil {
		t.Error("an editor was started all the same")
	}
}

// TestOpenByBatch holds that a batch file gets no name that Windows would read as a
// command.
func TestOpenByBatch(t *testing.T) {
	dir := smallHandbook(t)
	program := filepath.Join(t.TempDir(), "edit.cmd")
	write(t, program, "#!/bin/sh\r\n")
	if err := os.Chmod(program, 0o755); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"a&calc.md", "%PATH%.md", "a^1.md", "a!2.md"} {
		write(t, filepath.Join(dir, name), "# X\n")
	}
	s, _ := started(t, Options{Build: builder.Options{Content: dir}, Editor: program})
	for name, want := range map[string]bool{"index.md": false, "a&calc.md": true, "%PATH%.md": true, "a^1.md": true, "a!2.md": true} {
		if got := ask(t, s, "POST", openAddress, `{"file":"`+name+`"}`, nil); (got.status == http.StatusUnprocessableEntity) != want {
			t.Errorf("%s gets status %d", name, got.status)
		}
	}
}

// TestEditorLink tells known editors, addresses and commands apart.
func TestEditorLink(t *testing.T) {
	for editor, want := range map[string]bool{"": false, "vscode": false, "x://{file}": false, "vim": true, "code -g {file}": true, " ": false, `""`: true} {
		if link, command := editorLink(editor); command != want || command && link != "" || strings.HasPrefix(editor, "vscode") && link == "" {
			t.Errorf("%q: the address %q, a command: %v", editor, link, command)
		}
	}
	for command, want := range map[string][]string{
		`a b`: {"a", "b", "F"}, `"C:\Program Files\x.exe" {file}`: {`C:\Program Files\x.exe`, "F"}, `a "" {line}`: {"a", "", "3", "F"}, `a "b c`: {"a", "b c", "F"}, `a  {file}{file}`: {"a", "FF"},
	} {
		if got := editorCommand(command, "F", 3, 1); !slices.Equal(got, want) {
			t.Errorf("%s: %q", command, got)
		}
	}
}
