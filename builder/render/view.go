// Package render turns the pages of a handbook into HTML: first into a view, a
// plain struct with all that a template may show, then, through the theme, into
// the file's bytes. A page's bytes are a function of its view and the theme, so
// a page is rendered again exactly when one of these changed.
package render

import (
	"html/template"

	"vaandel/builder/handbook"
)

// View is all that a page's template may show. All addresses are relative to
// the page and escaped as paths; all dates are ISO 8601 (2026-01-31) and are
// written out by the template's function "date".
type View struct {
	_ struct{} `cbor:",toarray"` // hashed without the names of the fields

	// Layout names the theme's template: a kind ("policy"), or "section",
	// "tags", "tag", "index" (A to Z), "search", "calendar", "booklet", "notfound", "redirect".
	Layout string
	Lang   string
	// Address is the path of the page's file in the output: what the browser keeps
	// of the page has it in its name.
	Address string
	// Site is that of the shared parts, whose hash knows it.
	Site *Site `cbor:"-"`

	Title     string
	Summary   string
	Kind      handbook.Kind
	Canonical string // absolute address, or ""
	Home      bool   // the handbook's first page in this language

	Trail        []Ref // from home to the parent section
	Previous     *Ref
	Next         *Ref
	Translations []Ref   // this page in other languages
	Children     []Ref   // pages of a section, lessons of a module, pages with a tag
	Groups       []Group // entries by letter (A to Z), or by subsection
	Contents     []Entry // the table of contents
	Tags         []Ref
	// Whole is, on the page of a section, the address of its booklet, or "".
	Whole string
	// Booklet is what a page with the layout "booklet" shows.
	Booklet *Booklet

	Owner      *Contact
	Contact    *Contact // checklist, survey, event: whom to turn to
	Audience   string
	Reviewed   string
	ReviewBy   string
	ReviewPast bool   // ReviewBy lies before the newest date that the sources know
	Updated    string // date of the last change, from git; "" where unknown
	Minutes    int    // reading time, at 200 words a minute, at least 1
	Words      int

	// TextHash tells this text from any other, where readers confirm that they have
	// read it.
	TextHash string

	// Spec is the front matter of the page's kind (*handbook.Policy, …).
	Spec handbook.Spec
	// Files are the pictures and files of Spec, in its order, ready to show:
	// a gallery's pictures, downloads, a person's photo, the data of figures.
	Files []File
	// Phases are the lists of a checklist that has more than one.
	Phases []Phase
	// Checklist is that of a content type, as a link.
	Checklist *Ref
	// Part and Parts tell which of how many lessons of its module a page is.
	Part, Parts int
	// Links are the addresses of the links in Spec, by what the author wrote; a
	// link that leads nowhere is not among them.
	Links map[string]string
	// Data is the table of a page of figures: the first row is the head. Chart is
	// its picture, or nil.
	Data  [][]string
	Chart *Chart
	// Pack is all files of a page of the toolkit in one, or nil.
	Pack *Pack
	// ICS is the address of the file for calendar programs: of an event, or of the
	// calendar, whose entries are in Months.
	ICS    string
	Months []Month
	// Sharing tells that the page lists what there is to share.
	Sharing bool
	// Posts, Words… of toolkit pages stand in Body.

	// Types are the content types: of the first page, and of a section that holds
	// them. News and Faces are of the first page alone.
	Types []TypeCard
	News  []News
	Faces []Face
	// People are those of a section that holds nothing else, by department.
	People []Face

	// Composer is what the page has that checks a message.
	Composer *ComposerView

	// Target is where a redirect leads.
	Target string

	// Body is the page's text; Header, Navigation and Footer are the shared
	// parts. All are filled in when the page is rendered; the view's hash
	// knows them by their own.
	Body       template.HTML `cbor:"-"`
	Header     template.HTML `cbor:"-"`
	Navigation template.HTML `cbor:"-"`
	Footer     template.HTML `cbor:"-"`
	// Intro and Blocks are the Body of the first page in parts.
	Intro  template.HTML `cbor:"-"`
	Blocks []Block       `cbor:"-"`

	// Scripts are the addresses of the scripts this page needs.
	Scripts []string
	// Style is the address of the style sheet.
	Style string
}

// Site is what all pages of a language share, with addresses relative to the
// page's folder.
type Site struct {
	Title        string
	Organisation string
	Summary      string
	Root         string // "" in the root, else "../" for each folder
	Home         Ref
	Index        Ref // A to Z
	Search       Ref // what a search found
	Composer     Ref // where a message is checked; no address where there is nothing to check it by
	Mine         Ref // what the browser keeps
	Feed         string
	Calendar     string // the page of the calendar, or "" where nothing is in it
	Whole        string // the handbook's booklet, or ""
	Icon         string
	Card         string // absolute address of the picture beside links, or ""
	Logo         *Image
	Languages    []Ref // the home pages of all languages; Current marks this one
	Robots       string
	Accent       string
	Networks     []handbook.Network
	// Contact is whom to ask who finds nothing: the handbook's first contact with
	// an address to write to, or nil.
	Contact *Contact
	Kinds   []handbook.Kind // all there are
}

