package chart

import (
	"encoding/xml"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"
)

var dutch = Style{Decimal: ",", Group: "."}

// rows reads a table from lines with cells between bars.
func rows(text string) [][]string {
	var out [][]string
	for l := range strings.SplitSeq(strings.TrimSpace(text), "\n") {
		cells := strings.Split(l, "|")
		for i := range cells {
			cells[i] = strings.TrimSpace(cells[i])
		}
		out = append(out, cells)
	}
	return out
}

func TestReadNumbers(t *testing.T) {
	for _, c := range []struct {
		lang, cells string
		want        string // NaN is _
		faults      int
	}{
		{"nl", "1.234,5|12|0,25", "1234.5 12 0.25", 0},
		{"en", "1,234.5|12|0.25", "1234.5 12 0.25", 0},
		{"nl", "1,234.5|12|0.25", "1234.5 12 0.25", 0}, // as the English write
		{"en", "1.234,5|12|0,25", "1234.5 12 0.25", 0},
		{"nl", "1.234|5.678", "1234 5678", 0},
		{"en", "1.234|5.678", "1.234 5.678", 0},
		{"nl", "1.234|5.6", "1.234 5.6", 0}, // the second tells what the point is
		{"nl", "12,5|1.5", "12.5 1.5", 0},
		{"nl", "12%|7,5 %|100%", "12 7.5 100", 0},
		{"nl", "€ 1.200|-€ 3|€ -4,50", "1200 -3 -4.5", 0},
		{"nl", "1 234|1\u00a0234\u202f567|+3|−4", "1234 1234567 3 -4", 0},
		{"nl", "1||-|–|2", "1 _ _ _ 2", 0},
		{"nl", "1|ongeveer 2|3", "1 _ 3", 1},
		{"nl", "1|1.23.4|1e5|NaN|Inf|0x1", "1 _ _ _ _ _", 5},
		{"nl", "1|" + strings.Repeat("9", 400), "1 _", 1},
		{"nl", "een|twee", "", 1}, // a column of words
		{"nl", "|", "", 0},
	} {
		table := [][]string{{"Wat", "Hoeveel"}}
		for i, cell := range strings.Split(c.cells, "|") {
			table = append(table, []string{strconv.Itoa(i) + "e", cell})
		}
		got, faults := Read(table, c.lang)
		var numbers []string
		for _, s := range got.Series {
			for _, v := range s.Values {
				if math.IsNaN(v) {
					numbers = append(numbers, "_")
				} else {
					numbers = append(numbers, strconv.FormatFloat(v, 'f', -1, 64))
				}
			}
		}
		if strings.Join(numbers, " ") != c.want || len(faults) != c.faults {
			t.Errorf("%s %q: %q with %v", c.lang, c.cells, numbers, faults)
		}
	}
}

func TestReadTellsWhere(t *testing.T) {
	table, faults := Read(rows("Week|Aantal|Wie|Leeg\n1|4|Ans|\n||| \n2|vier|Piet|"), "nl")
	want := []Fault{{3, 1, "vier"}, {0, 2, "Wie"}}
	if !slices.Equal(faults, want) {
		t.Errorf("faults %v", faults)
	}
	if len(table.Series) != 1 || len(table.Labels) != 2 {
		t.Errorf("table %+v", table)
	}
	for _, none := range []string{"", "Kop|Getal", "Kop\n1\n2"} {
		if table, faults := Read(rows(none), "nl"); Choose(table, Auto) != None || len(faults) > 0 {
			t.Errorf("%q became %+v, %v", none, table, faults)
		}
	}
}

func TestChoose(t *testing.T) {
	for labels, want := range map[string]Kind{
		"2021|2022|2024": Line, "2024|2022": Bar, "2024|2024": Bar, "2024": Bar, "12|13": Bar,
		"januari|februari|mrt": Line, "jan.|Feb|MAR": Line, "januari|maandag": Bar,
		"nov 2025|december 2025|Jan 2026": Line, "2025-11|2026-01": Line, "11-2025|01-2026": Line,
		"2026 K1|2026 K2": Line, "Q3 2025|Q1 2026": Line,
		"2026-01-31|2026-02-01": Line, "31-1-2026|1-2-2026": Line, "2026-02-31|2026-03-01": Bar,
		"Zorg|Winkel": Bar,
	} {
		var table Table
		s := Series{}
		for l := range strings.SplitSeq(labels, "|") {
			table.Labels = append(table.Labels, l)
			s.Values = append(s.Values, 1)
		}
		table.Series = []Series{s}
		if got := Choose(table, Auto); got != want {
			t.Errorf("%s became %q", labels, got)
		}
		if Choose(table, None) != None || Choose(table, Bar) != Bar || Choose(table, Line) != Line {
			t.Errorf("%s is not drawn as asked", labels)
		}
	}
}

