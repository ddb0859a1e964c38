package render

import (
	"archive/zip"
	"bytes"
	"cmp"
	"fmt"
	"io"
	"path"
	"slices"
	"strconv"
	"strings"
	"time"

	"vaandel/builder/diag"
	"vaandel/builder/handbook"
	"vaandel/builder/memo"
	"vaandel/builder/publish"
)

// A pack is all pictures and files of a page of the toolkit in one archive, with a
// text that tells what one must know to use them. It is made when it is published,
// and nobody keeps it: only its size is remembered.

const (
	// mostPacked is how many bytes a pack may hold: 100 MB. More is not fetched
	// over a wireless network, nor made at once in memory.
	mostPacked = 100_000_000
	// fewestPacked is how many files are worth a pack.
	fewestPacked = 2
)

// packed is a file in a pack.
type packed struct {
	name string
	file publish.File
}

// pack puts the pack of a page into the output, or returns nil where there is
// nothing to pack.
func (s *site) pack(p *handbook.Page, files []File) (*Pack, error) {
	if _, ok := p.Spec.(*handbook.Toolkit); !ok {
		return nil, nil
	}
	list, size := s.packList(p, files)
	if len(list) < fewestPacked {
		return nil, nil
	}
	if size > mostPacked {
		s.tooLarge(p, size)
		return nil, nil
	}
	text := []byte(s.packText(p, files, list))
	list = append(list, packed{s.packTextName(p.Lang), fixed("", text)})
	slices.SortFunc(list, func(a, b packed) int { return cmp.Compare(a.name, b.name) })
	parts := [][]byte{[]byte("pack")}
	for _, f := range list {
		parts = append(parts, []byte(f.name), f.file.Key[:])
	}
	key := memo.KeyOf(parts...)
	size, err := s.packSize(key, list)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", p.Source, err)
	}
	if size > mostPacked { // with the forms of its pictures
		s.tooLarge(p, size)
		return nil, nil
	}
	out := publish.File{Path: packAddress(p), Key: key, Content: func() ([]byte, error) { return zipped(list) }}
	s.assets.add(out)
	return &Pack{Href: s.href(p.Address, out.Path), Name: path.Base(out.Path), Size: size}, nil
}

// tooLarge tells that the files of a page take so many bytes, which is too many.
func (s *site) tooLarge(p *handbook.Page, size int64) {
	at := place{diag.Position{File: p.Source, Line: max(1, p.Doc.Meta.Line)}, p.Kindless}
	s.assets.report(&toolkitPackLarge, at, size/1_000_000, mostPacked/1_000_000)
}

// packAddress is the path of the pack of a page. People see its name when they
// save it.
func packAddress(p *handbook.Page) string {
	name, all := strings.TrimSuffix(path.Base(p.Address), ".html"), "-all.zip"
	if folder := path.Base(path.Dir(p.Address)); p.Index && folder != "." {
		name = folder
	}
	if p.Lang == "nl" || strings.HasPrefix(p.Lang, "nl-") {
		all = "-alles.zip"
	}
	return path.Join(path.Dir(p.Address), name+all)
}

// packList lists what goes into the pack of a page, with its size on disk: each
// file, and each form of a picture in a folder named after the network. What the
// sources know to have expired stays out.
func (s *site) packList(p *handbook.Page, files []File) (list []packed, size int64) {
	crops, _ := s.crops(p)
	taken := map[string]bool{strings.ToLower(s.packTextName(p.Lang)): true}
	for i := range files {
		f := &files[i]
		if f.Expires != "" && f.Expires <= s.h.Newest {
			continue
		}
		source := p.Fields[f.File].File
		f.Packed = untaken(f.Name, taken)
		size += f.Size
		list = append(list, packed{f.Packed, s.assets.file(s.assets.download(source))})
		if len(f.Crops) == 0 {
			continue
		}
		forms, err := s.assets.picture(source).make(crops)
		if err != nil {
			continue // reported where the picture was shown
		}
		base := strings.TrimSuffix(f.Packed, path.Ext(f.Packed))
		for j, form := range forms {
			name := untaken(handbook.Slug(crops[j].network)+"/"+base+form.Format.Ext(), taken)
			list = append(list, packed{name, form.file})
		}
	}
	return list, size
}

// untaken returns a name that no other file of a pack has, also where letters
// differ in case alone, and takes it.
func untaken(name string, taken map[string]bool) string {
	ending := path.Ext(name)
	free := name
	for i := 2; taken[strings.ToLower(free)]; i++ {
		free = strings.TrimSuffix(name, ending) + "-" + strconv.Itoa(i) + ending
	}
	taken[strings.ToLower(free)] = true
	return free
}

