package chart

import (
	"math"
	"strings"
)

// Bars lie: labels have room then, on a telephone too, and are read from above
// to below like the table. All begin at zero, as their length is what is seen.

const (
	// mostBars is how many bars have their value beside them. More are drawn
	// thin, and named where there is room.
	mostBars = 40
	gap      = 8 // between a bar and its text
)

// bars is a chart of bars that is being laid out.
type bars struct {
	sheet
	t      Table
	o      Options
	axis   axis
	dense  bool
	bar    float64 // the height of a bar
	pitch  float64 // from one bar of a row to the next
	labels float64 // the width of the labels beside the bars
	x0, x1 float64 // where the axis begins and ends
}

func drawBars(t Table, o Options, f form) string {
	b := &bars{sheet: sheet{form: f}, t: t, o: o}
	b.layout()
	y := 0.0
	if len(t.Series) > 1 {
		y = b.legend(t, f.letter+gap, func(i int, x, y float64) { b.piece(i, x, y-f.letter+2, f.letter, f.letter-2) })
	}
	if b.dense {
		y += f.line() / 2 // the first label is higher than its bar
	}
	top := y
	rows := make([]float64, len(t.Labels)+1)
	for i := range t.Labels {
		rows[i] = y
		y += b.height(i)
	}
	rows[len(t.Labels)] = y
	b.scale(rows, top)
	named := math.Inf(-1)
	for i := range t.Labels {
		middle := rows[i] + float64(len(t.Series))*b.pitch/2
		if b.dense && middle-named < f.line() {
			b.row(i, rows[i], false)
			continue
		}
		named = middle
		b.row(i, rows[i], true)
	}
	return b.whole(o, y+f.line()+gap)
}

// layout decides on sizes.
func (b *bars) layout() {
	f := b.form
	low, high := b.t.span()
	b.dense = len(b.t.Labels)*len(b.t.Series) > mostBars
	b.bar, b.pitch = 20, 20
	switch {
	case b.dense:
		b.pitch = max(5, min(14, math.Floor(900/float64(len(b.t.Labels)*len(b.t.Series)))))
		b.bar = b.pitch - 1
	case len(b.t.Series) > 1:
		b.bar, b.pitch = f.line()-4, f.line()
	}
	if b.labelRoom() > 0 {
		for i := range b.t.Labels {
			b.labels = max(b.labels, widest(b.label(i), f.letter))
		}
		b.labels += gap
	}
	left, right := b.valueRoom()
	b.axis = newAxis(min(0, low), max(0, high), f.ticks, b.t.decimals())
	for n := f.ticks - 1; ; n-- {
		first, last := b.markText(0), b.markText(len(b.axis.marks)-1)
		b.x0 = b.labels + max(left, measure(first, f.letter)/2)
		b.x1 = f.width - max(right, measure(last, f.letter)/2)
		if n < 2 || b.marksFit() {
			return
		}
		b.axis = newAxis(min(0, low), max(0, high), n, b.t.decimals())
	}
}

// labelRoom is the most that a label beside its bars may take; 0 where labels
// stand above them.
func (b *bars) labelRoom() float64 {
	switch {
	case b.form.name == wide.name:
		return 0.36 * b.form.width
	case b.dense:
		return 0.34 * b.form.width
	}
	return 0
}

// label breaks the label of row i.
func (b *bars) label(i int) []string {
	room, most := b.labelRoom(), 3
	if room == 0 {
		room = b.form.width - gap
	}
	if b.dense {
		most = 1
	}
	return wrap(b.t.Labels[i], room, b.form.letter, most)
}

// valueRoom is what the values at the ends of bars take, left and right.
func (b *bars) valueRoom() (left, right float64) {
	if b.dense {
		return 0, 0
	}
	for _, s := range b.t.Series {
		for i, v := range s.Values {
			room := measure(b.value(s, i), b.form.letter) + gap
			if v < 0 {
				left = max(left, room)
			} else {
				right = max(right, room)
			}
		}
	}
	return left, right
}

// value writes the value of a bar; that of a gap is a dash.
func (b *bars) value(s Series, i int) string {
	if math.IsNaN(s.Values[i]) {
		return "–"
	}
	return b.o.write(s.Values[i], s.Places[i], s.Percent, false)
}

// markText writes what stands at a mark of the axis. The last one has the unit.
func (b *bars) markText(i int) string {
	return b.o.write(b.axis.marks[i], b.axis.decimals, b.t.percent(), i == len(b.axis.marks)-1)
}

