package markdown

import (
	"bytes"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"
	"golang.org/x/net/html"
)

// htmlState is what the writer knows of the HTML that an author wrote.
type htmlState struct {
	// open are the author's elements that are open, floor how many of them
	// belong to the outside of what is being written and stay so.
	open  []string
	floor int
	// dropped is how many tags were left out, first the offset of the first.
	dropped, first int
	// closers are the names of the page's end tags; nil until asked for.
	closers map[string]bool
}

// Elements of HTML (https://html.spec.whatwg.org/#elements-3), with those of
// old that pages still use.
var (
	// blockElements end a paragraph.
	blockElements = words(`address article aside blockquote body caption center col colgroup dd details dialog
		dir div dl dt fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html
		legend li main menu nav noframes ol optgroup option p pre search section select summary table tbody tfoot thead
		title tr ul video audio`)
	otherElements = words(`a abbr acronym area b base basefont bdi bdo big blink br button canvas cite code data
		datalist del dfn em embed font i iframe img input ins kbd label link map mark marquee math meta meter nobr
		noscript object output param picture portal progress q rp rt ruby s samp script slot small source span strike
		strong style sub sup svg td template textarea th time track tt u var wbr`)
	// hiddenElements hold nothing to read.
	hiddenElements = words(`script style iframe object embed noscript template svg math`)
	// voidElements have no end tag.
	voidElements = words(`area base br col embed hr img input link meta param source track wbr`)
)

func words(list string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(list) {
		set[w] = true
	}
	return set
}

// htmlBlock writes a block of HTML.
func (w *writer) htmlBlock(n *ast.HTMLBlock) {
	lines := segments(n)
	if n.HasClosure() {
		lines = append(lines, span{n.ClosureLine.Start, n.ClosureLine.Stop})
	} else if n.HTMLBlockType == ast.HTMLBlockType2 && !bytes.Contains(w.source[lines[0].start:lines[0].stop], []byte("-->")) {
		w.report(&commentOpen, lines[0].start)
	}
	if w.options.RawHTML {
		w.tags(lines, &allowed{writer: w, block: true})
		for i := w.html.floor; i < len(w.html.open); i++ {
			if name := w.html.open[i]; name == "p" || phrasing[name] {
				w.closeTags(i) // it can't hold the next block
			}
		}
		return
	}
	text := &readable{writer: w, block: true}
	w.tags(lines, text)
	text.flush()
}

// inlineHTML writes a tag in the middle of a text.
func (w *writer) inlineHTML(n *ast.RawHTML) {
	var lines []span
	for i := range n.Segments.Len() {
		s := n.Segments.At(i)
		lines = append(lines, span{s.Start, s.Stop})
	}
	if w.options.RawHTML {
		w.tags(lines, &allowed{writer: w})
		return
	}
	w.tags(lines, &readable{writer: w})
}

// span is a part of the source.
type span struct{ start, stop int }

// segments returns the lines of a block.
func segments(n ast.Node) []span {
	lines := n.Lines()
	out := make([]span, lines.Len())
	for i := range out {
		s := lines.At(i)
		out[i] = span{s.Start, s.Stop}
	}
	return out
}

// tagHandler takes HTML apart further.
type tagHandler interface {
	text(text string)
	// start is called for a start tag, as written, at an offset of the source.
	start(t html.Token, raw []byte, at int)
	end(name string)
}

// tags hands the tags and texts of a piece of HTML to h. Comments, and what
// browsers don't show, are left out.
func (w *writer) tags(lines []span, h tagHandler) {
	var raw []byte
	starts := make([]int, len(lines))
	for i, line := range lines {
		starts[i] = len(raw)
		raw = append(raw, w.source[line.start:line.stop]...)
	}
	if t, ok := bareTag(raw); ok {
		w.tag(h, t, bytes.TrimSpace(raw), lines[0].start)
		return
	}
	z := html.NewTokenizer(bytes.NewReader(raw))
	hidden := ""
	for offset := 0; ; {
		kind := z.Next()
		if kind == html.ErrorToken {
			return
		}
		piece := bytes.Clone(z.Raw())
		line, found := slices.BinarySearch(starts, offset)
		if !found {
			line--
		}
		at := lines[line].start + offset - starts[line]
		offset += len(piece)
		t := z.Token()
		switch {
		case hidden != "":
			if kind == html.EndTagToken && t.Data == hidden {
				hidden = ""
			}
		case kind == html.TextToken:
			h.text(t.Data)
		default:
			w.tag(h, t, piece, at)
			if hiddenElements[t.Data] && !voidElements[t.Data] && kind == html.StartTagToken {
				hidden = t.Data
			}
		}
	}
}

// tag hands one tag to h. Comments are none.
func (w *writer) tag(h tagHandler, t html.Token, raw []byte, at int) {
	switch t.Type {
	case html.StartTagToken, html.SelfClosingTagToken:
		if w.isPlaceholder(raw, t) {
			h.text(string(raw))
		} else {
			h.start(t, raw, at)
		}
	case html.EndTagToken:
		h.end(t.Data)
	}
}

// bareTag reads HTML that is one tag with nothing but a name, as most are. It
// spares them a tokenizer.
func bareTag(raw []byte) (html.Token, bool) {
	raw = bytes.TrimSpace(raw)
	if len(raw) < 3 || raw[0] != '<' || raw[len(raw)-1] != '>' {
		return html.Token{}, false
	}
	t, name := html.Token{Type: html.StartTagToken}, raw[1:len(raw)-1]
	if name[0] == '/' {
		t.Type, name = html.EndTagToken, name[1:]
	} else if name[len(name)-1] == '/' {
		t.Type, name = html.SelfClosingTagToken, bytes.TrimRight(name[:len(name)-1], " ")
	}
	for _, c := range name {
		if !util.IsAlphaNumeric(c) && c != '-' {
			return t, false
		}
	}
	t.Data = strings.ToLower(string(name))
	return t, len(name) > 0 && !util.IsNumeric(name[0])
}

// isPlaceholder tells whether what looks like a tag is a place to fill in, as in
// "Beste <naam>": no element of HTML, nothing but a name, and never closed.
func (w *writer) isPlaceholder(raw []byte, t html.Token) bool {
	if t.Type != html.StartTagToken || len(t.Attr) > 0 || blockElements[t.Data] || otherElements[t.Data] || len(raw) < 3 {
		return false
	}
	return !w.endTags()[string(bytes.TrimRight(raw[1:len(raw)-1], " \t\n"))]
}

// endTags returns the names of all end tags of the page, as written.
func (w *writer) endTags() map[string]bool {
	if w.html.closers != nil {
		return w.html.closers
	}
	w.html.closers = map[string]bool{}
	for rest := w.source; ; {
		at := bytes.Index(rest, []byte("</"))
		if at < 0 {
			return w.html.closers
		}
		rest = rest[at+2:]
		end := bytes.IndexAny(rest[:min(len(rest), 100)], "> \t\n<")
		if end > 0 {
			w.html.closers[string(rest[:end])] = true
		}
	}
}

// plainTag returns what is left of a tag in plain text.
func (w *writer) plainTag(n *ast.RawHTML) string {
	if n.Segments.Len() == 0 {
		return ""
	}
	first := n.Segments.At(0)
	raw := first.Value(w.source)
	t, ok := bareTag(raw)
	switch {
	case ok && t.Data == "br":
		return " "
	case ok && w.isPlaceholder(raw, t):
		return string(raw)
	}
	return ""
}

// drop counts a tag that is left out.
func (w *writer) drop(at int) {
	if w.html.dropped == 0 {
		w.html.first = at
	}
	w.html.dropped++
}
