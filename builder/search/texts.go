package search

import (
	"encoding/json"
	"fmt"
	"strings"

	"vaandel/builder/handbook"
	"vaandel/builder/memo"
	"vaandel/builder/publish"
)

// shown is what a file of texts holds.
type shown struct {
	Title    string      `json:"t"`
	Address  string      `json:"a"`
	Trail    []string    `json:"r"`
	Passages [][3]string `json:"p"` // heading, id, text
}

// texts returns the files of the texts, and the hashes of their folders.
func (w *writer) texts() (files []publish.File, names string, err error) {
	for from := 0; from < len(w.pages); from += group {
		to := min(from+group, len(w.pages))
		key, err := memo.Sum(w.keys[from:to], w.dictionary)
		if err != nil {
			return nil, "", err
		}
		hash := shortHash(key[:])
		names += hash
		for i := from; i < to; i++ {
			name := fmt.Sprintf("x%s/%d", hash, i)
			files = append(files, publish.File{
				Path: Folder + name + ".js",
				Key:  memo.KeyOf([]byte("search text"), []byte(name), w.keys[i][:], w.dictionary),
				Content: func() ([]byte, error) {
					raw, err := w.show(w.pages[i])
					if err != nil {
						return nil, err
					}
					data, err := w.pack(raw, true)
					return script(name, data), err
				},
			})
		}
	}
	return files, names, nil
}

// show returns what the results show of a page.
func (w *writer) show(p *handbook.Page) ([]byte, error) {
	t, err := w.text(p)
	if err != nil {
		return nil, err
	}
	s := shown{Title: p.Title(), Address: p.Address, Trail: trail(p)}
	for _, passage := range t.Passages {
		s.Passages = append(s.Passages, [3]string{passage.Heading, passage.ID, passage.Text})
	}
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err = e.Encode(s)
	return []byte(b.String()), err
}

// trail returns the titles of the sections above a page, without home.
func trail(p *handbook.Page) []string {
	out := []string{}
	for _, s := range append(p.Section.Trail(), p.Section) {
		if s.Folder != "" && s.Page != p {
			out = append(out, s.Title())
		}
	}
	return out
}
