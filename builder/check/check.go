// Package check is the handbook's editor-in-chief: it finds what a build lets pass
// and a reader would not. Dead ends, pages that nobody looks after, translations
// that were left behind.
//
// A [Rule] is a value in a file of its own, or of its family: what it finds, why
// that matters, an example of bad and good, and a function that looks at one page
// or at the handbook as a whole. To add a rule, write it and name it in the list of
// its family; settings, comments that ignore it, formats and documentation follow.
//
// [Run] holds all pages against all rules, on all cores. What the build has found
// already is not looked for again: it comes in with the [Input] and goes into the
// same list.
package check

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"vaandel/builder/diag"
	"vaandel/builder/handbook"
	"vaandel/builder/markdown"
	"vaandel/builder/meta"
	"vaandel/builder/parallel"
	"vaandel/builder/publish"
	"vaandel/builder/source"
)

// Input is what is checked: a handbook as the build made it.
type Input struct {
	// Handbook is the model. All its pages are complete.
	Handbook *handbook.Handbook
	// Tree is the content that it was made of.
	Tree *source.Tree
	// Reading tells how the markdown of a source is read.
	Reading func(source string) markdown.Options
	// Today is the date (2026-01-31) that dates are held against.
	Today string
	// Found is what the build has found.
	Found []diag.Diagnostic
	// Files are those of the finished site but for booklets, none where it can't be
	// made. Their bytes are asked for once, and only where a rule looks at them.
	Files []publish.File
}

// Options say which rules to hold the handbook against.
type Options struct {
	// Only are the rules or families to look for, Skip those to leave out. Both
	// hold for what the build found, too.
	Only, Skip []string
	// External asks other sites whether the pages are still there that links lead to.
	External bool
	// Cache is the folder to remember the answers of other sites in; "" remembers
	// nothing.
	Cache string
	// Dictionaries are the folders with dictionaries for the spelling; nil are the
	// usual ones.
	Dictionaries []string
	// Answers keeps what the dictionaries say for the next run; nil keeps nothing.
	Answers *Answers
	// Note is told what could not be looked for, and why; it may be nil.
	Note func(diag.Text)
	// Asked is told how many of the addresses of other sites have been asked for.
	Asked func(done, total int)
}

// Run holds a handbook against all rules. It returns what they and the build found,
// in order, without what authors ignore. The error is that of ctx, or tells that a
// source can't be read any more.
func Run(ctx context.Context, in Input, o Options) ([]diag.Diagnostic, error) {
	settings, _ := ReadSettings(handbook.ConfigFile, &in.Handbook.Config.Check.Node) // the build told what is wrong
	r := &run{Input: in, Options: o, ctx: ctx, settings: settings}
	for _, rule := range Rules {
		if r.wanted(rule.ID) && r.severity(rule) != Off && (o.External || !rule.Outside) {
			r.rules = append(r.rules, rule)
		}
	}
	if err := r.pages(); err != nil {
		return nil, err
	}
	if err := r.rest(); err != nil {
		return nil, err
	}
	for _, d := range in.Found {
		if r.wanted(d.Rule) {
			r.found = append(r.found, d)
		}
	}
	return diag.Sort(r.ignore()), nil
}

// run is one run.
type run struct {
	Input
	Options
	ctx      context.Context
	settings Settings
	rules    []*Rule // those that are looked for
	book     *Book
	site     *Site // nil where no rule looks at it
	found    []diag.Diagnostic
}

// wanted tells whether a rule, of ours or the build's, is asked for.
func (r *run) wanted(id string) bool {
	names := []string{id}
	if rule := ByID(id); rule != nil {
		names = append(names, string(rule.Family))
	}
	in := func(list []string) bool {
		return slices.ContainsFunc(names, func(n string) bool { return slices.Contains(list, n) })
	}
	return (len(r.Only) == 0 || in(r.Only)) && !in(r.Skip)
}

// severity is what a rule's findings are told as.
func (r *run) severity(rule *Rule) diag.Severity {
	if s, ok := r.settings[rule.ID]; ok && s.set {
		return s.severity
	}
	return rule.Severity
}

