package chart

import (
	"math"
	"strconv"
	"strings"
)

// Fact is what a reader sees of a series at first glance.
type Fact struct {
	Name                   string
	First, Last, High, Low Point
}

// Point is a value with its row.
type Point struct{ Label, Value string }

// Facts returns what there is to see of each series that is drawn, in words. A
// series without numbers has none.
func (t Table) Facts(s Style) []Fact {
	var facts []Fact
	for _, series := range t.Series[:min(len(t.Series), MostSeries)] {
		first, last, high, low := -1, 0, 0, 0
		for i, v := range series.Values {
			switch {
			case math.IsNaN(v):
				continue
			case first < 0:
				first, high, low = i, i, i
			}
			last = i
			if v > series.Values[high] {
				high = i
			}
			if v < series.Values[low] {
				low = i
			}
		}
		if first < 0 {
			continue
		}
		point := func(i int) Point {
			return Point{t.Labels[i], s.write(series.Values[i], series.Places[i], series.Percent, true)}
		}
		facts = append(facts, Fact{series.Name, point(first), point(last), point(high), point(low)})
	}
	return facts
}

// write writes a number: 14.300, from five digits on in groups, as a year or a
// length of four reads better without. A unit that is a word stands there only
// where whole is true.
func (s Style) write(v float64, decimals int, percent, whole bool) string {
	text := strconv.FormatFloat(math.Abs(v), 'f', decimals, 64)
	digits, rest, _ := strings.Cut(text, ".")
	if len(digits) > 4 {
		for i := len(digits) - 3; i > 0; i -= 3 {
			digits = digits[:i] + s.Group + digits[i:]
		}
	}
	if rest != "" {
		decimal := s.Decimal
		if decimal == "" {
			decimal = "."
		}
		digits += decimal + rest
	}
	sign := ""
	if v < 0 && strings.Trim(text, "0.") != "" {
		sign = "−"
	}
	switch {
	case s.Unit == "%" || s.Unit == "" && percent:
		return sign + digits + "%"
	case currency(s.Unit):
		return s.Unit + "\u00a0" + sign + digits
	case s.Unit != "" && whole:
		return sign + digits + "\u00a0" + s.Unit
	}
	return sign + digits
}

// currency tells whether a unit stands before its number.
func currency(unit string) bool { return unit == "€" || unit == "$" || unit == "£" }

// wide and thin letters, for measure. All others are about half as wide as high.
const (
	thin  = "iljtfI.,:;'’‘|!()[]/ "
	broad = "mwMWOQ@%—…"
)

// measure returns how wide text is about, in letters of a size, and rather more
// than less: fonts differ.
func measure(text string, letter float64) float64 {
	width := 0.0
	for _, r := range text {
		switch {
		case r == '\u00a0' || strings.ContainsRune(thin, r):
			width += 0.34
		case strings.ContainsRune(broad, r):
			width += 0.9
		case r >= 'A' && r <= 'Z':
			width += 0.7
		case r > 0x2e80: // Chinese, Japanese, Korean
			width += 1.05
		default:
			width += 0.58
		}
	}
	return width * letter
}

// wrap breaks text into lines that fit in a width, at most so many; the last one
// tells with an ellipsis that there is more. A word that is too long breaks
// anywhere.
func wrap(text string, width, letter float64, most int) []string {
	var lines []string
	current := ""
	for _, word := range strings.Split(text, " ") {
		for {
			joined := strings.TrimPrefix(current+" "+word, " ")
			if measure(joined, letter) <= width {
				current = joined
				break
			}
			if current != "" {
				lines, current = append(lines, current), ""
				continue
			}
			head, rest := cut(word, width, letter)
			if rest == "" {
				current = head
				break
			}
			lines, word = append(lines, head+"-"), rest
		}
	}
	lines = append(lines, current)
	if len(lines) > most {
		lines = lines[:most]
		lines[most-1] = shorten(lines[most-1]+" …", width, letter)
	}
	return lines
}

// cut takes as much from the front of a word as fits with a hyphen behind it,
// and at least a letter.
func cut(word string, width, letter float64) (head, rest string) {
	if measure(word, letter) <= width {
		return word, ""
	}
	runes := []rune(word)
	n := len(runes) - 1
	for n > 1 && measure(string(runes[:n])+"-", letter) > width {
		n--
	}
	if n < 1 {
		return word, ""
	}
	return string(runes[:n]), string(runes[n:])
}

// shorten makes text fit on a line.
func shorten(text string, width, letter float64) string {
	if measure(text, letter) <= width {
		return text
	}
	runes := []rune(strings.TrimRight(text, " …"))
	for len(runes) > 1 && measure(string(runes)+"…", letter) > width {
		runes = runes[:len(runes)-1]
	}
	return strings.TrimRight(string(runes), " ") + "…"
}

// widest returns the width of the widest of lines.
func widest(lines []string, letter float64) float64 {
	most := 0.0
	for _, l := range lines {
		most = max(most, measure(l, letter))
	}
	return most
}
