package render

import (
	"cmp"
	"encoding/csv"
	"encoding/hex"
	"fmt"
	"path"
	"slices"
	"strings"
	"sync"

	"vaandel/builder/diag"
	"vaandel/builder/handbook"
	"vaandel/builder/markdown"
	"vaandel/builder/memo"
	"vaandel/builder/picture"
	"vaandel/builder/publish"
	"vaandel/builder/source"
)

// assets gathers the files that pages show or offer. Only what a page refers to
// is published: a forgotten draft in the content folder stays there.
type assets struct {
	tree *source.Tree
	memo *memo.Store

	mu       sync.Mutex
	pictures map[string]*pictureFile // by source
	out      map[string]publish.File // by path in the output
	diags    []diag.Diagnostic
}

func newAssets(tree *source.Tree, store *memo.Store) *assets {
	return &assets{tree: tree, memo: store, pictures: map[string]*pictureFile{}, out: map[string]publish.File{}}
}

// files returns all that was asked for, by path.
func (a *assets) files() []publish.File {
	files := make([]publish.File, 0, len(a.out))
	for _, f := range a.out {
		files = append(files, f)
	}
	slices.SortFunc(files, func(x, y publish.File) int { return cmp.Compare(x.Path, y.Path) })
	return files
}

func (a *assets) pictureCount() int { return len(a.pictures) }

// add puts a file into the output, once.
func (a *assets) add(f publish.File) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if _, ok := a.out[f.Path]; !ok {
		a.out[f.Path] = f
	}
}

// file returns the file of the output at path, which was added.
func (a *assets) file(path string) publish.File {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.out[path]
}

// place is where something is reported. What pages without a kind have against
// them is a warning at most.
type place struct {
	diag.Position
	kindless bool
}