// percent tells whether all numbers are percentages.
func (t Table) percent() bool {
	for _, s := range t.Series {
		if !s.Percent {
			return false
		}
	}
	return true
}

// marksFit tells whether the texts of neighbouring marks stand apart.
func (b *bars) marksFit() bool {
	end := math.Inf(-1)
	for i, m := range b.axis.marks {
		half := measure(b.markText(i), b.form.letter) / 2
		if b.x(m)-half < end+gap {
			return false
		}
		end = b.x(m) + half
	}
	return true
}

func (b *bars) x(v float64) float64 { return b.x0 + (b.x1-b.x0)*b.axis.share(v) }

// height is that of a row, with the space below it.
func (b *bars) height(i int) float64 {
	all := float64(len(b.t.Series)) * b.pitch
	switch {
	case b.dense && len(b.t.Series) > 1:
		return all + 4
	case b.dense:
		return all
	case b.labelRoom() == 0:
		return float64(len(b.label(i)))*b.form.line() + 2 + all + 14
	}
	return max(all, float64(len(b.label(i)))*b.form.line()) + 14
}

// scale draws the lines behind the bars, and the axis below. Labels that stand
// above their bars interrupt the lines.
func (b *bars) scale(rows []float64, top float64) {
	bottom := rows[len(rows)-1]
	for i, m := range b.axis.marks {
		style := "chart-grid"
		if m == 0 {
			style = "chart-zero"
		}
		x := place(b.x(m))
		var d strings.Builder
		if b.labelRoom() > 0 {
			d.WriteString("M" + x + " " + place(top) + "V" + place(bottom))
		} else {
			for j := range b.t.Labels {
				y := rows[j] + float64(len(b.label(j)))*b.form.line()
				d.WriteString("M" + x + " " + place(y) + "V" + place(rows[j+1]-10))
			}
		}
		b.path(style, d.String())
		b.text(b.x(m), bottom+b.form.line(), middle, "chart-soft", b.markText(i))
	}
}

// row draws the bars of row i at y, with its label if named.
func (b *bars) row(i int, y float64, named bool) {
	f := b.form
	all := float64(len(b.t.Series)) * b.pitch
	label := b.label(i)
	if b.labelRoom() > 0 {
		if named {
			first := y + max(all, float64(len(label))*f.line())/2 - float64(len(label)-1)*f.line()/2 + 0.35*f.letter
			if b.dense {
				first = y + all/2 + 0.35*f.letter
			}
			b.lines(b.labels-gap, first, end, "", label)
		}
		y += max(0, (float64(len(label))*f.line()-all)/2)
		if b.dense {
			y -= max(0, (f.line()-all)/2)
		}
	} else {
		x := b.x(0)
		if b.axis.low() < 0 {
			x = 0
		}
		b.lines(x, y+f.letter, start, "", label)
		y += float64(len(label))*f.line() + 2
	}
	for j := range b.t.Series {
		b.one(j, i, y+float64(j)*b.pitch)
	}
}

// one draws the bar of series j in row i, with its value.
func (b *bars) one(j, i int, y float64) {
	s := b.t.Series[j]
	v := s.Values[i]
	zero, to := b.x(0), b.x(0)
	if !math.IsNaN(v) {
		to = b.x(v)
		if v != 0 {
			b.piece(j, min(zero, to), y, max(2, math.Abs(to-zero)), b.bar)
		}
	}
	if b.dense {
		return
	}
	base := y + b.bar/2 + 0.35*b.form.letter
	if v < 0 {
		b.text(to-gap, base, end, "chart-value", b.value(s, i))
	} else {
		b.text(to+gap, base, start, "chart-value", b.value(s, i))
	}
}

// piece draws a bar of series i in its filling. The outline lies inside.
func (b *bars) piece(i int, x, y, width, height float64) {
	inset := min(1, width/2, height/4)
	b.WriteString(`<rect class="chart-bar ` + class(i) + `" x="` + place(x+inset) + `" y="` + place(y+inset) +
		`" width="` + place(width-2*inset) + `" height="` + place(height-2*inset) + `"/>`)
	if i >= 2 && width > 4 && height > 5 {
		b.WriteString(`<path class="chart-weave ` + class(i) + `" stroke-width="` + place(b.weave(i, height)) + `" d="M` +
			place(x+2) + " " + place(y+height/2) + "H" + place(x+width-2) + `"/>`)
	}
}

// weave is how much of a bar's height its filling takes.
func (b *bars) weave(i int, height float64) float64 {
	if i >= 4 {
		return 3 // dots or a thread along the middle
	}
	return height - 4
}
