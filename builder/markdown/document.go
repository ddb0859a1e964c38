// Package markdown reads one page: bytes in, a [Document] out. It is goldmark
// with our extensions, made safe for any input.
//
// What a page looks like depends on other pages too: where a link leads, what
// an embed shows. [Parse] knows nothing of those. It leaves a hole in the HTML
// for each and records what the author wrote there, with its place in the file.
// So a Document is a function of the file alone and can be kept between builds.
//
// The text stays as it was typed: quotes are not made typographic. Only a
// dictionary could tell the apostrophe of ’s ochtends from an opening quote,
// search and [[wiki links]] look for what authors type, and templates for
// messages are copied letter by letter.
package markdown

import (
	"vaandel/builder/diag"
)

// Document is one markdown file, parsed. It depends on nothing but the file's
// bytes, its path and the [Options], so it can be kept between builds. It is
// never changed once built.
//
// What depends on other pages is left open: Body has a hole for each link,
// picture, embedded page and component, in the order of their offsets.
//
// Kept on disk, a Document and all in it are lists of values without the names
// of the fields (toarray): fewer bytes, and quicker to read.
type Document struct {
	_ struct{} `cbor:",toarray"`

	Outline `cbor:"-"` // kept by itself

	// MetaEnd is the line on which the front matter ends; 0 without one.
	MetaEnd int
	// TitleLine is the line of Title.
	TitleLine int
	// Lead is the text of the first paragraph, at most 300 characters.
	Lead string
	// Body is the HTML between the holes.
	Body []byte
	// Holes are the open places of Body, by offset.
	Holes []Hole
	// HeadingLines are the lines of Headings.
	HeadingLines []int
	// Links, Pictures and Embeds are what the text refers to.
	Links    []Link
	Pictures []Picture
	Embeds   []Link
	// Checklists, Quizzes, Posts and Tables are what kinds look at.
	Checklists []Checklist
	Quizzes    []Quiz
	Posts      []Post
	Tables     []Table
	// Choosers is how many lists of questions the text has whose answers lead on.
	Choosers int
	// Callouts are the types ("note", "do", "dont", …) that the text uses.
	Callouts []Callout
	// Diagnostics is what is odd in this file alone.
	Diagnostics []diag.Diagnostic
	// Refused is true where a bound kept the text from being read: Body is empty.
	Refused bool
}

// HoleKind tells what fills a [Hole].
type HoleKind uint8

// The kinds of holes. Index counts in the named slice of the [Document].
const (
	// HoleLink stands inside a start tag, behind "<a": the address goes here as
	// attributes with a leading space. Index counts in Links.
	HoleLink HoleKind = iota + 1
	// HolePicture stands for a whole picture; Index counts in Pictures.
	HolePicture
	// HoleEmbed stands for another page's component; Index counts in Embeds.
	HoleEmbed
	// HoleChecklist stands for a whole checklist; Index counts in Checklists.
	HoleChecklist
	// HoleQuiz stands for one question; Index counts in Quizzes.
	HoleQuiz
	// HolePost stands for a post template; Index counts in Posts.
	HolePost
	// HoleMessage stands for a text of the theme, also inside an attribute's
	// quotes; Key names it: "callout.note" (for each type of [Callout]),
	// "footnotes", "footnote_back".
	HoleMessage
)

// Hole is an open place in a Document's HTML.
type Hole struct {
	_ struct{} `cbor:",toarray"`

	Kind   HoleKind
	Offset int // in bytes of the HTML it belongs to
	Index  int
	Key    string // of a HoleMessage
}

// HTML is a piece of a page with its own holes, such as a checklist's item.
type HTML struct {
	_ struct{} `cbor:",toarray"`

	Body  []byte
	Holes []Hole
}

// Heading is one heading.
type Heading struct {
	_ struct{} `cbor:",toarray"`

	Level int
	ID    string
	Text  string
}

// Link is a reference to a page, a file or another site, as written.
type Link struct {
	_ struct{} `cbor:",toarray"`

	// Target is the destination, percent-decoded, without its fragment and
	// query for paths inside the handbook; "" means the page itself. Where
	// External is true it is the whole address, percent-encoded.
	Target string
	// Fragment is the part behind "#", decoded, without "#"; [Anchor] tells
	// which id it means. It is "" where External is true.
	Fragment string
	// Text is the visible text; "" for a link that is written in HTML.
	Text string
	// Wiki is true for a [[wiki link]]: Target is then a title or a file's name.
	Wiki bool
	// External is true where Target has a scheme (https, mailto, tel).
	External bool
	// Line and Column are the place in the file, from 1.
	Line, Column int
}

// Picture is an image in the text.
type Picture struct {
	_ struct{} `cbor:",toarray"`

	Link
	Alt   string
	Title string // becomes the caption
	// Alone is true where the picture is all there is in its paragraph: it is
	// then a figure.
	Alone bool
	// Class and ID are those of the author ({.wide #id}), the id with its
	// prefix.
	Class, ID string
}

// Checklist is a list of tasks.
type Checklist struct {
	_ struct{} `cbor:",toarray"`

	ID    string // unique in the page, stable
	Title string // the heading above it, or ""
	Line  int
	Items []Task
}

// Task is one item of a checklist.
type Task struct {
	_ struct{} `cbor:",toarray"`

	ID      string
	Label   HTML // inline
	Text    string
	More    HTML // the paragraphs below it: explanation, what if not
	Checked bool
	Line    int
	Items   []Task // tasks below this one
}

// Quiz is one question with answers.
type Quiz struct {
	_ struct{} `cbor:",toarray"`

	ID       string
	Question string
	Line     int
	Answers  []Answer
	// Ordered is true where the answers must be put in order (a numbered list).
	Ordered bool
	// Explain is the block quote below the answers, without its tag, and then
	// what stands below an answer in the list, under that answer's text.
	Explain HTML
}

// Answer is one possible answer of a quiz.
type Answer struct {
	_ struct{} `cbor:",toarray"`

	ID    string // unique in the page
	Label HTML
	Text  string
	Right bool
}

// Post is a template for a message: a fenced block "post".
type Post struct {
	_ struct{} `cbor:",toarray"`

	ID string
	// Attributes are the words in the braces: network, type, title, lang.
	Network, Type, Title, Lang string
	Text                       string
	Line                       int
}

// Table is a table's text, for word lists.
type Table struct {
	_ struct{} `cbor:",toarray"`

	Line  int
	Head  []string
	Rows  [][]string
	Lines []int // of each row
}

// Callout is one `> [!TYPE]` with the text of its list items, if any.
type Callout struct {
	_ struct{} `cbor:",toarray"`

	Type  string // lower case
	Line  int
	Items []string
}
