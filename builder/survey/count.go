package survey

import (
	"cmp"
	"slices"
	"strings"
)

// Outcome is what all replies to one survey say.
type Outcome struct {
	Title     string
	People    int
	Least     int // the smallest group that it tells of
	Questions []Question
}

// Question is what people answered to one question.
type Question struct {
	Label string
	Type  Type
	// Few tells that fewer people than the smallest group answered, so that
	// nothing of it is told.
	Few    bool
	People int // who answered
	// Options are those of a Choice, in the order of the page.
	Options []Option
	// Mean, Lowest and Highest are of a Number.
	Mean, Lowest, Highest float64
	// Texts are what people wrote, in an order that tells nothing of who did.
	Texts []Option
}

// Option is an answer with how many gave it; with Few that is not told.
type Option struct {
	Text   string
	People int
	Few    bool
}

// Pages lists the surveys that the replies belong to: the titles by the address
// of the page.
func Pages(replies []*Reply) map[string]string {
	pages := map[string]string{}
	for _, r := range replies {
		pages[r.Page] = r.Title
	}
	return pages
}

// Least is the smallest group to tell of: what is asked for, or what a page
// promised its readers if that is more.
func Least(replies []*Reply, asked int) int {
	for _, r := range replies {
		asked = max(asked, r.MinGroup)
	}
	return asked
}

// Count adds up replies, which belong to one survey. Of fewer people than least it
// tells nothing.
func Count(replies []*Reply, least int) *Outcome {
	out := &Outcome{People: len(replies), Least: least}
	if len(replies) > 0 {
		out.Title = replies[0].Title
	}
	for _, g := range gather(replies) {
		out.Questions = append(out.Questions, g.count(least))
	}
	return out
}

// key names a question: a page may ask twice with the same words.
type key struct {
	label string
	kind  Type
	nth   int
}

// group is all answers to one question.
type group struct {
	key
	answers []Answer
}

// gather puts the answers together by question, in the order of the page. A reply
// lacks what was left open, so a question that is new comes behind the one that it
// follows in its reply.
func gather(replies []*Reply) []*group {
	var groups []*group
	for _, r := range replies {
		seen := map[key]int{}
		last := -1
		for _, a := range r.Answers {
			k := key{label: a.Question, kind: a.Type}
			seen[k]++
			k.nth = seen[k]
			at := slices.IndexFunc(groups, func(g *group) bool { return g.key == k })
			if at < 0 {
				at = last + 1
				groups = slices.Insert(groups, at, &group{key: k})
			}
			groups[at].answers = append(groups[at].answers, a)
			last = at
		}
	}
	return groups
}

func (g *group) count(least int) Question {
	q := Question{Label: g.label, Type: g.kind, People: len(g.answers)}
	if q.People < least {
		q.Few, q.People = true, 0
	}
	switch {
	case g.kind == Choice:
		q.Options = g.options(least)
	case q.Few:
	case g.kind == Number:
		q.Mean, q.Lowest, q.Highest = g.numbers()
	default:
		q.Texts = g.texts()
	}
	return q
}

// options counts what was chosen. What nobody chose is one of few too: else it
// would show that somebody chose the others.
func (g *group) options(least int) []Option {
	people := map[string]int{}
	var options []Option
	for _, a := range g.answers {
		for _, o := range a.Options {
			if _, known := people[o]; !known {
				people[o] = 0
				options = append(options, Option{Text: o})
			}
		}
		chosen := slices.Clone(a.Chosen)
		slices.Sort(chosen)
		for _, o := range slices.Compact(chosen) {
			people[o]++
		}
	}
	for i := range options {
		o := &options[i]
		if o.People = people[o.Text]; o.People < least {
			o.People, o.Few = 0, true
		}
	}
	return options
}

func (g *group) numbers() (mean, lowest, highest float64) {
	numbers := make([]float64, len(g.answers))
	for i, a := range g.answers {
		numbers[i] = a.Number
	}
	slices.Sort(numbers) // a sum depends a little on the order
	for _, n := range numbers {
		mean += n
	}
	return mean / float64(len(numbers)), numbers[0], numbers[len(numbers)-1]
}

// texts lists what people wrote by the alphabet.
func (g *group) texts() []Option {
	people := map[string]int{}
	for _, a := range g.answers {
		people[a.Text]++
	}
	texts := make([]Option, 0, len(people))
	for text, n := range people {
		texts = append(texts, Option{Text: text, People: n})
	}
	slices.SortFunc(texts, func(a, b Option) int {
		return cmp.Or(cmp.Compare(strings.ToLower(a.Text), strings.ToLower(b.Text)), cmp.Compare(a.Text, b.Text))
	})
	return texts
}
