package preview

import (
	"cmp"
	"encoding/json"
	"net/http"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"

	"vaandel/builder/handbook"
)

// editors are the addresses by which known editors open a file at a place.
var editors = map[string]string{
	"vscode":   "vscode://file/{file}:{line}:{column}",
	"vscodium": "vscodium://file/{file}:{line}:{column}",
	"cursor":   "cursor://file/{file}:{line}:{column}",
	"zed":      "zed://file/{file}:{line}:{column}",
	"idea":     "idea://open?file={file}&line={line}&column={column}",
}

// editorLink returns the address that opens a place in the author's own editor, or
// tells that it is a command.
func editorLink(editor string) (link string, command bool) {
	link = cmp.Or(editors[editor], editor)
	if strings.Contains(link, "://") {
		return link, false
	}
	return "", len(splitCommand(link)) > 0
}

// place is a place in a source.
type place struct {
	File   string `json:"file"`
	Line   int    `json:"line"`
	Column int    `json:"column"`
}

// open opens a place in the author's own editor. The command is the one with which
// the preview was started: the browser only names the place, in a file that is there.
func (s *Server) open(w http.ResponseWriter, r *http.Request) {
	var p place
	if err := json.NewDecoder(http.MaxBytesReader(w, r.Body, 4<<10)).Decode(&p); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	site := s.site.Load()
	if !s.settings.Command || site == nil || !site.source(p.File) {
		http.NotFound(w, r)
		return
	}
	words := editorCommand(s.o.Editor, filepath.Join(s.settings.Folder, filepath.FromSlash(p.File)), p.Line, p.Column)
	cmd := exec.Command(words[0], words[1:]...)
	if readsWords(cmd.Path) && strings.ContainsAny(p.File, `"%!&|<>^`) {
		http.Error(w, "This editor can't open a file of that name.", http.StatusUnprocessableEntity)
		return
	}
	if err := cmd.Start(); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	go cmd.Wait()
	w.WriteHeader(http.StatusNoContent)
}

// source tells whether the handbook is made of a file.
func (s *site) source(file string) bool {
	return file == handbook.ConfigFile || s.result.Handbook.Page(file) != nil
}

// editorCommand is the words of a command that opens a place. No shell reads them, so
// a name can't be a command of its own.
func editorCommand(command, file string, line, column int) []string {
	fill := strings.NewReplacer("{file}", file, "{line}", strconv.Itoa(max(1, line)), "{column}", strconv.Itoa(max(1, column)))
	var words []string
	named := false
	for _, word := range splitCommand(command) {
		named = named || strings.Contains(word, "{file}")
		words = append(words, fill.Replace(word))
	}
	if !named {
		words = append(words, file)
	}
	return words
}

// readsWords tells whether a program is a batch file: Windows reads their words once
// more, as commands. Many editors are started by one.
func readsWords(program string) bool {
	switch strings.ToLower(filepath.Ext(program)) {
	case ".cmd", ".bat":
		return true
	}
	return false
}

// splitCommand splits a command at its spaces, but for those between quotation marks.
// A backslash is part of a path on Windows and nothing else.
func splitCommand(command string) []string {
	var words []string
	var word strings.Builder
	quoted, begun := false, false
	for _, r := range command {
		switch {
		case r == '"':
			quoted, begun = !quoted, true
		case r == ' ' && !quoted:
			if begun {
				words = append(words, word.String())
			}
			word.Reset()
			begun = false
		default:
			word.WriteRune(r)
			begun = true
		}
	}
	if begun {
		words = append(words, word.String())
	}
	return words
}
