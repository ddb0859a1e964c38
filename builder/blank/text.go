package blank

import (
	"embed"
	"io/fs"
	"math"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"vaandel/builder/handbook"
	"vaandel/builder/meta"
	"vaandel/builder/schema"
)

// pages holds a page of each kind to start from: KIND.LANG.md. What differs from
// page to page stands in double braces; see Text.
//
//go:embed pages/*.md
var pages embed.FS

// Text fills in the page of its kind, as it is on the day today:
//
//	{{title}}      the title, safe as a heading
//	{{today}}      today, {{nextmonth}} a month later, {{nextyear}} a year later
//	{{contact}}    the id of the first contact in handbook.yaml, or "hr"
//	{{year}}       this year
//	{{network}}    the id of the first network in handbook.yaml, or "linkedin"
//	{{checklist}}  the line with a checklist of this handbook
//	{{more}}       the fields of all kinds, as comments: more.LANG.md
//
// Where the handbook has a schema of the kind, the page refers to it. Of a
// language that Vaandel doesn't speak the page is in English.
func (p *Page) Text(root *os.Root, today time.Time) ([]byte, error) {
	lang := "en"
	if p.Lang == "nl" {
		lang = "nl"
	}
	raw, err := pages.ReadFile("pages/" + string(p.Kind) + "." + lang + ".md")
	if err != nil {
		return nil, err
	}
	contact, network := "hr", "linkedin"
	if len(p.config.Contacts) > 0 {
		contact = p.config.Contacts[0].ID
	}
	if len(p.config.Networks) > 0 {
		network = p.config.Networks[0].ID
	}
	page := string(raw)
	if strings.Contains(page, "{{checklist}}") {
		line, err := p.checklistLine(root)
		if err != nil {
			return nil, err
		}
		page = strings.ReplaceAll(page, "{{checklist}}", line)
	}
	if schema.Present(root, schema.For(p.Kind)) {
		page = strings.Replace(page, "---\n", "---\n"+schema.Comment(p.File, schema.For(p.Kind))+"\n", 1)
	}
	more, err := pages.ReadFile("pages/more." + lang + ".md")
	if err != nil {
		return nil, err
	}
	return []byte(strings.NewReplacer(
		"{{more}}\n", string(more),
		"{{title}}", heading(p.Title),
		"{{today}}", today.Format(time.DateOnly),
		"{{nextmonth}}", today.AddDate(0, 1, 0).Format(time.DateOnly),
		"{{nextyear}}", today.AddDate(1, 0, 0).Format(time.DateOnly),
		"{{year}}", today.Format("2006"),
		"{{contact}}", contact,
		"{{network}}", network,
	).Replace(page)), nil
}

// heading escapes what markdown would take for a sign in a heading, and leaves
// out what can't be shown.
func heading(title string) string {
	var b strings.Builder
	for _, r := range title {
		switch {
		case r < 0x20 || r == 0x7f:
			continue
		case strings.ContainsRune("\\`*_[]<>{}#~|&$^", r):
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// checklistLine is the front matter's line for the checklist of this handbook:
// the first page of the first section of checklists. Without one the line is
// left for the author.
func (p *Page) checklistLine(root *os.Root) (string, error) {
	for _, s := range p.config.Sections {
		if s.Kind != handbook.KindChecklist || !filepath.IsLocal(s.Folder) {
			continue
		}
		found, err := firstPage(root.FS(), path.Clean(s.Folder))
		if err != nil {
			return "", err
		}
		if found != "" {
			return "checklist: " + quotedYAML(handbook.Relative(p.File, found)), nil
		}
	}
	return "checklist: # ….md", nil
}

// firstPage returns the path of the page that comes first in a folder, by the
// order in its front matter, or "". The folder's own page does not count, nor do
// translations.
func firstPage(files fs.FS, folder string) (string, error) {
	names, err := fs.Glob(files, path.Join(folder, "*.md"))
	if err != nil {
		return "", nil // a name that can't be a pattern; the author can fill it in
	}
	first, lowest := "", math.MaxInt
	for _, name := range names {
		base := strings.ToLower(strings.TrimSuffix(path.Base(name), ".md"))
		if base == "index" || base == "readme" || strings.ContainsAny(base, ".#") {
			continue
		}
		data, err := fs.ReadFile(files, name)
		if err != nil {
			return "", err
		}
		order := math.MaxInt - 1
		front := meta.Split(name, data).Node
		if n := front.Get("order"); n != nil {
			if i, err := strconv.Atoi(n.Value); err == nil {
				order = i
			}
		}
		if order < lowest {
			first, lowest = name, order
		}
	}
	return first, nil
}

// quotedYAML writes a path as YAML reads it back.
func quotedYAML(s string) string {
	return "'" + strings.ReplaceAll(s, "'", "''") + "'"
}