func (a *assets) report(r *diag.Rule, at place, args ...any) {
	d := r.At(at.Position, args...)
	if at.kindless {
		d = d.Soft()
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	a.diags = append(a.diags, d)
}

// picture returns the picture at source, which it looks at once.
func (a *assets) picture(source string) *pictureFile {
	a.mu.Lock()
	defer a.mu.Unlock()
	p := a.pictures[source]
	if p == nil {
		f := a.tree.File(source)
		p = &pictureFile{file: f, memo: a.memo}
		p.look = sync.OnceValues(p.probe)
		a.pictures[source] = p
	}
	return p
}

// image returns the picture at source ready to be shown on the page at from,
// and its forms for crops. What is wrong with it is reported at the given place.
func (a *assets) image(source, from string, where place, crops ...variant) (*Image, []form, error) {
	p := a.picture(source)
	info, err := p.look()
	if err != nil {
		a.reportPicture(source, where, err)
		return nil, nil, err
	}
	root := rootOf(from)
	full := p.original()
	a.add(full)
	img := &Image{Src: root + escapePath(full.Path), Width: info.Width, Height: info.Height}
	if info.Format == picture.SVG || info.Animated {
		return img, nil, nil
	}
	var wanted []variant
	for _, w := range picture.Widths(info.Width) {
		wanted = append(wanted, variant{width: w})
	}
	forms, err := p.make(append(wanted, crops...))
	if err != nil {
		a.reportPicture(source, where, err)
		return nil, nil, err
	}
	var set []string
	for i, f := range forms {
		a.add(f.file)
		if i < len(wanted) {
			set = append(set, fmt.Sprintf("%s%s %dw", root, escapePath(f.file.Path), f.Width))
		}
	}
	if len(set) > 0 {
		set = append(set, fmt.Sprintf("%s %dw", img.Src, info.Width))
		img.Srcset = strings.Join(set, ", ")
		img.Sizes = fmt.Sprintf("(min-width: 48rem) min(44rem, %dpx), min(100vw, %dpx)", info.Width, info.Width)
	}
	return img, forms[len(wanted):], nil
}

// logo returns the organisation's logo.
func (a *assets) logo(source, root string) *Image {
	if a.tree.File(source) == nil {
		return nil
	}
	img, _, err := a.image(source, "", place{Position: diag.Position{File: handbook.ConfigFile}})
	if err != nil {
		return nil
	}
	img.Src, img.Srcset, img.Sizes = root+img.Src, "", ""
	return img
}

// download puts the file at source into the output under its own name, which
// people see when they save it, and returns its path.
func (a *assets) download(source string) string {
	dir := []string{}
	for part := range strings.SplitSeq(path.Dir(source), "/") {
		if part != "." {
			dir = append(dir, handbook.Slug(part))
		}
	}
	out := path.Join(append(dir, path.Base(source))...)
	f := a.tree.File(source)
	if isPicture(source) {
		if p := a.picture(source); p.ok() {
			file := p.original()
			file.Path = out
			a.add(file)
			return out
		}
	}
	a.add(publish.File{Path: out, Key: memo.KeyOf([]byte("file"), f.Hash[:]), Content: f.Bytes})
	return out
}

// table reads the .csv file that a page names, its first row being the head.
// The separator is a comma, semicolon or tab, whichever the head has most of:
// a Dutch Excel writes semicolons.
func (a *assets) table(p *handbook.Page, name string) [][]string {
	t := p.Fields[name]
	if name == "" || t.File == "" {
		return nil
	}
	where := place{Position: diag.Position{File: t.File}}
	data, err := a.tree.File(t.File).Bytes()
	if err != nil {
		a.report(&dataUnreadable, where, t.File)
		return nil
	}
	text := markdown.Text(data)
	r := csv.NewReader(strings.NewReader(text))
	r.Comma = separator(text)
	rows, err := r.ReadAll()
	if err != nil {
		if bad, ok := err.(*csv.ParseError); ok {
			where.Line, where.Column = bad.Line, bad.Column
		}
		a.report(&dataUnreadable, where, t.File)
		return nil
	}
	return rows
}

func separator(text string) rune {
	head, _, _ := strings.Cut(text, "\n")
	best := ','
	for _, r := range ";\t" {
		if strings.Count(head, string(r)) > strings.Count(head, string(best)) {
			best = r
		}
	}
	return best
}

// files returns the files that the front matter of p names, ready to show.
func (s *site) files(p *handbook.Page, at viewpoint) []File {
	var list []handbook.Asset
	switch spec := p.Spec.(type) {
	case *handbook.Toolkit:
		list = append(slices.Clone(spec.Pictures), spec.Downloads...)
	case *handbook.Person:
		if spec.Photo != "" {
			list = []handbook.Asset{{File: spec.Photo, Alt: spec.Alt, Title: p.Title()}}
		}
	}
	var out []File
	for i, asset := range list {
		t := p.Fields[asset.File]
		if t.File == "" {
			continue // reported where the field was resolved
		}
		f := s.file(p, asset, t.File, at)
		if f.Image != nil {
			f.Image.Lazy = i > 0 && at.booklet == nil
		}
		out = append(out, f)
	}
	return out
}

// firstFile returns the first picture or file of a page, to show it elsewhere.
func (s *site) firstFile(p *handbook.Page, at viewpoint) *File {
	switch spec := p.Spec.(type) {
	case *handbook.Toolkit:
		for _, asset := range slices.Concat(spec.Pictures, spec.Downloads) {
			if t := p.Fields[asset.File]; t.File != "" {
				f := s.file(p, asset, t.File, at)
				return &f
			}
		}
	case *handbook.Person:
		if t := p.Fields[spec.Photo]; t.File != "" {
			f := s.file(p, handbook.Asset{File: spec.Photo, Alt: spec.Alt}, t.File, at)
			return &f
		}
	}
	return nil
}

// file makes one file of p ready to show at a viewpoint.
func (s *site) file(p *handbook.Page, asset handbook.Asset, source string, at viewpoint) File {
	out := s.assets.download(source)
	f := File{
		Asset: asset, Href: s.href(at.address, out), Name: path.Base(out),
		Size: s.assets.tree.File(source).Size,
	}
	if !isPicture(source) {
		return f
	}
	where := place{Position: diag.Position{File: p.Source, Line: asset.Line}}
	crops, networks := s.crops(p)
	img, forms, err := s.assets.image(source, at.address, where, crops...)
	if err != nil {
		return f
	}
	img.Alt, img.Lazy = asset.Alt, at.booklet == nil
	f.Image = img
	for i, form := range forms {
		f.Crops = append(f.Crops, Crop{
			Network: networks[i], Href: s.href(at.address, form.file.Path),
			Width: form.Width, Height: form.Height,
		})
	}
	return f
}

// crops lists the forms in which a gallery offers its pictures, with the names
// of the networks that they are for.
func (s *site) crops(p *handbook.Page) (crops []variant, networks []string) {
	if _, gallery := p.Spec.(*handbook.Toolkit); !gallery {
		return nil, nil
	}
	for _, n := range s.h.Config.Networks {
		if n.Width > 0 && n.Height > 0 {
			crops = append(crops, variant{crop: true, width: n.Width, height: n.Height, network: n.ID})
			networks = append(networks, n.Name)
		}
	}
	return crops, networks
}

func isPicture(source string) bool {
	switch strings.ToLower(path.Ext(source)) {
	case ".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg":
		return true
	}
	return false
}

// short is the part of a hash that names a file: 48 bits, so that among a
// million files two of one name meet with a chance of one in 500.
func short(sum [32]byte) string { return hex.EncodeToString(sum[:6]) }

func at(p *handbook.Page, l markdown.Link) place {
	return place{diag.Position{File: p.Source, Line: l.Line, Column: l.Column}, p.Kindless}
}
