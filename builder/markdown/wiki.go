package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// maxWiki is the longest [[wiki link]] in bytes.
const maxWiki = 300

// wikiLink is a [[Page]], [[Page#Heading]] or [[Page|text]], or, as an embed,
// ![[Page]].
type wikiLink struct {
	ast.BaseInline
	target, fragment, label string
	embed                   bool
}

var kindWikiLink = ast.NewNodeKind("WikiLink")

// Kind implements ast.Node.
func (*wikiLink) Kind() ast.NodeKind { return kindWikiLink }

// Dump implements ast.Node.
func (n *wikiLink) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// wikiLinks is the parser of wiki links.
type wikiLinks struct{}

// Trigger implements parser.InlineParser.
func (wikiLinks) Trigger() []byte { return []byte{'!', '['} }

// Parse implements parser.InlineParser.
func (wikiLinks) Parse(_ ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, segment := block.PeekLine()
	start := 0
	if line[0] == '!' {
		start = 1
	}
	if !bytes.HasPrefix(line[start:], []byte("[[")) {
		return nil
	}
	inside := line[start+2:]
	inside = inside[:min(len(inside), maxWiki)]
	end := bytes.IndexAny(inside, "[]\n")
	if end < 0 || !bytes.HasPrefix(inside[end:], []byte("]]")) {
		return nil
	}
	if after := inside[end+2:]; len(after) > 0 && after[0] == '(' {
		return nil // [[1]](address), a link whose text is in brackets
	}
	n := newWikiLink(string(inside[:end]))
	if n == nil {
		return nil
	}
	n.embed = start == 1
	n.SetPos(segment.Start)
	block.Advance(start + 2 + end + 2)
	return n
}

// newWikiLink reads what stands between the brackets; nil where that names
// nothing. In a table the bar has a backslash before it.
func newWikiLink(inside string) *wikiLink {
	target, label, titled := strings.Cut(inside, "|")
	target = strings.TrimSuffix(target, `\`)
	n := &wikiLink{label: strings.TrimSpace(label)}
	target, fragment, _ := strings.Cut(target, "#")
	n.target, n.fragment = strings.TrimSpace(target), strings.TrimSpace(fragment)
	if n.target == "" && n.fragment == "" {
		return nil
	}
	if !titled || n.label == "" {
		n.label = n.target
		if n.label == "" {
			n.label = n.fragment
		}
	}
	return n
}
