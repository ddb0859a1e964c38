package survey

import (
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"
)

// file writes a file as a page does, with the answers as JSON.
func file(answers string) string {
	return `{"vaandel": "survey", "page": "v.html", "title": "Vragen", "version": 1, "saved": "2026-11-26T09:30:00.000Z", "answers": [` + answers + `], "names": []}`
}

func TestParse(t *testing.T) {
	r, err := Parse([]byte("\ufeff" + file(`
		{"question": "Waar?", "type": "choice", "options": ["Hier", "Daar"], "answer": "Daar"},
		{"question": "Wat?", "type": "choices", "options": ["Blogs", "Foto’s"], "answer": ["Foto’s"]},
		{"question": "Hoeveel?", "type": "number", "answer": 0},
		{"question": "Wanneer?", "type": "date", "answer": "2026-12-01"},
		{"question": "Leeg", "type": "long", "answer": " "},
		{"question": "Niets", "type": "choices", "options": ["a"], "answer": []},
		{"question": "Zonder soort", "answer": "Tekst"}`)))
	if err != nil {
		t.Fatal(err)
	}
	want := []Answer{
		{Question: "Waar?", Type: Choice, Options: []string{"Hier", "Daar"}, Chosen: []string{"Daar"}},
		{Question: "Wat?", Type: Choice, Options: []string{"Blogs", "Foto’s"}, Chosen: []string{"Foto’s"}},
		{Question: "Hoeveel?", Type: Number},
		{Question: "Wanneer?", Text: "2026-12-01"},
		{Question: "Zonder soort", Text: "Tekst"},
	}
	if !reflect.DeepEqual(r.Answers, want) {
		t.Errorf("got %+v", r.Answers)
	}
}

func TestParseRefuses(t *testing.T) {
	for name, c := range map[string]struct {
		data string
		want Reason
	}{
		"no JSON":             {`<html>`, Damaged},
		"half a file":         {file("")[:60], Damaged},
		"nothing":             {``, Damaged},
		"a list":              {`[]`, Foreign},
		"other JSON":          {`{"name": "x"}`, Foreign},
		"a plan":              {strings.Replace(file(""), "survey", "agreement", 1), Foreign},
		"a newer one":         {strings.Replace(file(""), `"version": 1`, `"version": 2`, 1), Version},
		"a version as text":   {strings.Replace(file(""), `"version": 1`, `"version": "1"`, 1), Version},
		"no page":             {strings.Replace(file(""), `"v.html"`, `""`, 1), Damaged},
		"no answers":          {`{"vaandel": "survey", "version": 1, "page": "v.html"}`, Damaged},
		"a huge group":        {strings.Replace(file(""), `"version"`, `"min_group": 1e9, "version"`, 1), Damaged},
		"an answer as map":    {file(`{"question": "x", "answer": {}}`), Damaged},
		"an answer of null":   {file(`{"question": "x", "type": "number", "answer": null}`), Damaged},
		"text for a number":   {file(`{"question": "x", "type": "number", "answer": "3"}`), Damaged},
		"a number too large":  {file(`{"question": "x", "type": "number", "answer": 1e999}`), Damaged},
		"a type of its own":   {file(`{"question": "x", "type": "code", "answer": "3"}`), Damaged},
		"no question":         {file(`{"question": " ", "answer": "3"}`), Damaged},
		"no such option":      {file(`{"question": "x", "type": "choice", "options": ["a"], "answer": "Jan deed het"}`), Damaged},
		"none of the options": {file(`{"question": "x", "type": "choices", "answer": ["a"]}`), Damaged},
		"large":               {strings.Repeat(" ", Largest+1), Large},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Parse([]byte(c.data))
			var f Fault
			if !errors.As(err, &f) || f.Reason != c.want {
				t.Errorf("got %v, want reason %d", err, c.want)
			}
		})
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(file(`{"question": "x", "type": "choice", "options": ["a"], "answer": "a"}`)))
	f.Add([]byte(file(`{"question": "x", "answer": 3}, {"question": "x", "answer": ["a"]}`)))
	f.Fuzz(func(t *testing.T, data []byte) {
		r, err := Parse(data)
		if (r == nil) != (err != nil) {
			t.Fatalf("reply %v, error %v", r, err)
		}
		if r != nil && (len(r.Answers) > mostEntries || r.identity() == "") {
			t.Errorf("%d answers", len(r.Answers))
		}
	})
}

