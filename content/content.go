// Package content holds the starter handbook: a complete handbook in Dutch,
// with its main pages in English, that "vaandel init" writes as a first draft
// and that "vaandel build" builds in this repository. The folder is an ordinary
// content folder; this file only puts it into the binary.
package content

import (
	"embed"
	"io/fs"
)

//go:embed handbook.yaml *.md
//go:embed ambassadeurs beleid checklists contenttypen delen programma toolkit training vragen
var files embed.FS

// Files returns the starter handbook, with paths from the content folder:
// handbook.yaml, index.md, beleid/uitgangspunten.md. It cannot be changed.
func Files() fs.FS { return files }
