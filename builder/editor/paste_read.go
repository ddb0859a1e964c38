package editor

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"
)

// pastedKind is what a block is.
type pastedKind uint8

const (
	paragraph pastedKind = iota
	heading
	item // of a list; further paragraphs of it have its depth
	code
	rule
	quote
	grid
)

// pasted is one block as a person sees it.
type pasted struct {
	kind    pastedKind
	level   int // of a heading
	depth   int // in how many lists it lies
	ordered bool
	number  int // of an ordered item
	runs    []run
	text    string    // of code
	blocks  []pasted  // of a quote
	rows    [][][]run // of a grid
}

// pasteReader reads HTML into blocks.
type pasteReader struct {
	blocks []pasted
	runs   []run  // of the block that is being read
	next   pasted // what that block is
}

// flush ends the block that is being read.
func (r *pasteReader) flush() {
	runs := tidy(r.runs)
	r.runs = nil
	if len(runs) == 0 {
		return
	}
	b := r.next
	b.runs = runs
	r.blocks = append(r.blocks, b)
	if r.next.kind == item {
		r.next.kind = paragraph
	}
}

// add ends the block that is being read and adds another.
func (r *pasteReader) add(b pasted) {
	r.flush()
	b.depth = r.next.depth
	r.blocks = append(r.blocks, b)
}

func (r *pasteReader) children(n *html.Node, l look, depth int) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if end := symbolEnd(c); end != nil {
			c = end
			continue
		}
		r.node(c, l, depth)
	}
}

// symbolEnd returns the comment that ends what Word shows to who knows no lists,
// where n is the one that begins it.
func symbolEnd(n *html.Node) *html.Node {
	if n.Type != html.CommentNode || !strings.Contains(n.Data, "!supportLists") {
		return nil
	}
	for c := n.NextSibling; c != nil; c = c.NextSibling {
		if c.Type == html.CommentNode {
			if strings.Contains(c.Data, "[endif]") {
				return c
			}
			return nil
		}
	}
	return nil
}

func (r *pasteReader) node(n *html.Node, l look, depth int) {
	switch {
	case n.Type == html.TextNode:
		r.runs = append(r.runs, run{text: n.Data, look: l})
		return
	case n.Type != html.ElementNode || dropped[n.Data] || n.Namespace != "":
		return
	case depth > maxPasteDepth:
		r.runs = append(r.runs, run{text: textOf(n)})
		return
	}
	s := styleOf(n)
	if s.hidden() {
		return
	}
	l = l.with(n, s)
	switch n.Data {
	case "br":
		r.runs = append(r.runs, run{brk: true})
	case "hr":
		r.add(pasted{kind: rule})
	case "img":
		r.runs = append(r.runs, described(n, l)...)
	case "pre":
		if text := strings.Trim(strings.ReplaceAll(textOf(n), "\u00A0", " "), "\n"); strings.TrimSpace(text) != "" {
			r.add(pasted{kind: code, text: text})
		}
	case "blockquote":
		inner := pasteReader{}
		inner.children(n, l, depth+1)
		inner.flush()
		if len(inner.blocks) > 0 {
			r.add(pasted{kind: quote, blocks: inner.blocks})
		}
	case "table":
		r.table(n, l, depth)
	case "ul", "ol":
		r.list(n, l, depth)
	default:
		r.element(n, s, l, depth)
	}
}

// element reads what is no list, table or the like.
func (r *pasteReader) element(n *html.Node, s style, l look, depth int) {
	if !blocky[n.Data] {
		r.children(n, l, depth+1)
		return
	}
	r.flush()
	outer := r.next
	if level := headingLevel(n, s); level > 0 && outer.depth == 0 {
		r.next = pasted{kind: heading, level: level}
		l.bold, l.italic = false, false
		l.heading = true
	} else if m := listStyle.FindStringSubmatch(s["mso-list"]); m != nil {
		r.next = wordItem(n, m[1])
	} else if strings.HasPrefix(attr(n, "class"), "MsoListParagraph") && len(r.blocks) > 0 {
		r.next = pasted{depth: r.blocks[len(r.blocks)-1].depth}
	}
	r.children(n, l, depth+1)
	r.flush()
	// The text behind the first block in an item is still in the item.
	if outer.kind == item && r.next.kind != item {
		outer.kind = paragraph
	}
	r.next = outer
}

// listStyle is what Word says of a paragraph in a list.
var listStyle = regexp.MustCompile(`\blevel([0-9])\b`)

