package chart

import (
	"math"
	"regexp"
	"strconv"
	"strings"
)

// Fault is a cell, or with Row 0 a whole column, that is no number. Row and
// Column count from 0 in the rows that were read, the head included.
type Fault struct {
	Row, Column int
	Text        string // the cell, or the head of the column
}

// Read makes a table of rows of cells, the first row being the head. Numbers are
// written as authors in lang do, or else as in the other language: 1.234,5 and
// 1,234.5. An empty cell is a gap. A column without any number is left out; a
// cell that is no number among others that are is a gap. Both are faults.
func Read(rows [][]string, lang string) (Table, []Fault) {
	if len(rows) < 2 || len(rows[0]) < 2 {
		return Table{}, nil
	}
	head, body := rows[0], filled(rows[1:])
	t := Table{Title: clean(head[0])}
	for _, row := range body {
		t.Labels = append(t.Labels, clean(row.cells[0]))
	}
	var faults []Fault
	for column := 1; column < len(head); column++ {
		s, bad, any := readColumn(body, column, lang)
		if !any {
			if len(bad) > 0 {
				faults = append(faults, Fault{Column: column, Text: clean(head[column])})
			}
			continue
		}
		faults = append(faults, bad...)
		s.Name = clean(head[column])
		t.Series = append(t.Series, s)
	}
	return t, faults
}

// line is a row of cells with its place.
type line struct {
	at    int
	cells []string
}

// filled leaves out rows with nothing in them.
func filled(rows [][]string) []line {
	var out []line
	for i, cells := range rows {
		if strings.TrimSpace(strings.Join(cells, "")) != "" {
			out = append(out, line{i + 1, cells})
		}
	}
	return out
}

// readColumn reads the numbers of a column. Any tells whether there are some.
func readColumn(body []line, column int, lang string) (s Series, bad []Fault, any bool) {
	points, other := notations[lang == "nl"], notations[lang != "nl"]
	if !allRead(body, column, points) && allRead(body, column, other) {
		points, other = other, points
	}
	s.Percent = true
	for _, row := range body {
		cell := cellAt(row.cells, column)
		n, decimals, ok := points.read(cell)
		if !ok {
			n, decimals, ok = other.read(cell)
		}
		switch {
		case isGap(cell):
			n = math.NaN()
		case !ok:
			bad = append(bad, Fault{row.at, column, clean(cell)})
			n = math.NaN()
		default:
			any = true
			s.Decimals = max(s.Decimals, decimals)
			s.Percent = s.Percent && strings.Contains(cell, "%")
		}
		s.Values = append(s.Values, n)
		s.Places = append(s.Places, decimals)
	}
	s.Percent = s.Percent && any
	return s, bad, any
}

func cellAt(cells []string, column int) string {
	if column < len(cells) {
		return cells[column]
	}
	return ""
}

// allRead tells whether all cells of a column are numbers in a notation.
func allRead(body []line, column int, n notation) bool {
	for _, row := range body {
		cell := cellAt(row.cells, column)
		if _, _, ok := n.read(cell); !ok && !isGap(cell) {
			return false
		}
	}
	return true
}

// isGap tells whether a cell says that there is no number.
func isGap(cell string) bool {
	switch strings.TrimSpace(cell) {
	case "", "-", "–", "—":
		return true
	}
	return false
}

// notation is how numbers are written.
type notation struct {
	form    *regexp.Regexp
	group   string
	decimal string
}

// notations are the Dutch one and, under false, the English.
var notations = map[bool]notation{
	true:  newNotation(".", ","),
	false: newNotation(",", "."),
}

// newNotation makes the notation with these signs. Groups have three digits, so
// that 1.5 is not taken for fifteen; a space groups in either.
func newNotation(group, decimal string) notation {
	g, d := regexp.QuoteMeta(group), regexp.QuoteMeta(decimal)
	digits := `\d{1,3}(?:` + g + `\d{3})+|\d{1,3}(?: \d{3})+|\d+`
	return notation{
		form:  regexp.MustCompile(`^([€$£]?) ?([-+−]?) ?([€$£]?) ?(` + digits + `)(?:` + d + `(\d+))? ?%?$`),
		group: group, decimal: decimal,
	}
}

// read returns the number of a cell, and how many decimals it has.
func (n notation) read(cell string) (value float64, decimals int, ok bool) {
	m := n.form.FindStringSubmatch(spaces.Replace(strings.TrimSpace(cell)))
	if m == nil {
		return 0, 0, false
	}
	digits := strings.NewReplacer(n.group, "", " ", "").Replace(m[4])
	if m[5] != "" {
		digits += "." + m[5]
	}
	value, err := strconv.ParseFloat(digits, 64)
	if err != nil || value > largest {
		return 0, 0, false
	}
	if m[2] == "-" || m[2] == "−" {
		value = -value
	}
	return value, min(len(m[5]), mostDecimals), true
}

const (
	// largest is the largest number that is drawn: beyond it, floating point
	// counts no longer one by one.
	largest = 1 << 53
	// mostDecimals is how many decimals are shown.
	mostDecimals = 6
)

// spaces makes one of the spaces that keep digits together.
var spaces = strings.NewReplacer("\u00a0", " ", "\u202f", " ", "\u2009", " ")

// clean makes one line of a cell's text.
func clean(text string) string { return strings.Join(strings.Fields(text), " ") }
