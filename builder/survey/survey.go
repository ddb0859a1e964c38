// Package survey adds up what employees answered to a survey of the handbook.
//
// A page of kind survey sends nothing. Who answers saves a file in the browser
// and gives it to whoever asked; themes/default/components/questions/saved.ts
// writes these files. [Read] reads them, and trusts none: they came by mail.
// [Count] makes of all of them one [Outcome], in which nobody can be told from
// others: what fewer people than the smallest group answered is not in it, not
// even as a number, so that no way of printing it can show it.
//
// One thing is left for whoever reads an outcome to mind: where all but one answer
// of a question have a number, and everybody gave one answer, the number of the
// last follows.
package survey

// Reply is what one employee answered.
type Reply struct {
	Page     string // the address of the survey's page
	Title    string
	Saved    string // when, as the browser wrote it
	MinGroup int    // the smallest group that the page promised to tell of
	Answers  []Answer
}

// Answer is the answer to one question. Only one of Text, Number and Chosen is
// used, after Type.
type Answer struct {
	Question string
	Type     Type
	Options  []string // all there was to choose from
	Text     string
	Number   float64
	Chosen   []string // of Options
}

// Type is how the answers to a question add up.
type Type int

// The types.
const (
	Text   Type = iota // words, days and times: they can only be listed
	Choice             // of options
	Number
)
