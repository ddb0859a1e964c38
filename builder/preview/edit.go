package preview

import (
	"encoding/json"
	"errors"
	"html/template"
	"io"
	"net/http"
	"os"
	"time"

	"vaandel/builder/blank"
	"vaandel/builder/diag"
	"vaandel/builder/editor"
	"vaandel/builder/handbook"
)

// Where pages are written.
const (
	editAddress   = ownFolder + "edit"
	draftsAddress = ownFolder + "drafts"
	openAddress   = ownFolder + "open"
	apiFolder     = ownFolder + "api/"
)

// The most that a request may bring, in bytes: a text in JSON, in which a letter may
// take six; and a picture.
const (
	mostText    = 12 << 20
	mostPicture = 20 << 20
)

// editing adds what writes, and what only the preview's own scripts may ask for.
func (s *Server) editing(own *http.ServeMux) {
	own.HandleFunc("POST "+openAddress, s.secret(s.open))
	if !s.settings.Edits {
		return
	}
	own.HandleFunc("GET "+editAddress, s.editPage)
	own.HandleFunc("GET "+ownFolder+"edit.js", s.script("edit.ts"))
	own.HandleFunc("GET "+ownFolder+"edit.css", s.script("edit.css"))
	own.HandleFunc("GET "+draftsAddress, s.drafting)
	for pattern, handle := range map[string]func(*http.Request) (any, error){
		"GET " + apiFolder + "text":     s.apiText,
		"POST " + apiFolder + "save":    s.apiSave,
		"POST " + apiFolder + "front":   s.apiFront,
		"POST " + apiFolder + "field":   s.apiField,
		"POST " + apiFolder + "paste":   s.apiPaste,
		"POST " + apiFolder + "picture": s.apiPicture,
		"GET " + apiFolder + "choices":  s.apiChoices,
		"POST " + apiFolder + "new":     s.apiNew,
		"POST " + apiFolder + "rename":  s.apiRename,
	} {
		own.HandleFunc(pattern, s.secret(s.api(handle)))
	}
}

// secret lets only scripts of this run through.
func (s *Server) secret(handle http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if !s.trusted(r.Header.Get(tokenHeader)) {
			http.Error(w, "Only the preview's own pages may do this.", http.StatusForbidden)
			return
		}
		handle(w, r)
	}
}

// editPage is the page on which pages are written: its script makes what is on it.
func (s *Server) editPage(w http.ResponseWriter, r *http.Request) {
	header := w.Header()
	header.Set("Content-Security-Policy", "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types vaandel-live")
	header.Set("Content-Type", contentType("x.html"))
	lang := "nl"
	if m := s.said.Load(); m != nil {
		lang = m.lang
	}
	editTemplate.Execute(w, lang)
}

var editTemplate = template.Must(template.New("").Parse(`<!DOCTYPE html>
<html lang="{{.}}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Vaandel</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/_vaandel/edit.css">
<script src="/_vaandel/edit.js" defer></script>
</head>
<body><noscript><main class="empty"><p>{{if eq . "nl"}}Om hier te schrijven heb je JavaScript nodig. Zonder kun je het bestand in elke teksteditor openen.{{else}}To write here you need JavaScript. Without it you can open the file in any text editor.{{end}}</p></main></noscript></body>
</html>
`))

// refused is why something could not be done, as the browser shows it.
type refused struct {
	Message string `json:"message"`
	Hint    string `json:"hint"`
	// Now is the file as it is on disk, where another was expected.
	Now *sentText `json:"now,omitempty"`
}

// said is an error in words of its own.
type said struct{ what, hint diag.Text }

func (e *said) Error() string { return e.what.EN }

// api answers with what a handler returns, or tells why it could not.
func (s *Server) api(handle func(*http.Request) (any, error)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		value, err := handle(r)
		if err == nil {
			answer(w, http.StatusOK, value)
			return
		}
		lang := s.said.Load().lang
		var own *said
		var conflict *editor.ConflictError
		switch {
		case errors.As(err, &own):
			answer(w, http.StatusUnprocessableEntity, refused{Message: own.what.In(lang), Hint: own.hint.In(lang)})
		case errors.As(err, &conflict) && conflict.Now != nil:
			words := editor.Explain(err)
			answer(w, http.StatusConflict, refused{words.What.In(lang), words.Hint.In(lang), s.sent(conflict.Now)})
		default:
			words := editor.Explain(err)
			answer(w, http.StatusUnprocessableEntity, refused{Message: words.What.In(lang), Hint: words.Hint.In(lang)})
		}
	}
}

// read reads what a request brings into a value.
func read(r *http.Request, into any) error {
	return json.NewDecoder(http.MaxBytesReader(nil, r.Body, mostText)).Decode(into)
}

