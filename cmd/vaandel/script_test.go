package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"vaandel": main})
}

// TestScripts runs the real program as a person types it. The scripts tell which
// fault they guard against.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 filepath.Join("testdata", "script"),
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup:               setup,
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits":  exits,
			"report": oneReport,
		},
	})
}

// setup gives each script a home and a cache of its own, and a Dutch
// environment.
func setup(env *testscript.Env) error {
	for _, name := range []string{"home", "cache"} {
		if err := os.Mkdir(filepath.Join(env.WorkDir, "."+name), 0o755); err != nil {
			return err
		}
	}
	env.Setenv("HOME", filepath.Join(env.WorkDir, ".home"))
	env.Setenv("USERPROFILE", filepath.Join(env.WorkDir, ".home"))
	env.Setenv("XDG_CACHE_HOME", filepath.Join(env.WorkDir, ".cache"))
	env.Setenv("LocalAppData", filepath.Join(env.WorkDir, ".cache"))
	env.Setenv("LC_ALL", "nl_NL.UTF-8")
	env.Setenv("ESC", "\x1b")
	env.Setenv("GIT_CEILING_DIRECTORIES", filepath.Dir(env.WorkDir))
	return nil
}

// exits STATUS COMMAND…: runs the command, which must end with the status.
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits STATUS COMMAND…")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	err = ts.Exec(args[1], args[2:]...)
	got := 0
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		got = exit.ExitCode()
	} else {
		ts.Check(err)
	}
	if got != want {
		ts.Fatalf("exit status %d, not %d", got, want)
	}
}

// report FILE: FILE (stdout) is one JSON object, a report and nothing else.
func oneReport(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: report FILE")
	}
	d := json.NewDecoder(bytes.NewReader([]byte(ts.ReadFile(args[0]))))
	d.DisallowUnknownFields()
	var r report
	ts.Check(d.Decode(&r))
	if _, err := d.Token(); err != io.EOF {
		ts.Fatalf("there is more behind the object: %v", err)
	}
	if r.OK != (r.Exit == 0) || r.Diagnostics == nil || r.Foreign == nil || r.Stats.Stages == nil || r.Version == "" {
		ts.Fatalf("not whole: %+v", r)
	}
}
