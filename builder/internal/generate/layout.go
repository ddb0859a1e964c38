package generate

import (
	"fmt"
	"math/rand/v2"
	"path"
	"strings"
)

const (
	// sections is the number of folders at the top.
	sections = 20
	// perFolder is the most pages that a folder holds before it gets folders of
	// its own, and own is how many it then keeps itself.
	perFolder, own = 25, 12
	// folders is the most folders in a folder below the top.
	folders = 12
)

// entry is one page: where it stands and what it is called.
type entry struct {
	folder string // "" or "afspraken-2/rooster-14"
	file   string // "index.md", "werktijdbeleid-31.md"
	title  string
}

// path is the page's place below the content folder.
func (e entry) path() string { return path.Join(e.folder, e.file) }

// layOut names all pages: home, then section by section.
func (h *Handbook) layOut() []entry {
	l := &layout{Handbook: h}
	l.add("", h.options.Index, "Handboek")
	l.divide("", h.options.Pages-1, sections)
	return l.entries
}

// layout collects the entries; the number of an entry seeds its title.
type layout struct {
	*Handbook
	entries []entry
}

// divide puts n pages into count new folders of parent, as evenly as it goes.
func (l *layout) divide(parent string, n, count int) {
	for i := range count {
		l.folder(parent, n/count+bit(i < n%count))
	}
}

// folder adds a folder with n pages, of which the first is its own page.
func (l *layout) folder(parent string, n int) {
	title, slug := l.name()
	dir := path.Join(parent, slug)
	l.add(dir, l.options.Index, title)
	rest := n - 1
	here := rest
	if n > perFolder {
		here = own
	}
	for range here {
		title, slug := l.name()
		l.add(dir, slug+".md", title)
	}
	if rest -= here; rest > 0 {
		l.divide(dir, rest, min(folders, (rest+perFolder-1)/perFolder))
	}
}

func (l *layout) add(folder, file, title string) {
	l.entries = append(l.entries, entry{folder, file, title})
}

// name makes the title of the next page and its slug, which ends in the page's
// number: no two are the same.
func (l *layout) name() (title, slug string) {
	number := len(l.entries)
	w := &writer{words: l.words, rng: l.random(number, titles)}
	title = w.title()
	return title, fmt.Sprintf("%s-%d", slugify(title), number)
}

// stream keeps the random numbers of a page's title apart from those of its
// text, so that a title can be made without the text.
type stream uint64

const (
	titles stream = iota + 1
	texts
)

// random returns the random numbers of one page.
func (h *Handbook) random(number int, s stream) *rand.Rand {
	return rand.New(rand.NewPCG(h.options.Seed<<8|uint64(s), uint64(number)))
}

// slugify turns a title into a file's name: at most three words, plain letters.
func slugify(title string) string {
	title = strings.NewReplacer("ë", "e", "ï", "i", "é", "e", "ö", "o", "ı", "i", "'", "", "?", "").Replace(strings.ToLower(title))
	f := strings.Fields(title)
	return strings.Join(f[:min(3, len(f))], "-")
}

// bit is 1 for true.
func bit(b bool) int {
	if b {
		return 1
	}
	return 0
}
