package diag

import (
	"encoding/json"
	"strings"
	"testing"
)

// odd are diagnostics with all that a form must escape.
var odd = []Diagnostic{
	{Position: Position{File: "a, b: 100%.md", Line: 3, Column: 7}, Rule: "rule-one", Severity: Warning,
		Message: Text{NL: "Dit is 100% \"mis\"\nen zo.", EN: "This is 100% \"wrong\"\nand so."}, Hint: Text{NL: "Doe dit.", EN: "Do this."}},
	{Position: Position{File: "b.md", Line: 2}, Rule: "rule-two", Severity: Error, Message: Text{NL: "Fout", EN: "Wrong"}},
	{Position: Position{File: "."}, Rule: "rule-two", Severity: Advice, Message: Text{NL: "Tip", EN: "Hint"}, Hint: Text{NL: "Doe.", EN: "Do."}},
}

func TestGitHub(t *testing.T) {
	want := "::warning file=content/a%2C b%3A 100%25.md,line=3,col=7,title=rule-one::This is 100%25 \"wrong\"\u240aand so. Do this.\n" +
		"::error file=content/b.md,line=2,title=rule-two::Wrong\n" +
		"::notice file=content/.,title=rule-two::Hint. Do.\n"
	if got := string(GitHub("en", "content/", odd)); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if got := GitHub("en", "", nil); len(got) != 0 {
		t.Errorf("nothing is %q", got)
	}
}

// TestSARIF holds what readers of SARIF rely on. The browser tests hold it against its
// schema.
func TestSARIF(t *testing.T) {
	tool := Tool{Name: "Vaandel", Version: "1", Rules: []ToolRule{
		{ID: "rule-off", Name: Text{EN: "Off"}, Finds: Text{EN: "Finds"}, Why: Text{EN: "Why"}},
		{ID: "rule-one", Name: Text{EN: "One"}, Finds: Text{EN: "Finds"}, Why: Text{EN: "Why"}, Severity: Warning},
	}}
	data, err := SARIF(tool, "en", "content/", odd)
	if err != nil {
		t.Fatal(err)
	}
	var log struct {
		Version string
		Runs    []struct {
			ColumnKind string
			Tool       struct {
				Driver struct {
					Name  string
					Rules []struct {
						ID                   string
						DefaultConfiguration struct{ Level string }
					}
				}
			}
			Results []struct {
				RuleID    string
				RuleIndex int
				Level     string
				Message   struct{ Text string }
				Locations []struct {
					PhysicalLocation struct {
						ArtifactLocation struct{ URI string }
						Region           *struct{ StartLine, StartColumn int }
					}
				}
			}
		}
	}
	if err := json.Unmarshal(data, &log); err != nil {
		t.Fatal(err)
	}
	if log.Version != "2.1.0" || len(log.Runs) != 1 || !strings.Contains(string(data), `"$schema"`) {
		t.Fatalf("%s", data)
	}
	run := log.Runs[0]
	if run.ColumnKind != "unicodeCodePoints" || run.Tool.Driver.Name != "Vaandel" || len(run.Results) != len(odd) {
		t.Errorf("%+v", run)
	}
	for i, want := range []struct {
		rule, level, uri, text string
		line, column           int
	}{
		{"rule-one", "warning", "content/a%2C%20b:%20100%25.md", "This is 100% \"wrong\"\u240aand so. Do this.", 3, 7},
		{"rule-two", "error", "content/b.md", "Wrong", 2, 0},
		{"rule-two", "note", "content/.", "Hint. Do.", 0, 0},
	} {
		r := run.Results[i]
		place := r.Locations[0].PhysicalLocation
		if r.RuleID != want.rule || run.Tool.Driver.Rules[r.RuleIndex].ID != want.rule || r.Level != want.level || r.Message.Text != want.text {
			t.Errorf("%+v, want %+v", r, want)
		}
		if place.ArtifactLocation.URI != want.uri || (place.Region == nil) != (want.line == 0) {
			t.Errorf("%+v, want %+v", place, want)
		}
		if place.Region != nil && (place.Region.StartLine != want.line || place.Region.StartColumn != want.column) {
			t.Errorf("%+v, want %+v", place.Region, want)
		}
	}
	if level := run.Tool.Driver.Rules[0].DefaultConfiguration.Level; level != "none" {
		t.Errorf("a rule that is off has level %q", level)
	}
	if empty, err := SARIF(Tool{Name: "Vaandel"}, "en", "", nil); err != nil || !strings.Contains(string(empty), `"results": []`) {
		t.Errorf("nothing is %s, %v", empty, err)
	}
}