// Shared is the view of the header, navigation and footer: the same for many
// pages, so each distinct value is rendered once.
type Shared struct {
	Lang string
	Site *Site
	// Sections are the top-level sections, Apart those that are not for every
	// reader; Current marks the page's own.
	Sections, Apart []Ref
	// Pages is the tree of the current section. It is cut to the neighbourhood
	// where the section is large; All is then the section's own address.
	Pages []Branch
	All   *Ref
}

// Branch is one entry of the navigation with what lies below it.
type Branch struct {
	Ref
	Open     bool
	Children []Branch
}

// Ref is a link to a page.
type Ref struct {
	_ struct{} `cbor:",toarray"` // hashed without the names of the fields

	Title   string
	Href    string
	Lang    string // set where the page is in another language than this one
	Kind    handbook.Kind
	Summary string
	Order   int
	Current bool
	Example bool // an invented person
	Minutes int  // of a module or lesson, 0 where its author names none

	// Of an item to share: its first and last day, and whether the sources know of
	// no day on which it had begun.
	From, Until string
	Later       bool
}

// Group is a heading with links below it.
type Group struct {
	Title string
	ID    string
	Refs  []Ref
}

// Entry is a line of the table of contents.
type Entry struct {
	_ struct{} `cbor:",toarray"` // hashed without the names of the fields

	ID, Text string
	Entries  []Entry
}

// Contact is whom to turn to.
type Contact struct {
	Name, Role, Email, Phone string
	Href                     string // the person's page, or ""
}

// Image is a picture ready to show.
type Image struct {
	Src           string
	Srcset        string // "" for a picture with one size
	Sizes         string
	Alt           string
	Width, Height int
	Lazy          bool
	Caption       template.HTML
	Class, ID     string
	Figure        bool // it stands alone: with a caption below it
}

// File is a picture or file of the toolkit.
type File struct {
	handbook.Asset
	Href  string // the file itself, to download
	Name  string // its file name
	Size  int64  // bytes
	Image *Image // a preview; nil for a file that is no picture
	Crops []Crop
	// Packed is its name in the page's pack, "" where it is in none.
	Packed string
}

// Pack is all files of a page in one archive.
type Pack struct {
	_ struct{} `cbor:",toarray"`

	Href, Name string
	Size       int64 // bytes
}

// Chart is a table as a picture, in two widths of which one is shown.
type Chart struct {
	_ struct{} `cbor:",toarray"`

	Kind         string // "bar" or "line"
	Wide, Narrow template.HTML
}

// Month is the entries of a calendar in one month.
type Month struct {
	_ struct{} `cbor:",toarray"`

	ID, Title string
	Dates     []Date
}

// Date is an entry of a calendar: an event, or the last day to share something.
type Date struct {
	_ struct{} `cbor:",toarray"`

	Ref
	Day          string // of the month
	Starts, Ends string
	Where        string
	After        string // its last day
}

// Crop is a picture in the size of a network.
type Crop struct {
	Network       string // its name
	Href          string
	Width, Height int
}

// Booklet is a whole section, or the whole handbook, as one document.
type Booklet struct {
	_ struct{} `cbor:",toarray"`

	Title   string // on the cover
	Section bool   // it is a section, not the whole handbook
	Newest  string // the latest date that the sources know, or ""
	Online  string // where the newest version is, or ""

	Contents []BookletEntry
	// Chapters and Answers, to the questions in them, are filled in when the page
	// is rendered.
	Chapters []BookletChapter `cbor:"-"`
	Answers  template.HTML    `cbor:"-"`
}

// BookletEntry is a line of a booklet's table of contents.
type BookletEntry struct {
	_ struct{} `cbor:",toarray"`

	Number, Title, ID string
	Entries           []BookletEntry
}

// BookletChapter is a page in a booklet, or a folder without one.
type BookletChapter struct {
	ID   string
	Part bool // it begins on a new sheet
	HTML template.HTML
}

// Chapter is what the component "chapter" shows: the view of a page, or of a
// folder without one. Its headings begin at level 1 as on a page; they move down
// to where the chapter stands.
type Chapter struct {
	*View
	Number string
}

// Question is what the component "question" shows, and "answers" a list of them:
// a quiz whose answer stands at the end of the document.
type Question struct {
	_ struct{} `cbor:",toarray"`

	QuizView
	Number int // in the document
}
