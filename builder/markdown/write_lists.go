package markdown

import (
	"hash/fnv"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
)

// list writes a list, a checklist or, in a training, the answers of a question.
// It returns the last block that it has used.
func (w *writer) list(n *ast.List) ast.Node {
	if isTasks(n) {
		if last := w.quiz(n); last != nil {
			return last
		}
		w.checklist(n)
		return n
	}
	if w.isChooser(n) {
		w.chooser(n)
		return n
	}
	tag := "ul"
	if n.IsOrdered() {
		tag = "ol"
	}
	w.open(tag, n, "", "")
	if start := w.start(n); start != 1 && tag == "ol" {
		w.attr("start", number(start))
	}
	if a := w.attributes[n]; tag == "ol" && a.get("reversed") != "" {
		w.str(" reversed")
	}
	w.str(">\n")
	for item := n.FirstChild(); item != nil; item = item.NextSibling() {
		w.item(item)
	}
	w.str("</" + tag + ">\n")
	return n
}

// start returns the number of the first item: {start=3} goes for what is
// written.
func (w *writer) start(n *ast.List) int {
	if s, err := strconv.Atoi(w.attributes[n].get("start")); err == nil {
		return s
	}
	return n.Start
}

// item writes one item of a plain list.
func (w *writer) item(n ast.Node) {
	w.open("li", n, "", "")
	w.str(">")
	if first := n.FirstChild(); first != nil && first.Kind() != ast.KindTextBlock {
		w.str("\n")
	}
	w.scoped(func() { w.children(n) })
	w.str("</li>\n")
}

// checklist leaves the place of a checklist open and records its tasks.
func (w *writer) checklist(n *ast.List) {
	c := Checklist{Title: w.above, Line: w.lines.line(position(n))}
	if c.ID = w.chosenID(n, w.attributes[n]); c.ID == "" {
		c.ID = w.ids.unique(prefixChecklist + idOf(c.Title, "list"))
	}
	index := len(w.doc.Checklists)
	w.hole(HoleChecklist, index, "")
	w.doc.Checklists = append(w.doc.Checklists, c)
	items := w.tasks(n, c.ID)
	w.doc.Checklists[index].Items = items
	w.str("\n")
}

// idOf returns the part of an id that tells people what it belongs to.
func idOf(title, otherwise string) string {
	const limit = 40
	if s := slug(title, limit); s != "" {
		return s
	}
	return otherwise
}

// tasks returns the items of a list of tasks. One without a box is a task too.
func (w *writer) tasks(n ast.Node, list string) []Task {
	var tasks []Task
	for item := n.FirstChild(); item != nil; item = item.NextSibling() {
		first := item.FirstChild()
		at := position(item)
		if box(item) == nil {
			w.report(&taskWithoutBox, at)
		}
		t := Task{Line: w.lines.line(at)}
		if b := box(item); b != nil {
			t.Checked = b.IsChecked
		}
		if first != nil && isText(first) {
			t.Text = w.plain(first)
			t.Label = w.piece(func() { w.inlines(first) })
			first = first.NextSibling()
		}
		if t.Text == "" {
			w.report(&taskEmpty, at)
		}
		if t.ID = w.chosenID(item, w.attributes[item]); t.ID == "" {
			t.ID = w.ids.unique(list + "-" + fingerprint(t.Text))
		}
		t.More = w.piece(func() { t.Items = w.more(first, list) })
		tasks = append(tasks, t)
	}
	return tasks
}

// more writes what stands below a task, and returns the tasks among it.
func (w *writer) more(n ast.Node, list string) []Task {
	var tasks []Task
	w.scoped(func() { tasks = w.moreBlocks(n, list) })
	return tasks
}

func (w *writer) moreBlocks(n ast.Node, list string) []Task {
	var tasks []Task
	for ; n != nil; n = n.NextSibling() {
		if n.Kind() == ast.KindList && isTasks(n) {
			tasks = append(tasks, w.tasks(n, list)...)
			continue
		}
		n = w.block(n)
	}
	return tasks
}

// isText tells whether a block holds text, so that it can be a label.
func isText(n ast.Node) bool {
	return n.Kind() == ast.KindTextBlock || n.Kind() == ast.KindParagraph
}

// fingerprint returns a short name for a task that stays the same as long as
// its words do, wherever it stands in the list: ticks are kept under it.
func fingerprint(text string) string {
	h := fnv.New32a()
	h.Write([]byte(strings.ToLower(text)))
	return strconv.FormatUint(uint64(h.Sum32()), 36)
}

// table writes a table and records its text.
func (w *writer) table(n *extast.Table) {
	record := Table{Line: w.lines.line(position(n))}
	w.str("<div class=\"table\">\n")
	w.open("table", n, "", "")
	w.str(">\n")
	w.inTable = true
	body := false
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		cells := w.cells(row)
		if row.Kind() == extast.KindTableHeader {
			record.Head = cells
			if strings.Join(cells, "") != "" || hasPicture(row) {
				w.str("<thead>\n")
				w.row(row, "th")
				w.str("</thead>\n")
			}
			continue
		}
		if !body {
			w.str("<tbody>\n")
			body = true
		}
		w.row(row, "td")
		record.Rows = append(record.Rows, cells)
		record.Lines = append(record.Lines, w.lines.line(position(row)))
	}
	if body {
		w.str("</tbody>\n")
	}
	w.inTable = false
	w.str("</table>\n</div>\n")
	w.doc.Tables = append(w.doc.Tables, record)
}

// cells returns the texts of a row.
func (w *writer) cells(row ast.Node) []string {
	cells := make([]string, 0, row.ChildCount())
	for c := row.FirstChild(); c != nil; c = c.NextSibling() {
		cells = append(cells, w.plain(c))
	}
	return cells
}

// alignments are the classes of cells; a style attribute is not allowed.
var alignments = [...]string{extast.AlignLeft: "", extast.AlignRight: "right", extast.AlignCenter: "center", extast.AlignNone: ""}

// row writes one row. A cell of the head without text is no heading.
func (w *writer) row(row ast.Node, tag string) {
	w.str("<tr")
	w.lineOf(row)
	w.str(">\n")
	for c := row.FirstChild(); c != nil; c = c.NextSibling() {
		cell, name := c.(*extast.TableCell), tag
		if tag == "th" && !cell.HasChildren() {
			name = "td"
		}
		w.str("<" + name)
		if name == "th" {
			w.str(` scope="col"`)
		}
		if class := alignments[cell.Alignment]; class != "" {
			w.attr("class", class)
		}
		w.str(">")
		w.inlines(cell)
		w.str("</" + name + ">\n")
	}
	w.str("</tr>\n")
}