func TestAxis(t *testing.T) {
	for _, c := range []struct {
		low, high float64
		decimals  int
		want      string
	}{
		{0, 95, 0, "0 20 40 60 80 100"},
		{0, 100, 0, "0 20 40 60 80 100"},
		{0, 3, 0, "0 1 2 3"}, // people are whole
		{0, 0.9, 1, "0 0.2 0.4 0.6 0.8 1"},
		{0, 14.6, 1, "0 5 10 15"},
		{14.3, 14.6, 1, "14.3 14.4 14.5 14.6"},
		{-30, 50, 0, "-40 -20 0 20 40 60"},
		{0, 0, 0, "0 1"},
		{0, 1234567, 0, "0 500000 1000000 1500000"},
		{-5, -5, 0, "-5 -4 -3 -2 -1 0"},
		{0, 0.07, 2, "0 0.02 0.04 0.06 0.08"},
	} {
		a := newAxis(c.low, c.high, 6, c.decimals)
		var got []string
		for _, m := range a.marks {
			got = append(got, strconv.FormatFloat(m, 'f', -1, 32))
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%v to %v: %s", c.low, c.high, got)
		}
	}
}

func TestWriteNumbers(t *testing.T) {
	for _, c := range []struct {
		v        float64
		decimals int
		unit     string
		percent  bool
		want     string
	}{
		{1234, 0, "", false, "1234"},
		{14300, 0, "", false, "14.300"},
		{-1234567.5, 1, "", false, "−1.234.567,5"},
		{-0.04, 1, "", false, "0,0"},
		{12, 0, "", true, "12%"},
		{12, 0, "%", false, "12%"},
		{1200, 0, "€", false, "€\u00a01200"},
		{14.6, 1, "miljoen", false, "14,6\u00a0miljoen"},
	} {
		style := dutch
		style.Unit = c.unit
		if got := style.write(c.v, c.decimals, c.percent, true); got != c.want {
			t.Errorf("%v became %q, not %q", c.v, got, c.want)
		}
	}
}

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		text string
		most int
		want string
	}{
		{"kort", 3, "kort"},
		{"een paar gewone woorden", 3, "een paar|gewone|woorden"},
		{"arbeidsongeschiktheidsverzekering", 9, "arbeids-|ongesch-|iktheids-|verzeke-|ring"},
		{"een heel erg lange zin die niet past", 2, "een heel erg|lange zin…"},
		{"", 3, ""},
	} {
		lines := wrap(c.text, 80, 14, c.most)
		if len(lines) > c.most || !strings.HasPrefix(c.text, strings.Trim(lines[0], "-…")) {
			t.Errorf("%q became %q", c.text, lines)
		}
		if widest(lines, 14) > 80 {
			t.Errorf("%q is too wide", lines)
		}
	}
}

// tables are those that are hard to draw.
var tables = map[string][][]string{
	"three lines": rows("Week|Berichten|Reacties|Gesprekken\n1|4|18|0\n2|7|39|1\n3|9|64|2\n4|3|21|1\n5|8|72|3\n6|10|95|4"),
	"years":       rows("Jaar|Aantal\n2013|4\n2018|9\n2024|\n2026|12"),
	"two":         rows("Wat|2024|2026\nGebruiken social media|14,3|14,6\nWorden er minder gelukkig van|2|2,6\nVinden dat ze er te veel tijd aan besteden|5|"),
	"negative":    rows("Team|Verschil\nZorg|-12\nWinkel|5\nKantoor|-0,5"),
	"losses":      rows("Team|Verschil\nZorg|-12\nWinkel|-5"),
	"one":         rows("Team|Mensen\nZorg|9"),
	"zero":        rows("Team|Mensen\nZorg|0\nWinkel|0"),
	"long":        rows("Wat|Aantal\nArbeidsongeschiktheidsverzekeringsmaatschappijen en alles wat daar in de loop van de jaren bij is gekomen, en nog wat|123456789,5\nKort|1"),
	"six":         rows("Wat|Een|Twee|Drie|Vier|Vijf|Zes|Zeven\nA|1|2|3|4|5|6|7\nB|7|6|5|4|3|2|1"),
	"marks":       rows("<b>|&amp;\n\"<script>\"|1\n'&|2"),
	"many":        many(200),
	"endless":     many(3000),
}

func many(n int) [][]string {
	out := [][]string{{"Plaats", "Mensen"}}
	for i := range n {
		out = append(out, []string{fmt.Sprintf("Vestiging %d", i+1), strconv.Itoa(i * 37 % 101)})
	}
	return out
}

