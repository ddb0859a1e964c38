package builder

import (
	"cmp"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"vaandel/builder/diag"
	"vaandel/builder/theme"
	"vaandel/themes"
)

// ThemeError says that there is no theme of the name that was asked for.
type ThemeError struct{ Name string }

func (e *ThemeError) Error() string { return "no theme " + e.Name }

// compileTheme finds the theme and compiles it; what is wrong in it is told as
// diagnostics, and leaves the build without one.
func (b *build) compileTheme() error {
	names, layers, err := b.layers(cmp.Or(b.o.Theme, b.config.Theme, themes.Default))
	if err != nil {
		return err
	}
	o := theme.Options{
		Accent: b.config.Brand.Accent, AccentAt: b.config.Brand.AccentAt,
		Languages: b.config.Languages, Names: names,
	}
	sum, err := theme.Sum(layers, o)
	if err != nil {
		return err
	}
	if sum != b.compiled.sum {
		t, diags, err := theme.Compile(layers, o)
		if err != nil {
			return err
		}
		b.compiled = compiledTheme{sum, t, diags}
	}
	b.report(b.compiled.diagnostics...)
	b.theme = b.compiled.theme
	return nil
}

// compiledTheme is the theme of the engine's last build. Compiling takes most of
// the time of a build after an edit.
type compiledTheme struct {
	sum         [32]byte
	theme       *theme.Theme // nil where it has errors
	diagnostics []diag.Diagnostic
}

// layers returns the folders that make up a theme with their names, the first
// that has a file winning: the folder that is named or lies in themes/ beside
// the content, the theme of that name that comes with Vaandel, and the default
// one.
func (b *build) layers(name string) (names []string, layers []fs.FS, err error) {
	add := func(name string, layer fs.FS) {
		names, layers = append(names, name), append(layers, layer)
	}
	shown := "themes/" + name
	folder := filepath.Join(filepath.Dir(b.content), "themes", name)
	if strings.ContainsAny(name, `/\.`) {
		folder, shown = name, filepath.ToSlash(name)
	}
	if exists(folder) {
		add(shown, os.DirFS(folder))
	}
	if own, ok := themes.Named(name); ok && name != themes.Default {
		add(shown, own)
	}
	if len(layers) == 0 && name != themes.Default {
		return nil, nil, &ThemeError{Name: name}
	}
	base, _ := themes.Named(themes.Default)
	add("themes/"+themes.Default, base)
	return names, layers, nil
}
