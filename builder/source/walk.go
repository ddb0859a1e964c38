package source

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"vaandel/builder/diag"
	"vaandel/builder/parallel"
)

var (
	linkOutside = diag.Rule{ID: "source-link-outside", Severity: diag.Warning,
		Message: diag.Text{
			NL: "%[1]s is een koppeling naar een plek buiten de map van het handboek",
			EN: "%[1]s is a link to a place outside the handbook's folder"},
		Hint: diag.Text{
			NL: "Zet het bestand zelf in de map. Vaandel leest alleen wat daarin staat.",
			EN: "Put the file itself into the folder. Vaandel reads only what is in there."}}
	linkBroken = diag.Rule{ID: "source-link-broken", Severity: diag.Warning,
		Message: diag.Text{
			NL: "%[1]s is een koppeling naar een bestand dat er niet (meer) is",
			EN: "%[1]s is a link to a file that does not exist (any more)"},
		Hint: diag.Text{
			NL: "Verwijder de koppeling of zet het bestand terug.",
			EN: "Remove the link or put the file back."}}
	linkLoop = diag.Rule{ID: "source-link-loop", Severity: diag.Warning,
		Message: diag.Text{
			NL: "%[1]s is een koppeling naar een map waar hij zelf in ligt of die al gelezen is",
			EN: "%[1]s is a link to a folder that contains it or that was read already"},
		Hint: diag.Text{
			NL: "Verwijder de koppeling: de pagina's staan al in het handboek.",
			EN: "Remove the link: its pages are in the handbook already."}}
	notAFile = diag.Rule{ID: "source-not-a-file", Severity: diag.Warning,
		Message: diag.Text{
			NL: "%[1]s is geen gewoon bestand",
			EN: "%[1]s is not an ordinary file"},
		Hint: diag.Text{
			NL: "Haal het weg uit de map van het handboek.",
			EN: "Take it out of the handbook's folder."}}
	badName = diag.Rule{ID: "source-name", Severity: diag.Warning,
		Message: diag.Text{
			NL: "De naam %[1]q bevat tekens die niet te lezen zijn",
			EN: "The name %[1]q has characters that can't be read"},
		Hint: diag.Text{
			NL: "Geef het bestand een nieuwe naam. Tot die tijd doet het niet mee.",
			EN: "Rename the file. Until then it is left out."}}
)

// walker collects the files of a folder.
type walker struct {
	ctx     context.Context
	root    string
	real    string          // root without links
	visited map[string]bool // real paths of linked folders
	files   []*File
	diags   []diag.Diagnostic
	errs    []error
}

// folder reads the folder at place, which has the given path below the root.
func (w *walker) folder(below, place string) {
	if w.ctx.Err() != nil {
		return
	}
	entries, err := os.ReadDir(place)
	if err != nil {
		w.errs = append(w.errs, fmt.Errorf("reading folder %s: %w", below, err))
		return
	}
	for _, e := range entries {
		if Ignored(e.Name()) {
			continue
		}
		p := path.Join(below, e.Name())
		if strings.ToValidUTF8(p, "") != p || strings.ContainsAny(p, "\x00\n\r") {
			w.report(&badName, p)
			continue
		}
		w.entry(e, p, filepath.Join(place, e.Name()))
	}
}

func (w *walker) entry(e fs.DirEntry, p, place string) {
	mode := e.Type()
	switch {
	case mode.IsDir():
		w.folder(p, place)
	case mode&fs.ModeSymlink != 0:
		w.link(p, place)
	case !mode.IsRegular():
		w.report(&notAFile, p)
	default:
		w.add(p, place)
	}
}

// link follows a symbolic link that stays inside the root.
func (w *walker) link(p, place string) {
	real, err := filepath.EvalSymlinks(place)
	if err != nil {
		w.report(&linkBroken, p)
		return
	}
	if real != w.real && !strings.HasPrefix(real, w.real+string(filepath.Separator)) {
		w.report(&linkOutside, p)
		return
	}
	info, err := os.Stat(real)
	switch {
	case err != nil:
		w.report(&linkBroken, p)
	case info.IsDir():
		if w.visited[real] || strings.HasPrefix(place+string(filepath.Separator), real+string(filepath.Separator)) {
			w.report(&linkLoop, p)
			return
		}
		w.visited[real] = true
		w.folder(p, real)
	case !info.Mode().IsRegular():
		w.report(&notAFile, p)
	default:
		w.add(p, real)
	}
}

func (w *walker) add(p, place string) {
	w.files = append(w.files, &File{Path: p, place: place})
}

// look asks the file system about the files, on all cores, and returns those
// that are still there.
func (w *walker) look() []*File {
	gone := make([]bool, len(w.files))
	errs := make([]error, len(w.files))
	_ = parallel.Each(w.ctx, len(w.files), func(i int) { // its caller asks ctx too
		f := w.files[i]
		info, err := os.Lstat(f.place)
		switch {
		case os.IsNotExist(err): // since the folder was listed
			gone[i] = true
		case err != nil:
			errs[i] = fmt.Errorf("reading %s: %w", f.Path, err)
		default:
			f.Size, f.state = info.Size(), newState(info)
		}
	})
	w.errs = append(w.errs, errs...)
	there := w.files[:0]
	for i, f := range w.files {
		if !gone[i] && errs[i] == nil {
			there = append(there, f)
		}
	}
	return there
}

func (w *walker) report(r *diag.Rule, p string) {
	w.diags = append(w.diags, r.At(diag.Position{File: strings.ToValidUTF8(p, "\uFFFD")}, p))
}

// Ignored tells whether a file or folder of this name is none of the author's:
// hidden, or left behind by an editor, Office or the operating system.
func Ignored(name string) bool {
	lower := strings.ToLower(name)
	switch lower {
	case "node_modules", "thumbs.db", "desktop.ini":
		return true
	}
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$") ||
		strings.HasSuffix(name, "~") || (strings.HasPrefix(name, "#") && strings.HasSuffix(name, "#"))
}
