package builder

import (
	"vaandel/builder/markdown"
)

// Lined is a page that tells where in its source each part of it stands. It has the
// elements of the page itself, in the same order.
type Lined struct {
	// Source is the path of the file below the content folder.
	Source string
	// HTML is the page. Each block of the text has the line on which it begins in its
	// attribute data-line.
	HTML []byte
	// IDs are the lines of headings, and of what has no line of its own in HTML:
	// tasks, questions and templates of messages.
	IDs map[string]int
	// First is the line on which the text begins, below the front matter.
	First int
}

// lines makes the page at an address again, with lines; nil where no author wrote a
// page of that address.
func (b *build) lines(address string) (*Lined, error) {
	h := b.result.Handbook
	at := -1
	for i, p := range h.Pages {
		if p.Address == address {
			at = i
		}
	}
	if at < 0 {
		return nil, nil
	}
	p := h.Pages[at]
	page := b.pages[p.Source]
	data, err := page.file.Bytes()
	if err != nil {
		return nil, err
	}
	o := page.options
	o.Lines = true
	doc := markdown.Parse(p.Source, data, o)
	html, err := b.result.Output.With(p, doc)
	if err != nil {
		return nil, err
	}
	return &Lined{Source: p.Source, HTML: html, IDs: linesByID(doc), First: firstLine(doc)}, nil
}

// firstLine is the line of the title, else the first behind the front matter.
func firstLine(doc *markdown.Document) int {
	if doc.TitleLine > 0 {
		return doc.TitleLine
	}
	return doc.MetaEnd + 1
}

// linesByID are the lines of what components show.
func linesByID(doc *markdown.Document) map[string]int {
	lines := map[string]int{}
	for i, h := range doc.Headings {
		lines[h.ID] = doc.HeadingLines[i]
	}
	var tasks func([]markdown.Task)
	tasks = func(items []markdown.Task) {
		for _, t := range items {
			lines[t.ID] = t.Line
			tasks(t.Items)
		}
	}
	for _, c := range doc.Checklists {
		lines[c.ID] = c.Line
		tasks(c.Items)
	}
	for _, q := range doc.Quizzes {
		lines[q.ID] = q.Line
	}
	for _, p := range doc.Posts {
		lines[p.ID] = p.Line
	}
	return lines
}
