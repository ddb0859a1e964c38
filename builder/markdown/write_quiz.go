package markdown

import (
	"strings"

	"github.com/yuin/goldmark/ast"
)

// kindTraining is the kind of the pages in which tasks are questions.
const kindTraining = "training"

// quizBelow makes a question of a heading with its answers directly below it,
// and returns the last block that belongs to it; nil where it is none.
func (w *writer) quizBelow(n *ast.Heading, question, id string) ast.Node {
	list, ok := n.NextSibling().(*ast.List)
	if !ok || !w.isQuiz(list, question) {
		return nil
	}
	w.doc.Anchors = append(w.doc.Anchors, id)
	return w.question(list, question, id, position(n))
}

// quiz makes a question of a list of answers that does not stand directly below
// its heading; nil where it is none.
func (w *writer) quiz(n *ast.List) ast.Node {
	if n.Parent().Kind() != ast.KindDocument || !w.isQuiz(n, w.above) {
		return nil
	}
	if w.above == "" {
		w.report(&quizWithoutQuestion, position(n))
	}
	id := w.chosenID(n, w.attributes[n])
	if id == "" {
		id = w.ids.unique("q-" + idOf(w.above, "quiz"))
	}
	return w.question(n, w.above, id, position(n))
}

// isQuiz tells whether a list is the answers of a question: tasks of which one
// is ticked, or a heading that asks; or a numbered list between a heading that
// asks and a quote that explains.
func (w *writer) isQuiz(n *ast.List, above string) bool {
	if w.kind != kindTraining {
		return false
	}
	asked := strings.HasSuffix(above, "?")
	if !isTasks(n) {
		return asked && n.IsOrdered() && explains(n.NextSibling())
	}
	for item := n.FirstChild(); item != nil; item = item.NextSibling() {
		if b := box(item); b != nil && b.IsChecked {
			return true
		}
	}
	return asked || explains(n.NextSibling())
}

// explains tells whether a block is the quote below a question.
func explains(n ast.Node) bool { return n != nil && n.Kind() == ast.KindBlockquote }

// question leaves the place of a question open and records it.
func (w *writer) question(n *ast.List, question, id string, at int) ast.Node {
	q := Quiz{ID: id, Question: question, Line: w.lines.line(at), Ordered: n.IsOrdered()}
	w.hole(HoleQuiz, len(w.doc.Quizzes), "")
	w.doc.Quizzes = append(w.doc.Quizzes, q)
	record := len(w.doc.Quizzes) - 1
	right := 0
	for item := n.FirstChild(); item != nil; item = item.NextSibling() {
		a := w.answer(item)
		a.ID = w.ids.unique(id + "-a" + number(len(q.Answers)+1))
		if a.Right {
			right++
		}
		q.Answers = append(q.Answers, a)
	}
	if right == 0 && !q.Ordered {
		w.report(&quizWithoutAnswer, at, question)
	}
	if len(q.Answers) < 2 {
		w.report(&quizOneAnswer, at, question)
	}
	last, quote := ast.Node(n), n.NextSibling()
	if explains(quote) {
		last = quote
	} else {
		quote = nil
	}
	q.Explain = w.piece(func() { w.explanation(quote, n) })
	w.doc.Quizzes[record] = q
	w.str("\n")
	return last
}

// answer reads one answer.
func (w *writer) answer(item ast.Node) Answer {
	var a Answer
	if b := box(item); b != nil {
		a.Right = b.IsChecked
	}
	if first := item.FirstChild(); first != nil && isText(first) {
		a.Text = w.plain(first)
		a.Label = w.piece(func() { w.inlines(first) })
	}
	return a
}

// explanation writes the quote below a question, or none, and what stands below
// the answers in the list.
func (w *writer) explanation(quote ast.Node, list *ast.List) {
	if quote != nil {
		w.scoped(func() { w.children(quote) })
	}
	for item := list.FirstChild(); item != nil; item = item.NextSibling() {
		more := item.FirstChild()
		if more == nil || isText(more) && more.NextSibling() == nil {
			continue
		}
		if isText(more) {
			w.str("<p><strong>")
			w.out = appendRaw(w.out, w.plain(more))
			w.str("</strong></p>\n")
			more = more.NextSibling()
		}
		w.scoped(func() { w.blocks(more) })
	}
}
