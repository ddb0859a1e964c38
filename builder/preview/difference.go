package preview

import (
	"bytes"

	"golang.org/x/net/html"
)

// difference is the number of the element in which a page differs from how it was
// before, among those inside of main, from 0; -1 where it does not, or was not there.
func (s *site) difference(page string) int {
	now, before := s.files[page], s.before[page]
	if now == nil || before == nil {
		return -1
	}
	new, err := now.content()
	if err != nil {
		return -1
	}
	old, err := before.content()
	if err != nil {
		return -1
	}
	return firstDifference(old, new)
}

// firstDifference is the number, among the elements inside of main, of that in which
// the first difference stands.
func firstDifference(old, new []byte) int {
	a, b := middle(old), middle(new)
	var open []int // the elements around the place, outermost first
	for elements := 0; ; {
		a.Next()
		kind := b.Next()
		same := bytes.Equal(a.Raw(), b.Raw())
		name, _ := b.TagName()
		starts := kind == html.StartTagToken || kind == html.SelfClosingTagToken
		switch {
		case !same && starts:
			return elements
		case !same && len(open) > 0:
			return open[len(open)-1]
		case !same, kind == html.ErrorToken:
			return -1
		}
		if starts {
			if !void[string(name)] {
				open = append(open, elements)
			}
			elements++
		} else if kind == html.EndTagToken {
			if len(open) == 0 {
				return -1 // the end of main
			}
			open = open[:len(open)-1]
		}
	}
}

// middle reads a page from behind the start tag of its main.
func middle(page []byte) *html.Tokenizer {
	if at := bytes.Index(page, []byte("<main")); at >= 0 {
		page = page[at:]
	}
	z := html.NewTokenizer(bytes.NewReader(page))
	z.Next()
	return z
}

// void are the elements that have no end: HTML, 13.1.2.
var void = map[string]bool{
	"area": true, "base": true, "br": true, "col": true, "embed": true, "hr": true, "img": true,
	"input": true, "link": true, "meta": true, "source": true, "track": true, "wbr": true,
}
