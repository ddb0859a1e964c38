package editor

import (
	"context"
	"maps"
	"slices"
	"strings"

	"vaandel/builder/diag"
	"vaandel/builder/handbook"
	"vaandel/builder/markdown"
	"vaandel/builder/parallel"
	"vaandel/builder/source"
)

// model is a handbook as its files have it, drafts included, assembled as a
// build does.
type model struct {
	config *handbook.Config
	files  []string          // all paths, in order
	data   map[string][]byte // of the pages
	docs   map[string]*markdown.Document
	book   *handbook.Handbook
	diags  []diag.Diagnostic
}

// readModel reads all pages.
func readModel(files []string, read func(file string) ([]byte, error)) (*model, error) {
	m := &model{
		config: handbook.DefaultConfig("nl"), files: files,
		data: map[string][]byte{}, docs: map[string]*markdown.Document{},
	}
	for _, file := range files {
		if !isPage(file) && file != handbook.ConfigFile {
			continue
		}
		data, err := read(file)
		if err != nil {
			return nil, err
		}
		if file == handbook.ConfigFile {
			m.config, _ = handbook.ReadConfig(file, data)
		} else {
			m.data[file] = data
		}
	}
	m.parse(slices.Sorted(maps.Keys(m.data)))
	m.assemble()
	return m, nil
}

// parse parses pages anew, on all cores.
func (m *model) parse(pages []string) {
	docs := make([]*markdown.Document, len(pages))
	_ = parallel.Each(context.Background(), len(pages), func(i int) {
		docs[i] = m.document(pages[i], m.data[pages[i]])
	})
	for i, file := range pages {
		m.docs[file] = docs[i]
	}
}

// document parses a page as a build does.
func (m *model) document(file string, data []byte) *markdown.Document {
	o := markdown.Options{RawHTML: m.config.RawHTML}
	top, _, _ := strings.Cut(file, "/")
	for _, s := range m.config.Sections {
		if s.Folder == top {
			o.Kind = string(s.Kind)
		}
	}
	return markdown.Parse(file, data, o)
}

func (m *model) assemble() {
	files := make([]*source.File, len(m.files))
	for i, file := range m.files {
		files[i] = &source.File{Path: file}
	}
	m.book, m.diags = handbook.Assemble(handbook.Input{
		Tree: source.New("", files), Config: m.config, Documents: m.docs, Drafts: true,
	})
	for _, file := range slices.Sorted(maps.Keys(m.docs)) {
		m.diags = append(m.diags, m.docs[file].Diagnostics...)
	}
}

// changed returns the model after changes.
func (m *model) changed(changes []Change) *model {
	after := &model{config: m.config, data: maps.Clone(m.data), docs: maps.Clone(m.docs)}
	files := map[string]bool{}
	for _, file := range m.files {
		files[file] = true
	}
	var again []string
	for _, c := range changes {
		delete(files, c.From)
		delete(after.data, c.From)
		delete(after.docs, c.From)
	}
	for _, c := range changes {
		files[c.To] = true
		after.data[c.To] = c.Data
		again = append(again, c.To)
	}
	after.files = slices.Sorted(maps.Keys(files))
	after.parse(again)
	after.assemble()
	return after
}
