package browser

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"vaandel/builder"
	"vaandel/builder/check"
	"vaandel/builder/diag"
)

// TestCheckReport holds what a check tells in files: the page to send round against
// html-validate and axe-core, and SARIF against its schema.
func TestCheckReport(t *testing.T) {
	content := folder(t, map[string]string{
		"handbook.yaml": "title: Proef & co\ncontacts:\n  - { id: hr, name: Team <HR>, email: hr@voorbeeld.example }\n",
		"index.md":      "# Proef\n\nLees [dit](weg.md) en dan \"<b>\".\n",
		"a/leeg.md":     "---\nkind: page\nowner: hr\nreview_by: 2026-12-01\n---\n# Leeg\n",
		"a/fout.md":     "---\nkind: policy\nowner: hrr\n---\n# Fout\n\nTekst.\n",
		"a/é, x.md":     "---\nkind: page\n---\n# Leeg\n",
	})
	engine, err := builder.New(builder.Options{Content: content, NoCache: true, Now: time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC)})
	if err != nil {
		t.Fatal(err)
	}
	defer engine.Close()
	result, err := engine.Check(t.Context(), check.Options{})
	if err != nil {
		t.Fatal(err)
	}
	severities := map[diag.Severity]bool{}
	for _, d := range result.Diagnostics {
		severities[d.Severity] = true
	}
	if len(severities) != 3 {
		t.Fatalf("the handbook should have errors, warnings and advice: %v", result.Diagnostics)
	}
	dir := t.TempDir()
	for lang, name := range map[string]string{"nl": "index.html", "en": "en.html"} {
		var page bytes.Buffer
		err := check.WriteHTML(&page, check.Paper{
			Handbook: result.Handbook, Found: result.Diagnostics, Lang: lang, Files: os.DirFS(content), Today: "2026-11-22",
		})
		if err != nil {
			t.Fatal(err)
		}
		put(t, dir, name, page.Bytes())
	}
	report(t, Validate(t, dir))
	var tool diag.Tool
	for _, r := range check.Rules {
		tool.Rules = append(tool.Rules, diag.ToolRule{ID: r.ID, Name: r.Name, Finds: r.Finds, Why: r.Why, Severity: r.Severity})
	}
	tool.Name = "Vaandel"
	log, err := diag.SARIF(tool, "nl", "content/", result.Diagnostics)
	if err != nil {
		t.Fatal(err)
	}
	report(t, sarifFaults(t, log))
	wrong := bytes.ReplaceAll(log, []byte(`"level": "warning"`), []byte(`"level": "odd"`))
	if len(sarifFaults(t, wrong)) == 0 {
		t.Error("the schema lets a level pass that there is not")
	}
	b, axe := Start(t), LoadAxe(t)
	root := Serve(t, dir, "/")
	found, err := axe.Examine(b.Tab(t, root), root, Looks[:])
	if err != nil {
		t.Fatal(err)
	}
	report(t, found)
}

// sarifFaults returns what the schema of SARIF has against a log.
func sarifFaults(t *testing.T, log []byte) (faults []string) {
	t.Helper()
	node, err := find("node", "nodejs")
	if err != nil {
		Missing(t, "Node", "apt-get install nodejs")
	}
	script := filepath.Join(filepath.Dir(filepath.Dir(filepath.Dir(nodeModules(t, "@microsoft/jest-sarif")))), "sarif.mjs")
	dir := t.TempDir()
	put(t, dir, "log.sarif", log)
	cmd := exec.CommandContext(t.Context(), node, script, filepath.Join(dir, "log.sarif"))
	var problems strings.Builder
	cmd.Stderr = &problems
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("sarif.mjs: %v\n%s", err, &problems)
	}
	if err := json.Unmarshal(out, &faults); err != nil {
		t.Fatal(err)
	}
	return faults
}

func put(t *testing.T, dir, name string, data []byte) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(dir, name), data, 0o644); err != nil {
		t.Fatal(err)
	}
}
