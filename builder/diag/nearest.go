package diag

import "strings"

// Nearest returns the candidate that word was probably meant to be: the one
// with the smallest edit distance (Levenshtein with transpositions, letter case
// ignored), if that is at most a third of the word's length and at most 3.
// The first of equals wins, so callers pass candidates in a fixed order.
func Nearest(word string, candidates []string) (string, bool) {
	w := []rune(strings.ToLower(word))
	best, found := min(3, max(1, len(w)/3))+1, ""
	for _, c := range candidates {
		if d := distance(w, []rune(strings.ToLower(c)), best); d < best {
			best, found = d, c
		}
	}
	return found, found != ""
}

// distance is the optimal string alignment distance of a and b, or limit as
// soon as it can't be below limit.
func distance(a, b []rune, limit int) int {
	if len(a)-len(b) >= limit || len(b)-len(a) >= limit {
		return limit
	}
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(a); i++ {
		before, last, row = last, row, before
		row[0] = i
		lowest := i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
			lowest = min(lowest, row[j])
		}
		if lowest >= limit {
			return limit
		}
	}
	return row[len(b)]
}
