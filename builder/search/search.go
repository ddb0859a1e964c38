// Package search writes the index by which readers find what they look for. Its
// reader in the browser is themes/default/components/reader.
//
// What is found is a passage: a section of a page, or a piece of a long one. A
// page is read once, into words and text (page.go), and that is kept by its
// hash, so an edit of one page reads that page only. [Files] puts together what
// the pages have (index.go) and lays it out for the browser.
//
// # What words are
//
// The same chain runs here and in the browser, over what authors write and what
// readers type: find the words of a text and fold them (words.go), then take
// what all forms of a word have in common (stem.go), a term. A compound is found
// by its parts too: it is taken apart here, with the words of the whole handbook,
// so it costs the browser nothing (compounds.go).
//
// # What the browser loads
//
// All files are scripts that hand over data, so that they load from a server and
// from disk alike, and all but the first have a hash in their name:
//
//   - start: what the directory is called. The one name that never changes.
//   - directory: which pages there are by number, language and kind; where each
//     range of terms lies; stop words and synonyms.
//   - terms: a range of terms in order, with the passages that have them.
//   - endings: a range of terms in the order of their ends, for compounds and
//     typos that the handbook does not have.
//   - texts: the title, headings and text of a page, for the results shown.
//
// A small handbook has all of this in the first.
//
// Data is packed with deflate, and then seven bits to a character (pack.go). The
// texts share a dictionary of the handbook's commonest words, so that a page by
// itself packs well (dictionary.go).
package search