// TestDraw draws what is hard to draw, in both kinds and widths: all is XML
// without styles, nothing lies outside, and no text lies over another.
func TestDraw(t *testing.T) {
	for name, cells := range tables {
		for _, kind := range []Kind{Bar, Line} {
			table, _ := Read(cells, "nl")
			o := Options{Kind: kind, Style: dutch, Title: "Titel & meer", Description: "Wat je ziet.", ID: "v-chart"}
			d := Draw(table, o)
			if d != Draw(table, o) {
				t.Errorf("%s as %s is drawn in two ways", name, kind)
			}
			for f, svg := range map[form]string{wide: d.Wide, narrow: d.Narrow} {
				inspect(t, fmt.Sprintf("%s as %s, %s", name, kind, f.name), svg, f)
			}
		}
	}
}

// box is where a text lies.
type box struct {
	x, y, width, height float64
	text                string
}

func inspect(t *testing.T, name, svg string, f form) {
	t.Helper()
	for _, bad := range []string{"style=", "NaN", "Inf", "<script", "-0 "} {
		if strings.Contains(svg, bad) {
			t.Errorf("%s holds %q", name, bad)
		}
	}
	boxes, height := texts(t, name, svg, f)
	for i, a := range boxes {
		if a.x < -1 || a.y < -1 || a.x+a.width > f.width+1 || a.y+a.height > height+1 {
			t.Errorf("%s: %q lies outside: %.0f, %.0f, %.0f wide", name, a.text, a.x, a.y, a.width)
		}
		for _, b := range boxes[:i] {
			if a.x < b.x+b.width-1 && b.x < a.x+a.width-1 && a.y < b.y+b.height-1 && b.y < a.y+a.height-1 {
				t.Errorf("%s: %q lies over %q", name, a.text, b.text)
			}
		}
	}
}

// texts returns where the lines of text of a drawing lie, by our own measure.
func texts(t *testing.T, name, svg string, f form) (boxes []box, height float64) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(svg))
	var x, y float64
	anchor, inside := "", false
	for {
		token, err := d.Token()
		if err == io.EOF {
			return boxes, height
		}
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		switch e := token.(type) {
		case xml.StartElement:
			inside = e.Name.Local == "text" || e.Name.Local == "tspan"
			if e.Name.Local == "text" {
				anchor = start
			}
			for _, a := range e.Attr {
				n, _ := strconv.ParseFloat(a.Value, 64)
				switch a.Name.Local {
				case "x":
					x = n
				case "y":
					y = n
				case "text-anchor":
					anchor = a.Value
				case "viewBox":
					height, _ = strconv.ParseFloat(strings.Fields(a.Value)[3], 64)
				}
			}
		case xml.EndElement:
			inside = false
		case xml.CharData:
			if text := strings.TrimSpace(string(e)); inside && text != "" {
				b := box{x: x, y: y - 0.8*f.letter, width: measure(text, f.letter), height: f.letter, text: text}
				switch anchor {
				case middle:
					b.x -= b.width / 2
				case end:
					b.x -= b.width
				}
				boxes = append(boxes, b)
			}
		}
	}
}

func TestFacts(t *testing.T) {
	table, _ := Read(tables["three lines"], "nl")
	style := dutch
	style.Unit = "uur"
	facts := table.Facts(style)
	want := Fact{"Reacties", Point{"1", "18\u00a0uur"}, Point{"6", "95\u00a0uur"}, Point{"6", "95\u00a0uur"}, Point{"1", "18\u00a0uur"}}
	if len(facts) != 3 || facts[1] != want {
		t.Errorf("facts %+v", facts)
	}
}

func FuzzDraw(f *testing.F) {
	f.Add("Jaar,Aantal\n2013,4\n2018,-9\n2024,", "nl", "line")
	f.Add("Wat,Een,Twee\nA,1.234,5%\n,,\n\"x\",€ 2,y", "en", "bar")
	f.Fuzz(func(t *testing.T, text, lang, kind string) {
		var cells [][]string
		for l := range strings.SplitSeq(text, "\n") {
			cells = append(cells, strings.Split(l, ","))
		}
		table, faults := Read(cells, lang)
		for _, fault := range faults {
			if fault.Row >= len(cells) || fault.Column < 1 {
				t.Errorf("fault %+v", fault)
			}
		}
		o := Options{Kind: Choose(table, Kind(kind)), Style: dutch}
		if o.Kind == None {
			return
		}
		table.Facts(o.Style)
		d := Draw(table, o)
		for _, svg := range []string{d.Wide, d.Narrow} {
			if strings.Contains(svg, "NaN") || strings.Contains(svg, "Inf\"") {
				t.Errorf("%q holds what is no number", svg)
			}
		}
	})
}
