package chart

import (
	"html"
	"math"
	"strconv"
	"strings"
)

// sheet is an SVG that is being written.
type sheet struct {
	strings.Builder
	form form
}

// place writes a coordinate or length, to a tenth.
func place(v float64) string {
	return strconv.FormatFloat(math.Round(v*10)/10, 'f', -1, 64)
}

// class names the style of series i.
func class(i int) string { return "chart-" + strconv.Itoa(i+1) }

// The sides that text can stand on of its place.
const (
	start  = "start"
	middle = "middle"
	end    = "end"
)

// text writes a line of text on a base line.
func (s *sheet) text(x, y float64, anchor, class, text string) {
	s.WriteString(`<text x="` + place(x) + `" y="` + place(y) + `"`)
	if anchor != start {
		s.WriteString(` text-anchor="` + anchor + `"`)
	}
	if class != "" {
		s.WriteString(` class="` + class + `"`)
	}
	s.WriteString(">" + html.EscapeString(text) + "</text>")
}

// lines writes lines of text below each other, the first on y, as one text.
func (s *sheet) lines(x, y float64, anchor, class string, lines []string) {
	if len(lines) == 1 {
		s.text(x, y, anchor, class, lines[0])
		return
	}
	s.WriteString(`<text text-anchor="` + anchor + `"`)
	if class != "" {
		s.WriteString(` class="` + class + `"`)
	}
	s.WriteString(">")
	for i, l := range lines {
		s.WriteString(`<tspan x="` + place(x) + `" y="` + place(y+float64(i)*s.form.line()) + `">` + html.EscapeString(l))
		if i < len(lines)-1 {
			s.WriteString(" ")
		}
		s.WriteString("</tspan>")
	}
	s.WriteString("</text>")
}

// path writes a line.
func (s *sheet) path(class, d string) {
	s.WriteString(`<path class="` + class + `" d="` + d + `"/>`)
}

// mark writes the mark of series i, of a shape of its own.
func (s *sheet) mark(i int, x, y float64) {
	at := func(dx, dy float64) string { return place(x+dx) + " " + place(y+dy) }
	var d string
	switch i {
	case 0: // a disc
		s.WriteString(`<circle class="chart-mark ` + class(i) + `" cx="` + place(x) + `" cy="` + place(y) + `" r="4"/>`)
		return
	case 1: // a square
		d = "M" + at(-4, -4) + "h8v8h-8z"
	case 2: // a triangle
		d = "M" + at(0, -5) + "L" + at(5, 4) + "L" + at(-5, 4) + "z"
	case 3: // a rhomb
		d = "M" + at(0, -5.5) + "L" + at(5.5, 0) + "L" + at(0, 5.5) + "L" + at(-5.5, 0) + "z"
	case 4: // a triangle on its point
		d = "M" + at(0, 5) + "L" + at(5, -4) + "L" + at(-5, -4) + "z"
	default: // a cross
		d = "M" + at(-4, -4) + "l8 8m0-8l-8 8"
	}
	s.path("chart-mark "+class(i), d)
}

// whole puts the head and foot around what was drawn.
func (s *sheet) whole(o Options, height float64) string {
	id := o.ID + "-" + s.form.name
	return `<svg class="chart-` + s.form.name + `" viewBox="0 0 ` + place(s.form.width) + " " + place(height) +
		`" role="img" aria-labelledby="` + id + `-title" aria-describedby="` + id + `-desc">` +
		`<title id="` + id + `-title">` + html.EscapeString(o.Title) + `</title>` +
		`<desc id="` + id + `-desc">` + html.EscapeString(o.Description) + `</desc>` +
		s.String() + `</svg>`
}

// sample draws what series i looks like, on a ground of the size of a letter.
type sample func(i int, x, y float64)

// legend writes the names of the series with a sample of each, in as many rows as
// it takes, and returns its height.
func (s *sheet) legend(t Table, room float64, draw sample) float64 {
	const apart = 20
	x, y := 0.0, s.form.letter
	for i, series := range t.Series {
		lines := wrap(series.Name, s.form.width-room, s.form.letter, 2)
		width := room + widest(lines, s.form.letter)
		if x > 0 && x+width > s.form.width {
			x, y = 0, y+s.form.line()+4
		}
		draw(i, x, y)
		s.lines(x+room, y, start, "", lines)
		x += width + apart
		if len(lines) > 1 {
			x, y = s.form.width, y+s.form.line()*float64(len(lines)-1)
		}
	}
	return y + s.form.line()
}