// replies makes a reply of each list of answers.
func replies(all ...[]Answer) []*Reply {
	var out []*Reply
	for i, answers := range all {
		out = append(out, &Reply{Page: "v.html", Title: "Vragen", Saved: fmt.Sprint(i), Answers: answers})
	}
	return out
}

func choice(question string, chosen ...string) Answer {
	return Answer{Question: question, Type: Choice, Options: []string{"a", "b", "c"}, Chosen: chosen}
}

func TestCount(t *testing.T) {
	hours := func(n float64) Answer { return Answer{Question: "Uren?", Type: Number, Number: n} }
	words := func(s string) Answer { return Answer{Question: "Verder?", Text: s} }
	out := Count(replies(
		[]Answer{choice("Wat?", "a", "a"), words("zo"), hours(1)},
		[]Answer{choice("Wat?", "a", "b"), hours(4)},
		[]Answer{choice("Wat?", "a"), words("Anders"), hours(2)},
		[]Answer{words("zo")},
	), 3)
	want := &Outcome{Title: "Vragen", People: 4, Least: 3, Questions: []Question{
		{Label: "Wat?", Type: Choice, People: 3, Options: []Option{{Text: "a", People: 3}, {Text: "b", Few: true}, {Text: "c", Few: true}}},
		{Label: "Verder?", People: 3, Texts: []Option{{Text: "Anders", People: 1}, {Text: "zo", People: 2}}},
		{Label: "Uren?", Type: Number, People: 3, Mean: 7.0 / 3, Lowest: 1, Highest: 4},
	}}
	got, _ := json.MarshalIndent(out, "", " ")
	expected, _ := json.MarshalIndent(want, "", " ")
	if string(got) != string(expected) {
		t.Errorf("got %s\nwant %s", got, expected)
	}
}

// What few people answered is not in the outcome at all.
func TestCountTellsNothingOfFew(t *testing.T) {
	out := Count(replies(
		[]Answer{choice("Wat?", "b"), {Question: "Verder?", Text: "geheim"}, {Question: "Uren?", Type: Number, Number: 987}},
		nil, nil,
	), 2)
	text, err := json.Marshal(out)
	if err != nil {
		t.Fatal(err)
	}
	for _, secret := range []string{"geheim", "987", `"People":1`} {
		if strings.Contains(string(text), secret) {
			t.Errorf("%s is told: %s", secret, text)
		}
	}
}

// The order of the replies is that in which they came: the outcome must not show it.
func TestCountForgetsTheOrder(t *testing.T) {
	all := replies(
		[]Answer{choice("Wat?", "a"), {Question: "Verder?", Text: "c"}},
		[]Answer{choice("Wat?", "b"), {Question: "Verder?", Text: "a"}},
		[]Answer{choice("Wat?", "a"), {Question: "Verder?", Text: "b"}},
	)
	want := Count(all, 2)
	all[0], all[2] = all[2], all[0]
	if got := Count(all, 2); !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v\nwant %+v", got, want)
	}
}

// A page may ask twice with the same words, and a reply lacks what was left open.
func TestGatherKeepsTheOrderOfThePage(t *testing.T) {
	var order []string
	for _, g := range gather(replies(
		[]Answer{choice("1", "a"), choice("2", "a"), choice("4", "a")},
		[]Answer{choice("2", "a"), choice("2", "b")},
		[]Answer{choice("1", "a"), choice("3", "a"), choice("4", "a")},
	)) {
		order = append(order, fmt.Sprintf("%s/%d: %d", g.label, g.nth, len(g.answers)))
	}
	want := []string{"1/1: 2", "3/1: 1", "2/1: 2", "2/2: 1", "4/1: 2"}
	if !reflect.DeepEqual(order, want) {
		t.Errorf("got %q", order)
	}
}

func TestLeast(t *testing.T) {
	all := replies(nil, nil)
	all[1].MinGroup = 8
	if got := Least(all, 5); got != 8 {
		t.Errorf("got %d", got)
	}
	if got := Least(all, 10); got != 10 {
		t.Errorf("got %d", got)
	}
}
