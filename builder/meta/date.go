package meta

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"vaandel/builder/diag"
)

// Date tells whether s is a day of the calendar, written as ISO 8601 has it:
// 2026-01-31.
func Date(s string) bool {
	_, err := time.Parse(time.DateOnly, s)
	return err == nil
}

// DateTime tells whether s is a day, with or without a time: 2026-09-14,
// 2026-09-14 10:00 or 2026-09-14T10:00.
func DateTime(s string) bool {
	for _, form := range []string{time.DateOnly, "2006-01-02 15:04", "2006-01-02T15:04", time.DateTime, "2006-01-02T15:04:05"} {
		if _, err := time.Parse(form, s); err == nil {
			return true
		}
	}
	return false
}

// CheckDate returns what is wrong with a date in the field called name, which
// stands at p; ok is true where nothing is. With clock, it may have a time.
func CheckDate(p diag.Position, name, s string, clock bool) (d diag.Diagnostic, ok bool) {
	valid, form := Date, "2026-01-31"
	if clock {
		valid, form = DateTime, "2026-01-31 10:00"
	}
	switch {
	case valid(s):
		return d, true
	case DateTime(s): // a time too many
		form = s[:len(time.DateOnly)]
	case isoForm.MatchString(s):
		return DateUnreal.At(p, name, s), false
	}
	if better, ok := isoDate(s); ok {
		form = better
		if m := atTime.FindStringSubmatch(s); clock && m != nil {
			form = fmt.Sprintf("%s %02d:%s", better, atoi(m[1]), m[2])
		}
	}
	return DateForm.At(p, name, s, form), false
}

var (
	// isoForm is a date in the right form, whether or not it exists.
	isoForm = regexp.MustCompile(`^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?)?$`)
	// atTime is the time behind a date: 9.30, or 10:00 uur.
	atTime = regexp.MustCompile(`\s(\d{1,2})[.:](\d{2})(?: uur)?$`)
	// numbers is 31-01-2026, 31/1/2026 or 2026/1/31, words is 31 januari 2026.
	numbers = regexp.MustCompile(`^(\d{1,4})[-/. ](\d{1,2})[-/. ](\d{1,4})\b`)
	words   = regexp.MustCompile(`^(\d{1,2})\s+(\p{L}{3,})\.?\s+(\d{4})\b`)
)

// months are the names of the months, Dutch and English, by their first three
// letters.
const months = "jan feb mrt apr mei jun jul aug sep okt nov dec maa may mar oct "

// isoDate rewrites a date as people write it.
func isoDate(s string) (string, bool) {
	s = strings.TrimSpace(s)
	var day, month, year int
	if m := numbers.FindStringSubmatch(s); m != nil {
		day, month, year = atoi(m[1]), atoi(m[2]), atoi(m[3])
		if day > 31 {
			day, year = year, day
		}
	} else if m := words.FindStringSubmatch(s); m != nil {
		name := strings.ToLower(m[2])
		at := strings.Index(months, string([]rune(name)[:3])+" ")
		if at < 0 {
			return "", false
		}
		day, month, year = atoi(m[1]), at/4+1, atoi(m[3])
		switch month {
		case 13, 15:
			month = 3
		case 14:
			month = 5
		case 16:
			month = 10
		}
	}
	iso := fmt.Sprintf("%04d-%02d-%02d", year, month, day)
	return iso, year >= 1900 && Date(iso)
}

func atoi(s string) int {
	n, _ := strconv.Atoi(s) // at most four digits
	return n
}
