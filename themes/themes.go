// Package themes holds the themes that Vaandel ships with. Each is a folder, as
// package theme describes.
package themes

import (
	"embed"
	"io/fs"
)

//go:embed default sober
var folders embed.FS

// Default is the name of the theme of a handbook that names none. It lies below
// every other theme.
const Default = "default"

// Names are the names of the themes, in order.
func Names() []string {
	entries, err := folders.ReadDir(".")
	if err != nil {
		panic(err) // what is embedded can be read
	}
	var out []string
	for _, e := range entries {
		out = append(out, e.Name())
	}
	return out
}

// Named returns the folder of a theme that Vaandel ships with.
func Named(name string) (fs.FS, bool) {
	if !fs.ValidPath(name) || name == "." {
		return nil, false
	}
	if info, err := fs.Stat(folders, name); err != nil || !info.IsDir() {
		return nil, false
	}
	sub, err := fs.Sub(folders, name)
	return sub, err == nil
}
