package markdown

import "sort"

// Prose is what a page says, as it is read and in its order, with the place in
// the file of every letter: what a check of language, links or privacy needs. It
// is never changed once made.
type Prose struct {
	// Blocks are first the texts of the front matter, then those of the page.
	Blocks []Block
	// Comments are those in HTML, which no reader sees.
	Comments []Comment
	// Tags are those in HTML that the author wrote, in their order.
	Tags []Tag
	// Refused is true where a bound kept the text from being read, as in [Parse].
	Refused bool
}

// BlockKind tells what a [Block] is to a reader.
type BlockKind string

// The kinds of blocks.
const (
	ProseField        BlockKind = "field"   // a text of the front matter
	ProseHeading      BlockKind = "heading" // the title too
	ProseParagraph    BlockKind = "paragraph"
	ProseItem         BlockKind = "item" // of a list; each of its paragraphs
	ProseQuote        BlockKind = "quote"
	ProseCalloutTitle BlockKind = "callout-title"
	ProseHeadCell     BlockKind = "head-cell" // of a table
	ProseCell         BlockKind = "cell"
	ProseTerm         BlockKind = "term" // of a list of definitions
	ProseDefinition   BlockKind = "definition"
	ProseNote         BlockKind = "note" // a footnote
	ProseAlt          BlockKind = "alt"  // what a picture shows
	ProseCaption      BlockKind = "caption"
	ProsePost         BlockKind = "post" // a template for a message
	ProseCode         BlockKind = "code"
)

// Block is one piece of text. Lines that the author broke for himself are joined
// by a space; a break that readers see is "\n".
type Block struct {
	Kind BlockKind
	// Name is the field of the front matter ("summary", "changes.text"), the
	// network of a post, or the address of a picture.
	Name string
	// Level is that of a heading, as written.
	Level int
	// Callout is the type of the callout that the block stands in, or "".
	Callout string
	// Quoted and Task tell of a block in a quote and of the item of a checklist.
	Quoted, Task bool
	// Table is the number of the table that a cell stands in, from 1; Column is that
	// of the cell in its row, from 0.
	Table, Column int
	// Lang is the language that the author gave this part; "" is that of the page.
	Lang string
	Text string
	// Spans are the parts of Text that are more than words, by their beginning.
	Spans []Span
	// Line and End are the first and last line in the file.
	Line, End int

	places []textPlace
}

// SpanKind tells what a [Span] is.
type SpanKind string

// The kinds of spans.
const (
	SpanCode     SpanKind = "code"
	SpanLink     SpanKind = "link"
	SpanAddress  SpanKind = "address" // a link whose text is its own address
	SpanEmphasis SpanKind = "emphasis"
	SpanStrong   SpanKind = "strong"
	SpanStruck   SpanKind = "struck"
)

// Span is a part of a block's text, in bytes.
type Span struct {
	Kind        SpanKind
	Start, Stop int
	Target      string // of a link, as written
}

// Comment is a comment in HTML: <!-- text -->.
type Comment struct {
	Text string
	// Line and Column are where it begins.
	Line, Column int
	// From and To are the lines of what it stands with: the block below it, or the
	// one that it stands in; its own lines are among them.
	From, To int
	// Top is true where it stands above all text of the page.
	Top bool
}

// Tag is one tag in HTML: <b> or </b>.
type Tag struct {
	Name string
	// Ends is true of an end tag, Alone of one that holds nothing: <br>, <b/>.
	Ends, Alone bool
	// Part numbers the text that the tag stands in, from 1; 0 is a tag that stands
	// between the texts and may hold some of them.
	Part int
	// Line and Column are where it begins.
	Line, Column int
}

// textPlace is where a run of a block's text stands in the file. Runs are short, so
// that the place of a letter is quickly found in a line of any length.
type textPlace struct {
	at           int // offset in the text
	line, column int32
	// stands is true of text that is not in the file as it is read (an entity, a
	// break): all of it is at the place of what stands for it.
	stands bool
}

// longestRun is the size of the longest run in bytes.
const longestRun = 256

// At returns the line and column in the file of a byte of the block's text.
func (b *Block) At(offset int) (line, column int) {
	i := sort.Search(len(b.places), func(i int) bool { return b.places[i].at > offset }) - 1
	if i < 0 {
		return b.Line, 1
	}
	p := b.places[i]
	line, column = int(p.line), int(p.column)
	if p.stands {
		return line, column
	}
	for range b.Text[p.at:min(offset, len(b.Text))] {
		column++
	}
	return line, column
}

// ReadProse reads what a file says. It is the text of which [Parse] makes HTML,
// read in the same way and within the same bounds.
func ReadProse(path string, src []byte, o Options) *Prose {
	w := begin(path, src, o)
	r := &proseReader{writer: w, prose: &Prose{Refused: w.doc.Refused}}
	if w.doc.Refused {
		return r.prose
	}
	r.index = &w.whole
	r.fields("", &w.doc.Meta)
	front := len(r.prose.Blocks)
	r.index, r.front = &w.lines, front
	r.read()
	return r.prose
}
