package meta

import (
	"reflect"
	"strings"
	"testing"

	"vaandel/builder/diag"
)

type capitals struct{ Text string }

// DecodeMeta reads a text in capitals.
func (s *capitals) DecodeMeta(n *Node) bool {
	s.Text = strings.ToUpper(n.Value)
	return n.Type == String
}

type question struct {
	Label string `meta:"label"`
	Line  int    `meta:"-"`
}

type target struct {
	Title     string     `meta:"title"`
	Order     int        `meta:"order"`
	Draft     bool       `meta:"draft"`
	Tags      []string   `meta:"tags"`
	Questions []question `meta:"questions"`
	Brand     struct {
		Accent string `meta:"accent"`
	} `meta:"brand"`
	Size    capitals `meta:"size"`
	Private string
}

func decoded(t *testing.T, src string, o DecodeOptions) (target, []diag.Diagnostic) {
	t.Helper()
	n, ds := ParseYAML("x.yaml", []byte(src))
	if len(ds) > 0 {
		t.Fatal(ds)
	}
	var into target
	return into, Decode("x.yaml", &n, &into, o)
}

func TestDecode(t *testing.T) {
	n, _ := ParseYAML("x.yaml", []byte(`
title: 1.0
order: "3"
draft: ja
tags: een
questions:
  - label: Een
  -
  - label: true
brand: { accent: "#fff" }
size: xl
`))
	var got target
	if ds := Decode("x.yaml", &n, &got, DecodeOptions{}); len(ds) > 0 {
		t.Fatal(ds)
	}
	want := target{
		Title: "1.0", Order: 3, Draft: true, Tags: []string{"een"},
		Questions: []question{{"Een", 7}, {"true", 9}}, Size: capitals{"XL"},
	}
	want.Brand.Accent = "#fff"
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
}

func TestDecodeMistakes(t *testing.T) {
	for _, c := range []struct{ src, found string }{
		{"titel: x", "1:1 field-misspelt"},
		{"privacy: x", "1:1 field-unknown"},
		{"Private: x", "1:1 field-unknown"},
		{"title: [a, b]", "1:8 field-text"},
		{"title: {a: b}", "1:8 field-text"},
		{"order: drie\ndraft: soms\ntags:\n  - a: b\n  - c", "1:8 field-number\n2:8 field-yes-no\n4:5 field-text"},
		{"order: 1.5", "1:8 field-number"},
		{"order: [1]", "1:8 field-number"},
		{"draft: [ja]", "1:8 field-yes-no"},
		{"questions: Hoeveel?", "1:12 field-parts"},
		{"questions:\n  - label: x\n    lable: y", "3:5 field-misspelt"},
		{"brand: rood", "1:8 field-parts"},
		{"size: 12", "1:7 field-value"},
		{"title:\norder: null", ""},
	} {
		if _, ds := decoded(t, c.src, DecodeOptions{}); short(ds) != c.found {
			t.Errorf("%q:\nfound %s\nwant %s", c.src, short(ds), c.found)
		}
	}
}

func TestDecodeTexts(t *testing.T) {
	_, ds := decoded(t, "titel: x\norder: drie", DecodeOptions{})
	want := []diag.Text{
		{NL: `Het veld "titel" bestaat hier niet`, EN: `There is no field "titel" here`},
		{NL: `Bedoel je "title"?`, EN: `Did you mean "title"?`},
		{NL: `Bij "order" hoort een heel getal`, EN: `"order" takes a whole number`},
		{NL: `Schrijf alleen cijfers, zoals order: 3.`, EN: `Write digits only, as in order: 3.`},
	}
	if got := []diag.Text{ds[0].Message, ds[0].Hint, ds[1].Message, ds[1].Hint}; !reflect.DeepEqual(got, want) {
		t.Errorf("got %v", got)
	}
}

func TestDecodeUnknown(t *testing.T) {
	var unknown []Field
	_, ds := decoded(t, "title: x\nredirect_from: [/a]\nbrand: {weight: 1}", DecodeOptions{Unknown: &unknown})
	if len(unknown) != 1 || unknown[0].Key != "redirect_from" || unknown[0].Line != 2 {
		t.Errorf("unknown %v", unknown)
	}
	if short(ds) != "3:9 field-unknown" { // below the outermost map nothing is foreign
		t.Errorf("found %s", short(ds))
	}
}