// wordItem returns the item that a paragraph of Word is. Its symbol tells
// whether it is numbered: a letter alone is a bullet of a font of symbols.
func wordItem(n *html.Node, level string) pasted {
	b := pasted{kind: item}
	b.depth, _ = strconv.Atoi(level)
	b.depth = max(1, b.depth)
	symbol := strings.TrimSpace(strings.ReplaceAll(symbolOf(n, 0), "\u00A0", " "))
	if numbered.MatchString(symbol) {
		b.ordered = true
		b.number, _ = strconv.Atoi(strings.Trim(symbol, "(.)"))
	}
	return b
}

var numbered = regexp.MustCompile(`^(?:[0-9]+|\(?(?:[0-9]+|[a-zA-Z]|[ivxIVX]+)(?:[.)][0-9a-zA-Z]*)+)$`)

// symbolOf returns the symbol that Word puts before an item.
func symbolOf(n *html.Node, depth int) string {
	shown := false
	for c := n.FirstChild; c != nil && depth < 8; c = c.NextSibling {
		switch {
		case c.Type == html.CommentNode:
			shown = strings.Contains(c.Data, "!supportLists")
		case shown && c.Type == html.ElementNode, strings.EqualFold(styleOf(c)["mso-list"], "ignore"):
			return textOf(c)
		}
		if s := symbolOf(c, depth+1); s != "" {
			return s
		}
	}
	return ""
}

// list reads a list of HTML. Google and Word put lists into lists without an
// item between them, or tell an item's depth in an attribute alone.
func (r *pasteReader) list(n *html.Node, l look, depth int) {
	r.flush()
	outer := r.next
	number, _ := strconv.Atoi(attr(n, "start"))
	number = max(1, number)
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		r.next = pasted{depth: outer.depth + 1}
		if c.Type == html.ElementNode && c.Data == "li" {
			r.next = pasted{kind: item, depth: outer.depth + 1, ordered: n.Data == "ol", number: number}
			if level, _ := strconv.Atoi(attr(c, "data-aria-level")); level > r.next.depth && level < 10 {
				r.next.depth = level
			}
			number++
			r.children(c, l.with(c, styleOf(c)), depth+1)
		} else {
			r.node(c, l, depth+1)
		}
		r.flush()
	}
	r.next = outer
	if r.next.kind == item {
		r.next.kind = paragraph
	}
}

// headingLevel returns the level of a heading, or 0.
func headingLevel(n *html.Node, s style) int {
	class := attr(n, "class")
	if len(n.Data) == 2 && n.Data[0] == 'h' && n.Data[1] >= '1' && n.Data[1] <= '6' {
		return int(n.Data[1] - '0')
	}
	if attr(n, "role") == "heading" {
		level, _ := strconv.Atoi(attr(n, "aria-level"))
		return min(max(1, level), 6)
	}
	if strings.HasPrefix(class, "MsoTitle") {
		return 1
	}
	if level, ok := strings.CutPrefix(class, "MsoHeading"); ok && level != "" && level[0] >= '1' && level[0] <= '9' {
		return min(int(level[0]-'0'), 6)
	}
	if level, _ := strconv.Atoi(s["mso-outline-level"]); level > 0 {
		return min(level, 6)
	}
	return 0
}

// textOf returns all text in a node.
func textOf(n *html.Node) string {
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			b.WriteString(c.Data)
		} else if c.Type == html.ElementNode && c.Data == "br" {
			b.WriteByte('\n')
		}
	}
	if n.Type == html.TextNode {
		return n.Data
	}
	return b.String()
}

func attr(n *html.Node, name string) string {
	i := slices.IndexFunc(n.Attr, func(a html.Attribute) bool { return a.Key == name })
	if i < 0 {
		return ""
	}
	return n.Attr[i].Val
}

func names(all ...string) map[string]bool {
	set := map[string]bool{}
	for _, name := range all {
		set[name] = true
	}
	return set
}

var (
	// dropped are elements that show nothing, or nothing that text can hold.
	dropped = names("head", "style", "script", "noscript", "template", "title", "meta", "link", "xml", "svg", "math",
		"iframe", "object", "embed", "audio", "video", "canvas", "map", "input", "button", "select", "textarea",
		"w:sdtpr", "o:officedocumentsettings", "w:worddocument", "w:latentstyles")
	// blocky are elements that stand on lines of their own.
	blocky = names("p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "section", "article", "header", "footer",
		"main", "aside", "nav", "figure", "figcaption", "dl", "dt", "dd", "address", "details", "summary", "form",
		"fieldset", "legend", "center", "td", "th", "tr", "caption", "body", "html")
)
