package markdown

import (
	"bytes"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// addresses makes links of addresses in the text, as GitHub does
// (https://github.github.com/gfm/#autolinks-extension-): https://…, www.… and
// name@example.org. goldmark's own looks for them behind every space; this one
// at each colon, full stop and @, and then looks back.
type addresses struct{}

// Trigger implements parser.InlineParser.
func (addresses) Trigger() []byte { return []byte{':', '.', '@'} }

// maxLocal is the longest part before the @ in bytes (RFC 5321, 4.5.3.1.1).
const maxLocal = 64

// Parse implements parser.InlineParser.
func (addresses) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, segment := block.PeekLine()
	before, ok := parent.LastChild().(*ast.Text)
	if !ok || before.Segment.Stop != segment.Start || before.SoftLineBreak() || before.HardLineBreak() || len(line) < 2 {
		return nil
	}
	behind := pc.(*context).source[before.Segment.Start:segment.Start]
	back, ahead, kind, protocol := 0, 0, ast.AutoLinkType(ast.AutoLinkURL), ""
	switch line[0] {
	case ':':
		back, ahead = webAddress(behind, line)
	case '.':
		back, ahead = wwwAddress(behind, line)
		protocol = "https"
	case '@':
		back, ahead = mailAddress(behind, line)
		kind = ast.AutoLinkEmail
	}
	if ahead == 0 || pc.IsInLinkLabel() || !startsWord(behind[:len(behind)-back], kind) {
		return nil
	}
	start := segment.Start - back
	block.Advance(ahead)
	if before.Segment.Start == start {
		parent.RemoveChild(parent, before)
	} else {
		before.Segment = before.Segment.WithStop(start)
	}
	n := ast.NewAutoLink(kind, ast.NewTextSegment(text.NewSegment(start, segment.Start+ahead)))
	n.SetPos(start)
	if protocol != "" {
		n.Protocol = []byte(protocol)
	}
	return n
}

// startsWord tells whether an address may begin behind a text.
func startsWord(behind []byte, kind ast.AutoLinkType) bool {
	if len(behind) == 0 {
		return true
	}
	last := behind[len(behind)-1]
	return kind == ast.AutoLinkEmail || util.IsSpace(last) || bytes.IndexByte([]byte("*_~(\"'[{<"), last) >= 0 || last >= 0x80
}

// webAddress returns how much of an address stands before and from the colon.
func webAddress(behind, line []byte) (back, ahead int) {
	switch {
	case hasSuffixFold(behind, "https"):
		back = len("https")
	case hasSuffixFold(behind, "http"):
		back = len("http")
	default:
		return 0, 0
	}
	if !bytes.HasPrefix(line, []byte("://")) {
		return 0, 0
	}
	domain := domainEnd(line[3:])
	if domain == 0 {
		return 0, 0
	}
	return back, pathEnd(line, 3+domain)
}

// wwwAddress does the same from the full stop of "www.".
func wwwAddress(behind, line []byte) (back, ahead int) {
	if !hasSuffixFold(behind, "www") || domainEnd(line[1:]) == 0 {
		return 0, 0
	}
	return len("www"), pathEnd(line, 1+domainEnd(line[1:]))
}

// mailAddress does the same from the @.
func mailAddress(behind, line []byte) (back, ahead int) {
	for back < len(behind) && isLocal(behind[len(behind)-1-back]) {
		if back++; back > maxLocal {
			return 0, 0
		}
	}
	for back > 0 && behind[len(behind)-back] == '.' {
		back--
	}
	domain := domainEnd(line[1:])
	if back == 0 || domain == 0 || domain > 253 || !bytes.ContainsRune(line[1:1+domain], '.') {
		return 0, 0
	}
	if last := line[domain]; last == '-' || last == '_' {
		return 0, 0
	}
	return back, 1 + domain
}

func isLocal(c byte) bool {
	return util.IsAlphaNumeric(c) || c == '.' || c == '-' || c == '_' || c == '+'
}

func hasSuffixFold(b []byte, suffix string) bool {
	return len(b) >= len(suffix) && bytes.EqualFold(b[len(b)-len(suffix):], []byte(suffix))
}

// domainEnd returns the size of the domain at the start of b: names with full
// stops between them, the last two without underscores; 0 where there is none.
func domainEnd(b []byte) int {
	end, underscores, dots := 0, 0, 0
	before := 0 // underscores in the name before
	for end < len(b) {
		c := b[end]
		switch {
		case c == '.':
			if end+1 >= len(b) || !(util.IsAlphaNumeric(b[end+1]) || b[end+1] >= 0x80) {
				goto done
			}
			dots++
			before, underscores = underscores, 0
		case c == '_':
			underscores++
		case !util.IsAlphaNumeric(c) && c != '-' && c < 0x80:
			goto done
		}
		end++
	}
done:
	if dots == 0 || underscores+before > 0 {
		return 0
	}
	return end
}

// pathEnd returns where the address ends whose domain ends at from: before a
// space or <, without the punctuation of the sentence it stands in.
func pathEnd(line []byte, from int) int {
	end := from
	for end < len(line) && line[end] != '<' && !util.IsSpace(line[end]) {
		end++
	}
	closers := bytes.Count(line[:end], []byte(")")) - bytes.Count(line[:end], []byte("("))
	for end > from {
		switch c := line[end-1]; c {
		case '?', '!', '.', ',', ':', '*', '_', '~', '\'', '"':
		case ')':
			if closers <= 0 {
				return end
			}
			closers--
		case ';':
			start := end - 2
			for start > from && util.IsAlphaNumeric(line[start]) {
				start--
			}
			if line[start] != '&' || start == end-2 {
				return end
			}
			end = start + 1
		default:
			// Typographic quotes and the like count as punctuation too.
			r, size := utf8.DecodeLastRune(line[:end])
			if c < utf8.RuneSelf || !unicode.IsPunct(r) {
				return end
			}
			end -= size - 1
		}
		end--
	}
	return end
}
