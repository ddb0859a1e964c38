package schema

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"vaandel/builder/handbook"
	"vaandel/builder/meta"
	"vaandel/content"
)

// compiled are the schemas, by name. Compiling holds them against the schema of
// schemas of their draft.
func compiled(t *testing.T, o Options) map[string]*jsonschema.Schema {
	t.Helper()
	files, err := Files(o)
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	all := map[string]*jsonschema.Schema{}
	for _, f := range files {
		doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(f.Data))
		if err != nil {
			t.Fatal(err)
		}
		if err := c.AddResource(f.Name, doc); err != nil {
			t.Fatal(err)
		}
		if all[f.Name], err = c.Compile(f.Name); err != nil {
			t.Fatalf("%s: %v", f.Name, err)
		}
		if draft := all[f.Name].DraftVersion; draft != 2020 {
			t.Errorf("%s is of the draft of %d", f.Name, draft)
		}
	}
	return all
}

// plain is a value of a file as an editor has it.
func plain(n *meta.Node) any {
	switch n.Type {
	case meta.Null, meta.Broken:
		return nil
	case meta.Number:
		if json.Valid([]byte(n.Value)) {
			return json.Number(n.Value)
		}
	case meta.Bool:
		return n.Value == "true"
	case meta.List:
		list := []any{}
		for i := range n.Items {
			list = append(list, plain(&n.Items[i]))
		}
		return list
	case meta.Map:
		fields := map[string]any{}
		for i := range n.Fields {
			fields[n.Fields[i].Key] = plain(&n.Fields[i].Value)
		}
		return fields
	}
	return n.Value
}

// starter is the configuration of the starter handbook.
func starter(t *testing.T) *handbook.Config {
	t.Helper()
	src, err := fs.ReadFile(content.Files(), handbook.ConfigFile)
	if err != nil {
		t.Fatal(err)
	}
	config, _ := handbook.ReadConfig(handbook.ConfigFile, src)
	return config
}

// TestStarter holds that no page of the starter handbook, in which nothing is
// wrong, is marked.
func TestStarter(t *testing.T) {
	config, files := starter(t), content.Files()
	schemas := compiled(t, Options{Lang: "nl", Config: config})
	pages := 0
	err := fs.WalkDir(files, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || path.Ext(name) != ".md" && name != handbook.ConfigFile {
			return err
		}
		src, err := fs.ReadFile(files, name)
		if err != nil {
			return err
		}
		schema, front := schemas[ForConfig], meta.Node{}
		if name == handbook.ConfigFile {
			front, _ = meta.ParseYAML(name, src)
		} else {
			front = meta.Split(name, src).Node
			schema = schemas[For(kindOf(config, name, &front))]
		}
		pages++
		if err := schema.Validate(plain(&front)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		return nil
	})
	if err != nil || pages < 100 {
		t.Fatalf("%d pages, %v", pages, err)
	}
}

// kindOf is the kind of a page: its own, else that of its section.
func kindOf(config *handbook.Config, name string, front *meta.Node) handbook.Kind {
	if n := front.Get("kind"); n != nil {
		return handbook.Kind(n.Value)
	}
	section, _, _ := strings.Cut(name, "/")
	for _, s := range config.Sections {
		if s.Folder == section {
			return s.Kind
		}
	}
	return handbook.KindPage
}

const policy = "owner: hr\nversion: 1.0\nreviewed: 2026-01-31\nreview_by: 2027-01-31\n"

func TestAccepts(t *testing.T) {
	schemas := compiled(t, Options{Lang: "en"})
	for _, c := range []struct{ name, kind, src string }{
		{"a number for a text", "policy", policy},
		{"fields with nothing behind them", "policy", policy + "summary:\ntags:\nchanges:\norder:\nconfirm:\n"},
		{"one text for a list", "policy", policy + "in_short: Kort.\ntags: foto\n"},
		{"yes in Dutch", "policy", policy + "confirm: ja\n"},
		{"its kind", "policy", policy + "kind: policy\n"},
		{"words without a list", "toolkit", "type: words\n"},
		{"nobody signs a sheet for oneself", "agreement", "private: true\nquestions: [{label: Hoe?}]\n"},
		{"a chart in place of figures", "figures", "data: tabel.csv\n"},
		{"a moment", "event", "starts: 2026-09-14 10:00\nends: 2026-09-14T11:30:00\n"},
		{"a day", "event", "starts: 2026-09-14\n"},
		{"a title in two languages", "handbook", "title: {nl: Handboek, en: Handbook}\nsummary: Kort\nsynonyms: [[a, b], [c, d]]\n"},
		{"nothing but a name of a contact", "handbook", "contacts: [{id: hr, name: HR}]\nsecrets: [{name: x, words: [a]}, {name: y, looks: 'KL-#'}]\n"},
	} {
		n, ds := meta.ParseYAML("x.yaml", []byte(c.src))
		if err := schemas[Folder+"/"+c.kind+".json"].Validate(plain(&n)); err != nil || len(ds) > 0 {
			t.Errorf("%s: %v, %v", c.name, err, ds)
		}
	}
}

