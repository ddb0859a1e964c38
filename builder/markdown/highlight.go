package markdown

import (
	"strings"

	"github.com/alecthomas/chroma/v2"
	"github.com/alecthomas/chroma/v2/lexers"
	"github.com/yuin/goldmark/ast"
)

// The bounds of what gets colours: chroma's regular expressions search back and
// forth, some for the square of a line's length, and a handbook shows short
// examples. Longer code is shown plain.
const (
	maxCode     = 4 << 10  // one block, in bytes
	maxCodePage = 16 << 10 // all blocks of a page
	maxCodeLine = 200      // one line
)

// languages are those that get colours, by the names that authors use, with
// chroma's name. All else is shown plain; Java for one takes chroma seconds over
// a few lines of words.
var languages = map[string]string{
	"bash": "Bash", "sh": "Bash", "shell": "Bash", "zsh": "Bash",
	"bat": "Batchfile", "powershell": "PowerShell", "ps1": "PowerShell",
	"css": "CSS", "html": "HTML", "xml": "XML", "svg": "XML",
	"javascript": "JavaScript", "js": "JavaScript", "typescript": "TypeScript", "ts": "TypeScript",
	"csharp": "C#", "cs": "C#", "go": "Go", "php": "PHP", "python": "Python", "py": "Python",
	"sql": "SQL", "json": "JSON", "yaml": "YAML", "yml": "YAML", "toml": "TOML", "ini": "INI",
	"docker": "Docker", "dockerfile": "Docker", "nginx": "Nginx configuration file", "diff": "Diff", "patch": "Diff",
}

// highlighted writes code with colours, as classes; false where it has none.
func (w *writer) highlighted(n *ast.FencedCodeBlock, language string) bool {
	name, ok := languages[strings.ToLower(language)]
	if !ok {
		return false
	}
	code, ok := w.shortCode(n)
	if !ok {
		return false
	}
	lexer := lexers.Get(name)
	if lexer == nil {
		return false
	}
	next, err := lexer.Tokenise(nil, code)
	if err != nil {
		return false
	}
	w.open("pre", n, "chroma", "")
	w.str("><code")
	w.attr("class", "language-"+language)
	w.str(">")
	class := ""
	for t := next(); t != chroma.EOF; t = next() {
		if c := chroma.StandardTypes[t.Type]; c != class && strings.TrimSpace(t.Value) != "" {
			w.colour(class, c)
			class = c
		}
		w.doc.Words += countWords([]byte(t.Value))
		w.out = appendRaw(w.out, t.Value)
	}
	w.colour(class, "")
	w.str("</code></pre>\n")
	return true
}

// colour ends one class and begins another.
func (w *writer) colour(from, to string) {
	if from != "" {
		w.str("</span>")
	}
	if to != "" {
		w.str(`<span class="` + to + `">`)
	}
}

// shortCode returns the code of a block; false where it is beyond a bound.
func (w *writer) shortCode(n *ast.FencedCodeBlock) (string, bool) {
	lines, size := n.Lines(), 0
	for i := range lines.Len() {
		line := lines.At(i)
		size += line.Len()
		if line.Len() > maxCodeLine || size > maxCode {
			return "", false
		}
	}
	if size == 0 || w.code+size > maxCodePage {
		return "", false
	}
	w.code += size
	var code strings.Builder
	for i := range lines.Len() {
		line := lines.At(i)
		code.Write(line.Value(w.source))
	}
	return code.String(), true
}
