package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"

	"vaandel/builder/diag"
)

// codeBlock writes code as it stands, without colours.
func (w *writer) codeBlock(n ast.Node, language string) {
	w.open("pre", n, "", "")
	w.str("><code")
	if language != "" {
		w.attr("class", "language-"+language)
	}
	w.str(">")
	lines := n.Lines()
	for i := range lines.Len() {
		line := lines.At(i)
		value := line.Value(w.source)
		w.doc.Words += countWords(value)
		w.out = appendRaw(w.out, value)
	}
	w.str("</code></pre>\n")
}

// fence writes a fenced block: code, or a template for a message.
func (w *writer) fence(n *ast.FencedCodeBlock) {
	w.unclosed(n)
	language, a, malformed := w.info(n)
	if strings.EqualFold(language, "post") {
		if malformed {
			w.report(&postBraces, position(n))
		}
		w.post(n, a)
		return
	}
	if a != nil {
		w.annotate(n, a)
	}
	if !w.highlighted(n, language) {
		w.codeBlock(n, language)
	}
}

// info reads what stands behind the opening fence: a language, and attributes in
// braces. Malformed braces are not read.
func (w *writer) info(n *ast.FencedCodeBlock) (language string, a *attributes, malformed bool) {
	if n.Info == nil {
		return "", nil, false
	}
	info := w.source[n.Info.Segment.Start:n.Info.Segment.Stop]
	if open := bytes.IndexByte(info, '{'); open >= 0 {
		var size int
		a, size = parseAttributes(info[open:])
		malformed = size == 0 && len(bytes.TrimSpace(info[open:])) > 2
		info = info[:open]
	}
	if end := bytes.IndexAny(info, " \t,"); end >= 0 {
		info = info[:end]
	}
	return className(string(appendPlain(nil, info))), a, malformed
}

// className keeps of a language what a class may hold.
func className(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || strings.ContainsRune("+-_#.", r) {
			return r
		}
		return -1
	}, s)
}

// unclosed reports a fence that nothing closes: all that follows is in it.
func (w *writer) unclosed(n *ast.FencedCodeBlock) {
	at := position(n)
	stop := at + len(w.source[at:])
	if lines := n.Lines(); lines.Len() > 0 {
		stop = lines.At(lines.Len() - 1).Stop
	} else if end := bytes.IndexByte(w.source[at:], '\n'); end >= 0 {
		stop = at + end
	}
	if len(bytes.TrimSpace(w.source[stop:])) == 0 {
		w.report(&fenceOpen, at)
	}
}

// postFields are the words in the braces of a template for a message.
var postFields = []string{"network", "type", "title", "lang"}

// post leaves the place of a template open and records it.
func (w *writer) post(n *ast.FencedCodeBlock, a *attributes) {
	at := position(n)
	p := Post{Line: w.lines.line(at)}
	if a != nil {
		p.Network, p.Type, p.Title, p.Lang = a.get("network"), a.get("type"), a.get("title"), a.get("lang")
		for _, pair := range a.pairs {
			w.postField(at, pair.key)
		}
	}
	var text []byte
	lines := n.Lines()
	for i := range lines.Len() {
		line := lines.At(i)
		text = append(text, line.Value(w.source)...)
	}
	p.Text = string(bytes.Trim(text, "\n"))
	w.doc.Words += countWords(text)
	if p.Network == "" {
		w.report(&postNetwork, at)
	}
	if p.Text == "" {
		w.report(&postEmpty, at)
	}
	if p.ID = w.chosenID(n, a); p.ID == "" {
		p.ID = w.ids.unique(prefixPost + idOf(p.Title, idOf(p.Network, "post")))
	}
	w.hole(HolePost, len(w.doc.Posts), "")
	w.doc.Posts = append(w.doc.Posts, p)
	w.str("\n")
}

// postField reports a word in the braces that means nothing there.
func (w *writer) postField(at int, key string) {
	for _, known := range postFields {
		if key == known {
			return
		}
	}
	if near, ok := diag.Nearest(key, postFields); ok {
		w.report(&postFieldNear, at, key, near)
		return
	}
	w.report(&postField, at, key)
}
