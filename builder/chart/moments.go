package chart

import (
	"regexp"
	"strconv"
	"strings"
	"time"
)

// moments returns where labels lie in time, where all of them are years, months,
// quarters or days in one form and in order.
func moments(labels []string) (at []float64, ordered bool) {
	if len(labels) < 2 {
		return nil, false
	}
	for _, read := range forms {
		if at, ordered = inOrder(labels, read); ordered {
			return at, true
		}
	}
	return nil, false
}

func inOrder(labels []string, read func(string) (float64, bool)) ([]float64, bool) {
	at := make([]float64, len(labels))
	for i, label := range labels {
		v, ok := read(strings.ToLower(strings.TrimSpace(label)))
		if !ok || i > 0 && v <= at[i-1] {
			return nil, false
		}
		at[i] = v
	}
	return at, true
}

// forms are the ways to write a moment. Each counts in its own unit, so that
// months are as far from each other as they read.
var forms = []func(string) (float64, bool){year, month, monthAlone, quarter, day}

var (
	yearForm    = regexp.MustCompile(`^(?:1[5-9]|20|21)\d\d$`)
	monthNumber = regexp.MustCompile(`^(\d{4})[-/](\d{1,2})$|^(\d{1,2})[-/](\d{4})$`)
	monthName   = regexp.MustCompile(`^(\p{L}{3,9})\.?(?: (\d{4}))?$`)
	quarterForm = regexp.MustCompile(`^(\d{4}) ?[-/]? ?[kq]([1-4])$|^[kq]([1-4]) ?[-/]? ?(\d{4})$`)
)

func year(s string) (float64, bool) {
	if !yearForm.MatchString(s) {
		return 0, false
	}
	return number(s), true
}

// month is a month of a year: 2026-01, 01-2026, januari 2026, jan. 2026.
func month(s string) (float64, bool) {
	if m := monthNumber.FindStringSubmatch(s); m != nil {
		n := number(m[2] + m[3])
		return number(m[1]+m[4])*12 + n, n >= 1 && n <= 12
	}
	m := monthName.FindStringSubmatch(s)
	if m == nil || m[2] == "" {
		return 0, false
	}
	n, ok := monthOf(m[1])
	return number(m[2])*12 + n, ok
}

func monthAlone(s string) (float64, bool) {
	m := monthName.FindStringSubmatch(s)
	if m == nil || m[2] != "" {
		return 0, false
	}
	return monthOf(m[1])
}

// monthNames are the months in Dutch and in English.
var monthNames = [...][]string{
	{"januari", "january"}, {"februari", "february"}, {"maart", "mrt", "march"}, {"april"},
	{"mei", "may"}, {"juni", "june"}, {"juli", "july"}, {"augustus", "august"}, {"september", "sept"},
	{"oktober", "october"}, {"november"}, {"december"},
}

// monthOf returns the number of a month, by its name or the first three letters
// of that.
func monthOf(name string) (float64, bool) {
	for i, names := range monthNames {
		for _, n := range names {
			if name == n || name == n[:3] {
				return float64(i + 1), true
			}
		}
	}
	return 0, false
}

func quarter(s string) (float64, bool) {
	m := quarterForm.FindStringSubmatch(s)
	if m == nil {
		return 0, false
	}
	return number(m[1]+m[4])*4 + number(m[2]+m[3]), true
}

func day(s string) (float64, bool) {
	for _, layout := range []string{time.DateOnly, "2-1-2006", "2/1/2006"} {
		if t, err := time.Parse(layout, s); err == nil {
			return float64(t.Unix()) / (24 * 60 * 60), true
		}
	}
	return 0, false
}

// number reads digits that a pattern has found.
func number(digits string) float64 {
	n, _ := strconv.Atoi(digits)
	return float64(n)
}
