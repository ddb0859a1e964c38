package builder

import (
	"cmp"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"vaandel/builder/theme"
	"vaandel/themes"
)

// ThemeError says that there is no theme of the name that was asked for.
type ThemeError struct{ Name string }

func (e *ThemeError) Error() string { return "no theme " + e.Name }

// compileTheme finds the theme and compiles it; what is wrong in it is told as
// diagnostics, and leaves the build without one.
func (b *build) compileTheme() error {
	layers, err := b.layers(cmp.Or(b.o.Theme, b.config.Theme, themes.Default))
	if err != nil {
		return err
	}
	t, diags, err := theme.Compile(layers, theme.Options{Accent: b.config.Brand.Accent, Languages: b.config.Languages})
	b.report(diags...)
	if err != nil {
		return err
	}
	b.theme = t
	return nil
}

// layers returns the folders that make up a theme, the first that has a file
// winning: the folder that is named or lies in themes/ beside the content, the
// theme of that name that comes with Vaandel, and the default one.
func (b *build) layers(name string) ([]fs.FS, error) {
	var layers []fs.FS
	folder := filepath.Join(filepath.Dir(b.content), "themes", name)
	if strings.ContainsAny(name, `/\.`) {
		folder = name
	}
	if exists(folder) {
		layers = append(layers, os.DirFS(folder))
	}
	if own, ok := themes.Named(name); ok && name != themes.Default {
		layers = append(layers, own)
	}
	base, _ := themes.Named(themes.Default)
	if len(layers) == 0 && name != themes.Default {
		return nil, &ThemeError{Name: name}
	}
	return append(layers, base), nil
}
