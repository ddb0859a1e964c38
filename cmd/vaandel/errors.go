package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"

	"vaandel/builder"
	"vaandel/builder/diag"
	"vaandel/builder/handbook"
	"vaandel/builder/publish"
	"vaandel/builder/source"
	"vaandel/themes"
)

// The exit statuses.
const (
	exitFine        = 0
	exitContent     = 1   // the content has errors
	exitUsage       = 2   // wrong usage
	exitIO          = 3   // something could not be read or written
	exitInterrupted = 130 // as shells have it: 128 and the number of SIGINT
)

// fault is an error in the words of the person at the keyboard.
type fault struct {
	code       int
	what, hint text // the hint may be empty
}

func (f *fault) Error() string { return f.what.EN }

// usage is a fault of who typed the command.
func usage(what, hint text, args ...any) *fault {
	return &fault{exitUsage, what.With(args...), hint.With(args...)}
}

// status is an exit status without words: what is wrong has been told.
type status int

func (s status) Error() string { return fmt.Sprintf("exit status %d", int(s)) }

// printError tells what went wrong, if anything, and returns the exit status.
func (c *console) printError(err error) int {
	var told status
	switch {
	case err == nil:
		return exitFine
	case errors.As(err, &told):
		return int(told)
	}
	faults := explain(err)
	for i, f := range faults {
		c.warn(f.what)
		// The same advice need not stand below each.
		if f.hint != (text{}) && (i == len(faults)-1 || faults[i+1].hint != f.hint) {
			c.warn(text{NL: "→ %[1]s", EN: "→ %[1]s"}, f.hint.In(c.lang))
		}
	}
	return faults[0].code
}

// mostFaults is how many of the errors that come together are told.
const mostFaults = 10

// explain puts err into words: at least one fault.
func explain(err error) []*fault {
	var faults []*fault
	causes := split(err)
	for _, cause := range causes[:min(len(causes), mostFaults)] {
		faults = append(faults, explainOne(cause))
	}
	if more := len(causes) - mostFaults; more > 0 {
		faults = append(faults, &fault{code: exitIO, what: text{
			NL: "En zo zijn er nog %[1]d.",
			EN: "And there are %[1]d more like this."}.With(more)})
	}
	return faults
}

// split takes apart errors that were joined.
func split(err error) []error {
	joined, ok := err.(interface{ Unwrap() []error })
	if !ok {
		return []error{err}
	}
	var all []error
	for _, e := range joined.Unwrap() {
		all = append(all, split(e)...)
	}
	return all
}

func explainOne(err error) *fault {
	var (
		known     *fault
		noContent *builder.ContentError
		noTheme   *builder.ThemeError
		refusal   *publish.Refusal
		collision *publish.CollisionError
		changed   *source.ChangedError
	)
	switch {
	case errors.As(err, &known):
		return known
	case errors.As(err, &noContent):
		return explainContent(noContent)
	case errors.As(err, &noTheme):
		return explainTheme(noTheme)
	case errors.As(err, &refusal):
		return explainRefusal(refusal)
	case errors.As(err, &collision):
		return &fault{exitIO, inTheWay.With(strings.Join(collision.Paths, ", ")), inTheWayHint}
	case errors.As(err, &changed):
		return &fault{exitIO, text{
			NL: "%[1]s veranderde terwijl we het lazen.",
			EN: "%[1]s changed while we read it."}.With(changed.Path), buildAgain}
	}
	return explainSystem(err)
}

// explainContent is for a build without a content folder.
func explainContent(e *builder.ContentError) *fault {
	if info, err := os.Stat(e.Dir); err == nil && !info.IsDir() {
		return &fault{exitIO, text{
			NL: "%[1]s is een bestand, geen map.",
			EN: "%[1]s is a file, not a folder."}.With(e.Dir), text{
			NL: "Noem de map waar je handboek in staat, zo: vaandel build %[1]s",
			EN: "Name the folder that holds your handbook, like this: vaandel build %[1]s"}.With(quoted(filepath.Dir(e.Dir)))}
	}
	hint := text{
		NL: "Begin met ons voorbeeld, dan heb je meteen een handboek: vaandel init %[1]s",
		EN: "Start from our example, and you have a handbook at once: vaandel init %[1]s"}
	if _, err := os.Stat(handbook.ConfigFile); err == nil {
		hint = text{
			NL: "Sta je al in de map van je handboek? Typ dan: vaandel build . --out ../public (Een voorbeeld maak je met: vaandel init %[1]s)",
			EN: "Are you in the folder of your handbook? Then type: vaandel build . --out ../public (To make an example: vaandel init %[1]s)"}
	}
	return &fault{exitIO, text{
		NL: "Er is hier geen map %[1]s.",
		EN: "There is no folder %[1]s here."}.With(e.Dir), hint.With(quoted(e.Dir))}
}

