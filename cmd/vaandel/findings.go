package main

import (
	"bytes"
	"os"
	"strings"

	"vaandel/builder"
	"vaandel/builder/check"
	"vaandel/builder/diag"
)

// tellCheck writes what was found, in the form that is asked for, and what could not be
// looked for.
func (c *console) tellCheck(dir string, f checkFlags, r *builder.Result, notes []text, code int, today string) error {
	data, err := c.checkData(dir, f, r, notes, code, today)
	if err != nil {
		return err
	}
	counted := capital(findings(c.lang, r.Diagnostics))
	if f.out != "" {
		if err := os.WriteFile(f.out, data, 0o644); err != nil {
			return err
		}
		c.say(text{NL: "%[1]s. Het staat in %[2]s.", EN: "%[1]s. It is in %[2]s."}, counted, f.out)
		c.sayAll(notes)
		return nil
	}
	if _, err := c.stdout.Write(data); err != nil {
		return err
	}
	if f.format == "text" {
		c.say(text{NL: "%[1]s.", EN: "%[1]s."}, counted)
		c.sayAll(notes)
	}
	return nil
}

// sayAll writes a line for each note.
func (c *console) sayAll(notes []text) {
	for _, note := range notes {
		c.say(text{NL: "%[1]s", EN: "%[1]s"}, note.In(c.lang))
	}
}

// checkData is what was found, in the form that is asked for.
func (c *console) checkData(dir string, f checkFlags, r *builder.Result, notes []text, code int, today string) ([]byte, error) {
	var b bytes.Buffer
	switch f.format {
	case "json":
		return diag.JSON(newCheckReport(r.Diagnostics, notes, code))
	case "sarif":
		return diag.SARIF(sarifTool(), c.lang, folderPrefix(dir), r.Diagnostics)
	case "github":
		return diag.GitHub(c.lang, folderPrefix(dir), r.Diagnostics), nil
	case "html":
		err := check.WriteHTML(&b, check.Paper{
			Handbook: r.Handbook, Found: r.Diagnostics, Lang: c.lang, Files: os.DirFS(dir), Today: today,
		})
		return b.Bytes(), err
	}
	p := c.printer(dir)
	p.Rules = true
	if f.out != "" || !isTerminal(c.stdout) {
		p.Colour, p.Width = false, 0
	}
	_, err := p.Print(&b, r.Diagnostics)
	return b.Bytes(), err
}

// findings counts what was found in words.
func findings(lang string, ds []diag.Diagnostic) string {
	errs, warnings := diag.Count(ds)
	advice := len(ds) - errs - warnings
	if len(ds) == 0 {
		return text{NL: "niets gevonden, je handboek is op orde", EN: "nothing found, your handbook is in order"}.In(lang)
	}
	told := ""
	if errs+warnings > 0 {
		told = mistakes(lang, errs, warnings)
	}
	if advice > 0 {
		and := text{NL: " en ", EN: " and "}.In(lang)
		if told != "" {
			told = strings.Replace(told, and, ", ", 1) + and
		}
		told += count(lang, advice, text{NL: "advies", EN: "piece of advice"}, text{NL: "adviezen", EN: "pieces of advice"})
	}
	return told
}

// checkReport is what check --format json prints. Its fields always come in this order:
//
//	version      of Vaandel
//	ok           whether the exit status is 0
//	exit         the exit status
//	errors       how many of diagnostics are errors
//	warnings     how many are warnings
//	advice       how many are advice
//	diagnostics  all of them, in the order of files and lines, in both languages
//	             (see package diag)
//	notes        what could not be looked for, and why, in both languages
type checkReport struct {
	Version     string            `json:"version"`
	OK          bool              `json:"ok"`
	Exit        int               `json:"exit"`
	Errors      int               `json:"errors"`
	Warnings    int               `json:"warnings"`
	Advice      int               `json:"advice"`
	Diagnostics []diag.Diagnostic `json:"diagnostics"`
	Notes       []text            `json:"notes"`
}

func newCheckReport(ds []diag.Diagnostic, notes []text, code int) checkReport {
	errs, warnings := diag.Count(ds)
	return checkReport{
		Version: versionOf(), OK: code == exitFine, Exit: code,
		Errors: errs, Warnings: warnings, Advice: len(ds) - errs - warnings,
		Diagnostics: append([]diag.Diagnostic{}, ds...), Notes: append([]text{}, notes...),
	}
}

// sarifTool describes the rules for SARIF.
func sarifTool() diag.Tool {
	tool := diag.Tool{Name: "Vaandel", Version: versionOf()}
	for _, r := range check.Rules {
		tool.Rules = append(tool.Rules, diag.ToolRule{ID: r.ID, Name: r.Name, Finds: r.Finds, Why: r.Why, Severity: r.Severity})
	}
	return tool
}