func TestRefuses(t *testing.T) {
	schemas := compiled(t, Options{Lang: "en"})
	for _, c := range []struct{ name, kind, src, at string }{
		{"a misspelt field", "policy", policy + "verison: 2\n", "verison"},
		{"a field of another kind", "page", "version: 1\n", "version"},
		{"another kind", "policy", policy + "kind: page\n", "/kind"},
		{"no owner", "policy", strings.Replace(policy, "owner: hr\n", "", 1), "owner"},
		{"an owner with nothing behind it", "policy", strings.Replace(policy, "hr", "", 1), "/owner"},
		{"an empty owner", "policy", strings.Replace(policy, "hr", `""`, 1), "/owner"},
		{"a day that is none", "policy", strings.Replace(policy, "2026-01-31", "2026-02-30", 1), "/reviewed"},
		{"a date as people write it", "policy", strings.Replace(policy, "2026-01-31", "31-01-2026", 1), "/reviewed"},
		{"a change without text", "policy", policy + "changes: [{date: 2026-01-31}]\n", "/changes/0"},
		{"a misspelt field of an entry", "policy", policy + "changes: [{date: 2026-01-31, txt: x, text: x}]\n", "txt"},
		{"no yes and no no", "policy", policy + "confirm: misschien\n", "/confirm"},
		{"an unknown choice", "share", "type: gedicht\nuntil: 2026-01-31\n", "/type"},
		{"pictures that are not there", "toolkit", "type: pictures\n", "pictures"},
		{"pictures that are none", "toolkit", "type: pictures\npictures: []\n", "/pictures"},
		{"a photo without text", "person", "role: a\ndepartment: b\nphoto: a.jpg\n", "alt"},
		{"people who didn't agree", "toolkit", "type: pictures\npictures: [{file: a.jpg, alt: a, licence: a, people: ja}]\n", "consent"},
		{"nobody signs", "agreement", "questions: [{label: Hoe?}]\n", "signers"},
		{"nothing to choose", "survey", "send_to: hr\nquestions: [{label: Hoe?, type: choice, options: [Goed]}]\n", "/questions/0/options"},
		{"no questions", "survey", "send_to: hr\nquestions: []\n", "/questions"},
		{"neither figures nor a table", "figures", "unit: uur\n", "figures"},
		{"half a number", "training", "minutes: 1.5\n", "/minutes"},
		{"a number that is too low", "training", "minutes: 0\n", "/minutes"},
		{"more than all", "training", "pass_mark: 110\n", "/pass_mark"},
		{"a time that is none", "agreement", "private: true\nquestions: [{label: a}]\ncheck_ins: {question: a, starts: 25:00}\n", "/check_ins/starts"},
		{"a moment that is none", "event", "starts: morgen\n", "/starts"},
		{"an unknown kind of section", "handbook", "sections: [{folder: a, kind: gedicht}]\n", "/sections/0/kind"},
		{"a contact without name", "handbook", "contacts: [{id: hr}]\n", "name"},
		{"a colour by name", "handbook", "brand: {accent: petrol}\n", "/brand/accent"},
		{"a secret that nothing tells", "handbook", "secrets: [{name: x}]\n", "looks"},
		{"a misspelt field of the handbook", "handbook", "titel: Handboek\n", "titel"},
	} {
		n, ds := meta.ParseYAML("x.yaml", []byte(c.src))
		err := schemas[Folder+"/"+c.kind+".json"].Validate(plain(&n))
		if err == nil || !strings.Contains(err.Error(), c.at) || len(ds) > 0 {
			t.Errorf("%s: %v, %v", c.name, err, ds)
		}
	}
}

// TestFiles holds that all kinds have a schema, in the language asked for, which
// offers the handbook's own contacts.
func TestFiles(t *testing.T) {
	for lang, want := range map[string][]string{
		"nl": {`"title": "Wie gaat erover?"`, `"title": "Afspraak"`, `"webcare"`, `"mastodon"`},
		"en": {`"title": "Who is in charge of it?"`, `"title": "Policy"`, `"webcare"`, `"mastodon"`},
	} {
		files, err := Files(Options{Lang: lang, Config: starter(t)})
		if err != nil {
			t.Fatal(err)
		}
		var all []byte
		var names []string
		for _, f := range files {
			all, names = append(all, f.Data...), append(names, f.Name)
		}
		for _, k := range handbook.Kinds {
			if !slices.Contains(names, For(k)) {
				t.Errorf("%s has no schema", k)
			}
		}
		for _, w := range want {
			if !bytes.Contains(all, []byte(w)) {
				t.Errorf("%s: %s is nowhere", lang, w)
			}
		}
		again, err := Files(Options{Lang: lang, Config: starter(t)})
		if err != nil || !slices.EqualFunc(files, again, func(a, b File) bool { return a.Name == b.Name && bytes.Equal(a.Data, b.Data) }) {
			t.Errorf("%s: not the same twice, %v", lang, err)
		}
	}
}

func TestComment(t *testing.T) {
	for file, want := range map[string]string{
		"handbook.yaml":           "# yaml-language-server: $schema=.vaandel/policy.json",
		"beleid/a.md":             "# yaml-language-server: $schema=../.vaandel/policy.json",
		"training/basis/les 1.md": "# yaml-language-server: $schema=../../.vaandel/policy.json",
	} {
		if got := Comment(file, For(handbook.KindPolicy)); got != want {
			t.Errorf("%s: %s", file, got)
		}
	}
}
