package diag

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"unicode"
)

// Printer shows diagnostics to people:
//
//	content/beleid/welzijn.md:12:8  error
//	  handbook.yaml has no contact with the id "hrr"
//
//	  12 | owner: hrr
//	     |        ^
//	  → Do you mean "hr"?
//
// The first line begins with the place in the form that editors and terminals
// make a link of. The zero value shows everything in English, without colours,
// and without lines of source.
type Printer struct {
	// Lang is the language of the texts: "nl", else English.
	Lang string
	// Colour tells whether the reader is a terminal that understands colours.
	Colour bool
	// Width is that of the terminal in columns. With 0 texts stay on one line,
	// so that other programs can search them.
	Width int
	// Files is the folder that the diagnostics are about; nil shows no lines of
	// source. Folder is the way to it, which goes before the paths of its files.
	Files  fs.FS
	Folder string
	// Beside is the folder that holds what is not in Files, such as themes, and
	// BesideFolder the way to it; nil is none.
	Beside       fs.FS
	BesideFolder string
	// Warnings is how many warnings and pieces of advice to show at most; 0 shows
	// all. Errors are always shown.
	Warnings int
	// Rules shows the rule of each, as who wants to set or ignore it must name it.
	Rules bool
}

// Print writes ds to w, in their order. It returns how many warnings it left out.
func (p Printer) Print(w io.Writer, ds []Diagnostic) (hidden int, err error) {
	source, beside := NewLines(p.Files), NewLines(p.Beside)
	shown := 0
	for _, d := range ds {
		if d.Severity != Error {
			if p.Warnings > 0 && shown >= p.Warnings {
				hidden++
				continue
			}
			shown++
		}
		var b strings.Builder
		p.one(&b, d, source, beside)
		if _, err := io.WriteString(w, b.String()); err != nil {
			return hidden, err
		}
	}
	return hidden, nil
}

// one writes d and an empty line.
func (p Printer) one(b *strings.Builder, d Diagnostic, source, beside *Lines) {
	place := d.Position
	line, found := source.Line(d.Position)
	if found {
		place.File = p.Folder + place.File
	} else if line, found = beside.Line(d.Position); found {
		place.File = p.BesideFolder + place.File
	}
	b.WriteString(p.paint(bold, Harmless(place.String())))
	b.WriteString("  " + p.paint(tone(d.Severity), p.word(d.Severity)))
	if p.Rules {
		b.WriteString("  " + p.paint(faint, d.Rule))
	}
	b.WriteString("\n")
	p.text(b, "  ", d.Message.In(p.Lang))
	if telling(line, d.Column) {
		p.source(b, d, line)
	}
	if hint := d.Hint.In(p.Lang); hint != "" {
		p.text(b, "  "+p.paint(arrow, "→")+" ", hint)
	}
	b.WriteString("\n")
}

// telling tells whether it helps to show a line: not where it is empty, or as a
// whole nothing but dashes, as above the front matter.
func telling(line string, column int) bool {
	if column > 0 {
		return strings.TrimSpace(line) != ""
	}
	return strings.ContainsFunc(line, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}

// source writes the line that d is about, with a mark below the place.
func (p Printer) source(b *strings.Builder, d Diagnostic, line string) {
	number := fmt.Sprint(d.Line)
	gutter := strings.Repeat(" ", len(number))
	room := 100
	if p.Width > 0 {
		room = min(room, p.Width)
	}
	text, under := excerpt(line, d.Column, max(20, room-len(number)-len("   | ")))
	fmt.Fprintf(b, "\n  %s %s\n", p.paint(faint, number+" |"), text)
	if d.Column > 0 {
		fmt.Fprintf(b, "  %s %s%s\n", p.paint(faint, gutter+" |"), under, p.paint(tone(d.Severity), "^"))
	}
}

// text writes a text behind first, broken at spaces where the terminal ends;
// the further lines are indented as far as the first.
func (p Printer) text(b *strings.Builder, first, text string) {
	indent := 2
	if strings.Contains(first, "→") {
		indent = 4
	}
	b.WriteString(first)
	at := indent
	for i, word := range strings.Fields(text) {
		word = Harmless(word)
		wide := columns(word)
		switch {
		case i == 0:
		case p.Width > 0 && at+1+wide > p.Width:
			b.WriteString("\n" + strings.Repeat(" ", indent))
			at = indent
		default:
			b.WriteByte(' ')
			at++
		}
		b.WriteString(word)
		at += wide
	}
	b.WriteByte('\n')
}

// word is the severity in the language of the reader.
func (p Printer) word(s Severity) string {
	return s.Word().In(p.Lang)
}

// The colours, as parameters of the escape sequence "select graphic rendition"
// (ECMA-48, 8.3.117). Those of 16 follow the colours of the terminal.
const (
	bold   = "1"
	faint  = "2"
	red    = "1;31"
	yellow = "1;33"
	arrow  = "36"
)

func tone(s Severity) string {
	switch s {
	case Error:
		return red
	case Advice:
		return arrow
	}
	return yellow
}

func (p Printer) paint(colour, s string) string {
	if !p.Colour {
		return s
	}
	return "\x1b[" + colour + "m" + s + "\x1b[0m"
}

// Lines reads lines of source. It remembers the last file: diagnostics come file by
// file.
type Lines struct {
	files fs.FS
	file  string
	found bool
	text  [][]byte
}

// largest is the size of a file from which lines are still shown: more than a
// page may have.
const largest = 8 << 20

// NewLines reads the lines of the files of a folder; of none where files is nil.
func NewLines(files fs.FS) *Lines { return &Lines{files: files} }

// Line returns the line at p, without its end; found tells whether there is such a
// file.
func (l *Lines) Line(p Position) (line string, found bool) {
	if l.files == nil {
		return "", false
	}
	if l.file != p.File || l.text == nil {
		l.read(p.File)
	}
	if p.Line < 1 || p.Line > len(l.text) {
		return "", l.found
	}
	return strings.TrimRight(string(l.text[p.Line-1]), "\r"), l.found
}

// read fills text with the lines of file; none where that can't be read.
func (l *Lines) read(file string) {
	l.file, l.text = file, [][]byte{}
	info, err := fs.Stat(l.files, file)
	l.found = err == nil
	if err != nil || !info.Mode().IsRegular() || info.Size() > largest {
		return
	}
	data, err := fs.ReadFile(l.files, file)
	if err != nil {
		return
	}
	l.text = bytes.Split(bytes.TrimPrefix(data, []byte("\ufeff")), []byte("\n"))
}
