package chart

import (
	"math"
	"slices"
	"strings"
)

// mostMarks is how many rows have a mark for each value: more would be a string
// of beads.
const mostMarks = 40

// lines is a chart of lines that is being laid out.
type lines struct {
	sheet
	t              Table
	o              Options
	axis           axis
	at             []float64 // where the rows lie, from 0 to 1
	x0, x1, y0, y1 float64   // the ends of the axes; y1 is above
	ends           []ending
}

// ending is what stands beside the end of a line.
type ending struct {
	series int
	text   []string
	y      float64 // of the middle of the text
}

func drawLines(t Table, o Options, f form) string {
	l := &lines{sheet: sheet{form: f}, t: t, o: o, at: shares(t.Labels)}
	low, high := t.span()
	l.axis = newAxis(base(low, high), max(high, 0), f.ticks, t.decimals())
	top := 0.0
	if l.named() {
		top = l.legend(t, 34, func(i int, x, y float64) {
			y -= 0.35 * f.letter
			l.path("chart-line "+class(i), "M"+place(x)+" "+place(y)+"h26")
			l.mark(i, x+13, y)
		})
	}
	if l.unit() != "" {
		top += f.line()
	}
	l.y1 = top + f.line()
	l.y0 = l.y1 + f.plot
	for i := range l.axis.marks {
		l.x0 = max(l.x0, measure(l.markText(i), f.letter)+gap)
	}
	l.x1 = f.width - l.endings()
	l.scale()
	for i := range t.Series {
		l.draw(i)
	}
	for _, e := range l.ends {
		y := e.y + 0.35*f.letter - float64(len(e.text)-1)*f.line()/2
		if !l.named() && len(t.Series) > 1 {
			l.mark(e.series, l.x1+14, e.y)
			l.lines(l.x1+26, y, start, "", e.text)
		} else {
			l.lines(l.x1+10, y, start, "chart-value", e.text)
		}
	}
	return l.whole(o, l.foot())
}

// base is where the axis of lines begins: at zero, unless all numbers lie close
// to each other and far from it, so that nothing would be seen.
func base(low, high float64) float64 {
	if low > 0 && high-low < high/4 {
		return low
	}
	return min(0, low)
}

// shares returns how far along the axis each row lies: by time where that is
// known, else at equal distances.
func shares(labels []string) []float64 {
	at, ordered := moments(labels)
	if !ordered {
		at = make([]float64, len(labels))
		for i := range at {
			at[i] = float64(i)
		}
	}
	first, last := at[0], at[len(at)-1]
	for i := range at {
		if first == last {
			at[i] = 0.5
		} else {
			at[i] = (at[i] - first) / (last - first)
		}
	}
	return at
}

// named tells whether a legend names the lines: where there is no room for names
// beside them.
func (l *lines) named() bool { return len(l.t.Series) > 1 && l.form.name == narrow.name }

// unit is what stands above the axis: a unit that is a word.
func (l *lines) unit() string {
	if l.o.Unit == "%" || currency(l.o.Unit) {
		return ""
	}
	return l.o.Unit
}

func (l *lines) x(i int) float64     { return l.x0 + gap + (l.x1-l.x0-2*gap)*l.at[i] }
func (l *lines) y(v float64) float64 { return l.y0 - (l.y0-l.y1)*l.axis.share(v) }

// markText writes what stands at a mark of the axis.
func (l *lines) markText(i int) string {
	return l.o.write(l.axis.marks[i], l.axis.decimals, l.t.percent(), false)
}

// endings decides what stands beside the ends of the lines, and where: as near
// to them as keeps the texts apart. It returns the width that they take.
func (l *lines) endings() float64 {
	f, room := l.form, 0.0
	const names = 0.24 // of the width, at most
	for i, s := range l.t.Series {
		last := len(s.Values) - 1
		for last >= 0 && math.IsNaN(s.Values[last]) {
			last--
		}
		if last < 0 {
			continue
		}
		value := l.o.write(s.Values[last], s.Places[last], s.Percent, false)
		e := ending{series: i, text: []string{value}, y: l.y(s.Values[last])}
		space := 10.0
		if !l.named() && len(l.t.Series) > 1 {
			e.text, space = wrap(s.Name+" "+value, names*f.width, f.letter, 3), 26
		}
		room = max(room, space+widest(e.text, f.letter))
		l.ends = append(l.ends, e)
	}
	slices.SortStableFunc(l.ends, func(a, b ending) int {
		switch {
		case a.y < b.y:
			return -1
		case a.y > b.y:
			return 1
		}
		return 0
	})
	spread(l.ends, f.line(), l.y1-f.line()/2, l.y0+f.line()/2)
	return room
}