// sentText is a file as a browser gets it.
type sentText struct {
	File    string `json:"file"`
	Text    string `json:"text"`
	Version string `json:"version"`
	Address string `json:"address"`
	Title   string `json:"title"`
	Kind    string `json:"kind"`
}

// sent adds what the handbook knows of a file.
func (s *Server) sent(t *editor.Text) *sentText {
	out := &sentText{File: t.File, Text: t.Text, Version: t.Version, Title: t.File}
	if p := s.page(t.File); p != nil {
		out.Address, out.Title, out.Kind = p.Address, p.Title(), string(p.Kind)
	}
	return out
}

// versionOf is the version of a file on disk; "" where it is not being written.
func (s *Server) versionOf(file string) string {
	if file == "" || s.editor == nil {
		return ""
	}
	text, err := s.editor.Read(file)
	if err != nil {
		return ""
	}
	return text.Version
}

// page is the page of a file; nil where there is none.
func (s *Server) page(file string) *handbook.Page {
	if site := s.site.Load(); site != nil {
		return site.result.Handbook.Page(file)
	}
	return nil
}

// notWritten is for a page that Vaandel makes by itself.
var notWritten = &said{diag.Text{
	NL: "Deze pagina maakt Vaandel zelf. Je kunt haar niet bewerken.",
	EN: "Vaandel makes this page by itself. You can't edit it."}, diag.Text{
	NL: "Verander de pagina's waar ze uit bestaat.",
	EN: "Change the pages that it is made of."}}

// apiText is the text of a file, or of the page at an address.
func (s *Server) apiText(r *http.Request) (any, error) {
	file := r.URL.Query().Get("file")
	if file == "" {
		site := s.site.Load()
		if file = site.sourceOf("/" + r.URL.Query().Get("page")); file == "" && site != nil {
			file = site.sourceOf(site.base + r.URL.Query().Get("page"))
		}
		if file == "" {
			return nil, notWritten
		}
	}
	text, err := s.editor.Read(file)
	if err != nil {
		return nil, err
	}
	return s.sent(text), nil
}

// apiSave saves a text, if its file is still what it was.
func (s *Server) apiSave(r *http.Request) (any, error) {
	var in struct{ File, Version, Text string }
	if err := read(r, &in); err != nil {
		return nil, err
	}
	text, err := s.editor.Save(in.File, in.Version, in.Text)
	if err != nil {
		return nil, err
	}
	s.rebuild() // the system may not tell, as of a network drive
	return s.sent(text), nil
}

// apiPaste makes markdown of what was copied elsewhere.
func (s *Server) apiPaste(r *http.Request) (any, error) {
	var in struct{ HTML string }
	if err := read(r, &in); err != nil {
		return nil, err
	}
	text, err := editor.Markdown(in.HTML)
	return map[string]string{"text": text}, err
}

// apiPicture puts a picture beside a page.
func (s *Server) apiPicture(r *http.Request) (any, error) {
	data, err := io.ReadAll(http.MaxBytesReader(nil, r.Body, mostPicture))
	if err != nil {
		return nil, pictureLarge
	}
	p, err := s.editor.AddPicture(r.URL.Query().Get("near"), r.URL.Query().Get("name"), data)
	if err != nil {
		return nil, err
	}
	return map[string]any{"path": p.Path, "width": p.Width, "height": p.Height}, nil
}

var pictureLarge = &said{diag.Text{
	NL: "Dit beeld is groter dan 20 MB.",
	EN: "This picture is larger than 20 MB."}, diag.Text{
	NL: "Maak het eerst kleiner.",
	EN: "Make it smaller first."}}

// apiNew makes a new page of a kind.
func (s *Server) apiNew(r *http.Request) (any, error) {
	var in struct{ Kind, Title, Folder, Lang string }
	if err := read(r, &in); err != nil {
		return nil, err
	}
	root, err := os.OpenRoot(s.o.Build.Content)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	page, err := blank.Plan(root, blank.Options{Kind: handbook.Kind(in.Kind), Title: in.Title, Lang: in.Lang, Folder: in.Folder})
	if err != nil {
		return nil, err
	}
	text, err := page.Text(root, time.Now())
	if err != nil {
		return nil, err
	}
	if _, err := s.editor.Create(page.File, string(text)); err != nil {
		return nil, err
	}
	return map[string]string{"file": page.File}, s.settled(r.Context())
}

// apiRename gives a page another name or place: links to it go along.
func (s *Server) apiRename(r *http.Request) (any, error) {
	var in struct{ File, To string }
	if err := read(r, &in); err != nil {
		return nil, err
	}
	changes, err := s.editor.Rename(in.File, in.To)
	if err != nil {
		return nil, err
	}
	return map[string]any{"file": in.To, "changed": len(changes)}, s.settled(r.Context())
}
