package meta

import (
	"bytes"
	"encoding/json"

	"github.com/adrg/frontmatter"

	"vaandel/builder/diag"
)

// The bounds of what is read. They keep small hostile or generated input from
// taking seconds; no handbook comes near them.
const (
	// MaxFront is the size of front matter in bytes, without its delimiters.
	MaxFront = 8 << 10
	// MaxFile is the size of handbook.yaml in bytes: room for some 300 contacts.
	// The YAML library takes time by the square of the number of fields.
	MaxFile = 64 << 10
	// MaxDepth is how deep lists and fields may be nested.
	MaxDepth = 20
	// MaxValues is the number of values once references are followed.
	MaxValues = 50_000
)

// Front is what [Split] finds at the top of a page.
type Front struct {
	// Node is the front matter: a Map, Null where there is none or it is empty,
	// or Broken where nothing of it can be read.
	Node Node
	// Body is the offset in bytes of the text below the front matter, behind a
	// byte order mark in any case.
	Body int
	// Line is the line, from 1, on which the text starts.
	Line int
	// End is the line of the closing delimiter, or the last line that was read
	// where that is missing; 0 without front matter.
	End int
	// Diagnostics is what is wrong with it.
	Diagnostics []diag.Diagnostic
}

// syntax is a language of front matter.
type syntax uint8

const (
	yamlSyntax syntax = iota
	tomlSyntax
	jsonSyntax
)

// formats are those of adrg/frontmatter, with ours instead of its decoders:
// its own lose all positions, so here a block is only measured. The list is
// never changed.
var formats = []*frontmatter.Format{
	{Start: "---", End: "---", Unmarshal: size},
	{Start: "---yaml", End: "---", Unmarshal: size},
	{Start: "+++", End: "+++", Unmarshal: size},
	{Start: "---toml", End: "---", Unmarshal: size},
	{Start: ";;;", End: ";;;", Unmarshal: size},
	{Start: "---json", End: "---", Unmarshal: size},
	{Start: "{", End: "}", Unmarshal: size, UnmarshalDelims: true, RequiresNewLine: true},
}

// size stands in for a decoder: it puts the size of the block into the int
// that v points to.
func size(data []byte, v any) error {
	*v.(*int) = len(data)
	return nil
}

// Split reads the front matter of a page and tells where its text starts.
// Positions count from the file's first line. A block that can't be read, is
// too long or never ends is a diagnostic; the text stays whole.
func Split(file string, src []byte) Front {
	s := splitter{file: file, src: src, start: bom(src)}
	return s.split()
}

// bom returns the size of the byte order mark at the start of src.
func bom(src []byte) int {
	if bytes.HasPrefix(src, []byte("\xef\xbb\xbf")) {
		return 3
	}
	return 0
}

// splitter is one run of Split.
type splitter struct {
	file   string
	src    []byte
	start  int // of the file behind its byte order mark
	format *frontmatter.Format
	open   int // offset of the opening line
	line   int // its number
	below  int // offset of the line below it
}

func (s *splitter) split() Front {
	without := Front{Body: s.start, Line: 1}
	if !s.opened() {
		return without
	}
	block, body, closed := s.closed()
	if !closed {
		block = s.src[s.below:]
	}
	sure := closed && (s.format.Start != "---" && s.format.Start != "{" || len(bytes.TrimSpace(block)) == 0)
	if !sure && !fieldsAhead(block) {
		return without // a thematic break with text below it
	}
	if !closed {
		if block, body, closed = s.farther(); !closed {
			return s.cut(paragraph(s.src[s.below:]))
		}
	}
	head := paragraph(block)
	swallowed := s.language() != jsonSyntax && prose(block[len(head):])
	if len(block) > MaxFront {
		if swallowed {
			return s.cut(head)
		}
		return s.tooLong(body)
	}
	front := s.read(block, body)
	if swallowed && len(front.Diagnostics) > 0 {
		// A block that runs on to a thematic break in the text: its first
		// paragraph is sound, the whole is not.
		if cut := s.cut(head); cut.Node.Type == Map {
			return cut
		}
	}
	return front
}

// language tells how the block is written.
func (s *splitter) language() syntax {
	switch s.format.Start {
	case "---", "---yaml":
		return yamlSyntax
	case "+++", "---toml":
		return tomlSyntax
	}
	return jsonSyntax
}

// read decodes a block that is closed. The text starts at body.
func (s *splitter) read(block []byte, body int) Front {
	front := Front{Body: body, Line: 1 + bytes.Count(s.src[:body], newline)}
	first := s.line
	if !s.format.UnmarshalDelims {
		first++
		front.End = first + bytes.Count(block, newline)
	} else {
		front.End = first + bytes.Count(bytes.TrimSpace(block), newline)
	}
	front.Node, front.Diagnostics = decode(s.language(), s.file, block, first)
	return front
}

