package editor

import (
	"errors"
	"io/fs"
	"os"
	"strings"
	"testing"

	"vaandel/builder/meta"
)

func TestSetField(t *testing.T) {
	for _, c := range []struct {
		name, was, key string
		value          Value
		want           string
	}{
		{"text", "---\ntitle: A\norder: 1\n---\nB\n", "title", String("C"), "---\ntitle: C\norder: 1\n---\nB\n"},
		{"quotes where needed", "---\ntitle: A\n---\n", "title", String("Let op: nieuw"), "---\ntitle: \"Let op: nieuw\"\n---\n"},
		{"single quotes", "---\ntitle: A\n---\n", "title", String(`"Ja": zei 't`), "---\ntitle: '\"Ja\": zei ''t'\n---\n"},
		{"a text of digits", "---\nversion: \"1.1\"\n---\n", "version", String("1.2"), "---\nversion: \"1.2\"\n---\n"},
		{"a text of yes", "---\nask: a\n---\n", "ask", String("no"), "---\nask: \"no\"\n---\n"},
		{"two lines", "---\nask: a\n---\n", "ask", String("a\nb"), "---\nask: \"a\\nb\"\n---\n"},
		{"number", "---\norder: 1 # first\n---\n", "order", Number("12"), "---\norder: 12 # first\n---\n"},
		{"bool", "---\ndraft:   true   # not yet\n---\n", "draft", Bool(false), "---\ndraft:   false   # not yet\n---\n"},
		{"date", "---\nreviewed: 2026-01-01\n---\n", "reviewed", String("2026-02-03"), "---\nreviewed: 2026-02-03\n---\n"},
		{"remark behind quotes", "---\ntitle: 'a # b' # c\n---\n", "title", String("d"), "---\ntitle: d # c\n---\n"},
		{"empty value", "---\ntitle: # c\norder: 1\n---\n", "title", String("d"), "---\ntitle: d # c\norder: 1\n---\n"},
		{"nothing", "---\ntitle:\norder: 1\n---\n", "title", String("d"), "---\ntitle: d\norder: 1\n---\n"},
		{"text over lines", "---\nsummary: a\n  b\n  c # d\norder: 1\n---\n", "summary", String("e"), "---\nsummary: e # d\norder: 1\n---\n"},
		{"quoted over lines", "---\nsummary: \"a\n  b\"\norder: 1\n---\n", "summary", String("e"), "---\nsummary: e\norder: 1\n---\n"},
		{"literal", "---\nsummary: | # d\n  a # no remark\n\n  b\n# mine\norder: 1\n---\n", "summary", String("e"), "---\nsummary: e # d\n# mine\norder: 1\n---\n"},
		{"on the line below", "---\nsummary:\n  a\norder: 1\n---\n", "summary", String("e"), "---\nsummary: e\norder: 1\n---\n"},
		{"quoted name", "---\n\"title\": a\n---\n", "title", String("e"), "---\n\"title\": e\n---\n"},
		{"indented", "---\n  title: a\n  order: 1\n---\n", "title", String("e"), "---\n  title: e\n  order: 1\n---\n"},
		{"blank line above", "\n---\ntitle: a\n---\n", "title", String("e"), "\n---\ntitle: e\n---\n"},

		{"new", "---\ntitle: a\n# end\n---\nB\n", "order", Number("3"), "---\ntitle: a\norder: 3\n# end\n---\nB\n"},
		{"new behind a list", "---\ntags:\n  - a\n\n---\n", "order", Number("3"), "---\ntags:\n  - a\norder: 3\n\n---\n"},
		{"new list", "---\ntitle: a\n---\n", "tags", List("b", "c: d"), "---\ntitle: a\ntags:\n  - b\n  - \"c: d\"\n---\n"},
		{"new in an empty block", "---\n---\nB\n", "title", String("a"), "---\ntitle: a\n---\nB\n"},
		{"first", "# B\n", "title", String("a"), "---\ntitle: a\n---\n\n# B\n"},
		{"first of nothing", "", "title", String("a"), "---\ntitle: a\n---\n"},
		{"above a rule", "---\n\nB\n", "title", String("a"), "---\ntitle: a\n---\n\n---\n\nB\n"},

		{"gone", "---\ntitle: a # b\n# mine\norder: 1\n---\nB\n", "title", Value{}, "---\n# mine\norder: 1\n---\nB\n"},
		{"list gone", "---\ntags:\n  - a\n  - b\norder: 1\n---\nB\n", "tags", List(), "---\norder: 1\n---\nB\n"},
		{"last gone", "---\ntitle: a\n---\n\n# B\n", "title", String(""), "# B\n"},
		{"was not there", "---\ntitle: a\n---\nB\n", "order", Value{}, "---\ntitle: a\n---\nB\n"},
		{"as it was", "---\ntitle:   'a'\n---\nB\n", "title", String("a"), "---\ntitle:   'a'\n---\nB\n"},

		{"flow", "---\ntags: [a, b] # c\n---\n", "tags", List("b", "d, e"), "---\ntags: [b, \"d, e\"] # c\n---\n"},
		{"flow over lines", "---\ntags: [\n  a,\n  b\n]\norder: 1\n---\n", "tags", List("b"), "---\ntags: [b]\norder: 1\n---\n"},
		{"flow was empty", "---\ntags: []\n---\n", "tags", List("b"), "---\ntags: [b]\n---\n"},
		{"dashes", "---\ntags: # t\n    - 'a'   # x\n    # on b\n    - b\n    - c\n    # end\n---\n", "tags", List("new", "b", "a"),
			"---\ntags: # t\n    - new\n    # on b\n    - b\n    - 'a'   # x\n    # end\n---\n"},
		{"dashes at the margin", "---\ntags:\n- a\n- b\norder: 1\n---\n", "tags", List("b", "b"), "---\ntags:\n- b\n- b\norder: 1\n---\n"},
		{"text to list", "---\ntags: a # t\norder: 1\n---\n", "tags", List("a", "b"), "---\ntags: # t\n  - a\n  - b\norder: 1\n---\n"},
		{"list to text", "---\ntags:\n  - a\norder: 1\n---\n", "tags", String("b"), "---\ntags: b\norder: 1\n---\n"},
		{"beside what is nested", "---\nchanges:\n  - date: 1\n    tags: x\ntags: y\n---\n", "tags", String("z"), "---\nchanges:\n  - date: 1\n    tags: x\ntags: z\n---\n"},
		{"name in use", "---\na: &x 1\nb: *x\nc: 2\n---\n", "c", Number("3"), "---\na: &x 1\nb: *x\nc: 3\n---\n"},
	} {
		got, err := SetField("a.md", c.was, c.key, c.value)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
		} else if got != c.want {
			t.Errorf("%s:\n%s\nnot\n%s", c.name, got, c.want)
		}
	}
}