// spread moves texts down, and those at the foot up again, until none lies over
// another.
func spread(ends []ending, line, top, bottom float64) {
	half := func(e ending) float64 { return float64(len(e.text)) * line / 2 }
	for i := range ends {
		ends[i].y = max(ends[i].y, top+half(ends[i]))
		top = ends[i].y + half(ends[i])
	}
	for i := range slices.Backward(ends) {
		ends[i].y = min(ends[i].y, bottom-half(ends[i]))
		bottom = ends[i].y - half(ends[i])
	}
}

// scale draws the axes.
func (l *lines) scale() {
	f := l.form
	for i, m := range l.axis.marks {
		style := "chart-grid"
		if m == 0 {
			style = "chart-zero"
		}
		l.path(style, "M"+place(l.x0)+" "+place(l.y(m))+"H"+place(l.x1))
		l.text(l.x0-gap, l.y(m)+0.35*f.letter, end, "chart-soft", l.markText(i))
	}
	if unit := l.unit(); unit != "" {
		l.text(0, l.y1-f.line()+2, start, "chart-soft", shorten(unit, f.width, f.letter))
	}
	taken := math.Inf(-1)
	for i, label := range l.labels() {
		width := widest(label, f.letter)
		x := min(max(l.x(i), width/2), f.width-width/2)
		if x-width/2 < taken+gap {
			continue
		}
		taken = x + width/2
		l.path("chart-grid", "M"+place(l.x(i))+" "+place(l.y0)+"v5")
		l.lines(x, l.y0+6+f.letter, middle, "chart-soft", label)
	}
	if title := l.title(); title != "" {
		l.text((l.x0+l.x1)/2, l.foot()-6, middle, "chart-soft", shorten(title, l.x1-l.x0, f.letter))
	}
}

// title is what stands below the axis: what the rows are, where their labels are
// numbers that don't tell.
func (l *lines) title() string {
	if _, ordered := moments(l.t.Labels); ordered || strings.Trim(strings.Join(l.t.Labels, ""), "0123456789") != "" {
		return ""
	}
	return l.t.Title
}

// labels breaks the labels of the rows. Moments stay on one line.
func (l *lines) labels() [][]string {
	room := max(64, (l.x1-l.x0)/float64(max(1, len(l.t.Labels)-1))-gap)
	out := make([][]string, len(l.t.Labels))
	for i, label := range l.t.Labels {
		out[i] = wrap(label, room, l.form.letter, 3)
	}
	return out
}

// foot is the height of the whole.
func (l *lines) foot() float64 {
	most := 1
	for _, label := range l.labels() {
		most = max(most, len(label))
	}
	if l.title() != "" {
		most++
	}
	return l.y0 + 6 + float64(most)*l.form.line() + 4
}

// draw draws series i. A gap breaks the line; a value between gaps is a mark.
func (l *lines) draw(i int) {
	values := l.t.Series[i].Values
	there := func(at int) bool { return at >= 0 && at < len(values) && !math.IsNaN(values[at]) }
	var d strings.Builder
	for at, v := range values {
		if !there(at) {
			continue
		}
		step := "L"
		if !there(at - 1) {
			step = "M"
		}
		d.WriteString(step + place(l.x(at)) + " " + place(l.y(v)))
	}
	if d.Len() > 0 {
		l.path("chart-line "+class(i), d.String())
	}
	for at, v := range values {
		alone := !there(at-1) && !there(at+1)
		if there(at) && (len(values) <= mostMarks || alone || at == len(values)-1) {
			l.mark(i, l.x(at), l.y(v))
		}
	}
}
