package diag

import (
	"net/url"
	"strings"
)

// Tool is the program that found something, as SARIF tells of it.
type Tool struct {
	Name, Version string
	// Rules are those that the program knows. A finding may be of another.
	Rules []ToolRule
}

// ToolRule is one of the program's rules.
type ToolRule struct {
	ID               string
	Name, Finds, Why Text
	Severity         Severity
}

// SARIF returns diagnostics in the form that GitHub, Azure DevOps and editors read:
// the Static Analysis Results Interchange Format, version 2.1.0
// (https://docs.oasis-open.org/sarif/sarif/v2.1.0/). Folder goes before the paths of
// files.
func SARIF(t Tool, lang, folder string, ds []Diagnostic) ([]byte, error) {
	driver := sarifDriver{Name: t.Name, Version: t.Version, Rules: []sarifRule{}}
	index := map[string]int{}
	for _, r := range t.Rules {
		index[r.ID] = len(driver.Rules)
		driver.Rules = append(driver.Rules, sarifRule{
			ID:    r.ID,
			Short: &sarifText{r.Name.In(lang)},
			Full:  &sarifText{r.Finds.In(lang)},
			Help:  &sarifText{r.Why.In(lang)},
			Level: &sarifLevel{levelOf(r.Severity)},
		})
	}
	run := sarifRun{Columns: "unicodeCodePoints", Language: lang, Results: []sarifResult{}}
	for _, d := range ds {
		at, known := index[d.Rule]
		if !known {
			at = len(driver.Rules)
			index[d.Rule] = at
			driver.Rules = append(driver.Rules, sarifRule{ID: d.Rule})
		}
		run.Results = append(run.Results, sarifResult{
			Rule: d.Rule, Index: at, Level: levelOf(d.Severity),
			Message:   sarifText{sentence(d, lang)},
			Locations: []sarifLocation{sarifPlace(folder, d.Position)},
		})
	}
	run.Tool.Driver = driver
	return JSON(sarifLog{
		Schema:  "https://json.schemastore.org/sarif-2.1.0.json",
		Version: "2.1.0",
		Runs:    []sarifRun{run},
	})
}

// sentence is message and hint, for those who have room for one text.
func sentence(d Diagnostic, lang string) string {
	message, hint := Harmless(d.Message.In(lang)), Harmless(d.Hint.In(lang))
	if hint == "" {
		return message
	}
	return strings.TrimRight(message, ".") + ". " + hint
}

// sarifPlace is where something was found.
func sarifPlace(folder string, p Position) sarifLocation {
	parts := strings.Split(folder+p.File, "/")
	for i := range parts {
		parts[i] = url.PathEscape(parts[i])
	}
	place := sarifPhysical{File: sarifFile{strings.Join(parts, "/")}}
	if p.Line > 0 {
		place.Region = &sarifRegion{p.Line, p.Column}
	}
	return sarifLocation{place}
}

// levelOf is SARIF's word for a severity.
func levelOf(s Severity) string {
	switch s {
	case Error:
		return "error"
	case Warning:
		return "warning"
	case Advice:
		return "note"
	}
	return "none"
}

// The parts of a log, in the order in which they are written.
type (
	sarifLog struct {
		Schema  string     `json:"$schema"`
		Version string     `json:"version"`
		Runs    []sarifRun `json:"runs"`
	}
	sarifRun struct {
		Tool     sarifTool     `json:"tool"`
		Language string        `json:"language"`
		Columns  string        `json:"columnKind"`
		Results  []sarifResult `json:"results"`
	}
	sarifTool struct {
		Driver sarifDriver `json:"driver"`
	}
	sarifDriver struct {
		Name    string      `json:"name"`
		Version string      `json:"version,omitempty"`
		Rules   []sarifRule `json:"rules"`
	}
	sarifRule struct {
		ID    string      `json:"id"`
		Short *sarifText  `json:"shortDescription,omitempty"`
		Full  *sarifText  `json:"fullDescription,omitempty"`
		Help  *sarifText  `json:"help,omitempty"`
		Level *sarifLevel `json:"defaultConfiguration,omitempty"`
	}
	sarifLevel struct {
		Level string `json:"level"`
	}
	sarifText struct {
		Text string `json:"text"`
	}
	sarifResult struct {
		Rule      string          `json:"ruleId"`
		Index     int             `json:"ruleIndex"`
		Level     string          `json:"level"`
		Message   sarifText       `json:"message"`
		Locations []sarifLocation `json:"locations"`
	}
	sarifLocation struct {
		Place sarifPhysical `json:"physicalLocation"`
	}
	sarifPhysical struct {
		File   sarifFile    `json:"artifactLocation"`
		Region *sarifRegion `json:"region,omitempty"`
	}
	sarifFile struct {
		URI string `json:"uri"`
	}
	sarifRegion struct {
		Line   int `json:"startLine"`
		Column int `json:"startColumn,omitempty"`
	}
)
