package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// checkboxes reads the box of a task: [ ] or [x] at the start of a list's item,
// with a space behind it. goldmark's own takes [x](address) for a task, and
// leaves boxes as people mistype them in the text.
type checkboxes struct{}

// Trigger implements parser.InlineParser.
func (checkboxes) Trigger() []byte { return []byte{'['} }

// Parse implements parser.InlineParser.
func (checkboxes) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	item, ok := parent.Parent().(*ast.ListItem)
	if !ok || parent.HasChildren() || item.FirstChild() != parent {
		return nil
	}
	line, segment := block.PeekLine()
	end := bytes.IndexByte(line[:min(len(line), 6)], ']')
	if end < 0 || end+1 < len(line) && line[end+1] != ' ' && line[end+1] != '\t' && line[end+1] != '\n' {
		return nil
	}
	inside := line[1:end]
	mark := bytes.TrimSpace(inside)
	checked := bytes.EqualFold(mark, []byte("x")) || string(mark) == "✓" || string(mark) == "✔"
	if len(mark) > 0 && !checked {
		return nil
	}
	if len(inside) != 1 {
		pc.(*context).note(&taskBox, segment.Start, string(line[:end+1]))
	}
	after := line[end+1:]
	block.Advance(end + 1 + len(after) - len(bytes.TrimLeft(after, " \t")))
	node := extast.NewTaskCheckBox(checked)
	node.SetPos(segment.Start)
	return node
}

// box returns the box at the start of a list's item, or nil.
func box(item ast.Node) *extast.TaskCheckBox {
	if first := item.FirstChild(); first != nil {
		box, _ := first.FirstChild().(*extast.TaskCheckBox)
		return box
	}
	return nil
}

// isTasks tells whether any item of a list is a task.
func isTasks(list ast.Node) bool {
	for item := list.FirstChild(); item != nil; item = item.NextSibling() {
		if box(item) != nil {
			return true
		}
	}
	return false
}