func TestSetFieldRefuses(t *testing.T) {
	for _, was := range []string{
		"+++\ntitle = \"a\"\n+++\n", "{\n\"title\": \"a\"\n}\n\nB\n", "---toml\ntitle = \"a\"\n---\n",
		"---\ntitle:\n  nl: a\n  en: b\n---\n", "---\ntitle:\n  - nl: a\n---\n",
		"---\ntitle: &y b\nc: *y\n---\n", "---\ntitle: [\n  a, # b\n  c]\n---\n", "---\ntitle:\n  # a\n  b\n---\n",
	} {
		_, err := SetField("a.md", was, "title", String("z"))
		if err == nil {
			t.Errorf("%q was changed", was)
			continue
		}
		told[*UnsupportedError](t, err)
	}
	for _, c := range []struct {
		was, key string
		value    Value
	}{
		{"---\ntitle: a\nTekst zonder einde\n", "title", String("b")},
		{"---\ntitle: a: b\n---\n", "order", Number("1")},
		{"---\ntitle: a\ntitle: b\n---\n", "title", String("c")},
		{"---\ntitle: a\n---\n", "ti tle", String("c")},
		{"---\ntitle: a\n---\n", "order", Number("two")},
		{"---\ntitle: a\n---\n", "summary", String(strings.Repeat("a", meta.MaxFront))},
	} {
		_, err := SetField("a.md", c.was, c.key, c.value)
		told[*FieldError](t, err)
	}
}

