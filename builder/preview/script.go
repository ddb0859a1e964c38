package preview

import (
	"embed"
	"encoding/json"
	"errors"
	"fmt"
	"path"

	"github.com/evanw/esbuild/pkg/api"
)

// browserFiles is what runs in the browser: live.ts on every page, edit.ts where
// pages are written.
//
//go:embed browser
var browserFiles embed.FS

// settings are what scripts are told once: they are part of them.
type settings struct {
	// Token goes with every request that changes something or tells of a source.
	Token string `json:"token"`
	// Edits tells whether pages can be written in the browser.
	Edits bool `json:"edits"`
	// Link is the address that opens a source in the author's own editor, with
	// {file}, {line} and {column}; Command tells that the server starts that editor.
	Link    string `json:"link"`
	Command bool   `json:"command"`
	// Folder is the absolute path of the content folder, for Link.
	Folder string `json:"folder"`
}

// bundle makes the script or style of an entry, "live.ts" say, as browsers run it.
func bundle(entry string, s settings) ([]byte, error) {
	told, err := json.Marshal(s)
	if err != nil {
		return nil, err
	}
	r := api.Build(api.BuildOptions{
		EntryPoints: []string{entry}, Bundle: true, Format: api.FormatIIFE, Platform: api.PlatformBrowser,
		Charset: api.CharsetUTF8, Target: api.ES2022, LogLevel: api.LogLevelSilent, AbsWorkingDir: "/",
		MinifyWhitespace: true, MinifySyntax: true, TsconfigRaw: "{}", Outdir: "/out",
		Define:  map[string]string{"SETTINGS": string(told)},
		Plugins: []api.Plugin{{Name: "embedded", Setup: embedded}},
	})
	if len(r.Errors) > 0 {
		return nil, errors.New(r.Errors[0].Text)
	}
	return r.OutputFiles[0].Contents, nil
}

// embedded lets esbuild read from the program instead of from the disk.
func embedded(b api.PluginBuild) {
	const space, text = "browser", "text"
	b.OnResolve(api.OnResolveOptions{Filter: ".*"}, func(a api.OnResolveArgs) (api.OnResolveResult, error) {
		name := path.Join("browser", path.Dir(a.Importer), a.Path)
		in := space
		if a.Kind == api.ResolveJSImportStatement && path.Ext(name) == ".css" {
			in = text // a style for a shadow tree
		}
		for _, ending := range []string{"", ".ts"} {
			if _, err := browserFiles.Open(name + ending); err == nil {
				return api.OnResolveResult{Path: (name + ending)[len("browser/"):], Namespace: in}, nil
			}
		}
		return api.OnResolveResult{}, fmt.Errorf("%s is not there", name)
	})
	b.OnLoad(api.OnLoadOptions{Filter: ".*"}, func(a api.OnLoadArgs) (api.OnLoadResult, error) {
		data, err := browserFiles.ReadFile("browser/" + a.Path)
		content, loader := string(data), api.LoaderTS
		switch {
		case a.Namespace == text:
			loader = api.LoaderText
		case path.Ext(a.Path) == ".css":
			loader = api.LoaderCSS
		}
		return api.OnLoadResult{Contents: &content, Loader: loader}, err
	})
}
