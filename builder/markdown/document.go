package markdown

import (
	"vaandel/builder/diag"
	"vaandel/builder/meta"
)

// Document is one markdown file, parsed. It depends on nothing but the file's
// bytes, its path and the [Options], so it can be kept between builds. It is
// never changed once built.
//
// What depends on other pages is left open: Body has a hole for each link,
// picture, embedded page and component, in the order of their offsets.
type Document struct {
	// Meta is the front matter: a map, or Null where there is none.
	Meta meta.Node
	// MetaEnd is the line on which the front matter ends; 0 without one.
	MetaEnd int
	// Title is the text of the first heading of level 1, which is left out of
	// Body; "" where there is none. TitleLine is its line.
	Title     string
	TitleLine int
	// Lead is the text of the first paragraph, at most 300 characters.
	Lead string
	// Words is the number of words of the text.
	Words int
	// Body is the HTML between the holes.
	Body []byte
	// Holes are the open places of Body, by offset.
	Holes []Hole
	// Headings are the headings of level 2 and deeper, and a further level 1.
	Headings []Heading
	// Links, Pictures and Embeds are what the text refers to.
	Links    []Link
	Pictures []Picture
	Embeds   []Link
	// Checklists, Quizzes, Posts and Tables are what kinds look at.
	Checklists []Checklist
	Quizzes    []Quiz
	Posts      []Post
	Tables     []Table
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
	// HoleMessage stands for a text of the theme ("callout.note"); Key names it.
	HoleMessage
)

// Hole is an open place in a Document's HTML.
type Hole struct {
	Kind   HoleKind
	Offset int // in bytes of the HTML it belongs to
	Index  int
	Key    string // of a HoleMessage
}

// HTML is a piece of a page with its own holes, such as a checklist's item.
type HTML struct {
	Body  []byte
	Holes []Hole
}

// Heading is one heading.
type Heading struct {
	Level int
	ID    string
	Text  string
	Line  int
}

// Link is a reference to a page, a file or another site, as written.
type Link struct {
	// Target is the destination without its fragment, percent-decoded for
	// paths inside the handbook.
	Target string
	// Fragment is the part behind "#", decoded, without "#".
	Fragment string
	// Text is the visible text.
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
	Link
	Alt   string
	Title string // becomes the caption
	// Alone is true where the picture is all there is in its paragraph: it is
	// then a figure.
	Alone bool
	// Attributes are those of the author ({.wide}), by name: class or id.
	Class, ID string
}

// Checklist is a list of tasks.
type Checklist struct {
	ID    string // unique in the page, stable
	Title string // the heading above it, or ""
	Line  int
	Items []Task
}

// Task is one item of a checklist.
type Task struct {
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
	ID       string
	Question string
	Line     int
	Answers  []Answer
	// Ordered is true where the answers must be put in order (a numbered list).
	Ordered bool
	Explain HTML // the block quote below the answers
}

// Answer is one possible answer of a quiz.
type Answer struct {
	Label HTML
	Text  string
	Right bool
}

// Post is a template for a message: a fenced block "post".
type Post struct {
	ID string
	// Attributes are the words in the braces: network, type, title, lang.
	Network, Type, Title string
	Text                 string
	Line                 int
}

// Table is a table's text, for word lists.
type Table struct {
	Line  int
	Head  []string
	Rows  [][]string
	Lines []int // of each row
}

// Callout is one `> [!TYPE]` with the text of its list items, if any.
type Callout struct {
	Type  string // lower case
	Line  int
	Items []string
}
