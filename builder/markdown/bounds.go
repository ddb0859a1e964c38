package markdown

import (
	"fmt"

	"vaandel/builder/diag"
)

// The bounds of a page. goldmark takes seconds over small hostile or generated
// input; no page that somebody wrote comes near these.
const (
	// MaxPage is the size of a file in bytes.
	MaxPage = 2 << 20
	// MaxNesting is how deep quotes, lists and the like may be nested, and how
	// deep emphasis and links.
	MaxNesting = 20
	// MaxColumns and MaxCells are those of one table.
	MaxColumns = 64
	MaxCells   = 50_000
)

// The work that a page may take, in units of about a nanosecond. What takes
// more than linear time is counted before it is done, so that the same page is
// refused on a fast machine and on a slow one; a clock could not do that.
const (
	workPerPage = 250_000_000
	workPerByte = 100

	workBlock  = 300   // one open quote, list or item on one line
	workInline = 500   // one link, piece of code or mark of emphasis
	workCell   = 1_000 // one cell of a table
	workRune   = 100   // one character against a regular expression
)

// exceeded is what stops the parser in the middle of a page, as a panic: it has
// no other way out.
type exceeded struct {
	rule   *diag.Rule
	offset int // in the text; -1 for the page as a whole
	args   []any
}

func (e *exceeded) Error() string { return fmt.Sprint("markdown: ", e.rule.ID) }

// budget is the work that is left.
type budget int

// spend takes n units, and stops the page where there are not as many left.
func (b *budget) spend(n int) {
	if *b -= budget(n); *b < 0 {
		panic(&exceeded{rule: &pageComplex, offset: -1})
	}
}