// pages reads the text of every page and holds each against the rules for one page.
func (r *run) pages() error {
	r.book = &Book{Handbook: r.Handbook, Tree: r.Tree, Today: r.Today, Pages: make([]*Page, len(r.Handbook.Pages))}
	if err := r.book.readConfig(); err != nil {
		return err
	}
	r.book.own = readRather(r.Handbook)
	found := make([][]diag.Diagnostic, len(r.book.Pages))
	errs := make([]error, len(r.book.Pages))
	err := parallel.Each(r.ctx, len(found), func(i int) {
		p := &Page{Page: r.Handbook.Pages[i], Book: r.book}
		r.book.Pages[i] = p
		data, err := r.Tree.File(p.Source).Bytes()
		if err != nil {
			errs[i] = err
			return
		}
		p.Prose = markdown.ReadProse(p.Source, data, r.Reading(p.Source))
		for _, rule := range r.rules {
			if rule.Gather != nil {
				rule.Gather(p)
			}
			if rule.Page != nil {
				report := r.report(rule)
				rule.Page(report, p)
				found[i] = append(found[i], report.found...)
			}
		}
		p.taken = nil // long, and quickly taken apart again
	})
	for i := range found {
		if errs[i] != nil {
			return errs[i]
		}
		r.found = append(r.found, found[i]...)
	}
	return err
}

// rest holds the handbook against the rules that look at more than one page. Those
// that look at the text need not wait for those that look at the finished pages, nor
// for the dictionaries.
func (r *run) rest() error {
	reports := make([]*Report, len(r.rules))
	var whole, site []int // places in rules
	for i, rule := range r.rules {
		reports[i] = r.report(rule)
		switch {
		case rule.Whole != nil:
			whole = append(whole, i)
		case rule.Site != nil:
			site = append(site, i)
		}
	}
	told := make(chan error, 1)
	go func() {
		told <- parallel.Each(r.ctx, len(whole), func(i int) { r.rules[whole[i]].Whole(reports[whole[i]], r.book) })
	}()
	err := r.finish(len(site) > 0)
	if err == nil && r.site != nil {
		err = parallel.Each(r.ctx, len(site), func(i int) { r.rules[site[i]].Site(reports[site[i]], r.site) })
	}
	if err := cmp.Or(<-told, err); err != nil {
		return err
	}
	for _, report := range reports {
		r.found = append(r.found, report.found...)
		for _, note := range report.notes {
			if r.Note != nil {
				r.Note(note)
			}
		}
	}
	return nil
}

func (r *run) report(rule *Rule) *Report {
	return &Report{
		Rule: rule, Today: r.Today, ctx: r.ctx, options: r.Options,
		severity: r.severity(rule), limits: r.settings[rule.ID].limits, fixed: r.settings[rule.ID].set, book: r.book, words: r.settings[ownWords].words,
	}
}

// Book is the handbook as the rules see it. It is never changed once its pages are
// read.
type Book struct {
	Handbook *handbook.Handbook
	Tree     *source.Tree
	Today    string
	// Pages are those of Handbook, in the same order, with their text.
	Pages []*Page
	// Config is handbook.yaml as written, for the places in it; Null where there is
	// none.
	Config meta.Node

	own map[string]rather // by language
}

func (b *Book) readConfig() error {
	f := b.Tree.File(handbook.ConfigFile)
	if f == nil {
		return nil
	}
	data, err := f.Bytes()
	if err == nil {
		b.Config, _ = meta.ParseYAML(handbook.ConfigFile, data)
	}
	return err
}

// Page is a page with its text.
type Page struct {
	*handbook.Page
	Prose *markdown.Prose
	Book  *Book

	taken []passage // see passages
	heard *tone     // see tone
	words []used    // see spelling; one of each
}

// At is the place of a byte of a block's text.
func (p *Page) At(b *markdown.Block, offset int) diag.Position {
	line, column := b.At(offset)
	return diag.Position{File: p.Source, Line: line, Column: column}
}

// Top is where a page is told that it lacks something: the first line of its front
// matter, else of the file.
func (p *Page) Top() diag.Position {
	return diag.Position{File: p.Source, Line: max(1, p.Doc.Meta.Line)}
}

// Field is where a value of the front matter stands, or else the top of the page.
// A path goes on with a dot ("changes.date" is that of the first change).
func (p *Page) Field(path string) diag.Position {
	n := &p.Doc.Meta
	for key := range strings.SplitSeq(path, ".") {
		if entries := n.Entries(); n.Type == meta.List && len(entries) > 0 {
			n = entries[0]
		}
		if n = n.Get(key); n == nil {
			return p.Top()
		}
	}
	return diag.Position{File: p.Source, Line: n.Line, Column: n.Column}
}

// place is where a node of a file stands.
func place(file string, n *meta.Node) diag.Position {
	return diag.Position{File: file, Line: n.Line, Column: n.Column}
}

// Language is that of a block.
func (p *Page) Language(b *markdown.Block) string {
	if b.Lang != "" {
		return b.Lang
	}
	return p.Lang
}