func TestDecodeAlso(t *testing.T) {
	n, _ := ParseYAML("x.yaml", []byte("title: x\nversion: 2\nvesion: 3"))
	var into target
	var also struct {
		Version string `meta:"version"`
	}
	ds := Decode("x.yaml", &n, &into, DecodeOptions{Also: []any{&also}})
	if into.Title != "x" || also.Version != "2" || short(ds) != "3:1 field-misspelt" {
		t.Errorf("%+v %+v %s", into, also, short(ds))
	}
}

func TestDecodeOther(t *testing.T) {
	var into target
	if ds := Decode("x", &Node{}, &into, DecodeOptions{}); len(ds) > 0 {
		t.Errorf("null: %v", ds)
	}
	if ds := Decode("x", &Node{Type: Broken}, &into, DecodeOptions{}); len(ds) > 0 {
		t.Errorf("broken: %v", ds)
	}
	if ds := Decode("x", &Node{Type: List, Line: 1, Column: 1}, &into, DecodeOptions{}); short(ds) != "1:1 meta-not-fields" {
		t.Errorf("list: %s", short(ds))
	}
}

// TestEntries holds that entry i of a slice is entry i of the list.
func TestEntries(t *testing.T) {
	n, _ := ParseYAML("x.yaml", []byte("questions:\n  -\n  - tekst\n  - label: x\n"))
	var into target
	Decode("x.yaml", &n, &into, DecodeOptions{})
	entries := n.Get("questions").Entries()
	if len(entries) != len(into.Questions) || len(entries) != 2 || into.Questions[1].Line != entries[1].Line {
		t.Errorf("%d entries of %+v", len(entries), into.Questions)
	}
	if got := n.Get("nothing").Entries(); len(got) != 0 {
		t.Errorf("of nothing: %v", got)
	}
}

func TestDate(t *testing.T) {
	for s, want := range map[string]bool{
		"2026-01-31": true, "2024-02-29": true, "2026-02-29": false, "2026-1-31": false, "31-01-2026": false,
		"2026-01-31 10:00": false, "": false, " 2026-01-31": false,
	} {
		if Date(s) != want {
			t.Errorf("Date(%q) is %v", s, !want)
		}
	}
	for s, want := range map[string]bool{
		"2026-01-31": true, "2026-01-31 10:00": true, "2026-01-31T10:00": true, "2026-01-31 10:00:30": true,
		"2026-01-31 25:00": false, "2026-01-31 10": false, "morgen": false,
	} {
		if DateTime(s) != want {
			t.Errorf("DateTime(%q) is %v", s, !want)
		}
	}
}

func TestCheckDate(t *testing.T) {
	for _, c := range []struct {
		s     string
		clock bool
		rule  string
		form  string // what the hint proposes
	}{
		{"2026-01-31", false, "", ""},
		{"2026-01-31 10:00", true, "", ""},
		{"2026-02-31", false, "date-unreal", ""},
		{"2026-01-30 10:00", false, "date-form", "2026-01-30"},
		{"31-01-2026", false, "date-form", "2026-01-31"},
		{"31/1/2026", false, "date-form", "2026-01-31"},
		{"2026/1/31", false, "date-form", "2026-01-31"},
		{"1 maart 2026", false, "date-form", "2026-03-01"},
		{"14-09-2026 9.30 uur", true, "date-form", "2026-09-14 09:30"},
		{"14-09-2026 9.30", false, "date-form", "2026-09-14"},
		{"12 Okt. 2026", false, "date-form", "2026-10-12"},
		{"3 May 2026", false, "date-form", "2026-05-03"},
		{"5 oktober 2026", false, "date-form", "2026-10-05"},
		{"31 foo 2026", false, "date-form", "2026-01-31"},
		{"31-02-2026", false, "date-form", "2026-01-31"},
		{"volgend jaar", true, "date-form", "2026-01-31 10:00"},
	} {
		d, ok := CheckDate(diag.Position{File: "x.md", Line: 2, Column: 3}, "until", c.s, c.clock)
		if ok != (c.rule == "") || d.Rule != c.rule {
			t.Errorf("%q: %q", c.s, d.Rule)
		}
		if c.form != "" && !strings.HasSuffix(d.Hint.NL, ": "+c.form+".") {
			t.Errorf("%q: %s", c.s, d.Hint.NL)
		}
	}
}
