package markdown

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
)

// A chooser is a numbered list of questions, each in bold with a list of answers
// below it; an answer that says "go to question 3" leads on, any other is an end.
// It reads well as it stands. With script, a reader answers one question at a time.
// A single question with answers enough is one too.

// leadsOn is how an answer leads on to another question. The script has the same.
var leadsOn = regexp.MustCompile(`(?i)\b(?:vraag|question) (\d+)\b`)

// isChooser tells whether a list is a chooser.
func (w *writer) isChooser(n *ast.List) bool {
	if !n.IsOrdered() || n.Parent().Kind() != ast.KindDocument {
		return false
	}
	leads, questions, total := false, n.ChildCount(), 0
	for item := n.FirstChild(); item != nil; item = item.NextSibling() {
		if !w.asks(item.FirstChild()) {
			return false
		}
		answers, ok := item.FirstChild().NextSibling().(*ast.List)
		if !ok || answers.IsOrdered() || answers.ChildCount() < 2 || answers.NextSibling() != nil {
			return false
		}
		for a := answers.FirstChild(); a != nil; a = a.NextSibling() {
			first := a.FirstChild()
			if first == nil || !isText(first) {
				return false
			}
			leads = leads || leadsOn.MatchString(w.plain(first))
			total++
		}
	}
	return leads || questions == 1 && total >= enoughAnswers
}

// enoughAnswers is how many answers a question by itself must have.
const enoughAnswers = 3

// asks tells whether a block is a question in bold, and nothing else.
func (w *writer) asks(n ast.Node) bool {
	if n == nil || !isText(n) || n.ChildCount() != 1 {
		return false
	}
	strong, ok := n.FirstChild().(*ast.Emphasis)
	return ok && strong.Level == 2 && strings.HasSuffix(strings.TrimSpace(w.plain(n)), "?")
}

// chooser writes a chooser: a plain list in an element of its own.
func (w *writer) chooser(n *ast.List) {
	w.doc.Choosers++
	w.leadsNowhere(n)
	w.str(`<vaandel-chooser class="chooser"`)
	for _, text := range []string{"again", "back", "chosen"} {
		w.str(" data-" + text + `="`)
		w.hole(HoleMessage, 0, "chooser."+text)
		w.str(`"`)
	}
	w.str(">\n")
	w.open("ol", n, "", "")
	w.str(">\n")
	for item := n.FirstChild(); item != nil; item = item.NextSibling() {
		w.item(item)
	}
	w.str("</ol>\n</vaandel-chooser>\n")
}

// leadsNowhere reports answers that lead to a question which the list has not.
func (w *writer) leadsNowhere(n *ast.List) {
	for item := n.FirstChild(); item != nil; item = item.NextSibling() {
		for a := item.LastChild().FirstChild(); a != nil; a = a.NextSibling() {
			m := leadsOn.FindStringSubmatch(w.plain(a.FirstChild()))
			if m == nil {
				continue
			}
			to, err := strconv.Atoi(m[1])
			if err != nil || to < 1 || to > n.ChildCount() {
				w.report(&chooserQuestion, position(a), to, n.ChildCount())
			}
		}
	}
}
