package theme

import (
	"fmt"
	"path"
	"strings"

	"github.com/evanw/esbuild/pkg/api"

	"vaandel/builder/diag"
)

// bundler turns the theme's styles and scripts into what browsers load. It reads
// the theme's files only, never the disk.
type bundler struct {
	files   files
	palette palette
	static  map[string]string // paths of assets in the output
}

// The browsers since the spring of 2023: the oldest that unpack deflated data by
// themselves, as the search needs. Nesting is lowered for them.
var engines = []api.Engine{
	{Name: api.EngineChrome, Version: "105"},
	{Name: api.EngineFirefox, Version: "113"},
	{Name: api.EngineSafari, Version: "16.4"},
}

// Imports that the bundler makes up. See style.css of the default theme.
const (
	importBrand      = "vaandel:brand"
	importCode       = "vaandel:code"
	importComponents = "vaandel:components"
	// tokens.css is made up too: it imports that of each layer.
)

// style bundles style.css with all it imports.
func (b bundler) style() ([]byte, []diag.Diagnostic) {
	const entry = "style.css"
	if _, ok := b.files[entry]; !ok {
		return nil, nil
	}
	out, ds := b.build(map[string]string{"style": entry}, ruleStyle)
	return out["style.css"], ds
}

// scripts bundles components/NAME/NAME.ts, each into a classic script of its own:
// browsers load no modules from disk. The result is by component.
func (b bundler) scripts() (map[string][]byte, []diag.Diagnostic) {
	entries := map[string]string{}
	for _, p := range b.files.in("components", ".ts") {
		if name := component(p, ".ts"); name != "" {
			entries[name] = p
		}
	}
	out, ds := b.build(entries, ruleScript)
	scripts := map[string][]byte{}
	for name := range entries {
		if data, ok := out[name+".js"]; ok {
			scripts[name] = data
		}
	}
	return scripts, ds
}

// build runs esbuild on entries, by name of the output without ending.
func (b bundler) build(entries map[string]string, rule *diag.Rule) (map[string][]byte, []diag.Diagnostic) {
	if len(entries) == 0 {
		return nil, nil
	}
	const outdir = "/out"
	options := api.BuildOptions{
		Bundle:            true,
		Format:            api.FormatIIFE,
		Platform:          api.PlatformBrowser,
		Charset:           api.CharsetUTF8,
		LegalComments:     api.LegalCommentsNone,
		MinifyWhitespace:  true,
		MinifyIdentifiers: true,
		MinifySyntax:      true,
		LogLevel:          api.LogLevelSilent,
		Target:            api.ES2022,
		AbsWorkingDir:     "/",
		Outdir:            outdir,
		TsconfigRaw:       "{}",
		Plugins:           []api.Plugin{{Name: "theme", Setup: b.plugin}},
	}
	if rule == ruleStyle {
		options.Target, options.Engines = api.DefaultTarget, engines
	}
	for _, name := range sortedKeys(entries) {
		options.EntryPointsAdvanced = append(options.EntryPointsAdvanced,
			api.EntryPoint{InputPath: entries[name], OutputPath: name})
	}
	result := api.Build(options)
	out := map[string][]byte{}
	for _, f := range result.OutputFiles {
		out[path.Base(f.Path)] = f.Contents
	}
	return out, b.diagnostics(result, rule)
}

// plugin lets esbuild read from the theme.
func (b bundler) plugin(build api.PluginBuild) {
	const space = "theme"
	build.OnResolve(api.OnResolveOptions{Filter: ".*"}, func(args api.OnResolveArgs) (api.OnResolveResult, error) {
		name := args.Path
		switch {
		case args.Kind == api.ResolveEntryPoint:
		case strings.HasPrefix(name, "vaandel:"):
			return api.OnResolveResult{Path: name, Namespace: space}, nil
		case args.Kind == api.ResolveCSSURLToken:
			return b.picture(args)
		case strings.HasPrefix(name, ".") || args.Kind == api.ResolveCSSImportRule:
			name = path.Join(path.Dir(args.Importer), name)
		}
		if name == tokensFile && len(b.files.layersOf(tokensFile)) > 0 {
			return api.OnResolveResult{Path: name, Namespace: space}, nil
		}
		for _, ending := range []string{"", ".ts"} {
			if _, ok := b.files[name+ending]; ok {
				return api.OnResolveResult{Path: name + ending, Namespace: space}, nil
			}
		}
		return api.OnResolveResult{}, fmt.Errorf("%s is not in the theme", args.Path)
	})
	build.OnLoad(api.OnLoadOptions{Filter: ".*", Namespace: space}, func(args api.OnLoadArgs) (api.OnLoadResult, error) {
		text, loader := string(b.files[args.Path].data), api.LoaderTS
		switch {
		case args.Path == importBrand:
			text, loader = b.palette.css(), api.LoaderCSS
		case args.Path == importCode:
			text, loader = codeStyle(), api.LoaderCSS
		case args.Path == importComponents:
			text, loader = b.components(), api.LoaderCSS
		case args.Path == tokensFile:
			text, loader = b.tokensOfLayers(), api.LoaderCSS
		case isStyle(args.Path):
			loader = api.LoaderCSS
		}
		return api.OnLoadResult{Contents: &text, Loader: loader}, nil
	})
}

// picture resolves url(…) in a style to an asset, which lies beside the style
// sheet in the output.
func (b bundler) picture(args api.OnResolveArgs) (api.OnResolveResult, error) {
	name := path.Join(path.Dir(args.Importer), args.Path)
	to, ok := b.static[strings.TrimPrefix(name, assetFolder)]
	if !ok {
		return api.OnResolveResult{}, fmt.Errorf("%s is not in the folder assets", args.Path)
	}
	return api.OnResolveResult{Path: strings.TrimPrefix(to, assetFolder), External: true}, nil
}

// components imports the style of every component.
func (b bundler) components() string {
	var out strings.Builder
	for _, p := range b.files.in("components", ".css") {
		if component(p, ".css") != "" {
			fmt.Fprintf(&out, "@import %q;\n", p)
		}
	}
	return out.String()
}

// brokenStyle is what esbuild only warns of, as browsers skip what they can't
// read. A brace that is missing takes the rest of the file with it.
const brokenStyle = "css-syntax-error"

// diagnostics tells esbuild's errors and warnings.
func (b bundler) diagnostics(result api.BuildResult, rule *diag.Rule) []diag.Diagnostic {
	var ds []diag.Diagnostic
	add := func(messages []api.Message, severity diag.Severity) {
		for _, m := range messages {
			var f file
			at := diag.Position{}
			if l := m.Location; l != nil {
				// A file of the theme is called "theme:styles/base.css".
				_, name, _ := strings.Cut(l.File, ":")
				f = b.files[name]
				at = f.at(l.Line, l.Column+1)
				if at.File == "" {
					at.File = name // one that the bundler made up
				}
			}
			words := inWords(strings.TrimSuffix(m.Text, "."))
			d := f.characters(rule.At(at, words.NL, words.EN))
			if m.ID != brokenStyle {
				d.Severity = severity
			}
			ds = append(ds, d)
		}
	}
	add(result.Errors, diag.Error)
	add(result.Warnings, diag.Warning)
	return ds
}