var newline = []byte("\n")

// decode hands a block to the decoder of its language.
func decode(language syntax, file string, block []byte, first int) (Node, []diag.Diagnostic) {
	switch language {
	case tomlSyntax:
		return readTOML(file, block, first)
	case jsonSyntax:
		return readJSON(file, block, first)
	}
	return readYAML(file, block, first)
}

// opened looks for an opening delimiter on the first line that is not blank.
// It is cheap, so that pages without front matter cost nothing.
func (s *splitter) opened() bool {
	s.line = 1
	for at := s.start; at < len(s.src); s.line++ {
		line, next := lineAt(s.src, at)
		if text := bytes.TrimSpace(line); len(text) > 0 {
			for _, f := range formats {
				if f.Start == string(text) && !indented(line) {
					s.open, s.below, s.format = at, next, f
					return true
				}
			}
			return false
		}
		at = next
	}
	return false
}

// closed finds the block with adrg/frontmatter, which is given no more of the
// page than a block can take.
func (s *splitter) closed() (block []byte, body int, ok bool) {
	head := s.src[s.open:min(len(s.src), s.below+MaxFront+16)]
	start := s.below
	if s.format.UnmarshalDelims {
		start = s.open
	}
	size, rest := measure(head)
	if size >= 0 && indented(s.src[start+size:]) {
		size, rest = measure(hide(head, s.format.End))
	}
	if size < 0 {
		return nil, 0, false
	}
	return s.src[start : start+size], s.open + len(head) - len(rest), true
}

// measure runs adrg/frontmatter: the size of the block, -1 without one, and
// what comes behind it. Its only errors are those of decoders, and ours has
// none.
func measure(head []byte) (size int, rest []byte) {
	size = -1
	rest, err := frontmatter.Parse(bytes.NewReader(head), &size, formats...)
	if err != nil {
		return -1, head
	}
	return size, rest
}

// hide returns head with every indented delimiter blotted out, without moving
// anything: adrg/frontmatter takes such a line, part of a longer text in the
// block, for the end.
func hide(head []byte, end string) []byte {
	head = bytes.Clone(head)
	for at := 0; at < len(head); {
		line, next := lineAt(head, at)
		if text := bytes.TrimSpace(line); indented(line) && string(text) == end {
			for i := range text {
				text[i] = 'x'
			}
		}
		at = next
	}
	return head
}

// farther looks for the end where adrg/frontmatter found none: beyond the
// bound, or, of an object in braces, without a blank line below it.
func (s *splitter) farther() (block []byte, body int, ok bool) {
	if s.format.UnmarshalDelims {
		dec := json.NewDecoder(bytes.NewReader(s.src[s.open:]))
		var object json.RawMessage
		if err := dec.Decode(&object); err != nil {
			return nil, 0, false
		}
		end := s.open + int(dec.InputOffset())
		_, body = lineAt(s.src, end)
		return s.src[s.open:end], body, len(bytes.TrimSpace(s.src[end:body])) == 0
	}
	for at := s.below; at < len(s.src); {
		line, next := lineAt(s.src, at)
		if string(bytes.TrimRight(line, " \t\r\n")) == s.format.End {
			return s.src[s.below:at], next, true
		}
		at = next
	}
	return nil, 0, false
}

// cut is for front matter whose last line was forgotten. Its first lines, up
// to a blank one, are read where they are sound; all else is text.
func (s *splitter) cut(head []byte) Front {
	last := s.line + bytes.Count(head, newline)
	missing := NotClosed.At(diag.Position{File: s.file, Line: s.line, Column: 1}, last, s.format.End)
	front := Front{
		Node: Node{Type: Broken}, Body: s.below, Line: s.line + 1, End: s.line,
		Diagnostics: []diag.Diagnostic{missing},
	}
	if s.language() == jsonSyntax {
		front.Body, front.Line, front.End = s.open, s.line, 0
		return front
	}
	if len(head) > MaxFront {
		return front
	}
	if n, ds := decode(s.language(), s.file, head, s.line+1); len(ds) == 0 && n.Type == Map {
		front.Node, front.End = n, last
		front.Body, front.Line = s.below+len(head), last+1
	}
	return front
}

// tooLong is for a block that ends, but beyond the bound.
func (s *splitter) tooLong(body int) Front {
	line := 1 + bytes.Count(s.src[:body], newline)
	return Front{
		Node: Node{Type: Broken},
		Body: body,
		Line: line,
		End:  line - 1,
		Diagnostics: []diag.Diagnostic{
			TooLong.At(diag.Position{File: s.file, Line: s.line, Column: 1})},
	}
}
