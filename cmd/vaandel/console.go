package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/term"

	"vaandel/builder/diag"
)

// text is a sentence in Dutch and English, perhaps with places for fmt.Sprintf.
type text = diag.Text

// console is the way to the person, or the program, that runs the command.
type console struct {
	stdout, stderr io.Writer
	getenv         func(string) string
	lang           string // "nl" or "en"
	langFlag       string // --lang, checked by checkLang; "" where it is not given
	// terminal is stderr, where that is a terminal that obeys escape sequences.
	terminal *os.File
	report   *report // of a build, for --json
}

func newConsole(args []string, getenv func(string) string, stdout, stderr io.Writer) *console {
	c := &console{stdout: stdout, stderr: stderr, getenv: getenv}
	// Help and errors are worded before cobra has read the flags.
	if c.lang = langIn(args); c.lang == "" {
		c.lang = langOf(getenv)
	}
	if f, ok := stderr.(*os.File); ok && term.IsTerminal(int(f.Fd())) && getenv("TERM") != "dumb" && obeysEscapes(f) {
		c.terminal = f
	}
	return c
}

// langIn returns the language that --lang names in args, or "".
func langIn(args []string) string {
	for i, a := range args {
		value, ok := strings.CutPrefix(a, "--lang=")
		if a == "--lang" && i+1 < len(args) {
			value, ok = args[i+1], true
		}
		if ok && (value == "nl" || value == "en") {
			return value
		}
	}
	return ""
}

// langOf returns the language of the environment: Dutch where it names none.
func langOf(getenv func(string) string) string {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if v := getenv(name); v != "" {
			return spoken(v)
		}
	}
	return "nl"
}

// spoken returns which of our languages suits someone who reads lang best.
func spoken(lang string) string {
	if strings.HasPrefix(strings.ToLower(lang), "nl") {
		return "nl"
	}
	return "en"
}

// checkLang refuses a --lang that we don't speak.
func (c *console) checkLang() error {
	if c.langFlag != "" && c.langFlag != "nl" && c.langFlag != "en" {
		return usage(text{
			NL: "De taal %[1]q kennen we hier niet.",
			EN: "We don't know the language %[1]q here."}, text{
			NL: "Kies nl of en, zo: --lang nl",
			EN: "Choose nl or en, like this: --lang en"}, c.langFlag)
	}
	return nil
}

// say writes one line for people to stdout, warn one to stderr.
func (c *console) say(t text, args ...any)  { c.line(c.stdout, t, args) }
func (c *console) warn(t text, args ...any) { c.line(c.stderr, t, args) }

func (c *console) line(w io.Writer, t text, args []any) {
	fmt.Fprintln(w, diag.Harmless(t.With(args...).In(c.lang)))
}

// width is that of the terminal in columns, or 0.
func (c *console) width() int {
	if c.terminal == nil {
		return 0
	}
	if w, _, err := term.GetSize(int(c.terminal.Fd())); err == nil {
		return max(w, 40)
	}
	return 80
}

// isTerminal tells whether what is written to w is seen at once.
func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// printer returns what shows diagnostics of the content folder dir.
func (c *console) printer(dir string) diag.Printer {
	return diag.Printer{
		Lang: c.lang, Width: c.width(),
		Colour: c.terminal != nil && c.getenv("NO_COLOR") == "",
		Files:  os.DirFS(dir), Folder: folderPrefix(dir),
		Beside: os.DirFS(filepath.Join(dir, "..")), BesideFolder: folderPrefix(filepath.Join(dir, "..")),
	}
}

// folderPrefix is what goes before the path of a file in dir, to get there from
// here.
func folderPrefix(dir string) string {
	if dir = filepath.Clean(dir); dir == "." {
		return ""
	}
	return strings.TrimSuffix(filepath.ToSlash(dir), "/") + "/"
}

// number writes n as the language does: 21.340 or 21,340; four digits without.
func number(lang string, n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0 && n > 9999; i -= 3 {
		s = s[:i] + text{NL: ".", EN: ","}.In(lang) + s[i:]
	}
	return s
}

// seconds writes a duration with one decimal, or more of a short one, or none of
// a long one.
func seconds(lang string, s float64) string {
	decimals := 1
	switch {
	case s >= 10:
		decimals = 0
	case s < 0.1:
		decimals = 2
	}
	point := text{NL: ",", EN: "."}.In(lang)
	return strings.Replace(strconv.FormatFloat(s, 'f', decimals, 64), ".", point, 1) + " s"
}

// count writes how many there are of something.
func count(lang string, n int, one, many text) string {
	if n == 1 {
		return "1 " + one.In(lang)
	}
	return number(lang, n) + " " + many.In(lang)
}
