package editor

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"unicode/utf8"

	"vaandel/builder/markdown"
)

// maxText is the size of a text in bytes: that of a page.
const maxText = markdown.MaxPage

const byteOrderMark = "\uFEFF"

// version returns what tells one content of a file from another.
func version(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// decode returns the text of a file.
func decode(file string, data []byte) (string, error) {
	if err := checkBytes(file, data); err != nil {
		return "", err
	}
	return plain(string(data)), nil
}

// checkBytes tells whether data is a text that comes back from an editor as it
// was.
func checkBytes(file string, data []byte) error {
	switch {
	case len(data) > maxText:
		return &TextError{tooLong.with(file), file}
	case bytes.IndexByte(data, 0) >= 0:
		return &TextError{notPlain.with(file), file}
	case !utf8.Valid(data):
		return &TextError{notUTF8.with(file), file}
	}
	return nil
}

// plain returns a text without byte order mark, whose lines end with LF. A lone
// CR is a line end to browsers, so it would not come back from one.
func plain(text string) string {
	text = strings.ReplaceAll(strings.TrimPrefix(text, byteOrderMark), "\r\n", "\n")
	return strings.ReplaceAll(text, "\r", "\n")
}

// encode returns the bytes of a new text for a file that holds old: its byte
// order mark, and for each line that stays the line end that it has.
func encode(old []byte, text string) []byte {
	before := string(old)
	was := cut(strings.TrimPrefix(before, byteOrderMark))
	var out strings.Builder
	out.Grow(len(text) + len(text)/16 + len(byteOrderMark))
	if strings.HasPrefix(before, byteOrderMark) {
		out.WriteString(byteOrderMark)
	}
	now := cut(text)
	usual := usualEnd(was)
	kept := keep(was, now)
	last := ""
	for i, l := range now {
		end := l.end
		if end != "" && kept[i] >= 0 && was[kept[i]].end != "" {
			end = was[kept[i]].end
		} else if end != "" {
			end = usual
		}
		if last == "\r" && l.text == "" && end == "\n" {
			end = last // the two would be one line end
		}
		out.WriteString(l.text)
		out.WriteString(end)
		last = end
	}
	return []byte(out.String())
}

// line is one line of a text with its end: "\n", "\r\n", "\r", or "" where the
// text stops.
type line struct{ text, end string }

// cut returns the lines of a text.
func cut(text string) []line {
	lines := make([]line, 0, strings.Count(text, "\n")+1)
	for text != "" {
		at := strings.IndexAny(text, "\r\n")
		if at < 0 {
			return append(lines, line{text, ""})
		}
		end := text[at : at+1]
		if strings.HasPrefix(text[at:], "\r\n") {
			end = "\r\n"
		}
		lines = append(lines, line{text[:at], end})
		text = text[at+len(end):]
	}
	return lines
}

// usualEnd returns the end that most lines have.
func usualEnd(lines []line) string {
	count := map[string]int{}
	for _, l := range lines {
		count[l.end]++
	}
	best := "\n"
	for _, end := range []string{"\r\n", "\r"} {
		if count[end] > count[best] {
			best = end
		}
	}
	return best
}
