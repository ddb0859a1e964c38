// Package chart draws a table as a picture of bars or lines, in SVG.
//
// A drawing is a function of the table and the options alone: no clock, no
// fonts, no measuring in a browser. Its text is text, in the letter of the page
// around it; its colours are classes, which the theme's chart.css gives. A chart
// comes in two widths, of which the style sheet shows the one that fits: letters
// that shrink with a picture can't be read on a telephone.
//
// Nothing is told by colour alone. Bars differ in their filling, lines in their
// dashes and marks, and the value or name stands beside what it belongs to. A
// title and a description say in words what is seen.
package chart

import (
	"math"
	"slices"
)

// Kind is how a table is drawn.
type Kind string

// The kinds. Auto lets the table decide: lines where its rows are moments in
// order, else bars.
const (
	Auto Kind = ""
	Bar  Kind = "bar"
	Line Kind = "line"
	None Kind = "none"
)

// Kinds are the values that an author may write. It is never changed.
var Kinds = []string{string(Bar), string(Line), string(None)}

// MostSeries is how many columns of numbers a chart shows: more can't be told
// apart.
const MostSeries = 6

// MostRows returns how many rows a chart of a kind shows: of more bars no reader
// sees the end, and lines have more points than a screen has.
func MostRows(k Kind) int {
	if k == Line {
		return 5000
	}
	return 500
}

// Table is what is drawn.
type Table struct {
	// Title is the head of the first column: what the rows are.
	Title  string
	Labels []string
	Series []Series
}

// Series is one column of numbers.
type Series struct {
	Name     string
	Values   []float64 // NaN is a gap
	Places   []int     // decimals of each value, as its author wrote it
	Decimals int       // the most of these
	Percent  bool      // every cell has a percent sign
}

// Style is how numbers are written. The zero value writes 1234.5.
type Style struct {
	Decimal, Group string
	// Unit stands behind a number; a currency sign stands before it.
	Unit string
}

// Options are what a drawing needs beside its table.
type Options struct {
	Kind Kind // as Choose returned it
	Style
	// Title and Description are read aloud in place of the picture.
	Title, Description string
	// ID begins the ids of the drawing.
	ID string
}

// Drawing is a chart in two widths. Both are whole <svg> elements.
type Drawing struct {
	Wide, Narrow string
}

// Choose returns how a table is drawn that is asked for as wanted: None where it
// has no numbers.
func Choose(t Table, wanted Kind) Kind {
	switch {
	case wanted == None || !t.hasNumbers():
		return None
	case wanted == Bar || wanted == Line:
		return wanted
	}
	if _, ordered := moments(t.Labels); ordered {
		return Line
	}
	return Bar
}

func (t Table) hasNumbers() bool {
	return slices.ContainsFunc(t.Series, func(s Series) bool {
		return slices.ContainsFunc(s.Values, func(v float64) bool { return !math.IsNaN(v) })
	})
}

// span returns the lowest and highest number of a table.
func (t Table) span() (low, high float64) {
	low, high = math.Inf(1), math.Inf(-1)
	for _, s := range t.Series {
		for _, v := range s.Values {
			if !math.IsNaN(v) {
				low, high = min(low, v), max(high, v)
			}
		}
	}
	return low, high
}

// decimals is the most decimals that a number of the table has.
func (t Table) decimals() int {
	most := 0
	for _, s := range t.Series {
		most = max(most, s.Decimals)
	}
	return most
}

// The two forms. The sizes of letters are those of chart.css: room is made for
// them here.
var (
	wide   = form{name: "wide", width: 720, letter: 15, plot: 300, ticks: 6}
	narrow = form{name: "narrow", width: 320, letter: 14, plot: 240, ticks: 4}
)

// form is a width that charts are drawn in. All sizes are units of the viewBox.
type form struct {
	name   string
	width  float64
	letter float64 // size of letters
	plot   float64 // height of a chart of lines, without what stands around it
	ticks  int     // about how many marks an axis has
}

// line is the height of a line of text.
func (f form) line() float64 { return math.Round(f.letter * 1.3) }

// Draw draws a table that has numbers; see [Choose].
func Draw(t Table, o Options) Drawing {
	t.Series = t.Series[:min(len(t.Series), MostSeries)]
	return Drawing{Wide: draw(t, o, wide), Narrow: draw(t, o, narrow)}
}

func draw(t Table, o Options, f form) string {
	if o.Kind == Line {
		return drawLines(t, o, f)
	}
	return drawBars(t, o, f)
}
