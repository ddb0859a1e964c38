// Package schema describes front matter and handbook.yaml to text editors, as
// JSON Schema (draft 2020-12). An editor that knows it offers the fields that
// there are and marks what can't be right, while somebody types.
//
// The schemas are made from what package handbook tells of its fields, and lie
// in a folder of the handbook that is not read as content. The build stays the
// judge: what it accepts without a word a schema does not forbid, save a few
// forms that hardly anybody writes, such as numbers in quotes.
package schema

import (
	"bytes"
	"encoding/json"
	"fmt"

	"vaandel/builder/handbook"
)

// Folder is where the schemas lie, below the handbook's folder.
const Folder = ".vaandel"

// ForConfig is the path of the schema of handbook.yaml, below the handbook's
// folder and with slashes.
const ForConfig = Folder + "/handbook.json"

// For returns the path of the schema of a kind.
func For(k handbook.Kind) string { return Folder + "/" + string(k) + ".json" }

// Comment is the line by which a file of the handbook refers to a schema. Both
// are paths below the handbook's folder, with slashes.
func Comment(file, schema string) string {
	return "# yaml-language-server: $schema=" + handbook.Relative(file, schema)
}

// Options are the choices of [Files].
type Options struct {
	// Lang is the language of titles and descriptions: "nl" or "en".
	Lang string
	// Config is that of the handbook, whose contacts and networks are offered
	// where a page names one. It may be nil.
	Config *handbook.Config
}

// File is a schema.
type File struct {
	// Name is its path below the handbook's folder, with slashes.
	Name string
	Data []byte
}

// Files returns the schema of handbook.yaml and of each kind. The same options
// give the same bytes.
func Files(o Options) ([]File, error) {
	if o.Config == nil {
		o.Config = &handbook.Config{}
	}
	all := map[string]*schema{ForConfig: o.object(handbook.ConfigFields())}
	all[ForConfig].Title = handbook.ConfigFile
	names := []string{ForConfig}
	for _, info := range handbook.KindInfos {
		s := o.object(handbook.Fields(info.Kind))
		s.Title, s.Description = info.Name.In(o.Lang), info.About.In(o.Lang)
		kind := s.Properties["kind"]
		kind.Const, kind.Enum, kind.Labels = string(info.Kind), nil, nil
		all[For(info.Kind)] = s
		names = append(names, For(info.Kind))
	}
	var files []File
	for _, name := range names {
		all[name].Draft = "https://json-schema.org/draft/2020-12/schema"
		data, err := encode(all[name])
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		files = append(files, File{name, data})
	}
	return files, nil
}

// encode writes a schema as people may read it.
func encode(s *schema) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	err := e.Encode(s)
	return b.Bytes(), err
}
