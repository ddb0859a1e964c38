package main

import (
	"errors"

	"vaandel/builder"
	"vaandel/builder/diag"
)

// report is what build --json prints: one object, whatever happens. Its fields
// always come in this order, and none is left out:
//
//	version      of Vaandel
//	ok           whether the exit status is 0
//	exit         the exit status: 0 fine, 1 content, 2 usage, 3 reading or writing, 130 interrupted
//	out          the output folder, as it was named
//	published    whether the output folder holds this handbook now
//	errors       how many of diagnostics are errors
//	warnings     how many are warnings
//	stats        what the build counted; stages is a list of {stage, seconds} in
//	             their order, total is all of the build in seconds
//	diagnostics  all of them, in the order of files and lines, in both languages
//	             (see package diag)
//	foreign      files in the output folder that Vaandel didn't write
//	error        what kept the build from its end, with message and hint in both
//	             languages; null if nothing did
type report struct {
	Version     string            `json:"version"`
	OK          bool              `json:"ok"`
	Exit        int               `json:"exit"`
	Out         string            `json:"out"`
	Published   bool              `json:"published"`
	Errors      int               `json:"errors"`
	Warnings    int               `json:"warnings"`
	Stats       reportStats       `json:"stats"`
	Diagnostics []diag.Diagnostic `json:"diagnostics"`
	Foreign     []string          `json:"foreign"`
	Error       *reportError      `json:"error"`
}

type reportStats struct {
	builder.Stats
	Total float64 `json:"total"`
}

type reportError struct {
	Message text `json:"message"`
	Hint    text `json:"hint"`
}

func newReport(out string) *report {
	return &report{
		Version: versionOf(), Out: out,
		Stats:       reportStats{Stats: builder.Stats{Stages: []builder.StageTime{}}},
		Diagnostics: []diag.Diagnostic{}, Foreign: []string{},
	}
}

// fill takes over what a build found.
func (r *report) fill(result *builder.Result) {
	r.Published = result.Published
	r.Errors, r.Warnings = diag.Count(result.Diagnostics)
	r.Stats = reportStats{result.Stats, result.Stats.Total.Seconds()}
	// An empty list is [], never null.
	r.Stats.Stages = append([]builder.StageTime{}, result.Stats.Stages...)
	r.Diagnostics = append([]diag.Diagnostic{}, result.Diagnostics...)
	r.Foreign = append([]string{}, result.Foreign...)
}

// printReport writes the report of a build that ended with err, and returns the
// exit status.
func (c *console) printReport(err error) int {
	r := c.report
	if r == nil { // the flags could not be read
		r = newReport("")
	}
	var told status
	switch {
	case errors.As(err, &told):
		r.Exit = int(told)
	case err != nil:
		faults := explain(err)
		r.Exit = faults[0].code
		r.Error = &reportError{faults[0].what, faults[0].hint}
		for _, f := range faults[1:] {
			r.Error.Message.NL += "\n" + f.what.NL
			r.Error.Message.EN += "\n" + f.what.EN
		}
	}
	r.OK = r.Exit == exitFine
	data, err := diag.JSON(r)
	if err == nil {
		_, err = c.stdout.Write(data)
	}
	if err != nil {
		return c.printError(err)
	}
	return r.Exit
}
