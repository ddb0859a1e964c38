package meta

import (
	"fmt"
	"strings"
)

// dump writes a node on one line, each value with its place.
func dump(n Node) string {
	var b strings.Builder
	write(&b, n)
	return b.String()
}

func write(b *strings.Builder, n Node) {
	switch n.Type {
	case Null:
		b.WriteString("null")
	case String:
		fmt.Fprintf(b, "%q", n.Value)
	case Number, Bool:
		b.WriteString(n.Value)
	case Broken:
		b.WriteString("broken")
	case List:
		b.WriteString("[")
		for i, x := range n.Items {
			if i > 0 {
				b.WriteString(" ")
			}
			write(b, x)
		}
		b.WriteString("]")
	case Map:
		b.WriteString("{")
		for i, f := range n.Fields {
			if i > 0 {
				b.WriteString(" ")
			}
			fmt.Fprintf(b, "%s@%d:%d=", f.Key, f.Line, f.Column)
			write(b, f.Value)
		}
		b.WriteString("}")
	}
	if n.Line > 0 || n.Type != Null {
		fmt.Fprintf(b, "@%d:%d", n.Line, n.Column)
	}
}
