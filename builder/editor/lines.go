package editor

// maxTable bounds the comparison of lines: some thousand changed lines with as
// many others.
const maxTable = 4 << 20

// keep returns for each line of now which line of was it is, by index, or -1 for
// a new one. Where as many lines have gone as have come, each is taken for one
// that was edited.
func keep(was, now []line) []int {
	kept := make([]int, len(now))
	for i := range kept {
		kept[i] = -1
	}
	start := 0
	for start < len(was) && start < len(now) && was[start].text == now[start].text {
		kept[start] = start
		start++
	}
	endWas, endNow := len(was), len(now)
	for endWas > start && endNow > start && was[endWas-1].text == now[endNow-1].text {
		endWas--
		endNow--
		kept[endNow] = endWas
	}
	match := common
	if (endWas-start)*(endNow-start) > maxTable {
		match = inOrder
	}
	match(was[start:endWas], now[start:endNow], func(i, j int) { kept[start+j] = start + i })
	edited(kept, len(was))
	return kept
}

// edited pairs the lines between those that are kept, where they are as many.
func edited(kept []int, was int) {
	from, before := 0, -1 // the first line that is not kept, the last that was
	for j := 0; j <= len(kept); j++ {
		next := was
		if j < len(kept) {
			next = kept[j]
		}
		if next < 0 {
			continue
		}
		if j-from == next-before-1 {
			for i := from; i < j; i++ {
				kept[i] = before + 1 + i - from
			}
		}
		from, before = j+1, next
	}
}

// common finds a longest common subsequence of lines.
func common(was, now []line, found func(i, j int)) {
	width := len(now) + 1
	table := make([]int32, (len(was)+1)*width) // its length behind i and j
	for i := len(was) - 1; i >= 0; i-- {
		for j := len(now) - 1; j >= 0; j-- {
			if was[i].text == now[j].text {
				table[i*width+j] = table[(i+1)*width+j+1] + 1
			} else {
				table[i*width+j] = max(table[(i+1)*width+j], table[i*width+j+1])
			}
		}
	}
	for i, j := 0, 0; i < len(was) && j < len(now); {
		switch {
		case was[i].text == now[j].text:
			found(i, j)
			i++
			j++
		case table[(i+1)*width+j] >= table[i*width+j+1]:
			i++
		default:
			j++
		}
	}
}

// inOrder takes the first line that fits behind the one before: quick, and right
// where little was moved.
func inOrder(was, now []line, found func(i, j int)) {
	places := make(map[string][]int, len(was))
	for i, l := range was {
		places[l.text] = append(places[l.text], i)
	}
	next := 0
	for j, l := range now {
		at := places[l.text]
		for len(at) > 0 && at[0] < next {
			at = at[1:]
		}
		places[l.text] = at
		// A line such as an empty one would skip all up to the next like it.
		if len(at) > 0 && at[0]-next <= maxSkip {
			found(at[0], j)
			next = at[0] + 1
		}
	}
}

// maxSkip is how many lines may have been deleted in one place.
const maxSkip = 100
