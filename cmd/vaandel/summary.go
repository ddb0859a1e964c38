package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"vaandel/builder"
	"vaandel/builder/diag"
)

// mostWarnings is how many warnings are shown: more than that nobody reads at
// once.
const mostWarnings = 30

// mostForeign is how many files that are not ours are named.
const mostForeign = 5

// tell shows people what a build did.
func (c *console) tell(dir string, f buildFlags, r *builder.Result) {
	p := c.printer(dir)
	p.Warnings = mostWarnings
	hidden, err := p.Print(c.stderr, r.Diagnostics)
	if err != nil {
		return // the terminal is gone
	}
	if hidden > 0 {
		c.warn(text{
			NL: "En nog %[1]s. Je ziet ze allemaal met: vaandel build --json",
			EN: "And %[1]s more. See them all with: vaandel build --json"}, count(c.lang, hidden, warningOne, warningMany))
		fmt.Fprintln(c.stderr)
	}
	errs, warnings := diag.Count(r.Diagnostics)
	if !r.Published {
		c.tellHeld(f, errs, warnings)
		return
	}
	c.tellForeign(f.out, r.Foreign)
	if errs > 0 {
		c.warn(text{
			NL: "Er waren %[1]s. Pagina's waar het misging, ontbreken of zijn niet compleet.",
			EN: "There were %[1]s. Pages that went wrong are missing or not complete."}, mistakes(c.lang, errs, warnings))
	}
	if !f.quiet {
		c.tellDone(f.out, r, errs, warnings)
	}
}

// tellHeld says why nothing was published, and what readers see now.
func (c *console) tellHeld(f buildFlags, errs, warnings int) {
	c.warn(text{
		NL: "%[1]s: de site is niet bijgewerkt.",
		EN: "%[1]s: the site was not updated."}, capital(mistakes(c.lang, errs, warnings)))
	// The manifest tells that the folder holds a site.
	if _, err := os.Stat(filepath.Join(f.out, ".vaandel")); err == nil {
		c.warn(text{
			NL: "In %[1]s staat nog de laatste goede versie. Lezers merken hier dus niets van.",
			EN: "%[1]s still holds the last good version, so readers notice nothing."}, f.out)
	}
	if errs == 0 {
		c.warn(text{
			NL: "→ Verbeter de waarschuwingen en bouw opnieuw, of bouw zonder --strict.",
			EN: "→ Mend the warnings and build again, or build without --strict."})
		return
	}
	c.warn(text{
		NL: "→ Verbeter de fouten en bouw opnieuw. Kan dat niet wachten? Met --keep-going komt online wat wel lukt.",
		EN: "→ Mend the errors and build again. Can't it wait? With --keep-going all that can be made is published."})
}

// tellForeign names the files in the output folder that are not ours.
func (c *console) tellForeign(out string, foreign []string) {
	if len(foreign) == 0 {
		return
	}
	names := strings.Join(foreign[:min(len(foreign), mostForeign)], ", ")
	if len(foreign) > mostForeign {
		names += ", …"
	}
	c.warn(text{
		NL: "Let op: in %[1]s staat ook iets dat Vaandel niet heeft gemaakt: %[2]s. We laten het staan.",
		EN: "Note: %[1]s also holds what Vaandel didn't make: %[2]s. We leave it there."}, out, names)
}

// tellDone sums up a build that published.
func (c *console) tellDone(out string, r *builder.Result, errs, warnings int) {
	s := r.Stats
	c.say(text{
		NL: "Klaar in %[1]s: %[2]s, %[3]s en %[4]s.",
		EN: "Done in %[1]s: %[2]s, %[3]s and %[4]s."},
		seconds(c.lang, s.Total.Seconds()),
		count(c.lang, s.Pages, text{NL: "pagina", EN: "page"}, text{NL: "pagina's", EN: "pages"}),
		count(c.lang, s.Pictures, text{NL: "afbeelding", EN: "picture"}, text{NL: "afbeeldingen", EN: "pictures"}),
		count(c.lang, s.Words, text{NL: "woord", EN: "word"}, text{NL: "woorden", EN: "words"}))
	files := text{
		NL: "%[1]s geschreven, %[2]s ongewijzigd",
		EN: "%[1]s written, %[2]s unchanged"}
	if s.Removed > 0 {
		files.NL += ", %[3]s verwijderd"
		files.EN += ", %[3]s removed"
	}
	c.say(text{NL: files.NL + "; %[4]s.", EN: files.EN + "; %[4]s."},
		count(c.lang, s.Written, text{NL: "bestand", EN: "file"}, text{NL: "bestanden", EN: "files"}),
		number(c.lang, s.Unchanged), number(c.lang, s.Removed), mistakes(c.lang, errs, warnings))
	c.say(text{
		NL: "Je handboek staat in %[1]s. Open %[2]s in je browser.",
		EN: "Your handbook is in %[1]s. Open %[2]s in your browser."}, out, filepath.Join(out, "index.html"))
}

var (
	warningOne  = text{NL: "waarschuwing", EN: "warning"}
	warningMany = text{NL: "waarschuwingen", EN: "warnings"}
)

// mistakes counts errors and warnings in words.
func mistakes(lang string, errs, warnings int) string {
	var parts []string
	if errs > 0 {
		parts = append(parts, count(lang, errs, text{NL: "fout", EN: "error"}, text{NL: "fouten", EN: "errors"}))
	}
	if warnings > 0 {
		parts = append(parts, count(lang, warnings, warningOne, warningMany))
	}
	if len(parts) == 0 {
		return text{NL: "geen waarschuwingen", EN: "no warnings"}.In(lang)
	}
	return strings.Join(parts, text{NL: " en ", EN: " and "}.In(lang))
}
