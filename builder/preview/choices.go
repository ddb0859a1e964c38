package preview

import (
	"cmp"
	"net/http"
	"path"
	"slices"
	"strings"

	"vaandel/builder/diag"
	"vaandel/builder/handbook"
)

// linkable is a page that can be linked to.
type linkable struct {
	File  string `json:"file"`
	Title string `json:"title"`
	Kind  string `json:"kind"`
	Lang  string `json:"lang"`
}

// kindChoice is a kind that a new page can be of.
type kindChoice struct {
	choice
	About string `json:"about"`
}

// folderChoice is a folder that a new page can be in, with the kind of its section.
type folderChoice struct {
	choice
	Kind string `json:"kind"`
}

// choices is what there is to choose from while writing.
type choices struct {
	Pages     []linkable     `json:"pages"`
	Kinds     []kindChoice   `json:"kinds"`
	Folders   []folderChoice `json:"folders"`
	Languages []choice       `json:"languages"`
}

// apiChoices is what there is to choose from.
func (s *Server) apiChoices(*http.Request) (any, error) {
	lang := s.said.Load().lang
	out := choices{Pages: []linkable{}}
	for _, k := range handbook.KindInfos {
		out.Kinds = append(out.Kinds, kindChoice{choice{string(k.Kind), k.Name.In(lang)}, k.About.In(lang)})
	}
	out.Folders = []folderChoice{{choice{".", topFolder.In(lang)}, ""}}
	site := s.site.Load()
	if site == nil {
		return out, nil
	}
	h := site.result.Handbook
	for _, l := range h.Config.Languages {
		out.Languages = append(out.Languages, choice{l, languageName(l, lang)})
	}
	for _, p := range h.Pages {
		out.Pages = append(out.Pages, linkable{p.Source, p.Title(), string(p.Kind), p.Lang})
	}
	slices.SortStableFunc(out.Pages, func(a, b linkable) int { return cmp.Compare(strings.ToLower(a.Title), strings.ToLower(b.Title)) })
	for _, folder := range folders(h) {
		out.Folders = append(out.Folders, folderChoice{choice{folder, folderName(h, folder)}, kindOfFolder(h, folder)})
	}
	return out, nil
}

var topFolder = diag.Text{NL: "Bij de voorpagina", EN: "With the first page"}

// folders are those in which there are pages, and those of the configuration.
func folders(h *handbook.Handbook) []string {
	var all []string
	for _, p := range h.Pages {
		for dir := path.Dir(p.Source); dir != "."; dir = path.Dir(dir) {
			all = append(all, dir)
		}
	}
	for _, c := range h.Config.Sections {
		all = append(all, c.Folder)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// folderName is a folder in the words of its readers: "Leren › Basis".
func folderName(h *handbook.Handbook, folder string) string {
	var names []string
	for dir := folder; dir != "."; dir = path.Dir(dir) {
		names = append(names, sectionTitle(h, dir))
	}
	slices.Reverse(names)
	return strings.Join(names, " › ")
}

// sectionTitle is the title of a folder in the handbook's first language.
func sectionTitle(h *handbook.Handbook, folder string) string {
	if s := h.Section(h.Config.Languages[0], folder); s != nil {
		return s.Title()
	}
	return path.Base(folder)
}

// kindOfFolder is the kind of the pages of a section that name none.
func kindOfFolder(h *handbook.Handbook, folder string) string {
	for _, c := range h.Config.Sections {
		if c.Folder == folder {
			return string(c.Kind)
		}
	}
	return ""
}

// languageName is a language in words; its code where we have none.
func languageName(code, lang string) string {
	names := map[string]diag.Text{"nl": {NL: "Nederlands", EN: "Dutch"}, "en": {NL: "Engels", EN: "English"}}
	return cmp.Or(names[code].In(lang), code)
}
