package diag

import (
	"fmt"
	"strings"
)

// GitHub returns diagnostics as commands of a workflow, one a line, which GitHub shows
// beside the lines that they are about
// (https://docs.github.com/actions/reference/workflow-commands-for-github-actions).
// Folder goes before the paths of files.
func GitHub(lang, folder string, ds []Diagnostic) []byte {
	var b strings.Builder
	for _, d := range ds {
		command := d.Severity.String()
		if d.Severity == Advice {
			command = "notice"
		}
		fmt.Fprintf(&b, "::%s file=%s", command, githubProperty.Replace(folder+d.File))
		if d.Line > 0 {
			fmt.Fprintf(&b, ",line=%d", d.Line)
		}
		if d.Column > 0 {
			fmt.Fprintf(&b, ",col=%d", d.Column)
		}
		fmt.Fprintf(&b, ",title=%s::%s\n", githubProperty.Replace(d.Rule), githubData.Replace(sentence(d, lang)))
	}
	return []byte(b.String())
}

// What would end a command, or a property of it, is written as in an address.
var (
	githubData     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	githubProperty = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)
