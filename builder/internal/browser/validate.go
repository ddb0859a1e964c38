package browser

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os/exec"
	"path/filepath"
	"testing"
)

// Validate returns what html-validate finds in the HTML files below dir.
func Validate(t testing.TB, dir string) []string {
	t.Helper()
	node, err := find("node", "nodejs")
	if err != nil {
		Missing(t, "Node", "apt-get install nodejs")
	}
	script := filepath.Join(filepath.Dir(filepath.Dir(nodeModules(t, "html-validate"))), "validate.mjs")
	cmd := exec.CommandContext(t.Context(), node, script, dir)
	var problems bytes.Buffer
	cmd.Stderr = &problems
	report, err := cmd.Output()
	if err != nil {
		t.Fatalf("html-validate: %v\n%s", err, &problems)
	}
	var messages []struct {
		File, Rule, Message string
		Line, Column        int
	}
	if err := json.Unmarshal(report, &messages); err != nil {
		t.Fatal(err)
	}
	found := make([]string, 0, len(messages))
	for _, m := range messages {
		found = append(found, fmt.Sprintf("%s:%d:%d: %s (%s)", m.File, m.Line, m.Column, m.Message, m.Rule))
	}
	return found
}