// quoted writes a path as it can be typed.
func quoted(path string) string {
	if strings.ContainsAny(path, " '\"$&()*;<>?[]`|~\\") && !(runtime.GOOS == "windows" && !strings.ContainsAny(path, " '&()")) {
		return `"` + path + `"`
	}
	return path
}

func explainTheme(e *builder.ThemeError) *fault {
	what := text{
		NL: "Er is geen thema %[2]s.",
		EN: "There is no theme %[2]s."}
	if near, ok := diag.Nearest(e.Name, themes.Names()); ok {
		return usage(what, meant, near, e.Name)
	}
	return usage(what, text{
		NL: "Kies uit: %[1]s. Of noem de map waar je eigen thema in staat.",
		EN: "Choose from: %[1]s. Or name the folder that holds a theme of your own."}, strings.Join(themes.Names(), ", "), e.Name)
}

// explainSystem is for what the operating system refuses.
func explainSystem(err error) *fault {
	name := ""
	var at *fs.PathError
	var link *os.LinkError
	switch {
	case errors.As(err, &at):
		name = short(at.Path)
	case errors.As(err, &link):
		name = short(link.New)
	}
	f := &fault{code: exitIO}
	switch {
	case isFull(err):
		f.what, f.hint = text{NL: "De schijf is vol.", EN: "The disk is full."}, text{
			NL: "Maak ruimte en probeer het opnieuw.",
			EN: "Make room and try again."}
	case name != "" && errors.Is(err, fs.ErrPermission):
		f.what, f.hint = text{
			NL: "We mogen niet bij %[1]s.",
			EN: "We are not allowed to use %[1]s."}.With(name), text{
			NL: "Kijk wie er rechten heeft op dit bestand of deze map. Je beheerder kan je helpen.",
			EN: "See who has rights to this file or folder. Your administrator can help."}
	case name != "" && errors.Is(err, fs.ErrNotExist):
		f.what, f.hint = text{
			NL: "%[1]s is er niet (meer).",
			EN: "%[1]s is not there (any more)."}.With(name), text{
			NL: "Kijk of de naam klopt en probeer het opnieuw.",
			EN: "Check the name and try again."}
	default:
		f.what, f.hint = text{
			NL: "Dat lukte niet: %[1]s",
			EN: "That didn't work: %[1]s"}.With(err.Error()), text{
			NL: "Probeer het opnieuw. Blijft het misgaan? Stuur deze regel dan naar je beheerder.",
			EN: "Try again. Does it keep failing? Then send this line to your administrator."}
	}
	return f
}

// isFull tells whether err says that there is no room: on the disk, in the share
// of it that is the user's, or for a file of that size.
func isFull(err error) bool {
	for _, e := range []error{syscall.ENOSPC, syscall.EDQUOT, syscall.EFBIG} {
		if errors.Is(err, e) {
			return true
		}
	}
	// ERROR_HANDLE_DISK_FULL and ERROR_DISK_FULL of Windows.
	var code syscall.Errno
	return runtime.GOOS == "windows" && errors.As(err, &code) && (code == 39 || code == 112)
}

// short writes a path as seen from here, where that is shorter.
func short(path string) string {
	here, err := os.Getwd()
	if err != nil || !filepath.IsAbs(path) {
		return path
	}
	rel, err := filepath.Rel(here, path)
	if err != nil || len(rel) >= len(path) {
		return path
	}
	return rel
}

var (
	meant = text{NL: "Bedoel je %[1]s?", EN: "Do you mean %[1]s?"}

	interrupted = text{
		NL: "Gestopt. Aan je site is niets veranderd.",
		EN: "Stopped. Nothing has changed in your site."}
	buildAgain = text{
		NL: "Bouw het handboek nog een keer.",
		EN: "Build the handbook once more."}
	inTheWay = text{
		NL: "Op de plek van een bestand van het handboek staat iets anders: %[1]s.",
		EN: "Something else stands where a file of the handbook must go: %[1]s."}
	inTheWayHint = text{
		NL: "Vaandel heeft dit niet gemaakt en laat het dus staan. Zet het ergens anders neer en bouw opnieuw.",
		EN: "Vaandel didn't make it, so leaves it alone. Move it elsewhere and build again."}
)
