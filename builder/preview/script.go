package preview

import (
	_ "embed"
	"errors"

	"github.com/evanw/esbuild/pkg/api"
)

//go:embed live.ts
var liveSource string

// liveScript is the script of the preview as browsers run it.
func liveScript() ([]byte, error) {
	r := api.Transform(liveSource, api.TransformOptions{
		Loader: api.LoaderTS, Target: api.ES2022, Format: api.FormatIIFE, Charset: api.CharsetUTF8,
	})
	if len(r.Errors) > 0 {
		return nil, errors.New(r.Errors[0].Text)
	}
	return r.Code, nil
}