// starter returns the pages of the starter handbook.
func starter(t testing.TB) map[string]string {
	t.Helper()
	pages := map[string]string{}
	err := fs.WalkDir(os.DirFS("../../content"), ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && isPage(name) {
			var data []byte
			data, err = os.ReadFile("../../content/" + name)
			pages[name] = string(data)
		}
		return err
	})
	if err != nil || len(pages) < 50 {
		t.Fatal(len(pages), err)
	}
	return pages
}

// TestSetEveryField sets and takes away every field of every page, and holds
// that only lines of that field change.
func TestSetEveryField(t *testing.T) {
	values := []Value{
		String("Nieuw"), String("Met: dubbele punt"), String(`'t "Is" # zo`), Number("7"), Bool(true), String("2027-01-31"),
		List("één", "twee, drie"), List("a"), {},
	}
	set, refused := 0, 0
	for file, text := range starter(t) {
		front := meta.Split(file, []byte(text))
		for _, f := range front.Node.Fields {
			for _, value := range values {
				got, err := SetField(file, text, f.Key, value)
				var no *UnsupportedError
				if errors.As(err, &no) {
					if !nested(f.Value) {
						t.Errorf("%s: %s can't be set", file, f.Key)
					}
					refused++
					continue
				} else if err != nil {
					t.Fatalf("%s: %s: %v", file, f.Key, err)
				}
				set++
				onlyField(t, file, text, got, f)
				if back := restore(t, file, got, f); back != "" && !value.empty() && back != text {
					// Quotes may differ; what is read may not.
					front := meta.Split(file, []byte(back))
					if again := front.Node.Get(f.Key); again == nil || !equal(*again, f.Value) {
						t.Errorf("%s: %s did not come back", file, f.Key)
					}
				}
			}
		}
	}
	if set < 1000 || refused < 100 {
		t.Errorf("%d set, %d refused", set, refused)
	}
}

// restore gives a field the value that it had; "" where it had more than texts.
func restore(t *testing.T, file, text string, f meta.Field) string {
	t.Helper()
	value := Value{Type: f.Value.Type, Text: f.Value.Value}
	for _, item := range f.Value.Items {
		value.Items = append(value.Items, item.Value)
	}
	got, err := SetField(file, text, f.Key, value)
	if err != nil {
		t.Fatalf("%s: %s back: %v", file, f.Key, err)
	}
	return got
}

// onlyField holds that the lines before and behind a field are as they were.
func onlyField(t *testing.T, file, was, now string, f meta.Field) {
	t.Helper()
	lines := strings.SplitAfter(was, "\n")
	end := len(f.Value.Items) + f.Line // one line an item at most
	before, after := strings.Join(lines[:f.Line-1], ""), strings.Join(lines[end:], "")
	if !strings.HasPrefix(now, before) || !strings.HasSuffix(now, after) {
		t.Errorf("%s: setting %s changed more:\n%s", file, f.Key, now)
	}
}

func FuzzSetField(f *testing.F) {
	for _, text := range starter(f) {
		f.Add(text, "title", "a", uint8(0))
		f.Add(text, "tags", "a: b", uint8(3))
	}
	f.Add("---\ntitle: [a, # b\n c]\n---\n", "title", "x\ny", uint8(3))
	f.Add("---\n- a\n---\n", "a", "", uint8(0))
	f.Fuzz(func(t *testing.T, text, key, value string, form uint8) {
		v := []Value{String(value), Number(value), Bool(value == ""), List(strings.Split(value, ",")...), {}}[form%5]
		got, err := SetField("a.md", text, key, v)
		if err != nil {
			Explain(err)
			return
		}
		// What the function says of itself is held again, from the outside.
		was, now := meta.Split("", []byte(plain(text))), meta.Split("", []byte(got))
		if field := now.Node.Get(key); v.empty() != (field == nil) || field != nil && !equal(*field, v.node()) {
			t.Errorf("%q: %s is not %v", got, key, v)
		}
		count := func(f meta.Front) (n int) {
			for _, field := range f.Node.Fields {
				if field.Key != key {
					n++
				}
			}
			return n
		}
		if count(was) != count(now) {
			t.Errorf("%q became %q", text, got)
		}
	})
}