// packTextName is the name of the text in a pack.
func (s *site) packTextName(lang string) string {
	return s.Theme.Message(lang, "toolkit.pack_text") + ".txt"
}

// packText is what the pack tells of its files. Lines end as on Windows, whose
// editor is the one most likely to open it.
func (s *site) packText(p *handbook.Page, files []File, list []packed) string {
	var b strings.Builder
	line := func(parts ...string) { b.WriteString(strings.Join(parts, "") + "\r\n") }
	fact := func(key, value string) {
		if value = strings.Join(strings.Fields(value), " "); value != "" {
			line("  ", s.Theme.Message(p.Lang, key), ": ", value)
		}
	}
	line(p.Title())
	line(strings.Trim(s.h.Config.Title.In(p.Lang, s.h.Config.Languages)+", "+s.h.Config.Organisation, ", "))
	if s.h.Config.URL != "" {
		line(s.absolute(p.Address))
	}
	line()
	line(s.Theme.Message(p.Lang, "toolkit.pack_intro"))
	for _, f := range files {
		if f.Packed == "" {
			continue
		}
		line()
		line(f.Packed)
		fact("toolkit.name", f.Title)
		fact("toolkit.alt", f.Alt)
		fact("toolkit.credit", f.Credit)
		fact("toolkit.licence", f.Licence)
		fact("toolkit.source", f.Source)
		fact("toolkit.expires", s.day(p.Lang, f.Expires))
		if f.People {
			fact("toolkit.people", cmp.Or(f.Consent, s.Theme.Message(p.Lang, "toolkit.no_consent")))
		}
		fact("toolkit.pack_sizes", strings.Join(sizesOf(f.Packed, list), ", "))
	}
	return b.String()
}

// sizesOf lists the forms of a picture in a pack.
func sizesOf(name string, list []packed) []string {
	base := "/" + strings.TrimSuffix(name, path.Ext(name)) + "."
	var out []string
	for _, f := range list {
		if strings.Contains(f.name, base) {
			out = append(out, f.name)
		}
	}
	return out
}

// day writes out a date (2026-01-31); what is none comes back as it is.
func (s *site) day(lang, date string) string {
	t, err := time.Parse(time.DateOnly, date)
	if err != nil {
		return date
	}
	month := s.Theme.Message(lang, "date.months."+strconv.Itoa(int(t.Month())))
	return s.Theme.Message(lang, "date.day", strconv.Itoa(t.Day()), month, strconv.Itoa(t.Year()))
}

// packSize returns how large a pack is: what the memo knows, else it is made once
// to be counted.
func (s *site) packSize(key memo.Key, list []packed) (int64, error) {
	known := memo.KeyOf([]byte("pack size"), key[:])
	var size int64
	if s.Memo.Load(known, &size) {
		return size, nil
	}
	var n counter
	if err := writeZip(&n, list); err != nil {
		return 0, err
	}
	if raw, err := memo.Encode(int64(n)); err == nil {
		s.Memo.Put(known, raw)
	}
	return int64(n), nil
}

// counter counts what is written to it.
type counter int64

func (c *counter) Write(p []byte) (int, error) {
	*c += counter(len(p))
	return len(p), nil
}

func zipped(list []packed) ([]byte, error) {
	var b bytes.Buffer
	err := writeZip(&b, list)
	return b.Bytes(), err
}

// packTime is when all in a pack was changed: the first day that the format knows.
var packTime = time.Date(1980, time.January, 1, 0, 0, 0, 0, time.UTC)

// writeZip writes an archive, one file in memory at a time.
func writeZip(w io.Writer, list []packed) error {
	z := zip.NewWriter(w)
	for _, f := range list {
		data, err := f.file.Content()
		if err != nil {
			return err
		}
		header := &zip.FileHeader{Name: f.name, Method: zip.Deflate, Modified: packTime}
		if compressed(f.name) {
			header.Method = zip.Store
		}
		part, err := z.CreateHeader(header)
		if err != nil {
			return err
		}
		if _, err := part.Write(data); err != nil {
			return err
		}
	}
	return z.Close()
}

// compressed tells whether files of this name can't be made smaller.
func compressed(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".jpg", ".jpeg", ".png", ".gif", ".webp", ".mp4", ".m4v", ".mov", ".mp3", ".m4a",
		".zip", ".gz", ".7z", ".pdf", ".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp", ".woff2":
		return true
	}
	return false
}
