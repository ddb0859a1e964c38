package main

import (
	"cmp"
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"
)

// version is set when a release is built: go build -ldflags "-X main.version=…".
var version string

// versionOf is the version of this program: that of the release, else of the
// module or the commit that it was built from.
func versionOf() string {
	if version != "" {
		return version
	}
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "unknown"
	}
	commit, changed := "", ""
	for _, s := range info.Settings {
		switch {
		case s.Key == "vcs.revision" && len(s.Value) > 12:
			commit = s.Value[:12]
		case s.Key == "vcs.modified" && s.Value == "true":
			changed = "-dirty"
		}
	}
	if v := info.Main.Version; v != "" && v != "(devel)" {
		return v
	}
	if commit != "" {
		return commit + changed
	}
	return cmp.Or(info.Main.Version, "unknown")
}

// versionLine is all that somebody who reports a bug should send.
func versionLine() string {
	return fmt.Sprintf("vaandel %s (%s %s/%s)", versionOf(), runtime.Version(), runtime.GOOS, runtime.GOARCH)
}

func (c *console) versionCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: text{NL: "vertelt welke versie dit is", EN: "tells which version this is"}.In(c.lang),
		Args:  c.arguments(0, 0),
		Run: func(*cobra.Command, []string) {
			fmt.Fprintln(c.stdout, versionLine())
		},
	}
}
