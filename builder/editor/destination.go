package editor

import (
	"fmt"
	"strings"
)

// destination returns a path as a text has it between the parentheses of a link:
// what would end it or mean something else there is encoded.
func destination(path string) string {
	var b strings.Builder
	for i := range len(path) {
		switch c := path[i]; {
		case c <= ' ' || c == 0x7f || strings.IndexByte("%()<>[]\\?#\"|", c) >= 0:
			fmt.Fprintf(&b, "%%%02X", c)
		default:
			b.WriteByte(c)
		}
	}
	return b.String()
}
