package editor

import (
	"regexp"
	"slices"
	"strings"

	"github.com/JohannesKaufmann/html-to-markdown/v2/converter"
	"github.com/JohannesKaufmann/html-to-markdown/v2/plugin/base"
	"github.com/JohannesKaufmann/html-to-markdown/v2/plugin/commonmark"
	"github.com/JohannesKaufmann/html-to-markdown/v2/plugin/strikethrough"
	"github.com/JohannesKaufmann/html-to-markdown/v2/plugin/table"
	"golang.org/x/net/html"
)

// What programs put on the clipboard is HTML that looks right and means little:
// Word's lists are paragraphs with a symbol, Google's bold text is a span with a
// weight, Outlook lays out with tables. So the HTML is read into what a person
// sees (paragraphs, headings, items of a level, rows of cells; see
// pasteReader), from which clean HTML is made that a library turns into
// markdown. What has no place in markdown is gone by then.

const (
	maxPaste = 1 << 20
	// maxPasteDepth is how deep elements are read: what lies deeper keeps its
	// text alone.
	maxPasteDepth = 200
)

// PasteError says that what was pasted can't be read.
type PasteError struct {
	Words
	err error
}

// Unwrap returns the error of the parser.
func (e *PasteError) Unwrap() error { return e.err }

// Markdown returns what was copied elsewhere as markdown of a page's text. The
// title of a page is its first level, so headings start at the second. Pictures
// can't come along: their description does.
func Markdown(source string) (string, error) {
	if len(source) > maxPaste {
		return "", &PasteError{Words: pasteLarge}
	}
	doc, err := html.Parse(strings.NewReader(strings.ToValidUTF8(source, "")))
	if err != nil {
		return "", &PasteError{pasteUnreadable, err}
	}
	r := pasteReader{}
	r.children(doc, look{}, 0)
	r.flush()
	root := &html.Node{Type: html.DocumentNode}
	clean(root, outline(r.blocks))
	out, err := pasteConverter().ConvertNode(root)
	if err != nil {
		return "", &PasteError{pasteUnreadable, err}
	}
	return finished(string(out)), nil
}

// pasteConverter returns the converter into the markdown that our pages have.
// One converts one text at a time.
func pasteConverter() *converter.Converter {
	return converter.NewConverter(converter.WithPlugins(
		base.NewBasePlugin(),
		commonmark.NewCommonmarkPlugin(
			commonmark.WithListEndComment(false),
			commonmark.WithHorizontalRule("***"), // dashes could open front matter
		),
		strikethrough.NewStrikethroughPlugin(),
		table.NewTablePlugin(
			table.WithHeaderPromotion(true),
			table.WithCellPaddingBehavior(table.CellPaddingBehaviorMinimal),
		),
	))
}

// The library knows nothing of what our pages have beside GFM: [[links]],
// {attributes}. And it writes < and > as HTML has them. So these pass it by as
// characters of no meaning.
const (
	openBrace   = "\uE000"
	openBracket = "\uE001"
	lessThan    = "\uE002"
	greaterThan = "\uE003"
	ampersand   = "\uE004"
	tilde       = "\uE005"
)

var (
	guarded = strings.NewReplacer("{", openBrace, "[[", openBracket, "<", lessThan, ">", greaterThan, "&", ampersand)
	literal = strings.NewReplacer(openBrace, `\{`, openBracket, `\[\[`, lessThan, `\<`, greaterThan, `\>`, tilde, `\~`)
	entity  = regexp.MustCompile(ampersand + `(#?[0-9A-Za-z]+;)`)
)

// guard returns a text with what must pass the library by.
func guard(text string) string {
	if strings.Count(text, "~") > 1 { // of which it escapes some
		text = strings.ReplaceAll(text, "~", tilde)
	}
	return guarded.Replace(text)
}

// finished returns what the library wrote as it is to be: with the characters
// that passed it by, and with lists whose items stand close together.
func finished(out string) string {
	out = entity.ReplaceAllString(literal.Replace(out), `\&$1`)
	lines := strings.Split(strings.ReplaceAll(out, ampersand, "&"), "\n")
	var kept []string
	fenced := false
	for i, line := range lines {
		if strings.HasPrefix(strings.TrimLeft(line, " >"), "```") {
			fenced = !fenced
		}
		if strings.TrimSpace(line) == "" && !fenced {
			line = ""
			if i > 0 && i+1 < len(lines) && listItem.MatchString(lines[i-1]) && strings.HasPrefix(lines[i+1], " ") && listItem.MatchString(lines[i+1]) {
				continue
			}
		}
		if !fenced {
			line = mkdocs.ReplaceAllString(line, `$1\$2`)
			line = bareAddress.ReplaceAllStringFunc(line, unescaped.Replace)
		}
		kept = append(kept, line)
	}
	return strings.Trim(strings.Join(kept, "\n"), "\n")
}

var (
	listItem = regexp.MustCompile(`^ *(?:-|[0-9]+\.) `)
	// mkdocs is what begins a block of MkDocs, or the explanation of a word.
	mkdocs = regexp.MustCompile(`^((?:[ >]|- |[0-9]+\. )*)(!!!|\?\?\?|:[ \t])`)
	// bareAddress is an address in the text, which becomes a link as it is.
	bareAddress = regexp.MustCompile(`[^\s<>()\[\]]+@[A-Za-z0-9-]+\.[A-Za-z0-9.-]+|(?:^|[\s(*~])(?:https?://|www\.)[A-Za-z0-9.-]+\.[A-Za-z]{2,}[^\s<\])]*`)
	unescaped   = strings.NewReplacer(`\_`, "_", `\*`, "*", `\~`, "~")
)

// outline gives headings their levels: where one is that of a title, all go down
// one.
func outline(blocks []pasted) []pasted {
	if titled(blocks) {
		lower(blocks)
	}
	return blocks
}

// titled tells whether a heading has the level of a title.
func titled(blocks []pasted) bool {
	return slices.ContainsFunc(blocks, func(b pasted) bool {
		return b.kind == heading && b.level == 1 || titled(b.blocks)
	})
}

// lower makes each heading one of the next level.
func lower(blocks []pasted) {
	for i := range blocks {
		blocks[i].level = min(blocks[i].level+1, 6)
		lower(blocks[i].blocks)
	}
}
