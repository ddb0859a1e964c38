package generate

import (
	"bytes"
	"fmt"
	"path"
	"strings"
)

// Page is the source of one page.
type Page struct {
	Source []byte
	Words  int // of the text, without front matter
}

// anchor is the last heading of every page, which links from elsewhere may
// lead to.
const anchor = "Samengevat"

// Page makes page i.
func (h *Handbook) Page(i int) Page {
	p := &page{writer: &writer{words: h.words, rng: h.random(i, texts)}, book: h, number: i}
	p.link = p.randomLink
	p.frontMatter()
	start := p.out.Len()
	wanted := 430 + p.rng.IntN(170)
	p.paragraph()
	for part := 0; p.count(start) < wanted; part++ {
		p.part(part)
	}
	p.summary()
	return Page{Source: p.out.Bytes(), Words: p.count(start)}
}

// page is a page being written.
type page struct {
	*writer
	book   *Handbook
	number int
	out    bytes.Buffer
}

// count returns the number of words from byte start on.
func (p *page) count(start int) int { return len(bytes.Fields(p.out.Bytes()[start:])) }

// frontMatter writes title, summary and two tags.
func (p *page) frontMatter() {
	plain := *p.writer
	plain.link = func() string { return "het handboek" }
	summary := strings.ReplaceAll(plain.sentence(), "*", "")
	fmt.Fprintf(&p.out, "---\ntitle: %q\nsummary: %q\ntags: [%s, %s]\n---\n\n",
		p.book.entries[p.number].title, summary, p.tag(), p.tag())
}

// tag returns one of the sixty most frequent nouns.
func (p *page) tag() string { return pick(p.writer, p.nouns[:60]).one }

// part writes a heading with what stands below it. Each third part has a list,
// each fourth page a table, and deeper headings come in between.
func (p *page) part(n int) {
	level := "##"
	if n%3 == 2 {
		level = "###"
	}
	fmt.Fprintf(&p.out, "%s %s\n\n", level, p.title())
	p.paragraph()
	switch {
	case n == 1 && p.number%4 == 0:
		p.table()
	case n == 2 && p.number%3 == 0:
		p.quote()
	case n%3 == 0:
		p.list("- ")
	case n%3 == 1 && p.number%2 == 0:
		p.list("1. ")
	}
	if p.rng.IntN(3) > 0 {
		p.paragraph()
	}
}

// paragraph writes three to six sentences.
func (p *page) paragraph() {
	for i := range 3 + p.rng.IntN(4) {
		if i > 0 {
			p.out.WriteByte(' ')
		}
		p.out.WriteString(p.sentence())
	}
	p.out.WriteString("\n\n")
}

// list writes three to six items.
func (p *page) list(marker string) {
	for range 3 + p.rng.IntN(4) {
		p.out.WriteString(marker + p.sentence() + "\n")
	}
	p.out.WriteByte('\n')
}

// table writes three columns.
func (p *page) table() {
	p.out.WriteString("| Wat | Wie | Uur |\n| --- | --- | ---: |\n")
	for range 3 + p.rng.IntN(4) {
		fmt.Fprintf(&p.out, "| %s | %s | %s |\n", capital(p.slot("Bmv")), p.slot("naam"), p.slot("n"))
	}
	p.out.WriteByte('\n')
}

// quote writes a note.
func (p *page) quote() { fmt.Fprintf(&p.out, "> %s\n> %s\n\n", p.sentence(), p.sentence()) }

// summary ends the page with links to others.
func (p *page) summary() {
	fmt.Fprintf(&p.out, "## %s\n\n", anchor)
	for range 3 {
		fmt.Fprintf(&p.out, "- Lees ook %s.\n", p.randomLink())
	}
}

// randomLink links to a page nearby or, one time in four, to any page; one in
// four leads to the summary of that page.
func (p *page) randomLink() string {
	all := len(p.book.entries)
	other := p.rng.IntN(all)
	if p.rng.IntN(4) > 0 {
		other = min(max(p.number-perFolder+p.rng.IntN(2*perFolder), 0), all-1)
	}
	fragment := ""
	if p.rng.IntN(4) == 0 {
		fragment = "#" + strings.ToLower(anchor)
	}
	from, to := p.book.entries[p.number], p.book.entries[other]
	return fmt.Sprintf("[%s](%s%s)", to.title, relative(from.folder, to.path()), fragment)
}

// relative returns the path of file to as seen from folder from.
func relative(from, to string) string {
	up := ""
	for from != "" && from != "." && !strings.HasPrefix(to, from+"/") {
		from = path.Dir(from)
		up += "../"
	}
	return up + strings.TrimPrefix(strings.TrimPrefix(to, from), "/")
}
